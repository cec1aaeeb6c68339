"""Money as it is written: codes, signs, names and coins of every currency, before digits and after.

Codes, names and who used which currency come from Babel's locale data (CLDR); `lang/en/units.toml` adds the signs and short names of news. One
grammar makes of these every form: a code or sign with or without a space, a dollar with the letters of its state ("HK$", "HK $", "$HK"), an
adjective with a common word ("Swedish crowns", "Australian cents").
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies

from variorum.lang import language_data
from variorum.text.name_words import country_of

_MONEY: dict[str, Any] = language_data("units")["money"]
_SHARED = frozenset(_MONEY["ambiguous"]["names"])
_NO_MONEY = frozenset(
    ["XAU", "XAG", "XXX", "XTS", "XPT", "XPD", "XBA", "XBB", "XBC", "XBD", "XSU", "XUA", "CHE", "CHW"]
)  # metals, funds and test codes
# Codes that are words of a headline in capitals, or short forms of something else: money only with an amount that no headline counts.
_WORDS = frozenset(["ALL", "TOP", "CUP", "PEN", "TRY", "MOP", "LAK", "GEL", "BAM", "AMD", "SOS", "MAD", "BOB", "ANG", "SDP", "LIT"])


@dataclass(frozen=True, slots=True)
class Money:
    """What a sign or word of money means: the ISO 4217 code, the part of it that a coin is, and whether it may be another state's."""

    code: str
    share: Decimal = Decimal(1)
    ambiguous: bool = False


@functools.cache
def currency_codes() -> frozenset[str]:
    """The ISO 4217 codes that stand for money in English news, those that are words too left out."""
    return frozenset(str(code) for code in Locale("en").currencies if code not in _NO_MONEY | _WORDS)


# --- before digits ----------------------------------------------------------------------------------------------------------------


def _dollar_signs() -> dict[str, str]:
    """Every way to write whose dollars: the letters before the sign or behind it, and ISO codes before it."""
    letters = _MONEY["dollar_letters"]
    out = {f"{state}$": code for state, code in (letters["glued"] | letters["spaced"]).items()}
    out |= {f"{state} $": code for state, code in letters["spaced"].items()}
    out |= {f"${state}": code for state, code in letters["after"].items()}
    for code in (code for code in currency_codes() if str(get_currency_name(code, locale="en")).endswith("Dollar")):
        out |= {f"{written}{space}$": code for written in (code, code.lower()) for space in ("", " ")} | {f"${code}": code}
    return out


@functools.cache
def _signs() -> dict[str, Money]:
    """Every sign that stands before digits, as written."""
    plain = {sign: Money(code, ambiguous=sign in _SHARED) for sign, code in _MONEY["signs"].items()}
    return plain | {sign: Money(code) for sign, code in _dollar_signs().items()}


@functools.cache
def _last_characters() -> frozenset[str]:
    return frozenset(sign[-1] for sign in _signs())


_LONGEST = 8  # characters of the longest sign with its space
_SUM = re.compile(
    r"\d{1,3}(?:[, ']\d{2,3})+|\d{1,4}[ -]?(?:\d/\d|[¼½¾])|\d+\.\d+|\d{3,}"
    r"|\d+(?= ?(?:hundred|thousand|[mb]illion|trillion|crore|lakh|k|m|mn|mln|mil|mm|bn|bln|b|tn|trn|t|cr)\b)",
    re.IGNORECASE,
)
_LETTERS = re.compile("(?<![A-Za-z0-9.'-])(" + "|".join(re.escape(sign) for sign in sorted(_MONEY["letters"], key=len, reverse=True)) + ")$")


def money_before(folded: str, start: int) -> tuple[int, Money] | None:
    """The sign or code of money that ends at `start`, before digits, after at most a space: where it begins, and what it means."""
    at = start - 1 if start and folded[start - 1] == " " else start
    if not at or folded[at - 1] == " ":
        return None
    if found := _sign_before(folded, at):
        return found
    code = folded[max(0, at - 3) : at]
    known = code in currency_codes() or (code in _WORDS and _SUM.match(folded, start))
    if known and not folded[at - 4 : at - 3].isalpha():
        return at - 3, Money(code)
    apart = folded.startswith("R ", at - 1)  # "R 120 million"; other letters with a space are words and initials
    if at == start or apart:
        letters = _LETTERS.search(folded, max(0, at - _LONGEST), at)
        if letters and _SUM.match(folded, start):
            return letters.start(1), Money(_MONEY["letters"][letters[1]], ambiguous=True)
    return None


def _sign_before(folded: str, at: int) -> tuple[int, Money] | None:
    """The longest sign of money that ends at `at`, where no word goes on into it."""
    signs = _signs()
    if folded[at - 1] not in _last_characters():
        return None
    for length in range(min(_LONGEST, at), 0, -1):
        sign = folded[at - length : at]
        if sign in signs and not (sign[0].isalnum() and _GOES_ON.search(folded, max(0, at - length - 2), at - length)):
            begin = at - length
            damaged = folded[begin - 1 : begin] == "Â"  # "Â£", a pound sign that was decoded wrongly
            return begin - damaged, signs[sign]
    return None


_GOES_ON = re.compile(r"\w$|\w\.$")


# --- after digits -----------------------------------------------------------------------------------------------------------------


