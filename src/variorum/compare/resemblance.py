"""How much of one text stands in another: word n-grams, containment and resemblance (Broder 1997, exact rather than sampled)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from variorum.article import Article
from variorum.text.fold import fold

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Shingles:
    """A text's own words (marked clutter left out), lower case, with their places, and the sets of 3-grams and 5-grams of them."""

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    three: frozenset[tuple[str, ...]]
    five: frozenset[tuple[str, ...]]


def shingles(article: Article) -> Shingles:
    """The shingles of an article. A text of clutter only is read whole."""
    found = [
        match.span()
        for match in _WORD.finditer(fold(article.text))
        if not any(part.start <= match.start() < part.end for part in article.boilerplate)
    ]
    if not found:
        found = [match.span() for match in _WORD.finditer(fold(article.text))]
    words = tuple(article.text[start:end].lower() for start, end in found)
    return Shingles(words, tuple(found), _grams(words, 3), _grams(words, 5))


def _grams(words: tuple[str, ...], length: int) -> frozenset[tuple[str, ...]]:
    return frozenset(words[at : at + length] for at in range(max(1, len(words) - length + 1)))


def resemblance(a: Shingles, b: Shingles) -> float:
    """Share of all 3-grams that both texts have, 0 to 1."""
    return len(a.three & b.three) / len(a.three | b.three)


def containment(a: Shingles, b: Shingles) -> float:
    """Share of the shorter text's 5-grams that stand in the longer one, 0 to 1."""
    return len(a.five & b.five) / min(len(a.five), len(b.five))
