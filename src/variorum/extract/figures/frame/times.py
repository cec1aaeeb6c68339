"""Times of a text: its dates, and words of time that are no dates ("so far", "at 3 p.m.", "a year earlier")."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.extract.figures.frame.clauses import Clause, is_event, is_speech, site_of, words
from variorum.extract.figures.frame.places import Candidate, is_shared
from variorum.extract.figures.meaning.subjects import NOUNS, SUBJECTS, VERBS
from variorum.lang import language_data
from variorum.records.article import Span
from variorum.records.frame import Setting
from variorum.records.marks import DateMark
from variorum.text.parsing.parse import Parse

_BEFORE_NOUN = frozenset({"compound", "nmod", "amod", "nummod", "poss"})
_PART_OF_DAY = re.compile(r"(?i)\d|midday|midnight|noon|dawn|daybreak|dusk|nightfall|sunrise|sunset")
_SUPERLATIVE = re.compile(r"(?i)\b(?:first|only|most|least|\w{2,}est|worst|best|second|third)\b[^.,;:]*$")  # "the worst since 1908"
BEFORE_SINCE = 60  # characters
BEFORE_SAYING = 6  # words between a verb of saying and its time: "told a crowd of reporters on"


@dataclass(frozen=True, slots=True)
class _Words(Span):
    value: str | None = None


@functools.cache
def _scanner() -> re.Pattern[str]:
    patterns = language_data("settings")["times"]["patterns"]
    return re.compile(r"(?i)(?<![\w$€£.,-])(?:" + "|".join(patterns) + r")(?![\w-])")


def find_times(parse: Parse, dates: tuple[DateMark, ...]) -> list[Candidate]:
    """Every expression of time in a text, in order, none overlapping another."""
    spans = list(_spans(parse, dates))
    tops = [(span, top) for span in spans if (top := _top(parse, span)) is not None]
    chained = frozenset(top.i for _, top in tops)
    found = [made for span, top in tops if (made := _candidate(parse, span, top, chained)) is not None]
    return [time for time in found if not _of_saying(time)]


def _spans(parse: Parse, dates: tuple[DateMark, ...]) -> Iterator[_Words]:
    """Dates and other words of time by place; of two that overlap the longer one."""
    other = [_Words(match.start(), match.end()) for match in _scanner().finditer(parse.folded)]
    both = sorted([*other, *(_Words(date.start, date.end, date.value) for date in dates)], key=lambda span: (span.start, -span.end))
    last: _Words | None = None
    for span in both:
        if last is None or span.start >= last.end:
            if last is not None:
                yield last
            last = span
        elif len(span) > len(last):
            last = span
    if last is not None:
        yield last


def _top(parse: Parse, span: Span) -> Token | None:
    tokens = parse.tokens(span.start, span.end)
    inside = {token.i for token in tokens}
    return next((token for token in reversed(tokens) if token.head.i not in inside or token.head.i == token.i), None)


def _candidate(parse: Parse, span: _Words, top: Token, chained: frozenset[int]) -> Candidate | None:
    site = site_of(top, chained)
    own = _own_preposition(top)
    if own is not None and own.lower_ not in words("times", "at") | words("times", "since") | words("times", "until") | {"to", "than", "with"}:
        return None
    kind = _kind(own, top, parse, span)
    if kind is None or (kind == "since" and _SUPERLATIVE.search(parse.folded, max(0, span.start - BEFORE_SINCE), span.start)):
        return None
    start = span.start
    if own is not None and own.lower_ in {"before", "after"} and kind == "at":
        start = own.idx
    setting = Setting(start, span.end, parse.text[start : span.end], span.value, kind)
    return Candidate(setting, site, top, min(span.start, own.idx) if own is not None else span.start, top.sent.start)


def _own_preposition(top: Token) -> Token | None:
    """The preposition of a time, for a second one that of the first: "between May and July"."""
    node = top.head if top.dep_ == "conj" else top
    return node.head if node.dep_ in {"pobj", "pcomp"} and node.head.i < node.i else None


def _kind(own: Token | None, top: Token, parse: Parse, span: Span) -> str | None:
    """at, since or until, by the preposition; None for a time of another kind ("moved to Monday")."""
    if own is not None and own.lower_ in {"before", "after"}:
        if own.head.lower_ in words("times", "units") or (own.i and own.nbor(-1).lower_ in words("times", "units")):
            return None  # "the week before Christmas"
        if _PART_OF_DAY.match(parse.folded, span.start):
            return "at"
    lead = parse.folded[max(0, span.start - 10) : span.start].lower()
    if lead.endswith(("up to ", "through ")) or (own is not None and own.lower_ in words("times", "until")):
        return "until"
    if own is None:
        return None if parse.folded[max(0, span.start - 2) : span.start].startswith(":") else "at"  # "Updated: 2016-07-15"
    if own.lower_ == "between":
        return "since" if top.head.i == own.i else "until"
    if own.lower_ in words("times", "since"):
        return "since"
    return "until" if own.lower_ == "to" and "from" in {child.lower_ for child in own.head.children} else None if own.lower_ == "to" else "at"


def _of_saying(time: Candidate) -> bool:
    """True if a time is when somebody says something: "said on Monday", "told reporters on Monday"."""
    first = time.top.doc.char_span(time.first, time.first + 1, alignment_mode="expand")
    if is_speech(time.site.token) or first is None:
        return is_speech(time.site.token)
    at = first.start - 1
    for _ in range(BEFORE_SAYING):
        if at < time.sentence:
            return False
        token = time.top.doc[at]
        if is_speech(token) and token.pos_ in VERBS:
            return True
        if token.lower_ not in words("speech", "between") | {"in", "a", "an", "the", "on", "late", "early", "to", "at"}:
            return False
        at -= 1
    return False


def holds(time: Candidate, clause: Clause) -> bool:
    """True if a time hangs where it says when the figure of a clause holds."""
    site = time.site
    if time.setting.start <= clause.top.idx < time.setting.end:
        return False
    if site.preposition is not None and site.preposition.lower_ == "for" and is_event(site.token):
        return False  # "a meeting for Friday"
    if _of_relative(time) and clause.top.idx < time.setting.start:
        return False
    if site.how in SUBJECTS and site.token.i != clause.verb.i:
        return False  # "as 2016 arrived"
    if site.token.i in clause.verbs | clause.own or is_shared(time, clause):
        return True
    if site.how in _BEFORE_NOUN and site.token.pos_ in NOUNS:
        dated = is_event(site.token) or site.token.lower_ in words("times", "measured")
        return dated and site.token.i in clause.told
    return site.token.i in clause.told or _slipped(time, clause)


def _of_relative(time: Candidate) -> bool:
    """True for a time right after "who" or "which": it is that of the clause that begins there."""
    first = time.top.doc.char_span(time.first, time.first + 1, alignment_mode="expand")
    at = first.start - 1 if first is not None else -1
    if at > time.sentence and time.top.doc[at].text == ",":
        at -= 1
    return at >= time.sentence and time.top.doc[at].tag_ in {"WP", "WDT"}


def _slipped(time: Candidate, clause: Clause) -> bool:
    """True for a time that the parser hung on a noun without a time of its own: "left the hospital on Monday"."""
    noun, preposition = time.site.token, time.site.preposition
    if noun.pos_ not in NOUNS or (preposition is not None and preposition.lower_ not in {"on", "at", "in", "during", "by"}):
        return False
    if is_event(noun):
        return False
    if noun.dep_ == "pobj":
        noun = noun.head
        if noun.lower_ not in words("times", "beside"):
            return False
    return noun.dep_ in {"dobj", "attr", "prep"} and noun.head.i in clause.verbs
