"""Figures: every sentence of `cases/figures.txt` reads as it is marked."""

from __future__ import annotations

from decimal import Decimal

import pytest

import variorum
from tests.extract.figures.figure_cases import Case, Expected, read_cases
from variorum.records.marks import Figure

PUBLISHED = "2025-08-20"
NEAR = Decimal("0.01")  # of shares: two-thirds is 66.67 per cent


def figures_of(text: str) -> list[Figure]:
    """The figures of a text, "first" left out: it may be given or not."""
    found = variorum.extract(variorum.Article(text, published=PUBLISHED)).figures
    return [figure for figure in found if not (figure.unit == "ordinal" and figure.low == 1)]


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.text)
def test_sentence_reads_as_marked(case: Case) -> None:
    """What is marked is found, with what is told of it; nothing else is found."""
    found = figures_of(case.text)
    assert [shown(figure) for figure in found] == [shown(figure, expected) for figure, expected in paired(found, case)]
    by_id = {figure.id: figure for figure in found}
    for figure, expected in zip(found, case.figures, strict=True):
        check_told(figure, expected, by_id)


def paired(found: list[Figure], case: Case) -> list[tuple[Figure | None, Expected]]:
    """Each expected figure with the one found in its place, None where there is none."""

    def at(expected: Expected) -> Figure | None:
        return next((figure for figure in found if figure.start < expected.end and expected.start < figure.end), None)

    return [(at(expected), expected) for expected in case.figures]


def shown(figure: Figure | None, expected: Expected | None = None) -> dict[str, object]:
    """What is always tested, as a reader would list it: of `expected` where that is given, else of `figure`."""
    if expected is None:
        assert figure is not None
        low, high, unit, bound, per, quote = figure.low, figure.high, figure.unit, figure.bound, figure.per, figure.quote
    else:
        low, high, unit, bound, per, quote = expected.low, expected.high, expected.unit, expected.bound, expected.per, expected.quote
        if figure is not None and unit == figure.unit == "x" and expected.start <= figure.number.start < expected.end:
            quote = figure.quote  # the words after a multiplier are free
    return {"quote": quote, "low": plain(low), "high": plain(high), "unit": unit, "bound": bound, "per": per}


def plain(value: Decimal | None) -> str:
    """A value to two places, or "vague"."""
    return "vague" if value is None else f"{value.quantize(NEAR):f}"


def check_told(figure: Figure, expected: Expected, by_id: dict[str, Figure]) -> None:
    """Assert every field that the case tells beyond value, unit, bound and period."""
    if expected.change:
        change = figure.change
        assert expected.change == (("none",) if change is None else told_change(figure, expected))
    for name, words in expected.told.items():
        assert told(figure, name, words, by_id), f"{figure.quote!r}: {name} should be {words!r} in {figure.to_dict()}"


def told_change(figure: Figure, expected: Expected) -> tuple[object, ...]:
    """Kind, old value, new value and direction of a figure's change; the direction of a factor is free."""
    change = figure.change
    assert change is not None
    return (change.kind, change.from_, change.to, change.direction if change.kind != "factor" else None)


def told(figure: Figure, name: str, words: str, by_id: dict[str, Figure]) -> bool:
    """True if the field `name` of a figure is what `words` say."""
    if name == "of":
        return figure.of == (None if words == "-" else words)
    if name == "status":
        return figure.status == words
    if name == "measure":
        return figure.measure is not None and words in figure.measure.text.lower()
    if name == "whose":
        return words == "-" if figure.whose is None else words in figure.whose.text
    if name == "said":
        return (figure.said_by.name if figure.said_by else "nobody") == words.removeprefix("by ")
    if name == "restates":
        return figure.restates is not None and by_id[figure.restates].quote.startswith(words)
    if name == "check":
        return bool(figure.checks) and all(check.ok is (words == "right") for check in figure.checks)
    start = figure.number.start - figure.start
    return figure.quote[start : start + len(figure.number)] == words


def test_there_are_many_sentences() -> None:
    """The case file is not emptied by accident, and holds figures and sentences without any."""
    cases = read_cases()
    assert len(cases) >= 200
    assert sum(not case.figures for case in cases) >= 30


def test_a_factor_with_its_result_tells_the_value_before() -> None:
    """A ninefold increase that comes to $10 billion started at about $1.1 billion, and the figure says so."""
    text = "The ministry is demanding a ninefold increase in the fee, totalling $10 billion a year."
    figures = variorum.extract(variorum.Article(text=text)).figures
    assert [check.reason for check in figures[1].checks] == ["9 times a value that comes to 10,000,000,000 USD implies 1,111,111,111 USD before."]
