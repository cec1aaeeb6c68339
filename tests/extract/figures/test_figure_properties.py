"""Figures whatever the text: a value written in any printed form reads back, spans are exact, and no input breaks the reader."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

import variorum
from tests.extract.figures.figure_numbers import in_indian_groups, in_words
from variorum.build import check_words
from variorum.extract.figures.written.numbers_with_units import find_pieces
from variorum.records.article import Span
from variorum.records.marks import Figure
from variorum.text.fold import fold
from variorum.text.numbers.numerals import numerals
from variorum.text.numbers.units import unit_after, unit_before
from variorum.text.parsing.parse import Parse
from variorum.text.quotes import quotations

CURRENCIES = [("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("US$", "USD"), ("A$", "AUD"), ("¥", "JPY")]

counts = st.integers(2, 10**15 - 1)
cents = st.decimals(min_value="0.01", max_value="999.99", places=2)


def scaled(value: Decimal, scale: str) -> str:
    return f"{value:f} {scale}"


def read(text: str) -> list[Figure]:
    """The figures of a text, spans checked."""
    reading = variorum.extract(variorum.Article(text, published="2025-08-20"))
    check_words(reading)
    return list(reading.figures)


# --- what is written reads back -----------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(counts)
@pytest.mark.parametrize("write", [str, "{:,}".format, in_indian_groups, in_words], ids=["digits", "grouped", "indian", "words"])
def test_a_number_reads_back_however_it_is_written(write: object, value: int) -> None:
    """Plain digits, groups of three, Indian groups and words give one and the same value, with the numeral's exact span."""
    assert callable(write)
    written = write(value)
    (numeral,) = numerals(fold(f"It counted {written} of them."))
    assert (numeral.value, numeral.start, numeral.end) == (Decimal(value), 11, 11 + len(written))


@settings(deadline=None)
@given(cents, st.sampled_from([("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12), ("bn", 9), ("mn", 6)]), st.sampled_from(["", " "]))
def test_a_scale_multiplies_what_stands_before_it(value: Decimal, scale: tuple[str, int], space: str) -> None:
    """ "12.50 million" and "12.50mn" are exact: no binary fraction comes in."""
    word, power = scale
    written = f"{value:f}{space if len(word) == 2 else ' '}{word}"
    (numeral,) = numerals(f"worth ${written} today")
    assert numeral.value == value * 10**power
    assert numeral.scaled


@settings(max_examples=25, deadline=None)
@given(cents, st.sampled_from([("million", 6), ("billion", 9)]), st.sampled_from(CURRENCIES))
def test_money_reads_back_in_a_sentence(value: Decimal, scale: tuple[str, int], currency: tuple[str, str]) -> None:
    """An amount in a sentence is one figure with its value, its currency and its own words."""
    written = f"{currency[0]}{scaled(value, scale[0])}"
    (figure,) = read(f"The harbour paid {written} for the cranes.")
    assert (figure.quote, figure.low, figure.high, figure.unit) == (written, value * 10 ** scale[1], value * 10 ** scale[1], currency[1])


@settings(max_examples=25, deadline=None)
@given(st.decimals(min_value="0.1", max_value="99.9", places=1), st.sampled_from(["%", " %", " percent", " per cent", " pct"]))
def test_shares_read_back_in_a_sentence(value: Decimal, sign: str) -> None:
    """All ways to write a percentage are one unit."""
    (figure,) = read(f"Unemployment stands at {value}{sign} on the island.")
    assert (figure.low, figure.high, figure.unit) == (value, value, "%")


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 10**6).filter(lambda value: not 1500 <= value <= 2100), st.sampled_from(["{:,}".format, str, in_words]))
def test_counts_read_back_in_a_sentence(value: int, write: object) -> None:
    """A count is found with its noun, in digits and in words."""
    assert callable(write)
    (figure,) = read(f"The army counted {write(value)} tents in the valley.")
    assert (figure.low, figure.high, figure.of, figure.unit) == (Decimal(value), Decimal(value), "tent", "")
    assert figure.quote == f"{write(value)} tents"


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 400), st.integers(1, 400), st.sampled_from(["-", "–", " to "]))
def test_a_range_is_never_averaged(low: int, more: int, joint: str) -> None:
    """Both ends of a range are kept, and share its scale and currency."""
    (figure,) = read(f"The repair will cost ${low}{joint}{low + more} million.")
    assert (figure.low, figure.high, figure.unit) == (Decimal(low * 10**6), Decimal((low + more) * 10**6), "USD")


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 99), st.integers(2, 99))
def test_a_change_keeps_both_its_values(old: int, new: int) -> None:
    """The value of a change is the new one, in whichever order the text names them."""
    if old == new:
        return
    verb = "raised" if new > old else "cut"
    for order in (f"from {old} percent to {new} percent", f"to {new} percent from {old} percent"):
        (figure,) = read(f"The council {verb} the tax {order}.")
        assert figure.change is not None
        assert (figure.change.kind, figure.change.from_, figure.change.to) == ("from_to", Decimal(old), Decimal(new))
        assert figure.low == figure.high == new


