"""Figures that no row holds, account by account, each with the figures of others that come near to it."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.records.dossier import Dossier
from variorum.report.sigla import Column
from variorum.report.view.citations import fold_copies
from variorum.report.view.figures.entries import Entry, in_text_order, same_figure
from variorum.report.view.figures.near import Nearby, Neighbours


@dataclass(frozen=True, slots=True)
class Lone:
    """A figure to which none of another account was matched, and those that may be the same."""

    entry: Entry
    near: tuple[Nearby, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """The figures of one account to which none of another was matched."""

    column: Column
    figures: tuple[Lone, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(lone.entry for lone in self.figures)


def figures_alone(dossier: Dossier, columns: tuple[Column, ...], known: dict[str, Entry], neighbours: Neighbours) -> tuple[Alone, ...]:
    """For each account the figures that stand in no comparison, copies shown once; accounts without any are left out."""
    compared = {member.figure for comparison in dossier.comparisons for member in comparison.members}
    left = in_text_order(known[figure.id] for figure in dossier.figures if figure.id not in compared)
    shown = (Alone(column, tuple(_lone(entry, neighbours) for entry in fold_copies(left, column, same_figure))) for column in columns)
    return tuple(alone for alone in shown if alone.figures)


def _lone(entry: Entry, neighbours: Neighbours) -> Lone:
    return Lone(entry, neighbours.of(entry.marks, entry.marks))
