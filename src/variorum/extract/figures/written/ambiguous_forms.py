"""What a text writes that can be read in two ways: whose pounds, pesos and rupees it means, and what a point between digits sets apart."""

from __future__ import annotations

import functools
import re
from collections import Counter
from dataclasses import dataclass, replace

from babel.numbers import get_currency_name

from variorum.extract.figures.written.quantity import Quantity
from variorum.lang import language_data
from variorum.records.marks import Check, Figure
from variorum.text.numbers.digits import separator_doubt
from variorum.text.parsing.parse import Parse

_MONEY = language_data("units")["money"]
_FAMILIES: dict[str, dict[str, list[str]]] = {**_MONEY["shared"], "dollar": _MONEY["dollars"]}
_FAMILY_OF: dict[str, str] = {word: word for word in _FAMILIES} | _MONEY["family_of"]
_OPEN, _LOCAL = frozenset(_MONEY["open"]["words"]), frozenset(_MONEY["local"]["words"])
_WORD = re.compile("|".join(("(?<![a-z])" if word[0].isalpha() else "") + re.escape(word) for word in sorted(_FAMILY_OF, key=len, reverse=True)))
_EUROS = re.compile(r"(?i)\u20ac|\beuros?\b")
_DOLLARS = re.compile(r"(?i)\$|\b(?:dollars?|dlrs?)\b")
MIN_MENTIONS = 2  # of a state, for its pounds or dollars to be meant rather than the best known; one mention is a passing one


@dataclass(frozen=True, slots=True)
class Meant:
    """The currency that a shared word is read as in one text, empty where it stays open, and why one may doubt it, empty where nothing does."""

    code: str
    doubt: str = ""


@functools.cache
def _states(family: str) -> re.Pattern[str]:
    """The names of the states that share a word for their money; the group that matches is the code of the currency."""
    return re.compile(r"(?i)\b(?:" + "|".join(f"(?P<{code}>{'|'.join(names)})" for code, names in _FAMILIES[family].items()) + r")\b")


def settle_currencies(parse: Parse, quantities: list[Quantity]) -> list[Quantity]:
    """Give sums in a shared currency word the code of the state that the text is about; a sum in a word that stays open loses its currency."""
    meant = _meanings(parse, quantities)
    return [_settled(quantity, word, meant[word].code) if (word := _word(parse, quantity)) else quantity for quantity in quantities]


def _settled(quantity: Quantity, word: str, code: str) -> Quantity:
    return replace(quantity, unit=code) if code else replace(quantity, unit="", family="", of=_FAMILY_OF[word])


def mark_currencies(parse: Parse, figures: list[Figure], quantities: list[Quantity]) -> list[Figure]:
    """Say of each sum in a shared currency word as whose money it is read, where the text decided that or gives reason to doubt it."""
    meant = _meanings(parse, quantities)
    out = []
    for figure, quantity in zip(figures, quantities, strict=True):
        word = _word(parse, quantity)
        told = meant[word].doubt if word and meant[word].code == figure.unit else ""
        out.append(_marked(figure, "currency", told))
    return out


def mark_separators(parse: Parse, figures: list[Figure]) -> list[Figure]:
    """Say of each figure whose point may set thousands apart as what it is read."""
    return [_marked(figure, "separator", separator_doubt(parse.folded, figure.number.start, figure.number.end)) for figure in figures]


def _marked(figure: Figure, kind: str, told: str) -> Figure:
    """A figure with what a reader should know of it, where there is anything to tell."""
    return replace(figure, checks=(*figure.checks, Check(kind, True, told))) if told else figure


def _meanings(parse: Parse, quantities: list[Quantity]) -> dict[str, Meant]:
    return {word: _meant(parse.folded, word) for word in dict.fromkeys(_word(parse, quantity) for quantity in quantities) if word}


def _word(parse: Parse, quantity: Quantity) -> str:
    """The shared word by which a sum names its currency, empty if it names it clearly."""
    if not quantity.ambiguous:
        return ""
    found = _WORD.search(parse.folded[quantity.core_start : quantity.core_end].lower())
    return found.group() if found else ""


@functools.lru_cache(maxsize=64)
def _meant(folded: str, word: str) -> Meant:
    """What a shared word means in a text, by how often each of the states is named that call their money so."""
    family = _FAMILY_OF[word]
    if word.startswith("c") and family == "dollar" and _EUROS.search(folded) and not _DOLLARS.search(folded):
        return Meant("EUR", "Read as euro cents: the text speaks of euros.")
    found = [(str(match.lastgroup), match.group()) for match in _states(family).finditer(folded)]
    counts = Counter(code for code, _ in found)
    default = next(iter(_FAMILIES[family]))
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0] == default, pair[0])) or [("", 0)]
    (first, most), second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0
    if word in _OPEN or family in _OPEN:
        return _of_named(first, family, found) if most > second else Meant("", f"The text does not tell whose money its “{family}” are.")
    if family == "dollar":
        return _dollars(word, default, first, counts, found)
    enough = 1 if family != "pound" and not counts[default] else MIN_MENTIONS
    if first in ("", default) or most < enough:
        return Meant(default)
    return _of_named(first, family, found) if most > second else _doubted(default, first, family, found)


def _dollars(word: str, default: str, first: str, counts: Counter[str], found: list[tuple[str, str]]) -> Meant:
    """News in English says whose dollars are meant where they are not those of the United States; wire stories do in their short form."""
    if first in ("", default) or counts[default] == counts[first]:
        return Meant(default)
    if word in _LOCAL and not counts[default] and len(counts) == 1:
        return _of_named(first, "dollar", found)
    return Meant(default) if counts[first] < MIN_MENTIONS else _doubted(default, first, "dollar", found)


def _of_named(code: str, family: str, found: list[tuple[str, str]]) -> Meant:
    return Meant(code, f"Read as {_name(code)}: of the states whose money is called “{family}”, the text names “{_named(code, found)}” most.")


def _doubted(default: str, other: str, family: str, found: list[tuple[str, str]]) -> Meant:
    return Meant(default, f"Read as {_name(default)}; the text names “{_named(other, found)}” too, whose money is called “{family}” as well.")


def _named(code: str, found: list[tuple[str, str]]) -> str:
    """The word by which the text names a state most often."""
    return Counter(name for key, name in found if key == code).most_common(1)[0][0]


def _name(code: str) -> str:
    return str(get_currency_name(code, count=2, locale="en"))
