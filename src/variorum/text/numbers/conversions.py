"""Conversions between units of measure and of time: miles to kilometres, weeks to days. Money is never converted."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from variorum.lang import language_data

if TYPE_CHECKING:
    from pint import UnitRegistry


@functools.cache
def registry() -> UnitRegistry[Any]:
    """Pint's units; loaded on first use only, since most articles convert nothing."""
    from pint import UnitRegistry  # noqa: PLC0415

    return UnitRegistry(non_int_type=Decimal, autoconvert_offset_to_baseunit=True)


@functools.cache
def _quantities() -> dict[str, str]:
    """The Pint unit of each symbol of a measure."""
    rows: dict[str, dict[str, Any]] = language_data("units")["measure"]
    return {symbol: row["quantity"] for symbol, row in rows.items() if "quantity" in row and "as" not in row}


_DAY = Decimal(86_400)
_SECONDS = {"second": Decimal(1), "minute": Decimal(60), "hour": Decimal(3600), "day": _DAY, "week": 7 * _DAY}
_SECONDS |= {"month": Decimal("365.25") * _DAY / 12, "quarter": Decimal("365.25") * _DAY / 4, "year": Decimal("365.25") * _DAY}


@functools.cache
def convertible(one: str, two: str) -> bool:
    """True if two symbols are of one dimension, so that a value in the one has a value in the other."""
    if one == two:
        return True
    if one in _SECONDS or two in _SECONDS:
        return one in _SECONDS and two in _SECONDS
    quantities = _quantities()
    if one not in quantities or two not in quantities:
        return False
    units = registry()
    return bool(units.Unit(quantities[one]).dimensionality == units.Unit(quantities[two]).dimensionality)


@functools.cache
def dimension(unit: str) -> str:
    """The key of a unit's dimension: two units are convertible just if theirs are equal."""
    if unit in _SECONDS:
        return "time"
    quantities = _quantities()
    return str(registry().Unit(quantities[unit]).dimensionality) if unit in quantities else unit


@functools.lru_cache(maxsize=10_000)
def converted(value: Decimal, one: str, two: str) -> Decimal:
    """A value in the unit `one` as a value in the unit `two`, both symbols; ValueError if they are not `convertible`."""
    if one == two:
        return value
    if not convertible(one, two):
        raise ValueError(f"{one} cannot be converted to {two}.")
    if one in _SECONDS:
        return value * _SECONDS[one] / _SECONDS[two]
    quantities = _quantities()
    return Decimal(registry().Quantity(value, quantities[one]).to(quantities[two]).magnitude)
