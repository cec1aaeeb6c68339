"""The base of a share or a rate: "of GDP", "per 100,000 people", in the words of the text."""

from __future__ import annotations

import re

from variorum.records.excerpt import Excerpt
from variorum.records.marks import Figure
from variorum.text.parsing.parse import Parse

_OF = re.compile(r"(?i)(?:\s+|-)of\s+(?!(?:them|us|whom|which|these|those|it|this|that)\b)")
_PRONOUN = re.compile(r"(?i) of (?:them|us|whom|which|these|those|it|this|that)\b")
_AS_SHARE = re.compile(r"(?i),? as an? (?:share|percentage|proportion) of ((?:the )?)(?=[A-Za-z])")
_PER = re.compile(r"(?i)(?: |-)(?:per|for every|for each|in every)[ -](?=[\w$€£])")
_TIMES = re.compile(r"(?i)(?:second|minute|hour|day|night|week|weekend|month|quarter|year|annum|decade|season|cent)s?\b")
_PEOPLE = re.compile(r"(?i)(?:\d[\d,.]*(?: (?:thousand|million|billion))?|thousand|million|hundred) [a-z]+(?: [a-z]+s\b)?")


def base_of(parse: Parse, figure: Figure) -> Excerpt | None:
    """The words for that of which a figure is a share, or to which a rate is told; None where the sentence does not say."""
    if figure.unit == "%":
        return _of_share(parse, figure)
    return _of_rate(parse, figure) if figure.per else None


def _of_share(parse: Parse, figure: Figure) -> Excerpt | None:
    if figure.of:
        of = _OF.search(parse.folded, figure.number.start, figure.end)
        return Excerpt.cut(parse.text, of.end(), figure.end) if of and of.end() < figure.end else None
    named = _AS_SHARE.match(parse.folded, figure.end)
    token = parse.token_at(named.end()) if named else None
    if named is None or token is None:
        return None
    while token.dep_ in {"compound", "amod", "nmod"} and token.head.i > token.i:
        token = token.head
    return Excerpt.cut(parse.text, named.start(1), token.idx + len(token))


def _of_rate(parse: Parse, figure: Figure) -> Excerpt | None:
    per = _PER.search(parse.folded, figure.number.end, figure.end)
    if per is None or _TIMES.match(parse.folded, per.end()):
        return None
    return Excerpt.cut(parse.text, per.end(), figure.end)
