"""Rates that the thing implies: shares close at $40 a share, the dollar at 150 yen a dollar, "5 million dlrs or 40 cts" is 40 cts a share."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from variorum.extract.figures.written.quantity import Quantity
from variorum.lang import language_data
from variorum.text.numbers.currencies import money_named
from variorum.text.parsing.parse import Parse
from variorum.text.parsing.singulars import singular

_WORDS: dict[str, frozenset[str]] = {key: frozenset(words) for key, words in language_data("figures")["implied_rates"].items()}
_ITEM = "item"
_LARGEST = 10_000  # of its currency; what is higher is no price of one share and no rate of exchange
_MANY = 1000  # times; the sum of a company is at least so much more than what it is for one share
_EARNING = 12  # tokens before a sum in which "loss" or "earned" stands that makes "or 40 cts" its part for one share
_EACH_FOR = 8  # tokens after "each" in which the noun stands that it shares out to: "5 pesos each for 24 mln class A shares"
_MAX_CLIMB = 8  # tokens between an amount and the verb that it belongs to
_OR = re.compile(r"(?i),? or (?:about |some |roughly )?")
_SCALED = re.compile(r"(?i)[a-z]")
_VERBS = frozenset({"VERB", "AUX"})
_THINGS = frozenset({"dobj", "dative", "nsubjpass"})


def imply_rates(parse: Parse, quantities: list[Quantity]) -> list[Quantity]:
    """Give sums the rate that no word of theirs tells but the thing that they are the price of."""
    out = list(quantities)
    for at, sum_ in enumerate(out):
        if sum_.per == _ITEM and (noun := _shared_out_to(parse, sum_)):
            out[at] = replace(sum_, per=noun)
        elif sum_.per is None and _is_price(parse, sum_) and (per := _of_price(parse, sum_) or _of_earnings(parse, out, at)):
            out[at] = replace(sum_, per=per)
    return out


def _is_price(parse: Parse, sum_: Quantity) -> bool:
    """True for a sum in plain digits that may be the price of one thing."""
    if sum_.family != "money" or sum_.kind != "cardinal" or sum_.high is None or not 0 < sum_.high < _LARGEST:
        return False
    return not _SCALED.search(parse.folded[sum_.number.start : sum_.number.end].replace(" to ", ""))


def _of_price(parse: Parse, sum_: Quantity) -> str | None:
    """What the verb of a sum is said of, if it is traded: a share, or the money of another state."""
    verb = _verb_of(parse, sum_)
    if verb is None or verb.lemma_.lower() not in _WORDS["trading"]:
        return None
    subject = next((child for child in reversed(list(verb.lefts)) if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        return None
    if subject.lower_ in _WORDS["shares"] and not any(child.lower_ in _WORDS["lent"] for child in subject.lefts):
        return "share"
    return _exchanged(subject, sum_)


def _exchanged(subject: Token, sum_: Quantity) -> str | None:
    """The name of a currency that is told in another: "the dollar closed at 150 yen"."""
    if subject.tag_ in {"NNS", "NNPS"}:
        return None
    money = money_named(subject.lower_)
    return subject.lower_ if money and money.code != sum_.unit and subject.lower_ in _WORDS["exchanged"] else None


def _verb_of(parse: Parse, sum_: Quantity) -> Token | None:
    """The verb whose object or complement a sum is, through prepositions only."""
    node = parse.token_at(sum_.number.start)
    for _ in range(_MAX_CLIMB):
        if node is None or node.pos_ in _VERBS or node.head.i == node.i:
            break
        over = node.head
        inside = sum_.core_start <= over.idx < sum_.end
        if not inside and over.pos_ not in _VERBS and over.dep_ != "prep" and over.pos_ not in {"ADP", "ADV"}:
            return None
        node = over
    return node if node is not None and node.pos_ in _VERBS else None


def _of_earnings(parse: Parse, quantities: list[Quantity], at: int) -> str | None:
    """ "A share" for what a company's profit is told of beside the whole, and for "should earn about 2.05 dlrs" after a sum per share."""
    sum_, before = quantities[at], quantities[at - 1] if at else None
    token = parse.token_at(sum_.number.start)
    if token is None or before is None:
        return None
    if (
        before.unit == sum_.unit
        and before.high
        and sum_.high
        and before.high > _MANY * sum_.high
        and _OR.fullmatch(parse.folded, before.end, sum_.start)
    ):
        first = parse.token_at(before.start)
        window = token.doc[max(token.sent.start, first.i - _EARNING) : first.i] if first is not None else ()
        return "share" if any(word.lemma_.lower() in _WORDS["earnings"] for word in window) else None
    verb = _verb_of(parse, sum_)
    earned = verb is not None and verb.lemma_.lower() in _WORDS["earn"]
    rated = any(one.per == "share" and one.unit == sum_.unit and one.start >= token.sent.start_char for one in quantities[max(0, at - 3) : at])
    return "share" if earned and rated else None


def _shared_out_to(parse: Parse, sum_: Quantity) -> str | None:
    """What "each" means, in the singular: the things bought at a price, or those who have or lose a sum. None if the words do not tell."""
    each = parse.token_at(sum_.end - 1)
    if each is None or each.lower_ not in {"each", "apiece"}:
        return None
    after = each.doc[each.i + 1 : each.i + 1 + _EACH_FOR]
    if len(after) and after[0].lower_ == "for":
        return _first_plural(list(after[1:]))
    token = parse.token_at(sum_.number.start)
    verb = _verb_of(parse, sum_)
    if token is None or verb is None:
        return None
    prep = token.head if token.head.dep_ == "prep" else token.head.head
    if prep.lower_ == "at" and any(word.lower_ == "shares" for word in each.doc[each.sent.start : prep.i]):
        return "share"
    things = [child for child in verb.children if child.dep_ in _THINGS and child.i < token.i]
    if things or any(over.dep_ == "prep" for over in token.ancestors if over.i > verb.i):
        return _first_plural(things)
    return _first_plural([child for child in verb.lefts if child.dep_ == "nsubj"])


def _first_plural(words: list[Token]) -> str | None:
    return next((singular(word.text).lower() for word in words if word.tag_ == "NNS" and not money_named(singular(word.text).lower())), None)
