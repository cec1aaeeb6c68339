"""Verdicts: whether figures of one quantity agree, conflict, or differ in scope, status or time; each with a reason that quotes them."""

from __future__ import annotations

import functools
import itertools
import re
from decimal import Decimal
from typing import Any

from variorum.compare.figures.quantity_words import word_key
from variorum.compare.figures.values import Stated
from variorum.lang import language_data
from variorum.records.excerpt import Excerpt
from variorum.text.numbers.conversions import converted, convertible

_DATA: dict[str, Any] = language_data("synonyms")
_COUNTED_ON = frozenset(_DATA["cumulative"]["words"])
_MOVED_ON = tuple(_DATA["cumulative"]["later"])
_WISHES = {"demanded", "proposed", "possible", "denied"}
_QUALIFIER = re.compile(r"\s(?:to|from|in|among|outside|within|with|by|for)\s(?:the\s|its\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*")

_GRAVITY = ("conflict", "scope", "status", "update", "cannot_compare")  # of three values, the gravest difference names the row

Values = tuple[Stated, ...]


def firm(value: Stated) -> str:
    """The class of a status within which values can be set against each other: done, agreed, coming, or wanted."""
    if value.status in {"actual", "agreed"}:
        return {"actual": "done"}.get(value.status, "agreed")
    return "coming" if value.status in {"planned", "expected"} else "wanted"


def judge(groups: list[Values], account_of: dict[str, str], published: dict[str, str | None]) -> tuple[str, str]:
    """Verdict and reason for a row: values grouped where they are equal, first the group that stands first in the story.

    `account_of` holds the articles of independent accounts only: a digest adds no voice.
    """
    if len(groups) == 1:
        return _one_value(groups[0], account_of)
    heard = [tuple(value for value in group if value.article in account_of) or group for group in groups]
    found = [_several_values([one, two], published) for one, two in itertools.combinations(heard, 2)]
    return min(found, key=lambda pair: _GRAVITY.index(pair[0]))


# --- one value ----------------------------------------------------------------------------------------------------------------------


def _one_value(values: Values, account_of: dict[str, str]) -> tuple[str, str]:
    voices = len({account_of[value.article] for value in values if value.article in account_of})
    if voices == 0:
        return "agree", f"No account of its own gives this, only digests, which add no voice: {_quotes(values)}."
    if voices == 1:
        articles = len({value.article for value in values})
        return "agree", f"One account alone gives this, in {articles} articles that share its text or cite it: {_quotes(values)}."
    return _other_object(values) or _other_status(values) or _range_and_end(values) or ("agree", _agreement(values, voices))


def _agreement(values: Values, voices: int) -> str:
    allowed = "" if len({(value.figure.quote, value.bound) for value in values}) == 1 else ", bounds and rounding allowed for"
    if other := next((value for value in values if value.figure.unit != values[0].figure.unit and value.high is not None), None):
        told = converted(other.high, other.figure.unit, values[0].figure.unit)
        allowed += f"; {_quote(other)} is {told.quantize(Decimal('0.1')).normalize():f} {values[0].figure.unit}"
    return f"{_quotes(values)}: one value in {voices} accounts{allowed}."


def _other_object(values: Values) -> tuple[str, str] | None:
    """Equal values of a thing and of a part of it, or of a base and a narrower base."""
    if pair := _narrower(values):
        wide, narrow = pair
        return "scope", f"The same value, but {wide.article} names {_told(wide)}, and {narrow.article} only {_told(narrow)}."
    qualified = [value for value in values if value.figure.unit == "%" and _qualifier(value)]
    plain = [value for value in values if value.figure.unit == "%" and value.figure.of and not _qualifier(value)]
    if qualified and plain and qualified[0].article != plain[0].article:
        return "scope", f"The same value, but {_quote(plain[0])} has a wider base than {_quote(qualified[0])} “{_qualifier(qualified[0])}”."
    return None


