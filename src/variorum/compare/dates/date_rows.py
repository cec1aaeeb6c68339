"""Rows of dates: when something happens, by accounts, compared like a figure with the event as its thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from variorum.compare.dates.date_titles import title_of
from variorum.compare.dates.date_verdicts import Ruling, is_closed, may_be_a_week_off, rule, within
from variorum.compare.dates.events import Dated, dated, places_in_index
from variorum.compare.dates.one_event import is_day, may_be_one, one_event
from variorum.compare.figures.frames.mentions import Mentions
from variorum.compare.figures.pairing.voices import Voices
from variorum.records.article import content_hash
from variorum.records.dossier import Account, Actor, Comparison, ComparisonMember
from variorum.records.marks import DateMark, Reading

MOST_TRIED = 12  # events under one key that a date is set against; a story that tells more of them alike is a list
MOST_SEEN = 6  # dates of an event that a new one must fit


def compare_dates(
    readings: Sequence[Reading], accounts: tuple[Account, ...], actors: tuple[Actor, ...], cited: Mapping[str, str] | None = None
) -> tuple[Comparison, ...]:
    """Rows of dates of two or more accounts that are of one event, in the order of the articles.

    A date stands in at most one row. An article that gives several dates for an event is left out of its row: which is meant is open. `cited`
    gives the account that a statement is cited from, by the statement's id.
    """
    mentions, voices = Mentions(actors), Voices(accounts, _cited_dates(readings, cited or {}))
    found = sorted(_dates(readings, mentions), key=lambda one: one.key)
    events = (event for event in _joined(_events(found)) if len({one.mark.article for one in event}) > 1)
    rows = (row for event in events for row in _rows(_one_date_each(event), voices))
    places = {date.id: place for place, date in enumerate(date for reading in readings for date in reading.dates)}
    return tuple(sorted(rows, key=lambda row: min(places[member.figure] for member in row.members)))


def _dates(readings: Iterable[Reading], mentions: Mentions) -> Iterable[Dated]:
    for reading in readings:
        day = str(reading.article.published or "") or None
        for mark in reading.dates:
            one = dated(mark, mentions, day)
            if one is not None and is_closed(one.value) and not may_be_a_week_off(one) and not reading.article.is_boilerplate(mark.span):
                yield one


def _cited_dates(readings: Iterable[Reading], cited: Mapping[str, str]) -> dict[str, str]:
    """The account that a date is cited from, by the date's id: that of the statement in which it stands."""
    out: dict[str, str] = {}
    for reading in readings:
        told = [statement for statement in reading.statements if statement.id in cited]
        for date in reading.dates if told else ():
            if source := next((cited[statement.id] for statement in told if statement.span.contains(date.span)), None):
                out[date.id] = source
    return out


def _events(dates: Iterable[Dated]) -> list[list[Dated]]:
    """Dates of one event together: a date joins the first event under its keys whose dates are all of one event with it."""
    index: dict[tuple[str, ...], list[list[Dated]]] = defaultdict(list)
    events: list[list[Dated]] = []
    for one in dates:
        places = list(places_in_index(one))
        known = (event for place in places for event in index[place][:MOST_TRIED])
        event = next((event for event in known if all(one_event(one, other) for other in event[:MOST_SEEN])), None)
        if event is None:
            event = []
            events.append(event)
        event.append(one)
        for place in places:
            if not any(other is event for other in index[place]):
                index[place].append(event)
    return events


def _joined(events: Iterable[list[Dated]]) -> list[list[Dated]]:
    """The events with those made one that an article tells twice: "a plane crashed on Sunday" and later "Sunday's crash"."""
    whole: dict[tuple[str, ...], list[list[Dated]]] = defaultdict(list)
    out: list[list[Dated]] = []
    for event in events:
        about = event[0].about
        keys = [(about.happens, one.value, one.mark.article) for one in event if is_day(one.value)]
        known = (other for key in keys for other in whole[key][:MOST_TRIED])
        other = next((other for other in known if all(may_be_one(a, b) for a in event[:MOST_SEEN] for b in other[:MOST_SEEN])), None)
        target = other if other is not None else []
        if other is None:
            out.append(target)
        target += event
        for key in keys:
            if not any(known is target for known in whole[key]):
                whole[key].append(target)
    return out


def _one_date_each(event: Sequence[Dated]) -> list[Dated]:
    """The dates of the articles that give one date for an event; values that lie within each other are one."""
    of_article: dict[str, list[Dated]] = defaultdict(list)
    for one in event:
        of_article[one.mark.article].append(one)
    return [one for own in of_article.values() if all(within(a.value, b.value) for a in own for b in own) for one in own]


def _rows(dates: Sequence[Dated], voices: Voices) -> Iterable[Comparison]:
    """The row of an event; where its dates differ and nothing sure can be said of that, a row for each value that several accounts give."""
    whole = _row(dates, voices)
    if whole is not None or not dates:
        return [whole] if whole else []
    of_value: dict[str, list[Dated]] = defaultdict(list)
    for one in dates:
        of_value[one.value].append(one)
    return [row for _, own in sorted(of_value.items()) if (row := _row(own, voices))]


def _row(dates: Sequence[Dated], voices: Voices) -> Comparison | None:
    if len({voices.account_of[one.mark.article] for one in dates}) < 2:
        return None
    ruling = rule(dates)
    return _comparison(dates, ruling, voices) if ruling else None


def _comparison(dates: Sequence[Dated], ruling: Ruling, voices: Voices) -> Comparison:
    marks: dict[str, DateMark] = {one.mark.id: one.mark for one in dates}
    members = tuple(ComparisonMember(mark.id, mark.article, voices.account_of[mark.article]) for mark in marks.values())
    count, note = voices.count(members, marks)
    name = content_hash(*sorted(marks))
    compared = tuple(one.mark.id for one in ruling.pair) if ruling.pair else ()
    return Comparison("r" + name, title_of(dates), members, ruling.verdict, f"{ruling.reason} {note}".strip(), count, compared)
