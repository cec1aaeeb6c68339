"""Holders: whose a quantity is, in the text's own words, where a construction says so and nowhere else.

Possessives ("Ostrey's budget", "its" of the one it can mean), subjects of having, paying and earning with the figure in their object, the
"of" of a measure ("the population of Kestria"), a name before one ("Ostrey shares"), and whose age it is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from spacy.tokens import Token

from variorum.extract.figures.meaning.age_owners import IN_NOUN, aged
from variorum.extract.figures.meaning.subjects import (
    MAX_CLIMB,
    NOUNS,
    SUBJECTS,
    VERBS,
    agent_of,
    agrees,
    doer_of,
    is_name,
    meant_by,
    receiver_of,
)
from variorum.extract.figures.meaning.told_measures import is_asset
from variorum.extract.figures.written.quantity import Quantity
from variorum.lang import language_data, word_set
from variorum.records.excerpt import Excerpt
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("holders")
_HAVE, _ANY, _PAID, _MONEY, _GIVEN, _COUNTED, _BUYING, _AMOUNTING, _MANDATING = (
    frozenset(_DATA["verbs"][key]) for key in ("have", "any", "paid", "money", "given", "counted", "buying", "amounting", "mandating")
)
_MEASURES, _NOT_NAMED, _NO_HOLDER, _TIMES = (frozenset(_DATA["nouns"][key]) for key in ("measures", "not_named", "no_holder", "times"))
_SPEECH = frozenset(language_data("figures")["speech"]["verbs"])
_EMPTY = frozenset(language_data("figures")["measure"]["empty"])
_VAGUE = frozenset(language_data("numbers")["vague"])
_OBJECTS = frozenset({"dobj", "obj", "oprd", "npadvmod"})
_BODIES = frozenset(_DATA["nouns"]["bodies"])
_PROCEEDS = word_set("sale revenue turnover")
_LINKS = frozenset(_DATA["nouns"]["links"])
_FORMS = word_set("ltd inc corp co plc llc sa ag nv bv gmbh spa")  # what a firm's name ends with, and no name by itself
_PARTS = word_set("share stake")  # what they are of does not have them
_NEAR = 4  # tokens from one of two joined holders to the other
_NO_FIRST = frozenset({"DET", "PUNCT", "PRON", "CCONJ", "PART", "NUM"})
_NAME_LINKS = word_set("of the for &")
_FORESIGHTS = word_set("expectation forecast prediction estimate hope fear projection")  # these are theirs who have them, what they are of is not


def holder_of(parse: Parse, measure: Excerpt | None, head: Token, noun: Token | None, quantity: Quantity) -> Excerpt | None:
    """Whose a quantity is; None where no construction says it. `noun` is the counted noun, `head` the token that the sentence governs."""
    holder = (
        aged(head)
        if quantity.of == "age"
        else _times_own(head, quantity)
        or _of_noun(parse, measure, head, noun, quantity)
        or _of_verb(noun or head, quantity)
        or _of_base(head, quantity)
    )
    if holder is None or quantity.start <= holder.idx < quantity.number.end or not _can_hold(holder):
        return None
    if _is_list(holder):
        return None
    if holder.pos_ == "NOUN" and quantity.of != "age" and _top(parse, measure) == holder and not _doing(parse, measure, holder):
        return None  # a thing that is measured itself
    if _stands_for_a_name(holder) or (holder.lower_.rstrip(".") in _FORMS and _first(holder) == holder.i):
        return None
    return _words(parse, holder, quantity.number.start)


def told_holder(parse: Parse, owner: Token, quantity: Quantity) -> Excerpt | None:
    """The words for whose a measure is that a verb or adjective tells ("the tower is 90 metres tall"): a name, or the one thing that is meant."""
    if not _can_hold(owner) or _is_list(owner) or not (owner.pos_ == "PROPN" or is_definite(owner) or is_asset(owner)):
        return None
    return _words(parse, owner, quantity.number.start)


def _can_hold(holder: Token) -> bool:
    """True for a noun that something can belong to: no time, no amount, no vague count."""
    if holder.pos_ not in NOUNS or holder.lemma_.lower() in _TIMES | _EMPTY or holder.lower_ in _VAGUE:
        return False
    return any(char.isalpha() for char in holder.text) and not any(unicodedata.category(char) == "Sc" for char in holder.text)


def _doing(parse: Parse, measure: Excerpt | None, holder: Token) -> bool:
    """True for "firm employing 400 people": a measure that tells what the holder does."""
    return any(token.dep_ == "acl" and token.head.i == holder.i for token in (parse.tokens(measure.start, measure.end) if measure else []))


def _stands_for_a_name(holder: Token) -> bool:
    """True for "the company" where its sentence has names before that it may stand for, and for "<Norbank> banking group"."""
    before = holder.doc[_first(holder) - 1] if _first(holder) > holder.sent.start else None
    if holder.pos_ == "NOUN" and before is not None and before.text == ">":
        return True
    if holder.pos_ != "NOUN" or holder.dep_ == "poss" or holder.lemma_.lower() not in _BODIES or not is_definite(holder) or _first(holder) < holder.i:
        return False
    return any(token.i < holder.i and token.pos_ == "PROPN" and token.dep_ in SUBJECTS | {"poss"} and not _only_tells(token) for token in holder.sent)


def _only_tells(name: Token) -> bool:
    """True for a time, and for who only says something of the company."""
    return name.lemma_.lower() in _TIMES or (name.dep_ in SUBJECTS and name.head.lemma_.lower() in _SPEECH)


# --- possessives, "of", names before a measure --------------------------------------------------------------------------------------


def _of_noun(parse: Parse, measure: Excerpt | None, head: Token, noun: Token | None, quantity: Quantity) -> Token | None:
    """The holder that the measured noun itself names."""
    for measured in _measured_nouns(parse, measure, head, noun, quantity):
        holder = _possessor(measured) or (_after_of(measured) if quantity.unit != "x" else None) or _name_before(measured, quantity)
        if holder is not None:
            return holder
    return None


def _times_own(head: Token, quantity: Quantity) -> Token | None:
    """Whose a time is by its own possessive: "the baby's first three months"."""
    return next((child for child in head.lefts if child.dep_ == "poss" and child.pos_ in NOUNS), None) if quantity.family == "time" else None


def _of_base(head: Token, quantity: Quantity) -> Token | None:
    """Whose the whole is that a share is of: "89 % of Ostrey's stock"."""
    bases = [inner for child in head.rights if child.lower_ == "of" for inner in child.rights if inner.dep_ == "pobj"] if quantity.unit == "%" else []
    return next((owner for base in bases if (owner := _possessor(base)) is not None), None)


def _measured_nouns(parse: Parse, measure: Excerpt | None, head: Token, noun: Token | None, quantity: Quantity) -> Iterator[Token]:
    """The nouns that say what is measured: the counted noun, or those that the amount belongs to and the head of the measure."""
    if noun is not None:
        yield noun
        return
    node = head
    for _ in range(MAX_CLIMB):
        governor = node.head
        if node.dep_ in IN_NOUN and governor.pos_ in NOUNS:
            if quantity.family == "measure" and _of_thing(governor, quantity):
                return  # the "women's 60m race" is theirs, the metres are the race's
            yield governor
        elif not (node.dep_ == "pobj" and governor.lower_ in {"of", "at"}) and not (node.dep_ == "prep" and governor.pos_ in NOUNS):
            break
        elif node.dep_ == "prep":
            yield governor
        node = governor
    if measure is None or quantity.family == "time":
        return
    top = _top(parse, measure)
    if top is not None and top.pos_ in NOUNS and (quantity.unit or top.dep_ in SUBJECTS):
        yield top


def _top(parse: Parse, measure: Excerpt | None) -> Token | None:
    """The head of the words that say what is measured."""
    inside = parse.tokens(measure.start, measure.end) if measure else []
    places = {token.i for token in inside}
    return next((token for token in inside if token.head.i not in places or token.head.i == token.i), None)


def _possessor(noun: Token) -> Token | None:
    """The possessive before a noun; a pronoun only where the sentence has one subject that it can mean."""
    if noun.pos_ == "PROPN" or noun.lemma_.lower() in _FORESIGHTS:
        return None  # "Tokyo's Nikkei", "Ostrey's Mary Lane"
    for child in noun.lefts:
        if child.dep_ == "poss":
            return child if child.pos_ in NOUNS else meant_by(child)
    return None


def _after_of(noun: Token) -> Token | None:
    """What the "of" of a measure names: "the population of Kestria", "the price of the metal"."""
    if noun.lemma_.lower() not in _MEASURES or (noun.lemma_.lower() in _PARTS and noun.tag_ == "NN"):
        return None
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            inner = next((one for one in child.rights if one.dep_ == "pobj"), None)
            if inner is not None and (inner.pos_ == "PROPN" or (inner.pos_ == "NOUN" and (is_definite(inner) or is_asset(inner)))):
                return inner
    return None


def is_definite(noun: Token) -> bool:
    """True for a noun with "the", "this" or "that"."""
    return any(child.dep_ == "det" and child.lower_ in {"the", "this", "that"} for child in noun.lefts)


def _name_before(noun: Token, quantity: Quantity) -> Token | None:
    """The name before a measure: "Ostrey shares", not "January sales"; not the name of the measure itself, nor one inside the figure."""
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or lemma not in _MEASURES or lemma in _NOT_NAMED:
        return None
    names = [
        child
        for child in noun.lefts
        if child.dep_ in {"compound", "nmod"} and child.pos_ == "PROPN" and not quantity.start <= child.idx < quantity.end
    ]
    return names[-1] if len(names) == 1 and names[0].lemma_.lower() not in _TIMES else None


# --- subjects of having, paying, earning --------------------------------------------------------------------------------------------


def _of_verb(node: Token, quantity: Quantity) -> Token | None:
    """The subject of a verb of having with the figure in its object; in the passive the receiver, or who does it after "by"."""
    for _ in range(MAX_CLIMB):
        governor = node.head
        if governor.i == node.i:
            return None
        if governor.pos_ in VERBS and governor.dep_ == "acl" and governor.lemma_.lower() in _AMOUNTING:
            node = governor.head  # "which had losses running into millions"
            continue
        if governor.pos_ in VERBS:
            return _around(governor, node, quantity)
        if node.dep_ == "pobj" and governor.dep_ == "prep" and governor.head.pos_ in VERBS:
            return _of_price(governor.head, governor, node, quantity) or _amounting(governor.head)
        if node.dep_ == "pobj" and governor.lower_ == "with" and governor.head.pos_ == "PROPN" and _right_after(governor):
            return governor.head  # "Kestria, with 40 islands"
        if not _within(node, governor, quantity):
            return None
        node = governor
    return None


def _of_price(verb: Token, preposition: Token, node: Token, quantity: Quantity) -> Token | None:
    """Who buys or is bought "for $5 million", and who earns so much "on sales of" more."""
    if quantity.family != "money":
        return None
    if preposition.lower_ == "on" and node.lemma_.lower() in _PROCEEDS and _has(verb.lemma_.lower(), quantity):
        return doer_of(verb)
    if preposition.lower_ != "for" or verb.lemma_.lower() not in _BUYING or quantity.per:
        return None
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    holder = (receiver_of(verb) or _by_pronoun(verb) or doer_of(verb)) if passive else doer_of(verb) or _by_pronoun(verb)
    return holder if holder is not None and is_name(holder) else None


def _amounting(verb: Token) -> Token | None:
    """Whose "losses running into millions" are: the subject of having them."""
    if verb.dep_ != "acl" or verb.lemma_.lower() not in _AMOUNTING or verb.head.dep_ not in _OBJECTS:
        return None
    having = verb.head.head
    return doer_of(having) if having.pos_ in VERBS and having.lemma_.lower() in _HAVE | _MONEY else None


def _right_after(preposition: Token) -> bool:
    """True if a preposition follows the name that it belongs to, a comma at most between."""
    between = preposition.i - preposition.head.i - 1
    return between == 0 or (between == 1 and preposition.nbor(-1).text == ",")


def _within(node: Token, governor: Token, quantity: Quantity) -> bool:
    """True if a step up the tree stays in the object that the figure is part of: "a net income of", "offices and 300 staff"."""
    if node.dep_ in IN_NOUN:
        return governor.pos_ in NOUNS | {"NUM", "SYM"} and not _of_thing(governor, quantity)
    if node.dep_ in {"conj", "appos"}:
        return governor.pos_ in NOUNS | {"NUM", "SYM"}
    if node.dep_ == "pobj":
        return governor.lower_ == "of" and (governor.head.pos_ in NOUNS or _is_number_of(governor.head, quantity))
    return node.dep_ == "prep" and (governor.pos_ in NOUNS or _is_number_of(governor, quantity))


def _is_number_of(token: Token, quantity: Quantity) -> bool:
    """True for the 41 of "holds 41 of the 120 seats": the 120 are not the holder's."""
    return token.pos_ == "NUM" and quantity.number.start <= token.idx < quantity.number.end


