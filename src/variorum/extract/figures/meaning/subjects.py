"""Subjects: what a verb is said of, and who does what a verb without a subject of its own tells."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from variorum.lang import language_data

_DATA: dict[str, Any] = language_data("figures")
_SPEECH = frozenset(_DATA["speech"]["verbs"])
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
NOUNS = frozenset({"NOUN", "PROPN"})
VERBS = frozenset({"VERB", "AUX"})
MAX_CLIMB = 7  # steps up the tree; what governs a figure from further away is another clause
_MAX_CONTROL = 3  # verbs between a subject and what it does: "agreed to try to sell"
_OF_BODIES, _OF_PERSONS = frozenset({"it", "they", "we"}), frozenset({"he", "she", "i"})
_WHERE = frozenset({"in", "at", "from", "near"})
_PLURALS = frozenset({"NNS", "NNPS"})
_RELATIVES = frozenset({"WDT", "WP"})


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or that of the verb it is joined to; None if it has none.

    A participle is said of the noun that it follows ("an engine tuned to give 296 hp", "prices expected to rise").
    """
    for node in (verb, verb.head if verb.dep_ in {"xcomp", "conj", "aux", "auxpass"} else None):
        if node is not None:
            subjects = [child for child in node.lefts if child.dep_ in SUBJECTS]
            if subjects:
                return next((child for child in subjects if child.pos_ in NOUNS), subjects[0])
    if verb.dep_ in {"xcomp", "advcl"} and verb.head.dep_ == "acl" and verb.head.head.pos_ in NOUNS:
        return verb.head.head
    return None


def antecedent_of(verb: Token, subject: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    if verb.dep_ not in {"relcl", "acl"} or subject.tag_ not in _RELATIVES or verb.head.pos_ not in NOUNS:
        return None
    return _person(verb.head) if subject.lower_ == "who" else _agreeing(verb, verb.head)


def _agreeing(verb: Token, noun: Token) -> Token:
    """Of nouns joined by "of" and its like, the one that agrees with the verb after "which": "gains from the sale of the firm, which were"."""
    first = next((child for child in (*verb.lefts, verb) if child.dep_ in {"aux", "auxpass"} or child.i == verb.i), verb)
    plural = {"are": True, "were": True, "have": True, "is": False, "was": False, "has": False}.get(first.lower_)
    if plural is None or (noun.tag_ in _PLURALS) == plural or any(child.dep_ == "conj" for child in noun.rights):
        return noun
    node = noun
    while node.dep_ == "pobj" and node.head.head.pos_ in NOUNS:
        node = node.head.head
        if (node.tag_ in _PLURALS) == plural:
            return node
    return noun


def _person(noun: Token) -> Token:
    """Of a noun before "who" that only tells where, the one that it tells it of: "Ana Lund, a donor in Kestria, who gave"."""
    while noun.dep_ == "pobj" and noun.head.lower_ in _WHERE and noun.head.head.pos_ in NOUNS:
        noun = noun.head.head
    return noun.head if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" else noun


def named(noun: Token) -> Token:
    """The name beside a noun for a person, else the noun: "the victim, the violinist Edda Storm", "Alfred Moss, a driver"."""
    node = noun
    for _ in range(_MAX_CONTROL):
        if node.pos_ == "PROPN":
            return node
        if (name := _name_after(node)) is not None:
            return name
        beside = next((child for child in node.rights if child.dep_ == "appos" and child.pos_ in NOUNS), None)
        if beside is None:
            break
        node = beside
    return noun.head if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" else noun


def _name_after(noun: Token) -> Token | None:
    """The last word of a full name right after a noun, whatever the parser makes of it: "the violinist Edda Storm"."""
    last = noun
    while last.i + 1 < len(last.doc) and last.nbor().pos_ == "PROPN" and last.nbor().text.istitle():
        last = last.nbor()
    return last if last.i >= noun.i + 2 and last.dep_ not in {"compound", "npadvmod"} else None


def doer_of(verb: Token) -> Token | None:
    """Who does what an active verb tells, through "agreed to", "is able to", "and", "..., raising" and relative pronouns; None where nothing says it.

    For "it" and its like under a verb of saying, it is who says so.
    """
    node = verb
    for _ in range(_MAX_CONTROL):
        own = next((child for child in node.lefts if child.dep_ in SUBJECTS), None)
        if own is not None:
            return _meant(node, own) if own.dep_ == "nsubj" or node.i != verb.i else None
        if node.dep_ == "acl" and node.tag_ == "VBG" and node.head.pos_ in NOUNS:
            return node.head if node.head.i > node.sent.start else None  # "Imagine paying" is no noun
        if node.dep_ not in {"xcomp", "conj"} and not (node.dep_ == "advcl" and node.tag_ == "VBG"):
            return None
        if node.dep_ == "xcomp" and _has_object(node.head):
            return None  # "asked the bank to pay"
        node = node.head.head if node.head.pos_ == "ADJ" else node.head
        if node.pos_ not in VERBS:
            return None
    return None


def receiver_of(verb: Token) -> Token | None:
    """The subject of a verb in the passive: who was paid or fined."""
    own = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    return _meant(verb, own) if own is not None else None


def agent_of(verb: Token) -> Token | None:
    """Who does what a passive verb or participle tells, after "by"."""
    for child in verb.rights:
        if child.dep_ == "agent":
            return next((inner for inner in child.rights if inner.dep_ == "pobj" and inner.pos_ in NOUNS), None)
    return None


def _has_object(verb: Token) -> bool:
    return any(child.dep_ in {"dobj", "obj", "dative"} and child.i > verb.i for child in verb.rights)


def _meant(verb: Token, subject: Token) -> Token | None:
    """The noun that a subject is or stands for; None for a pronoun that leaves it open."""
    if subject.pos_ in NOUNS:
        return subject
    if (antecedent := antecedent_of(verb, subject)) is not None:
        return antecedent
    return _speaker(verb.head, subject) if verb.dep_ == "ccomp" else None


def _speaker(verb: Token, pronoun: Token) -> Token | None:
    """Who says what a clause under a verb of saying has a pronoun for: "it" a body, "he" somebody with a name ("a spokesman said he" is another)."""
    if verb.lemma_.lower() not in _SPEECH:
        return None
    speaker = next((child for child in verb.children if child.dep_ == "nsubj" and child.pos_ in NOUNS), None)
    if speaker is None or pronoun.lower_ in _OF_BODIES:
        return speaker
    return speaker if pronoun.lower_ in _OF_PERSONS and speaker.pos_ == "PROPN" else None
