"""Turns of phrase that make a figure no fact: "has to pay $5", "is seen slowing to 5%", "a cut of 5% is in prospect", "the 5% that they promised"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Token

from variorum.extract.figures.meaning.firmness.status_words import (
    CONDITIONS,
    Step,
    happened,
    has_infinitive,
    is_cue,
    modals,
    noun_slot_status,
    verb_status,
)
from variorum.extract.figures.meaning.subjects import VERBS, lemma
from variorum.lang import language_data

_DATA: dict[str, Any] = language_data("status")["phrases"]
_WORDS: dict[str, frozenset[str]] = {key: frozenset(words) for key, words in _DATA.items()}
_OUTLOOKS: dict[str, str] = {word: status for status, words in language_data("status")["outlooks"].items() for word in words}
_CHANGES = frozenset({*language_data("figures")["change"]["up"], *language_data("figures")["change"]["down"]})
_OBJECTS = frozenset({"dobj", "obj", "attr"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PRESENT = frozenset({"VB", "VBP", "VBZ"})
_FINITE = frozenset({"VBP", "VBZ"})
_SHARES = frozenset({"share", "money"})


def phrased(step: Step) -> Iterator[str]:
    """Every status that a turn of phrase round one step gives to the figure."""
    over = step.over
    if over.pos_ in VERBS:
        found = (_duty(step), _seen(step), _looked_for(step), _outlook(step), _on_its_way(step), _of_object(step))
        yield from [status for status in found if status]
    if step.family != "x" and step.node.dep_ not in {"relcl", "acl"}:
        yield from wanted(over, step.counted)


def _duty(step: Step) -> str | None:
    """ "Has to pay $5", "needs to win two games"; not "had to", which was done, nor "will have to", which is foreseen."""
    over = step.over
    if lemma(over) not in _WORDS["duties"] or over.tag_ not in _FINITE or not (step.node.dep_ == "xcomp" and has_infinitive(step.node)):
        return None
    return None if any(child.dep_ in _OBJECTS for child in over.rights) else "demanded"


def _seen(step: Step) -> str | None:
    """ "Growth is seen at 5%", "is seen slowing to 5%", "the bank sees a rise of 5%"; not "he was seen carrying 5 bags"."""
    node, over = step.node, step.over
    if lemma(over) != "see":
        return None
    if over.tag_ == "VBN":
        now = any(child.dep_ == "auxpass" and child.lower_ in _WORDS["today"] for child in over.lefts)
        moves = not step.counted and node.dep_ in {"xcomp", "ccomp"} and lemma(node) in _CHANGES | _WORDS["levels"]
        return "expected" if now and (moves or (node.dep_ == "prep" and node.lower_ == "at" and step.direct)) else None
    active = over.tag_ in _PRESENT and node.dep_ in _OBJECTS and (step.family == "share" or (step.family == "money" and not step.direct))
    return "expected" if active else None


def _looked_for(step: Step) -> str | None:
    """What analysts are "looking for"; of others, what they want."""
    node, over = step.node, step.over
    if lemma(over) != "look" or step.counted or over.tag_ == "VBD" or not (node.dep_ == "prep" and node.lower_ == "for") or step.family == "time":
        return None
    subject = next((child for child in over.lefts if child.dep_ == "nsubj"), None)
    return "expected" if subject is not None and lemma(subject) in _WORDS["forecasters"] else "planned"


def _outlook(step: Step) -> str | None:
    """ "A cut of 5% is in prospect", "a bonus of $5 is on the table"."""
    if step.node.dep_ != "nsubj" or lemma(step.over) not in {"be", "remain"} or step.over.tag_ == "VBD":
        return None
    return next((status for part in _in_phrases(step.over) if (status := _OUTLOOKS.get(lemma(part)))), None)


def _on_its_way(step: Step) -> str | None:
    """ "Is on pace to sell 5", "is conditional on a vote of 5%"."""
    node, over = step.node, step.over
    if lemma(over) != "be" or over.tag_ == "VBD":
        return None
    if has_infinitive(node) and node.dep_ in {"advcl", "xcomp"} and any(lemma(part) in _WORDS["ways"] for part in _in_phrases(over)):
        return "expected"
    depends = node.lower_ in CONDITIONS["takes"] and any(child.lower_ in CONDITIONS["words"] for child in over.rights)
    return "demanded" if depends else None


def _in_phrases(verb: Token) -> Iterator[Token]:
    return (part for child in verb.rights if child.dep_ == "prep" for part in child.rights if part.dep_ == "pobj")


def _of_object(step: Step) -> str | None:
    """What an object gives to an infinitive that the parser hung on the verb: "has an understanding with the town to sell 5%"."""
    node, over = step.node, step.over
    if node.dep_ not in {"advcl", "xcomp"} or not has_infinitive(node) or lemma(over) not in _WORDS["hold"]:
        return None
    noun = next((child for child in over.rights if child.dep_ in _OBJECTS and child.i < node.i), None)
    return noun_slot_status(noun, "infinitive") if noun is not None else None


# --- clauses that describe the figure's noun ----------------------------------------------------------------------------------------


def wanted(noun: Token, counted: bool) -> Iterator[str]:
    """What the clause says in which a noun is the object: "the $5 that he promised", "the 5% gain they had expected"."""
    for clause in noun.rights:
        if clause.dep_ in {"acl", "relcl"} and has_infinitive(clause) and any(child.dep_ == "auxpass" for child in clause.lefts):
            yield "planned"  # "three instalments to be paid in May"
        if clause.dep_ != "relcl" or not _gap(clause):
            continue
        if (status := verb_status(clause, ("object", *(() if counted else ("amount",))))) is not None:
            yield status
        elif any(has_infinitive(child) and child.dep_ == "xcomp" and _gap(child) for child in clause.rights):
            yield from [status for status in [verb_status(clause, ("infinitive",))] if status]
        elif not counted:
            yield from modals(clause)


def already_there(noun: Token) -> bool:
    """True for things of which something is told that was done with them: "will sell the four ships that it bought"."""
    return any(clause.dep_ == "relcl" and _gap(clause) and happened(clause) and not is_cue(clause) for clause in noun.rights)


def _gap(verb: Token) -> bool:
    """True for a verb with no object of its own and no relative pronoun for a subject: "that they promised"."""
    parts = list(verb.children)
    if any(part.dep_ in _OBJECTS and part.tag_ not in {"WDT", "WP"} for part in parts) or any(part.dep_ in {"ccomp", "acomp"} for part in parts):
        return False
    if any(word.tag_ in {"WDT", "WP", "WRB"} for part in parts if part.dep_ in {"prep", "advmod"} for word in part.subtree):
        return False  # "the week in which they agreed"
    subjects = [part for part in verb.lefts if part.dep_ in _SUBJECTS]
    return verb.dep_ == "xcomp" or (bool(subjects) and subjects[-1].tag_ not in {"WDT", "WP"})


# --- bargains that were carried out -------------------------------------------------------------------------------------------------


def carried_out(step: Step, noun: Token) -> bool:
    """True where the deal that gave a status is past: "sold in a deal worth $5", "the $5 deal closed in May"."""
    node, over = step.node, step.over
    if any(child.dep_ == "acl" and child.tag_ == "VBN" and lemma(child) in _WORDS["complete"] for child in noun.rights):
        return True
    if over.pos_ not in VERBS:
        return False
    if node.dep_ == "prep":
        return noun.head.i == node.i and node.lower_ in _WORDS["through"] and lemma(over) not in _WORDS["announce"] and _past(over)
    return node.i == noun.i and node.dep_ in _SUBJECTS | _OBJECTS and lemma(over) in _WORDS["complete"] and (happened(over) or _bare(over))


def _bare(verb: Token) -> bool:
    """True for a past tense that is taken for a participle: it has a subject and no auxiliary."""
    return (
        verb.tag_ == "VBN"
        and any(child.dep_ == "nsubj" for child in verb.lefts)
        and not any(child.dep_ in {"aux", "auxpass"} for child in verb.lefts)
    )


def _past(verb: Token) -> bool:
    while verb.dep_ == "advcl" and verb.tag_ in {"VBG", "VBN"} and verb.head.pos_ in VERBS:
        verb = verb.head
    return happened(verb)
