"""The steps of a quantity that moves: in their order, with what stands for a time that the text leaves out."""

from __future__ import annotations

from dataclasses import replace

from tests.report.story import harbour
from variorum.records.dossier import Comparison
from variorum.report.view.figures.rows import Row
from variorum.report.view.sections import make_view


def row_of(comparison: Comparison) -> Row:
    (row,) = make_view(replace(harbour(), comparisons=(comparison,))).rows
    return row


ESTIMATE = next(one for one in harbour().comparisons if one.series)


def test_each_step_says_when_who_and_whether_the_day_is_the_articles_own() -> None:
    series = row_of(ESTIMATE).series
    assert series is not None
    assert [(step.when, step.entry.normal, step.entry.quotation.witness.siglum, step.implied, step.latest) for step in series.steps] == [
        ("2030", "1.2 billion EUR", "B", "", False),
        ("Tuesday 4 March 2031", "1.2 billion EUR", "A1", "day of the article", False),
        ("5 March 2031, 07:00", "1.6 billion EUR", "B", "time of the article", True),
    ]


def test_a_copy_adds_no_step_where_it_gives_the_same_for_the_same_time() -> None:
    series = row_of(ESTIMATE).series
    assert series is not None
    assert [[copy.witness.siglum for copy in step.entry.quotation.also] for step in series.steps] == [[], ["A2"], []]


def test_a_copy_that_stands_for_another_time_is_named_as_one() -> None:
    moved = tuple(replace(point, when="2031-03-06") if point.article == "coast" else point for point in ESTIMATE.series)
    series = row_of(replace(ESTIMATE, series=moved)).series
    assert series is not None
    assert [step.copy for step in series.steps] == ["", "", "copy", ""]


def test_the_picture_over_time_takes_the_place_of_the_other_only_if_it_shows_as_much() -> None:
    assert row_of(ESTIMATE).chart is None
    assert row_of(replace(ESTIMATE, series=ESTIMATE.series[1:])).chart is not None
    assert row_of(replace(ESTIMATE, series=())).chart is not None


def test_a_time_that_is_none_has_a_step_and_no_picture() -> None:
    series = row_of(replace(ESTIMATE, series=tuple(replace(point, when="some <day>") for point in ESTIMATE.series))).series
    assert series is not None
    assert {step.when for step in series.steps} == {"some <day>"}
    assert series.chart is None
