"""Elided money: millions without a currency that are sums all the same, "a profit of 139 mln, after a 1.7 billion dlr charge"."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Span, Token

from variorum.extract.figures.written.quantity import Quantity, of_one_order
from variorum.lang import language_data
from variorum.text.numbers.currencies import money_named
from variorum.text.parsing.parse import Parse

_WORDS: dict[str, str] = language_data("figures")["elided_money"]
_NOUNS, _VERBS, _COMPARING = (frozenset(_WORDS[key].split()) for key in ("nouns", "verbs", "comparing"))
_SCALED = re.compile(r"(?i)(?:million|billion|trillion|mln|bln|mn|bn|tn|\dm|\db)$")
_NEAR = 5  # tokens before a number in which the word stands that makes it money
_APART = 1000  # times; sums of one passage that are further apart than that are hardly told in one unit


def lend_currency(parse: Parse, quantities: list[Quantity]) -> list[Quantity]:
    """Give a scaled number the currency of the sum nearest to it in its sentence, or in the two before, where it is money."""
    out = list(quantities)
    for at, bare in enumerate(out):
        token = parse.token_at(bare.number.start)
        if token is None or bare.unit or bare.kind != "cardinal" or not _SCALED.search(parse.folded, bare.number.start, bare.number.end):
            continue
        money = _nearest(out, at, token)
        if money and _is_money(token, bare):
            out[at] = replace(bare, unit=money.unit, family="money", of=None, ambiguous=money.ambiguous, gap=bare.of is None)
    return out


_SMALLEST = 1000  # of the money named before it; a smaller number without a scale may belong to the words after it


def money_before_number(parse: Parse, quantities: list[Quantity]) -> list[Quantity]:
    """Give a large bare number the money whose name stands before it: "rupees 500,000", "Euro 5 million"."""
    out = list(quantities)
    for at, bare in enumerate(out):
        token = parse.token_at(bare.start)
        if bare.unit or bare.of is not None or bare.kind != "cardinal" or bare.low is None or bare.low < _SMALLEST or token is None or not token.i:
            continue
        name = token.nbor(-1)
        money = money_named(name.lower_) if name.pos_ in {"NOUN", "PROPN"} and parse.folded[bare.start - 1] == " " else None
        own = at == 0 or out[at - 1].end <= name.idx  # not the liras of "10 liras 1111-2222"
        if money and own and money.share == 1 and token.sent.start == name.sent.start and name.idx + len(name) == bare.start - 1:
            out[at] = replace(bare, start=name.idx, core_start=name.idx, unit=money.code, family="money", pint_unit=None, ambiguous=money.ambiguous)
    return out


def _nearest(quantities: list[Quantity], at: int, token: Token) -> Quantity | None:
    """The sum before a number in its sentence or the two before, else after it in its own; of the same order."""
    bare, sentence = quantities[at], token.sent
    earlier = _back(_back(sentence)).start_char
    before = [one for one in quantities[max(0, at - 4) : at] if one.start >= earlier]
    after = [one for one in quantities[at + 1 : at + 4] if one.end <= sentence.end_char]
    return next((one for one in (*reversed(before), *after) if one.family == "money" and one.unit and of_one_order(one, bare, _APART)), None)


def _back(sentence: Span) -> Span:
    """The sentence before one, itself if it is the first."""
    return sentence.doc[sentence.start - 1].sent if sentence.start else sentence


def _is_money(token: Token, bare: Quantity) -> bool:
    """True if the words at a number make it a sum: what it counts, the noun it is the size of, the verb it is the object of, or a comparison."""
    if bare.of is not None:
        return bare.of.split(" ")[-1].lower() in _NOUNS
    top = token.head if token.head.pos_ == "NUM" and token.head.i > token.i else token
    if top.dep_ in {"nsubj", "nsubjpass"} or _acts(token):
        return top.dep_ == "nsubjpass" and top.head.lemma_.lower() in _VERBS
    near = token.doc[max(token.sent.start, token.i - _NEAR) : token.i]
    if any(word.lower_ in _COMPARING for word in near[-2:]) or near[-2:].text.lower() in {
        "one of",
        "that of",
    }:  # "a deficit of 3 mln after one of 2 mln"
        return True
    return any(word.lemma_.lower() in (_VERBS if word.pos_ in {"VERB", "AUX"} else _NOUNS) for word in near)


def _acts(token: Token) -> bool:
    """True for the "3 million" of "and 3 million were there": a verb follows that is theirs."""
    last = token
    while last.i + 1 < len(token.doc) and last.nbor(1).pos_ == "NUM":
        last = last.nbor(1)
    return last.i + 1 < len(token.doc) and (last.nbor(1).pos_ == "AUX" or last.nbor(1).tag_ in {"VBD", "VBZ", "VBP"})


_SHARES = re.compile(rf"(?i)\b(?:{'|'.join(_WORDS['shares'].split())})\b")
_FRACTION = re.compile(r"(?:\d+[- ])?\d{1,2}/(?:2|4|8|16|32)")
_TO = re.compile(r"(?i) to (?:a |just )?")


def price_shares(parse: Parse, quantities: list[Quantity]) -> list[Quantity]:
    """Give prices in eighths the currency of their paragraph: "Vale closed at 5-3/8, up 1/4" in a text on shares told in dollars."""
    out = list(quantities)
    for at, price in enumerate(out):
        if price.unit or price.of is not None or price.kind != "cardinal" or not _priced(parse, out, at):
            continue
        block = next((part for part in parse.blocks if part.start <= price.start < part.end), None)
        sums = [one for one in out if one.family == "money" and one.unit and block and block.start <= one.start < block.end]
        if sums and block and _SHARES.search(parse.folded, block.start, block.end):
            out[at] = replace(price, unit=sums[0].unit, family="money", per="share", ambiguous=sums[0].ambiguous)
    return out


def _priced(parse: Parse, quantities: list[Quantity], at: int) -> bool:
    """True for a number in eighths, and for the level that one led to: "gained 3-1/2 to 114"."""
    price, before = quantities[at], quantities[at - 1] if at else None
    if _FRACTION.fullmatch(parse.folded, price.number.start, price.number.end):
        return True
    led = before is not None and before.per == "share" and _FRACTION.fullmatch(parse.folded, before.number.start, before.number.end)
    return bool(led and before and _TO.fullmatch(parse.folded, before.end, price.start))
