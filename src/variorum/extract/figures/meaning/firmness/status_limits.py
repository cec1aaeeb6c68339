"""Where the search for a status ends: what stands further out says nothing of the figure."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from variorum.extract.figures.meaning.firmness.status_words import Step, is_noun_cue, noun_slot, noun_slot_status
from variorum.extract.figures.meaning.subjects import NOUNS, VERBS, lemma
from variorum.lang import language_data

_DATA: dict[str, Any] = language_data("status")["limits"]
_LIMITS: dict[str, frozenset[str]] = {key: frozenset(words) for key, words in _DATA.items()}
_CHANGES = frozenset({*language_data("figures")["change"]["up"], *language_data("figures")["change"]["down"]})
_NEVER_PLANNED = frozenset({"age", "reason"})  # "will win for two reasons", "a 60-year-old is expected to"


def stops(step: Step) -> bool:
    """True at an adjunct, a relative clause, or a phrase that names what is there already."""
    node = step.node
    if node.dep_ == "prep" or node.pos_ in {"ADP", "SCONJ"}:
        return _adjunct(step)
    if node.pos_ in VERBS:
        return _beside_the_point(step)
    return step.via == "relative" or node.dep_ == "parataxis" or (_is_there(node) and not step.changes) or (_definite(node) and not _open_slot(step))


def _beside_the_point(step: Step) -> bool:
    """True for the verb of a clause that only tells when or why, or describes a noun."""
    node = step.node
    if node.dep_ in {"advcl", "ccomp"}:
        return _marked(node, "marks")
    if node.dep_ == "relcl":
        return noun_slot(step) != "relative"
    if node.dep_ == "acl" and lemma(node) not in _LIMITS["worth"] and not any(child.dep_ == "mark" for child in node.lefts):
        return node.tag_ in {"VBN", "VBD"} or (node.tag_ == "VBG" and not is_noun_cue(step.over))
    return node.dep_ == "parataxis" or step.via == "relative"


def _adjunct(step: Step) -> bool:
    """True for a preposition that leads away from what is planned: "after 40 deaths", "up from 5%", "no action on two bids"."""
    word = step.node.lower_
    if word in _LIMITS["prepositions"] or (word == "from" and not step.changes and ((step.direct and not step.counted) or _is_start(step))):
        return True
    if word == "with" and step.node.i < step.over.i and step.over.pos_ in VERBS:
        return True  # "with stocks at 5 million, prices could fall": the stocks are so
    if word == "to" and step.counted and step.over.pos_ in NOUNS and not step.changes:
        return True  # "an offer to the leaders of 40 clerks": the clerks are there
    between = word in _LIMITS["between"] and step.over.pos_ in NOUNS and step.family != "time"
    return step.via == "relative" or (between and noun_slot_status(step.over, word) is None)


def _is_start(step: Step) -> bool:
    """True for where a move begins: "will drop from a peak of 90", "will rise from 12"."""
    return step.via != "to" and step.over.pos_ in VERBS and lemma(step.over) in _CHANGES


def _open_slot(step: Step) -> bool:
    """True where a definite noun does not hold the figure: "raise its stake to 5%", "the right to buy 5%", "at the rate of 5%"."""
    owned = any(child.dep_ == "poss" for child in step.node.lefts)  # "today's price of $40" is so today
    return step.via in {"to", "by", "infinitive", "appos", "x"} or (step.via in {"of", "at"} and lemma(step.node) in _LIMITS["holders"] and not owned)


def _is_there(noun: Token) -> bool:
    """True for what is said to be so now: "the current 5%", "rates, now at 5%"."""
    around = [*noun.lefts]
    if noun.dep_ == "pobj":
        around += [*noun.head.lefts, *([noun.head.nbor(-1)] if noun.head.i else [])]
        around += [noun.nbor(1)] if noun.i + 1 < len(noun.doc) and noun.head.lower_ == "from" else []
    return any(word.lower_ in _LIMITS["present"] and not (word.lower_ == "current" and word.nbor(1).lower_ == "account") for word in around)


def _marked(verb: Token, kind: str) -> bool:
    return any(child.dep_ in {"mark", "advmod"} and child.lower_ in _LIMITS[kind] for child in verb.lefts)


def _definite(noun: Token) -> bool:
    lefts = list(noun.lefts)
    if any(child.lower_ in _LIMITS["open"] for child in lefts):
        return False
    return any(child.dep_ in {"det", "poss"} and (child.lower_ in _LIMITS["definite"] or child.pos_ in NOUNS) for child in lefts)


def conditional(verb: Token) -> bool:
    """True for a verb in a clause with "if", "unless" or "as long as", not "as if"."""
    if verb.dep_ == "advcl" and verb.head.lower_ == "long" and verb.tag_ != "VBD" and verb.head.i and verb.head.nbor(-1).lower_ in {"as", "so"}:
        return True
    return verb.pos_ in VERBS and any(
        child.dep_ in {"mark", "advmod"} and child.lower_ in _LIMITS["conditions"] and not (child.i and child.nbor(-1).lower_ == "as")
        for child in verb.lefts
    )


def asked_for(verb: Token) -> bool:
    """True for the verb of what is asked for, whatever its tense: "on condition that two thirds took part"."""
    return verb.dep_ == "acl" and noun_slot_status(verb.head, "clause") in {"demanded", "proposed"}


def names_its_makers(noun: str) -> bool:
    """True for what is counted before a plan or an agreement without being one of its terms: "a 31-page agreement"."""
    return noun in _LIMITS["makers"]


def never_planned(noun: str | None) -> bool:
    """True for what is so whatever is planned: ages, reasons."""
    return noun in _NEVER_PLANNED


def is_over(span: Token) -> bool:
    """True for a time gone by: "two years ago", "over the past 12 months". `span` is its unit."""
    around = [*span.lefts, *span.rights, *([span.head] if span.head.pos_ == "ADV" else [])]
    return any(word.lower_ in _LIMITS["past"] for word in around)
