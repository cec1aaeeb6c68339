"""Results of games and votes: two numbers with a dash that count nothing, "2-1", "a 5–4 ruling"."""

from __future__ import annotations

import re
from typing import Any

from variorum.lang import language_data

_DATA: dict[str, Any] = language_data("no_figures")["results"]
_SECOND = re.compile(r"[-–](\d{1,3})(?![\w%])(?![.,-]\d)")
_FIRST = re.compile(r"(?<![\w$£€¥.,/-])(\d{1,3})[-–]$")
_LEFT = re.compile(r"[\w$£€¥/-]")
_DECIMAL = re.compile(r"\d[.,]")
_AFTER = re.compile(rf"(?i)[ ,]*(?:[A-Za-z][\w'-]* ){{0,2}}?(?:{'|'.join(_DATA['after'])})\b")
_SOME = r"(?:an?|the|its|their|his|her|[A-Z][\w'-]*|by|to|at|on|with|of|back|against|series|set|match|game)"
_BEFORE = re.compile(rf"(?i)\b(?:{'|'.join(_DATA['before'])})(?: {_SOME}){{0,4}} $")
_ANOTHER = re.compile(r"\d{1,3}[-–]\d{1,3},? (?:and |or )?$")
_OTHER = re.compile(r",? (?:and |or )?\d{1,3}[-–]\d{1,3}(?![\w%])")
_AGED = re.compile(r"(?i)\b(?:aged?|ages) (?:\d\d[-–]\d\d,? (?:and |or )?)?$")
_WINDOW = 48  # characters before a result in which the verb of winning or losing stands
_COUNTED = re.compile(r" (?:[a-z]+ )?(?:people|men|women|children|[a-z]{3,}s)\b")


def in_result(folded: str, start: int, end: int) -> bool:
    """True if the digits from `start` to `end` are one side of a result."""
    if second := _SECOND.match(folded, end):
        return _is_result(folded, start, second.end(), int(folded[start:end]), int(second[1])) if folded[start:end].isdigit() else False
    first = _FIRST.search(folded, max(0, start - 5), start)
    if first is None or not folded[start:end].isdigit() or not _SECOND.match(folded, start - 1):
        return False
    return _is_result(folded, first.start(1), end, int(first[1]), int(folded[start:end]))


def _is_result(folded: str, start: int, end: int, left: int, right: int) -> bool:
    """True if the two numbers are the sides of a result: none that falls is a range; one that rises is where its words say so."""
    if _LEFT.match(folded, max(0, start - 1), start) or _DECIMAL.match(folded, max(0, start - 2), start):
        return False
    if left < right and _AGED.search(folded, max(0, start - _WINDOW), start):
        return False
    if left >= right or _AFTER.match(folded, end):
        return True
    if _OTHER.match(folded, end) or _ANOTHER.search(folded, max(0, start - 12), start):
        return not _COUNTED.match(folded, end)
    before = _BEFORE.search(folded, max(0, start - _WINDOW), start)
    return before is not None and not _COUNTED.match(folded, end)
