"""Rates: the unit that a quantity is told per, "37 micrograms per gram", "1.3 A/cm²", "280 people per km²", also behind a bracket."""

from __future__ import annotations

import functools
import re

from variorum.extract.figures.written.around.bounds import period
from variorum.lang import language_data
from variorum.text.numbers.units import unit_after

_PER = re.compile(r"(?i)(?: |-)?(?:/|per[ -]|for (?:each|every) )(?=\S)|(?: an? | each | every )(?=\S)")
_BRACKET = re.compile(r" \([^()]{1,40}\)| ?[;,][^();]{1,24}\)|\)")  # "900 rupees ($20; £10) per tonne": what stands between
_PAID_IN = re.compile(r"(?i) (?:in )?(?:cash|stock|shares|notes)(?: (?:and|or|plus) (?:cash|stock|shares|notes))?(?= (?:per|a|for each|for every) )")
_SAME: dict[str, str] = language_data("units")["rate_names"]


def rate(folded: str, end: int) -> tuple[int, str] | None:
    """The unit of measure or time after "per", "/" or "a": where it ends, and its name in the singular. None if there is none."""
    match = _PER.match(folded, end)
    found = unit_after(folded, match.end()) if match else None
    if match is None or found is None or found[1].family not in {"measure", "time"}:
        return None
    if match.group().strip().lower() in {"a", "an", "each", "every"} and (found[1].family == "time" or not folded[match.end() : found[0]].isalpha()):
        return None  # "a month earlier", "a V-shaped"
    return found[0], unit_name(found[1].symbol)


def rate_behind_bracket(folded: str, end: int) -> str | None:
    """The rate that stands behind what a sum is paid in ("in cash"), or the brackets that it opens or stands in; None if there is none."""
    bracket = _BRACKET.match(folded, end) or _PAID_IN.match(folded, end)
    if bracket is None or not folded.startswith((" per ", " a ", " an ", " each ", " for each ", " for every "), bracket.end()):
        return None
    found = (rate(folded, bracket.end()) if folded.startswith(" per ", bracket.end()) else None) or period(folded, bracket.end())
    return found[1] if found else None


_OF_STUFF = re.compile(r"(?i) of (?:[a-z]+ ){1,2}(?=an? |per |each |every )")
_WEEKLY: dict[str, str] = language_data("figures")["per_adjectives"]
_ADJECTIVE = re.compile(rf"(?i)\b({'|'.join(_WEEKLY)}) (?:[a-z-]+ ){{1,3}}(?:of|at) $")
_WINDOW = 48  # characters before a sum in which "a weekly payment of" stands


def rate_of_stuff(folded: str, end: int) -> tuple[int, str] | None:
    """The period behind what is measured: "1 million barrels of oil a day"."""
    stuff = _OF_STUFF.match(folded, end)
    return period(folded, stuff.end() - 1) if stuff else None


def rate_before(folded: str, start: int) -> str | None:
    """The period that an adjective before a sum tells: "a weekly payment of $108"."""
    match = _ADJECTIVE.search(folded, max(0, start - _WINDOW), start)
    return _WEEKLY[match[1].lower()] if match else None


@functools.cache
def unit_name(symbol: str) -> str:
    """The name of a unit in the singular by its symbol: "square centimetre" for cm²; tonnes, which have three spellings, by their symbol."""
    if symbol in _SAME:
        return _SAME[symbol]
    row = language_data("units")["measure"].get(symbol, {})
    return str(row.get("words", [symbol])[0])
