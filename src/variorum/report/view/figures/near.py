"""Figures that may be one quantity without being sure to: which come near to a figure or to a row, and what keeps them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.records.dossier import Dossier
from variorum.report.sigla import Column, with_sigla
from variorum.report.view.citations import Quotation
from variorum.report.view.figures.entries import Entry, account_letters, same_figure


@dataclass(frozen=True, slots=True)
class Nearby:
    """A figure that may be the same quantity: its words and normal form, and what keeps the two apart."""

    quotation: Quotation
    normal: str
    why: str


class Neighbours:
    """The near figures of a dossier, the nearest first, by the figure that they are near to."""

    def __init__(self, dossier: Dossier, columns: Sequence[Column], known: Mapping[str, Entry]) -> None:
        self._known = known
        self._account = account_letters(columns)
        witnesses = {witness.article.id: witness for column in columns for witness in column.witnesses}
        self._near: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for near in dossier.near:
            why = with_sigla(near.why, witnesses)
            for mark in near.figures:
                self._near[mark] += [(other, why) for other in near.figures if other != mark and other in known]

    def of(self, marks: Iterable[str], beside: frozenset[str] = frozenset()) -> tuple[Nearby, ...]:
        """What is near to any of `marks`, without those `beside` it already; what copies repeat is given once."""
        found: dict[Hashable, Nearby] = {}
        for mark in marks:
            for other, why in self._near.get(mark, ()):
                if other not in beside:
                    found.setdefault(self._kind(other), Nearby(self._known[other].quotation, self._known[other].normal, why))
        return tuple(found.values())

    def _kind(self, mark: str) -> Hashable:
        """What two figures share that are shown once: their account, value and words."""
        entry = self._known[mark]
        return self._account[entry.quotation.witness.article.id], same_figure(entry)
