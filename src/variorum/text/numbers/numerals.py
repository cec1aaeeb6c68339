"""Numerals: every number that a text writes, in digits, words or both, with its exact value.

The grammar is the usual one for English number words (hundreds close, scales multiply, "and" joins after a scale); values are decimals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from variorum.lang import language_data
from variorum.records.article import Span
from variorum.text.numbers.units import currency_codes

_DATA: dict[str, dict[str, Any]] = language_data("numbers")
CARDINALS = {word: Decimal(value) for word, value in _DATA["cardinals"].items()}
SCALES = {word: Decimal(value) for word, value in _DATA["scales"].items()}
SUFFIXES = {word: Decimal(value) for word, value in _DATA["suffixes"].items()}
ORDINALS = {word: Decimal(value) for word, value in _DATA["ordinals"].items()}
DENOMINATORS = {word: Decimal(value) for word, value in _DATA["denominators"].items()}
MULTIPLIERS = {word: Decimal(str(value)) for word, value in _DATA["multipliers"].items()}
VAGUE = {word: Decimal(value) for word, value in _DATA["vague"].items()}
_GLYPHS = {
    "½": "0.5",
    "¼": "0.25",
    "¾": "0.75",
    "⅓": "0.3333333333",
    "⅔": "0.6666666667",
    "⅕": "0.2",
    "⅖": "0.4",
    "⅗": "0.6",
    "⅘": "0.8",
    "⅙": "0.1666666667",
    "⅚": "0.8333333333",
    "⅛": "0.125",
    "⅜": "0.375",
    "⅝": "0.625",
    "⅞": "0.875",
}
_AFTER_SCALE = re.compile(r"(?i)[ -]?(hundred|thousand|lakhs?|million|crores?|billion|trillion|quadrillion|dozens?)\b")
_SUFFIX = re.compile(r"(?i)( ?)(" + "|".join(sorted(SUFFIXES, key=len, reverse=True)) + r")(?![\w'’])(?!/)")
LARGEST = Decimal("1E+30")  # no newspaper counts further; "million million million ..." stops here
MAX_DIGITS = 40  # a longer run of digits is an identifier, not a quantity

_TOKEN = re.compile(
    r"""
      (?P<digits> (?: \d{1,3}(?:,\d{3})+ | [1-9]\d{0,2}(?:\ \d{3})+(?![\d-]|,\d|\ ?m\b) | \d{1,2}(?:,\d{2})+,\d{3} | \d+ ) (?:\.\d+)?
          | (?<![\w)])\.\d+ )
    | (?P<glyph> [½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞] )
    | (?P<word> [A-Za-z]+ )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, order=True)
class Numeral(Span):
    """One number in the text: `low` to `high` (equal unless vague, then both None) and what kind of numeral it is.

    `kind` is cardinal, ordinal, fraction, multiplier or vague. `mantissa` is the value before its scale; `scaled` says if it has one;
    `least` is the smallest count that a vague word can stand for.
    """

    value: Decimal | None = None
    kind: str = "cardinal"
    mantissa: Decimal | None = None
    scaled: bool = False
    least: Decimal | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    kind: str
    text: str


def numerals(folded: str) -> list[Numeral]:
    """Every numeral of a folded text, in order, without overlaps. Linear in the length of the text."""
    tokens = [_Token(m.start(), m.end(), m.lastgroup or "", m.group().lower()) for m in _TOKEN.finditer(folded) if _may_count(m)]
    return list(_scan(folded, tokens))


_COUNTING = {*CARDINALS, *SCALES, *ORDINALS, *DENOMINATORS, *MULTIPLIERS, *VAGUE, "a", "an", "couple", "few", "tens", "handful"}


def _may_count(match: re.Match[str]) -> bool:
    word = match.group("word")
    return word is None or word.lower() in _COUNTING or word.lower().endswith("fold")


def _scan(folded: str, tokens: list[_Token]) -> Iterator[Numeral]:
    at = 0
    while at < len(tokens):
        found = _read(folded, tokens, at)
        if found is None:
            at += 1
            continue
        yield found
        while at < len(tokens) and tokens[at].start < found.end:
            at += 1


