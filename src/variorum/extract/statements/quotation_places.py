"""Quotations in their places: what stands around each in its paragraph, and whether it holds speech or only a word set off by marks."""

from __future__ import annotations

import bisect
from dataclasses import dataclass

from variorum.extract.grammar.syntax import Syntax
from variorum.text.quotes import Quotation

ENDS = frozenset({".", "!", "?"})
_NICKNAME = 4  # most tokens of a nickname, its two marks counted
_OPENING = 16  # most tokens between the start of a sentence and the quotation that ends it


@dataclass(slots=True)
class Place:
    """A quotation with the tokens around it: its own, the gap before and the gap after, as half-open token ranges in its block."""

    quotation: Quotation
    first: int
    after: int
    gap_before: tuple[int, int]
    gap_after: tuple[int, int]


def places(syntax: Syntax, skip: frozenset[int] = frozenset()) -> list[Place]:
    """Every quotation of a text with its surroundings, in order; a gap between two belongs to both. Those that begin in `skip` are left out."""
    out: list[Place] = []
    ends = _block_ends(syntax)
    for quotation in syntax.quotations:
        first = bisect.bisect_left(syntax.start, quotation.start)
        after = bisect.bisect_left(syntax.start, quotation.end)
        if first >= len(syntax) or after <= first or quotation.start in skip or _is_nickname(syntax, first, after):
            continue
        block = syntax.block[first]
        begin, end = ends.get(block, (first, after))
        if out and out[-1].after > begin:
            begin = out[-1].after
            out[-1].gap_after = (out[-1].after, first)
        out.append(Place(quotation, first, after, (begin, first), (after, max(end, after))))
    return out


def _is_nickname(syntax: Syntax, first: int, after: int) -> bool:
    """True for the middle of a name: Anna "Ann" Berg."""
    if not 0 < first < after < len(syntax) or after - first > _NICKNAME:
        return False
    return syntax.pos[first - 1] == syntax.pos[after] == "PROPN" and syntax.sentence[first - 1] == syntax.sentence[after]


def _block_ends(syntax: Syntax) -> dict[int, tuple[int, int]]:
    ends: dict[int, tuple[int, int]] = {}
    for token, block in enumerate(syntax.block):
        first, _ = ends.get(block, (token, token))
        ends[block] = (first, token + 1)
    return ends


def content(place: Place) -> tuple[int, int]:
    """The quotation as a range of characters, its marks included."""
    return place.quotation.start, place.quotation.end


def inner(syntax: Syntax, place: Place) -> str:
    """The words between the marks, without a mark of a quotation inside that ends with this one."""
    between = place.quotation.inner
    return syntax.text[between.start : between.end].strip().rstrip("'\u2019\u201d\"")


def comma_after(syntax: Syntax, place: Place) -> bool:
    """True if the sentence goes on after the quotation with a cue to come: a comma inside or right after the marks, or a full question."""
    words = inner(syntax, place)
    return words[-1:] in ",?!\u2026\u2014-" or words.endswith("...") or syntax.text[place.quotation.end : place.quotation.end + 1] == ","


def opening(syntax: Syntax, place: Place) -> int | None:
    """The first token of a sentence whose end is quoted ("It was “sold in May. Nobody knew,” she said"), None where the quotation opens its own."""
    first = syntax.sentence_range(place.first)[0]
    begin = max(first, place.gap_before[0])
    while begin < place.first and syntax.pos[begin] in ("SPACE", "PUNCT"):
        begin += 1
    if begin >= place.first or place.first - begin > _OPENING or syntax.lower[place.first - 1] in (",", ":", ";"):
        return None
    return begin


def runs_on(syntax: Syntax, place: Place) -> bool:
    """True for a quotation that begins in one sentence and ends, before a cue, in another."""
    return syntax.sentence[place.first] != syntax.sentence[place.after - 1] and inner(syntax, place)[-1:] in ",?!" and place.quotation.closed


def is_speech(syntax: Syntax, place: Place) -> bool:
    """True if a quotation holds a sentence or the end of one, not a word or name set off by marks."""
    words = inner(syntax, place)
    size = place.after - place.first
    if size < 4 and words[-1:] not in ",.?!":
        return False
    opening = next((char for char in words if char.isalnum()), "a")
    starts = not opening.islower() or words[:1] in ".\u2026"
    before = syntax.lower[place.first - 1] if place.gap_before[0] < place.first else ""
    leads = before in (",", ":", "") or before in ENDS
    ends = words[-1:] in ",.?!\u2026\u2014-" or comma_after(syntax, place)
    if starts and (ends or before == ":"):
        return size >= 4 or leads
    if before in ENDS or not before:
        return starts and size >= 5 and place.quotation.closed  # a sentence without its last stop
    return leads and (ends or before == ":") and size >= 5
