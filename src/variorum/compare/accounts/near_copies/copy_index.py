"""Near-copies at scale: among many texts, those that are copies, truncated copies or edits of one another.

Pairs are retrieved by sampled runs of five words, each is verified on all its runs of three, and groups are formed round the texts that most
others match, so that every member is tied to its group's centre by a verified pair and never by a chain of others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from variorum.compare.accounts.near_copies.copy_groups import CopyGroup, CopyPair, group_pairs
from variorum.compare.accounts.near_copies.fingerprints import HASH_BITS, LOW, Fingerprint, fingerprints
from variorum.compare.accounts.near_copies.inverted_index import Postings
from variorum.config import DEFAULT, Config
from variorum.errors import ArticleError
from variorum.records.article import Article

_BATCH_CHARACTERS = 400_000  # characters hashed at once: the arrays stay within a processor's cache
_SHARED_SAMPLE = 0.1  # share of the smaller sample that two texts must have in common to be compared run by run
_STRAY = 0.03  # share of the common runs at either end of a stretch that is left out of it: set phrases stand anywhere
_AT_START = 0.03  # share of a text within which its beginning lies, a headline or a dateline allowed for
_LEAST_OPENING = 0.3  # share of the longer text over which a copy that was shortened and edited too must spread; less is matter put in front
_LEAST_RESEMBLANCE = 0.1  # of two texts that are one text edited; less, and phrases strewn over a long text make up for a spread
_WHOLE = 0.9  # share of a text's runs from which on the text stands whole in another
_SHORTER = 0.9  # a copy with less than this share of the other's words is a truncated one
_FORM_NUMBERS = 8  # numbers that both texts need before these can tell a form filled in anew
_FORM_SHARED = 0.5  # share of the numbers that texts must have in common not to be one form filled in anew; edits keep as many as of the words


@dataclass(frozen=True, slots=True)
class _Overlap:
    """What two texts share: distinct runs, and where the middle 94 % of these begin and end in the longer text, as shares of its words."""

    shared: int
    start: float
    end: float


class CopyIndex:
    """Texts by their word runs: finds what a new text copies, or who copies whom among all.

    It keeps about 10 bytes a word and no text. A text without any word is kept, but is nobody's copy.
    """

    def __init__(self, config: Config = DEFAULT) -> None:
        self._config = config
        self._numbers: dict[str, int] = {}
        self._ids: list[str] = []
        self._prints: list[Fingerprint] = []
        self._postings = Postings()

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, id: object) -> bool:  # noqa: A002  # ids are called so everywhere
        return id in self._numbers

    def add(self, id: str, text: str) -> tuple[CopyPair, ...]:  # noqa: A002
        """Enter a text and return its pairs with those entered before, in the order of their ids.

        The same text under the same id is entered once. Raises ArticleError if another text has the id. Of a text that stands in more than
        24 others, a few pairs may be left out here; `groups` finds them all.
        """
        (found,) = fingerprints([text])
        holders = zip(*(array.tolist() for array in self._postings.holders(found.sample)), strict=True)
        self._enter([id], [found])
        own = self._numbers[id]
        return _in_order(self._pair(own, other) for other, shared in holders if other != own and self._likely(own, other, shared))

    def add_all(self, texts: Iterable[Article | tuple[str, str]]) -> None:
        """Enter many texts, given as articles or as pairs of id and text; faster than one by one. An article's marked clutter is left out."""
        for batch in _batches(texts):
            ids, own = zip(*batch, strict=True)
            self._enter(list(ids), fingerprints(own))

    def pairs(self) -> tuple[CopyPair, ...]:
        """All pairs among the texts, in the order of their ids. Of more than 24 texts that share the same words, each is paired with the eight
        fullest of them, so that a text printed everywhere does not make the time quadratic."""
        sizes = np.array([len(found.runs) for found in self._prints], np.int64)
        order = np.lexsort((np.argsort(np.argsort(np.array(self._ids, object))), -sizes)) if len(sizes) else sizes
        rank = np.empty(len(order), np.int64)
        rank[order] = np.arange(len(order))
        first, second, shared = self._postings.pairs(rank)
        found = zip(first.tolist(), second.tolist(), shared.tolist(), strict=True)
        return _in_order(self._pair(one, two) for one, two, count in found if self._likely(one, two, count))

    def groups(self) -> tuple[CopyGroup, ...]:
        """Texts that are one text, two or more each, in the order of their centres' ids. The order in which texts were entered changes nothing."""
        return group_pairs(self.pairs())

    def _enter(self, ids: list[str], prints: list[Fingerprint]) -> None:
        for name, found in zip(ids, prints, strict=True):
            if name not in self._numbers:
                self._postings.add(found.sample, len(self._ids))
                self._numbers[name] = len(self._ids)
                self._ids.append(name)
                self._prints.append(found)
            elif not np.array_equal(self._prints[self._numbers[name]].runs, found.runs):
                raise ArticleError(f"Two different texts share the id {name!r}; give each text its own id.")

    def _likely(self, one: int, two: int, shared: int) -> bool:
        """True if two texts share so much of their samples that they are worth comparing run by run."""
        return shared >= _SHARED_SAMPLE * min(len(self._prints[one].sample), len(self._prints[two].sample))

    def _pair(self, one: int, two: int) -> CopyPair | None:
        """The verified pair of two texts, or None if neither is a copy of the other."""
        shorter, longer = sorted((one, two), key=lambda number: (len(self._prints[number].runs), self._ids[number]))
        a, b = self._prints[shorter], self._prints[longer]
        found = _overlap(a, b)
        containment, resemblance = found.shared / len(a.runs), found.shared / (len(a.runs) + len(b.runs) - found.shared)
        if containment < self._config.near_copy_containment or _is_form(a, b):
            return None
        kind = _kind(found, containment, resemblance, a.words / b.words, self._config)
        return CopyPair(self._ids[shorter], self._ids[longer], kind, containment, resemblance)


