""" "One" where no number is meant: "one that", "one day", "one of the finest", "one analyst said", "one candidate, Mary Lane"."""

from __future__ import annotations

import re
from typing import Any

from spacy.tokens import Token

from variorum.lang import language_data, word_set
from variorum.text.numbers.numeral import Numeral
from variorum.text.parsing.parse import Parse

_FIGURES: dict[str, Any] = language_data("figures")
_DATA: dict[str, Any] = language_data("no_figures")["one"]
_NOT_ONE = frozenset(_FIGURES["not_counted"]["one"])
_SAYS = frozenset(_DATA["tells"]) | frozenset(_FIGURES["speech"]["verbs"]) | word_set(language_data("statements")["verbs"]["clause"])
_STATES = frozenset(_DATA["states"])
_INTRODUCED = frozenset(_DATA["introduced"])
_WHOLES = r"(?:the|them|those|these|his|her|its|our|their|my|us|two|three|four|five|six|seven|\d[\d,]*|at least|about)"
_ONE_OF = re.compile(rf"(?i) of {_WHOLES}\b(?! (?:most|best|biggest|largest|few|world|main|key|worst|first|last|(?:[\w-]+ )?[a-z]{(2,)}est\b))")
_WORD = re.compile(r"[ -]([A-Za-z']+)")
_RANGE = re.compile(r"(?i)[ -](?:or|to)[ -](?:two|three|more|2|3)\b")
_DETERMINED = frozenset({"no", "any", "every", "each", "this", "that", "the", "which", "some", "another", "a", "an", "number", "day", "at", "-"})
_EXACT = frozenset({"only", "just", "least", "than", "exactly", "about"})


def counting_one(parse: Parse, numeral: Numeral, token: Token) -> bool:
    """True for the "one" of "one of the girls was found", "only one release", "one person"; not of "one that", "one day", "this one"."""
    after = _WORD.match(parse.folded, numeral.end)
    word = after[1].lower() if after else ""
    before = token.nbor(-1).lower_ if token.i else ""
    if word == "of":
        return _ONE_OF.match(parse.folded, numeral.end) is not None and (before in _EXACT or _something_happens_to(token))
    if parse.folded.startswith("-point", numeral.end):
        return True  # "a one-point cut"
    if before in _DETERMINED:
        return False
    if before in {"minus", "negative"}:
        return True
    if _RANGE.match(parse.folded, numeral.end):
        return True
    if before in _EXACT:
        return word not in {"that", "who", "which", "another"} | _NOT_ONE and token.head.i > token.i
    return bool(word) and word not in _NOT_ONE and _counts_noun(token)


def _something_happens_to(one: Token) -> bool:
    """True if "one of them" was found or is missed, False if it only introduces who speaks, or tells of something of theirs."""
    if one.dep_ == "nsubjpass":
        return True
    tells = _SAYS | _STATES if one.dep_ == "nsubj" else _STATES
    return one.dep_ in {"nsubj", "dobj", "conj"} and one.head.pos_ == "VERB" and one.head.lemma_.lower() not in tells


def _counts_noun(one: Token) -> bool:
    noun = one.head
    if one.dep_ != "nummod" or noun.pos_ != "NOUN" or not 0 < noun.i - one.i <= 2:
        return False
    return noun.lower_ not in _NOT_ONE and noun.lemma_.lower() not in _INTRODUCED and not _introduces(noun)


_TOLD = frozenset({"attr", "ccomp", "xcomp", "acomp", "advcl"})


def _is_clause(word: Token) -> bool:
    """True for what "one method is": "to wait", "that they wait"."""
    return word.pos_ == "VERB" and any(child.tag_ == "TO" or child.lower_ == "that" for child in word.lefts)


def _with_be(verb: Token) -> bool:
    """True for a gerund taken for a tense, where an adjunct of the noun stands before: "one trick used there is turning off lights"."""
    noun = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    shaped = noun is not None and any(child.dep_ in {"acl", "relcl"} for child in noun.rights)
    return shaped and any(child.dep_ == "aux" and child.lemma_ == "be" for child in verb.lefts)


def _introduces(noun: Token) -> bool:
    """True for "one analyst said", "one candidate, Mary Lane, moves" and "one method is to wait": what there is comes after."""
    if noun.dep_ != "nsubj":
        return False
    named = any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in noun.rights)
    told = noun.head.lemma_ == "be" and any(child.dep_ in _TOLD and _is_clause(child) for child in noun.head.rights)
    return named or told or (noun.head.tag_ == "VBG" and _with_be(noun.head)) or noun.head.lemma_.lower() in _SAYS
