"""Quotation marks: which belong together, in all the shapes that newsrooms and machines give them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.text.layout import blocks
from variorum.text.quotes import quotations

CASES = [
    ('The mayor said "the bridge is safe" and left.', ["the bridge is safe"]),
    ("The mayor said “the bridge is safe” and left.", ["the bridge is safe"]),
    ("The mayor said 'the bridge is safe' and left.", ["the bridge is safe"]),
    ("The mayor said ‘the bridge is safe’ and left.", ["the bridge is safe"]),
    ("The mayor said «the bridge is safe» and left.", ["the bridge is safe"]),
    ("The mayor said „the bridge is safe“ and left.", ["the bridge is safe"]),
    ('"It is safe," she said. "Come."', ["It is safe,", "Come."]),
    ("“He told me ‘come’ at noon,” she said.", ["He told me ‘come’ at noon,"]),
    ("The town's mayor and the workers' union don't agree.", []),
    ("It was the '90s, and nobody's fault.", []),
    ("The workers’ union said ‘no deal’ to the city’s plan.", ["no deal"]),
    ("A 5' 6\" man was seen.", []),
    ('An odd " mark stands alone here.', []),
    ('It ended " and then "a new one" came.', ["a new one"]),
    ('""', []),
    ("''''", []),
]


def inner(text: str) -> list[str]:
    return [quotation.inner.of(text) for quotation in quotations(text, blocks(text))]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_what_stands_in_quotation_marks(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_an_open_mark_does_not_swallow_the_next_paragraph() -> None:
    text = 'He said "this never ends.\n\nThe dam broke. "It is over," she said.'
    assert inner(text) == ["It is over,"]


def test_a_quotation_over_several_paragraphs_is_one_each() -> None:
    """Each paragraph opens it anew, only the last closes it."""
    text = "“The bridge is safe.\n\n“Come and see it,” she said."
    found = quotations(text, blocks(text))
    assert [(quotation.inner.of(text), quotation.closed) for quotation in found] == [("The bridge is safe.", False), ("Come and see it,", True)]


def test_marks_are_part_of_the_quotation() -> None:
    text = "She said “no”."
    (found,) = quotations(text, blocks(text))
    assert (found.of(text), found.single, found.closed) == ("“no”", False, True)


@given(st.text(st.sampled_from("ab .,\n\"'“”‘’«»„s5"), max_size=200))
def test_quotations_are_in_order_whatever_the_text(text: str) -> None:
    """Quotations never overlap, lie inside one block, and hold a word."""
    parts = blocks(text)
    found = quotations(text, parts)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    for quotation in found:
        assert any(part.start <= quotation.start and quotation.end <= part.end for part in parts)
        assert quotation.contains(quotation.inner)
        assert quotation.inner.of(text).strip()
