"""How firm a figure is and what its bound is: every sentence of `cases/status.txt` and `cases/bounds.txt` reads as it is marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extract.figures.figure_cases import Case, read_cases
from tests.extract.figures.test_figures import check_told, figures_of, paired, shown

CASES = Path(__file__).parents[2] / "cases"
STATUS, BOUNDS = read_cases(CASES / "status.txt"), read_cases(CASES / "bounds.txt")


@pytest.mark.parametrize("case", [*STATUS, *BOUNDS], ids=lambda case: case.text)
def test_sentence_reads_as_marked(case: Case) -> None:
    """What is marked is found with its bound and status; nothing else is found."""
    found = figures_of(case.text)
    assert [shown(figure) for figure in found] == [shown(figure, expected) for figure, expected in paired(found, case)]
    for figure, expected in zip(found, case.figures, strict=True):
        check_told(figure, expected, {})


def test_look_alikes_are_a_third() -> None:
    """A rule that takes every word of offering or forecasting for a status fails: a third of the sentences state facts beside such words."""
    facts = [case for case in STATUS if all(figure.told.get("status") == "actual" for figure in case.figures)]
    assert 3 * len(facts) >= len(STATUS) >= 120
    assert len(BOUNDS) >= 40
