"""Issues: the short noun phrase, in the text's words, that says what a position is about."""

from __future__ import annotations

import bisect

from variorum.extract.grammar.syntax import Syntax
from variorum.records.excerpt import Excerpt

_LONGEST = 8  # words; a longer phrase is a sentence, not the name of an issue
_LEFT_OUT = frozenset({"DET", "PUNCT", "SPACE", "CCONJ"})
_JOINS = frozenset({"of", "in", "for", "on", "with", "to", "from", "between", "against"})


def issue_of(syntax: Syntax, content: Excerpt) -> str:
    """The noun phrase at the head of a content: its own head noun, else the object, subject or place of its verb; empty if it has no noun."""
    first = bisect.bisect_left(syntax.start, content.start)
    last = bisect.bisect_left(syntax.start, content.end) - 1
    if last < first:
        return ""
    head = next((token for token in range(first, last + 1) if not first <= syntax.head[token] <= last or syntax.head[token] == token), first)
    noun = _noun(syntax, head, first, last)
    if noun is None:
        noun = next((token for token in range(first, last + 1) if syntax.pos[token] in ("NOUN", "PROPN")), None)
    return "" if noun is None else _words(syntax, noun, first, last)


def _noun(syntax: Syntax, head: int, first: int, last: int) -> int | None:
    if syntax.pos[head] in ("NOUN", "PROPN"):
        return head
    for labels in (("dobj", "attr", "oprd"), ("xcomp", "ccomp"), ("nsubj", "nsubjpass"), ("prep",)):
        for kid in syntax.children(head, *labels):
            if not first <= kid <= last:
                continue
            if labels == ("prep",):
                below = syntax.child(kid, "pobj", "pcomp")
                found = None if below is None or below > last else _noun(syntax, below, first, last)
            else:
                found = _noun(syntax, kid, first, last)
            if found is not None:
                return found
    return None


def _words(syntax: Syntax, noun: int, first: int, last: int) -> str:
    begin = max(first, syntax.left[noun])
    while begin < noun and (syntax.pos[begin] in _LEFT_OUT or syntax.tag[begin] in ("PRP$", "WDT", "WP$")):
        begin += 1
    begin = max(begin, noun - 4)
    end = noun
    for kid in syntax.kids[noun]:
        if noun < kid <= last and syntax.dep[kid] == "prep" and syntax.lower[kid] in _JOINS and syntax.left[kid] == end + 1:
            below = syntax.child(kid, "pobj")
            if below is None or below > last or below - begin >= _LONGEST:
                break
            end = below
    while end + 2 <= last and syntax.tag[end + 1] == "HYPH" and syntax.start[end + 2] == syntax.end[end + 1]:
        end += 2
    return " ".join(syntax.text[syntax.start[begin] : syntax.end[end]].split())
