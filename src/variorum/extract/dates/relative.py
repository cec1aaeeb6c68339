"""Expressions of time that are counted: from the publication day ("last week") or from an earlier date of the text ("that year")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from variorum.extract.dates.absolute import absolute, bounded, day_span, digits, half_year, quarter_number
from variorum.extract.dates.context import FUTURE, PAST
from variorum.extract.dates.expressions import Expression, table
from variorum.extract.dates.meaning import NO_DAY, NO_EARLIER_DATE, NO_SUCH_DAY, VAGUE, Meaning, Parts, Setting
from variorum.text import calendar

Reader = Callable[[Parts, dt.date, Setting], str | None]


def resolve(expression: Expression, setting: Setting) -> Meaning:
    """The meaning of one expression."""
    parts = {name: value.lower().rstrip(".") for name, value in expression.parts.items()}
    fixed = absolute(expression.kind, parts)
    if fixed is not None:
        return fixed
    if expression.kind in _VAGUE:
        return Meaning(None, note=VAGUE)
    if expression.kind in {"shifted", "ago", "weekday", "long_span"} and _from_text(expression.kind, parts):
        return _counted_from_text(expression, parts, setting)
    if setting.day is None:
        return Meaning(None, note=NO_DAY)
    value = _RELATIVE[expression.kind](parts, setting.day, setting)
    return Meaning(value, setting.day.isoformat()) if value else Meaning(None, note=VAGUE if expression.kind not in {"day"} else NO_SUCH_DAY)


_VAGUE = frozenset({"vague_ago", "vague_span"})

# Forms counted from the publication day.

_STEP = {"last": -1, "previous": -1, "past": -1, "final": -1, "preceding": -1, "prior": -1, "first": -1, "next": 1, "coming": 1, "following": 1}


def _step(shift: str) -> int:
    """-1, 0 or 1 for "last", "this", "next" and their like."""
    return next((_STEP[word] for word in shift.split() if word in _STEP), 0)


def _day(parts: Parts, today: dt.date, setting: Setting) -> str | None:
    found = _nearest(today, table("months")[parts["month"]], digits(parts["day"]), setting.tense)
    return found.isoformat() if found else None


def _nearest(today: dt.date, month: int, day: int, tense: str | None) -> dt.date | None:
    """The year's day nearest to publication; with a tense, the last one before or the next one after."""
    around = [found for year in range(today.year - 4, today.year + 5) if (found := calendar.make_day(year, month, day))]
    if tense == PAST:
        return max((found for found in around if found <= today), default=None)
    if tense == FUTURE:
        return min((found for found in around if found >= today), default=None)
    return min(around, key=lambda found: (abs((found - today).days), found), default=None)


def _day_range(parts: Parts, today: dt.date, setting: Setting) -> str | None:
    first = _nearest(today, table("months")[parts["month"]], digits(parts["day"]), setting.tense)
    return day_span(parts, first.year) if first else None


def _weekday(parts: Parts, today: dt.date, setting: Setting) -> str | None:
    number, shift = table("weekdays")[parts["weekday"]], parts.get("shift", "")
    back = (today.weekday() - number) % 7
    if shift == "last":
        days = -(back or 7)
    elif shift == "next":
        days = 7 - today.weekday() + number
    elif shift == "this":
        days = number - today.weekday()
    elif shift.startswith("this"):
        days = -(back or 7) if shift.endswith("past") else 7 - back
    else:
        days = (7 - back) % 7 if setting.tense == FUTURE else -back
    found = calendar.add_days(today, days)
    return found.isoformat() if found else None


def _weekday_of(parts: Parts, today: dt.date, _: Setting) -> str | None:
    found = calendar.add_days(today, 7 * _step(parts["shift"]) - today.weekday() + table("weekdays")[parts["weekday"]])
    return found.isoformat() if found else None


def _month(parts: Parts, today: dt.date, setting: Setting) -> str | None:
    month = table("months")[parts["month"]]
    if "year_shift" in parts:
        return calendar.month_text(today.year + _step(parts["year_shift"]), month)
    shift = parts.get("shift", "")
    if shift == "last" or shift.endswith("past"):
        return calendar.month_text(today.year - (month >= today.month), month)
    if shift == "next" or shift.endswith("coming"):
        return calendar.month_text(today.year + (month <= today.month), month)
    if shift == "this":
        return calendar.month_text(today.year, month)
    return calendar.month_text(_month_year(today, month, setting.tense), month)


