"""Singulars: the singular of a plural noun, by the parser's own tables of irregular forms and of nouns there are."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from variorum.lang import language_data, word_set
from variorum.text.parsing.parse import pipeline

_DATA: dict[str, Any] = language_data("nouns")
_SAME = word_set(_DATA["same"]["words"])
_OF_PLURAL: dict[str, str] = _DATA["of_plural"]
_ENDINGS = (
    ("s", ""),
    ("ies", "y"),
    ("ses", "s"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    ("zes", "z"),
    ("oes", "o"),
    ("ves", "f"),
    ("men", "man"),
)
"""What a plural ends in and its singular instead; of two singulars that are nouns, the one that comes first here is meant ("graves", not "graf")."""
_LONG = ("sses", "ches", "shes", "xes", "zzes")  # plurals of unknown words that lose "es", not "s" alone


@dataclass(frozen=True, slots=True)
class _Tables:
    """What the parser's model knows of nouns: `irregular` plurals with their singulars, and the base forms of all `nouns`."""

    irregular: dict[str, list[str]]
    nouns: frozenset[str]


@functools.cache
def _tables() -> _Tables:
    lookups = pipeline().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    return _Tables(lookups.get_table("lemma_exc")["noun"], frozenset(lookups.get_table("lemma_index")["noun"]))


@functools.cache
def singular(plural: str) -> str:
    """The singular of a plural noun, in the plural's own case: "viruses" is "virus", "series" is "series", "wives" is "wife".

    Of a compound with hyphens the last part that is a plural counts ("ice-cream buses"). Words that no table knows lose their ending.
    """
    lower = plural.lower()
    if lower in _SAME or lower in _OF_PLURAL:
        return _cased(plural, _OF_PLURAL.get(lower, lower))
    known = _known(lower)
    if known is None and "-" in plural:
        head, _, last = plural.rpartition("-")
        return f"{head}-{singular(last)}" if last else plural
    return _cased(plural, known if known is not None else _regular(lower))


def is_irregular_plural(word: str) -> bool:
    """True for a word that the tables know as the irregular plural of a noun and as no noun of its own: "oxen", "memoranda"."""
    lower = word.lower()
    return lower in _tables().irregular and lower not in _tables().nouns and not lower.endswith("s")


def _known(lower: str) -> str | None:
    """The singular that the tables give; None where they do not know the word."""
    tables = _tables()
    if irregular := tables.irregular.get(lower):
        return irregular[0]
    nouns = (lower[: -len(ending)] + instead for ending, instead in _ENDINGS if lower.endswith(ending))
    return next((noun for noun in nouns if noun in tables.nouns), lower if lower in tables.nouns else None)


def _regular(lower: str) -> str:
    """An unknown plural without its ending."""
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        return lower[:-2] if lower.endswith(_LONG) else lower[:-1]
    return lower


def _cased(plural: str, singular_form: str) -> str:
    """A singular with the capitals of its plural: "CEO", "McKay", "Norlander"."""
    if plural.lower().startswith(singular_form):
        return plural[: len(singular_form)]
    return singular_form[:1].upper() + singular_form[1:] if plural[:1].isupper() else singular_form
