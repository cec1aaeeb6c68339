"""Titles of rows: what is compared, in words that a reader understands without the row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from variorum.compare.figures.frames.figure_keys import Keys
from variorum.compare.figures.values.values import Stated
from variorum.compare.figures.verdicts.wording import plain
from variorum.records.marks import Figure

LONGEST = 70  # characters of a title


def title_of(values: Sequence[Stated], keys: Mapping[str, Keys]) -> str:
    """Thing, event and holder in the words of the member that names them best."""
    figures = list({value.figure.id: value.figure for value in values}.values())
    told = [(title, figure.id) for figure in figures for title in _titles(figure, keys[figure.id])]
    if told:
        return max(told, key=lambda row: (_worth(row[0]), row[0], row[1]))[0]
    return figures[0].of or " ".join(figures[0].quote.split())


def _titles(figure: Figure, keys: Keys) -> Iterable[str]:
    about = figure.about
    if about.thing and about.event and not figure.unit and about.event.start >= about.thing.end:
        yield f"{plain(about.thing)} {plain(about.event)}"
    if figure.measure:
        yield plain(figure.measure)
    elif about.thing:
        yield plain(about.thing)
    del keys


def _worth(title: str) -> float:
    """How well a title tells: several words, no number, near forty characters."""
    length = len(title)
    return (" " in title) * 2.0 - any(char.isdigit() for char in title) * 2.0 - abs(length - 40) / 40 - (length > LONGEST) * 5
