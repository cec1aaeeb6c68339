"""Calendar arithmetic and its written form: days, weeks, months, quarters, seasons and open intervals in ISO 8601 / EDTF.

EDTF is the Extended Date/Time Format of the Library of Congress (ISO 8601-2): `2025-08` is a month, `a/b` an interval, `..` an open end.
"""

from __future__ import annotations

import calendar
import datetime as dt

FAR_PAST = "0000"
FAR_FUTURE = "9999"


def make_day(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has none such (31 June)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    return dt.date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def add_days(day: dt.date, days: int) -> dt.date | None:
    """The day so many days on; None outside the years 1 to 9999."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def add_months(day: dt.date, months: int) -> dt.date | None:
    """The same day of another month, its last day where it is shorter; None outside the years 1 to 9999."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_text(year: int, month: int) -> str:
    """A month as `2025-08`."""
    return f"{year:04d}-{month:02d}"


def interval(start: dt.date | str | None, end: dt.date | str | None) -> str:
    """`start/end`, an open side as `..`, a single value where both are the same."""
    first, last = (".." if side is None else str(side) for side in (start, end))
    return first if first == last else f"{first}/{last}"


def week_of(day: dt.date, shift: int = 0) -> str | None:
    """Monday to Sunday of the week of `day`, `shift` weeks on."""
    monday = add_days(day, 7 * shift - day.weekday())
    sunday = add_days(day, 7 * shift - day.weekday() + 6)
    return interval(monday, sunday) if monday and sunday else None


def weekend_of(day: dt.date, shift: int = 0) -> str | None:
    """Saturday and Sunday of the week of `day`, `shift` weeks on."""
    saturday = add_days(day, 7 * shift - day.weekday() + 5)
    sunday = add_days(day, 7 * shift - day.weekday() + 6)
    return interval(saturday, sunday) if saturday and sunday else None


def months_from(year: int, month: int, count: int) -> str:
    """First to last day of `count` months from this one."""
    start = dt.date(year, month, 1)
    last = add_months(start, count - 1) or start
    return interval(start, last.replace(day=calendar.monthrange(last.year, last.month)[1]))


def quarter(year: int, number: int) -> str:
    """First to last day of a quarter, 1 to 4."""
    return months_from(year, 3 * number - 2, 3)


def season(year: int, first: int, last: int) -> str:
    """The months of a season that begins in `year`; winter ends in the next."""
    return interval(month_text(year, first), month_text(year + (last < first), last))


def bounds(value: str) -> tuple[str, str]:
    """First and last day of an EDTF value as texts that sort; an open side is far off. `2025-08` gives 2025-08-01 and 2025-08-31."""
    start, _, end = value.partition("/")
    return _first_day(start), _last_day(end or start)


def _first_day(side: str) -> str:
    if side in {"", ".."}:
        return FAR_PAST
    return side + {4: "-01-01", 7: "-01"}.get(len(side), "")


def _last_day(side: str) -> str:
    if side in {"", ".."}:
        return FAR_FUTURE
    if len(side) == 4:
        return f"{side}-12-31"
    if len(side) == 7:
        year, month = int(side[:4]), int(side[5:])
        return f"{side}-{calendar.monthrange(year, month)[1]:02d}"
    return side
