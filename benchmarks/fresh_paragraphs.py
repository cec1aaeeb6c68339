"""Draw paragraphs that nobody has worked on, with every figure read in them, for somebody to judge; and score the judgement.

Usage: python benchmarks/fresh_paragraphs.py CORPUS.jsonl.gz OUT.jsonl --seed N [--count 150]
       python benchmarks/fresh_paragraphs.py --score JUDGED.jsonl

**Draw.** CORPUS holds an article a line, {"id", "text"}, packed or not. Edited copies (ids of the form "kind|base") are left out, so are
paragraphs without a digit or number word. The same seed draws the same paragraphs; take one that was never used, and note it. OUT has a
paragraph a line:

    {"id": "article#3", "text": "...", "missed": [],
     "figures": [{"quote", "start", "end", "low", "high", "unit", "of", "bound", "per", "status", "measure", "whose",
                  "right": {"value": null, "unit": null, "bound": null, "status": null, "measure": null, "holder": null}, "alarm": null}]}

**Judge**, without looking at the code, by ../shared/stories/SPEC.md: in "right" put true or false for each field ("unit" takes in the counted
noun and "per"; "holder" is left null where "whose" is null and rightly so, false where a holder that the text names is missing); put "alarm"
true where the text states no quantity there (its "right" does not count then), and into "missed" the words of each quantity that was not found.

**Score** prints how many judged fields are right, and false alarms and misses for each paragraph. A field left null is not counted.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import random
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import variorum
from variorum.extract.figures.written.numbers_with_units import has_numeral
from variorum.text.fold import fold

FIELDS = ("value", "unit", "bound", "status", "measure", "holder")
SHOWN = ("quote", "start", "end", "low", "high", "unit", "of", "bound", "per", "status", "measure", "whose")
LONGEST = 900  # characters; a longer paragraph is cut between sentences, so that one is judged at a sitting
SHORTEST = 40  # characters; less is a heading or a caption
_BREAK = re.compile(r"\n\s*\n|\n(?=[ \t]{2,}\S)")  # an empty line, or a line set in as wire text does
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]* +(?=[\"'“‘(]?[A-Z])")


def articles(path: Path) -> Iterator[Mapping[str, str]]:
    """The articles of a corpus but for edited copies."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if "|" not in article["id"]:
                yield article


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text; those over LONGEST in pieces of whole sentences."""
    return [piece for block in _BREAK.split(text) for piece in pieces(block.strip()) if len(piece) >= SHORTEST]


def pieces(block: str) -> Iterator[str]:
    """A block in runs of sentences of at most LONGEST characters, a longer sentence whole."""
    start = end = 0
    for stop in [*(match.start() for match in _SENTENCE_END.finditer(block)), len(block)]:
        if stop - start > LONGEST and end > start:
            yield block[start:end].strip()
            start = end
        end = stop
    yield block[start:].strip()


def draw(path: Path, seed: int, count: int) -> list[dict[str, Any]]:
    """`count` paragraphs with a number in them, drawn by `seed`, each with its figures."""
    every = [(f"{article['id']}#{at}", text) for article in articles(path) for at, text in enumerate(paragraphs(article["text"]))]
    random.Random(seed).shuffle(every)
    numbered = (row for row in every if has_numeral(fold(row[1])))
    return [to_judge(name, text) for (name, text), _ in zip(numbered, range(count), strict=False)]


def to_judge(name: str, text: str) -> dict[str, Any]:
    """A paragraph as the judge gets it."""
    found = variorum.extract(variorum.Article(text, id=name)).to_dict()["figures"]
    return {"id": name, "text": text, "missed": [], "figures": [shown(figure) for figure in found]}


def shown(figure: Mapping[str, Any]) -> dict[str, Any]:
    """A figure with its measure as words and the places for a judgement."""
    row = {name: figure[name] for name in SHOWN}
    row["measure"] = figure["measure"]["text"] if figure["measure"] else None
    return row | {"right": dict.fromkeys(FIELDS), "alarm": None}


def score(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """The lines of the report on judged paragraphs."""
    judged = list(rows)
    figures = [figure for row in judged for figure in row["figures"]]
    true = [figure for figure in figures if not figure["alarm"]]
    alarms, missed = len(figures) - len(true), sum(len(row["missed"]) for row in judged)
    lines = [f"{len(judged)} paragraphs, {len(figures)} figures read"]
    for field in FIELDS:
        told = [bool(figure["right"][field]) for figure in true if figure["right"][field] is not None]
        lines.append(f"  {field:8} {share(sum(told), len(told))}")
    firm = [figure for figure in true if figure["status"] != "actual" and figure["right"]["status"] is not None]
    lines.append(f"  status where it is not actual: {share(sum(bool(figure['right']['status']) for figure in firm), len(firm))}")
    given = [figure for figure in true if figure["whose"] is not None and figure["right"]["holder"] is not None]
    lines.append(f"  holder where one is given: {share(sum(bool(figure['right']['holder']) for figure in given), len(given))}")
    lines.append(
        f"  false alarms: {alarms}, {alarms / max(1, len(judged)):.2f} a paragraph; missed: {missed}, {missed / max(1, len(judged)):.2f} a paragraph"
    )
    wrong = collections.Counter((figure["status"]) for figure in firm if not figure["right"]["status"])
    return lines + [f"  wrong status {status}: {count}" for status, count in wrong.most_common()]


def share(right: int, judged: int) -> str:
    """Right of judged, and in per cent."""
    return f"{right:5} of {judged:5}" + (f"  {100 * right / judged:5.1f} %" if judged else "")


def main() -> None:
    """Draw, or score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=Path)
    parser.add_argument("out", nargs="?", type=Path)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--score", type=Path)
    args = parser.parse_args()
    if args.score:
        print(*score(json.loads(line) for line in args.score.read_text("utf-8").splitlines() if line.strip()), sep="\n")
    elif args.corpus and args.out and args.seed is not None:
        rows = draw(args.corpus, args.seed, args.count)
        args.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
        print(f"{len(rows)} paragraphs with {sum(len(row['figures']) for row in rows)} figures in {args.out}")
    else:
        sys.exit("Give a corpus, a file to write and --seed, or --score and a judged file.")


if __name__ == "__main__":
    main()
