"""Values for tests, read from a few words as the extraction would read them, without a parse: "more than 50 guests", "$3 billion to $5 billion"."""

from __future__ import annotations

from decimal import Decimal

from variorum.compare.figures.values.values import Stated, stated
from variorum.extract.figures.written.around.bounds import bound_after, bound_before
from variorum.records.article import Span
from variorum.records.marks import Figure
from variorum.text.numbers.numeral import Numeral
from variorum.text.numbers.numerals import numerals
from variorum.text.numbers.units import Unit, unit_after, unit_before

COUNT = Unit("", "count")


def told(words: str, *, article: str = "a") -> Stated:
    """The value of one number or of a range of two; of what is "old", the age."""
    found = numerals(words)
    first, last = found[0], found[-1]
    unit = _unit(words, last)
    low, high = sorted(_value(number, unit) for number in (first, last)) if first.value is not None else (None, None)
    symbol = "%" if unit is COUNT and last.kind == "fraction" else unit.symbol
    number = Span(first.start, last.end)
    figure = Figure(article, 0, len(words), words, number, low, high, symbol, _age(words), _bound(words, number))
    return stated([figure])[0]


def _unit(words: str, number: Numeral) -> Unit:
    around = unit_after(words, number.end) or unit_before(words, number.start)
    return around[1] if around else COUNT


def _value(number: Numeral, unit: Unit) -> Decimal:
    assert number.value is not None
    return number.value * 100 if unit is COUNT and number.kind == "fraction" else number.value * unit.times


def _age(words: str) -> str | None:
    return "age" if words.endswith("old") else None


def _bound(words: str, number: Span) -> str:
    before = unit_before(words, number.start)
    around = bound_before(words, before[0] if before else number.start) or bound_after(words, number.end)
    return around[1] if around else "="
