"""Takers: who or what has part in the event of a date, by the noun of the sentence and the words that restrict it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from variorum.extract.grammar.event_classes import noun_lemma
from variorum.lang import language_data, word_set
from variorum.records.occasion import Taker
from variorum.text.parsing.parse import Parse

NOUNS = frozenset({"NOUN", "PROPN"})
_BROAD = word_set(language_data("events")["broad"]["words"]) | word_set(language_data("occasions")["plain"]["words"])
_RESTRICT = frozenset({"amod", "compound", "nmod", "poss"})
_NEW = frozenset({"a", "an", "another", "some", "any", "no", "several", "many", "few"})
MAX_WORDS = 8  # tokens of a taker; of a longer phrase the noun with what stands close before it is shown


def taker(parse: Parse, noun: Token, apart: frozenset[int], link: str = "") -> Taker | None:
    """A noun as a taker of an event; `apart` are the tokens of the date.

    None for pronouns, numbers and joined nouns, of which the text may mean each or all.
    """
    if noun.pos_ not in NOUNS or noun.i in apart or any(child.dep_ == "conj" for child in noun.rights):
        return None
    restricting = [token for token in _restricting(noun) if token.i not in apart]
    words = sorted({*(token.i for token in restricting), noun.i})
    if any(token.i in apart for token in noun.doc[words[0] : words[-1] + 1]) or words[-1] - words[0] >= MAX_WORDS:
        words = [noun.i]
    first, last = noun.doc[words[0]], noun.doc[words[-1]]
    narrowed = sorted({noun_lemma(token) for token in restricting if token.is_alpha and token.lower_ not in _BROAD})
    start, end = first.idx, last.idx + len(last)
    return Taker(start, end, parse.text[start:end], noun_lemma(noun), noun.idx, tuple(narrowed), definite=_is_definite(noun), link=link)


def _restricting(noun: Token) -> Iterator[Token]:
    """The words that say which of its kind a noun means: those before it, and the name or noun after its "of"."""
    for child in noun.lefts:
        if _restricts(child):
            yield from _inside(child)
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i == noun.i + 1:
            for inner in child.rights:
                if inner.dep_ == "pobj" and inner.pos_ in NOUNS:
                    yield from _inside(inner)


def _inside(word: Token) -> Iterator[Token]:
    yield from (child for child in word.lefts if _restricts(child))
    yield word


def _restricts(word: Token) -> bool:
    """True for a word that tells which is meant; not for the end of one with hyphens, of which the front hangs elsewhere ("16-year-old")."""
    hyphened = word.i > 0 and word.nbor(-1).text == "-"
    return word.dep_ in _RESTRICT and word.pos_ not in {"PRON", "DET", "PUNCT"} and not hyphened


def _is_definite(noun: Token) -> bool:
    """False for what the text brings up as new, or in general: "a man", "two men", "students"."""
    if noun.pos_ == "PROPN":
        return True
    marks = [child for child in noun.lefts if child.dep_ in {"det", "poss", "nummod"}]
    if any(child.lower_ in _NEW or child.dep_ == "nummod" for child in marks):
        return False
    return bool(marks)
