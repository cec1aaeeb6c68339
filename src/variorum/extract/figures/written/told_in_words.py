"""Quantities told without a numeral: "the majority of voters", "for years", "the next few days", "a single missile", "400x150"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

from spacy.tokens import Token

from variorum.extract.figures.written.numbers_with_units import PERCENT, RANK, Piece
from variorum.lang import language_data
from variorum.records.article import Span
from variorum.text.numbers.numeral import ORDINALS
from variorum.text.numbers.units import Unit
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("no_figures")
_WORDS: dict[str, Any] = _DATA["told_in_words"]
_TIMES = "|".join(_DATA["moments"]["bare"])
_CARDINALS = "|".join(_WORDS["numbers"])
_HALF = Decimal(50)  # per cent: what a majority is more than
_SCORE = Decimal(20)
_ONE_AND_A_HALF = Decimal("1.5")
DEGREE = Unit("°", "measure")
MAJORITY, SINGLE = "majority", "single"
PIXEL = Unit("px", "measure", quantity="pixel")

_LEAD = rf"(?:(?:[a-z]+ly |about |just |almost |over |more than |at least |an? )*(?:\d+|[$£€]|{_CARDINALS})|seats|votes)\b"  # of so many
_MAJORITY = re.compile(rf"(?i)(?<!thirds )(?<!-thirds )\b(majority)[\"']? (?=of (?!{_LEAD}))")
_FOR_TIME = re.compile(rf"(?i)\b(?:for|(?:a |over )period of) ({_TIMES})\b(?! (?:{'|'.join(_DATA['moments']['ahead'])})\b)")
_FEW = re.compile(rf"(?i)\b(?:next|last|past|first|coming|previous|final) (few) ({_TIMES})\b")
_SCORE_OF = re.compile(r"(?i)\b(a score) of (?=(?:[a-z-]+ )?[a-z]{3,}s\b)")
_SIZE = re.compile(
    rf"(?<![\w.,])(\d{{3,4}}) ?[x×*] ?(\d{{3,4}})"
    rf"(?=(?: |-)?(?:(?:or|and) (?:higher|more|above|larger) )?(?:{'|'.join(_WORDS['pictures'])})\b|[pP]\b)"
)
_AND_A_HALF = re.compile(r"(?i)\b(?:the (?:next|last|past|first)|another) ((week|month|year|hour|decade|day) and a half)\b")
_EVEN = re.compile(r"(?i)(?<![\w$£€.,/-])(50[-/]50|fifty[- ]fifty)(?![\w/-])(?! (?:ball|challenge|club))")
_RANKS = "|".join(ORDINALS)
_RANK = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{_RANKS})"
_MOVED_RANK = re.compile(rf"(?i)\bfrom {_RANK} (?:place )?(to {_RANK})\b(?=(?: [\w'-]+){{0,7}}? (?:{'|'.join(_WORDS['tables'])})\b)")
_DEGREES = re.compile(rf"(?i)\b(?:{'|'.join(_WORDS['warmth'])})\b[^.;\d]{{0,60}}? in the (?:(?:low|mid|upper|high|lower)[- ])?([1-9]0s)\b")
_A_TIME = re.compile(rf"(?:for|of) (?:{_TIMES})")
_BY = re.compile(r"[x×*] ?\d{3}")
SIDE = "side"
"""The kind of a number that is one side of a picture."""
_SINGLE = re.compile(r"(?i)\b(?:a|one) (single) (?=[a-z])")
_NOT_SINGLE = frozenset(_WORDS["not_single"]) | frozenset(_DATA["moments"]["bare"])
_NEGATIVE = frozenset({"not", "n't", "never", "without", "no", "nor", "neither", "fail", "hardly", "barely"})
_NEGATED = 4  # tokens before "a single" in which a "not" makes it none


def told_in_words(parse: Parse) -> list[Piece]:
    """The pieces of a text whose number no numeral tells, in order."""
    folded = parse.folded.replace("\n", " ")
    lower = folded.lower()  # a look for the word itself is quicker than a pattern that fits it in any case
    out = [*_majorities(folded), *_times(folded, lower), *_sizes(folded)]
    if " and a half" in lower:
        out += [
            _piece(match, _time(match[2] + "s"), _ONE_AND_A_HALF * (10 if match[2].lower() == "decade" else 1), "cardinal")
            for match in _AND_A_HALF.finditer(folded)
        ]
    if "50" in lower or "fifty" in lower:
        out += [_piece(match, PERCENT, _HALF, "cardinal") for match in _EVEN.finditer(folded)]
    if "from " in lower:
        out += [_rank(match) for match in _MOVED_RANK.finditer(folded)]
    if "0s" in lower:
        out += [_decade(match) for match in _DEGREES.finditer(folded)]
    if "score" in lower:
        out += [_piece(match, None, _SCORE, "cardinal") for match in _SCORE_OF.finditer(folded)]
    if "single" in lower:
        out += [_piece(match, None, Decimal(1), SINGLE) for match in _SINGLE.finditer(folded) if _counts(parse.token_at(match.start(1)))]
    return sorted(out, key=lambda piece: piece.start)


def _rank(match: re.Match[str]) -> Piece:
    """The new rank of "from fourth to 11th"."""
    written = match[1][len("to ") :].lower()
    value = ORDINALS.get(written) or Decimal(written[:-2])
    start = match.start(1) + len("to ")
    return Piece(start, match.end(1), Span(start, match.end(1)), value, value, RANK, "cardinal", value)


def _decade(match: re.Match[str]) -> Piece:
    """Degrees told to the ten: "in the 60s"."""
    low = Decimal(match[1][:-1])
    return Piece(match.start(1), match.end(1), Span(match.start(1), match.end(1)), low, low + 9, DEGREE, "cardinal", low)


def _majorities(folded: str) -> list[Piece]:
    found = _MAJORITY.finditer(folded) if "ajority" in folded else ()
    return [replace(_piece(match, PERCENT, _HALF, MAJORITY), end=match.end() - 1) for match in found]


def _times(folded: str, lower: str) -> list[Piece]:
    """ "for years" and "the next few days": times without a number."""
    bare = [_piece(match, _time(match[1]), None, "vague") for match in _FOR_TIME.finditer(folded)] if _A_TIME.search(lower) else []
    found = _FEW.finditer(folded) if " few " in lower else ()
    return bare + [replace(_piece(match, _time(match[2]), None, "vague"), end=match.end()) for match in found]


def _sizes(folded: str) -> list[Piece]:
    """Both sides of a picture: "400x150"."""
    return [
        Piece(start, end, Span(start, end), Decimal(folded[start:end]), Decimal(folded[start:end]), PIXEL, SIDE)
        for match in (_SIZE.finditer(folded) if _BY.search(folded) else ())
        for start, end in (match.span(1), match.span(2))
    ]


def has_words_that_count(folded: str) -> bool:
    """False for a text in which `told_in_words` finds nothing, whatever its parse."""
    return any(
        pattern.search(folded.replace("\n", " "))
        for pattern in (_MAJORITY, _FOR_TIME, _FEW, _SCORE_OF, _SINGLE, _AND_A_HALF, _EVEN, _MOVED_RANK, _DEGREES)
    )


def _piece(match: re.Match[str], unit: Unit | None, value: Decimal | None, kind: str) -> Piece:
    return Piece(match.start(1), match.end(1), Span(match.start(1), match.end(1)), value, value, unit, kind, value)


def _time(word: str) -> Unit:
    name = {"centuries": "century"}.get(word.lower(), word.lower()[:-1])
    return Unit({"decade": "year", "century": "year"}.get(name, name), "time", quantity=name)


def _counts(single: Token | None) -> bool:
    """True for "a single missile", not for "a single mother", "a single factor" or "not a single vote"."""
    if single is None or single.dep_ != "amod" or single.i == 0:
        return False
    noun = single.head
    words = {noun.lower_, noun.lemma_.lower(), single.nbor(1).lower_}
    before = single.doc[max(single.sent.start, single.i - _NEGATED) : single.i]
    kind = single.nbor(1).tag_ == "NN" and single.nbor(1).dep_ == "compound"  # "a single board computer"
    counted = noun.tag_ == "NN" and noun.i > single.i and not kind and not words & _NOT_SINGLE
    return counted and not any(token.lower_ in _NEGATIVE or token.lemma_ in _NEGATIVE for token in before)
