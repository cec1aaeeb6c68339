"""Sketch: what is kept in reach of a story none of whose articles is in the window any more."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from variorum.config import Config
from variorum.stories.likeness import nearness
from variorum.stories.linkage import CEILING
from variorum.stories.vectors import Vector, dot, heaviest, mean

LOOKED_UP = 12
"""Heaviest terms by which a resting story is found."""

_STRICTER = 1.5  # times the likeness that articles of one time need: what joined a resting story is not sorted anew, so that a doubtful one stays out
_TERMS = 80  # terms kept: half of an article's, since what all members share is fewer


@dataclass(frozen=True, slots=True)
class Sketch:
    """The mean vector of some articles (`terms`, the heaviest), how many they are, how like each other, and the first and last day."""

    story: str
    size: int
    cohesion: float | None
    first: int | None
    last: int | None
    terms: Mapping[str, float]

    @classmethod
    def of(cls, story: str, vectors: Sequence[Vector], days: Sequence[int | None]) -> Self:
        """The sketch of articles, given as vectors."""
        dated = [day for day in days if day is not None]
        pairs = [min(CEILING, dot(a, b)) for number, a in enumerate(vectors[:_TERMS]) for b in vectors[:number]]
        cohesion = math.fsum(pairs) / len(pairs) if pairs else None
        terms = heaviest(mean(vectors), _TERMS)
        return cls(story, len(vectors), cohesion, min(dated, default=None), max(dated, default=None), terms)

    def plus(self, other: Self) -> Self:
        """The sketch of the articles of both."""
        size = self.size + other.size
        terms = {term: weight * self.size / size for term, weight in self.terms.items()}
        for term, weight in other.terms.items():
            terms[term] = terms.get(term, 0.0) + weight * other.size / size
        pairs = [(part.size * (part.size - 1) / 2, part.cohesion or 0.0) for part in (self, other)]
        pairs.append((self.size * other.size, min(CEILING, dot(self.terms, other.terms))))
        cohesion = math.fsum(count * likeness for count, likeness in pairs) / (size * (size - 1) / 2)
        firsts = [day for day in (self.first, other.first) if day is not None]
        lasts = [day for day in (self.last, other.last) if day is not None]
        return type(self)(self.story, size, cohesion, min(firsts, default=None), max(lasts, default=None), heaviest(terms, _TERMS))

    def key_terms(self) -> list[str]:
        """The terms by which it is found."""
        return list(heaviest(self.terms, LOOKED_UP))

    def takes(self, other: Self, config: Config) -> float:
        """How like the two are, 0 where they are not one story by the rule of `linkage.gather`."""
        likeness = dot(self.terms, other.terms) * nearness(*self._nearest_days(other), config)
        cohesions = [part.cohesion for part in (self, other) if part.cohesion is not None]
        needed = config.story_cohesion * math.prod(cohesions) ** (1 / len(cohesions)) if cohesions else 0.0
        return likeness if likeness >= max(_STRICTER * config.story_likeness, needed) else 0.0

    def _nearest_days(self, other: Self) -> tuple[int | None, int | None]:
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return None, None
        if self.last < other.first:
            return self.last, other.first
        return (other.last, self.first) if other.last < self.first else (self.first, self.first)
