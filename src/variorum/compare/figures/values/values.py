"""Values that figures state: what each gives, whether two give one number, and how little that can be chance."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from variorum.records.marks import Figure

TIMES = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")
MILLION = 1_000_000
_YEARS = range(1900, 2101)
REPEATING = 20  # digits of a value that only a division gives: a third, two-sevenths


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


def same_value(a: Stated, b: Stated) -> bool:
    """True if both state one value: equal numbers, or one is an end of the range that the other gives."""
    if a.low is None or b.low is None or a.figure.unit != b.figure.unit:
        return False
    if (a.low, a.high) == (b.low, b.high):
        return True
    return a.article != b.article and (_is_end(a, b) or _is_end(b, a))


def _is_end(span: Stated, single: Stated) -> bool:
    return span.is_range and not single.is_range and single.low in (span.low, span.high)


def is_currency(unit: str) -> bool:
    """True for ISO 4217 codes, the only units of three capitals."""
    return len(unit) == 3 and unit.isupper()


def distinctive(value: Stated) -> int:
    """How little an equal value of another account can be equal by chance, in marks.

    Its significant digits (a third is one word, so one), one more for the second end of a
    range, and for money and for a scale of millions one each from two digits on; "$2 billion" has one more than its digit. Ranks, dozens, short
    times ("24 hours") and what looks like a year have at most one mark, vague counts none: every story is full of them.
    """
    if value.low is None:
        return 0
    written = value.low.normalize().as_tuple().digits
    digits = (1 if len(written) > REPEATING else len(written)) + value.is_range
    if _is_commonplace(value, digits):
        return min(digits, 1)
    money, millions = is_currency(value.figure.unit), abs(value.low) >= MILLION
    return digits + money + millions if digits > 1 else digits + (money and millions)


def _is_commonplace(value: Stated, digits: int) -> bool:
    figure = value.figure
    year = not figure.unit and value.low in _YEARS and "," not in figure.quote
    dozens = "dozen" in figure.quote.lower()
    return figure.unit in {"rank", "ordinal"} or (figure.unit in TIMES and figure.of != "age" and digits < 3) or year or dozens
