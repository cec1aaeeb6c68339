"""Groups of articles that belong together: average linkage, held back where two groups are each closer within than to one another."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator

from variorum.config import Config
from variorum.stories.likeness import Links

CEILING = 0.3
"""Likeness above which two articles count as equally close when a group's cohesion is taken: copies of one text would make it look so tight
that no independent report of the event could join."""

_LONE_SHARE = 0.7  # a single article needs this share of the closeness that two groups need: it may be an odd report, and is no event yet
_DIGITS = 9  # likeness is compared to so many decimal places, so that sums added in another order tie


def gather(links: Links, config: Config) -> list[list[int]]:
    """The places of all articles in groups; groups and members in order. Each place is in exactly one group.

    The two groups with the highest mean likeness are joined first, as long as it is at least `config.story_likeness` and at least
    `config.story_cohesion` of the geometric mean of the likeness within each: average linkage (Sokal & Michener 1958) with the relative
    closeness of Chameleon (Karypis, Han & Kumar 1999).
    """
    groups = _Groups(links, config)
    while (pair := groups.closest()) is not None:
        groups.join(*pair)
    return sorted(sorted(members) for members in groups.members.values())


class _Groups:
    """The groups so far, and the sums of likeness between and within them."""

    def __init__(self, links: Links, config: Config) -> None:
        self.config = config
        self.members = {place: [place] for place in range(len(links))}
        self.between = {place: dict(near) for place, near in enumerate(links)}
        self.capped = {place: {other: min(CEILING, like) for other, like in near.items()} for place, near in enumerate(links)}
        self.within = dict.fromkeys(self.members, 0.0)
        self.next = len(links)
        pairs = ((place, other, like) for place, near in enumerate(links) for other, like in near.items() if place < other)
        self.heap = [entry for pair in pairs for entry in self._entry(*pair)]
        heapq.heapify(self.heap)

    def _entry(self, a: int, b: int, likeness: float) -> Iterator[tuple[float, int, int]]:
        if likeness >= self.config.story_likeness:
            yield (-round(likeness, _DIGITS), min(a, b), max(a, b))

    def closest(self) -> tuple[int, int] | None:
        """The next two groups to join, or None. A group that grows gets a new number, so entries of the old one are stale."""
        while self.heap:
            _, a, b = heapq.heappop(self.heap)
            if a in self.members and b in self.members and self._belong(a, b):
                return a, b
        return None

    def _belong(self, a: int, b: int) -> bool:
        """True if the two are close enough for how close the articles of each are among themselves."""
        small, large = sorted((a, b), key=lambda group: len(self.members[group]))
        sizes = len(self.members[small]), len(self.members[large])
        closeness = self.capped[a][b] / (sizes[0] * sizes[1])
        share = self.config.story_cohesion
        if sizes[0] > 1:
            return closeness >= share * math.sqrt(self._cohesion(small) * self._cohesion(large))
        return sizes[1] == 1 or closeness >= share * _LONE_SHARE * self._cohesion(large)

    def _cohesion(self, group: int) -> float:
        """Mean likeness within a group of two or more."""
        size = len(self.members[group])
        return self.within[group] / (size * (size - 1) / 2)

    def join(self, a: int, b: int) -> None:
        """Make one group of two, under a new number."""
        self.within[self.next] = self.within.pop(a) + self.within.pop(b) + self.capped[a][b]
        self.members[self.next] = self.members.pop(a) + self.members.pop(b)
        self.between[self.next] = self._merged(self.between, a, b)
        self.capped[self.next] = self._merged(self.capped, a, b)
        size = len(self.members[self.next])
        for other, total in self.between[self.next].items():
            for entry in self._entry(self.next, other, total / (size * len(self.members[other]))):
                heapq.heappush(self.heap, entry)
        self.next += 1

    def _merged(self, sums: dict[int, dict[int, float]], a: int, b: int) -> dict[int, float]:
        """The sums of two groups towards all others added up; the others' own tables are kept in step."""
        merged = sums.pop(a)
        for other, total in sums.pop(b).items():
            merged[other] = merged.get(other, 0.0) + total
        del merged[a], merged[b]
        for other, total in merged.items():
            theirs = sums[other]
            theirs.pop(a, None)
            theirs.pop(b, None)
            theirs[self.next] = total
        return merged
