"""Which names of a story mean the same: spellings, acronyms and long forms first, then short forms article by article.

Work grows with the number of names, not its square: candidates are looked up by key, initials, or shared words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from variorum.compare.actors.judged_names import NO_RULINGS, Rulings
from variorum.compare.actors.name_variants import (
    content_words,
    initials,
    is_subsequence,
    near_spellings,
    normal_key,
    person_key,
    short_forms,
    without_country,
)
from variorum.compare.actors.reworded_names import RewordedName, find_reworded
from variorum.records.dossier import Account
from variorum.records.judgement import plain
from variorum.records.marks import Name, Reading
from variorum.text.name_words import KINDS, is_acronym, place_names, word_list
from variorum.text.prose import plain as word_form

Place = tuple[str, str, tuple[str, ...]]  # article, key, titles
_POSSESSOR = re.compile(r"['\u2019]s?\s")
LARGEST_BLOCK = 20  # names alike but for one word; a longer list (a family, a squad) holds no misspellings


@dataclass(slots=True)
class Entry:
    """All uses of one normal key with one title in one article. `titles` leaves out those that fit anyone.

    Where somebody judged a name together with its title ("President Kim"), `titles` holds these words too, behind a "=".
    """

    article: str
    key: str
    titles: tuple[str, ...]
    names: list[Name] = field(default_factory=list)

    @property
    def place(self) -> Place:
        return self.article, self.key, self.titles

    @property
    def nodes(self) -> tuple[str, ...]:
        """The keys by which a decision can mean this entry: the judged name with its title, else the name."""
        return tuple(title for title in self.titles if title.startswith("=")) or (self.key,)


@dataclass(slots=True)
class Group:
    """Entries that mean one actor. `full` are the keys that name it by themselves, short forms left out; `reasons` tell of changed names."""

    full: set[str] = field(default_factory=set)
    entries: list[Entry] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


def group_names(readings: list[Reading], rulings: Rulings = NO_RULINGS, accounts: tuple[Account, ...] = ()) -> list[Group]:
    """The names of all readings grouped by what they mean, in the order of their first key. What people decided outweighs the rest."""
    entries = _entries(readings, rulings)
    kinds = _kinds(entries)
    joined = _Joined(kinds, [(rulings.key(one), rulings.key(two)) for one, two in rulings.apart])
    for team in rulings.teams().values():
        keys = [key for key in (rulings.key(name) for name in team) if key in kinds]
        for key in keys[1:]:
            joined.union(keys[0], key)
    _join_persons(joined, kinds)
    _join_bodies(joined, kinds)
    _join_acronyms(joined, kinds, entries)
    for outer, inner in _bracketed(readings, kinds):
        joined.union(outer, inner)
    _join_spellings(joined, kinds)
    _join_handles(joined, kinds, entries)
    _join_misspelt(joined, kinds, entries)
    reworded = [pair for pair in find_reworded(readings, accounts) if pair.changed in kinds and pair.true in kinds]
    for pair in reworded:
        joined.union(pair.true, pair.changed)
    meant = rule(entries, _attach_short_forms(joined, kinds, entries), joined.find, rulings)
    groups: dict[str, Group] = defaultdict(Group)
    for entry in entries:
        group = groups[meant[entry.place]]
        group.entries.append(entry)
        if joined.find(entry.key) == meant[entry.place]:
            group.full.add(entry.key)
    for group in groups.values():
        _tell(group, reworded)
    return [groups[root] for root in sorted(groups)]


def _tell(group: Group, reworded: list[RewordedName]) -> None:
    """Note which names of a group were changed by a machine; they do not name it by themselves if anything else does."""
    keys = {entry.key for entry in group.entries}
    changed = [pair for pair in reworded if {pair.changed, pair.true} <= keys]
    group.reasons += [pair.reason for pair in changed]
    group.full = (group.full - {pair.changed for pair in changed}) or group.full or keys


def rule(entries: list[Entry], meant: dict[Place, str], find: Callable[[str], str], rulings: Rulings) -> dict[Place, str]:
    """`meant` with the decisions carried out: the entries of a team mean one actor, those of two names told apart never do."""
    of_node: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for node in entry.nodes:
            of_node[node].append(entry)
    parts: dict[str, list[Entry]] = {}
    for first, team in rulings.teams().items():
        found = [entry for name in team for node in ("=" + name, rulings.key(name)) for entry in of_node.get(node, ())]
        parts[first] = found
        if len(team) < 2 or not found:
            continue
        label = min(meant[entry.place] for entry in found)
        whole = {meant[entry.place] for entry in found if find(entry.key) == meant[entry.place] and not entry.nodes[0].startswith("=")}
        moved = {entry.place for entry in found} | {place for place, root in meant.items() if root in whole}
        meant.update(dict.fromkeys(sorted(moved), label))
    for one, two in rulings.apart:
        here, there = ({meant[entry.place] for entry in parts[rulings.team(name)]} for name in (one, two))
        if here & there:
            leaves = min((one, two), key=lambda name: (sum(len(entry.names) for entry in parts[rulings.team(name)]), name))
            meant.update({entry.place: "\x1f" + rulings.team(leaves) for entry in parts[rulings.team(leaves)]})
    return meant


def _entries(readings: list[Reading], rulings: Rulings) -> list[Entry]:
    found: dict[Place, Entry] = {}
    for reading in readings:
        for name in reading.names:
            if plain(name.text) not in rulings.wrong:
                place = (reading.article.id, rulings.key(name.text), _titles_of(name, rulings.names))
                found.setdefault(place, Entry(*place)).names.append(name)
    return [found[place] for place in sorted(found)]


def _titles_of(name: Name, judged: frozenset[str]) -> tuple[str, ...]:
    if name.role is None:
        return ()
    own = _POSSESSOR.split(name.role.text[: -len(name.text)])[-1]  # "Novak's spokesman": the title is the spokesman's
    words = {word.strip(".,").lower() for word in own.split()}
    titles = sorted((words & word_list("titles")) - word_list("neutral_titles"))
    return ("=" + plain(name.role.text), *titles) if plain(name.role.text) in judged else tuple(titles)


def _kinds(entries: list[Entry]) -> dict[str, str]:
    """The kind of each key by the vote of all articles; an unknown kind has no vote."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        votes[entry.key].update(name.kind for name in entry.names)
    return {key: majority(votes[key]) for key in sorted(votes)}


