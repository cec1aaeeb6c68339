"""Read `cases/figures.txt`: sentences, the expressions marked in them, and what each must be read as."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

CASES = Path(__file__).parents[2] / "cases" / "figures.txt"
_MARK = re.compile(r"\[\[(.*?)\]\]")
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_BOUNDS = ("=", "~", ">", ">=", "<", "<=")
_WORDS = ("of", "status", "measure", "whose", "said", "restates", "check", "number")


@dataclass(frozen=True, slots=True)
class Expected:
    """One figure as a careful reader has it. Of `told`, the fields that are to be tested beyond value, unit, bound and period."""

    quote: str
    start: int
    low: Decimal | None
    high: Decimal | None
    unit: str
    bound: str = "="
    per: str | None = None
    change: tuple[str | Decimal | None, ...] | None = None
    told: dict[str, str] = field(default_factory=dict)

    @property
    def end(self) -> int:
        return self.start + len(self.quote)


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence without its marks, the section it stands in, and its figures in order."""

    section: str
    text: str
    figures: tuple[Expected, ...]


def read_cases(path: Path = CASES) -> list[Case]:
    """The cases of the file, in order; ValueError where a line cannot be read."""
    cases: list[Case] = []
    section, sentence, lines = "", "", list[str]()
    for line in [*path.read_text("utf-8").splitlines(), "end"]:
        if line.startswith("  "):
            lines.append(line.strip())
        elif line.strip() and not (line.startswith("#") and not line.startswith("## ")):
            if sentence:
                cases.append(_case(section, sentence, lines))
            sentence, lines = ("", []) if line.startswith("## ") else (line, [])
            section = line[3:] if line.startswith("## ") else section
    return cases


def _case(section: str, marked: str, lines: list[str]) -> Case:
    marks = list(_MARK.finditer(marked))
    if len(marks) != len(lines):
        raise ValueError(f"{len(marks)} figures are marked, {len(lines)} described: {marked}")
    figures = [_expected(mark[1], mark.start() - 4 * at, line) for at, (mark, line) in enumerate(zip(marks, lines, strict=True))]
    return Case(section, _MARK.sub(r"\1", marked), tuple(figures))


def _expected(quote: str, start: int, line: str) -> Expected:
    label, _, rest = line.partition(": ")
    if label not in quote:
        raise ValueError(f"{label!r} does not stand in {quote!r}")
    value, *parts = rest.split("; ")
    low, high, unit = _value(value)
    bound, per, change, told = "=", None, None, {}
    for part in parts:
        word, _, words = part.partition(" ")
        if part in _BOUNDS:
            bound = part
        elif word == "per":
            per = words
        elif word in _WORDS:
            told[word] = words
        else:
            change = _change(part)
    return Expected(quote, start, low, high, unit, bound, per, change, told)


def _change(part: str) -> tuple[str | Decimal | None, ...]:
    """Kind, old value, new value and direction of a change; ("none",) for `no change`."""
    if part == "no change":
        return ("none",)
    if part in ("up", "down"):
        return ("by", None, None, part)
    if part == "factor":
        return ("factor", None, None, None)
    if match := re.fullmatch(r"from (.+) to (.+)", part):
        old, new = _amount(match[1])[0], _amount(match[2])[0]
        return ("from_to", old, new, "up" if new > old else "down")
    raise ValueError(f"{part!r} says nothing known of a figure")


def _value(words: str) -> tuple[Decimal | None, Decimal | None, str]:
    """ "5 to 10 billion USD" as its two ends and its unit."""
    if words.split(maxsplit=1)[0] == "vague":
        return None, None, words.removeprefix("vague").strip()
    ends = re.fullmatch(r"(\S+) to (.+)", words)
    high, unit, scale = _amount(ends[2] if ends else words)
    return (Decimal(ends[1]) * scale if ends else high), high, unit


def _amount(words: str) -> tuple[Decimal, str, int]:
    number, _, rest = words.partition(" ")
    scale, _, unit = rest.partition(" ")
    if scale in _SCALES:
        return Decimal(number) * _SCALES[scale], unit, _SCALES[scale]
    return Decimal(number), rest, 1
