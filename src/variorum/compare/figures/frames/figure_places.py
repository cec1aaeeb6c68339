"""Settings of figures: the places that a share is told of, so that equal shares of two towns are kept apart."""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterable

from variorum.records.dossier import Actor
from variorum.records.marks import Figure

_AFTER = re.compile(r"[^.;:]{0,40}\b(?:in|of|to|from|across|outside|near|at) (?:the )?$", re.IGNORECASE)
_OPENING = re.compile(r"[\"'“‘ ]*(?:in|across|at|for) (?:the )?$", re.IGNORECASE)

Places = dict[str, list[tuple[int, int, str]]]
"""Of each article the places that it names: start, end and actor, in order."""


def places_of(actors: Iterable[Actor]) -> Places:
    """Where the articles name places; a capital counts as the actor in whose name it acts."""
    out: Places = defaultdict(list)
    for actor in actors:
        if actor.kind == "place":
            for mention in actor.mentions:
                out[mention.article].append((mention.start, mention.end, actor.speaks_for or actor.id))
    return {article: sorted(mentions) for article, mentions in out.items()}


def setting(figure: Figure, places: Places) -> frozenset[str]:
    """The places that a figure is told of: named in what it measures, in its holder, right after it, or at the head of its sentence."""
    clause = figure.clause
    named = places.get(figure.article, [])
    if clause is None or not named:
        return frozenset()
    first, last = (bisect.bisect_left(named, (offset, 0, "")) for offset in (clause.start, clause.end))
    return frozenset(actor for start, end, actor in named[first:last] if _belongs(figure, start, end))


def _belongs(figure: Figure, start: int, end: int) -> bool:
    clause = figure.clause
    if clause is None:
        return False
    if any(part is not None and part.start <= start and end <= part.end for part in (figure.measure, figure.whose, figure.span)):
        return True
    if start >= figure.end:
        return _AFTER.fullmatch(clause.text[figure.end - clause.start : start - clause.start]) is not None
    return _OPENING.fullmatch(clause.text[: start - clause.start]) is not None
