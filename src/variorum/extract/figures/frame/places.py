"""Places of a text: names and descriptions behind prepositions of place, or before a noun of event ("the Oldport flood")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.extract.figures.frame.clauses import MAX_CLIMB, Clause, Site, happens, hurts, is_event, site_of, words
from variorum.extract.figures.meaning.subjects import NOUNS, VERBS
from variorum.records.article import Span
from variorum.records.frame import Setting
from variorum.records.marks import DateMark, Name
from variorum.text.layout import dateline_end
from variorum.text.name_words import is_acronym, place_names, word_list
from variorum.text.parsing.parse import Parse

LONGEST_DESCRIPTION = 8  # words of a described place before its noun; more is no short phrase
_BEFORE_NOUN = frozenset({"compound", "nmod", "amod"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words for where or when, the word of the sentence that they hang on, and where the whole phrase begins (its preposition)."""

    setting: Setting
    site: Site
    top: Token
    first: int
    sentence: int


def find_places(parse: Parse, names: tuple[Name, ...], dates: tuple[DateMark, ...]) -> list[Candidate]:
    """Every place of a text in a phrase of place, in order. Datelines are left out."""
    datelines = [Span(block.start, end) for block in parse.blocks if (end := dateline_end(parse.folded, block))]
    named = [span for name in names if (span := _named(parse, name)) is not None]
    dated = {token.i for date in dates for token in parse.tokens(date.start, date.end)}
    named = [span for span in named if not any(token.i in dated for token in span)]
    taken = {token.i for name in names for token in parse.tokens(name.start, name.end)}
    spans = sorted([*named, *_described(parse, taken)], key=lambda span: span[0].idx)
    spans = [span for span in spans if not any(line.contains(Span(span[0].idx, span[-1].idx + 1)) for line in datelines)]
    spans = _joined(spans)
    kinds = {token.i for token in parse.doc if token.lower_ in words("places", "same") and _name_of(token, taken) is not None}
    chained = frozenset(kinds | {_top(span).i for span in spans})
    return [found for span in spans if (found := _candidate(parse, span, chained)) is not None]


def _joined(spans: list[list[Token]]) -> list[list[Token]]:
    """One place of a description and a name that is part of it; of "the city of Oldport" the name is enough."""
    out: list[list[Token]] = []
    for span in spans:
        if out and span[0].i <= out[-1][-1].i:
            out[-1] = max(out[-1], span, key=len)
        else:
            out.append(span)
    return out


def _named(parse: Parse, name: Name) -> list[Token] | None:
    """The tokens of a name that can be a place: by its kind, as a building, or unknown and in a phrase of place."""
    tokens = parse.tokens(name.start, name.end)
    if not tokens or name.kind == "group" or (name.kind == "person" and name.role is not None):
        return None
    if len(tokens) == 1 and tokens[0].lower_ in words("places", "nouns") | words("places", "facilities"):
        return None  # the rest of a name that was cut: "the Bay Resort and Casino"
    first, last = name.text.split()[0].lower(), name.text.split()[-1].lower()
    if name.kind == "place" or name.text.lower() in place_names():
        return tokens
    if len(tokens) > 1 and (last in words("places", "facilities") or (first in words("places", "facilities") and tokens[1].lower_ == "of")):
        return tokens
    before = tokens[0].nbor(-1).lower_ if tokens[0].i else ""
    numbered = tokens[-1].i + 1 < len(parse.doc) and tokens[-1].nbor().like_num
    if before in {"on", "a", "an", "des", "du"} or numbered:
        return None  # "on Facebook", "in Game 5"
    odd = last in word_list("things") or last in word_list("organisations") or is_acronym(name.text)
    if name.kind == "person":  # "a fire in Port Ellis"
        return tokens if before in {"in", "near"} and _tells_event(_top(tokens)) else None
    return tokens if name.kind == "unknown" and not odd and _may_have_place(_top(tokens)) else None


def _may_have_place(top: Token) -> bool:
    """True unless a name of unknown kind hangs on an amount: "12 percent in Northwind" is a stake."""
    above = top.head.head if top.dep_ == "pobj" else top.head
    return above.lower_ not in {"percent", "cent", "%", "pct"} and above.lemma_.lower() not in words("places", "into")


def _tells_event(top: Token) -> bool:
    """True for the name after a noun or verb of disaster and "in"."""
    above = top.head.head
    return top.dep_ == "pobj" and (is_event(above) or happens(above))


def _described(parse: Parse, taken: set[int]) -> Iterator[list[Token]]:
    """Places told without a name: "the capital", "a village", "the outskirts of Oldport"."""
    for token in parse.doc:
        vehicle = token.lower_ in words("places", "vehicles")
        if (
            (not vehicle and token.lower_ not in words("places", "nouns"))
            or token.i in taken
            or token.dep_ in _BEFORE_NOUN
            or token.pos_ not in NOUNS
        ):
            continue
        first = token.left_edge
        if token.i - first.i > LONGEST_DESCRIPTION or not _tells_which(first, token):
            continue
        if vehicle and (first.i == 0 or first.nbor(-1).lower_ not in {"aboard", "board", "inside", "on"}):
            continue
        inner = _name_of(token, taken)
        if inner is None:
            yield list(parse.doc[first.i : token.i + 1])
        elif token.lower_ not in words("places", "same"):
            yield list(parse.doc[first.i : inner.right_edge.i + 1 if inner.right_edge.i - inner.i < 1 else inner.i + 1])


