"""Events of verbs: what a verb says of what stands in its slot, through verbs that report, phrases, particles and states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from spacy.tokens import Token

from variorum.extract.figures.meaning.subjects import SUBJECTS, VERBS, lemma
from variorum.extract.grammar.event_classes import DOES, UNDERGOES, class_of, is_empty, noun_lemma, role_in, state_event, undone, verb_event
from variorum.lang import language_data

_DATA: dict[str, Any] = language_data("events")
_NEGATIVE, _CAUSING = (frozenset(_DATA["controls"][key].split()) for key in ("negative", "causing"))
_CURRENCIES = frozenset({"dollar", "euro", "pound", "yen", "yuan", "rupee", "franc", "shekel", "rouble", "ruble"})
_KEEPING = frozenset(_DATA["particles"]["verbs"].split())
_PARTITION = frozenset({"kill", "wound", "go missing", "sicken", "trap"})  # classes that "and" between verbs makes one count of
OBJECTS = frozenset({"dobj", "obj"})
_PARTICLES = frozenset({"out", "back", "up", "down", "off", "away"})
_MAX_CHAIN = 4  # verbs looked through: "is now believed to have managed to"


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


def of_verb(verb: Token, slot: str, reader: Reader, *, noun: Token | None = None) -> Happening | None:
    """What a verb says of what stands in its slot (`subject`, `passive`, `object`); None where it tells nothing."""
    first, negated = first_word(verb), _is_negated(verb)
    for _ in range(_MAX_CHAIN):
        inner = _controlled(verb, slot)
        if inner is None:
            break
        negated = negated or lemma(verb) in _NEGATIVE or _is_negated(inner)
        verb, slot = inner, "passive" if is_passive(inner) else "subject"
    found = _told(verb, slot, reader, noun)
    if found is None:
        return None
    word, key, role = found
    key = f"not-{key}" if negated and not key.startswith("not-") else key
    return Happening(word, first, _with_joined(verb, key, slot, reader, negated=negated), role, last=max(word, verb, key=lambda token: token.i))


def _controlled(verb: Token, slot: str) -> Token | None:
    """The infinitive that tells what the subject of a verb does: "managed to escape"; None if the verb has an object that does it."""
    if slot == "object" or any(child.dep_ in OBJECTS for child in verb.rights):
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
    acting = slot == "subject" and any(child.dep_ in OBJECTS and child.i not in own for child in verb.rights)
    use = "sum" if acting and _has_money(verb) else reader.use
    key, role = verb_event(lemma(verb), use, "agent" if acting else slot, persons=reader.persons)
    return (verb, key, role) if key else None


def _has_money(verb: Token) -> bool:
    """True for a verb whose object is a sum: "890 projects raised $6 billion"."""
    objects = (child for child in verb.rights if child.dep_ in OBJECTS)
    return any(one.is_currency or one.lemma_.lower() in _CURRENCIES for child in objects for one in (child, *child.lefts))


def _is_particle(child: Token, verb: Token) -> bool:
    """True for a particle, also one that the parser takes for an adverb: "walk out"."""
    return child.dep_ == "prt" or (child.dep_ == "advmod" and child.i == verb.i + 1 and child.lower_ in _PARTICLES)


def _particle(verb: Token) -> Token | None:
    """The particle that makes another verb of a verb: "stand out"."""
    return next((child for child in verb.rights if child.dep_ == "prt" and lemma(verb) not in _KEEPING), None)


def _by_phrase(verb: Token, slot: str, reader: Reader, noun: Token | None) -> tuple[Token, str, str] | None:
    """Verb and noun, verb and particle, or preposition and noun that say an event together."""
    for child in (*([noun] if noun is not None else []), *verb.rights, *(verb.lefts if slot == "passive" else ())):
        if (child.dep_ in OBJECTS | {"nsubjpass", "acomp", "oprd"} or _is_particle(child, verb)) and (
            key := class_of("pairs", f"{lemma(verb)} {noun_lemma(child)}", reader.use, persons=reader.persons)
        ):
            return verb if child is noun else child, key, UNDERGOES if slot == "object" else role_in(key)
        if child.dep_ == "prep" and (key := class_of("pairs", f"{lemma(verb)} {child.lower_}", reader.use, persons=reader.persons)):
            return child, key, DOES
        if child.dep_ == "prep" or (child.dep_ == "advmod" and child.lower_ == "behind"):
            for inner in child.rights:
                if inner.dep_ in {"pobj", "pcomp"} and (
                    key := class_of("phrases", f"{child.lower_} {noun_lemma(inner)}", reader.use, persons=reader.persons)
                ):
                    return inner, key, role_in(key)
    return None


def _state_of(verb: Token, reader: Reader, slot: str) -> tuple[Token, str, str] | None:
    """The state that a verb puts the thing in: "left 14 people dead", "were found dead", "is missing"."""
    bare = slot != "object" and verb.tag_ in {"VBG", "VBN"} and not any(child.dep_ in OBJECTS for child in verb.rights)
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
            if key and not (slot == "subject" and any(one.dep_ in OBJECTS for one in verb.rights)):
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
            own = any(one.dep_ in OBJECTS for one in child.rights)
            shares = slot != "object" or not own or not any(one.dep_ in OBJECTS for one in verb.rights)
            return child if child.i - verb.i <= 4 and shares and not (slot == "object" and own) else None
    if slot == "object" and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.i - verb.head.i <= 3:
        return verb.head if not any(one.dep_ in OBJECTS for one in verb.head.rights) else None
    return None


def first_word(verb: Token) -> Token:
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
    if subject.dep_ == "nsubjpass" or is_passive(verb):
        return "passive"
    word = lemma(verb)
    acting = verb.tag_ not in {"VBN", "VBD"} or any(child.dep_ in {"aux", *OBJECTS, "ccomp", "xcomp"} for child in verb.children)
    if acting or class_of("verbs", word, use) is None:
        return "subject"
    return "subject" if class_of("suffers", word, use) or class_of("does", word, use) else "passive"


def is_passive(verb: Token) -> bool:
    """True for a verb with the auxiliary of the passive."""
    return any(child.dep_ == "auxpass" for child in verb.lefts)


def signed(key: str, verb: Token) -> str:
    """The key of an event, of its not happening where the verb is negated."""
    return f"not-{key}" if _is_negated(verb) and not key.startswith("not-") else key
