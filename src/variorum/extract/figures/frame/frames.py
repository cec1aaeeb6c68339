"""Frames: one figure's thing and event put together, each slot empty where the sentence leaves it open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from spacy.tokens import Token

from variorum.extract.figures.frame import things
from variorum.extract.figures.frame.events import event_around, event_inside, of_counted, of_level, of_people, top_of
from variorum.extract.figures.frame.narrowing import head_of, narrowed_by, noun_words
from variorum.extract.figures.frame.parts import part_told
from variorum.extract.figures.frame.verb_events import Happening, Reader, of_verb, subject_slot
from variorum.extract.figures.meaning.measures import Measured
from variorum.extract.figures.meaning.subjects import NOUNS, SUBJECTS, VERBS, lemma
from variorum.extract.figures.meaning.told_measures import ToldMeasure, is_asset, told_measure
from variorum.extract.figures.written.quantity import Quantity
from variorum.extract.grammar.event_classes import UNDERGOES, is_class, is_person, noun_lemma, verb_event
from variorum.lang import language_data
from variorum.records.excerpt import Excerpt
from variorum.records.frame import NOTHING, Frame
from variorum.records.marks import Figure
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("events")
_OF_PEOPLE = frozenset(_DATA["nouns_of_people"]["words"].split())
_STATES = frozenset(language_data("figures")["measure"]["casualties"])
_SCALES = frozenset(language_data("measured")["magnitude"]["nouns"].split())
_SUMS: dict[str, str] = _DATA["sums"]
_SHARES = frozenset({"half", "third", "quarter", "most", "majority", "some", "all", "none", "many", "few"})
_SIZE_OF = frozenset({"dobj", "obj", "npadvmod", "attr", "oprd"})
LONGEST_EVENT = 8  # tokens from the first auxiliary to the word of the event; what is further apart is shown by that word alone
MAX_BACK = 6  # figures before one that lean words can be about


def frame_of(parse: Parse, quantity: Quantity, found: Measured | None, numbers: frozenset[int], before: list[Figure]) -> Frame:
    """What a figure is about, without places, times, whole and base. `before` are the figures read so far, with their frames."""
    if found is None:
        return NOTHING
    return _without_holder(parse, _frame_of(parse, quantity, found, numbers, before), found.whose)


def _without_holder(parse: Parse, frame: Frame, whose: Excerpt | None) -> Frame:
    """The frame without the words for the holder among those that restrict the thing: "price of the metal" and "the metal's price" are one."""
    if whose is None or not frame.narrowed:
        return frame
    own = {word for token in parse.tokens(whose.start, whose.end) for word in (token.lower_, noun_lemma(token))}
    return replace(frame, narrowed=tuple(word for word in frame.narrowed if word not in own))


def _frame_of(parse: Parse, quantity: Quantity, found: Measured, numbers: frozenset[int], before: list[Figure]) -> Frame:
    if quantity.of == "age":
        return _of_age(parse, quantity, found, numbers)
    if quantity.of == "time":
        return NOTHING  # "postponed several times"
    if quantity.unit in {"ordinal", "rank"}:
        return _thing_only(parse, things.counted(parse, quantity, numbers), numbers)
    if not quantity.unit:
        return _of_count(parse, quantity, found, numbers, before)
    return _of_amount(parse, quantity, found, numbers)


def _of_age(parse: Parse, quantity: Quantity, found: Measured, numbers: frozenset[int]) -> Frame:
    who = things.aged(found)
    if who is None or who.pos_ not in NOUNS:
        return NOTHING
    frame = _thing_only(parse, (who,), numbers | _own_tokens(parse, quantity, who))
    return replace(frame, head=who.lower_) if who.pos_ == "PROPN" else frame


def _own_tokens(parse: Parse, quantity: Quantity, noun: Token | None) -> frozenset[int]:
    """The places of all tokens of a figure but the noun's."""
    return frozenset(token.i for token in parse.tokens(quantity.start, quantity.end) if noun is None or token.i != noun.i)


def _thing_only(parse: Parse, heads: tuple[Token, ...], numbers: frozenset[int]) -> Frame:
    if not heads:
        return NOTHING
    return Frame(noun_words(parse, heads, numbers), head_of(heads), narrowed_by(heads, numbers))


def like_restated(figures: list[Figure]) -> list[Figure]:
    """The figures, where one gives another in a second unit, "620 miles (1,000 km)", with the frame and the holder of that."""
    by_id = {figure.id: figure for figure in figures}
    return [_like(figure, by_id[figure.restates]) if figure.restates in by_id else figure for figure in figures]


