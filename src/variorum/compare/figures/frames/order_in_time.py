"""Which of two values is the later: by the days they hold for, by the days of publication, by the text's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from variorum.compare.figures.frames.figure_keys import Keys
from variorum.compare.figures.values.values import Stated
from variorum.lang import language_data

_DATA: dict[str, Any] = language_data("quantities")
_GROWING_EVENTS = frozenset(_DATA["growing"]["events"])
_GROWING_THINGS = frozenset(_DATA["growing"]["things"].split())
_STATES, _STATE_WORDS = frozenset(_DATA["states"]["events"]), tuple(_DATA["states"]["words"])
_MOVING = frozenset(_DATA["moving"]["things"].split())
_LATER, _EARLIER = tuple(_DATA["words"]["later"]), tuple(_DATA["words"]["earlier"])
_HOURS: dict[str, int] = _DATA["clock"]
_CLOCK = re.compile(rf"(?i)\b(?:(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b\.?|(?P<word>{'|'.join(_HOURS)})\b)")
_REACH = 40  # characters before a number within which a word tells that it is the later or the earlier


@dataclass(frozen=True, slots=True)
class Order:
    """The earlier and the later of two values, and the words that say so."""

    early: Stated
    late: Stated
    why: str


def grows(keys: Keys) -> bool:
    """True for a count that only grows while the news goes on: dead, hurt, arrested, signatures."""
    return not keys.figure.unit and (keys.event in _GROWING_EVENTS or keys.head in _GROWING_THINGS)


def reads(keys: Keys) -> bool:
    """True for a value that is read at a time and may rise or fall: a level, and a count of those who are held, missing, in hospital."""
    clause = f" {keys.figure.clause.text.lower()} " if keys.figure.clause else ""
    return moves(keys) or (not keys.figure.unit and (keys.event in _STATES or any(f" {word} " in clause for word in _STATE_WORDS)))


def told_by(keys: Keys) -> bool:
    """True for a count up to a time: "by Friday", "since May 3"."""
    clause = keys.figure.clause
    if clause is None or keys.since:
        return keys.since
    starts = [time.start - clause.start for time in keys.figure.about.times if not time.lent]
    return any(clause.text[max(0, start - 7) : max(0, start)].lower().endswith(("by ", "as of ")) for start in starts)


def moves(keys: Keys) -> bool:
    """True for a level that is read at a time and moves on: a price, a rate, a water level."""
    return bool(keys.figure.unit) and not keys.event.startswith("offer") and (keys.head in _MOVING or bool(keys.narrowed & _MOVING))


def time_of(value: Stated, keys: Keys) -> tuple[str, bool] | None:
    """When a value holds, as ISO 8601, and whether that is only the day of the article; None where neither is known."""
    if value.as_of and "/" not in value.as_of and not value.old and not (keys.day or "").startswith(value.as_of):
        return value.as_of, False
    return (keys.day, True) if keys.day and not value.old else None


def order_of(a: Stated, b: Stated, one: Keys, two: Keys) -> Order | None:
    """Which of two values is the earlier; None where nothing tells. Values of one day, or of a day and its month, have no order."""
    if a.old != b.old:
        return Order(a, b, "the one is the old value of a change") if a.old else Order(b, a, "the one is the old value of a change")
    said = [_said(value) for value in (a, b)]
    if said[0] != said[1]:
        early, late = (a, b) if said[0] < said[1] else (b, a)
        return Order(early, late, "the text says which is the later")
    times = [time_of(a, one), time_of(b, two)]
    if times[0] is None or times[1] is None:
        return _by_clock(a, b)
    (first, _), (second, _) = times[0], times[1]
    if first[:10] == second[:10] and (by_clock := _by_clock(a, b)):
        return by_clock
    if first.startswith(second) or second.startswith(first):
        return None
    early, late = (a, b) if first < second else (b, a)
    return Order(early, late, f"{_day(min(first, second))} and {_day(max(first, second))}")


def _by_clock(a: Stated, b: Stated) -> Order | None:
    """Which of two values of one day is the later by the time of day that their sentences name: "by midday", "by Thursday night"."""
    told = [_clock(value) for value in (a, b)]
    if told[0] is None or told[1] is None or told[0][0] == told[1][0]:
        return None
    (early, first), (late, second) = sorted(((a, told[0]), (b, told[1])), key=lambda row: row[1])
    return Order(early, late, f"{first[1]} and {second[1]}")


def _clock(value: Stated) -> tuple[float, str] | None:
    """The hour of the time of day in a figure's sentence, and its words; None where it names none or several."""
    clause = value.figure.clause
    found = list(_CLOCK.finditer(clause.text)) if clause else []
    if len(found) != 1:
        return None
    match = found[0]
    if word := match["word"]:
        return float(_HOURS[word.lower()]), word
    hour = int(match["hour"]) % 12 + (12 if match["half"].lower().startswith("p") else 0)
    return hour + int(match["minute"] or 0) / 60, match.group()


def _day(when: str) -> str:
    """A day, with the time of day where it is told: "2031-05-03 14:00"."""
    return when[:16].replace("T00:00", "").replace("T", " ")


def _said(value: Stated) -> int:
    """1 for a value that its sentence calls the later, -1 for the earlier, 0 for neither."""
    figure = value.figure
    if figure.clause is None or value.old:
        return 0
    change = figure.change is not None and figure.change.kind == "from_to"
    before = f" {figure.clause.text[max(0, figure.start - figure.clause.start - _REACH) : max(0, figure.start - figure.clause.start)].lower()} "
    if change or any(f" {word} " in before for word in _LATER):
        return 1
    return -1 if any(f" {word} " in before for word in _EARLIER) else 0
