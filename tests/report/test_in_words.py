"""Normal forms in words that a reader would use."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.records.article import Span
from variorum.records.marks import Change, Figure
from variorum.report.in_words import date_words, normal_form, number_words, quantity_words

D = Decimal


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("28500", "28,500"),
        ("1200000000", "1.2 billion"),
        ("1234567", "1,234,567"),
        ("1234000", "1.234 million"),
        ("126000000000000", "126 trillion"),
        ("2.60", "2.6"),
        ("0", "0"),
        ("-15000000", "-15 million"),
        ("1E+400", "1E400"),
    ],
)
def test_numbers_lose_nothing(value: str, words: str) -> None:
    assert number_words(D(value)) == words


@given(st.decimals(allow_nan=True, allow_infinity=True))
def test_any_decimal_has_words(value: Decimal) -> None:
    assert number_words(value)


@pytest.mark.parametrize(
    ("low", "high", "unit", "of", "words"),
    [
        ("5000000000", "10000000000", "USD", None, "5–10 billion USD"),
        ("900000", "1200000", "EUR", None, "900,000–1.2 million EUR"),
        ("3.5", "3.5", "%", "GDP", "3.5% of GDP"),
        ("2", "2", "pp", None, "2 percentage points"),
        ("9", "9", "x", None, "×9"),
        ("1", "1", "day", None, "1 day"),
        ("3", "3", "week", None, "3 weeks"),
        ("40", "40", "km", None, "40 km"),
        ("60", "60", "ordinal", None, "no. 60"),
        (None, None, "", "resident", "no exact number"),
        (None, "5", "t", None, "5 t"),
    ],
)
def test_quantities_in_words(low: str | None, high: str | None, unit: str, of: str | None, words: str) -> None:
    assert quantity_words(D(low) if low else None, D(high) if high else None, unit, of) == words


def figure(**rest: object) -> Figure:
    return Figure("a", 0, 5, "words", Span(0, 5), D(1_000_000_000), D(1_000_000_000), "USD", **rest)  # type: ignore[arg-type]


def test_a_bound_and_a_period_are_said() -> None:
    assert normal_form(figure(bound=">", per="year")) == "more than 1 billion USD per year"
    assert normal_form(figure(bound="<=")) == "up to 1 billion USD"


def test_changes_are_said() -> None:
    assert normal_form(figure(change=Change("from_to", D(25), D(15)))) == "from 25 to 15 USD"
    assert normal_form(figure(change=Change("factor", factor=D(9)))) == "×9"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025", "2025"),
        ("2025-08", "August 2025"),
        ("2025-08-25", "Monday 25 August 2025"),
        ("2025-08-18/2025-08-24", "18–24 August 2025"),
        ("2025-08-28/2025-09-03", "28 August – 3 September 2025"),
        ("2025-12-30/2026-01-02", "30 December 2025 – 2 January 2026"),
        ("../2014-10-13", "until Monday 13 October 2014"),
        ("2025-08/..", "from August 2025"),
        ("2025-22", "summer 2025"),
        ("1984~", "about 1984"),
        ("2025-08-25T14:30:00", "25 August 2025, 14:30"),
        ("2025-08-25T14:30:00Z", "25 August 2025, 14:30 UTC+00:00"),
        ("2025-08-25T14:30:00-05:00", "25 August 2025, 14:30 UTC-05:00"),
        ("next Tuesday", "next Tuesday"),
        ("2025-99-99", "2025-99-99"),
        ("199X", "199X"),
    ],
)
def test_calendar_values_in_words(value: str, words: str) -> None:
    assert date_words(value) == words


@given(st.text(max_size=40))
def test_any_value_of_a_date_has_words(value: str) -> None:
    assert isinstance(date_words(value), str)
