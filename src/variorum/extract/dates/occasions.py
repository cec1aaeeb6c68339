"""Occasions: what happens on a date, read from the verb or noun that the date hangs on. What is not plain has none.

Only dates that say on which day, or in which month or year, something happens count: "since May" and "by Friday" bound a time. What is denied, left
open ("could", "if"), said ("said on Monday") or comes again and again has no occasion.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from spacy.tokens import Token

from variorum.extract.dates.context import FUTURE, PAST, tense
from variorum.extract.dates.expressions import words as date_words
from variorum.extract.dates.takers import NOUNS, taker
from variorum.extract.grammar.cues import cues
from variorum.extract.grammar.event_classes import class_of, is_class, is_person, noun_lemma, verb_event
from variorum.lang import language_data, word_set
from variorum.records.excerpt import Excerpt
from variorum.records.occasion import Occasion, Taker
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("occasions")
_EVENTS = frozenset(word for words in _DATA["nouns"].values() for word in words.split())
_CARRIERS = {kind: word_set(words) for kind, words in _DATA["carriers"].items() if kind != "pairs"}
_PAIRS = frozenset(pair.strip() for pair in _DATA["carriers"]["pairs"].split(","))
_MOVING, _MOVED_TO = word_set(_DATA["moving"]["verbs"]), word_set(_DATA["moving"]["links"])
_MOVING_PARTS = frozenset(_DATA["moving"]["particles"])
_BOTH, _ALTERNATING = word_set(_DATA["skipped"]["both"]), word_set(_DATA["skipped"]["alternating"])
_AT, _PLANNED = word_set(_DATA["links"]["at"]), word_set(_DATA["links"]["planned"])
_HEARD = word_set(_DATA["skipped"]["heard"])
_SKIPPED, _AGAIN = word_set(_DATA["skipped"]["verbs"]), word_set(_DATA["skipped"]["again"])
_SKIPPED_CLASSES = frozenset(name.replace("_", " ") for name in _DATA["skipped"]["classes"].split())
_OPEN_MODALS, _OPEN_MARKS = word_set(_DATA["skipped"]["open_modals"]), word_set(_DATA["skipped"]["open_marks"])
_SUBJECTS, _OBJECTS = frozenset({"nsubj", "nsubjpass"}), frozenset({"dobj", "obj"})
_BEFORE_NOUN = frozenset({"compound", "nmod", "amod", "poss", "nummod", "npadvmod"})
_VERBS = frozenset({"VERB", "AUX"})
_COUNT = "count"  # the kind of figure whose classes of events fit a date
_SEVERAL = frozenset({"most", "some", "and", "or", "between"})  # before one of several dates
_JOINING = frozenset({"and", "or", "through"})
MAX_BESIDE = 3  # phrases of a clause that are kept
MAX_UP = 2  # nouns between a date and the verb that it hangs on: "shot a man at a bar on Monday"


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date in its sentence: its tokens, the preposition over it ("" for none), the word that it hangs on."""

    parse: Parse
    tokens: frozenset[int]
    link: str
    carrier: Token


def occasion(parse: Parse, start: int, end: int) -> Occasion | None:
    """What happens on the date at these characters; None where the sentence does not say so plainly."""
    dated = _dated(parse, start, end)
    if dated is None or _comes_again(dated):
        return None
    word = dated.carrier
    if word.pos_ in NOUNS:
        return _of_noun(dated, word) if noun_lemma(word) in _EVENTS else None
    return _of_verb(dated, word) if word.pos_ in _VERBS and not _is_open(word) else None


def _dated(parse: Parse, start: int, end: int) -> _Dated | None:
    span = parse.words(start, end)
    if span is None or not len(span):
        return None
    tokens, root = frozenset(range(span.start, span.end)), span.root
    over, link = root.head, ""
    if root.dep_ == "pobj":
        if over.i in tokens:
            return None
        link, over = over.lower_, over.head
    elif over.pos_ in NOUNS and not (root.dep_ in _BEFORE_NOUN and root.i < over.i):
        return None
    if over.i in tokens or over == root:
        return None
    return _Dated(parse, tokens, link, _carrier(over, link, root))


