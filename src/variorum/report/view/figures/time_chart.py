"""A small picture of values over time: a dot for each value, laid out in per cent of the width and in pixels of the height."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from babel.dates import format_date

from variorum.records.marks import Figure
from variorum.report.in_words import BOUNDS, LOCALE, normal_form, quantity_words
from variorum.report.view.figures.chart import axis

_LEFT, _RIGHT = 3.0, 97.0  # per cent of the width between which the times lie
_TOP, _LEAST, _AXIS = 34, 124, 146  # pixels: the largest value, the least where the axis does not begin at nought, the axis
_DAY = len("2031-03-04")
_MOST = 24  # dots; more of them are a table, not a picture
_CHARACTER = 2.1  # per cent of the width that a character takes on the narrowest screen
_LONGEST = 24  # characters; a longer label would cover the picture
_LINE = 15  # pixels from one line of words to the next
_ABOVE, _BELOW = -9, 17  # pixels from a dot to the foot of its label

Moment = tuple[str, str, Figure | None]
"""When a value holds (ISO 8601), the siglum of who gives it, and the figure."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words in the picture: `x` in per cent, `y` in pixels, `anchor` as SVG has it."""

    x: float
    y: int
    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Dot:
    """One value: its time, `high` and `low` ends of its range in pixels from the top, and its words with the sigla of who gives it."""

    x: float
    high: int
    low: int
    words: str


@dataclass(frozen=True, slots=True)
class TimeChart:
    """Dots, their labels as far as they do not cover each other, and the days at the foot. `summary` says the same in words."""

    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]
    days: tuple[Label, ...]
    summary: str

    @property
    def bottom(self) -> int:
        return _AXIS

    @property
    def height(self) -> int:
        return _AXIS + 20


def make_time_chart(moments: Sequence[Moment]) -> TimeChart | None:
    """A picture of values over time; None where one cannot be drawn: times without an order, values of several units, too many dots.

    A day has no order with the hours in it, so if one value is of a day, all stand at their days.
    """
    told = _placed(moments)
    figures = [one.figure for one in told]
    if len(told) < len(moments) or not _can_be_drawn(told):
        return None
    low, high = axis(figures)
    times = [one.time for one in told]
    dots = _dots([(_across(one.time, times), one.siglum, one.figure) for one in told], low, high)
    summary = "; ".join(f"{_short(one.when, one.time, times)} {one.siglum}: {normal_form(one.figure)}" for one in told)
    return TimeChart(dots, _fitting(_ends_first(dots)), _days(told), summary)


class _Placed(NamedTuple):
    """A value whose time has a place in the calendar: `when` as far as it is used, `time` its start."""

    when: str
    time: dt.datetime
    siglum: str
    figure: Figure


def _placed(moments: Sequence[Moment]) -> list[_Placed]:
    """The values that have a place on both axes."""
    whens = _alike([when for when, _, _ in moments])
    timed = [(when, calendar_time(when), siglum, figure) for when, (_, siglum, figure) in zip(whens, moments, strict=True)]
    return [_Placed(when, time, siglum, figure) for when, time, siglum, figure in timed if time and figure and _is_finite(figure)]


def _can_be_drawn(told: Sequence[_Placed]) -> bool:
    """True for two to _MOST values in one unit, of which not all are equal, at two times at least, none of which lies in another."""
    units = {(one.figure.unit, one.figure.per) for one in told}
    values = {end for one in told for end in (one.figure.low, one.figure.high)}
    several = len({one.time for one in told}) > 1 and len(values) > 1
    return several and len(told) <= _MOST and len(units) == 1 and not _overlap({one.when for one in told})


def _alike(whens: Sequence[str]) -> list[str]:
    """Times without their time of day, unless all have one; what is no calendar time stays as it is."""
    if all(len(when) > _DAY for when in whens):
        return list(whens)
    return [when[:_DAY] if calendar_time(when) else when for when in whens]


def _overlap(whens: set[str]) -> bool:
    """True if one of the times lies in another, as a day in its year."""
    return any(when[:length] in whens for when in whens for length in (4, 7) if len(when) > length)


def calendar_time(value: str) -> dt.datetime | None:
    """The start of a day, month or year, or a time of day (in UTC where the zone is told); None for anything else."""
    padded = value.rstrip("~?%")
    padded += {4: "-01-01", 7: "-01"}.get(len(padded), "")
    try:
        time = dt.datetime.fromisoformat(padded)
        return time.astimezone(dt.UTC).replace(tzinfo=None) if time.tzinfo else time
    except (ValueError, OverflowError):
        return None


