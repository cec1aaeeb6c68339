"""What an amount measures (money, shares, lengths, times): the nearest noun or clause above it in the tree that names something."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from variorum.extract.figures.meaning.list_items import item_after
from variorum.extract.figures.meaning.measure_phrases import cut, outside, phrase, subject_start, verb_end
from variorum.extract.figures.meaning.subjects import MAX_CLIMB, NOUNS, SUBJECTS, VERBS, antecedent_of, subject_of
from variorum.extract.figures.written.quantity import Quantity
from variorum.lang import language_data, word_set
from variorum.records.excerpt import Excerpt
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("figures")
_COPULAR, _EMPTY, _POINTERS, _LASTING, _EARNING = (frozenset(_DATA["measure"][key]) for key in ("copular", "empty", "pointers", "lasting", "earning"))
_TIMES = frozenset(language_data("holders")["nouns"]["times"])
_SIGN_OFFS = frozenset(_DATA["measure"]["sign_offs"])
_TAKING = word_set("take need require")  # with a time: "it took two years to finish"
_HOLDING = word_set("hold own control retain")  # "Croft holds 13 %" is of what the sentence has named before
_HEADS = word_set("share level rate value number average proportion percentage")  # with what they are of, these say what is measured
_PAID_IN = frozenset(_DATA["measure"]["paid_in"])
_AHEAD = word_set("lead beat trail defeat outscore outperform outnumber outpace lag pip edge follow exceed miss")
_SPANS = word_set("in within over during for after through throughout")
_AMOUNTS = word_set("total sum amount combination")
_CALENDAR = word_set("calendar fiscal period")  # "in calendar 1987"
_IN_NOUN = {"compound", "nmod", "amod", "nummod", "appos", "poss", "quantmod", "npadvmod"}
_FRACTIONS = frozenset(language_data("numbers")["denominators"])


def of_amount(parse: Parse, head: Token, quantity: Quantity, numbers: frozenset[int]) -> tuple[Excerpt | None, bool]:
    """The words that say what an amount measures, and whether they only point back."""
    if quantity.unit == "%" and quantity.of and head.dep_ in SUBJECTS and head.head.pos_ in VERBS and head.head.i > head.i:
        return cut(parse, head.i + 1, verb_end(head.head), quantity), False
    if head.pos_ == "VERB" and (multiplied := _multiplied(head, numbers)) is not None:
        return phrase(parse, multiplied, quantity), False
    moved = _moved_object(head, quantity)
    if moved is not None and moved.i not in numbers:
        return phrase(parse, moved, quantity), False
    own = own_complement(head, quantity)
    if own is not None and own.lemma_.lower() != (quantity.of or "").lower():
        return phrase(parse, own, quantity), False
    if head.dep_ == "conj" and head.head.i in numbers and head.head.dep_ in SUBJECTS and head.head.head.pos_ in VERBS:
        return cut(parse, head.head.head.i, verb_end(head.head.head), quantity), False  # "3 acres and 4 acres were planted"
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


def _multiplied(verb: Token, numbers: frozenset[int]) -> Token | None:
    """What is doubled, or what doubles: the object of the verb that is the figure itself, else its subject."""
    objects = [child for child in verb.rights if child.dep_ in {"dobj", "obj"} and child.i not in numbers]
    if objects:
        return next((one for one in objects if one.pos_ in NOUNS), None)
    subject = subject_of(verb)
    return subject if subject is not None and subject.pos_ in NOUNS else None


def _moved_object(head: Token, quantity: Quantity) -> Token | None:
    """What is brought to an amount: "boost its output to 1.2m tons"."""
    verb = head.head.head
    if head.dep_ != "pobj" or head.head.lower_ not in {"to", "by"} or verb.pos_ != "VERB":
        return None
    if head.head.lower_ == "by" and verb.lemma_.lower() in _AHEAD:
        return None  # who leads another by 12 points measures a lead
    objects = [child for child in verb.rights if child.dep_ in {"dobj", "obj"} and child.i < head.i and child.pos_ in NOUNS]
    return objects[0] if objects and objects[0].lemma_.lower() not in _EMPTY and outside(objects[0], quantity) else None


def own_complement(head: Token, quantity: Quantity) -> Token | None:
    """The object of the preposition right after an amount, "$100 billion in energy"; never the next amount ("2 mln dlrs and debts of 3 mln dlrs")."""
    words = {"for"} if quantity.unit == "%" else {"of", "in", "worth"}
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in words and child.idx >= quantity.core_end - 1:
            for inner in child.rights:
                idle = inner.like_num or inner.lemma_.lower() in _TIMES | _CALENDAR | _PAID_IN or (quantity.family == "money" and _is_amount(inner))
                if inner.dep_ == "pobj" and not idle and not _is_place(child, inner):
                    return inner
    return None


def _is_amount(noun: Token) -> bool:
    """True for a word with a number right before it."""
    return any(child.like_num and child.dep_ in {"nummod", "compound"} for child in noun.lefts)


def _is_setting(preposition: Token, noun: Token) -> bool:
    """True for the place or time of "an increase in Norland", "a rise in January"."""
    return noun.lemma_.lower() in _TIMES | _CALENDAR or (preposition.lower_ in {"in", "on"} and noun.pos_ == "PROPN")


def _is_place(preposition: Token, noun: Token) -> bool:
    """True for "$499 in Norland"; not for "$2 million in damages"."""
    return preposition.lower_ == "in" and noun.pos_ == "PROPN"


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
    if governor.lower_ == "worth" and governor.dep_ in {"amod", "prep", "acl"} and governor.head.pos_ in NOUNS and governor.head.i < governor.i:
        return phrase(parse, governor.head, quantity), False  # "an agreement worth 30 million"
    if governor.pos_ in {"ADJ", "ADV"} and (subject := predicated(governor)) is not None and outside(subject, quantity):
        return (phrase(parse, subject, quantity), False) if subject.pos_ in NOUNS and subject.lemma_.lower() not in _POINTERS | _EMPTY else None
    if governor.pos_ in NOUNS and outside(governor, quantity) and node.dep_ in {"acl", "relcl", "advcl", "dep", "nsubj"}:
        return _noun(parse, governor, quantity)
    return None


def predicated(adjective: Token) -> Token | None:
    """What an adjective or adverb after "be" is said of: "the road is 90 miles long", "shares were up 3 %", "worth $200"."""
    own = next((child for child in adjective.lefts if child.dep_ in SUBJECTS), None)
    verb = adjective.head
    if own is not None or adjective.dep_ not in {"acomp", "advmod", "attr", "oprd"} or verb.lemma_ != "be":
        return own
    subject = subject_of(verb)
    return (antecedent_of(verb, subject) or subject) if subject is not None else None


def _noun(parse: Parse, noun: Token, quantity: Quantity) -> tuple[Excerpt | None, bool] | None:
    """A noun that governs the amount; an empty one ("increase", "figure") only with its complement."""
    if noun.lemma_.lower() not in _EMPTY or (noun.lemma_ == "share" and noun.tag_ == "NNS"):
        return phrase(parse, noun, quantity), False
    if complement := _complement(noun, quantity):
        return phrase(parse, noun if _heads(noun, complement) else complement, quantity), False
    if noun.lemma_.lower() in _AMOUNTS and any(child.lower_ == "of" and child.idx < quantity.start for child in noun.rights):
        return None  # "invested a total of"
    if noun.dep_ == "pobj" and noun.head.lower_ in {"to", "at", "from"} and noun.head.head.lemma_.lower() in _COPULAR:
        return None  # "rose to a total of" is said of its subject
    if noun.dep_ in {"dobj", "obj", "pobj", "ROOT", "attr"}:
        return phrase(parse, noun, quantity), not _has_own_subject(noun)
    return None


def _heads(noun: Token, complement: Token) -> bool:
    """True for "share of the market", which says more than "market"."""
    return noun.lemma_.lower() in _HEADS and complement.i > noun.i and complement.head.head.i == noun.i


def _has_own_subject(noun: Token) -> bool:
    """True if the clause of an indefinite noun names its own subject: "their partners pledged a decrease of" points back to nothing."""
    if noun.lemma_.lower() in _POINTERS or any(child.lower_ in {"the", "that", "this", "its", "their"} for child in noun.lefts):
        return False
    subject = subject_of(noun.head) if noun.head.pos_ in VERBS else None
    return subject is not None and subject.pos_ in NOUNS


def _complement(noun: Token, quantity: Quantity) -> Token | None:
    """What an empty noun is of: "increase in contributions", "share of the cost", "South Korea's defence budget increase"; no place or time."""
    if any(child.dep_ == "compound" and outside(child, quantity) and child.pos_ == "NOUN" for child in noun.lefts):
        return noun
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "in", "on", "for"}:
            for inner in child.rights:
                if inner.dep_ == "pobj" and inner.pos_ in NOUNS and outside(inner, quantity) and not inner.like_num and not _is_setting(child, inner):
                    return inner
    return noun if any(child.dep_ == "compound" and outside(child, quantity) and child.pos_ == "PROPN" for child in noun.lefts) else None


def _verb(parse: Parse, verb: Token, node: Token, quantity: Quantity, numbers: frozenset[int]) -> tuple[Excerpt | None, bool] | None:
    """A verb that governs the amount: its object, its subject if it only states a value, else the verb phrase."""
    fronted = node.dep_ == "prep" and node.lower_ == "at" and node.i < verb.i  # "At $3, its income topped all estimates"
    objects = [
        child
        for child in verb.rights
        if child.dep_ in {"dobj", "obj"}
        and child.lower_ not in _SIGN_OFFS
        and child.i != node.i
        and child.i not in numbers
        and outside(child, quantity)
        and child.pos_ in NOUNS
    ]
    if quantity.family == "time" and verb.lemma_.lower() in _TAKING and (task := _task(verb)) is not None:
        return cut(parse, task.i, verb_end(task), quantity), False
    lasting = quantity.family == "time" and node.lower_ not in {"by", "for", "over"}  # "joined the club seven weeks after"
    if objects and not lasting and not fronted and node.dep_ in {"prep", "pobj", "npadvmod", "advmod", "dep", "advcl"}:
        noun = _noun(parse, objects[0], quantity)
        if noun:
            return noun
    if (
        quantity.family == "time"
        and quantity.of != "age"
        and node.dep_ == "prep"
        and node.lower_ in _SPANS
        and subject_start(verb, quantity) < verb.i
    ):
        return cut(parse, subject_start(verb, quantity), verb_end(verb), quantity), False  # "could be on sale within two months"
    earned = quantity.family == "money" and node.dep_ in {"dobj", "obj"} and verb.lemma_.lower() in _EARNING
    passing = quantity.family == "time" and quantity.of != "age" and verb.lemma_.lower() not in _LASTING
    if (
        (verb.lemma_.lower() in _COPULAR and not (earned or passing))
        or node.dep_ in SUBJECTS
        or (node.dep_ == "prep" and node.lower_ == "at" and not objects)
        or fronted
    ):
        subject = subject_of(verb)
        if subject is not None and outside(subject, quantity):
            if subject.lemma_.lower() in _POINTERS or subject.pos_ == "PRON":
                antecedent = antecedent_of(verb, subject)
                if antecedent is None and subject.tag_ in {"WDT", "WP"}:
                    return cut(parse, verb.i, verb.i, quantity), False
                return (phrase(parse, antecedent, quantity), False) if antecedent is not None else (phrase(parse, subject, quantity), True)
            complement = _complement(subject, quantity) if subject.lemma_.lower() in _EMPTY else None
            named = complement if complement is not None and not _heads(subject, complement) else subject
            return phrase(parse, named, quantity), False
        if verb.dep_ in {"acl", "advcl", "relcl", "xcomp", "conj"}:
            return None
    if node.dep_ in SUBJECTS:
        return cut(parse, verb.i, verb_end(verb), quantity), False
    item = item_after(parse, quantity, numbers)
    if item is not None:
        return phrase(parse, item, quantity), False
    bare = quantity.unit == "%" and not quantity.of and node.dep_ in {"dobj", "obj"} and verb.lemma_.lower() in _HOLDING
    last = max(node.right_edge.i if node.i > verb.i else verb.i, verb_end(verb))
    return cut(parse, subject_start(verb, quantity), last, quantity), bare


def _task(verb: Token) -> Token | None:
    """What takes a time: "it took two years to finish the bridge"."""
    return next((child for child in verb.rights if child.dep_ in {"xcomp", "advcl", "ccomp"} and child.tag_ == "VB" and _has_object(child)), None)


def _has_object(verb: Token) -> bool:
    return any(child.dep_ in {"dobj", "obj"} for child in verb.rights)


def _fallback(parse: Parse, head: Token, quantity: Quantity) -> Excerpt | None:
    """Where the tree does not help: the words around the figure, up to the next comma or clause end."""
    sentence = head.sent
    first, last = max(sentence.start, head.i - 6), min(sentence.end - 1, head.i + 6)
    return cut(parse, first, last, quantity)
