"""Ids of stories through growth, splits and mergers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.records.article import content_hash
from variorum.stories.naming import carry_on, new_id


def test_a_story_that_grows_keeps_its_id() -> None:
    assert carry_on([["a", "b", "c"]], {"a": "S", "b": "S"}).stories == ("S",)


def test_a_story_that_is_split_stays_with_the_larger_part() -> None:
    naming = carry_on([["a"], ["b", "c"]], dict.fromkeys("abc", "S"))
    assert (naming.stories, naming.merged) == ((None, "S"), ())


def test_stories_that_merge_stay_under_the_id_of_the_larger() -> None:
    naming = carry_on([["a", "b", "c"]], {"a": "S", "b": "T", "c": "T"})
    assert (naming.stories, naming.merged) == (("T",), (("S", "T"),))


def test_a_story_of_which_a_part_lives_on_is_not_merged() -> None:
    naming = carry_on([["a", "b", "c"], ["d"]], {"a": "S", "b": "T", "c": "T", "d": "S"})
    assert (naming.stories, naming.merged) == (("T", "S"), ())


def test_a_new_story_is_named_for_its_first_article() -> None:
    assert new_id(["a", "b"], lambda _: False) == content_hash("story", "a")
    assert new_id(["a", "b"], lambda story: story == content_hash("story", "a")) == content_hash("story", "b")
    assert new_id(["a"], lambda _: True) not in {content_hash("story", "a")}


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12), st.lists(st.integers(0, 3), min_size=12, max_size=12))
def test_no_two_groups_have_one_id_and_no_story_vanishes(now: list[int], before: list[int]) -> None:
    groups = [[f"a{place}" for place, group in enumerate(now) if group == number] for number in sorted(set(now))]
    known = {f"a{place}": f"S{before[place]}" for place in range(len(now)) if before[place]}
    naming = carry_on(groups, known)
    kept = [story for story in naming.stories if story]
    assert len(kept) == len(set(kept))
    assert {*kept, *(old for old, _ in naming.merged)} == set(known.values())
    assert {new for _, new in naming.merged} <= set(kept)
