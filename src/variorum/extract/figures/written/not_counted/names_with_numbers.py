"""Numbers inside proper names: "38 North", "Group of Seven", "Boeing 737", "12 Main Street", "the RBS 6 Nations", a player's "(10)"."""

from __future__ import annotations

import re
from typing import Any

from spacy.tokens import Token

from variorum.lang import language_data
from variorum.text.numbers.numeral import CARDINALS, Numeral
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("no_figures")
_SAME_IN_PLURAL = frozenset(_DATA["identifiers"]["same_in_plural"])
_SPORT = frozenset(_DATA["sport"]["words"])

_ADDRESS = re.compile(r" (?:[A-Z][\w'-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Boulevard|Blvd|Place|Terrace|Court|Way|Row)\b")
_MODEL = re.compile(r" [A-Z]{1,3}\b(?! [A-Z]{2})")
_LARGE = 100  # a bare number from here on before one thing ("the 68000 microprocessor") names it; below, a hyphen is more often lost
IN_CAPITALS = re.compile(r"[A-Z][a-z]+[ -](?:Days?|Weeks?|Months?|Years?|Hours?|Minutes?|Miles?)'? [A-Z][a-z]")  # "the Six Day War"
_CAPTION = 40  # tokens on either side of a number in which the words of a game stand
_NO_LEAD = {"top", "about", "some", "around", "nearly", "over"}


def in_name(parse: Parse, numeral: Numeral, token: Token) -> bool:
    """True if the number is part of a proper name or names a thing."""
    folded = parse.folded
    last = parse.token_at(numeral.end - 1) or token
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    before = token.nbor(-1) if token.i else None
    if _ADDRESS.match(folded, numeral.end) or folded[max(0, numeral.start - 2) : numeral.start].strip() in {"§", "#"}:
        return True
    if before is None:
        return after is not None and _before_name(last, after)
    return (
        _is_product(folded, numeral, before, last)
        or IN_CAPITALS.match(folded, numeral.start) is not None
        or _of_players(folded, numeral, before)
        or (folded[numeral.start].isupper() and _in_title(token, before, after))
        or _names_thing(folded, numeral, before, last)
        or _after_one_name(token, before)
        or (after is not None and _before_name(last, after))
        or _after_name(token, before, last)
    )


def _is_product(folded: str, numeral: Numeral, before: Token, last: Token) -> bool:
    """True for the number of a thing's name inside a noun phrase: "its Pixel 2 phones", "the Chang'e 2 mission", "the RBS 6 Nations opener"."""
    bare = folded[numeral.start : numeral.end].isdigit()
    named = before.pos_ == "PROPN" and before.text[:1].isupper() and before.dep_ in {"compound", "nmod"}
    if bare and before.pos_ == "PROPN" and _MODEL.match(folded, numeral.end):
        return True  # "Pixel 2 XL"
    if not bare or not named or last.dep_ != "nummod" or last.head.i <= last.i:
        return False
    head = last.head
    return before.head.i == head.i or (head.dep_ == "compound" and head.tag_ in {"NNP", "NNPS"} and before.head.i == head.head.i)


def _of_players(folded: str, numeral: Numeral, before: Token) -> bool:
    """True for "(10)" after a name in a report of a game, and for the figures that repeat a number word: "ten (10)"."""
    if before.text != "(" or folded[numeral.end : numeral.end + 1] != ")" or before.i == 0:
        return False
    name = before.nbor(-1)
    if name.lower_ in CARDINALS:
        return True
    return name.pos_ == "PROPN" and numeral.end - numeral.start <= 2 and any(word.lower_ in _SPORT for word in _near(before))


def _near(token: Token) -> list[Token]:
    """The words of a token's sentence round it: as many as a caption or headline has, so that long sentences cost no more."""
    return list(token.doc[max(token.sent.start, token.i - _CAPTION) : min(token.sent.end, token.i + _CAPTION)])


def _in_title(token: Token, before: Token, after: Token | None) -> bool:
    """True for a number word with a capital that stands in a name: "Group of Seven", "the Four Tops", "the RBS Six Nations"."""
    if before.text in {"'s", "'"} and token.i > 1 and token.nbor(-2).text[:1].isupper():
        return True
    named = before.text[:1].isupper() and not before.is_sent_start and before.pos_ == "PROPN"
    capital = after is not None and after.text[:1].isupper()
    alone = capital or after is None or after.pos_ not in {"NOUN", "ADJ", "NUM"}
    if before.text.isalpha() and before.is_lower and before.whitespace_ and token.lower_ in CARDINALS and alone and not _in_headline(token):
        return True  # a capital in mid-sentence: "a day with Five", "their opening Six Nations match"
    if (
        named
        and after is not None
        and (after.text[:1].islower() or (before.dep_ == "compound" and before.text.isupper() and not _in_headline(token)))
    ):
        return True
    if capital and before.text == "the":
        return True
    return before.lower_ == "of" and token.i > 1 and token.nbor(-2).text[:1].isupper()


def _in_headline(token: Token) -> bool:
    """True if no long word of the sentence is written small: capitals then say nothing."""
    return not any(word.is_lower and len(word) > 4 for word in _near(token))


def _names_thing(folded: str, numeral: Numeral, before: Token, last: Token) -> bool:
    """True for "the 68000 microprocessor": a bare number before one thing counts nothing."""
    written = folded[numeral.start : numeral.end]
    noun = last.head
    single = last.dep_ == "nummod" and noun.tag_ == "NN" and noun.i == last.i + 1 and noun.dep_ != "compound" and _stands_alone(noun)
    return (
        single
        and written.isdigit()
        and int(written) >= _LARGE
        and folded[numeral.end : numeral.end + 1] == " "
        and before.pos_ in {"DET", "PRON", "PROPN", "PART"}
        and noun.lower_ not in _SAME_IN_PLURAL
    )


def _stands_alone(noun: Token) -> bool:
    """False in a list or before another noun: "Norland's 112 state, foreign and private banks"."""
    after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    return after is None or (after.pos_ not in {"NOUN", "ADJ"} and after.text not in {",", "-", "/"})


def _after_one_name(token: Token, before: Token) -> bool:
    """True for "Studio 54": a number that the parse hangs on the name before it."""
    return before.tag_ in {"NNP", "NN"} and before.text[:1].isupper() and token.dep_ == "nummod" and token.head.i == before.i


def _before_name(last: Token, after: Token) -> bool:
    """True for "38 North": a number that the parse hangs on the name after it."""
    if after.tag_ != "NNP" or not after.text[:1].isupper() or after.text.isupper() or last.head.i != after.i:
        return False
    beyond = after.nbor(1) if after.i + 1 < len(after.doc) else None
    return beyond is None or (beyond.pos_ not in {"NOUN", "PROPN"} and not after.text.endswith("s"))


def _after_name(token: Token, before: Token, last: Token) -> bool:
    """True for "the Boeing 737": a number after a name that counts nothing itself."""
    if before.tag_ != "NNP" or not before.text[:1].isupper() or before.is_sent_start or before.lower_ in _NO_LEAD:
        return False
    counted = last.dep_ == "nummod" and last.head.i > last.i
    near = token.head.i == before.i or token.dep_ in {"nummod", "appos", "npadvmod"}
    return not counted and token.head.i <= token.i and near and token.head.pos_ == "PROPN"
