"""Figures side by side: a row for each comparison, a cell for each account."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace

from variorum.records.dossier import Comparison, Dossier
from variorum.records.marks import Figure
from variorum.report.hostile_text import one_line
from variorum.report.in_words import VERDICTS
from variorum.report.sigla import Column, with_sigla
from variorum.report.view.citations import fold_copies
from variorum.report.view.figures.chart import Chart, make_chart
from variorum.report.view.figures.entries import Entry, in_text_order, same_figure
from variorum.report.view.figures.near import Nearby, Neighbours
from variorum.report.view.figures.series import Series, series_of
from variorum.report.view.figures.slots import Basis, basis_of


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: verdict, reason, and a tuple of entries for each account (empty where it says nothing).

    `basis` are the slots that were compared, `series` how the quantity moved, `near` figures outside the row that may belong to it.
    """

    anchor: str
    comparison: Comparison
    reason: str
    cells: tuple[tuple[Entry, ...], ...]
    chart: Chart | None
    basis: Basis | None = None
    series: Series | None = None
    near: tuple[Nearby, ...] = ()

    @property
    def verdict(self) -> str:
        return self.comparison.verdict

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of everyone who says one of the figures, or whose it is."""
        return tuple(dict.fromkeys(key for cell in self.cells for entry in cell for key in entry.keys))

    @property
    def measure(self) -> str:
        return one_line(self.comparison.measure) or "a quantity"


def comparison_rows(dossier: Dossier, columns: tuple[Column, ...], known: dict[str, Entry], neighbours: Neighbours) -> tuple[Row, ...]:
    """A row for each comparison, conflicts first, in the order of the dossier within a verdict."""
    ranks = {verdict: rank for rank, verdict in enumerate(VERDICTS)}
    ordered = sorted(dossier.comparisons, key=lambda comparison: ranks.get(comparison.verdict, len(ranks)))
    return tuple(_row(number, comparison, columns, known, neighbours) for number, comparison in enumerate(ordered, 1))


def _row(number: int, comparison: Comparison, columns: tuple[Column, ...], known: dict[str, Entry], neighbours: Neighbours) -> Row:
    witnesses = {witness.article.id: witness for column in columns for witness in column.witnesses}
    ids = [member.figure for member in comparison.members if member.figure in known]
    members = in_text_order(known[figure] for figure in ids)
    cells = tuple(_fold_repeats(fold_copies(members, column, same_figure)) for column in columns)
    series = series_of(comparison, known, columns)
    return Row(
        f"c-{number}",
        comparison,
        with_sigla(comparison.reason, witnesses),
        cells,
        None if _shows_all(series, ids) else make_chart([(column.siglum, _figures(cell)) for column, cell in zip(columns, cells, strict=True)]),
        basis_of(comparison, known),
        series,
        neighbours.of(ids, frozenset(ids)),
    )


def _shows_all(series: Series | None, ids: Iterable[str]) -> bool:
    """True if the picture of a series holds every figure of its row, so that another one would add nothing."""
    if series is None or series.chart is None:
        return False
    return {mark for step in series.steps for mark in step.entry.marks} >= set(ids)


def _fold_repeats(cell: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries of a cell, with what one article repeats (same value, status and speaker) listed under its first place."""
    found: dict[Hashable, list[Entry]] = {}
    for entry in cell:
        key = (entry.quotation.witness.siglum, entry.normal, entry.status, entry.said_by, entry.as_of, entry.checks)
        found.setdefault(key, []).append(entry)
    return tuple(replace(same[0], again=tuple(entry.quotation for entry in same[1:])) for same in found.values())


def _figures(cell: tuple[Entry, ...]) -> list[Figure]:
    return [entry.figure for entry in cell if entry.figure]


def failed_checks(columns: tuple[Column, ...], known: dict[str, Entry]) -> tuple[Entry, ...]:
    """Entries whose arithmetic does not work out, copies shown once."""
    wrong = [entry for entry in known.values() if entry.failed]
    return tuple(entry for column in columns for entry in fold_copies(in_text_order(wrong), column, same_figure))
