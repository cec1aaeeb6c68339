"""One quantity as the words give it: a piece with its bound, period, counted noun or base, and age."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from variorum.extract.figures.written.around.ages import age_before, age_in_apposition, age_of_person, as_young_as, old_after
from variorum.extract.figures.written.around.bounds import (
    bound_after,
    bound_after_noun,
    bound_before,
    bound_behind_bracket,
    period,
    ranked,
    top_before,
)
from variorum.extract.figures.written.around.counted_nouns import base, counted_noun
from variorum.extract.figures.written.around.false_bounds import is_no_bound
from variorum.extract.figures.written.around.rates import rate, rate_before, rate_behind_bracket, rate_of_stuff
from variorum.extract.figures.written.numbers_with_units import POINTS, RANK, Piece, tells_of_rates
from variorum.extract.figures.written.told_in_words import MAJORITY, SINGLE
from variorum.records.article import Span
from variorum.records.marks import Change
from variorum.text.parsing.parse import Parse


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity as the words give it. `start` to `end` covers bound word to period; `core_end` is where number and unit end.

    `gap` is True where the noun or unit is left out in the text, and taken from the quantity before. `times` is how many of `unit` the unit as
    it is written is: 0.01 for cents.
    """

    start: int
    end: int
    number: Span
    core_start: int
    core_end: int
    low: Decimal | None
    high: Decimal | None
    unit: str
    family: str
    kind: str
    of: str | None = None
    bound: str = "="
    per: str | None = None
    change: Change | None = None
    pint_unit: str | None = None
    ambiguous: bool = False
    gap: bool = False
    times: Decimal = Decimal(1)


def of_one_order(one: Quantity, two: Quantity, times: int) -> bool:
    """True if two values are no further apart than so many times."""
    return bool(one.high and two.high and 1 <= times * abs(one.high / two.high) <= times**2)


def single(parse: Parse, piece: Piece) -> Quantity:
    """The quantity that one piece gives; a bare number after "top" or "world number" is a rank, a majority is more than half."""
    quantity = finish(parse, piece, piece)
    if piece.kind == MAJORITY:
        return replace(quantity, bound=">")
    if piece.kind == SINGLE:
        return replace(quantity, start=quantity.core_start, bound="=")  # "under a single plan" bounds nothing
    if piece.kind == "cardinal" and not piece.unit and (start := ranked(parse.folded, piece.start)) is not None:
        return replace(quantity, start=start, end=piece.end, unit=RANK.symbol, family="rank", of=None)
    if piece.kind == "cardinal" and not piece.unit and (start := top_before(parse.folded, piece.start)) is not None:
        return replace(quantity, start=min(quantity.start, start), unit=RANK.symbol, family="rank", bound="<=")
    return quantity


def finish(parse: Parse, piece: Piece, last: Piece) -> Quantity:
    """Add bound, period, counted noun or base, and age to a piece; `last` is the piece at whose end the words after are read."""
    start, end, bound = _bounded(parse, piece)
    per = period(parse.folded, end) or rate(parse.folded, end)
    end = per[0] if per else end
    counted = _counted(parse, piece, last, end)
    of = None
    if counted and counted[0] > end:
        end, of = counted[0], counted[1] or None
        per = per or period(parse.folded, end) or rate(parse.folded, end)
        end = max(end, per[0]) if per else end
        if bound == "=" and (after := bound_after_noun(parse.folded, end)):
            end, bound = after  # "40 boats or more"
    unit = piece.unit
    if bound == "=" and unit and unit.family in {"money", "measure"}:
        bound = bound_behind_bracket(parse.folded, end) or bound
    quantity = Quantity(
        start=start,
        end=end,
        number=piece.number,
        core_start=piece.start,
        core_end=piece.end,
        low=piece.low,
        high=piece.high,
        unit=piece.symbol,
        family=unit.family if unit else "",
        kind=piece.kind,
        of=of,
        bound=bound,
        per=per[1] if per else _rate_elsewhere(parse.folded, start, end, unit.family) if unit else None,
        pint_unit=unit.quantity if unit else None,
        ambiguous=bool(unit and unit.ambiguous),
        times=unit.times if unit else Decimal(1),
    )
    return _aged(parse, piece, _pointed(parse, _timed(quantity)))


