"""A thing and a part of it, a base and a narrower base: equal values of these differ in scope."""

from __future__ import annotations

import functools
import re
from typing import Any

from variorum.compare.figures.frames.quantity_words import word_key, words_of
from variorum.compare.figures.values.values import Stated
from variorum.compare.figures.verdicts.wording import quote
from variorum.lang import language_data

_DATA: dict[str, Any] = language_data("synonyms")
_QUALIFIER = re.compile(r"\s(?:to|from|in|among|outside|within|with|by|for)\s(?:the\s|its\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*")


def narrower_thing(values: tuple[Stated, ...]) -> str | None:
    """Where of two figures one names a thing and the other a kind of it ("energy", "natural gas"): the sentence that says so."""
    for wide, parts in _parts().items():
        told = [(value, set(words_of(value.figure.measure))) for value in values]
        broad = [value for value, words in told if wide in words and not parts & words]
        small = [value for value, words in told if parts & words and wide not in words]
        if broad and small and broad[0].article != small[0].article:
            return f"The same value, but one text has {_told(broad[0])}, the other only {_told(small[0])}."
    return None


def _told(value: Stated) -> str:
    return f"“{value.figure.measure.line}”" if value.figure.measure else quote(value)


@functools.cache
def _parts() -> dict[str, frozenset[str]]:
    rows = {word_key(wide): frozenset(key for word in words if (key := word_key(word))) for wide, words in _DATA["narrower"].items()}
    return {wide: parts - {wide} for wide, parts in rows.items() if wide}


def narrower_base(values: tuple[Stated, ...]) -> str | None:
    """Where the base of one share is narrowed right after it and that of another is not: the sentence that says so."""
    qualified = [value for value in values if value.figure.unit == "%" and _qualifier(value)]
    plain_bases = [value for value in values if value.figure.unit == "%" and value.figure.of and not _qualifier(value)]
    if qualified and plain_bases and qualified[0].article != plain_bases[0].article:
        return f"The same value, but {quote(plain_bases[0])} has a wider base than {quote(qualified[0])} “{_qualifier(qualified[0])}”."
    return None


def _qualifier(value: Stated) -> str:
    """What narrows the base of a share right after it: "31 percent of exports *to Sundmark*"."""
    figure = value.figure
    if not figure.of or figure.clause is None:
        return ""
    match = _QUALIFIER.match(figure.clause.text, max(0, figure.end - figure.clause.start))
    return " ".join(match.group().split()) if match else ""
