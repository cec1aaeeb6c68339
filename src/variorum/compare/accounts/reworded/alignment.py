"""Alignment of two texts sentence by sentence: finds a text that was reworded throughout but tells the same things in the same order."""

from __future__ import annotations

import difflib
import functools
import re
from collections import Counter
from dataclasses import dataclass

from variorum.lang import language_data
from variorum.records.article import Article
from variorum.records.dossier import Alteration
from variorum.text.fold import fold
from variorum.text.prose import plain, sentence_spans
from variorum.text.thesaurus import base_form, thesaurus

_WORD = re.compile(r"\w[\w'.-]*\w|\w")
_COMMON = frozenset(language_data("synonyms")["common"]["words"])
MIN_WORDS = 5  # content words of a sentence; shorter ones align by chance
MAX_WORDS = 400  # words of a sentence; a longer run is a table or a list, and comparing it grows with the square
MIN_LIKE = 0.3  # share of content words that two sentences have in common, from which they can be one sentence reworded
NEAR_LIKE = 0.18  # the same without synonyms, from which it is worth looking for synonyms
SYNONYM = 0.8  # what a synonym counts where the word itself would count 1
MAX_SENTENCES = 400  # sentences of a text that are aligned; the work grows with the product of both texts' sentences
MAX_SHARERS = 40  # sentences that may have a word by which they are found; more, and it is a word of the whole text
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
    """The sentences of an article's own prose that are long enough to align, the first `MAX_SENTENCES` of them."""
    folded = fold(article.text)
    out: list[Sentence] = []
    for sentence in sentence_spans(folded):
        if any(part.start <= sentence.start < part.end for part in article.boilerplate):
            continue
        places = [word.span() for word in _WORD.finditer(folded, sentence.start, sentence.end)]
        words = tuple(folded[start:end] for start, end in places)
        weights = {word.lower(): 2 if word[0].isupper() or word[0].isdigit() else 1 for word in words if word.lower() not in _COMMON}
        if len(weights) >= MIN_WORDS and len(words) <= MAX_WORDS:
            out.append(Sentence(tuple(places), words, weights))
        if len(out) == MAX_SENTENCES:
            break
    return out


def align(a: list[Sentence], b: list[Sentence], least: float = 0.0) -> Alignment:
    """The best pairing of sentences that keeps the order of both texts; none where its coverage cannot reach `least`, which is told at less cost."""
    shorter = min(sum(len(one.words) for one in a), sum(len(two.words) for two in b)) or 1
    near = _near(a, b)
    most = min(sum(len(a[i].words) for i in {i for i, _ in near}), sum(len(b[j].words) for j in {j for _, j in near}))
    if most < least * shorter:
        return Alignment((), 0.0)
    pairs = [(a[i], b[j]) for i, j in _in_order(_likenesses(a, b, near), len(a), len(b))]
    covered = sum(min(len(one.words), len(two.words)) for one, two in pairs)
    return Alignment(tuple(pairs), min(1.0, covered / shorter))


def _near(a: list[Sentence], b: list[Sentence]) -> list[tuple[int, int]]:
    """Sentences of both texts, by their numbers, that have so many words in common that it is worth looking for synonyms."""
    having: dict[str, list[int]] = {}
    for j, two in enumerate(b):
        for word in two.weights:
            having.setdefault(word, []).append(j)
    totals = [sum(two.weights.values()) for two in b]
    found = []
    for i, one in enumerate(a):
        shared: Counter[int] = Counter()
        for word, weight in one.weights.items():
            sharers = having.get(word, ())
            if len(sharers) <= MAX_SHARERS:
                for j in sharers:
                    shared[j] += min(weight, b[j].weights[word])
        total = sum(one.weights.values())
        found += [(i, j) for j, both in shared.items() if both >= NEAR_LIKE * (total + totals[j] - both)]
    return found


