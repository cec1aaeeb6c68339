"""Rates: the unit that a quantity is told per, "37 micrograms per gram", "1.3 A/cm²", "280 people per km²", also behind a bracket."""

from __future__ import annotations

import functools
import re

from variorum.lang import language_data
from variorum.text.numbers.units import unit_after

_PER = re.compile(r"(?i)(?: |-)?(?:/|per[ -]|for (?:each|every) )(?=\S)|(?: an? | each | every )(?=\S)")
_BRACKET = re.compile(r" \([^()]{1,40}\)| ?[;,][^();]{1,24}\)|\)")  # "900 rupees ($20; £10) per tonne": what stands between
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
    """The rate that stands behind the brackets that a sum opens or stands in; None if there is none."""
    bracket = _BRACKET.match(folded, end)
    found = rate(folded, bracket.end()) if bracket and folded.startswith(" per ", bracket.end()) else None
    return found[1] if found else None


@functools.cache
def unit_name(symbol: str) -> str:
    """The name of a unit in the singular by its symbol: "square centimetre" for cm²; tonnes, which have three spellings, by their symbol."""
    if symbol in _SAME:
        return _SAME[symbol]
    row = language_data("units")["measure"].get(symbol, {})
    return str(row.get("words", [symbol])[0])
