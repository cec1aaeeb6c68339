"""Measures that are understood by themselves: a loose verb gives way to what it is said of, a bare "level" or "cut" to what it is a level or cut of.

Where the sentence names nothing better, there is no measure: none says less than a fragment, and says nothing wrong.
"""

from __future__ import annotations

import itertools
from typing import Any

from spacy.tokens import Token

from variorum.extract.figures.meaning.measure_phrases import MAX_SUBJECT, cut, phrase, trimmed
from variorum.extract.figures.meaning.subjects import MAX_CLIMB, NOUNS, SUBJECTS, VERBS, antecedent_of, subject_of
from variorum.extract.figures.written.quantity import Quantity
from variorum.lang import language_data
from variorum.records.excerpt import Excerpt
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("figures")["measure"]
_HOLDERS: dict[str, Any] = language_data("holders")
_HOLLOW, _POINTERS, _CARRYING, _EMPTY_VERBS, _FORESEEING = (
    frozenset(_DATA[key]) for key in ("hollow", "pointers", "carrying", "empty_verbs", "foreseeing")
)
_CARRIERS = frozenset(_DATA["carriers"]) | _HOLLOW
_SPEECH = frozenset(language_data("figures")["speech"]["verbs"])
_TIMES = frozenset(_HOLDERS["nouns"]["times"])
_TELLING = frozenset(word for key in ("any", "paid", "money", "given") for word in _HOLDERS["verbs"][key]) | frozenset(_DATA["telling"])
_SILENT = {"DET", "PUNCT", "SPACE", "CCONJ", "PART", "ADP", "NUM", "SYM", "PRON", "SCONJ"}  # alone, words of these classes name nothing


def whole(parse: Parse, measure: Excerpt | None, head: Token, quantity: Quantity, numbers: frozenset[int]) -> Excerpt | None:
    """The measure, or what it stands for where it is a fragment or a bare carrier; None where nothing names that.

    `head` is the token of the figure that the sentence governs.
    """
    words = _own_words(parse, measure, quantity, numbers)
    if measure is None or quantity.gap:
        return measure
    if not words:
        return None if quantity.unit else measure
    if quantity.unit != "x" and all(_carries(word) for word in words):
        said = _said(parse, _carried(words[-1]), quantity, numbers)
        return said or (None if all(word.lemma_.lower() in _HOLLOW for word in words) else measure)
    verb = _loose_verb(words)
    return measure if verb is None else _of_loose(parse, measure, verb, words, head=head, quantity=quantity, numbers=numbers)


def _own_words(parse: Parse, measure: Excerpt | None, quantity: Quantity, numbers: frozenset[int]) -> list[Token]:
    """The words of a measure that name something: without the figure itself, other numbers, times and small words."""
    tokens = parse.tokens(measure.start, measure.end) if measure else []
    inside = range(quantity.core_start, quantity.core_end)
    return [
        token
        for token in tokens
        if token.pos_ not in _SILENT and token.idx not in inside and token.i not in numbers and token.lemma_.lower() not in _TIMES
    ]


def _said(parse: Parse, noun: Token | None, quantity: Quantity, numbers: frozenset[int]) -> Excerpt | None:
    if noun is None or noun.pos_ not in NOUNS or noun.i in numbers or noun.lemma_.lower() in _POINTERS | _TIMES or _carries(noun):
        return None
    return trimmed(parse, phrase(parse, noun, quantity), numbers)


# --- bare carriers ------------------------------------------------------------------------------------------------------------------


def _carries(word: Token) -> bool:
    """True for a word that only carries an amount: "level", "cut", "average", "equivalent"."""
    return word.pos_ in NOUNS | {"ADJ", "ADV"} and word.lemma_.lower() in _CARRIERS


def _carried(carrier: Token) -> Token | None:
    """What a bare carrier is of: the subject of the clause that it stands in, where its verb makes it the subject's."""
    node = carrier
    for _ in range(MAX_CLIMB):
        governor = node.head
        if governor.i == node.i:
            return None
        if governor.pos_ == "ADJ" and governor.lower_ == "worth" and governor.head.pos_ in NOUNS:
            return governor.head
        if governor.pos_ in VERBS:
            return _subject(governor) if _is_its(node, governor) else None
        node = governor
    return None


def _is_its(node: Token, verb: Token) -> bool:
    """True if an object or a phrase of a verb tells of the verb's subject: "represents a cut", "were recruited at the level"."""
    if node.lower_ == "place" and verb.lemma_ == "take":
        return True
    if node.dep_ in {"attr", "dobj", "obj", "acomp", "oprd"}:
        return verb.lemma_.lower() in _CARRYING
    alone = not any(child.dep_ in {"dobj", "obj"} for child in verb.rights) and verb.lemma_.lower() not in _SPEECH
    return node.dep_ in {"prep", "npadvmod", "advmod", "appos", "agent"} and (alone or verb.lemma_.lower() in _CARRYING)