def _carrier(over: Token, link: str, date: Token) -> Token:
    """The word that a date tells the day of: past nouns that are no events, as the parser hangs "on Monday" and "in May" on the noun before it."""
    by_month = date.lower_.rstrip(".") in date_words("time_nouns")
    for _ in range(MAX_UP):
        if over.pos_ not in NOUNS or noun_lemma(over) in _EVENTS or not (link in {"", "on"} or (link == "in" and by_month)):
            break
        if over.dep_ in _OBJECTS | {"npadvmod"}:
            over = over.head
        elif over.dep_ == "pobj" and over.head.dep_ == "prep":
            over = over.head.head
        else:
            break
    if over.pos_ in {"ADV", "ADP"} and over.dep_ in {"advmod", "prt"}:
        over = over.head  # "pushed back to Monday"
    return _subject_before(over, date) or over


def _subject_before(verb: Token, date: Token) -> Token | None:
    """The event that is the subject of a verb and has the date right after it: "the death of Vale on Friday shocked the town"."""
    subject = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None) if verb.pos_ in _VERBS else None
    if subject is None or not subject.i < date.i < verb.i or noun_lemma(subject) not in _EVENTS:
        return None
    return subject if not any(token.text == "," for token in verb.doc[subject.i : date.i]) else None


def _comes_again(dated: _Dated) -> bool:
    """True for "every Monday", "on Mondays", "on Monday and Tuesday" and what a clause calls weekly."""
    doc, first, last = dated.carrier.doc, min(dated.tokens), max(dated.tokens)
    if first and doc[first - 1].lower_ in _AGAIN | _SEVERAL:
        return True
    after = doc[last + 1 : last + 3]
    if len(after) == 2 and after[0].lower_ in _JOINING and after[1].lower_ in date_words("time_nouns"):
        return True
    plural = doc[last].lower_.endswith("days") and doc[last].lower_ != "days"
    return plural or any(child.lower_ in _AGAIN for child in dated.carrier.children)


# --- nouns of event ---------------------------------------------------------------------------------------------------------------------


def _of_noun(dated: _Dated, noun: Token) -> Occasion | None:
    """The event that a noun names, with a date of its own: "the May 3 vote", "the vote on Monday"."""
    if dated.link and dated.link not in _AT:
        return None
    return _named(dated, noun)


def _named(dated: _Dated, noun: Token, **more: Any) -> Occasion | None:
    found = taker(dated.parse, noun, dated.tokens)
    if found is None:
        return None
    word = noun_lemma(noun)
    happens = class_of("nouns", word, _COUNT) or word
    return Occasion(_word(dated, noun), word, happens, is_noun=True, undergoes=found, beside=_beside(dated, noun), **more)


def _word(dated: _Dated, token: Token) -> Excerpt:
    return Excerpt(token.idx, token.idx + len(token), dated.parse.text[token.idx : token.idx + len(token)])


# --- verbs ------------------------------------------------------------------------------------------------------------------------------


def _is_open(verb: Token) -> bool:
    """True for what is denied, asked, supposed or only wanted."""
    return any(_leaves_open(child) for child in verb.children) or _asks(verb) or _is_wanted(verb)


def _leaves_open(child: Token) -> bool:
    """True for "not", "if" and "could" under a verb."""
    if child.dep_ == "mark":
        return child.lower_ in _OPEN_MARKS
    return child.dep_ == "neg" or (child.dep_ == "aux" and child.lower_ in _OPEN_MODALS)


def _asks(verb: Token) -> bool:
    """True for "who was arrested?"."""
    question = any(child.dep_ in _SUBJECTS and child.tag_ in {"WP", "WDT"} for child in verb.lefts)
    return question and verb.dep_ not in {"relcl", "ccomp"}


