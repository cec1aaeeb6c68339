"""The base of a share or a rate: "of GDP", "per 100,000 people", in the words of the text."""

from __future__ import annotations

import re

from variorum.records.excerpt import Excerpt
from variorum.records.marks import Figure
from variorum.text.parsing.parse import Parse

_OF = re.compile(r"(?i)(?:\s+|-)of\s+(?!(?:them|us|whom|which|these|those|it|this|that)\b)")
_AS_SHARE = re.compile(r"(?i),? as an? (?:share|percentage|proportion) of ((?:the )?)(?=[A-Za-z])")
_PER = re.compile(r"(?i)(?: |-)(?:per|for every|for each|in every)[ -]")
_TIMES = re.compile(r"(?i)(?:second|minute|hour|day|night|week|weekend|month|quarter|year|annum|decade|season|cent)s?\b")
_CLOSE = re.compile(r"(?i)[,;]? (?:in|from|to|at|by|per|for|with|who|that|which)\b")  # what follows is no more the base


def base_of(parse: Parse, figure: Figure, after: Figure | None) -> Excerpt | None:
    """The words for that of which a figure is a share, or to which a rate is told; None where the sentence does not say.

    `after` is the next figure of the text: "12 deaths per 100,000 people" are two.
    """
    if figure.unit == "%":
        return _of_share(parse, figure)
    if after is not None and not after.unit and figure.end <= after.start and _PER.fullmatch(parse.folded, figure.end, after.start):
        return Excerpt.cut(parse.text, after.start, after.end)
    return _of_rate(parse, figure) if figure.per else None


def _of_share(parse: Parse, figure: Figure) -> Excerpt | None:
    if figure.of:
        of = _OF.search(parse.folded, figure.number.start, figure.end)
        close = _CLOSE.search(parse.folded, of.end(), figure.end) if of else None
        return Excerpt.cut(parse.text, of.end(), close.start() if close else figure.end) if of and of.end() < figure.end else None
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
