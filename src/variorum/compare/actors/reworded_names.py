"""Names that a synonym machine changed ("White Home" for "White House"): found by the other accounts of the story, which have the true name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from variorum.compare.actors.name_variants import normal_key
from variorum.records.article import Article
from variorum.records.dossier import Account, Alteration
from variorum.records.marks import Name, Reading
from variorum.text.name_words import LINKERS, place_names, word_list
from variorum.text.prose import plain
from variorum.text.thesaurus import base_form, thesaurus

LARGEST_BLOCK = 30  # names that share a word in one place; a longer list tells nothing
_REWORDED = frozenset({"spun", "rewrite"})


@dataclass(frozen=True, slots=True)
class RewordedName:
    """A changed name and the true one, as keys, and the sentence that says why."""

    changed: str
    true: str
    reason: str


def find_reworded(readings: list[Reading], accounts: tuple[Account, ...]) -> list[RewordedName]:
    """Changed names with the one true name each: by the aligned original, else by words that synonym machines put for others."""
    shown: dict[str, str] = {}
    where: dict[str, set[str]] = defaultdict(set)
    account_of = {member.article: account.id for account in accounts for member in account.articles}
    for reading in readings:
        for name in reading.names:
            key = normal_key(name.text)
            shown.setdefault(key, name.line)
            where[key].add(account_of.get(reading.article.id, reading.article.id))
    found = {pair.changed: pair for pair in _by_synonyms(where, shown)}
    found |= {pair.changed: pair for pair in _by_alignment(readings, accounts, where, shown)}
    return [found[key] for key in sorted(found) if found[key].true not in found]


def _by_alignment(readings: list[Reading], accounts: tuple[Account, ...], where: dict[str, set[str]], shown: dict[str, str]) -> list[RewordedName]:
    """Names in which a reworded copy differs from the sentence of its original that it is aligned with."""
    by_id = {reading.article.id: reading for reading in readings}
    out = []
    for member in (member for account in accounts for member in account.articles if member.relation in _REWORDED):
        reading = by_id[member.article]
        kept = {normal_key(name.text) for other in readings if other is not reading for name in other.names}
        for name in reading.names:
            key = normal_key(name.text)
            true = normal_key(_restored(reading.article, name, member.changes))
            if true != key and true in where and key not in kept and len(true.split()) > 1:
                origin = by_id[member.of].article.outlet if member.of and by_id[member.of].article.outlet else "its original"
                out.append(RewordedName(key, true, f"“{shown[key]}” stands where {origin} has “{shown[true]}”, of which it is a reworded copy."))
    return out


def _restored(article: Article, name: Name, changes: tuple[Alteration, ...]) -> str:
    """The name with the words that the original has where the copy changed them."""
    parts, at = [], name.start
    for change in changes:
        if change.article == article.id and name.start <= change.start and change.end <= name.end and change.start >= at:
            parts += [article.text[at : change.start], change.was]
            at = change.end
    return "".join([*parts, article.text[at : name.end]])


def _by_synonyms(where: dict[str, set[str]], shown: dict[str, str]) -> list[RewordedName]:
    """Names of one account that a synonym machine would make of a name that another account uses: one such name or nothing."""
    blocks: dict[tuple[int, int, str], list[str]] = defaultdict(list)
    for key in sorted(where):
        words = key.split()
        for at, word in enumerate(words if len(words) > 1 else ()):
            if word not in LINKERS:
                blocks[len(words), at, plain(word)].append(key)
    pairs: dict[str, set[str]] = defaultdict(set)
    for block in (block for block in blocks.values() if 1 < len(block) <= LARGEST_BLOCK):
        for changed in block:
            for true in block:
                if _is_truer(true, changed, where) and _puts(true.split(), changed.split()):
                    pairs[changed].add(true)
    return [_told(changed, min(true), shown) for changed, true in sorted(pairs.items()) if len(true) == 1]


def _is_truer(true: str, changed: str, where: dict[str, set[str]]) -> bool:
    """True if a name may be the true one of another: another account uses it, and it is better known or used by more accounts.

    Machines put "home" for "house" and "house" for "home": the words alone do not tell which name was there first.
    """
    if true == changed or len(where[changed]) > 1 or not where[true] - where[changed]:
        return False
    known = word_list("known_organisations") | place_names()
    return (true in known, len(where[true])) > (changed in known, len(where[changed]))


def _puts(true: list[str], changed: list[str]) -> bool:
    """True if every word in which two names differ is one that a synonym machine puts for the other."""
    differ = [(was, now) for was, now in zip(true, changed, strict=True) if plain(was) != plain(now)]
    return bool(differ) and all(thesaurus().exchanges((base_form(was),), (base_form(now),)) for was, now in differ)


def _told(changed: str, true: str, shown: dict[str, str]) -> RewordedName:
    was, now = next((a, b) for a, b in zip(true.split(), changed.split(), strict=True) if plain(a) != plain(b))
    reason = f"“{shown[changed]}” is “{shown[true]}” in another account; synonym machines put “{now}” for “{was}”."
    return RewordedName(changed, true, reason)
