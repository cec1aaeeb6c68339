"""Profile: what a light reading of an article keeps for telling stories apart. No parsing: capitals, numerals and words."""

from __future__ import annotations

import functools
import itertools
import math
import re
import sys
from dataclasses import dataclass

from variorum.lang import language_data
from variorum.records.article import Article

BODY_WORDS = 600
"""Words of the text that are read. A report says what happened in its first tenth; what follows is background shared with other events."""

_HEAD_WORDS = 120  # the opening, whose words count double: who did what, before quotes and background
_HEAD_WEIGHT = 2.0
_TITLE_WEIGHT = 6.0
_LONGEST_WORD = 40  # characters; anything longer is not a word, and its start tells it apart well enough
_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_SENTENCE_END = frozenset(".!?:\n\"'“”‘’•|-–—(")
FIGURE = "#"
"""Opens a term that is a number: `#25`."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One article, lightly read.

    `terms` are words (small letters, singular), pairs of neighbouring words ("space station") and figures ("#25"), in order of the alphabet;
    `weights` go with them: 1 plus the logarithm of the count, the title's and the opening's words counted several times. `names` are words
    printed with a capital within a sentence, as printed. `day` is the proleptic ordinal of the publication day, or None.
    """

    article: str
    day: int | None
    terms: tuple[str, ...]
    weights: tuple[float, ...]
    names: tuple[str, ...]


def read_profile(article: Article) -> Profile:
    """Read an article lightly: its title and the first words of its text that are not marked as clutter. Takes under a millisecond."""
    seen = _Seen({}, {}, set())
    if article.title:
        _count(article.title[: BODY_WORDS * _LONGEST_WORD], _Seen(seen.counts, {}, set()), (_TITLE_WEIGHT, _TITLE_WEIGHT))
    _count(_own_text(article), seen, (_HEAD_WEIGHT, 1.0))
    terms = sorted(seen.counts)
    return Profile(
        article=article.id,
        day=article.day.toordinal() if article.day else None,
        terms=tuple(map(sys.intern, terms)),
        weights=tuple(round(1 + math.log(seen.counts[term]), 4) for term in terms),
        names=tuple(sorted(sys.intern(word) for word, term in seen.capitals.items() if term not in seen.small)),
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """Terms with their counts, words that have a capital within a sentence with their terms, and terms that are printed small."""

    counts: dict[str, float]
    capitals: dict[str, str]
    small: set[str]


def _own_text(article: Article) -> str:
    """The text without marked clutter, or whole where nothing else is left."""
    if not article.boilerplate:
        return article.text
    kept, at = [], 0
    for part in article.boilerplate:
        kept.append(article.text[at : part.start])
        at = max(at, part.end)
    kept.append(article.text[at:])
    text = "\n".join(kept)
    return text if any(map(str.isalnum, text)) else article.text


def _count(text: str, seen: _Seen, weight: tuple[float, float]) -> None:
    """Add the terms of a text to what was seen; `weight` is that of a word of the opening and of one further down."""
    counts = seen.counts
    before, before_end = "", -9
    for number, match in enumerate(itertools.islice(_TOKEN.finditer(text), BODY_WORDS)):
        word = match.group()[:_LONGEST_WORD]
        term = term_of(word)
        if not term:
            before = ""
            continue
        worth = weight[0] if number < _HEAD_WORDS else weight[1]
        counts[term] = counts.get(term, 0.0) + worth
        if term[0] == FIGURE:
            before = ""
            continue
        start, end = match.span()
        if before and start - before_end <= 1:
            pair = f"{before} {term}"
            counts[pair] = counts.get(pair, 0.0) + worth
        before, before_end = term, end
        if not word[0].isupper():
            seen.small.add(term)
        elif not _opens_sentence(text, start):
            seen.capitals[word] = term


def _opens_sentence(text: str, start: int) -> bool:
    return start < 2 or text[start - 1] in _SENTENCE_END or text[start - 2] in _SENTENCE_END


@functools.lru_cache(maxsize=1 << 16)
def term_of(word: str) -> str:
    """The term that a word of a text counts as, "" if it is not counted: words that say nothing of the event, single letters."""
    if word[0].isdigit():
        return FIGURE + word.replace(",", "")
    word = word.lower()
    if len(word) < 2 or word in ignored_words():
        return ""
    return _singular(word)


def _singular(word: str) -> str:
    if len(word) < 4 or word[-1] != "s" or word in _word_list("unchanged"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word if word.endswith(("ss", "us", "is")) else word[:-1]


@functools.cache
def _word_list(name: str) -> frozenset[str]:
    return frozenset(language_data("grouping")[name].split())


@functools.cache
def ignored_words() -> frozenset[str]:
    """Words that are never compared: function words, days and months, the furniture of news pages."""
    return _word_list("ignored") | _word_list("furniture")


@functools.cache
def common_terms() -> frozenset[str]:
    """Terms that news of every kind uses."""
    return frozenset(map(_singular, _word_list("common")))
