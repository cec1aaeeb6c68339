"""List items: in a list of amounts, each belongs to the item that stands with it, whatever the parser hangs it on.

"Ostrey rose 2 %, Lund by 3 %", "Ostrey -1.3 % Lund -0.6 %", "$200 at the shop, $5,600 at the spa".
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from variorum.extract.figures.meaning.subjects import NOUNS
from variorum.extract.figures.written.quantity import Quantity
from variorum.lang import language_data, word_set
from variorum.text.parsing.parse import Parse

_TIMES = frozenset(language_data("holders")["nouns"]["times"])
_BEFORE = word_set("by at to between from")  # between an item and its amount
_AFTER = word_set("for at on to from")  # between an amount and its item
_OPENS = word_set("and while with but ; , :")  # what an item begins after
_NOW = word_set("now currently already still presently")
MAX_ITEM = 5  # tokens of an item's name
MAX_APART = 14  # tokens between two amounts of one list


def item_before(parse: Parse, quantity: Quantity, numbers: frozenset[int]) -> Token | None:
    """The item whose name stands right before an amount, where an amount went before and no verb stands between."""
    first = parse.token_at(quantity.start)
    if first is None or first.i == 0:
        return None
    doc, at = parse.doc, first.i - 1
    if (level := _now_at(doc, at)) is not None:
        return level
    linked = doc[at].lower_ in _BEFORE
    at -= linked
    noun = doc[at] if at >= 0 else None
    if noun is None or noun.pos_ not in NOUNS or noun.i in numbers or (not linked and noun.pos_ != "PROPN"):
        return None
    opening = _opening(doc, noun, numbers)
    if opening is None or noun.lemma_.lower() in _TIMES or not _amount_before(doc, opening, numbers):
        return None
    if not linked and not (doc[opening].i in numbers or _closed(parse, quantity)):
        return None
    return noun


def _now_at(doc: Doc, at: int) -> Token | None:
    """The noun that a level stands with in passing: "interest rates, now at 9 percent"."""
    words = [doc[at - back].lower_ for back in range(3)] if at > 3 else []
    noun = doc[at - 3] if words else None
    return noun if noun is not None and words[0] == "at" and words[1] in _NOW and words[2] == "," and noun.pos_ in NOUNS else None


def _opening(doc: Doc, noun: Token, numbers: frozenset[int]) -> int | None:
    """The place of the sign, conjunction or amount that an item's name begins after; None where something else does."""
    for at in range(noun.i - 1, max(noun.sent.start, noun.i - MAX_ITEM) - 1, -1):
        token = doc[at]
        if at in numbers or (token.lower_ in _OPENS and not (token.lower_ == "and" and _joins_names(doc, at, numbers))):
            return at
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "DET"} and token.lower_ not in {"and", "&", "-", "'s"}:
            return None
    return None


def _joins_names(doc: Doc, at: int, numbers: frozenset[int]) -> bool:
    """True for the "and" between two nouns of one name: "fats and oils"."""
    return doc[at - 1].pos_ in NOUNS and at - 1 not in numbers


def _amount_before(doc: Doc, opening: int, numbers: frozenset[int]) -> bool:
    """True if an amount of the same sentence stands shortly before, and no verb between it and the item."""
    for at in range(opening, max(doc[opening].sent.start, opening - MAX_ITEM) - 1, -1):
        if at in numbers:
            return True
        if doc[at].pos_ in {"VERB", "AUX"}:
            return False
    return False


def _closed(parse: Parse, quantity: Quantity) -> bool:
    """True if the words after a figure end its item: a sign, "and" or the end of the text."""
    rest = parse.folded[quantity.end : quantity.end + 5].lstrip(" ")
    return not rest or rest[0] in ",;.\n" or rest.startswith("and ")


def item_after(parse: Parse, quantity: Quantity, numbers: frozenset[int]) -> Token | None:
    """The item that an amount is for, where another amount of the sentence has its own after the same preposition."""
    own = _preposition(parse.doc, parse.token_at(quantity.end - 1), numbers)
    if own is None:
        return None
    sentence = own.sent
    for at in range(max(sentence.start, own.i - MAX_APART), min(sentence.end, own.i + MAX_APART)):
        other = _preposition(parse.doc, parse.doc[at], numbers) if at in numbers else None
        if other is not None and other.i != own.i and other.lower_ == own.lower_:
            return next((child for child in own.rights if child.dep_ == "pobj" and child.pos_ in NOUNS and child.lemma_.lower() not in _TIMES), None)
    return None


def _preposition(doc: Doc, last: Token | None, numbers: frozenset[int]) -> Token | None:
    """The preposition right after the amount that ends with a token, if its object can be an item."""
    if last is None or last.i + 1 >= len(doc) or last.i + 1 in numbers:
        return None
    after = doc[last.i + 1]
    return after if after.lower_ in _AFTER and after.pos_ == "ADP" else None