def _read(folded: str, tokens: list[_Token], at: int) -> Numeral | None:
    token = tokens[at]
    if token.kind == "glyph":
        return Numeral(token.start, token.end, Decimal(_GLYPHS[token.text]), "fraction")
    if token.kind == "digits":
        return _digits(folded, tokens, at)
    if (token.start and folded[token.start - 1].isalnum()) or folded[token.end : token.end + 1].isdigit():
        return None
    return _vague(folded, tokens, at) or _multiplier(token) or _in_words(folded, tokens, at)


# --- digits -----------------------------------------------------------------------------------------------------------------------


_SLASH = re.compile(r"[/⁄](\d{1,3})(?![\d/])")
_MIXED = re.compile(r"[ -](\d{1,2})[/⁄](\d{1,2})(?![\d/])")  # "74-1/2", "1 3/8"
_IN_USE = {2, 3, 4, 5, 6, 8, 10, 16, 32, 64}  # denominators of prices and lengths
_BINARY = {32, 64, 128, 256}  # larger denominators that are in use: inches, pints


def _digits(folded: str, tokens: list[_Token], at: int) -> Numeral | None:
    token = tokens[at]
    if not _free_standing(folded, token.start) or token.end - token.start > MAX_DIGITS:
        return None
    ordinal = re.compile(r"(?i)(?:st|nd|rd|th)\b").match(folded, token.end)
    value = Decimal(token.text.replace(",", "").replace(" ", ""))
    if re.match(r"0\d", token.text):
        return None  # a number of a kind that is spelt out, such as "04", counts nothing
    if ordinal and "." not in token.text:
        return Numeral(token.start, ordinal.end(), value, "ordinal", value)
    mixed = _MIXED.match(folded, token.end)
    if mixed and "." not in token.text and 0 < int(mixed[1]) < int(mixed[2]) and int(mixed[2]) in _IN_USE:
        return _scaled(folded, token.start, mixed.end(), value + Decimal(mixed[1]) / Decimal(mixed[2]))
    fraction = _SLASH.match(folded, token.end)
    if fraction and value < int(fraction[1]) and (1 < int(fraction[1]) <= 20 or int(fraction[1]) in _BINARY):
        return Numeral(token.start, fraction.end(), value / int(fraction[1]), "fraction")
    comma = re.compile(r",(\d{1,2})(?=\s?(?:%|percent|per cent|million|billion|trillion)\b|%)").match(folded, token.end)
    if comma and "," not in token.text and "." not in token.text:
        value = Decimal(f"{token.text}.{comma[1]}")
        return _scaled(folded, token.start, comma.end(), value)
    if token.end < len(folded) and folded[token.end] in _GLYPHS:
        return _scaled(folded, token.start, token.end + 1, value + Decimal(_GLYPHS[folded[token.end]]))
    half = re.compile(r"(?i)[ -]and[ -]a[ -](half|quarter)\b").match(folded, token.end)
    if half:
        return _scaled(folded, token.start, half.end(), value + 1 / DENOMINATORS[half[1].lower()])
    return _scaled(folded, token.start, token.end, value)


def _free_standing(folded: str, start: int) -> bool:
    """True if digits begin a number: not inside a word, a decimal, a fraction or a name such as F-16."""
    before = folded[max(0, start - 2) : start]
    if re.search(r"\d[kmb]-$", folded[max(0, start - 3) : start]):
        return True  # "5k-20k"
    last = before[-1:]
    if last in {".", ",", ":", "/"} and before[:1].isdigit() and len(before) == 2:
        return False
    if last == "-" and before[:1].isalpha():
        return False
    if last in {"#", "@", "_"}:
        return False
    if not last.isalnum():
        return True
    code = _CODE_AGAINST.search(folded[max(0, start - 5) : start])
    return code is not None and (not code[0].isalpha() or len(code[0]) != 3 or code[0] in currency_codes())  # not ITV1


# A currency code or sign written against the digits: "USD5m", "$US160", "RM120".
_CODE_AGAINST = re.compile(r"(?:\b(?:[A-Z]{3}|R[Ms]|NT|kr)|[$](?:US|A|NZ|HK|C|S))$")


