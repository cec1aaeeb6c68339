"""Events: what happens to the thing that a figure counts or measures, by the verb, noun or state that the sentence has for it.

Verbs that only report, try or place ("is believed to have", "managed to", "was among those") are looked through; negation makes a key of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Token

from variorum.extract.figures.frame.verb_events import OBJECTS, Happening, Reader, first_word, is_passive, of_verb, signed, subject_slot
from variorum.extract.figures.meaning.subjects import NOUNS, SUBJECTS, VERBS, lemma
from variorum.extract.grammar.event_classes import (
    DOES,
    UNDERGOES,
    class_of,
    noun_event,
    noun_lemma,
    state_event,
    verb_event,
)
from variorum.lang import language_data

_DATA: dict[str, Any] = language_data("events")
_GROUPS = frozenset(_DATA["groups"]["nouns"].split())
_OF_PEOPLE = frozenset(_DATA["nouns_of_people"]["words"].split())
_LEVELS = frozenset(_DATA["levels"]["nouns"].split())
_MAX_UP = 5  # nouns looked through: "a group of some 14 of the"


# --- where a noun stands ------------------------------------------------------------------------------------------------------------


def event_around(thing: Token, reader: Reader) -> Happening | None:
    """What happens to a noun (or to a number that stands for one): the verb over it, else what is said in its own phrase."""
    if noun_lemma(thing) in _OF_PEOPLE and (own := _of_word(thing, reader)) is not None:
        return own
    top = top_of(thing, reader)
    over = _over(top, reader)
    if over is not None and over.happens:
        return over
    return _inside(thing, reader) or (_inside(top, reader) if top.i != thing.i else None)


def event_inside(noun: Token, reader: Reader) -> Happening | None:
    """What a noun's own phrase says of it, whatever happens to a part of it: "9 of the 31 hikers who were trapped are alive"."""
    return _own(noun, reader)


def top_of(noun: Token, reader: Reader) -> Token:
    """The noun that the sentence governs: past joined nouns, "14 of the girls" and "a group of 14 girls"."""
    top = noun
    for _ in range(_MAX_UP):
        governor = top.head
        if top.dep_ == "conj" and governor.pos_ in NOUNS | {"NUM"} and _own(top, reader) is None:
            top = governor
        elif top.dep_ == "pobj" and governor.lower_ in {"of", "from"} and _counts(governor.head, reader) and governor.dep_ == "prep":
            top = governor.head
        elif top.dep_ in {"compound", "nummod"} and governor.i in reader.numbers:
            top = governor
        else:
            break
    return top


def _counts(noun: Token, reader: Reader) -> bool:
    return noun.i in reader.numbers or (noun.pos_ == "NOUN" and noun_lemma(noun) in _GROUPS)


def _over(top: Token, reader: Reader) -> Happening | None:
    """The event of the verb or noun that governs a noun."""
    verb = top.head
    if top.dep_ in SUBJECTS and verb.pos_ in VERBS:
        return of_verb(verb, subject_slot(verb, top, reader.use), reader)
    if (top.dep_ in OBJECTS or _is_hidden_object(top)) and verb.pos_ in VERBS:
        return of_verb(verb, "object", reader, noun=top)
    if top.dep_ in SUBJECTS and verb.pos_ in {"ADJ", "NOUN"}:
        return _of_state(verb, reader)
    if top.dep_ == "pobj":
        return _of_object(top, reader)
    if top.dep_ == "attr" and verb.lemma_ == "be":
        return _of_predicate(top, reader)
    return None


def _is_hidden_object(noun: Token) -> bool:
    """True for a counted noun right after its verb that the parser takes for a measure: "displaced 40,000 people"."""
    verb = noun.head
    return noun.dep_ == "npadvmod" and verb.i < noun.left_edge.i <= verb.i + 1 and not any(child.dep_ in OBJECTS for child in verb.rights)


def _of_object(noun: Token, reader: Reader) -> Happening | None:
    """What the preposition over a noun says of it: "the deaths of 14", "signed by 14", "with 14 dead"."""
    preposition, governor = noun.head, noun.head.head
    if preposition.lower_ == "of" and governor.pos_ == "NOUN" and governor.i < preposition.i:
        key = noun_event(governor, reader.use, persons=reader.persons)
        return Happening(governor, governor, key, UNDERGOES) if key else None
    if preposition.dep_ == "agent" and governor.pos_ == "VERB":
        key, _ = verb_event(lemma(governor), reader.use, "agent", persons=reader.persons)
        return Happening(governor, first_word(governor), signed(key, governor), DOES) if key else None
    if preposition.lower_ in {"by", "to"} and governor.pos_ in VERBS:
        return _moving(governor)
    if preposition.lower_ == "by" and governor.pos_ == "NOUN" and (key := noun_event(governor, reader.use, persons=reader.persons)):
        return Happening(governor, governor, key, DOES)
    return None


def _moving(verb: Token) -> Happening | None:
    """The move that a count after "by" or "to" is the size or the end of: "cut its workforce by 300 jobs", "fell to 2,000 people"."""
    slot = "object" if any(child.dep_ in OBJECTS for child in verb.rights) else "passive" if is_passive(verb) else "subject"
    key, role = verb_event(lemma(verb), "level", slot)
    return Happening(verb, first_word(verb), signed(key, verb), role) if key in {"rise", "fall"} else None