def _like(figure: Figure, other: Figure) -> Figure:
    return replace(figure, about=other.about, whose=figure.whose or other.whose) if other.about.thing is not None else figure


# --- counts -------------------------------------------------------------------------------------------------------------------------


def _of_count(parse: Parse, quantity: Quantity, found: Measured, numbers: frozenset[int], before: list[Figure]) -> Frame:
    heads = () if quantity.of in _STATES else things.counted(parse, quantity, numbers)
    noun = heads[0] if heads else found.head
    reader = Reader("count", not heads or is_person(noun), numbers)
    level = _level_noun(parse, quantity, noun, numbers) if quantity.of is None else None
    if level is not None and (told := of_level(level, reader) or of_people(level, reader)) is not None:
        return _with_event(parse, _people(parse, level, numbers), told)
    if level is not None and (told := of_counted(level, replace(reader, persons=is_person(level)))) is not None:
        return _with_event(parse, _thing_only(parse, (level,), numbers), told)
    if not heads and (state := _state_after(parse, quantity)) is not None:
        return _with_event(parse, _people(parse, state, numbers), _state_event(state, noun, reader))
    if level is not None and not heads:
        return _of_measure(parse, noun, level, quantity, numbers)
    thing = _thing_only(parse, heads, numbers) if heads else _lent(parse, quantity, noun, before)
    if heads and noun_lemma(noun) in _OF_PEOPLE:
        thing = replace(thing, head="person")
    if (part := part_told(top_of(noun, reader))) is not None and (not heads or not _is_whole(noun, quantity)):
        kind = (part.kind,) if part.kind is not None else heads
        return _with_event(parse, _thing_only(parse, kind, numbers), event_inside(part.whole, replace(reader, persons=is_person(part.whole))))
    happening = event_inside(noun, reader) if heads and _is_whole(noun, quantity) else event_around(noun, reader)
    if happening is not None and thing.thing is None and not is_class(happening.happens):
        return thing  # "folds in two"
    return _with_event(parse, thing, happening)


def _is_whole(noun: Token, quantity: Quantity) -> bool:
    """True for a counted noun of which another number is a part: what happens to "9 of the 31 hikers" does not happen to the 31."""
    part = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return part is not None and part.idx < quantity.start and (part.pos_ == "NUM" or part.like_num or part.lower_ in _SHARES)


def _level_noun(parse: Parse, quantity: Quantity, number: Token, numbers: frozenset[int]) -> Token | None:
    """The noun that a bare number is the value of: "the death toll rose to 30", "brings to 30 the number of dead", "a magnitude of 5.9"."""
    if number.dep_ == "pobj" and number.head.lower_ == "by":
        return None  # "multiply that by three"
    if number.dep_ == "nummod" and number.head.i == number.i - 1 and number.head.lower_ in _SCALES:
        return number.head  # "at magnitude 5.9"
    noun = things.amounted(parse, number, quantity, numbers)
    if noun is not None or number.dep_ != "pobj" or number.head.head.pos_ not in VERBS:
        return noun
    return next((child for child in number.head.head.rights if child.dep_ in {"dobj", "obj"} and child.pos_ == "NOUN"), None)


def _state_after(parse: Parse, quantity: Quantity) -> Token | None:
    """The word that says what became of the people whom a bare number counts: "14 dead"."""
    last = parse.token_at(quantity.end - 1)
    if last is None or (quantity.of is not None and quantity.of not in _STATES):
        return None
    after = last if last.lower_ in _STATES else last.doc[last.i + 1] if last.i + 1 < len(last.doc) else None
    return after if after is not None and after.lower_ in _STATES and not after.is_sent_start else None


def _state_event(state: Token, number: Token, reader: Reader) -> Happening | None:
    if state.pos_ in VERBS and any(child.dep_ in SUBJECTS for child in state.children):
        return of_verb(state, "passive", reader)
    if (told := of_people(state, reader)) is not None:
        return told
    return event_around(state, reader) or event_around(number, reader)


def _people(parse: Parse, noun: Token, numbers: frozenset[int]) -> Frame:
    words = Excerpt.cut(parse.text, noun.idx, noun.idx + len(noun)) if noun.lower_ in _STATES else noun_words(parse, (noun,), numbers)
    return Frame(words, "person")


