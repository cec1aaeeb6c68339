"""Currencies that several states share a word for: whose pounds, pesos and rupees they are, by the states that the article names."""

from __future__ import annotations

import functools
import re
from collections import Counter
from dataclasses import replace

from variorum.extract.quantity import Quantity
from variorum.lang import language_data
from variorum.text.parse import Parse

_FAMILIES: dict[str, dict[str, list[str]]] = language_data("units")["money"]["shared"]
MIN_MENTIONS = 2  # of a state, for its currency to be meant; one mention is a passing one


@functools.cache
def _family_of() -> dict[str, str]:
    """The word of each shared currency by the code that is read without context: the first of its family."""
    return {next(iter(family)): word for word, family in _FAMILIES.items()}


def settle_currencies(parse: Parse, quantities: list[Quantity]) -> list[Quantity]:
    """Give sums in a shared currency word the code of the state that the text is about, where one is named more than any other.

    Dollars are left alone: news in English says whose dollars are meant where they are not those of the United States.
    """
    settled: dict[str, str] = {}
    out = []
    for quantity in quantities:
        word = _family_of().get(quantity.unit)
        if word is None or not quantity.ambiguous or word not in parse.folded[quantity.core_start : quantity.core_end].lower():
            out.append(quantity)
            continue
        if word not in settled:
            settled[word] = _meant(parse, word)
        out.append(replace(quantity, unit=settled[word]))
    return out


def _meant(parse: Parse, word: str) -> str:
    """The code of the family whose state the text names most; the family's first where none stands out."""
    family = _FAMILIES[word]
    default = next(iter(family))
    counts = Counter({code: len(re.findall(rf"(?i)\b(?:{'|'.join(states)})\b", parse.folded)) for code, states in family.items()})
    (code, most), *others = counts.most_common()
    second = others[0][1] if others else 0
    return code if most >= MIN_MENTIONS and most > second else default
