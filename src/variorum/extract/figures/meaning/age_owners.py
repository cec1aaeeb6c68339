"""Whose age it is: the name that an age stands beside, or is said of."""

from __future__ import annotations

from spacy.tokens import Token

from variorum.extract.figures.meaning.subjects import NOUNS, doer_of, named

IN_NOUN = frozenset({"nummod", "compound", "quantmod", "amod", "nmod"})  # places in a noun phrase where a number stands before its noun


def aged(head: Token) -> Token | None:
    """Who has an age, by name where one stands beside: "Mary Lane, 66,", "42-year-old Mary Lane", "the pilot, Mary Lane, is 66"."""
    governor = head.head
    who = _age_of(head) or (named(governor) if head.dep_ in IN_NOUN and governor.pos_ == "NOUN" and governor.tag_ == "NN" else None)
    name = named(who) if who is not None and who.tag_ == "NN" else who
    return name if name is None or name.pos_ == "PROPN" or name == _age_of(head) else None


def _age_of(head: Token) -> Token | None:
    """Whom the age stands beside or is said of, by name or not."""
    governor = head.head
    if head.dep_ in IN_NOUN | {"appos"} and governor.pos_ in NOUNS:
        if any(token.tag_ in {"VBD", "VBN"} for token in head.doc[head.i + 1 : governor.i]):
            return None  # "the 25-year-old shocked Mary Lane"
        return governor if governor.pos_ == "PROPN" or head.dep_ == "appos" else None
    if head.dep_ in {"attr", "acomp"} and governor.lemma_ == "be":
        holder = doer_of(governor)
        return holder if holder is not None and holder.head.i == governor.i else None
    return None
