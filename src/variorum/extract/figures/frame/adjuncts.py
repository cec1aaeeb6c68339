"""Adjuncts: the phrases of a figure's clause that limit it further, "among people under 25", "in its first year", "nationwide"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from variorum.extract.figures.frame.clauses import Clause, words
from variorum.extract.figures.meaning.told_measures import is_behind_bars
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Figure
from variorum.text.parsing.parse import Parse

MAX_TOKENS = 14  # of one adjunct; a longer one is cut there, since a clause hangs on it
_STOPS = frozenset({"relcl", "acl", "advcl", "punct", "cc", "conj", "appos"})


def adjuncts_of(parse: Parse, figure: Figure, clause: Clause | None) -> tuple[Excerpt, ...]:
    """The limiting phrases of a figure's clause, in order.

    What gives a cause, a source or a speaker limits nothing, nor does what holds the figure itself or its unit ("to 12 years", "a barrel").
    """
    if clause is None:
        return ()
    heads = clause.own | clause.verbs | clause.told | {clause.top.i}
    doc = clause.top.doc
    found = {child.i: child for head in heads for child in doc[head].children if _limits(child)}
    phrases = (_words(parse, token) for _, token in sorted(found.items()))
    sentence = figure.about.head == "sentence"
    return tuple(phrase for phrase in phrases if not phrase.overlaps(figure.span) and not (sentence and is_behind_bars(phrase.text)))


def _limits(token: Token) -> bool:
    if token.dep_ == "prep":
        return token.lower_ not in words("adjuncts", "idle") and any(True for _ in token.children) and not _is_ground(token)
    if token.dep_ == "advmod":
        return token.lower_ in words("adjuncts", "adverbs")
    return token.dep_ == "npadvmod" and token.pos_ == "NOUN"


def _is_ground(token: Token) -> bool:
    """True for "under the agreement", by which a figure holds, for what it was, and for the whole of a part: they limit nothing."""
    if token.lower_ == "among":
        return token.head.lemma_ == "be" and token.i > token.head.i  # "seven children were among the dead" names a whole
    if token.lower_ == "for" and any(child.dep_ == "pcomp" for child in token.children):
        return True  # "fined for keeping records" tells why
    return token.lower_ == "under" and any(child.dep_ == "pobj" and child.lemma_.lower() in words("adjuncts", "grounds") for child in token.children)


def _words(parse: Parse, token: Token) -> Excerpt:
    inside = sorted(_branch(token), key=lambda part: part.i)[:MAX_TOKENS]
    start, end = inside[0].idx, inside[-1].idx + len(inside[-1])
    return Excerpt.cut(parse.text, start, end)


def _branch(token: Token) -> Iterator[Token]:
    """A token and what hangs on it, but for clauses, appositions and what is joined to it."""
    yield token
    for child in token.children:
        if child.dep_ not in _STOPS:
            yield from _branch(child)
