"""Alignment of two texts sentence by sentence: finds a text that was reworded throughout but tells the same things in the same order."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from dataclasses import dataclass

from variorum.article import Article
from variorum.dossier import Alteration
from variorum.lang import language_data
from variorum.text.fold import fold

_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?]+(?![\s\"')]*[A-Z\"'(])[^\n.!?]*)*[.!?]*[\"')]*")
_WORD = re.compile(r"\w[\w'.-]*\w|\w")
_COMMON = frozenset(language_data("synonyms")["common"]["words"])
MIN_WORDS = 5  # content words of a sentence; shorter ones align by chance
MIN_LIKE = 0.3  # share of content words that two sentences have in common, from which they can be one sentence reworded
MAX_SUBSTITUTION = 4  # words on either side of a substitution; a longer one is a sentence rewritten, not a synonym put in


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the places of its words and the words that carry its meaning; numbers and names weigh double."""

    places: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    weights: dict[str, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of sentences that say the same, in order; `coverage` is the share (0 to 1) of the shorter text's words that stand in them."""

    pairs: tuple[tuple[Sentence, Sentence], ...]
    coverage: float


def sentences(article: Article) -> list[Sentence]:
    """The sentences of an article's own prose that are long enough to align."""
    folded = fold(article.text)
    out = []
    for match in _SENTENCE.finditer(folded):
        if any(part.start <= match.start() < part.end for part in article.boilerplate):
            continue
        places = [word.span() for word in _WORD.finditer(folded, match.start(), match.end())]
        words = tuple(folded[start:end] for start, end in places)
        weights = {word.lower(): 2 if word[0].isupper() or word[0].isdigit() else 1 for word in words if word.lower() not in _COMMON}
        if len(weights) >= MIN_WORDS:
            out.append(Sentence(tuple(places), words, weights))
    return out


def align(a: list[Sentence], b: list[Sentence]) -> Alignment:
    """The best pairing of sentences that keeps the order of both texts."""
    like = [[_likeness(one, two) for two in b] for one in a]
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            paired = like[i][j] + best[i + 1][j + 1] if like[i][j] >= MIN_LIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if like[i][j] >= MIN_LIKE and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            pairs.append((a[i], b[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    shorter = min(sum(len(one.words) for one in a), sum(len(two.words) for two in b)) or 1
    covered = sum(min(len(one.words), len(two.words)) for one, two in pairs)
    return Alignment(tuple(pairs), min(1.0, covered / shorter))


def _likeness(a: Sentence, b: Sentence) -> float:
    """Share of weighted content words that two sentences have in common."""
    both = sum(min(weight, b.weights[word]) for word, weight in a.weights.items() if word in b.weights)
    every = sum(a.weights.values()) + sum(b.weights.values()) - both
    return both / every if every else 0.0


def substitutions(found: Alignment, copy: Article, origin: Article) -> tuple[Alteration, ...]:
    """The short replacements of words between aligned sentences; the first of each pair is the copy's."""
    out = []
    for one, two in found.pairs:
        a, b = [word.lower() for word in one.words], [word.lower() for word in two.words]
        for tag, a1, a2, b1, b2 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            if tag == "replace" and a2 - a1 <= MAX_SUBSTITUTION and b2 - b1 <= MAX_SUBSTITUTION:
                start, end = one.places[a1][0], one.places[a2 - 1][1]
                was = origin.text[two.places[b1][0] : two.places[b2 - 1][1]]
                out.append(Alteration(copy.id, start, end, was, copy.text[start:end]))
    return tuple(out)


def vocabulary(articles: list[Article]) -> Counter[str]:
    """How many of the articles use each word."""
    return Counter(word for article in articles for word in {match.group().lower() for match in _WORD.finditer(fold(article.text))})


def support(changes: tuple[Alteration, ...], elsewhere: Counter[str]) -> int:
    """How many more of the replaced words (`was`) than of the words put in their place (`now`) the other articles of the story use."""
    was = sum(any(elsewhere[word.lower()] for word in change.was.split()) for change in changes)
    now = sum(any(elsewhere[word.lower()] for word in change.now.split()) for change in changes)
    return was - now
