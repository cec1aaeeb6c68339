"""What the order of words says of a figure's measure, where it leaves no doubt: "a loss for the year of", "deliveries rose".

Wire text is hard on the parser: it cuts sentences at broken lines and hangs a figure on the next clause. The words right before a figure do not
change with that.
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Token

from variorum.extract.figures.meaning.subjects import NOUNS, SUBJECTS, VERBS
from variorum.extract.figures.written.quantity import Quantity
from variorum.lang import language_data, word_set
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("figures")
_EMPTY, _POINTERS, _LEVEL_VERBS, _SETTINGS = (frozenset(_DATA["measure"][key]) for key in ("empty", "pointers", "level_verbs", "settings"))
_TIMES = frozenset(language_data("holders")["nouns"]["times"])
_BEFORE_FIGURE = word_set("a an by to at from up down higher lower")  # between a verb of level and its figure, beside adverbs and adjectives
_MOVES = word_set("to from")
_BROUGHT = word_set("to at")
_IN_PHRASE = frozenset({"pobj", "prep", "compound", "conj", "nmod", "amod", "appos"})
_OPENS = {")": "(", ">": "<"}
MAX_BETWEEN = 5  # tokens between a verb of level and its figure
MAX_AFTER_MOVE = 14  # the same, where the move stands before the level: "rose 2 % in May to 120 from 118"
MAX_ASIDE = 12  # tokens of what stands between commas or brackets after a subject
MAX_SETTINGS = 2  # phrases of time and place between a noun and the "of" of its amount


def total_before(parse: Parse, quantity: Quantity, numbers: frozenset[int]) -> Token | None:
    """The noun before "of" and a figure, past phrases that only tell when or where: "a loss for the year of 3 million"."""
    at = _before(parse, quantity.start)
    if at is None or parse.doc[at].lower_ != "of":
        return None
    doc, at = parse.doc, _skip_spaces(parse.doc, at - 1)
    for _ in range(MAX_SETTINGS):
        at = _before_setting(doc, at)
    noun = doc[at] if at >= 0 else None
    if noun is None or noun.pos_ not in NOUNS or noun.i in numbers or noun.lemma_.lower() in _TIMES or _is_move(noun, quantity):
        return None
    return noun if noun.pos_ == "NOUN" and not noun.is_upper else None


def _is_move(noun: Token, quantity: Quantity) -> bool:
    """True for a noun that says little of an amount; a "gain" of money says enough."""
    return says_little(noun) and not (noun.lemma_.lower() == "gain" and quantity.family == "money")


def _before_setting(doc: Doc, at: int) -> int:
    """The place before a phrase of time or place that ends at `at`; `at` itself where none does."""
    first = at
    while first > 0 and _in_setting(doc[first]):
        first -= 1
    if first < at and (doc[first].lower_ in _SETTINGS or doc[at].lemma_.lower() in _TIMES) and first > 0:
        return _skip_spaces(doc, first - 1 if doc[first].lower_ in _SETTINGS else first)
    return at


def _in_setting(token: Token) -> bool:
    """True for a word of a time or place: "the", "last", "year", "1986", "Ostrey"."""
    return token.pos_ in {"PROPN", "NUM", "DET", "SPACE"} or token.lemma_.lower() in _TIMES or token.lower_ in {"last", "first", "past", "fiscal"}


def subject_before(parse: Parse, quantity: Quantity, numbers: frozenset[int]) -> Token | None:
    """The subject of the verb of level or move that stands right before a figure: "deliveries to the board rose 17 %".

    None where the verb is none of these, or only a pronoun is its subject.
    """
    verb = _level_verb(parse, quantity, numbers)
    if verb is None:
        return None
    at = _skip_spaces(parse.doc, verb.i - 1)
    while at > 0 and (parse.doc[at].pos_ in {"AUX", "ADV"} or parse.doc[at].dep_ == "neg"):
        at = _skip_spaces(parse.doc, at - 1)
    aside = _before_aside(parse.doc, at)
    own = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if own is None or aside < own.i:
        own = _top(_before_time(parse.doc, aside), verb)
    return own if own is not None and own.pos_ in NOUNS and own.lemma_.lower() not in _TIMES and not says_little(own) else None


def says_little(noun: Token) -> bool:
    """True for a noun of amount or move, and for a pointer, without a word before it that says of what: "rate", but not "lending rate"."""
    if noun.tag_ == "NNS" and noun.lemma_ in {"rate", "share"}:
        return False  # "rates fell", "shares in Norco rose": no level and no part, but what has one
    return noun.lemma_.lower() in _EMPTY | _POINTERS and not any(child.dep_ == "compound" and child.pos_ in NOUNS for child in noun.lefts)


def object_before(parse: Parse, quantity: Quantity, numbers: frozenset[int]) -> Token | None:
    """What is brought to, or put at, an amount: "cut its payments next year to", "the reduction of the rate to", "put its cost at"."""
    at = _before(parse, quantity.start)
    first = parse.token_at(quantity.start)
    if at is None or first is None:
        return None
    link = first if first.lower_ in _BROUGHT else parse.doc[at]
    if link.lower_ not in _BROUGHT or link.i == 0:
        return None
    place = _before_setting(parse.doc, _skip_spaces(parse.doc, link.i - 1))
    noun = parse.doc[place]
    if noun.pos_ != "NOUN" or noun.i in numbers or noun.lemma_.lower() in _TIMES:
        return None
    top = _top(noun, first)
    if top is None or top.i in numbers or top.lemma_.lower() in _TIMES:
        return None
    if top.lemma_.lower() in _EMPTY and top.i != noun.i:
        return noun if noun.dep_ == "pobj" and noun.head.lower_ in {"of", "in"} and noun.head.head.i == top.i and link.lower_ == "to" else None
    return top if top.dep_ in {"dobj", "obj"} and top.head.pos_ == "VERB" and top.head.i < top.i and not says_little(top) else None


def _level_verb(parse: Parse, quantity: Quantity, numbers: frozenset[int]) -> Token | None:
    """The verb of level that stands right before a figure, but for prepositions, adverbs and an earlier figure: "rose 2 % in May to 120"."""
    at = _before(parse, quantity.start)
    if at is None:
        return None
    first = parse.token_at(quantity.start)
    further = first is not None and (first.lower_ in _MOVES or parse.doc[at].lower_ in _MOVES)
    place = max(-1, at - (MAX_AFTER_MOVE if further else MAX_BETWEEN))
    for token in reversed(parse.doc[place + 1 : at + 1]):
        if token.pos_ in VERBS and token.lemma_.lower() in _LEVEL_VERBS and token.i not in numbers:
            return token if token.tag_ in {"VBD", "VBZ", "VBP", "VB", "VBG"} else None
        passed = token.lower_ in _BEFORE_FIGURE or token.pos_ in {"ADV", "SPACE"}
        if not passed and not (
            further and (token.i in numbers or token.like_num or token.lower_ in {"and", "in", "'s"} or token.lemma_.lower() in _TIMES)
        ):
            return None
    return None


def _before_aside(doc: Doc, at: int) -> int:
    """The place before what stands between commas or brackets and ends at `at`; `at` itself where there is none."""
    opening = _OPENS.get(doc[at].text, "," if doc[at].text == "," else None)
    if opening is None:
        return at
    for place in range(at - 1, max(0, at - MAX_ASIDE), -1):
        if doc[place].text.startswith(opening):
            return _skip_spaces(doc, place - 1)
    return at


def _before_time(doc: Doc, at: int) -> Token | None:
    """The token at a place, past "last year" and its like."""
    if at > 1 and doc[at].lemma_.lower() in _TIMES and doc[at - 1].lower_ in {"last", "this", "next"}:
        at = _skip_spaces(doc, at - 2)
    return doc[at] if at >= 0 else None


def _top(noun: Token | None, verb: Token) -> Token | None:
    """The head of the noun phrase that ends with a token: of "deliveries to the board" and "cost of mending the pipe" the first noun."""
    while noun is not None and noun.head.i < verb.i and noun.head.i != noun.i:
        if noun.dep_ in {"dobj", "obj"} and noun.head.dep_ == "pcomp" and noun.head.head.i < noun.head.i:
            noun = noun.head.head
        elif noun.dep_ in _IN_PHRASE and noun.head.pos_ in NOUNS | {"ADP"}:
            noun = noun.head
        else:
            break
    return noun


def _before(parse: Parse, start: int) -> int | None:
    """The place of the last token before a character that is no white space."""
    token = parse.token_at(start)
    return _skip_spaces(parse.doc, token.i - 1) if token is not None and token.i > 0 else None


def _skip_spaces(doc: Doc, at: int) -> int:
    while at > 0 and doc[at].pos_ == "SPACE":
        at -= 1
    return at
