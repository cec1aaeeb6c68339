"""What was compared: both figures, every slot with both texts' words, what parts them first."""

from __future__ import annotations

from dataclasses import replace

from tests.report.story import harbour
from variorum.records.dossier import Comparison, Slot
from variorum.report.view.figures.slots import Basis
from variorum.report.view.sections import make_view

COST = next(one for one in harbour().comparisons if one.compared)


def basis_of(comparison: Comparison) -> Basis | None:
    (row,) = make_view(replace(harbour(), comparisons=(comparison,))).rows
    return row.basis


def test_slots_stand_by_state_in_words_that_a_reader_would_ask_with() -> None:
    basis = basis_of(COST)
    assert basis is not None
    assert [side.witness.siglum for side in basis.pair] == ["A1", "B"]
    assert [(state, [(slot.name, slot.words) for slot in slots]) for state, slots in basis.by_state] == [
        ("different", [("how firm", ("planned", "expected"))]),
        ("the same", [("what is counted or measured", ("tunnel will cost", "the cost"))]),
        ("open", [("when", ("", "over ten years"))]),
    ]


def test_nothing_is_said_where_no_two_figures_decide() -> None:
    assert basis_of(replace(COST, compared=())) is None
    assert basis_of(replace(COST, slots=())) is None
    assert basis_of(replace(COST, compared=("f000000000000", COST.compared[0]))) is None


def test_words_of_a_text_come_on_one_line_without_what_could_turn_them() -> None:
    basis = basis_of(replace(COST, slots=(Slot("place", "open", ("in\nthe  port", "\u202eport")),)))
    assert basis is not None
    assert basis.slots[0].words == ("in the port", "⟨U+202E⟩port")
