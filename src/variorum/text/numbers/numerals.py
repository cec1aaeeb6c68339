"""Numerals: every number that a text writes, in digits, words or both, with its exact value.

The grammar is the usual one for English number words (hundreds close, scales multiply, "and" joins after a scale); values are decimals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from variorum.text.numbers.digits import DIGITS, read_digits
from variorum.text.numbers.numeral import CARDINALS, DENOMINATORS, GLYPHS, LARGEST, MULTIPLIERS, ORDINALS, PART_OF, SCALES, VAGUE, Numeral
from variorum.text.numbers.scales import GRAND, with_scale

_TOKEN = re.compile(rf"(?P<digits> (?=[\d.]) (?:{DIGITS}) ) | (?P<glyph> [{''.join(GLYPHS)}] ) | (?P<word> [A-Za-z]+ )", re.VERBOSE)


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    kind: str
    text: str


def numerals(folded: str) -> list[Numeral]:
    """Every numeral of a folded text, in order, without overlaps. Linear in the length of the text."""
    return list(_scan(folded, list(_tokens(folded))))


_COUNTING = {*CARDINALS, *SCALES, *ORDINALS, *DENOMINATORS, *MULTIPLIERS, *VAGUE, "a", "an", "couple", "few", "tens", "handful"}


def _tokens(folded: str) -> Iterator[_Token]:
    """Digits, glyphs, and those words that may count."""
    for match in _TOKEN.finditer(folded):
        kind, text = match.lastgroup or "", match.group().lower()
        if kind != "word" or text in _COUNTING or text.endswith("fold"):
            yield _Token(match.start(), match.end(), kind, text)


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
        return Numeral(token.start, token.end, GLYPHS[token.text], "fraction")
    if token.kind == "digits":
        return read_digits(folded, token.start, token.end)
    if (token.start and folded[token.start - 1].isalnum()) or folded[token.end : token.end + 1].isdigit():
        return None
    return _vague(folded, tokens, at) or _multiplier(token) or _in_words(folded, tokens, at)


# --- words ------------------------------------------------------------------------------------------------------------------------


def _joined(folded: str, a: _Token, b: _Token) -> str | None:
    """What stands between two tokens of one numeral: a space, a hyphen, "and"; None if they do not touch."""
    between = folded[a.end : b.start]
    return "-" if between == " - " else between if between in (" ", "-") else "and" if re.fullmatch(r"(?i),? and |-and-", between) else None


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
        if joint == "and" and word in _COUNTS and index + 1 < len(tokens) and tokens[index + 1].text.rstrip("s") in {"half", "quarter", "third"}:
            break  # "two million and one half"
        if joint is None or token.kind != "word" or total + current > LARGEST:
            break
        if word in SCALES and (not word.endswith("s") or (word == "dozens" and index > at)):
            if mantissa is None or (SCALES[word] >= 1000 and not total):
                mantissa = current  # of "one hundred thirty-three trillion": 133
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
    if part := _AND_PART.match(folded, end):
        added = Decimal(_COUNTS[part[1].lower()]) / DENOMINATORS[part[2].lower()]
        return with_scale(folded, start, part.end(), value + SCALES.get(last.text, Decimal(1)) * added)  # "a million and a half": and half a million
    if not scaled and (grand := GRAND.match(folded, end)):
        return Numeral(start, grand.end(), value * 1000, "cardinal", value, True)
    return Numeral(start, end, value, "cardinal", mantissa if mantissa is not None else value, scaled)


_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3}
_AND_PART = re.compile(r"(?i)[ -]and[ -](a|one|two|three)[ -](half|quarters?|thirds?|fourths?|fifths?|sixth|eighth|tenth)\b")


def _parts(word: str, joint: str, numerator: Decimal) -> bool:
    """True if a number before a denominator counts its parts: "two-thirds", "one fifth"; not "two half-point cuts", "one second", "two quarters"."""
    if word in {"halves", "quarters"} and numerator % 2 == 0:
        return False  # those of a match or a year
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
    scale = re.compile(r"(?i)(?: of an? | an? |-| )(million|billion|trillion|thousand|dozen|hundred)\b").match(folded, token.end)
    value = 1 / DENOMINATORS[token.text]
    if scale:
        return Numeral(token.start, scale.end(), value * SCALES[scale[1].lower()], "cardinal", value, True)
    if token.text == "half":
        return Numeral(token.start, token.end, value, "fraction", value)
    return None


_OF_OR_UNIT = re.compile(rf"(?i)[ -](?:{'|'.join(PART_OF)})\b|\s*(?:[.,;)]|$)")
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


_SCALE_AFTER = re.compile(r"(?i) (dozen|hundred|thousand|million|billion|trillion|mln|bln)\b")


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
        end, least = token.end, Decimal(3)
        while scale := _SCALE_AFTER.match(folded, end):
            end, least = scale.end(), least * SCALES[scale[1].lower()]
        return Numeral(token.start, end, None, "vague", least=least)
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
