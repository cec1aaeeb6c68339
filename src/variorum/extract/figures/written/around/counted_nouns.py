"""The counted noun: what a bare number counts, and the base that a share is taken of."""

from __future__ import annotations

import re

from spacy.tokens import Token

from variorum.lang import language_data, word_set
from variorum.text.parsing.parse import Parse
from variorum.text.parsing.singulars import is_irregular_plural, singular

_OF = re.compile(r"(?i) of (?:the |our |these |those |its |their |his |her |my |all )*")
_BARE = re.compile(r"(?i) (?:an?|the|its|their|his|her|our) ")
_ACRONYM = re.compile(r" \(([A-Z]{2,6})\)")  # "of gross domestic product (GDP)" is of GDP
_PRONOUNS = {"them", "us", "whom", "which", "these", "those", "it", "this", "that"}
_NOUN = {"NOUN", "PROPN"}
_INSIDE = {"ADJ", "NOUN", "PROPN", "NUM", "ADV", "VERB", "PUNCT", "PART", "CCONJ", "DET", "X", "SYM"}
_DEICTIC = {"last", "this", "next", "today", "yesterday", "tomorrow"}
_MILLIONS = word_set("m mln million bn bln billion tn trillion")
_BALANCES, _WHOLE, _DONE = (frozenset(language_data("nouns")[table]["words"]) for table in ("balances", "whole", "done"))
MAX_MODIFIERS = 7  # tokens between a number and the noun it counts; longer runs are lists or slips of the parser


def counted_noun(parse: Parse, end: int) -> tuple[int, str] | None:
    """What the number that ends at `end` counts: where the noun ends, and its singular with noun modifiers ("service member")."""
    folded = parse.folded
    if hyphen := re.compile(r"-([A-Za-z]{3,})").match(folded, end):
        token = parse.token_at(hyphen.start(1))
        return (hyphen.end(), _lemma(token)) if token is not None and token.pos_ in _NOUN else None
    last = parse.token_at(end - 1)
    if last is None:
        return None
    if of := _OF.match(folded, end):
        return _after_of(parse, of.end())
    if last.dep_ in {"nummod", "quantmod", "compound", "amod"} and (noun := _governor(last)) is not None:
        if _after_collective(last, noun) or _is_balance(last, noun) or noun.lower_ in _DONE:
            return None
        return _noun_end(noun), noun_name(noun, last.i)
    if last.dep_ == "pobj" and last.head.dep_ == "prep" and last.head.head.pos_ == "NOUN":
        return None  # "a crew of seventeen": the number is the noun
    return _next_noun(last)


def base(parse: Parse, end: int, *, fraction: bool = False) -> tuple[int, str] | None:
    """The base of a share, after "of": where it ends, and its name ("GDP", "voter"). A fraction may do without: "half the price"."""
    of = _OF.match(parse.folded, end) or (_BARE.match(parse.folded, end) if fraction else None)
    found = _after_of(parse, of.end()) if of else None
    short = _ACRONYM.match(parse.folded, found[0]) if found else None
    return (found[0], short[1]) if found and short else found


def _after_collective(last: Token, noun: Token) -> bool:
    """True for "a crew of seventeen swam": a singular right after "of" and a number is not what the number counts."""
    return noun.tag_ == "NN" and last.i > 1 and last.nbor(-1).lower_ == "of" and last.nbor(-2).pos_ == "NOUN" and noun.i == last.i + 1


def _is_balance(last: Token, noun: Token) -> bool:
    """True for "a 600 mln surplus": the singular after millions is what they amount to, not what they count."""
    return noun.tag_ == "NN" and last.lower_ in _MILLIONS and noun.lower_ in _BALANCES


def _governor(token: Token) -> Token | None:
    """The noun that a number modifies, through compounds such as "28,500 US troops"; None if it stands before the number."""
    noun = token.head
    for _ in range(3):
        if (noun.pos_ in _NOUN and noun.dep_ in {"compound", "nmod"} and noun.head.i > noun.i) or (noun.pos_ == "NUM" and noun.head.i > noun.i):
            noun = noun.head
    if noun.i <= token.i or noun.pos_ not in _NOUN or noun.i - token.i > MAX_MODIFIERS:
        return None
    between = token.doc[token.i + 1 : noun.i]
    if between and (between[0].pos_ == "CCONJ" or between[0].lower_ in _DEICTIC):
        return None  # "closed at 4.08 and Renouf at 6.15", "compared with 63 last year"
    return noun if all(part.pos_ in _INSIDE and part.text not in {";", ":", "("} and not _is_dash(part) for part in between) else None


