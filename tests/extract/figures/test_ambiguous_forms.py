"""Currencies that several states share a word for: read by the states that the text names, and marked where that decides or leaves a doubt."""

from __future__ import annotations

import pytest

import variorum

READ = [
    ("Cairo will pay 5 million pounds. Egypt said that the sum is due. Egypt needs it.", "EGP", "Read as Egyptian pounds"),
    ("The council will pay 5 million pounds for the pier.", "GBP", None),
    ("Cairo heard that the council in London will pay 5 million pounds for a British pier.", "GBP", None),
    ("India will pay Pakistan 40 million rupees. Pakistan said that India had agreed.", "INR", "the text names “Pakistan” too"),
    ("The Canadian minister will spend $5 billion on ports. Canada has few.", "USD", "Read as US dollars; the text names “Canad"),
    ("The United States will pay $5 billion, US officials said. Canada will pay nothing, said Canada.", "USD", None),
    ("Ottawa will pay C$5 billion for the port, said Canada.", "CAD", None),
    ("The harbour cost $5 million.", "USD", None),
]


@pytest.mark.parametrize(("text", "code", "reason"), READ, ids=[row[0] for row in READ])
def test_whose_money_a_shared_word_means(text: str, code: str, reason: str | None) -> None:
    """A figure says so only where the text gives reason: no mark stands on a plain dollar."""
    (figure,) = [figure for figure in variorum.figures(text) if figure.unit.isupper()]
    assert figure.unit == code
    marks = [check.reason for check in figure.checks if check.kind == "currency"]
    assert len(marks) == bool(reason)
    assert all(reason and reason in mark for mark in marks)


POINTS = [
    ("The town has 2.500 flats, the region 1.450.300 flats and 12,5 % of all.", "2500", "it could be 2.500"),
    ("The town has 2.500 litres, the region 1,450,300 litres and 3.5 litres; one text has 1.450.300 litres.", "2.500", "it could be 2,500"),
    ("The sample weighed 2.500 grams, of which 1.25 grams were salt.", "2.500", None),
]


@pytest.mark.parametrize(("text", "value", "reason"), POINTS, ids=[row[0] for row in POINTS])
def test_what_a_point_sets_apart(text: str, value: str, reason: str | None) -> None:
    """The other numbers of the text decide; where they speak for both, the figure says so."""
    figure = next(figure for figure in variorum.figures(text) if figure.quote.startswith("2.500"))
    marks = [check.reason for check in figure.checks if check.kind == "separator"]
    assert str(figure.low) == value
    assert len(marks) == bool(reason)
    assert all(reason and reason in mark for mark in marks)
