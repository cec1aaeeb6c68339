"""Units: what stands before or after a number and says of what it is. ISO currencies come from Babel, measures from `lang/en/units.toml`."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from babel import Locale
from babel.numbers import get_currency_name

from variorum.lang import language_data

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
    for name, code in _currency_names().items():
        out.setdefault(name, Unit(code, "money", ambiguous=name in _DATA["money"]["ambiguous"]["names"]))
        out.setdefault(name + "s", out[name])
    for coin, row in _DATA["money"]["coins"].items():
        out[coin] = out[coin + "s"] = Unit(row["currency"], "money", Decimal(row["share"]), ambiguous=True)
    return out


def _currency_names() -> dict[str, str]:
    """Currency names of English locale data and of `units.toml`, lower case, to ISO 4217 codes."""
    names: dict[str, str] = dict(_DATA["money"]["names"])
    for code in sorted(Locale("en").currencies):
        if code not in _NOT_IN_NEWS:
            for count in (None, 1, 2):
                names.setdefault(str(get_currency_name(code, count=count, locale="en")).lower(), code)
    return names


# Metals, funds and test codes, and codes that are words in a headline set in capitals.
_NOT_IN_NEWS = {
    "ALL",
    "TOP",
    "CUP",
    "PEN",
    "TRY",
    "MOP",
    "LAK",
    "GEL",
    "BAM",
    "AMD",
    "SOS",
    "CHE",
    "CHW",
    "XAU",
    "XAG",
    "XXX",
    "XTS",
    "XPT",
    "XPD",
    "XBA",
    "XBB",
    "XBC",
    "XBD",
    "XSU",
    "XUA",
}


@functools.cache
def _symbols() -> dict[str, Unit]:
    out: dict[str, Unit] = {}
    for family in ("share", "time", "measure"):
        for symbol, row in _rows(family).items():
            for written in row.get("symbols", []):
                out[written] = Unit(symbol, family, quantity=row.get("quantity"))
    return out


@functools.cache
def currency_codes() -> frozenset[str]:
    """The ISO 4217 codes that stand for money in English news."""
    return frozenset(str(code) for code in Locale("en").currencies if code not in _NOT_IN_NEWS)


_SYMBOL_AFTER = re.compile(r"[ -]?(" + "|".join(re.escape(s) for s in sorted(_symbols(), key=len, reverse=True)) + r")(?![\w²³])")
_WORD_AFTER = re.compile(r"(?: of |[ -]{0,2})((?:[A-Za-z%][A-Za-z.%]*)(?:[ -][A-Za-z]+){0,3})")
_MONEY_SYMBOLS: list[str] = sorted(_DATA["money"]["symbols"], key=len, reverse=True)
_MONEY_BEFORE = re.compile(r"(?<![A-Za-z])(" + "|".join(re.escape(s) for s in _MONEY_SYMBOLS) + r")[ ]?$")
_MONEY_AFTER = re.compile(r" ?(" + "|".join(re.escape(s) for s in _MONEY_SYMBOLS if not s[0].isalpha()) + r")(?![\d\w])")
_CODE_BEFORE = re.compile(r"\b([A-Z]{3})[ ]?$")
_CODE_AFTER = re.compile(r" ?([A-Z]{3})\b")
# Letters that are a unit against the digits ("25C") but a word, name or grade after a space.
_ONLY_ATTACHED = {"C", "F", "V", "W", "L", "l", "t", "g"}


def unit_before(folded: str, start: int) -> tuple[int, Unit] | None:
    """The currency sign or code that ends at `start`: where it begins, and the unit."""
    window = folded[max(0, start - 6) : start]
    offset = start - len(window)
    if match := _MONEY_BEFORE.search(window):
        written = match[1]
        return offset + match.start(1), Unit(_DATA["money"]["symbols"][written], "money", ambiguous=written in _DATA["money"]["ambiguous"]["names"])
    if (match := _CODE_BEFORE.search(window)) and match[1] in currency_codes():
        return offset + match.start(1), Unit(match[1], "money")
    return None


def unit_after(folded: str, end: int) -> tuple[int, Unit] | None:
    """The unit that begins at `end`, after at most a space or hyphen: where it ends, and the unit."""
    if (match := _SYMBOL_AFTER.match(folded, end)) and (match.start(1) == end or match[1] not in _ONLY_ATTACHED):
        return _longer(folded, match.end(), _symbols()[match[1]])
    if match := _WORD_AFTER.match(folded, end):
        words = match[1]
        while words:
            if unit := _words().get(words.lower().rstrip(".")):
                return match.start(1) + len(words.rstrip(".")) if words.lower() not in _words() else match.start(1) + len(words), unit
            cut = max(words.rfind(" "), words.rfind("-"))
            words = words[:cut] if cut > 0 else ""
    if match := _MONEY_AFTER.match(folded, end):
        return match.end(1), Unit(_DATA["money"]["symbols"][match[1]], "money")
    if (match := _CODE_AFTER.match(folded, end)) and match[1] in currency_codes():
        return match.end(1), Unit(match[1], "money")
    return None


def _longer(folded: str, stop: int, unit: Unit) -> tuple[int, Unit]:
    """A symbol that begins a longer unit in words loses to it: "% points"."""
    points = re.compile(r"[ -]points?\b").match(folded, stop)
    return (points.end(), Unit("pp", "share")) if unit.symbol == "%" and points else (stop, unit)
