"""The judgements of a file as a table for a terminal, in the order in which they were made."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from variorum.records.judgement import Judgement
from variorum.report.hostile_text import one_line
from variorum.report.terminal.tables import plain_table


def make_judgements_table(judgements: Sequence[Judgement]) -> RenderableType:
    """A row for each judgement with its id, by which it can be undone; those undone are dimmed and say when."""
    if not judgements:
        return Text("No decision was made yet.")
    table = plain_table()
    table.add_column("Id", no_wrap=True)
    for heading in ("What", "On", "By", "When", "Note", "Undone"):
        table.add_column(heading, overflow="fold")
    for judgement in judgements:
        cells = (judgement.id, judgement.what, " / ".join(judgement.on), judgement.by, judgement.when, judgement.note, _undone(judgement))
        table.add_row(*(Text(one_line(cell or "")) for cell in cells), style="dim" if judgement.undone else None)
    return table


def _undone(judgement: Judgement) -> str:
    if judgement.undone is None:
        return ""
    return " ".join(part for part in (judgement.undone.when, f"by {judgement.undone.by}" if judgement.undone.by else None) if part) or "yes"