def _of_predicate(noun: Token, reader: Reader) -> Happening | None:
    """ "The dead were 14 soldiers": what the subject says."""
    subject = next((child for child in noun.head.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or subject.pos_ not in NOUNS | {"ADJ"}:
        return None
    key = state_event(subject.lower_, reader.use)
    return Happening(subject, subject, key, UNDERGOES) if key else None


# --- inside the noun phrase ---------------------------------------------------------------------------------------------------------


def _inside(noun: Token, reader: Reader) -> Happening | None:
    """What a noun's own phrase says: "14 people killed in", "14 dead", "the 21 who were freed", "14 wounded soldiers", "14 deaths"."""
    return _own(noun, reader)


def _own(noun: Token, reader: Reader) -> Happening | None:
    for child in noun.rights:
        if child.dep_ == "acl" and (key := state_event(child.lower_, reader.use)) and not any(one.dep_ in OBJECTS for one in child.rights):
            found: Happening | None = Happening(child, child, key, UNDERGOES)
        elif child.dep_ == "acl" and child.tag_ == "VBN":
            found = of_verb(child, "passive", reader)
        elif child.dep_ == "acl" and child.tag_ == "VBG":
            found = of_verb(child, "subject", reader)
        elif child.dep_ == "relcl":
            found = _of_relative(child, reader)
        elif child.dep_ in {"amod", "acomp", "advcl"} and (key := state_event(child.lower_, reader.use)):
            found = Happening(child, child, key, UNDERGOES)
        else:
            continue
        if found is not None and found.happens:
            return found
    return _of_word(noun, reader) or _before(noun, reader)


def _of_relative(verb: Token, reader: Reader) -> Happening | None:
    """What a relative clause says of its noun: by the role of "who" in it."""
    for child in verb.lefts:
        if child.tag_ in {"WDT", "WP"}:
            slot = {"nsubjpass": "passive", "nsubj": "subject"}.get(child.dep_, "object" if child.dep_ in OBJECTS else "")
            return of_verb(verb, slot, reader) if slot else None
    return None


def _before(noun: Token, reader: Reader) -> Happening | None:
    """A state or participle before a noun: "14 wounded soldiers"."""
    for child in noun.lefts:
        if child.dep_ == "amod" and child.i not in reader.numbers:
            key = state_event(child.lower_, reader.use) or (class_of("verbs", lemma(child), reader.use) if child.tag_ == "VBN" else None)
            if key:
                return Happening(child, child, key, UNDERGOES)
    return None


def _of_word(noun: Token, reader: Reader) -> Happening | None:
    """An event that the noun itself names: "14 deaths", "14 dead"."""
    if key := state_event(noun.lower_, reader.use):
        return Happening(noun, noun, key, UNDERGOES)
    key = noun_event(noun, reader.use) if noun.pos_ in NOUNS else None
    return Happening(noun, noun, key, UNDERGOES if noun_lemma(noun) in _OF_PEOPLE else "") if key else None


def _of_state(word: Token, reader: Reader) -> Happening | None:
    """A predicate without a verb, as headlines have it: "14 people dead in blast"."""
    key = state_event(word.lower_, reader.use)
    return Happening(word, word, key, UNDERGOES) if key else None


# --- levels: "the death toll rose to 30" --------------------------------------------------------------------------------------------


def of_level(noun: Token, reader: Reader) -> Happening | None:
    """What is counted by a noun of level: "the death toll", "the number of arrests", "the number of those hurt"."""
    if noun.pos_ != "NOUN" or noun_lemma(noun) not in _LEVELS:
        return None
    for word in _level_words(noun):
        key = state_event(word.lower_, reader.use) or (noun_event(word, reader.use) if word.pos_ in NOUNS else None)
        key = key or (class_of("verbs", lemma(word), reader.use) if word.tag_ == "VBN" else None)
        if key:
            return Happening(word, word, key, UNDERGOES)
    return Happening(noun, noun, "kill", UNDERGOES) if noun_lemma(noun) == "toll" and noun.i > 0 and not _is_road(noun) else None


def of_counted(noun: Token, reader: Reader) -> Happening | None:
    """What the phrase of a noun after "the number of" says of it: "people killed in the blast", not that the number rose."""
    numbered = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun_lemma(noun.head.head) in _LEVELS
    if not numbered:
        return None
    return _own(noun, reader) or next((told for told in (_of_phrase(child, reader) for child in noun.rights) if told is not None), None)


def _of_phrase(preposition: Token, reader: Reader) -> Happening | None:
    """The event that preposition and noun say after a noun: "patients in hospital"."""
    for inner in preposition.rights if preposition.dep_ == "prep" else ():
        if inner.dep_ == "pobj" and (key := class_of("phrases", f"{preposition.lower_} {noun_lemma(inner)}", reader.use, persons=reader.persons)):
            return Happening(inner, preposition, key, UNDERGOES)
    return None


def of_people(noun: Token, reader: Reader) -> Happening | None:
    """What a noun for people by what befell them tells: "the dead", "arrests"."""
    return _of_word(noun, reader) if noun_lemma(noun) in _OF_PEOPLE or state_event(noun.lower_, reader.use) else None


def _level_words(noun: Token) -> Iterator[Token]:
    """The words that say what a level is of."""
    for child in noun.children:
        if child.dep_ in {"compound", "amod", "acl"}:
            yield child
        elif child.dep_ == "prep" and child.lower_ in {"of", "for"}:
            for inner in child.rights:
                yield inner
                yield from (one for one in inner.children if one.dep_ in {"acl", "amod", "relcl"})


def _is_road(noun: Token) -> bool:
    return any(child.dep_ in {"compound", "amod"} for child in noun.lefts)
