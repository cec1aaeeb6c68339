"""What a quantity measures, and whose it is: the noun phrase or clause that governs it, in the text's own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from spacy.tokens import Token

from variorum.extract.figures.meaning.list_items import item_after, item_before
from variorum.extract.figures.meaning.measure_phrases import MAX_WORDS, cut, left_start, outside, phrase, right_end, trimmed
from variorum.extract.figures.meaning.possessors import holder_of
from variorum.extract.figures.meaning.subjects import MAX_CLIMB, NOUNS, SUBJECTS, VERBS, antecedent_of, subject_of
from variorum.extract.figures.written.quantity import Quantity
from variorum.lang import language_data
from variorum.records.marks import Excerpt
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("figures")
_COPULAR, _EMPTY, _POINTERS = (frozenset(_DATA["measure"][key]) for key in ("copular", "empty", "pointers"))
_TIMES = frozenset(language_data("holders")["nouns"]["times"])
_LASTING = frozenset(_DATA["measure"]["lasting"])
_EARNING = frozenset(_DATA["measure"]["earning"])
_CASUALTIES = frozenset(_DATA["measure"]["casualties"])
_LIGHT = frozenset(_DATA["measure"]["light"])
_LEVELS, _LEVEL_VERBS = (frozenset(_DATA["measure"][key]) for key in ("levels", "level_verbs"))
MAX_SUBJECT = 8  # tokens from the start of a subject to its verb, for a measure that holds both
_IN_NOUN = {"compound", "nmod", "amod", "nummod", "appos", "poss", "quantmod", "npadvmod"}
_FRACTIONS = frozenset(language_data("numbers")["denominators"])
_VERB_COMPLEMENTS = {"prep", "dobj", "obj", "attr", "acomp", "prt", "xcomp", "oprd", "agent", "dative", "advmod", "advcl", "npadvmod"}


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
    noun = _counted_token(parse, quantity) if counted else None
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
    elif noun is not None and quantity.of != "point":
        found = _of_count(parse, noun, quantity)
    else:
        found = _of_amount(parse, noun or head, quantity, numbers)
    measure, pointer = trimmed(parse, found[0], numbers, money=quantity.family == "money"), found[1]
    whose = holder_of(parse, measure, head, noun, quantity) if item is None else None
    predicate = _predicate(noun, quantity) if noun is not None else None
    return Measured(
        measure,
        whose,
        _clause(parse, head),
        _lead(parse, head),
        noun if noun is not None else head,
        pointer,
        predicate,
    )


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


def _counted_token(parse: Parse, quantity: Quantity) -> Token | None:
    """The counted noun inside the expression."""
    tokens = [token for token in parse.tokens(quantity.core_end - 1, quantity.end) if token.pos_ in NOUNS]
    return tokens[-1] if tokens else None


def _of_count(parse: Parse, noun: Token, quantity: Quantity) -> tuple[Excerpt | None, bool]:
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
        return cut(parse, noun.i, max(right, _verb_end(verb)), quantity, left=noun), False
    if (moved := _moved_subject(top)) is not None and outside(moved, quantity):
        return phrase(parse, moved, quantity), False
    if top.dep_ in {"dobj", "obj", "attr", "oprd"} and verb.pos_ in VERBS and verb.i < noun.i and number is not None and noun.i - verb.i <= MAX_WORDS:
        return cut(parse, _subject_start(verb, quantity), max(right, _verb_end(verb)), quantity), False
    if top.dep_ == "pobj" and top.head.head.pos_ in NOUNS | VERBS and top.head.head.i < noun.i and noun.i - top.head.head.i <= MAX_WORDS - 4:
        return cut(parse, top.head.head.i, right, quantity), False
    return cut(parse, noun.i, right, quantity, left=noun), False


def _moved_subject(noun: Token) -> Token | None:
    """What a count is the level or move of: "employment grew by 300 jobs", "the index closed at 40 points", "the population is 8 million people"."""
    if noun.dep_ == "npadvmod" and noun.head.pos_ in {"ADJ", "ADV"}:
        subject = _predicated(noun.head)
        return subject if subject is not None and subject.pos_ in NOUNS else None
    preposition = noun.head if noun.dep_ == "pobj" and noun.head.lower_ in _LEVELS else None
    verb = preposition.head if preposition is not None else noun.head
    if verb.lemma_.lower() not in _LEVEL_VERBS or verb.i > noun.i:
        return None
    if preposition is None and noun.dep_ not in {"attr", "npadvmod", "dobj", "obj"}:
        return None
    subject = subject_of(verb)
    return subject if subject is not None and subject.pos_ in NOUNS and subject.lemma_.lower() not in _POINTERS | _EMPTY else None


def _subject_start(verb: Token, quantity: Quantity) -> int:
    """Where a verb phrase starts with its subject, a short noun phrase of its own; the verb's own place where there is none."""
    subject = subject_of(verb)
    if subject is not None and subject.tag_ in {"WDT", "WP"}:
        subject = antecedent_of(verb, subject)
    if subject is None or subject.pos_ not in NOUNS or subject.i > verb.i or not outside(subject, quantity):
        return verb.i
    starts = (start for start in (left_start(subject), subject.i) if verb.i - start <= MAX_SUBJECT)
    return next(starts, verb.i)


