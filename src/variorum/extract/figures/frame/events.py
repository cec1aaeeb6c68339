"""Events: what happens to the thing that a figure counts or measures, by the verb, noun or state that the sentence has for it.

Verbs that only report, try or place ("is believed to have", "managed to", "was among those") are looked through; negation makes a key of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Token

from variorum.extract.figures.frame.event_classes import (
    DOES,
    UNDERGOES,
    class_of,
    is_empty,
    noun_event,
    noun_lemma,
    role_in,
    state_event,
    undone,
    verb_event,
)
from variorum.extract.figures.meaning.subjects import NOUNS, SUBJECTS, VERBS, lemma
from variorum.lang import language_data

_DATA: dict[str, Any] = language_data("events")
_NEGATIVE, _CAUSING = (frozenset(_DATA["controls"][key].split()) for key in ("negative", "causing"))
_GROUPS = frozenset(_DATA["groups"]["nouns"].split())
_OF_PEOPLE = frozenset(_DATA["nouns_of_people"]["words"].split())
_CURRENCIES = frozenset({"dollar", "euro", "pound", "yen", "yuan", "rupee", "franc", "shekel", "rouble", "ruble"})
_KEEPING = frozenset(_DATA["particles"]["verbs"].split())
_LEVELS = frozenset(_DATA["levels"]["nouns"].split())
_PARTITION = frozenset({"kill", "wound", "go missing", "sicken", "trap"})  # classes that "and" between verbs makes one count of
_OBJECTS = frozenset({"dobj", "obj"})
_MAX_CHAIN = 4  # verbs looked through: "is now believed to have managed to"
_MAX_UP = 5  # nouns looked through: "a group of some 14 of the"


@dataclass(frozen=True, slots=True)
class Happening:
    """An event: the token that tells it, the first token of its words, the key of its class, and the role of the thing."""

    word: Token
    first: Token
    happens: str
    role: str = ""
    last: Token | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """What an event is read for: the kind of figure, whether the thing is people, and which tokens are numbers."""

    use: str
    persons: bool
    numbers: frozenset[int]


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
    if (top.dep_ in _OBJECTS or _is_hidden_object(top)) and verb.pos_ in VERBS:
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
    return noun.dep_ == "npadvmod" and verb.i < noun.left_edge.i <= verb.i + 1 and not any(child.dep_ in _OBJECTS for child in verb.rights)


def _of_object(noun: Token, reader: Reader) -> Happening | None:
    """What the preposition over a noun says of it: "the deaths of 14", "signed by 14", "with 14 dead"."""
    preposition, governor = noun.head, noun.head.head
    if preposition.lower_ == "of" and governor.pos_ == "NOUN" and governor.i < preposition.i:
        key = noun_event(governor, reader.use, persons=reader.persons)
        return Happening(governor, governor, key, UNDERGOES) if key else None
    if preposition.dep_ == "agent" and governor.pos_ == "VERB":
        key, _ = verb_event(lemma(governor), reader.use, "agent", persons=reader.persons)
        return Happening(governor, _first_word(governor), _signed(key, governor), DOES) if key else None
    if preposition.lower_ in {"by", "to"} and governor.pos_ in VERBS:
        return _moving(governor)
    if preposition.lower_ == "by" and governor.pos_ == "NOUN" and (key := noun_event(governor, reader.use, persons=reader.persons)):
        return Happening(governor, governor, key, DOES)
    return None


def _moving(verb: Token) -> Happening | None:
    """The move that a count after "by" or "to" is the size or the end of: "cut its workforce by 300 jobs", "fell to 2,000 people"."""
    slot = "object" if any(child.dep_ in _OBJECTS for child in verb.rights) else "passive" if _is_passive(verb) else "subject"
    key, role = verb_event(lemma(verb), "level", slot)
    return Happening(verb, _first_word(verb), _signed(key, verb), role) if key in {"rise", "fall"} else None


def _of_predicate(noun: Token, reader: Reader) -> Happening | None:
    """ "The dead were 14 soldiers": what the subject says."""
    subject = next((child for child in noun.head.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or subject.pos_ not in NOUNS | {"ADJ"}:
        return None
    key = state_event(subject.lower_, reader.use)
    return Happening(subject, subject, key, UNDERGOES) if key else None


# --- verbs --------------------------------------------------------------------------------------------------------------------------


def of_verb(verb: Token, slot: str, reader: Reader, *, noun: Token | None = None) -> Happening | None:
    """What a verb says of what stands in its slot (`subject`, `passive`, `object`); None where it tells nothing."""
    first, negated = _first_word(verb), _is_negated(verb)
    for _ in range(_MAX_CHAIN):
        inner = _controlled(verb, slot)
        if inner is None:
            break
        negated = negated or lemma(verb) in _NEGATIVE or _is_negated(inner)
        verb, slot = inner, "passive" if _is_passive(inner) else "subject"
    found = _told(verb, slot, reader, noun)
    if found is None:
        return None
    word, key, role = found
    key = f"not-{key}" if negated and not key.startswith("not-") else key
    return Happening(word, first, _with_joined(verb, key, slot, reader, negated=negated), role, last=max(word, verb, key=lambda token: token.i))


def _controlled(verb: Token, slot: str) -> Token | None:
    """The infinitive that tells what the subject of a verb does: "managed to escape"; None if the verb has an object that does it."""
    if slot == "object" or any(child.dep_ in _OBJECTS for child in verb.rights):
        return None
    for child in verb.rights:
        if child.dep_ == "xcomp" and child.pos_ in VERBS and not any(one.dep_ in SUBJECTS for one in child.lefts):
            infinitive = child.tag_ == "VB" or any(one.lower_ == "to" for one in child.lefts)
            return child if infinitive or is_empty(lemma(verb)) or lemma(verb) in _CAUSING else None
    return None


def _told(verb: Token, slot: str, reader: Reader, noun: Token | None) -> tuple[Token, str, str] | None:
    """The token that tells the event of a verb, its class and the role: "shot dead", "took shelter", "taken to hospital", then the verb itself."""
    if (whole := _by_phrase(verb, slot, reader, noun)) is not None:
        return whole
    if (state := _state_of(verb, reader, slot)) is not None:
        return state
    if (particle := _particle(verb)) is not None:
        return particle, f"{lemma(verb)} {particle.lower_}", DOES if slot == "subject" else UNDERGOES
    own = reader.numbers if reader.use != "count" else frozenset()
    acting = slot == "subject" and any(child.dep_ in _OBJECTS and child.i not in own for child in verb.rights)
    use = "sum" if acting and _has_money(verb) else reader.use
    key, role = verb_event(lemma(verb), use, "agent" if acting else slot, persons=reader.persons)
    return (verb, key, role) if key else None


def _has_money(verb: Token) -> bool:
    """True for a verb whose object is a sum: "890 projects raised $6 billion"."""
    objects = (child for child in verb.rights if child.dep_ in _OBJECTS)
    return any(one.is_currency or one.lemma_.lower() in _CURRENCIES for child in objects for one in (child, *child.lefts))


def _particle(verb: Token) -> Token | None:
    """The particle that makes another verb of a verb: "stand out"."""
    return next((child for child in verb.rights if child.dep_ == "prt" and lemma(verb) not in _KEEPING), None)


def _by_phrase(verb: Token, slot: str, reader: Reader, noun: Token | None) -> tuple[Token, str, str] | None:
    """Verb and noun, verb and particle, or preposition and noun that say an event together."""
    for child in (*([noun] if noun is not None else []), *verb.rights, *(verb.lefts if slot == "passive" else ())):
        if (child.dep_ in _OBJECTS | {"prt", "nsubjpass", "acomp", "oprd"}) and (
            key := class_of("pairs", f"{lemma(verb)} {noun_lemma(child)}", reader.use, persons=reader.persons)
        ):
            return verb if child is noun else child, key, UNDERGOES if slot == "object" else role_in(key)
        if child.dep_ == "prep" or (child.dep_ == "advmod" and child.lower_ == "behind"):
            for inner in child.rights:
                if inner.dep_ == "pobj" and (key := class_of("phrases", f"{child.lower_} {noun_lemma(inner)}", reader.use, persons=reader.persons)):
                    return inner, key, role_in(key)
    return None


def _state_of(verb: Token, reader: Reader, slot: str) -> tuple[Token, str, str] | None:
    """The state that a verb puts the thing in: "left 14 people dead", "were found dead", "is missing"."""
    bare = slot != "object" and verb.tag_ in {"VBG", "VBN"} and not any(child.dep_ in _OBJECTS for child in verb.rights)
    if bare and (key := state_event(verb.lower_, reader.use)):
        return verb, key, UNDERGOES
    for child in verb.rights:
        if slot != "object" and (key := undone(child.lower_)):
            return child, key, UNDERGOES
        if child.dep_ in {"attr", "oprd"} and (key := state_event(noun_lemma(child), reader.use)):
            return child, key, UNDERGOES
        if child.dep_ in {"acomp", "oprd", "attr", "xcomp", "ccomp", "advcl", "dep"} and child.pos_ in {"ADJ", "VERB", "ADV"} and child.tag_ != "VB":
            if child.dep_ in {"ccomp", "advcl", "dep", "xcomp"} and lemma(verb) not in _CAUSING:
                continue
            key = state_event(child.lower_, reader.use)
            if key and not (slot == "subject" and any(one.dep_ in _OBJECTS for one in verb.rights)):
                return child, key, UNDERGOES
    return None


def _with_joined(verb: Token, key: str, slot: str, reader: Reader, *, negated: bool) -> str:
    """The key with that of a verb joined by "or", or by "and" where both count casualties: "killed or wounded" is kill+wound."""
    other = _joined_verb(verb, slot)
    if other is None or negated or any(place in reader.numbers for place in range(min(verb.i, other.i), max(verb.i, other.i))):
        return key  # "50 were killed and over 200 injured" is two counts
    second, _ = verb_event(lemma(other), reader.use, slot, persons=reader.persons)
    second = state_event(other.lower_, reader.use) or second
    link = other.doc[min(verb.i, other.i) + 1 : max(verb.i, other.i)]
    either = any(token.lower_ == "or" for token in link)
    if not second or second == key or not (either or {key, second} <= _PARTITION):
        return key
    return "+".join(sorted({key, second}))


def _joined_verb(verb: Token, slot: str) -> Token | None:
    """The verb that is joined to another right after or before it and has no subject or object of its own."""
    for child in verb.rights:
        if child.dep_ == "conj" and child.pos_ in VERBS | {"ADJ"} and not any(one.dep_ in SUBJECTS for one in child.lefts):
            own = any(one.dep_ in _OBJECTS for one in child.rights)
            shares = slot != "object" or not own or not any(one.dep_ in _OBJECTS for one in verb.rights)
            return child if child.i - verb.i <= 4 and shares and not (slot == "object" and own) else None
    if slot == "object" and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.i - verb.head.i <= 3:
        return verb.head if not any(one.dep_ in _OBJECTS for one in verb.head.rights) else None
    return None


def _first_word(verb: Token) -> Token:
    """The first of the auxiliaries and "not" right before a verb, else the verb."""
    first = verb
    for child in reversed(list(verb.lefts)):
        if child.dep_ not in {"aux", "auxpass", "neg"} or first.i - child.i > 2:
            break
        first = child
    return first


def _is_negated(verb: Token) -> bool:
    """True for "were not hurt" and for "none of the 14 was hurt"."""
    return any(child.dep_ == "neg" and child.lower_ != "only" for child in verb.children) or any(
        child.dep_ in SUBJECTS and (child.lower_ in {"none", "nobody"} or any(one.lower_ == "no" and one.dep_ == "det" for one in child.lefts))
        for child in verb.lefts
    )


def subject_slot(verb: Token, subject: Token, use: str) -> str:
    """`passive` where the subject undergoes what the verb tells, also without its auxiliary ("14 were killed and 20 injured"), else `subject`."""
    if subject.dep_ == "nsubjpass" or _is_passive(verb):
        return "passive"
    word = lemma(verb)
    acting = verb.tag_ not in {"VBN", "VBD"} or any(child.dep_ in {"aux", *_OBJECTS, "ccomp", "xcomp"} for child in verb.children)
    if acting or class_of("verbs", word, use) is None:
        return "subject"
    return "subject" if class_of("suffers", word, use) or class_of("does", word, use) else "passive"


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in verb.lefts)


def _signed(key: str, verb: Token) -> str:
    return f"not-{key}" if _is_negated(verb) and not key.startswith("not-") else key


# --- inside the noun phrase ---------------------------------------------------------------------------------------------------------


def _inside(noun: Token, reader: Reader) -> Happening | None:
    """What a noun's own phrase says: "14 people killed in", "14 dead", "the 21 who were freed", "14 wounded soldiers", "14 deaths"."""
    return _own(noun, reader)


def _own(noun: Token, reader: Reader) -> Happening | None:
    for child in noun.rights:
        if child.dep_ == "acl" and (key := state_event(child.lower_, reader.use)) and not any(one.dep_ in _OBJECTS for one in child.rights):
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
            slot = {"nsubjpass": "passive", "nsubj": "subject"}.get(child.dep_, "object" if child.dep_ in _OBJECTS else "")
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
