"""Why an article is in its story: the names, places, figures and words it shares with the others, and the one it is closest to."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from variorum.records.story import Membership, Shared
from variorum.stories.partition import Partition
from variorum.stories.profile import FIGURE, term_of
from variorum.stories.sketch import Sketch
from variorum.stories.vectors import dot
from variorum.text.name_words import place_names

_MOST = 4  # terms shown of each kind
_LISTED = 24  # weightiest shared terms among which those shown are looked for
_KEPT_DIGITS = 3


def explain(parts: Partition, group: Sequence[int]) -> Iterator[Membership]:
    """The membership of each article of a group."""
    if len(group) == 1:
        yield Membership(parts.profiles[group[0]].article)
        return
    total: dict[str, float] = {}
    held: dict[str, int] = {}
    for place in group:
        for term, weight in parts.vectors[place].items():
            total[term] = total.get(term, 0.0) + weight
            held[term] = held.get(term, 0) + 1
    printed = {term_of(name): name for place in reversed(group) for name in parts.profiles[place].names}
    for place in group:
        vector = parts.vectors[place]
        shared = [(weight * (total[term] - weight), term) for term, weight in vector.items() if held[term] > 1]
        best = [term for _, term in sorted(shared, key=lambda item: (-item[0], item[1]))[:_LISTED]]
        yield _membership(parts, group, place, _by_kind(_without_parts(best), printed))


def _without_parts(terms: list[str]) -> list[str]:
    """The terms without the single words that stand in a pair of words shown."""
    within = {word for term in terms if " " in term for word in term.split()}
    return [term for term in terms if " " in term or term not in within]


def explain_return(parts: Partition, place: int, earlier: Sketch) -> Iterator[Membership]:
    """The membership of an article that alone takes up a story whose other articles are older."""
    profile = parts.profiles[place]
    vector = parts.rarity.vector(profile, also=earlier.terms)
    shared = sorted(((-weight * earlier.terms[term], term) for term, weight in vector.items() if term in earlier.terms))[:_LISTED]
    found = _by_kind(_without_parts([term for _, term in shared]), {term_of(name): name for name in profile.names})
    days = profile.day - earlier.last if profile.day is not None and earlier.last is not None else None
    likeness = round(dot(vector, earlier.terms), _KEPT_DIGITS)
    yield Membership(profile.article, **found, likeness=likeness, days=days, fit=likeness)


def _membership(parts: Partition, group: Sequence[int], place: int, shared: Shared) -> Membership:
    near = parts.links[place]
    others = [other for other in group if other != place]
    closest = max(others, key=lambda other: (near.get(other, 0.0), -other))
    days = parts.profiles[place].day, parts.profiles[closest].day
    return Membership(
        article=parts.profiles[place].article,
        **shared,
        closest=parts.profiles[closest].article,
        likeness=round(near.get(closest, 0.0), _KEPT_DIGITS),
        days=None if days[0] is None or days[1] is None else abs(days[0] - days[1]),
        fit=round(math.fsum(near.get(other, 0.0) for other in others) / len(others), _KEPT_DIGITS),
    )


def _by_kind(terms: Sequence[str], printed: dict[str, str]) -> Shared:
    """The terms as printed, by kind, the first few of each."""
    found: dict[str, list[str]] = {"names": [], "places": [], "figures": [], "words": []}
    for term in terms:
        kind, shown = _shown(term, printed)
        if len(found[kind]) < _MOST:
            found[kind].append(shown)
    return Shared(names=tuple(found["names"]), places=tuple(found["places"]), figures=tuple(found["figures"]), words=tuple(found["words"]))


def _shown(term: str, printed: dict[str, str]) -> tuple[str, str]:
    """The kind of a term and the term as it is printed."""
    if term[0] == FIGURE:
        return "figures", term[1:]
    words = term.split()
    shown = " ".join(printed.get(word, word) for word in words)
    if shown.lower() in place_names():
        return "places", shown
    return ("names" if any(word in printed for word in words) else "words"), shown
