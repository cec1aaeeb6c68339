"""Scales: what multiplies a number in digits, in words ("5 million") or letters ("$5m", "10k"), told from metres, tonnes and bytes."""

from __future__ import annotations

import re
from decimal import Decimal

from variorum.text.numbers.currencies import money_before, money_word_after
from variorum.text.numbers.numeral import DENOMINATORS, LARGEST, METRES, SCALES, SUFFIXES, Numeral

_SCALE = re.compile(r"(?i)[ -]?(hundred|thousand|lakhs?|million|crores?|billion|trillion|quadrillion|dozens?)\b")
_LETTERS = re.compile(r"(?i)( ?)(" + "|".join(sorted(SUFFIXES, key=len, reverse=True)) + r")(?![\w'’])(?!/)")
_HUNDRED_AND = re.compile(r"(?i) and (\d{1,2})(?![\d.,%])")  # "3 hundred and 21"
_AND_A_HALF = re.compile(r"(?i) and a (half|quarter)\b")
GRAND = re.compile(r"(?i) grand(?= (?:an?|in|for|on|to|from|each|per|more|and)\b|[.,;:!?)\"']|$)")  # not "five grand slams"


def with_scale(folded: str, start: int, end: int, value: Decimal) -> Numeral:
    """Extend a written value by the scale words or letters that follow it."""
    mantissa, has_scale = value, False
    while (scale := _SCALE.match(folded, end)) and value < LARGEST and not (has_scale and scale[1].lower().startswith("dozen")):
        value, end, has_scale = value * SCALES[scale[1].lower().replace("dozens", "dozen")], scale.end(), True
    if not has_scale and (grand := GRAND.match(folded, end)):
        value, end, has_scale = value * 1000, grand.end(), True
    if not has_scale and (letters := _LETTERS.match(folded, end)) and _is_scale(folded, start, letters):
        value, end, has_scale = value * SUFFIXES[letters[2].lower()], letters.end(), True
    if has_scale and (rest := _HUNDRED_AND.match(folded, end)) and folded[:end][-7:].lower() == "hundred":
        value, end = value + Decimal(rest[1]), rest.end(1)
    if has_scale and (half := _AND_A_HALF.match(folded, end)):
        value, end = value + value / mantissa / DENOMINATORS[half[1].lower()] if mantissa else value, half.end()
    return Numeral(start, end, value, "cardinal", mantissa, has_scale)


# --- what a letter means ----------------------------------------------------------------------------------------------------------

_ALWAYS = frozenset({"mn", "mln", "bn", "bln", "trn", "tn"})  # with a space too
_WITH_MONEY = frozenset({"m", "b", "t", "k", "cr", "mil", "mm"})
_PARTNER = re.compile(r"(?:-|–| ?to | and )[$£€]?\d+(?:\.\d+)?m\b")  # the other end of "2m-3m people"
_PEOPLE_AFTER = re.compile(rf"(?i) (?!(?:{'|'.join(METRES)})\b)([a-z]+)(?: ([a-z]+))?(?: ([a-z]+))?")
_SUM_BEFORE = re.compile(r"[$£€¥₹]\d[\d.,]*(?:m|b|k|t|bn|mn|tn)(?:-|–| to )$")  # the first end of "£2m-3m"
_OF_ITS = re.compile(r"(?i) of (?:its|their|our|his|her|all|those|these|them|us|whom|which)\b")
_SINGULAR_FRAME = re.compile(r"(?i)\b(?:an?|each|every|one|single) (?:[a-z]+ )?$")  # "a 35m wall" is a length
_PLURAL = re.compile(r"(?i)(?:people|men|women|children)$|(?<!s)s$")
_PLURAL_AFTER = re.compile(r" (?:[a-z-]+ (?:and [a-z-]+ )?){0,2}?(?:people|(?!cells|vitamins|class|series|grades|roads)[a-z]{3,}s)\b")  # "8 B people"
_RUN_AFTER = re.compile(r"(?i) (?:runs?|race|walk|road|fun|run/walk|event)\b")
_WINDOW = 24  # characters before a number in which its article stands


def _is_scale(folded: str, start: int, letters: re.Match[str]) -> bool:
    """True if letters after digits are a scale ("$5m", "10k", "1.4m people"), not a metre, a tonne, a byte or a road."""
    written, lower = letters[2], letters[2].lower()
    money = money_before(folded, start) is not None or money_word_after(folded, letters.end())
    if lower in _ALWAYS or (money and lower in _WITH_MONEY):
        return True
    if _SUM_BEFORE.search(folded, max(0, start - _WINDOW), start):
        return True
    if letters[1]:
        return written in {"M", "B", "K"} and bool(_PLURAL_AFTER.match(folded, letters.end()))
    if lower == "m":
        plural = written == "M" and _PLURAL_AFTER.match(folded, letters.end())
        return bool(plural) or (written == "m" and _counts_millions(folded, start, letters.end()))
    if lower in {"b", "t", "mm", "cr"}:
        decimal_billion = lower == "b" and "." in folded[start : letters.start()]  # "1.2b": no one writes 1.2 bytes
        return decimal_billion or (written == "B" and bool(_PLURAL_AFTER.match(folded, letters.end())))
    if lower == "k":
        return not _is_thousand_not(folded, start, letters)
    return True


def _is_thousand_not(folded: str, start: int, letters: re.Match[str]) -> bool:
    """True for a 4K screen, a 10k run, 300K of heat."""
    digits = folded[start : letters.start()]
    if letters[2] == "K" and (digits in {"2", "4", "5", "8"} or folded[letters.end() : letters.end() + 1] == "°"):
        return True
    return digits in {"5", "8", "10", "15", "20"} and bool(_RUN_AFTER.match(folded, letters.end()))


def _counts_millions(folded: str, start: int, end: int) -> bool:
    """True if "m" against digits is million: a plural is counted, or a part "of its users"; not after "a", before a word of length, or alone."""
    if partner := _PARTNER.match(folded, end):
        end = partner.end()
    if _OF_ITS.match(folded, end):
        return True
    after = _PEOPLE_AFTER.match(folded, end)
    if not after:
        return False
    plural = any(word and _PLURAL.search(word) for word in after.groups())
    return plural or not _SINGULAR_FRAME.search(folded, max(0, start - _WINDOW), start)
