"""Expressions of time that need no publication day: full dates, years, decades, fiscal years."""

from __future__ import annotations

import re
from collections.abc import Callable

from variorum.extract.dates.expressions import table
from variorum.extract.dates.meaning import NO_SUCH_DAY, TWO_READINGS, Meaning, Parts
from variorum.text import calendar


def absolute(kind: str, parts: Parts) -> Meaning | None:
    """The meaning that the words alone give; None if it must be counted from another date."""
    reader = _ABSOLUTE.get(kind)
    return reader(parts) if reader else None


def _iso(parts: Parts) -> Meaning:
    day = calendar.make_day(int(parts["year"]), int(parts["month"]), int(parts["day"]))
    return Meaning(day.isoformat()) if day else Meaning(None, note=NO_SUCH_DAY)


def _numeric(parts: Parts) -> Meaning:
    first, second, year = int(parts["first"]), int(parts["second"]), int(parts["year"])
    readings = sorted({day for day in (calendar.make_day(year, first, second), calendar.make_day(year, second, first)) if day})
    if len(readings) == 1:
        return Meaning(readings[0].isoformat())
    return Meaning(None, note=TWO_READINGS if readings else NO_SUCH_DAY)


def digits(text: str) -> int:
    """The number in "25th"."""
    return int(re.sub(r"\D", "", text))


def _absolute_day(parts: Parts) -> Meaning | None:
    if "year" not in parts:
        return None
    return _iso({"year": parts["year"], "month": str(table("months")[parts["month"]]), "day": str(digits(parts["day"]))})


def _absolute_day_range(parts: Parts) -> Meaning | None:
    if "year" not in parts:
        return None
    value = day_span(parts, int(parts["year"]))
    return Meaning(value) if value else Meaning(None, note=NO_SUCH_DAY)


def day_span(parts: Parts, year: int) -> str | None:
    """ "Aug. 25-27" in a year; None where the days do not exist or run backwards."""
    month = table("months")[parts["month"]]
    start = calendar.make_day(year, month, digits(parts["day"]))
    end = calendar.make_day(year, table("months")[parts.get("month2", parts["month"])], digits(parts["day2"]))
    return calendar.interval(start, end) if start and end and start <= end else None


def _absolute_month(parts: Parts) -> Meaning | None:
    return Meaning(calendar.month_text(int(parts["year"]), table("months")[parts["month"]])) if "year" in parts else None


def _absolute_bounded_month(parts: Parts) -> Meaning | None:
    return Meaning(bounded(parts["part"], calendar.month_text(int(parts["year"]), table("months")[parts["month"]]))) if "year" in parts else None


def bounded(part: str, value: str) -> str:
    """The first day of an interval for its start, the last for its end, the whole for its middle."""
    first, last = calendar.bounds(value)
    return {"end": last, "start": first, "beginning": first}.get(part, value)


def _fiscal(parts: Parts) -> Meaning:
    year, month = int(parts["year"]), int(table("fiscal")["first_month"])
    return Meaning(calendar.months_from(year - (month > 1), month, 12))


def _absolute_quarter(parts: Parts) -> Meaning | None:
    year = parts.get("year") or parts.get("year2")
    return Meaning(calendar.quarter(int(year), quarter_number(parts))) if year else None


def quarter_number(parts: Parts) -> int:
    """1 to 4."""
    return int(parts["q"]) if "q" in parts else int(table("ordinals")[parts["ordinal"]])


def half_year(year: int, ordinal: str) -> str:
    """January to June for the first half, July to December for the other."""
    return calendar.months_from(year, 1 if ordinal == "first" else 7, 6)


def _absolute_half(parts: Parts) -> Meaning | None:
    return Meaning(half_year(int(parts["year"]), parts["ordinal"])) if "year" in parts else None


def _absolute_bounded_year(parts: Parts) -> Meaning | None:
    return Meaning(bounded(parts["part"], parts["year"])) if "year" in parts else None


def _decade(parts: Parts) -> Meaning:
    return Meaning(f"{parts['decade']}0/{parts['decade']}9")


def _short_decade(parts: Parts) -> Meaning:
    return Meaning(f"19{parts['decade']}0/19{parts['decade']}9")


def _century(parts: Parts) -> Meaning:
    number = int(parts["century"])
    return Meaning(f"{100 * number - 99:04d}/{100 * number:04d}")


def _absolute_season(parts: Parts) -> Meaning | None:
    return Meaning(calendar.season(int(parts["year"]), *table("seasons")[parts["season"]])) if "year" in parts else None


def _year_range(parts: Parts) -> Meaning:
    start, end = parts["year"], parts["year2"]
    end = end if len(end) == 4 else start[:2] + end
    return Meaning(calendar.interval(start, end)) if start <= end else Meaning(start)


def _absolute_holiday(parts: Parts) -> Meaning | None:
    month, day = table("holidays")[parts["holiday"]]
    return _iso({"year": parts["year"], "month": str(month), "day": str(day)}) if "year" in parts else None


_ABSOLUTE: dict[str, Callable[[Parts], Meaning | None]] = {
    "iso": _iso, "numeric": _numeric, "day": _absolute_day, "day_range": _absolute_day_range, "month": _absolute_month, "fiscal": _fiscal,
    "bounded_month": _absolute_bounded_month, "quarter": _absolute_quarter, "half": _absolute_half, "bounded_year": _absolute_bounded_year,
    "decade": _decade, "short_decade": _short_decade, "century": _century, "season": _absolute_season, "year_range": _year_range,
    "holiday": _absolute_holiday, "year": lambda parts: Meaning(parts["year"]),
    "before_year": lambda parts: Meaning(calendar.interval(None, str(int(parts["year"]) - 1))),
}  # fmt: skip