def _of_thing(governor: Token, quantity: Quantity) -> bool:
    """True for a size or a time as the modifier of a thing: a "400-acre farm" that somebody buys; the acres are the farm's."""
    return quantity.family in {"measure", "time"} and governor.idx >= quantity.core_end


def _around(verb: Token, node: Token, quantity: Quantity) -> Token | None:
    """The holder that a verb names, of which the figure is the object or, in the passive, the subject."""
    lemma = verb.lemma_.lower()
    passive = any(child.dep_ == "auxpass" for child in verb.lefts) or (verb.dep_ == "acl" and verb.tag_ == "VBN")
    if node.dep_ == "nsubjpass":
        return agent_of(verb) if _has(lemma, quantity) else None
    if node.dep_ not in _OBJECTS or node.i < verb.i:
        return None
    if passive:
        return receiver_of(verb) if lemma in _GIVEN else None
    if verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_.lower() in _MANDATING and any(child.tag_ == "TO" for child in verb.lefts):
        return doer_of(verb.head)
    if not _has(lemma, quantity) or (lemma == "win" and any(child.dep_ == "dative" for child in verb.rights)):
        return None  # what a vote "wins it" is not the vote's
    holder = doer_of(verb) or _by_pronoun(verb)
    if holder is None or _counted_with_name(holder) or (lemma not in _HAVE and holder.lemma_.lower() in _NO_HOLDER):
        return None
    return holder