def _lent(parse: Parse, quantity: Quantity, number: Token, before: list[Figure]) -> Frame:
    """The thing of the last count before in this sentence or the one before it, for a number whose noun is left out."""
    for figure in reversed(before[-MAX_BACK:]):
        there = parse.token_at(figure.number.start)
        if there is None or number.sent.start not in (there.sent.start, there.sent.end):
            break
        if not figure.unit and figure.about.thing is not None:
            alike = figure.of == quantity.of if quantity.of is not None else _points_back(number)
            return replace(NOTHING, thing=figure.about.thing, head=figure.about.head, narrowed=figure.about.narrowed) if alike else NOTHING
    return NOTHING


def _points_back(number: Token) -> bool:
    """True for "14 of them" and "another 14"."""
    after = [inner.lower_ for child in number.rights if child.lower_ == "of" for inner in child.rights]
    return "them" in after or "those" in after or any(child.lower_ in {"another", "other"} for child in number.lefts)


# --- amounts ------------------------------------------------------------------------------------------------------------------------


def _of_amount(parse: Parse, quantity: Quantity, found: Measured, numbers: frozenset[int]) -> Frame:
    head = found.head
    timed = quantity.family == "time"
    noun = things.lasting(parse, head, quantity, numbers) if timed else things.amounted(parse, head, quantity, numbers)
    frame = _of_measure(parse, head, noun, quantity, numbers)
    told = told_measure(head, quantity, numbers)
    return _of_told(parse, frame, told, numbers | _own_tokens(parse, quantity, told.owner)) if told is not None else frame


_LEVELS = frozenset({"rise", "fall", "stand at"})  # classes of verbs that say how high a measure is
_IMPOSING = frozenset({"impose", "levy", "slap", "hand"})  # to impose a fine is to fine
_EVENTS = {"sentence": "sentence", "fine": "fine", "area": "burn"}  # what happens, by measures whose verbs have it as their only meaning


def _of_told(parse: Parse, frame: Frame, told: ToldMeasure, numbers: frozenset[int]) -> Frame:
    """The frame of an amount whose verb or adjective tells what it measures: the head is that, the thing what has it, which restricts the head.

    Of a sentence and a fine the owner is who has to bear it, and no thing that is measured.
    """
    owner = told.owner if told.noun not in _EVENTS else None
    if told.noun in _EVENTS:
        frame = replace(frame, event=_word(parse, told.word), happens=_EVENTS[told.noun], role="")
    elif told.noun != "cost" and frame.happens not in _LEVELS:
        frame = replace(frame, event=None, happens="", role="")  # that it is sold, or 90 metres tall, happens to nobody
    if owner is None:
        return replace(frame, thing=_word(parse, told.word), head=told.noun, narrowed=())
    restricts = [] if owner.pos_ == "PROPN" or is_asset(owner) else [head_of((owner,)), *narrowed_by((owner,), numbers)]
    restricts += [head_of((told.to,))] if told.to is not None else []
    return replace(frame, thing=noun_words(parse, (owner,), numbers), head=told.noun, narrowed=tuple(sorted(set(restricts))))


def _of_measure(parse: Parse, head: Token, noun: Token | None, quantity: Quantity, numbers: frozenset[int]) -> Frame:
    own = numbers | _own_tokens(parse, quantity, noun)
    happening = None if quantity.family == "time" and _untold(parse, head, noun, quantity) else _moved(head, noun, quantity, numbers)
    frame = _thing_only(parse, (noun,), own) if noun is not None else NOTHING
    if happening is not None and frame.head == "fine" and happening.happens in _IMPOSING:
        happening = replace(happening, happens="fine", role="")
    if happening is not None and quantity.family == "money" and _is_object(_node(head, numbers)):
        frame = _sum_of(frame, happening, parse)
    return _with_event(parse, frame, happening)


_SENTENCING = frozenset({"sentence", "jail", "imprison", "incarcerate"})
_SERVING = frozenset({"serve", "spend", "get", "receive", "face"})


def _untold(parse: Parse, head: Token, noun: Token | None, quantity: Quantity) -> bool:
    """True for a time whose verb does not say what lasts so long: all but "for" with its verb, and times that verbs take as objects."""
    if things.tells_when(parse, quantity):
        return True
    if head.dep_ == "pobj" and head.head.lower_ == "to" and lemma(head.head.head) in _SENTENCING:
        return False
    return noun is None and not (head.dep_ == "pobj" and head.head.lower_ == "for") and not (_is_object(head) and lemma(head.head) in _SERVING)


def _node(head: Token, numbers: frozenset[int]) -> Token:
    return top_of(head, Reader("level", False, numbers))


