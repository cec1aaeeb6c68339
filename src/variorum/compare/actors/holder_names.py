"""Holders of figures by their canonical names: what an article calls "Seoul's government" or "Mr Orlen" is the story's actor."""

from __future__ import annotations

import bisect
import dataclasses
from collections import defaultdict

from variorum.records.dossier import Actor
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Reading

_POSSESSIVE = 2  # characters of "'s", which may stand between the end of a name and of the words for a holder

Named = list[tuple[int, int, str]]
"""Where an article names actors: end, start and canonical name of each mention, by end."""


def name_holders(readings: list[Reading], actors: tuple[Actor, ...]) -> list[Reading]:
    """The readings with the name of the actor that each figure is said of, where its words end in a mention of one."""
    named: dict[str, Named] = defaultdict(list)
    for actor in actors:
        for mention in actor.mentions:
            named[mention.article].append((mention.end, mention.start, actor.name))
    for mentions in named.values():
        mentions.sort()
    return [_named(reading, named.get(reading.article.id, [])) for reading in readings]


def _named(reading: Reading, mentions: Named) -> Reading:
    figures = tuple(
        dataclasses.replace(figure, holder=name) if figure.whose and (name := _name(figure.whose, mentions)) else figure for figure in reading.figures
    )
    return dataclasses.replace(reading, figures=figures)


def _name(whose: Excerpt, mentions: Named) -> str | None:
    """The name of the actor whom the last words of a holder mention, the longest mention first; None where they are not known."""
    first = bisect.bisect_left(mentions, (whose.end - _POSSESSIVE, -1, ""))
    last = bisect.bisect_right(mentions, (whose.end + _POSSESSIVE, whose.end, ""))
    ending = [mention for mention in mentions[first:last] if mention[1] < whose.end and mention[0] > whose.start]
    return min(ending, key=lambda mention: (mention[1], mention[2]))[2] if ending else None
