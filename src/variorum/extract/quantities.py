"""Quantities as they are written: pieces joined into ranges and from-to changes, with bound, period and counted noun."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from variorum.article import Span
from variorum.extract.bounds import bound_after, bound_before, period
from variorum.extract.counted import base, counted_noun
from variorum.extract.pieces import PERCENT, RANK, Piece, find_pieces
from variorum.lang import language_data
from variorum.marks import Change
from variorum.text.parse import Parse

_DATA: dict[str, Any] = language_data("figures")
_UP, _DOWN, _MOVE = (frozenset(_DATA["change"][key]) for key in ("up", "down", "move"))

_JOINT = re.compile(
    r"(?i) ?(?:-|–|—|--) ?| to (?:as much as |as high as |about |around |nearly |almost |even |just over |more than )?| and | through "
)
_OR = re.compile(r"(?i) or (?:even |possibly |perhaps |about |maybe |as much as |more like )?")
_FILL = r"(?: [\w$£€%'.&-]+){0,6}?"
_FORWARD = re.compile(
    r"(?i)(?:"
    + _FILL
    + r",?)? to (?:just |about |around |nearly |almost |only |a |an |at least |as much as |as high as |over |more than |below |under |up to |roughly |approximately )*"
)
_BACKWARD = re.compile(
    r"(?i),? ?(?:\(?(?:up|down|compared|increased?|rise|jump|decreased?|instead)\b ?)?(?:[A-Za-z][\w.'-]* ){0,6}?from(?: [\w'-]+){0,3}? (?:about |around |nearly )?"
)
_BETWEEN = re.compile(
    r"(?i)\b(?:between|ranging from|ranges? from|ranged from|anywhere from|vary from|varies from)(?: an?| the| about| around| roughly| [A-Z][\w.]*)?\s*$"
)
_FROM = re.compile(
    r"(?i)\bfrom (?:an? |the |its |their |his |about |around |nearly |an initially |a |current |present |initial |previous |original |already |[\w'-]+ ){0,4}$"
)
_TO = re.compile(r"(?i)\bto (?:about |around |nearly |just |only |almost |as much as |roughly |a |an |over |more than |at least )*$")
_TOP = re.compile(r"(?i)\b(?:among|in|of|within)?\s*(?:the |its |their )?(?:world's |country's |nation's )?top[- ]$")
_AGE_AFTER = re.compile(r"(?i)[ -](?:years?|months?|weeks?|days?)[ -]olds?\b")
_OLD = re.compile(r"(?i)[ -](?:olds?|of age)\b")
_AGES = re.compile(r"(?i)\b(?:aged?|ages|age of)\s+(?:between |from |about |around |under |over )?$")
_SCORE = re.compile(r"(?i)\s+(?:win|victory|defeat|loss|lead|draw|win over|thrashing|vote|decision|ruling|split|record)\b")
_OF_PREVIOUS = re.compile(r"^\s*$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity as the words give it. `start` to `end` covers bound word to period; `core_end` is where number and unit end."""

    start: int
    end: int
    number: Span
    core_start: int
    core_end: int
    low: Decimal | None
    high: Decimal | None
    unit: str
    family: str
    kind: str
    of: str | None = None
    bound: str = "="
    per: str | None = None
    change: Change | None = None
    pint_unit: str | None = None
    ambiguous: bool = False


def find_quantities(parse: Parse, taken: list[Span]) -> list[Quantity]:
    """Every quantity of a text, in order. `taken` are spans whose numbers are none (dates)."""
    pieces = find_pieces(parse, taken)
    sentence_of = _sentence_numbers(parse, pieces)
    out: list[Quantity] = []
    at = 0
    while at < len(pieces):
        after = pieces[at + 1] if at + 1 < len(pieces) and sentence_of[at + 1] == sentence_of[at] else None
        if after and _is_result(parse, pieces[at], after):
            at += 2
            continue
        joined = _join(parse, pieces[at], after) if after else None
        quantity = joined or _single(parse, pieces[at])
        at += 2 if joined else 1
        if quantity:
            out.append(quantity)
    return _fill_gaps(parse, _share_modifiers(parse.folded, out))


