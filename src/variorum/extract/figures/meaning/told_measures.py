"""Measures told by a verb or adjective, not by a noun: "is 90 metres tall" tells a height, "sold for $3 million" a price, and whose it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from spacy.tokens import Token

from variorum.extract.figures.meaning.amount_measures import predicated
from variorum.extract.figures.meaning.subjects import MAX_CLIMB, NOUNS, SUBJECTS, VERBS, doer_of, lemma, named, receiver_of
from variorum.extract.figures.written.quantity import Quantity
from variorum.lang import language_data, word_set

_DATA: dict[str, Any] = language_data("measured")
_UNITS = {unit: kind for kind, units in _DATA["units"].items() for unit in units.split()}
_OBJECT, _ADJECTIVE = (
    {kind: {word: noun for noun, words in nouns.items() for word in words.split()} for kind, nouns in _DATA[table].items()}
    for table in ("object", "adjective")
)
_PRICE, _FINE, _SENTENCE = ({key: word_set(words) for key, words in _DATA[table].items()} for table in ("price", "fine", "sentence"))
_COST = word_set(_DATA["cost"]["verbs"])
_OBJECTS = frozenset({"dobj", "obj"})
_IN_NUMBER = frozenset({"nummod", "quantmod", "compound", "nmod"})
_LEVELS = word_set("at to")


@dataclass(frozen=True, slots=True)
class ToldMeasure:
    """A measured noun that the text does not have ("height"), the token that tells it ("tall"), and whose it is ("tower"), None if open.

    `to` is who bears a cost ("cost insurers $2 billion").
    """

    noun: str
    word: Token
    owner: Token | None
    to: Token | None = None


def is_asset(noun: Token) -> bool:
    """True for what is traded by its bare noun: "bitcoin", "gold"."""
    return noun.lemma_.lower() in _PRICE["assets"]


def told_measure(head: Token, quantity: Quantity, numbers: frozenset[int]) -> ToldMeasure | None:
    """What an amount measures by the verb or adjective over it; None where that is no sure construction. `head` is the amount's top token."""
    if quantity.change is not None and quantity.change.kind == "by":
        return None
    node = _top(head, numbers)
    told = next((found for rule in _RULES if (found := rule(node, quantity)) is not None), None)
    owner = told.owner if told is not None else None
    return replace(told, owner=named(owner)) if told is not None and owner is not None and owner.tag_ == "NN" else told


def _top(head: Token, numbers: frozenset[int]) -> Token:
    """The last token of the number itself that the sentence governs."""
    node = head
    for _ in range(MAX_CLIMB):
        if node.dep_ not in _IN_NUMBER | {"conj"} or node.head.i not in numbers:
            break
        node = node.head
    return node


def _by_adjective(node: Token, quantity: Quantity) -> ToldMeasure | None:
    """ "The tower is 90 metres tall"."""
    adjective = node.head
    noun = _ADJECTIVE.get(_UNITS.get(quantity.unit, ""), {}).get(adjective.lower_)
    if noun is None or adjective.i != node.i + 1 or node.dep_ not in {"npadvmod", "advmod", "nummod", "nmod", "dep"}:
        return None
    owner = predicated(adjective)
    return ToldMeasure(noun, adjective, owner) if owner is not None and owner.pos_ in NOUNS else None


def _by_object(node: Token, quantity: Quantity) -> ToldMeasure | None:
    """ "The stone weighed 300 grams", "she rode 120 miles"; no more than the amount is the verb's object."""
    verb = node.head
    noun = _OBJECT.get(_UNITS.get(quantity.unit, ""), {}).get(lemma(verb))
    if noun is None or verb.pos_ not in VERBS or node.dep_ not in _OBJECTS | {"npadvmod"} or _has_other_object(verb, node) or _of_something(node):
        return None
    return ToldMeasure(noun, verb, None if noun == "area" else doer_of(verb))


def _of_something(node: Token) -> bool:
    """True for "300 grams of gold" and "the 20 miles to": a size of what is named there."""
    return any(child.dep_ == "prep" and child.lower_ == "of" for child in node.rights)


def _has_other_object(verb: Token, node: Token) -> bool:
    return any(child.dep_ in _OBJECTS and child.i != node.i for child in verb.rights)


def _by_cost(node: Token, quantity: Quantity) -> ToldMeasure | None:
    """ "The bridge cost $5 million"."""
    verb = node.head
    if quantity.family != "money" or lemma(verb) not in _COST or verb.pos_ not in VERBS or node.dep_ not in _OBJECTS | {"npadvmod", "attr"}:
        return None
    owner = doer_of(verb)
    bearer = next((child for child in verb.rights if child.dep_ in {"dative", *_OBJECTS} and child.i < node.i and child.pos_ in NOUNS), None)
    return ToldMeasure("cost", verb, owner, bearer) if owner is not None else None


def _by_trade(node: Token, quantity: Quantity) -> ToldMeasure | None:
    """ "Crude traded at $80", "he bought the mill for $3 million", "bitcoin rose to $16,000"."""
    if quantity.family == "money" and node.dep_ in _OBJECTS and lemma(node.head) in _PRICE["reached"] and node.head.pos_ in VERBS:
        return _of_asset(node.head)
    link, verb = node.head, node.head.head
    if quantity.family != "money" or node.dep_ != "pobj" or link.dep_ != "prep" or verb.pos_ not in VERBS:
        return None
    objects = [child for child in verb.rights if child.dep_ in _OBJECTS and child.i < link.i and child.pos_ in NOUNS | {"PRON"}]
    if lemma(verb) in _PRICE["hands"] and [child.lower_ for child in objects] == ["hands"]:
        return _priced(verb, doer_of(verb))
    if link.lower_ in {"at", "for"} and lemma(verb) in _PRICE[link.lower_]:
        if objects:
            return _priced(verb, _whole_of(objects[0]))
        return _priced(
            verb, receiver_of(verb) or _after_participle(verb) or (doer_of(verb) if lemma(verb) not in {"buy", "purchase", "acquire"} else None)
        )
    return _of_asset(verb) if link.lower_ in _LEVELS and not objects else None


