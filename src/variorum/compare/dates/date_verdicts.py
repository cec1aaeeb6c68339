"""Verdicts on dates of one event: agree, status, update or conflict, each with a reason in the texts' words and their values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.compare.dates.events import Dated
from variorum.compare.dates.one_event import is_day, one_event
from variorum.lang import language_data, word_set
from variorum.text.calendar import FAR_FUTURE, FAR_PAST, bounds

ONE_OCCASION = 10  # days; what recurs (launches, meetings, votes) may well happen again after more than that, so that both dates are right
_WEEK = 7  # days; a weekday counted from a wrong day of publication is off by whole weeks
MOST_QUOTED = 4  # wordings that a reason quotes
_ONCE = word_set(language_data("occasions")["once"]["words"])
_MOVING = language_data("occasions")["moving"]
_AHEAD, _EITHER = word_set(_MOVING["ahead"]), tuple(verb.rstrip("e") for verb in _MOVING["either"].split())
_DAY_NAMES = sorted({*language_data("dates")["weekdays"], *language_data("dates")["months"]}, key=len, reverse=True)
_NAMED_DAY = re.compile(rf"(?i)\b(?:{'|'.join(_DAY_NAMES)})\b|\d{{4}}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict, the reason for it, and the two dates that decide it."""

    verdict: str
    reason: str
    pair: tuple[Dated, Dated] | None = None


def within(a: str, b: str) -> bool:
    """True if the interval of one value lies within that of the other."""
    (first, last), (start, end) = bounds(a), bounds(b)
    return (start <= first and last <= end) or (first <= start and end <= last)


def is_closed(value: str) -> bool:
    """False for an interval that is open on a side."""
    return not {FAR_PAST, FAR_FUTURE} & set(bounds(value))


def may_be_a_week_off(one: Dated) -> bool:
    """True for a weekday six days back: where it is already the next day, it may be that day ("Tuesday" in a text of Monday evening)."""
    if not (one.mark.anchor and is_day(one.value) and is_day(one.mark.anchor)) or re.search(r"\d", one.mark.quote):
        return False
    return (dt.date.fromisoformat(one.mark.anchor) - dt.date.fromisoformat(one.value)).days == _WEEK - 1


def rule(dates: Sequence[Dated]) -> Ruling | None:
    """The verdict on dates of one event, None where they differ and nothing sure can be said of it."""
    days = sorted({one.value for one in dates if is_day(one.value)})
    if all(within(a.value, b.value) for a in dates for b in dates):
        return _status(dates) or Ruling("agree", _agree(dates))
    if len(days) < 2:
        return None
    return _update(dates) or _planned_and_done(dates) or _conflict(dates)


# --- values that allow each other -----------------------------------------------------------------------------------------------------------


def _agree(dates: Sequence[Dated]) -> str:
    values = sorted({one.value for one in dates}, key=lambda value: (-len(value), value))
    if len(values) == 1:
        one_wording = len({_plain(one.mark.quote).casefold() for one in dates}) == 1
        return f"All say {_quotes(dates)}, which means {values[0]}." if one_wording else f"{_quotes(dates)} mean the same: {values[0]}."
    told = "; ".join(f"{_quotes(one for one in dates if one.value == value)} ({value})" for value in values)
    return f"The narrower lies within the wider: {told}."


def _status(dates: Sequence[Dated]) -> Ruling | None:
    """Where one article tells as planned what another tells as done."""
    told = _told(dates)
    coming, done = ([one for one in dates if told[one.mark.article] == {state}] for state in ("coming", "done"))
    if not coming or not done:
        return None
    a, b = coming[0], done[0]
    return Ruling("status", f"The dates allow each other, but {_with_event(a, 'is planned')} and {_with_event(b, 'is told as done')}.", (a, b))


def _told(dates: Sequence[Dated]) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for one in dates:
        out.setdefault(one.mark.article, set()).add(one.about.told)
    return out


# --- days that exclude each other -----------------------------------------------------------------------------------------------------------


def _pairs(dates: Sequence[Dated]) -> list[tuple[Dated, Dated]]:
    days = [one for one in dates if is_day(one.value)]
    return [(a, b) for at, a in enumerate(days) for b in days[at + 1 :] if a.value != b.value and a.mark.article != b.mark.article]


