"""The timeline: the days and intervals that a story speaks of, in calendar order, each with what happens then."""

from __future__ import annotations

from collections import defaultdict

from variorum.records.dossier import TimelineEntry
from variorum.records.marks import DateMark, Reading
from variorum.text.calendar import FAR_PAST, bounds
from variorum.text.name_words import word_list

MOST_COMPARED = 60  # events of one day that are compared with one another; more say no more about which is typical
GOOD_LENGTH = 4  # words; below it an event is a fragment


def make_timeline(readings: list[Reading]) -> tuple[TimelineEntry, ...]:
    """Dates with a value, one entry for each value. Marked clutter of a page is left out.

    Entries stand in the order of their first day, the longer interval first. An interval with an open start stands where it ends.
    """
    members: dict[str, list[DateMark]] = defaultdict(list)
    for reading in readings:
        for date in reading.dates:
            if date.value and not reading.article.is_boilerplate(date.span):
                members[date.value].append(date)
    return tuple(TimelineEntry(value, label(members[value]), tuple(date.id for date in members[value])) for value in sorted(members, key=_place))


def _place(value: str) -> tuple[str, int, int, str]:
    first, last = bounds(value)
    if first == FAR_PAST:
        return last, 0, 0, value
    return first, 1, -int(last.replace("-", "")), value


def label(dates: list[DateMark]) -> str:
    """The event that shares most words with the other events of the day; the date's own words where no event is known."""
    events = [date.event for date in dates if date.event][:MOST_COMPARED]
    if not events:
        return dates[0].quote
    words = {event: _content(event) for event in events}

    def shared(event: str) -> float:
        return sum(len(words[event] & words[other]) / max(1, len(words[event] | words[other])) for other in events)

    return min(sorted(set(events)), key=lambda event: (-round(shared(event), 6), len(event.split()) < GOOD_LENGTH, len(event), event))


def _content(event: str) -> frozenset[str]:
    return frozenset(word.strip(".,;:'\"").lower() for word in event.split()) - word_list("openers")
