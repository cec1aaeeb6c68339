"""Verdicts: how two values of one quantity go together, from their slots and from the sets of values that they allow."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from variorum.compare.figures.frames.figure_keys import Keys
from variorum.compare.figures.frames.order_in_time import Order, grows, order_of, reads
from variorum.compare.figures.pairing.pairs import Pair, Scope
from variorum.compare.figures.values.value_sets import allow_each_other, excludes
from variorum.compare.figures.values.values import Stated, is_currency
from variorum.compare.figures.verdicts import wording
from variorum.text.numbers.conversions import convertible

GRAVITY = ("conflict", "scope", "status", "update", "cannot_compare", "agree")  # of several values the gravest difference names the row
CLOSE = 1.25  # of two exact counts that may grow, of which nothing tells the later: a ratio up to which they are set against each other
_MAY_HAVE = re.compile(r"\b(?:may|might|could) (?:\w+ )?have\b")
_GIVEN = {"pay", "allocate", "donate", "spend", "lend", "fund", "invest"}
_WISHES = {"demanded", "proposed", "possible", "denied"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What two values come to, the sentence that says why, and the two."""

    verdict: str
    reason: str
    pair: Pair


def firm(value: Stated) -> str:
    """The class of a status within which values can be set against each other: what is planned and what is expected are both to come."""
    return "coming" if value.status in {"planned", "expected"} else value.status


def judge_two(pair: Pair, one: Keys, two: Keys, scope: Scope | None) -> Verdict:
    """The verdict on two different values of one quantity, or of one but for the slot that `scope` names."""
    a, b = pair.a, pair.b
    both = wording.both(a, b)
    if scope is not None:
        return Verdict("scope", wording.scope(a, b, one, two, scope), pair)
    if firm(a) != firm(b):
        return Verdict("status", f"{both}: {wording.status(a)}, {wording.status(b)}.", pair)
    if not convertible(a.figure.unit, b.figure.unit):
        return Verdict("cannot_compare", f"{both}: one is in {a.figure.unit}, the other in {b.figure.unit}, and no text gives a rate for them.", pair)
    order = order_of(a, b, one, two)
    if order and (_counted_on(order, one, two) or (reads(one) and reads(two))):
        return Verdict("update", wording.update(order, growing=_grew(order) and not a.figure.unit), pair)
    if a.is_range != b.is_range and not excludes(a, b):
        return Verdict("scope", f"{both}: the one is a range, the other a value of it.", pair)
    if not excludes(a, b):
        return Verdict("agree", f"{both}: both can be true.", pair)
    if order is None and _may_have_grown(a, b, one, two):
        return Verdict("cannot_compare", f"{both}: the count may have grown from the one to the other, and {wording.undated(one, two)}.", pair)
    return Verdict("conflict", wording.conflict(pair, one, two), pair)


def _counted_on(order: Order, one: Keys, two: Keys) -> bool:
    """True for a count of which more became known, or that more joined: the later is the larger."""
    return _grew(order) and not one.figure.unit and not two.figure.unit


def _grew(order: Order) -> bool:
    early, late = order.early, order.late
    return early.low is not None and late.high is not None and late.high > early.low


def _may_have_grown(a: Stated, b: Stated, one: Keys, two: Keys) -> bool:
    """True for counts that grow, so far apart that the one may well be the later, where nothing tells which."""
    if not grows(one) or (one.day and two.day) or not a.high or not b.high:
        return False
    return float(max(a.high, b.high) / min(a.high, b.high)) > CLOSE


def other_status(values: tuple[Stated, ...], keys: Mapping[str, Keys]) -> str | None:
    """Where values that allow each other are not equally firm: the sentence that says so.

    What was to come and is told as done on a later day has come about; on one day the two are ways of telling the same.
    """
    if found := _denied(values, keys) or _promised(values, keys):
        return found
    coming = [value for value in values if firm(value) == "coming"]
    done = [value for value in values if value.status == "actual" and _later(value, coming, keys)]
    if coming and done and len(coming) + len(done) == len(values) and _one_event(values, keys):
        return f"{_allowed(values)}{wording.status(coming[0])} and later {wording.status(done[0])}."
    told: dict[str, set[str]] = {}
    for value in values:
        told.setdefault(value.article, set()).add(value.status if value.status in _WISHES and not _hedged(value) else "firm")
        if value.bound in {"<", "<="} and value.status in {"expected", "planned", "possible"}:
            told[value.article] |= {"firm", "possible"}  # "will be as much as 20" and "may be 20" are one ceiling
    if len({value.status for value in values}) == 1:
        return None
    kinds = list(told.values())
    if all(one & two for one in kinds for two in kinds):
        return None  # each two articles have a status in common
    statuses = sorted({value.status for value in values})
    firsts = [next(value for value in values if value.status == status) for status in statuses]
    return f"{_allowed(values)}they are not equally firm: {'; '.join(wording.status(value) for value in firsts)}."


def _allowed(values: tuple[Stated, ...]) -> str:
    """How a row of two statuses begins; the values need not allow each other where one text gives two alternatives."""
    allowed = all(allow_each_other(a, b) for a, b in itertools.combinations(values, 2))
    return "The values allow each other, but " if allowed else "The values are not all one, and "


def _hedged(value: Stated) -> bool:
    """True for what may have happened already: that is said with care, not wished or planned."""
    return value.status == "possible" and value.figure.clause is not None and _MAY_HAVE.search(value.figure.clause.text) is not None


def _one_event(values: tuple[Stated, ...], keys: Mapping[str, Keys]) -> bool:
    """True if the texts tell of one event by name: only that can have come about."""
    events = {keys[value.figure.id].event for value in values}
    unit = values[0].figure.unit
    return len(events) == 1 and "" not in events and (unit in {"", "%", "pp"} or is_currency(unit))  # a weight is none that comes about


def _later(value: Stated, coming: list[Stated], keys: Mapping[str, Keys]) -> bool:
    days = [keys[other.figure.id].day for other in coming]
    mine = keys[value.figure.id].day
    return bool(mine) and all(day and day[:10] < str(mine)[:10] for day in days)


def _denied(values: tuple[Stated, ...], keys: Mapping[str, Keys]) -> str | None:
    """Where one text says that it happened and another that it did not."""
    events = {keys[value.figure.id].event: value for value in values}
    for event, value in sorted(events.items()):
        if event and (other := events.get(f"not-{event}")):
            return f"One text states {wording.quote(value)}, the other denies {wording.quote(other)}."
    return None


def _promised(values: tuple[Stated, ...], keys: Mapping[str, Keys]) -> str | None:
    """Where one text tells of a pledge and another of the sum as given."""
    told = [(value, keys[value.figure.id].event) for value in values]
    pledged = [value for value, event in told if event == "pledge" and value.status != "actual"]
    given = [value for value, event in told if event in _GIVEN and value.status == "actual"]
    if not pledged or not given:
        return None
    return f"The values allow each other, but {wording.quote(pledged[0])} is promised, and {wording.quote(given[0])} given."
