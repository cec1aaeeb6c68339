"""Figures that may be the same stand beside each other, from either side, once, and never in the row that holds them already."""

from __future__ import annotations

from dataclasses import replace

from tests.report.story import harbour
from variorum.records.dossier import Near
from variorum.report.view.sections import View, make_view

VIEW = make_view(harbour())


def beside(view: View, words: str) -> list[str]:
    """What stands beside the figure with these words among those without a match."""
    return [
        f"{one.quotation.witness.siglum} {one.quotation.words}"
        for alone in view.alone
        for lone in alone.figures
        if lone.entry.quotation.words == words
        for one in lone.near
    ]


def test_a_figure_without_a_match_has_its_nearest_beside_it() -> None:
    assert beside(VIEW, "about $1.9 billion") == ["B 1.6 billion euros over ten years"]
    assert beside(VIEW, "rise to 8.5 percent, up from 3 percent") == []


def test_what_a_copy_repeats_is_one_candidate() -> None:
    (row,) = (row for row in VIEW.rows if row.verdict == "conflict")
    assert [(one.quotation.witness.siglum, one.normal) for one in row.near] == [("A1", "about 1.9 billion USD")]


def test_a_row_does_not_name_its_own_members_as_candidates() -> None:
    row = next(one for one in harbour().comparisons if one.verdict == "conflict")
    own = Near((row.members[0].figure, row.members[3].figure), "They are in one row.")
    view = make_view(replace(harbour(), near=(own,)))
    assert next(one for one in view.rows if one.verdict == "conflict").near == ()


def test_the_reason_stands_on_one_line_without_what_could_turn_it() -> None:
    dossier = harbour()
    ids = tuple(figure.id for figure in (dossier.readings[0].figures[1], dossier.readings[3].figures[0]))
    view = make_view(replace(dossier, near=(Near(ids, "line\nbreak \u202eturned"),)))
    (one,) = (near for alone in view.alone for lone in alone.figures for near in lone.near)
    assert one.why == "line break ⟨U+202E⟩turned"


def test_a_figure_that_the_dossier_does_not_hold_is_left_out() -> None:
    lone = harbour().readings[4].figures[1].id
    view = make_view(replace(harbour(), near=(Near((lone, "f000000000000"), "Nobody knows the other."),)))
    assert [near for alone in view.alone for one in alone.figures for near in one.near] == []