def _is_wanted(verb: Token) -> bool:
    """True for an infinitive, unless it is planned ("is due to open"); "was due to open" leaves open whether it did."""
    over = verb.head
    if verb.tag_ == "VB" and any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts):
        planned = verb.dep_ == "xcomp" and over.lemma_.lower() in date_words("ahead")
        past = any(word.lower_ in {"was", "were"} for word in (over.head, *over.lefts))
        return not planned or past or _is_open(over)
    joined = verb.dep_ == "conj" and verb.tag_ == "VB" and over != verb and over.pos_ in _VERBS
    return verb.dep_ == "xcomp" or (joined and _is_open(over))


def _of_verb(dated: _Dated, verb: Token) -> Occasion | None:
    carried = _carried(dated, verb)
    if carried is not None:
        noun, phase = carried
        moved = _moved(dated, verb)
        return _named(dated, noun, phase=phase, told=FUTURE if moved else _told(verb), moved=moved)
    if dated.link and dated.link not in _AT:
        return None
    return _done(dated, verb)


def _told(verb: Token) -> str:
    lemma = verb.lemma_.lower()
    if lemma in {"schedule", "slate", "set", "plan", "fix", "time"} and verb.tag_ == "VBN":
        return "coming"
    return {PAST: "done", FUTURE: "coming"}.get(tense(verb) or "", "")


def _carried(dated: _Dated, verb: Token) -> tuple[Token, str] | None:
    """The noun of event that a verb puts on a date, and whether only its begin or end."""
    lemma = verb.lemma_.lower()
    noun = _subject(verb)
    if lemma in _CARRIERS["holding"]:
        held = next((child for child in verb.rights if child.dep_ in _OBJECTS), None)
        if held is not None:
            return (held, "") if noun_lemma(held) in _EVENTS and _fits(dated, verb) else None
    if noun is None or noun_lemma(noun) not in _EVENTS or not _fits(dated, verb):
        return None
    if _is_carrier(verb):
        return noun, ""
    return next(((noun, phase) for phase in ("begin", "end") if lemma in _CARRIERS[phase]), None)


def _is_carrier(verb: Token) -> bool:
    """True for a verb that only puts its subject on a date: "is on", "took place", "was scheduled"."""
    lemma = verb.lemma_.lower()
    pairs = {f"{lemma} {child.lemma_.lower()}" for child in verb.rights}
    passive = verb.tag_ == "VBN" and lemma in _CARRIERS["passive"]
    return lemma == "be" or bool(pairs & _PAIRS) or _is_moving(verb) or lemma in _CARRIERS["active"] or passive


def _fits(dated: _Dated, verb: Token) -> bool:
    """True if the preposition over the date puts the event on it, after a verb that moves it too."""
    if _is_moving(verb):
        return dated.link in _MOVED_TO
    return dated.link in _PLANNED | {"", "during"}