def _hyphened(noun: Token) -> bool:
    """True for the noun of a compound modifier: "20-man", "two-car"."""
    return noun.i > 0 and noun.doc[noun.i - 1].text == "-"


def _predicate(noun: Token, quantity: Quantity) -> str | None:
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


def _verb_end(verb: Token) -> int:
    """The last token of a verb with its first complements."""
    end = verb.i
    for child in verb.rights:
        if child.dep_ in _VERB_COMPLEMENTS and child.right_edge.i - verb.i <= 10:
            end = max(end, child.right_edge.i)
        else:
            break
    return end


# --- amounts: money, shares, measures -----------------------------------------------------------------------------------------------


def _of_amount(parse: Parse, head: Token, quantity: Quantity, numbers: frozenset[int]) -> tuple[Excerpt | None, bool]:
    if quantity.unit == "%" and quantity.of and head.dep_ in SUBJECTS and head.head.pos_ in VERBS and head.head.i > head.i:
        return cut(parse, head.i + 1, _verb_end(head.head), quantity), False
    moved = _moved_object(head, quantity)
    if moved is not None and moved.i not in numbers:
        return phrase(parse, moved, quantity), False
    own = _own_complement(head, quantity)
    if own is not None and own.lemma_.lower() != (quantity.of or "").lower():
        return phrase(parse, own, quantity), False
    node = head
    for _ in range(MAX_CLIMB):
        governor = node.head
        if governor.i == node.i:
            break
        found = None if governor.i in numbers else _step(parse, node, governor, quantity, numbers)
        if found is not None:
            return found
        node = governor
    return _fallback(parse, head, quantity), True


def _moved_object(head: Token, quantity: Quantity) -> Token | None:
    """What is brought to an amount: "boost its output to 1.2m tons"."""
    verb = head.head.head
    if head.dep_ != "pobj" or head.head.lower_ not in {"to", "by"} or verb.pos_ != "VERB":
        return None
    objects = [child for child in verb.rights if child.dep_ in {"dobj", "obj"} and child.i < head.i and child.pos_ in NOUNS]
    return objects[0] if objects and objects[0].lemma_.lower() not in _EMPTY and outside(objects[0], quantity) else None


def _own_complement(head: Token, quantity: Quantity) -> Token | None:
    """The object of the preposition right after an amount: "$100 billion in energy"."""
    words = {"for"} if quantity.unit == "%" else {"of", "in", "worth"}
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in words and child.idx >= quantity.core_end - 1:
            for inner in child.rights:
                if inner.dep_ == "pobj" and not inner.like_num and inner.lemma_.lower() not in _TIMES and not _is_place(child, inner):
                    return inner
    return None


