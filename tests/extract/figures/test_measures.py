"""Measures and holders: every sentence of `cases/measures.txt` and `cases/holders.txt` reads as it is marked."""

from __future__ import annotations

import pytest

import variorum
from tests.extract.marked import read_blocks
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Figure

MARKED = [*read_blocks("measures.txt"), *read_blocks("holders.txt")]


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
