"""Positions: who wants, offers, refuses what, in marked sentences and in any text at all."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.marked import Case, positions_of, read_cases, statements_of

CASES = read_cases("positions.txt")
WORDS = st.sampled_from(
    ["The union ", "Anna Berg ", "demands ", "wants ", "to ", "may ", "not ", "a rise", ". ", ", ", "“", "”", "and ", "we ", "should "]
)


@pytest.mark.parametrize("case", [case for case in CASES if case.words("content")], ids=lambda case: case.text[:60])
def test_marked_position(case: Case) -> None:
    """The marked holder has the marked act on the marked content, with its hedge and issue."""
    label = re.fullmatch(r"(\w+)(?: \((\w+)\))?", case.label)
    assert label is not None
    found = positions_of(case.text)
    same = [p for p in found if p.content.text.strip(" .,“”") == case.words("content")[0] and p.holder.text == case.words("speaker")[0]]
    assert same, [(p.holder.text, p.act, p.content.text) for p in found]
    position = same[0]
    assert position.act == label.group(1)
    assert position.hedge == (label.group(2) or "none")
    assert position.issue == case.result
    if case.stands_for:
        assert position.holder.name == case.stands_for


@pytest.mark.parametrize("case", [case for case in CASES if case.label == "none"], ids=lambda case: case.text[:60])
def test_no_position(case: Case) -> None:
    assert positions_of(case.text) == ()


def test_a_position_knows_the_statement_it_stands_in() -> None:
    """What a source says somebody wants is tied to that source's statement."""
    text = "Officials said the union wants to reopen the talks."
    said = next(s for s in statements_of(text) if s.cue is not None and s.cue.text == "said")
    wanted = next(p for p in positions_of(text) if p.holder.text == "the union")
    narrow = [s for s in statements_of(text) if s.id == wanted.statement]
    assert narrow
    assert said.span.contains(narrow[0].span)


def test_advice_of_an_author_has_the_author_as_holder() -> None:
    """An opinion piece tells others what to do; its author is named in the note that closes it."""
    text = (
        "The harbour is in trouble again.\n\n"
        "Norwick should sell the old docks. The council must lower the fees. The state needs to pay its share.\n\n"
        "None of this is new.\n\nAnna Berg is a professor of economics at Norwick."
    )
    advice = [position for position in positions_of(text) if position.act == "urge"]
    assert [position.issue for position in advice] == ["old docks", "fees", "share"]
    assert {position.holder.text for position in advice} == {"Anna Berg"}


def test_a_report_has_no_advice_of_its_own() -> None:
    text = "The harbour must close on Monday.\n\nShips wait outside.\n\nNothing moves.\n\nAnna Berg is the mayor of Norwick."
    assert not [position for position in positions_of(text) if position.holder.text == "Anna Berg"]


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=20).map("".join).filter(lambda text: any(char.isalnum() for char in text)))
def test_every_cell_quotes_exactly(text: str) -> None:
    for position in positions_of(text):
        assert position.content.of(text) == position.content.text
        assert position.holder.of(text) == position.holder.text
        assert position.issue