def _by_pronoun(verb: Token) -> Token | None:
    """The name that "it", "he" or "they" before a verb stands for: that of the only subject before it in the sentence."""
    while verb.dep_ in {"xcomp", "conj"} and verb.head.pos_ in VERBS and not any(child.dep_ in SUBJECTS for child in verb.lefts):
        verb = verb.head  # "it has to pay"
    pronoun = next((child for child in verb.lefts if child.dep_ == "nsubj" and child.lower_ in {"it", "he", "she", "they"}), None)
    if pronoun is None:
        return None
    before = [token for token in pronoun.sent if token.i < pronoun.i and (token.dep_ in SUBJECTS or token.pos_ == "PROPN")]
    subjects = [token for token in before if token.dep_ in SUBJECTS and token.pos_ in NOUNS and agrees(token, pronoun)]
    others = [token for token in before if token.pos_ == "PROPN" and token.dep_ not in {"compound", "nmod", "appos"} and token not in subjects]
    one = subjects[0] if len(subjects) == 1 and is_name(subjects[0]) else None
    rivals = [token for token in others if token.lemma_.lower() not in _TIMES and token.ent_type_ not in {"GPE", "LOC", "DATE"}]
    return one if one is not None and not rivals else None


def _counted_with_name(noun: Token) -> bool:
    """True where the parser takes the end of one clause and the subject of the next for one subject: "won 25 delegates and Lund has won 13"."""
    children = list(noun.children)
    return any(child.dep_ == "nummod" for child in children) and any(child.dep_ == "conj" and child.pos_ == "PROPN" for child in children)


