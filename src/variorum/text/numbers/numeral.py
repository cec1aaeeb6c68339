"""One numeral, and what English knows of number words: the tables of `lang/en/numbers.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from variorum.lang import language_data
from variorum.records.article import Span

_DATA: dict[str, dict[str, Any]] = language_data("numbers")
CARDINALS = {word: Decimal(value) for word, value in _DATA["cardinals"].items()}
SCALES = {word: Decimal(value) for word, value in _DATA["scales"].items()}
SUFFIXES = {word: Decimal(value) for word, value in _DATA["suffixes"].items()}
ORDINALS = {word: Decimal(value) for word, value in _DATA["ordinals"].items()}
DENOMINATORS = {word: Decimal(value) for word, value in _DATA["denominators"].items()}
MULTIPLIERS = {word: Decimal(str(value)) for word, value in _DATA["multipliers"].items()}
VAGUE = {word: Decimal(value) for word, value in _DATA["vague"].items()}
METRES: list[str] = _DATA["metres"]["after"]
PART_OF: list[str] = _DATA["part_of"]["after"]
GLYPHS = {glyph: Decimal(top) / Decimal(bottom) for glyph, (top, bottom) in _DATA["glyphs"].items()}
LARGEST = Decimal("1E+30")  # no newspaper counts further; "million million million ..." stops here


@dataclass(frozen=True, slots=True, order=True)
class Numeral(Span):
    """One number in the text: `low` to `high` (equal unless vague, then both None) and what kind of numeral it is.

    `kind` is cardinal, ordinal, fraction, multiplier or vague. `mantissa` is the value before its scale; `scaled` says if it has one;
    `least` is the smallest count that a vague word can stand for.
    """

    value: Decimal | None = None
    kind: str = "cardinal"
    mantissa: Decimal | None = None
    scaled: bool = False
    least: Decimal | None = None
