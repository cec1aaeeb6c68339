"""Candidates: no pair that is tied is left out, and the pairs of many copies do not grow with their square."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from tests.compare.accounts.spun.spinner import events, spin
from variorum.compare.accounts.account_groups import find_accounts
from variorum.compare.accounts.candidates import COMMON, HUBS, find_candidates
from variorum.compare.accounts.relations import INDEPENDENT, VOICE, relate
from variorum.compare.accounts.shared_sentences import Source
from variorum.config import DEFAULT
from variorum.records.article import Article
from variorum.records.marks import Reading

SENTENCES = [part for event in events()[:6] for text in (event.report, event.other) for part in text.replace("\n", " ").split(". ") if part]


def story(*texts: str) -> list[Source]:
    return [Source.of(Article(text, id=f"a{number:03}")) for number, text in enumerate(texts)]


@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8), min_size=2, max_size=6))
def test_every_pair_that_is_tied_is_a_candidate(parts: list[list[str]]) -> None:
    """Texts put together at random from the sentences of a dozen reports: those left out share nothing, those not in `texts` are two voices."""
    sources = story(*(". ".join(part) + "." for part in parts))
    found = find_candidates(sources, DEFAULT)
    for a, b in itertools.combinations(sources, 2):
        pair, tie = (a.article.id, b.article.id), relate(a, b, DEFAULT)
        assert tie.kind not in VOICE or pair in found.texts
        assert tie.kind != "partial" or pair in found.texts | found.sentences
        assert tie == INDEPENDENT or pair in set(found)


def test_a_text_with_four_words_in_five_exchanged_is_a_candidate() -> None:
    texts = [text for event in events() for text in (event.report, spin(event.report, 0.8, 1))]
    found = find_candidates(story(*texts), DEFAULT)
    assert all((f"a{number:03}", f"a{number + 1:03}") in found.texts for number in range(0, len(texts), 2))


def test_a_report_that_everybody_prints_is_one_account_at_linear_cost() -> None:
    """Each paper leaves another sentence out; the pairs are those with the fullest texts."""
    sentences = events()[0].report.replace("\n", " ").split(". ")
    size = 3 * COMMON
    texts = [". ".join(sentences[: number % len(sentences)] + sentences[number % len(sentences) + 1 :]) + "." for number in range(size)]
    sources = story(*texts)
    assert len(set(find_candidates(sources, DEFAULT))) <= 3 * HUBS * size
    assert len(find_accounts([Reading(source.article) for source in sources], DEFAULT)) == 1


def test_the_order_of_the_articles_changes_nothing() -> None:
    sources = story(*(text for event in events() for text in (event.report, event.other)))
    assert find_candidates(sources, DEFAULT) == find_candidates(sources[::-1], DEFAULT)