def _subject(verb: Token) -> Token | None:
    """The noun that a verb is said of; through relative pronouns, participles and "after rising"."""
    node = verb
    for _ in range(MAX_CLIMB):
        subject = subject_of(node)
        if subject is not None:
            return subject if subject.pos_ in NOUNS else antecedent_of(node, subject)
        if node.dep_ == "acl" and node.head.pos_ in NOUNS:
            return node.head
        if node.dep_ in {"acomp", "attr"} and node.head.pos_ == "AUX":
            return subject_of(node.head)
        if node.dep_ == "pcomp" and node.head.dep_ == "prep":
            node = node.head
        told = node.dep_ in {"xcomp", "conj", "advcl", "prep"} or (node.dep_ == "ccomp" and node.tag_ == "VBG")
        if not told or node.head.pos_ not in VERBS:
            return None
        node = node.head
    return None


# --- loose verbs --------------------------------------------------------------------------------------------------------------------


def _loose_verb(words: list[Token]) -> Token | None:
    """The verb of a measure that has nothing beside it but its subject: "soaring", "farmers are", "cuts could take"."""
    verbs = [word for word in words if word.pos_ in VERBS]
    if not verbs or any(word.i > verbs[-1].i and word.pos_ != "ADV" for word in words):
        return None
    full = [verb for verb in verbs if verb.pos_ == "VERB"]
    chained = all(two.head.i == one.i and two.dep_ in {"xcomp", "acomp"} for one, two in itertools.pairwise(full))
    nouns = [word for word in words if word.pos_ in NOUNS]
    return verbs[-1] if chained and all(_before_verb(noun, verbs[0]) for noun in nouns) else None


def _before_verb(noun: Token, verb: Token) -> bool:
    """True for a noun in front of a verb that does not hang on it as a phrase of its own ("At the fair they sold")."""
    return noun.i < verb.i and not (noun.dep_ == "pobj" and noun.head.head.i == verb.i)


def _noun_of(words: list[Token]) -> Token | None:
    """The subject in a measure, or the noun that a number before it counts: "21 of our girls are back"."""
    own = next((word for word in words if word.dep_ in SUBJECTS and word.pos_ in NOUNS), None)
    return own or next((word for word in words if word.pos_ in NOUNS and word.dep_ == "pobj"), None)


def _of_loose(
    parse: Parse, measure: Excerpt, verb: Token, words: list[Token], *, head: Token, quantity: Quantity, numbers: frozenset[int]
) -> Excerpt | None:
    """What a measure of a verb alone, or of a verb and its subject, comes to."""
    doer = head.head if head.dep_ == "conj" else head
    object_ = head.i > verb.i and doer.head.i == verb.i and doer.dep_ in {"dobj", "obj", "attr", "npadvmod", "oprd"}
    subject = _noun_of(words)
    empty = verb.pos_ == "AUX" or verb.lemma_.lower() in _EMPTY_VERBS | _SPEECH | _FORESEEING
    if subject is not None:
        if quantity.family == "time" and quantity.of != "age":
            return measure  # "the polls closed" says when
        if (empty and quantity.family != "money") or quantity.of == "age" or (quantity.unit and _is_level(verb)):
            return trimmed(parse, phrase(parse, subject, quantity), numbers)
        foreseen = verb.lemma_.lower() in _FORESEEING or (verb.tag_ == "VBG" and quantity.family != "money")
        return None if object_ and quantity.unit and foreseen else measure
    if any(word.pos_ in NOUNS for word in words) or (not quantity.unit and not empty):
        return measure
    if doer.dep_ in SUBJECTS or (object_ and _tells(verb, quantity)) or (object_ and (not quantity.unit or quantity.family == "money")):
        return None if empty and quantity.family != "money" else measure
    return _with_subject(parse, verb, quantity, numbers)


def _tells(verb: Token, quantity: Quantity) -> bool:
    """True for a verb that says enough of its object by itself: "spent", "Lund lost"."""
    return quantity.of != "age" and verb.lemma_.lower() in _TELLING


def _is_level(verb: Token) -> bool:
    return verb.lemma_.lower() in _CARRYING


def _with_subject(parse: Parse, verb: Token, quantity: Quantity, numbers: frozenset[int]) -> Excerpt | None:
    """What a verb without words beside it is said of: the subject of a level, "soaring to 70"; else subject and verb, "the gates were shut for"."""
    subject = _subject(verb)
    if subject is None or subject.pos_ not in NOUNS or subject.i in numbers:
        return None
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    if quantity.family != "time" and (_is_level(verb) or passive or verb.tag_ in {"VBN", "JJ"}):
        return _said(parse, subject, quantity, numbers)
    if 0 < verb.i - subject.i <= MAX_SUBJECT and subject.head.i == verb.i:
        return trimmed(parse, cut(parse, subject.i, verb.i, quantity, left=subject), numbers)
    return _said(parse, subject, quantity, numbers) if quantity.family == "time" and subject.head.i == verb.i else None