# --- any text -----------------------------------------------------------------------------------------------------------------------

PARTS = [
    *"aZ09 ,.-–—%$£€¥½°'\"“”()[]/:\n\t\0#@<>~",
    *("5", "12", "2025", "one", "two", "half", "third", "million", "bn", "percent", "dozens", "hundreds of", "times", "twice", "ninefold"),
    *(" to ", " from ", " and ", " a ", " per ", "between ", "at least ", "up to ", "km", "people", "year", "-year-old", "US$", "won", "🌍", "е́"),
]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=50))
def test_every_figure_quotes_its_text_exactly(parts: list[str]) -> None:
    """Spans are exact, numbers lie inside their figures, ranges run upwards, and no two figures share a number."""
    text = "It said " + "".join(parts)
    figures = read(text)
    for figure in figures:
        assert text[figure.start : figure.end] == figure.quote
        assert figure.span.contains(figure.number)
        assert (figure.low is None) == (figure.high is None)
        assert figure.low is None or figure.high is None or figure.low <= figure.high
    assert all(a.number.end <= b.number.start for a, b in itertools.pairwise(figures))
    assert len({figure.id for figure in figures}) == len(figures)


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=300))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any characters at all are read without an error, and the result can be written as JSON types."""
    assert all(figure.to_dict() for figure in read(f"x {text} 5"))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=80))
def test_numerals_are_in_order_and_apart(parts: list[str]) -> None:
    """Numerals never overlap, lie in the text and have a value unless they are vague."""
    text = fold("".join(parts))
    found = numerals(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(numeral.end <= len(text) and (numeral.value is None) == (numeral.kind == "vague") for numeral in found)


# --- very long texts ----------------------------------------------------------------------------------------------------------------

LONG = {
    "digits": ("9" * 200_000, 0),
    "groups": ("1" + ",000" * 50_000, 0),
    "scales": ("5 " + "million " * 50_000, None),
    "scale words": ("million " * 50_000, None),
    "hundreds": ("one hundred " * 30_000, None),
    "ands": ("two and " * 40_000, 40_000),
    "hyphens": ("two-" * 50_000, None),
    "dollars": ("$" * 100_000 + "5", 1),
    "fractions": ("1/2" * 50_000, None),
    "decimals": ("1." * 100_000, None),
    "halves": ("half a " * 40_000, None),
    "vague": ("hundreds of " * 40_000, None),
    "brackets": ("(" * 50_000 + "5" + ")" * 50_000, 1),
    "spaces": ("5" + " " * 200_000 + "million", 1),
    "percents": ("5" + "%" * 100_000, 1),
}


@pytest.mark.parametrize("name", LONG)
def test_very_long_runs_are_read_to_the_end(name: str) -> None:
    """Runs of one thing neither hang nor crash: what is found lies in the text, in order, as often as it stands there."""
    text, wanted = LONG[name]
    found = numerals(fold(text))
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(numeral.value is None or numeral.value.is_finite() for numeral in found)
    assert wanted is None or len(found) == wanted


@pytest.mark.parametrize("name", LONG)
def test_units_are_sought_near_the_number_only(name: str) -> None:
    """What stands far from a number is no part of its unit, however long the run."""
    text = LONG[name][0]
    for at in (0, len(text) // 2, len(text)):
        before, after = unit_before(text, at), unit_after(text, at)
        assert before is None or at - 12 <= before[0] <= at
        assert after is None or at <= after[0] <= at + 80


HOSTILE = {
    "dots": "a.",
    "pluses": "+1",
    "ranges": "1-",
    "addresses": "a-b+c",
    "mail": "a@",
    "web": "www.",
    "clock": "1:",
    "telephone": "(020) ",
    "versions": "1.2.3 ",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_pattern_for_what_is_no_quantity_runs_away(name: str) -> None:
    """Long runs of what begins like an address, a telephone number or a clock time: pieces are found in order, and found again."""
    text = HOSTILE[name] * (40_000 // len(HOSTILE[name]))
    doc = spacy.blank("en")("5 " + text[:2000])  # a tokenizer alone; what is tested reads characters
    doc[0].is_sent_start = True
    parse = Parse.of(text, text, (Span(0, len(text)),), doc)
    found = find_pieces(parse, [])
    assert all(a.number.end <= b.number.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize("mark", ['"', "“", "'", "‘ ", "«", "“a ” "])
def test_a_hundred_thousand_quotation_marks(mark: str) -> None:
    """Quotation marks without end are paired or left alone, never out of order."""
    text = mark * (100_000 // len(mark))
    found = quotations(text, (Span(0, len(text)),))
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
