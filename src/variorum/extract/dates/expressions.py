"""Expressions of time found in a text: one scan with the rules of `lang/en/dates.toml`, before anything is known of their value."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from variorum.lang import language_data

YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
_NAMED_GROUP = re.compile(r"\?P<\w+>")


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of text that may speak of calendar time: the kind of its rule and the parts that the rule names."""

    start: int
    end: int
    kind: str
    parts: dict[str, str]


@functools.cache
def table(name: str) -> dict[str, Any]:
    """A table of `lang/en/dates.toml`."""
    found: dict[str, Any] = language_data("dates")[name]
    return found


@functools.cache
def words(name: str) -> frozenset[str]:
    """A list of words of `lang/en/dates.toml`."""
    return frozenset(table("words")[name].replace("|", " ").split())


def _one_of(names: list[str]) -> str:
    """Any of some names, the longest first. One look at a word's first letter spares the trial of each of them."""
    initials = "".join(sorted({re.escape(name[0]) for name in names}))
    return f"(?=[{initials}])(?:" + "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))) + ")"


def _any_case(names: list[str]) -> str:
    """Capitalised and upper-case forms: "may" and "sun" in small letters are no dates."""
    return _one_of([form for name in names for form in (name.title(), name.upper())])


def _months() -> str:
    """Full names, and short ones with their full stop ("Aug.", "Sept"); the full stop after "May" ends a sentence."""
    names = list(table("months"))
    full = [name for name in names if len(name) > 4 or name in {"may", "june", "july"}]
    short = [name for name in names if name not in full]
    return f"(?:{_any_case(full)}|(?:{_any_case(short)})\\.?)"


def _fill(pattern: str) -> str:
    lists = language_data("dates")
    every_bound = [bound for group in lists["bounds"].values() for bound in group]
    numbers = [form for name in lists["numbers"] for form in (name, name.capitalize())]
    holidays = [form for name in lists["holidays"] for form in (name.title().replace("'S", "'s"),)]
    return pattern.format(
        year=YEAR, day=_DAY, month=_months(), weekday=_any_case(list(lists["weekdays"])),
        number=_one_of(numbers), ordinal="(?i:" + _one_of(list(lists["ordinals"])) + ")",
        season=_one_of([form for name in lists["seasons"] for form in (name, name.title())]),
        holiday=_one_of(holidays), bound="(?i:" + _one_of(every_bound) + ")", **table("words"),
    )  # fmt: skip


@functools.cache
def _rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((rule["kind"], re.compile(_fill(rule["pattern"]))) for rule in language_data("dates")["rule"])


@functools.cache
def _scanner() -> re.Pattern[str]:
    """All rules in one pattern, addresses of pages first so that no number in one is taken for a year.

    An empty group at its end tells which rule fitted; a group around it would be opened wherever the rule is tried.
    """
    parts = [f"(?:{_NAMED_GROUP.sub('?:', pattern.pattern)})(?P<r{i}>)" for i, (_, pattern) in enumerate(_rules())]
    addresses = r"(?P<skip>https?://\S+|www\.\S+)"
    return re.compile(addresses + r"|(?=['0-9A-Za-z])(?<![\w$\u20ac\u00a3#@])(?<![\d][.,:/-])(?:" + "|".join(parts) + r")(?!\w|-?\d|[.,]\d)")


def scan_expressions(text: str) -> Iterator[Expression]:
    """Every stretch that a rule fits, in order, none overlapping another. Most are dates; `extract.dates` tells which are not."""
    for match in _scanner().finditer(text):
        group = match.lastgroup
        if group is None or group == "skip":
            continue
        kind, pattern = _rules()[int(group[1:])]
        inner = pattern.fullmatch(match.group())
        if inner is not None:
            yield Expression(match.start(), match.end(), kind, {name: value for name, value in inner.groupdict().items() if value})
