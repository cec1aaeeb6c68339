"""Sets of possible values: what a stated value allows, whether two sets share a value, and whether two values rule each other out.

Three answers for two values: they `meets` (one value can be meant by both), they `excludes` (both cannot be true of one quantity), or
neither: apart but possible, such as "at least four" and "at least six".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from variorum.compare.figures.values.rounding import Width, Writing, about, rounding, step
from variorum.compare.figures.values.vague_counts import named_share, vague_limits
from variorum.compare.figures.values.values import Stated, same_value
from variorum.lang import language_data
from variorum.text.numbers.conversions import converted, convertible

CONVERTED = Decimal("0.03")  # relative; news rounds what it converts: 9 miles for 14 km
INFINITE = Decimal("Infinity")
_LOWER, _UPPER = (">", ">="), ("<", "<=")


@dataclass(frozen=True, slots=True)
class ValueSet:
    """All values from `low` to `high` in `unit`; an open end is itself not in the set. Ends may be infinite. Never empty."""

    low: Decimal
    high: Decimal
    unit: str = ""
    low_open: bool = False
    high_open: bool = False

    def holds(self, value: Decimal) -> bool:
        """True if a value, in the unit of the set, is in it."""
        above = self.low < value or (self.low == value and not self.low_open)
        return above and (value < self.high or (self.high == value and not self.high_open))

    def shares(self, other: ValueSet) -> bool:
        """True if two sets of one unit have a value in common."""
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        return low < high or (low == high and not low_open and high_closed)

    def widened(self, share: Decimal) -> ValueSet:
        """The set with both ends moved outwards by a share of themselves, and closed."""
        return ValueSet(self.low - abs(self.low) * share, self.high + abs(self.high) * share, self.unit)

    def to_unit(self, unit: str) -> ValueSet:
        """The set in another unit of its dimension, wider by what news rounds when it converts."""
        low, high = (end if end.is_infinite() else converted(end, self.unit, unit) for end in (self.low, self.high))
        return ValueSet(min(low, high), max(low, high), unit).widened(CONVERTED)


def value_set(value: Stated) -> ValueSet | None:
    """The values that a reader takes a stated value to mean; None for a vague count without known limits."""
    found = _sets(value)
    return found[0] if found else None


def possible_set(value: Stated) -> ValueSet | None:
    """The values that a stated value does not rule out, never fewer than `value_set`; None for vague counts, which rule out nothing.

    Its number may be rounded harder than readers expect, and a bound has no other end.
    """
    found = _sets(value)
    return found[1] if found else None


def meets(a: Stated, b: Stated) -> bool:
    """True if one value can be meant by both, in one unit or in two of one dimension. Sums in two currencies never meet."""
    sets = _in_one_unit(value_set(a), value_set(b))
    return sets is not None and sets[0].shares(sets[1])


def allow_each_other(a: Stated, b: Stated) -> bool:
    """True if both can be meant as one value: they state one number, or their sets meet."""
    return same_value(a, b) or meets(a, b)


def excludes(a: Stated, b: Stated) -> bool:
    """True if both cannot be true of one quantity.

    A lower bound excludes no larger value, an upper bound no smaller one; vague counts and values of two dimensions or currencies exclude
    nothing.
    """
    sets = _in_one_unit(possible_set(a), possible_set(b))
    return sets is not None and not sets[0].shares(sets[1])


def _in_one_unit(one: ValueSet | None, two: ValueSet | None) -> tuple[ValueSet, ValueSet] | None:
    """Two sets in one unit, the first by name, whichever comes first here; None if there is none."""
    if one is None or two is None or not convertible(one.unit, two.unit):
        return None
    if one.unit == two.unit:
        return one, two
    unit = min(one.unit, two.unit)
    return (one, two.to_unit(unit)) if one.unit == unit else (one.to_unit(unit), two)


# --- from words to sets -----------------------------------------------------------------------------------------------------------

_DATA = language_data("value_sets")


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)")


_SHORT_OF = _any_of(_DATA["about"]["short_of"])
_NEAR = _any_of(_DATA["bounds"]["near"])

Sets = tuple[ValueSet, ValueSet | None]


def _sets(value: Stated) -> Sets | None:
    figure = value.figure
    start, end = figure.number.start - figure.start, figure.number.end - figure.start
    quote = figure.quote.lower()
    number = quote[max(0, start) : max(0, end)]
    if value.low is None or value.high is None:
        limits = vague_limits(number, quote)
        return (ValueSet(*limits, figure.unit), None) if limits else None
    low, high = (Writing(end, number, figure.unit, figure.of == "age") for end in (value.low, value.high))
    return _numbered(low, high, value.bound, quote[: max(0, start)])


@functools.lru_cache(maxsize=20_000)
def _numbered(low: Writing, high: Writing, bound: str, before: str) -> Sets:
    """What a value with a number allows, as read and at the most; `before` are the figure's words before its number."""
    read, most = _bounded(low, high, bound, before)
    whole = low.is_whole and high.is_whole
    return (_whole(read, high.value), _whole(most, high.value)) if whole else (read, most)


