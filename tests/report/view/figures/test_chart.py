"""The small plot: drawn where it helps, and only there."""

from __future__ import annotations

from decimal import Decimal

from variorum.records.article import Span
from variorum.records.marks import Figure
from variorum.report.view.figures.chart import make_chart


def money(low: str, high: str | None = None, unit: str = "EUR", **rest: object) -> Figure:
    return Figure("a", 0, 5, "words", Span(0, 5), Decimal(low), Decimal(high or low), unit, **rest)  # type: ignore[arg-type]


def test_values_that_differ_stand_in_the_order_of_their_size() -> None:
    chart = make_chart([("A", [money("1000000")]), ("B", [money("3000000", "4000000")])])
    assert chart is not None
    first, second = chart.lines
    assert first.left == first.right < second.left < second.right
    assert (chart.first, chart.last) == ("0", "4 million EUR")
    assert chart.summary == "A: 1 million EUR; B: 3–4 million EUR"


def test_a_bound_is_an_arrow() -> None:
    chart = make_chart([("A", [money("1", bound=">")]), ("B", [money("2", bound="<=")])])
    assert chart is not None
    assert [line.arrow for line in chart.lines] == ["right", "left"]


def test_there_is_no_chart_where_it_would_mislead_or_add_nothing() -> None:
    assert make_chart([]) is None
    assert make_chart([("A", [money("1")])]) is None
    assert make_chart([("A", [money("1")]), ("B", [money("1")])]) is None
    assert make_chart([("A", [money("1")]), ("B", [money("2", unit="USD")])]) is None
    assert make_chart([("A", [money("1", per="year")]), ("B", [money("2", per="month")])]) is None
    assert make_chart([("A", [money("1", unit="")]), ("B", [money("2", unit="")])]) is None
    assert make_chart([("A", [money("NaN")]), ("B", [money("2")])]) is None


def test_values_below_nought_have_their_place() -> None:
    chart = make_chart([("A", [money("-3", unit="%")]), ("B", [money("2", unit="%")])])
    assert chart is not None
    assert chart.first == "-3"
