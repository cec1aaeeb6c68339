"""Holders: whose a quantity is, in the text's own words."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from variorum.extract.figures.written.quantity import Quantity
from variorum.lang import language_data
from variorum.records.marks import Excerpt
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("figures")
_EMPTY, _POINTERS = (frozenset(_DATA["measure"][key]) for key in ("empty", "pointers"))
_SPEECH = frozenset(_DATA["speech"]["verbs"])
_VAGUE = frozenset(language_data("numbers")["vague"])
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
NOUNS = frozenset({"NOUN", "PROPN"})
VERBS = frozenset({"VERB", "AUX"})
MAX_CLIMB = 7  # steps up the tree; what governs a figure from further away is another clause


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or that of the verb it is joined to; None if it has none.

    A participle is said of the noun that it follows ("an engine tuned to give 296 hp", "prices expected to rise").
    """
    for node in (verb, verb.head if verb.dep_ in {"xcomp", "conj", "aux", "auxpass"} else None):
        if node is not None:
            for child in node.lefts:
                if child.dep_ in SUBJECTS:
                    return child
    if verb.dep_ in {"xcomp", "advcl"} and verb.head.dep_ == "acl" and verb.head.head.pos_ in NOUNS:
        return verb.head.head
    return None


def antecedent_of(verb: Token, subject: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    return verb.head if verb.dep_ in {"relcl", "acl"} and subject.tag_ in {"WDT", "WP"} and verb.head.pos_ in NOUNS else None


def holder_of(parse: Parse, measure: Excerpt | None, head: Token, quantity: Quantity, numbers: frozenset[int]) -> Excerpt | None:
    """The possessor in the measure ("South Korea's budget"), else who or what the nearest verb with a subject is said of."""
    for token in parse.tokens(measure.start, measure.end) if measure else []:
        if token.dep_ == "poss" and token.pos_ in NOUNS:
            return _noun_words(parse, token)
    node, verbs = head, 0
    for _ in range(MAX_CLIMB):
        if node.pos_ in VERBS:
            verbs += 1
            subject = _holder(node)
            if subject is not None and subject.i in numbers:
                subject = _base_of(subject)
            if (
                subject is not None
                and not quantity.start <= subject.idx < quantity.end
                and (verbs == 1 or node.lemma_.lower() not in _SPEECH)
                and _may_own(subject, measure, first=verbs == 1)
            ):
                return _noun_words(parse, subject)
            if subject is not None and subject.pos_ != "PRON":
                return None
        if node.head.i == node.i:
            break
        node = node.head
    return None


def _holder(verb: Token) -> Token | None:
    """The subject of a verb; for a relative pronoun its antecedent, for "it" under a verb of saying who says it."""
    subject = subject_of(verb)
    if subject is None or subject.pos_ in NOUNS:
        return subject
    if (antecedent := antecedent_of(verb, subject)) is not None:
        return antecedent
    if verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _SPEECH and subject.lower_ in {"it", "he", "she", "they"}:
        speaker = subject_of(verb.head)
        return speaker if speaker is not None and speaker.pos_ in NOUNS else subject
    return subject


def _base_of(share: Token) -> Token | None:
    """What an amount that is the subject is taken of: "78 per cent of the deal will be paid"."""
    for child in share.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((inner for inner in child.rights if inner.dep_ == "pobj" and inner.pos_ in NOUNS), None)
    return None


def _may_own(subject: Token, measure: Excerpt | None, *, first: bool) -> bool:
    """True if a subject can be whose the quantity is: a name, or a noun that governs it directly and is not what is measured."""
    if measure and measure.start <= subject.idx < measure.end:
        return False
    return subject.pos_ == "PROPN" or (
        first and subject.pos_ == "NOUN" and subject.lemma_.lower() not in _POINTERS | _EMPTY and subject.lower_ not in _VAGUE
    )


def _noun_words(parse: Parse, noun: Token) -> Excerpt | None:
    first = min([child.i for child in noun.lefts if child.dep_ in {"compound", "amod", "nmod"}] + [noun.i])
    start, end = parse.doc[first].idx, noun.idx + len(noun)
    return Excerpt.cut(parse.text, start, end) if parse.text[start:end].strip() else None
