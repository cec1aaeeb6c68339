"""Attribution in one clause: the subject of a cue, the words that name it, and the stretch of text that is its content."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.extract.grammar.cues import cues
from variorum.extract.grammar.syntax import Syntax

RELATIVES = frozenset({"who", "that", "which", "whom"})
_SUBJECTS = ("nsubj", "nsubjpass")
_LEMMAS = {"hop": "hope", "felt": "feel", "thought": "think", "tweete": "tweet", "retweete": "retweet", "fearing": "fear", "wrote": "write"}
_DEPTH = 8  # clauses that are climbed in search of a subject; English stacks fewer


@dataclass(slots=True)
class Draft:
    """A statement in the making: content as character ranges, speaker and cue as token ranges, the cue's main token."""

    contents: list[tuple[int, int]]
    speaker: tuple[int, int] | None
    cue: tuple[int, int] | None
    verb: int | None
    frame: str = ""
    direct: bool = False


def lemma_of(syntax: Syntax, token: int) -> str:
    """The lemma, with the tagger's usual slips mended."""
    lemma = syntax.lemma[token]
    return _LEMMAS.get(lemma, lemma)


def is_passive(syntax: Syntax, verb: int) -> bool:
    """True for "was told" and, with an agent, for "told by"."""
    if syntax.tag[verb] != "VBN":
        return False
    return syntax.child(verb, "auxpass", "nsubjpass") is not None or (syntax.dep[verb] == "acl" and syntax.child(verb, "agent") is not None)


def agent(syntax: Syntax, verb: int) -> int | None:
    """The noun after "by" in a passive clause."""
    by = syntax.child(verb, "agent")
    return None if by is None else syntax.child(by, "pobj")


def subject(syntax: Syntax, verb: int, depth: int = 0) -> int | None:
    """The token that heads the subject of a verb, also where a participle, infinitive or second verb shares it; None if there is none."""
    if is_passive(syntax, verb) and depth == 0 and lemma_of(syntax, verb) not in cues().stative:
        return agent(syntax, verb)
    own = syntax.child(verb, *_SUBJECTS)
    if own is not None:
        return own
    over, dep = syntax.head[verb], syntax.dep[verb]
    if syntax.tag[verb] == "VBG" and dep in ("acl", "advcl", "ccomp", "conj", "dep") and _set_off(syntax, verb):
        main = _reporting_clause(syntax, over)
        if main is not None and main != verb:
            return subject(syntax, main, depth + 1)
    if depth >= _DEPTH or over == verb:
        return None
    if dep == "acl" and any(syntax.tag[kid] == "TO" for kid in syntax.kids[verb]):
        owner = syntax.child(over, "poss")  # "his plan to sell": the owner of the plan, not the plan
        return owner if owner is not None or syntax.dep[over] != "dobj" else subject(syntax, syntax.head[over], depth + 1)
    if dep in ("relcl", "acl"):
        return _noun_subject(syntax, over, depth)
    if dep == "xcomp":
        receiver = syntax.child(over, "dobj", "dative")
        return receiver if receiver is not None and syntax.tag[verb] == "VB" and receiver < verb else subject(syntax, over, depth + 1)
    if dep in ("prep", "pcomp"):
        return _climb(syntax, over, depth)
    if dep in ("conj", "advcl", "ccomp", "dep", "parataxis", "aux", "acomp"):
        return subject(syntax, over, depth + 1) if syntax.is_verb(over) else _noun_subject(syntax, over, depth)
    return None


def _climb(syntax: Syntax, token: int, depth: int) -> int | None:
    for _ in range(_DEPTH):
        if syntax.is_verb(token):
            return subject(syntax, token, depth + 1)
        if syntax.head[token] == token:
            return None
        if syntax.dep[token] == "prep" and syntax.pos[syntax.head[token]] in ("NOUN", "PROPN"):
            return None
        token = syntax.head[token]
    return None


def _noun_subject(syntax: Syntax, noun: int, depth: int) -> int | None:
    """The noun that a clause describes; for a document ("issued a statement saying") the one who issues it."""
    if syntax.lemma[noun] in cues().documents and syntax.dep[noun] == "dobj":
        issuer = subject(syntax, syntax.head[noun], depth + 1)
        if issuer is not None:
            return issuer
    return noun if syntax.pos[noun] in ("NOUN", "PROPN", "PRON", "NUM", "DET") else None


_DASHES = frozenset({",", "-", "--", "\u2013", "\u2014"})


def _set_off(syntax: Syntax, verb: int) -> bool:
    """True if a participle clause stands after a comma or dash, so that it speaks of the sentence's subject and not of the noun before."""
    first = syntax.left[verb]
    return first > 0 and syntax.lower[first - 1] in _DASHES and verb - first < 3


def _reporting_clause(syntax: Syntax, token: int) -> int | None:
    """The verb whose subject a participle set off by a comma shares: out of a reported clause, up to the one who reports."""
    top = syntax.clause(token)
    for _ in range(_DEPTH):
        over = syntax.head[top]
        if over == top or syntax.dep[top] not in ("ccomp", "relcl", "acl") or not syntax.is_verb(top):
            break
        if syntax.dep[top] != "ccomp" and syntax.child(top, "nsubj") is not None:
            break
        top = syntax.clause(over)
    return top if syntax.is_verb(top) else None