def _is_dash(token: Token) -> bool:
    """True for a dash between words: "three options – independence"; not for a hyphen."""
    return token.text in {"–", "—", "--"} or (token.text == "-" and token.i > 0 and token.nbor(-1).whitespace_ != "")


def _next_noun(last: Token) -> tuple[int, str] | None:
    """The last noun of the run of modifiers right after the number: the fallback where the parse attaches it elsewhere."""
    doc, found = last.doc, None
    for token in doc[last.i + 1 : last.i + 1 + MAX_MODIFIERS]:
        if token.lower_ in _DEICTIC or token.is_sent_start or token.pos_ not in {"ADJ", "NOUN", "PROPN"} or "\n" in token.text:
            if (token.text != "-" or _is_dash(token)) and not (found is None and (token.tag_ in {"VBN", "VBG"} or _between_adjectives(token))):
                break
        elif token.pos_ in _NOUN:
            found = token
    return (_noun_end(found), noun_name(found, last.i)) if found is not None and found.lower_ not in _DONE else None


def _between_adjectives(token: Token) -> bool:
    """True for the "and" of "five hundred armed and masked men"; not of "at 4.08 and Renouf at 6.15"."""
    return token.lower_ == "and" and token.nbor(-1).tag_ in {"VBN", "VBG", "JJ"}


def _after_of(parse: Parse, start: int) -> tuple[int, str] | None:
    token = parse.token_at(start)
    if token is None or token.is_sent_start:
        return None
    if token.lower_ in _PRONOUNS:
        return token.idx + len(token), ""
    noun = token
    for _ in range(4):
        if noun.pos_ in _NOUN and noun.dep_ not in {"compound", "nmod", "poss", "amod"}:
            break
        if noun.head.i <= noun.i or noun.head.i - token.i > MAX_MODIFIERS:
            break
        noun = noun.head
    return (_noun_end(noun), noun_name(noun)) if noun.pos_ in _NOUN else None


def _hyphened(noun: Token) -> Token:
    """The last part of a noun with a hyphen: the stars of "four co-stars"."""
    parts = noun.doc[noun.i : noun.i + 3]
    while len(parts) == 3 and parts[1].text == "-" and parts[2].idx == parts[0].idx + len(parts[0]) + 1 and parts[2].pos_ in _NOUN:
        parts = noun.doc[parts[2].i : parts[2].i + 3]
    return parts[0]


def _noun_end(noun: Token) -> int:
    """The end of a counted noun, with a noun joined to it by "and" ("girls and women")."""
    joined = _joined(noun)
    last = _hyphened(joined if joined is not None else noun)
    return last.idx + len(last)


def _joined(noun: Token) -> Token | None:
    doc = noun.doc
    if noun.i + 2 < len(doc) and doc[noun.i + 1].lower_ == "and" and doc[noun.i + 2].tag_ == noun.tag_ == "NNS":
        after = doc[noun.i + 3] if noun.i + 3 < len(doc) else None
        return doc[noun.i + 2] if after is None or after.pos_ not in _NOUN else None
    return None


def noun_name(noun: Token, after: int = -1) -> str:
    """The singular of a noun with the nouns that modify it directly before, but after token `after`: "service member", "girl and woman"."""
    last = _hyphened(noun)
    if last.i != noun.i:
        return noun.doc.text[noun.idx : last.idx] + _lemma(last)
    first = noun.i
    while (
        first > after + 1 and noun.doc[first - 1].dep_ == "compound" and noun.doc[first - 1].pos_ == "NOUN" and noun.doc[first - 1].head.i <= noun.i
    ):
        first -= 1
    if noun.doc[max(after + 1, noun.i - 2) : noun.i + 1].text.lower() in _WHOLE:
        first = noun.i - 2
    words = [token.text.lower() if first < noun.i and token.pos_ == "ADJ" else token.text for token in noun.doc[first : noun.i]] + [_lemma(noun)]
    joined = _joined(noun)
    if joined is not None:
        words += ["and", _lemma(joined)]
    return " ".join(words)


def _lemma(token: Token) -> str:
    """The singular of a noun; names keep their capitals."""
    if token.text.isupper():
        return token.text
    plural = token.tag_ in {"NNS", "NNPS"} or token.lower_ == "people" or is_irregular_plural(token.text)
    word = singular(token.text) if plural else token.text
    return word.lower() if token.pos_ == "NOUN" and word[1:].islower() else word  # "CEO" stays