def _scaled(folded: str, start: int, end: int, value: Decimal) -> Numeral | None:
    """Extend a written value by the scale words or suffix that follow it."""
    mantissa, scaled = value, False
    while (scale := _AFTER_SCALE.match(folded, end)) and value < LARGEST and not (scaled and scale[1].lower().startswith("dozen")):
        value, end, scaled = value * SCALES[scale[1].lower().replace("dozens", "dozen")], scale.end(), True
    if not scaled and (grand := _GRAND.match(folded, end)):
        value, end, scaled = value * 1000, grand.end(), True
    if not scaled and (suffix := _SUFFIX.match(folded, end)) and _suffix_is_scale(folded, start, suffix):
        value, end, scaled = value * SUFFIXES[suffix[2].lower()], suffix.end(), True
    if scaled and (rest := _HUNDRED_AND.match(folded, end)) and folded[:end].lower().endswith("hundred"):
        value, end = value + Decimal(rest[1]), rest.end(1)
    if scaled and (half := re.compile(r"(?i) and a (half|quarter)\b").match(folded, end)):
        value, end = value + value / mantissa / DENOMINATORS[half[1].lower()] if mantissa else value, half.end()
    return Numeral(start, end, value, "cardinal", mantissa, scaled)


_GRAND = re.compile(r"(?i) grand(?= (?:an?|in|for|on|to|from|each|per|more|and)\b|[.,;:!?)\"']|$)")  # not "five grand slams"
_MONEY_BEFORE = re.compile(r"(?:[$£€¥₩₹₽₪₺₦]|\b(?:USD|EUR|GBP|JPY|CNY|RMB|KRW|INR|CHF|AUD|CAD|Rs\.?)) ?$")
# After "1.4m": a word that makes it 1.4 million of something, not one that makes it metres.
_PEOPLE_AFTER = re.compile(rf"(?i) (?!(?:{'|'.join(_DATA['metres']['after'])})\b)[a-z]+")
_PLURAL_AFTER = re.compile(r" (?:people|(?!cells|vitamins|class|series|grades|roads)[a-z]{3,}s)\b")  # "8 B people"


_HUNDRED_AND = re.compile(r"(?i) and (\d{1,2})(?![\d.,%])")  # "3 hundred and 21"


def _suffix_is_scale(folded: str, start: int, suffix: re.Match[str]) -> bool:
    """True if a letter after digits is a scale ("$5m", "10k", "1.4m people"), not a metre, tonne or byte."""
    letter, money = suffix[2], bool(_MONEY_BEFORE.search(folded[max(0, start - 6) : start]))
    if suffix[1]:  # a space between: only with money, and "m" or "b" not at all without it
        return (
            letter.lower() in {"mn", "mln", "bn", "bln", "tn", "trn"}
            or (money and letter.lower() in {"m", "b", "t", "k", "cr", "mil"})
            or (letter in {"M", "B", "K"} and bool(_PLURAL_AFTER.match(folded, suffix.end())))
        )
    if letter.lower() in {"m", "t", "mm", "b", "mil", "cr"}:
        if money:
            return True
        decimal_billion = letter == "b" and "." in folded[start : suffix.start()]  # "1.2b": no one writes 1.2 bytes
        if letter in {"M", "B"} and _PLURAL_AFTER.match(folded, suffix.end()):
            return True  # "2M users", "3.2B views"
        return decimal_billion or letter == "mil" or (letter == "m" and bool(_PEOPLE_AFTER.match(folded, suffix.end())))
    if letter == "K" and not money and folded[start : suffix.start()] in {"2", "4", "5", "8"}:
        return False  # a 4K screen
    return letter != "K" or money or folded[suffix.end() : suffix.end() + 1] != "°"


# --- words ------------------------------------------------------------------------------------------------------------------------


def _joined(folded: str, a: _Token, b: _Token) -> str | None:
    """What stands between two tokens of one numeral: a space, a hyphen, "and"; None if they do not touch."""
    between = folded[a.end : b.start]
    return between if between in (" ", "-") else "and" if re.fullmatch(r"(?i),? and |-and-", between) else None


def _in_words(folded: str, tokens: list[_Token], at: int) -> Numeral | None:
    first = tokens[at]
    if first.text in {"a", "an"}:
        return _with_article(folded, tokens, at)
    if first.text in {"half", "quarter"}:
        return _half(folded, tokens, at)
    if first.text in ORDINALS and first.text not in CARDINALS:
        return Numeral(first.start, first.end, ORDINALS[first.text], "ordinal", ORDINALS[first.text])
    if first.text not in CARDINALS:
        return None
    return _cardinal(folded, tokens, at)


