"""Owners by pronoun: whose "its", "his" and "their" are, where the sentence has one noun that they can mean."""

from __future__ import annotations

from spacy.tokens import Token

from variorum.extract.figures.meaning.subjects import NOUNS, SUBJECTS, VERBS
from variorum.lang import language_data, word_set

_TIMES = frozenset(language_data("holders")["nouns"]["times"])
_SINGLE, _PERSONAL, _PLURAL = word_set("its"), word_set("his her"), word_set("their")
_PERSONS = word_set("he she")
_TEAMS = frozenset({"GPE", "ORG", "NORP"})  # names of one body that British papers call "they"


def meant_by(pronoun: Token) -> Token | None:
    """The only subject before a possessive pronoun in its sentence that agrees with it, or who says the clause that it stands in."""
    agreeing = [
        token
        for token in pronoun.sent
        if token.i < pronoun.i and token.dep_ in SUBJECTS and token.pos_ in NOUNS and not pronoun.is_ancestor(token) and agrees(token, pronoun)
    ]
    own = _clause_subject(pronoun)
    if len(agreeing) == 1 and (own is None or own.pos_ not in NOUNS or own in agreeing or (own.dep_ == "nsubj" and not is_name(own))):
        return agreeing[0]  # its own clause has no name for subject that it could as well mean
    return None if agreeing else _only_name(pronoun)


def _only_name(pronoun: Token) -> Token | None:
    """The only name before a possessive pronoun: a team's ("Norland lost five of their Tests"), or whose the subject is ("Lund's fame and his")."""
    before = [token for token in pronoun.sent if token.i < pronoun.i and token.pos_ in NOUNS]
    names = [token for token in before if token.pos_ == "PROPN" and token.dep_ not in {"compound", "nmod"} and token.lemma_.lower() not in _TIMES]
    if len(names) != 1:
        return None
    name = names[0]
    if pronoun.lower_ in _PLURAL:
        alone = not any(token.tag_ in {"NNS", "NNPS"} for token in before)
        return name if alone and name.dep_ in SUBJECTS and not _titled(name) and name.ent_type_ in _TEAMS else None
    owns = name.dep_ == "poss" and name.head.dep_ in SUBJECTS and name.ent_type_ == "PERSON"
    return name if pronoun.lower_ in _PERSONAL and owns else None


def is_name(noun: Token) -> bool:
    """True for a proper noun."""
    return noun.pos_ == "PROPN"


def _clause_subject(pronoun: Token) -> Token | None:
    """The subject of the clause that a pronoun stands in."""
    verb = next((token for token in pronoun.ancestors if token.pos_ in VERBS), None)
    return next((child for child in verb.lefts if child.dep_ == "nsubj" and child.i < pronoun.i), None) if verb is not None else None


def agrees(noun: Token, pronoun: Token) -> bool:
    """True if a pronoun may stand for a noun by its number and kind."""
    if pronoun.lower_ in _SINGLE | {"it"} and noun.pos_ == "PROPN" and _titled(noun):
        return False  # "chairman Mary Lane said its"
    joined = any(child.dep_ == "conj" for child in noun.rights)
    if pronoun.lower_ in _PLURAL | {"they"}:
        return joined or noun.tag_ in {"NNS", "NNPS"}
    if joined or noun.tag_ in {"NNS", "NNPS"}:
        return False
    return pronoun.lower_ in _SINGLE | {"it"} or (pronoun.lower_ in _PERSONAL | _PERSONS and noun.pos_ == "PROPN")


def _titled(name: Token) -> bool:
    """True for a name with a common noun before it, "chairman Mary Lane": a person's."""
    return any(child.dep_ in {"compound", "nmod"} and child.pos_ == "NOUN" and child.text.islower() for child in name.lefts)
