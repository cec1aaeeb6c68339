"""Publication dates as files and pages write them, made ISO 8601."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

_MONTHS = {name: number for number, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)}
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ .-]{1,2}([A-Za-z]{3,9})\.?,?[ -]{1,2}(\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_SLASHES = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[ T].*)?$")
_OFFSET = re.compile(r"([+-]\d{2})(\d{2})$")
_ZONE = re.compile(r"\s+(?:UTC|GMT)$")


def read_date(value: object) -> str | None:
    """ISO 8601 text for a date as printed or stored, None if it is not sure which day is meant (`03/04/2025` is not)."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if not isinstance(value, str) or not value.strip() or len(value) > 100:
        return None
    text = value.strip()
    return _iso(text) or _mail(text) or _printed(text)


def _iso(text: str) -> str | None:
    for form in (text, _ZONE.sub("+00:00", _OFFSET.sub(r"\1:\2", text).replace(" +", "+"))):
        try:
            moment = dt.datetime.fromisoformat(form)
        except ValueError:
            continue
        return form if len(form) > 10 else moment.date().isoformat()
    return None


def _mail(text: str) -> str | None:
    """RFC 2822, as feeds and mail write it: Mon, 25 Aug 2025 14:30:00 GMT."""
    if ":" not in text:
        return None
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _printed(text: str) -> str | None:
    day = _DAY_FIRST.search(text)
    month = _MONTH_FIRST.search(text)
    slashes = _SLASHES.match(text)
    if day:
        return _calendar(day.group(3), _MONTHS.get(day.group(2)[:3].lower()), day.group(1))
    if month:
        return _calendar(month.group(3), _MONTHS.get(month.group(1)[:3].lower()), month.group(2))
    return _calendar(slashes.group(1), int(slashes.group(2)), slashes.group(3)) if slashes else None


def _calendar(year: str, month: int | None, day: str) -> str | None:
    try:
        return dt.date(int(year), month or 0, int(day)).isoformat()
    except ValueError:
        return None