def _month_year(today: dt.date, month: int, tense: str | None) -> int:
    """The year of a bare month: the last one that has begun, the next one after a future tense or where it is at most three months ahead."""
    ahead = (month - today.month) % 12
    if tense == FUTURE or (tense is None and ahead <= 3):
        return today.year + (month < today.month)
    return today.year - (month > today.month)


def _bounded_month(parts: Parts, today: dt.date, setting: Setting) -> str | None:
    return bounded(parts["part"], _month({"month": parts["month"]}, today, setting) or "")


def _quarter(parts: Parts, today: dt.date, setting: Setting) -> str | None:
    number = quarter_number(parts)
    if "shift" in parts:
        return calendar.quarter(today.year + _step(parts["shift"]), number)
    if parts.get("ordinal") == "last":  # "last quarter": the one before this
        return _unit("quarter", -1, today)
    begun = 3 * number - 2 <= today.month
    if setting.tense == FUTURE:
        return calendar.quarter(today.year + (3 * number < today.month), number)
    return calendar.quarter(today.year - (not begun), number)


def _half_of(parts: Parts, today: dt.date, _: Setting) -> str | None:
    return half_year(today.year + _step(parts["shift"]), parts["ordinal"])


def _bounded_year(parts: Parts, today: dt.date, _: Setting) -> str | None:
    value = _unit(parts["unit"], _step(parts["shift"]), today)
    return bounded(parts["part"], value) if value else None


def _season(parts: Parts, today: dt.date, setting: Setting) -> str | None:
    first, last = table("seasons")[parts["season"]]
    if "year_shift" in parts:
        return calendar.season(today.year + _step(parts["year_shift"]), first, last)
    year = today.year - (last < first and today.month <= last)  # the season that this month stands in, if it does
    begun = first <= today.month or year < today.year
    shift = parts.get("shift", "")
    inside = begun and (today.month <= last if last >= first else True)
    if shift == "last":
        return calendar.season(year - (not begun or inside), first, last)
    if shift == "next":
        return calendar.season(year + begun, first, last)
    ahead = setting.tense == FUTURE or (shift == "this" and setting.tense is None) or shift.endswith("coming")
    if ahead and begun and not inside and shift != "this":
        return calendar.season(year + 1, first, last)
    return calendar.season(year - (not begun and not ahead), first, last)


def _count(parts: Parts) -> Decimal:
    number = parts["number"]
    return Decimal(table("numbers")[number]) if number in table("numbers") else Decimal(number)


def _singular(unit: str) -> str:
    unit = {"yr": "year", "yrs": "year", "centuries": "century"}.get(unit, unit)
    return unit.removesuffix("s")