def _rate_elsewhere(folded: str, start: int, end: int, family: str) -> str | None:
    """A rate that does not stand right behind: beyond a bracket or "of oil", or in an adjective before."""
    if family == "money":
        return rate_behind_bracket(folded, end) or rate_before(folded, start)
    stuff = rate_of_stuff(folded, end) if family == "measure" else None
    return stuff[1] if stuff else None


def _timed(quantity: Quantity) -> Quantity:
    """A count of years, months or days is a time, whatever stands between: "five long years"."""
    noun = (quantity.of or "").split(" ")[-1]
    if noun == "decade" and not quantity.unit and quantity.low is not None and quantity.high is not None:
        quantity = replace(quantity, low=quantity.low * 10, high=quantity.high * 10)
        noun = "year"
    if quantity.unit or noun not in _TIMES:
        return quantity
    return replace(quantity, unit=noun, family="time", of=None, pint_unit=noun)


def _pointed(parse: Parse, quantity: Quantity) -> Quantity:
    """Points of a rate or a poll are percentage points; of an index or a match they are counted."""
    if quantity.unit or quantity.of not in _POINTS or not tells_of_rates(parse.folded, quantity.number.start):
        return quantity
    return replace(quantity, unit=POINTS.symbol, family=POINTS.family, of=None)


_POINTS = frozenset({"point", "point contribution", "point share"})
_PLAIN_BOUND = re.compile(r"(?i)(?:up to|in excess|as \w+ as|(?:more|less|fewer|greater) than|at (?:least|most))\b")  # never part of a verb


def _bounded(parse: Parse, piece: Piece) -> tuple[int, int, str]:
    """Where the expression starts and ends with its bound words, and the bound."""
    before = bound_before(parse.folded, piece.start)
    if (
        before
        and not _PLAIN_BOUND.match(parse.folded, before[0])
        and is_no_bound(parse, before[0], piece.end, piece.unit.family if piece.unit else "")
    ):
        before = None
    after = bound_after(parse.folded, piece.end)
    if before and after and before[1] == "~":
        return before[0], after[0], after[1]  # "about five hundred or more"
    if before:
        return before[0], piece.end, before[1]
    return (piece.start, after[0], after[1]) if after else (piece.start, piece.end, "=")


_AGE_GROUPS = frozenset({"age bracket", "age group", "age range", "age category", "age band"})
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})


def _counted(parse: Parse, piece: Piece, last: Piece, end: int) -> tuple[int, str] | None:
    """The counted noun of a bare number, ordinal or proportion; the base of a share."""
    if piece.symbol == "%" and piece.kind != "proportion":
        return base(parse, end, fraction=piece.kind == "fraction")
    if not piece.symbol or piece.symbol == "ordinal" or piece.kind == "proportion":
        return counted_noun(parse, last.end if end == last.end else end)
    return None


def _aged(parse: Parse, piece: Piece, quantity: Quantity) -> Quantity:
    """An age, where the words make the number one: "16-year-old", "aged 16 to 18", "Mary Lane, 66,", "voters under 30"."""
    folded = parse.folded
    if quantity.family == "time":
        old = old_after(folded, quantity.end)
        return replace(quantity, end=old, of="age") if old else quantity
    if quantity.unit or piece.high is None or not 0 < piece.high < 120:
        return quantity
    if quantity.of in _AGE_GROUPS:
        return replace(quantity, unit="year", family="time", of="age")
    if quantity.of is not None and not as_young_as(folded, piece.start):
        return quantity
    before = age_before(parse, quantity.start, piece.start, bounded=quantity.bound != "=")
    if before is None and not age_in_apposition(parse, piece) and not age_of_person(parse, piece):
        return quantity
    start, bound = before or (quantity.start, None)
    return replace(quantity, start=min(start, quantity.start), unit="year", family="time", of="age", bound=bound or quantity.bound, end=piece.end)
