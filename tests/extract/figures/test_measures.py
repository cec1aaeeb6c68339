"""Measures and holders: every sentence of `cases/measures.txt` and `cases/holders.txt` reads as it is marked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import variorum
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Figure

CASES = Path(__file__).parents[2] / "cases"


def cases(name: str) -> Iterator[tuple[str, list[str]]]:
    """The sentences of a file, each with the lines below it."""
    sentence, lines = "", list[str]()
    for line in [*(CASES / name).read_text("utf-8").splitlines(), "# end"]:
        if line.startswith("  "):
            lines.append(line.strip())
        elif line:
            if lines:
                yield sentence, lines
            sentence, lines = line, []


MARKED = [*cases("measures.txt"), *cases("holders.txt")]


@pytest.mark.parametrize(("sentence", "lines"), MARKED, ids=[sentence for sentence, _ in MARKED])
def test_what_is_measured_and_whose(sentence: str, lines: list[str]) -> None:
    """What each figure counts and measures, and whose it is; where the case names no holder, none may be shown."""
    found = list(variorum.figures(sentence))
    for line in lines:
        start, _, parts = line.partition(": ")
        figure = next((one for one in reversed(found) if one.quote.startswith(start)), None)
        assert figure is not None, f"{start!r} is not among {[one.quote for one in found]}"
        for part in parts.split("; "):
            assert reads(figure, part), (
                f"{start!r}: {part!r} does not hold: of {figure.of!r}, measure {text(figure.measure)!r}, whose {text(figure.whose)!r}"
            )


def reads(figure: Figure, part: str) -> bool:
    """True if a figure reads as one part of a line says: "of ship", "measure spa", "not shop", "whose Ostrey"."""
    field, _, words = part.partition(" ")
    wanted = None if words == "-" else words
    if field == "of":
        return figure.of == wanted
    if field == "whose":
        return text(figure.whose) == wanted
    measure = (text(figure.measure) or "").lower()
    return (words.lower() in measure) is (field == "measure")


def text(excerpt: Excerpt | None) -> str | None:
    return excerpt.text if excerpt else None
