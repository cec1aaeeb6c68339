"""Bounds and periods: the words round a quantity that say "about", "at most", "a year"."""

from __future__ import annotations

import re
from typing import Any

from variorum.lang import language_data

_DATA: dict[str, Any] = language_data("figures")


def _alternatives(table: dict[str, list[str]]) -> dict[str, str]:
    return {phrase: bound for bound, phrases in table.items() for phrase in phrases}


_BEFORE = _alternatives(_DATA["bounds"]) | _alternatives(_DATA["bounds_of_few"])
_AFTER = _alternatives(_DATA["bounds_after"])


def _union(phrases: dict[str, str]) -> str:
    """Any of some phrases, the longest first; by their first letters, so that one look at a word leaves few to try."""
    rest: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        rest.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(ends)})" for letter, ends in rest.items())


_WINDOW = 56  # characters; the longest bound with its determiners fits
_DEGREES = {kind: "|".join(map(re.escape, words)) for kind, words in _DATA["bound_degrees"].items()}
_BOUND_BEFORE = re.compile(
    r"(?i)(?:^|(?<=[\s(\"'—–,:;-]))(?:(?:"
    + _DEGREES["before"]
    + r")\s+(?=(?:"
    + _DEGREES["comparing"]
    + r")\b))?("
    + _union(_BEFORE)
    + r")(?:\s+(?:an?|the|its|their|another|additional|further|estimated|whopping|record|total|even|possibly|perhaps))*\s*[\"']?$"
)
_BOUND_AFTER = re.compile(r"(?i)[ ]?(" + _union(_AFTER) + r")(?![A-Za-z])(?! (?:than|[$£€]?\d))")  # not "£31 and more than 9 ships"
_AND_MORE = re.compile(
    r"(?i) (?!(?:per|an?|each|in|on|at|for|from|since|so|as|to|of|over|and|or|years?|days?|hours?|people|points?|percent|pct)\b)[a-z]{3,}"
)
"""What a sum is "plus": "$40 plus accrued interest" is no more than $40."""
_BEHIND = re.compile(r" \([^()]{1,30}\)")
_PER = re.compile(r"(?i),? ?(" + "|".join(re.escape(word) for word in sorted(_DATA["per"], key=len, reverse=True)) + r")(?![A-Za-z])")
_PER_NOUN = re.compile(
    r"(?i)(?:(?:[ -]| - )(?:an?|per|each|every|for each|for every|to the)(?:[ -]| - )|/)("
    + "|".join(sorted((re.escape(w) for w in set(_DATA["per_nouns"]["words"])), key=len, reverse=True))
    + r")(?![A-Za-z])"
)
_NAMES: dict[str, str] = _DATA["per_names"]
_SIGNS = {"<", ">", "~", "≈", "≤", "≥"}  # signs bound digits only: ">one" is a mark of quotation or of a list
_NOT_PER = re.compile(r"(?i) (?:ago|earlier|later|before|after|old|into|from now|or (?:so|two|more)|in (?:jail|prison))\b")
_NO_BOUND = re.compile(r"(?i)(?:over|about|past|under|above|beyond|below|around)\s+(?:the|its|their)\s*$")


def bound_before(folded: str, start: int) -> tuple[int, str] | None:
    """The bound that stands before `start`: where its words begin, and `~ > >= < <=`."""
    window_start = max(0, start - _WINDOW)
    window = folded[window_start:start].replace("\n", " ")
    match = _BOUND_BEFORE.search(window)
    if (
        not match
        or _NO_BOUND.search(window)
        or (match[1] in _SIGNS and not folded[start : start + 1].isdigit() and folded[start : start + 1].isalpha())
    ):
        return None
    return window_start + match.start(), _BEFORE[match[1].lower()]


def bound_after(folded: str, end: int) -> tuple[int, str] | None:
    """The bound that stands right after `end`: where its words end, and the bound."""
    match = _BOUND_AFTER.match(folded, end)
    if match and match[1].lower() == "plus" and _AND_MORE.match(folded, match.end()):
        return None
    return (match.end(1), _AFTER[match[1].lower()]) if match else None


def bound_behind_bracket(folded: str, end: int) -> str | None:
    """The bound behind the bracket that a sum opens or stands in: "$75,000 (£39,000) or above". None if there is none."""
    bracket = _BEHIND.match(folded, end)
    behind = bracket.end() if bracket else end + 1 if folded.startswith(")", end) else None
    after = bound_after(folded, behind) if behind is not None and folded.startswith(" or ", behind) else None
    return after[1] if after else None


def bound_after_noun(folded: str, end: int) -> tuple[int, str] | None:
    """The same after the counted noun: "40 boats or more", not "40 boats plus a raft"."""
    after = bound_after(folded, end)
    return after if after and folded.startswith((" or ", " at ", ", or "), end) else None


def period(folded: str, end: int) -> tuple[int, str] | None:
    """The period or base that stands after `end` ("a year", "annually", "per head"): where its words end, and its noun."""
    for written, noun in _DATA["per_inside"].items():
        if folded.endswith(written, max(0, end - 4), end):
            return end, str(noun)
    if (match := _PER_NOUN.match(folded, end)) and not _NOT_PER.match(folded, match.end()):
        noun = match[1].lower()
        return match.end(1), _NAMES.get(noun, noun)
    match = _PER.match(folded, end)
    return (match.end(1), str(_DATA["per"][match[1].lower()])) if match else None


_TOP = re.compile(r"(?i)\b(?:among |in |of |within )?(?:the |its |their )?(?:world's |country's |nation's )?top[- ]$")


def top_before(folded: str, start: int) -> int | None:
    """Where "among the top" begins that ends at `start`, None if it does not stand there."""
    window = max(0, start - _WINDOW)
    match = _TOP.search(folded[window:start])
    return window + match.start() if match else None


_WORLD = re.compile(r"(?i)\bworld(?:'s)? (?:number |no\.? ?)$")


def ranked(folded: str, start: int) -> int | None:
    """Where "world number" begins that makes the number at `start` a rank, None if it does not stand there."""
    window = max(0, start - len("world's number "))
    match = _WORLD.search(folded[window:start])
    return window + match.start() if match else None
