"""Sets of possible values: what a reader takes a number to mean, which two agree, which rule each other out, and what lies between."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.compare.figures.values.told_values import told
from variorum.compare.figures.values.value_sets import excludes, meets, possible_set, value_set
from variorum.compare.figures.values.values import distinctive, stated
from variorum.records.article import Span
from variorum.records.marks import Change, Figure

ENDS = [
    # a number allows what its own rounding allows
    ("$121 billion", "120.5e9", "121.5e9"),
    ("28,500 soldiers", "28450", "28549"),
    ("1.2 million visitors", "1150000", "1249999"),
    ("282.40 billion kroner", "282.395e9", "282.405e9"),
    ("$3.00", "2.995", "3.005"),
    ("3.5 percent", "3.45", "3.55"),
    ("20 percent", "19.5", "20.5"),
    ("two-thirds", "63.3", "70"),
    # small counts and numbers to the unit are exact
    ("4 people", "4", "4"),
    ("30 homes", "30", "30"),
    ("1,234 votes", "1234", "1234"),
    # zeros that are written out may have been counted, a scale says that they were not
    ("100 guests", "98", "102"),
    ("1,000 guests", "980", "1020"),
    ("one million guests", "950000", "1050000"),
    ("a hundred guests", "90", "110"),
    ("a dozen guests", "11", "13"),
    # about, and short of
    ("about 200 guests", "180", "220"),
    ("roughly 28,500 soldiers", "28215", "28785"),
    ("some 197 pupils", "196", "198"),
    ("nearly 400 guests", "360", "399"),
    ("nearly a third", "30", "33.33"),
    # one-sided bounds go to the next step of their own scale
    ("more than 50 passengers", "51", "59"),
    ("at least 100 guests", "100", "199"),
    ("at least two guests", "2", "3"),
    ("more than 400 guests", "401", "499"),
    ("more than 51 people", "52", "53"),
    ("at least 25 guests", "25", "29"),
    ("over $1 billion", "1e9", "2e9"),
    ("up to 20 guests", "11", "20"),
    ("as many as 57 pupils", "56", "57"),
    ("fewer than 200 guests", "101", "199"),
    ("more than a dozen guests", "13", "23"),
    ("just over 200 guests", "201", "219"),
    # ranges, ages, vague counts
    ("20 to 30 percent", "19.5", "30.5"),
    ("eight to ten guests", "8", "10"),
    ("42 years old", "42", "43"),
    ("dozens of homes", "20", "150"),
    ("several hundred homes", "300", "1200"),
    ("tens of thousands of homes", "15000", "150000"),
]


@pytest.mark.parametrize(("words", "low", "high"), ENDS)
def test_what_a_reader_takes_a_number_to_mean(words: str, low: str, high: str) -> None:
    found = value_set(told(words))
    assert found is not None
    assert (float(found.low), float(found.high)) == pytest.approx((float(low), float(high)), rel=1e-3 if "third" in words else 1e-12)


AGREE = [
    ("$121 billion", "$120.8 billion"),
    ("28,500 soldiers", "28,463 soldiers"),
    ("1.2 million visitors", "1,234,567 visitors"),
    ("about 200 guests", "197 guests"),
    ("roughly 5 percent", "4.8 percent"),
    ("nearly a third", "31 percent"),
    ("two-thirds", "66 percent"),
    ("more than 50 passengers", "51 passengers"),
    ("more than 270 pupils", "276 pupils"),
    ("at least 100 guests", "more than 150 guests"),
    ("at least seven people", "seven people"),
    ("fewer than 200 pupils", "197 pupils"),
    ("over $1 billion", "$1.5 billion"),
    ("20 to 30 percent", "25 percent"),
    ("$5 billion to $10 billion", "$10 billion"),
    ("dozens of homes", "47 homes"),
    ("hundreds of homes", "several hundred homes"),
    ("5 km", "3.1 miles"),
    ("64 km", "39 miles"),
    ("three weeks", "21 days"),
    ("20 °C", "68 °F"),
    ("one year old", "20 months old"),
    ("50 cents", "$0.50"),
]

APART = [
    ("at least four people", "at least six people"),
    ("more than 400 people", "536 people"),
    ("up to 20 guests", "four guests"),
    ("more than 50 passengers", "50 passengers"),
    ("more than 50 passengers", "at least 100 passengers"),
    ("more than two-thirds", "66 percent"),
    ("$5 billion", "$5.4 billion"),
    ("$6,000", "$6,156"),
    ("1 percent", "1.4 percent"),
    ("100 guests", "97 guests"),
    ("about 28,500 soldiers", "29,100 soldiers"),
    ("dozens of homes", "4,000 homes"),
    ("hundreds of homes", "12 homes"),
    ("$100", "€100"),
    ("3 km", "3 hours"),
    ("5 percent", "5 people"),
    ("a few decades", "30 years"),
]

EXCLUDE = [
    ("30 people", "34 people"),
    ("3.5 percent", "2.6 percent"),
    ("$5 billion", "$10 billion"),
    ("$5 billion", "$4.4 billion"),
    ("at least 40 guests", "34 guests"),
    ("more than 270 pupils", "219 pupils"),
    ("more than 400 people", "at most 300 people"),
    ("up to 50 guests", "57 guests"),
    ("fewer than 200 pupils", "276 pupils"),
    ("about 200 pupils", "276 pupils"),
    ("nearly 400 guests", "536 guests"),
    ("three to five homes", "nine homes"),
    ("42 years old", "43 years old"),
    ("11 days", "10 days"),
    ("5 km", "5 miles"),
    ("two weeks", "ten days"),
]


@pytest.mark.parametrize(("one", "two"), AGREE)
def test_both_can_mean_one_value(one: str, two: str) -> None:
    assert meets(told(one), told(two))
    assert not excludes(told(one), told(two))


@pytest.mark.parametrize(("one", "two"), APART)
def test_apart_but_possible(one: str, two: str) -> None:
    """No agreement is claimed, and no contradiction."""
    assert not meets(told(one), told(two))
    assert not excludes(told(one), told(two))


@pytest.mark.parametrize(("one", "two"), EXCLUDE)
def test_both_cannot_be_true(one: str, two: str) -> None:
    assert excludes(told(one), told(two))
    assert not meets(told(one), told(two))


def test_old_and_new_value_of_a_change_are_kept_apart() -> None:
    """ "From 25 to 15 per cent" agrees with 25 for what was and with 15 for what is, and its two values do not agree with each other."""
    quote = "25 percent to 15 percent"
    change = Change("from_to", Decimal(25), Decimal(15), "down")
    new, old = stated([Figure("a", 0, len(quote), quote, Span(0, len(quote)), Decimal(15), Decimal(15), "%", change=change)])
    assert meets(old, told("25 percent"))
    assert meets(new, told("15 percent"))
    assert excludes(old, new)
    assert not meets(new, told("25 percent"))


def test_each_end_of_a_range_has_its_own_scale() -> None:
    found = value_set(told("900.5 million to 1.2 billion kroner"))
    assert found is not None
    assert (found.low, found.high) == (Decimal(900_450_000), Decimal(1_250_000_000))


def test_a_vague_count_rules_nothing_out() -> None:
    assert possible_set(told("dozens of homes")) is None
    assert value_set(told("a few decades")) is None


def test_a_majority_may_be_nearly_all() -> None:
    quote = "majority of voters"
    majority = stated([Figure("a", 0, 18, quote, Span(0, 8), Decimal(50), Decimal(50), "%", "voter", ">")])[0]
    assert meets(majority, told("83 percent"))
    assert excludes(majority, told("44 percent"))


LESS_AND_MORE = [
    ("100 guests", "57 guests"),
    ("20 percent", "43.7 percent"),
    ("$1 billion", "$1.2 billion"),
    ("$1 billion", "$121 billion"),
    ("5 people", "$2 billion"),
    ("28,000 soldiers", "28,500 soldiers"),
    ("24 hours", "271 hours"),
    ("2016 people", "2,016 people"),
    ("dozens of homes", "two homes"),
    ("a dozen homes", "17 homes"),
    ("$5 billion", "$351 billion"),
    ("a third", "31 percent"),
]


@pytest.mark.parametrize(("less", "more"), LESS_AND_MORE)
def test_what_tells_more(less: str, more: str) -> None:
    """Equal values are the less a matter of chance, the more digits they have; round numbers and short times are everywhere."""
    assert distinctive(told(less)) < distinctive(told(more))


@pytest.mark.parametrize("words", ["100 guests", "20 percent", "12 hours", "two people", "dozens of people"])
def test_what_tells_little(words: str) -> None:
    assert distinctive(told(words)) <= 1


@pytest.mark.parametrize("words", ["43.7 percent", "$121 billion", "6,644 deaths", "28,500 soldiers", "$1.2 billion"])
def test_what_tells_much(words: str) -> None:
    assert distinctive(told(words)) >= 3
