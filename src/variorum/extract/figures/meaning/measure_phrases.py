"""Measure phrases: a noun or verb with what belongs to it, cut from the text without the figure itself and without loose ends."""

from __future__ import annotations

import itertools
from typing import Any

from spacy.tokens import Doc, Token

from variorum.extract.figures.meaning.subjects import NOUNS, VERBS, antecedent_of, subject_of
from variorum.extract.figures.written.quantity import Quantity
from variorum.lang import language_data, word_set
from variorum.records.excerpt import Excerpt
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("figures")
_COMPLEMENTS, _EMPTY_VERBS = (frozenset(_DATA["measure"][key]) for key in ("complements", "empty_verbs"))
_PAYING = frozenset(_DATA["measure"]["paying"])
_HEDGES = frozenset(word for phrase in _DATA["joins"]["hedges"] for word in phrase.split())
_LEFT = {"compound", "amod", "nmod", "poss", "case", "advmod", "punct", "cc", "conj"}
MAX_WORDS = 14  # tokens in a measure; a longer one is a sentence and compares badly
OWN_WORDS = 3  # tokens of a figure as most are written, "$3.7 billion"
MAX_CLOSING = 3  # tokens by which a noun phrase that was cut open is made whole
_INSIDE = frozenset({"compound", "amod", "nmod", "nummod", "det", "poss", "advmod"})
MAX_SUBJECT = 8  # tokens from the start of a subject to its verb, for a measure that holds both
_AGAINST = word_set("against versus")
_OPENERS = word_set("then also now so thus still even just too however meanwhile already up down")
_DANGLING = word_set("last past next previous which who whose worth totaling totalling")  # what nothing can end with once the figure is cut off
LONGEST = 400  # characters of a measure; what has more in so few words is no prose
_VERB_COMPLEMENTS = {"prep", "dobj", "obj", "attr", "acomp", "prt", "xcomp", "oprd", "agent", "dative", "advmod", "advcl", "npadvmod"}
_NO_END = {"PUNCT", "SPACE", "ADP", "CCONJ", "DET"}
_OF_LATER = {"amod", "det", "poss", "case", "nummod", "aux", "auxpass", "mark"}
_NO_START = {"DET", "PUNCT", "SPACE", "CCONJ", "PRON", "PART", "ADP"}


def outside(token: Token, quantity: Quantity) -> bool:
    """True if a token is no part of the number and unit of a figure."""
    return not quantity.core_start <= token.idx < quantity.core_end


def phrase(parse: Parse, noun: Token, quantity: Quantity) -> Excerpt | None:
    """A noun with its modifiers and complements, without article and without the figure where it stands at an edge."""
    return cut(parse, noun.i, right_end(noun, MAX_WORDS - 3), quantity, left=noun)


def left_start(noun: Token) -> int:
    """The place of the first token of a noun's modifiers, determiners left out."""
    first = noun.i
    for child in reversed(list(noun.lefts)):
        if child.dep_ == "nummod" and (owner := next((one for one in noun.lefts if one.dep_ == "poss" and one.pos_ in NOUNS), None)):
            return owner.left_edge.i if first - owner.left_edge.i <= MAX_WORDS // 2 else first  # "Kestria's 40 banks"
        if child.dep_ not in _LEFT or first - child.left_edge.i > 6:
            break
        first = child.left_edge.i
    return first


def _run_end(noun: Token) -> int:
    """The last noun of a run of names, adjectives and nouns: the parser sometimes takes the first for the head ("U.S. natural-gas purchases")."""
    end = noun.i
    for token in noun.doc[noun.i + 1 : noun.i + 7]:
        if token.pos_ == "NOUN" and (end == noun.i or token.i - end <= 3):
            end = token.i
        elif not (token.pos_ in {"ADJ", "PROPN"} or token.tag_ in {"VBN", "HYPH"}) or token.is_sent_start:
            break
    return end if noun.pos_ == "PROPN" or (end == noun.i + 1 and noun.doc[end].dep_ in {"compound", "pobj", "conj", "dobj"}) else noun.i


