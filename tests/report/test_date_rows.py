"""Rows of dates in every report: each account's day in words, with its exact words, and whether it was planned."""

from __future__ import annotations

import functools
import io

from rich.console import Console

from variorum.build import build
from variorum.records.article import Article
from variorum.records.dossier import Dossier
from variorum.report.html_page import render_page
from variorum.report.markdown import render_markdown
from variorum.report.terminal.summary import make_summary

TOLD = {
    "a": "Police arrested Tomas Veld on Monday. Fishermen found a boat.",
    "b": "Tomas Veld was arrested on Sunday. The Orvane hearing is set for 10 March.",
    "c": "The Orvane hearing was put off until 14 March.",
}


@functools.cache
def dossier() -> Dossier:
    return build(Article(text, id=name, outlet=f"The {name} paper", published="2031-03-05") for name, text in TOLD.items())


def test_markdown_gives_each_day_with_its_words() -> None:
    told = render_markdown(dossier())
    assert "### Conflict: when Police arrested Tomas Veld" in told or "### Conflict: when Tomas Veld was arrested" in told
    assert "- **Monday 3 March 2031**: “Monday” A" in told
    assert "- **Monday 10 March 2031**, planned: “10 March” B" in told


def test_the_page_has_a_cell_for_each_account_that_gives_a_day() -> None:
    page = render_page(dossier())
    row = page[page.index('id="c-1"') : page.index('id="c-2"')]
    assert "Conflict" in row
    assert "Monday 3 March 2031" in row
    assert "Sunday 2 March 2031" in row
    assert "not stated" in row


def test_the_terminal_sets_the_days_side_by_side() -> None:
    console = Console(width=160, record=True, file=io.StringIO())
    console.print(make_summary(dossier()))
    assert "A: Monday 3 March 2031; B: Sunday 2 March 2031" in console.export_text()
