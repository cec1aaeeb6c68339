"""How well near-copies are found: recall by kind of copy, and precision of pairs and of groups.

Usage: python benchmarks/near_copies.py [TEXTS.jsonl.gz] [--false FILE]

The texts are those of ../shared/bench/load/corpus10k.jsonl.gz: one {"id", "text"} a line, where an id `copy|BASE`, `trunc|BASE`, `edit|BASE` or
`spin|BASE` says that the text was made from BASE: copied, cut short, edited (sentences dropped, paragraphs of other texts put in), or word-swapped
at random. A pair is right if both its texts come from one BASE. Raw precision counts every other pair as wrong. But news corpora hold
copies of their own, so a second figure leaves aside the pairs whose two BASEs are themselves copies of one another as judged by an independent
measure (a match of their letters in order, see `same_text`), and what is left is what to look at by hand: --false writes it to a file.
"""

from __future__ import annotations

import argparse
import difflib
import gzip
import itertools
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from variorum.compare.accounts.near_copies.copy_index import CopyIndex

TEXTS = Path(__file__).parents[2] / "shared" / "bench" / "load" / "corpus10k.jsonl.gz"
KINDS = ("copy", "trunc", "edit", "spin")
SAME = 0.5  # share of the shorter base's words that stand in the longer one in order, from which two bases count as one text printed twice

Pair = tuple[str, str]


def read_texts(path: Path) -> dict[str, str]:
    """Texts by id. A second text under one id gets a number: `edit|BASE#2`."""
    seen: Counter[str] = Counter()
    texts = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            seen[row["id"]] += 1
            texts[row["id"] + (f"#{seen[row['id']]}" if seen[row["id"]] > 1 else "")] = row["text"]
    return texts


def base_of(name: str) -> str:
    """The id of the text that this one was made from, itself if it was not made."""
    return name.rpartition("|")[2].partition("#")[0]


def kind_of(name: str) -> str:
    """copy, trunc, edit, spin or base."""
    return name.partition("|")[0] if "|" in name else "base"


def recall(names: Iterable[str], together: set[Pair]) -> dict[str, tuple[int, int]]:
    """For each kind of copy, how many stand together with their base, and how many there are."""
    found: dict[str, list[bool]] = defaultdict(list)
    for name in names:
        if kind_of(name) != "base":
            found[kind_of(name)].append(ordered(name, base_of(name)) in together)
    return {kind: (sum(found[kind]), len(found[kind])) for kind in KINDS}


def ordered(one: str, two: str) -> Pair:
    """The two ids in order."""
    return (one, two) if one < two else (two, one)


def same_text(texts: dict[str, str], one: str, two: str) -> bool:
    """True if half of the shorter base's words stand in the other in the same order (longest matching blocks of at least five words)."""
    a, b = sorted((texts[one].split(), texts[two].split()), key=len)
    blocks = difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= 5) >= SAME * len(a)


def report(label: str, together: set[Pair], texts: dict[str, str]) -> list[Pair]:
    """Print recall and precision of a set of pairs; returns the pairs that are wrong even when the corpus' own copies are left aside."""

    @cache
    def twins(one: str, two: str) -> bool:
        return same_text(texts, one, two)

    right = [pair for pair in together if base_of(pair[0]) == base_of(pair[1])]
    rest = sorted(together - set(right))
    wrong = [pair for pair in rest if not twins(*ordered(base_of(pair[0]), base_of(pair[1])))]
    print(label)
    for kind, (found, count) in recall(texts, together).items():
        print(f"  {kind:6} {found:5} of {count:5} stand with their base: recall {found / count:.4f}")
    print(f"  {len(together)} pairs; {len(right)} of one base: raw precision {len(right) / len(together):.4f}")
    twin = len(rest) - len(wrong)
    print(f"  {twin} pairs of two bases that are one text; {len(wrong)} others: precision {1 - len(wrong) / len(together):.4f}")
    print(f"  the {len(wrong)} others by kind: {Counter('-'.join(sorted(map(kind_of, pair))) for pair in wrong).most_common(6)}")
    return wrong


def main() -> None:
    """Read the arguments, find the copies, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", type=Path, default=TEXTS)
    parser.add_argument("--false", metavar="FILE", type=Path, help="write the wrong pairs with the beginnings of their texts here")
    arguments = parser.parse_args()
    if not arguments.texts.is_file():
        sys.exit(f"There are no texts to measure: {arguments.texts} is missing. Name a gzipped file of JSON lines with `id` and `text`.")
    texts = read_texts(arguments.texts)
    start = time.process_time()
    index = CopyIndex()
    index.add_all(texts.items())
    pairs = index.pairs()
    groups = index.groups()
    print(f"{len(texts)} texts, {len(pairs)} pairs, {len(groups)} groups in {time.process_time() - start:.1f} CPU seconds")
    print(f"pairs by kind: {dict(Counter(pair.kind for pair in pairs).most_common())}")
    wrong = report("Pairs (excerpts left out)", {ordered(pair.shorter, pair.longer) for pair in pairs if pair.kind != "excerpt"}, texts)
    grouped = {ordered(*two) for group in groups for two in itertools.combinations(group.ids, 2)}
    wrong += report("Groups (all pairs of a group's texts)", grouped, texts)
    if arguments.false:
        shown = (f"## {one}   {two}\n{texts[one][:1500]}\n--\n{texts[two][:1500]}\n" for one, two in dict.fromkeys(wrong))
        arguments.false.write_text("\n".join(shown), "utf-8")


if __name__ == "__main__":
    main()