def _is_place(preposition: Token, noun: Token) -> bool:
    """True for "$499 in Norland"; not for "$2 million in damages"."""
    return preposition.lower_ == "in" and noun.pos_ == "PROPN"


def _before_bracket(parse: Parse, quantity: Quantity, numbers: frozenset[int]) -> Token | None:
    """The noun that a number in brackets belongs to: "Anna Holm (4.5 points)"."""
    if quantity.start < 2 or parse.folded[quantity.start - 1] != "(":
        return None
    token = parse.token_at(quantity.start - 2) or parse.token_at(quantity.start - 3)
    return token if token is not None and token.pos_ in NOUNS and token.i not in numbers else None


def _step(parse: Parse, node: Token, governor: Token, quantity: Quantity, numbers: frozenset[int]) -> tuple[Excerpt | None, bool] | None:
    """One step up from `node`: a measure if `governor` names one, None to go on."""
    if governor.like_num or governor.lower_ in _FRACTIONS or governor.lower_ in {"percent", "%", "old"}:
        return None
    if node.dep_ in _IN_NOUN and governor.pos_ in NOUNS and outside(governor, quantity):
        return _noun(parse, governor, quantity)
    if node.dep_ in {"pobj", "pcomp"} or node.dep_ == "prep" or governor.pos_ == "ADP":
        if governor.pos_ in NOUNS and outside(governor, quantity):
            return _noun(parse, governor, quantity)
        if governor.pos_ in VERBS:
            return _verb(parse, governor, node, quantity, numbers)
        return None
    if governor.pos_ in VERBS:
        return _verb(parse, governor, node, quantity, numbers)
    if governor.pos_ in {"ADJ", "ADV"} and (subject := _predicated(governor)) is not None and outside(subject, quantity):
        return (phrase(parse, subject, quantity), False) if subject.pos_ in NOUNS and subject.lemma_.lower() not in _POINTERS | _EMPTY else None
    if governor.pos_ in NOUNS and outside(governor, quantity) and node.dep_ in {"acl", "relcl", "advcl", "dep", "nsubj"}:
        return _noun(parse, governor, quantity)
    return None


def _predicated(adjective: Token) -> Token | None:
    """What an adjective or adverb after "be" is said of: "the road is 90 miles long", "shares were up 3 %", "worth $200"."""
    own = next((child for child in adjective.lefts if child.dep_ in SUBJECTS), None)
    verb = adjective.head
    if own is not None or adjective.dep_ not in {"acomp", "advmod", "attr", "oprd"} or verb.lemma_ != "be":
        return own
    subject = subject_of(verb)
    return (antecedent_of(verb, subject) or subject) if subject is not None else None


def _noun(parse: Parse, noun: Token, quantity: Quantity) -> tuple[Excerpt | None, bool] | None:
    """A noun that governs the amount; an empty one ("increase", "figure") only with its complement."""
    if noun.lemma_.lower() not in _EMPTY:
        return phrase(parse, noun, quantity), False
    if complement := _complement(noun, quantity):
        return phrase(parse, complement, quantity), False
    if noun.dep_ == "pobj" and noun.head.lower_ in {"to", "at"} and noun.head.head.lemma_.lower() in _COPULAR:
        return None  # "rose to a total of" is said of its subject
    if noun.dep_ in {"dobj", "obj", "pobj", "ROOT", "attr"}:
        return phrase(parse, noun, quantity), not _has_own_subject(noun)
    return None


def _has_own_subject(noun: Token) -> bool:
    """True if the clause of an indefinite noun names its own subject: "their partners pledged a decrease of" points back to nothing."""
    if noun.lemma_.lower() in _POINTERS or any(child.lower_ in {"the", "that", "this", "its", "their"} for child in noun.lefts):
        return False
    subject = subject_of(noun.head) if noun.head.pos_ in VERBS else None
    return subject is not None and subject.pos_ in NOUNS


