"""Pairs of stated values: whether two speak of one quantity, by their nouns, words, holders and what happens to what they count."""

from __future__ import annotations

from variorum.compare.figures.quantity_words import Topic, event_key, likeness, noun_keys, told_keys, word_key
from variorum.compare.figures.values import Stated, compatible, distinctive, same_value
from variorum.compare.figures.verdicts import firm
from variorum.config import Config
from variorum.records.marks import Figure
from variorum.text.numbers.conversions import convertible

EVENT_LIKENESS = 0.1  # of words, for counts of one noun to which one kind of thing happens; less, and they are of two events


def same_kind(a: Stated, b: Stated) -> bool:
    """True if two values are of one dimension: units of which one can be converted to the other, ages with ages."""
    return convertible(a.figure.unit, b.figure.unit) and (a.figure.of == "age") == (b.figure.of == "age")


def same_noun(a: Stated, b: Stated) -> bool | None:
    """Whether the nouns that two figures count name one thing; None where one is not told or there is a unit."""
    one, two = ({*noun_keys(value.figure)} or {*told_keys(value.figure)} for value in (a, b))
    counted = bool(a.figure.of or b.figure.of)
    if not one or not two or not counted or a.figure.unit:
        return None
    return True if one & two else False if a.figure.of and b.figure.of else None


def same_quantity(a: Stated, b: Stated, told: dict[str, Topic], config: Config) -> float:
    """How surely two values are one value of one quantity, 0 for no."""
    like = likeness(told[a.figure.id].whole, told[b.figure.id].whole)
    own = likeness(told[a.figure.id].measure, told[b.figure.id].measure)
    known = same_noun(a, b)
    if (
        _differ_in_kind(a.figure, b.figure)
        or _elsewhere(a, b, told)
        or (a.article == b.article and not (same_value(a, b) and own >= config.near_value_likeness))
    ):
        return 0.0
    if same_value(a, b):
        marks = min(distinctive(a), distinctive(b)) + _same_base(a.figure, b.figure)
        return 1 + like if like >= _least(marks, known, config) else 0.0
    if compatible(a, b) and known is not False and _may_be_one(a, b):
        bare = not told[a.figure.id].measure and not told[b.figure.id].measure
        vague = a.low is None or b.low is None
        if known and _same_event(a, b) and max(own, like) >= EVENT_LIKENESS:
            return EVENT_LIKENESS + own + like
        alike = (
            own >= config.near_value_likeness
            if vague and not bare
            else max(own, like) >= config.near_value_likeness and (bare or min(own, like) > 0.05)
        )
        return own + like if alike else 0.0
    return 0.0


def _elsewhere(a: Stated, b: Stated, told: dict[str, Topic]) -> bool:
    """True for shares that are told of different places: the turnout of one town and of another."""
    one, two = told[a.figure.id].places, told[b.figure.id].places
    return a.figure.unit == "%" and bool(one and two) and not one & two


def _differ_in_kind(a: Figure, b: Figure) -> bool:
    """True for sums of different periods, shares of different bases, and a rise against a fall: equal numbers of such say nothing."""
    if a.per and b.per and a.per != b.per:
        return True
    if a.unit == "%" and a.of and b.of and not ({word_key(word) for word in a.of.split()} & {word_key(word) for word in b.of.split()}):
        return True
    ways = {figure.change.direction for figure in (a, b) if figure.change and figure.change.kind == "by" and figure.change.direction}
    return len(ways) > 1


def _same_base(a: Figure, b: Figure) -> bool:
    """True for shares of one base that both name: "5 % of GDP"."""
    return a.unit == b.unit == "%" and bool(a.of and b.of)


def _may_be_one(a: Stated, b: Stated) -> bool:
    """False for near values of which one is wanted and the other done, and for counts to which different things happen."""
    return {firm(a), firm(b)} != {"done", "wanted"} and not happens_differently(a, b)


def happens_differently(a: Stated, b: Stated) -> bool:
    """True if two counts are told of different events: arrested and protested, abducted and still held."""
    one, two = event_key(a.figure), event_key(b.figure)
    return bool(one and two and not a.figure.unit and one != two)


def _same_event(a: Stated, b: Stated) -> bool:
    """True if two counts are told of one kind of event: escaped and fled, killed and "claimed the lives"."""
    one, two = event_key(a.figure), event_key(b.figure)
    return one is not None and one == two


def _least(marks: int, known: bool | None, config: Config) -> float:
    """How like two figures of one value must be: the less, the less likely their value is to coincide by chance."""
    if known is False:
        return config.small_value_likeness * (1 if marks >= 3 else 1.5 if marks == 2 else 10)
    if marks >= 2:
        return 0.0 if known or marks >= 4 else config.same_value_likeness
    return config.small_value_likeness * (0.5 if known else 2)
