"""Groups of stated values that are one value of one quantity. Candidates come from an index of values and things, never from all pairs."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from variorum.compare.figures.frames.figure_keys import Keys
from variorum.compare.figures.frames.slots import DIFFERENT, slots_of
from variorum.compare.figures.frames.things import is_people
from variorum.compare.figures.pairing.pairs import UNDOUBTED, Pair, generic_thing, is_one_value, pair_of
from variorum.compare.figures.values.value_sets import allow_each_other, meets
from variorum.compare.figures.values.values import Stated, distinctive, is_currency, same_value
from variorum.text.numbers.conversions import dimension

SAMPLE = 8  # values of a group that are looked at when groups are set against each other; more tell nothing new
LINKED = 0.33  # share of the pairs between two groups that must be linked for them to be one
LINKED_TELLING = 0.15  # the same where all state one telling value
TELLING = 2  # marks from which an equal count is looked up by itself, as amounts are; below, only among figures of its thing
MOST_LIKE = 60  # values of one thing, nearest in size, that are looked at for each value; a story with more of them is a table
_ALTERNATIVE = re.compile(r" or (?:even |perhaps |possibly )?")  # "$5 billion or even $10 billion": two values of one quantity

Link = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Group:
    """Stated values that are one value of one quantity."""

    values: tuple[Stated, ...]

    @property
    def articles(self) -> frozenset[str]:
        return frozenset(value.article for value in self.values)

    @property
    def sample(self) -> tuple[Stated, ...]:
        return self.values[:SAMPLE]


class Pairs:
    """The pairs of a story's values, each weighed once, when first asked for."""

    def __init__(self, keys: dict[str, Keys], values: Iterable[Stated] = ()) -> None:
        self.keys = keys
        self._known: dict[Link, Pair] = {}
        self._kinds: dict[tuple[str, str, str], set[object]] = defaultdict(set)
        self._tolls: dict[tuple[str, str], set[object]] = defaultdict(set)
        for value in values:
            self._kinds[self._kind(value)].add((value.low, value.high))
            self._tolls[self._toll(value)].add((value.low, value.high))

    def _kind(self, value: Stated) -> tuple[str, str, str]:
        return value.article, thing_of(value, self.keys), self.keys[value.figure.id].event

    def _toll(self, value: Stated) -> tuple[str, str]:
        keys = self.keys[value.figure.id]
        return value.article, keys.event if is_people(keys.head) else ""

    def is_only_toll(self, value: Stated) -> bool:
        """False for a count of people to whom something happens, if its article gives another: the dead, and those of one family among them."""
        toll = self._toll(value)
        return not toll[1] or bool(value.figure.unit) or len(self._tolls[toll]) == 1

    def are_one(self, pair: Pair) -> bool:
        """True if two values are one value of one quantity."""
        return is_one_value(pair, lone=self.are_lone(pair))

    def are_lone(self, pair: Pair) -> bool:
        """True if the article of each of two values gives no other value of such a thing to which such happens."""
        return all(len(self._kinds[self._kind(value)]) == 1 for value in (pair.a, pair.b))

    def keys_of(self, pair: Pair) -> tuple[Keys, Keys]:
        """The keys of the two figures of a pair."""
        return self.keys[pair.a.figure.id], self.keys[pair.b.figure.id]

    def of(self, a: Stated, b: Stated) -> Pair:
        """The pair of two values, the one with the smaller key first."""
        link = link_of(a, b)
        if link not in self._known:
            a, b = (a, b) if link[0] == a.key else (b, a)
            one, two = self.keys[a.figure.id], self.keys[b.figure.id]
            self._known[link] = pair_of(a, b, one, two, slots_of(one, two))
        return self._known[link]


def link_of(a: Stated, b: Stated) -> Link:
    """The keys of two values, in order."""
    return min(a.key, b.key), max(a.key, b.key)


def dimension_of(value: Stated) -> str:
    """What values must share to be set against each other: the dimension of the unit; ages are a dimension of their own, and so is
    money of whatever currency."""
    if value.figure.of == "age":
        return "age"
    return "money" if is_currency(value.figure.unit) else dimension(value.figure.unit)


def thing_of(value: Stated, keys: dict[str, Keys]) -> str:
    """The key under which figures of one thing are looked up, by dimension."""
    return f"{dimension_of(value)} {generic_thing(keys[value.figure.id])}"


def candidates(values: Iterable[Stated], keys: dict[str, Keys]) -> Iterator[tuple[Stated, Stated]]:
    """Pairs that may be one value: equal and telling, or of one thing and such that both can be true. Each once."""
    equal: dict[tuple[object, ...], list[Stated]] = defaultdict(list)
    things: dict[str, list[Stated]] = defaultdict(list)
    for value in values:
        if value.low is not None and (value.figure.unit or distinctive(value) >= TELLING):
            for end in {value.low, value.high}:
                equal[dimension_of(value), value.figure.unit, end].append(value)
        things[thing_of(value, keys)].append(value)
    by_size = (sorted(bucket, key=lambda value: (value.low is not None, value.low or 0, value.key)) for bucket in things.values())
    seen: set[Link] = set()
    for bucket in (*equal.values(), *by_size):
        for at, a in enumerate(bucket):
            for b in bucket[at + 1 : at + 1 + MOST_LIKE]:
                if link_of(a, b) not in seen and allow_each_other(a, b):
                    seen.add(link_of(a, b))
                    yield a, b


