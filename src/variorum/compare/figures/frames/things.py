"""What is counted or measured: whether the nouns of two figures name one thing, two things, or leave it open."""

from __future__ import annotations

import functools
from typing import Any

from variorum.compare.figures.frames.quantity_words import word_key
from variorum.lang import language_data
from variorum.text.thesaurus import base_form, thesaurus

_DATA: dict[str, Any] = language_data("quantities")
ANYBODY = frozenset(_DATA["people"]["any"].split())
PEOPLE = ANYBODY | frozenset(_DATA["people"]["kinds"].split())

LONGEST_WORD, SHORTEST_PART = 8, 4  # letters: a noun longer than the one may be a compound that ends in one of at least the other
HAPPENS_TO_PEOPLE = frozenset(_DATA["people"]["events"])


@functools.lru_cache(maxsize=20_000)
def noun(word: str) -> str:
    """The base form of the noun of a thing: the last word of several ("civil servants": "servant")."""
    words = word.lower().replace("’", "'").removesuffix("'s").split()
    found = base_form(words[-1]) if words else ""
    return found if found in PEOPLE or len(found) <= LONGEST_WORD else _last_of(found)


def _last_of(compound: str) -> str:
    """The noun at the end of words written as one ("#oldportgirls": "girl"), if it is one for people."""
    single = compound.removesuffix("s")
    return max((noun for noun in PEOPLE if len(noun) >= SHORTEST_PART and single.endswith(noun)), key=len, default=compound)


def is_people(head: str) -> bool:
    """True for a noun that counts people."""
    return all(part in PEOPLE for part in head.split("+"))


@functools.lru_cache(maxsize=50_000)
def same_thing(one: str, two: str) -> bool | None:
    """Whether two nouns (base forms) name one thing: None where they may. Empty nouns leave it open."""
    if not one or not two:
        return None
    if "+" in one or "+" in two:
        return _joined(one.split("+"), two.split("+"))
    if one == two or (one in ANYBODY and two in ANYBODY):
        return True
    if opposed("things", one, two):
        return False
    if word_key(one) is not None and word_key(one) == word_key(two):
        return True
    if is_people(one) != is_people(two):
        return False
    if is_people(one) or thesaurus().related(one, two):
        return None
    return False


def _joined(one: list[str], two: list[str]) -> bool | None:
    """Of nouns joined by "and": one thing if any of them is ("sailors and marines", "troops"), two if each two are."""
    found = [same_thing(a, b) for a in one for b in two]
    return True if True in found else None if None in found else False


@functools.cache
def _groups(kind: str) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for at, group in enumerate(_DATA["opposed"][kind]):
        for word in group:
            found.setdefault(word, set()).add(at)
    return {word: frozenset(groups) for word, groups in found.items()}


def opposed(kind: str, one: str, two: str) -> bool:
    """True for two words of which one excludes the other. `kind` is things, events or narrowing."""
    groups = _groups(kind)
    return one != two and not groups.get(one, frozenset()).isdisjoint(groups.get(two, frozenset()))


def is_narrowing(word: str) -> bool:
    """True for a word that tells which of several things of one name is meant: gross or net, public or private."""
    return word in _groups("narrowing")


_PARTS = frozenset(map(tuple, _DATA["opposed"]["parts"]))


def is_part_event(one: str, two: str) -> bool:
    """True if what the first event happens to is a part of what the second does: those in hospital, of the injured."""
    return (one, two) in _PARTS
