"""Dates: every line of `cases/dates.txt` reads as it is marked, and no text breaks the finder."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.config import DEFAULT
from variorum.extract.dates.date_marks import find_dates
from variorum.records.article import Article
from variorum.records.marks import DateMark
from variorum.text.parsing.parse import parse_text

CASES = Path(__file__).parents[2] / "cases" / "dates.txt"
MARK = re.compile(r"\[\[([^|\]]*)\|([^\]]*)\]\]")


def dates_of(text: str, published: str | None = "2025-08-20") -> tuple[DateMark, ...]:
    return find_dates(Article(text, published=published), parse_text(text), DEFAULT)


def read_cases() -> list[tuple[str, str]]:
    lines = [line for line in CASES.read_text("utf-8").splitlines() if line.startswith("published ")]
    return [(day, sentence) for day, _, sentence in (line.removeprefix("published ").partition(": ") for line in lines)]


@pytest.mark.parametrize(("day", "marked"), read_cases())
def test_dates_read_as_marked(day: str, marked: str) -> None:
    """The words in double brackets are the dates of the sentence, with the value after the bar."""
    text = MARK.sub(r"\1", marked)
    found = dates_of(text, None if day == "unknown" else day)
    assert [(date.quote, date.value or "-") for date in found] == MARK.findall(marked)
    assert all(date.note for date in found if date.value is None), "a date without a value says why"


def test_there_are_many_cases() -> None:
    """The case file is not emptied by accident."""
    assert len(read_cases()) >= 80


def test_missing_publication_date_is_the_reason_given() -> None:
    """Without a publication date a weekday has no value, and the note says so."""
    (date,) = dates_of("He was freed on Thursday.", None)
    assert (date.value, date.note, date.anchor) == (None, "no publication date is known", None)


def test_anchor_is_the_publication_day() -> None:
    """What is counted names the day it was counted from; a whole date needs none."""
    yesterday, whole = dates_of("It rained yesterday, as on 3 May 2020.")
    assert (yesterday.anchor, whole.anchor) == ("2025-08-20", None)


def test_event_is_cut_from_the_clause() -> None:
    """The event of a date is short and in the words of the text."""
    (date,) = dates_of("Heavy rain flooded the old market in Oldport on Monday, officials said.")
    assert date.event is not None
    assert "rain" in date.event
    assert "flooded" in date.event
    assert len(date.event.split()) <= 12


def test_wrapped_line_does_not_break_a_date() -> None:
    """A date that runs over the end of a wrapped line is one date, quoted as it stands."""
    lines = [
        "The council of the town said that the new bridge",
        "over the river will at last be opened on Friday, May",
        "29, 2026 by the mayor of the town and by all of the",
    ]
    text = "\n".join(
        [
            *lines,
            "citizens who helped to build it over the many years",
            "that it took to find the money for it, though some",
            "of the older people had been against it.",
        ]
    )
    found = dates_of(text)
    assert [(date.value, date.quote) for date in found] == [("2026-05-29", "Friday, May\n29, 2026")]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"aZ0 19,.-\n\"'()/$", "May ", "1990s ", "last ", "two ", "weeks ago ", "next ", "quarter ", "2024", "fiscal year "]),
        min_size=1,
        max_size=60,
    )
)
def test_spans_quote_the_text_whatever_it_is(parts: list[str]) -> None:
    """Every date quotes its article exactly, dates do not overlap, and nothing crashes."""
    text = "x " + "".join(parts)
    found = dates_of(text)
    assert all(text[date.start : date.end] == date.quote for date in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=200), st.sampled_from([None, "0001-01-01", "9999-12-31"]))
def test_no_text_and_no_day_crashes(text: str, day: str | None) -> None:
    """Any characters, and the first and last days of the calendar, are read without an error."""
    padded = f"a {text} last week, 500 years ago, next year, the past two decades, tomorrow and Monday"
    assert all(date.value is None or date.value for date in dates_of(padded, day))
