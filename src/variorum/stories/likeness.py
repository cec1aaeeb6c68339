"""Likeness of every two articles: common rare terms, less the longer the time between them."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Sequence, Set

from variorum.config import Config
from variorum.stories.vectors import Vector, dot

Links = list[dict[int, float]]
"""For each article, by place, the articles that are like it at all and how much."""

LEAST_LINK = 0.25
"""Share of the setting `story_likeness` below which two articles are not linked at all: such likeness is chance and would fill the memory."""

_FAR_APART = 0.65  # what likeness counts at any distance of time: late dates are often those of the page, not of the report
_UNDATED = 0.85  # what it counts where a date is missing: as if a few weeks lay between
_FREQUENT = 100  # articles that a term must be in to be called frequent
_FREQUENT_SHARE = 0.01  # and the share of all articles
_SAME_TIME = 2  # days that do not count as distance: time zones and the next morning's papers


def link(vectors: Sequence[Vector], days: Sequence[int | None], config: Config) -> Links:
    """The likeness of all pairs that have any worth keeping.

    An index of the rarer terms finds the pairs; likeness that rests on frequent terms alone is not looked for, but counts where it comes on top.
    """
    least = config.story_likeness * LEAST_LINK
    frequent = _frequent(vectors)
    index: dict[str, list[tuple[int, float]]] = {}
    often: list[Vector] = []
    links: Links = [{} for _ in vectors]
    for place, vector in enumerate(vectors):
        sums: dict[int, float] = {}
        often.append({term: weight for term, weight in vector.items() if term in frequent})
        for term, weight in vector.items():
            if term not in frequent:
                listed = index.setdefault(term, [])
                for other, its_weight in listed:
                    sums[other] = sums.get(other, 0.0) + weight * its_weight
                listed.append((place, weight))
        for other, rare in sums.items():
            if rare >= least:
                likeness = (rare + dot(often[place], often[other])) * nearness(days[place], days[other], config)
                if likeness >= least:
                    links[place][other] = links[other][place] = likeness
    return links


def _frequent(vectors: Sequence[Vector]) -> Set[str]:
    """Terms that too many articles have for the time it would take to compare them all."""
    counts = Counter(itertools.chain.from_iterable(vectors))
    most = max(_FREQUENT, _FREQUENT_SHARE * len(vectors))
    return {term for term, count in counts.items() if count > most}


def nearness(a: int | None, b: int | None, config: Config) -> float:
    """What likeness counts at this distance of time, 0 to 1."""
    if a is None or b is None:
        return _UNDATED
    gap = max(0, abs(a - b) - _SAME_TIME)
    return _FAR_APART + (1 - _FAR_APART) * math.exp(-gap / config.story_days)