def _has(lemma: str, quantity: Quantity) -> bool:
    """True for a verb whose object is its subject's own: some hold of anything, some of money and shares only."""
    if quantity.family == "time" and lemma not in {"spend", "lose", "have"}:
        return False
    if quantity.of == "point" and lemma == "lose":
        return False  # what an index loses is its move
    if lemma in _COUNTED and not quantity.unit:
        return True
    return lemma in _HAVE | _ANY or (quantity.family in {"money", "share"} and lemma in _MONEY) or (quantity.family == "money" and lemma in _PAID)


# --- the holder's words -------------------------------------------------------------------------------------------------------------


def _words(parse: Parse, noun: Token, number: int) -> Excerpt | None:
    """A holder's name or noun with its modifiers, without article: "Bank of Kestria", "Mary Lane", "northern farmers"."""
    first, last = _first(noun), max(_last(noun), _joined_last(noun))
    if noun.idx < number <= parse.doc[last].idx:
        last = noun.i  # "a couple and their three sons"
    start, end = parse.doc[first].idx, parse.doc[last].idx + len(parse.doc[last])
    return Excerpt.cut(parse.text, start, end) if parse.text[start:end].strip() else None


def _first(noun: Token) -> int:
    """The place of the first word of a holder: common nouns before a person's name are left out, words with a hyphen stay whole."""
    first = noun.i
    for child in reversed([child for child in noun.lefts if child.dep_ in {"compound", "amod", "nmod", "punct", "poss"}]):
        if child.right_edge.i + 1 < first or (noun.pos_ == "PROPN" and child.pos_ not in {"PROPN", "PUNCT"} and child.text.islower()):
            break
        if child.dep_ != "punct" or child.text == "-":
            first = child.left_edge.i
    first = _linked(noun, first)
    while first < noun.i and (noun.doc[first].pos_ in _NO_FIRST or noun.doc[first].lower_ == "old" or noun.doc[first].lemma_.lower() in _TIMES):
        first += 1
    return first


