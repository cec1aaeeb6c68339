"""What the writing of a number allows: how far a value may lie from it by rounding, by "about", and up to the next step of its scale.

Every width is given twice: as far as a reader takes the number to mean (values so near agree), and as far as it can be stretched at the
most (values farther away contradict it). Between the two lies what is neither agreement nor contradiction.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from decimal import Decimal

from variorum.compare.figures.values.values import REPEATING, TIMES, is_currency
from variorum.lang import language_data
from variorum.text.numbers.numeral import DENOMINATORS, GLYPHS, SCALES, SUFFIXES

_SHARES = ("%", "pp")
_PLACES = ("rank", "ordinal")
_DOZEN = Decimal(12)
COUNTED_OUT = 100  # counts below are exact: they can be counted by eye, and news gives them so
ROUND_TIMES = 20  # of a unit; from here on zeros of times may be rounding: 22 years may be "two decades", 11 days are not "10 days"
WRITTEN_OUT = 1000  # below, a sum or count in full digits is mostly exact: 120 may be 118, not 115

# Relative: the most that rounding moves a value, as read and as stretched. Two significant digits move it by a twentieth at the most, so a
# twentieth lets every number of two digits or more keep its rounding and narrows only those of one: "$5 billion" is not said of 4.5.
SCALED = (Decimal("0.05"), Decimal("0.1"))
FULL_DIGITS = (Decimal("0.02"), Decimal("0.05"))  # zeros that are written out may be counted: "100 dead" is not said of 95
SHARE = (Decimal("0.1"), Decimal(1))  # shares are rounded to whole per cents even where they are small
FRACTION = (Decimal("0.05"), Decimal("0.1"))  # "a third" is said of 32 and 35 per cent; simple fractions lie farther apart
ABOUT = (Decimal("0.1"), Decimal("0.2"))  # "about 200" is said of 185; the most it is wide
ABOUT_LEAST = (Decimal("0.01"), Decimal("0.05"))  # "about 28,500" is said of 28,300, though its last place is a hundred; the least it is wide
FRACTION_STEP = Decimal("0.2")  # from a half to three fifths, from a third to two fifths, from two thirds to four fifths
NEAR_STEP = Decimal("0.1")  # "just over 200" ends at 220

_ARTICLES: list[str] = language_data("value_sets")["rough"]["beginnings"]
_ROUGH = re.compile(rf"(?:{'|'.join(sorted(map(re.escape, _ARTICLES), key=len, reverse=True))})(?:[ -](?:{'|'.join(SCALES)})\b|$)")
_SCALE = re.compile(rf"(?<![a-z])({'|'.join(sorted((*SCALES, *SUFFIXES), key=len, reverse=True))})(?![a-z])")
_FRACTION = re.compile(rf"\b(?:{'|'.join(DENOMINATORS)})\b|\d[/⁄]\d|[{''.join(GLYPHS)}]")


@dataclass(frozen=True, slots=True)
class Width:
    """How far from its number a value may lie, in its unit: as readers take it, and at the most."""

    read: Decimal
    most: Decimal


EXACT = Width(Decimal(0), Decimal(0))


@dataclass(frozen=True, slots=True)
class Writing:
    """One number as it is written: its value, the words of the whole numeral in small letters, its unit, and whether it is an age."""

    value: Decimal
    words: str
    unit: str = ""
    age: bool = False

    @property
    def is_whole(self) -> bool:
        """True for counts and ranks, which have no values between one and two."""
        return self.unit in ("", *_PLACES) and not self.age and self.value == self.value.to_integral_value()

    @property
    def scale(self) -> Decimal | None:
        """What the words multiply by: million of "1.2 million"; None for numbers in full digits.

        The words of a range or change may hold two scales: the value's own is the largest that it reaches.
        """
        scales = _scales(self.words)
        return max((scale for scale in scales if scale <= abs(self.value)), default=min(scales, default=None))

    @property
    def is_fraction(self) -> bool:
        """True for "a third", "two-thirds", "¾" alone; not for "half a million"."""
        return self.digits > REPEATING or (self.scale is None and bool(_FRACTION.search(self.words)))

    @property
    def is_rough(self) -> bool:
        """True for "a hundred", "a dozen", "half a million", "a year"."""
        return bool(_ROUGH.match(self.words))

    @property
    def digits(self) -> int:
        """Significant digits, final zeros of whole numbers left out."""
        return len(self.value.normalize().as_tuple().digits)

    @property
    def place(self) -> Decimal:
        """The last place that is written and counts: 100 of 28,500, a hundred thousand of 1.2 million, a hundredth of 3.00, 12 of two dozen."""
        if self.scale == _DOZEN and not self.value % _DOZEN:
            return _DOZEN
        return min(_power(self.value.normalize()), self.decimal_place) if _decimals(self.value) else _power(self.value.normalize())

    @property
    def decimal_place(self) -> Decimal:
        """The last place that is written, zeros too: one of 20, a tenth of 2.0."""
        return Decimal(1).scaleb(-_decimals(self.value)) * (self.scale or 1)

    @property
    def halves(self) -> tuple[Decimal, Decimal]:
        """Half of the last place that counts and of the last that is written: what rounding alone allows, before any limit."""
        return self.place / 2, self.decimal_place / 2


@functools.lru_cache(maxsize=4_000)
def _scales(words: str) -> tuple[Decimal, ...]:
    return tuple(SCALES.get(word) or SUFFIXES[word] for word in _SCALE.findall(words))


def _power(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _decimals(value: Decimal) -> int:
    """Digits behind the point as written; exact products with a scale keep them."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def rounding(number: Writing) -> Width:
    """How far rounding may have moved a value to the number that is written."""
    if not number.value or number.unit in _PLACES or _is_counted_out(number):
        return EXACT
    if number.is_fraction:
        return _within(FRACTION, number, abs(number.value), abs(number.value))
    if number.is_rough:
        return about(number)
    if number.unit in _SHARES and abs(number.value) < COUNTED_OUT:
        return _within(SHARE, number, number.halves[1], number.halves[1])
    if number.unit in TIMES and number.scale is None:
        return _within(SCALED, number, number.halves[1], number.halves[0 if abs(number.value) >= ROUND_TIMES else 1])
    half = number.halves[0]
    return _within(FULL_DIGITS if _is_in_full(number) else SCALED, number, half, half)


