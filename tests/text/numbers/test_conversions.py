"""Conversions: values of one dimension in each other's units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from variorum.text.numbers.conversions import converted, convertible


@pytest.mark.parametrize(
    ("value", "one", "two", "expected"),
    [("9", "mi", "km", "14.48"), ("2", "week", "day", "14"), ("1", "year", "month", "12"), ("100", "°C", "°F", "212"), ("1", "ha", "m²", "10000")],
)
def test_a_value_in_another_unit(value: str, one: str, two: str, expected: str) -> None:
    assert convertible(one, two)
    assert convertible(two, one)
    assert abs(converted(Decimal(value), one, two) - Decimal(expected)) < Decimal("0.01")


@pytest.mark.parametrize(("one", "two"), [("km", "kg"), ("USD", "EUR"), ("", "km"), ("week", "km"), ("%", "pp")])
def test_what_is_of_another_dimension_is_left_alone(one: str, two: str) -> None:
    assert not convertible(one, two)
    with pytest.raises(ValueError, match="cannot be converted"):
        converted(Decimal(1), one, two)


def test_a_unit_is_itself() -> None:
    assert convertible("quarter-barrel", "quarter-barrel")
    assert converted(Decimal(3), "", "") == 3
