"""One figure or date, ready to show: its words, its normal form and what qualifies it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from variorum.records.dossier import Dossier
from variorum.records.marks import Check, DateMark, Figure
from variorum.report.hostile_text import one_line
from variorum.report.in_words import counted_noun, date_words, direction_words, normal_form, unit_name
from variorum.report.sigla import Column, Witness
from variorum.report.view.citations import Quotation, quotation
from variorum.report.view.parties import Parties, Party


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure or date as a cell shows it: its words, its normal form, and what qualifies it (status, speaker, date).

    `keys` are those of who says it and whose it is (`speaker`, `holder`: None where nobody is named, or no actor of the story).
    `again` are the places where the same article says the same again; `start` is where it begins in its article.
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
    start: int = 0

    @property
    def marks(self) -> frozenset[str]:
        """Ids of all figures that are shown as this one: its own, those that repeat it, those of copies."""
        places = (self.quotation, *self.again)
        return frozenset(one.mark for place in places for one in (place, *place.also))

    @property
    def failed(self) -> tuple[Check, ...]:
        """The checks that do not work out."""
        return tuple(check for check in self.checks if not check.ok)


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
        start=figure.start,
    )


def _as_of(value: str) -> str:
    """`as of Monday 25 August 2025`; an open interval says itself how it is meant."""
    words = one_line(date_words(value))
    return words if words.startswith(("until ", "from ")) else f"as of {words}"


def _date_entry(date: DateMark, witness: Witness, parties: Parties) -> Entry:
    normal = date_words(date.value) if date.value else "not known"
    keys = parties.around(date.article, date.start, date.end)
    status = "planned" if date.about and date.about.told == "coming" else "actual"
    return Entry(quotation(date.id, witness, date.span), one_line(normal), None, None, status, None, None, None, (), None, keys, start=date.start)


def same_figure(entry: Entry) -> Hashable:
    """What two figures of one account must share to be shown once."""
    figure = entry.figure
    if figure is None:
        return entry.normal, entry.status, entry.quotation.words.casefold()
    return (figure.low, figure.high, figure.unit, figure.of, figure.bound, figure.per, figure.status, entry.quotation.words.casefold(), entry.said_by)


def in_text_order(members: Iterable[Entry]) -> list[Entry]:
    """Entries by their place in their article."""
    return sorted(members, key=lambda entry: entry.start)


def account_letters(columns: Iterable[Column]) -> dict[str, str]:
    """The letter of the account of each article."""
    return {witness.article.id: column.siglum for column in columns for witness in column.witnesses}
