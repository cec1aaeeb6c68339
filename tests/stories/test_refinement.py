"""A last look at each article: it moves to the group it is clearly more like."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.stories.test_linkage import links
from variorum import Config
from variorum.stories.refinement import refine

CONFIG = Config(story_likeness=0.12)
TWO_STORIES = [(0, 1, 0.2), (0, 2, 0.2), (1, 2, 0.2), (3, 4, 0.25), (3, 5, 0.25), (4, 5, 0.25)]


def test_an_article_that_was_joined_too_early_moves() -> None:
    assert refine(links(6, TWO_STORIES), [[0, 1, 2, 3], [4, 5]], CONFIG) == [[0, 1, 2], [3, 4, 5]]


def test_an_article_that_is_as_near_to_its_own_story_stays() -> None:
    torn = [*TWO_STORIES, (0, 3, 0.21), (0, 4, 0.21), (0, 5, 0.21)]
    assert refine(links(6, torn), [[0, 1, 2], [3, 4, 5]], CONFIG) == [[0, 1, 2], [3, 4, 5]]


def test_nobody_is_left_alone() -> None:
    pair = [(0, 1, 0.13), *((0, other, 0.25) for other in (2, 3)), (2, 3, 0.25)]
    assert refine(links(4, pair), [[0, 1], [2, 3]], CONFIG) == [[0, 1], [2, 3]]


@given(
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(0.01, 1)), max_size=28), st.lists(st.integers(0, 2), min_size=8, max_size=8)
)
def test_no_article_is_lost(pairs: list[tuple[int, int, float]], homes: list[int]) -> None:
    groups = [[place for place, home in enumerate(homes) if home == number] for number in range(3)]
    refined = refine(links(8, [pair for pair in pairs if pair[0] != pair[1]]), [group for group in groups if group], CONFIG)
    assert sorted(place for group in refined for place in group) == list(range(8))
