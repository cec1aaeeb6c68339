"""Units: what stands before or after a number and says of what it is. Money is that of `currencies`, measures stand in `lang/en/units.toml`."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from variorum.lang import language_data
from variorum.text.numbers.currencies import Money, money_after, money_before, money_named

_DATA: dict[str, Any] = language_data("units")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `symbol` as the dossier gives it, `times` to multiply the written value by, `family` share, time, measure or money.

    `quantity` names the Pint unit of a measure, for conversions. `ambiguous` is True where the word may mean another currency.
    """

    symbol: str
    family: str
    times: Decimal = Decimal(1)
    quantity: str | None = None
    ambiguous: bool = False


@functools.cache
def _rows(family: str) -> dict[str, dict[str, Any]]:
    """The units of a family by symbol: what `units.toml` lists, and of the measures those that take metric prefixes ("kilojoule")."""
    rows: dict[str, dict[str, Any]] = dict(_DATA[family])
    if family != "measure":
        return rows
    listed = {word for row in rows.values() for word in row.get("words", [])} | {sign for row in rows.values() for sign in row.get("symbols", [])}
    for base, row in _DATA["prefixed"].items():
        for prefix, letter in (("", ""), *_DATA["prefixes"].items()):
            words = [word for word in (prefix + base, prefix + row.get("plural", base)) if word not in listed]
            signs = [letter + row["letter"]] if prefix in row["symbols"] and letter + row["letter"] not in listed else []
            if words:
                quantity = None if " per " in base else (prefix + base).replace(" ", "_")
                rows.setdefault(prefix + base, {"words": words, "symbols": signs, "quantity": quantity})
    return rows


@functools.cache
def _words() -> dict[str, Unit]:
    """Every unit written in words, lower case, singular and plural."""
    out: dict[str, Unit] = {}
    for family in ("share", "time", "measure"):
        for symbol, row in _rows(family).items():
            unit = Unit(row.get("as", symbol), family, Decimal(row.get("times", 1)), row.get("quantity"))
            for word in row.get("words", []):
                out[word] = out.setdefault(word + "s", unit) and unit
    return out


_CASES = 3  # letters from which a symbol is one in any case: "2.4Ghz", but not "Mb" for "MB"


@functools.cache
def _symbols() -> dict[str, Unit]:
    """Every unit written as a symbol, long ones in other cases too."""
    out: dict[str, Unit] = {}
    for family in ("share", "time", "measure"):
        for symbol, row in _rows(family).items():
            for written in row.get("symbols", []):
                out[written] = Unit(row.get("as", symbol), family, Decimal(row.get("times", 1)), row.get("quantity"))
    for written, unit in list(out.items()):
        if len(written) >= _CASES and written.isalpha():
            out = dict.fromkeys((written.lower(), written.upper(), written.capitalize()), unit) | out
    return out


_SYMBOL_AFTER = re.compile(r"[ -]?(" + "|".join(re.escape(s) for s in sorted(_symbols(), key=len, reverse=True)) + r")(?![\w²³])")
_WORD_AFTER = re.compile(r"(?: of |[ -]{0,3})((?:[^\W\d_]|%)(?:[^\W\d_]|[.%])*(?:[ -][^\W\d_]+){0,3})")
# Letters that are a unit against the digits ("25C") but a word, name or grade after a space.
_ONLY_ATTACHED = {"C", "F", "V", "W", "L", "l", "t", "g"}
_MAY_STAND_APART = re.compile(r" [VW](?= [a-z]| [A-Z]{2}|[.,;)])")  # "a 12 V battery"


def unit_before(folded: str, start: int) -> tuple[int, Unit] | None:
    """The currency sign or code that ends at `start`: where it begins, and the unit."""
    found = money_before(folded, start)
    return (found[0], _of_money(found[1])) if found else None


def unit_after(folded: str, end: int) -> tuple[int, Unit] | None:
    """The unit that begins at `end`, after at most a space or hyphen: where it ends, and the unit."""
    if (match := _SYMBOL_AFTER.match(folded, end)) and _is_symbol(folded, end, match):
        return _longer(folded, match.end(), _symbols()[match[1]])
    if (match := _WORD_AFTER.match(folded, end)) and (found := _in_words(match[1])):
        return match.start(1) + found[0], found[1]
    money = money_after(folded, end)
    return (money[0], _of_money(money[1])) if money else None


def _is_symbol(folded: str, end: int, match: re.Match[str]) -> bool:
    """False where a letter after a number is more likely a word, a name or a grade."""
    if match[1] == "A":
        return folded.startswith("/", match.end())
    return match.start(1) == end or match[1] not in _ONLY_ATTACHED or _MAY_STAND_APART.match(folded, end) is not None


def _of_money(money: Money) -> Unit:
    return Unit(money.code, "money", money.share, ambiguous=money.ambiguous)


@functools.lru_cache(maxsize=20_000)
def _in_words(words: str) -> tuple[int, Unit] | None:
    """The longest unit that some words begin with: how many characters it has, and the unit."""
    while words:
        lower = words.lower()
        for written in (lower, lower.rstrip(".")):
            if unit := _words().get(written):
                return len(written), unit
            if money := money_named(written):
                return len(written), _of_money(money)
        cut = max(words.rfind(" "), words.rfind("-"))
        words = words[:cut] if cut > 0 else ""
    return None


def _longer(folded: str, stop: int, unit: Unit) -> tuple[int, Unit]:
    """A symbol that begins a longer unit in words loses to it: "% points"."""
    points = re.compile(r"[ -]points?\b").match(folded, stop)
    return (points.end(), Unit("pp", "share")) if unit.symbol == "%" and points else (stop, unit)
