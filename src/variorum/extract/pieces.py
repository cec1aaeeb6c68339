"""Pieces of quantities: one numeral with the unit written on it, and the numbers that are no quantity at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from spacy.tokens import Token

from variorum.article import Span
from variorum.extract.bounds import bound_before
from variorum.lang import language_data
from variorum.text.numbers import DENOMINATORS, Numeral, numerals
from variorum.text.parse import Parse
from variorum.text.units import Unit, unit_after, unit_before

_DATA: dict[str, Any] = language_data("figures")
_LABELS = frozenset(_DATA["numbered"]["before"])
_NOT_ONE = frozenset(_DATA["not_counted"]["one"])
_NOT_SECOND = frozenset(_DATA["not_counted"]["second"])

_NO_NUMBERS = re.compile(r"(?:https?://|www\.)\S+|\b[\w.+-]+@[\w-]+\.\w+|(?<!\w)[@#]\w+|\b(?:t\.co|bit\.ly|pic\.twitter\.com)/\S*")
_CLOCK = re.compile(r"(?i)\b\d{1,2}(?:[:.]\d{2})?\s?(?:a\.m\.?|p\.m\.?|am\b|pm\b|o'clock|hrs\b|GMT\b|noon\b|midnight\b)|\b\d{1,2}:\d{2}(?::\d{2})?\b")
_PHONE = re.compile(r"(?<![\w$£€.,])(?:\+\d[\d ().-]{7,}\d|\(\d{3}\) ?\d{3}-\d{4}|\d{3}-\d{3}-\d{4}|\d{3}-\d{4}|0\d{2,4} \d{3,4} \d{3,4})(?![\w%])")
_IDIOM = re.compile(
    r"\b(?:9/11|24/7|50[-/]50|20/20|7/7|101\b(?= course)|(?:one|two)-(?:sided|faced)|one-(?:off|liner|on-one|stop)|four-letter|Y2K|second-guess)"
)
_TIMES = re.compile(
    r"[ -]times\b(?=(?: as| more| higher| larger| greater| bigger| the| its| that| their| faster| less| what| worse| better| your| annual| his| her)?)"
)
_TIMES_FACTOR = re.compile(
    r"[ -]times (?:as|more|higher|larger|greater|bigger|the|its|that|their|faster|less|what|worse|better|your|annual|his|her|longer|stronger)\b"
)
# "two years ago" is a date and a duration too; "fiscal year 2026" is a date only.
_DURATION = re.compile(r"(?i)\b(?!\d{4})[\w-]+ (?:\w+ )?(?:years?|months?|weeks?|days?|hours?|decades?)\b(?! \d)")
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
    of: str | None = None

    @property
    def symbol(self) -> str:
        return self.unit.symbol if self.unit else ""


_PENCE = re.compile(r"p(?![\w.'])|p\.(?= [A-Z]|$)")
PENCE = Unit("GBP", "money", Decimal("0.01"))
PERCENT = Unit("%", "share")
FACTOR = Unit("x", "factor")
ORDINAL = Unit("ordinal", "ordinal")
RANK = Unit("rank", "rank")


def find_pieces(parse: Parse, taken: list[Span]) -> list[Piece]:
    """Every numeral of the text that states a quantity, with its unit. `taken` are spans (dates) whose numbers are none."""
    folded = parse.folded
    closed = _closed(folded, taken)
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


_ONE_UNIT = re.compile(r"(?i)\b(an?) (?=[a-z]{3,})")
_AND_A_HALF = re.compile(r"(?i) and a (half|quarter)\b")
_LASTING = re.compile(r"(?i)\b(?:for|within|takes?|took|lasts?|lasted) $")
_MEASURED = re.compile(r"(?i) (?:ago|into|after)\b")


def _one_units(folded: str) -> list[Numeral]:
    """Articles that count one unit: "more than a year", "a year and a half", "a mile away"; not "twice a year"."""
    out = []
    for match in _ONE_UNIT.finditer(folded):
        unit = unit_after(folded, match.end(1))
        if unit is None or unit[1].family not in {"time", "measure"} or unit[1].symbol == "°":
            continue
        if _AND_A_HALF.match(folded, unit[0]) or bound_before(folded, match.start()) or _LASTING.search(folded, max(0, match.start() - 10), match.start()) or (unit[1].family == "time" and _MEASURED.match(folded, unit[0])):
            out.append(Numeral(match.start(1), match.end(1), Decimal(1), "cardinal", Decimal(1)))
    return out


def _closed(folded: str, taken: list[Span]) -> bytearray:
    """One byte a character: 1 where numbers are no quantities (dates, clock times, addresses, telephone numbers, idioms)."""
    closed = bytearray(len(folded) + 1)
    for pattern in (_NO_NUMBERS, _CLOCK, _PHONE, _IDIOM):
        for match in pattern.finditer(folded):
            closed[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    for span in taken:
        if _DURATION.search(folded, span.start, span.end):
            continue
        closed[span.start : span.end] = b"\x01" * len(span)
    return closed


def _proportion(folded: str, numeral: Numeral, after: Numeral) -> Piece | None:
    """ "one in five", "three out of every ten": a share, in per cent."""
    low, base = numeral.value, after.value
    if low is None or base is None or numeral.kind != "cardinal" or after.kind != "cardinal" or not 0 < low < base:
        return None
    joint = folded[numeral.end : after.start]
    if not _SHARE_OF.fullmatch(joint) or (joint.strip().lower() == "in" and base not in (3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000, 10000)):
        return None
    if (unit := unit_after(folded, after.end)) and (unit[1].family != "money" or joint.strip().lower() == "in"):
        return None
    share = _rounded(100 * low / base)
    return Piece(numeral.start, after.end, Span(numeral.start, after.end), share, share, PERCENT, "proportion")


def _rounded(share: Decimal) -> Decimal:
    """A share in per cent, two places: what a careful reader writes for two-thirds."""
    return share.quantize(Decimal("0.01"))


_MINUS = re.compile(r"(?:(?:^|(?<=[\s(,]))-|\b(?i:minus|negative) )(?:US|A|C)?[$£€]?$|[$£€]-$")


def _piece(parse: Parse, numeral: Numeral) -> Piece | None:
    """A numeral as a piece, with a minus sign or "minus" before it taken into its value."""
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
        return Piece(numeral.start, numeral.end, number, numeral.value, numeral.value, FACTOR, "multiplier")
    if numeral.kind == "ordinal":
        return _ordinal(parse, numeral)
    before, after = unit_before(folded, numeral.start), unit_after(folded, numeral.end)
    if not before and _PENCE.match(folded, numeral.end):
        return _with_unit(folded, replace(numeral, end=numeral.end), (numeral.end + 1, PENCE))
    if before:
        return _money(folded, numeral, before, after)
    if re.compile(r"[ -]fold\b").match(folded, numeral.end):
        return Piece(numeral.start, numeral.end + 5, Span(numeral.start, numeral.end + 5), numeral.value, numeral.value, FACTOR, "multiplier")
    if numeral.kind == "fraction" and numeral.value is not None:
        return _part(folded, numeral, after)
    if _TIMES_FACTOR.match(folded, numeral.end):
        return Piece(numeral.start, numeral.end + 6, number, numeral.value, numeral.value, FACTOR, "multiplier")
    if after and _is_unit(parse, numeral, after):
        return _with_unit(folded, numeral, after)
    if _attached(folded, numeral.end) or not _counts(parse, numeral):
        return None
    return Piece(numeral.start, numeral.end, number, numeral.value, numeral.value, None, numeral.kind, numeral.mantissa, numeral.scaled)


def _money(folded: str, numeral: Numeral, before: tuple[int, Unit], after: tuple[int, Unit] | None) -> Piece:
    end = numeral.end
    unit = before[1]
    if after and after[1].family == "money" and (unit.ambiguous or after[1].symbol == unit.symbol):
        end, unit = after[0], after[1] if not after[1].ambiguous else unit
    return Piece(before[0], end, Span(numeral.start, numeral.end), numeral.value, numeral.value, unit, numeral.kind, numeral.mantissa, numeral.scaled)


def _part(folded: str, numeral: Numeral, after: tuple[int, Unit] | None) -> Piece | None:
    """A fraction: a share in per cent, or part of a unit ("half a mile", "1/2 inch")."""
    value = numeral.value or Decimal(0)
    if after and after[1].family in {"measure", "time"}:
        return _with_unit(folded, numeral, after)
    article = re.compile(r" an? ").match(folded, numeral.end)
    if article and (unit := unit_after(folded, article.end() - 1)) and unit[1].family in {"measure", "time"}:
        return _with_unit(folded, numeral, unit)
    share = _rounded(100 * value)
    if folded[numeral.start : numeral.end].lower() == "half" and not re.compile(r"(?i) (?:of|the|its|their|his|her|our|all|a)\b").match(
        folded, numeral.end
    ):
        return None
    return Piece(numeral.start, numeral.end, Span(numeral.start, numeral.end), share, share, PERCENT, "fraction")


_POUND_MONEY = re.compile(
    r"(?i)\b(?:pay|paid|pays|costs?|fees?|prices?|worth|spen[dt]|fined?|earn|salary|wages?|pence|sterling|british|uk|london|bank|budget|loans?|tax|debt|profits?|fund)\b"
)
POUND = Unit("lb", "measure", quantity="pound")


def _weighs(folded: str, numeral: Numeral, unit: Unit, word: str) -> bool:
    """True if "pounds" are a weight: an unscaled number with no word of money near."""
    if unit.symbol != "GBP" or not word.startswith("pound") or numeral.scaled:
        return False
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
    word = parse.folded[numeral.end : end].strip(" -").lower()
    if word == "won":
        return numeral.scaled or (numeral.value or 0) >= 100
    if word == "second" and (numeral.value or 0) != 1 and parse.folded[numeral.end] != "-":
        return False
    if unit.family == "time" and numeral.kind == "cardinal" and _is_year(parse.folded, numeral):
        return False
    if unit.symbol == "quarter" or (word == "day" and parse.folded[numeral.start : numeral.end].lower() == "one" and not _counts_days(parse.folded, numeral)):
        return False
    return not (unit.symbol == "%" and word == "percentage")


_FOR_DAYS = re.compile(r"(?i)\b(?:for|in|within|after|only|just|than|least|about|every|last|past|next)\s+$")


def _counts_days(folded: str, numeral: Numeral) -> bool:
    """True if "one day" is a length of time, not some day to come."""
    return folded[numeral.end] == "-" or _FOR_DAYS.search(folded, max(0, numeral.start - 10), numeral.start) is not None


def _attached(folded: str, end: int) -> bool:
    """True if letters or digits stand right against the numeral: 5G, 747s, 3D, a version such as 2.0.1."""
    after = folded[end : end + 2]
    if after[:1] == "-" and after[1:].isalpha():
        return False
    return (
        after[:1].isalnum()
        or (after[:1] in {".", ":", "/"} and after[1:].isdigit())
        or (after[:1] == "'" and after[1:] == "s" and folded[end - 1].isdigit())
    )


def _is_year(folded: str, numeral: Numeral) -> bool:
    written = folded[numeral.start : numeral.end]
    return len(written) == 4 and written.isdigit() and 1500 <= int(written) <= 2100


def _counts(parse: Parse, numeral: Numeral) -> bool:
    """True if a bare number counts something; False for years, labels, names, list numbers and "one" as a pronoun."""
    folded = parse.folded
    token = parse.token_at(numeral.start)
    if token is None:
        return False
    written = folded[numeral.start : numeral.end].lower()
    if _is_year(folded, numeral):
        return _before_plural(parse, numeral)
    if written == "one":
        return _counting_one(parse, numeral, token)
    before = token.nbor(-1) if token.i else None
    if before is not None and before.text.lower().rstrip(".") in _LABELS and _is_label(token, before):
        return False
    if written == "zero" and token.head.i == token.i + 1 and token.head.text == "-":
        return False
    if re.fullmatch(r"\d{1,3}", written) and _is_list_number(folded, numeral):
        return False
    return not _in_name(parse, numeral, token)


_PLURAL = re.compile(r" [a-z]{3,}s\b")
_AVERAGE = re.compile(r"\b(?:average|total|maximum|minimum) of $")
_PAIR_AFTER = re.compile(r" ?(?:-|–|to|or|and) ?\d[\d,]*")


def _before_plural(parse: Parse, numeral: Numeral) -> bool:
    """True if a four-digit number that could be a year stands before a plural noun ("2000 people")."""
    pair = _PAIR_AFTER.match(parse.folded, numeral.end)
    if pair and (unit_after(parse.folded, pair.end()) or _PLURAL.match(parse.folded, pair.end())):
        return True
    if _AVERAGE.search(parse.folded, max(0, numeral.start - 16), numeral.start):
        return True
    token = parse.token_at((pair.end() if pair else numeral.end) - 1)
    head = token.head if token is not None and token.dep_ == "nummod" else None
    return bool(token is not None and head is not None and head.tag_ == "NNS" and 0 < head.i - token.i <= 2 and not head.text.endswith("0s"))


def _counting_one(parse: Parse, numeral: Numeral, token: Token) -> bool:
    """ "one" where a number is meant: "one of the girls", "only one release", "one person", not "one that", "one day", "this one"."""
    after = re.compile(r"[ -]([A-Za-z']+)").match(parse.folded, numeral.end)
    word = after[1].lower() if after else ""
    before = token.nbor(-1).text.lower() if token.i else ""
    if word == "of":
        return bool(
            re.compile(
                r"(?i) of (?:the|them|those|these|his|her|its|our|their|my|us|two|three|four|five|six|seven|at least|about)\b(?! (?:most|best|biggest|largest|few|world|main|key|worst|first|last))"
            ).match(parse.folded, numeral.end)
        )
    if before in {"no", "any", "every", "each", "this", "that", "the", "which", "some", "another", "a", "an", "number", "day", "at", "-"}:
        return False
    if before in {"only", "just", "least", "than", "exactly", "about"}:
        return word not in {"that", "who", "which", "another"}
    if word in _NOT_ONE or not word:
        return False
    noun = token.head
    return token.dep_ == "nummod" and noun.pos_ == "NOUN" and 0 < noun.i - token.i <= 2 and noun.text.lower() not in _NOT_ONE


def _is_label(token: Token, before: Token) -> bool:
    """True if the word before makes the number a label: "Article 5", "row 21", unless the number counts a noun that follows it."""
    if (
        before.text.lower()
        in {"no", "under", "some", "figure", "line", "stage", "season", "act", "team", "group", "case", "part", "form", "page", "week", "day"}
        and not before.text[0].isupper()
    ):
        return before.text.lower() not in {"no", "under"} and not (token.dep_ == "nummod" and token.head.i > token.i)
    return not (token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in {"NNS", "NNPS"} and before.pos_ not in {"PROPN", "NOUN"})


def _is_list_number(folded: str, numeral: Numeral) -> bool:
    """True for "3." or "3)" at the head of a line, and for "(3)"."""
    line_start = folded.rfind("\n", 0, numeral.start) + 1
    at_head = not folded[line_start : numeral.start].strip(" (-*")
    return at_head and folded[numeral.end : numeral.end + 1] in {".", ")"} and folded[numeral.end + 1 : numeral.end + 2] in {" ", ""}


_ADDRESS = re.compile(r" (?:[A-Z][\w'-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Boulevard|Blvd|Place|Terrace|Court|Way|Row)\b")


def _in_name(parse: Parse, numeral: Numeral, token: Token) -> bool:
    """True if the number is part of a proper name: "38 North", "Group of Seven", "Boeing 737"."""
    folded = parse.folded
    last = parse.token_at(numeral.end - 1) or token
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    before = token.nbor(-1) if token.i else None
    capital = folded[numeral.start].isupper()
    if _ADDRESS.match(folded, numeral.end) or folded[max(0, numeral.start - 2) : numeral.start].strip() in {"§", "#"}:
        return True
    if capital and before is not None and before.text in {"'s", "'"} and token.i > 1 and token.nbor(-2).text[:1].isupper():
        return True
    named = before is not None and before.text[:1].isupper() and not before.is_sent_start and before.pos_ == "PROPN"
    if capital and named and after is not None and after.text[:1].islower():
        return True
    if before is not None and before.text.lower() == "of" and capital and token.i > 1 and token.nbor(-2).text[:1].isupper():
        return True
    if after is not None and after.tag_ == "NNP" and after.text[:1].isupper() and not after.text.isupper() and last.head.i == after.i:
        beyond = after.nbor(1) if after.i + 1 < len(after.doc) else None
        return beyond is None or (beyond.pos_ not in {"NOUN", "PROPN"} and not after.text.endswith("s"))
    if (
        before is not None
        and before.tag_ in {"NNP"}
        and before.text[:1].isupper()
        and not before.is_sent_start
        and before.text.lower() not in {"top", "about", "some", "around", "nearly", "over"}
    ):
        counted = last.dep_ == "nummod" and last.head.i > last.i
        return (
            not counted
            and token.head.i <= token.i
            and (token.head.i == before.i or token.dep_ in {"nummod", "appos", "npadvmod"})
            and token.head.pos_ == "PROPN"
        )
    return False
