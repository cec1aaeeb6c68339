"""Numbers in digits: how the groups and the decimals of a number are set apart, fractions, powers of ten, ordinals.

Which sign groups and which opens the decimals is decided by the number itself where it can be (1.234.567, 12,34,567, 1'234, 3,50 euros), else by the
other numbers of the text; what stays open is read the English way and marked.
"""

from __future__ import annotations

import functools
import re
from decimal import Decimal

from variorum.lang import language_data
from variorum.text.numbers.currencies import money_before
from variorum.text.numbers.numeral import DENOMINATORS, GLYPHS, Numeral
from variorum.text.numbers.scales import with_scale

MAX_DIGITS = 40  # a longer run of digits is an identifier, not a quantity
GROUP = 3  # digits between two commas
_TORN = re.compile(r",\d{2}(?![\d,])")
MAX_EXPONENT = 30  # powers of ten beyond are written by no newspaper, and by a hostile text

DIGITS = r"""
    \d{1,3}(?:\.\d{3})+,\d{1,2}(?![\d,.]\d)                 # 1.234,50
  | \d{1,3}(?:\.\d{3}){2,}(?![\d,.]\d)                      # 1.234.567
  | \d{1,3}(?:'\d{3})+(?:\.\d+)?(?!\d)                      # 1'234'567
  | \d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?!,?\d)              # 12,34,567
  | \d{1,3}(?:,\d{3})+(?:\.\d+)?
  | [1-9]\d{0,2}(?:\ \d{3})+(?![\d-]|,\d|\ ?m\b)(?:\.\d+)?  # 934 000
  | [1-9]\d{0,2},\ \d{3}(?=[ -](?!and\b|or\b|to\b)[a-z])    # 1, 600 officers: a comma that a scan or tokenizer set apart
  | \d+(?:\.\d+)?
  | (?<![\w)])\.\d+
"""

