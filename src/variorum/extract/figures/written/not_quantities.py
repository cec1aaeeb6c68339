"""Numbers that are no quantity: dates, clock times, addresses, years, labels, names, list numbers, and "one" as a pronoun."""

from __future__ import annotations

import re
from typing import Any

from spacy.tokens import Token

from variorum.lang import language_data
from variorum.records.article import Span
from variorum.text.numbers.numeral import Numeral
from variorum.text.numbers.units import unit_after
from variorum.text.numbers.years import amounts, is_year
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("figures")
_LABELS = frozenset(_DATA["numbered"]["before"])
_NOT_ONE = frozenset(_DATA["not_counted"]["one"])
_COMMON_LABELS = frozenset(_DATA["numbered"]["common"])
_NO_NUMBERS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.\w+|(?<!\w)[@#]\w+|\b(?:t\.co|bit\.ly|pic\.twitter\.com)/\S*")
_CLOCK = re.compile(r"(?i)\b\d{1,2}(?:[:.]\d{2})?\s?(?:a\.m\.?|p\.m\.?|am\b|pm\b|o'clock|hrs\b|GMT\b|noon\b|midnight\b)|\b\d{1,2}:\d{2}(?::\d{2})?\b")
_PHONE = re.compile(r"(?<![\w$£€.,])(?:\+\d[\d ().-]{7,}\d|\(\d{3}\) ?\d{3}-\d{4}|\d{3}-\d{3}-\d{4}|\d{3}-\d{4}|0\d{2,4} \d{3,4} \d{3,4})(?![\w%])")
_KINDS = "|".join(_DATA["not_counted"]["kinds"])  # "a four-door saloon", "a six-cylinder engine" name a kind and count nothing
_SIZES = "|".join(_DATA["not_counted"]["index_sizes"])
_INDEX = re.compile(rf"(?i)\b(?:{'|'.join(_DATA['not_counted']['indices'])})(?: ?|-)(?:{_SIZES})\b(?![.,]\d)")  # "S&P 500", "cac40"
_IDIOM = re.compile(
    r"\b(?:9/11|24/7|50[-/]50|20/20|7/7|101\b(?= course|:)|(?:one|two)-(?:sided|faced)|one-(?:off|liner|on-one|stop))"
    r"|\b(?:four-letter|Y2K|second-guess|(?:below|above|from|near|ground) zero)"
    r"|\b7[0-8]7s?\b(?= (?:jet|plane|airliner|aircraft|MAX|Dreamliner|cargo|freighter|passenger)s?\b)"
    r"|(?i:\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)-(?:" + _KINDS + r")\b)"
)
# "two years ago" is a date and a duration too; "fiscal year 2026" is a date only.
_DURATION = re.compile(r"(?i)\b(?!\d{4})[\w-]+ (?:\w+ )?(?:years?|months?|weeks?|days?|hours?|decades?)\b(?! \d)")


# Counters of picture galleries, and version numbers.
_COUNTER = re.compile(r"(?i)\b(?:images?|photos?|slides?|pictures?|page|caption) \d{1,3} ?(?:of|/)(?: /)? ?\d{1,3}\b|(?m:^\d{1,3} ?/ ?\d{1,3}$)")
_VERSION = re.compile(r"(?i)\b\d{1,3}(?:\.\d{1,3}){0,3}(?= (?:update|patch|firmware|beta)\b)|(?<=\bversion )\d[\d.]*|(?<=\bupdate )\d+\.\d+")


# Each pattern with signs of which one stands in every text that it matches: most texts have none, and looking for them is quick.
_CLOSING: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_NO_NUMBERS, ("@", "#", "://", "www.", "t.co/", "bit.ly/", "twitter.com/")),
    (_CLOCK, ()),
    (_PHONE, ()),
    (_IDIOM, ()),
    (_INDEX, tuple(_DATA["not_counted"]["index_sizes"])),
    (_COUNTER, ("/", "of")),
    (_VERSION, ()),
)


