"""What a single letter after digits means where it can be several things: pence or a picture's lines, cents or degrees, seconds or a decade."""

from __future__ import annotations

import re
from decimal import Decimal

from variorum.lang import language_data
from variorum.text.numbers.numeral import Numeral
from variorum.text.numbers.units import Unit

_WORDS: dict[str, list[str]] = language_data("figures")["letters"]
_LETTER = re.compile(r"( ?)([pcshCF])(?![\w'’/&]|\.\w)")
_SCREENS = frozenset({240, 360, 480, 576, 720, 1080, 1440, 2160, 4320})  # lines of a picture: 1080p
_PRICED = re.compile(rf"(?i)[$£€¢]|\b(?:{'|'.join(_WORDS['priced'])})\b")
_WARM = re.compile(rf"(?i)°|\b(?:{'|'.join(_WORDS['warm'])})\b")
_LABELLED = re.compile(rf"(?i)\b(?:{'|'.join(_WORDS['labels'])})\.? $|(?-i:(?<![.!?] )(?<!^)\b[A-Z][a-z]{{2,}} $)")  # "section 18C", "Insat 1C"
_LABEL = 24  # characters before a number in which its label stands
_NEAR = 60  # characters round a number in which a word tells what its letter means
PENNY, CENT = Unit("GBP", "money", Decimal("0.01")), Unit("USD", "money", Decimal("0.01"), ambiguous=True)
CELSIUS, FAHRENHEIT = Unit("°C", "measure", quantity="degree_Celsius"), Unit("°F", "measure", quantity="degree_Fahrenheit")
HOUR, SECOND = Unit("hour", "time", quantity="hour"), Unit("second", "time", quantity="second")


def letter_after(folded: str, numeral: Numeral) -> tuple[int, Unit] | None:
    """The unit that one letter after a number is, by the words near it: where it ends, and the unit. None where they do not tell."""
    match = _LETTER.match(folded, numeral.end)
    if not match or not folded[numeral.end - 1].isdigit():
        return None
    unit = _meaning(folded, numeral, match[2], apart=bool(match[1]))
    return (match.end(), unit) if unit else None


def is_label(folded: str, numeral: Numeral, end: int) -> bool:
    """True where a letter up to `end` belongs to the name or label that the number stands in: "section 18C", "gate 4F"."""
    return (
        end == numeral.end + 1
        and folded[numeral.end].isalpha()
        and _LABELLED.search(folded, max(0, numeral.start - _LABEL), numeral.start) is not None
    )


def _meaning(folded: str, numeral: Numeral, letter: str, *, apart: bool) -> Unit | None:
    if letter == "p":
        return None if apart or numeral.value in _SCREENS else PENNY
    if letter == "h":
        return HOUR
    if letter == "s":
        return SECOND if not apart and "." in folded[numeral.start : numeral.end] else None
    near = _sentence(folded[max(0, numeral.start - _NEAR) : numeral.start], folded[numeral.start : numeral.end + _NEAR])
    warm, priced = (pattern.search(near) for pattern in (_WARM, _PRICED))
    if letter in "CF":
        return None if apart and not warm else CELSIUS if letter == "C" else FAHRENHEIT
    return None if apart else CELSIUS if warm and not priced else CENT if priced else None


def _sentence(before: str, after: str) -> str:
    """What of the words before and after a number stands in its sentence, as full stops tell."""
    return re.split(r"[.!?] (?=[A-Z])", before)[-1] + re.split(r"[.!?] (?=[A-Z])", after)[0]
