"""The dossier as Markdown, for notes, tickets and wikis."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from variorum.records.dossier import Dossier
from variorum.report.hostile_text import one_line
from variorum.report.in_words import VERDICTS, counted
from variorum.report.sigla import Column
from variorum.report.view import shared_quotations
from variorum.report.view.citations import Quotation
from variorum.report.view.figures.entries import Entry
from variorum.report.view.figures.near import Nearby
from variorum.report.view.figures.series import Series
from variorum.report.view.figures.slots import Basis, Told
from variorum.report.view.sections import View, make_view

_MARKUP = re.compile(r"[\\`*_\[\]<>#|~&$^@{}]|(?<=http)s?:|(?<=www)\.|(?<=ftp):")
"""Signs that Markdown, its common extensions or HTML could take for markup, and what would make an address a link."""
_REFERENCES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_STARTS_A_BLOCK = re.compile(r"^(?:[-+=]+|\d+[.)](?=\s|$))")


def escape(text: str) -> str:
    """`text` on one line, with all that Markdown or HTML would take for markup escaped."""
    return _STARTS_A_BLOCK.sub(_escaped, _MARKUP.sub(_escaped, one_line(text)))


def _escaped(found: re.Match[str]) -> str:
    """Each sign as a character reference where HTML would act on it, else with the backslash of Markdown before it."""
    return "".join(_REFERENCES.get(char) or (char if char.isalnum() else f"\\{char}") for char in found.group())


def render_markdown(dossier: Dossier) -> str:
    """The dossier as Markdown: comparisons, lone figures, statements, quotations, positions, timeline, accounts, each with its words and source."""
    view = make_view(dossier)
    parts = (_head, _failed, _comparisons, _alone, _statements, _quotations, _positions, _timeline, _accounts)
    return "\n".join(line for part in parts for line in part(view)).rstrip() + "\n"


def _head(view: View) -> Iterator[str]:
    yield f"# {escape(view.title)}"
    yield ""
    counts = f"{counted(view.article_count, 'article')}, {counted(view.independent, 'independent account')}"
    yield f"{view.span}. {counts}." if view.span else f"{counts}."
    yield ""
    yield from (f"- {_account(column)}" for column in view.columns)
    yield ""


def _heading(words: str) -> tuple[str, str]:
    """A heading and the empty line that ends it."""
    return words, ""


def _account(column: Column) -> str:
    copies = "; ".join(f"{witness.siglum} {escape(witness.label)}, {witness.relation_words}" for witness in column.witnesses[1:])
    dependent = "" if column.account.independent else " (not independent)"
    return f"**{column.siglum}** {escape(column.label)}{dependent}" + (f" with {copies}" if copies else "")


def _quote(quotation: Quotation) -> str:
    also = f" (also {', '.join(copy.witness.siglum for copy in quotation.also)})" if quotation.also else ""
    return f"“{escape(quotation.words)}” {quotation.witness.siglum}{also}"


def _entry(entry: Entry) -> str:
    status = "" if entry.status == "actual" else f", {entry.status}"
    said = f", according to {escape(entry.said_by)}" if entry.said_by else ""
    noun = f" ({escape(entry.noun)})" if entry.noun else ""
    places = ", again ".join(_quote(place) for place in (entry.quotation, *entry.again))
    return f"**{escape(entry.normal)}**{noun}{status}{said}: {places}"


def _failed(view: View) -> Iterator[str]:
    if view.failed:
        yield from _heading("## Arithmetic that does not work out")
        for entry in view.failed:
            yield f"- {_quote(entry.quotation)}: {' '.join(escape(check.reason) for check in entry.failed)}"
        yield ""


def _comparisons(view: View) -> Iterator[str]:
    yield from _heading("## Figures side by side")
    if not view.rows:
        yield "No quantity is given by two accounts."
        yield ""
    for row in view.rows:
        yield from _heading(f"### {VERDICTS[row.verdict][1]}: {escape(row.measure)}")
        yield escape(row.reason)
        yield ""
        yield from (f"- {_entry(entry)}" for cell in row.cells for entry in cell)
        yield ""
        yield from _basis(row.basis) if row.basis else ()
        yield from _series(row.series) if row.series else ()
        yield from _candidates("May belong here:", row.near)


def _basis(basis: Basis) -> Iterator[str]:
    """What was compared, a line for each state of slots."""
    yield f"Compared: {' and '.join(_quote(side) for side in basis.pair)}."
    yield ""
    yield from (f"- {state}: {'; '.join(f'{slot.name} ({_told(slot)})' for slot in slots)}" for state, slots in basis.by_state)
    yield ""


def _told(slot: Told) -> str:
    return " / ".join(escape(words) if words else "not named" for words in slot.words)


def _series(series: Series) -> Iterator[str]:
    yield "Over time:"
    yield ""
    for step in series.steps:
        marks = (step.implied, step.copy, "latest" if step.latest else "")
        yield f"- {escape(step.when)}{''.join(f', {mark}' for mark in marks if mark)}: {_entry(step.entry)}"
    yield ""


def _candidates(heading: str, near: Sequence[Nearby]) -> Iterator[str]:
    """Figures that may be the same, each with what keeps it apart."""
    if near:
        yield from _heading(heading)
        yield from (f"- {_candidate(one)}" for one in near)
        yield ""


def _candidate(one: Nearby) -> str:
    return f"**{escape(one.normal)}**: {_quote(one.quotation)}. {escape(one.why)}"


def _alone(view: View) -> Iterator[str]:
    if view.alone:
        yield from _heading("## Figures without a match")
        yield from _heading("No other account's figure was matched to these, which does not mean that no other gives them.")
    for lone in (lone for alone in view.alone for lone in alone.figures):
        yield f"- {_entry(lone.entry)}"
        yield from (f"  - may be the same: {_candidate(one)}" for one in lone.near)
    yield ""


def _statements(view: View) -> Iterator[str]:
    if view.voices:
        yield from _heading("## Who said what")
    for voice in view.voices:
        yield from _heading(f"### {escape(voice.name)}")
        shared = (item.saying for one in voice.shared for cell in one.cells for item in cell if item.saying.party.key == voice.party.key)
        for saying in (*shared, *voice.sayings):
            cue = f", {escape(saying.cue)}" if saying.cue else ""
            yield f"- {_quote(saying.quotation)} ({saying.kind}{cue})"
        yield ""


def _quotations(view: View) -> Iterator[str]:
    if view.shared:
        yield from _heading("## Quotations in several accounts")
    for one in view.shared:
        yield from _heading(f"### {shared_quotations.VERDICTS[one.verdict][1]}: {escape(one.party.name)}")
        yield escape(one.reason)
        yield ""
        for item in (item for cell in one.cells for item in cell):
            shorter = ", shorter" if item.shorter else ""
            yield f"- {_quote(item.quotation)}{shorter}"
        yield ""


def _positions(view: View) -> Iterator[str]:
    if view.holders:
        yield from _heading("## Positions")
    for holder in view.holders:
        yield from _heading(f"### {escape(holder.name)}")
        for stand in (*(stand for row in holder.rows for cell in row.cells for stand in cell), *holder.alone):
            words = [stand.hedge, stand.act, escape(stand.issue)]
            yield f"- {' '.join(word for word in words if word)}: {_quote(stand.quotation)}"
        yield ""


def _timeline(view: View) -> Iterator[str]:
    if view.days or view.undated:
        yield from _heading("## Timeline")
    for day in view.days:
        label = f" {escape(day.label)}:" if day.label else ""
        yield f"- **{escape(day.words)}**{label} {'; '.join(_quote(one.quotation) for one in day.dates)}"
    for one in view.undated:
        yield f"- not placed: {_quote(one.quotation)}" + (f" {escape(one.note)}" if one.note else "")
    yield ""


def _accounts(view: View) -> Iterator[str]:
    yield from _heading("## Accounts and sources")
    for witness in (witness for column in view.columns for witness in column.witnesses):
        origin = f" of {witness.of}" if witness.of else ""
        address = f" {escape(witness.link)}" if witness.link else ""
        yield f"- **{witness.siglum}** {escape(witness.label)}, {escape(witness.published)}, {witness.relation_words}{origin}.{address}"
        yield from (f"  - {escape(view.named(line))}" for line in witness.member.evidence)
    yield from (f"- {escape(note)}" for note in view.notes)
    yield ""
