"""Changes: whether a figure is the size of a rise, a fall or a multiple, from the words that govern it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from spacy.tokens import Token

from variorum.extract.figures.written.quantity import Quantity
from variorum.lang import language_data
from variorum.records.marks import Change, Figure
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("figures")["change"]
_UP, _DOWN = frozenset(_DATA["up"]), frozenset(_DATA["down"])
_UPWARD, _DOWNWARD = frozenset(_DATA["upward"]), frozenset(_DATA["downward"])
_NO_MOVE, _VERB_ONLY, _NOUN_ONLY = (frozenset(_DATA[key]) for key in ("no_move", "verb_only", "noun_only"))
_COLLECT = frozenset(_DATA["collect"])
_SIZE_OF = {"npadvmod", "dobj", "obj", "advmod", "attr", "nummod", "compound", "amod", "nmod", "quantmod"}
# What follows these is where something stands, not by how much it moved.
_LEVEL = re.compile(r"(?i)\b(?:to|at|from) (?:US |an? |the )?$")
_PASSED = re.compile(r"(?i)(?:below|above|past|beyond)\b")  # "fell below $6,000"
_MOVED = re.compile(r"(?i)\b([a-z]+)(?: (upward|downward|higher|lower)s?)?( by)?(?: just| only| another| an? (?:further|additional))?\s+$")
_WINDOW = 48  # characters before a figure in which the verb that moves it stands


def change_of(parse: Parse, head: Token, quantity: Quantity) -> Change | None:
    """The change that a figure names: a factor, or the amount by which something rose or fell. None where it is a level."""
    if quantity.kind == "multiplier":
        return Change("factor", factor=quantity.low)
    if quantity.unit in {"ordinal", "rank"} or quantity.change or _is_level(parse, quantity):
        return None
    if quantity.family == "share" and (signed := _signed(parse, quantity)):
        return Change("by", direction=signed)
    collected = quantity.family == "money" and parse.folded[max(0, quantity.start - 3) : quantity.start] != "by "
    for word in _movers(head, parse.token_at(quantity.start) or head, quantity):
        if collected and word.lemma_.lower() in _COLLECT:
            return None
        if direction := _direction(word):
            return Change("by", direction=direction)
    direction = _written_before(parse, quantity, collected=collected) if _sized(quantity) else None
    return Change("by", direction=direction) if direction else None


def _signed(parse: Parse, quantity: Quantity) -> str | None:
    """The way that a sign between a noun and a share says it moved: "Dow +0.2%", "FTSE -0.6%"; None for a level, "the rate was -0.5%"."""
    folded, start = parse.folded, quantity.number.start
    down, up = folded[start] == "-", folded[start - 1 : start] == "+"
    before = parse.token_at(start - 2 - up) if (down or up) and start >= 3 else None
    if before is None or before.pos_ not in {"NOUN", "PROPN"}:
        return None
    return "down" if down else "up"


def _is_level(parse: Parse, quantity: Quantity) -> bool:
    """True where the words before a figure make it the level that was reached or passed."""
    return bool(_LEVEL.search(parse.folded, max(0, quantity.start - 16), quantity.start) or _PASSED.match(parse.folded, quantity.start))


def _direction(word: Token) -> str | None:
    """ "up" or "down", where a word moves a quantity that way."""
    lemma = word.lemma_.lower()
    if lemma in _VERB_ONLY and word.pos_ not in {"VERB", "AUX"}:
        return None
    if lemma in _NOUN_ONLY and word.pos_ != "NOUN":
        return None
    return "up" if lemma in _UP or word.lower_ in _UPWARD else "down" if lemma in _DOWN or word.lower_ in _DOWNWARD else None


def _sized(quantity: Quantity) -> bool:
    """True for units in which news tells the size of a move."""
    return quantity.unit in {"%", "pp", "bp", "x"} or quantity.family == "money" or quantity.of == "point"


def _movers(head: Token, first: Token, quantity: Quantity) -> list[Token]:
    """The words that may say that the figure, whose first token is `first`, is the size of a change: "rose 3%", "a 3% rise", "up 3%"."""
    out = [child for child in head.lefts if child.lower_ in {"up", "down"} and child.nbor(1).lower_ != "to"]
    before = head.doc[first.i - 1] if first.i else None
    if before is not None and before.lower_ in {"up", "down"} and not (before.dep_ == "prt" and before.head.lemma_.lower() in _NO_MOVE):
        out.append(before)
    governor = head.head
    if (_sized(quantity) or governor.pos_ == "NOUN") and head.dep_ in _SIZE_OF and governor.i != head.i:
        out.append(governor)
    if head.dep_ == "pobj" and governor.lower_ in {"by", "of"} and governor.head.i != governor.i:
        out += [governor.head, *(child for child in governor.head.children if child.lower_ in _UPWARD | _DOWNWARD)]
    return out


def _written_before(parse: Parse, quantity: Quantity, *, collected: bool) -> str | None:
    """The direction of the verb right before a figure, where the parser did not tie the two: "the dax fell 0.4 per cent"."""
    window = max(0, quantity.start - _WINDOW)
    match = _MOVED.search(parse.folded, window, quantity.start)
    token = parse.token_at(match.start(1)) if match else None
    if match is None or token is None or (collected and token.lemma_.lower() in _COLLECT):
        return None
    if match[2]:
        return "up" if match[2].lower() in _UPWARD else "down"
    return _direction(token) if token.pos_ != "NOUN" and token.lower_ not in {"up", "down"} else None


_OR = re.compile(r",? or (?:by )?(?:about |nearly |around )?")
_ELLIPSIS = re.compile(r"[^.;:!?\n]{1,80}\bby (?:about |nearly |around |just )?")


def share_changes(parse: Parse, figures: list[Figure]) -> list[Figure]:
    """A change told twice has one direction, "lost 190 points, or 0.6%", and so has one whose verb is left out: "Alda fell 2%, Brook by 3%"."""
    out = list(figures)
    for index in range(1, len(out)):
        a, b = out[index - 1], out[index]
        if not a.change or a.change.kind != "by" or b.change is not None:
            continue
        between = parse.folded[a.end : b.number.start]
        if _OR.fullmatch(between) or (a.unit == b.unit and _ELLIPSIS.fullmatch(between)):
            out[index] = replace(b, change=a.change)
    return out