def _sentence_numbers(parse: Parse, pieces: list[Piece]) -> list[int]:
    tokens = [parse.token_at(piece.number.start) for piece in pieces]
    return [token.sent.start if token is not None else -1 for token in tokens]


# --- two pieces that are one quantity -----------------------------------------------------------------------------------------------


def _join(parse: Parse, a: Piece, b: Piece) -> Quantity | None:
    """A range or a from-to change made of two pieces, None if they are two quantities."""
    if a.kind not in {"cardinal", "fraction"} or b.kind not in {"cardinal", "fraction"} or b.low is None or a.low is None:
        return None
    between, before = parse.folded[a.end : b.start].replace("\n", " "), parse.folded[max(0, a.start - 60) : a.start].replace("\n", " ")
    if len(between) > 60 or not _may_share_unit(a, b):
        return None
    bare, unlike = not b.unit, a.symbol != b.symbol
    a, b = _even_out(a, b)
    if _BACKWARD.fullmatch(between) and not _FROM.search(before) and (unlike is False or between.lstrip(" ,").startswith("from")):
        return _from_to(parse, a, b, old=a_old(b), new=a_old(a))
    if _JOINT.fullmatch(between) and not (bare and a.symbol and " to " in between and not _FROM.search(before)):
        return _range_or_change(parse, a, b, between, before)
    if (
        _FORWARD.fullmatch(between)
        and a.symbol
        and not (bare and not _FROM.search(before))
        and (_FROM.search(before) or _moved(parse, a))
        and a.symbol == b.symbol
    ):
        return _from_to(parse, a, b, old=a_old(a), new=a_old(b))
    return None


def a_old(piece: Piece) -> Decimal | None:
    """The one value of a piece."""
    return piece.high


def _may_share_unit(a: Piece, b: Piece) -> bool:
    return a.symbol == b.symbol or not a.symbol or not b.symbol


def _even_out(a: Piece, b: Piece) -> tuple[Piece, Piece]:
    """Give each piece the unit that only the other has, and the first the scale of the second ("$5–10 billion")."""
    if b.scaled and not a.scaled and a.mantissa is not None and b.mantissa is not None and a.low is not None and b.high and a.mantissa <= b.mantissa:
        scale = b.high / b.mantissa if b.mantissa else Decimal(1)
        a = replace(a, low=a.low * scale, high=a.low * scale)
    if not b.unit and a.unit:
        b = replace(b, unit=a.unit)
    if not a.unit and b.unit:
        times = b.unit.times
        a = replace(a, unit=b.unit, low=a.low * times if a.low is not None else None, high=a.high * times if a.high is not None else None)
    return a, b


def _range_or_change(parse: Parse, a: Piece, b: Piece, between: str, before: str) -> Quantity | None:
    low, high = a.low, b.high
    if low is None or high is None:
        return None
    word = between.strip().lower()
    if word == "and":
        return _range(parse, a, b) if _BETWEEN.search(before) else None
    if word.startswith("to") or word == "through":
        if _FROM.search(before) and not _BETWEEN.search(before) and (low > high or _moved(parse, a)):
            return _from_to(parse, a, b, old=low, new=high)
        if low > high:
            return _from_to(parse, a, b, old=low, new=high) if a.symbol and _moved(parse, a) else None
        return _range(parse, a, b)
    if low >= high or (not a.symbol and _is_score(parse, a, b)):
        return None
    return _range(parse, a, b)


