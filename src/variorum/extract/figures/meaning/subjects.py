"""Subjects: what a verb is said of, and who does what a verb without a subject of its own tells."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from variorum.lang import language_data, word_set

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
_TIMES = frozenset(language_data("holders")["nouns"]["times"])
_SINGLE, _PERSONAL, _PLURAL = word_set("its"), word_set("his her"), word_set("their")
_TEAMS = frozenset({"GPE", "ORG", "NORP"})  # names of one body that British papers call "they"
_PERSON_PRONOUNS = word_set("he she")


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
    if speaker is not None and pronoun.lower_ == "they" and speaker.tag_ in {"NN", "NNP"} and speaker.ent_type_ not in _TEAMS:
        return None
    if speaker is None or pronoun.lower_ in _OF_BODIES:
        return speaker
    return speaker if pronoun.lower_ in _OF_PERSONS and speaker.pos_ == "PROPN" else None


_MISREAD = {
    "hop": "hope",
    "plann": "plan",
    "tabl": "table",
    "rat": "rate",
    "targette": "target",
    "targett": "target",
    "foresaw": "foresee",
}


def lemma(token: Token) -> str:
    """The lemma in lower case; spaCy takes "hopes" for a form of "hop"."""
    found = token.lemma_.lower()
    return _MISREAD.get(found, found)


# --- owners by pronoun: whose "its", "his" and "their" are, where the sentence has one noun that they can mean ---


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
    return pronoun.lower_ in _SINGLE | {"it"} or (pronoun.lower_ in _PERSONAL | _PERSON_PRONOUNS and noun.pos_ == "PROPN")


def _titled(name: Token) -> bool:
    """True for a name with a common noun before it, "chairman Mary Lane": a person's."""
    return any(child.dep_ in {"compound", "nmod"} and child.pos_ == "NOUN" and child.text.islower() for child in name.lefts)