def _update(dates: Sequence[Dated]) -> Ruling | None:
    """Where the words of a text say that the event was moved to its date."""
    for a, b in _pairs(dates):
        for old, new in ((a, b), (b, a)):
            if new.about.moved and not old.about.moved and _fits(new.about.moved.text, old, new) and _is_firm(old, new):
                words = new.about.moved.line
                return Ruling("update", f"It was moved from {_quote(old)} to {_quote(new)}: one text says “{words}”.", (old, new))
    return None


def _is_firm(a: Dated, b: Dated) -> bool:
    """True for dates of one event of which each says the same, or nouns of one restriction: "the local election" is not every election."""
    match = one_event(a, b)
    nouns = a.about.is_noun and b.about.is_noun and a.undergoes is not None and b.undergoes is not None
    return match is not None and (match.full or (nouns and a.undergoes.within == b.undergoes.within))  # type: ignore[union-attr]


def _fits(words: str, old: Dated, new: Dated) -> bool:
    """True if the words move an event the way from one day to the other: what is put off comes later."""
    told = words.lower().split()
    if told[-1] in _AHEAD:
        return new.value < old.value
    return new.value > old.value or told[0].startswith(_EITHER)


def _planned_and_done(dates: Sequence[Dated]) -> Ruling | None:
    for a, b in _pairs(dates):
        for plan, fact in ((a, b), (b, a)):
            told = (plan.about.told, fact.about.told) == ("coming", "done")
            if told and _is_firm(plan, fact) and _is_earlier(plan, fact) and _are_close(plan, fact):
                return Ruling("status", f"{_with_event(plan, 'was planned')}, {_with_event(fact, 'is told as done')}.", (plan, fact))
    return None


def _is_earlier(a: Dated, b: Dated) -> bool:
    return bool(a.day and b.day and a.day[:10] < b.day[:10])


def _conflict(dates: Sequence[Dated]) -> Ruling | None:
    """Two days that cannot both be right: each pair of different days must exclude each other."""
    pairs = _pairs(dates)
    if not pairs or not all(_excludes(a, b) for a, b in pairs):
        return None
    a, b = pairs[0]
    return Ruling(
        "conflict", f"{_quote(a)} and {_quote(b)} cannot both be true. Both texts name the same event: {_named(a)} and {_named(b)}.", (a, b)
    )


def _excludes(a: Dated, b: Dated) -> bool:
    match = one_event(a, b)
    if match is None or not match.full or not (_is_named(a) and _is_named(b)) or a.about.told != b.about.told:
        return False
    if a.about.told == "coming" and (a.day or "")[:10] != (b.day or "")[:10]:
        return False  # plans change from day to day
    return _are_close(a, b)


def _are_close(a: Dated, b: Dated) -> bool:
    """True for days near enough to be two reports of one event, or of what comes about once; whole weeks apart are a fault of counting."""
    apart = abs((dt.date.fromisoformat(a.value) - dt.date.fromisoformat(b.value)).days)
    counted = a.mark.anchor or b.mark.anchor
    if counted and apart % _WEEK == 0:
        return False
    return apart <= ONE_OCCASION or a.about.happens in _ONCE


def _is_named(one: Dated) -> bool:
    """True for a day that the words name ("Monday", "3 May"), not "today", and that is not counted from an unknown day."""
    return bool(_NAMED_DAY.search(one.mark.quote)) and (one.mark.anchor is None or one.day is not None)


# --- words ----------------------------------------------------------------------------------------------------------------------------------


def _plain(text: str) -> str:
    return " ".join(text.split())


def _quotes(dates: Iterable[Dated]) -> str:
    wordings: dict[str, str] = {}
    for one in dates:
        wordings.setdefault(one.mark.quote.casefold(), f"“{_plain(one.mark.quote)}”")
    told = list(wordings.values())
    more = len(told) - MOST_QUOTED
    return ", ".join(told[:MOST_QUOTED]) + (f" and {more} more" if more > 0 else "")


def _quote(one: Dated) -> str:
    return f"“{_plain(one.mark.quote)}” ({one.value})"


def _with_event(one: Dated, told: str) -> str:
    return f"{_quote(one)} {told} ({_event(one)})"


def _event(one: Dated) -> str:
    return f"“{_plain(one.about.event.text)}”"


def _named(one: Dated) -> str:
    """The words for an event and for the one to whom it happens: "“was arrested”, “Tomas Veld”"."""
    main = f"“{_plain(one.main.words.text)}”" if one.main else ""
    return main if one.about.is_noun else f"{main} {_event(one)}".strip() if _stands_first(one) else f"{_event(one)} {main}".strip()


def _stands_first(one: Dated) -> bool:
    return one.main is not None and one.main.words.start < one.about.event.start
