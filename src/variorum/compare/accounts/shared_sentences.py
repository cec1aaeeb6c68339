"""Traces: which sentences of one text stand, whole or reworded, in another.

Two reports of one event share names, figures and fixed phrases; a sentence that was taken over shares the run of its words. So each sentence is
matched with the sentence of the other text that shares most of its words of meaning, and how much of it was taken is told from the words in
common pairs and from the words of meaning in common (after Clough, Gaizauskas, Piao and Wilks, "METER: MEasuring TExt Reuse", ACL 2002).
"""

from __future__ import annotations

import functools
import itertools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.lang import language_data
from variorum.records.article import Article
from variorum.text.prose import Sentence, sentences_of

CANDIDATES = 3  # sentences of the other text that are looked at for one sentence: those that share most
MAX_SENTENCES = 64  # sentences that may share a word by which sentences are found
WHOLE_WORDS = 8  # words of a sentence that says enough to be known again; shorter ones may coincide
CHANCE = 0.35  # likeness that sentences of two reports of one event reach by their names, figures and set phrases
TAKEN = 0.75  # likeness from which a sentence was taken over, a word or two apart


@dataclass(frozen=True, slots=True)
class Known:
    """What is looked up of a sentence: its words, its words of meaning in order, its pairs of words."""

    words: frozenset[str]
    meaning: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Source:
    """An article prepared for tracing: its sentences, what is looked up of each, and in which sentences each word of meaning stands.

    Words that stand in more than `MAX_SENTENCES` sentences are left out of `where`: they tell no sentence from another.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    known: tuple[Known, ...]
    where: dict[str, tuple[int, ...]]

    @classmethod
    def of(cls, article: Article) -> Source:
        sentences = sentences_of(article)
        known = tuple(_known(sentence.words) for sentence in sentences)
        where: dict[str, list[int]] = {}
        for number, sentence in enumerate(known):
            for word in sentence.meaning:
                where.setdefault(word, []).append(number)
        return cls(article, sentences, known, {word: tuple(numbers) for word, numbers in where.items() if len(numbers) <= MAX_SENTENCES})

    @property
    def size(self) -> int:
        """Words of the text, its site furniture left out."""
        return sum(len(sentence.words) for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Trace:
    """A sentence of one text, and the sentence of the other that is nearest to it (None if they share no word of meaning).

    `likeness` (0 to 1) is 1 word for word. `run` is the length in words of the longest run of common pairs. `quoted` is True if what they
    share stands in quotation marks in either text.
    """

    sentence: Sentence
    other: Sentence | None = None
    likeness: float = 0.0
    run: int = 0
    quoted: bool = False

    @property
    def taken(self) -> float:
        """How much of the sentence counts as taken over, 0 to 1: none at what chance explains, all at a few words apart."""
        return max(0.0, min(1.0, (self.likeness - CHANCE) / (TAKEN - CHANCE)))


@functools.cache
def common_words() -> frozenset[str]:
    """Words that tell nothing of what a sentence says, in normal form."""
    return frozenset(language_data("synonyms")["common"]["words"]) | frozenset(language_data("shared_sentences")["common"])


def _known(words: tuple[str, ...]) -> Known:
    meaning = tuple(word for word in dict.fromkeys(words) if word not in common_words())
    return Known(frozenset(words), meaning, frozenset(itertools.pairwise(words)))


@functools.lru_cache(maxsize=256)
def source_of(article: Article) -> Source:
    """The article prepared for tracing; kept for the articles used last, since each is compared with many."""
    return Source.of(article)


@functools.lru_cache(maxsize=512)
def traces(article: Article, other: Article) -> tuple[Trace, ...]:
    """The trace of every sentence of an article in another, in order; kept for the pairs used last."""
    source, target = source_of(article), source_of(other)
    return tuple(_trace(sentence, known, target) for sentence, known in zip(source.sentences, source.known, strict=True))


def share_taken(traces: Iterable[Trace]) -> float:
    """Share (0 to 1) of the words that were taken over, each sentence by how much of it was; 0 if there is no word."""
    found = [(len(trace.sentence.words), trace.taken) for trace in traces]
    total = sum(words for words, _ in found)
    return sum(words * taken for words, taken in found) / total if total else 0.0


def _trace(sentence: Sentence, known: Known, other: Source) -> Trace:
    votes: Counter[int] = Counter()
    for word in known.meaning:
        votes.update(other.where.get(word, ()))
    best, likeness, run = -1, 0.0, 0
    for _, number in sorted((-count, number) for number, count in votes.items())[:CANDIDATES]:
        found = likeness_in(sentence.words, known, other.known[number])
        if found > (likeness, run):
            best, (likeness, run) = number, found
    if best < 0:
        return Trace(sentence, quoted=sentence.in_quotation)
    return Trace(sentence, other.sentences[best], likeness, run, _is_quoted(sentence, other.sentences[best], known.pairs & other.known[best].pairs))


def likeness_in(words: tuple[str, ...], known: Known, other: Known) -> tuple[float, int]:
    """How much of a sentence stands in another (0 to 1), and the longest run of words that stand there in pairs."""
    shared = sum(map(other.words.__contains__, known.meaning)) / (len(known.meaning) or 1)
    if len(words) == 1:
        return shared, 0
    common = known.pairs & other.pairs
    covered = run = longest = 0
    for pair in itertools.pairwise(words):
        if pair in common:
            covered += 2 if run == 0 else 1
            run += 1
            longest = max(longest, run + 1)
        else:
            run = 0
    return (covered / len(words) + shared) / 2, longest


def _is_quoted(sentence: Sentence, other: Sentence, common: frozenset[tuple[str, str]]) -> bool:
    """True if what two sentences share stands in quotation marks in either."""
    if sentence.in_quotation or other.in_quotation:
        return True
    pairs = [at for at in range(len(sentence.words) - 1) if (sentence.words[at], sentence.words[at + 1]) in common]
    places = {place for at in pairs for place in (at, at + 1)}
    return 2 * sum(sentence.quoted[place] for place in places) > len(places)
