"""Complements: where the content of a cue begins and ends in its sentence, the parser's usual slips mended."""

from __future__ import annotations

from variorum.extract.grammar.attribution import lemma_of
from variorum.extract.grammar.cues import cues
from variorum.extract.grammar.syntax import Syntax

_BETWEEN = frozenset({"dative", "dobj", "npadvmod", "advmod", "prt", "prep", "punct", "aux", "neg", "oprd"})
_CLIMB = 8  # heads climbed in search of the verb that reports; a longer way is a parser's slip
DASHES = frozenset({",", "-", "--", "\u2013", "\u2014"})


def complement(syntax: Syntax, verb: int, label: str) -> int | None:
    """The complement clause: the last one after the verb, else the one before it ("X, officials said")."""
    found = syntax.children(verb, label)
    after = [kid for kid in found if kid > verb]
    return after[-1] if after else (found[-1] if found else None)


def reported_by(syntax: Syntax, token: int) -> int | None:
    """The verb of saying in whose reported clause a token stands, None if it stands in none."""
    for _ in range(_CLIMB):
        over = syntax.head[token]
        if over == token:
            return None
        if syntax.dep[token] == "ccomp" and lemma_of(syntax, over) in cues().clause:
            return over
        token = over
    return None


def told_clause(syntax: Syntax, verb: int) -> int | None:
    """The clause of "told a witness that ..." where the parser hung it on the witness."""
    hearer = next((kid for kid in syntax.children(verb, "dobj", "dative") if kid > verb), None)
    return None if hearer is None else next((kid for kid in syntax.children(hearer, "acl", "relcl") if _opens_with_that(syntax, kid)), None)


def _opens_with_that(syntax: Syntax, verb: int) -> bool:
    return any(syntax.lower[kid] == "that" and syntax.dep[kid] == "mark" for kid in syntax.kids[verb])


def takes_to(syntax: Syntax, verb: int) -> bool:
    """True for an infinitive with "to"."""
    return any(syntax.tag[kid] == "TO" for kid in syntax.kids[verb])


def after_addressee(syntax: Syntax, verb: int, limit: int) -> int:
    """The first token after a cue verb that is not its addressee, time or place: where the reported clause begins on the surface."""
    at = verb + 1
    while at < limit:
        if syntax.lower[at] == "that" and syntax.dep[at] == "mark":
            return at
        kid = at
        while syntax.head[kid] != verb and syntax.head[kid] != kid and kid > verb:
            kid = syntax.head[kid]
        if syntax.head[kid] != verb or syntax.dep[kid] not in _BETWEEN or kid <= verb:
            return at
        if syntax.dep[kid] == "dobj" and lemma_of(syntax, verb) not in cues().telling:
            return at
        at = max(syntax.right[kid], at) + 1
    return limit


def clause_end(syntax: Syntax, verb: int, first: int, last: int) -> int:
    """The last token of a reported clause: not what follows a quotation that ends with a comma or full stop inside its marks."""
    for token in range(first, last):
        number = syntax.quote[token]
        if number >= 0 and syntax.quote[token + 1] != number and syntax.quote[verb] != number:
            inner = syntax.quotations[number].inner
            if syntax.text[inner.end - 1] in ",.!?" and not any(syntax.quote[later] >= 0 for later in range(token + 1, last + 1)):
                return token
    for kid in range(first, last + 1):
        begin = syntax.left[kid]
        if begin > first and syntax.dep[kid] == "advcl" and syntax.right[kid] == last and _leaves(syntax, kid, begin):
            return begin - 1
        if kid > first and _second_cue(syntax, verb, kid):
            return next((at for at in range(kid - 1, first, -1) if syntax.dep[at] == "cc"), kid) - 1
    return _second_that(syntax, last)


def _second_cue(syntax: Syntax, verb: int, token: int) -> bool:
    """True for "called" in "she said the plan was dead and called it ...": a second cue of the reporting subject that the parser hung too low."""
    if syntax.dep[token] != "conj" or syntax.tag[token] != syntax.tag[verb] or syntax.tag[token] == "VB":
        return False
    over = syntax.head[token]
    told = lemma_of(syntax, token) in cues().reporting or syntax.tag[over] != syntax.tag[verb]
    return told and cues().governs(lemma_of(syntax, token)) and syntax.child(token, "nsubj", "nsubjpass", "aux") is None


def trimmed(syntax: Syntax, first: int, last: int) -> int:
    """The last token of an object without a closing description of it: ", which the council had rejected", ", who was not there"."""
    for kid in range(first + 1, last + 1):
        begin = syntax.left[kid]
        if syntax.dep[kid] == "relcl" and begin > first + 1 and syntax.lower[begin - 1] == "," and syntax.right[kid] >= last - 1:
            return begin - 2
    return last


def _leaves(syntax: Syntax, verb: int, begin: int) -> bool:
    """True for a closing clause that belongs to the one who reports: "..., while the others wait", "..., adding that"."""
    adds = syntax.tag[verb] == "VBG" and verb - begin < 2 and syntax.lower[begin - 1] in DASHES and lemma_of(syntax, verb) in cues().clause
    return adds or syntax.lower[begin] == "while"


def _second_that(syntax: Syntax, last: int) -> int:
    """The end of "... and that ...": a second reported clause wherever the parser hung it."""
    at = last + 1
    while at < len(syntax) and syntax.lower[at] in (",", "and", "but", "or") and at < last + 3:
        at += 1
    if last + 1 < at < len(syntax) and syntax.lower[at] == "that" and syntax.dep[at] == "mark" and syntax.sentence[at] == syntax.sentence[last]:
        return max(last, syntax.right[syntax.head[at]])
    return last


def with_infinitive(syntax: Syntax, verb: int, last: int) -> int:
    """The end of "the allies to pay more" after "called on": an infinitive that follows at once belongs to it."""
    for kid in syntax.kids[verb]:
        if syntax.dep[kid] in ("xcomp", "advcl", "ccomp") and syntax.left[kid] == last + 1 and syntax.lower[last + 1] == "to":
            return syntax.right[kid]
    if (
        last + 2 < len(syntax)
        and syntax.lower[last + 1] == "to"
        and syntax.tag[last + 2] == "VB"
        and syntax.sentence[last + 2] == syntax.sentence[verb]
    ):
        return syntax.right[last + 2]  # the parser hung it elsewhere
    return last


def for_clause(syntax: Syntax, verb: int) -> tuple[int, int] | None:
    """ "called for the allies to pay more": the tokens after "for", with the infinitive."""
    for kid in syntax.kids[verb]:
        first = syntax.left[kid]
        if syntax.dep[kid] in ("advcl", "xcomp", "ccomp") and first > verb and syntax.lower[first] == "for" and takes_to(syntax, kid):
            return first + 1, syntax.right[kid]
    return None


def through_quotation(syntax: Syntax, last: int, reach: int) -> int:
    """The end of a quotation that begins at most `reach` tokens after `last` in its sentence, else `last`: "called it a “disaster”"."""
    end = min(syntax.sentence_range(last)[1], last + reach)
    for token in range(last + 1, end + 1):
        number = syntax.quote[token]
        if syntax.lower[token] in (",", ";", ":") and number < 0:
            return last
        if number >= 0 and number != syntax.quote[last]:
            return next((at - 1 for at in range(token, len(syntax)) if syntax.quote[at] != number), len(syntax) - 1)
    return last
