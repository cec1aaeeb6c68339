"""Titles of rows: what is compared, in words that a reader understands without the row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from variorum.compare.figures.values.values import Stated
from variorum.compare.figures.verdicts.wording import plain
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Figure

LONGEST = 60  # characters of a title; a longer phrase is a clause, which reads as a fragment
GOOD = 32  # characters about which a title tells enough and is read at a glance
_PARTICIPLE = re.compile(r"[a-z]+(?:ed|en|t|n|d)", re.IGNORECASE)
_LEADING = re.compile(r"^(?:the|a|an|some|any|other|its|his|her|their|our|my|that|which|who|and|of|to|for|in|at|on|by|with|from) ", re.IGNORECASE)


def title_of(values: Sequence[Stated]) -> str:
    """Thing, event and holder in the words of the member that names them best; of several equally good the first by its words."""
    figures = list({value.figure.id: value.figure for value in values}.values())
    told = [title for figure in figures for title in _titles(figure)]
    return min(told, key=lambda title: (-_worth(*title), title[1]))[1]


def _titles(figure: Figure) -> Iterator[tuple[int, str]]:
    """Ways to name what a figure gives, each with how many of its slots it names."""
    about = figure.about
    if about.thing and about.event and not figure.unit:
        yield 3, _thing_and_event(about.thing, about.event)
    if about.thing:
        thing = plain(about.thing)
        holder = plain(figure.whose) if figure.whose else ""
        if holder and holder.casefold() not in thing.casefold() and "(" not in holder:
            yield 3, f"{thing} ({holder})"
        yield 2, thing
    if figure.measure and not figure.measure.contains(figure.number):
        yield 2, plain(figure.measure)
    elif figure.measure:
        yield 1, plain(figure.measure)
    yield 0, figure.of or " ".join(figure.quote.split())


def _thing_and_event(thing: Excerpt, event: Excerpt) -> str:
    if thing.contains(event) or event.contains(thing):
        return plain(max(thing, event, key=len))
    if event.start >= thing.end or _PARTICIPLE.fullmatch(event.text.split()[-1]):
        return f"{plain(thing)} {plain(event)}"
    return f"{plain(thing)}: {plain(event)}"


def _worth(slots: int, title: str) -> float:
    """How well a title tells: many slots, several words, no number of its own, near GOOD characters, no dangling word at its head."""
    words = title.split()
    dangling = bool(_LEADING.match(title)) or words[-1].lower() in {"of", "to", "the", "a", "and", "which", "that", "in", "for"}
    digits = any(char.isdigit() for char in title)
    return slots + (len(words) > 1) * 2.0 - digits * 3.0 - dangling * 2.0 - abs(len(title) - GOOD) / GOOD - (len(title) > LONGEST) * 4.0