def _likenesses(a: list[Sentence], b: list[Sentence], near: list[tuple[int, int]]) -> dict[tuple[int, int], float]:
    """How alike two sentences are, for those that are alike enough to be one reworded."""
    likenesses = {(i, j): _likeness(a[i], b[j]) for i, j in near}
    return {pair: likeness for pair, likeness in likenesses.items() if likeness >= MIN_LIKE}


def _likeness(a: Sentence, b: Sentence) -> float:
    """Share of weighted content words that two sentences have in common, a synonym counted as most of the word."""
    both: float = sum(min(weight, b.weights[word]) for word, weight in a.weights.items() if word in b.weights)
    every = sum(a.weights.values()) + sum(b.weights.values())
    left = {base_form(word): weight for word, weight in b.weights.items() if word not in a.weights}
    for word, weight in a.weights.items():
        if word not in b.weights:
            base = base_form(word)
            other = next((other for other in left if akin(base, other)), None)
            if other is not None:
                both += SYNONYM * min(weight, left.pop(other))
    return both / (every - both) if every > both else 1.0


@functools.lru_cache(maxsize=200_000)
def akin(one: str, two: str) -> bool:
    """True if two base forms are synonyms by the thesaurus; kept, since the same words are compared again and again."""
    return thesaurus().akin(one, two)


def _in_order(like: dict[tuple[int, int], float], rows: int, columns: int) -> list[tuple[int, int]]:
    """The pairs of the greatest summed likeness that cross nowhere."""
    if not like:
        return []
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        below, here = best[i + 1], best[i]
        for j in range(columns - 1, -1, -1):
            paired = like[i, j] + below[j + 1] if (i, j) in like else 0.0
            here[j] = max(below[j], here[j + 1], paired)
    pairs, i, j = [], 0, 0
    while i < rows and j < columns:
        if (i, j) in like and best[i][j] == like[i, j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def substitutions(found: Alignment, copy: Article, origin: Article) -> tuple[Alteration, ...]:
    """The short replacements of words between aligned sentences, each word singly where they match one to one; the copy's sentence comes first."""
    out = []
    for one, two in found.pairs:
        for a1, a2, b1, b2 in _replacements(one, two):
            steps = [(a, a + 1, b, b + 1) for a, b in zip(range(a1, a2), range(b1, b2), strict=False)] if a2 - a1 == b2 - b1 else [(a1, a2, b1, b2)]
            for first, last, start, end in steps:
                was = origin.text[two.places[start][0] : two.places[end - 1][1]]
                now = (one.places[first][0], one.places[last - 1][1])
                out.append(Alteration(copy.id, *now, was, copy.text[slice(*now)]))
    return tuple(out)


def _replacements(one: Sentence, two: Sentence) -> list[tuple[int, int, int, int]]:
    """Where the words of one sentence stand in place of others: first and last word in both; only short ones."""
    return [
        (a1, a2, b1, b2)
        for tag, a1, a2, b1, b2 in edits(one, two)
        if tag == "replace" and a2 - a1 <= MAX_SUBSTITUTION and b2 - b1 <= MAX_SUBSTITUTION
    ]


def edits(one: Sentence, two: Sentence) -> list[tuple[str, int, int, int, int]]:
    """The edits that make the first sentence out of the second, as `difflib` tells them; spelling and number words make no edit."""
    if one.words == two.words:
        return []
    a, b = [plain(word) for word in one.words], [plain(word) for word in two.words]
    return [code for code in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if code[0] != "equal"]


def vocabulary(articles: list[Article]) -> Counter[str]:
    """How many of the articles use each word."""
    return Counter(word for article in articles for word in {match.group().lower() for match in _WORD.finditer(fold(article.text))})


def support(changes: tuple[Alteration, ...], elsewhere: Counter[str]) -> int:
    """How many more of the replaced words (`was`) than of the words put in their place (`now`) the other articles of the story use."""
    was = sum(any(elsewhere[word.lower()] for word in change.was.split()) for change in changes)
    now = sum(any(elsewhere[word.lower()] for word in change.now.split()) for change in changes)
    return was - now
