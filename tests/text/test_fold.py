"""Folding: typographic characters become plain ones, one for one, so that every offset stays true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.text.fold import fold

SAME = [
    ("“At least 60”", '"At least 60"'),
    ("the city’s ‘plan’", "the city's 'plan'"),
    ("5\u00a0000\u202fkm", "5 000 km"),
    ("−12 degrees", "-12 degrees"),
    ("two\u2010thirds", "two-thirds"),
    ("１２％", "12%"),
    ("«oui»", '"oui"'),
    ("a\tb", "a b"),
    ("line\nbreak", "line\nbreak"),
    ("é ß 🌍", "é ß 🌍"),
]


@pytest.mark.parametrize(("text", "plain"), SAME)
def test_typography_becomes_plain(text: str, plain: str) -> None:
    assert fold(text) == plain


def test_dashes_between_numbers_are_kept() -> None:
    """A long dash joins clauses or ranges: it is no hyphen."""
    assert fold("5–10 — and more") == "5–10 — and more"


@given(st.text())
def test_length_never_changes(text: str) -> None:
    """Every character is folded to exactly one."""
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
