"""Likeness of articles: rare words in common, and time between."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stories.press import report, reports
from variorum import Config
from variorum.stories.likeness import nearness
from variorum.stories.partition import partition
from variorum.stories.profile import Profile, read_profile

CONFIG = Config()
DAY = dt.date(2031, 3, 4).toordinal()


@given(st.integers(1, 3_000_000), st.integers(0, 40_000), st.integers(0, 40_000))
def test_the_longer_the_time_between_the_less_a_likeness_counts(day: int, gap: int, longer: int) -> None:
    near, far = nearness(day, day + min(gap, longer), CONFIG), nearness(day + max(gap, longer), day, CONFIG)
    assert 0 < far <= near <= 1


def test_two_days_are_no_distance() -> None:
    assert nearness(DAY, DAY + 2, CONFIG) == nearness(DAY, DAY, CONFIG) == 1.0


def test_a_missing_date_counts_like_some_weeks_between() -> None:
    assert nearness(DAY, DAY + 10, CONFIG) > nearness(DAY, None, CONFIG) == nearness(None, None, CONFIG) > nearness(DAY, DAY + 365, CONFIG)


@pytest.mark.parametrize(("later", "less"), [("2031-03-05", False), ("2033-03-05", True)])
def test_a_report_counts_as_less_like_the_others_the_later_it_is(later: str, less: bool) -> None:
    near = [read_profile(article) for article in reports()]
    moved = [read_profile(report("ferry", 4, later) if article.id == "ferry 4" else article) for article in reports()]
    assert (closeness(moved) < closeness(near)) is less


def closeness(profiles: list[Profile]) -> float:
    """Likeness of the first and the last report on the ferry."""
    parts = partition(profiles, CONFIG)
    places = {profile.article: place for place, profile in enumerate(parts.profiles)}
    return parts.links[places["ferry 1"]][places["ferry 4"]]


def test_reports_of_other_events_are_hardly_linked() -> None:
    parts = partition([read_profile(article) for article in reports("comet", "bank")], CONFIG)
    names = [profile.article.split()[0] for profile in parts.profiles]
    across = [like for place, near in enumerate(parts.links) for other, like in near.items() if names[place] != names[other]]
    assert max(across, default=0.0) < CONFIG.story_likeness
