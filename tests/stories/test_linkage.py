"""Groups by likeness between and within."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum import Config
from variorum.stories.linkage import gather

CONFIG = Config(story_likeness=0.12, story_cohesion=0.6)


def links(size: int, pairs: Iterable[tuple[int, int, float]]) -> list[dict[int, float]]:
    out: list[dict[int, float]] = [{} for _ in range(size)]
    for a, b, likeness in pairs:
        out[a][b] = out[b][a] = likeness
    return out


def test_what_is_not_like_enough_stays_alone() -> None:
    assert gather(links(3, [(0, 1, 0.2), (1, 2, 0.11)]), CONFIG) == [[0, 1], [2]]


def test_a_chain_of_likenesses_is_no_story() -> None:
    """Mean likeness counts: 0 and 1 are a story, 2 is like 1 only."""
    assert gather(links(3, [(0, 1, 0.29), (1, 2, 0.2)]), CONFIG) == [[0, 1], [2]]


@pytest.mark.parametrize(("between", "joined"), [(0.13, False), (0.25, True)])
def test_two_close_groups_need_to_be_close_to_each_other(between: float, joined: bool) -> None:
    across = [(a, b, between) for a in (0, 1) for b in (2, 3)]
    assert len(gather(links(4, [(0, 1, 0.29), (2, 3, 0.29), *across]), CONFIG)) == (1 if joined else 2)


def test_copies_do_not_make_a_group_so_tight_that_nobody_else_can_join() -> None:
    copies = [(a, b, 1.0) for a in range(3) for b in range(a)]
    report = [(3, copy, 0.2) for copy in range(3)]
    assert gather(links(4, [*copies, *report]), CONFIG) == [[0, 1, 2, 3]]


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(0.01, 1)), max_size=28))
def test_each_article_is_in_exactly_one_group(pairs: list[tuple[int, int, float]]) -> None:
    groups = gather(links(8, [pair for pair in pairs if pair[0] != pair[1]]), CONFIG)
    assert sorted(place for group in groups for place in group) == list(range(8))


def test_no_articles_are_no_groups() -> None:
    assert gather([], CONFIG) == []
