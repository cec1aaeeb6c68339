"""The summary of a dossier for a terminal: what was read, and how the accounts compare, conflicts first."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from variorum.records.dossier import Dossier
from variorum.report.hostile_text import one_line
from variorum.report.in_words import VERDICTS, counted
from variorum.report.terminal.tables import plain_table
from variorum.report.view.rows import Row
from variorum.report.view.sections import View, make_view

_COLOURS = {"conflict": "bold red", "scope": "yellow", "status": "magenta", "update": "cyan", "cannot_compare": "dim", "agree": "green"}


def make_summary(dossier: Dossier) -> RenderableType:
    """Title, counts and comparisons as Rich shows them. Text of articles goes in as plain text: no markup, no control characters."""
    view = make_view(dossier)
    return Group(*_head(dossier, view), *_alarms(view), *_comparisons(view))


def _head(dossier: Dossier, view: View) -> Iterator[Text]:
    yield Text(view.title, style="bold")
    accounts = counted(view.independent, "independent account")
    yield Text(" · ".join(part for part in (view.span, f"{counted(view.article_count, 'article')}, {accounts}") if part))
    for column in view.columns:
        copies = f", {counted(column.others, 'copy', 'copies')}" if column.others else ""
        yield Text(f"  {column.siglum}  {column.label}{copies}{'' if column.account.independent else ' (not independent)'}")
    counts = (
        counted(len(dossier.figures), "figure"),
        counted(len(dossier.statements), "statement"),
        counted(len(dossier.positions), "position"),
        counted(len(dossier.dates), "date"),
        counted(len(dossier.actors), "actor"),
    )
    yield Text(", ".join(counts))


def _alarms(view: View) -> Iterator[Text]:
    for entry in view.failed:
        for check in entry.failed:
            words = f"{entry.quotation.witness.siglum} “{one_line(entry.quotation.words)}”"
            yield Text(f"! {words} does not work out: {one_line(check.reason)}", style="red")


def _comparisons(view: View) -> Iterator[RenderableType]:
    if not view.rows:
        yield Text("No quantity is given by two accounts.")
        return
    table = plain_table(expand=True)
    table.add_column("Verdict", no_wrap=True)
    table.add_column("Quantity", ratio=1)
    table.add_column("What the accounts say", ratio=2)
    for row in view.rows:
        sign, name, _ = VERDICTS[row.verdict]
        table.add_row(Text(f"{sign} {name}", style=_COLOURS[row.verdict]), Text(row.measure), _cell(view, row))
    yield table


def _cell(view: View, row: Row) -> Text:
    """The values of a row account by account, then the reason."""
    filled = [(column.siglum, cell) for column, cell in zip(view.columns, row.cells, strict=True) if cell]
    says = [f"{siglum}: " + ", ".join(dict.fromkeys(entry.normal for entry in cell)) for siglum, cell in filled]
    return Text("; ".join(says) + "\n", style="bold").append(row.reason, style="not bold")
