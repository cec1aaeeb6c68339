"""Authors: who speaks in an opinion piece's own voice, and what that voice asks others to do."""

from __future__ import annotations

import re

from variorum.extract.grammar.attribution import cut
from variorum.extract.grammar.syntax import Syntax
from variorum.records.article import Article
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Name

_ENOUGH = 3  # sentences of advice in the article's own voice from which it is an opinion piece; a report has none or one
_NOTE = re.compile(r"\s+(?:is|are|was|holds|serves|teaches|writes|works)\b")


def author_of(article: Article, syntax: Syntax, names: tuple[Name, ...]) -> Excerpt | None:
    """The words of the text that name its author: the byline where it stands in the text, else the name that opens a closing note."""
    if article.byline and (at := article.text.find(article.byline)) >= 0:
        return Excerpt.cut(article.text, at, at + len(article.byline))
    last_block = max(syntax.block, default=-1)
    opening = {
        syntax.start[token]: syntax.block[token] for token in range(len(syntax)) if token == 0 or syntax.block[token] != syntax.block[token - 1]
    }
    for name in reversed(names):
        block = opening.get(name.start)
        if block is not None and name.kind == "person" and block > max(2, last_block - 3) and _NOTE.match(article.text, name.end):
            return Excerpt(name.start, name.end, name.text)
    return None


def advice(syntax: Syntax, modals: frozenset[str], needs: frozenset[str]) -> list[Excerpt]:
    """The clauses outside quotation marks that say what should or must be done; none at all if there are too few for an opinion piece."""
    found: list[Excerpt] = []
    for token in range(len(syntax) - 1):
        if syntax.quote[token] >= 0:
            continue
        verb = syntax.head[token] if syntax.lower[token] in modals and syntax.dep[token] == "aux" else None
        if syntax.lemma[token] in needs and syntax.lower[token + 1] == "to":
            verb = token
        if verb is None or syntax.child(verb, "nsubj", "nsubjpass") is None:
            continue
        piece = cut(syntax, syntax.left[verb], syntax.right[verb])
        if piece:
            found.append(Excerpt.cut(syntax.text, *piece))
    return found if len(found) >= _ENOUGH else []
