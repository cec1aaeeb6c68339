"""How fast near-copies are found, beside datasketch on the same texts, and how time and memory grow to 100,000 texts.

Usage: python benchmarks/near_copies_speed.py [TEXTS.jsonl.gz] [--runs N] [--sizes N ...]

1. Texts made for the purpose: new texts and copies in the proportion of ../shared/bench/load/corpus10k.jsonl.gz (JSON lines with `text`, gzipped).
   A new text is made of sentences of different texts of that corpus, every fourth word of them exchanged for one drawn from the words of all, so
   that new texts share only short runs; 43 in a hundred are a copy, the first part, or an edit of one of the last 1,000 new ones. The chance is that
   of a generator with a fixed seed. The texts are made one at a time as they are read, and the time of making them is not counted. Each run has a
   process of its own; the least CPU time of the runs of a size counts, since whatever else the machine does only adds to it.

2. The texts of that corpus, by turns in one process, CPU time:

   - `variorum.find_copies`: fingerprints, retrieval, verification of each pair on all its word runs, and groups;
   - datasketch (`pip install datasketch`) as its documentation shows it: runs of five words, `MinHash.bulk` of 128 permutations, `MinHashLSH` at
     threshold 0.5, query, then insert. It neither verifies nor groups: that work is not counted on its side.

The exponent is that of the power of n by which the CPU time grows between two sizes; memory is the process' greatest resident size.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import math
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import variorum
from variorum.compare.accounts.near_copies.copy_index import find_copies

TEXTS = Path(__file__).parents[2] / "shared" / "bench" / "load" / "corpus10k.jsonl.gz"
SIZES = (1_000, 10_000, 100_000)
WORD = re.compile(r"\w+")
SENTENCE = re.compile(r"[^.!?\n]{30,300}[.!?]")
COPIED, CUT, EDITED = 0.145, 0.145, 0.14  # of a hundred texts, those copied, cut short and edited

Texts = list[tuple[str, str]]


def read_texts(path: Path) -> Texts:
    """Texts with their line numbers as ids."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [(str(number), json.loads(line)["text"]) for number, line in enumerate(lines)]


def ours(texts: Texts) -> int:
    """How many texts stand in groups."""
    return sum(len(group.ids) for group in find_copies(texts))


