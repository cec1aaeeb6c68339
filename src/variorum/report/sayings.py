"""Who said what, and who wants what: statements by speaker, positions by actor and issue."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from itertools import groupby

from variorum.article import Span
from variorum.dossier import Actor, Dossier
from variorum.marks import Position, Speaker, Statement
from variorum.report.quotations import Quotation, fold_copies, quotation
from variorum.report.safety import one_line, visible
from variorum.report.witnesses import Column, Witness
from variorum.report.wording import ACTS, HEDGES

NOBODY = "No source named"


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement: the words, the speaker's and the cue's own words, the kind of quotation."""

    quotation: Quotation
    siglum: str
    who: str
    speaker: str | None
    cue: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Voice:
    """An actor of the story, or a source that is none, with all that is attributed to it."""

    anchor: str
    name: str
    kind: str | None
    variants: tuple[str, ...]
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """One position: who (`who`), what they do (`act`) and how firmly it is told (`hedge`) in words, about which issue."""

    quotation: Quotation
    who: str
    act: str
    issue: str
    hedge: str


@dataclass(frozen=True, slots=True)
class IssueRow:
    """What the accounts say of one actor's position on one issue; a cell for each account."""

    issue: str
    cells: tuple[tuple[Stand, ...], ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """An actor with a row for each issue on which several accounts give a position, and the positions that one account alone gives."""

    anchor: str
    name: str
    rows: tuple[IssueRow, ...]
    alone: tuple[Stand, ...]


def speaker_names(dossier: Dossier) -> Callable[[Speaker | None], str]:
    """A function from a speaker to the name under which the story lists them: the actor's, else the article's own words."""
    names = {actor.id: one_line(actor.name) for actor in dossier.actors}

    def name(speaker: Speaker | None) -> str:
        if speaker is None:
            return NOBODY
        return names.get(speaker.actor or "") or one_line(speaker.name)

    return name


def voices(dossier: Dossier, columns: tuple[Column, ...], witnesses: dict[str, Witness]) -> tuple[Voice, ...]:
    """Speakers by how much they say, most first, sources without a name last; copies of a statement shown once."""
    name = speaker_names(dossier)
    sayings = [_saying(statement, name(statement.speaker), witnesses[statement.article]) for statement in dossier.statements]
    folded = [saying for column in columns for saying in fold_copies(sayings, column, _same_saying)]
    spelled: dict[str, str] = {}
    for saying in folded:
        spelled.setdefault(saying.who.casefold(), saying.who)
    groups = {shown: tuple(one for one in folded if one.who.casefold() == key) for key, shown in spelled.items()}
    known = {one_line(actor.name): actor for actor in dossier.actors}
    ordered = sorted(groups, key=lambda who: (who == NOBODY, -len(groups[who]), who.casefold()))
    return tuple(_voice(f"v-{number}", who, known.get(who), groups[who]) for number, who in enumerate(ordered, 1))


def _voice(anchor: str, name: str, actor: Actor | None, sayings: tuple[Saying, ...]) -> Voice:
    variants = [one_line(variant) for variant in actor.variants] if actor else []
    return Voice(anchor, name, actor.kind if actor else None, tuple(variant for variant in variants if variant != name), sayings)


def _saying(statement: Statement, who: str, witness: Witness) -> Saying:
    words = " ".join(visible(part.text) for part in statement.contents)
    whole = quotation(statement.id, witness, statement.span)
    shown = Quotation(whole.mark, witness, whole.before, words if len(statement.contents) == 1 else _with_gaps(statement, witness), whole.after)
    speaker = one_line(statement.speaker.text) if statement.speaker else None
    return Saying(shown, witness.siglum, who, speaker, one_line(statement.cue.text) if statement.cue else None, statement.kind)


def _with_gaps(statement: Statement, witness: Witness) -> str:
    """The pieces of a broken quotation, joined by white space where only that stands between them, else by `[…]`."""
    text, out = witness.article.text, visible(statement.contents[0].text)
    for before, part in zip(statement.contents, statement.contents[1:], strict=False):
        out += (" " if not text[before.end : part.start].strip() else " […] ") + visible(part.text)
    return out


def _same_saying(saying: Saying) -> Hashable:
    return (saying.who.casefold(), " ".join(saying.quotation.words.casefold().split()))


def positions(dossier: Dossier, columns: tuple[Column, ...], witnesses: dict[str, Witness]) -> tuple[Holder, ...]:
    """Actors by how many positions are told of them, most first; issues that more accounts speak of come first."""
    name = speaker_names(dossier)
    stands = [_stand(position, name(position.holder), witnesses[position.article]) for position in dossier.positions]
    folded = [fold_copies(stands, column, _same_stand) for column in columns]
    every = sorted((stand for cell in folded for stand in cell), key=lambda stand: stand.who.casefold())
    held = {who: list(group) for who, group in groupby(every, key=lambda stand: stand.who.casefold())}
    ordered = sorted(held, key=lambda who: (-len(held[who]), who))
    return tuple(_holder(number, held[who], _issue_rows(who, held[who], folded)) for number, who in enumerate(ordered, 1))


def _holder(number: int, stands: list[Stand], rows: list[IssueRow]) -> Holder:
    shared = [row for row in rows if sum(1 for cell in row.cells if cell) > 1]
    alone = tuple(stand for row in rows if row not in shared for cell in row.cells for stand in cell)
    return Holder(f"p-{number}", stands[0].who, tuple(shared), alone)


def _issue_rows(who: str, stands: list[Stand], folded: list[tuple[Stand, ...]]) -> list[IssueRow]:
    rows = []
    for issue in dict.fromkeys(stand.issue.casefold() for stand in stands):
        cells = tuple(tuple(one for one in cell if one.who.casefold() == who and one.issue.casefold() == issue) for cell in folded)
        rows.append(IssueRow(next(one.issue for cell in cells for one in cell), cells))
    return sorted(rows, key=lambda row: -sum(1 for cell in row.cells if cell))


def _stand(position: Position, who: str, witness: Witness) -> Stand:
    act = ACTS.get(position.act, position.act)
    span = Span(position.content.start, position.content.end)
    return Stand(quotation(position.id, witness, span), who, act, one_line(position.issue), HEDGES.get(position.hedge, position.hedge))


def _same_stand(stand: Stand) -> Hashable:
    return (stand.who.casefold(), stand.act, stand.issue.casefold(), stand.hedge, " ".join(stand.quotation.words.casefold().split()))
