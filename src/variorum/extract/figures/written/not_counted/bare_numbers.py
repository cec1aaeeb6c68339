"""Numbers that are no quantity: labels, names, list numbers, years, and "one" as a pronoun. Where letters alone tell it: `not_counted`."""

from __future__ import annotations

import re
from typing import Any

from spacy.tokens import Token

from variorum.extract.figures.written.around.bounds import ranked
from variorum.extract.figures.written.not_counted.names_with_numbers import in_name
from variorum.extract.figures.written.not_counted.pronoun_one import counting_one
from variorum.extract.figures.written.not_counted.results import in_result
from variorum.lang import language_data
from variorum.text.numbers.numeral import Numeral
from variorum.text.numbers.units import unit_after
from variorum.text.numbers.years import amounts, is_year
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("figures")
_LABELS = frozenset(_DATA["numbered"]["before"])
_COMMON_LABELS = frozenset(_DATA["numbered"]["common"])


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
        return counting_one(parse, numeral, token)
    if ranked(folded, numeral.start) is not None:
        return True
    if in_result(folded, numeral.start, numeral.end) or (before is not None and _labelled(parse, token, before)):
        return False
    if written == "zero" and token.i + 1 < len(token.doc) and (token.nbor(1).tag_ == "NN" or token.nbor(1).text == "-"):
        return False  # "zero tolerance", "zero-sum"
    if re.fullmatch(r"\d{1,3}", written) and _is_list_number(folded, numeral):
        return False
    return not in_name(parse, numeral, token)


def _labelled(parse: Parse, token: Token, before: Token) -> bool:
    """True for "Article 5", "Articles 5 and 6", "National 4 and 5": a label, or one more number after one."""
    word = before.lower_.rstrip(".")
    if word in _LABELS and _is_label(token, before):
        return True
    if word.endswith("s") and word[:-1] in _LABELS and _LISTED.match(parse.folded, token.idx + len(token)) and not _counting(token):
        return True
    if before.lower_ not in _JOINTS or before.i < 2 or not token.is_digit or _counting(token):
        return False
    number = before.nbor(-1)
    for _ in range(_LONGEST):
        if not number.is_digit or number.i < 2 or number.nbor(-1).lower_ not in _JOINTS or not number.nbor(-2).is_digit:
            break
        number = number.nbor(-2)
    return number.is_digit and number.i > 0 and _names(parse, number)


def _counting(token: Token) -> bool:
    return token.dep_ == "nummod" and token.head.i > token.i


def _names(parse: Parse, number: Token) -> bool:
    """True if digits before another number of their list stand after a label or a name."""
    before = number.nbor(-1)
    word = before.lower_.rstrip(".")
    singular = word.removesuffix("s")
    if word in _LABELS or singular in _LABELS:
        return not _counting(number)
    return (
        before.tag_ == "NNP" and before.is_title and not before.is_sent_start and not _counting(number) and in_name(parse, _numeral(number), number)
    )


def _numeral(token: Token) -> Numeral:
    return Numeral(token.idx, token.idx + len(token))


_LONGEST = 8  # numbers after one label ("pages 3, 4 and 5"); a longer list is a table
_JOINTS = frozenset({"and", "or", ",", "to", "-", "&"})
_LISTED = re.compile(r"(?:, | and | or | to |-|–| & )\d")
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