def find_copies(texts: Iterable[Article | tuple[str, str]], config: Config = DEFAULT) -> tuple[CopyGroup, ...]:
    """Group the texts that are copies, truncated copies or edits of one another; a text that nobody copies is in no group.

    `texts` are articles or pairs of id and text, read one after the other and not kept. Time and memory are linear in their words. Raises
    ArticleError if two different texts share an id.
    """
    index = CopyIndex(config)
    index.add_all(texts)
    return index.groups()


def _in_order(pairs: Iterable[CopyPair | None]) -> tuple[CopyPair, ...]:
    """The pairs that were verified, in the order of their ids."""
    return tuple(sorted((pair for pair in pairs if pair), key=lambda pair: (pair.shorter, pair.longer)))


def _batches(texts: Iterable[Article | tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Id and text of each, in lists of about as many characters as are best hashed at once."""
    batch: list[tuple[str, str]] = []
    characters = 0
    for given in texts:
        name, text = (given.id, own_text(given)) if isinstance(given, Article) else given
        batch.append((name, text))
        characters += len(text)
        if characters >= _BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def own_text(article: Article) -> str:
    """The text without what is marked as clutter; the whole of it if all is."""
    kept, end = [], 0
    for part in article.boilerplate:
        kept.append(article.text[end : part.start])
        end = max(end, part.end)
    text = "\n".join([*kept, article.text[end:]])
    return text if any(char.isalnum() for char in text) else article.text


def _overlap(shorter: Fingerprint, longer: Fingerprint) -> _Overlap:
    """What two texts share, found by looking up each run of the shorter one in the longer one."""
    wanted, hashes = shorter.runs >> HASH_BITS, longer.runs >> HASH_BITS
    at = np.searchsorted(hashes, wanted)
    at[at == len(hashes)] = 0
    places = longer.runs[at[hashes[at] == wanted]] & LOW
    if not len(places):
        return _Overlap(0, 0.0, 0.0)
    places.sort()
    stray = int(_STRAY * len(places))
    return _Overlap(len(places), int(places[stray]) / longer.words, (int(places[-1 - stray]) + 1) / longer.words)


def _is_form(a: Fingerprint, b: Fingerprint) -> bool:
    """True if the texts share words, but not their numbers: the report of one week's auction is no copy of last week's."""
    fewer = min(len(a.numbers), len(b.numbers))
    return fewer >= _FORM_NUMBERS and len(np.intersect1d(a.numbers, b.numbers, assume_unique=True)) < _FORM_SHARED * fewer


def _kind(found: _Overlap, containment: float, resemblance: float, share_of_words: float, config: Config) -> str:
    """What the shorter text is to the longer one: copy, truncated, rewrite or excerpt."""
    if resemblance >= config.copy_resemblance:
        return "copy"
    extent = found.end - found.start
    whole = containment >= _WHOLE
    opening = found.start <= _AT_START and (whole or extent >= _LEAST_OPENING)
    spread = extent >= config.near_copy_extent and resemblance >= _LEAST_RESEMBLANCE
    if not spread and not opening:
        return "excerpt"
    return "truncated" if whole and share_of_words < _SHORTER else "rewrite"