def _is_result(parse: Parse, a: Piece, b: Piece) -> bool:
    """True for the score of a match or vote, "2-2" or "5–4": two bare numbers joined by a dash that count nothing."""
    bare = not a.symbol and not b.symbol and a.kind == b.kind == "cardinal" and not a.scaled and not b.scaled
    return bare and parse.folded[a.end : b.start] in {"-", "–"} and _is_score(parse, a, b)


def _is_score(parse: Parse, a: Piece, b: Piece) -> bool:
    """True for "3-2" and "5–4 ruling": two small bare numbers with a dash that count nothing."""
    counted = counted_noun(parse, b.number.start, b.end)
    return _SCORE.match(parse.folded, b.end) is not None or (counted is None and (b.high or 0) < 150)


def _moved(parse: Parse, piece: Piece) -> bool:
    """True if a verb or noun of change stands in the clause before the piece, or right after the pair."""
    token = parse.token_at(piece.number.start)
    if token is None:
        return False
    window = token.doc[max(token.sent.start, token.i - 14) : token.i + 1]
    words = {word.lemma_.lower() for word in window} | {word.lower_ for word in window}
    return bool(words & (_UP | _DOWN | _MOVE | {"up", "down"}))


def _range(parse: Parse, a: Piece, b: Piece) -> Quantity:
    whole = replace(a, end=b.end, number=Span(a.number.start, b.number.end), low=a.low, high=b.high, scaled=True)
    quantity = _finish(parse, whole, b)
    before = parse.folded[max(0, quantity.start - 24) : quantity.start]
    if match := re.search(r"(?i)\b(?:between|from|ranging from)\s+$", before):
        return replace(quantity, start=quantity.start - len(before) + match.start())
    return quantity


def _from_to(parse: Parse, a: Piece, b: Piece, *, old: Decimal | None, new: Decimal | None) -> Quantity:
    whole = replace(a, end=b.end, number=Span(a.number.start, b.end if b.unit and b.unit.family != "money" else b.number.end), low=new, high=new)
    quantity = _finish(parse, whole, b)
    direction = None if old is None or new is None or old == new else "up" if new > old else "down"
    of = quantity.of
    if of is None and a.symbol == "%" and (found := base(parse, a.end)):
        of = found[1]
    start = quantity.start
    before = parse.folded[max(0, start - 40) : start]
    if match := _FROM.search(before) or _TO.search(before):
        start = start - len(before) + match.start()
    return replace(quantity, start=start, of=of, change=Change("from_to", old, new, direction))


# --- one piece ----------------------------------------------------------------------------------------------------------------------


def _single(parse: Parse, piece: Piece) -> Quantity | None:
    quantity = _finish(parse, piece, piece)
    if piece.kind == "cardinal" and not piece.unit and (match := _TOP.search(parse.folded[max(0, piece.start - 40) : piece.start])):
        window = max(0, piece.start - 40)
        return replace(
            quantity,
            start=min(quantity.start, window + match.start() + len(match[0]) - len(match[0].lstrip())),
            unit=RANK.symbol,
            family="rank",
            bound="<=",
        )
    return quantity


def _finish(parse: Parse, piece: Piece, last: Piece) -> Quantity:
    """Add bound, period, counted noun or base, and age to a piece; `last` is the piece at whose end the words after are read."""
    folded = parse.folded
    unit, family = piece.symbol, piece.unit.family if piece.unit else ""
    start, end, of = piece.start, piece.end, piece.of
    before = bound_before(folded, piece.start)
    if before and _is_particle(parse, before[0]):
        before = None
    bound = "="
    if before:
        start, bound = before
    if (after := bound_after(folded, end)) and bound == "=":
        bound, end = after[1], after[0]
    per = period(folded, end)
    if per:
        end = per[0]
    if not unit:
        counted = counted_noun(parse, last.number.start, last.end)
    elif unit in {"%", "ordinal"} or piece.kind == "multiplier":
        counted = base(parse, end) if unit == "%" else counted_noun(parse, last.number.start, last.end) if unit == "ordinal" else None
    else:
        counted = None
    if counted and counted[0] > end:
        end, of = counted[0], counted[1] or None
        per = per or period(folded, end)
        end = max(end, per[0]) if per else end
    if family == "time" and (old := _OLD.match(folded, end)):
        end, of = old.end(), "age"
    if not unit and of is None and _is_age(parse, piece):
        unit, family, of = "year", "time", "age"
    if not unit and _AGES.search(folded[max(0, piece.start - 24) : piece.start]) and piece.high is not None and piece.high < 120 and of is None:
        unit, family, of = "year", "time", "age"
    return Quantity(
        start, end, piece.number, piece.start, piece.end, piece.low, piece.high, unit, family, piece.kind, of, bound,
        per[1] if per else None, None, piece.unit.quantity if piece.unit else None, bool(piece.unit and piece.unit.ambiguous),
    )  # fmt: skip


