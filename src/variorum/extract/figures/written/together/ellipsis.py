"""Ellipsis: the words that a quantity leaves out because the one before it has them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Token

from variorum.extract.figures.written.numbers_with_units import Piece
from variorum.extract.figures.written.quantity import Quantity, of_one_order
from variorum.lang import language_data
from variorum.records.article import Span
from variorum.text.parsing.parse import Parse

_OR = re.compile(r"(?i) or (?:even |possibly |perhaps |about |maybe |as much as |more like )?")
_AGAIN = "|".join(re.escape(word) for word in sorted(language_data("figures")["ellipsis"]["again"], key=len, reverse=True))
_SAME_AGAIN = re.compile(rf"(?i)\b(?:{_AGAIN})\W+(?:(?:\w+\W+){{0,3}}|(?:\w+ ){{1,4}}\w+'s )$")
_COMPARING = frozenset({"compared", "versus", "against", "from", "to", "up", "down", "than"})
_COLLECTIVE_WINDOW = 20  # characters before a number in which "a crew of" stands
_ONE_ORDER = 100  # times; numbers that share a noun or unit are hardly further apart than that
_NEAR = 100  # characters between a number and the one whose noun or unit it shares


def fill_gaps(parse: Parse, quantities: list[Quantity]) -> list[Quantity]:
    """Give a bare number the noun or unit of the one before it in its sentence: "460 vehicles ... compared with 63"."""
    out = list(quantities)
    for index, bare in enumerate(out):
        if bare.unit or bare.of is not None or bare.kind != "cardinal":
            continue
        for other in reversed(out[max(0, index - 3) : index]):
            whole = _in_its_scale(parse, other, bare)
            coins = other.times != 1 and any(_is_price(one, other, bare) for one in out[:index])
            if not coins and _lends(parse, other, whole):
                out[index] = _with_words_of(whole, other)
                break
        else:
            if index + 1 < len(out) and out[index + 1].of == "point" and _LEVEL.fullmatch(parse.folded[bare.end : out[index + 1].start]):
                out[index] = replace(bare, of="point")
    return out


def _is_price(one: Quantity, coins: Quantity, bare: Quantity) -> bool:
    """True for a sum near to a bare number in the money of some coins: "rose to 19.65 dlrs, up 45 cents, before falling to 19.05"."""
    return (
        one.unit == coins.unit and one.times == 1 and one.low != one.low // 1 and of_one_order(one, bare, _ALIKE) if one.low and bare.low else False
    )


_YOUNGER = re.compile(r"(?i),? (?:and|or|to) ")


def share_ages(folded: str, quantities: list[Quantity]) -> list[Quantity]:
    """Make the times of a list ages whose last is one: "6 and 7 years old"."""
    out = list(quantities)
    for at in range(len(out) - 2, -1, -1):
        one, two = out[at], out[at + 1]
        if (
            one.family == "time"
            and one.of is None
            and two.of == "age"
            and one.end == one.number.end
            and _YOUNGER.fullmatch(folded, one.end, two.start)
        ):
            out[at] = replace(one, of="age")
    return out


_MANTISSA = re.compile(r"(\d+(?:\.\d+)?) ?(?:mln|million|bln|bn|billion|m|mn)")
_DECIMAL = re.compile(r"\d+\.\d+")


def _in_its_scale(parse: Parse, other: Quantity, bare: Quantity) -> Quantity:
    """A decimal in the scale of the amount before it, where that alone makes them alike: "1.4 mln bpd in May and 1.15 in June"."""
    told = _MANTISSA.fullmatch(parse.folded, other.number.start, other.number.end)
    if not told or not other.high or not bare.high or not bare.low or not _DECIMAL.fullmatch(parse.folded, bare.number.start, bare.number.end):
        return bare
    mantissa = Decimal(told[1])
    if not mantissa or not 1 <= _ALIKE * bare.high / mantissa <= _ALIKE**2:
        return bare
    scale = other.high / mantissa / other.times
    return replace(bare, low=bare.low * scale, high=bare.high * scale)


def _with_words_of(bare: Quantity, other: Quantity) -> Quantity:
    """A bare number with the unit and noun of an earlier one: the 16 of "18 cents, compared with 16" are cents too."""
    low, high = (None if value is None else value * other.times for value in (bare.low, bare.high))
    return replace(
        bare,
        low=low,
        high=high,
        per=bare.per or (other.per if other.family == "measure" else None),
        unit=other.unit,
        family=other.family,
        of=other.of,
        pint_unit=other.pint_unit,
        gap=True,
        times=other.times,
    )


_LEVEL = re.compile(r",? (?:up|down) ")  # "16,369.03 up 58.06 points": a level and its change


_AND = re.compile(r",? (?:and|or) ")


def _lends(parse: Parse, other: Quantity, bare: Quantity) -> bool:
    """True if a bare number leaves out the noun or unit that an earlier number of its sentence has."""
    if other.of == "age" and _AND.fullmatch(parse.folded[other.end : bare.start]):
        return True
    if _moves_alike(parse, other, bare) or _on_one_scale(parse, other, bare):
        return True
    if (
        not (other.of or other.family in {"money", "measure"})
        or other.family not in {"", "money", "measure"}
        or not of_one_order(other, bare, _ONE_ORDER)
    ):
        return False
    one, two = parse.token_at(other.number.start), parse.token_at(bare.number.start)
    if one is None or two is None or one.sent.start != two.sent.start or bare.start - other.end > _NEAR:
        return False
    again = _SAME_AGAIN.search(parse.folded, other.end, bare.start)
    return again is not None and (again[0].split()[0].lower() in _COMPARING or not _has_verb(two, other))


_LEVELS = frozenset({"by", "to", "from", "at"})
_MOVED = frozenset({*language_data("figures")["change"]["up"], *language_data("figures")["change"]["down"], "stand", "remain"})
_ALIKE = 5  # times; two rates of one thing, and two amounts of which only one has its unit, are hardly further apart than that
_WORTH = re.compile(r"(?i)\b(?:worth|for|costs?|costing|paid|valued at|with|by|than) (?:about |some |around )?$")
_IN_MILLIONS = re.compile(r"(?i)(?:[a-z]+ion|[mb]l?n)$")


def _moves_alike(parse: Parse, other: Quantity, bare: Quantity) -> bool:
    """True for the 1 of "rose by 2 percent but bonds fell by 1": both hang on verbs of change by the same preposition."""
    one, two = parse.token_at(other.number.start), parse.token_at(bare.number.start)
    if other.family != "share" or one is None or two is None or one.sent.start != two.sent.start or two.dep_ != "pobj":
        return False
    preps = [*[word for word in one.ancestors if word.dep_ == "prep"][:1], two.head]
    alike = len(preps) == 2 and preps[0].lower_ == preps[1].lower_ and preps[1].lower_ in _LEVELS
    return alike and all(prep.head.lemma_.lower() in _MOVED and prep.head.pos_ == "VERB" for prep in preps)


def _on_one_scale(parse: Parse, other: Quantity, bare: Quantity) -> bool:
    """True for millions that count nothing beside an amount of millions: "2.1 mln tonnes, down 5 pct on the record of 4.1 mln"."""
    one, two = parse.token_at(other.number.start), parse.token_at(bare.number.start)
    if other.family != "measure" or not of_one_order(other, bare, _ALIKE) or one is None or two is None or one.sent.start != two.sent.start:
        return False
    scaled = all(_IN_MILLIONS.search(parse.folded, max(0, it.number.end - 8), it.number.end) for it in (other, bare))
    return scaled and not _WORTH.search(parse.folded, max(0, bare.start - _WORTH_WINDOW), bare.start)


_WORTH_WINDOW = 24  # characters before a number in which "worth" stands that makes it money


def _has_verb(number: Token, other: Quantity) -> bool:
    """True for the 32 of "paid $4.25 and 32 were turned away": what does something itself is no sum or length."""
    if any(child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ == "index" for child in _verb(number).lefts):
        return other.of is None
    after = number.nbor(1) if number.i + 1 < len(number.doc) else None
    acts = number.dep_ in {"nsubj", "nsubjpass"} or (after is not None and (after.pos_ == "AUX" or after.tag_ in {"VBD", "VBZ", "VBP"}))
    return other.of is None and acts


def _verb(number: Token) -> Token:
    """The verb that a number stands under, the number itself if there is none."""
    return next((word for word in number.ancestors if word.pos_ in {"VERB", "AUX"}), number)


_LISTED = re.compile(r"(?i),? (?:and|or) (?:even |possibly |perhaps )?")
_LARGEST_MANTISSA = 1000  # "3, 4 and 5 million" share their scale; "12,000 and 5 million" do not


def share_rightwards(parse: Parse, pieces: list[Piece]) -> list[Piece]:
    """Give the members of a list the unit and the scale that stand at its end: "30, 50 or 70 years", "$3, $4 and $5 million"."""
    out = list(pieces)
    for at in range(len(out) - 1, 0, -1):
        if _LISTED.fullmatch(parse.folded, out[at - 1].end, out[at].start):
            _share_back(parse, out, at)
    return out


def _share_back(parse: Parse, pieces: list[Piece], last: int) -> None:
    """Share what the piece at `last` has with those of its list before it, as far as they have none of their own."""
    end, at = pieces[last], last - 1
    pair = last == 1 or parse.folded[pieces[last - 2].end : pieces[last - 1].start] != ", "
    while at >= 0 and _may_take(parse, pieces[at], end, joined=pair):
        pieces[at] = _with_unit_of(pieces[at], end)
        if at == 0 or parse.folded[pieces[at - 1].end : pieces[at].start] != ", ":
            break
        at -= 1


def _may_take(parse: Parse, bare: Piece, end: Piece, *, joined: bool) -> bool:
    """True if a member of a list leaves out what stands at its end. Of two (`joined`) the parse must see a list too."""
    alike = bare.kind == end.kind == "cardinal" and bare.low is not None and not bare.scaled and bare.end == bare.number.end
    if not alike or (bare.unit and (not end.scaled or bare.symbol != end.symbol)):
        return False
    if not bare.unit and not (end.unit and end.unit.family in {"share", "time", "measure", "money"} and end.start == end.number.start):
        return False
    return _one_list(parse, bare.number, end.number, joined=joined)


def _one_list(parse: Parse, a: Span, b: Span, *, joined: bool) -> bool:
    one, two = parse.token_at(a.start), parse.token_at(b.start)
    return one is not None and two is not None and one.sent.start == two.sent.start and (not joined or _in_one_list(one, two))


def _in_one_list(one: Token, two: Token) -> bool:
    """True if the parse joins two numbers, or hangs both on one noun."""
    above = {token.i for token in (one, *one.ancestors)}
    return two.i in above or one.i in {token.i for token in two.ancestors} or one.head.i == two.head.i or two.head.i in above


def _with_unit_of(bare: Piece, end: Piece) -> Piece:
    """A member of a list with the unit at its end, and with its scale if it is written small enough to share it."""
    own = end.unit.times if end.unit else Decimal(1)
    shared = end.scaled and bool(end.high and end.mantissa) and bare.low is not None and bare.low < _LARGEST_MANTISSA
    times = end.high / end.mantissa if shared and end.high and end.mantissa else own
    low = bare.low * times / (own if bare.unit else 1) if bare.low is not None else None
    return replace(bare, low=low, high=low, unit=bare.unit or end.unit, scaled=bare.scaled or shared)


def share_nouns(parse: Parse, quantities: list[Quantity]) -> list[Quantity]:
    """Give the bare members of a list the noun that stands at its end: "8, 10 and 12 men"."""
    out = list(quantities)
    for at in range(len(out) - 2, -1, -1):
        bare, other = out[at], out[at + 1]
        if bare.unit or bare.of is not None or bare.kind != "cardinal" or other.unit or other.of is None or other.kind != "cardinal":
            continue
        joint = parse.folded[bare.end : other.start]
        if joint == " and " and _COLLECTIVE.search(parse.folded, max(0, bare.start - _COLLECTIVE_WINDOW), bare.start):
            continue
        listed = _LISTED.fullmatch(joint) is not None
        if (listed or (joint == ", " and other.gap)) and _one_list(parse, bare.number, other.number, joined=listed):
            out[at] = replace(bare, of=other.of, gap=True)
    return out


_RATED = re.compile(r"(?i).{0,60}?\b(?:from|to|compared (?:with|to)|versus|against|than|or)\b(?: [a-z]+){0,2} ?")


def share_rates(folded: str, quantities: list[Quantity]) -> list[Quantity]:
    """Give a sum the rate of the sum that it is set beside: "39 cts a share, compared with 35 cts", "13 dlrs per tonne from 26 dlrs"."""
    out = list(quantities)
    for at in range(1, len(out)):
        rated, bare = out[at - 1], out[at]
        alike = bare.unit == rated.unit and bare.per is None and rated.per is not None and rated.family == bare.family == "money"
        if not alike or not of_one_order(rated, bare, _ALIKE):
            continue
        if _RATED.fullmatch(folded, rated.end, bare.start) and "." not in folded[rated.end : bare.start].strip(" ."):
            out[at] = replace(bare, per=rated.per)
    return out


_HANGING = re.compile(r"-(?:,? (?:and |or |to )?|, )")
_COLLECTIVE = re.compile(r"(?i)\b[a-z]+ of $")  # "a crew of seventeen and 40 passengers"


def share_hyphens(folded: str, quantities: list[Quantity]) -> list[Quantity]:
    """Give numbers with a hanging hyphen what follows the last of them: "two-, three- and four-storey houses", "10- or 12-seat"."""
    out = list(quantities)
    for at in range(len(out) - 2, -1, -1):
        hanging, other = out[at], out[at + 1]
        named = folded.startswith("-", other.number.end) and (other.of is not None or other.family in {"time", "measure"})
        if hanging.unit == "" and hanging.kind == "cardinal" and named and _HANGING.fullmatch(folded, hanging.number.end, other.number.start):
            end = hanging.number.end
            out[at] = replace(other, start=hanging.start, end=end, number=hanging.number, core_start=hanging.core_start, core_end=end,
                              low=hanging.low, high=hanging.high, bound=hanging.bound, gap=True)  # fmt: skip
    return out


def share_modifiers(folded: str, quantities: list[Quantity]) -> list[Quantity]:
    """Let "as much as $5 billion or even $10 billion annually" share its bound, period and unit between both members."""
    out = list(quantities)
    for index in range(len(out) - 1):
        a, b = out[index], out[index + 1]
        if not _OR.fullmatch(folded[a.end : b.start]) or not of_one_order(a, b, _ONE_ORDER):
            continue  # "92 dlrs a share, or about 388 mln dlrs" in all
        if a.family == b.family or (not a.unit and not a.of) or (not b.unit and not b.of):
            per = a.per or b.per
            unit = (a.unit or b.unit) if b.family != "ordinal" else a.unit
            out[index] = replace(a, per=per, unit=unit, family=a.family or b.family, of=a.of or b.of)
            out[index + 1] = replace(
                b, per=per, unit=b.unit or unit, family=b.family or a.family, bound=a.bound if b.bound == "=" else b.bound, of=b.of or a.of
            )
    return out
