"""Figures that stand side by side in a sentence, and the words between them."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from typing import Any

from variorum.lang import language_data
from variorum.records.marks import Figure
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("checks")
MONEY_SIGN = r"(?:US|A|C|NZ|HK|S)?[$£€¥₩₹]?"


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some phrases, whole, the longest first."""
    return "(?:" + "|".join(sorted((rf"{phrase}(?!\w)" for phrase in words), key=len, reverse=True)) + ")"


HEDGE = rf"(?:{any_of(_DATA['hedges']['words'])} )*"
"""Hedges before a number, as often as they come."""
_OF = any_of(_DATA["base"]["of"])
AGAIN = rf"(?:,? ?\(|,? ?[–—] ?| - |,? )(?:{any_of(_DATA['again']['words'])} )?{HEDGE}{MONEY_SIGN}"
"""Before a number that tells again what stands before it: a bracket, a dash or a comma, with or without a word."""
OF_BASE = rf" {_OF} (?:{any_of(_DATA['base']['determiners'])} ){{0,3}}{MONEY_SIGN}"
"""Between a part and its base."""


def sentences_of(parse: Parse, figures: list[Figure]) -> list[list[int]]:
    """The places of figures in their list, sentence by sentence; sentences with one figure are left out."""
    starts = [sentence.start_char for sentence in parse.doc.sents]
    out: dict[int, list[int]] = {}
    for at, figure in enumerate(figures):
        out.setdefault(bisect.bisect_right(starts, figure.number.start), []).append(at)
    return [places for places in out.values() if len(places) > 1]


def between(parse: Parse, one: Figure, two: Figure) -> str:
    """The words between the number of a figure and that of a later one, on one line."""
    return parse.folded[one.number.end : two.number.start].replace("\n", " ")


def after(parse: Parse, one: Figure, two: Figure) -> str:
    """The words between the end of a figure with all that belongs to it, and the number of a later one, on one line."""
    return parse.folded[one.end : two.number.start].replace("\n", " ")