_ORDINAL = re.compile(r"(?i)(?:(?<=(?<!1)1)st|(?<=(?<!1)2)nd|(?<=(?<!1)3)rd|(?<=[04-9])th|(?<=1[1-3])th)\b")  # not "14st"
_SLASH = re.compile(r"[/⁄](\d{1,3})(?![\d/])")
_MIXED = re.compile(r"(?:[ -]| and )(\d{1,2})[/⁄](\d{1,2})(?![\d/])")  # "74-1/2", "1 3/8"
_IN_USE = {2, 3, 4, 5, 6, 8, 10, 16, 32, 64}  # denominators of prices and lengths
_BINARY = {32, 64, 128, 256}  # larger denominators that are in use: inches, pints
_GLYPH_AFTER = re.compile(rf"[ -]?([{''.join(GLYPHS)}])")
_AND_PART = re.compile(r"(?i)[ -]and[ -](?:(?:a|one)[ -](half|quarter|third)|(three)[ -]quarters?|(two)[ -]thirds?)\b")
_POWER = re.compile(r" ?(?:[×xX*·]|times) ?10(?:\^|\*\*)?(?:(-?\d{1,2})(?![\d,.]\d)|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
# What makes of "3,50" and "3,5" a number with decimals: money, a scale, a share or a measure beside it.
_DECIMAL_COMMA = re.compile(
    r",(\d{1,2})(?=\s?(?:%|per ?cent|pct|thousand|[mb]illion|trillion|[mb]ln|(?:m|bn|km|kg|euros?|dollars?|crowns?|metres?)\b|kron|zł|[€£$]))"
)
_MONEY_COMMA = re.compile(r",(\d{2})(?![\d,.]\d)(?!\d)")


def read_digits(folded: str, start: int, end: int) -> Numeral | None:
    """The number that the digits from `start` to `end` begin, with fraction, power and scale; None if they name or number something."""
    written = folded[start:end]
    if not _free_standing(folded, start) or end - start > MAX_DIGITS or re.match(r"0\d", written):
        return None  # a number that is spelt out, such as "04", counts nothing
    if _TORN.match(folded, end) and len(written) == GROUP and not _comma(folded, start, end, written):
        return None  # "100,00 units": a misprint of 100,000 or 100.00
    value = _value(folded, written)
    plain = "." not in written
    if plain and (ordinal := _ORDINAL.match(folded, end)):
        return Numeral(start, ordinal.end(), value, "ordinal", value)
    if found := _comma(folded, start, end, written):
        return with_scale(folded, start, found[0], found[1])
    if plain and (mixed := _MIXED.match(folded, end)) and 0 < int(mixed[1]) < int(mixed[2]) and int(mixed[2]) in _IN_USE:
        return with_scale(folded, start, mixed.end(), value + Decimal(mixed[1]) / Decimal(mixed[2]))
    fraction = _SLASH.match(folded, end)
    if fraction and value < int(fraction[1]) and (1 < int(fraction[1]) <= 20 or int(fraction[1]) in _BINARY):
        return Numeral(start, fraction.end(), value / int(fraction[1]), "fraction")
    if (power := _POWER.match(folded, end)) and abs(exponent := int((power[1] or power[2]).translate(_RAISED))) <= MAX_EXPONENT:
        return Numeral(start, power.end(), value * Decimal(10) ** exponent, "cardinal", value, True)
    if glyph := _GLYPH_AFTER.match(folded, end):
        return with_scale(folded, start, glyph.end(), value + GLYPHS[glyph[1]])
    if part := _AND_PART.match(folded, end):
        return with_scale(folded, start, part.end(), value + _part(part))
    return with_scale(folded, start, end, value)


def _part(part: re.Match[str]) -> Decimal:
    """The part that "and a half" or "and three quarters" adds."""
    if part[1]:
        return 1 / DENOMINATORS[part[1].lower()]
    return Decimal(3) / 4 if part[2] else Decimal(2) / 3


def _comma(folded: str, start: int, end: int, written: str) -> tuple[int, Decimal] | None:
    """The decimals that a comma opens: where they end, and the value. None where it only sets two numbers apart."""
    if not written.isdigit():
        return None
    match = _DECIMAL_COMMA.match(folded, end) or (_MONEY_COMMA.match(folded, end) if money_before(folded, start) else None)
    return (match.end(1), Decimal(f"{written}.{match[1]}")) if match else None


def _value(folded: str, written: str) -> Decimal:
    """The value of digits with their groups."""
    points = written.count(".")
    if points > 1 or (points and "," in written and written.rindex(",") > written.rindex(".")):
        return Decimal(written.replace(".", "").replace(",", "."))
    if _THOUSAND.fullmatch(written) and _style(folded) == "points":
        return Decimal(written.replace(".", ""))
    return Decimal(re.sub(r"[, ']", "", written))


def separator_doubt(folded: str, start: int, end: int) -> str:
    """Why the point in digits like "2.500" may be meant otherwise than it is read; empty where nothing speaks for it."""
    written = folded[start:end]
    if not _THOUSAND.fullmatch(written) or not (style := _style(folded)):
        return ""
    whole = f"{int(written.replace('.', '')):,}"
    if style == "points":
        return f"Read as {whole}, since the text sets thousands apart with points; it could be {written}."
    return f"Read as {written}, since the text sets thousands apart with commas; it could be {whole}." if _POINTS.search(folded) else ""


_THOUSAND = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_POINTS = re.compile(r"(?<![\d.,])\d{1,3}(?:(?:\.\d{3}){2,}|(?:\.\d{3})+,\d{1,2})(?![\d.,])|(?<![\d.,])\d+,\d{1,2} ?(?:%|€|euro|million|billion)")
_COMMAS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])|(?<![\d.,])\d+\.\d{1,2}(?![\d.,])")


@functools.lru_cache(maxsize=8)
def _style(folded: str) -> str:
    """How the other numbers of a text set thousands apart: "points" or "commas", empty if they do not tell."""
    points, commas = len(_POINTS.findall(folded)), len(_COMMAS.findall(folded))
    return "points" if points > commas else "commas" if commas else ""


_HYPHENED = re.compile(r"(?i)(?<![\w-])(?:\d{1,3}-)?(?:" + "|".join(language_data("numbers")["hyphened"]["before"]) + r")-$")
_RANGE_UNIT = re.compile(r"(?<![\w.,])\d[\d.,]*(?:[a-zµ]{1,4}|[A-Z]{3})-$")  # the first end of "5k-20k", "58lb-63lb", "763INR-787INR"
_LONGEST_WORD = 14  # characters before digits in which a word with its hyphen stands


def _free_standing(folded: str, start: int) -> bool:
    """True if digits begin a number: not inside a word, a decimal, a fraction or a name such as F-16."""
    before = folded[max(0, start - 2) : start]
    last = before[-1:]
    if last in {".", ",", ":", "/"} and before[:1].isdigit() and len(before) == 2:
        return False
    if last == "/" and before[:1].isalpha():
        return False  # "System/2"
    if last == "-" and before[:1].isalpha():
        window = folded[max(0, start - _LONGEST_WORD) : start]
        return bool(_RANGE_UNIT.search(window) or _HYPHENED.search(window))  # "5k-20k", "minus-40"
    if last in {"#", "@", "_"}:
        return False
    return not last.isalnum() or money_before(folded, start) is not None  # "USD5m", "RM120"; not ITV1
