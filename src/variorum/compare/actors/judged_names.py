"""What people decided about names, made ready for grouping: names that mean one actor, names that may not share one, names that are none.

Aliases of the user's file come first, then judgements in the order in which they were made; where two contradict each other the later one
counts and the earlier is left out, with a note.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.compare.actors.name_variants import normal_key
from variorum.records.aliases import Alias
from variorum.records.judgement import Judgement, in_force, plain


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision on two names, with the words by which its reason is told."""

    same: bool
    first: str
    second: str
    told: str


class Rulings:
    """The decisions in force, on names or else on figures. A name is known by its plain text; `team` tells which were said to mean one."""

    def __init__(self, aliases: Sequence[Alias] = (), judgements: Iterable[Judgement] = (), on_figures: bool = False) -> None:
        judged = [judgement for judgement in in_force(judgements) if judgement.on_figures == on_figures]
        self.aliases = {alias.name: alias for alias in aliases}
        self.wrong = frozenset(plain(judgement.on[0]) for judgement in judged if judgement.what == "wrong")
        self.notes: list[str] = [_note(judgement) for judgement in judged if judgement.what in {"wrong", "note"}]
        self.accepted = self._accept([*_from_aliases(aliases), *_from_judgements(judged)])
        self.apart = tuple((ruling.first, ruling.second) for ruling in self.accepted if not ruling.same)
        self.names = frozenset(name for ruling in self.accepted for name in (ruling.first, ruling.second)) | self.aliases.keys()
        self._spelt = self._spellings()

    def _accept(self, rulings: list[Ruling]) -> list[Ruling]:
        """The rulings that no later one contradicts, in their order. Fills the teams."""
        self._team: dict[str, str] = {}
        apart: list[tuple[str, str]] = []
        kept: list[Ruling] = []
        for ruling in reversed(rulings):
            first, second = self.team(ruling.first), self.team(ruling.second)
            barred = any({self.team(a), self.team(b)} == {first, second} for a, b in apart)
            if barred if ruling.same else first == second:
                self.notes.append(f"{ruling.told} was left out, for later decisions contradict it.")
                continue
            kept.append(ruling)
            if not ruling.same:
                apart.append((ruling.first, ruling.second))
            elif first != second:
                low, high = sorted((first, second))
                self._team[high] = low
        return kept[::-1]

    def team(self, name: str) -> str:
        """The first, in alphabetical order, of the names that were said to mean the same as this one."""
        while (parent := self._team.get(name)) is not None:
            name = parent
        return name

    def teams(self) -> dict[str, list[str]]:
        """All names of each team, in order."""
        out: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self.names):
            out[self.team(name)].append(name)
        return out

    def _spellings(self) -> dict[str, str]:
        """Names that may not share an actor though they are spelt alike ("Min-ji Kim", "Min Ji Kim"): each is its own key."""
        alike = [pair for pair in self.apart if normal_key(pair[0]) == normal_key(pair[1])]
        return {name: name.lower() if pair[0].lower() != pair[1].lower() else name for pair in alike for name in pair}

    def key(self, text: str) -> str:
        """The key of a name: as all spellings share it, unless somebody told two spellings apart."""
        return self._spelt.get(plain(text)) or normal_key(text)

    def parts(self, one: str, two: str) -> bool:
        """True if somebody said of just these two names that they are different."""
        return bool(self.apart) and bool({(plain(one), plain(two)), (plain(two), plain(one))} & set(self.apart))

    def alias(self, names: Iterable[str]) -> Alias | None:
        """The user's entry for an actor that goes by any of these judged names."""
        teams = {self.team(name) for name in names}
        return next((alias for name, alias in self.aliases.items() if self.team(name) in teams), None)

    def reasons(self, names: Iterable[str]) -> list[str]:
        """Why an actor has these names, as sentences."""
        told = set(names)
        return [ruling.told + "." for ruling in self.accepted if ruling.first in told or ruling.second in told]


def _from_aliases(aliases: Sequence[Alias]) -> list[Ruling]:
    return [
        Ruling(True, alias.name, other, f"The alias file gives “{other}” as a name of “{alias.name}”")
        for alias in aliases
        for other in alias.aliases
        if other != alias.name
    ]


def _from_judgements(judgements: Iterable[Judgement]) -> list[Ruling]:
    out = []
    for judgement in judgements:
        if judgement.what in {"same", "different"}:
            first, second = (plain(name) for name in judgement.on)
            out.append(Ruling(judgement.what == "same", first, second, f"{_who(judgement)} judged “{first}” and “{second}” to be {judgement.what}"))
    return out


def _who(judgement: Judgement) -> str:
    return judgement.by or "Somebody"


def _note(judgement: Judgement) -> str:
    verb = "judged to be wrong" if judgement.what == "wrong" else "noted"
    words = f": {judgement.note}" if judgement.note else ""
    return f"“{plain(judgement.on[0])}” was {verb} by {judgement.by or 'somebody'}{words}".rstrip(".") + "."


NO_RULINGS = Rulings()
