"""Words that look like a bound and are none: "handed over 21 prisoners", "grew over three years", "walked past 12 soldiers"."""

from __future__ import annotations

import re
from typing import Any

from spacy.tokens import Token

from variorum.lang import language_data
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("figures")
_OVER_VERBS, _LASTING = (frozenset(_DATA["bounds_not_after"][key]) for key in ("verbs", "lasting"))
_MOVES = frozenset(_DATA["change"]["up"]) | frozenset(_DATA["change"]["down"]) | frozenset({"go", "push"})
_MARGINS = frozenset(_DATA["bounds_not_after"]["margins"])
_GROWING = frozenset(language_data("holders")["nouns"]["measures"]) | frozenset(_DATA["bounds_not_after"]["growing"])
_MARKS = frozenset({"mark", "level", "milestone", "barrier", "threshold", "people", "units", "users", "members"})
_NOUN = 24  # characters; an adjective and its noun fit
_DURING = re.compile(r"(?i)over an?\b")
_PERIOD = re.compile(r"(?i)[ -](?:periods?|span|stretch|career|window)\b")
_LATER = re.compile(r"(?i)\s*(?:ago|later|earlier|late|before|after)\b")


def is_no_bound(parse: Parse, start: int, end: int, family: str) -> bool:
    """True if the bound word at `start` belongs to something else. `end` is where number and unit end, `family` that of the unit."""
    token = parse.token_at(start)
    if token is None:
        return False
    if token.lower_ == "past":
        return family == "time" or _verb_of(token) not in _MOVES
    if token.lower_ == "passed":
        return family == "time" or not _is_level(parse, token, end)
    if token.lower_ == "within":
        return not family and _is_place(parse, end)  # "within 60 days" is at most 60; "within 12 states" is a place
    if family == "time":
        return _is_during(parse, token, end)
    return family != "share" and _belongs_to_verb(token)


def _is_level(parse: Parse, verb: Token, end: int) -> bool:
    """True for what grows past a number: "the toll passed 2,000", "sales passed the 3,000 mark"; not "the train passed 20 stations"."""
    subject = next((child for child in reversed(list(verb.lefts)) if child.dep_ == "nsubj"), None)
    if subject is None or subject.lemma_.lower() not in _GROWING:
        return False
    after = next((token for token in parse.tokens(end, end + _NOUN) if token.pos_ not in {"DET", "ADJ"}), None)
    return after is None or after.pos_ not in {"NOUN", "PROPN"} or after.lower_ in _MARKS


def _is_place(parse: Parse, end: int) -> bool:
    """True for things that something is in: "within 12 states", "within the four walls"; a margin counts points, votes, seats."""
    counted = next((token for token in parse.tokens(end, end + _NOUN) if token.pos_ in {"NOUN", "PROPN"}), None)
    return counted is None or counted.lemma_.lower() not in _MARGINS


def _is_during(parse: Parse, token: Token, end: int) -> bool:
    """True for a time that something went on in: "grew over three years", "over a ten-year period"; not "it took over 3 hours"."""
    if token.lower_ != "over":
        return False
    if _DURING.match(parse.folded, token.idx) and _PERIOD.match(parse.folded, end):
        return True
    if token.dep_ != "prep" or _LATER.match(parse.folded, end):
        return False
    return token.head.pos_ in {"VERB", "NOUN", "NUM", "PROPN"} and _verb_of(token) not in _LASTING


def _verb_of(token: Token) -> str:
    return token.head.lemma_.lower()


def _belongs_to_verb(token: Token) -> bool:
    """True if a bound word goes with the verb before it: "handed over 21 girls", "presided over 12 trials"."""
    return token.dep_ == "prt" or (token.i > 0 and token.pos_ == "ADP" and token.nbor(-1).lemma_.lower() in _OVER_VERBS)
