"""Numerals: every way in which English writes a number has its exact value and its exact place."""

from __future__ import annotations

from decimal import Decimal

import pytest

from variorum.text.fold import fold
from variorum.text.numbers.numeral import Numeral
from variorum.text.numbers.numerals import numerals

VALUES = [
    ("7", "7"),
    ("1,250", "1250"),
    ("1,20,000", "120000"),
    ("0.4", "0.4"),
    (".5", "0.5"),
    ("3½", "3.5"),
    ("¾", "0.75"),
    ("1/4", "0.25"),
    ("zero", "0"),
    ("twelve", "12"),
    ("twenty-one", "21"),
    ("twenty one", "21"),
    ("ninety-nine", "99"),
    ("one hundred and three", "103"),
    ("one hundred three", "103"),
    ("three hundred and forty", "340"),
    ("two thousand five hundred", "2500"),
    ("seventy-five thousand", "75000"),
    ("two hundred and two thousand", "202000"),
    ("one million two hundred thousand", "1200000"),
    ("three billion and one", "3000000001"),
    ("a dozen", "12"),
    ("half a dozen", "6"),
    ("two dozen", "24"),
    ("a hundred", "100"),
    ("a million", "1000000"),
    ("half a million", "500000"),
    ("half million", "500000"),
    ("a quarter of a million", "250000"),
    ("three quarters of a million", "750000"),
    ("two and a half", "2.5"),
    ("two and a half million", "2500000"),
    ("a million and a half", "1500000"),
    ("one and a quarter billion", "1250000000"),
    ("1.2 million", "1200000"),
    ("5,000 crore", "50000000000"),
    ("12 lakh", "1200000"),
    ("3.4 thousand", "3400"),
    ("10 million million", "10000000000000"),
    ("34.6mn", "34600000"),
    ("98bn", "98000000000"),
    ("1.5tn", "1500000000000"),
    ("10k", "10000"),
    ("two-thirds", "0.6666666667"),
    ("two thirds", "0.6666666667"),
    ("three-quarters", "0.75"),
    ("a third of", "0.3333333333"),
    ("four-fifths", "0.8"),
    ("a couple of hundred", "200"),
    ("twice", "2"),
    ("ninefold", "9"),
    ("doubled", "2"),
    ("halved", "0.5"),
    ("60th", "60"),
    ("second", "2"),
    ("twenty-first", "21"),
]


@pytest.mark.parametrize(("written", "value"), VALUES, ids=[written for written, _ in VALUES])
def test_number_has_its_value(written: str, value: str) -> None:
    """One numeral is read, with the value that a reader would give it, to ten places."""
    (numeral,) = numerals(fold(written))
    assert numeral.value is not None
    assert round(numeral.value, 10) == Decimal(value)


@pytest.mark.parametrize(
    ("written", "least"),
    [
        ("dozens", 24),
        ("scores", 40),
        ("hundreds", 200),
        ("thousands", 2_000),
        ("tens of thousands", 20_000),
        ("hundreds of thousands", 200_000),
        ("several", 3),
        ("several hundred", 300),
        ("a few hundred", 300),
    ],
)
def test_vague_words_have_no_value_but_a_least_one(written: str, least: int) -> None:
    """No value is invented for "dozens"; only what it must at least be is known."""
    (numeral,) = numerals(f"there were {written} here")
    assert (numeral.kind, numeral.value) == ("vague", None)
    assert numeral.least is not None
    assert numeral.least <= least


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She has two, three at most.", ["two", "three"]),
        ("five and six", ["five", "six"]),
        ("one two three", ["one", "two", "three"]),
        ("5 to 10 billion", ["5", "10 billion"]),
        ("$5bn and 12 percent", ["5bn", "12"]),
        ("won 98 trillion", ["98 trillion"]),
        ("2.5 million or three", ["2.5 million", "three"]),
        ("the F-16 and the 5G net", ["5"]),
        ("wonder and tenor and often", []),
        ("#12 and @34", []),
        ("version 1.2.3", ["1.2"]),
        ("someone, no one, everyone", ["one"]),
    ],
)
def test_numerals_stand_where_they_are_written(text: str, words: list[str]) -> None:
    """What belongs together is one numeral; what does not, is not; letters inside words are none."""
    assert [text[numeral.start : numeral.end] for numeral in numerals(text)] == words


@pytest.mark.parametrize(
    ("text", "kind"),
    [("21st", "ordinal"), ("third", "ordinal"), ("two-thirds", "fraction"), ("tripled", "multiplier"), ("dozens", "vague"), ("12", "cardinal")],
)
def test_kind_of_a_numeral(text: str, kind: str) -> None:
    assert [numeral.kind for numeral in numerals(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("£4.2m for the bridge", 4_200_000),
        ("the 200m race", 200),
        ("1.4m people", 1_400_000),
        ("a 5m long pole", 5),
        ("$3b", 3_000_000_000),
        ("$5 bn", 5_000_000_000),
        ("5 m of rope", 5),
    ],
)
def test_letters_after_digits_are_scales_only_of_money_and_people(text: str, value: int) -> None:
    """ "m" is a million after a pound sign and before people, and metres elsewhere."""
    assert [numeral.value for numeral in numerals(text)] == [value]


def test_a_scale_keeps_what_stood_before_it() -> None:
    """Of "5.5 million" the part before the scale is known, for ranges that share it."""
    (numeral,) = numerals("5.5 million")
    assert numeral == Numeral(0, 11, Decimal("5500000"), "cardinal", Decimal("5.5"), True)


def test_no_number_is_too_large() -> None:
    """Scales piled on scales are read or left out, never a crash."""
    for text in ("one hundred " * 200, "million " * 200, "nine quintillion " * 50, "9" * 39 + " trillion trillion"):
        assert all(numeral.value is None or numeral.value.is_finite() for numeral in numerals(text))


def test_an_identifier_is_no_number() -> None:
    """Digits that run on beyond any quantity are an identifier."""
    assert numerals("4" * 41) == []
