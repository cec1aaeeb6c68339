"""The sentence around a quotation, so that a cell can be read without opening its source."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right

from variorum.records.article import Span
from variorum.text.layout import blocks

_SIDE = 170  # characters shown on each side at most: about three lines of a cell
_WINDOW = 2 * _SIDE  # characters searched for the end of the sentence on each side
_END = re.compile(r"""[.!?…]["'”’»)\]]{0,4}\s+(?=["'“‘«(\[]{0,3}[A-Z0-9])""")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\.[A-Za-z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|No|Jan|Feb|Aug|Sept?|Oct|Nov|Dec))\.$")


def around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after `span` in its sentence, cut at a word with `…` where the sentence is long."""
    block = _block(text, span)
    left, right = max(block.start, span.start - _WINDOW), min(max(block.end, span.end), span.end + _WINDOW)
    ends = [end for end in _END.finditer(text, left, right) if not _ABBREVIATION.search(text, max(left, end.start() - 8), end.start() + 1)]
    starts = [end.end() for end in ends if end.end() <= span.start]
    stops = [end.start() + len(end.group().rstrip()) for end in ends if end.start() + 1 >= span.end]
    first = starts[-1] if starts else left
    last = max(stops[0], span.end) if stops else right
    whole_left, whole_right = bool(starts) or left == block.start, bool(stops) or right >= block.end
    return _clip_left(text[first : span.start], whole_left), _clip_right(text[span.end : last], whole_right)


@functools.lru_cache(maxsize=4)
def _blocks(text: str) -> tuple[tuple[int, ...], tuple[Span, ...]]:
    found = blocks(text)
    return tuple(block.start for block in found), found


def _block(text: str, span: Span) -> Span:
    """The paragraph that `span` starts in, its own range where it stands in none."""
    starts, found = _blocks(text)
    place = bisect_right(starts, span.start) - 1
    return found[place] if place >= 0 and span.start < found[place].end else span


def _clip_left(words: str, whole: bool) -> str:
    if whole and len(words) <= _SIDE:
        return words.lstrip()
    kept = words[-_SIDE:]
    return "… " + (kept.partition(" ")[2] if " " in kept[:-1] else kept)


def _clip_right(words: str, whole: bool) -> str:
    if whole and len(words) <= _SIDE:
        return words.rstrip()
    kept = words[:_SIDE]
    return (kept.rpartition(" ")[0] if " " in kept[1:] else kept) + " …"
