"""Nouns and adjectives as cues: "his claim that", "calls for", "is confident that", "is open to"."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.extract.grammar.attribution import Draft, cut, phrase, subject
from variorum.extract.grammar.complements import takes_to
from variorum.extract.grammar.cues import Cues, cues
from variorum.extract.grammar.syntax import Syntax

_NOBODY = frozenset({"it", "this", "that", "there", "you"})
_FIRST_PERSON = frozenset({"i", "we"})


def noun_attributions(syntax: Syntax, lexicon: Cues, noun: int, lemma: str) -> Iterator[Draft]:
    """What a noun of saying holds, if the text tells whose it is: "his claim that ...", "a call from the union for ..."."""
    content, frame = None, ""
    for kid in syntax.kids[noun]:
        if kid < noun:
            continue
        dep = syntax.dep[kid]
        if dep in ("acl", "ccomp", "relcl") and lemma in lexicon.noun_clause and _that(syntax, kid):
            content, frame = kid, "noun clause"
        elif dep in ("acl", "relcl") and lemma in lexicon.noun_infinitive and takes_to(syntax, kid):
            content, frame = kid, "noun infinitive"
        elif dep == "prep" and syntax.lower[kid] in lexicon.noun_prepositions.get(lemma, ()):
            content, frame = syntax.child(kid, "pobj", "pcomp"), "noun preposition"
        elif takes_to(syntax, kid) and syntax.lower[syntax.left[kid]] in lexicon.noun_prepositions.get(lemma, ()):
            content, frame = kid, "noun preposition"  # "calls for the union to pay more"
        if content is not None:
            break
    if content is None:
        return
    holder = _noun_holder(syntax, noun)
    first = syntax.left[content]
    piece = cut(syntax, first + (syntax.lower[first] == "for" and frame == "noun preposition"), syntax.right[content])
    if piece and holder is not None:
        yield Draft([piece], phrase(syntax, holder), (noun, noun), noun, frame)


def _that(syntax: Syntax, verb: int) -> bool:
    """True if a clause begins with "that" as a conjunction: it has its own subject besides."""
    mark = next((kid for kid in syntax.kids[verb] if syntax.lower[kid] == "that"), None)
    if mark is None:
        return False
    return syntax.dep[mark] == "mark" or syntax.tag[mark] == "IN"


def _noun_holder(syntax: Syntax, noun: int) -> int | None:
    """Whose claim, promise or call it is: "his claim", "a call from the mayor", "made a promise"."""
    owner = syntax.child(noun, "poss")
    if owner is not None:
        return owner
    for kid in syntax.kids[noun]:
        if kid > noun and syntax.dep[kid] in ("prep", "agent") and syntax.lower[kid] in ("by", "from", "among"):
            return syntax.child(kid, "pobj")
    over = syntax.head[noun]
    stirred = syntax.lemma[noun] in cues().stirred and syntax.lemma[over] in cues().stirring
    if syntax.dep[noun] == "dobj" and syntax.lemma[over] in cues().light and not stirred:
        return subject(syntax, over)
    return None


def adjective_attributions(syntax: Syntax, lexicon: Cues, token: int, lemma: str) -> Iterator[Draft]:
    """What an adjective of attitude after "be" holds: "is confident that ...", "is open to ..."."""
    content, frame = None, ""
    for kid in syntax.kids[token]:
        if kid < token:
            continue
        dep = syntax.dep[kid]
        if dep == "ccomp" and lemma in lexicon.adjective_clause:
            content, frame = kid, "adjective clause"
        elif dep == "xcomp" and lemma in lexicon.adjective_infinitive and takes_to(syntax, kid):
            content, frame = kid, "adjective infinitive"
        elif dep == "prep" and syntax.lower[kid] in lexicon.adjective_prepositions.get(lemma, ()):
            content, frame = syntax.child(kid, "pobj", "pcomp"), "adjective preposition"
        if content is not None:
            break
    over = syntax.head[token]
    if content is None or syntax.dep[token] not in ("acomp", "oprd", "ccomp") or not syntax.is_verb(over):
        return
    holder = subject(syntax, over)
    if holder is None or syntax.lower[holder] in _NOBODY:
        return
    if syntax.quote[token] >= 0 and syntax.lower[holder] in _FIRST_PERSON:
        return
    piece = cut(syntax, syntax.left[content], syntax.right[content])
    if piece:
        yield Draft([piece], phrase(syntax, holder), (token, token), token, frame)
