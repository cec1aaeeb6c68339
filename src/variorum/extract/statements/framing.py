"""Framing: a phrase that says whose words a sentence gives: "according to", "in the words of", "in her view", "for Lee, ...", "the view is that"."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.extract.grammar.attribution import Draft, cut, phrase, without
from variorum.extract.grammar.cues import Cues
from variorum.extract.grammar.syntax import Syntax


def according(syntax: Syntax, token: int) -> Iterator[Draft]:
    """ "According to the ministry, ...": the source follows "to", the content is the clause without these words."""
    to = token + 1
    source = syntax.child(to, "pobj", "pcomp") if to < len(syntax) and syntax.lower[to] == "to" else None
    if source is None:
        return
    first, last = syntax.sentence_range(token)
    over = syntax.head[token]
    if over != token:
        top = syntax.clause(over)
        if top != token and syntax.left[top] <= token <= syntax.right[top]:
            first, last = max(first, syntax.left[top]), min(last, syntax.right[top])
    pieces = without(syntax, first, last, (token, syntax.right[source]))
    if pieces:
        yield Draft(pieces, phrase(syntax, source), (token, to), token, "according")


def in_words_of(syntax: Syntax, lexicon: Cues, token: int) -> Iterator[Draft]:
    """ "In the words of the mayor, ...", "in his view": the sentence without the phrase."""
    if syntax.lower[token] != "in" or syntax.quote[token] >= 0:
        return
    noun = syntax.child(token, "pobj")
    if noun is None or syntax.lower[noun] not in lexicon.framing:
        return
    of = next((kid for kid in syntax.children(noun, "prep") if syntax.lower[kid] == "of"), None)
    holder = syntax.child(noun, "poss") if of is None else syntax.child(of, "pobj")
    if holder is None:
        return
    first, last = syntax.sentence_range(token)
    pieces = without(syntax, first, last, (token, syntax.right[noun]))
    if pieces:
        yield Draft(pieces, phrase(syntax, holder), (token, noun), noun, "framing")


def for_whom(syntax: Syntax, token: int) -> Iterator[Draft]:
    """ "For Lee, the deal is a trap": a name between "for" and a comma at the head of its sentence."""
    first, last = syntax.sentence_range(token)
    if token != first or syntax.lower[token] != "for" or syntax.quote[token] >= 0:
        return
    name = syntax.child(token, "pobj")
    if name is None or syntax.pos[name] != "PROPN" or syntax.left[name] != token + 1 or name - token > 4:
        return
    after = syntax.right[name] + 1
    piece = cut(syntax, after, last) if after < last and syntax.lower[after] == "," else None
    if piece:
        yield Draft([piece], phrase(syntax, name), (token, token), token, "for")


def is_that(syntax: Syntax, lexicon: Cues, token: int) -> Iterator[Draft]:
    """ "The union's view is that the plan will fail"; "one view is that ..." has no speaker."""
    noun, content = syntax.child(token, "nsubj"), syntax.child(token, "ccomp")
    if noun is None or content is None or noun > token or content < token or syntax.lemma[noun] not in lexicon.noun_clause:
        return
    if syntax.lower[syntax.left[content]] != "that":
        return
    of = next((kid for kid in syntax.children(noun, "prep") if syntax.lower[kid] in ("of", "among", "from")), None)
    holder = syntax.child(noun, "poss") if of is None else syntax.child(of, "pobj")
    piece = cut(syntax, syntax.left[content], syntax.right[content])
    if piece:
        yield Draft([piece], phrase(syntax, holder) if holder is not None else None, (noun, noun), noun, "is that")
