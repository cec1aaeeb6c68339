"""How fast figures are read: sentences a CPU second, beside the quantity extractor quantulum3 on the same sentences.

Every round measures each way of reading once, quantulum3 too, so that a busy machine slows them alike; the medians over the rounds are compared.

Usage: python benchmarks/figures_speed.py [SENTENCES.json] [--runs N] [--peer PYTHON]

The sentences are those of ../shared/bench/newsquant/dev.json (any JSON list of {"text": ...} will do), each read as an article of its own, in
four ways: the figures alone from text already parsed, `variorum.figures_of` (parser and dates included, sentences in batches),
`variorum.figures` (one at a time), and all of `variorum.extract`. quantulum3 brings other
versions of shared libraries, so it runs in an environment of its own:

    python -m venv /tmp/quantulum && /tmp/quantulum/bin/pip install quantulum3
    python benchmarks/figures_speed.py --peer /tmp/quantulum/bin/python

Without --peer it is measured in this process if it is installed here, and left out if not.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import variorum
from variorum.config import DEFAULT
from variorum.extract.figures.figure_marks import find_figures
from variorum.text.parsing.parse import parse_text

SENTENCES = Path(__file__).parents[2] / "shared" / "bench" / "newsquant" / "dev.json"

# Runs in the other interpreter: reads JSON texts from the first line, then for each further line prints CPU seconds and how many it found.
PEER = """
import json, sys, time, warnings, logging
warnings.simplefilter("ignore"); logging.disable(logging.CRITICAL)
from quantulum3 import parser
texts = json.loads(sys.stdin.readline())
parser.parse("5 km")
for _ in sys.stdin:
    start, found = time.process_time(), 0
    for text in texts:
        try:
            found += len(parser.parse(text))
        except Exception:
            pass
    print(json.dumps([time.process_time() - start, found]), flush=True)
"""

Measured = tuple[float, int]
"""CPU seconds for all sentences, and how many figures were found."""


def timed(work: Callable[[Sequence[str]], int], texts: Sequence[str]) -> Measured:
    """CPU seconds of this process, and how many figures were found."""
    start = time.process_time()
    found = work(texts)
    return time.process_time() - start, found


def batched(texts: Sequence[str]) -> int:
    """How many figures the texts state, parsed in batches."""
    return sum(map(len, variorum.figures_of(texts)))


def single(texts: Sequence[str]) -> int:
    """The same, each text parsed alone."""
    return sum(len(variorum.figures(text)) for text in texts)


def everything(texts: Sequence[str]) -> int:
    """The same from the whole of extract: names, dates, statements and positions read too."""
    return sum(len(variorum.extract(variorum.Article(text)).figures) for text in texts)


class Peer:
    """quantulum3 in the interpreter `python`, which waits between two rounds."""

    def __init__(self, python: str, texts: Sequence[str]) -> None:
        self._process = subprocess.Popen([python, "-c", PEER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._send(json.dumps(list(texts)))

    def _send(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def measure(self) -> Measured:
        """One round."""
        self._send("")
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            sys.exit("quantulum3 could not be run; its error stands above.")
        seconds, found = json.loads(line)
        return seconds, found

    def close(self) -> None:
        """End the interpreter."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


def report(label: str, rounds: list[Measured], count: int, beside: list[Measured]) -> None:
    """Print CPU seconds, sentences a second, figures found, and how many times as fast as the peer that is."""
    seconds = statistics.median(time for time, _ in rounds)
    line = f"{label:30} {seconds:7.3f} s   {count / seconds:7.0f} sentences a CPU second   {rounds[-1][1]:4} found"
    if beside and beside is not rounds:
        line += f"   {statistics.median(peer / own for (own, _), (peer, _) in zip(rounds, beside, strict=True)):.2f} times quantulum3"
    print(line)


def main() -> None:
    """Read the arguments, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", nargs="?", type=Path, default=SENTENCES)
    parser.add_argument("--runs", type=int, default=5, help="how often each is measured; the median counts")
    parser.add_argument("--peer", metavar="PYTHON", help="interpreter of an environment that has quantulum3")
    arguments = parser.parse_args()
    if not arguments.sentences.is_file():
        sys.exit(f"There are no sentences to measure: {arguments.sentences} is missing. Name a JSON list of objects with a `text`.")
    texts = [row["text"] for row in json.loads(arguments.sentences.read_text("utf-8"))]
    parsed = {text: (variorum.Article(text), parse_text(text)) for text in texts}
    ways: dict[str, Callable[[Sequence[str]], int]] = {
        "figures, text already parsed": lambda some: sum(len(find_figures(*parsed[text], (), (), DEFAULT)) for text in some),
        "variorum.figures_of": batched,
        "variorum.figures": single,
        "variorum.extract": everything,
    }
    print(f"{len(texts)} sentences; CPU time, median of {arguments.runs} alternating rounds")
    here = sys.executable if importlib.util.find_spec("quantulum3") else None
    python = arguments.peer or here
    peer = Peer(python, texts) if python else None
    rounds: dict[str, list[Measured]] = {label: [] for label in ways}
    beside: list[Measured] = []
    for work in ways.values():
        work(texts[:1])  # loads what is needed
    for _ in range(arguments.runs):
        for label, work in ways.items():
            rounds[label].append(timed(work, texts))
        beside += [peer.measure()] if peer else []
    for label, measured in rounds.items():
        report(label, measured, len(texts), beside)
    if peer:
        report("quantulum3", beside, len(texts), beside)
        peer.close()
    else:
        print("quantulum3 is not installed; see --help for how to measure it in an environment of its own.")


if __name__ == "__main__":
    main()
