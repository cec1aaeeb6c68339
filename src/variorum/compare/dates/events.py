"""Events of dates as keys: the form in which what happens on a date in one article is set against that in another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from variorum.compare.figures.frames.mentions import Mentions
from variorum.lang import language_data, word_set
from variorum.records.article import Span
from variorum.records.marks import DateMark
from variorum.records.occasion import Occasion, Taker

_LOOSE = word_set(language_data("occasions")["loose"]["nouns"])


@dataclass(frozen=True, slots=True)
class Party:
    """A taker as keys: the story's actors whom it names, its noun, and the actors and words that restrict it."""

    words: Taker
    actors: frozenset[str]
    head: str
    within: frozenset[str]
    actors_within: frozenset[str]

    @property
    def is_sure(self) -> bool:
        """True if the words alone tell which of its kind is meant in a story: a name, or a noun that is definite or restricted."""
        if self.actors:
            return True
        return self._is_named if self.head in _LOOSE else self.words.definite or bool(self.within)

    @property
    def _is_named(self) -> bool:
        """True if a name restricts the noun: an actor of the story, or a word with a capital ("a Kestrian girl")."""
        before = self.words.text[: self.words.at - self.words.start].split()
        return bool(self.actors_within) or any(word[0].isupper() for word in before)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with what happens on it. `day` is the day of its article, None where the article came without one."""

    mark: DateMark
    value: str
    about: Occasion
    does: Party | None
    undergoes: Party | None
    beside: tuple[Party, ...]
    day: str | None

    @property
    def key(self) -> tuple[str, int]:
        """Sorts dates, in whatever order the articles come."""
        return self.mark.article, self.mark.start

    @property
    def main(self) -> Party | None:
        """To whom it happens; who does it where it happens to nobody."""
        return self.undergoes or self.does


def dated(mark: DateMark, mentions: Mentions, day: str | None) -> Dated | None:
    """A date as a thing to compare; None without a value or an event."""
    if mark.about is None or mark.value is None:
        return None

    def of(taker: Taker | None) -> Party | None:
        return party(taker, mark.article, mentions) if taker else None

    about = mark.about
    beside = tuple(party(taker, mark.article, mentions) for taker in about.beside)
    return Dated(mark, mark.value, about, of(about.does), of(about.undergoes), beside, day)


def party(taker: Taker, article: str, mentions: Mentions) -> Party:
    """The keys of a taker."""
    named = mentions.words(article, Span(taker.start, taker.end))
    own = frozenset(actor for span, actor in named if span.start <= taker.at < span.end)
    around = frozenset(actor for span, actor in named if not span.start <= taker.at < span.end)
    spelt = {word for span, _ in named for word in _words(taker, span)}
    return Party(taker, own, taker.head, frozenset(word for word in taker.narrowed if word not in spelt) | around, around)


def _words(taker: Taker, span: Span) -> Iterator[str]:
    text = taker.text[span.start - taker.start : span.end - taker.start].lower()
    for word in text.replace("'s", "").replace("’s", "").split():
        yield word.strip(".,")


def places_in_index(one: Dated) -> Iterator[tuple[str, ...]]:
    """The keys under which a date is looked up: two dates of one event share one of them."""
    about = one.about
    tokens: set[str] = set()
    for taking in (one.does, one.undergoes):
        if taking is not None:
            tokens |= taking.actors or {taking.head, *taking.actors_within}
            tokens |= taking.actors_within if about.is_noun else set()
    if about.is_noun:
        tokens |= one.undergoes.within if one.undergoes else frozenset()
        tokens.discard(about.word)
        tokens.add(one.value)
    yield from sorted((about.happens, token) for token in tokens)