def _cardinal(folded: str, tokens: list[_Token], at: int, start: int | None = None, ahead: Decimal | None = None) -> Numeral:
    """Read number words from `tokens[at]`; `ahead` is what an article before a scale counts for ("a million": one)."""
    total, current, end, scaled, last = Decimal(0), ahead or Decimal(0), tokens[at].end, False, tokens[at]
    start = tokens[at].start if start is None else start
    mantissa: Decimal | None = None
    for index in range(at, len(tokens)):
        token = tokens[index]
        joint = _joined(folded, last, token) if index > at else " "
        word = token.text
        if joint == "and" and word == "one" and index + 1 < len(tokens) and tokens[index + 1].text in {"half", "quarter", "third"}:
            break  # "two million and one half"
        if joint is None or token.kind != "word" or total + current > LARGEST:
            break
        if word in SCALES and (not word.endswith("s") or (word == "dozens" and index > at)):
            mantissa = mantissa if mantissa is not None else current
            current, total = _scale(current, total, SCALES[word])
            scaled = True
        elif word in CARDINALS and _fits(current, CARDINALS[word], joint, first=index == at and ahead is None):
            current += CARDINALS[word]
        elif word in ORDINALS and joint == "-" and current >= 20 and current % 10 == 0 and ORDINALS[word] < 10:
            return Numeral(start, token.end, total + current + ORDINALS[word], "ordinal", total + current + ORDINALS[word])
        elif word in DENOMINATORS and joint in {" ", "-"} and not scaled and current > 0 and _parts(word, joint, current):
            return _fraction(folded, start, token, current)
        else:
            break
        end, last = token.end, token
    value = total + current
    half = re.compile(r"(?i)[ -]and[ -](?:a|one)[ -](half|quarter|third|fourth|fifth|sixth|eighth|tenth)\b").match(folded, end)
    if half:
        part = SCALES.get(last.text, Decimal(1)) / DENOMINATORS[half[1].lower()]  # "a million and a half" is a million and half a million
        return _scaled(folded, start, half.end(), value + part) or Numeral(start, end, value)
    if not scaled and (grand := _GRAND.match(folded, end)):
        return Numeral(start, grand.end(), value * 1000, "cardinal", value, True)
    return Numeral(start, end, value, "cardinal", mantissa if mantissa is not None else value, scaled)


def _parts(word: str, joint: str, numerator: Decimal) -> bool:
    """True if a number before a denominator counts its parts: "two-thirds", "one fifth"; not "two half-point cuts", "one second"."""
    return word != "second" and (word.endswith("s") or numerator == 1 or (joint == "-" and word != "half"))


def _scale(current: Decimal, total: Decimal, scale: Decimal) -> tuple[Decimal, Decimal]:
    """Hundreds and dozens multiply the running group; larger scales close it."""
    if scale in (100, 12):
        return (current or Decimal(1)) * scale, total
    if total and total < scale and not current:
        return Decimal(0), total * scale
    return Decimal(0), total + (current or Decimal(1)) * scale


def _fits(current: Decimal, value: Decimal, joint: str, *, first: bool) -> bool:
    """True if a number word can go on the group: "twenty one", "hundred and five", but not "two three" nor "five and six"."""
    if first:
        return True
    if joint == "and":
        return current == 0 or current % 100 == 0
    if current == 0:
        return True
    if current % 100 == 0 and current >= 100:
        return value < 100
    return current % 10 == 0 and current % 100 >= 20 and value < 10


def _fraction(folded: str, start: int, token: _Token, numerator: Decimal) -> Numeral:
    """A fraction in words. It multiplies a scale that follows: "three quarters of a million"."""
    value = numerator / DENOMINATORS[token.text]
    of_scale = re.compile(r"(?i) of an? (million|billion|trillion|thousand)\b").match(folded, token.end)
    if of_scale:
        return Numeral(start, of_scale.end(), value * SCALES[of_scale[1].lower()], "cardinal", value, True)
    return Numeral(start, token.end, value, "fraction", value)


