"""The words before a name that say what it names: "militant group Black Banner", "Kestria's Han", "the northern town of Kumbe"."""

from __future__ import annotations

import bisect
import dataclasses

from variorum.extract.grammar.syntax import Syntax
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Name
from variorum.text.name_words import word_list, word_lists

LONGEST = 9  # tokens before a name; a longer phrase is a sentence gone wrong
_INSIDE = frozenset({"compound", "nmod", "amod", "poss", "nummod", "npadvmod", "advmod", "appos", "case", "punct", "conj", "dep"})
PART_OF = frozenset({"capital", "border", "district", "port", "suburb", "river"})  # "the capital of Kestria" is not Kestria
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def with_phrases(names: tuple[Name, ...], syntax: Syntax) -> tuple[Name, ...]:
    """The names with their roles widened to the whole phrase of words that describe them and stand before them."""
    known = {name.start: name for name in names}
    return tuple(_widened(name, syntax, known) for name in names)


def tokens_of(syntax: Syntax, start: int, end: int) -> tuple[int, int]:
    """First and last token of the characters `start` to `end`."""
    first = max(0, bisect.bisect_right(syntax.start, start) - 1)
    return first, max(first, bisect.bisect_left(syntax.start, end) - 1)


def _widened(name: Name, syntax: Syntax, known: dict[int, Name]) -> Name:
    if not len(syntax):
        return name
    begin = name.role.start if name.role else name.start
    first, last = tokens_of(syntax, begin, name.end)
    if syntax.start[first] != begin:
        return name
    after_of = _noun_before_of(name, syntax, first)
    at = _leftmost(syntax, first if after_of is None else after_of, last, known)
    if at is None:
        at = after_of
    elif after_of is None and name.role is None and not _describes(name, syntax, at, first, known):
        return name
    if at is None or at >= first or name.end - syntax.start[at] > 200:
        return name
    return dataclasses.replace(name, role=Excerpt.cut(syntax.text, syntax.start[at], name.end))


def _noun_before_of(name: Name, syntax: Syntax, first: int) -> int | None:
    """The noun of "the town of Kumbe", None where there is none such."""
    if name.role is not None or first < 2 or syntax.lower[first - 1] != "of" or name.kind not in {"place", "unknown"}:
        return None
    noun = syntax.lower[first - 2]
    names_it = noun in word_list("place_words") and noun not in PART_OF
    return first - 2 if names_it and syntax.sentence[first - 2] == syntax.sentence[first] else None


def _leftmost(syntax: Syntax, first: int, last: int, known: dict[int, Name]) -> int | None:
    """The first token of the phrase that runs up to `first`; None if no word before belongs to it."""
    best: int | None = None
    at = first - 1
    while at >= 0 and first - at <= LONGEST and syntax.sentence[at] == syntax.sentence[first] and _adjoins(syntax, at):
        if syntax.lower[at] in _POSSESSIVE and syntax.tag[at] == "POS":
            at -= 1
            if at < 0 or syntax.pos[at] not in {"PROPN", "NOUN"}:
                break
            if syntax.pos[at] == "PROPN":
                best = _start_of_name(syntax, at, known)
                at = best - 1
                continue
        elif syntax.lower[at] != "-" and not _belongs(syntax, at, first, last):
            break
        if syntax.lower[at] != "-":
            best = at
        at -= 1
    return best


def _adjoins(syntax: Syntax, at: int) -> bool:
    """True if nothing but a space or a hyphen stands between a token and the next."""
    return at + 1 < len(syntax) and syntax.text[syntax.end[at] : syntax.start[at + 1]] in {"", " ", "\n"}


def _start_of_name(syntax: Syntax, at: int, known: dict[int, Name]) -> int:
    """The first token of the name that ends at a token, role left out; the token itself if it ends none."""
    for back in range(at, max(-1, at - 5), -1):
        name = known.get(syntax.start[back])
        if name is not None and name.end >= syntax.end[at]:
            return back
    return at


def _belongs(syntax: Syntax, at: int, first: int, last: int) -> bool:
    """True for an adjective or noun that the parser hangs on a later word of the phrase."""
    word, pos = syntax.lower[at], syntax.pos[at]
    if pos not in {"NOUN", "ADJ", "PROPN"} and syntax.tag[at] not in {"VBN", "VBG"}:
        return False
    if word in word_lists("openers", "not_names") or not word[0].isalpha():
        return False
    head = syntax.head[at]
    if at < head <= last and syntax.dep[at] in _INSIDE:
        return True
    return (syntax.dep[first] == "appos" and syntax.head[first] == at) or (syntax.dep[last] == "appos" and syntax.head[last] == at)


def _describes(name: Name, syntax: Syntax, at: int, first: int, known: dict[int, Name]) -> bool:
    """True if the phrase says what the name is: a noun right before it, a possessor that is a place or body, a country's adjective."""
    before = first - 1
    if syntax.tag[before] == "POS":
        owner = known.get(syntax.start[_start_of_name(syntax, before - 1, known)])
        return owner is not None and owner.kind in ({"place"} if name.kind == "place" else {"place", "organisation"})
    word = syntax.text[syntax.start[before] : syntax.end[before]]
    if word in word_list("directions"):
        return name.kind == "place"
    if syntax.tag[before] == "NN" and word.islower() and syntax.dep[before] != "npadvmod":
        return name.kind != "place" or word in word_list("place_words")
    return (
        name.kind != "place"
        and syntax.tag[before] not in {"NN", "NNS"}
        and any(syntax.lower[token] in word_list("demonyms") for token in range(at, first))
    )