def _linked(noun: Token, first: int) -> int:
    """The place where a name begins that a small word of another language holds together: "Banca di Ostrey"."""
    doc, opening = noun.doc, noun.sent.start
    while noun.pos_ == "PROPN" and first - 2 >= opening and doc[first - 1].lower_ in _LINKS and doc[first - 2].text[:1].isupper():
        first -= 2
        while first - 1 >= opening and doc[first - 1].pos_ == "PROPN":
            first -= 1
    return first


def _is_list(noun: Token) -> bool:
    """True for the first of three or more that hold something together: to name one of them would be wrong."""
    joined = [child for child in noun.rights if child.dep_ == "conj"]
    return len(joined) > 1 or any(child.dep_ == "conj" for one in joined for child in one.rights)


def _joined_last(noun: Token) -> int:
    """The place of the last word of the one holder that "and" joins to another: "Ostrey and Lund"."""
    joined = [child for child in noun.rights if child.dep_ == "conj" and child.pos_ == noun.pos_]
    links = [child for child in noun.rights if child.dep_ == "cc"]
    if len(joined) == len(links) == 1 and links[0].lower_ == "and" and joined[0].i - noun.i <= _NEAR and not joined[0].n_rights:
        return joined[0].i
    return noun.i


def _last(noun: Token) -> int:
    """The place of the last word: a name goes on through "of" and "the" to the names after it."""
    last, doc = noun.i, noun.doc
    if noun.pos_ != "PROPN":
        return last
    at = last + 1
    while at < len(doc) and (doc[at].lower_ in _NAME_LINKS or doc[at].pos_ == "PROPN") and not doc[at].is_sent_start:
        if doc[at].pos_ == "PROPN":
            last = at
        elif at - last > 2:
            break
        at += 1
    return last
