"""The picture of values over time: in its place on both axes, with no label over another, and only where it can be drawn."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.records.article import Span
from variorum.records.marks import Figure
from variorum.report.view.figures.time_chart import Label, TimeChart, calendar_time, make_time_chart


def count(low: str, high: str | None = None, unit: str = "", **rest: object) -> Figure:
    return Figure("a", 0, 5, "words", Span(0, 5), Decimal(low), Decimal(high or low), unit, **rest)  # type: ignore[arg-type]


def drawn(*moments: tuple[str, str, Figure | None]) -> TimeChart:
    chart = make_time_chart(moments)
    assert chart is not None
    return chart


def test_later_stands_further_right_and_more_stands_higher() -> None:
    chart = drawn(("2031-03-04", "A", count("14")), ("2031-03-05", "B", count("23")), ("2031-03-08", "A", count("31")))
    first, second, third = chart.dots
    assert first.x < second.x < third.x
    assert second.x - first.x < third.x - second.x
    assert first.high > second.high > third.high


def test_nought_stands_on_the_axis_and_only_nought() -> None:
    chart = drawn(("2030", "A", count("0")), ("2031", "B", count("5")))
    assert [dot.low == chart.bottom for dot in chart.dots] == [True, False]
    near = drawn(("2030", "A", count("98")), ("2031", "B", count("100")))
    assert all(dot.low < near.bottom for dot in near.dots)


def test_accounts_that_give_one_value_at_one_time_share_a_dot() -> None:
    chart = drawn(("2031-03-04", "A", count("14")), ("2031-03-04", "B", count("14")), ("2031-03-05", "C", count("20", bound=">=")))
    assert [dot.words for dot in chart.dots] == ["14 A, B", "at least 20 C"]
    assert chart.summary == "4 Mar A: 14; 4 Mar B: 14; 5 Mar C: at least 20"


def test_a_range_reaches_from_end_to_end() -> None:
    chart = drawn(("2031-03-04", "A", count("10", "30")), ("2031-03-05", "B", count("40")))
    assert chart.dots[0].high < chart.dots[0].low


@pytest.mark.parametrize(
    ("times", "foot"),
    [
        (("2031-03-04", "2031-03-09"), ["4 Mar", "9 Mar"]),
        (("2030-12-31", "2031-01-02"), ["31 Dec 2030", "2 Jan 2031"]),
        (("2031-03-04T08:00:00", "2031-03-04T21:30:00"), ["08:00", "21:30"]),
        (("2029", "2031"), ["2029", "2031"]),
        (("2031-03", "2031-04"), ["Mar 2031", "Apr 2031"]),
        (("2031-03-04T23:00:00-05:00", "2031-03-04T23:00:00+00:00"), ["4 Mar", "5 Mar"]),
    ],
)
def test_the_foot_names_times_no_finer_than_they_are_known(times: tuple[str, str], foot: list[str]) -> None:
    chart = drawn(*((time, "A", count(str(number))) for number, time in enumerate(times, 3)))
    assert sorted(label.words for label in chart.days) == sorted(foot)


def test_a_day_is_not_put_before_the_hours_in_it() -> None:
    night, noon = ("2031-03-04", "A", count("23")), ("2031-03-04T12:00:00", "B", count("14"))
    assert make_time_chart([night, noon]) is None, "nothing tells which is the earlier"
    chart = drawn(night, noon, ("2031-03-05T07:00:00+00:00", "C", count("31")))
    assert chart.dots[0].x == chart.dots[1].x < chart.dots[2].x
    assert make_time_chart([("2031", "A", count("23")), ("2031-03-04", "B", count("14"))]) is None


def test_there_is_no_picture_where_it_would_mislead_or_add_nothing() -> None:
    later = ("2031-03-05", "B", count("23"))
    assert make_time_chart([]) is None
    assert make_time_chart([later]) is None
    assert make_time_chart([("2031-03-05", "A", count("14")), later]) is None, "one time only"
    assert make_time_chart([("2031-03-04", "A", count("23")), later]) is None, "one value only"
    assert make_time_chart([("2031-03-04", "A", count("14", unit="EUR")), later]) is None
    assert make_time_chart([("2031-03-04", "A", count("14", per="day")), later]) is None
    assert make_time_chart([("2031-03-01/2031-03-04", "A", count("14")), later]) is None, "a period is no point in time"
    assert make_time_chart([("some day", "A", count("14")), later]) is None
    assert make_time_chart([("2031-03-04", "A", None), later]) is None
    assert make_time_chart([("2031-03-04", "A", count("NaN")), later]) is None
    assert make_time_chart([(f"20{year}", "A", count(str(year))) for year in range(10, 60)]) is None


def reach(label: Label) -> tuple[float, float]:
    width = 2 * len(label.words)
    left = {"start": label.x, "end": label.x - width, "middle": label.x - width / 2}[label.anchor]
    return left, left + width


@given(st.lists(st.tuples(st.integers(1, 28), st.integers(0, 5000)), min_size=2, max_size=12))
def test_no_label_covers_another_and_the_last_value_always_has_one(values: list[tuple[int, int]]) -> None:
    chart = make_time_chart([(f"2031-03-{day:02}", "AB", count(str(value))) for day, value in sorted(values)])
    if chart is None:
        return
    for labels in (chart.labels, chart.days):
        for number, one in enumerate(labels):
            for two in labels[:number]:
                apart = abs(one.y - two.y) >= 12 or reach(one)[1] <= reach(two)[0] or reach(two)[1] <= reach(one)[0]
                assert apart, (one, two)
    assert chart.dots[-1].words in {label.words for label in chart.labels}


@given(st.text(max_size=30))
def test_any_text_may_be_asked_for_its_time(value: str) -> None:
    calendar_time(value)
