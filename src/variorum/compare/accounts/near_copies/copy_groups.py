"""Groups of copies, from verified pairs, by star clustering (Aslam, Pelekhov and Rus 2004): no text joins a group through a chain of others."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class CopyPair:
    """Two texts of which one copies from the other; which one did so, the words alone do not tell.

    `kind` says what the shorter text is to the longer one:

    - `copy`: the same text but for a few words;
    - `truncated`: the same text, cut short;
    - `rewrite`: the same text, edited: sentences dropped, added or changed;
    - `excerpt`: it stands as a block inside a longer text of other matter, as in a digest. An excerpt makes no group.

    `containment` is the share (0 to 1) of the shorter text's distinct three-word runs that stand in the longer one; `resemblance` is the share of
    all distinct runs of the two that both have.
    """

    shorter: str
    longer: str
    kind: str
    containment: float
    resemblance: float

    def other(self, id: str) -> str:  # noqa: A002  # ids are called so everywhere
        """The id of the other text."""
        return self.longer if id == self.shorter else self.shorter

    @property
    def reason(self) -> str:
        """The verdict's grounds in a sentence."""
        return f"{self.containment:.0%} of the shorter text's three-word runs stand in the longer one; {self.resemblance:.0%} of all are in both."


@dataclass(frozen=True, slots=True, order=True)
class CopyGroup:
    """Texts that are one text. `pairs` ties each of them to the `centre`, the text that the others match best; it need not be the first printed."""

    centre: str
    pairs: tuple[CopyPair, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all its texts, sorted."""
        return tuple(sorted({name for pair in self.pairs for name in (pair.shorter, pair.longer)}))


def group_pairs(pairs: Iterable[CopyPair]) -> tuple[CopyGroup, ...]:
    """Group texts round centres, in the order of the centres' ids.

    The text that matches most others best is a centre, then the next that matches no centre yet; every other text joins the centre with which
    it shares the greatest part. Excerpts make no group. The order of the pairs changes nothing.
    """
    near: defaultdict[str, dict[str, CopyPair]] = defaultdict(dict)
    for pair in pairs:
        if pair.kind != "excerpt":
            near[pair.shorter][pair.longer] = near[pair.longer][pair.shorter] = pair
    weight = {name: math.fsum(_likeness(pair) for pair in found.values()) for name, found in near.items()}
    centre_of: dict[str, str] = {}
    for name in sorted(near, key=lambda name: (-weight[name], name)):
        if name in centre_of:
            continue
        centre_of[name] = name
        for other, pair in near[name].items():
            before = centre_of.get(other)
            if before is None or _nearness(pair) > _nearness(near[other][before]):
                centre_of[other] = name
    members: defaultdict[str, list[CopyPair]] = defaultdict(list)
    for name, centre in centre_of.items():
        if name != centre:
            members[centre].append(near[name][centre])
    return tuple(CopyGroup(centre, tuple(sorted(found))) for centre, found in sorted(members.items()))


def _likeness(pair: CopyPair) -> float:
    """How well one text stands for the other, 0 to 1: by containment alone a text with a second one put into it would be everybody's centre,
    by resemblance alone shortened copies would not count."""
    return math.sqrt(pair.containment * pair.resemblance)


def _nearness(pair: CopyPair) -> tuple[float, float, str, str]:
    """How near two texts are, for choosing between centres; ids decide between equals."""
    return pair.containment, pair.resemblance, pair.shorter, pair.longer
