"""How a quantity moved: its values by the time they hold for, oldest first, each with its account and its words."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.records.dossier import Comparison, Point
from variorum.report.hostile_text import one_line
from variorum.report.in_words import date_words
from variorum.report.sigla import Column
from variorum.report.view.figures.entries import Entry, account_letters, same_figure
from variorum.report.view.figures.time_chart import TimeChart, make_time_chart

_DAY = 10  # characters of a day: 2031-03-04


@dataclass(frozen=True, slots=True)
class Step:
    """One value of a series. `when` says in words when it holds; `implied` what stands for that where the text names no time, else empty."""

    entry: Entry
    when: str
    implied: str
    latest: bool

    @property
    def copy(self) -> str:
        """What the article is, where it adds no voice: `shortened copy`, `digest of others`; else empty."""
        witness = self.entry.quotation.witness
        return "" if witness.relation in ("original", "unknown") else witness.relation_words


@dataclass(frozen=True, slots=True)
class Series:
    """The values of a row by time, and a picture of them where one can be drawn."""

    steps: tuple[Step, ...]
    chart: TimeChart | None


def series_of(comparison: Comparison, known: Mapping[str, Entry], columns: Sequence[Column]) -> Series | None:
    """The series of a comparison, what copies repeat for one time given once; None where it has none."""
    accounts = account_letters(columns)
    found: dict[Hashable, list[Point]] = {}
    for point in comparison.series:
        if (entry := known.get(point.figure)) is not None:
            account = accounts[entry.quotation.witness.article.id]
            found.setdefault((point.when, account, same_figure(entry)), []).append(point)
    if not found:
        return None
    steps = tuple(_step(points, known) for points in found.values())
    moments = [(points[0].when, step.entry.quotation.witness.siglum, step.entry.figure) for points, step in zip(found.values(), steps, strict=True)]
    return Series(steps, make_time_chart(moments))


def _step(points: list[Point], known: Mapping[str, Entry]) -> Step:
    """One step of the points that say the same: the first, with the others as its copies."""
    first, *rest = (known[point.figure] for point in points)
    entry = replace(first, quotation=replace(first.quotation, also=tuple(one.quotation for one in rest)), again=())
    when = points[0].when
    implied = ("day of the article" if len(when) <= _DAY else "time of the article") if points[0].implied else ""
    return Step(entry, one_line(date_words(when)), implied, any(point.latest for point in points))