def _is_finite(figure: Figure) -> bool:
    """True for a value that has a place on an axis."""
    ends = (figure.low, figure.high)
    return all(end is not None and end.is_finite() and abs(end.adjusted()) < 100 for end in ends)


def _across(time: dt.datetime, times: Sequence[dt.datetime]) -> float:
    share = (time - min(times)) / (max(times) - min(times))
    return round(_LEFT + share * (_RIGHT - _LEFT), 2)


def _dots(values: Iterable[tuple[float, str, Figure]], low: Decimal, high: Decimal) -> tuple[Dot, ...]:
    """A dot for each value at each time; accounts that give the same there share it."""
    found: dict[Dot, list[str]] = {}
    for x, siglum, figure in values:
        found.setdefault(_dot(x, figure, low, high), []).append(siglum)
    return tuple(replace(dot, words=f"{dot.words} {', '.join(dict.fromkeys(sigla))}") for dot, sigla in found.items())


def _dot(x: float, figure: Figure, low: Decimal, high: Decimal) -> Dot:
    bottom, top = (_down(end, low, high) for end in (figure.low, figure.high))
    words = f"{BOUNDS[figure.bound]} {quantity_words(figure.low, figure.high, figure.unit)}".lstrip()
    return Dot(x, top, bottom, words)


def _down(value: Decimal | None, low: Decimal, high: Decimal) -> int:
    """How far down a value stands: on the axis only if it is nought."""
    share, foot = float(((value or Decimal(0)) - low) / (high - low)), _LEAST if low else _AXIS
    return round(foot - share * (foot - _TOP))


def _ends_first(dots: Sequence[Dot]) -> list[Dot]:
    """The order in which dots get their labels: the last and the first before those between."""
    return [dots[-1], *dots[:-1]]


def _fitting(dots: Iterable[Dot]) -> tuple[Label, ...]:
    """Labels above or below their dots, as far as they cover no other; what has none stands in the list beside the picture."""
    kept: list[Label] = []
    for dot in dots:
        places = (_label(dot.x, dot.high + _ABOVE, dot.words), _label(dot.x, dot.low + _BELOW, dot.words))
        free = [place for place in places if place.y < _AXIS and len(dot.words) <= _LONGEST and not any(_cover(place, other) for other in kept)]
        kept += free[:1]
    return tuple(kept)


def _label(x: float, y: int, words: str) -> Label:
    return Label(x, y, "start" if x < 30 else "end" if x > 70 else "middle", words)


def _cover(one: Label, two: Label) -> bool:
    if abs(one.y - two.y) >= _LINE:
        return False
    (left, right), (other_left, other_right) = _reach(one), _reach(two)
    return left < other_right and other_left < right


def _reach(label: Label) -> tuple[float, float]:
    """From where to where a label goes, in per cent of the width."""
    width = len(label.words) * _CHARACTER
    left = label.x - {"start": 0.0, "end": width, "middle": width / 2}[label.anchor]
    return left, left + width


def _days(told: Sequence[_Placed]) -> tuple[Label, ...]:
    """The first and the last time at the foot, and those between that have room."""
    times = [one.time for one in told]
    latest_first = sorted(told, key=lambda one: one.time, reverse=True)
    shown = {_short(one.when, one.time, times): _across(one.time, times) for one in latest_first}
    (first, *between) = [_label(x, _AXIS + _LINE, words) for words, x in sorted(shown.items(), key=lambda item: item[1])]
    kept: list[Label] = []
    for label in (first, *between[-1:], *between[:-1]):
        kept += [] if any(_cover(label, other) for other in kept) else [label]
    return tuple(kept)


def _short(when: str, time: dt.datetime, times: Sequence[dt.datetime]) -> str:
    """A time as short as it can be told apart: time of day within one day, else day and month; a month or year where no more is known."""
    if len(when.rstrip("~?%")) < _DAY:
        return format_date(time.date(), "y" if "-" not in when else "MMM y", locale=LOCALE)
    if len({other.date() for other in times}) == 1:
        return f"{time:%H:%M}"
    several = len({other.year for other in times}) > 1
    return format_date(time.date(), "d MMM y" if several else "d MMM", locale=LOCALE)