def _qualifier(value: Stated) -> str:
    """What narrows the base of a share right after it: "31 percent of exports *to Sundmark*"."""
    figure = value.figure
    if not figure.of or figure.clause is None:
        return ""
    match = _QUALIFIER.match(figure.clause.text, max(0, figure.end - figure.clause.start))
    return " ".join(match.group().split()) if match else ""


def _other_status(values: Values) -> tuple[str, str] | None:
    told: dict[str, set[str]] = {}
    for value in values:
        told.setdefault(value.article, set()).add(value.status if value.status in _WISHES else "firm")
        if value.bound in {"<", "<="} and value.status in {"expected", "planned", "possible"}:
            told[value.article] |= {"firm", "possible"}  # "will be as much as 20" and "may be 20" are one ceiling
    kinds = list(told.values())
    if all(one & two for one in kinds for two in kinds):
        return None  # each two articles have a status in common
    statuses = dict.fromkeys(value.status for value in values)
    quoted = "; ".join(f"{status} in {_quote(next(value for value in values if value.status == status))}" for status in sorted(statuses))
    return "status", f"The values allow each other, but they are not equally firm: {quoted}."


def _range_and_end(values: Values) -> tuple[str, str] | None:
    spans = [value for value in values if value.is_range]
    singles = [value for value in values if not value.is_range and spans and value.article != spans[0].article]
    if not spans or not singles:
        return None
    return "scope", f"{_quote(spans[0])} in {spans[0].article} is a range; {_quote(singles[0])} in {singles[0].article} is one value of it."


# --- several values -----------------------------------------------------------------------------------------------------------------


def _several_values(groups: list[Values], published: dict[str, str | None]) -> tuple[str, str]:
    a, b = groups[0][0], groups[1][0]
    pair = f"{_quote(a)} and {_quote(b)}"
    kinds = [{firm(value) for value in group} for group in groups[:2]]
    if not kinds[0] & kinds[1] and "wanted" in kinds[0] | kinds[1]:
        return "status", f"{pair}: the first is {a.status}, the second {b.status}."
    if whose := _whose_differs(groups[0], groups[1]):
        return "scope", f"{pair} are not of one thing: {whose}."
    if parts := _narrower(tuple(value for group in groups for value in group)):
        return "scope", f"{pair}: {_told(parts[0])} is wider than {_told(parts[1])}."
    if holder := _holder_left_out(groups[0], groups[1]):
        return "scope", f"{pair}: only one of them is said of “{holder}”."
    if not kinds[0] & kinds[1]:
        return "status", f"{pair}: the first is {a.status}, the second {b.status}."
    if time := _other_time(groups, published):
        return "update", f"{pair}: {time}."
    if not convertible(a.figure.unit, b.figure.unit):
        return "cannot_compare", f"{pair}: one is in {a.figure.unit}, the other in {b.figure.unit}, and no text gives a rate for them."
    if inside := _inside(groups):
        return "scope", f"{pair}: {_quote(inside)} lies within the range of the other account."
    if not a.figure.measure or not b.figure.measure:
        return "cannot_compare", f"{pair}: the text does not tell what one of them measures."
    return "conflict", f"{pair} cannot both be true: both speak of {_told(a)} / {_told(b)}, and no other base, period or time is named."


def _inside(groups: list[Values]) -> Stated | None:
    """A single value that lies within a range that another group gives."""
    values = [value for group in groups for value in group]
    spans = [(value.low, value.high) for value in values if value.is_range and value.low is not None and value.high is not None]
    singles = [value for value in values if not value.is_range and value.low is not None]
    return next((value for value in singles for low, high in spans if value.low is not None and low <= value.low <= high), None)


