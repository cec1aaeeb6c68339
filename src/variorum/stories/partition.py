"""Partition: a set of articles sorted into groups, one for each event. A pure function of the set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from variorum.config import Config
from variorum.stories.likeness import Links, link
from variorum.stories.linkage import gather
from variorum.stories.profile import Profile
from variorum.stories.refinement import refine
from variorum.stories.vectors import Rarity, Vector


@dataclass(frozen=True, slots=True)
class Partition:
    """The profiles in order of publication; each in exactly one of `groups`, which hold places in `profiles`."""

    profiles: tuple[Profile, ...]
    vectors: tuple[Vector, ...]
    links: Links
    groups: tuple[tuple[int, ...], ...]
    rarity: Rarity


def in_order(profiles: Sequence[Profile]) -> list[Profile]:
    """By day, undated ones last, then by id: the same order whatever order the articles came in."""
    return sorted(profiles, key=lambda profile: (profile.day is None, profile.day or 0, profile.article))


def partition(profiles: Sequence[Profile], config: Config, tell: Callable[[str], None] = lambda _: None) -> Partition:
    """Sort the articles into groups. `tell` hears the name of each step as it begins."""
    ordered = in_order(profiles)
    tell("Weighing words")
    rarity = Rarity(ordered)
    vectors = [rarity.vector(profile) for profile in ordered]
    tell("Comparing")
    links = link(vectors, [profile.day for profile in ordered], config)
    tell("Sorting")
    groups = refine(links, gather(links, config), config)
    return Partition(tuple(ordered), tuple(vectors), links, tuple(map(tuple, groups)), rarity)
