"""The summary of a dossier for a terminal: what was read, and how the accounts compare, conflicts first."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from variorum.records.dossier import Dossier
from variorum.report.hostile_text import one_line
from variorum.report.in_words import VERDICTS, counted
from variorum.report.terminal.tables import plain_table
from variorum.report.view.figures.rows import Row
from variorum.report.view.sections import View, make_view

_COLOURS = {"conflict": "bold red", "scope": "yellow", "status": "magenta", "update": "cyan", "cannot_compare": "dim", "agree": "green"}


def make_summary(dossier: Dossier) -> RenderableType:
    """Title, counts and comparisons as Rich shows them. Text of articles goes in as plain text: no markup, no control characters."""
    view = make_view(dossier)
    return Group(*_head(dossier, view), *_alarms(view), *_comparisons(view), *_unmatched(view))


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
    """The values of a row account by account, then the reason, what was compared and how the quantity moved."""
    filled = [(column.siglum, cell) for column, cell in zip(view.columns, row.cells, strict=True) if cell]
    says = [f"{siglum}: " + ", ".join(dict.fromkeys(entry.normal for entry in cell)) for siglum, cell in filled]
    cell = Text("; ".join(says) + "\n", style="bold").append(row.reason, style="not bold")
    for line in (*_compared(row), *_moved(row)):
        cell.append(f"\n{line}", style="not bold dim")
    return cell


def _compared(row: Row) -> Iterator[str]:
    if row.basis:
        yield "; ".join(f"{state}: {', '.join(slot.name for slot in slots)}" for state, slots in row.basis.by_state)


def _moved(row: Row) -> Iterator[str]:
    """`over time: 14 (A1), 23 (B, latest)`."""
    if row.series:
        steps = [(step.entry, ", latest" if step.latest else "") for step in row.series.steps]
        yield "over time: " + ", ".join(f"{entry.normal} ({entry.quotation.witness.siglum}{latest})" for entry, latest in steps)


def _unmatched(view: View) -> Iterator[Text]:
    """How many figures stand in no row, and how many of them come near to another's."""
    lone = [lone for alone in view.alone for lone in alone.figures]
    if lone:
        near = sum(bool(one.near) for one in lone)
        words = f"{counted(len(lone), 'figure')} without a match in another account; {near} of them near to one that may be the same."
        yield Text(words, style="dim")