def datasketch(texts: Texts) -> int:
    """How many texts have a candidate among those before them."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415  # only this script needs it, and only for this

    signatures = MinHash.bulk([five_word_runs(text) for _, text in texts], num_perm=128)
    index, found = MinHashLSH(threshold=0.5, num_perm=128), 0
    for (name, _), signature in zip(texts, signatures, strict=True):
        found += bool(index.query(signature))
        index.insert(name, signature, check_duplication=False)
    return found


def five_word_runs(text: str) -> list[bytes]:
    """The distinct runs of five words of a text, as datasketch takes them."""
    words = WORD.findall(text.lower())
    return [run.encode() for run in {" ".join(words[at : at + 5]) for at in range(max(1, len(words) - 4))}]


def beside_datasketch(texts: Texts, runs: int) -> None:
    """Run both by turns and print their medians and the ratio."""
    ways: dict[str, Callable[[Texts], int]] = {"variorum.find_copies": ours, "datasketch": datasketch}
    times: dict[str, list[float]] = {label: [] for label in ways}
    found = {}
    ours(texts[:100])
    for _ in range(runs):
        for label, work in ways.items():
            start = time.process_time()
            found[label] = work(texts)
            times[label].append(time.process_time() - start)
    print(f"{len(texts)} texts of {TEXTS.name}; CPU time, median of {runs} runs by turns")
    for label, taken in times.items():
        middle = statistics.median(taken)
        each = ", ".join(f"{seconds:.2f}" for seconds in taken)
        print(f"  {label:22} {middle:7.2f} s  {len(texts) / middle:8.0f} texts a CPU second  {found[label]} texts with a match  (runs: {each})")
    ratios = [other / own for own, other in zip(times["variorum.find_copies"], times["datasketch"], strict=True)]
    print(f"  ratio {statistics.median(ratios):.1f} (least {min(ratios):.1f})")


class Maker:
    """Makes texts one at a time, the same for the same size, and counts the CPU seconds this takes."""

    def __init__(self, sources: Texts) -> None:
        self.seconds = 0.0
        self._sentences = list(dict.fromkeys(sentence.group() for _, text in sources for sentence in SENTENCE.finditer(text)))
        self._words = sorted({word for sentence in self._sentences for word in sentence.split()})
        self._chance = random.Random(7)
        self._recent: list[list[str]] = []

    def texts(self, count: int) -> Iterator[tuple[str, str]]:
        """`count` texts with their ids."""
        self._recent = []
        for number in range(count):
            start = time.process_time()
            text = self._text()
            self.seconds += time.process_time() - start
            yield str(number), text

    def _text(self) -> str:
        draw = self._chance.random()
        if len(self._recent) < 20 or draw > COPIED + CUT + EDITED:
            made = [self._sentence() for _ in range(self._chance.randint(8, 24))]
            self._recent = [*self._recent[-999:], made]
            return " ".join(made)
        source = self._chance.choice(self._recent)
        if draw < COPIED:
            return " ".join(source)
        if draw < COPIED + CUT:
            return " ".join(source[: max(2, int(len(source) * self._chance.uniform(0.5, 0.9)))])
        return " ".join(self._sentence() if self._chance.random() < 0.2 else sentence for sentence in source)

    def _sentence(self) -> str:
        words = self._chance.choice(self._sentences).split()
        for at in range(self._chance.randrange(4), len(words), 4):
            words[at] = self._chance.choice(self._words)
        return " ".join(words)


def one_size(sources: Texts, count: int) -> None:
    """Find the copies among `count` texts made for it; prints JSON: CPU seconds, texts in groups, greatest memory before and after in MB."""
    maker = Maker(sources)
    find_copies(maker.texts(50))  # loads what is needed
    before, making, start = peak(), maker.seconds, time.process_time()
    grouped = sum(len(group.ids) for group in find_copies(maker.texts(count)))
    seconds = time.process_time() - start - (maker.seconds - making)
    print(json.dumps({"count": count, "seconds": seconds, "grouped": grouped, "before": before, "after": peak()}))


def peak() -> float:
    """The greatest resident size of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(path: Path, size: int) -> dict[str, float]:
    """What `one_size` prints, from a process of its own."""
    run = subprocess.run([sys.executable, __file__, str(path), "--one-size", str(size)], capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"The run of {size} texts failed:\n{run.stderr[-1000:]}")
    return dict(json.loads(run.stdout))


def growth(path: Path, sizes: list[int], runs: int) -> None:
    """Measure each size in a process of its own and print time, exponent and memory."""
    print("Texts made for the purpose; CPU time without making them; memory with Python, its libraries and the sentences they are made of")
    last = None
    for size in sizes:
        row = min((measured(path, size) for _ in range(runs)), key=lambda row: row["seconds"])
        exponent = f"n^{math.log(row['seconds'] / last['seconds'], size / last['count']):.2f}" if last else ""
        print(
            f"  {size:7} texts {row['seconds']:7.2f} s  {size / row['seconds']:7.0f} texts a CPU second  {exponent:7} {row['grouped']} in groups,"
            f"  {row['after']:.0f} MB ({row['before']:.0f} before)"
        )
        last = row


def main() -> None:
    """Read the arguments, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", type=Path, default=TEXTS)
    parser.add_argument("--runs", type=int, default=3, help="how often each is run; 0 for the growth alone, run once")
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES), help="numbers of texts for the growth; none leaves it out")
    parser.add_argument("--one-size", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if not arguments.texts.is_file():
        sys.exit(f"There are no texts to measure: {arguments.texts} is missing. Name a gzipped file of JSON lines with `text`.")
    if arguments.one_size:
        one_size(read_texts(arguments.texts), arguments.one_size)
        return
    print(f"variorum {variorum.__version__}")
    growth(arguments.texts, arguments.sizes, max(1, arguments.runs))  # first: a process begins with the greatest memory of the one that started it
    if arguments.runs and not importlib.util.find_spec("datasketch"):
        print("datasketch is not installed (pip install datasketch); it was not measured.")
    elif arguments.runs:
        beside_datasketch(read_texts(arguments.texts), arguments.runs)


if __name__ == "__main__":
    main()
