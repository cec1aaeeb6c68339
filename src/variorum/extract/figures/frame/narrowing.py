"""Narrowing: the words of a noun phrase, the noun's singular, and what restricts it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from spacy.tokens import Token

from variorum.extract.figures.meaning.subjects import NOUNS
from variorum.extract.grammar.event_classes import hyphened, noun_lemma
from variorum.lang import language_data, word_set
from variorum.records.excerpt import Excerpt
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("events")
_BROAD = frozenset(_DATA["broad"]["words"].split())
_TIMES = frozenset(language_data("holders")["nouns"]["times"])
_TAKING = frozenset(_DATA["taking"]["nouns"].split())
_BEFORE = {"amod", "compound", "nmod", "nummod", "advmod", "punct", "cc", "conj", "quantmod", "npadvmod"}
_TITLES = word_set("mr. mrs. ms. dr. mr mrs ms dr sir sgt. lt. gen. sen. rep. gov.")
_OF_VERBS = word_set("accuse convict suspect rob deprive acquit warn inform remind")
_COMPLEMENTS = {"of", "in", "on"}
MAX_LEFT = 7  # tokens before a noun that can be its modifiers
MAX_UP = 5  # words from a noun up to the verb that takes its "of": "accused by scores of women of"
MAX_RIGHT = 7  # tokens of a complement; a longer one is a clause


def noun_words(parse: Parse, heads: tuple[Token, ...], numbers: frozenset[int]) -> Excerpt | None:
    """The words of a noun phrase without number and determiners, with a short complement: "Kestrian soldiers", "price of bread"."""
    first, last = _first(heads[0], numbers), _last(heads[-1], numbers)
    words = Excerpt.cut(parse.text, parse.doc[first].idx, parse.doc[last].idx + len(parse.doc[last]))
    return words if any(char.isalpha() for char in words.text) else None


def _first(noun: Token, numbers: frozenset[int]) -> int:
    """The place where a noun's modifiers begin, after the number and determiners."""
    first = noun.i
    for token in reversed(noun.doc[max(noun.sent.start, noun.i - MAX_LEFT) : noun.i]):
        if token.i in numbers or (token.like_num and not _opens_hyphen(token)) or not _is_modifier(token, noun):
            break
        first = token.i
    while first < noun.i and _is_loose(noun.doc[first]):
        first += 1
    return first


def _is_loose(token: Token) -> bool:
    """True for what no noun phrase is shown to begin with: signs, adverbs, broad words, and the rest of a number with hyphens."""
    if token.i and token.nbor(-1).text == "-":
        return True  # "engine" of "nine-engine rockets"
    return not _opens_hyphen(token) and (token.pos_ in {"PUNCT", "CCONJ", "ADV", "SPACE"} or is_broad(token))


def _opens_hyphen(token: Token) -> bool:
    """True for the first part of a compound with a hyphen: "first" of "first-class passengers"."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    return after is not None and after.text == "-" and after.idx == token.idx + len(token)


def _is_modifier(token: Token, noun: Token) -> bool:
    """True for a token that hangs on a noun by modifiers only."""
    while token.i != noun.i:
        if token.dep_ not in _BEFORE or token.head.i == token.i or token.pos_ == "DET" or token.head.i > noun.i:
            return False
        token = token.head
    return True


def _last(noun: Token, numbers: frozenset[int]) -> int:
    """The place where a noun's complement ends: a short one without a number."""
    last = noun.i
    for complement in complements(noun, numbers):
        end = _phrase_end(complement, numbers)
        if end - noun.i > MAX_RIGHT or any(place in numbers for place in range(noun.i + 1, end + 1)) or complement.head.left_edge.i > last + 1:
            break
        last = end
    return last


def _phrase_end(noun: Token, numbers: frozenset[int]) -> int:
    """The end of a complement: its noun, with its own "of"."""
    inner = next(iter(complements(noun, numbers)), None)
    return inner.i if inner is not None and inner.head.i == noun.i + 1 else noun.i


def complements(noun: Token, numbers: frozenset[int]) -> Iterator[Token]:
    """The nouns after "of" that belong to a noun, after "in" or "on" too for nouns that take it ("a stake in"); no time."""
    if any(token.lemma_.lower() in _OF_VERBS for token in itertools.islice(noun.ancestors, MAX_UP)):
        return  # "accused by dozens of women of assault"
    links = _COMPLEMENTS if noun_lemma(noun) in _TAKING else {"of"}
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in links:
            for inner in child.rights:
                if inner.i in numbers:
                    continue
                restricts = inner.pos_ == "NOUN" or (inner.pos_ == "PROPN" and child.lower_ == "of")
                if inner.dep_ == "pobj" and restricts and inner.lemma_.lower() not in _TIMES and not inner.like_num:
                    yield inner


def is_broad(token: Token) -> bool:
    """True for a word of size, time, judgement or certainty, which narrows nothing down."""
    if token.pos_ == "PROPN":
        return token.lower_ in _TITLES or token.lower_ in _TIMES
    return token.lower_ in _BROAD or token.lemma_.lower() in _TIMES or token.lower_ in _TIMES or token.tag_ in {"JJR", "JJS"}


def head_of(heads: tuple[Token, ...]) -> str:
    """The noun of a phrase, singular and small; joined nouns with a plus, sorted: "child+woman"."""
    return "+".join(sorted({noun_lemma(noun) for noun in heads}))


def narrowed_by(heads: tuple[Token, ...], numbers: frozenset[int]) -> tuple[str, ...]:
    """The small words that restrict a noun, sorted: modifiers before it and the nouns of its complements with theirs."""
    found: set[str] = set()
    own = {part for noun in heads for part in (noun_lemma(noun), *noun_lemma(noun).split("-"))}
    for noun in heads:
        found.update(_modifiers(noun, numbers))
        for complement in complements(noun, numbers):
            found.add(noun_lemma(complement))
            found.update(_modifiers(complement, numbers))
            for inner in complements(complement, numbers):
                found.add(noun_lemma(inner))
                found.update(_modifiers(inner, numbers))
    return tuple(sorted(word for word in found - own if any(map(str.isalpha, word))))


def _modifiers(noun: Token, numbers: frozenset[int]) -> Iterator[str]:
    """The content words before a noun that restrict it."""
    for token in noun.doc[max(noun.sent.start, noun.i - MAX_LEFT) : noun.i]:
        if token.i in numbers or _opens_hyphen(token) or not _restricts(token, noun):
            continue
        whole = hyphened(token)
        if whole != token.lower_ and token.i - 2 not in numbers:
            yield whole
        elif whole == token.lower_ and not token.like_num and not is_broad(token):
            yield noun_lemma(token) if token.pos_ in NOUNS else token.lower_


def _restricts(token: Token, noun: Token) -> bool:
    if token.pos_ not in {"NOUN", "PROPN", "ADJ", "VERB"}:
        return False
    if token.dep_ == "poss":
        return token.head.i == noun.i and token.tag_ == "NNS" and not any(child.dep_ in {"det", "poss"} for child in token.lefts)
    return _is_modifier(token, noun)
