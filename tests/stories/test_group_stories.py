"""Articles fall into stories by event: not by topic, not by actor, and whatever order they come in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import variorum
from tests.stories.press import EVENTS, PRESS, reports
from variorum import Article, ArticleError, Config, group_stories

articles = st.lists(
    st.builds(
        Article,
        text=st.text(min_size=1, max_size=60).filter(lambda text: any(map(str.isalnum, text))),
        title=st.none() | st.text(max_size=20),
        published=st.none() | st.dates(),
    ),
    max_size=12,
)


def events_of(stories: list[variorum.Story]) -> list[list[str]]:
    """The stories as sorted lists of the events that their articles report."""
    return sorted(sorted(key.rsplit(" ", 1)[0] for key in story.article_ids) for story in stories)


def test_every_event_is_a_story() -> None:
    assert events_of(group_stories(reports())) == sorted([event] * 4 for event in EVENTS)


@pytest.mark.parametrize("event", EVENTS)
def test_reports_of_one_event_are_one_story_even_when_nothing_else_is_known(event: str) -> None:
    assert events_of(group_stories(reports(event))) == [[event] * 4]


def test_two_events_of_one_kind_stay_apart() -> None:
    assert events_of(group_stories(reports("ferry", "earlier ferry"))) == [["earlier ferry"] * 4, ["ferry"] * 4]


def test_events_of_one_town_stay_apart() -> None:
    assert events_of(group_stories(reports("tunnel", "strike"))) == [["strike"] * 4, ["tunnel"] * 4]


def test_dates_may_be_missing() -> None:
    undated = [article.replace(id=article.id, published=None) for article in reports()]
    assert events_of(group_stories(undated)) == sorted([event] * 4 for event in EVENTS)


def test_copies_of_one_text_leave_room_for_independent_reports() -> None:
    ferry = reports("ferry")
    copies = [ferry[0].replace(id=f"ferry copy{number}", outlet=f"Paper {number}") for number in range(5)]
    stories = group_stories([*ferry, *copies, *reports("comet", "bank", "tunnel")])
    assert len(next(story for story in stories if "ferry 1" in story.article_ids).members) == 9


def test_stories_come_earliest_first_with_headline_days_and_outlets() -> None:
    stories = group_stories(reports())
    assert [story.first for story in stories] == sorted(story.first or "" for story in stories)
    ferry = next(story for story in stories if "ferry 1" in story.article_ids)
    assert ferry.title in {report["title"] for report in PRESS["ferry"]["report"]}
    assert (ferry.first, ferry.last) == ("2031-03-04", "2031-03-04")
    assert ferry.outlets == ("Ostrey Courier", "Harbour Review", "The Lantern", "Dorn Post")
    assert ferry.article_ids == ("ferry 1", "ferry 2", "ferry 3", "ferry 4")


def test_every_article_has_its_reason() -> None:
    stories = group_stories([*reports(), Article(text="Tulips are cheap.", id="tulips")])
    ferry = next(story for story in stories if "ferry 1" in story.article_ids)
    first = ferry.members[0]
    assert {"ferry Maren", "Ole Brandt"} <= set(first.names)
    assert first.closest in ferry.article_ids
    assert first.reason.startswith("Shares with its story names ")
    assert first.reason.endswith("on the same day.")
    tulips = next(story for story in stories if "tulips" in story.article_ids)
    assert tulips.reasons == {"tulips": "No other article is like it enough."}
    assert (tulips.title, tulips.first) == ("Tulips are cheap.", None)


def test_a_figure_can_be_the_reason() -> None:
    bank = next(story for story in group_stories(reports()) if "bank 1" in story.article_ids)
    assert {"900", "4.5"} <= {figure for member in bank.members for figure in member.figures}


def test_marked_clutter_is_not_compared() -> None:
    clutter = "More from us: harbour tunnel vote, Sofia Rask, Quay Alliance, referendum, Lindholm council."
    ferry = []
    for article in reports("ferry"):
        text = f"{article.text}\n{clutter}"
        mark = variorum.Boilerplate(len(article.text) + 1, len(text), "related")
        ferry.append(article.replace(id=article.id, text=text, boilerplate=(mark,)))
    for story in group_stories([*ferry, *reports("tunnel")]):
        assert all("Rask" not in member.names for member in story.members if member.article.startswith("ferry"))


@given(st.permutations(reports()))
def test_order_changes_nothing(shuffled: list[Article]) -> None:
    assert group_stories(shuffled) == group_stories(reports())


@given(st.data())
def test_order_changes_nothing_in_a_stream_longer_than_the_window(data: st.DataObject) -> None:
    config = Config(story_window=10)
    assert group_stories(data.draw(st.permutations(reports())), config) == group_stories(reports(), config)


@given(articles, st.integers(1, 6))
def test_every_article_is_in_exactly_one_story(given_articles: list[Article], window: int) -> None:
    for config in (Config(), Config(story_window=window)):
        ids = [key for story in group_stories(given_articles, config) for key in story.article_ids]
        assert sorted(ids) == sorted({article.id for article in given_articles})


def test_an_article_given_twice_counts_once() -> None:
    assert group_stories([*reports(), *reports()]) == group_stories(reports())


def test_two_texts_under_one_id_are_refused() -> None:
    with pytest.raises(ArticleError, match="Two different texts have the id 'ferry 1'"):
        group_stories([*reports("ferry"), Article(text="Another text.", id="ferry 1")])


def test_no_articles_make_no_stories() -> None:
    assert group_stories([]) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" * 200_000, id="one word"),
        pytest.param('"' * 100_000 + "a", id="quotation marks"),
        pytest.param("1.2,3." * 30_000, id="digits"),
        pytest.param("\x00 a \ud800 b", id="null and half a pair"),
        pytest.param("🙂 x " * 20_000, id="emoji"),
        pytest.param("\n\n\n1", id="a digit"),
        pytest.param("A. " * 50_000, id="initials"),
        pytest.param("的" * 50_000, id="no spaces"),
        pytest.param("The the THE", id="function words only"),
    ],
)
def test_hostile_texts_are_taken_in(text: str) -> None:
    stories = group_stories([Article(text=text, id="x\ud800"), Article(text=text, id="y", title=text), *reports("ferry")])
    assert sorted(key for story in stories for key in story.article_ids) == ["ferry 1", "ferry 2", "ferry 3", "ferry 4", "x\ud800", "y"]
