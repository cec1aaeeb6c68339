"""Growth: the size of a change beside the values that it leads from and to: "from 200 to 300, a 50 percent increase"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from variorum.extract.figures.checks.margins import Margin, margin_of, meets, rounding, written_out
from variorum.extract.figures.checks.neighbours import HEDGE, MONEY_SIGN, after, any_of
from variorum.lang import language_data
from variorum.records.marks import Check, Figure
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("checks")
_SIZE_AFTER = re.compile(rf"(?i)(?:,? ?\(|,? ?[–—] ?|,? )(?:{any_of(_DATA['growth']['size_after'])} )*{HEDGE}{MONEY_SIGN}")
_SIZE_BEFORE = re.compile(rf"(?i)(?: {any_of(_DATA['growth']['between'])}){{0,5}},? {HEDGE}(?:(?:to|from) )?{HEDGE}{MONEY_SIGN}")


def check_growth(parse: Parse, figures: list[Figure], sentences: list[list[int]]) -> Iterator[tuple[int, Check]]:
    """For each change from one value to another with its size told beside it: the place of the size, and whether it works out."""
    for places in sentences:
        for first, second in itertools.pairwise(places):
            one, two = figures[first], figures[second]
            if _leads(one) and _is_size(two, one) and _SIZE_AFTER.fullmatch(after(parse, one, two)):
                check, at = _worked_out(parse, one, two), second
            elif _leads(two) and _is_size(one, two) and _SIZE_BEFORE.fullmatch(_words_before(parse, one, two)):
                check, at = _worked_out(parse, two, one), first
            else:
                continue
            if check:
                yield at, check


def _words_before(parse: Parse, size: Figure, change: Figure) -> str:
    return parse.folded[size.end : change.start].replace("\n", " ").rstrip() + " "


def _leads(figure: Figure) -> bool:
    change = figure.change
    return change is not None and change.kind == "from_to" and bool(change.from_) and change.to is not None


def _is_size(figure: Figure, of: Figure) -> bool:
    """True if a figure can be the size of the change that another gives: a share of its old value, a difference, a factor."""
    if figure.low is None or figure.low != figure.high or figure.per != of.per:
        return False
    if figure.unit == "x":
        return figure.change is not None and figure.change.factor is not None and of.unit != "%"
    moved = figure.change is not None and figure.change.kind == "by"
    if figure.unit == "%" and of.unit != "%":
        return moved and figure.of in {None, of.of}
    return moved and (figure.unit == "pp" and of.unit == "%")


def _worked_out(parse: Parse, change: Figure, size: Figure) -> Check | None:
    told = margin_of(parse, size)
    ends = _ends(parse, change)
    if told is None or ends is None or change.change is None or size.low is None:
        return None
    old, new = change.change.from_, change.change.to
    (old_low, old_high), (new_low, new_high) = ends
    if old is None or new is None or old_low <= 0 or new_low < 0:
        return None
    corners = [_size(size.unit, before, now) for before in (old_low, old_high) for now in (new_low, new_high)]
    true = _size(size.unit, old, new)
    allowed: Margin = (min(corners), max(corners)) if true >= 0 else (-max(corners), -min(corners))
    mark = {"x": "times", "pp": "points", "%": "%"}[size.unit]
    sentence = f"From {written_out(old)} to {written_out(new)} is {written_out(true if size.unit == 'x' else abs(true))} {mark}"
    return (
        Check("growth", True, f"{sentence}, as “{size.quote}” says.")
        if meets(allowed, told)
        else Check("growth", False, f"{sentence}; the text says “{size.quote}”.")
    )


def _size(unit: str, before: Decimal, now: Decimal) -> Decimal:
    """The size of a change as a factor (`x`), in percentage points (`pp`) or in per cent of the old value (`%`)."""
    if unit == "x":
        return now / before
    return now - before if unit == "pp" else 100 * (now - before) / before


def _ends(parse: Parse, figure: Figure) -> tuple[Margin, Margin] | None:
    """The margins of the old and the new value of a change, each by the digits that the text writes for it."""
    change = figure.change
    if change is None or change.from_ is None or change.to is None:
        return None
    written = parse.folded[figure.number.start : figure.number.end]
    parts = re.split(r" (?:to|from) ", written, maxsplit=1)
    first, second = (parts[0], parts[-1]) if len(parts) > 1 else (written, written)
    forward = re.search(r" to ", written) is not None
    old, new = (first, second) if forward else (second, first)
    half_old, half_new = rounding(old, change.from_), rounding(new, change.to)
    return (change.from_ - half_old, change.from_ + half_old), (change.to - half_new, change.to + half_new)
