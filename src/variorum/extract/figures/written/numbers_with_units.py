"""Pieces of quantities: one numeral with the unit written on it, and the numbers that are no quantity at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from variorum.extract.figures.written.around.bounds import bound_before
from variorum.extract.figures.written.letters import is_label, letter_after
from variorum.extract.figures.written.not_counted.bare_numbers import attached, counts
from variorum.extract.figures.written.not_counted.closed_places import closed_places
from variorum.extract.figures.written.not_counted.names_with_numbers import IN_CAPITALS
from variorum.lang import language_data
from variorum.records.article import Span
from variorum.text.numbers.currencies import same_money, whose_dollars
from variorum.text.numbers.numeral import DENOMINATORS, Numeral
from variorum.text.numbers.numerals import numerals
from variorum.text.numbers.units import Unit, unit_after, unit_before
from variorum.text.numbers.years import is_year
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("figures")
_NOT_SECOND = frozenset(_DATA["not_counted"]["second"])

_TIMES_FACTOR = re.compile(rf"[ -]times (?:{'|'.join(_DATA['factor']['after_times'])})\b")
_SHARE_OF = re.compile(r"(?i) (?:in(?: every)?|out of(?: every)?) ")


@dataclass(frozen=True, slots=True)
class Piece:
    """A numeral with its unit: `start` to `end` from currency sign to unit word, `low`/`high` multiplied out in the unit.

    `mantissa` and `scaled` tell what the numeral was before its scale, for ranges that share one ("5 to 10 billion").
    """

    start: int
    end: int
    number: Span
    low: Decimal | None
    high: Decimal | None
    unit: Unit | None
    kind: str
    mantissa: Decimal | None = None
    scaled: bool = False

    @property
    def symbol(self) -> str:
        return self.unit.symbol if self.unit else ""


PERCENT = Unit("%", "share")
FACTOR = Unit("x", "factor")
ORDINAL = Unit("ordinal", "ordinal")
RANK = Unit("rank", "rank")
POINTS = Unit("pp", "share")
TIMES = "times"
"""The kind of "twice" where it tells how often, and multiplies nothing."""


def find_pieces(parse: Parse, taken: list[Span]) -> list[Piece]:
    """Every numeral of the text that states a quantity, with its unit. `taken` are spans (dates) whose numbers are none."""
    folded = parse.folded
    closed = closed_places(folded, taken)
    out: list[Piece] = []
    found = sorted([numeral for numeral in numerals(folded) if not closed[numeral.start] and not closed[numeral.end - 1]] + _one_units(folded))
    skip = -1
    for index, numeral in enumerate(found):
        if numeral.start < skip:
            continue
        after = found[index + 1] if index + 1 < len(found) else None
        piece = (_proportion(folded, numeral, after) if after else None) or _piece(parse, numeral)
        if piece:
            out.append(piece)
            skip = piece.end
    return out


_DIGIT = re.compile(r"\d")


def has_numeral(folded: str) -> bool:
    """False for a text of which `find_pieces` finds none, whatever its parse."""
    flowing = folded.replace("\n", " ")
    return bool(_DIGIT.search(flowing) or numerals(flowing) or _one_units(flowing))


_ONE_UNIT = re.compile(r"(?i)\b(an?) (?=[a-z]{3,})")
_AND_A_HALF = re.compile(r"(?i) and a (half|quarter)\b")
_QUARTER_OF = re.compile(r"(?i)quarter of\b")  # "almost a quarter of a million"
_LASTING = re.compile(r"(?i)\b(?:for|within|takes?|took|lasts?|lasted) $")
_MEASURED = re.compile(r"(?i) (?:ago|into|after)\b")


def _one_units(folded: str) -> list[Numeral]:
    """Articles that count one unit: "more than a year", "a year and a half", "a mile away"; not "twice a year"."""
    out = []
    for match in _ONE_UNIT.finditer(folded):
        unit = unit_after(folded, match.end(1))
        if unit is None or unit[1].family not in {"time", "measure"} or unit[1].symbol in {"°", "bit"} or _QUARTER_OF.match(folded, match.end()):
            continue
        if (
            _AND_A_HALF.match(folded, unit[0])
            or bound_before(folded, match.start())
            or _LASTING.search(folded, max(0, match.start() - 10), match.start())
            or (unit[1].family == "time" and _MEASURED.match(folded, unit[0]))
        ):
            out.append(Numeral(match.start(1), match.end(1), Decimal(1), "cardinal", Decimal(1)))
    return out


_BASES = (3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000, 10000)  # that shares are told of: "three in five", not "two in 17"


_ONE_THING_IN = re.compile(r"(?i) (?!of\b|day\b|time\b|thing\b|point\b)[a-z]{3,} (?:in|out of)(?: every)? ")
_NO_NOUN = re.compile(
    r"(?i) (?:is|are|was|were|has|have|had|will|would|could|may|might|can|does|do|did"
    r"|said|says|now|owns?|lives?|goes|dies|in|across)\b|[.,;:]? ?$|[.,;:] "
)


def _proportion(folded: str, numeral: Numeral, after: Numeral) -> Piece | None:
    """ "one in five", "three out of every ten": a share, in per cent."""
    low, base = numeral.value, after.value
    if low is None or base is None or numeral.kind != "cardinal" or after.kind != "cardinal" or not 0 < low < base:
        return None
    if folded[max(0, numeral.start - 1) : numeral.start] in {"-", "–"}:
        return None  # the score of "won 8-7 in ten innings"
    joint = folded[numeral.end : after.start]
    if low == 1 and _ONE_THING_IN.fullmatch(joint) and base in _BASES and _NO_NOUN.match(folded, after.end):
        return Piece(
            numeral.start, after.end, Span(numeral.start, after.end), 100 / base, 100 / base, PERCENT, "proportion"
        )  # "one home in three is"
    if not _SHARE_OF.fullmatch(joint) or (joint.strip().lower() == "in" and base not in _BASES and (low != 1 or base < 10)):
        return None
    if (unit := unit_after(folded, after.end)) and (unit[1].family != "money" or joint.strip().lower() == "in"):
        return None
    share = 100 * low / base
    return Piece(numeral.start, after.end, Span(numeral.start, after.end), share, share, PERCENT, "proportion")


_MINUS = re.compile(r"(?:(?:^|(?<=[\s(,]))-|\b(?i:minus|negative)[ -])(?:US|A|C)?[$£€]?$|[$£€]-$")


_BELOW_ZERO = re.compile(r"(?i)(?: degrees?(?: celsius| centigrade| fahrenheit)?)? below zero\b")


def _piece(parse: Parse, numeral: Numeral) -> Piece | None:
    """A numeral as a piece, with a minus sign, "minus" or "below zero" beside it taken into its value."""
    if numeral.kind == "cardinal" and _BELOW_ZERO.match(parse.folded, numeral.end) and (piece := _positive(parse, numeral)):
        return replace(piece, low=-piece.low if piece.low else None, high=-piece.high if piece.high else None)
    window = max(0, numeral.start - 14)
    minus = _MINUS.search(parse.folded[window : numeral.start]) if numeral.value else None
    if minus and numeral.value and numeral.kind == "cardinal":
        start = window + minus.start()
        currency = unit_before(parse.folded, start + len(minus[0])) or unit_before(parse.folded, numeral.start - 1)
        piece = _positive(parse, numeral)
        if piece is None or piece.low is None or piece.high is None:
            return piece
        unit = currency[1] if currency and not piece.unit else piece.unit
        return replace(
            piece, start=min(start, piece.start), number=Span(min(start, piece.start), piece.number.end), low=-piece.low, high=-piece.high, unit=unit
        )
    return _positive(parse, numeral)


def _positive(parse: Parse, numeral: Numeral) -> Piece | None:
    folded = parse.folded
    number = Span(numeral.start, numeral.end)
    if numeral.kind == "multiplier":
        if _is_adjective(parse, numeral):
            return None
        if _HOW_OFTEN.fullmatch(folded, numeral.start, numeral.end) and not _MULTIPLIES.match(folded, numeral.end):
            return Piece(numeral.start, numeral.end, number, numeral.value, numeral.value, None, TIMES)
        return Piece(numeral.start, numeral.end, number, numeral.value, numeral.value, FACTOR, "multiplier")
    if numeral.kind == "ordinal":
        return _ordinal(parse, numeral)
    before, after = unit_before(folded, numeral.start), unit_after(folded, numeral.end)
    if not before and (letter := letter_after(folded, numeral)) and not is_label(folded, numeral, letter[0]):
        return _with_unit(folded, numeral, letter)
    if before:
        return _money(folded, numeral, before, after)
    if re.compile(r"[ -]fold\b").match(folded, numeral.end):
        return Piece(numeral.start, numeral.end + 5, Span(numeral.start, numeral.end + 5), numeral.value, numeral.value, FACTOR, "multiplier")
    if numeral.kind == "fraction" and numeral.value is not None:
        return _part(folded, numeral, after)
    if _TIMES_FACTOR.match(folded, numeral.end) or (folded.startswith(" times", numeral.end) and _broken(numeral)):
        return Piece(numeral.start, numeral.end + 6, number, numeral.value, numeral.value, FACTOR, "multiplier")
    if after and _is_unit(parse, numeral, after):
        return _with_unit(folded, numeral, after)
    if attached(folded, numeral.end) or not counts(parse, numeral):
        return None
    return Piece(numeral.start, numeral.end, number, numeral.value, numeral.value, None, numeral.kind, numeral.mantissa, numeral.scaled)


_HOW_OFTEN = re.compile(r"(?i)twice|thrice")
_MULTIPLIES = re.compile(
    r"(?i) (?:as|the|that|those|what|its|his|her|their|our|my|your|more|an?)\b(?! (?:year|month|week|day|night|minute|second|hour))|-"
)


def _money(folded: str, numeral: Numeral, before: tuple[int, Unit], after: tuple[int, Unit] | None) -> Piece:
    end = numeral.end
    unit = before[1]
    if unit.ambiguous and folded[before[0]] == "$" and (whose := whose_dollars(folded, end)):
        end, unit = whose[0], replace(unit, symbol=whose[1], ambiguous=False)
    elif after and after[1].family == "money" and same_money(after[1].symbol, unit.symbol, shared=unit.ambiguous):
        end, unit = after[0], after[1] if not after[1].ambiguous else unit
    return Piece(before[0], end, Span(numeral.start, numeral.end), numeral.value, numeral.value, unit, numeral.kind, numeral.mantissa, numeral.scaled)


def _broken(numeral: Numeral) -> bool:
    """True for a value that is no whole number: what rises "two and a half times" multiplies."""
    return numeral.kind == "cardinal" and numeral.value is not None and numeral.value % 1 != 0


def _is_adjective(parse: Parse, numeral: Numeral) -> bool:
    """True for "double-digit", "a double murder", "twice-weekly": words of kind that multiply nothing."""
    if re.compile(r"-[A-Za-z]").match(parse.folded, numeral.end):
        return True
    token = parse.token_at(numeral.start)
    if token is None or token.lower_ not in {"double", "triple", "quadruple"} or token.i + 1 >= len(token.doc):
        return False
    return token.nbor(1).pos_ in {"NOUN", "PROPN", "ADJ"} and token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN"}


_PART_OF = re.compile(r"(?i) (?:of )?(?:an? |one )(?:(?:US|U\.S\.|UK|imperial|metric) )?")  # "1/16 of a US pint", "half a mile"


_OF_WHOLE = re.compile(r"(?i) of\b")
_UNIT_AND = re.compile(r"(?i)\b(?:second|minute|hour|day|week|month|year|decade|mile)s? and $")
_POINT = re.compile(r"(?i)(?: (?:to|or) \d{1,2}/\d{1,2})?(?:[ -]| of an? | an? )(?:percentage[ -])?points?\b")  # "a quarter-point cut"


_RATES, _NOT_RATES = (re.compile(rf"(?i)\b(?:{'|'.join(_DATA['points'][key])})\b") for key in ("rates", "not_rates"))
_AROUND = 100  # characters round "half a point" in which a word tells of what


def tells_of_rates(folded: str, start: int) -> bool:
    """True if the words round a place speak of rates or polls, so that points are percentage points, and not of an index or a match."""
    around = (max(0, start - _AROUND), start + _AROUND)
    return _RATES.search(folded, *around) is not None and _NOT_RATES.search(folded, *around) is None


def _part(folded: str, numeral: Numeral, after: tuple[int, Unit] | None) -> Piece | None:
    """A fraction: a share in per cent, or part of a unit ("half a mile", "1/2 inch")."""
    value = numeral.value or Decimal(0)
    written = "/" in folded[numeral.start : numeral.end]
    if after and (
        after[1].family in {"measure", "time"}
        or (written and after[1].symbol == "%")
        or _weighs(folded, numeral, after[1], folded[numeral.end : after[0]].strip(" -").lower())
    ):
        return _with_unit(folded, numeral, after)
    number = Span(numeral.start, numeral.end)
    if point := _POINT.match(folded, numeral.end):
        rate = tells_of_rates(folded, numeral.start)
        return Piece(numeral.start, point.end() if rate else numeral.end, number, value, value, POINTS if rate else None, "cardinal")
    if _UNIT_AND.search(folded, max(0, numeral.start - 12), numeral.start):
        return None  # "the next month and a half"
    if written and not _OF_WHOLE.match(folded, numeral.end):
        return Piece(numeral.start, numeral.end, number, value, value, None, "cardinal")  # "up 1/4 to 21-1/4"
    article = _PART_OF.match(folded, numeral.end)
    if article and (unit := unit_after(folded, article.end() - 1)) and unit[1].family in {"measure", "time", "share"}:
        return _with_unit(folded, numeral, unit)
    share = 100 * value
    by = folded[max(0, numeral.start - 3) : numeral.start].lower() == "by "
    if (
        folded[numeral.start : numeral.end].lower() == "half"
        and not by
        and not re.compile(r"(?i) (?:of|the|its|their|his|her|our|all|a)\b").match(folded, numeral.end)
    ):
        return None
    return Piece(numeral.start, numeral.end, Span(numeral.start, numeral.end), share, share, PERCENT, "fraction")


_POUNDS = language_data("units")["pounds"]
_POUND_MONEY = re.compile(rf"(?i)\b(?:{'|'.join(_POUNDS['money'])})\b")
_POUND_MASS = re.compile(rf"(?i)\b(?:{'|'.join(_POUNDS['mass'])})\b")
_POUNDS_OF = re.compile(r"(?i) pounds of ((?:[a-z-]+ ?){1,3})")
POUND = Unit("lb", "measure", quantity="pound")


def _weighs(folded: str, numeral: Numeral, unit: Unit, word: str) -> bool:
    """True if "pounds" are a weight: an unscaled number with no word of money near."""
    if unit.symbol != "GBP" or not word.startswith("pound"):
        return False
    if stuff := _POUNDS_OF.match(folded, numeral.end):
        return not _POUND_MONEY.search(stuff[1])
    if numeral.scaled:
        return False
    if _POUND_MASS.search(folded, max(0, numeral.start - 30), numeral.end + 30):
        return True
    return not _POUND_MONEY.search(folded, max(0, numeral.start - 120), numeral.end + 120)


def _with_unit(folded: str, numeral: Numeral, after: tuple[int, Unit]) -> Piece:
    end, unit = after
    if part := _AND_A_HALF.match(folded, end):
        numeral, end = replace(numeral, value=(numeral.value or Decimal(0)) + 1 / DENOMINATORS[part[1].lower()]), part.end()
    if _weighs(folded, numeral, unit, folded[numeral.end : end].strip(" -").lower()):
        unit = POUND
    value = None if numeral.value is None else numeral.value * unit.times
    return Piece(numeral.start, end, Span(numeral.start, numeral.end), value, value, unit, numeral.kind, numeral.mantissa, numeral.scaled)


def _ordinal(parse: Parse, numeral: Numeral) -> Piece | None:
    """An ordinal that counts: not "first", a date, a street, a century, nor "second" as a word of sequence."""
    folded = parse.folded
    token = parse.token_at(numeral.start)
    following = re.compile(r"[ -]([A-Za-z]+)").match(folded, numeral.end)
    word = following[1] if following else ""
    if numeral.value == 1 or not word or (token is not None and token.pos_ == "ADV"):
        return None
    if word.lower() in {"century", "centuries", "street", "avenue", "and", "of", "to", "in", "floor", "quarter", "half", "person"} | _NOT_SECOND:
        return None
    spelled = not folded[numeral.start].isdigit()
    if spelled and not _COUNTED_ORDINAL.match(folded, numeral.end):
        return None
    return Piece(numeral.start, numeral.end, Span(numeral.start, numeral.end), numeral.value, numeral.value, ORDINAL, "ordinal")


# A spelled ordinal counts where it tells how often; "the third round", "Second Avenue" only number things.
_COUNTED_ORDINAL = re.compile(r"(?i) (?:straight|consecutive|successive|anniversary|birthday|annual|wave of|[\w-]+(?:ed|en) [a-z])")


def _is_unit(parse: Parse, numeral: Numeral, after: tuple[int, Unit]) -> bool:
    """False where the word after the number only looks like a unit: "the 12 won", "a two second ..."."""
    end, unit = after
    if IN_CAPITALS.match(parse.folded, numeral.start) and not _opens_sentence(parse, numeral):
        return False
    word = parse.folded[numeral.end : end].strip(" -").lower()
    if word in _LETTERS and is_label(parse.folded, numeral, end):
        return False
    if word == "g" and _NETWORK.match(parse.folded, end):
        return False
    if word in {"mark", "marks"}:
        return numeral.scaled
    if word == "won":
        return numeral.scaled or (numeral.value or 0) >= 100
    if word == "second" and (numeral.value or 0) != 1 and parse.folded[numeral.end] != "-":
        return False
    if unit.family == "time" and numeral.kind == "cardinal" and is_year(parse.folded, numeral):
        return False
    one_day = word == "day" and parse.folded[numeral.start : numeral.end].lower() == "one"
    if unit.symbol == "quarter" or (one_day and not _BEFORE_EVENT.match(parse.folded, end) and not _counts_days(parse.folded, numeral)):
        return False
    return not (unit.symbol == "%" and word == "percentage")


def _opens_sentence(parse: Parse, numeral: Numeral) -> bool:
    token = parse.token_at(numeral.start)
    return token is None or bool(token.is_sent_start)


_LETTERS = frozenset("cfvwlt")
_NETWORK = re.compile(r"(?i) (?:networks?|phones?|masts?|technolog|services?|rollout|spectrum|mobile|coverage)")


_BEFORE_EVENT = re.compile(r"(?i) (?:after|before|later|earlier)\b")
_FOR_DAYS = re.compile(r"(?i)\b(?:for|in|within|after|only|just|than|least|about|every|last|past|next)\s+$")


def _counts_days(folded: str, numeral: Numeral) -> bool:
    """True if "one day" is a length of time, not some day to come."""
    return folded[numeral.end] == "-" or _FOR_DAYS.search(folded, max(0, numeral.start - 10), numeral.start) is not None