def groups_of(values: list[Stated], pairs: Pairs) -> list[Group]:
    """Values that are one value of one quantity, together; a group takes another only if enough pairs between them are linked.

    Groups and their values stand in the order of `values`; which go together depends on no order.
    """
    links = _links(values, pairs)
    owner = {value.key: [value] for value in values}
    for a_key, b_key in sorted(links, key=lambda link: (-links[link], link)):
        one, two = owner[a_key], owner[b_key]
        if one is not two and _belong_together(one, two, links, pairs):
            one.extend(two)
            for value in two:
                owner[value.key] = one
    position = {value.key: at for at, value in enumerate(values)}
    unique = {id(group): group for group in owner.values()}
    ordered = (sorted(group, key=lambda value: position[value.key]) for group in unique.values())
    return sorted((Group(tuple(group)) for group in ordered), key=lambda group: position[group.values[0].key])


def _belong_together(one: list[Stated], two: list[Stated], links: dict[Link, float], pairs: Pairs) -> bool:
    """True if enough of the pairs between two groups are linked, and in none the values exclude each other or the things are two.

    A vague count allows much: it may join others, but never brings together two that do not allow each other. Two that one
    text gives as alternatives ("$5 billion or even $10 billion") stay together.
    """
    crossed = [(a, b) for a in one[:SAMPLE] for b in two[:SAMPLE]]
    apart = [(a, b) for a, b in crossed if not _can_stand_together(a, b)]
    if apart and not any(link_of(a, b) in links for a, b in apart):
        return False
    if any(pairs.of(a, b).slots["thing"] == DIFFERENT and not _undoubted(a, b) for a, b in crossed):
        return False
    values = {(value.low, value.high) for value in (*one[:SAMPLE], *two[:SAMPLE])}
    needed = LINKED_TELLING if len(values) == 1 and distinctive(one[0]) >= TELLING else LINKED
    linked = sum(link_of(a, b) in links or pairs.are_one(pairs.of(a, b)) for a, b in crossed)
    return linked >= needed * len(crossed)


def _can_stand_together(a: Stated, b: Stated) -> bool:
    return a.low is None or b.low is None or allow_each_other(a, b)


def _undoubted(a: Stated, b: Stated) -> bool:
    return same_value(a, b) and min(distinctive(a), distinctive(b)) >= UNDOUBTED


def _links(values: list[Stated], pairs: Pairs) -> dict[Link, float]:
    """The pairs that are one value, by their keys in order, with how surely."""
    links: dict[Link, float] = {}
    weak = []
    telling = [value for value in values if distinctive(value) >= TELLING]
    for a, b in candidates(values, pairs.keys):
        pair = pairs.of(a, b)
        if pairs.are_one(pair):
            links[pair.a.key, pair.b.key] = pair.points + 10.0 * same_value(a, b)
        elif a.article != b.article and same_value(a, b) and not pair.slots.different:
            weak.append(pair)
    for pair in _accompanied(weak, telling, links):
        links[pair.a.key, pair.b.key] = 0.5
    for pair in _restated(values, pairs, links):
        links[pair.a.key, pair.b.key] = 0.5
    for a, b in itertools.pairwise(values):
        if a.article == b.article and a.figure.unit == b.figure.unit and _ALTERNATIVE.fullmatch(_between(a, b)):
            links[link_of(a, b)] = 0.5
    return links


def _restated(values: list[Stated], pairs: Pairs, links: dict[Link, float]) -> list[Pair]:
    """Pairs that give again, in another unit, two figures that are one value: "€1.1 billion ($1.19 billion)", "€1.1 billion, about $1.2 billion"."""
    again = {value.figure.restates: value for value in values if value.figure.restates and not value.old}
    found = []
    for a_key, b_key in links:
        if a_key in again and b_key in again and meets(again[a_key], again[b_key]):
            found.append(pairs.of(again[a_key], again[b_key]))
    return found


def _between(a: Stated, b: Stated) -> str:
    clause = a.figure.clause
    return clause.text[max(0, a.figure.end - clause.start) : max(0, b.figure.start - clause.start)] if clause else ""


def _accompanied(weak: list[Pair], telling: list[Stated], links: dict[Link, float]) -> list[Pair]:
    """Pairs of equal values that coincide easily, in whose two sentences other, telling values are one: "15.5 percent for cash, 8 for the rest"."""
    of_article: dict[str, list[Stated]] = defaultdict(list)
    for value in telling:
        of_article[value.article].append(value)
    beside: dict[str, list[Stated]] = {}
    for value in {value.key: value for pair in weak for value in (pair.a, pair.b)}.values():
        clause = value.figure.clause
        others = of_article.get(value.article, ()) if clause else ()
        beside[value.key] = [other for other in others if clause and other.figure.id != value.figure.id and clause.contains(other.figure.number)]
    return [pair for pair in weak if any(link_of(x, y) in links for x in beside[pair.a.key] for y in beside[pair.b.key])]


__all__ = ["Group", "Pairs", "candidates", "dimension_of", "groups_of", "thing_of"]
