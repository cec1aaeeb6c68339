"""Normal forms in words: numbers, bounds, units, statuses, verdicts and dates as a reader would say them."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal, format_scientific, get_currency_name
from babel.units import format_unit

from variorum.records.marks import Change, Figure

LOCALE = "en_GB"

BOUNDS = {"=": "", "~": "about", ">": "more than", ">=": "at least", "<": "less than", "<=": "up to"}
VERDICTS = {
    "conflict": ("≠", "Conflict", "cannot both be true"),
    "scope": ("⊂", "Other scope", "same words, another object, period or base"),
    "status": ("◐", "Other status", "offered, demanded, agreed: not the same claim"),
    "update": ("↻", "Update", "differs because time passed"),
    "cannot_compare": ("?", "Cannot compare", "too little is said to compare them"),
    "agree": ("=", "Agree", "the same once bounds and rounding are allowed for"),
}
"""Verdicts in the order in which an editor needs them, each with its sign, its name and what it means."""

SLOTS = {
    "thing": "what is counted or measured",
    "event": "what happens to it",
    "holder": "whose it is",
    "place": "where",
    "time": "when",
    "part of": "part of what",
    "base": "share of what",
    "per": "per what",
    "move": "up or down",
    "status": "how firm",
}
"""The slots of a figure as a reader would ask for them."""
SLOT_STATES = {"different": "different", "same": "the same", "open": "open"}
"""States of a slot of two figures, what parts them first."""

RELATIONS = {
    "original": "original",
    "copy": "copy",
    "truncated": "shortened copy",
    "rewrite": "rewritten copy",
    "spun": "machine-reworded copy",
    "signs": "signs of machine rewording",
    "digest": "digest of others",
    "unknown": "relation unknown",
}
CHANGES = {
    "number": "number",
    "negation": "negation",
    "hedge": "hedge",
    "attribution": "attribution",
    "name": "name",
    "wording": "wording",
    "added": "passage added",
    "left_out": "passage left out",
}
"""What a copy changes, in words."""
_SEVERAL_CHANGES = {"wording": "of wording", "passage added": "passages added", "passage left out": "passages left out"}
WEIGHTY = ("number", "negation", "hedge", "attribution", "name")
"""Changes of more than wording: where errors enter."""
CLUTTER = {
    "related": "links to other stories",
    "newsletter": "newsletter appeal",
    "link": "link",
    "biography": "about the author",
    "social": "social media",
    "caption": "caption",
    "credit": "credit",
    "navigation": "page furniture",
}
HEDGES = {"none": "", "reported": "reportedly", "possible": "possibly"}
ACTS = {
    "demand": "demands",
    "offer": "offers",
    "commit": "commits to",
    "agree": "agrees to",
    "refuse": "refuses",
    "threaten": "threatens",
    "support": "supports",
    "oppose": "opposes",
    "plan": "plans",
    "consider": "considers",
    "expect": "expects",
    "concern": "is concerned about",
    "urge": "urges",
    "deny": "denies",
    "accuse": "accuses",
}
VAGUE = "no exact number"
"""Normal form of `dozens` and its like."""
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_TIMES = ("second", "minute", "hour", "day", "week", "month", "year")
_DECIMALS = 6  # decimals that a text writes; what has more was worked out, as thirds are
_LONGEST = 24  # digits; a longer number is shown as a power of ten, for nobody reads it otherwise


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 article`, `5 articles`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def counted_changes(kinds: Iterable[str]) -> str:
    """What a copy changed, kind by kind in their order: `2 numbers, 1 hedge, 9 of wording`."""
    found = Counter(kinds)
    return ", ".join(counted(number, "of wording" if kind == "wording" else kind, _SEVERAL_CHANGES.get(kind)) for kind, number in found.items())


def number_words(value: Decimal) -> str:
    """A number with grouped digits, in millions and up with a scale word where that loses nothing: `1.2 billion`, `28,500`."""
    if not value.is_finite():
        return str(value)
    if value.adjusted() > _LONGEST or value.adjusted() < -_LONGEST:
        return format_scientific(value.normalize(), locale=LOCALE)
    if abs(value) >= 1 and int(value.as_tuple().exponent) < -_DECIMALS:
        value = round(value, 2)  # a third of all: 33.33 per cent
    for scale, word in _SCALES:
        part = value / scale
        if abs(part) >= 1 and part == round(part, 3):
            return f"{format_decimal(part, locale=LOCALE, decimal_quantization=False)} {word}"
    return format_decimal(value, locale=LOCALE, decimal_quantization=False)


def quantity_words(low: Decimal | None, high: Decimal | None, unit: str, of: str | None = None) -> str:
    """Value or range with its unit in words: `5–10 billion USD`, `3.5% of GDP`, `25 minutes`; `no exact number` for vague counts.

    `of` is used for shares only: the noun of a count is the text's own word and stands beside the number (see `counted_noun`).
    """
    ends = [end for end in dict.fromkeys((low, high)) if end is not None]
    number = _range_words(ends) if ends else VAGUE
    return _with_unit(number, ends[-1] if ends else None, unit, of)


def counted_noun(figure: Figure) -> str | None:
    """What a count counts; None for shares, whose base is part of the value."""
    return None if figure.unit in ("%", "pp") else figure.of


def _range_words(ends: list[Decimal]) -> str:
    words = [number_words(end) for end in ends]
    scales = {word.partition(" ")[2] for word in words}
    if len(words) == 2 and len(scales) == 1:
        words[0] = words[0].partition(" ")[0]
    return "–".join(words)


def _with_unit(number: str, value: Decimal | None, unit: str, of: str | None) -> str:
    if unit in ("%", "pp"):
        return (f"{number}%" if unit == "%" else f"{number} percentage points") + (f" of {of}" if of else "")
    if unit == "rank":
        return f"rank {number}"
    if unit == "ordinal":
        return f"no. {number}"
    if unit == "x":
        return f"×{number}"
    if unit in _TIMES and value is not None:
        one = format_unit(value, f"duration-{unit}", locale=LOCALE).endswith(f" {unit}")
        unit = unit if one else f"{unit}s"
    return f"{number} {unit}".rstrip()


def unit_name(unit: str) -> str | None:
    """The full name of a currency code, None for any other unit."""
    return get_currency_name(unit, locale=LOCALE) if re.fullmatch(r"[A-Z]{3}", unit) and get_currency_name(unit, locale=LOCALE) != unit else None


def normal_form(figure: Figure) -> str:
    """The whole normal form of a figure: `more than 1 billion USD per year`."""
    change = change_words(figure.change, figure.unit, figure.of)
    if not change and figure.low is None and figure.high is None:
        return VAGUE + (f" per {figure.per}" if figure.per else "")
    value = change or " ".join(part for part in (BOUNDS[figure.bound], quantity_words(figure.low, figure.high, figure.unit, figure.of)) if part)
    return value + (f" per {figure.per}" if figure.per else "")


def change_words(change: Change | None, unit: str, of: str | None) -> str | None:
    """`from 25 to 15%`, `×9`; None where there is no change, or only a direction (see `direction_words`)."""
    if change and change.from_ is not None and change.to is not None:
        return f"from {number_words(change.from_)} to {quantity_words(change.to, change.to, unit, of)}"
    if change and change.factor is not None:
        return f"×{number_words(change.factor)}"
    return None


def direction_words(change: Change | None) -> str | None:
    """`up by` or `down by` for a change of which only the amount is known."""
    return f"{change.direction} by" if change and change.kind == "by" and change.direction else None


def date_words(value: str) -> str:
    """A calendar value (ISO 8601 or EDTF) in words; what cannot be read is given as it is."""
    try:
        start, slash, end = value.partition("/")
        if not slash:
            return _day_words(start)
        if start in ("..", ""):
            return f"until {_day_words(end)}"
        if end in ("..", ""):
            return f"from {_day_words(start)}"
        if len(start) == len(end) == 10:
            return _interval_words(dt.date.fromisoformat(start), dt.date.fromisoformat(end))
        return f"{_day_words(start)} to {_day_words(end)}"
    except ValueError:
        return value


def _interval_words(first: dt.date, last: dt.date) -> str:
    """`18–24 August 2025`: what both days share is said once."""
    pattern = "d MMMM y" if first.year != last.year else "d MMMM" if first.month != last.month else "d"
    dash = "–" if pattern == "d" else " – "
    return f"{format_date(first, pattern, locale=LOCALE)}{dash}{format_date(last, 'd MMMM y', locale=LOCALE)}"


_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def _day_words(value: str) -> str:
    about = "about " if value.endswith("~") else "perhaps " if value.endswith("?") else ""
    value = value.rstrip("~?%")
    if re.fullmatch(r"\d{4}-2[1-4]", value):
        return f"{about}{_SEASONS[value[5:]]} {value[:4]}"
    if re.fullmatch(r"\d{4}-\d\d", value):
        return about + format_date(dt.date.fromisoformat(f"{value}-01"), "MMMM y", locale=LOCALE)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return about + format_date(dt.date.fromisoformat(value), "EEEE d MMMM y", locale=LOCALE)
    if re.fullmatch(r"\d{4}-\d\d-\d\d[T ].*", value):
        moment = dt.datetime.fromisoformat(value)
        zone = f" UTC{moment.isoformat()[-6:]}" if moment.utcoffset() is not None else ""
        return f"{about}{format_date(moment.date(), 'd MMMM y', locale=LOCALE)}, {moment:%H:%M}{zone}"
    return about + value
