"""Ages: numbers that tell how old someone is though no unit stands with them."""

from __future__ import annotations

import re

from spacy.tokens import Token

from variorum.extract.figures.written.numbers_with_units import Piece
from variorum.lang import language_data
from variorum.text.parsing.parse import Parse

_OLD = re.compile(r"(?i)[ -](?:olds?|of age)\b")
_AGED = re.compile(
    r"(?i)\b(?:aged?|ages(?: of)?|age of|now aged?|at age|at the age of)\s+"
    r"(?:between |from |about |around |under |over )?(\d\d?[-–]\d\d?,? (?:and|or) )?$"
)
_NOW = re.compile(r"(?i)(?:, (?:now|then|aged?|just|only)|\bturn(?:s|ed|ing)?(?: just| only)?) $")  # "Anna, now 40", "turned 17"
_YOUNG = re.compile(r"(?i)\bas (young|old) as $")
_GOES_ON = re.compile(r", (?:and|who|whose|was|is|has|had|said|told|from|of|a|an|the|died|also|added|went|took|will|were|wore|posted|shared)\b")
_SET_OFF = re.compile(r",(?! \d)| [-–—] (?=[a-z])")
_AGE_AND = re.compile(r" and [A-Z][\w'-]+(?: [A-Z][\w'-]+)?, \d\d?\b")  # "Stephen, 27 and Ciara, 24"
_AND_NAME = re.compile(r", \d\d?,? and [A-Z][\w'-]+(?: [A-Z][\w'-]+)?, $")
_WINDOW = 34  # characters before a number in which the words that make it an age stand
_GROUPS = frozenset(language_data("figures")["ages"]["groups"])


def old_after(folded: str, end: int) -> int | None:
    """Where "old" ends that follows a time ("19-year-old", "20 months old"), None if there is none."""
    match = _OLD.match(folded, end)
    return match.end() if match else None


def as_young_as(folded: str, start: int) -> bool:
    """True if "as young as" or "as old as" stands before `start`."""
    return _YOUNG.search(folded, max(0, start - _WINDOW), start) is not None


def age_before(parse: Parse, start: int, number: int, *, bounded: bool) -> tuple[int, str | None] | None:
    """Where the words begin that make the number at `number` an age, and the bound that they set; None if it is none.

    `start` is where its bound words begin, `bounded` whether it has any.
    """
    window = max(0, number - _WINDOW)
    before = parse.folded[window:number]
    if match := _YOUNG.search(before):
        return window + match.start(), ">=" if match[1].lower() == "young" else "<="
    if match := _AGED.search(before):
        return number if match[1] else window + match.start(), None
    if _NOW.search(before):
        return number, None
    token = parse.token_at(start - 2) if bounded and start >= 2 else None
    if token is not None and (token.lemma_.lower() in _GROUPS or token.lower_ in _GROUPS):
        return start, None
    return None


_PERSONS = frozenset({"he", "she", "who"})
_PEOPLE = frozenset(language_data("events")["persons"]["nouns"].split()) - {"people", "police", "family", "crew", "staff", "personnel"}
_AGE_ENDS = re.compile(
    r"(?:[.,;!?\"]|$| (?:when|then|now|he|she|they|his|her|their|at the time|years? older)\b"
    r"| on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b| (?:and|but) (?!\d|[a-z]+-))"
)
_LONGEST_LIFE = re.compile(r"[1-9]\d?|10\d|11\d")


def age_of_person(parse: Parse, piece: Piece) -> bool:
    """True for what a person is said to be: "she was 19 when", "Anna, who is 45,"; not "he was 2 under par"."""
    token = parse.token_at(piece.start)
    if token is None or not _LONGEST_LIFE.fullmatch(parse.folded, piece.start, piece.end) or not _AGE_ENDS.match(parse.folded, piece.end):
        return False
    be = token.head
    if be.lemma_ != "be" or be.pos_ != "AUX" or token.dep_ not in {"attr", "acomp"}:
        return False
    return any(child.dep_ == "nsubj" and (child.lower_ in _PERSONS or _is_one_person(child)) for child in be.lefts)


def _is_one_person(subject: Token) -> bool:
    """True for a noun that one person is called by: "the victim"."""
    return subject.tag_ == "NN" and subject.lower_ in _PEOPLE


def age_in_apposition(parse: Parse, piece: Piece) -> bool:
    """True for the age set between commas after a name or one person: "Mary Lane, 66, said", "the singer, 36, and her husband"."""
    folded = parse.folded
    if not folded[piece.start].isdigit() or folded[piece.start - 2 : piece.start] != ", ":
        return False
    name = parse.token_at(piece.start - 3)
    if name is None or not name.text.isalpha():
        return False
    if not _SET_OFF.match(folded, piece.end):
        listed = _AGE_AND.match(folded, piece.end) or _AND_NAME.search(folded, max(0, piece.start - _WINDOW), piece.start)
        return name.pos_ == "PROPN" and listed is not None
    return name.pos_ == "PROPN" or (name.tag_ == "NN" and _GOES_ON.match(folded, piece.end) is not None)
