"""What a figure is about, as weighted words: by these, figures of several accounts are found to speak of one quantity."""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from variorum.compare.figures.values.values import is_currency
from variorum.lang import language_data
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Figure
from variorum.text.fold import fold

_DATA: dict[str, Any] = language_data("synonyms")
WORD = re.compile(r"[A-Za-z][\w.-]*[\w]|[A-Za-z]")
_STOP = frozenset(_DATA["stop"]["words"])
_TIMES = frozenset(language_data("units")["time"])
_DEAD, _TOLLS = frozenset(_DATA["dead"]["nouns"]), tuple(_DATA["dead"]["measures"])
# Weight of a word by where it stands: in what the figure measures, in its sentence, in the sentence before.
MEASURE, CLAUSE, LEAD = 3.0, 1.0, 0.3


@dataclass(frozen=True, slots=True)
class Topic:
    """A figure's words: `measure` of what it measures alone, `whole` with its sentence and the one before; unit-length vectors."""

    measure: dict[str, float]
    whole: dict[str, float]


def topics(figures: Iterable[Figure]) -> dict[str, Topic]:
    """The topic of each figure by its id, words weighted by how few figures of the story share them.

    The noun that a figure counts is left out: it is compared by itself, and what is told of it ("freed", "still missing") must decide.
    So are the words for its unit.
    """
    figures = list(figures)
    counted = {figure.id: {*noun_keys(figure), *_unit_keys(figure)} for figure in figures}
    measures = {figure.id: _without(words_of(figure.measure), counted[figure.id]) for figure in figures}
    clauses = {figure.id: _without(words_of(figure.clause), counted[figure.id]) for figure in figures}
    leads = {figure.id: words_of(figure.lead) for figure in figures}
    rarity = _rarity([set(measures[figure.id]) | set(clauses[figure.id]) for figure in figures])
    out = {}
    for figure in figures:
        own = _vector([(measures[figure.id], MEASURE)], rarity)
        whole = _vector(
            [(measures[figure.id], MEASURE), (_holder_keys(figure), MEASURE), (clauses[figure.id], CLAUSE), (leads[figure.id], LEAD)], rarity
        )
        out[figure.id] = Topic(own, whole)
    return out


def _unit_keys(figure: Figure) -> list[str]:
    """The keys of the words after the number of a measure: "km" is told by the unit, and "miles" may be the same length."""
    if not figure.unit or is_currency(figure.unit) or figure.unit in _TIMES or not figure.unit[0].isalpha():
        return []
    return _keys_of(figure.quote[figure.number.end - figure.start :])


def _holder_keys(figure: Figure) -> list[str]:
    """The words for a holder, and those of the name that the story knows it by."""
    return words_of(figure.whose) + _keys_of(figure.holder or "")


def likeness(a: dict[str, float], b: dict[str, float]) -> float:
    """Cosine of two word vectors, 0 to 1."""
    if len(b) < len(a):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b)


def _rarity(groups: list[set[str]]) -> dict[str, float]:
    count = Counter(word for group in groups for word in group)
    return {word: math.log(1 + len(groups) / times) for word, times in count.items()}


def _vector(parts: list[tuple[list[str], float]], rarity: dict[str, float]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for words, weight in parts:
        for word in words:
            weights[word] = max(weights.get(word, 0.0), weight * rarity.get(word, 1.0))
    norm = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weights[word] / norm for word in sorted(weights)} if norm else {}


def noun_keys(figure: Figure) -> list[str]:
    """The keys of the noun that a figure counts; none for amounts with a unit. The dead are people."""
    if counts_dead(figure):
        return [key for key in (word_key("people"),) if key]
    if figure.unit or not figure.of:
        return []
    whole = _synonyms().get(figure.of.lower())
    return [whole] if whole else [key for word in figure.of.split() if (key := word_key(word))]


def counts_dead(figure: Figure) -> bool:
    """True for a count of deaths, lives or bodies, and for one that a death toll stands at."""
    if figure.unit:
        return False
    if figure.of:
        return figure.of.split()[-1].lower() in _DEAD
    measure = f" {figure.measure.text.lower()} " if figure.measure else ""
    return any(f" {words} " in measure for words in _TOLLS)


def event_key(figure: Figure) -> str | None:
    """The key of what happens to what a figure counts: what the dead are counted with is one event, whatever the verb."""
    if counts_dead(figure):
        return word_key("kill")
    return word_key(figure.predicate) if figure.predicate else None


def _without(keys: list[str], left_out: set[str]) -> list[str]:
    return [key for key in keys if key not in left_out]


def words_of(excerpt: Excerpt | None) -> list[str]:
    """The keys of the words of an excerpt, in order; none for None."""
    return _keys_of(excerpt.text) if excerpt else []


def _keys_of(words: str) -> list[str]:
    return [key for match in WORD.finditer(fold(words)) if (key := word_key(match.group()))]


@functools.lru_cache(maxsize=50_000)
def word_key(word: str) -> str | None:
    """The key under which a word is compared: its stem, or the thing that it shares a synonym set with; None for stop words."""
    word = word.lower().strip("-'")
    word = word.removesuffix("'s")
    if word in _STOP or len(word) < 2:
        return None
    return _synonyms().get(word) or _synonyms().get(stem(word)) or stem(word)


def stem(word: str) -> str:
    """A light stem: plural, past and -ing endings, and British spelling made one with American."""
    word = word.replace("defence", "defense").replace("isation", "ization").replace("labour", "labor").replace("programme", "program")
    for ending, replacement in (("ies", "y"), ("sses", "ss"), ("ings", ""), ("ing", ""), ("ed", ""), ("es", "e"), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return word[: len(word) - len(ending)] + replacement
    return word


@functools.cache
def _synonyms() -> dict[str, str]:
    out: dict[str, str] = {}
    for group in _DATA["sets"]:
        for word in group:
            out.setdefault(word, group[0])
            out.setdefault(stem(word), group[0])
    for nation, words in _DATA["nations"].items():
        out |= dict.fromkeys(words, nation)
    return out