def right_end(noun: Token, limit: int) -> int:
    """The place of the last token that belongs to a noun: complements and relative clauses of at most `limit` tokens."""
    end = _run_end(noun)
    for child in noun.rights:
        if child.i <= end:
            continue
        if (
            (child.dep_ == "prep" and (child.lower_ in _COMPLEMENTS or child.right_edge.i - noun.i <= 5) and child.right_edge.i - noun.i <= limit)
            or (child.dep_ in {"conj", "cc"} and child.right_edge.i - noun.i <= 5)
            or (child.dep_ in {"acl", "relcl"} and child.right_edge.i - noun.i <= limit - 2)
        ):
            end = child.right_edge.i
        else:
            break
    return end


def subject_start(verb: Token, quantity: Quantity) -> int:
    """Where a verb phrase starts with its subject, a short noun phrase of its own; the verb's own place where there is none."""
    subject = subject_of(verb)
    if subject is None and verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.pos_ in NOUNS:
        subject = verb.head  # "a drill involving 30 ships"
    if subject is not None and subject.tag_ in {"WDT", "WP"}:
        subject = antecedent_of(verb, subject)
    if subject is None or subject.pos_ not in NOUNS or subject.i > verb.i or not outside(subject, quantity):
        return verb.i
    starts = (start for start in (left_start(subject), subject.i) if verb.i - start <= MAX_SUBJECT)
    return next(starts, verb.i)


def verb_end(verb: Token) -> int:
    """The last token of a verb with its first complements."""
    end = verb.i
    for child in verb.rights:
        if child.dep_ in _VERB_COMPLEMENTS and child.right_edge.i - verb.i <= 10:
            end = max(end, child.right_edge.i)
        else:
            break
    return end


def cut(parse: Parse, first: int, last: int, quantity: Quantity, left: Token | None = None) -> Excerpt | None:
    """Words `first` to `last` as an excerpt; a figure at either edge is left out, white space and punctuation trimmed."""
    doc = parse.doc
    if left is not None:
        first = left_start(left)
    places = parse.starts
    own = sum(quantity.start <= place < quantity.core_end for place in places[first : min(last, first + MAX_WORDS) + 1])
    last = min(last, first + MAX_WORDS - OWN_WORDS + own)  # however the figure itself is written
    last = _closed(doc, first, last, quantity)
    while last + 2 < len(doc) and doc[last + 1].text == "/" and doc[last + 2].is_alpha and not (doc[last].whitespace_ or doc[last + 1].whitespace_):
        last += 2  # a name of two parts, "S&P/TSX", stays whole
    own_end = quantity.end if left is not None and left.idx >= quantity.end else quantity.core_end
    while first < last and (doc[first].pos_ in _NO_START or quantity.start <= places[first] < own_end):
        first += 1
    while last > first and (
        doc[last].pos_ in {"PUNCT", "SPACE", "CCONJ", "ADP"} or doc[last].like_url or quantity.start <= places[last] < quantity.core_end
    ):
        last -= 1
    if first == last and doc[first].pos_ in {"PRON", "DET"}:
        return None  # "it" and "this" measure nothing
    start, end = places[first], places[last] + len(doc[last])
    if end - start > LONGEST or not any(map(str.isalpha, parse.text[start:end])):
        return None
    return Excerpt.cut(parse.text, start, end)


def _closed(doc: Doc, first: int, last: int, quantity: Quantity) -> int:
    """Where words end that were cut inside a noun phrase: at its noun if that is near, "the top ten [hoax list]"."""
    if quantity.start <= doc[last].idx < quantity.core_end and not _modifies(doc[last]):
        return last
    for _ in range(MAX_CLOSING):
        token = doc[last]
        if last <= first or not (token.dep_ in _INSIDE and last < token.head.i <= last + MAX_CLOSING and token.head.pos_ in NOUNS):
            break
        if quantity.start <= token.head.idx < quantity.core_end:
            break
        last = token.head.i
    return last


