"""Currencies that several states share a word for: whose pounds, pesos and rupees they are, by the states that the article names."""

from __future__ import annotations

import functools
import re
from collections import Counter
from dataclasses import dataclass, replace

from babel.numbers import get_currency_name

from variorum.extract.figures.written.quantity import Quantity
from variorum.lang import language_data
from variorum.records.marks import Check, Figure
from variorum.text.parsing.parse import Parse

_MONEY = language_data("units")["money"]
_FAMILIES: dict[str, dict[str, list[str]]] = {**_MONEY["shared"], "dollar": _MONEY["dollars"]}
_SIGNS = {"$": "dollar"}
MIN_MENTIONS = 2  # of a state, for its currency to be meant; one mention is a passing one


@dataclass(frozen=True, slots=True)
class Meant:
    """The currency that a shared word is read as in one text, and why one may doubt it; `doubt` is empty where nothing speaks against it."""

    code: str
    doubt: str = ""


@functools.cache
def _states(word: str) -> re.Pattern[str]:
    """The names of the states that share a word for their money; the group that matches is the code of the currency."""
    return re.compile(r"(?i)\b(?:" + "|".join(f"(?P<{code}>{'|'.join(names)})" for code, names in _FAMILIES[word].items()) + r")\b")


def settle_currencies(parse: Parse, quantities: list[Quantity]) -> list[Quantity]:
    """Give sums in a shared currency word the code of the state that the text is about, where one is named more than any other.

    Dollars are left alone: news in English says whose dollars are meant where they are not those of the United States.
    """
    words = {word: _meant(parse, word) for word in dict.fromkeys(_word(parse, quantity) for quantity in quantities) if word and word != "dollar"}
    return [replace(quantity, unit=words[word].code) if (word := _word(parse, quantity)) in words else quantity for quantity in quantities]


def mark_currencies(parse: Parse, figures: list[Figure], quantities: list[Quantity]) -> list[Figure]:
    """Say of each sum in a shared currency word as whose money it is read, where the text decided that or gives reason to doubt it."""
    words: dict[str, Meant] = {}
    out = []
    for figure, quantity in zip(figures, quantities, strict=True):
        word = _word(parse, quantity)
        if word and word not in words:
            words[word] = _meant(parse, word)
        told = words[word].doubt if word and words[word].code == figure.unit else ""
        out.append(replace(figure, checks=(*figure.checks, Check("currency", True, told))) if told else figure)
    return out


def _word(parse: Parse, quantity: Quantity) -> str:
    """The shared word by which a sum names its currency, empty if it names it clearly."""
    if not quantity.ambiguous:
        return ""
    written = parse.folded[quantity.core_start : quantity.core_end].lower()
    found = next((word for word in (*_FAMILIES, *_SIGNS) if word in written), "")
    return _SIGNS.get(found, found)


def _meant(parse: Parse, word: str) -> Meant:
    """The code of the family whose state the text names most; the family's first where none stands out, and for dollars."""
    default = next(iter(_FAMILIES[word]))
    found = [(str(match.lastgroup), match.group()) for match in _states(word).finditer(parse.folded)]
    counts = Counter(code for code, _ in found)
    (code, most), *others = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0] == default, pair[0])) or [(default, 0)]
    second = others[0][1] if others else 0
    named = Counter(name for key, name in found if key == code).most_common(1)[0][0] if most else ""
    if code == default or most < MIN_MENTIONS or (word == "dollar" and counts[default] == most):
        return Meant(default)
    if word == "dollar" or most == second:
        return Meant(default, f"Read as {_name(default)}; the text names “{named}” too, whose money is called “{word}” as well.")
    return Meant(code, f"Read as {_name(code)}: of the states whose money is called “{word}”, the text names “{named}” most.")


def _name(code: str) -> str:
    return str(get_currency_name(code, count=2, locale="en"))
