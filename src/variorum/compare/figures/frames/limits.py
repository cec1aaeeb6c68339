"""What limits a figure beyond its thing and event, word by word: two figures are one quantity only if neither text limits it in a way of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from variorum.compare.figures.frames.mentions import Mentions
from variorum.compare.figures.frames.quantity_words import word_key
from variorum.lang import language_data
from variorum.records.article import Span
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Figure
from variorum.text.fold import fold

_DATA: dict[str, Any] = language_data("quantities")
_TELLING = re.compile(r"[A-Za-z][\w.-]*\w|\d(?:[\d.,]*\d)?")  # words, and numbers, which limit as well: "in 2030", "over 60"
_AFTERWARDS = re.compile(r"(?i) (?:later|earlier|on|ago|before|after)$")  # "a year on": which of two is the later, not which quantity it is
_IDLE = frozenset(_DATA["words"]["idle"].split())


@dataclass(frozen=True, slots=True)
class Limits:
    """Keys of the limiting words of a figure, the actors among them by id, and the keys of all that its sentence and the one before tell."""

    words: frozenset[str]
    names: frozenset[str]
    told: frozenset[str]


def limits_of(figure: Figure, mentions: Mentions, *, recent: bool) -> Limits:
    """The limits of a figure. Days of the news limit nothing (`recent`), nor do other numbers."""
    about = figure.about
    left_out = [time for time in about.times if recent] + [Excerpt(figure.start, figure.end)]
    phrases = [*(part for part in about.adjuncts if not _AFTERWARDS.search(part.text)), *(place for place in about.places if not place.lent)]
    phrases += [part for part in (about.whole, about.base) if part is not None]
    phrases += [time for time in about.times if not time.lent and not recent]
    words: set[str] = set()
    names: set[str] = set()
    for phrase in phrases:
        named = mentions.words(figure.article, Span(phrase.start, phrase.end))
        names |= {actor for _, actor in named}
        words |= set(_keys(phrase, [*left_out, *(span for span, _ in named)]))
    return Limits(frozenset(words), frozenset(names), frozenset(_all_keys(figure)))


def _keys(phrase: Excerpt, left_out: list[Span]) -> Iterator[str]:
    for match in _TELLING.finditer(fold(phrase.text)):
        span = Span(phrase.start + match.start(), phrase.start + match.end())
        key = word_key(match.group())
        if key and match.group().lower() not in _IDLE and not any(other.overlaps(span) for other in left_out):
            yield key


def _all_keys(figure: Figure) -> Iterator[str]:
    for part in (figure.clause, figure.lead, figure.measure, figure.whose):
        if part is not None:
            yield from (key for match in _TELLING.finditer(fold(part.text)) if (key := word_key(match.group())))


def unmatched(one: Limits, two: Limits, names_of_two: frozenset[str]) -> frozenset[str]:
    """What limits the first and is not told with the second: words that its sentence lacks, actors whom its article never names."""
    return (one.words - two.told) | (one.names - names_of_two)
