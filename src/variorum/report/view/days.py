"""The story's timeline as the page draws it, and the dates that stay unknown."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from variorum.records.dossier import Dossier
from variorum.records.marks import DateMark
from variorum.report.hostile_text import one_line
from variorum.report.in_words import date_words
from variorum.report.sigla import Column, Witness
from variorum.report.view.citations import Quotation, fold_copies, quotation
from variorum.report.view.parties import Parties


@dataclass(frozen=True, slots=True)
class Dated:
    """One time expression: its words, what happens then, the day it was counted from, why it is not known, who speaks of it."""

    quotation: Quotation
    event: str | None
    anchor: str | None
    note: str | None
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day or interval on the timeline and every expression that means it."""

    value: str
    words: str
    label: str
    dates: tuple[Dated, ...]
    sigla: tuple[str, ...]


def days(dossier: Dossier, columns: tuple[Column, ...], witnesses: dict[str, Witness], parties: Parties) -> tuple[Day, ...]:
    """The entries of the timeline in the dossier's order, copies shown once."""
    known = {date.id: _dated(date, witnesses[date.article], parties) for date in dossier.dates}
    out = []
    for entry in dossier.timeline:
        members = [known[member] for member in entry.members if member in known]
        dates = tuple(one for column in columns for one in fold_copies(members, column, _same_date))
        sigla = tuple(column.siglum for column in columns if any(one.quotation.witness in column.witnesses for one in dates))
        out.append(Day(entry.value, one_line(date_words(entry.value)), one_line(entry.label), dates, sigla))
    return tuple(out)


def undated(dossier: Dossier, columns: tuple[Column, ...], witnesses: dict[str, Witness], parties: Parties) -> tuple[Dated, ...]:
    """Time expressions of which the day cannot be known, and those that the timeline leaves out."""
    placed = {member for entry in dossier.timeline for member in entry.members}
    loose = [_dated(date, witnesses[date.article], parties) for date in dossier.dates if date.id not in placed]
    return tuple(one for column in columns for one in fold_copies(loose, column, _same_date))


def _dated(date: DateMark, witness: Witness, parties: Parties) -> Dated:
    event = one_line(date.event) if date.event else None
    note = one_line(date.note) if date.note else None if date.value is None else f"means {date_words(date.value)}"
    anchor = one_line(date_words(date.anchor)) if date.anchor else None
    return Dated(quotation(date.id, witness, date.span), event, anchor, note, parties.around(date.article, date.start, date.end))


def _same_date(one: Dated) -> Hashable:
    return one.quotation.words.casefold()
