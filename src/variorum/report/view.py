"""The page as data: everything the template shows, in the order in which it shows it. No HTML here."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from variorum.dossier import Dossier
from variorum.report.days import Dated, Day, days, undated
from variorum.report.rows import Alone, Entry, Row, comparison_rows, entries, failed_checks, figures_alone
from variorum.report.safety import one_line
from variorum.report.sayings import Holder, Voice, positions, voices
from variorum.report.sources import Source, make_source
from variorum.report.witnesses import Column, Witness, columns, with_sigla
from variorum.report.wording import VERDICTS, date_words


@dataclass(frozen=True, slots=True)
class Tally:
    """How many comparisons have one verdict, and the anchor of the first of them."""

    verdict: str
    count: int
    anchor: str | None


@dataclass(frozen=True, slots=True)
class View:
    """One dossier as a page."""

    title: str
    span: str | None
    article_count: int
    independent: int
    columns: tuple[Column, ...]
    tallies: tuple[Tally, ...]
    rows: tuple[Row, ...]
    alone: tuple[Alone, ...]
    failed: tuple[Entry, ...]
    voices: tuple[Voice, ...]
    holders: tuple[Holder, ...]
    days: tuple[Day, ...]
    undated: tuple[Dated, ...]
    sources: tuple[Source, ...]
    notes: tuple[str, ...]

    def named(self, sentence: str) -> str:
        """A sentence of the dossier with sigla in place of the ids of articles."""
        return with_sigla(sentence, {witness.article.id: witness for column in self.columns for witness in column.witnesses})


def make_view(dossier: Dossier) -> View:
    """Arrange a dossier for reading. Pure: the same dossier gives the same view."""
    shown = columns(dossier)
    witnesses = {witness.article.id: witness for column in shown for witness in column.witnesses}
    known = entries(dossier, witnesses)
    rows = comparison_rows(dossier, shown, known)
    return View(
        title=one_line(dossier.title),
        span=_story_span(dossier),
        article_count=len(dossier.articles),
        independent=sum(1 for column in shown if column.account.independent),
        columns=shown,
        tallies=_tallies(rows),
        rows=rows,
        alone=figures_alone(dossier, shown, known),
        failed=failed_checks(shown, known),
        voices=voices(dossier, shown, witnesses),
        holders=positions(dossier, shown, witnesses),
        days=days(dossier, shown, witnesses),
        undated=undated(dossier, shown, witnesses),
        sources=_sources(dossier, shown, witnesses),
        notes=tuple(_with_siglum(note, witnesses) for note in dossier.notes),
    )


def _story_span(dossier: Dossier) -> str | None:
    """First and last day of publication, None where no article has one."""
    found = sorted({article.day for article in dossier.articles if article.day})
    if not found:
        return None
    first, last = found[0].isoformat(), found[-1].isoformat()
    return date_words(first) if first == last else date_words(f"{first}/{last}")


def _tallies(rows: tuple[Row, ...]) -> tuple[Tally, ...]:
    counts = Counter(row.verdict for row in rows)
    first = {row.verdict: row.anchor for row in reversed(rows)}
    return tuple(Tally(verdict, counts[verdict], first.get(verdict)) for verdict in VERDICTS)


def _sources(dossier: Dossier, shown: tuple[Column, ...], witnesses: dict[str, Witness]) -> tuple[Source, ...]:
    """Sources in the order of the accounts, so that a copy stands behind what it copies."""
    readings = {reading.article.id: reading for reading in dossier.readings}
    order = [witness.article.id for column in shown for witness in column.witnesses]
    return tuple(make_source(witnesses[key], readings[key]) for key in order if key in readings)


def _with_siglum(note: str, witnesses: dict[str, Witness]) -> str:
    """A dossier's note (`article id: words`) with the article's siglum and label in place of its id."""
    key, colon, words = note.partition(": ")
    if colon and key in witnesses:
        return one_line(f"{witnesses[key].siglum} {witnesses[key].label}: {words}")
    return one_line(note)