def _is_object(node: Token) -> bool:
    return node.dep_ in {"dobj", "obj"} and node.head.pos_ in VERBS


def _sum_of(frame: Frame, happening: Happening, parse: Parse) -> Frame:
    """The frame of a sum that is the object of its verb: "invest $5 million in shipyards" is an investment, narrowed by "shipyard"."""
    called = _SUMS.get(happening.happens) or (_SUMS.get(lemma(happening.word)) if happening.word.pos_ in VERBS else None)
    if called is None:
        return frame
    narrowed = tuple(sorted({frame.head, *frame.narrowed} - {""}))
    verb = happening.word if happening.word.pos_ in VERBS else happening.word.head  # of "brought in" the first
    return replace(frame, thing=frame.thing or _word(parse, verb), head=called, narrowed=narrowed)


def _moved(head: Token, noun: Token | None, quantity: Quantity, numbers: frozenset[int]) -> Happening | None:
    """How an amount moves or who does what with it: the verb over the number, else the one over its noun, else the noun itself."""
    node = _node(head, numbers)
    direct = _is_object(node) and node.head.i not in numbers
    timed = quantity.family == "time"
    reader = Reader("count" if timed else "sum" if direct else "level", timed, numbers)
    verb = _verb_over(node, numbers)
    around = event_around(noun, reader) if noun is not None else None
    happening = of_verb(verb, _slot(verb, node, noun, reader.use), reader, noun=node if direct else None) if verb is not None else None
    if happening is None or (noun is None and not _tells(happening, direct=direct and not timed)):
        return around
    if quantity.unit == "x" and happening.happens not in {"rise", "fall"}:
        return None  # "travel ten times as fast"
    if noun is None and not timed and not _sizes_verb(node):
        return None  # "fell into a 40-metre well"
    if noun is None:
        return replace(happening, role="")
    tied = verb is not None and (direct or verb.head.i == noun.i or noun.head.head.i == node.i or noun.head.i in {verb.i, happening.word.i})
    return happening if tied else around


def _sizes_verb(node: Token) -> bool:
    """True for an amount right under its verb, or under a preposition of level or move, or "up" and its like."""
    link = node.head
    if link.pos_ in VERBS:
        return node.dep_ in _SIZE_OF
    return link.lower_ in things.AMOUNT_LINKS | {"up", "down"} and link.head.pos_ in VERBS


def _tells(happening: Happening, *, direct: bool) -> bool:
    """True for an event of an amount that names no thing: its object, or a verb of a class."""
    return direct or is_class(happening.happens)


def _verb_over(node: Token, numbers: frozenset[int]) -> Token | None:
    """The verb that a number hangs on without a noun between."""
    while node.head.i != node.i:
        node = node.head
        if node.pos_ in VERBS:
            return node if node.i not in numbers else None
        if node.pos_ in NOUNS and node.i not in numbers:
            return None
    return None


def _slot(verb: Token, node: Token, noun: Token | None, use: str) -> str:
    """Where the thing stands to the verb."""
    if noun is not None and noun.head.i == verb.i and noun.dep_ in SUBJECTS:
        return subject_slot(verb, noun, use)
    if _is_object(node) and noun is None and verb_event(lemma(verb), use, "subject")[1] == UNDERGOES:
        return "subject"  # "they weigh 400 pounds"
    if _is_object(node) or (noun is not None and noun.head.i == verb.i and noun.dep_ in {"dobj", "obj"}):
        return "object"
    return "passive" if verb.tag_ == "VBN" else "subject"


# --- words --------------------------------------------------------------------------------------------------------------------------


def _with_event(parse: Parse, frame: Frame, happening: Happening | None) -> Frame:
    if happening is None or not happening.happens:
        return frame
    return replace(frame, event=_event_words(parse, frame, happening), happens=happening.happens, role=happening.role)


def _event_words(parse: Parse, frame: Frame, happening: Happening) -> Excerpt:
    """The words from the first auxiliary to the word that tells the event; that word alone where the thing or much else stands between."""
    first, last = happening.first, happening.last if happening.last is not None else happening.word
    if happening.word.i > last.i:
        last = happening.word
    words = Excerpt.cut(parse.text, first.idx, last.idx + len(last))
    if last.i - first.i < LONGEST_EVENT and first.i <= last.i and not (frame.thing and frame.thing.overlaps(words)):
        return words
    return _word(parse, happening.word)


def _word(parse: Parse, token: Token) -> Excerpt:
    return Excerpt.cut(parse.text, token.idx, token.idx + len(token))
