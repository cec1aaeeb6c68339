"""What the sentence around a date says: whether it looks back or ahead, and what happens then."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from spacy.tokens import Token

from variorum.extract.dates.expressions import words
from variorum.text.parsing.parse import Parse

PAST, FUTURE = "past", "future"
LONGEST_MODIFIER = 6  # words before a noun that are shown with it; of longer ones the head word only
LONGEST_EVENT = 12  # words; a label, not a sentence

_LEFT = frozenset({"compound", "amod", "nummod", "poss", "nmod", "quantmod", "case", "neg", "punct", "advmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_OBJECTS = ("dobj", "attr", "oprd", "acomp", "dative", "prep", "agent", "xcomp")


def governor(parse: Parse, start: int, end: int) -> tuple[Token, Token | None] | None:
    """The head word of the expression and the verb over it; None where the span holds no word."""
    span = parse.words(start, end)
    if span is None or not len(span):
        return None
    root = verb = span.root
    for _ in range(12):  # deeper nesting is not read
        if verb.pos_ in {"VERB", "AUX"} and verb.i not in range(span.start, span.end):
            return root, verb
        if verb.head is verb or verb.head == verb:
            break
        verb = verb.head
    return root, None


def tense(verb: Token | None) -> str | None:
    """`past` or `future` where the verb tells, else None."""
    if verb is None:
        return None
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if any(child.lower_ in words("modals") for child in helpers):
        return FUTURE
    if verb.tag_ == "VB" and any(child.lower_ == "to" for child in helpers):
        return _of_plan(verb.head) if verb.head.lemma_.lower() in words("ahead") else _of_head(verb)
    if verb.tag_ == "VBN" and verb.lemma_ in words("scheduled"):
        return FUTURE
    if verb.tag_ == "VBG":
        return _of_participle(verb, helpers)
    if verb.tag_ in {"VBZ", "VBP"} and verb.lemma_.lower() in words("ahead"):
        return FUTURE
    if verb.tag_ in {"VBD", "VBN"} or any(child.tag_ == "VBD" for child in helpers):
        return PAST
    return FUTURE if verb.tag_ in {"VBZ", "VBP"} and verb.lemma_ in words("timetable") else None


def _of_participle(verb: Token, helpers: list[Token]) -> str | None:
    if any(child.tag_ in {"VBZ", "VBP"} for child in helpers):
        return FUTURE
    if any(child.tag_ == "VBD" for child in helpers):
        return PAST
    return _of_head(verb)


def _of_plan(verb: Token) -> str | None:
    """What is planned lies ahead; what "was scheduled" may have happened since."""
    return None if any(child.lower_ in {"was", "were"} for child in verb.children) else FUTURE


def _of_head(verb: Token) -> str | None:
    return tense(verb.head) if verb.head != verb and verb.head.pos_ in {"VERB", "AUX"} else None


def event(parse: Parse, start: int, end: int, root: Token, verb: Token | None) -> str | None:
    """Short words of the text for what happens at a date: the noun it qualifies, or subject, verb and object of its clause."""
    noun = _qualified(root, verb)
    tokens = list(_noun_words(noun)) if noun is not None else _clause(verb) if verb is not None else []
    if noun is not None and verb is not None and len(tokens) < 2:
        tokens = _clause(verb)
    kept = [token for token in sorted(set(tokens), key=lambda token: token.i) if not start <= token.idx < end and not token.is_space]
    return _written(parse, kept[:LONGEST_EVENT])


def _qualified(root: Token, verb: Token | None) -> Token | None:
    """The noun that the date qualifies: "the July deal", "election of 2016" where no verb stands over it."""
    if root.head.pos_ in {"NOUN", "PROPN"} and root.dep_ in {"compound", "nmod", "poss", "amod", "nummod"}:
        return root.head
    above = root.head.head
    heads = verb is None or above.dep_ in {"ROOT", "appos"}
    return above if heads and root.dep_ == "pobj" and above.pos_ in {"NOUN", "PROPN"} else None


def _written(parse: Parse, tokens: list[Token]) -> str | None:
    """The words as one line: neighbours as the text joins them, gaps as one space."""
    out = ""
    for before, token in zip([None, *tokens], tokens, strict=False):
        near = before is not None and token.idx <= before.idx + len(before)
        out += ("" if before is None or near else " ") + parse.text[token.idx : token.idx + len(token)]
    line = out.strip(" ,;:\"'\u201c\u201d\u2018\u2019-\u2013\u2014(")
    return " ".join(line.removeprefix("s ").split()) or None


def _clause(verb: Token) -> list[Token]:
    modals = words("modals")
    parts = {"neg", "prt", "auxpass"}
    tokens = [verb, *(child for child in verb.children if child.dep_ in parts or (child.dep_ == "aux" and child.lower_ in modals))]
    subject = _subject(verb)
    if subject is not None:
        tokens += _noun_words(subject)
    return tokens + _object(verb)


def _subject(verb: Token) -> Token | None:
    """The subject of the verb; the noun that a relative clause or participle belongs to; the subject of the verb it is joined to."""
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if verb.dep_ in {"relcl", "acl"} and (subject is None or subject.tag_ in {"WDT", "WP"}):
        return verb.head if verb.head.pos_ in {"NOUN", "PROPN", "PRON"} else subject
    if subject is None and verb.dep_ in {"conj", "xcomp"}:
        return next((child for child in verb.head.children if child.dep_ in _SUBJECTS), None)
    return subject


def _object(verb: Token) -> list[Token]:
    for dep in _OBJECTS:
        for child in verb.children:
            if child.dep_ != dep or child.i < verb.i:
                continue
            if dep in {"prep", "agent"}:
                inner = next((part for part in child.children if part.dep_ == "pobj" and part.ent_type_ == ""), None)
                if inner is not None and not _timely(inner):
                    return [child, *_noun_words(inner)]
            elif dep == "xcomp":
                return [part for part in child.children if part.lower_ == "to"] + [child, *_object(child)][:5]
            elif not _timely(child):
                return list(_noun_words(child))
    return []


def _timely(token: Token) -> bool:
    """True if the noun is itself a word of time."""
    return token.lower_.rstrip("s.") in words("time_nouns")


def _noun_words(noun: Token) -> Iterator[Token]:
    """The noun with what stands close before it, and an "of" phrase after it."""
    yield noun
    for child in noun.lefts:
        if child.dep_ in _LEFT and child.pos_ != "PRON":
            parts = list(itertools.islice(child.subtree, LONGEST_MODIFIER + 1))
            yield from parts if len(parts) <= LONGEST_MODIFIER else [child]
    for child in noun.rights:
        if child.lower_ == "of":
            inner = next((part for part in child.children if part.dep_ == "pobj"), None)
            if inner is not None:
                yield child
                yield from (part for part in [*inner.lefts, inner] if part.dep_ != "det")
            return
