"""Quotations that two texts share: two reporters heard one speech, or read one statement. They make neither text a copy."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from variorum.compare.accounts.shared_sentences import Source, common_words, source_of
from variorum.records.article import Article
from variorum.text.prose import Sentence

RUN = 4  # words in quotation marks that must stand in both texts in a row
MEANING = 3  # different words of meaning among them, names left out: a set phrase in quotation marks holds two at most
PIECE = 5  # the same for a piece of a longer quotation, in which a set phrase or a title may stand too

Gram = tuple[str, ...]


def shared_quotation(a: Source, b: Source) -> str | None:
    """The longest stretch that either text puts in quotation marks and that stands in both, as that text prints it; None if there is none."""
    found = [
        stretch
        for text, other in ((a, b), (b, a))
        for stretch in _stretches(text, grams(text.article, quoted=True) & grams(other.article, quoted=False))
    ]
    return max(found, key=lambda words: (len(words), words)) if found else None


@functools.lru_cache(maxsize=512)
def grams(article: Article, *, quoted: bool) -> frozenset[Gram]:
    """Runs of `RUN` words inside a sentence, all of them in quotation marks if `quoted`; kept for the articles used last."""
    return frozenset(
        sentence.words[at : at + RUN]
        for sentence in source_of(article).sentences
        for at in range(len(sentence.words) - RUN + 1)
        if not quoted or all(sentence.quoted[at : at + RUN])
    )


def _stretches(source: Source, common: frozenset[Gram]) -> Iterator[str]:
    """The stretches of a text that are made of common runs and say something."""
    for sentence in source.sentences if common else ():
        start = end = -1
        for at in range(len(sentence.words) - RUN + 2):  # the last slice is too short to be common, and closes a run
            if sentence.words[at : at + RUN] in common:
                start, end = (at if end < 0 else start), at + RUN
            elif end >= 0:
                if _says_something(source.article.text, sentence, start, end):
                    yield source.article.text[sentence.places[start][0] : sentence.places[end - 1][1]]
                start = end = -1


def _says_something(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """True for a whole quotation, or a piece of one, that is no set phrase and no name."""
    small = {word for word, place in zip(sentence.words[start:end], sentence.places[start:end], strict=True) if not text[place[0]].isupper()}
    whole = not any(sentence.quoted[max(0, start - 1) : start]) and not any(sentence.quoted[end : end + 1])
    return len(small - common_words()) >= (MEANING if whole else PIECE)
