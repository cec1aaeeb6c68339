"""Compounds: one quantity told in a larger unit and a smaller one, "3 dollars 50 cents", "6 ft 2 in", "two hours and 14 minutes", "2h 14m 5s"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from variorum.extract.figures.written.numbers_with_units import Piece
from variorum.lang import language_data
from variorum.records.article import Span
from variorum.text.numbers.units import Unit

_STEPS: dict[str, dict[str, int]] = language_data("units")["compounds"]
_BETWEEN = re.compile(r"(?i),? (?:and )?|-(?:and-)?|")
_BETWEEN_COINS = re.compile(r"(?i) (?:and )?|, ")
_FEET_INCHES = re.compile(
    r"(?<![\w.])(?:(\d)(?:'|′|-foot-)|(\d{1,3}) ?(?:ft|feet|-feet-) ?)(1[01]|\d)(?:(?:\"|″| ?in\b| inches\b)|(?= (?!to\b|or\b|and\b)|[,.;)]|$))"
)
_LETTERS = re.compile(
    r"(?<![\w.])(?:(?P<h>\d{1,3}) ?h(?:rs?)? ?(?P<hm>\d{1,2}) ?m(?:ins?)?(?: ?(?P<hms>\d{1,2}(?:\.\d+)?) ?s(?:ecs?)?)?"
    r"|(?P<m>\d{1,3}) ?m(?:ins?)? ?(?P<ms>\d{1,2}(?:\.\d+)?) ?s(?:ecs?)?)(?![\w])"
)
# The two ends of a dealer's quotation, "240.34/44": what the second leaves out is as in the first.
_QUOTED = re.compile(r"(?<![\d.,/$£€-])(\d{1,4})\.(\d{2,4})/(\d{2,4})(?![\d/]|[.,]\d)")
INCH, SECOND, MINUTE = Unit("in", "measure", quantity="inch"), Unit("second", "time", quantity="second"), Unit("minute", "time", quantity="minute")


def written_compounds(folded: str) -> list[Piece]:
    """Compounds in a form of their own: heights ("6'2", "6-foot-2") and times in letters ("2h 14m 5s"), in order."""
    out = [_piece(match, INCH, 12 * int(match[1] or match[2]) + int(match[3])) for match in _FEET_INCHES.finditer(folded)]
    for match in _LETTERS.finditer(folded):
        hours, minutes, seconds = (match[a] or match[b] or "0" for a, b in (("h", "h"), ("hm", "m"), ("hms", "ms")))
        exact = bool(match["hms"] or match["ms"])
        total = Decimal(hours) * 60 + Decimal(minutes)
        out.append(_piece(match, SECOND if exact else MINUTE, total * 60 + Decimal(seconds) if exact else total))
    out += [_quotation(match) for match in _QUOTED.finditer(folded) if len(match[3]) <= len(match[2])]
    return sorted(out, key=lambda piece: piece.start)


def _quotation(match: re.Match[str]) -> Piece:
    """ "1.6590/00" is from 1.6590 to 1.6600."""
    low = Decimal(f"{match[1]}.{match[2]}")
    step = Decimal(10) ** (len(match[3]) - len(match[2]))
    last = Decimal(match[3]).scaleb(-len(match[2]))
    high = low - low % step + last
    return Piece(match.start(), match.end(), Span(*match.span()), low, high if high > low else high + step, None, "cardinal", low)


def _piece(match: re.Match[str], unit: Unit, value: Decimal | int) -> Piece:
    return Piece(match.start(), match.end(), Span(match.start(), match.end()), Decimal(value), Decimal(value), unit, "cardinal", Decimal(value))


def merge_compounds(folded: str, pieces: list[Piece]) -> list[Piece]:
    """Join each piece to the ones before it that it completes: neighbours whose units go down in fixed steps, the smaller one less than a step."""
    out: list[Piece] = []
    for piece in pieces:
        whole = _completed(folded, out[-1], piece) if out else None
        if whole:
            out[-1] = whole
        else:
            out.append(piece)
    return out


def _completed(folded: str, large: Piece, small: Piece) -> Piece | None:
    """Both pieces as one, in the smaller unit; money in the currency. None if they are two quantities."""
    if not large.unit or large.low is None or large.low != large.high or small.low is None or small.low != small.high or large.low < 0:
        return None
    between = _BETWEEN if large.unit.family != "money" else _BETWEEN_COINS
    if not between.fullmatch(folded, large.end, small.start) or large.kind != "cardinal" or small.kind != "cardinal":
        return None
    if large.unit.family == "money":
        return _with_coins(large, small)
    step = _STEPS.get(large.symbol, {}).get(small.symbol)
    if step is None or small.low >= step or small.unit is None:
        return None
    value = large.low * step + small.low
    return replace(small, start=large.start, number=Span(large.number.start, small.number.end), low=value, high=value, mantissa=value)


def _with_coins(large: Piece, small: Piece) -> Piece | None:
    """ "3 dollars 50 cents": the coins are less than one of the currency, and of it."""
    one, two = large.unit, small.unit
    if one is None or two is None or two.family != "money" or two.times >= one.times or large.low is None or small.low is None:
        return None
    if (one.symbol != two.symbol and not two.ambiguous) or small.low >= 1 or large.low % 1 or large.scaled:
        return None
    value = large.low + small.low
    return replace(large, end=small.end, number=Span(large.number.start, small.number.end), low=value, high=value, mantissa=value)
