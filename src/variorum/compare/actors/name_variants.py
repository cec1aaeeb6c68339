"""Forms of one name: normal spellings, and which longer name a shorter one can stand for. Pure functions on words."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from variorum.lang import language_data
from variorum.text.fold import fold
from variorum.text.name_words import LINKERS, name_key, place_names, word_list

_ARTICLES = frozenset({"the", "a", "an"})


@functools.cache
def _aliases() -> dict[str, str]:
    rows: list[list[str]] = language_data("names")["aliases"]
    return {name_key(form): row[0] for row in rows for form in row}


def alias_of(key: str) -> str | None:
    """The shown name of a country or body that goes by several ("us" gives "United States"), None if the lists have none."""
    return _aliases().get(key)


@functools.cache
def normal_key(text: str) -> str:
    """The key that all spellings of a name share: case, hyphens, dots, articles, middle initials and endings of firms are left out."""
    key = name_key(fold(text).replace("'", "").replace("&", " & "))
    words = key.split()
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    alias = alias_of(" ".join(words))
    if alias:
        return name_key(alias)
    words = _without_initials(_without_suffix(words))
    if len(words) > 1 and words[0] in {"northeastern", "northwestern", "southeastern", "southwestern"}:
        words[0] = words[0].removesuffix("ern")
    return " ".join(words) or key or text.lower()


def _without_suffix(words: list[str]) -> list[str]:
    """ "northwind trading group inc" is "northwind trading"; "ab group" stays, for there "group" is all that follows."""
    cut = list(words)
    while len(cut) > 1 and cut[-1] in word_list("company_suffixes"):
        cut.pop()
    return words if len(words) - len(cut) == 1 and words[-1] in {"group", "company", "holdings", "holding", "co"} else cut


def _without_initials(words: list[str]) -> list[str]:
    if len(words) < 3:
        return words
    return [words[0], *(word for word in words[1:-1] if len(word) > 1), words[-1]]


def person_key(key: str) -> str:
    """One key for "lee jae myung", "jae myung lee" and "lee jaemyung": family name, then given names in one word. Others stay as they are."""
    words = key.split()
    if len(words) < 2 or len(words) > 3:
        return key
    families = word_list("family_first")
    if words[0] in families:
        return f"{words[0]} {''.join(words[1:])}"
    if words[-1] in families and words[0] not in word_list("given_names"):
        return f"{words[-1]} {''.join(words[:-1])}"
    return key


def content_words(key: str) -> tuple[str, ...]:
    """The words of a body's name without "of", "for", "and"."""
    return tuple(word for word in key.split() if word not in LINKERS)


def initials(key: str) -> str:
    """The letters an acronym of the name would have: "US Forces Korea" gives "usfk"."""
    parts = [part for part in key.replace("united states", "us").split() if part not in LINKERS]
    return "".join("us" if part == "us" else part[0] for part in parts)


def short_forms(key: str, kind: str) -> Iterable[str]:
    """The shorter names by which the text may go on: surname or given name of a person, first words of a body's name."""
    words = key.split()
    if len(words) < 2:
        return ()
    fronts = [" ".join(words[:n]) for n in range(1, len(words))]
    backs = [" ".join(words[n:]) for n in range(1, len(words))]
    forms = {*fronts, *backs} if kind == "person" else set(fronts) if kind == "organisation" else set()
    if kind == "organisation" and len(words) == 2 and words[0] in place_names():
        return ()
    if kind == "organisation" and words[-1] in word_list("papers"):
        forms.add(words[-1])
    shared = _common() - word_list("papers") if kind == "organisation" else frozenset()
    return sorted(forms - place_names() - shared - LINKERS)


@functools.cache
def _common() -> frozenset[str]:
    """First words that many bodies share: "International", "National", "North"."""
    lists = ("organisations", "directions", "demonyms", "title_modifiers", "titles", "openers", "places")
    shared = {"international", "world", "global", "central", "american", "royal", "red", "free"}
    return frozenset(shared).union(*(word_list(name) for name in lists))


def near_spellings(a: str, b: str) -> bool:
    """True if two words of five letters or more differ in one letter and begin alike, as "petrova" and "petrowa"."""
    if a == b or min(len(a), len(b)) < 5 or a[0] != b[0] or abs(len(a) - len(b)) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        return a[at + 1 :] == b[at + 1 :]
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[at + 1 :] == shorter[at:]


def is_subsequence(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True if all words of `short` stand in `long` in the same order."""
    rest = iter(long)
    return all(word in rest for word in short)


def without_country(key: str) -> str:
    """The key without a leading country or its adjective: "us securities and exchange commission" is the commission."""
    words = key.split()
    for count in (2, 1):
        front = " ".join(words[:count])
        if len(words) > count and (front in place_names() or alias_of(front) or front in word_list("demonyms")):
            return " ".join(words[count:])
    return key
