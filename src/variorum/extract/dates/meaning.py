"""What a date means: its value, what it was counted from, and why a value may be missing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

Parts = dict[str, str]
"""The parts of an expression that its rule names, in small letters."""

NO_DAY = "no publication date is known"
VAGUE = "the words name no definite time"
NO_SUCH_DAY = "the calendar has no such day"
TWO_READINGS = "day and month can be read either way round"
NO_EARLIER_DATE = "the words count from a date that the text does not give"


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is read against: publication day, tense of its clause, the value of the last date before it in the text."""

    day: dt.date | None
    tense: str | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """The value of an expression, the date it was counted from, or why it has none."""

    value: str | None
    anchor: str | None = None
    note: str | None = None
