"""What was compared: the two figures that decide a verdict, slot by slot, each in its text's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from variorum.records.dossier import Comparison
from variorum.report.hostile_text import one_line
from variorum.report.in_words import SLOT_STATES, SLOTS
from variorum.report.view.citations import Quotation
from variorum.report.view.figures.entries import Entry


@dataclass(frozen=True, slots=True)
class Told:
    """One slot: its name in words, `state` (same, different or open), and the words of either figure, empty where it names none."""

    name: str
    state: str
    words: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Basis:
    """The two figures that decide a verdict and their slots: what parts them first, what is open last."""

    pair: tuple[Quotation, Quotation]
    slots: tuple[Told, ...]

    @property
    def by_state(self) -> tuple[tuple[str, tuple[Told, ...]], ...]:
        """The slots under the words for their state: `different`, `the same`, `open`."""
        groups = ((words, tuple(slot for slot in self.slots if slot.state == state)) for state, words in SLOT_STATES.items())
        return tuple((words, slots) for words, slots in groups if slots)


def basis_of(comparison: Comparison, known: Mapping[str, Entry]) -> Basis | None:
    """What the verdict of a comparison rests on; None where no two of its members decide, or neither names anything."""
    pair = [known[figure].quotation for figure in comparison.compared if figure in known]
    if len(pair) != 2 or not comparison.slots:
        return None
    order = list(SLOT_STATES)
    told = [Told(SLOTS.get(slot.name, slot.name), slot.state, (one_line(slot.words[0]), one_line(slot.words[1]))) for slot in comparison.slots]
    return Basis((pair[0], pair[1]), tuple(sorted(told, key=lambda slot: order.index(slot.state))))
