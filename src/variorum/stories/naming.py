"""Which group of articles carries on which story: ids stay the same while stories grow, split and merge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from variorum.records.article import content_hash


@dataclass(frozen=True, slots=True)
class Naming:
    """A story's id for each group, None for a group with no article of a known story; and the stories that became part of others."""

    stories: tuple[str | None, ...]
    merged: tuple[tuple[str, str], ...]


def carry_on(groups: Sequence[Sequence[str]], known: Mapping[str, str]) -> Naming:
    """Give each group (ids of articles) the story most of its articles were in, by `known`.

    A story that is split stays with the larger part. Where stories are merged, the one with more articles in the group stays; the others are
    named in `merged`, unless a part of them lives on in another group.
    """
    counts = [Counter(known[article] for article in group if article in known) for group in groups]
    claims = sorted((-votes, story, place) for place, count in enumerate(counts) for story, votes in count.items())
    given: dict[int, str] = {}
    taken: set[str] = set()
    for _, story, place in claims:
        if place not in given and story not in taken:
            given[place] = story
            taken.add(story)
    largest: dict[str, int] = {}
    for _, story, place in claims:
        largest.setdefault(story, place)
    merged = tuple((story, given[place]) for story, place in sorted(largest.items()) if story not in taken)
    return Naming(tuple(given.get(place) for place in range(len(groups))), merged)


def new_id(group: Sequence[str], is_taken: Callable[[str], bool]) -> str:
    """An id for a new story: a hash of its first article's id, or of another's where that one founded a story that it has left."""
    names = (content_hash("story", *founders) for founders in (*((article,) for article in group), *(group[:size] for size in range(2, len(group)))))
    free = (story for story in names if not is_taken(story))
    return next(free, content_hash("story", "", *group))
