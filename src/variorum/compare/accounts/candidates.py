"""Candidates: the pairs of a story's articles that are worth comparing sentence by sentence, found by an index and not by trying all pairs.

Each of the three ways in which two texts can be tied has its own index: a text taken over shares many telling words, a sentence taken over
shares its rarest words (prefix filtering: Chaudhuri, Ganti and Kaushik 2006), a quotation shares a run of words. A list of who holds a word is
cut where it grows long, so that the work grows with the words of the story and not with the square of its articles.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from variorum.compare.accounts.shared_quotations import Gram, grams
from variorum.compare.accounts.shared_sentences import WHOLE_WORDS, Known, Source, likeness_in
from variorum.config import Config

COMMON = 24  # articles that share a word, up to which each is paired with each; of more, only with the fullest of them
HUBS = 4  # those fullest articles
# Share of the telling words of the lesser text, each weighted by its rarity in the story, from which two texts may be one voice. Texts that are
# share 0.5 and more, those with 80 % of their words exchanged for synonyms 0.32; of two reporters' texts in a story of 200 one pair in 40 is above.
MIN_SHARE = 0.2
_EXACT = 1e-9  # for what is a whole number but for the rounding of a product

Pair = tuple[str, str]  # the ids of two articles, sorted
Numbers = tuple[int, int]  # the numbers of two articles, the fuller one first


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs by what they may share; each stands in the first set that it belongs to.

    `texts` may be one text, `sentences` may have a whole sentence in common, `quotations` a run of quoted words; no other pair has. Of more than
    `COMMON` articles that share the same words only pairs with one of the `HUBS` fullest are sure to be here.
    """

    texts: frozenset[Pair]
    sentences: frozenset[Pair]
    quotations: frozenset[Pair]

    def __iter__(self) -> Iterator[Pair]:
        return iter(sorted(self.texts | self.sentences | self.quotations))


def find_candidates(sources: Iterable[Source], config: Config) -> Candidates:
    """The pairs among the articles of a story that need comparing; the order of the articles changes nothing."""
    ranked = sorted(sources, key=lambda source: (source.size, source.article.id), reverse=True)
    index = _Index(ranked)
    texts = index.alike() | _same(ranked)
    sentences = frozenset(index.with_sentence(config.whole_sentence)) - texts
    quotations = _with_quotation(ranked) - texts - sentences
    return Candidates(*(_by_id(pairs, ranked) for pairs in (texts, sentences, quotations)))


def _by_id(pairs: Iterable[Numbers], ranked: Sequence[Source]) -> frozenset[Pair]:
    ids = [source.article.id for source in ranked]
    return frozenset((min(ids[a], ids[b]), max(ids[a], ids[b])) for a, b in pairs)


def _partners(holders: Sequence[int]) -> Iterator[Numbers]:
    """The pairs among the articles that hold a word: all, or those of the fullest with all where they are many."""
    first = holders if len(holders) <= COMMON else holders[:HUBS]
    return ((one, other) for at, one in enumerate(first, 1) for other in holders[at:])


def _same(ranked: Sequence[Source]) -> frozenset[Numbers]:
    """Texts that are the same word for word, each with the first of them; they may hold no telling word."""
    first: dict[tuple[tuple[str, ...], ...], int] = {}
    words = [tuple(sentence.words for sentence in source.sentences) for source in ranked]
    return frozenset((at, number) for number, text in enumerate(words) if (at := first.setdefault(text, number)) != number)


def _with_quotation(ranked: Sequence[Source]) -> frozenset[Numbers]:
    """Pairs that share a run of words which one of them has in quotation marks."""
    quoted: set[Gram] = set().union(*(grams(source.article, quoted=True) for source in ranked))
    holders: defaultdict[Gram, list[int]] = defaultdict(list)
    for number, source in enumerate(ranked):
        for gram in quoted & grams(source.article, quoted=False):
            holders[gram].append(number)
    return frozenset(pair for held in holders.values() for pair in _partners(held))


class _Index:
    """Which articles, by their number from the fullest on, hold each telling word."""

    def __init__(self, ranked: Sequence[Source]) -> None:
        self._ranked = ranked
        self._texts = [_joined(source.known) for source in ranked]
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(self._texts):
            for word in text.meaning:
                self._holders[word].append(number)

    def alike(self) -> frozenset[Numbers]:
        """Pairs that share so many telling words that one text may be the other, cut, edited or reworded."""
        weights = {word: math.log1p(len(self._texts) / len(held)) for word, held in self._holders.items()}
        totals = [math.fsum(weights[word] for word in text.meaning) for text in self._texts]
        shared: Counter[Numbers] = Counter()
        for word, held in self._holders.items():
            for pair in _partners(held):
                shared[pair] += weights[word]  # type: ignore[assignment]
        return frozenset(pair for pair, weight in shared.items() if weight >= MIN_SHARE * min(totals[pair[0]], totals[pair[1]]))

    def with_sentence(self, whole: float) -> Iterator[Numbers]:
        """Pairs where a sentence of the lesser text may stand in the fuller one with this likeness."""
        for number, source in enumerate(self._ranked):
            found: set[int] = set()
            for sentence, known in zip(source.sentences, source.known, strict=True):
                if len(sentence.words) >= WHOLE_WORDS:
                    fuller = (other for other in self._holding(known, 2 * whole - 1) - found if other < number)
                    found.update(other for other in fuller if likeness_in(sentence.words, known, self._texts[other])[0] >= whole)
            yield from ((other, number) for other in found)

    def _holding(self, sentence: Known, share: float) -> set[int]:
        """Articles that hold one of a sentence's rarest words: so many that no article without them holds this share of all."""
        rarest = sorted(sentence.meaning, key=lambda word: (len(self._holders[word]), word))
        found: set[int] = set()
        for word in rarest[: len(rarest) - math.ceil(share * len(rarest) - _EXACT) + 1]:
            held = self._holders[word]
            found.update(held if len(held) <= COMMON else held[:HUBS])
        return found


def _joined(sentences: Sequence[Known]) -> Known:
    """A whole text as if it were one sentence: a sentence is at least as like it as it is to any sentence of the text."""
    words = frozenset[str]().union(*(one.words for one in sentences))
    pairs = frozenset[tuple[str, str]]().union(*(one.pairs for one in sentences))
    return Known(words, tuple(dict.fromkeys(word for one in sentences for word in one.meaning)), pairs)
