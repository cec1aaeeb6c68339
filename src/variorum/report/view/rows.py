"""Figures side by side: a row for each comparison, a cell for each account, and what one account alone gives."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace

from variorum.records.dossier import Comparison, Dossier
from variorum.records.marks import Check, DateMark, Figure
from variorum.report.hostile_text import one_line
from variorum.report.in_words import VERDICTS, counted_noun, date_words, direction_words, normal_form, unit_name
from variorum.report.sigla import Column, Witness, with_sigla
from variorum.report.view.chart import Chart, make_chart
from variorum.report.view.citations import Quotation, fold_copies, quotation
from variorum.report.view.parties import Parties, Party


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure or date as a cell shows it: its words, its normal form, and what qualifies it (status, speaker, date).

    `keys` are those of who says it and whose it is (`speaker`, `holder`: None where nobody is named, or no actor of the story).
    `again` are the places where the same article says the same again.
    """

    quotation: Quotation
    normal: str
    unit: str | None
    noun: str | None
    status: str
    said_by: str | None
    whose: str | None
    as_of: str | None
    checks: tuple[Check, ...]
    figure: Figure | None
    keys: tuple[str, ...] = ()
    speaker: Party | None = None
    holder: Party | None = None
    again: tuple[Quotation, ...] = ()

    @property
    def failed(self) -> tuple[Check, ...]:
        """The checks that do not work out."""
        return tuple(check for check in self.checks if not check.ok)


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: verdict, reason, and a tuple of entries for each account (empty where it says nothing)."""

    anchor: str
    comparison: Comparison
    reason: str
    cells: tuple[tuple[Entry, ...], ...]
    chart: Chart | None

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


def entries(dossier: Dossier, witnesses: dict[str, Witness], parties: Parties) -> dict[str, Entry]:
    """Every figure and date of the dossier by its id, ready to show."""
    out = {figure.id: _figure_entry(figure, witnesses[figure.article], parties) for figure in dossier.figures}
    return out | {date.id: _date_entry(date, witnesses[date.article], parties) for date in dossier.dates}


def _figure_entry(figure: Figure, witness: Witness, parties: Parties) -> Entry:
    direction = direction_words(figure.change)
    normal = f"{direction} {normal_form(figure)}" if direction else normal_form(figure)
    return Entry(
        quotation(figure.id, witness, figure.span),
        one_line(normal),
        unit_name(figure.unit),
        one_line(counted_noun(figure) or "") or None,
        figure.status,
        one_line(figure.said_by.name) if figure.said_by else None,
        one_line(figure.whose.text) if figure.whose else None,
        _as_of(figure.as_of) if figure.as_of else None,
        figure.checks,
        figure,
        parties.of_figure(figure),
        parties.speaker(figure.said_by) if figure.said_by else None,
        parties.holder(figure),
    )


def _as_of(value: str) -> str:
    """`as of Monday 25 August 2025`; an open interval says itself how it is meant."""
    words = one_line(date_words(value))
    return words if words.startswith(("until ", "from ")) else f"as of {words}"


def _date_entry(date: DateMark, witness: Witness, parties: Parties) -> Entry:
    normal = date_words(date.value) if date.value else "not known"
    keys = parties.around(date.article, date.start, date.end)
    return Entry(quotation(date.id, witness, date.span), one_line(normal), None, None, "actual", None, None, None, (), None, keys)


def same_figure(entry: Entry) -> Hashable:
    """What two figures of one account must share to be shown once."""
    figure = entry.figure
    if figure is None:
        return entry.quotation.words
    return (figure.low, figure.high, figure.unit, figure.of, figure.bound, figure.per, figure.status, entry.quotation.words.casefold(), entry.said_by)


def comparison_rows(dossier: Dossier, columns: tuple[Column, ...], known: dict[str, Entry]) -> tuple[Row, ...]:
    """A row for each comparison, conflicts first, in the order of the dossier within a verdict."""
    witnesses = {witness.article.id: witness for column in columns for witness in column.witnesses}
    ranks = {verdict: rank for rank, verdict in enumerate(VERDICTS)}
    ordered = sorted(dossier.comparisons, key=lambda comparison: ranks.get(comparison.verdict, len(ranks)))
    return tuple(_row(number, comparison, with_sigla(comparison.reason, witnesses), columns, known) for number, comparison in enumerate(ordered, 1))


def _row(number: int, comparison: Comparison, reason: str, columns: tuple[Column, ...], known: dict[str, Entry]) -> Row:
    members = [known[member.figure] for member in comparison.members if member.figure in known]
    cells = tuple(_fold_repeats(fold_copies(_in_text_order(members), column, same_figure)) for column in columns)
    chart = make_chart([(column.siglum, _figures(cell)) for column, cell in zip(columns, cells, strict=True)])
    return Row(f"c-{number}", comparison, reason, cells, chart)


def _fold_repeats(cell: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries of a cell, with what one article repeats (same value, status and speaker) listed under its first place."""
    found: dict[Hashable, list[Entry]] = {}
    for entry in cell:
        key = (entry.quotation.witness.siglum, entry.normal, entry.status, entry.said_by, entry.as_of, entry.checks)
        found.setdefault(key, []).append(entry)
    return tuple(replace(same[0], again=tuple(entry.quotation for entry in same[1:])) for same in found.values())


def _in_text_order(members: Iterable[Entry]) -> list[Entry]:
    return sorted(members, key=lambda entry: entry.figure.start if entry.figure else 0)


def _figures(cell: tuple[Entry, ...]) -> list[Figure]:
    return [entry.figure for entry in cell if entry.figure]


@dataclass(frozen=True, slots=True)
class Alone:
    """The figures that one account alone gives."""

    column: Column
    entries: tuple[Entry, ...]


def figures_alone(dossier: Dossier, columns: tuple[Column, ...], known: dict[str, Entry]) -> tuple[Alone, ...]:
    """For each account the figures that stand in no comparison, copies shown once; accounts without any are left out."""
    compared = {member.figure for comparison in dossier.comparisons for member in comparison.members}
    lone = [known[figure.id] for figure in dossier.figures if figure.id not in compared]
    shown = (Alone(column, fold_copies(_in_text_order(lone), column, same_figure)) for column in columns)
    return tuple(alone for alone in shown if alone.entries)


def failed_checks(columns: tuple[Column, ...], known: dict[str, Entry]) -> tuple[Entry, ...]:
    """Entries whose arithmetic does not work out, copies shown once."""
    wrong = [entry for entry in known.values() if entry.failed]
    return tuple(entry for column in columns for entry in fold_copies(_in_text_order(wrong), column, same_figure))
