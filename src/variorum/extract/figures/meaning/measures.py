"""What a quantity measures, and whose it is: the noun phrase or clause that governs it, in the text's own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from spacy.tokens import Token

from variorum.extract.figures.meaning.amount_measures import of_amount, own_complement, predicated
from variorum.extract.figures.meaning.list_items import item_before
from variorum.extract.figures.meaning.measure_phrases import MAX_WORDS, cut, outside, phrase, right_end, subject_start, trimmed, verb_end
from variorum.extract.figures.meaning.possessors import holder_of, told_holder
from variorum.extract.figures.meaning.subjects import NOUNS, SUBJECTS, VERBS, subject_of
from variorum.extract.figures.meaning.told_measures import fined, told_measure
from variorum.extract.figures.meaning.whole_measures import whole
from variorum.extract.figures.meaning.word_order import object_before, subject_before, total_before
from variorum.extract.figures.written.quantity import Quantity
from variorum.lang import language_data, word_set
from variorum.records.excerpt import Excerpt
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("figures")
_SIGN_OFFS = frozenset(_DATA["measure"]["sign_offs"])
_HOLDERS: dict[str, Any] = language_data("holders")["nouns"]
_TIMES = frozenset(_HOLDERS["times"]) | {"calendar", "fiscal", "last", "next", "this", "same", "ago", "earlier", "late", "early"}
_WHERE = word_set("in on near during")
_TOTALS = frozenset(_HOLDERS["measures"]) | frozenset(_DATA["measure"]["totals"])
_EMPTY, _POINTERS, _LIGHT, _LEVELS, _LEVEL_VERBS = (
    frozenset(_DATA["measure"][key]) for key in ("empty", "pointers", "light", "levels", "level_verbs")
)
_PLAIN = word_set("other such more further additional new same different various mln bln")  # what says nothing of which they are
_DEALING = word_set("trade open close contract")  # with an object these do something to it: "the pair traded 16 blows"
_CASUALTIES = frozenset(_DATA["measure"]["casualties"])


@dataclass(frozen=True, slots=True)
class Measured:
    """What a quantity measures (`measure`), whose it is, the sentence it stands in and the one before, and the token at its head.

    `pointer` is True where the words only point back ("that sum", "an increase to 3 %").
    """

    measure: Excerpt | None
    whose: Excerpt | None
    clause: Excerpt | None
    lead: Excerpt | None
    head: Token
    pointer: bool = False
    predicate: str | None = None


def head_token(parse: Parse, quantity: Quantity) -> Token | None:
    """The token of the expression that the rest of the sentence governs."""
    tokens = parse.tokens(quantity.start, quantity.end)
    inside = {token.i for token in tokens}
    number = parse.tokens(quantity.core_start, quantity.core_end)
    for group in (number, tokens):
        for token in reversed(group):
            if token.head.i not in inside or token.head.i == token.i:
                return token
    return number[-1] if number else None


def _told_holder(parse: Parse, head: Token, quantity: Quantity, numbers: frozenset[int]) -> Excerpt | None:
    """Whose an amount is by the verb or adjective that tells what it measures, or by the "on" of a fine."""
    told = told_measure(head, quantity, numbers) if quantity.unit and quantity.of != "age" else None
    owner = told.owner if told is not None else None
    if owner is None and quantity.family == "money" and (noun := total_before(parse, quantity, numbers)) is not None:
        owner = fined(noun)
    return told_holder(parse, owner, quantity) if owner is not None else None


def number_tokens(parse: Parse, quantities: list[Quantity]) -> frozenset[int]:
    """The places of all tokens that are numbers or units of some quantity: none of them is what another one measures."""
    return frozenset(token.i for quantity in quantities for token in parse.tokens(quantity.core_start, quantity.core_end))


def measured(parse: Parse, quantity: Quantity, numbers: frozenset[int]) -> Measured | None:
    """Find what a quantity measures. None where the text has no token there. `numbers` are the places of `number_tokens`."""
    head = head_token(parse, quantity)
    if head is None:
        return None
    counted = not quantity.unit and quantity.of is not None
    if quantity.of == "age":
        head = _aged(head)
    noun = counted_token(parse, quantity) if counted else None
    if noun is None and not quantity.unit and quantity.kind in {"cardinal", "vague"} and head.dep_ in SUBJECTS | {"dobj", "obj"}:
        noun = head  # "arrested 14 of them", "the 21 who were freed": the number stands for what it counts
    bracketed = _before_bracket(parse, quantity, numbers)
    item = item_before(parse, quantity, numbers) if quantity.of != "age" and not counted else None
    if bracketed is not None:
        found: tuple[Excerpt | None, bool] = (phrase(parse, bracketed, quantity), False)
    elif item is not None:
        found = (cut(parse, item.i, item.i, quantity, left=item), False)
    elif (hurt := _casualties(parse, quantity)) is not None:
        found = (cut(parse, hurt.i, hurt.i, quantity), False)
    elif not counted and (named := _by_order(parse, head, quantity, numbers)) is not None:
        found = (phrase(parse, named, quantity), False)
    elif noun is not None and quantity.of != "point":
        found = of_count(parse, noun, quantity)
        total = total_before(parse, quantity, numbers) if _only_counted(found[0], quantity) else None
        if total is not None and total.lemma_.lower() in _TOTALS:
            found = (phrase(parse, total, quantity), False)
    elif quantity.unit == "rank" and quantity.of and (ranked := counted_token(parse, quantity)) is not None:
        found = (phrase(parse, ranked, quantity), False)  # "nine top 30 singles"
    else:
        found = of_amount(parse, noun or head, quantity, numbers)
    found = (None, found[1]) if found[0] is not None and _tells_only_where(parse, found[0]) else found
    measure, pointer = trimmed(parse, found[0], numbers, money=quantity.family == "money"), found[1]
    whose = _told_holder(parse, head, quantity, numbers) or holder_of(parse, measure, head, noun, quantity) if item is None else None
    measure = whole(parse, measure, head, quantity, numbers)
    predicate = predicate_of(noun, quantity) if noun is not None else None
    return Measured(
        measure,
        whose,
        _clause(parse, head),
        _lead(parse, head),
        noun if noun is not None else head,
        pointer,
        predicate,
    )


def _only_counted(measure: Excerpt | None, quantity: Quantity) -> bool:
    """True if a measure has no more than the counted noun."""
    return measure is None or (quantity.start <= measure.start and measure.end <= quantity.end)


def _by_order(parse: Parse, head: Token, quantity: Quantity, numbers: frozenset[int]) -> Token | None:
    """The noun that the words right before an amount say it is of. No age has one, nor has an amount with its own complement or noun."""
    if quantity.of == "age" or own_complement(head, quantity) is not None or _before_noun(head, numbers):
        return None
    total = total_before(parse, quantity, numbers)
    if total is None and quantity.family not in {"time", "rank", "ordinal"} and quantity.of is None:
        return subject_before(parse, quantity, numbers) or (object_before(parse, quantity, numbers) if quantity.unit else None)
    return total


def _before_noun(head: Token, numbers: frozenset[int]) -> bool:
    """True for an amount that stands before its noun: "is a 3 % share"; not for "is 3 % and rates vary"."""
    noun = head.head
    if head.dep_ not in {"compound", "nmod", "amod", "nummod", "npadvmod"} or noun.i < head.i or noun.pos_ != "NOUN" or noun.i in numbers:
        return False
    return noun.lemma_.lower() not in _TIMES and not any(token.pos_ in {"CCONJ", "SPACE"} for token in head.doc[head.i + 1 : noun.i])


def _tells_only_where(parse: Parse, measure: Excerpt) -> bool:
    """True for words that tell only where, when or who sent it: a place after "in", "calendar 1987", the sign-off of a wire."""
    tokens = [token for token in parse.tokens(measure.start, measure.end) if token.pos_ not in {"PUNCT", "SPACE", "NUM"}]
    if all(token.lemma_.lower() in _TIMES or token.lower_ in _SIGN_OFFS for token in tokens):
        return True
    top = tokens[-1]
    return all(token.pos_ == "PROPN" for token in tokens) and top.dep_ == "pobj" and top.head.lower_ in _WHERE


def _aged(head: Token) -> Token:
    """Of an age, the token whose governor is the one who has it: past "-old" and the hyphens."""
    while head.head.i != head.i and (head.lower_ in {"year", "years", "month", "months", "-"} or head.head.lower_ == "old"):
        head = head.head
    return head


def _casualties(parse: Parse, quantity: Quantity) -> Token | None:
    """The word that says what became of the people whom a bare number counts: "14 dead"."""
    last = parse.token_at(quantity.end - 1)
    if quantity.unit or quantity.of is not None or last is None or last.i + 1 >= len(last.doc):
        return None
    return last.nbor() if last.nbor().lower_ in _CASUALTIES and not last.nbor().is_sent_start else None


# --- counts: "21 girls were freed" --------------------------------------------------------------------------------------------------


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
        start = subject_start(top.head.head, quantity)
        if noun.i - start <= MAX_WORDS - 4:
            return cut(parse, start, right, quantity), False
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


def _before_bracket(parse: Parse, quantity: Quantity, numbers: frozenset[int]) -> Token | None:
    """The noun that a number in brackets belongs to: "Anna Holm (4.5 points)"."""
    if quantity.start < 2 or parse.folded[quantity.start - 1] != "(":
        return None
    token = parse.token_at(quantity.start - 2) or parse.token_at(quantity.start - 3)
    return token if token is not None and token.pos_ in NOUNS and token.i not in numbers else None


def _clause(parse: Parse, head: Token) -> Excerpt | None:
    """The words of the clause around a figure: its sentence, at most twenty words to either side."""
    opening, closing = parse.sentence(head.i)
    first, last = max(opening, head.i - 20), min(closing - 1, head.i + 20)
    start, end = parse.starts[first], parse.starts[last] + len(parse.doc[last])
    return Excerpt.cut(parse.text, start, end) if parse.text[start:end].strip() else None


def _lead(parse: Parse, head: Token) -> Excerpt | None:
    """The sentence before, where it stands in the same block: what the sentence of the figure goes on about."""
    before = parse.sentence(head.i)[0] - 1
    if before < 0:
        return None
    start, end = parse.starts[parse.sentence(before)[0]], parse.starts[before] + len(parse.doc[before])
    block_start = next((block.start for block in parse.blocks if block.start <= head.idx < block.end), 0)
    return Excerpt.cut(parse.text, start, end) if start >= block_start and parse.text[start:end].strip() else None