def _back(day: dt.date, unit: str, count: Decimal) -> dt.date | None:
    """The day so many units on, a negative count looking back."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months:
        return calendar.add_months(day, int(count * months))
    return calendar.add_days(day, int(count * {"week": 7, "weekend": 7, "day": 1}.get(unit, 0)))


def _ago(parts: Parts, today: dt.date, _: Setting) -> str | None:
    unit = _singular(parts["unit"])
    there = _back(today, unit, -_count(parts))
    if there is None:
        return None
    bound = parts.get("bound", "")
    if bound in table("bounds")["more"]:
        return calendar.interval(None, there)
    if bound in table("bounds")["less"]:
        return calendar.interval(there, today)
    return _rounded(there, unit)


def _rounded(there: dt.date, unit: str) -> str | None:
    """A day at the precision of the unit it was counted in: "two years ago" is a year."""
    if unit in {"year", "decade", "century"}:
        return f"{there.year:04d}"
    if unit in {"month", "quarter"}:
        return calendar.month_text(there.year, there.month)
    return calendar.week_of(there) if unit in {"week", "weekend"} else there.isoformat()


def _long_span(parts: Parts, today: dt.date, _: Setting) -> str | None:
    """ "the past seven years": from then to now, in months; "the three previous years": whole years; shorter units in days."""
    unit, count, step = _singular(parts["unit"]), _count(parts), _step(parts["shift"])
    if parts["shift"] in {"previous", "preceding", "prior"} and unit == "year":
        return calendar.interval(str(today.year - int(count)), str(today.year - 1))
    there = _back(today, unit, step * count)
    if there is None or step == 0 or parts["shift"] == "first":
        return None
    first, last = sorted((there, today))
    if unit in {"month", "quarter", "year", "decade", "century"}:
        return calendar.interval(calendar.month_text(first.year, first.month), calendar.month_text(last.year, last.month))
    return calendar.interval(first, last)


def _deictic(parts: Parts, today: dt.date, _: Setting) -> str | None:
    word = parts["word"]
    days = {"yesterday": -1, "tomorrow": 1, "last night": -1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(word, 0)
    found = calendar.add_days(today, days)
    return found.isoformat() if found else None


def _shifted(parts: Parts, today: dt.date, _: Setting) -> str | None:
    shift, unit = parts["shift"], _singular(parts["unit"])
    if shift == "the past" and unit in {"year", "month", "week", "decade", "quarter", "day"}:
        return _long_span({"shift": "past", "number": "one", "unit": unit}, today, Setting(today))
    return _unit(unit, _step(shift), today)


def _unit(unit: str, step: int, today: dt.date) -> str | None:
    """The week, month, year … that today stands in, or the one before or after."""
    if unit in {"week", "weekend"}:
        return (calendar.week_of if unit == "week" else calendar.weekend_of)(today, step)
    if unit == "day":
        found = calendar.add_days(today, step)
        return found.isoformat() if found else None
    if unit in {"month", "quarter"}:
        there = calendar.add_months(today, step * (1 if unit == "month" else 3))
        if there is None:
            return None
        return calendar.month_text(there.year, there.month) if unit == "month" else calendar.quarter(there.year, (there.month + 2) // 3)
    if unit == "decade":
        first = today.year // 10 * 10 + 10 * step
        return calendar.interval(f"{first:04d}", f"{first + 9:04d}")
    if unit == "century":
        first = (today.year - 1) // 100 * 100 + 1 + 100 * step
        return calendar.interval(f"{first:04d}", f"{first + 99:04d}")
    return f"{today.year + step:04d}"


def _period(parts: Parts, today: dt.date, setting: Setting) -> str | None:
    if parts["unit"] == "weekend":
        behind = setting.tense != FUTURE and today.weekday() < 5
        return calendar.weekend_of(today, -1 if behind else 0)
    return _unit("quarter", 0, today)


def _holiday(parts: Parts, today: dt.date, setting: Setting) -> str | None:
    month, day = table("holidays")[parts["holiday"]]
    tense = {"last": PAST, "next": FUTURE}.get(parts.get("shift", ""), setting.tense)
    found = _nearest(today, month, day, tense)
    return found.isoformat() if found else None


_RELATIVE: dict[str, Reader] = {
    "day": _day, "day_range": _day_range, "weekday": _weekday, "weekday_of": _weekday_of, "month": _month, "bounded_month": _bounded_month,
    "quarter": _quarter, "half": _half_of, "bounded_year": _bounded_year, "season": _season, "ago": _ago, "long_span": _long_span,
    "deictic": _deictic, "shifted": _shifted, "period": _period, "holiday": _holiday,
    "previous_years": lambda _parts, today, _setting: calendar.interval(None, str(today.year - 1)),
    "of_year": lambda _parts, today, _setting: str(today.year),
}  # fmt: skip

# Forms counted from a date in the text: "that year", "the following day", "two days later".


def _from_text(kind: str, parts: Parts) -> bool:
    if kind == "shifted":
        return parts["shift"] in {"that", "that same", "the same", "the following", "the previous", "the preceding", "the next"}
    if kind == "weekday":
        return parts.get("shift", "") in {"the following", "the previous"}
    return kind == "long_span" and parts["shift"] == "following"


def _counted_from_text(expression: Expression, parts: Parts, setting: Setting) -> Meaning:
    if setting.before is None:
        return Meaning(None, note=NO_EARLIER_DATE)
    first, last = calendar.bounds(setting.before)
    origin = last if first == calendar.FAR_PAST else first
    if origin in {calendar.FAR_PAST, calendar.FAR_FUTURE}:
        return Meaning(None, note=NO_EARLIER_DATE)
    unit = _singular(parts.get("unit", "day"))
    if unit in {"day", "week", "weekend"} and len(setting.before) != 10:
        return Meaning(None, note=NO_EARLIER_DATE)
    if unit in {"month", "quarter"} and len(setting.before) == 4:
        return Meaning(None, note=NO_EARLIER_DATE)
    there = dt.date.fromisoformat(origin)
    if expression.kind == "weekday":
        value = _weekday({"weekday": parts["weekday"], "shift": "this coming" if parts["shift"] == "the following" else "last"}, there, setting)
    else:
        value = _unit(unit, _step(parts["shift"]), there)
    return Meaning(value, setting.before) if value else Meaning(None, note=VAGUE)