@functools.cache
def _names() -> dict[str, Money]:
    """Currencies and coins written in words, lower case, singular and plural."""
    names: dict[str, str] = dict(_MONEY["names"])
    for code in sorted(currency_codes() | _WORDS):
        for count in (None, 1, 2):
            names.setdefault(str(get_currency_name(code, count=count, locale="en")).lower(), code)
    out = {name: Money(code, ambiguous=name in _SHARED) for name, code in names.items()}
    out |= {coin: Money(row["currency"], Decimal(row["share"]), ambiguous=True) for coin, row in _MONEY["coins"].items()}
    return {name + "s": money for name, money in out.items() if not name.endswith("s")} | out


def money_named(words: str) -> Money | None:
    """The money that some words name, lower case: "pounds sterling", "swedish crowns", "u.s. cents"; None if they name none."""
    return _names().get(words) or _of_state(words)


@functools.lru_cache(maxsize=10_000)
def _of_state(words: str) -> Money | None:
    """An adjective or name of a state, and the common word for its money or for a coin of it."""
    state, _, noun = words.rpartition(" ")
    noun = noun if noun in _nouns() else noun.removesuffix("s")
    if not state or noun not in _nouns():
        return None
    wanted = _MONEY["coin_of"].get(noun, [noun])
    code = next((code for word in wanted for code in _currencies_of(state) if word in _nouns_of(code)), None)
    share = Decimal(_MONEY["coins"][noun]["share"]) if noun in _MONEY["coin_of"] else Decimal(1)
    return Money(code, share) if code else None


@functools.cache
def _nouns() -> frozenset[str]:
    """Every common word for money: the last word of a currency's name, its other names, the coins."""
    return frozenset(noun for code in currency_codes() | _WORDS for noun in _nouns_of(code)) | frozenset(_MONEY["coin_of"])


@functools.lru_cache(maxsize=500)
def _nouns_of(code: str) -> frozenset[str]:
    name = re.sub(r" \(.*", "", str(get_currency_name(code, locale="en"))).split()[-1].lower()
    plural = re.sub(r" \(.*", "", str(get_currency_name(code, count=2, locale="en"))).split()[-1].lower()
    return frozenset({name, plural, *_MONEY["also"].get(name, [])})


@functools.cache
def _territories() -> dict[str, str]:
    """The codes of states by their names and short forms, lower case."""
    names = {str(name).lower().replace("&", "and").split(" (")[0].replace(" sar china", ""): code for code, name in Locale("en").territories.items()}
    return names | {
        "us": "US",
        "u.s.": "US",
        "u.s": "US",
        "uk": "GB",
        "uae": "AE",
        "n.z.": "NZ",
        "hk": "HK",
        "korean": "KR",
        "korea": "KR",
        "euro": "FR",
    }


def _currencies_of(state: str) -> tuple[str, ...]:
    """The currencies that a state has used since 1900, the newest first."""
    territory = _territories().get(state) or _territories().get(_country(state) or "")
    return _currencies(territory) if territory else ()


@functools.cache
def _currencies(territory: str) -> tuple[str, ...]:
    rows = get_territory_currencies(territory, start_date=dt.date(1900, 1, 1), end_date=dt.date(2100, 1, 1), include_details=True)
    return tuple(row["currency"] for row in sorted(rows, key=lambda row: str(row["from"] or ""), reverse=True))


def _country(adjective: str) -> str | None:
    """The country of an adjective of one word or two: "swedish", "south korean"."""
    point, _, last = adjective.rpartition(" ")
    country = country_of(last)
    return " ".join(part for part in (point, country) if part) if country else None


_WHOSE = re.compile(r" ?(\(?)(" + "|".join(re.escape(word) for word in sorted(_MONEY["whose"], key=len, reverse=True)) + r")(?![\w$])(\)?)")
_SIGN_AFTER = re.compile(
    r" ?("
    + "|".join(re.escape(sign) for sign in sorted(_MONEY["signs"], key=len, reverse=True) if not sign[0].isascii() or sign == "$")
    + r")(?![\d\w])"
)
_CODE_AFTER = re.compile(r"[ -]?([A-Z]{3})(?![A-Za-z0-9])(?! ?\d)")


def whose_dollars(folded: str, end: int) -> tuple[int, str] | None:
    """The word after a sum in dollars that says whose they are ("$75 U.S."): where it ends, and the code."""
    match = _WHOSE.match(folded, end)
    return (match.end(), _MONEY["whose"][match[2]]) if match and bool(match[1]) == bool(match[3]) else None


_WORDS_AFTER = re.compile(r"[ -]((?:[A-Za-z.]+ ){0,2}[A-Za-z]+)")


def money_word_after(folded: str, end: int) -> bool:
    """True if a name, sign or code of money stands right after `end`: "5m Swedish crowns", "3m euros", "2m USD"."""
    match = _WORDS_AFTER.match(folded, end)
    words = match[1].lower().split() if match else []
    return any(money_named(" ".join(words[:count])) for count in range(1, len(words) + 1)) or money_after(folded, end) is not None


def same_money(one: str, other: str, *, shared: bool) -> bool:
    """True if two codes are one currency or, where a `shared` sign stands for the other, go by one name: US and Canadian dollars, not bitcoin."""
    return one == other or (shared and not _nouns_of(one).isdisjoint(_nouns_of(other)))


def money_after(folded: str, end: int) -> tuple[int, Money] | None:
    """The sign or code of money that begins at `end`, after at most a space: where it ends, and what it means."""
    if folded.startswith("¢", end):
        return end + 1, _names()["¢"]
    if match := _SIGN_AFTER.match(folded, end):
        return match.end(1), Money(_MONEY["signs"][match[1]], ambiguous=match[1] in _SHARED)
    if (match := _CODE_AFTER.match(folded, end)) and match[1] in currency_codes():
        return match.end(1), Money(match[1])
    return None
