"""Rewording: a text that is another text with its words exchanged for synonyms, told by how the two differ, sentence by sentence."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from variorum.compare.accounts.reworded.alignment import MAX_SUBSTITUTION, Alignment, Sentence, akin, align, edits, sentences, substitutions
from variorum.compare.accounts.reworded.spun_signs import firmness
from variorum.records.article import Article
from variorum.records.dossier import Alteration
from variorum.text.thesaurus import Words, base_form

# A synonym machine exchanges words all over a text, one for one, and does nothing else; an editor who exchanges as many also drops and adds.
# Measured on invented texts reworded at 30 to 80 % of their words of meaning, and on 104 pairs of reports: shares of a reworded text's words
# are 0.06 to 0.34, of its edits 0.85 to 1, of its sentences 0.6 to 1; no honest pair has more than 0.3 of its edits in exchanged words unless
# fewer than 0.035 of its words were touched.
MIN_PAIRS = 3  # aligned sentences, below which nothing tells a reworded text from another one
MIN_EXCHANGED = 0.04  # share of the words in aligned sentences that were exchanged
MIN_ONE_FOR_ONE = 0.6  # share of the words touched that were exchanged, neither put in nor left out
MIN_TOUCHED = 0.3  # share of the aligned sentences in which a word was exchanged
MIN_SYNONYMS = 1  # exchanged words that are synonyms in the thesaurus
MAX_GROWTH = 2  # words by which an exchange may lengthen or shorten a text
FIRMER = 0.1  # lead by which a text has more fixed phrases where the two differ, from which it is the original


@dataclass(frozen=True, slots=True)
class Rewording:
    """Two articles of which one is the other reworded; `alignment` has the sentences of the first before those of the second.

    `exchanged` is the share (0 to 1) of the words of aligned sentences that stand for others, `one_for_one` the share of all edited words that
    they are, `touched` the share of sentences that they stand in, `synonyms` how many of them are synonyms in the thesaurus.
    """

    alignment: Alignment
    exchanged: float
    one_for_one: float
    touched: float
    synonyms: int


@functools.lru_cache(maxsize=256)
def _sentences(article: Article) -> list[Sentence]:
    """The sentences of an article; kept for the articles used last, since each is compared with many."""
    return sentences(article)


def rewording(a: Article, b: Article, coverage: float) -> Rewording | None:
    """How two articles are one text reworded, None if they are not; `coverage` is `Config.reworded_coverage`.

    Most sentences of the shorter text must align with the other's one to one and in order, and what differs in them must be words exchanged
    throughout rather than put in or left out. Names and numbers agree, or the sentences would not align.
    """
    found = align(_sentences(a), _sentences(b), coverage)
    if found.coverage < coverage or len(found.pairs) < MIN_PAIRS:
        return None
    told = _told(found)
    enough = told.exchanged >= MIN_EXCHANGED and told.touched >= MIN_TOUCHED and told.synonyms >= MIN_SYNONYMS
    return told if enough and told.one_for_one >= MIN_ONE_FOR_ONE else None


def _told(found: Alignment) -> Rewording:
    words = exchanged = other = touched = synonyms = 0
    for one, two in found.pairs:
        words += max(len(one.words), len(two.words))
        here = 0
        for tag, a1, a2, b1, b2 in edits(one, two):
            longer = max(a2 - a1, b2 - b1)
            if tag == "replace" and longer <= MAX_SUBSTITUTION and abs(a2 - a1 - b2 + b1) <= MAX_GROWTH:
                here += longer
                synonyms += _synonyms(one.words[a1:a2], two.words[b1:b2])
            else:
                other += longer
        exchanged += here
        touched += here > 0
    return Rewording(found, exchanged / (words or 1), exchanged / ((exchanged + other) or 1), touched / len(found.pairs), synonyms)


def _synonyms(now: Words, was: Words) -> int:
    """How many words of an exchange are synonyms of the words they stand for; other forms of the same word are none."""
    if len(now) != len(was):
        return 0
    pairs = [(base_form(a.lower()), base_form(b.lower())) for a, b in zip(now, was, strict=True)]
    return sum(a != b and akin(a, b) for a, b in pairs)


def exchanges(copy: Article, origin: Article) -> tuple[Alteration, ...]:
    """The words that `copy` has in place of those of `origin`, in order."""
    return substitutions(align(_sentences(copy), _sentences(origin)), copy, origin)


def original_among(articles: list[Article]) -> Article | None:
    """Which of several articles, all one text reworded, is the original by its words; None if they do not tell.

    The original has fixed phrases ("interest rate") where the others have broken ones.
    """
    ranked = sorted(((firmness(article), article.id, article) for article in articles), key=lambda entry: entry[:2], reverse=True)
    (best, _, original), (second, _, _) = ranked[:2]
    return original if best - second > FIRMER * abs(best) else None
