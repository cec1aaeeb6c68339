"""Whom descriptions mean: "the militant group" is the actor that the story describes so, if there is one candidate, else nobody.

An actor is described by its titles ("President Han"), by apposition ("Northwind, a bank"), by "is", and by its own name ("Harbour Institute").
Bodies of a state that have no name of their own ("the Kestrian government") are actors known by description.
"""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from variorum.compare.actors.name_groups import Group, majority
from variorum.compare.actors.name_variants import normal_key
from variorum.compare.actors.speakers import Use, described_as, described_kind
from variorum.records.article import content_hash
from variorum.records.dossier import Mention
from variorum.records.marks import Description, Reading
from variorum.text.name_words import country_of, place_names, word_list, word_lists

DOMINANT = 2  # times as often named as any other body: the one that "the company" means where none is called so
LEAST_NAMED = 3  # uses of a name in an article before it can be the one the article is about
MOST_CALLED = 50  # actors of one article that go by one noun; among more no description is clear
_FIRMS = frozenset({"organisation", "unknown"})  # kinds of name that "the company" can mean
_POSSESSOR = re.compile(r"(?:'s|\u2019s|s'|s\u2019)$")


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing that the story says an actor is: a noun, the words of rank before it, and the names that narrow it."""

    head: str
    narrowed: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()

    def allows(self, other: Trait) -> bool:
        """True if a description with the traits of `other` can mean what this one is said of."""
        offices = word_list("office_words")
        return (
            self.head == other.head
            and other.within <= self.within
            and other.narrowed & offices == self.narrowed & offices
            and other.narrowed - offices <= self.narrowed
        )


@dataclass(slots=True)
class Resolved:
    """What the descriptions of a story mean: the actor at each (article, start), the words each actor gets, and actors without a name."""

    at: dict[tuple[str, int], tuple[int, str]] = field(default_factory=dict)
    used: dict[str, set[Use]] = field(default_factory=lambda: defaultdict(set))
    bodies: dict[str, str] = field(default_factory=dict)

    def add(self, description: Description, article: str, actor: str) -> None:
        self.at[article, description.start] = (description.end, actor)
        self.used[actor].add((description.text, Mention(description.start, description.end, article)))


def resolve_descriptions(
    readings: list[Reading],
    groups: dict[str, Group],
    actor_at: dict[tuple[str, int], str],
    means: dict[str, str],
    barred: frozenset[tuple[str, str]],
) -> Resolved:
    """The actor of every description that has one. `means` and `barred` are what people decided about descriptions."""
    traits = _traits(readings, groups, actor_at)
    bodies = {id_ for id_, group in groups.items() if majority(Counter(name.kind for entry in group.entries for name in entry.names)) in _FIRMS}
    out = Resolved()
    for reading in readings:
        scene = _Scene(reading, actor_at, traits, bodies)
        for description in sorted(reading.descriptions):
            key = described_as(description.text) or ""
            actor = means.get(key) or scene.meant(description) or _state_body(description, reading.article.id, out)
            if actor is not None and (key, actor) not in barred:
                if _names(description):
                    out.add(description, reading.article.id, actor)
                if actor in out.bodies:
                    scene.enter(actor, {_trait(description)})
    return out


def _names(description: Description) -> bool:
    """False for "a bank", which says what somebody is and is no form by which the text goes on."""
    return description.about is None or bool(description.within) or description.text.lower().startswith("the ")


class _Scene:
    """One article read from its first word on: who has entered it so far, and what the story says they are."""

    def __init__(self, reading: Reading, actor_at: dict[tuple[str, int], str], traits: dict[str, set[Trait]], bodies: set[str]) -> None:
        article = reading.article.id
        self._named = [(name.start, actor) for name in reading.names if (actor := actor_at.get((article, name.start)))]
        self._actor_of = dict(self._named)
        self._traits = traits
        self._at = 0
        self._entered: set[str] = set()
        self._called_so: dict[tuple[str, str], dict[str, set[Trait]]] = defaultdict(lambda: defaultdict(set))
        self._main = self._main_body(bodies)
        self._called = {trait.head for actor in self._actor_of.values() for trait in traits.get(actor, ())}

    def enter(self, actor: str, traits: set[Trait]) -> None:
        for trait in traits:
            for owner in ("", *trait.within):
                self._called_so[trait.head, owner][actor].add(trait)

    def meant(self, description: Description) -> str | None:
        """The actor that the sentence ties the words to, else the one actor named before that the story describes so.

        "The company" is the body that the article is about where no actor of the article is called one.
        """
        if description.about is not None:
            return self._actor_of.get(description.about.start)
        while self._at < len(self._named) and self._named[self._at][0] < description.end:
            actor = self._named[self._at][1]
            self._at += 1
            if actor not in self._entered:
                self._entered.add(actor)
                self.enter(actor, self._traits.get(actor, set()))
        wanted = _trait(description)
        called = self._called_so.get((wanted.head, min(wanted.within, default="")), {})
        if len(called) > MOST_CALLED:
            return None
        found = {actor for actor, said in called.items() if any(trait.allows(wanted) for trait in said)}
        bare = len(description.text.split()) == 2  # "the central bank" is another than "the bank"
        if wanted.head in word_list("commercial") and bare and self._main is not None and (found or wanted.head not in self._called):
            found.add(self._main)
        return found.pop() if len(found) == 1 else None

    def _main_body(self, bodies: set[str]) -> str | None:
        """The body that an article is about: the one that it names far more often than any other."""
        counts = Counter(actor for _, actor in self._named if actor in bodies)
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or ranked[0][1] < LEAST_NAMED or (len(ranked) > 1 and ranked[0][1] < DOMINANT * ranked[1][1]):
            return None
        return ranked[0][0]


def _state_body(description: Description, article: str, out: Resolved) -> str | None:
    """A body known by the state or place it belongs to: the same words of any article mean the same one; of a group, those of one article."""
    if description.head not in word_lists("state_bodies", "collectives") or len(description.within) != 1:
        return None
    trait = _trait(description)
    key = " ".join([*sorted(trait.within), *sorted(trait.narrowed), trait.head])
    actor = "a" + (content_hash(key, article) if described_kind(key) == "group" else content_hash(key))
    out.bodies[actor] = key
    return actor


@functools.cache
def _narrowing() -> frozenset[str]:
    return word_lists("office_words", "title_modifiers") - word_list("neutral_titles")


def _trait(description: Description) -> Trait:
    head = "members" if description.head in word_list("members") else description.head  # its fighters are its militants
    return Trait(head, frozenset(description.narrowed) & _narrowing(), frozenset(normal_key(name) for name in description.within))


def _traits(readings: list[Reading], groups: dict[str, Group], actor_at: dict[tuple[str, int], str]) -> dict[str, set[Trait]]:
    out: dict[str, set[Trait]] = defaultdict(set)
    for id_, group in groups.items():
        for entry in group.entries:
            for name in entry.names:
                out[id_].update(_of_name(name.text, name.kind))
                if name.role is not None:
                    out[id_].update(_of_role(name.role.text[: -len(name.text)]))
    for reading in readings:
        for description in reading.descriptions:
            if description.about and (actor := actor_at.get((reading.article.id, description.about.start))):
                out[actor].add(_trait(description))
    return out


def _of_name(text: str, kind: str) -> Iterator[Trait]:
    """What a name itself says: "Harbour Institute" is an institute, "Ministry of Health" a ministry."""
    words = text.lower().split()
    if len(words) > 1 and kind != "person":
        yield Trait(words[0] if words[1] in {"of", "for"} else words[-1])


def _of_role(role: str) -> Iterator[Trait]:
    """What a title says: "South Korean Foreign Minister" is a minister, foreign, of South Korea."""
    words = [word.strip(".,").lower() for word in role.replace("-", " ").split()]
    if " of " in role and words[-1:] != ["of"]:
        words = words[: words.index("of")]
    words = words[:-1] if words[-1:] == ["of"] else words
    if words:
        yield Trait(words[-1], frozenset(words[:-1]) & _narrowing(), frozenset(_countries(words[:-1])))


def _countries(words: list[str]) -> Iterable[str]:
    """Normal keys of the countries, places and possessors among the words of a title."""
    at = 0
    while at < len(words):
        for length in (3, 2, 1):
            part = " ".join(_POSSESSOR.sub("", word) for word in words[at : at + length])
            country = country_of(part) or (part if part in place_names() else None)
            if country or (length == 1 and _POSSESSOR.search(words[at])):
                yield normal_key(country or part)
                at += length - 1
                break
        at += 1
