"""Things: the noun that a figure counts or measures, found by how the sentence is built."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from variorum.extract.figures.frame.narrowing import complements
from variorum.extract.figures.meaning.amount_measures import own_complement, predicated
from variorum.extract.figures.meaning.measures import Measured
from variorum.extract.figures.meaning.subjects import MAX_CLIMB, NOUNS, SUBJECTS, VERBS, antecedent_of, lemma, named, subject_of
from variorum.extract.figures.meaning.word_order import object_before, subject_before, total_before
from variorum.extract.figures.written.quantity import Quantity
from variorum.extract.grammar.event_classes import class_of, noun_lemma
from variorum.lang import language_data, word_set
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("events")
_HOLLOW = frozenset(_DATA["hollow"]["nouns"].split())
_UNTIMED, _STATES = (frozenset(language_data("measured")["lasting"][key].split()) for key in ("hollow", "state"))
_TIMES = frozenset(language_data("holders")["nouns"]["times"])
_BODIES = frozenset(_DATA["bodies"]["nouns"].split())
_STATING = frozenset({"rise", "fall", "stand at", "cost", "price"})  # classes of verbs that say how high their subject is
MAX_COMPOUND = 5  # tokens from a noun to the last one of its compound
_DIRECTIONS = word_set("north south east west northeast northwest southeast southwest")  # "200 feet southwest of the pier"
_NUMERALS = frozenset(language_data("numbers")["vague"]) | word_set("ten dozen score hundred thousand million billion time") | _DIRECTIONS
_MOVING, _PRICING = frozenset({"to", "by", "from"}), frozenset({"at", "for"})
_IN_NOUN = {"compound", "nmod", "amod", "nummod", "quantmod", "npadvmod"}
_WITHIN = frozenset({"in", "within", "after", "over", "during", "since", "past", "last", "next", "before", "the", "these", "every", "each"})
_THEN = frozenset({"ago", "later", "earlier", "before", "after", "since", "into", "prior", "from"})
_BESIDE = frozenset({"of", "at", "worth", "above", "below", "over", "under"})  # between a noun and its size
AMOUNT_LINKS = frozenset({"by", "to", "from", "around", "near"}) | _BESIDE


# --- counts -------------------------------------------------------------------------------------------------------------------------


def counted(parse: Parse, quantity: Quantity, numbers: frozenset[int]) -> tuple[Token, ...]:
    """The nouns that a bare number counts, two where one number counts both ("women and children"); none where they are left out."""
    if quantity.of is None or quantity.gap:
        return ()
    noun = _counted_noun(parse, quantity, numbers)
    if noun is None or parse.folded[quantity.core_end : quantity.core_end + 1] == "-":
        return ()  # "a 20-man crew" counts no crews
    if " and " in quantity.of and noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        return noun.head, noun
    return _joined(whole_noun(noun, numbers), numbers)


def _counted_noun(parse: Parse, quantity: Quantity, numbers: frozenset[int]) -> Token | None:
    """The last noun of a figure that is the counted one."""
    name = (quantity.of or "").split(" ")[-1].lower()
    nouns = (token for token in reversed(parse.tokens(quantity.core_end - 1, quantity.end)) if token.pos_ in NOUNS and token.i not in numbers)
    return next((noun for noun in nouns if noun_lemma(noun).endswith(name)), None)


def whole_noun(noun: Token, numbers: frozenset[int]) -> Token:
    """The noun that a compound ends with, where only its first part was taken: "two Super Bowl wins"."""
    if noun.dep_ not in {"compound", "nmod"} or noun.head.pos_ not in NOUNS or not 0 < noun.head.i - noun.i <= MAX_COMPOUND:
        return noun
    between = noun.doc[noun.i + 1 : noun.head.i + 1]
    apart = any(token.i in numbers or (token.pos_ not in NOUNS | {"ADJ"} and token.text != "-") for token in between)
    return noun if apart else noun.head


def _joined(noun: Token, numbers: frozenset[int]) -> tuple[Token, ...]:
    """A noun with the one that "and" or "or" joins to it under the same number."""
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and _bare_join(noun.head, noun, numbers) and _numbered(noun.head, numbers):
        return noun.head, noun
    for child in noun.rights:
        if child.dep_ == "conj" and child.pos_ == "NOUN" and noun.tag_ == child.tag_ == "NNS" and _bare_join(noun, child, numbers):
            return noun, child
    return (noun,)


def _bare_join(first: Token, second: Token, numbers: frozenset[int]) -> bool:
    """True if only "and" or "or" and adjectives stand between two nouns."""
    between = first.doc[first.i + 1 : second.i]
    return 0 < len(between) <= 3 and all(
        token.i not in numbers and (token.lower_ in {"and", "or"} or token.pos_ in {"ADJ", "NOUN"}) for token in between
    )


def _numbered(noun: Token, numbers: frozenset[int]) -> bool:
    return any(child.i in numbers for child in noun.lefts)


# --- amounts ------------------------------------------------------------------------------------------------------------------------


def amounted(parse: Parse, head: Token, quantity: Quantity, numbers: frozenset[int]) -> Token | None:
    """The noun that an amount is the size, price, share or level of; None where the construction does not say."""
    if quantity.family == "share" and quantity.of and (base := _base(parse, quantity, numbers)) is not None:
        return base
    found = _multiplied(head) if head.i in numbers and head.pos_ == "VERB" else _by_tree(parse, head, quantity, numbers)
    if found is None or found.i in numbers or found.pos_ not in NOUNS or found.lemma_.lower() in _TIMES | _NUMERALS:
        return None
    return _filled(whole_noun(found, numbers), numbers)


def _multiplied(verb: Token) -> Token | None:
    """What doubles or is doubled, by a verb that is the figure itself."""
    return next((child for child in verb.rights if child.dep_ in {"dobj", "obj"}), None) or subject_of(verb)


def _base(parse: Parse, quantity: Quantity, numbers: frozenset[int]) -> Token | None:
    """Those of whom a share is told by its verb: "30 % of voters back the plan"."""
    tokens = [token for token in parse.tokens(quantity.core_end, quantity.end) if token.pos_ in NOUNS and token.i not in numbers]
    if not tokens or not any(token.lower_ == "of" for token in parse.tokens(quantity.core_end, tokens[-1].idx)):
        return None
    share = tokens[-1].head.head if tokens[-1].dep_ == "pobj" else tokens[-1]
    return tokens[-1] if share.dep_ in SUBJECTS else None


def _filled(noun: Token, numbers: frozenset[int]) -> Token | None:
    """Of a hollow noun ("increase", "amount") what it is of; None where it leaves that open."""
    if noun_lemma(noun) not in _HOLLOW:
        return noun
    own = [child for child in noun.lefts if child.dep_ == "compound" and child.pos_ == "NOUN" and child.i not in numbers]
    return own[-1] if own else next((inner for inner in complements(noun, numbers) if inner.i not in numbers), None)


def _by_tree(parse: Parse, head: Token, quantity: Quantity, numbers: frozenset[int]) -> Token | None:
    if "likely" in {lemma(head.head), lemma(head.head.head)}:
        return None  # "27 % more likely to" measures a likelihood
    if quantity.family != "time" and (own := own_complement(head, quantity)) is not None and own.i not in numbers:
        return own
    if (before := total_before(parse, quantity, numbers)) is not None and noun_lemma(before) not in _BODIES:
        return before
    if quantity.family not in {"time", "rank", "ordinal"} and not _modifies(head, numbers):
        named = subject_before(parse, quantity, numbers) or object_before(parse, quantity, numbers)
        if named is not None:
            return named
    return _governing(head, quantity, numbers)


def _modifies(head: Token, numbers: frozenset[int]) -> bool:
    """True for an amount that stands before its noun: "a $5 fee"."""
    return head.dep_ in _IN_NOUN and head.head.pos_ == "NOUN" and head.head.i > head.i and head.head.i not in numbers


def _governing(head: Token, quantity: Quantity, numbers: frozenset[int]) -> Token | None:
    """What the words above an amount make it the size of."""
    node = head
    for _ in range(MAX_CLIMB):
        governor = node.head
        if governor.i == node.i:
            return None
        if governor.i not in numbers:
            if governor.pos_ in NOUNS:
                return governor if _sizes(node, governor, quantity) else None
            if governor.pos_ in VERBS:
                return _of_verb(governor, node, quantity, numbers)
            if governor.pos_ == "ADJ":
                subject = predicated(governor)
                return subject if subject is not None else (governor.head if governor.dep_ in {"amod", "acl"} else None)
            if node.dep_ == "pobj" and governor.lower_ not in AMOUNT_LINKS and governor.head.pos_ in NOUNS:
                return None  # "talks in the 20 km zone"
        node = governor
    return None


def _sizes(node: Token, governor: Token, quantity: Quantity) -> bool:
    """True where an amount inside a noun phrase is the size of its noun; "a nation of 4.8 million" counts its people."""
    if node.lower_ == "of" and noun_lemma(governor) in _BODIES:
        return False
    if node.dep_ in _IN_NOUN:
        return node.i < governor.i
    return node.dep_ == "prep" and node.lower_ in _BESIDE and governor.i < quantity.number.start


def _of_verb(verb: Token, node: Token, quantity: Quantity, numbers: frozenset[int]) -> Token | None:
    """What an amount under a verb is of: its subject where the verb states or moves a level, the object where that is moved."""
    objects = [one for one in verb.rights if one.dep_ in {"dobj", "obj"} and one.i not in {*numbers, node.i} and one.pos_ in NOUNS]
    if node.dep_ == "prep" and objects and (node.lower_ in _MOVING or (node.lower_ in _PRICING and quantity.family == "money")):
        return objects[0] if quantity.family != "time" else None
    if node.dep_ in SUBJECTS or (node.dep_ == "prep" and node.lower_ not in AMOUNT_LINKS):
        return None
    kind = class_of("suffers", lemma(verb), "level") or class_of("does", lemma(verb), "level")
    if lemma(verb) != "be" and kind not in ({"last"} if quantity.family == "time" else _STATING):
        return purpose(verb, node) if node.dep_ in {"dobj", "obj"} and quantity.family == "money" else None
    subject = subject_of(verb)
    return (antecedent_of(verb, subject) or subject) if subject is not None else None


def purpose(verb: Token, node: Token) -> Token | None:
    """What money is paid or asked for: "invest $5 million in shipyards", "paid $3 for a loaf"."""
    for child in (*verb.rights, *node.rights):
        if child.dep_ == "prep" and child.lower_ in {"in", "for", "on"} and child.i > node.i:
            return next((inner for inner in child.rights if inner.dep_ == "pobj" and inner.pos_ == "NOUN" and inner.lemma_ not in _TIMES), None)
    return None


# --- ages, times --------------------------------------------------------------------------------------------------------------------


def aged(found: Measured) -> Token | None:
    """Who has an age, by name where one stands beside: "Mara Vale, 43,", "a 43-year-old man", "Vale is 43", "children under five"."""
    who = _aged(found)
    return named(who) if who is not None and who.tag_ == "NN" else who


def _aged(found: Measured) -> Token | None:
    head = found.head
    governor = head.head
    if governor.i == head.i:
        return None
    if head.dep_ in _IN_NOUN | {"appos"} and governor.pos_ in NOUNS:
        return governor
    if head.dep_ in {"attr", "acomp"} and governor.lemma_ == "be":
        subject = subject_of(governor)
        return (antecedent_of(governor, subject) or subject) if subject is not None else None
    if head.dep_ == "pobj" and governor.head.pos_ in NOUNS and governor.lower_ in {"under", "over", "aged", "above", "below", "between", "of"}:
        return governor.head
    if governor.lower_ == "aged" and governor.head.pos_ in NOUNS:
        return governor.head
    return None


def lasting(parse: Parse, head: Token, quantity: Quantity, numbers: frozenset[int]) -> Token | None:
    """What lasts for a time: "ten days of talks", "a 10-year sentence", "the talks lasted ten days"."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "in"} and child.idx >= quantity.core_end - 1:
            inner = next((one for one in child.rights if one.dep_ == "pobj" and one.pos_ == "NOUN"), None)
            if inner is not None and (child.lower_ == "of" or inner.lemma_ in {"prison", "jail", "custody", "detention", "captivity", "office"}):
                return None if inner.lemma_.lower() in _TIMES or inner.i in numbers or _is_part(child, inner) else inner
    if (whole := _of_length(parse, head, quantity, numbers)) is not None:
        return whole
    return None if tells_when(parse, quantity) or _hangs_loose(head) else _governing(head, quantity, numbers)


