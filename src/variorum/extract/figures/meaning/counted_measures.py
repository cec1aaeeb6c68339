"""What a count measures: the counted noun with what happens to it ("21 girls were freed"), or what the count is the level of."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from variorum.extract.figures.meaning.amount_measures import predicated
from variorum.extract.figures.meaning.measure_phrases import MAX_WORDS, cut, outside, phrase, right_end, subject_start, verb_end
from variorum.extract.figures.meaning.subjects import NOUNS, SUBJECTS, VERBS, subject_of
from variorum.extract.figures.written.quantity import Quantity
from variorum.lang import language_data, word_set
from variorum.records.marks import Excerpt
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("figures")
_EMPTY, _POINTERS, _LIGHT, _LEVELS, _LEVEL_VERBS = (
    frozenset(_DATA["measure"][key]) for key in ("empty", "pointers", "light", "levels", "level_verbs")
)
_PLAIN = word_set("other such more further additional new same different various mln bln")  # what says nothing of which they are
_DEALING = word_set("trade open close contract")  # with an object these do something to it: "the pair traded 16 blows"


def counted_token(parse: Parse, quantity: Quantity) -> Token | None:
    """The counted noun inside the expression."""
    tokens = [token for token in parse.tokens(quantity.core_end - 1, quantity.end) if token.pos_ in NOUNS]
    return tokens[-1] if tokens else None


def of_count(parse: Parse, noun: Token, quantity: Quantity) -> tuple[Excerpt | None, bool]:
    """The counted noun with its own modifiers and the verb that says what happens to it."""
    if _hyphened(noun) and noun.head.pos_ == "NOUN" and noun.head.i > noun.i:
        return phrase(parse, noun.head, quantity), False  # "a 20-man delegation" measures the delegation
    top = noun
    while top.dep_ in {"conj", "appos", "compound"} and top.head.pos_ in NOUNS | {"NUM"} and abs(top.head.i - top.i) < MAX_WORDS:
        top = top.head
    counter = top.head.head
    if top.dep_ == "pobj" and top.head.dep_ == "prep" and quantity.number.start <= counter.idx < quantity.number.end:  # 21 of the girls
        top = counter
    number = parse.token_at(quantity.number.start)
    verb = top.head
    right = right_end(noun, MAX_WORDS - 4)
    if top.dep_ in SUBJECTS and verb.pos_ in VERBS and verb.i > noun.i:
        first = noun.head if noun.dep_ == "conj" and quantity.number.end <= noun.head.idx else noun  # "hundreds of farmers and millers"
        return cut(parse, first.i, max(right, verb_end(verb)), quantity, left=first), False
    if (moved := _moved_subject(top)) is not None and outside(moved, quantity):
        return phrase(parse, moved, quantity), False
    if top.dep_ in {"dobj", "obj", "attr", "oprd"} and verb.pos_ in VERBS and verb.i < noun.i and number is not None and noun.i - verb.i <= MAX_WORDS:
        return cut(parse, subject_start(verb, quantity), max(right, verb_end(verb)), quantity), False
    if top.dep_ == "pobj" and top.head.head.pos_ == "VERB" and _own_words(noun, right, quantity):
        return cut(parse, noun.i, right, quantity, left=noun), False  # "sent to Kestria's 40 banks"
    if top.dep_ == "pobj" and top.head.head.pos_ == "VERB" and top.head.head.i < noun.i:
        first = subject_start(top.head.head, quantity)
        if noun.i - first <= MAX_WORDS - 4:
            return cut(parse, first, right, quantity), False
    if top.dep_ == "pobj" and top.head.head.pos_ in NOUNS | VERBS and top.head.head.i < noun.i and noun.i - top.head.head.i <= MAX_WORDS - 4:
        return cut(parse, top.head.head.i, right, quantity), False
    return cut(parse, noun.i, right, quantity, left=noun), False


def _own_words(noun: Token, right: int, quantity: Quantity) -> bool:
    """True if a counted noun has words of its own that say which: "Spanish banks", "members of the board"."""
    return (
        any(
            child.dep_ in {"compound", "amod", "poss", "nmod"}
            and outside(child, quantity)
            and child.tag_ not in {"JJR", "JJS"}
            and child.lower_ not in _PLAIN
            for child in noun.lefts
            if child.pos_ not in {"DET", "PRON"}
        )
        or right > noun.i
    )


def _moved_subject(noun: Token) -> Token | None:
    """What a count is the level or move of: "employment grew by 300 jobs", "the index closed at 40 points", "the population is 8 million people"."""
    if noun.dep_ == "npadvmod" and noun.head.pos_ in {"ADJ", "ADV"}:
        subject = predicated(noun.head)
        return subject if subject is not None and subject.pos_ in NOUNS else None
    preposition = noun.head if noun.dep_ == "pobj" and noun.head.lower_ in _LEVELS else None
    verb = preposition.head if preposition is not None else noun.head
    if verb.lemma_.lower() not in _LEVEL_VERBS or verb.i > noun.i:
        return None
    if preposition is None and (noun.dep_ not in {"attr", "npadvmod", "dobj", "obj"} or (noun.dep_ != "npadvmod" and verb.lemma_ in _DEALING)):
        return None
    subject = subject_of(verb)
    return subject if subject is not None and subject.pos_ in NOUNS and subject.lemma_.lower() not in _POINTERS | _EMPTY else None


def _hyphened(noun: Token) -> bool:
    """True for the noun of a compound modifier: "20-man", "two-car"."""
    return noun.i > 0 and noun.doc[noun.i - 1].text == "-"


def predicate_of(noun: Token, quantity: Quantity) -> str | None:
    """The verb or noun of event that says what happens to what is counted: "freed 21 girls", "the abduction of 276 girls", "girls held captive"."""
    top = noun
    while top.dep_ in {"conj", "compound"} and top.head.pos_ in NOUNS | {"NUM"}:
        top = top.head
    if top.dep_ == "pobj" and quantity.number.start <= top.head.head.idx < quantity.number.end:
        top = top.head.head
    governor = top.head
    if top.dep_ in SUBJECTS | {"dobj", "obj"} and governor.pos_ == "VERB" and governor.lemma_.lower() not in _LIGHT:
        return governor.lemma_.lower()
    own = [child for child in (*noun.lefts, *noun.rights) if child.dep_ in {"acl", "relcl"} or (child.dep_ == "amod" and child.tag_ == "VBN")]
    if own:
        return own[0].lemma_.lower()
    if top.dep_ == "pobj" and governor.head.pos_ == "NOUN" and governor.lower_ == "of":
        return governor.head.lemma_.lower()
    return None
