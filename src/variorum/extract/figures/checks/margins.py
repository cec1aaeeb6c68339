"""Margins: between which values a figure may lie when its bound and its rounding are allowed for."""

from __future__ import annotations

import re
from decimal import Decimal

from variorum.records.marks import Figure
from variorum.text.parsing.parse import Parse

Margin = tuple[Decimal, Decimal]

FAR = Decimal("1E+40")  # beyond every value that is read
ABOUT = Decimal("0.05")  # relative; "about" is used of values within 5 %
NEARLY = Decimal("0.1")  # relative; "nearly a third" is said of 31 per cent, and never of more than a third
ROUND = Decimal("0.025")  # relative; what the zeros at the end of a number of thousands may hide
FACTOR = Decimal("0.15")  # relative; "tripled" is said of what grew 2.6 to 3.4 times
FRACTION = Decimal(2)  # points; a fraction in words ("a third") is said of shares that near
_NEARLY = ("nearly", "almost", "close to", "not quite")
_DIGITS = re.compile(r"\d[\d,]*(?:\.(\d+))?")


def margin_of(parse: Parse, figure: Figure) -> Margin | None:
    """Least and greatest value that a figure allows, None for vague counts."""
    if figure.low is None or figure.high is None:
        return None
    low, high = figure.low, figure.high
    if figure.bound in {">", ">="}:
        return low, FAR
    if figure.bound in {"<", "<="}:
        return -FAR, high
    written = parse.folded[figure.number.start : figure.number.end]
    if figure.bound == "~" and any(word in figure.quote.lower() for word in _NEARLY):
        return low - abs(low) * NEARLY, high + rounding(written, high, figure.unit)
    if figure.bound == "~":
        return low - abs(low) * ABOUT, high + abs(high) * ABOUT
    return low - rounding(written, low, figure.unit), high + rounding(written, high, figure.unit)


def rounding(written: str, value: Decimal, unit: str = "") -> Decimal:
    """Half of the last place of a number as written: of "1.2 billion" 50 million, of "480" a half, of "1,200" thirty."""
    digits = list(_DIGITS.finditer(written))
    if not digits:
        return FRACTION if unit == "%" else FACTOR * abs(value) if unit == "x" else Decimal("0.5")
    decimals = max(len(found[1] or "") for found in digits)
    number = Decimal(digits[-1].group().replace(",", ""))
    scale = abs(value) / number if number and re.search(r"[a-z]", written.lower()[digits[-1].end() :]) else Decimal(1)
    place = scale / Decimal(10) ** decimals
    exponent = value.normalize().as_tuple().exponent
    if not decimals and abs(value) >= 1000 and isinstance(exponent, int) and exponent > 1:
        place = max(place, min(Decimal(10) ** exponent, 2 * ROUND * abs(value)))
    return place / 2


def meets(one: Margin, two: Margin) -> bool:
    """True if some value lies in both."""
    return one[0] <= two[1] and two[0] <= one[1]


def written_out(value: Decimal) -> str:
    """A value to three significant figures or more, without exponent."""
    rounded = +value if abs(value) >= 1000 else value.quantize(Decimal("0.001"))
    places = 0 if abs(rounded) >= 100 or rounded == rounded.to_integral_value() else 1 if abs(rounded) >= 10 else 2
    text = f"{rounded:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