def antecedent_of_relative(syntax: Syntax, own: int) -> int | None:
    """The noun that "who" or "which" stands for, None for any other word."""
    if syntax.lower[own] not in RELATIVES or syntax.tag[own] not in ("WP", "WDT"):
        return None
    token = own
    for _ in range(_DEPTH):
        token = syntax.head[token]
        if syntax.dep[token] == "relcl":
            return syntax.head[token]
    return None


def phrase(syntax: Syntax, token: int) -> tuple[int, int]:
    """First and last token of the noun phrase that `token` heads, without clauses, descriptions after a comma and outer punctuation."""
    first, last = syntax.left[token], syntax.right[token]
    named = syntax.child(token, "appos")
    if named is not None and syntax.pos[named] == "PROPN" and syntax.pos[token] != "PROPN" and token < named < token + 12:
        return _phrase_start(syntax, first, token), named
    for kid in syntax.kids[token]:
        if syntax.dep[kid] in ("relcl", "acl", "appos", "advcl", "parataxis", "cc") and kid > token and not _goes_on(syntax, kid):
            last = min(last, syntax.left[kid] - 1)
            break
    while last > token and (syntax.pos[last] in ("PUNCT", "CCONJ", "SPACE") and syntax.lower[last] != ")"):
        last -= 1
    return _phrase_start(syntax, first, token), max(last, token)


def _phrase_start(syntax: Syntax, first: int, token: int) -> int:
    while first < token and syntax.pos[first] in ("PUNCT", "CCONJ", "SPACE", "SCONJ"):
        first += 1
    return first


def _goes_on(syntax: Syntax, kid: int) -> bool:
    """True for a reduced clause that belongs to the name of a group ("analysts polled by an agency") and for a second holder."""
    if syntax.dep[kid] == "cc":
        return True
    before = syntax.left[kid] - 1
    return syntax.dep[kid] == "acl" and syntax.tag[kid] in ("VBN", "VBG") and syntax.lower[before] != "," and syntax.right[kid] - syntax.left[kid] < 8


def cue_range(syntax: Syntax, verb: int) -> tuple[int, int]:
    """The cue verb with the auxiliaries and adverbs that stand right before it."""
    first = verb
    while first > 0 and syntax.head[first - 1] == verb and syntax.dep[first - 1] in ("aux", "auxpass", "neg", "advmod"):
        first -= 1
    while first < verb and syntax.pos[first] == "ADV" and syntax.dep[first] == "advmod":
        first += 1
    return first, verb


_OPENERS = frozenset({"that", ",", ";", ":", "-", "--", "\u2013", "\u2014", "and", "but", "or", "..."})
_CLOSERS = frozenset({",", ";", ":", ".", "-", "--", "\u2013", "\u2014", "and", "but", "or", "(", "[", "\u2026"})


def cut(syntax: Syntax, first: int, last: int, keep_that: bool = False) -> tuple[int, int] | None:
    """Character range of the tokens `first` to `last` without outer punctuation; None if nothing is left.

    Where one end lies inside quotation marks and the other outside, the whole quotation is taken, so that marks stay paired.
    """
    while first <= last and (syntax.pos[first] == "SPACE" or (syntax.lower[first] in _OPENERS and not (keep_that and syntax.lower[first] == "that"))):
        first += 1
    while last >= first and (syntax.pos[last] == "SPACE" or syntax.lower[last] in _CLOSERS):
        last -= 1
    if first > last:
        return None
    place = _pair_marks(syntax, first, last)
    return place if place and syntax.text[place[0] : place[1]].strip() else None


def _pair_marks(syntax: Syntax, first: int, last: int) -> tuple[int, int] | None:
    start, end = syntax.start[first], syntax.end[last]
    a, b = syntax.quote[first], syntax.quote[last]
    if a == b:
        if a < 0:
            return start, end
        whole = syntax.quotations[a]
        if start <= whole.inner.start and whole.closed and (start == whole.start or end >= whole.inner.end):
            return whole.start, whole.end
        inside = start > whole.start and end < whole.end
        return (start, end) if inside else (max(start, whole.start), min(end, whole.end))
    if a >= 0:
        begin = syntax.quotations[a]
        if start > begin.inner.start:
            return start, begin.inner.end  # the parse ran over the end of a quotation
        start = begin.start
    if b >= 0:
        close = syntax.quotations[b]
        end = close.end if close.closed else end
    return (start, end) if start < end else None


def without(syntax: Syntax, first: int, last: int, hole: tuple[int, int]) -> list[tuple[int, int]]:
    """The ranges that are left of `first` to `last` when the tokens of `hole` are taken out."""
    apart = hole[1] < first or hole[0] > last
    parts = [(first, last)] if apart else [(first, hole[0] - 1), (hole[1] + 1, last)]
    cuts = (cut(syntax, a, b) for a, b in parts if a <= b)
    return [piece for piece in cuts if piece]
