"""Sigla and labels: how the page calls accounts and articles."""

from __future__ import annotations

import pytest

from tests.report.story import harbour
from variorum.records.article import Article
from variorum.report.sigla import article_label, columns, letters, with_sigla


def test_letters_go_on_after_z() -> None:
    assert [letters(number) for number in (0, 25, 26, 27, 51, 52, 701, 702)] == ["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]


def test_the_original_comes_first_and_an_account_of_one_needs_no_number() -> None:
    shown = columns(harbour())
    assert [[witness.siglum for witness in column.witnesses] for column in shown] == [["A1", "A2", "A3"], ["B"], ["C"]]
    assert [witness.of for witness in shown[0].witnesses] == [None, "A1", "A1"]


@pytest.mark.parametrize(
    ("article", "label"),
    [
        (Article("Text.", "x", "https://www.paper.example/a", "The Paper"), "The Paper"),
        (Article("Text.", "x", "https://www.paper.example/a"), "paper.example"),
        (Article("Text.", "x", "http://[broken", title="A title"), "A title"),
        (Article("Text.", "wire-7"), "wire-7"),
        (Article("Text."), "Article 3"),
        (Article("Text.", "x", outlet="o" * 90), "o" * 59 + "…"),
    ],
)
def test_an_article_is_called_by_what_tells_most(article: Article, label: str) -> None:
    assert article_label(article, 3) == label


def test_ids_of_articles_give_way_to_sigla_in_sentences() -> None:
    witness = columns(harbour())[1].witnesses[0]
    known = {"9f2c01ab34cd": witness, "review": witness}
    assert with_sigla("9f2c01ab34cd says so in a review.", known) == "B says so in a review."
    assert with_sigla("x9f2c01ab34cd and 9f2c01ab34cd-2 are others.", known) == "x9f2c01ab34cd and 9f2c01ab34cd-2 are others."


def test_only_an_address_that_a_browser_may_follow_is_a_link() -> None:
    witness = columns(harbour())[0].witnesses[0]
    assert witness.link == "https://courier.example/tunnel"
    assert columns(harbour())[2].witnesses[0].link is None
