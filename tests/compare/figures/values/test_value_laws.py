"""Laws of values: what holds for any two figures, whatever their numbers, bounds and units."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Context, Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.compare.figures.values.told_values import told
from variorum.compare.figures.values.value_sets import ValueSet, excludes, meets, possible_set, value_set
from variorum.compare.figures.values.values import Stated, distinctive

BOUNDS = ["", "about ", "nearly ", "more than ", "at least ", "just over ", "fewer than ", "up to ", "just under "]
LOWER, UPPER = ["more than ", "at least ", "over ", "no fewer than "], ["fewer than ", "up to ", "less than ", "at most "]
AFTER = [" people", " percent", " km", " miles", " metres", " days", " weeks", " years", " dollars", " euros", " tonnes", " °C", " years old"]
VAGUE = ["dozens", "several hundred", "a few", "tens of thousands", "hundreds of millions", "a dozen", "a hundred", "half a million", "a few decades"]

whole = st.one_of(st.integers(0, 120), st.integers(0, 10**7), st.integers(1, 99).map(lambda n: n * 1000))
amounts = st.one_of(
    whole.map("{:,}".format),
    st.decimals(0, 999, places=1, allow_nan=False).map(str),
    st.builds("{} {}".format, st.decimals("0.1", 99, places=1, allow_nan=False), st.sampled_from(["million", "billion"])),
)
singles = st.builds("{}{}{}".format, st.sampled_from(BOUNDS), amounts, st.sampled_from(AFTER))
ranges = st.builds("{} to {}{}".format, whole.map("{:,}".format), whole.map("{:,}".format), st.sampled_from(AFTER))
values = st.one_of(singles, singles, ranges, st.sampled_from(VAGUE)).map(told)


@given(values, values)
def test_no_value_comes_first(a: Stated, b: Stated) -> None:
    assert meets(a, b) == meets(b, a)
    assert excludes(a, b) == excludes(b, a)


@given(values, values)
def test_what_meets_is_not_excluded(a: Stated, b: Stated) -> None:
    assert not (meets(a, b) and excludes(a, b))


@given(values)
def test_every_value_agrees_with_itself(value: Stated) -> None:
    assert not excludes(value, value)
    assert meets(value, value) == (value_set(value) is not None)


@given(values)
def test_what_readers_take_a_number_to_mean_is_possible(value: Stated) -> None:
    read, possible = value_set(value), possible_set(value)
    if read and possible:
        assert possible.low <= read.low <= read.high <= possible.high


@given(st.integers(1, 10**9 - 1), st.integers(2, 9))
def test_a_count_agrees_with_itself_in_any_rounding_of_two_digits(count: int, digits: int) -> None:
    """With a scale: 1,234,567, "1.23 million", "1.2 million". Rounded to one digit it may be said to be another, unless "about" is said."""
    assume(count >= 100_000)
    rounded = Context(prec=digits, rounding=ROUND_HALF_UP).create_decimal(count) / 1_000_000
    assert meets(told(f"{count:,} people"), told(f"{rounded.normalize():f} million people"))


@given(st.integers(1_000, 10**9), st.integers(2, 9), st.sampled_from(["", "about "]))
def test_so_do_numbers_in_full_digits(count: int, digits: int, bound: str) -> None:
    """But for one digit and zeros: "1,000" may have been counted, "1,020" is not said by it."""
    rounded = int(Context(prec=digits, rounding=ROUND_HALF_UP).create_decimal(count))
    assume(len(str(rounded).rstrip("0")) > 1)
    assert meets(told(f"{count:,} people"), told(f"{bound}{rounded:,} people"))


@given(st.integers(100_000, 10**9))
def test_one_digit_excludes_nothing_within_a_tenth(count: int) -> None:
    """ "Two million" and 1,830,000 do not agree, but the one may be the other. 1,400,000 is no "million"."""
    rounded = Context(prec=1, rounding=ROUND_HALF_UP).create_decimal(count)
    near = abs(rounded - count) <= rounded / 20
    if abs(rounded - count) < rounded / 10:
        assert not excludes(told(f"{count:,} people"), told(f"{rounded / 1_000_000:f} million people"))
    assert meets(told(f"{count:,} people"), told(f"about {rounded / 1_000_000:f} million people")) or not near


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.sampled_from(LOWER), st.sampled_from(["", *LOWER, "about "]))
def test_a_lower_bound_contradicts_nothing_larger(one: int, two: int, bound: str, other: str) -> None:
    """Neither a number nor another lower bound."""
    less, more = sorted((one, two))
    assert not excludes(told(f"{bound}{less:,} people"), told(f"{other}{more:,} people"))


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.sampled_from(UPPER), st.sampled_from(["", *UPPER, "about "]))
def test_an_upper_bound_contradicts_nothing_smaller(one: int, two: int, bound: str, other: str) -> None:
    less, more = sorted((one, two))
    assert not excludes(told(f"{bound}{more:,} people"), told(f"{other}{less:,} people"))


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_range_does_not_contradict_a_value_inside(one: int, two: int, three: int) -> None:
    low, middle, high = sorted((one, two, three))
    assert not excludes(told(f"{low:,} to {high:,} people"), told(f"{middle:,} people"))


@given(values, values, st.decimals(0, 2, places=2, allow_nan=False))
def test_widening_never_ends_agreement(a: Stated, b: Stated, share: Decimal) -> None:
    one, two = value_set(a), value_set(b)
    if one and two and one.unit == two.unit and one.shares(two):
        assert one.widened(share).shares(two)


@given(whole, whole, st.sampled_from([*AFTER[:-1]]))
def test_about_agrees_with_all_that_the_number_agrees_with(one: int, two: int, unit: str) -> None:
    """Hedging a number widens it: it never turns agreement into anything else, nor possibility into contradiction."""
    plain, hedged, other = told(f"{one:,}{unit}"), told(f"about {one:,}{unit}"), told(f"{two:,}{unit}")
    assert meets(hedged, other) or not meets(plain, other)
    assert excludes(plain, other) or not excludes(hedged, other)


@given(st.decimals("0.5", 5000, places=2, allow_nan=False))
def test_units_of_one_dimension_convert(miles: Decimal) -> None:
    """To two decimals either way."""
    km = (miles * Decimal("1.609344")).quantize(Decimal("0.01"))
    assert meets(told(f"{miles} miles"), told(f"{km} km"))
    assert not meets(told(f"{miles} miles"), told(f"{miles} km"))


@given(amounts, amounts, st.sampled_from(BOUNDS))
def test_money_of_two_currencies_is_never_compared(one: str, two: str, bound: str) -> None:
    dollars, euros = told(f"{bound}{one} dollars"), told(f"{two} euros")
    assert not meets(dollars, euros)
    assert not excludes(dollars, euros)


@given(values, st.sampled_from(VAGUE[:5]))
def test_a_vague_count_contradicts_nothing(value: Stated, vague: str) -> None:
    assert not excludes(value, told(vague))


@given(values)
def test_the_article_does_not_matter(value: Stated) -> None:
    other = replace(value, figure=replace(value.figure, article="b"))
    assert value_set(other) == value_set(value)
    assert distinctive(other) == distinctive(value) >= 0


sets = st.builds(lambda low, size: ValueSet(Decimal(low), Decimal(low + size)), st.integers(-50, 50), st.integers(0, 20))


@given(sets, sets, st.integers(-60, 80))
def test_sets_that_share_a_value_hold_it(one: ValueSet, two: ValueSet, number: int) -> None:
    value = Decimal(number)
    assert one.shares(two) or not (one.holds(value) and two.holds(value))