def _half(folded: str, tokens: list[_Token], at: int) -> Numeral | None:
    token = tokens[at]
    scale = re.compile(r"(?i)(?: an? |-| )(million|billion|trillion|thousand|dozen|hundred)\b").match(folded, token.end)
    value = 1 / DENOMINATORS[token.text]
    if scale:
        return Numeral(token.start, scale.end(), value * SCALES[scale[1].lower()], "cardinal", value, True)
    if token.text == "half":
        return Numeral(token.start, token.end, value, "fraction", value)
    return None


_OF_OR_UNIT = re.compile(rf"(?i)[ -](?:{'|'.join(_DATA['part_of']['after'])})\b|\s*(?:[.,;)]|$)")
_BY = re.compile(r"(?i)\bby (?:[a-z]+ )?$")  # "sank by almost a third"


def _with_article(folded: str, tokens: list[_Token], at: int) -> Numeral | None:
    """ "a dozen", "a million", "a third", "a couple of", "a few hundred": numerals that begin with an article."""
    article = tokens[at]
    if at + 1 >= len(tokens) or folded[article.end : tokens[at + 1].start] != " ":
        return None
    word = tokens[at + 1]
    if word.kind == "digits":
        return None
    if word.text in SCALES and not word.text.endswith("s"):
        return _cardinal(folded, tokens, at + 1, article.start, Decimal(1))
    governed = _OF_OR_UNIT.match(folded, word.end) or _BY.search(folded, max(0, article.start - 16), article.start)
    if governed and word.text in {"half", "quarter", "third", "fifth", "tenth"}:
        if word.text in {"half", "quarter"} and (found := _half(folded, tokens, at + 1)) and found.scaled:
            return Numeral(article.start, found.end, found.value, "cardinal", found.mantissa, True)
        return _fraction(folded, article.start, word, Decimal(1))
    if word.text in {"couple", "few", "handful"}:
        return _few(folded, article, word)
    return None


def _few(folded: str, article: _Token, word: _Token) -> Numeral:
    scale = re.compile(r"(?i)(?: of)? (dozen|hundred|thousand|million|billion)\b").match(folded, word.end)
    if word.text == "couple":
        value = Decimal(2) * (SCALES[scale[1].lower()] if scale else 1)
        return Numeral(article.start, scale.end() if scale else word.end, value, "cardinal", Decimal(2), bool(scale))
    least = 3 * (SCALES[scale[1].lower()] if scale else Decimal(1))
    return Numeral(article.start, scale.end() if scale else word.end, None, "vague", None, False, least)


def _vague(folded: str, tokens: list[_Token], at: int) -> Numeral | None:
    """ "dozens", "hundreds of thousands", "several hundred": the words that count without a number."""
    token = tokens[at]
    if token.text == "couple":
        scale = re.compile(r"(?i)(?: of)? (dozen|hundred|thousand|million|billion)\b").match(folded, token.end)
        return Numeral(token.start, scale.end(), 2 * SCALES[scale[1].lower()], "cardinal", Decimal(2), True) if scale else None
    if token.text == "tens":
        of = re.compile(r"(?i) of (thousands|millions|billions)\b").match(folded, token.end)
        return Numeral(token.start, of.end(), None, "vague", least=10 * VAGUE[of[1].lower()]) if of else None
    if token.text not in VAGUE:
        return None
    if token.text == "several":
        scale = re.compile(r"(?i) (dozen|hundred|thousand|million|billion|trillion)\b").match(folded, token.end)
        return Numeral(token.start, scale.end() if scale else token.end, None, "vague", least=3 * (SCALES[scale[1].lower()] if scale else Decimal(1)))
    end, least = token.end, VAGUE[token.text]
    while of := re.compile(r"(?i) (?:of|upon) (thousands|millions|billions)\b").match(folded, end):
        end, least = of.end(), least * SCALES[of[1].lower().rstrip("s")]
    return Numeral(token.start, end, None, "vague", least=least)


def _multiplier(token: _Token) -> Numeral | None:
    """ "ninefold", "doubled", "twice"; "N times" needs its context and is left to the reader of quantities."""
    if token.text in MULTIPLIERS:
        return Numeral(token.start, token.end, MULTIPLIERS[token.text], "multiplier", MULTIPLIERS[token.text])
    stem = token.text[:-4]
    if token.text.endswith("fold") and stem in CARDINALS:
        return Numeral(token.start, token.end, CARDINALS[stem], "multiplier", CARDINALS[stem])
    return None