def _is_part(preposition: Token, noun: Token) -> bool:
    """True for the whole in "two years of his term": so long is a part of it."""
    return preposition.lower_ == "of" and any(child.dep_ == "poss" or child.lower_ in {"the", "that", "this"} for child in noun.lefts)


def _of_length(parse: Parse, head: Token, quantity: Quantity, numbers: frozenset[int]) -> Token | None:
    """What has a length in time by its "of", or by the state in which somebody is: "a strike of ten days", "on strike for ten days"."""
    noun = total_before(parse, quantity, numbers)
    if noun is not None:
        return noun if noun_lemma(noun) not in _HOLLOW | _UNTIMED | _BODIES else None
    if head.dep_ != "pobj" or head.head.lower_ != "for" or head.head.head.pos_ not in VERBS:
        return None
    states = (inner for child in head.head.head.rights if child.dep_ == "prep" and child.lower_ == "on" for inner in child.rights)
    return next((inner for inner in states if inner.lower_ in _STATES), None)


def tells_when(parse: Parse, quantity: Quantity) -> bool:
    """True for a time that only tells when: "two days ago", "three hours after the launch", "within a month"."""
    last = parse.token_at(quantity.end - 1)
    first = parse.token_at(quantity.start)
    after = last.nbor() if last is not None and last.i + 1 < len(last.doc) else None
    before = first.nbor(-1) if first is not None and first.i else None
    if last is not None and last.lower_ == "ago":
        return True
    return (after is not None and after.lower_ in _THEN) or (before is not None and before.lower_ in _WITHIN)


def _hangs_loose(time: Token) -> bool:
    return time.dep_ in {"npadvmod", "pobj"} and time.head.pos_ != "NOUN" and not (time.dep_ == "npadvmod" and lemma(time.head) == "last")
