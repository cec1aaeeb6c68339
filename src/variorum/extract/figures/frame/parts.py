"""Parts told by a predicate: "nine of the 31 who died were children" counts children, and what happened to the 31 happened to them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from variorum.extract.figures.meaning.subjects import SUBJECTS
from variorum.extract.grammar.event_classes import is_person


@dataclass(frozen=True, slots=True)
class Part:
    """What kind of people a part is said to be ("children"), None where its own noun says so, and the noun of the whole."""

    kind: Token | None
    whole: Token


def part_told(top: Token) -> Part | None:
    """The part that the subject of a clause with "be" is; None where no whole is named. `top` is the number or noun that is the subject."""
    be = top.head
    if top.dep_ not in SUBJECTS or be.lemma_ != "be":
        return None
    if top.pos_ == "NOUN" and (among := _object(be, "among")) is not None:
        return Part(None, among)
    kind = next((child for child in be.rights if child.dep_ == "attr" and child.tag_ == "NNS" and is_person(child) and not _is_counted(child)), None)
    whole = _object(top, "of") or _object(be, "of")
    return Part(kind, whole) if kind is not None and whole is not None else None


def _is_counted(noun: Token) -> bool:
    return any(child.dep_ in {"nummod", "det", "poss"} for child in noun.lefts)


def _object(governor: Token, preposition: str) -> Token | None:
    """The plural noun after a preposition of a word."""
    for child in governor.children:
        if child.dep_ == "prep" and child.lower_ == preposition:
            return next((inner for inner in child.rights if inner.dep_ == "pobj" and inner.tag_ == "NNS"), None)
    return None