def _tells_which(first: Token, noun: Token) -> bool:
    """True for a noun with an article or a possessor and no number: not for "12 hospitals" or "in hospital"."""
    if any(child.pos_ == "NUM" or child.dep_ in {"relcl", "punct"} for child in noun.lefts):
        return False
    if noun.lower_ == "state" and first.lower_ in {"a", "an"}:
        return False  # "a state of emergency"
    return first.i < noun.i and first.pos_ in {"DET", "PRON", "PROPN"} and first.lower_ not in {"every", "each", "no", "any", "another", "some"}


def _name_of(noun: Token, taken: set[int]) -> Token | None:
    """The name in "the port of Oldport"."""
    of = next((child for child in noun.rights if child.lower_ == "of" and child.i == noun.i + 1), None)
    return next((child for child in of.rights if child.dep_ == "pobj" and child.i in taken), None) if of is not None else None


def _top(span: list[Token]) -> Token:
    inside = {token.i for token in span}
    return next((token for token in reversed(span) if token.head.i not in inside or token.head.i == token.i), span[-1])


def _candidate(parse: Parse, span: list[Token], chained: frozenset[int]) -> Candidate | None:
    top = _top(span)
    aboard = _aboard(span)
    site = site_of(aboard if aboard is not None else top, chained)
    own = aboard if aboard is not None else _own_preposition(top)
    start, end = span[0].idx, span[-1].idx + len(span[-1])
    if site.how in _BEFORE_NOUN and own is None:
        return _made(parse, Span(start, end), site, top, start) if is_event(site.token) and site.token.i > top.i else None
    if any(_is_where(child) for child in top.rights):
        site = site if site.preposition is not None and _of_place(site.preposition) else Site(top, own, "where")
        return _made(parse, Span(start, end), site, top, start)
    outer = site.preposition or aboard
    if outer is not None and own is not None and not _of_place(outer):  # "into a river in Oldport"
        site, outer = site_of(top, frozenset()), own
    if outer is None or not _of_place(outer) or not (own is None or _of_place(own) or (own.lower_ == "of" and own.head.i in chained)):
        return None
    first = min(start, own.idx) if own is not None else start
    if own is not None and own.lower_ in words("places", "beside"):
        start = own.idx
    return _made(parse, Span(start, end), site, top, first)


def _aboard(span: list[Token]) -> Token | None:
    """The preposition of "on board the ship"."""
    first = span[0]
    if first.i < first.sent.start + 2 or first.nbor(-1).lower_ != "board" or first.nbor(-2).lower_ not in {"on", "onboard"}:
        return None
    return first.nbor(-2)


def _own_preposition(top: Token) -> Token | None:
    return top.head if top.dep_ == "pobj" and top.head.pos_ in {"ADP", "SCONJ", "ADV"} else None


def _of_place(preposition: Token) -> bool:
    return preposition.lower_ in words("places", "inside") | words("places", "beside")


def _made(parse: Parse, span: Span, site: Site, top: Token, first: int) -> Candidate:
    return Candidate(Setting(span.start, span.end, span.of(parse.text)), site, top, first, top.sent.start)


def holds(place: Candidate, clause: Clause) -> bool:
    """True if a place hangs where it says where the figure of a clause holds."""
    site = place.site.token
    if _is_where(clause.verb) and place.top.i == clause.verb.head.i:
        return True
    if place.top.i in clause.own or site.lemma_.lower() in words("places", "into"):
        return False
    if site.i in clause.own and any(clause.top.doc[noun].lower_ in words("places", "into") for noun in clause.own):
        return False  # "a stake of 12 percent in Northwind"
    if site.i in clause.verbs | clause.after | clause.own | clause.told or is_shared(place, clause):
        return True
    return _slipped(place, clause)


def _is_where(verb: Token) -> bool:
    """True for the verb of a clause that tells what happens in the place before it: "Oldport, where 12 died"."""
    return verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.lefts)


def is_shared(candidate: Candidate, clause: Clause) -> bool:
    """True for what stands before two verbs that "and" joins, the second of which is that of the clause."""
    site = candidate.site.token
    return site.i in clause.before and candidate.setting.end <= site.idx


def _slipped(place: Candidate, clause: Clause) -> bool:
    """True for a place that hangs on a noun in what tells a disaster: "killed when a truck hit a crowd in Oldport"."""
    noun = place.site.token
    if place.site.how != "prep" or noun.pos_ not in NOUNS:
        return False
    for _ in range(MAX_CLIMB):
        if (
            noun.dep_ not in {"pobj", "dobj", "prep", "attr"}
            or noun.head.i == noun.i
            or noun.lower_ in {"of", "from", "to", "for", "after", "before"}
        ):
            return False
        noun = noun.head
        if noun.pos_ in VERBS:
            return (happens(noun) or hurts(clause.verb)) and noun.i in clause.verbs | clause.after
    return False
