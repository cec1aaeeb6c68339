"""Speakers tied to actors: by the name their words are headed by, by the name they stand for, else as actors known by description."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict

from variorum.compare.actors.name_variants import alias_of
from variorum.records.article import Span, content_hash
from variorum.records.dossier import Mention
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Name, Reading, Speaker
from variorum.text.fold import fold
from variorum.text.name_words import name_key, word_list
from variorum.text.speaker_words import HEAD_END, can_be_actor

_DETERMINER = re.compile(r"(?:the|a|an|this|that|these|those|his|her|their|its|our|my|your)\s+", re.IGNORECASE)
_EDGE = " \t\n,.;:\"'\u201c\u201d\u2018\u2019()[]-\u2013\u2014"

Use = tuple[str, Mention]


class Linker:
    """Ties the speakers of one story to actors. `used` gathers, by actor id, the words that speakers add; `described` names actors without a name.

    `actor_at` gives the actor of each name by (article, start); `actor_of` that of each normal key that means one actor only. `means` and
    `barred` are what people decided: the actor that a description means, and pairs of description and actor that are not one.
    `descriptions` gives end and actor of the descriptions that mean somebody, by (article, start).
    """

    def __init__(
        self,
        actor_at: dict[tuple[str, int], str],
        actor_of: dict[str, str],
        means: dict[str, str] | None = None,
        barred: frozenset[tuple[str, str]] = frozenset(),
        descriptions: dict[tuple[str, int], tuple[int, str]] | None = None,
    ) -> None:
        self._actor_at = actor_at
        self._actor_of = actor_of
        self._ids = frozenset(actor_at.values())
        self._means = means or {}
        self._barred = barred
        self._descriptions = descriptions or {}
        self.used: dict[str, set[Use]] = defaultdict(set)
        self.described: dict[str, str] = {}

    def link(self, reading: Reading) -> Reading:
        """The reading with the actor of every speaker and holder filled in where the text tells who it is."""

        def told(speaker: Speaker | None) -> Speaker | None:
            speaker = _without_other_kind(speaker) if speaker else None
            return dataclasses.replace(speaker, actor=self._actor(reading, speaker)) if speaker else None

        return dataclasses.replace(
            reading,
            statements=tuple(dataclasses.replace(part, speaker=told(part.speaker)) for part in reading.statements),
            positions=tuple(dataclasses.replace(part, holder=told(part.holder) or part.holder) for part in reading.positions),
            figures=tuple(dataclasses.replace(part, said_by=told(part.said_by)) for part in reading.figures),
        )

    def _actor(self, reading: Reading, speaker: Speaker) -> str | None:
        own = self._named(reading, speaker) or self._resolved(reading, speaker)
        key = described_as(speaker.text)
        if own is None and speaker.stands_for is not None and key not in self._means:
            own = self._named(reading, speaker.stands_for) or self._by_words(reading, speaker.stands_for)
        if own is None or (key, own) in self._barred:
            own = self._by_words(reading, speaker)
        elif key:
            self._add(reading, own, speaker)
        return own

    def _named(self, reading: Reading, words: Excerpt) -> str | None:
        """The actor whose name heads the words, or stands in apposition to their head."""
        names = [name for name in reading.names if name.overlaps(words)]
        if not names:
            return None
        for part in _heads(reading.article.text, words, names):
            name = _name_at_end(reading.article.text, part, names)
            if name is not None and (part.start == words.start or name.kind != "place"):  # a place after a comma is part of a list
                return self._actor_at.get((reading.article.id, name.start))
        return None

    def _resolved(self, reading: Reading, words: Excerpt) -> str | None:
        """The actor of the description that the words are."""
        end, actor = self._descriptions.get((reading.article.id, words.start), (None, None))
        return actor if end == words.end else None

    def _by_words(self, reading: Reading, words: Excerpt) -> str | None:
        """An actor known by description. None for a pronoun and what a pronoun owns, and for what is neither people nor a body.

        The same words with a name in them mean the same one throughout the story ("the Novak administration"). Groups, and those of whom no
        name tells whose they are ("officials", "the mayor"), are one in their own article only, unless people decided otherwise.
        """
        key = described_as(words.text)
        if not key:
            return None
        actor = self._means.get(key) or self._actor_of.get(key)
        if actor is None or (key, actor) in self._barred:
            if not can_be_actor(words.text):
                return None
            named = _holds_name(reading, words) and described_kind(key) != "group"
            actor = "a" + (content_hash(key) if named else content_hash(key, reading.article.id))
        if actor not in self._ids:
            self.described[actor] = min(key, self.described.get(actor, key))
        self._add(reading, actor, words)
        return actor

    def _add(self, reading: Reading, actor: str, words: Excerpt) -> None:
        self.used[actor].add((words.text, Mention(words.start, words.end, reading.article.id)))


def _holds_name(reading: Reading, words: Excerpt) -> bool:
    """True if a name, or a word in capitals after the first, tells whose somebody is: "the Kestrian defence ministry"."""
    return any(name.overlaps(words) for name in reading.names) or any(word[0].isupper() for word in words.text.split()[1:])


def _without_other_kind(speaker: Speaker) -> Speaker:
    """The speaker without an antecedent that its own words rule out: "the central bank" is not the one body that a text is about."""
    if speaker.stands_for is None:
        return speaker
    kinds = word_list("kinds_of_office") & set(speaker.text.lower().split())
    return dataclasses.replace(speaker, stands_for=None) if kinds - set(speaker.stands_for.text.lower().split()) else speaker


def described_as(text: str) -> str | None:
    """The words of a description in normal form: "The U.S. officials" gives "united states officials". None for a pronoun."""
    words = " ".join(fold(text).strip(_EDGE).split())
    words = words[match.end() :] if (match := _DETERMINER.match(words)) else words
    if words.lower() in {"", "the", "a", "an"} | word_list("pronouns"):
        return None
    return " ".join(name_key(alias_of(name_key(word)) or word) for word in words.split())


def described_kind(key: str) -> str:
    """Person, organisation or group, by the head word of a description."""
    head = HEAD_END.split(key, maxsplit=1)[0].split() or [key]
    last = head[-1]
    if last in word_list("plural_people") or head[0] in word_list("quantifiers"):
        return "group"
    if last in word_list("organisations") or last in word_list("body_heads"):
        return "organisation"
    if last in word_list("titles"):
        return "person"
    if last.endswith("s") and not last.endswith(("ss", "us", "is")):
        return "group"
    return "person" if last.endswith(tuple(sorted(word_list("person_endings")))) else "unknown"


def _heads(text: str, words: Excerpt, names: list[Name]) -> list[Span]:
    """The head of the words, then what stands in apposition to it, each cut before its first preposition outside a name."""
    out: list[Span] = []
    start = words.start
    for cut in [*HEAD_END.finditer(text, words.start, words.end), None]:
        at = cut.start() if cut else words.end
        if cut and any(name.start < at < name.end for name in names):
            continue
        if start is not None and start < at:
            out.append(Span(start, at))
        start = cut.end() if cut and cut.group() == "," else None  # type: ignore[assignment]  # after a preposition: no head until the next comma
    return out


def _name_at_end(text: str, part: Span, names: list[Name]) -> Name | None:
    """The name that ends the part, unless another one is joined to it by "and"."""
    end = part.start + len(text[part.start : part.end].rstrip(_EDGE))
    inside = [name for name in names if name.overlaps(part) and (name.end <= part.end or name.start < end)]  # words may be cut inside a name
    last = next((name for name in reversed(inside) if name.end >= end or text[name.end : end] in {"'s", "\u2019s"}), None)
    if last is None or any(text[name.end : last.start].strip() in {"and", "&", "or"} for name in inside if name.end < last.start):
        return None
    return last
