"""The summary for a terminal: verdicts with what was compared, how quantities moved, and what stands without a match."""

from __future__ import annotations

import io

from rich.console import Console

from tests.report.story import harbour
from variorum.report.terminal.summary import make_summary


def shown() -> str:
    out = io.StringIO()
    Console(file=out, width=400).print(make_summary(harbour()))
    return " ".join(out.getvalue().split())


def test_a_verdict_brings_what_was_compared() -> None:
    assert "both current. different: how firm; the same: what is counted or measured; open: when" in shown()


def test_a_quantity_that_moves_is_told_in_order() -> None:
    assert "over time: 1.2 billion EUR (B), 1.2 billion EUR (A1), 1.6 billion EUR (B, latest)" in shown()


def test_figures_without_a_match_are_counted() -> None:
    assert shown().endswith("3 figures without a match in another account; 2 of them near to one that may be the same.")
