"""The sources in full: every article's text with all its marks, ready to write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from variorum.records.article import Article, Span
from variorum.records.dossier import Alteration
from variorum.records.marks import DateMark, Figure, Position, Reading, Statement
from variorum.report.hostile_text import one_line, visible
from variorum.report.in_words import ACTS, CHANGES, CLUTTER, HEDGES, date_words, normal_form
from variorum.report.sigla import Witness
from variorum.report.view.marked_text import Mark, Segment, broken_marks, cut_segments

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Change:
    """A place where a copy differs from its origin.

    `mark` is the id of the marked place, None where there is none. `quoted` is True if exactly the words `now` stand there: where a copy
    leaves something out, the place is the word that now follows. `kind` says in words what the change touches.
    """

    mark: str | None
    quoted: bool
    was: str
    now: str
    kind: str


@dataclass(frozen=True, slots=True)
class Source:
    """One article's text cut at its marks, and the ids of marks that are broken into pieces."""

    witness: Witness
    segments: tuple[Segment, ...]
    broken: tuple[str, ...]
    changes: tuple[Change, ...]
    notes: tuple[str, ...]

    @property
    def language(self) -> str | None:
        """The language tag, if it is one."""
        tag = self.witness.article.language or ""
        return tag if _LANGUAGE.fullmatch(tag) else None


def make_source(witness: Witness, reading: Reading) -> Source:
    """The article with every mark of its reading, its clutter and its changes."""
    marks = {mark.id: mark for mark in _marks(witness, reading)}  # one mark for each id: two marks with one id would break the page's links
    segments = tuple(_shown(segment) for segment in cut_segments(reading.article.text, marks.values()))
    notes = tuple(one_line(note) for note in dict.fromkeys((*reading.article.notes, *reading.notes)))
    return Source(witness, segments, broken_marks(segments), changes(witness), notes)


def _shown(segment: Segment) -> Segment:
    return Segment("text", visible(segment.text)) if segment.kind == "text" else segment


def changes(witness: Witness) -> tuple[Change, ...]:
    """What this witness changed in what it copied, in the order of the text."""
    own = [change for change in witness.member.changes if change.article == witness.article.id]
    return tuple(
        Change(
            _change_id(witness, number) if change.start < change.end else None,
            bool(change.now) and witness.article.text[change.start : change.end] == change.now,
            visible(change.was),
            visible(change.now),
            CHANGES.get(change.kind, change.kind),
        )
        for number, change in enumerate(own, 1)
    )


def _change_id(witness: Witness, number: int) -> str:
    return f"x{witness.anchor.removeprefix('src-')}-{number}"


def _marks(witness: Witness, reading: Reading) -> Iterator[Mark]:
    """All marks, the widest kinds first: of marks with one range the first stands outside."""
    article = reading.article
    for number, part in enumerate(article.boilerplate, 1):
        yield Mark(f"b{witness.anchor.removeprefix('src-')}-{number}", "clutter", (part,), CLUTTER.get(part.kind, part.kind))
    for statement in reading.statements:
        yield from _statement_marks(statement)
    yield from (_position_mark(position) for position in reading.positions)
    yield from (_figure_mark(figure) for figure in reading.figures)
    yield from (_date_mark(date) for date in reading.dates)
    yield from _change_marks(witness, article, witness.member.changes)


def _statement_marks(statement: Statement) -> Iterator[Mark]:
    who = f"said by {one_line(statement.speaker.name)}" if statement.speaker else "said; no source named"
    yield Mark(statement.id, "statement", _spans(statement.contents), f"{who} ({statement.kind})")
    if statement.speaker:
        yield Mark(f"{statement.id}-who", "speaker", _spans((statement.speaker,)), "speaker")
    if statement.cue:
        yield Mark(f"{statement.id}-cue", "cue", _spans((statement.cue,)), "word of saying")


def _spans(parts: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(Span(part.start, part.end) for part in parts)


def _position_mark(position: Position) -> Mark:
    words = [one_line(position.holder.name), HEDGES.get(position.hedge, ""), ACTS.get(position.act, position.act)]
    return Mark(position.id, "position", _spans((position.content,)), " ".join(word for word in words if word))


def _figure_mark(figure: Figure) -> Mark:
    return Mark(figure.id, "figure", (figure.span,), normal_form(figure))


def _date_mark(date: DateMark) -> Mark:
    return Mark(date.id, "date", (date.span,), date_words(date.value) if date.value else "day not known")


def _change_marks(witness: Witness, article: Article, altered: Iterable[Alteration]) -> Iterator[Mark]:
    own = (change for change in altered if change.article == article.id)
    for number, change in enumerate(own, 1):
        if change.start < change.end:
            left_out = "" if change.now.strip() else "left out before this; "
            was = f"{left_out}was: {one_line(change.was)}" if change.was.strip() else "added"
            yield Mark(_change_id(witness, number), "change", (Span(change.start, change.end),), was)
