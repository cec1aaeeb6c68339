"""Written forms: every sentence of `cases/written_forms.txt` has the values, units and rates that are marked; whatever else it holds."""

from __future__ import annotations

import pytest

from tests.extract.figures.figure_cases import CASES, Case, read_cases
from tests.extract.figures.test_figures import figures_of, paired, shown


@pytest.mark.parametrize("case", read_cases(CASES.with_name("written_forms.txt")), ids=lambda case: case.text)
def test_form_reads_as_marked(case: Case) -> None:
    found = figures_of(case.text)
    keys = ("low", "high", "unit", "per")
    pairs = [(shown(figure), shown(figure, expected)) for figure, expected in paired(found, case)]
    assert [{key: one.get(key) for key in keys} for one, _ in pairs] == [{key: two.get(key) for key in keys} for _, two in pairs]
    assert len(found) == len(case.figures)
