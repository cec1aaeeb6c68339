"""Every speaker with all that is attributed to them: quotations that several accounts print, and the rest account by account."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from variorum.report.sigla import Column
from variorum.report.view.citations import fold_copies
from variorum.report.view.parties import NAMELESS, Party
from variorum.report.view.shared_quotations import Shared
from variorum.report.view.statements import Saying, same_saying


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker: the quotations in several accounts (`shared`), and for each account the statements that stand in none of these.

    `count` is the number of all statements of the speaker, copies counted once.
    """

    anchor: str
    party: Party
    shared: tuple[Shared, ...]
    cells: tuple[tuple[Saying, ...], ...]
    count: int

    @property
    def name(self) -> str:
        return self.party.name

    @property
    def side_by_side(self) -> bool:
        """True if several accounts have statements of the speaker besides the shared quotations."""
        return sum(1 for cell in self.cells if cell) > 1

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """The statements that stand in no shared quotation, account by account."""
        return tuple(saying for cell in self.cells for saying in cell)


def voices(said: Iterable[Saying], shared: tuple[Shared, ...], columns: tuple[Column, ...]) -> tuple[Voice, ...]:
    """Speakers by how much they say, most first, sources without a name last."""
    by_speaker: dict[str, list[Saying]] = {}
    for saying in said:
        by_speaker.setdefault(saying.party.key, []).append(saying)
    counts = {key: sum(len(fold_copies(own, column, same_saying)) for column in columns) for key, own in by_speaker.items()}
    ordered = sorted(by_speaker.values(), key=lambda own: (own[0].party in NAMELESS, -counts[own[0].party.key], own[0].party.name.casefold()))
    return tuple(_voice(f"v-{number}", own, shared, columns, counts[own[0].party.key]) for number, own in enumerate(ordered, 1))


def _voice(anchor: str, own: list[Saying], shared: tuple[Shared, ...], columns: tuple[Column, ...], count: int) -> Voice:
    party = own[0].party
    quoted = tuple(one for one in shared if one.party.key == party.key)
    told = {key for one in quoted for key in one.statements}
    rest = [saying for saying in own if saying.statement.id not in told]
    return Voice(anchor, party, quoted, tuple(fold_copies(rest, column, same_saying) for column in columns), count)
