"""Values that figures state: whether two can be true of one quantity once bounds, rounding and ranges are allowed for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from variorum.records.marks import Figure
from variorum.text.numbers.conversions import converted, convertible

ABOUT = Decimal("0.05")  # relative; "about" and "nearly" are used of values within 5 %
NEARLY = Decimal("0.1")  # relative; "nearly a third" is said of 31 per cent, and never of more than a third
_SHORT_OF = ("nearly", "almost", "close to", "not quite")
BEYOND = Decimal("0.5")  # relative; "more than 200" is said of 276, not of 2,000
CONVERTED = Decimal("0.03")  # relative; news rounds what it converts: 9 miles for 14 km
ROUNDED = Decimal("0.02")  # relative; a value is rounded by at most this much, whatever its last place
# What vague words can honestly stand for, least and most.
VAGUE = {
    "hundreds of thousands": (150_000, 3_000_000),
    "tens of thousands": (15_000, 300_000),
    "dozens": (20, 200),
    "scores": (20, 300),
    "hundreds": (150, 3_000),
    "thousands": (1_500, 30_000),
    "several": (3, 12),
    "few": (2, 6),
}

TIMES = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")
REPEATING = 20  # digits of a value that only a division gives: a third, two-sevenths
MILLION = 1_000_000
_YEARS = range(1900, 2101)

Interval = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Stated:
    """One value that a figure states. A from-to change states two: the old value, which is actual, and the new one."""

    figure: Figure
    low: Decimal | None
    high: Decimal | None
    bound: str
    status: str
    old: bool = False

    @property
    def key(self) -> str:
        return self.figure.id + ("<" if self.old else "")

    @property
    def article(self) -> str:
        return self.figure.article

    @property
    def as_of(self) -> str | None:
        """The date for which the value is given; that of a change belongs to its new value."""
        return None if self.old else self.figure.as_of

    @property
    def is_range(self) -> bool:
        return self.low != self.high


def stated(figures: list[Figure]) -> list[Stated]:
    """The values that figures state, in order. The old value of a change is left out where its article gives it by itself elsewhere."""
    plain = {(figure.article, figure.unit, figure.low) for figure in figures if figure.low == figure.high}
    out = []
    for figure in figures:
        out.append(Stated(figure, figure.low, figure.high, figure.bound, figure.status))
        change = figure.change
        if change and change.kind == "from_to" and change.from_ is not None and (figure.article, figure.unit, change.from_) not in plain:
            out.append(Stated(figure, change.from_, change.from_, "=", "actual", old=True))
    return out


def interval(value: Stated) -> Interval | None:
    """The values that a stated value allows, None for vague counts. Written digits allow half of their last place."""
    if value.low is None or value.high is None:
        return None
    if value.bound == "~" and any(word in value.figure.quote.lower() for word in _SHORT_OF):
        return value.low - abs(value.low) * NEARLY, value.high + _half_place(value.high)
    if value.bound == "~":
        return value.low - abs(value.low) * ABOUT, value.high + abs(value.high) * ABOUT
    if value.bound in (">", ">="):
        return value.low, value.high * (1 + BEYOND)
    if value.bound in ("<", "<="):
        floor = value.low if value.is_range else value.high * (1 - BEYOND)
        return min(floor, value.high), value.high
    return value.low - _half_place(value.low), value.high + _half_place(value.high)


def _half_place(value: Decimal) -> Decimal:
    """Half of the last place that is written, at most two per cent: of 28,500 fifty, of 1.2 billion 24 million."""
    exponent = value.normalize().as_tuple().exponent
    place = Decimal(10) ** (exponent if isinstance(exponent, int) else 0)
    return min(place / 2, abs(value) * ROUNDED)


def same_value(a: Stated, b: Stated) -> bool:
    """True if both state one value: equal numbers, or one is an end of the range that the other gives."""
    if a.low is None or b.low is None or a.figure.unit != b.figure.unit:
        return False
    if (a.low, a.high) == (b.low, b.high):
        return True
    return a.article != b.article and (_is_end(a, b) or _is_end(b, a))


def _is_end(span: Stated, single: Stated) -> bool:
    return span.is_range and not single.is_range and single.low in (span.low, span.high)


def compatible(a: Stated, b: Stated) -> bool:
    """True if both values can be true of one quantity."""
    if same_value(a, b):
        return True
    one, two = interval(a), interval(b)
    if one is None or two is None:
        return _vague_fits(a, b)
    if (a.is_range or b.is_range) and a.bound == b.bound == "=":
        return False  # a value inside a stated range is a value of something else
    if a.figure.unit != b.figure.unit:
        if not convertible(a.figure.unit, b.figure.unit):
            return False
        low, high = (converted(end, b.figure.unit, a.figure.unit) for end in two)
        two = low - abs(low) * CONVERTED, high + abs(high) * CONVERTED
    return one[0] < two[1] and two[0] < one[1]


def _vague_fits(a: Stated, b: Stated) -> bool:
    """True if a vague count allows the other value."""
    vague, other = (a, b) if a.low is None else (b, a)
    if other.high is None:
        return True
    words = vague.figure.quote.lower()
    found = next((limits for word, limits in VAGUE.items() if word in words), None)
    return found is not None and found[0] <= other.high <= found[1]


def is_currency(unit: str) -> bool:
    """True for ISO 4217 codes, the only units of three capitals."""
    return len(unit) == 3 and unit.isupper()


def distinctive(value: Stated) -> int:
    """How little the value alone can coincide by chance: its significant digits, and one more each for money and for a scale of millions."""
    if value.low is None:
        return 0
    digits = len(value.low.normalize().as_tuple().digits) + value.is_range
    return digits + is_currency(value.figure.unit) + (abs(value.low) >= 1_000_000)


def telling(value: Stated) -> int:
    """How little an equal value of another account can be equal by chance: 0 not at all, 1 little, 2 somewhat, 3 and more very much.

    Its significant digits, less one for the roundest numbers (powers of ten, and whole ones of two digits at most that end in five:
    100, 25, 350); one more for the second end of a range. Sums of money and scales of millions add one each to two digits or more, though
    a round sum below a million ("$25") gets nothing; "$2 billion" has one more than its digit. Ages, ranks, dozens, short times ("24 hours")
    and numbers that look like years tell at most 1, vague counts nothing: every story is full of them.
    """
    if value.low is None or value.high is None:
        return 0
    written = max(_digits(end) for end in (value.low, value.high)) + value.is_range
    digits = max(_telling_digits(end) for end in (value.low, value.high)) + value.is_range
    if _is_commonplace(value, digits):
        return min(digits, 1)
    money, millions = is_currency(value.figure.unit), abs(value.high) >= MILLION
    if digits > 1 or (written > 1 and millions):
        return digits + money + millions
    return digits + (money and millions)


def _digits(value: Decimal) -> int:
    """Significant digits; one for "a third", which is one word."""
    digits = len(value.normalize().as_tuple().digits)
    return 1 if digits > REPEATING else digits


def _telling_digits(value: Decimal) -> int:
    digits, written = _digits(value), value.normalize().as_tuple().digits
    fives = digits <= 2 and written[-1] == 5 and value == value.to_integral_value()
    return digits - (fives or written == (1,))


def _is_commonplace(value: Stated, digits: int) -> bool:
    """True for values of which every story is full: ages, ranks, dozens, short times, what looks like a year."""
    figure = value.figure
    dozens = "dozen" in figure.quote.lower()
    year = not figure.unit and value.low in _YEARS and "," not in figure.quote
    return figure.of == "age" or figure.unit in ("rank", "ordinal") or (figure.unit in TIMES and digits < 3) or dozens or year
