"""Vague counts: the least and the most that "dozens", "several hundred" and their like can honestly stand for."""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from typing import Any

from variorum.lang import language_data
from variorum.text.numbers.numeral import SCALES

_DATA: dict[str, dict[str, Any]] = language_data("value_sets")
_LIMITS = {word: (Decimal(least), Decimal(most)) for word, (least, most) in _DATA["vague"].items()}
_SHARES = {word: (Decimal(least), Decimal(most)) for word, (least, most) in _DATA["shares"].items()}
_OTHER_UNIT = frozenset(_DATA["other_unit"]["words"])
_WORD = re.compile(r"[a-z]+")


@functools.lru_cache(maxsize=4_000)
def vague_limits(number: str, quote: str) -> tuple[Decimal, Decimal] | None:
    """Least and most of a vague count, in its unit; None if its words have no known limits. Both texts in small letters.

    `number` are the words of the count ("tens of thousands"), `quote` those of the whole figure, whose unit may forbid an answer.
    """
    words = _WORD.findall(number)
    first = next((at for at, word in enumerate(words) if word in _LIMITS), None)
    if first is None or not _OTHER_UNIT.isdisjoint(_WORD.findall(quote)):
        return None
    least, most = _LIMITS[words[first]]
    for word in words[first + 1 :]:
        times = SCALES.get(word) or SCALES.get(word.removesuffix("s")) or Decimal(1)
        least, most = least * times, most * times
    return least, most


def named_share(number: str) -> tuple[Decimal, Decimal] | None:
    """Least and most per cent of a part that is named without a number: "the majority"."""
    return next((limits for word, limits in _SHARES.items() if word in _WORD.findall(number)), None)
