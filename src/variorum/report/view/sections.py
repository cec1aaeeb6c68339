"""The page as data: everything the template shows, in the order in which it shows it. No HTML here."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.records.dossier import Dossier
from variorum.report.hostile_text import one_line
from variorum.report.in_words import VERDICTS, WEIGHTY, counted_changes, date_words
from variorum.report.sigla import Column, Witness, columns, with_sigla
from variorum.report.view.days import Dated, Day, days, undated
from variorum.report.view.figures.alone import Alone, figures_alone
from variorum.report.view.figures.entries import Entry, entries
from variorum.report.view.figures.near import Neighbours
from variorum.report.view.figures.rows import Row, comparison_rows, failed_checks
from variorum.report.view.parties import NAMELESS, Parties, Party, counted_parties
from variorum.report.view.positions import Holder, positions
from variorum.report.view.shared_quotations import Shared, shared_quotations
from variorum.report.view.sources import Change, Source, make_source
from variorum.report.view.speakers import Voice, voices
from variorum.report.view.statements import sayings


@dataclass(frozen=True, slots=True)
class Tally:
    """How many comparisons have one verdict, and the anchor of the first of them."""

    verdict: str
    count: int
    anchor: str | None


@dataclass(frozen=True)  # no slots: `places` is kept
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
    shared: tuple[Shared, ...]
    voices: tuple[Voice, ...]
    holders: tuple[Holder, ...]
    days: tuple[Day, ...]
    undated: tuple[Dated, ...]
    parties: tuple[Party, ...]
    sources: tuple[Source, ...]
    notes: tuple[str, ...]

    @property
    def altered(self) -> tuple[Shared, ...]:
        """Quotations of which the accounts print different words or name different speakers."""
        return tuple(one for one in self.shared if one.is_news)

    @property
    def listed(self) -> tuple[Party, ...]:
        """Everyone who has part in something on the page."""
        return tuple(party for party in self.parties if party.count)

    @property
    def named_only(self) -> tuple[Party, ...]:
        """Actors who are named and have no part in anything."""
        return tuple(party for party in self.parties if not party.count)

    @functools.cached_property
    def places(self) -> dict[str, str]:
        """Where everyone of whom there is something to see can be read about: the speaker's statements, else the entry among the actors."""
        voices = {voice.party.key: voice.anchor for voice in self.voices if voice.party not in NAMELESS}
        return {party.key: voices.get(party.key, f"w-{party.key}") for party in self.listed}

    @staticmethod
    def weighty(changes: Sequence[Change]) -> bool:
        """True if a copy changed more than wording: a number, a negation, a hedge, an attribution or a name."""
        return any(change.kind in WEIGHTY for change in changes)

    @staticmethod
    def change_counts(changes: Sequence[Change]) -> str:
        """`2 numbers, 1 hedge, 9 of wording`, in the order of the changes."""
        return counted_changes(change.kind for change in changes)

    def named(self, sentence: str) -> str:
        """A sentence of the dossier with sigla in place of the ids of articles."""
        return with_sigla(sentence, {witness.article.id: witness for column in self.columns for witness in column.witnesses})


def make_view(dossier: Dossier) -> View:
    """Arrange a dossier for reading. Pure: the same dossier gives the same view."""
    shown = columns(dossier)
    witnesses = {witness.article.id: witness for column in shown for witness in column.witnesses}
    parties = Parties(dossier)
    known = entries(dossier, witnesses, parties)
    neighbours = Neighbours(dossier, shown, known)
    rows, alone = comparison_rows(dossier, shown, known, neighbours), figures_alone(dossier, shown, known, neighbours)
    said = sayings(dossier, witnesses, parties)
    shared = shared_quotations(dossier, shown, said)
    speakers, holders = voices(said.values(), shared, shown), positions(dossier, shown, witnesses, parties)
    return View(
        title=one_line(dossier.title),
        span=_story_span(dossier),
        article_count=len(dossier.articles),
        independent=sum(1 for column in shown if column.account.independent),
        columns=shown,
        tallies=_tallies(rows),
        rows=rows,
        alone=alone,
        failed=failed_checks(shown, known),
        shared=shared,
        voices=speakers,
        holders=holders,
        days=days(dossier, shown, witnesses, parties),
        undated=undated(dossier, shown, witnesses, parties),
        parties=_parties(parties, rows, alone, speakers, holders),
        sources=_sources(dossier, shown, witnesses),
        notes=tuple(_with_siglum(note, witnesses) for note in dossier.notes),
    )


def _parties(
    parties: Parties, rows: tuple[Row, ...], alone: tuple[Alone, ...], speakers: tuple[Voice, ...], holders: tuple[Holder, ...]
) -> tuple[Party, ...]:
    """Everyone who has part in something that the page lists, with how often, and the story's other actors."""
    listed = [row.keys for row in rows] + [entry.keys for one in alone for entry in one.entries]
    listed += [(voice.party.key,) for voice in speakers for _ in range(voice.count) if voice.party not in NAMELESS]
    listed += [row.keys for holder in holders for row in holder.rows] + [stand.keys for holder in holders for stand in holder.alone]
    figures = (entry for one in alone for entry in one.entries)
    compared = (entry for row in rows for cell in row.cells for entry in cell)
    named = [entry.speaker for entry in (*compared, *figures) if entry.speaker]
    return counted_parties(parties, listed, (*named, *(voice.party for voice in speakers), *(holder.party for holder in holders)))


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
