"""Classes of events: which key a verb, noun or state belongs to, by `lang/en/events.toml`."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

from spacy.tokens import Token

from variorum.lang import language_data
from variorum.text.parsing.singulars import singular

_DATA: dict[str, Any] = language_data("events")
_WORDS = ("verbs", "suffers", "does", "nouns", "states")
UNDERGOES, DOES = "undergoes", "does"
_EMPTY = frozenset(_DATA["empty"]["verbs"].split())
_PEOPLE, _THINGS = (frozenset(_DATA["persons"][key].split()) for key in ("nouns", "others"))
_DOERS = tuple(_DATA["persons"]["endings"].split())
SHORTEST_DOER = 4  # letters; "tier" and "door" do nothing
_NOT: dict[str, str] = _DATA["not"]


@functools.cache
def _index() -> dict[tuple[str, str], tuple[tuple[str, frozenset[str], bool], ...]]:
    """For each kind and word the classes that have it: key, kinds of figure it is for (none for all), and whether it is for people only."""
    table: dict[tuple[str, str], tuple[tuple[str, frozenset[str], bool], ...]] = {}
    for key, entry in _DATA["class"].items():
        scope = frozenset(entry.get("for", "").split())
        for kind, word in _entries(entry):
            table[kind, word] = (*table.get((kind, word), ()), (key.removesuffix(" count"), scope, bool(entry.get("persons"))))
    return table


def _entries(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for kind in _WORDS:
        yield from ((kind, word) for word in entry.get(kind, "").split())
    for kind in ("phrases", "pairs"):
        yield from ((kind, words.strip()) for words in entry.get(kind, "").split(","))


def class_of(kind: str, word: str, use: str, *, persons: bool = True) -> str | None:
    """The key of the class that has a word as `kind` (a key of the file's classes) for a figure of some `use`; None where none has it."""
    found = _index().get((kind, word), ())
    return next((key for key, scope, of_people in found if (not scope or use in scope) and (persons or not of_people)), None)


def verb_event(lemma: str, use: str, slot: str, *, persons: bool = True) -> tuple[str, str]:
    """The class of a verb and the role of what stands in its slot: `subject`, `agent` (of a verb with an object), `passive` or `object`.

    The key is empty for verbs that tell nothing.
    """
    if slot in {"subject", "agent"}:
        if slot == "subject" and (key := class_of("suffers", lemma, use, persons=persons)):
            return key, UNDERGOES
        key = class_of("does", lemma, use, persons=persons) or (class_of("verbs", lemma, use) if slot == "agent" else None)
        return key or ("" if lemma in _EMPTY else lemma), DOES
    key = class_of("verbs", lemma, use, persons=persons) or class_of("does", lemma, use, persons=persons)
    return key or ("" if lemma in _EMPTY else lemma), UNDERGOES


def state_event(word: str, use: str) -> str | None:
    """The class of an adjective or participle that says what has happened: "dead" is kill, "unhurt" is not-wound."""
    return undone(word) or class_of("states", word, use)


def undone(word: str) -> str | None:
    """The key of an adjective that says that an event has not happened: "unhurt" is not-wound."""
    return f"not-{_NOT[word]}" if word in _NOT else None


def role_in(key: str) -> str:
    """The part that people have in an event that verb and noun tell together: they do what has only doers ("went on strike")."""
    entry = _DATA["class"].get(key, {})
    return DOES if "does" in entry and "verbs" not in entry else UNDERGOES


def noun_event(noun: Token, use: str, *, persons: bool = True) -> str | None:
    """The class of a noun of event; `persons` as for `class_of`."""
    return class_of("nouns", noun_lemma(noun), use, persons=persons)


def noun_lemma(noun: Token) -> str:
    """The singular of a noun in small letters; a noun behind a hyphen with the word before it ("party-goer")."""
    word = hyphened(noun)
    return singular(word) if noun.tag_ in {"NNS", "NNPS"} else word


def hyphened(word: Token) -> str:
    """A word in small letters, with the one that a hyphen ties to its front."""
    if word.i < 2 or word.nbor(-1).text != "-" or not (before := word.nbor(-2)).is_alpha or before.idx + len(before) + 1 != word.idx:
        return word.lower_
    return f"{before.lower_}-{word.lower_}"


def is_person(noun: Token) -> bool:
    """True for a noun that people are counted by, as far as a list and endings tell: "nurse", "miner", "Kestrians"."""
    word = noun_lemma(noun).rsplit("-", 1)[-1]
    if noun.tag_ == "NNPS" or word in _PEOPLE:
        return True
    return len(word) > SHORTEST_DOER and word.endswith(_DOERS) and word not in _THINGS


def is_class(key: str) -> bool:
    """True for a key of the file, not for a verb that stands for itself."""
    return key.removeprefix("not-").split("+")[0] in _DATA["class"]


def is_empty(lemma: str) -> bool:
    """True for a verb that tells nothing of what happens."""
    return lemma in _EMPTY
