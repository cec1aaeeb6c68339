"""Figures: numbers that are none (`cases/no_figures.txt`), and two numbers beside each other (`cases/ranges.txt`)."""

from __future__ import annotations

import pytest

from tests.extract.figures.figure_cases import CASES, Case, read_cases
from tests.extract.figures.test_figures import test_sentence_reads_as_marked as reads_as_marked

NO_FIGURES = read_cases(CASES.with_name("no_figures.txt"))
RANGES = read_cases(CASES.with_name("ranges.txt"))


@pytest.mark.parametrize("case", NO_FIGURES, ids=lambda case: case.text)
def test_what_is_no_figure_raises_none(case: Case) -> None:
    """Names, labels, results and idioms raise no figure; their look-alikes that count do."""
    reads_as_marked(case)


@pytest.mark.parametrize("case", RANGES, ids=lambda case: case.text)
def test_two_numbers_are_one_figure_or_two(case: Case) -> None:
    """Ranges and changes are one figure, neighbours are two, and lists share what stands at their end."""
    reads_as_marked(case)


def test_the_cases_hold_enough_of_each_kind() -> None:
    """What is asked of this set: a hundred sentences without a figure, thirty look-alikes with one, a third of the pairs two figures."""
    assert sum(not case.figures for case in NO_FIGURES) >= 100
    assert sum(bool(case.figures) for case in NO_FIGURES) >= 30
    assert 3 * sum(case.section == "two numbers that are two figures" for case in RANGES) >= len(RANGES) - 8