def _within(most: tuple[Decimal, Decimal], number: Writing, read: Decimal, stretched: Decimal) -> Width:
    size = abs(number.value)
    width = min(read, most[0] * size)
    return Width(width, max(width, min(stretched, most[1] * size)))


def _is_counted_out(number: Writing) -> bool:
    return number.is_whole and abs(number.value) < COUNTED_OUT and number.scale is None and not number.is_rough


def _is_in_full(number: Writing) -> bool:
    """True for sums and counts in full digits that may be exact: small ones, and those of one digit and zeros."""
    measured = number.unit not in ("", *_SHARES) and not is_currency(number.unit)
    return not measured and number.scale is None and (abs(number.value) < WRITTEN_OUT or number.digits == 1)


def about(number: Writing) -> Width:
    """What "about" allows: twice the rounding, that is a whole unit of the last place, within limits; of counts always one more or less."""
    size = abs(number.value)
    place = FRACTION[0] * size * 2 if number.is_fraction else number.place
    read, most = (max(least * size, min(times * place, limit * size)) for times, least, limit in zip((1, 2), ABOUT_LEAST, ABOUT, strict=True))
    rounded = EXACT if number.is_rough or not number.value else rounding(number)
    one = Decimal(1 if number.is_whole else 0)
    return Width(max(read, rounded.read, one), max(most, rounded.most, one))


def step(number: Writing, *, near: bool = False) -> Decimal:
    """From a number to the next of its own scale: 10 of 50, 100 of 400, 1 of 57; numbers of two digits that end in five go by fives."""
    size = abs(number.value)
    fives = number.digits == 2 and number.value.normalize().as_tuple().digits[-1] == 5
    found = FRACTION_STEP * size if number.is_fraction else number.place * (5 if fives else 1)
    return max(min(found, NEAR_STEP * size), Decimal(number.is_whole)) if near and size else found