def majority(votes: Counter[str]) -> str:
    """The kind with most votes, in the order of KINDS where two have as many; unknown if none has any."""
    best = max((votes[kind] for kind in KINDS), default=0)
    return next((kind for kind in KINDS if best and votes[kind] == best), "unknown")


class _Joined:
    """Keys joined into sets (union-find); the first key in alphabetical order stands for its set. Pairs of keys told apart stay apart."""

    def __init__(self, keys: Iterable[str], apart: Iterable[tuple[str, str]] = ()) -> None:
        self.parent = {key: key for key in keys}
        self.apart = [(a, b) for a, b in apart if a in self.parent and b in self.parent and a != b]

    def barred(self, a: str, b: str) -> bool:
        """True if joining two sets would join keys that were told apart."""
        pair = {self.find(a), self.find(b)}
        return len(pair) > 1 and any({self.find(one), self.find(two)} == pair for one, two in self.apart)

    def find(self, key: str) -> str:
        while self.parent[key] != key:
            self.parent[key] = key = self.parent[self.parent[key]]
        return key

    def union(self, a: str, b: str) -> None:
        first, second = sorted((self.find(a), self.find(b)))
        if first != second and not self.barred(first, second):
            self.parent[second] = first


def _join_persons(joined: _Joined, kinds: dict[str, str]) -> None:
    """Family name first or last, given names apart or joined: one person."""
    seen: dict[str, str] = {}
    for key, kind in kinds.items():
        if kind == "person" and " " in key:
            joined.union(seen.setdefault(person_key(key), key), key)
            words = key.split()
            turned = " ".join(words[::-1])
            if len(words) == 2 and kinds.get(turned) == "person" and not set(words) <= word_list("given_names"):
                joined.union(key, turned)


def _join_bodies(joined: _Joined, kinds: dict[str, str]) -> None:
    """Names of bodies that differ in small words, a leading country, or words left out of the middle."""
    seen: dict[tuple[str, ...], str] = {}
    ends: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, kind in kinds.items():
        words = content_words(key)
        if kind != "organisation" or len(words) < 2:
            continue
        joined.union(seen.setdefault(words, key), key)
        if len(words) > 2:
            ends[words[0], words[-1]].append(key)
        bare = without_country(key)
        if bare in kinds and len(content_words(bare)) > 1:
            joined.union(bare, key)
    for block in (block for block in ends.values() if len(block) <= LARGEST_BLOCK):
        for key in block:
            longer = [other for other in block if len(other) > len(key) and is_subsequence(content_words(key), content_words(other))]
            if len({joined.find(other) for other in longer}) == 1:
                joined.union(key, longer[0])


def _join_acronyms(joined: _Joined, kinds: dict[str, str], entries: list[Entry]) -> None:
    """An acronym of three letters or more means the one name of the story that has its initials."""
    long_enough = [entry for entry in entries if " " not in entry.key and len(entry.key) > 2]
    short = {entry.key for entry in long_enough if any(is_acronym(name.text) for name in entry.names)}
    spelt: dict[str, set[str]] = defaultdict(set)
    for key in kinds:
        if len(content_words(key)) > 2:
            spelt[initials(key)].add(joined.find(key))
    for key in sorted(short - place_names()):
        if len(spelt[key]) == 1:
            joined.union(key, min(spelt[key]))


