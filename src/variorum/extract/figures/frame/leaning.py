"""When a clause leans on the sentence before: "The blast killed four", "Four people died there"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from variorum.extract.figures.frame.clauses import Clause, clause_at, happens, hurts, is_event, is_speech, words
from variorum.extract.figures.meaning.subjects import SUBJECTS, VERBS
from variorum.text.parsing.parse import Parse


def sentence_before(parse: Parse, token: Token) -> Span | None:
    """The sentence before that of a token, where it stands in the same block."""
    first = token.sent.start
    if first == 0:
        return None
    before = parse.doc[first - 1].sent
    block = next((part for part in parse.blocks if part.start <= token.idx < part.end), None)
    return before if block is not None and before.start_char >= block.start else None


def leans(clause: Clause) -> bool:
    """True if a clause tells of an event that was told before: a definite noun of event, "there", or people hurt and nothing else said."""
    doc = clause.top.doc
    past = _is_past(clause.verb)
    events = [doc[place] for place in clause.told | clause.own if is_event(doc[place])]
    if events:
        return past and all(_is_definite(noun) for noun in events)
    if points_back(clause):
        return past
    return past and hurts(clause.verb) and _counts_people(clause)


def points_back(clause: Clause) -> bool:
    """True for a clause with "there", which means the place told before."""
    return any(child.lower_ == "there" and child.dep_ == "advmod" for place in clause.verbs for child in clause.top.doc[place].children)


def _counts_people(clause: Clause) -> bool:
    """True for "Four people died", "It killed four": the subject is the figure itself or a pronoun."""
    subject = next((child for child in clause.verb.lefts if child.dep_ in SUBJECTS), None)
    return subject is not None and (subject.i == clause.top.i or subject.lower_ == "it") and clause.verb.dep_ in {"ROOT", "conj", "ccomp"}


def _is_definite(noun: Token) -> bool:
    return any(child.lower_ in words("anaphora", "determiners") for child in noun.lefts) and not any(
        child.dep_ in {"prep", "relcl", "acl"} for child in noun.rights
    )


def _is_past(verb: Token) -> bool:
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    return verb.tag_ == "VBD" or (verb.tag_ in {"VBN", "VBG"} and bool(helpers & {"was", "were", "had", "have", "has", "been"}))


def told_event(sentence: Span, *, any_place: bool = False) -> Clause | None:
    """The clause in which a sentence tells a past event, or anything in the past for `any_place`; None where it does not.

    It is that of the main verb, of what is said for a verb of saying.
    """
    verb = sentence.root
    if is_speech(verb):
        verb = next((child for child in verb.children if child.dep_ == "ccomp"), verb)
    if verb.pos_ not in VERBS or is_speech(verb) or not _is_past(verb) or any(child.dep_ == "neg" for child in verb.children):
        return None
    clause = clause_at(verb, set())
    return clause if any_place or happens(verb) or any(is_event(verb.doc[place]) for place in clause.told) else None
