"""A last look at each article once all groups stand: average linkage never takes back what it joined early."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from variorum.config import Config
from variorum.stories.likeness import Links
from variorum.stories.linkage import CEILING

_CLEARLY = 1.1  # an article moves only if the other group is by so much closer than its own, so that ties move nothing
_ROUNDS = 3  # looks at all articles; on news two suffice, and a bound keeps two articles from trading places for ever


def refine(links: Links, groups: Sequence[Sequence[int]], config: Config) -> list[list[int]]:
    """Move single articles to the group they are clearly more like, on average over its members; groups and members in order.

    Only between groups of two and more: one article is no event to move to, and none is left behind alone.
    """
    home = {place: number for number, group in enumerate(groups) for place in group}
    sizes = [len(group) for group in groups]
    for _ in range(_ROUNDS):
        moved = False
        for place in sorted(home):
            better = _better(links[place], home, sizes, home[place], config)
            if better is not None:
                sizes[home[place]] -= 1
                sizes[better] += 1
                home[place] = better
                moved = True
        if not moved:
            break
    found: dict[int, list[int]] = {}
    for place in sorted(home):
        found.setdefault(home[place], []).append(place)
    return sorted(found.values())


def _better(near: Mapping[int, float], home: Mapping[int, int], sizes: Sequence[int], own: int, config: Config) -> int | None:
    """The group that an article should be in instead of its own, None if it is well where it is."""
    if sizes[own] < 3:
        return None
    sums: dict[int, float] = {}
    for other, likeness in sorted(near.items()):
        sums[home[other]] = sums.get(home[other], 0.0) + min(CEILING, likeness)
    needed = max(config.story_likeness, _CLEARLY * sums.pop(own, 0.0) / (sizes[own] - 1))
    closer = [(total / sizes[group], -group) for group, total in sums.items() if sizes[group] > 1 and total / sizes[group] > needed]
    return -max(closer)[1] if closer else None