def _of_asset(verb: Token) -> ToldMeasure | None:
    """The price of what has no other level in money: "bitcoin hit $16,000"."""
    subject = doer_of(verb)
    return _priced(verb, subject) if subject is not None and is_asset(subject) else None


def _whole_of(bought: Token) -> Token:
    """What is bought in "all of Norco"."""
    inner = [one for child in bought.rights if bought.lower_ == "all" and child.lower_ == "of" for one in child.rights if one.dep_ == "pobj"]
    return inner[0] if inner else bought


def _after_participle(verb: Token) -> Token | None:
    """The noun that a participle follows: "a painting sold for $3 million"."""
    return verb.head if verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"} and verb.head.pos_ in NOUNS else None


def _priced(verb: Token, owner: Token | None) -> ToldMeasure | None:
    """The price of what is traded; shares are told by themselves."""
    if owner is None or owner.pos_ not in NOUNS or owner.lemma_.lower() in _PRICE["shares"]:
        return None
    return ToldMeasure("price", verb, owner)


def _by_fine(node: Token, quantity: Quantity) -> ToldMeasure | None:
    """ "The court fined Norco $5 million", also where the parser hangs the sum on who pays it."""
    if quantity.family != "money":
        return None
    payer = node.head if node.dep_ in {"nummod", "nmod", "appos"} and node.head.i < node.i and node.head.pos_ in NOUNS else None
    verb = payer.head if payer is not None else node.head
    while payer is not None and payer.dep_ == "appos" and verb.pos_ in NOUNS:
        payer, verb = verb, verb.head
    if lemma(verb) not in _FINE["verbs"] or verb.pos_ not in VERBS or node.i < verb.i:
        return None
    named = next((child for child in payer.rights if child.dep_ == "appos" and child.pos_ == "PROPN"), payer) if payer is not None else None
    others = [child for child in verb.rights if child.dep_ in {*_OBJECTS, "dative"} and child.i < node.i and child.pos_ in NOUNS]
    return ToldMeasure("fine", verb, named or receiver_of(verb) or (others[0] if others else None))


def _by_sentence(node: Token, quantity: Quantity) -> ToldMeasure | None:
    """ "Holm was jailed for 10 years", "the court sent Holm to prison for 10 years", "Holm got 10 years in prison"."""
    if quantity.family != "time" or node.dep_ not in {"pobj", "npadvmod", *_OBJECTS}:
        return None
    verb = node.head.head if node.dep_ == "pobj" else node.head
    link = node.head.lower_ if node.dep_ == "pobj" else ""
    if verb.pos_ not in VERBS or link not in {"", "to", "for"}:
        return None
    word = lemma(verb)
    if word in _SENTENCE["verbs"] or (word in _SENTENCE["sent"] and link == "for" and _goes_to_prison(verb)):
        return ToldMeasure("sentence", verb, _patient(verb))
    if link or not _behind_bars(node):
        return None
    if word in _SENTENCE["getting"] or (word in _SENTENCE["serving"] and verb.tag_ == "VBG"):
        return ToldMeasure("sentence", verb, doer_of(verb))
    if word not in _SENTENCE["given"]:
        return None
    receiver = next((child for child in verb.rights if child.dep_ == "dative" and child.pos_ in NOUNS), None)
    return ToldMeasure("sentence", verb, receiver_of(verb) or receiver)


def _patient(verb: Token) -> Token | None:
    """Who undergoes what a verb tells: its object, else the subject of its passive."""
    return (
        next((child for child in verb.rights if child.dep_ in _OBJECTS and child.pos_ in NOUNS), None) or receiver_of(verb) or _after_participle(verb)
    )


def _goes_to_prison(verb: Token) -> bool:
    return any(child.lower_ == "to" and any(inner.lower_ in _SENTENCE["places"] for inner in child.rights) for child in verb.rights)


def _behind_bars(time: Token) -> bool:
    """True for "10 years in prison"."""
    links = [child for child in (*time.rights, *time.head.rights) if child.dep_ == "prep" and child.lower_ in {"in", "behind"} and child.i > time.i]
    return any(inner.lower_ in _SENTENCE["places"] | {"bars"} for link in links for inner in link.rights)


_RULES: tuple[Callable[[Token, Quantity], ToldMeasure | None], ...] = (_by_adjective, _by_object, _by_cost, _by_trade, _by_fine, _by_sentence)


def fined(measured: Token) -> Token | None:
    """On whom a fine is imposed: "a fine of $5 million on Norco", "a fine of $5 million was imposed on Norco"."""
    if measured.lemma_.lower() not in _FINE["nouns"]:
        return None
    verb = measured.head if measured.dep_ in SUBJECTS | _OBJECTS and lemma(measured.head) in _FINE["put"] else None
    for child in (*measured.rights, *(verb.rights if verb is not None else ())):
        if child.dep_ == "prep" and child.lower_ in _FINE["on"]:
            return next((inner for inner in child.rights if inner.dep_ == "pobj" and inner.pos_ in NOUNS), None)
    return None


def is_behind_bars(phrase: str) -> bool:
    """True for "in prison": it limits no sentence."""
    words = phrase.lower().split()
    return len(words) == 2 and words[1] in _SENTENCE["places"] | {"bars"}
