"""Who speaks, acts or owns on the page: actors of the story and sources that are none, each under one key by which the page is filtered."""

from __future__ import annotations

import bisect
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from variorum.records.article import content_hash
from variorum.records.dossier import Actor, Dossier
from variorum.records.marks import Figure, Position, Speaker, Statement
from variorum.report.hostile_text import one_line
from variorum.text.speaker_words import can_be_actor

NOBODY = "No source named"
OPEN = "Speaker left open"


@dataclass(frozen=True, slots=True)
class Party:
    """An actor, or a source that is no actor of the story. `key` is the actor's id, or made from the name.

    `speaks_for` is the party in whose name it acts; `count` is the number of rows, statements and positions of the page it has part in.
    """

    key: str
    name: str
    kind: str | None = None
    variants: tuple[str, ...] = ()
    speaks_for: Party | None = None
    reasons: tuple[str, ...] = ()
    count: int = 0


NO_PARTY = Party("nobody", NOBODY)
OPEN_PARTY = Party("open", OPEN)
"""Whoever is meant by a pronoun or by words of which no text tells whom they mean: those words stand beside each statement."""

NAMELESS = frozenset({NO_PARTY, OPEN_PARTY})


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Who speaks where in one article: the ranges of statements by their start, and up to each the last end of all before it."""

    ranges: tuple[tuple[int, int, Speaker], ...]
    reach: tuple[int, ...]

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> _Spoken:
        spans = ((one.span, one.speaker) for one in statements)
        ranges = tuple(sorted(((span.start, span.end, speaker) for span, speaker in spans if speaker), key=lambda item: item[:2]))
        return cls(ranges, tuple(itertools.accumulate((end for _, end, _ in ranges), max)))

    def around(self, start: int, end: int) -> Iterator[Speaker]:
        """The speakers of the statements in which a range lies, the innermost first."""
        at = bisect.bisect(self.ranges, start, key=lambda item: item[0]) - 1
        while at >= 0 and self.reach[at] >= end:
            if self.ranges[at][1] >= end:
                yield self.ranges[at][2]
            at -= 1


class Parties:
    """The parties of a dossier: who is meant by a speaker, by the holder of a figure, by the statement around a figure or a day."""

    def __init__(self, dossier: Dossier) -> None:
        self._actors = {actor.id: _party(actor) for actor in dossier.actors}
        for actor in dossier.actors:
            if actor.speaks_for in self._actors:
                self._actors[actor.id] = replace(self._actors[actor.id], speaks_for=self._actors[actor.speaks_for])
        names = Counter(party.name for party in self._actors.values())
        self._told_apart(dossier, names)
        self._by_name = {party.name: party for party in self._actors.values() if names[party.name] == 1}
        self._spelled: dict[str, Party] = {}
        self._statements = {statement.id: statement for statement in dossier.statements}
        self._spoken = {reading.article.id: _Spoken.of(reading.statements) for reading in dossier.readings}

    def _told_apart(self, dossier: Dossier, names: Counter[str]) -> None:
        """Give actors of one name their outlet besides, where each is of one article: "officials (Coast Daily)"."""
        outlets = {reading.article.id: reading.article.outlet for reading in dossier.readings}
        for actor in dossier.actors:
            party, articles = self._actors[actor.id], {mention.article for mention in actor.mentions}
            outlet = outlets.get(next(iter(articles))) if len(articles) == 1 else None
            if names[party.name] > 1 and outlet:
                self._actors[actor.id] = replace(party, name=f"{party.name} ({one_line(outlet)})")

    def actors(self) -> tuple[Party, ...]:
        return tuple(self._actors.values())

    def speaker(self, speaker: Speaker | None) -> Party:
        """The party that a speaker is: the story's actor, else whoever has the article's own words for a name, or one left open."""
        if speaker is None:
            return NO_PARTY
        if speaker.actor in self._actors:
            return self._actors[speaker.actor or ""]
        name = one_line(speaker.name)
        if not can_be_actor(name):
            return OPEN_PARTY
        return self._spelled.setdefault(name.casefold(), Party("n" + content_hash(name.casefold()), name))

    def holder(self, figure: Figure) -> Party | None:
        """Whose figure it is, if that is an actor of the story."""
        return self._by_name.get(one_line(figure.holder)) if figure.holder else None

    def of_figure(self, figure: Figure) -> tuple[str, ...]:
        """Keys of who says a figure and whose it is."""
        statement = self._statements.get(figure.statement or "")
        speakers = [figure.said_by, statement.speaker if statement else None]
        return _keys((*(self.speaker(one) for one in speakers if one), self.holder(figure)))

    def of_position(self, position: Position) -> tuple[str, ...]:
        """Keys of who takes a position and of who tells of it."""
        statement = self._statements.get(position.statement or "")
        return _keys((self.speaker(position.holder), self.speaker(statement.speaker) if statement and statement.speaker else None))

    def around(self, article: str, start: int, end: int) -> tuple[str, ...]:
        """Keys of those in whose statements a place stands."""
        return _keys(self.speaker(speaker) for speaker in self._spoken[article].around(start, end))


def _keys(parties: Iterable[Party | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.key for party in parties if party and party not in NAMELESS))


def _party(actor: Actor) -> Party:
    name = one_line(actor.name)
    variants = tuple(variant for variant in dict.fromkeys(one_line(variant) for variant in actor.variants) if variant != name)
    kind = actor.kind if actor.kind != "unknown" else None
    return Party(actor.id, name, kind, variants, None, tuple(one_line(reason) for reason in actor.reasons))


def counted_parties(parties: Parties, listed: Iterable[tuple[str, ...]], speakers: Iterable[Party]) -> tuple[Party, ...]:
    """Parties by how often the page has them, most first, with their counts; actors that have no part in anything come last by name.

    `listed` are the keys of everything that a filter shows or hides, `speakers` the parties that are no actors.
    """
    counts = Counter(key for keys in listed for key in keys)
    every = {party.key: party for party in (*parties.actors(), *speakers) if party not in NAMELESS}
    found = (replace(party, count=counts[key]) for key, party in every.items())
    return tuple(sorted(found, key=lambda party: (-party.count, party.name.casefold(), party.key)))
