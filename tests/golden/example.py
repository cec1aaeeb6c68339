"""The example story, built once for all tests, with its articles named by their files."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import variorum
from variorum.records.dossier import Dossier

EXAMPLE = Path(__file__).parents[2] / "examples" / "harbour"
SOURCES = ("anselm-post.html", "briskly-news.html", "coast-daily.txt", "meridian-wire.json", "northern-ledger.json", "strait-roundup.txt")

Row = dict[str, Any]


@functools.cache
def articles() -> dict[str, variorum.Article]:
    """The articles of the story by the stem of their file: `anselm-post`, `meridian-wire` ..."""
    return {Path(source).stem: next(iter(variorum.load(EXAMPLE / source))) for source in SOURCES}


@functools.cache
def dossier() -> Dossier:
    return variorum.build(articles().values())


@functools.cache
def rows() -> Row:
    """The dossier in JSON types, with the file's stem in place of each article's id."""
    names = {article.id: stem for stem, article in articles().items()}

    def renamed(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: renamed(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [renamed(inner) for inner in value]
        return names.get(value, value) if isinstance(value, str) else value

    out: Row = renamed(dossier().to_dict())
    return out


def place(article: str, words: str, within: str | None = None) -> tuple[int, int]:
    """Where words stand in an article; `within` is a longer stretch that holds them. The test is wrong if they stand nowhere."""
    text = articles()[article].text
    low = text.index(within) if within else 0
    start = text.index(words, low)
    return start, start + len(words)


def overlapping(kind: str, article: str, start: int, end: int) -> list[Row]:
    """Figures, dates ... of an article that share characters with a stretch of it."""
    return [row for row in rows()[kind] if row["article"] == article and row["start"] < end and row["end"] > start]
