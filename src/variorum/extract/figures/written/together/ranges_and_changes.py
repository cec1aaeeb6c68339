"""Joins: two numbers that are one quantity, a range or a change from one value to another."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

from variorum.extract.figures.written.around.ages import age_before
from variorum.extract.figures.written.around.bounds import bound_after, period
from variorum.extract.figures.written.around.counted_nouns import base, counted_noun
from variorum.extract.figures.written.numbers_with_units import Piece
from variorum.extract.figures.written.quantity import Quantity, finish
from variorum.lang import language_data
from variorum.records.article import Span
from variorum.records.marks import Change
from variorum.text.numbers.units import Unit
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("figures")
_UP, _DOWN, _MOVE = (frozenset(_DATA["change"][key]) for key in ("up", "down", "move"))


def _any(words: list[str]) -> str:
    """A pattern for any of some words, each with the space after it, as often as they come."""
    return "(?:" + "|".join(re.escape(word) + " " for word in sorted(words, key=len, reverse=True)) + ")"


_HEDGES = _any(_DATA["joins"]["hedges"])
_JOINT = re.compile(rf"(?i) ?(?:-|–|—|--) ?|-? to {_HEDGES}*|-to-| to-| and | through ")
_TO_OR = re.compile(r"(?i) (?:to|or) ")
_SLASH = re.compile(r" ?/ ?")  # "£4/£6"
_OR = re.compile(r"(?i) or (?:even |maybe |perhaps )?[\"']?")
_EITHER = re.compile(r"(?i)(?:\b(?:either|whether|between)(?: [\w']+){0,3}|\d,?) $")
_FORWARD = re.compile(rf"(?i)(?:(?: [\w$£€%'.&-]+){{0,6}}?,?)? to {_HEDGES}*")
_NEW_CLAUSE = re.compile(
    r"\b(?:but|while|whereas|though|although|could|would|may|might|can|will|is|are|was|were)\b"
)  # "£34 but it could cost up to £1,700"
_MOVES = "|".join(_DATA["joins"]["moves"])
_WORD = r"(?:[A-Za-z][\w.'-]*|(?:19|20)\d\d(?:/\d\d)?|\d{1,2}(?:st|nd|rd|th)?) "  # "in 1986", "on March 3"
_BACKWARD = re.compile(rf"(?i),?(?: [-–—]+)? ?(?:\(?(?:{_MOVES})\b ?)?(?:{_WORD}){{0,6}}?from(?: (?!and |or )[\w'-]+){{0,3}}? {_HEDGES}*")
_SPANS = "|".join(_DATA["joins"]["spans"])
_BETWEEN = re.compile(rf"(?i)(?:\b(?:{_SPANS})(?: an?| the| about| around| roughly| the ages of| ages| [A-Z][\w.]*)?|\bages)\s*$")
_BY = re.compile(rf"(?i)\bby {_HEDGES}*$")  # "up by 35 miles, from 252 miles": 35 is no new value
_WORDS = re.compile(r"(?! (?:to|percent|per|pct)\b) [a-z]")  # "55 ships and up to EUR 113": another noun stands between
_ON = re.compile(rf"(?i) to {_HEDGES}*[$£€]?\d")  # "from 252 miles to 287": the start of another change
_AMOUNTS = re.compile(rf"(?i)\b(?:{'|'.join(_DATA['joins']['amounts'])}) from $")  # "would raise from 8 to 17 billion"
_FROM = re.compile(r"(?i)\bfrom (?:[\w'-]+ ){0,4}$")
_FROM_THE = re.compile(r"(?i)\bfrom the $")
_TO = re.compile(rf"(?i)\bto {_HEDGES}*$")
_SCORE = re.compile(r"(?i)\s+(?:" + "|".join(_DATA["joins"]["scores"]) + r")\b")
_MORE = re.compile(r"(?i)(?:(?:more|less|fewer|higher|lower|greater|smaller|larger|longer|shorter) than|over)\b")
_STEP = 5  # a range whose end is more than five times its start is hardly one, after a verb of change
_WIDE = 3  # after "by" the same of two amounts that both have their unit: "by $30 million to $310 million" is a move and a level
MAX_BETWEEN = 60  # characters between two numbers of one change; further apart they are two figures


def join(parse: Parse, a: Piece, b: Piece) -> Quantity | None:
    """A range or a from-to change made of two pieces, None if they are two quantities."""
    if b.symbol == "x" and b.kind == "multiplier" and a.kind == "cardinal" and not a.unit:
        return _factors(parse, a, b)
    if a.kind not in {"cardinal", "fraction"} or b.kind not in {"cardinal", "fraction"} or b.low is None or a.low is None:
        return None
    between, before = parse.folded[a.end : b.start].replace("\n", " "), parse.folded[max(0, a.start - 60) : a.start].replace("\n", " ")
    if len(between) > MAX_BETWEEN or not _may_share_unit(a, b):
        return None
    if _OR.fullmatch(between):
        return _range(parse, *_even_out(a, b)) if _are_neighbours(a, b) and not _EITHER.search(before) else None
    if _SLASH.fullmatch(between):
        return _range(parse, a, b) if a.start < a.number.start and b.start < b.number.start and a.low < b.low and a.symbol == b.symbol else None
    return _joined(parse, a, b, between, before)


def _factors(parse: Parse, a: Piece, b: Piece) -> Quantity | None:
    """A range of multiples: "two to three times those of Orland"."""
    joint = parse.folded[a.end : b.start].replace("\n", " ")
    ascending = a.low is not None and b.high is not None and a.low < b.high
    return _range(parse, replace(a, unit=b.unit, kind=b.kind), b) if ascending and (joint in {"-", "–"} or _TO_OR.fullmatch(joint)) else None


def _joined(parse: Parse, a: Piece, b: Piece, between: str, before: str) -> Quantity | None:
    bare, unlike = not b.unit, a.symbol != b.symbol and not (b.scaled and a.scaled and not b.unit)
    foreign = _counts_another(parse, a, b)
    if _moves_to_level(parse, a, b, between, before):
        return None
    a, b = _even_out(a, b, dashed=between in {"-", "–"})
    timed = unlike and b.unit is not None and b.unit.family == "time" and not between.endswith(" from ")  # "two from close range 10 minutes later"
    backward = (
        not timed and _BACKWARD.fullmatch(between) and not _FROM.search(before) and not _BY.search(before) and not _ON.match(parse.folded, b.end)
    )
    if backward and not foreign and (unlike is False or between.lstrip(" ,-–—").startswith("from")):
        return _from_to(parse, a, b, old=b.high, new=a.high)
    if _JOINT.fullmatch(between) and not (bare and a.symbol and not b.scaled and " to " in between and not _FROM.search(before)):
        return None if foreign and "to" in between.split() else _range_or_change(parse, a, b, between, before)
    if (
        _FORWARD.fullmatch(between)
        and not _NEW_CLAUSE.search(between)
        and not foreign
        and not (unlike and _WORDS.match(between))
        and " from " not in between
        and (a.symbol or _FROM.search(before))
        and not (bare and not _FROM.search(before))
        and (_FROM.search(before) or (_moved(parse, a) and not between.startswith(", ")))
        and a.symbol == b.symbol
    ):
        return _from_to(parse, a, b, old=a.high, new=b.high)
    return None


def joined_first(parse: Parse, b: Piece, c: Piece) -> Piece | None:
    """The new value of a change that is a range itself ("from 24 to 33-35 billion"), as one piece; None if the two are none."""
    if parse.folded[b.end : c.start] not in {"-", "–"} or b.low is None or c.high is None or b.kind != "cardinal" or c.kind != "cardinal":
        return None
    before = parse.folded[max(0, b.start - 60) : b.start].replace("\n", " ")
    if not _TO.search(before) or "from" not in before.lower() or not _may_share_unit(b, c):
        return None
    b, c = _even_out(b, c, dashed=True)
    if b.low is None or b.low >= (c.high or 0):
        return None
    return replace(c, start=b.start, number=Span(b.number.start, c.number.end), low=b.low)


def unbound(folded: str, quantities: list[Quantity]) -> list[Quantity]:
    """Take the bound from a number that another one stands right before: "100 over 80", "$6 more than $5", "$5 million over 10 years"."""
    out = list(quantities)
    for at in range(1, len(out)):
        one, two = out[at - 1], out[at]
        if (
            two.bound in {">", "<"}
            and one.end == one.core_end
            and folded[one.end : two.start] == " "
            and _MORE.match(folded, two.start, two.core_start)
        ):
            out[at] = replace(two, start=two.core_start, bound="=")
    return out


def _are_neighbours(a: Piece, b: Piece) -> bool:
    """True for "three or four", "20 or 30", "200 or 300": neighbours of one step, so a reader takes them for a range."""
    low, high = (a.mantissa, b.mantissa) if b.scaled and not a.scaled else (a.low, b.high)
    if low is None or high is None or not 0 < low < high or a.kind != "cardinal" or b.kind != "cardinal" or low % 1 or high % 1:
        return False
    step = Decimal(1)
    while low % (10 * step) == 0 and high % (10 * step) == 0:
        step *= 10
    return high - low == step or (
        a.start == a.number.start and a.end == a.number.end and high - low == _FIVE * step and low % (_FIVE * step) == 0
    )  # "10 or 15", "50 or 100"


def _counts_another(parse: Parse, a: Piece, b: Piece) -> bool:
    """True if the second number has no unit but a noun of its own: "from $5 on Monday to 9 stores", "$5 million from 12 donors"."""
    if b.unit:
        return False
    theirs = counted_noun(parse, b.end)
    if theirs is None or parse.folded[b.end : b.end + 1] != " ":
        return False
    ours = counted_noun(parse, a.end) if not a.unit else None
    return bool(a.unit) if ours is None else ours[1] != theirs[1]


def _moves_to_level(parse: Parse, a: Piece, b: Piece, between: str, before: str) -> bool:
    """True for "fell $1.2 million to $23.5 million", "grew by £30m, to £310m": by how much, and to which level."""
    word = between.strip(" ,").split(" ")[0].lower()
    if word != "to" or not a.unit or not b.unit or _FROM.search(before) or a.unit.family not in {"money", "measure"}:
        return False
    by = _BY.search(before) is not None
    if between.startswith(","):
        return by or _after_move(parse, a)
    if by:
        return bool(a.high and b.high and b.high > _WIDE * a.high)
    return _after_move(parse, a)


def _after_move(parse: Parse, piece: Piece) -> bool:
    """True if a verb of change stands right before the piece: "rose $5 million"."""
    token = parse.token_at(piece.start)
    if token is None or token.i == 0:
        return False
    at = token.i - 1
    while at > 0 and token.doc[at].lower_ in _HEDGING:
        at -= 1
    verb = token.doc[at]
    return verb.pos_ in {"VERB", "ADV", "ADP"} and (verb.lemma_.lower() in _UP | _DOWN or verb.lower_ in _MOVED_BY)


_MOVED_BY = frozenset({"up", "down", "off", "ahead", "higher", "lower"})
_HEDGING = frozenset(" ".join(_DATA["joins"]["hedges"]).split())


def _may_share_unit(a: Piece, b: Piece) -> bool:
    if a.unit and not b.unit and b.scaled and a.unit.family not in {"money", "measure"}:
        return False  # "5 pct up from 49 billion"
    return a.symbol == b.symbol or not a.symbol or not b.symbol


def _even_out(a: Piece, b: Piece, *, dashed: bool = False) -> tuple[Piece, Piece]:
    """Give each piece the unit that only the other has, and the first the scale of the second ("$5–10 billion", with a dash "5-6,000")."""
    if b.scaled and not a.scaled and a.mantissa is not None and b.mantissa is not None and a.low is not None and b.high and a.mantissa <= b.mantissa:
        scale = b.high / b.mantissa if b.mantissa else Decimal(1)
        a = replace(a, low=a.low * scale, high=a.low * scale)
    elif dashed and a.low is not None and b.high and b.high % _THOUSAND == 0 and 0 < a.low * _THOUSAND < b.high and a.low % 1 == 0:
        a = replace(a, low=a.low * _THOUSAND, high=a.low * _THOUSAND)
    if not b.unit and a.unit:
        b = _in_unit(b, a.unit)
    if not a.unit and b.unit:
        a = _in_unit(a, b.unit)
    return a, b


def _in_unit(bare: Piece, unit: Unit) -> Piece:
    low, high = (None if value is None else value * unit.times for value in (bare.low, bare.high))
    return replace(bare, unit=unit, low=low, high=high)


_THOUSAND, _FIVE = 1000, 5


def _range_or_change(parse: Parse, a: Piece, b: Piece, between: str, before: str) -> Quantity | None:
    low, high = a.low, b.high
    if low is None or high is None:
        return None
    word = between.strip().lower()
    if word == "and":
        return _range(parse, a, b) if _BETWEEN.search(before) else None
    if word.startswith("to") or word == "through":
        if _FROM_THE.search(before) and low < high:
            return _range(parse, a, b)  # "down from the 4.1 to 4.2 million of last year"
        if _FROM.search(before) and not _BETWEEN.search(before) and not _AMOUNTS.search(before) and (low > high or _moved(parse, a)):
            return _from_to(parse, a, b, old=low, new=high)
        if _is_contest(parse, a, b, between):
            return None
        if high > _STEP * low > 0 and (not a.symbol or a.kind == "fraction" or low < 1) and _moved(parse, a):
            return None  # "rose 1-1/8 to 74-1/2": a move and the level it reached
        if low > high:
            return _from_to(parse, a, b, old=low, new=high) if a.symbol and _moved(parse, a) else None
        return _range(parse, a, b)
    if low >= high or (not a.symbol and _is_score(parse, b) and not _is_age(parse, a)):
        return None
    return _range(parse, a, b)


_CONTESTS = frozenset(_DATA["joins"]["contests"])
_BACK = 12  # tokens before a pair in which "leads" or "lost" stands that makes it a result


def _is_contest(parse: Parse, a: Piece, b: Piece, between: str) -> bool:
    """True for what two sides of a vote or a match got: "lost 54 percent to 46 percent", "leads him 46 to 41"; not "won 10 to 12 seats"."""
    if between != " to " or a.symbol not in {"", "%"} or a.scaled or b.scaled:
        return False
    own = "%" in parse.folded[a.start : a.end] or a.end > a.number.end
    if (a.symbol and not own) or (not a.symbol and counted_noun(parse, b.end)):
        return False
    token = parse.token_at(a.number.start)
    before = token.doc[max(token.sent.start, token.i - _BACK) : token.i] if token is not None else ()
    return any(word.lemma_.lower() in _CONTESTS for word in before)


def is_result(parse: Parse, a: Piece, b: Piece) -> bool:
    """True for the score of a match or vote, "2-2" or "5–4": two bare numbers joined by a dash that count nothing."""
    bare = not a.symbol and not b.symbol and a.kind == b.kind == "cardinal" and not a.scaled and not b.scaled
    if not bare or parse.folded[a.end : b.start] not in {"-", "–"} or _is_age(parse, a):
        return False
    descending = a.low is not None and b.high is not None and a.low > b.high  # no range goes down: "a 34-6 Christmas Day win"
    return descending or _is_score(parse, b)


def _is_age(parse: Parse, a: Piece) -> bool:
    """True for the 18 of "aged 18-24"."""
    return age_before(parse, a.start, a.start, bounded=False) is not None


def _is_score(parse: Parse, b: Piece) -> bool:
    """True for "3-2" and "5–4 ruling": `b` is the second of two small bare numbers with a dash that count nothing."""
    counted = counted_noun(parse, b.end)
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
    quantity = finish(parse, whole, b)
    before = parse.folded[max(0, quantity.start - 24) : quantity.start]
    if match := re.search(r"(?i)\b(?:between|from|ranging from)(?: the)?\s+$", before):
        return replace(quantity, start=quantity.start - len(before) + match.start())
    return quantity


def _from_to(parse: Parse, a: Piece, b: Piece, *, old: Decimal | None, new: Decimal | None) -> Quantity:
    level = (b.low, b.high) if new == b.high else (new, new)
    until = b.end if b.unit and b.unit.family != "money" else b.number.end
    whole = replace(a, end=b.end, number=Span(a.number.start, until), low=level[0], high=level[1])
    quantity = finish(parse, whole, b)
    if new == a.high and quantity.bound != "=" and (after := bound_after(parse.folded, b.end)) and quantity.start == a.start:
        quantity = replace(quantity, end=max(b.end, after[0]), bound="=")  # "to 2.5 % from 2 % or less": the old value is the bounded one
    if quantity.per is None and (per := period(parse.folded, a.end)):
        quantity = replace(quantity, per=per[1])  # "4.1 kilos per head in 1986 from four kilos"
    direction = None if old is None or new is None or old == new else "up" if new > old else "down"
    of = quantity.of
    if of is None and a.symbol == "%" and (found := base(parse, a.end)):
        of = found[1]
    if of is None and not a.unit and (counted := counted_noun(parse, a.end)):
        of = counted[1]
    start = quantity.start
    before = parse.folded[max(0, start - 40) : start]
    if match := _FROM.search(before) or _TO.search(before):
        start = start - len(before) + match.start()
    return replace(quantity, start=start, of=of, change=Change("from_to", old, new, direction))