def _other_time(groups: list[Values], published: dict[str, str | None]) -> str | None:
    """Where two groups speak of different times: the words that say so."""
    a, b = groups[0][0], groups[1][0]
    if a.as_of and b.as_of and not _covers(a.as_of, b.as_of):
        return f"they are of different times, {a.as_of} and {b.as_of}"
    days = [str(published.get(value.article) or "")[:10] for value in (a, b)]
    if not all(days) or days[0] == days[1]:
        return None
    early, late = (a, b) if days[0] < days[1] else (b, a)
    if _is_counted_on(early) and _is_counted_on(late) and early.high is not None and late.high is not None and late.high > early.high:
        return f"the count of {min(days)} had grown by {max(days)}"
    if _says_so(early) or _says_so(late):
        return f"the account of {max(days)} tells how it went on"
    return None


def _covers(a: str, b: str) -> bool:
    """True if one date lies inside the other as written: "2014" and "2014-04"."""
    return a.startswith(b) or b.startswith(a)


def _is_counted_on(value: Stated) -> bool:
    """True for counts that only grow while an event lasts: arrests, deaths, injuries."""
    return bool(_content(value.figure.clause) & {word_key(word) for word in _COUNTED_ON})


def _says_so(value: Stated) -> bool:
    clause = f" {value.figure.clause.text.lower()} " if value.figure.clause else ""
    return any(f" {word} " in clause for word in _MOVED_ON)


def _whose_differs(one: Values, two: Values) -> str | None:
    """Where two groups are of different holders: the words that say so."""
    a, b = (next((value.figure for value in group if value.figure.whose), None) for group in (one, two))
    if a is None or b is None or a.whose is None or b.whose is None:
        return None
    keys = [_content(a.whose), _content(b.whose)]
    holders = [keys[0] | _content(a.measure), keys[1] | _content(b.measure)]
    if not keys[0] or not keys[1] or keys[0] & holders[1] or keys[1] & holders[0]:
        return None
    return f"one is said of “{_plain(a.whose)}”, the other of “{_plain(b.whose)}”"


def _holder_left_out(one: Values, two: Values) -> str | None:
    """The holder whom all figures of one group name in what they measure, and no sentence of the other group."""
    for named, other in ((one, two), (two, one)):
        holders = [
            value.figure.whose for value in named if value.figure.whose and value.figure.measure and value.figure.measure.contains(value.figure.whose)
        ]
        if len(holders) == len(named):
            keys = set.intersection(*(_content(holder) for holder in holders))
            if keys and not any(keys & (_content(value.figure.clause) | _content(value.figure.whose)) for value in other):
                return _plain(holders[0])
    return None


def _narrower(values: Values) -> tuple[Stated, Stated] | None:
    """Two figures of which one names a thing and the other a part of it ("energy", "natural gas")."""
    for wide, parts in _parts().items():
        broad = [value for value in values if wide in _content(value.figure.measure) and not parts & _content(value.figure.measure)]
        small = [value for value in values if parts & _content(value.figure.measure) and wide not in _content(value.figure.measure)]
        if broad and small and broad[0].article != small[0].article:
            return broad[0], small[0]
    return None


@functools.cache
def _parts() -> dict[str, frozenset[str]]:
    rows = {word_key(wide): frozenset(key for word in words if (key := word_key(word))) for wide, words in _DATA["narrower"].items()}
    return {wide: parts - {wide} for wide, parts in rows.items() if wide}


# --- wording ------------------------------------------------------------------------------------------------------------------------


def _content(excerpt: Excerpt | None) -> set[str]:
    if excerpt is None:
        return set()
    return {key for word in excerpt.text.replace("’", "'").split() if (key := word_key(word.strip(".,;:()\"'“”")))}


def _plain(excerpt: Excerpt) -> str:
    return " ".join(excerpt.text.split())


def _quote(value: Stated) -> str:
    words = " ".join(value.figure.quote.split())
    return f"“{words}” (its old value)" if value.old else f"“{words}”"


def _told(value: Stated) -> str:
    return f"“{_plain(value.figure.measure)}”" if value.figure.measure else _quote(value)


def _quotes(values: Values) -> str:
    """The different wordings of a value, at most four."""
    quotes = list(dict.fromkeys(_quote(value) for value in values))
    return ", ".join(quotes[:4]) + (f" and {len(quotes) - 4} more" if len(quotes) > 4 else "")
