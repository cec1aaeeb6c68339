"""Ellipsis: the words that a quantity leaves out because the one before it has them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from variorum.extract.figures.written.quantity import Quantity
from variorum.lang import language_data
from variorum.text.parsing.parse import Parse

_OR = re.compile(r"(?i) or (?:even |possibly |perhaps |about |maybe |as much as |more like )?")
_AGAIN = "|".join(re.escape(word) for word in sorted(language_data("figures")["ellipsis"]["again"], key=len, reverse=True))
_SAME_AGAIN = re.compile(rf"(?i)\b(?:{_AGAIN})\W+(?:\w+\W+){{0,3}}$")
_NEAR = 100  # characters between a number and the one whose noun or unit it shares


def fill_gaps(parse: Parse, quantities: list[Quantity]) -> list[Quantity]:
    """Give a bare number the noun or unit of the one before it in its sentence: "460 vehicles ... compared with 63"."""
    out = list(quantities)
    for index, bare in enumerate(out):
        if bare.unit or bare.of is not None or bare.kind != "cardinal":
            continue
        for other in reversed(out[max(0, index - 3) : index]):
            if _lends(parse, other, bare):
                out[index] = replace(bare, unit=other.unit, family=other.family, of=other.of, pint_unit=other.pint_unit, gap=True)
                break
        else:
            if index + 1 < len(out) and out[index + 1].of == "point" and _LEVEL.fullmatch(parse.folded[bare.end : out[index + 1].start]):
                out[index] = replace(bare, of="point")
    return out


_LEVEL = re.compile(r",? (?:up|down) ")  # "16,369.03 up 58.06 points": a level and its change


_AND = re.compile(r",? (?:and|or) ")


def _lends(parse: Parse, other: Quantity, bare: Quantity) -> bool:
    """True if a bare number leaves out the noun or unit that an earlier number of its sentence has."""
    if other.of == "age" and _AND.fullmatch(parse.folded[other.end : bare.start]):
        return True
    if not (other.of or other.family in {"money", "measure"}) or other.family not in {"", "money", "measure"} or not _comparable(other, bare):
        return False
    one, two = parse.token_at(other.number.start), parse.token_at(bare.number.start)
    if one is None or two is None or one.sent.start != two.sent.start or bare.start - other.end > _NEAR:
        return False
    return _SAME_AGAIN.search(parse.folded, other.end, bare.start) is not None


def _comparable(a: Quantity, b: Quantity) -> bool:
    """True if two values are of one order, within a factor of a hundred."""
    return bool(a.high and b.high and Decimal("0.01") <= abs(a.high / b.high) <= 100)


def share_modifiers(folded: str, quantities: list[Quantity]) -> list[Quantity]:
    """Let "as much as $5 billion or even $10 billion annually" share its bound, period and unit between both members."""
    out = list(quantities)
    for index in range(len(out) - 1):
        a, b = out[index], out[index + 1]
        if not _OR.fullmatch(folded[a.end : b.start]):
            continue
        if a.family == b.family or (not a.unit and not a.of) or (not b.unit and not b.of):
            per = a.per or b.per
            unit = (a.unit or b.unit) if b.family != "ordinal" else a.unit
            out[index] = replace(a, per=per, unit=unit, family=a.family or b.family, of=a.of or b.of)
            out[index + 1] = replace(
                b, per=per, unit=b.unit or unit, family=b.family or a.family, bound=a.bound if b.bound == "=" else b.bound, of=b.of or a.of
            )
    return out
