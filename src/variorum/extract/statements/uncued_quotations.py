"""Quotations without a cue of their own: whose they are by what stands before them, and headings that are nothing but quoted words."""

from __future__ import annotations

from variorum.extract.grammar.attribution import Draft, is_passive, lemma_of, phrase, subject
from variorum.extract.grammar.cues import cues
from variorum.extract.grammar.syntax import Syntax
from variorum.extract.statements.quotation_places import ENDS, Place, content, inner

_SHORT_HEADING = 4  # tokens of a quoted heading, its two marks counted


def orphan(syntax: Syntax, place: Place, out: list[Draft]) -> Draft | None:
    """A quoted sentence without a cue of its own goes on with the speaker of the last quotation, up to two paragraphs back."""
    words = inner(syntax, place)
    before = syntax.lower[place.first - 1] if place.gap_before[0] < place.first else "."
    if place.after - place.first < 6 or before not in ENDS or words[-1:] not in ".?!\u2026":
        return _heading(place)
    last = out[-1] if out else None
    anchor = -1 if last is None else (last.verb if last.verb is not None else (last.speaker[0] if last.speaker else -1))
    told = _told_before(syntax, place)
    if told is not None and told[1] > anchor:
        return Draft([content(place)], told, None, None, "continued", direct=True)
    if last is None or last.speaker is None or anchor < 0 or syntax.block[place.first] - syntax.block[anchor] > 2:
        return _issued(syntax, place)
    return Draft([content(place)], last.speaker, None, None, "continued", direct=True)


def _told_before(syntax: Syntax, place: Place) -> tuple[int, int] | None:
    """The speaker of the sentence right before a quotation, if its main verb reports: Berg said the bridge was safe. "We checked it twice." """
    token = place.first - 1
    while token > 0 and (syntax.pos[token] == "SPACE" or syntax.quote[token] == syntax.quote[place.first]):
        token -= 1
    if token <= 0 or syntax.quote[token] >= 0:
        return None
    first, last = syntax.sentence_range(token)
    verb = next((at for at in range(first, last + 1) if syntax.dep[at] == "ROOT"), None)
    if verb is None or syntax.quote[verb] >= 0 or lemma_of(syntax, verb) not in cues().reporting or is_passive(syntax, verb):
        return None
    holder = syntax.child(verb, "nsubj")
    return None if holder is None or syntax.quote[holder] >= 0 or syntax.pos[holder] not in ("PROPN", "PRON", "NOUN") else phrase(syntax, holder)


def _heading(place: Place) -> Draft | None:
    """A heading that is nothing but a quotation: somebody's words, whose the heading does not say."""
    alone = place.gap_before[0] >= place.first and place.gap_after[0] >= place.gap_after[1]
    return Draft([content(place)], None, None, None, "heading", direct=True) if alone and place.quotation.closed else None


def short_heading(syntax: Syntax, place: Place) -> Draft | None:
    """A heading of a few quoted words: 'A first step'. A single word is a name."""
    around = (*range(*place.gap_before), *range(*place.gap_after))
    alone = all(syntax.pos[token] in ("PUNCT", "SPACE", "SYM") for token in around)
    if not alone or not place.quotation.closed or place.after - place.first < _SHORT_HEADING or syntax.block[place.first] == 0:
        return None
    return Draft([content(place)], None, None, None, "heading", direct=True)


def _issued(syntax: Syntax, place: Place) -> Draft | None:
    """A quoted paragraph after "the board issued a statement ...": the issuer speaks."""
    if place.gap_before[0] < place.first or place.first == 0:
        return None
    lexicon = cues()
    first, last = syntax.sentence_range(place.first - 1)
    for token in range(first, last + 1):
        if syntax.lemma[token] in lexicon.documents and syntax.dep[token] == "dobj" and syntax.quote[token] < 0:
            holder = subject(syntax, syntax.head[token])
            if holder is not None:
                return Draft([content(place)], phrase(syntax, holder), (token, token), token, "issued", direct=True)
    return None
