"""Series: a count or level that several accounts give at several times, oldest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from variorum.compare.figures.frames.figure_keys import Keys
from variorum.compare.figures.frames.order_in_time import grows, moves, time_of
from variorum.compare.figures.values.values import Stated
from variorum.records.dossier import Point


def series_of(values: Iterable[Stated], keys: Mapping[str, Keys]) -> tuple[Point, ...]:
    """The values of a count that grows or of a level that moves, by the time they hold for, the last marked; empty if they tell of one time only.

    A value of which no time is known is left out.
    """
    timed = []
    for value in values:
        told = keys[value.figure.id]
        when = time_of(value, told) if grows(told) or moves(told) else None
        if when and value.low is not None:
            timed.append((when[0], value.low, value.key, value, when[1]))
    timed.sort(key=lambda row: row[:3])
    if len({row[0] for row in timed}) < 2 or len({row[1] for row in timed}) < 2:
        return ()
    last = timed[-1][0]
    return tuple(Point(value.figure.id, value.article, when, implied, when == last) for when, _, _, value, implied in timed)
