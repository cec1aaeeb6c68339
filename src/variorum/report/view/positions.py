"""Who wants what: positions by actor and issue, as each account tells them."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from variorum.records.article import Span
from variorum.records.dossier import Dossier
from variorum.records.marks import Position
from variorum.report.hostile_text import one_line
from variorum.report.in_words import ACTS, HEDGES
from variorum.report.sigla import Column, Witness
from variorum.report.view.citations import Quotation, fold_copies, quotation
from variorum.report.view.parties import Parties, Party


@dataclass(frozen=True, slots=True)
class Stand:
    """One position: who (`party`), what they do (`act`) and how firmly it is told (`hedge`) in words, about which issue.

    `keys` are those of the holder and of who tells of it.
    """

    quotation: Quotation
    party: Party
    keys: tuple[str, ...]
    act: str
    issue: str
    hedge: str


@dataclass(frozen=True, slots=True)
class IssueRow:
    """What the accounts say of one actor's position on one issue; a cell for each account."""

    issue: str
    cells: tuple[tuple[Stand, ...], ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of everyone who has part in a position of the row."""
        return tuple(dict.fromkeys(key for cell in self.cells for stand in cell for key in stand.keys))


@dataclass(frozen=True, slots=True)
class Holder:
    """An actor with a row for each issue on which several accounts give a position, and the positions that one account alone gives."""

    anchor: str
    party: Party
    rows: tuple[IssueRow, ...]
    alone: tuple[Stand, ...]

    @property
    def name(self) -> str:
        return self.party.name


def positions(dossier: Dossier, columns: tuple[Column, ...], witnesses: dict[str, Witness], parties: Parties) -> tuple[Holder, ...]:
    """Actors by how many positions are told of them, most first; issues that more accounts speak of come first."""
    stands = [_stand(position, parties, witnesses[position.article]) for position in dossier.positions]
    folded = [fold_copies(stands, column, _same_stand) for column in columns]
    held: dict[str, list[Stand]] = {}
    for stand in (stand for cell in folded for stand in cell):
        held.setdefault(stand.party.key, []).append(stand)
    ordered = sorted(held.values(), key=lambda own: (-len(own), own[0].party.name.casefold()))
    return tuple(_holder(number, own, _issue_rows(own, folded)) for number, own in enumerate(ordered, 1))


def _holder(number: int, stands: list[Stand], rows: list[IssueRow]) -> Holder:
    shared = [row for row in rows if sum(1 for cell in row.cells if cell) > 1]
    alone = tuple(stand for row in rows if row not in shared for cell in row.cells for stand in cell)
    return Holder(f"p-{number}", stands[0].party, tuple(shared), alone)


def _issue_rows(own: list[Stand], folded: list[tuple[Stand, ...]]) -> list[IssueRow]:
    rows, key = [], own[0].party.key
    for issue in dict.fromkeys(stand.issue.casefold() for stand in own):
        cells = tuple(tuple(one for one in cell if one.party.key == key and one.issue.casefold() == issue) for cell in folded)
        rows.append(IssueRow(next(one.issue for cell in cells for one in cell), cells))
    return sorted(rows, key=lambda row: -sum(1 for cell in row.cells if cell))


def _stand(position: Position, parties: Parties, witness: Witness) -> Stand:
    act = ACTS.get(position.act, position.act)
    span = Span(position.content.start, position.content.end)
    hedge = HEDGES.get(position.hedge, position.hedge)
    party = parties.speaker(position.holder)
    return Stand(quotation(position.id, witness, span), party, parties.of_position(position), act, one_line(position.issue), hedge)


def _same_stand(stand: Stand) -> Hashable:
    return (stand.party.key, stand.act, stand.issue.casefold(), stand.hedge, " ".join(stand.quotation.words.casefold().split()))
