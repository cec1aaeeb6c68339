"""Shares of a base that the text names: "60 of the 240 seats, or 25 percent", "40 percent of its 1,200 workers, or 480"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from variorum.extract.figures.checks.margins import Margin, margin_of, meets, written_out
from variorum.extract.figures.checks.neighbours import AGAIN, OF_BASE, after, between
from variorum.records.marks import Check, Figure
from variorum.text.parsing.parse import Parse

_AGAIN = re.compile(AGAIN, re.IGNORECASE)
_OF_BASE_COUNTED = re.compile(r"(?: [A-Za-z][\w'-]*)?" + OF_BASE, re.IGNORECASE)  # "60 seats of the 240"
_SHARE_OF = re.compile(r" ?(?:%|per ?cent|pct)" + OF_BASE, re.IGNORECASE)
_APART = re.compile(r",?" + OF_BASE, re.IGNORECASE)


def check_shares(parse: Parse, figures: list[Figure], sentences: list[list[int]]) -> Iterator[tuple[int, Check]]:
    """For each part, base and share of one sentence that belong together: the place of the last of them, and whether they work out."""
    for places in sentences:
        for first, second, third in zip(places, places[1:], places[2:], strict=False):
            triple = _share_triple(parse, figures[first], figures[second], figures[third])
            check = _worked_out(parse, *triple) if triple else None
            if check:
                yield third, check


def _share_triple(parse: Parse, one: Figure, two: Figure, three: Figure) -> tuple[Figure, Figure, Figure] | None:
    """Part, base and share among three figures in a row, in whichever order the sentence gives them."""
    found = None
    if three.unit == "%" and _OF_BASE_COUNTED.fullmatch(between(parse, one, two)) and _AGAIN.fullmatch(_beyond(parse, (one, two), three)):
        found = one, two, three  # 60 of the 240 seats, or 25 percent
    elif one.unit == "%" and _SHARE_OF.fullmatch(between(parse, one, two)) and _AGAIN.fullmatch(_beyond(parse, (one, two), three)):
        found = three, two, one  # 40 percent of its 1,200 workers, or 480
    elif one.unit == "%" and _AGAIN.fullmatch(after(parse, one, two)) and _OF_BASE_COUNTED.fullmatch(between(parse, two, three)):
        found = two, three, one  # 60 percent, or 120 of the 200 houses
    elif two.unit == "%" and _AGAIN.fullmatch(after(parse, one, two)) and _APART.fullmatch(after(parse, two, three)):
        found = one, three, two  # 60, or 25 percent, of the 240 seats
    return found if found and _belong(*found) else None


def _beyond(parse: Parse, pair: tuple[Figure, Figure], last: Figure) -> str:
    """The words between the end of a pair, of which the second may stand inside the first, and the number of a third."""
    return parse.folded[max(figure.end for figure in pair) : last.number.start].replace("\n", " ")


def _belong(part: Figure, base: Figure, share: Figure) -> bool:
    """True if a part and a base are of one unit, and neither they nor the share is said of something else."""
    if part.unit != base.unit or base.unit in {"%", "pp", "x", "rank", "ordinal"} or share.change or part.change or base.change:
        return False
    if share.of and base.of and share.of.split()[-1] != base.of.split()[-1]:
        return False
    return part.per == base.per and part.low is not None and base.low is not None and 0 < part.low <= base.low and "age" not in (part.of, base.of)


def _worked_out(parse: Parse, part: Figure, base: Figure, share: Figure) -> Check | None:
    whole, some, told = (margin_of(parse, figure) for figure in (base, part, share))
    if not whole or not some or not told or part.low is None or not base.low or whole[0] <= 0 or share.low is None:
        return None
    true = 100 * part.low / base.low
    allowed: Margin = (100 * max(some[0], Decimal(0)) / whole[1], 100 * some[1] / whole[0])
    ok = meets(allowed, told)
    if ok:
        return Check("share", True, f"{written_out(part.low)} of {written_out(base.low)} is {written_out(true)} %, as “{share.quote}” says.")
    return Check("share", False, f"{written_out(part.low)} of {written_out(base.low)} is {written_out(true)} %; the text says “{share.quote}”.")