def _modifies(token: Token) -> bool:
    """True for the end of "12-nation" before its noun."""
    return token.i > 0 and token.nbor(-1).text == "-"


def trimmed(parse: Parse, measure: Excerpt | None, numbers: frozenset[int], *, money: bool = False) -> Excerpt | None:
    """A measure without numbers, hedges and half a bracket at its end; None where nothing but a verb that says little is left.

    Of `money`, making and giving say enough.
    """
    tokens = parse.tokens(measure.start, measure.end) if measure else []
    words = [token.text for token in tokens]
    if "<" in (opened := [word[0] for word in words]) and ">" not in [word[-1] for word in words]:
        tokens = tokens[: opened.index("<")]  # the name before a ticker
    if "(" in (words := words[: len(tokens)]) and ")" not in words:
        tokens = tokens[: words.index("(")]
    for before, token in itertools.pairwise(tokens):
        if before.i not in numbers or token.i + 1 in numbers or tokens[0].i in numbers:
            continue
        named = sum(one.i not in numbers for one in tokens if one.i < before.i)
        if (token.pos_ == "CCONJ" or token.text == ",") and named > (token.text == ","):
            tokens = [one for one in tokens if one.i <= before.i]  # "Brook by 2.6% and Croft" is about Brook
            break
    for before, token in itertools.pairwise(tokens[1:]):
        if token.i in numbers and before.lower_ in _AGAINST and tokens[0].i not in numbers and tokens[0].pos_ in NOUNS:
            tokens = [one for one in tokens if one.i < before.i]  # "votes against 700,000 for Croft"
            break
    if tokens and tokens[0].i in numbers:
        tokens = list(itertools.dropwhile(lambda token: token.i in numbers or token.pos_ in _NO_START, tokens))  # "cent of the deal"
    if len(tokens) > 1 and any(child.dep_ == "expl" for child in tokens[0].lefts):
        tokens = list(itertools.dropwhile(lambda token: token.pos_ in {"ADV", "NUM"} or token.lemma_ == "be" or token.i in numbers, tokens))
    while len(tokens) > 1 and tokens[0].pos_ == "AUX":
        tokens = tokens[1:]  # "are due to changes" is "due to changes"
    tokens = _without_halves(tokens, numbers)
    while tokens and (tokens[-1].i in numbers or _opens(tokens[-1])):
        tokens = tokens[:-1]
    if not tokens or (len(tokens) == 1 and (tokens[0].lower_ == "old" or _is_empty_verb(tokens[0], money=money))):
        return None
    end = tokens[-1].idx + len(tokens[-1])
    return Excerpt.cut(parse.text, tokens[0].idx, end) if any(char.isalpha() for char in parse.text[tokens[0].idx : end]) else None


def _without_halves(tokens: list[Token], numbers: frozenset[int]) -> list[Token]:
    """Words without the second half of a compound whose first is a number: "strong" of "13-strong jury", and without "then"."""
    if len(tokens) > 1 and tokens[0].i > 1 and tokens[0].nbor(-1).text == "-" and tokens[0].i - 2 in numbers:
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[0].lower_ in _OPENERS and tokens[0].pos_ in {"ADV", "SCONJ", "CCONJ", "PART", "ADP"}:
        tokens = list(itertools.dropwhile(lambda token: token.pos_ in _NO_START, tokens[1:])) or tokens[-1:]
    return tokens


def _opens(token: Token) -> bool:
    """True for a word that no measure ends with, or that only belongs to a noun after it, which was cut off: "the first", "to find other"."""
    if token.tag_ == "POS" or token.pos_ in _NO_END or token.lower_ in _HEDGES | _DANGLING:
        return True
    return token.head.i > token.i and token.dep_ in _OF_LATER and token.pos_ not in NOUNS


def _is_empty_verb(token: Token, *, money: bool) -> bool:
    lemma = token.lemma_.lower()
    return token.pos_ in VERBS and lemma in _EMPTY_VERBS and not (money and lemma in _PAYING)
