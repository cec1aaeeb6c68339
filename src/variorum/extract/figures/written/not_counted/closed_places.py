"""Places where numbers are no quantities, by the letters alone: dates, clock times, addresses, telephone numbers, marks left in text, idioms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from variorum.lang import language_data
from variorum.records.article import Span
from variorum.text.numbers.currencies import currency_codes

_FIGURES: dict[str, Any] = language_data("figures")
_DATA: dict[str, Any] = language_data("no_figures")
_IDS: dict[str, Any] = _DATA["identifiers"]
_NOT_COUNTED = _FIGURES["not_counted"]


def _any(patterns: list[str]) -> str:
    return "(?:" + "|".join(patterns) + ")"


_NO_NUMBERS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.\w+|(?<!\w)[@#]\w+|\b(?:t\.co|bit\.ly|pic\.twitter\.com)/\S*")
_CLOCK = re.compile(
    r"(?i)\b\d{1,2}(?:[:.]\d{2})?\s?(?:a\.m\.?|p\.m\.?|am\b|pm\b|o'clock|GMT\b|noon\b|midnight\b)|\b\d{1,2}:\d{2}(?::\d{2})?\b"
    r"|\b\d{2}[:.]?\d{2}\s?hrs\b|\b\d{1,2}[:.]?\d{2}\s?(?:[AP]M|GMT|[ECMP][SD]T|BST|CET)\b"
)
_PHONE = re.compile(r"(?<![\w$£€.,])(?:\+\d[\d ().-]{7,}\d|\(\d{3}\) ?\d{3}-\d{4}|\d{3}-\d{3}-\d{4}|\d{3}-\d{4}|0\d{2,4} \d{3,4} \d{3,4})(?![\w%])")
_INDEX = re.compile(rf"(?i)\b{_any(_NOT_COUNTED['indices'])}(?: ?|-){_any(_NOT_COUNTED['index_sizes'])}\b(?![.,]\d)")  # "S&P 500", "cac40"
_IDIOMS = {signs: re.compile(rf"(?i)(?<![\w$£€,.])\$?{_any(phrases)}(?!\w)") for signs, phrases in _DATA["idioms"]["phrases"].items()}
_NAMED = re.compile(rf"\b{_any(_DATA['idioms']['named'])}\b")
_AIRCRAFT = re.compile(r"\b7[0-8]7s?\b(?= (?:jet|plane|airliner|aircraft|MAX|Dreamliner|cargo|freighter|passenger)s?\b)|\b7[0-8]7-\d{3}[A-Z]{0,3}\b")
# "8-K filing", "80386-based"
_FILED = re.compile(r"\b(?:\d{1,2}-[KQ]\b|(?:80)?[2-6]86(?:SX|DX)?\b(?=-based| (?:chip|processor|computer|machine)s?\b))")
# "a four-door saloon", "a six-cylinder engine" name a kind and count nothing
_CLUB = _any(_DATA["sport"]["clubs"])
_SMALL = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_KIND = re.compile(rf"(?i)\b(?:{_SMALL}-,? (?:and |or )?)*{_SMALL}(?:-{_any(_NOT_COUNTED['kinds'])}| ?- ?{_CLUB})\b")
_COUNTER = re.compile(
    r"(?i)\b(?:images?|photos?|slides?|pictures?|page|caption) \d{1,3} ?(?:of|/)(?: /)? ?\d{1,3}\b|"
    r"(?m:^\d{1,3} ?/ ?\d{1,3}$)|(?m:^[1-9]/[1-9] (?=[A-Z])|^\d{1,2} of \d{1,2}[.:]? (?-i:[A-Z]))"
)
_VERSION = re.compile(r"(?i)\b\d{1,3}(?:\.\d{1,3}){0,3}(?= (?:update|patch|firmware|beta)\b)|(?<=\bversion )\d[\d.]*|(?<=\bupdate )\d+\.\d+")
_HALF = re.compile(
    rf"(?i)\b{_any(_DATA['halves']['before'])}[- ](?:half|quarter)\b(?![ -](?:an? )?(?:hour|day|mile|dozen|century|marathon|million|billion))"
)  # "the second half of July"
_EVENT = re.compile(
    rf"(?i)\b(?:\d{{2,5}} ?m(?:,| and|, and) )?\d{{2,5}} ?(?:m|metres?|meters?|yards?)(?: individual)? {_any(_DATA['events']['after'])}\b"
    r"|\b4 ?x ?\d{3}\b"
)
_ERA = re.compile(r"\b\d{1,4} ?(?:A\.D\.|B\.C\.(?:E\.)?|C\.E\.|(?:AD|BC|BCE|CE)\b(?! [a-z]{3,}s\b))|\b(?:AD|A\.D\.) ?\d{1,4}\b")
_STANDARD = re.compile(rf"\b{_any(_IDS['standards'])} \d[\d:.-]*\d")  # "EN 1090-2"
_CODE = re.compile(r"\b([A-Z]{1,4})\.\d{1,3}\b|\b([A-Z]{1,4})\d{2,}-\d{2,}\b")  # "EX.30", "ID.4"; a star's "J1131-1231"
_CODED = re.compile(r"[A-Z]\.?\d")  # in every text with a code
_BILL = re.compile(r"\b(?:S|H\.R|H\.J\.Res|S\.J\.Res|HR)\. ?\d{1,4}\b(?![.,]\d)(?! [a-z]+s\b)")  # a bill's name: "S.214"
_NUMBER_SIGN = re.compile(r"(?<![Ww]orld )\bNos?\. ?\d+(?:(?:,| and) ?\d+)*\b|(?<![Ww]orld )\bno\. ?\d{1,3}\b(?! [a-z]+s\b)")
_REGISTER = re.compile(
    rf"(?i)\b{_any(_IDS['registers'])}\.?(?: (?:no\.?|number|nr\.?))?"
    r"(?: ?[:#] ?\d| \d{3})[\d-]*\b(?![.,]\d)(?! [a-z]+s\b| (?:per|pct|[mb]illion)| ?%)"
)
_POSTAL = re.compile(rf"(?i)\b\d{{5}}(?:-\d{{4}})?(?= {_any(_IDS['postal'])}\b)|(?<=, (?-i:[A-Z]{{2}}) )\d{{5}}(?:-\d{{4}})?\b")
_EMERGENCY = re.compile(
    rf"(?i)\b(?:{_any(_IDS['emergency_before'])} {_any(_IDS['emergency'])}\b(?! [a-z]+s\b)"
    rf"|{_any(_IDS['emergency'])}(?= {_any(_IDS['emergency_after'])}\b))"
)
_DIGITS = re.compile(r"\d+")
_TAG = re.compile(r"<[A-Za-z/!][^<>]{0,2000}>")
_ATTRIBUTE = re.compile(r"(?<![\w:-])[A-Za-z][\w:-]{0,40}=(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}')")
_LONG = re.compile(r"(?<![\d.,$£€¥])(?:\d{12,}|\d{9,11}(?! [a-z]))(?![\d.,]*\d)")  # identifiers; a sum that is written out ends in zeros
_MANY_DIGITS = re.compile(r"\d{9}")
_LIST = re.compile(r"(?m)(?:^|(?<=[.;:?!,\"] ))\d{1,2} ?\) (?=[A-Z\"])")  # "1 ) Lock the door . 2 ) Close"
_ENUMERATED = re.compile(r"\(\d{1,2}\) ?(?=[A-Za-z])")
_O_CLOCK = re.compile(r"(?i)\b[a-z]+ o'clock\b")
_UNDER = re.compile(
    rf"(?<=\w )Under-\d\d(?:'?s)?\b|\b(?:[Uu]nder-|U-?)(?:1\d|2[0-3])(?:'?s)?(?= {_any(_DATA['sport']['sides'])}\b)"
)  # "the Norland Under-21 keeper"
_STROKE = re.compile(rf"(?i)\b{_any(_DATA['sport']['strokes'])} (?:doubles?|triples?)\b")

# Searching a text with every pattern would take longer than all else that is asked of it. So they stand in three tables, by how a text that has
# none of a pattern's places is told at once.

_AT_DIGITS = (_CLOCK, _PHONE, _AIRCRAFT, _FILED, _VERSION, _EVENT, _POSTAL, _LIST)
"""Patterns whose places begin with the first digit of a number, or with the sign before it."""

# Each pattern with signs of which one stands in every text that it matches, with the capitals of the text.
_WITH_SIGN: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_NO_NUMBERS, ("@", "#", "://", "www.", "t.co/", "bit.ly/", "twitter.com/")),
    (_NAMED, tuple(name.split()[0] for name in _DATA["idioms"]["named"])),
    (_ERA, ("A.D.", "B.C.", "C.E.", "AD", "BC", "CE")),
    (_BILL, ("S.", "H.R.", "H.J.", "HR.", "S. ")),
    (_STANDARD, tuple(f"{name} " for name in _IDS["standards"])),
    (_NUMBER_SIGN, ("No.", "Nos.", "no.")),
    (_O_CLOCK, ("o'clock", "O'clock", "O'Clock")),
    (_UNDER, ("nder-", " U-", " U1", " U2")),
    (_TAG, ("<",)),
    (_ATTRIBUTE, ("=",)),
    (_EMERGENCY, tuple(_IDS["emergency"])),
)

# Each pattern with what every text that it matches has in small letters: one quick look instead of a search in any case.
_AFTER_LOOK: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    *((pattern, re.compile(signs)) for signs, pattern in _IDIOMS.items()),
    (_KIND, re.compile(rf"-(?:{_any(_NOT_COUNTED['kinds'])}| ?{_CLUB})")),
    (_INDEX, re.compile(rf"\b{_any(_NOT_COUNTED['indices'])}(?: ?|-){_any(_NOT_COUNTED['index_sizes'])}")),
    (_COUNTER, re.compile(r"(?:of|/)(?: /)? ?\d")),
    (_HALF, re.compile(r"[- ](?:half|quarter)")),
    (_REGISTER, re.compile(rf"\b{_any(_IDS['registers'])}[.:# ]")),
    (_STROKE, re.compile(r" (?:double|triple)")),
)

# "two years ago" is a date and a duration too; "fiscal year 2026" is a date only.
_DURATION = re.compile(r"(?i)\b(?!\d{4})[\w-]+\s(?:\w+\s)?(?:years?|months?|weeks?|days?|hours?|decades?)\b(?! \d)")


def closed_places(folded: str, taken: list[Span]) -> bytearray:
    """One byte a character: 1 where numbers are no quantities. `taken` are spans of dates; a date that is a duration too stays open."""
    closed = bytearray(len(folded) + 1)
    for match in _matches(folded):
        _close(closed, match.start(), match.end())
    _close_codes(folded, closed)
    for span in taken:
        if not _DURATION.search(folded, span.start, span.end):
            _close(closed, span.start, span.end)
    return closed


def _matches(folded: str) -> Iterator[re.Match[str]]:
    """Every place of every pattern."""
    starts = list(_number_starts(folded))
    for pattern in _AT_DIGITS:
        yield from _matches_at(pattern, folded, starts)
    for pattern, signs in _WITH_SIGN:
        if any(sign in folded for sign in signs):
            yield from pattern.finditer(folded)
    lower = folded.lower()
    for pattern, look in _AFTER_LOOK:
        if look.search(lower):
            yield from pattern.finditer(folded)


def _number_starts(folded: str) -> Iterator[int]:
    """Where runs of digits begin, and where the sign before one does that may open a telephone number."""
    for digits in _DIGITS.finditer(folded):
        start = digits.start()
        if start and folded[start - 1] in "+(":
            yield start - 1
        yield start


def _matches_at(pattern: re.Pattern[str], folded: str, starts: list[int]) -> Iterator[re.Match[str]]:
    """What `finditer` finds of a pattern all of whose matches begin at one of `starts`."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(folded, start)):
            yield match
            end = match.end()


def _close(closed: bytearray, start: int, end: int) -> None:
    closed[start:end] = b"\x01" * (end - start)


def _close_codes(folded: str, closed: bytearray) -> None:
    """Close what needs more than its pattern: codes that are no currency, digits that are no round sum, numbers of an enumeration."""
    for match in _CODE.finditer(folded) if _CODED.search(folded) else ():
        letters = match[1] or match[2]
        if letters not in _IDS["not_before_period"] and letters not in currency_codes():
            _close(closed, match.start(), match.end())
    for match in _LONG.finditer(folded) if _MANY_DIGITS.search(folded) else ():
        if not match[0].endswith("000"):
            _close(closed, match.start(), match.end())
    if "(1)" in folded and "(2)" in folded:
        for match in _ENUMERATED.finditer(folded):
            _close(closed, match.start(), match.end())
