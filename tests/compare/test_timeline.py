"""The timeline: one entry for each day or interval, in calendar order, under its most typical event."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.compare.timeline import make_timeline
from variorum.records.article import Article, Boilerplate
from variorum.records.marks import DateMark, Reading


def reading(*dates: tuple[str | None, str | None]) -> Reading:
    text = "word " * max(1, len(dates))
    marks = [DateMark("n1", 5 * i, 5 * i + 4, "word", value, event=event) for i, (value, event) in enumerate(dates)]
    return Reading(Article(text, id="n1"), dates=tuple(marks))


def values(*dates: str) -> list[str]:
    return [entry.value for entry in make_timeline([reading(*((date, None) for date in dates))])]


def test_entries_stand_in_calendar_order() -> None:
    """Days stand by their first day, the longer interval before the shorter."""
    assert values("2025-08-25", "2014", "2025-08", "1950/1953", "2025-08-18/2025-08-24") == [
        "1950/1953", "2014", "2025-08", "2025-08-18/2025-08-24", "2025-08-25",
    ]  # fmt: skip


def test_open_interval_stands_where_its_known_end_is() -> None:
    """ "more than two years ago" has no start: it stands at its end."""
    assert values("2015", "../2014-10-13", "2014-04") == ["2014-04", "../2014-10-13", "2015"]


def test_dates_of_one_value_are_one_entry() -> None:
    """The members of an entry are all dates with its value."""
    story = reading(("2014", "girls taken from school"), ("2014", "girls taken"), ("2014", "caliphate declared"), (None, "nothing known"))
    (entry,) = make_timeline([story])
    assert entry.members == tuple(date.id for date in story.dates[:3])
    assert entry.label.startswith("girls taken")


def test_label_falls_back_on_the_words_of_the_date() -> None:
    """Without an event the entry carries the date's own words."""
    assert make_timeline([reading(("2014", None))])[0].label == "word"


def test_clutter_of_the_page_is_left_out() -> None:
    """A copyright year in a page's footer is no event of the story."""
    article = Article("© 2017", id="n1", boilerplate=(Boilerplate(0, 6, "credit"),))
    assert make_timeline([Reading(article, dates=(DateMark("n1", 2, 6, "2017", "2017"),))]) == ()


@given(st.lists(st.sampled_from(["2014", "2014-04", "2014-04-14", "../2016", "2016/..", "1801/1900", "2025-08-18/2025-08-24"]), max_size=12))
def test_every_date_with_a_value_is_in_one_entry(dates: list[str]) -> None:
    """No date is lost and none stands twice."""
    story = reading(*((date, None) for date in dates))
    members = [member for entry in make_timeline([story]) for member in entry.members]
    assert sorted(members) == sorted(date.id for date in story.dates)
