"""The figures of articles as a table for a terminal, in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from variorum.records.article import Article
from variorum.records.marks import Figure
from variorum.report.hostile_text import one_line
from variorum.report.in_words import counted_noun, number_words, quantity_words
from variorum.report.sigla import article_label
from variorum.report.terminal.tables import plain_table

Found = tuple[Article, tuple[Figure, ...]]


def make_figures_table(found: Sequence[Found]) -> RenderableType:
    """A row for each figure; a column names the article if there are several. Text of articles goes in as plain text."""
    if not any(figures for _, figures in found):
        return Text("No figure is stated.")
    several = len(found) > 1
    table = plain_table()
    if several:
        table.add_column("Article", overflow="fold", max_width=18)
    table.add_column("Figure", overflow="fold")
    table.add_column("Value", overflow="fold", justify="right")
    table.add_column("Unit", overflow="fold", max_width=12)
    for heading in ("Bound", "Per", "Status", "Measure"):
        table.add_column(heading, overflow="fold")
    for number, (article, figures) in enumerate(found, 1):
        label = [Text(one_line(article_label(article, number)))] if several else []
        for figure in figures:
            table.add_row(*label, *(Text(one_line(cell)) for cell in _cells(figure)))
    return table


def _cells(figure: Figure) -> tuple[str, ...]:
    measure = figure.measure.text if figure.measure else ""
    unit = figure.unit or counted_noun(figure) or ""
    return (figure.quote, _value(figure), unit, figure.bound, figure.per or "", figure.status, measure)


def _value(figure: Figure) -> str:
    """The value, both ends of a range, and what it was before where the text says so: `from 25 to 15`."""
    value = quantity_words(figure.low, figure.high, "")
    before = figure.change.from_ if figure.change else None
    return value if before is None else f"from {number_words(before)} to {value}"
