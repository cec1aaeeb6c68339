"""Words that tell names apart: the lists of `lang/en/names.toml`, the world's places, and the key that spellings of a name share."""

from __future__ import annotations

import functools
import re

from babel import Locale

from variorum.lang import language_data

KINDS = ("person", "organisation", "place", "group")
_CAMEL = re.compile(r"_+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")  # where the words of "#BringThemHome" begin
LINKERS = frozenset({"of", "for", "and", "&", "the", "on", "to"})


@functools.cache
def word_list(name: str) -> frozenset[str]:
    """A list of `lang/en/names.toml`; underscores become spaces."""
    return frozenset(word.replace("_", " ") for word in language_data("names")[name].split())


@functools.cache
def word_lists(*names: str) -> frozenset[str]:
    """Several lists of `lang/en/names.toml` as one, built once."""
    return frozenset().union(*(word_list(name) for name in names))


@functools.cache
def place_names() -> frozenset[str]:
    """Lower-case names of countries, regions and well-known cities."""
    territories = Locale("en").territories
    no_place = {"001", "ZZ", "XA", "XB", "EU", "UN", "EZ"}  # the world, unknown, test codes, bodies
    countries = {str(name).lower().replace("\u2019", "'") for code, name in territories.items() if code not in no_place}
    plain = {name.split(" (")[0].replace(" sar china", "").replace("&", "and") for name in countries}
    return frozenset(countries | plain | word_list("cities") | word_list("regions"))


@functools.cache
def _irregular_adjectives() -> dict[str, str]:
    pairs = (pair.split("=") for pair in str(language_data("names")["countries_of_adjectives"]).split())
    return {adjective: country.replace("_", " ") for adjective, country in pairs}


@functools.lru_cache(maxsize=10_000)
def country_of(adjective: str) -> str | None:
    """The country of an adjective in small letters: "korean" gives "korea", "swiss" gives "switzerland". None where nothing tells."""
    country = _irregular_adjectives().get(adjective)
    if country is not None:
        return country
    for ending, put in (("n", ""), ("ian", ""), ("ian", "a"), ("ian", "y"), ("ian", "ia"), ("ese", ""), ("ese", "a"), ("i", ""), ("an", "")):
        stem = adjective.removesuffix(ending) + put
        if adjective.endswith(ending) and stem in place_names():
            return stem
    return None


def is_acronym(word: str) -> bool:
    """True for USFK, ISIS, U.S., G7: two or more capitals and nothing in lower case."""
    letters = [char for char in word if char.isalpha()]
    if len(letters) >= 2:
        return all(char.isupper() for char in letters)
    return word[0].isupper() and word[1:].isdigit()


def countries_by_adjective(keys: frozenset[str]) -> dict[str, str]:
    """Among the keys of one text, adjectives with the name they are made from: "kestrian" from "kestria". For countries no list knows."""
    by_head: dict[str, list[str]] = {}
    for key in sorted(keys):
        by_head.setdefault(key[:4], []).append(key)
    out: dict[str, str] = {}
    for key in sorted(keys):
        stem = next((key.removesuffix(end) for end in sorted(word_list("adjective_endings")) if key.endswith(end)), "")
        if len(stem) >= 4 and key.isalpha():
            root = stem[:-1] if len(stem) > 4 else stem
            near = [other for other in by_head[key[:4]] if other != key and other.isalpha() and other.startswith(root)]
            if near:
                out[key] = near[0]
    return out


def name_key(text: str) -> str:
    """What spellings of one name share: small letters, no dots, hyphens as spaces, the words of a hashtag or handle apart."""
    if text[:1] in {"#", "@"}:
        text = _CAMEL.sub(" ", text[1:])
    folded = text.lower().replace(".", "").replace("-", " ").replace(",", " ")
    return " ".join(folded.split())
