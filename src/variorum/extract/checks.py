"""Checks inside an article: amounts given twice in different units, and whether the conversion works out."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from variorum.extract.quantity import Quantity
from variorum.lang import language_data
from variorum.marks import Check, Figure
from variorum.text.parse import Parse

if TYPE_CHECKING:
    from pint import UnitRegistry

_BEFORE = "|".join(re.escape(words) for words in language_data("figures")["restated"]["before"])
_HEDGE = "|".join(re.escape(word) for word in language_data("figures")["restated"]["hedges"])
_OPENING = re.compile(rf"\s?(?:\(|\[|/| — | – |{_BEFORE})(?:(?:{_HEDGE}) ?)*")
TOLERANCE = Decimal("0.06")  # relative; news rounds to two figures, so a right conversion is off by at most 5 %


@functools.cache
def _registry() -> UnitRegistry[Any]:
    """Pint's units; loaded on first use only, since most articles convert nothing."""
    from pint import UnitRegistry  # noqa: PLC0415

    return UnitRegistry(non_int_type=Decimal, autoconvert_offset_to_baseunit=True)


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


_TOTAL = re.compile(r"(?i)[^.;]{0,80}?\b(?:total(?:l)?ing|amounting to|to reach|reaching|to a total of|to)\s+(?:about |some |around |nearly |over )?")


def imply_bases(parse: Parse, figures: list[Figure]) -> list[Figure]:
    """Note what a factor with its result implies for the value before: "a ninefold increase, totalling $10 billion" was $1.1 billion."""
    out = list(figures)
    for index in range(1, len(out)):
        a, b = out[index - 1], out[index]
        factor = a.change.factor if a.change and a.change.kind == "factor" else None
        if not factor or factor == 1 or b.low is None or b.low != b.high or b.unit in {"x", "%", "ordinal", "rank"} or b.change:
            continue
        if _TOTAL.fullmatch(parse.folded[a.end : b.number.start].rstrip("$€£¥US ") + " "):
            unit = b.unit or b.of or ""
            reason = f"{_plain(factor)} times a value that comes to {_plain(b.low)} {unit} implies {_plain(b.low / factor)} {unit} before."
            out[index] = replace(b, checks=(*b.checks, Check("implied", True, reason)))
    return out


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
        return Check("rate", True, f"The text's own rate: 1 {small} = {_plain(value)} {big}.")
    true = _ratio(a, qa, qb)
    if true is None:
        return None
    converted = a.high * true
    ok = abs(b.high - converted) <= TOLERANCE * abs(converted) + _rounding(b.high)
    verdict = "" if ok else f"; the text gives {_plain(b.high)} {b.unit}"
    return Check("conversion", ok, f"{_plain(a.high)} {a.unit} is {_plain(converted)} {b.unit}{verdict}.")


def _ratio(a: Figure, qa: Quantity, qb: Quantity) -> Decimal | None:
    """How many units of `qb` make one of `qa`, for the value of `a`; None if they do not measure the same thing."""
    if qa.pint_unit is None or qb.pint_unit is None or a.high is None or not a.high:
        return None
    from pint import DimensionalityError  # noqa: PLC0415  # as in _registry

    units = _registry()
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


def _plain(value: Decimal) -> str:
    """A value to three significant figures, without exponent."""
    rounded = +value if abs(value) >= 1000 else value.quantize(Decimal("0.001"))
    places = 0 if abs(rounded) >= 100 else 1 if abs(rounded) >= 10 else 2
    text = f"{rounded:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