def _is_age(parse: Parse, piece: Piece) -> bool:
    """True for the age set between commas after a name: "Mary Lane, 66, said"."""
    folded = parse.folded
    if piece.high is None or not 0 < piece.high < 115 or not folded[piece.start].isdigit() or folded[piece.start - 2 : piece.start] != ", ":
        return False
    name = parse.token_at(piece.start - 3)
    return name is not None and name.pos_ == "PROPN" and name.text.isalpha() and bool(re.compile(r",(?! \d)").match(folded, piece.end))


_SAME_AGAIN = re.compile(
    r"(?i)\b(?:including|compared (?:with|to)|versus|against|from|to|while|but|and|or|of which|of whom|up from|down from|with|than|is|was|were|at|only|about|just|another)\W+(?:\w+\W+){0,3}$"
)
_NEAR = 100  # characters between a number and the one whose noun or unit it shares


def _fill_gaps(parse: Parse, quantities: list[Quantity]) -> list[Quantity]:
    """Give a bare number the noun or unit of the one before it in its sentence: "460 vehicles ... compared with 63"."""
    out = list(quantities)
    for index, bare in enumerate(out):
        if bare.unit or bare.of is not None or bare.kind != "cardinal":
            continue
        for other in reversed(out[max(0, index - 3) : index]):
            if _lends(parse, other, bare):
                out[index] = replace(bare, unit=other.unit, family=other.family, of=other.of, pint_unit=other.pint_unit)
                break
        else:
            if index + 1 < len(out) and out[index + 1].of == "point" and _LEVEL.fullmatch(parse.folded[bare.end : out[index + 1].start]):
                out[index] = replace(bare, of="point")
    return out


_LEVEL = re.compile(r",? (?:up|down) ")  # "16,369.03 up 58.06 points": a level and its change


def _lends(parse: Parse, other: Quantity, bare: Quantity) -> bool:
    """True if a bare number leaves out the noun or unit that an earlier number of its sentence has."""
    if not (other.of or other.family in {"money", "measure"}) or other.family not in {"", "money", "measure"} or not _comparable(other, bare):
        return False
    one, two = parse.token_at(other.number.start), parse.token_at(bare.number.start)
    if one is None or two is None or one.sent.start != two.sent.start or bare.start - other.end > _NEAR:
        return False
    return _SAME_AGAIN.search(parse.folded, other.end, bare.start) is not None


def _comparable(a: Quantity, b: Quantity) -> bool:
    """True if two values are of one order, within a factor of a hundred."""
    return bool(a.high and b.high and Decimal("0.01") <= abs(a.high / b.high) <= 100)


def _is_particle(parse: Parse, start: int) -> bool:
    """True if a bound word belongs to a verb before it: "handed over 21 girls"."""
    token = parse.token_at(start)
    return token is not None and token.dep_ == "prt"


def _share_modifiers(folded: str, quantities: list[Quantity]) -> list[Quantity]:
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


__all__ = ["PERCENT", "Quantity", "find_quantities"]