def _bounded(low: Writing, high: Writing, bound: str, before: str) -> tuple[ValueSet, ValueSet]:
    if named := named_share(high.words):
        return ValueSet(*named, high.unit), ValueSet(*named, high.unit)
    near = bool(_NEAR.search(before))
    if bound in _LOWER:
        return _lower(low, high, bound, near=near)
    if bound in _UPPER:
        return _upper(low, high, bound, near=near)
    if bound == "~" and _SHORT_OF.search(before):
        return _short_of(low, high)
    if high.age and bound == "=":
        return _lived(low, high), _lived(low, high)
    return _around(low, high, about if bound == "~" else rounding)


def _lived(low: Writing, high: Writing) -> ValueSet:
    """Ages are rounded down: one is 42 until one is 43."""
    return ValueSet(low.value, high.value + 1, high.unit, high_open=True)


def _around(low: Writing, high: Writing, width: Callable[[Writing], Width]) -> tuple[ValueSet, ValueSet]:
    below, above = width(low), width(high)
    return _rounded(low, high, below.read, above.read), _rounded(low, high, below.most, above.most)


def _rounded(low: Writing, high: Writing, below: Decimal, above: Decimal) -> ValueSet:
    """Halves of a last place are rounded away from zero: of a positive number the lower end is in the set, the upper is not."""
    low_open = low.value < 0 and below in low.halves
    return ValueSet(low.value - below, high.value + above, low.unit, low_open, high.value > 0 and above in high.halves)


def _short_of(low: Writing, high: Writing) -> tuple[ValueSet, ValueSet]:
    """ "Nearly" is said of what lies below; at the most its number is rounded too."""
    below, above = about(low), rounding(high)
    read = ValueSet(low.value - below.read, high.value, low.unit, high_open=below.read > 0)
    return read, ValueSet(low.value - below.most, high.value + above.most, low.unit)


def _lower(low: Writing, high: Writing, bound: str, *, near: bool) -> tuple[ValueSet, ValueSet]:
    """At least so much: readers think of the next step of its scale, logic of no end. The number itself is never ruled out."""
    stride = step(high, near=near)
    if high.is_whole and stride == 1:
        stride = Decimal(3 if bound == ">" else 2)  # "at least two": two or three; "more than two": three or four
    read = ValueSet(low.value, high.value + stride, low.unit, bound == ">", high_open=True)
    return read, ValueSet(low.value - _loose(low), INFINITE, low.unit)


def _upper(low: Writing, high: Writing, bound: str, *, near: bool) -> tuple[ValueSet, ValueSet]:
    """At most so much: the mirror of `_lower`, but no farther down than half. A range that is so bounded keeps its lower end."""
    if low.value == high.value:
        read = ValueSet(high.value - _stride_down(high, bound, near=near), high.value, low.unit, True, bound == "<")
    else:
        read = ValueSet(low.value - rounding(low).read, high.value, low.unit, high_open=bound == "<")
    return read, ValueSet(-INFINITE, high.value + _loose(high), low.unit)


def _loose(number: Writing) -> Decimal:
    """How far beyond the number of a bound a value may lie before it contradicts it: "more than two-thirds" does not rule out 66 per cent."""
    return rounding(number).read if number.is_fraction else Decimal(0)


def _stride_down(high: Writing, bound: str, *, near: bool) -> Decimal:
    stride = step(high, near=near)
    if high.is_whole and stride == 1:
        return Decimal(3 if bound == "<" else 2)
    return min(stride, abs(high.value) / 2) or stride


def _whole(values: ValueSet, written: Decimal) -> ValueSet:
    """The whole numbers of a set, as a set with closed ends; the written number alone if there is none."""
    low = values.low if values.low.is_infinite() else _next(values.low, ROUND_CEILING, 1 if values.low_open else 0)
    high = values.high if values.high.is_infinite() else _next(values.high, ROUND_FLOOR, -1 if values.high_open else 0)
    return ValueSet(low, high, values.unit) if low <= high else ValueSet(written, written, values.unit)


def _next(end: Decimal, towards: str, past: int) -> Decimal:
    whole = end.to_integral_value(rounding=towards)
    return whole + past if whole == end else whole
