"""What a light reading keeps of an article."""

from __future__ import annotations

from variorum import Article
from variorum.stories.profile import BODY_WORDS, read_profile, term_of


def test_words_are_counted_in_the_singular_and_function_words_not_at_all() -> None:
    assert [term_of(word) for word in ("Ferries", "glass", "crisis", "series", "tunnels", "the", "Monday", "a")] == [
        "ferry", "glass", "crisis", "series", "tunnel", "", "", "",
    ]  # fmt: skip


def test_numerals_are_figures_without_their_grouping() -> None:
    assert [term_of(word) for word in ("28,500", "4.5", "7")] == ["#28500", "#4.5", "#7"]


def test_neighbouring_words_are_a_pair() -> None:
    terms = read_profile(Article(text="The space station fell. Space, station.")).terms
    assert "space station" in terms
    assert "fell space" not in terms


def test_names_are_printed_with_a_capital_within_a_sentence() -> None:
    text = "Boats left Ostrey. Ferries sank. We saw Rask and rask. He met Toll."
    assert read_profile(Article(text=text)).names == ("Ostrey", "Toll")


def test_the_title_counts_for_more_than_the_text() -> None:
    profile = read_profile(Article(text="Comet tails glow.", title="Comet"))
    worth = dict(zip(profile.terms, profile.weights, strict=True))
    assert worth["comet"] > worth["tail"]


def test_background_far_down_is_not_read() -> None:
    assert "zebra" not in read_profile(Article(text="word " * BODY_WORDS + "zebra")).terms