def _is_moving(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    return lemma in _MOVING or any(f"{lemma} {child.lower_}" in _MOVING_PARTS for child in verb.rights)


def _moved(dated: _Dated, verb: Token) -> Excerpt | None:
    """The words that move an event to its date: "postponed to"."""
    if not _is_moving(verb):
        return None
    last = next((child for child in verb.rights if child.dep_ in {"prt", "advmod"} and child.i <= verb.i + 2), verb)
    return Excerpt.cut(dated.parse.text, verb.idx, last.idx + len(last))


def _done(dated: _Dated, verb: Token) -> Occasion | None:
    """The event that a verb itself tells."""
    lemma = verb.lemma_.lower()
    passive, subject = _is_passive(verb), _subject(verb)
    noun = next((child for child in verb.rights if child.dep_ in _OBJECTS and child.i not in dated.tokens), None)
    slot = "passive" if passive else "agent" if noun is not None else "subject"
    who = subject if passive else noun
    happens, _ = verb_event(lemma, _COUNT, slot, persons=who is None or who.pos_ == "PROPN" or is_person(who))
    if _tells_nothing(lemma, happens or lemma, done=passive or noun is not None) or (happens not in _BOTH and _follows_event(dated)):
        return None
    apart = dated.tokens
    acted, acting = (subject, _agent(verb)) if passive else (noun, subject)
    if noun is None and not passive and lemma in _ALTERNATING:
        acted, acting = subject, None
    undergoes = taker(dated.parse, acted, apart) if acted is not None else None
    if acted is not None and undergoes is None:
        return None
    does = taker(dated.parse, acting, apart) if acting is not None else None
    if undergoes is None and does is None:
        return None
    return Occasion(_verb_words(dated, verb), lemma, happens or lemma, does=does, undergoes=undergoes, beside=_beside(dated, verb), told=_told(verb))


def _follows_event(dated: _Dated) -> bool:
    """True for a date right after a noun of event, of which it may be the date alone."""
    before = min(dated.tokens) - (2 if dated.link else 1)
    token = dated.carrier.doc[before] if before >= 0 else None
    return token is not None and token.pos_ in NOUNS and token.i != dated.carrier.i and noun_lemma(token) in _EVENTS


def _tells_nothing(lemma: str, happens: str, *, done: bool) -> bool:
    """True for verbs of saying, states and levels. What a class calls an event and somebody does to somebody is one ("was charged")."""
    if lemma in _SKIPPED or happens in _SKIPPED_CLASSES or lemma in cues().clause | cues().plain:
        return lemma not in _HEARD
    says = lemma in cues().infinitive | cues().object | cues().naming
    return says and not (done and is_class(happens))


def _is_passive(verb: Token) -> bool:
    if any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.lefts) or (verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"}):
        return True
    own = any(child.dep_ in {"nsubj", "aux", "auxpass"} for child in verb.lefts)
    return verb.dep_ == "conj" and verb.tag_ == "VBN" and not own and verb.head.pos_ in _VERBS and _is_passive(verb.head)


def _subject(verb: Token) -> Token | None:
    """The subject of a verb: its own, that of the verb it is joined to or planned by, the noun that a clause or participle is said of."""
    own = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
    if own is not None and own.tag_ not in {"WDT", "WP"}:
        return own
    if verb.dep_ in {"relcl", "acl"} and verb.head.pos_ in NOUNS:
        return verb.head if own is not None or verb.dep_ == "acl" else None
    if own is None and verb.dep_ in {"conj", "xcomp"} and verb.head.pos_ in _VERBS:
        return _subject(verb.head) if verb.head != verb else None
    return None


def _agent(verb: Token) -> Token | None:
    by = next((child for child in verb.rights if child.dep_ == "agent"), None)
    return next((child for child in by.rights if child.dep_ == "pobj"), None) if by is not None else None


def _verb_words(dated: _Dated, verb: Token) -> Excerpt:
    """A verb with its auxiliaries and particle."""
    first, last = verb, verb
    for child in reversed(list(verb.lefts)):
        if child.dep_ in {"aux", "auxpass"} and first.i - child.i <= 2:
            first = child
    for child in verb.rights:
        if child.dep_ == "prt" and child.i == verb.i + 1:
            last = child
    if any(place in dated.tokens for place in range(first.i, last.i + 1)):
        first = last = verb
    return Excerpt.cut(dated.parse.text, first.idx, last.idx + len(last))


def _beside(dated: _Dated, word: Token) -> tuple[Taker, ...]:
    """The others of a clause, by their prepositions: "met with Vale in Oldport"."""
    found: list[Taker] = []
    for child in word.rights:
        if child.dep_ in {"prep", "dative"} and child.i not in dated.tokens:
            inner = next((one for one in child.rights if one.dep_ == "pobj" and one.i not in dated.tokens), None)
            one = taker(dated.parse, inner, dated.tokens, child.lower_) if inner is not None and child.lower_ != "of" else None
            found += [one] if one is not None else []
    return tuple(found[:MAX_BESIDE])
