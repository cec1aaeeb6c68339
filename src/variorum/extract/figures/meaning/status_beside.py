"""A share that only compares the figure before it is as firm as that one: "will produce 3 million bags, about 25 pct more than last year"."""

from __future__ import annotations

import re
from dataclasses import replace

from variorum.records.marks import Figure
from variorum.text.parsing.parse import Parse

_COMPARES = re.compile(r"(?i) (?:more|less|higher|lower|fewer|greater|smaller|above|below|over|up|down) (?:than|on|from|over|last|the|a year|its|their|this|that|[a-z]+'s)\b")
_OPENS = re.compile(r"(?i)\)?(?: |,)[^;:.()]*?(?:,| --?| -| –| —| or| and) ?(?:(?:some|about|or|an?|nearly|almost|just|only|and|still|around) )*(?:up|down)? ?")
_MOVES = re.compile(r"(?i)\b(?:up|down) (?:by )?$")
_LONGEST = 110  # characters from a figure to the share that compares it
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def share_status(parse: Parse, figures: list[Figure]) -> list[Figure]:
    """Give a share that is set beside a figure which is no fact the status of that one."""
    out = list(figures)
    for at in range(1, len(out)):
        before, share = out[at - 1], out[at]
        if share.unit == "%" and share.status == "actual" and before.status != "actual" and _sets_beside(parse, before, share):
            out[at] = replace(share, status=before.status)
    return out


def _sets_beside(parse: Parse, before: Figure, share: Figure) -> bool:
    """True if only a comma, times and places stand between, and the share tells how much more or less it is."""
    folded = parse.folded
    if not 0 < share.start - before.end < _LONGEST or not _OPENS.fullmatch(folded, before.end, share.start):
        return False
    if not (_COMPARES.match(folded, share.end) or _MOVES.search(folded, before.end, share.start)):
        return False
    between = parse.tokens(before.end, share.start)
    return not any(token.tag_ in _FINITE or token.is_sent_start for token in between)