def _complement(noun: Token, quantity: Quantity) -> Token | None:
    """What an empty noun is of: "increase in contributions", "share of the cost", "South Korea's defence budget increase"."""
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "in", "on", "for"}:
            for inner in child.rights:
                if inner.dep_ == "pobj" and inner.pos_ in NOUNS and outside(inner, quantity) and not inner.like_num:
                    return inner
    compounds = [child for child in noun.lefts if child.dep_ == "compound" and outside(child, quantity) and child.pos_ in NOUNS]
    return noun if compounds else None


def _verb(parse: Parse, verb: Token, node: Token, quantity: Quantity, numbers: frozenset[int]) -> tuple[Excerpt | None, bool] | None:
    """A verb that governs the amount: its object, its subject if it only states a value, else the verb phrase."""
    objects = [
        child
        for child in verb.rights
        if child.dep_ in {"dobj", "obj"} and child.i != node.i and child.i not in numbers and outside(child, quantity) and child.pos_ in NOUNS
    ]
    lasting = quantity.family == "time" and node.lower_ not in {"by", "for", "over"}  # "joined the club seven weeks after"
    if objects and not lasting and node.dep_ in {"prep", "pobj", "npadvmod", "advmod", "dep", "advcl"}:
        noun = _noun(parse, objects[0], quantity)
        if noun:
            return noun
    earned = quantity.family == "money" and node.dep_ in {"dobj", "obj"} and verb.lemma_.lower() in _EARNING
    passing = quantity.family == "time" and quantity.of != "age" and verb.lemma_.lower() not in _LASTING
    if (
        (verb.lemma_.lower() in _COPULAR and not (earned or passing))
        or node.dep_ in SUBJECTS
        or (node.dep_ == "prep" and node.lower_ == "at" and not objects)
    ):
        subject = subject_of(verb)
        if subject is not None and outside(subject, quantity):
            if subject.lemma_.lower() in _POINTERS or subject.pos_ == "PRON":
                antecedent = antecedent_of(verb, subject)
                if antecedent is None and subject.tag_ in {"WDT", "WP"}:
                    return cut(parse, verb.i, verb.i, quantity), False
                return (phrase(parse, antecedent, quantity), False) if antecedent is not None else (phrase(parse, subject, quantity), True)
            complement = _complement(subject, quantity) if subject.lemma_.lower() in _EMPTY else None
            return phrase(parse, complement if complement is not None else subject, quantity), False
        if verb.dep_ in {"acl", "advcl", "relcl", "xcomp", "conj"}:
            return None
    if node.dep_ in SUBJECTS:
        return cut(parse, verb.i, _verb_end(verb), quantity), False
    item = item_after(parse, quantity, numbers)
    if item is not None:
        return phrase(parse, item, quantity), False
    last = max(node.right_edge.i if node.i > verb.i else verb.i, _verb_end(verb))
    return cut(parse, _subject_start(verb, quantity), last, quantity), False


def _fallback(parse: Parse, head: Token, quantity: Quantity) -> Excerpt | None:
    """Where the tree does not help: the words around the figure, up to the next comma or clause end."""
    sentence = head.sent
    first, last = max(sentence.start, head.i - 6), min(sentence.end - 1, head.i + 6)
    return cut(parse, first, last, quantity)


def _clause(parse: Parse, head: Token) -> Excerpt | None:
    """The words of the clause around a figure: its sentence, at most twenty words to either side."""
    sentence = head.sent
    first, last = max(sentence.start, head.i - 20), min(sentence.end - 1, head.i + 20)
    start, end = parse.doc[first].idx, parse.doc[last].idx + len(parse.doc[last])
    return Excerpt.cut(parse.text, start, end) if parse.text[start:end].strip() else None


def _lead(parse: Parse, head: Token) -> Excerpt | None:
    """The sentence before, where it stands in the same block: what the sentence of the figure goes on about."""
    before = head.sent.start - 1
    if before < 0:
        return None
    sentence = parse.doc[before].sent
    start, end = sentence.start_char, sentence.end_char
    block_start = next((block.start for block in parse.blocks if block.start <= head.idx < block.end), 0)
    return Excerpt.cut(parse.text, start, end) if start >= block_start and parse.text[start:end].strip() else None
