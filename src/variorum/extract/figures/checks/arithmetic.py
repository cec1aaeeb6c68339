"""Checks inside an article: the arithmetic that its text invites, and whether it works out.

Amounts given twice in different units are linked here; sums, shares and growth have modules of their own.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from variorum.extract.figures.checks.growth import check_growth
from variorum.extract.figures.checks.margins import margin_of, meets, written_out
from variorum.extract.figures.checks.neighbours import sentences_of
from variorum.extract.figures.checks.shares import check_shares
from variorum.extract.figures.checks.sums import check_sums
from variorum.extract.figures.written.quantity import Quantity
from variorum.lang import language_data
from variorum.records.marks import Check, Figure
from variorum.text.numbers.conversions import registry
from variorum.text.parsing.parse import Parse

_BEFORE = "|".join(re.escape(words) for words in language_data("figures")["restated"]["before"])
_HEDGE = "|".join(re.escape(word) for word in language_data("figures")["restated"]["hedges"])
_OPENING = re.compile(rf"\s?(?:\(|\[|/| — | – |{_BEFORE})(?:(?:{_HEDGE}) ?)*")
TOLERANCE = Decimal("0.06")  # relative; news rounds to two figures, so a right conversion is off by at most 5 %


def link_restatements(parse: Parse, figures: list[Figure], quantities: list[Quantity]) -> list[Figure]:
    """Mark figures that give the one before again in another unit ("126 trillion won ($91.2bn)"), with a check of the conversion."""
    out = list(figures)
    for index in range(1, len(out)):
        a, b = out[index - 1], out[index]
        if not _restates(parse, a, b, quantities[index - 1], quantities[index]):
            continue
        check = _check(a, b, quantities[index - 1], quantities[index])
        out[index - 1] = replace(a, restated=True)
        out[index] = replace(
            b,
            restates=a.id,
            checks=(*b.checks, check) if check else b.checks,
            bound=a.bound if b.bound == "=" else b.bound,
            measure=a.measure,
            whose=a.whose,
            status=a.status,
        )
    return out


def check_arithmetic(parse: Parse, figures: list[Figure]) -> list[Figure]:
    """The figures with a check for every sum, share, growth and implied value that the text lets one work out."""
    sentences = sentences_of(parse, figures) if len(figures) > 1 else []
    found = [pair for find in (check_sums, check_shares, check_growth) for pair in find(parse, figures, sentences)] if sentences else []
    out = list(figures)
    for at, check in (*found, *_implied(parse, figures)):
        out[at] = replace(out[at], checks=(*out[at].checks, check))
    return out


_TOTAL = re.compile(r"(?i)[^.;]{0,80}?\b(?:total(?:l)?ing|amounting to|to reach|reaching|to a total of|to)\s+(?:about |some |around |nearly |over )?")
_NO_AMOUNT = {"x", "%", "ordinal", "rank"}


def _implied(parse: Parse, figures: list[Figure]) -> Iterator[tuple[int, Check]]:
    """What a factor with its result implies for the value before: "a ninefold increase, totalling $10 billion" was $1.1 billion."""
    for at, (a, b) in enumerate(itertools.pairwise(figures), start=1):
        factor = a.change.factor if a.change and a.change.kind == "factor" else None
        if not factor or factor == 1 or b.low is None or b.low != b.high or b.unit in _NO_AMOUNT or b.change:
            continue
        if _TOTAL.fullmatch(parse.folded[a.end : b.number.start].rstrip("$€£¥US ") + " "):
            unit = b.unit or b.of or ""
            before = f"{written_out(b.low / factor)} {unit} before"
            reason = f"{written_out(factor)} times a value that comes to {written_out(b.low)} {unit} implies {before}"
            stated = _stated(parse, figures, at, b.low / factor)
            yield at, Check("implied", True, f"{reason}, which agrees with “{stated.quote}”." if stated else f"{reason}.")


def _stated(parse: Parse, figures: list[Figure], at: int, implied: Decimal) -> Figure | None:
    """The figure nearest to one in the text that states an implied value as a fact, bounds and rounding allowed for."""
    b = figures[at]
    others = [
        figure
        for figure in figures
        if figure.unit == b.unit and figure.of == b.of and figure.status == "actual" and figure.change is None and figure.low is not None
        if figure.id != b.id and figure.low * 2 > implied and (margin := margin_of(parse, figure))
        if meets(margin, (implied * (1 - TOLERANCE), implied * (1 + TOLERANCE)))
    ]
    return min(others, key=lambda figure: abs(figure.start - b.start), default=None)


def _restates(parse: Parse, a: Figure, b: Figure, qa: Quantity, qb: Quantity) -> bool:
    if (
        not (a.unit and b.unit)
        or a.unit == b.unit
        or qa.family != qb.family
        or qa.family not in {"money", "measure"}
        or a.low is None
        or b.low is None
    ):
        return False
    if not _OPENING.fullmatch(parse.folded[qa.core_end : qb.core_start]):
        return False
    return qa.family == "money" or _ratio(a, qa, qb) is not None


def _check(a: Figure, b: Figure, qa: Quantity, qb: Quantity) -> Check | None:
    if a.high is None or b.high is None or not a.high or not b.high:
        return None
    if qa.family == "money":
        rate = a.high / b.high
        big, small, value = (a.unit, b.unit, rate) if rate >= 1 else (b.unit, a.unit, 1 / rate)
        return Check("rate", True, f"The text's own rate: 1 {small} = {written_out(value)} {big}.")
    true = _ratio(a, qa, qb)
    if true is None:
        return None
    converted = a.high * true
    ok = abs(b.high - converted) <= TOLERANCE * abs(converted) + _rounding(b.high)
    verdict = "" if ok else f"; the text gives {written_out(b.high)} {b.unit}"
    return Check("conversion", ok, f"{written_out(a.high)} {a.unit} is {written_out(converted)} {b.unit}{verdict}.")


def _ratio(a: Figure, qa: Quantity, qb: Quantity) -> Decimal | None:
    """How many units of `qb` make one of `qa`, for the value of `a`; None if they do not measure the same thing."""
    if qa.pint_unit is None or qb.pint_unit is None or a.high is None or not a.high:
        return None
    from pint import DimensionalityError  # noqa: PLC0415  # as in text.conversions

    units = registry()
    try:
        if qa.pint_unit.startswith("degree_"):
            return Decimal(units.Quantity(a.high, qa.pint_unit).to(qb.pint_unit).magnitude) / a.high
        return Decimal(units.Quantity(Decimal(1), qa.pint_unit).to(qb.pint_unit).magnitude)
    except DimensionalityError:
        return None


def _rounding(value: Decimal) -> Decimal:
    """Half of the last place that the text writes."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal("0.5") * Decimal(10) ** (exponent if isinstance(exponent, int) else 0)