def _bracketed(readings: list[Reading], kinds: dict[str, str]) -> Iterable[tuple[str, str]]:
    """Names that an article itself explains by another in brackets: "United States Forces Korea (USFK)"."""
    for reading in readings:
        text = reading.article.text
        for outer, inner in zip(reading.names, reading.names[1:], strict=False):
            if text[outer.end : inner.start] != " (" or text[inner.end : inner.end + 1] != ")":
                continue
            short, long = sorted((normal_key(outer.text), normal_key(inner.text)), key=len)
            known = short in place_names() or short in word_list("known_organisations") or " " in short or short == long
            letters = min(outer.text, inner.text, key=len)
            if not known and is_acronym(letters) and kinds[long] in {"organisation", "unknown"}:
                yield long, short


def _join_handles(joined: _Joined, kinds: dict[str, str], entries: list[Entry]) -> None:
    """A handle of initial or title and family name ("@JNovak", "@DrNovak") is the one person of the story that it can be."""
    surnames: dict[str, set[str]] = defaultdict(set)
    for key, kind in kinds.items():
        words = key.split()
        if kind == "person" and len(words) > 1:
            surnames[words[-1]].add(key)
    for entry in entries:
        words = entry.key.split()
        if len(words) != 2 or not all(name.text.startswith("@") for name in entry.names):
            continue
        ranked = words[0] in word_list("titles")
        fit = {joined.find(key) for key in surnames[words[1]] if ranked or key.startswith(words[0])}
        if len(fit) == 1:
            joined.union(fit.pop(), entry.key)


def _join_spellings(joined: _Joined, kinds: dict[str, str]) -> None:
    """British and American spellings of a name: "Harbour Defence League", "Harbor Defense League". Not of two persons: Heller is not Heler."""
    seen: dict[str, list[str]] = defaultdict(list)
    for key in kinds:
        if " " in key:
            seen[" ".join(word_form(word) for word in key.split())].append(key)
    for keys in (keys for keys in seen.values() if len(keys) > 1):
        other = next((key for key in keys if kinds[key] != "person"), None)
        for key in keys if other else ():
            joined.union(str(other), key)


def _join_misspelt(joined: _Joined, kinds: dict[str, str], entries: list[Entry]) -> None:
    """Names that differ by one letter in one longer word, if no article uses both."""
    where: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        where[entry.key].add(entry.article)
    blocks: dict[tuple[object, ...], list[tuple[str, str]]] = defaultdict(list)
    for key, kind in kinds.items():
        words = key.split()
        if 2 <= len(words) <= 5 and kind != "place":
            for at, word in enumerate(words):
                if len(word) >= 5:
                    blocks[kind, at, *words[:at], "", *words[at + 1 :]].append((word, key))
    for block in (block for block in blocks.values() if 1 < len(block) <= LARGEST_BLOCK):
        for i, (word, key) in enumerate(block):
            for other, other_key in block[i + 1 :]:
                both_given = {word, other} <= word_list("given_names")
                if near_spellings(word, other) and not both_given and not where[key] & where[other_key]:
                    joined.union(key, other_key)


def _attach_short_forms(joined: _Joined, kinds: dict[str, str], entries: list[Entry]) -> dict[Place, str]:
    """What each entry means: the one longer name of its article that it can stand for, else the one of the story, else itself.

    Longer names are decided first, so that all that a short form can stand for is known when its turn comes.
    """
    here: dict[tuple[str, str], set[str]] = defaultdict(set)
    story: dict[str, set[str]] = defaultdict(set)
    titles: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        titles[joined.find(entry.key)].update(entry.titles)
    meant: dict[Place, str] = {}
    for entry in sorted(entries, key=lambda entry: (-len(entry.key.split()), entry.place)):
        candidates = here.get((entry.article, entry.key)) or story.get(entry.key) or set()
        own = joined.find(entry.key)
        fit = {key for key in candidates if not joined.barred(own, key) and (kinds[entry.key] != "place" or kinds[key] in {"place", "person"})}
        root = meant[entry.place] = _choose(own, fit, entry, titles)
        for form in short_forms(entry.key, kinds[entry.key]):
            here[entry.article, form].add(root)
            story[form].add(root)
    return meant


def _choose(own: str, candidates: set[str], entry: Entry, titles: dict[str, set[str]]) -> str:
    """The one candidate that the titles before the short form allow; the form itself if there are two or none."""
    candidates = candidates - {own}
    if entry.titles:
        fitting = {root for root in candidates if titles[root] & set(entry.titles)}
        candidates = fitting or {root for root in candidates if not titles[root]}
    return min(candidates) if len(candidates) == 1 else own