def closed_places(folded: str, taken: list[Span]) -> bytearray:
    """One byte a character: 1 where numbers are no quantities (dates, clock times, addresses, telephone numbers, idioms)."""
    closed = bytearray(len(folded) + 1)
    lower = folded.lower()
    for pattern, signs in _CLOSING:
        for match in pattern.finditer(folded) if not signs or any(sign in lower for sign in signs) else ():
            closed[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    for span in taken:
        if _DURATION.search(folded, span.start, span.end):
            continue
        closed[span.start : span.end] = b"\x01" * len(span)
    return closed


def attached(folded: str, end: int) -> bool:
    """True if letters or digits stand right against the numeral: 5G, 747s, 3D, a version such as 2.0.1."""
    after = folded[end : end + 2]
    if after[:1] == "-" and after[1:].isalpha():
        return False
    return (
        after[:1].isalnum()
        or (after[:1] in {".", ":", "/"} and after[1:].isdigit())
        or (after[:1] == "'" and after[1:] == "s" and folded[end - 1].isdigit())
    )


def counts(parse: Parse, numeral: Numeral) -> bool:
    """True if a bare number counts something; False for years, labels, names, list numbers and "one" as a pronoun."""
    folded = parse.folded
    token = parse.token_at(numeral.start)
    if token is None:
        return False
    written = folded[numeral.start : numeral.end].lower()
    if is_year(folded, numeral):
        return _before_plural(parse, numeral)
    before = token.nbor(-1) if token.i else None
    if written == "one" and not (before is not None and before.lower_ in _LABELS - _COMMON_LABELS and before.pos_ in {"NOUN", "PROPN"}):
        return _counting_one(parse, numeral, token)
    if before is not None and before.text.lower().rstrip(".") in _LABELS and _is_label(token, before):
        return False
    if written == "zero" and token.i + 1 < len(token.doc) and (token.nbor(1).tag_ == "NN" or token.nbor(1).text == "-"):
        return False  # "zero tolerance", "zero-sum"
    if re.fullmatch(r"\d{1,3}", written) and _is_list_number(folded, numeral):
        return False
    return not _in_name(parse, numeral, token)


_PLURAL = re.compile(r" [a-z]{3,}s\b")
_PAIR_AFTER = re.compile(r" ?(?:-|–|to|or|and) ?\d[\d,]*")


def _before_plural(parse: Parse, numeral: Numeral) -> bool:
    """True if a four-digit number that could be a year stands before a plural noun ("2000 people")."""
    pair = _PAIR_AFTER.match(parse.folded, numeral.end)
    if pair and (unit_after(parse.folded, pair.end()) or _PLURAL.match(parse.folded, pair.end())):
        return True
    if amounts(parse.folded, numeral.start, numeral.end):
        return True
    token = parse.token_at((pair.end() if pair else numeral.end) - 1)
    head = token.head if token is not None and token.dep_ == "nummod" else None
    return bool(token is not None and head is not None and head.tag_ == "NNS" and 0 < head.i - token.i <= 2 and not head.text.endswith("0s"))


_WHOLES = r"(?:the|them|those|these|his|her|its|our|their|my|us|two|three|four|five|six|seven|at least|about)"
_ONE_OF = re.compile(rf"(?i) of {_WHOLES}\b(?! (?:most|best|biggest|largest|few|world|main|key|worst|first|last))")


def _counting_one(parse: Parse, numeral: Numeral, token: Token) -> bool:
    """ "one" where a number is meant: "one of the girls", "only one release", "one person", not "one that", "one day", "this one"."""
    after = re.compile(r"[ -]([A-Za-z']+)").match(parse.folded, numeral.end)
    word = after[1].lower() if after else ""
    before = token.nbor(-1).text.lower() if token.i else ""
    if word == "of":
        return _ONE_OF.match(parse.folded, numeral.end) is not None
    if before in {"no", "any", "every", "each", "this", "that", "the", "which", "some", "another", "a", "an", "number", "day", "at", "-"}:
        return False
    if before in {"minus", "negative"}:
        return True
    if before in {"only", "just", "least", "than", "exactly", "about"}:
        return word not in {"that", "who", "which", "another"} | _NOT_ONE and token.head.i > token.i
    if word in _NOT_ONE or not word:
        return False
    noun = token.head
    return token.dep_ == "nummod" and noun.pos_ == "NOUN" and 0 < noun.i - token.i <= 2 and noun.text.lower() not in _NOT_ONE


def _is_label(token: Token, before: Token) -> bool:
    """True if the word before makes the number a label: "Article 5", "row 21", unless the number counts a noun that follows it."""
    if before.text.lower() in _COMMON_LABELS and not before.text[0].isupper():
        return before.text.lower() not in {"no", "under"} and not (token.dep_ == "nummod" and token.head.i > token.i)
    return not (token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in {"NNS", "NNPS"} and before.pos_ not in {"PROPN", "NOUN"})


def _is_list_number(folded: str, numeral: Numeral) -> bool:
    """True for "3." or "3)" at the head of a line, and for "(3)"."""
    line_start = folded.rfind("\n", 0, numeral.start) + 1
    at_head = not folded[line_start : numeral.start].strip(" (-*")
    return at_head and folded[numeral.end : numeral.end + 1] in {".", ")"} and folded[numeral.end + 1 : numeral.end + 2] in {" ", ""}


_ADDRESS = re.compile(r" (?:[A-Z][\w'-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Boulevard|Blvd|Place|Terrace|Court|Way|Row)\b")


_MODEL = re.compile(r" [A-Z]{1,3}\b(?! [A-Z]{2})")


def _is_product(folded: str, numeral: Numeral, before: Token, last: Token) -> bool:
    """True for the number of a thing's name inside a noun phrase: "its Pixel 2 phones", "the Chang'e 2 mission"."""
    bare = folded[numeral.start : numeral.end].isdigit()
    named = before.pos_ == "PROPN" and before.text[:1].isupper() and before.dep_ in {"compound", "nmod"}
    if bare and before.pos_ == "PROPN" and _MODEL.match(folded, numeral.end):
        return True  # "Pixel 2 XL"
    return bare and named and last.dep_ == "nummod" and before.head.i == last.head.i and last.head.i > last.i


IN_CAPITALS = re.compile(r"[A-Z][a-z]+[ -](?:Days?|Weeks?|Months?|Years?|Hours?|Minutes?|Miles?)'? [A-Z][a-z]")  # "the Six Day War"


def _in_name(parse: Parse, numeral: Numeral, token: Token) -> bool:
    """True if the number is part of a proper name: "38 North", "Group of Seven", "Boeing 737"."""
    folded = parse.folded
    last = parse.token_at(numeral.end - 1) or token
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    before = token.nbor(-1) if token.i else None
    capital = folded[numeral.start].isupper()
    if before is not None and (_is_product(folded, numeral, before, last) or IN_CAPITALS.match(folded, numeral.start)):
        return True
    if _ADDRESS.match(folded, numeral.end) or folded[max(0, numeral.start - 2) : numeral.start].strip() in {"§", "#"}:
        return True
    if capital and before is not None and before.text in {"'s", "'"} and token.i > 1 and token.nbor(-2).text[:1].isupper():
        return True
    named = before is not None and before.text[:1].isupper() and not before.is_sent_start and before.pos_ == "PROPN"
    if capital and named and after is not None and after.text[:1].islower():
        return True
    group = capital and after is not None and after.text[:1].isupper() and before is not None and before.lower_ == "the" and before.text == "the"
    if group or (
        before is not None and before.tag_ in {"NNP", "NN"} and before.text[:1].isupper() and token.dep_ == "nummod" and token.head.i == before.i
    ):
        return True  # "the Four Tops", "Studio 54"
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
