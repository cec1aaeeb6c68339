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
_TIMES = word_set("year month week quarter day season summer autumn winter spring night")
_LIMITS = word_set("total mark level limit minimum maximum threshold ceiling barrier target quota cap")  # in the singular these count nothing
_SPEECH = frozenset(language_data("figures")["speech"]["verbs"])
_MILLIONS = word_set("m mln million bn bln billion tn trillion")
_BALANCES, _WHOLE, _DONE = (frozenset(language_data("nouns")[table]["words"]) for table in ("balances", "whole", "done"))
_BRACKETED = 8  # tokens in the bracket that restates a measure
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
        if _after_collective(last, noun) or _is_balance(last, noun) or noun.lower_ in _DONE or (noun.lower_ in _LIMITS and noun.i == last.i + 1):
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
    if noun.lower_ in _TIMES and any(part.lower_ in _DEICTIC for part in between):
        return None  # "a range of 230 to 234 late last year"
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
        if token.text == "(" and found is not None and _measures(found) and (beyond := _past_bracket(token)) is not None and beyond.pos_ in _NOUN:
            return _noun_end(beyond), noun_name(beyond, last.i)
        if token.like_num and token.i + 1 < len(doc) and token.nbor(1).text == "-":
            continue
        if token.lower_ in _DEICTIC or token.is_sent_start or token.pos_ not in {"ADJ", "NOUN", "PROPN"} or "\n" in token.text:
            if (token.text != "-" or _is_dash(token)) and not (found is None and (token.tag_ in {"VBN", "VBG"} or _between_adjectives(token))):
                break
        elif token.pos_ in _NOUN:
            found = token
    return (_noun_end(found), noun_name(found, last.i)) if found is not None and found.lower_ not in _DONE else None


def _measures(noun: Token) -> bool:
    """True for the pounds of "40 unsold 100-pound bags": they are the bag's."""
    return noun.i > 1 and noun.nbor(-1).text == "-" and noun.nbor(-2).like_num


def _past_bracket(token: Token) -> Token | None:
    """The first word after the bracket that restates a measure: "100-pound (45-kg) bags"."""
    closing = next((one for one in token.doc[token.i : token.i + _BRACKETED] if one.text == ")"), None)
    return closing.nbor(1) if closing is not None and closing.i + 1 < len(token.doc) else None


def _is_part(before: Token, noun: Token) -> bool:
    """True for a noun that modifies the next, and for the first names of a name: "Giant Foods"."""
    same = before.pos_ == "NOUN" or (before.pos_ == "PROPN" and noun.tag_ == "NNP" and before.text[:1].isupper() and noun.text[:1].isupper())
    return before.dep_ == "compound" and same and before.head.i <= noun.i


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
    """The end of a counted noun, with the nouns joined to it by "and" ("girls and women", "writers, editors and clerks")."""
    last = _hyphened(([noun, *_joined(noun)])[-1])
    return last.idx + len(last)


def _joined(noun: Token) -> list[Token]:
    """The plurals joined to a counted one by "and", and between them in a list."""
    doc = noun.doc
    out, last = [], noun
    while noun.tag_ == "NNS" and last.i + 2 < len(doc) and doc[last.i + 2].tag_ == "NNS":
        link, other = doc[last.i + 1].lower_, doc[last.i + 2]
        alone = link == "and" and last.i == noun.i  # a pair needs no help of the parser
        if link not in {",", "and"} or (other.head.i != last.i and not alone):
            break
        out.append(other)
        last = other
        if link == "and":
            after = doc[last.i + 1] if last.i + 1 < len(doc) else None
            told = after is not None and after.pos_ == "VERB" and after.lemma_.lower() in _SPEECH
            if told and len(out) > 1:
                return []  # "killed 40 soldiers, officials and residents said"
            return out if after is None or after.pos_ not in _NOUN else []
    return []


def noun_name(noun: Token, after: int = -1) -> str:
    """The singular of a noun with the nouns that modify it directly before, but after token `after`: "service member", "girl and woman"."""
    last = _hyphened(noun)
    if last.i != noun.i:
        return noun.doc.text[noun.idx : last.idx] + _lemma(last)
    first = noun.i
    while not _measures(noun.doc[first - 1]) and first > after + 1 and _is_part(noun.doc[first - 1], noun):
        first -= 1
    if noun.doc[max(after + 1, noun.i - 2) : noun.i + 1].text.lower() in _WHOLE:
        first = noun.i - 2
    words = [token.text.lower() if first < noun.i and token.pos_ == "ADJ" else token.text for token in noun.doc[first : noun.i]] + [_lemma(noun)]
    joined = [_lemma(one) for one in _joined(noun)]
    listed = "".join(f", {one}" for one in joined[:-1])
    return " ".join(words) + listed + (f" and {joined[-1]}" if joined else "")


def _lemma(token: Token) -> str:
    """The singular of a noun; names keep their capitals."""
    if token.text.isupper():
        return token.text
    plural = token.tag_ in {"NNS", "NNPS"} or token.lower_ == "people" or is_irregular_plural(token.text)
    word = singular(token.text) if plural else token.text
    return word.lower() if token.pos_ == "NOUN" and word[1:].islower() else word  # "CEO" stays
