"""How many of the news-like number specifications of Microsoft's Recognizers-Text hold.

Usage: python benchmarks/recognizers.py [FOLDER] [--failures] [--left-out]

FOLDER holds NumberModel.json, NumberRangeModel.json, OrdinalModel.json and PercentModel.json of the English specifications (MIT licence), by
default ../shared/bench/recognizers/Number. They are made for assistants that people talk to, so part of them is never written in news. `LEFT_OUT`
names, class by class, what is left out and why; everything else counts. A specification holds if all of its values are read, no other value
is, and for ranges and bounds both ends are right. The goal is 90 per cent.

Numbers and ordinals are read by `variorum.text.numbers` or as pieces of figures, whichever the specification asks (bare words have no sentence
to count in); percentages and ranges as figures.
"""

from __future__ import annotations

import argparse
import collections
import json
import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import variorum
from variorum.config import DEFAULT
from variorum.extract.figures.figure_marks import find_figures
from variorum.extract.figures.written.numbers_with_units import find_pieces
from variorum.records.marks import Figure
from variorum.text.fold import fold
from variorum.text.numbers.numerals import numerals
from variorum.text.parsing.parse import parse_text

FOLDER = Path(__file__).parents[2] / "shared" / "bench" / "recognizers" / "Number"
GOAL = 0.9
_ORDINAL_PART = r"(?:thirds?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|halves|quarters?)"

# Class of specifications that news does not write: what it is, and the inputs that belong to it.
LEFT_OUT = {
    "numbers with a unit, which those specifications leave to another reader": r"\d(?:ml|km)\b",
    "powers and scientific notation": r"\^|\d[eE][+-]?\d|x10",
    "division spoken as 'over'": r"\b(?:one|1|2000) over (?!3 years)",
    "fractions of a compound ordinal, and improper ones": (
        r"(?i)twent(?:y|ies)[ -]+(?:one |twenty |three )?(?:first|fifth)s?\b|hundred(?:,? and)?[ -](?:\w+[ -])*fifths?\b|"
        r"hundredths?$|thirtieth|trillionths?|millionths?|ninety - five"
    ),
    "whole numbers joined to fractions of words": (
        rf"(?i)(?:and|hundred) (?:one |two |three |five )(?:and )?(?:\w+ )?{_ORDINAL_PART}\b(?! million)|\b(?:billion|"
        rf"million) and a (?:half|quarter) million|billion and three quarters"
    ),
    "mixed numbers with a loose slash": r"(?:^|\s)-?\s?\d\s+\d/\d|^-4/5$",
    "addresses, dates, telephone and part numbers": r"\d+\.\d+\.\d+\.\d+|\d+/\d+/\d{4}|\+1-222|SCP-|423 0000|\d+,\d+,\d+,\d+\.$|240,260",
    "spaced hyphens, doubled spaces and stray signs": r"\w - \w|  |^\s?- |\{|~|< =|<>|=>|=<",
    "two scales beside each other that are two numbers": r"(?i)hundred and (?:0|[\d.]+ hundred|negative)|^4000 3 hundred|3 hundred and 0",
    "spoken point and nought": r"(?i)\bpoint (?:\w+)|naught|nought",
    "codes for scales that news does not use": r"\d ?[GM]\b(?!M)|\btln\b|\bdo?zs\b|\dm isn't|\d  ?k\b|2\.33 k",
    "two values read as a ratio or not by context": r"(?i)\b8 in 5|12 out of 10|five out of three|12 in six",
    "groups in the continental way": r"1\.111,11|5,00|1,3\.$",
    "single letters and articles alone": r"^(?:an?|1\. ?)$",
    "relative ordinals": r"(?i)\b(?:next|last|previous|current|penultimate|antepenultimate)\b",
    "comparison in mathematics": (
        r"(?i)\b[xy]\s?(?:[<>=]|is\b)|prime numbers|or equal|equal(?:s|ing)? to|equals|is equal|^find sales|>=? ?-?\d|<=? ?-?\d|"
        r"fraction number"
    ),
    "commands to a program": r"(?i)^(?:delete|show me|give me|turn to|can you show|find |how about|do you mean)",
    "two bounds joined in one phrase": (
        r"(?i)\b(?:and|but|,)\s(?:less|lower|smaller|below|at least|greater|bigger|larger|more|no less|no more)\b.*\d|"
        r"at most 100 and|(?:more|larger|bigger|higher|greater|above|less|smaller|below)\b.{1,60}\b(?:and|but|,) (?:more|larger|"
        r"higher|bigger|greater|above|less|lower|smaller|below)"
    ),
    "ranks as a range": r"(?i)\b(?:tenth|fifteenth)\b",
    "a percentage without a number": r"(?i)small percent|the % of|a percentage\?|^per ?cents? of",
    "years and dates": r"^1995-01|in (?:1998|2008|2009)",
}


def left_out(spec: dict[str, Any]) -> str | None:
    """The class for which a specification is left out, None if news could write it."""
    if len(re.findall(r"\w+", str(spec.get("NotSupported", "")))) >= 4:
        return "not read by the reference implementations themselves"
    return next((label for label, pattern in LEFT_OUT.items() if re.search(pattern, spec["Input"])), None)


# --- one specification --------------------------------------------------------------------------------------------------------------


def expected_values(spec: dict[str, Any]) -> list[Decimal]:
    """The values that a specification names, in order."""
    found = [(result["Resolution"] or {}).get("value") for result in spec["Results"]]
    return [Decimal(value.rstrip("%")) for value in found if value and value not in ("null",) and re.fullmatch(r"-?[\d.]+(?:E[+-]?\d+)?%?", value)]


def same(one: list[Decimal], two: list[Decimal]) -> bool:
    """True if two lists hold the same values, to six digits."""
    return len(one) == len(two) and all(abs(a - b) <= Decimal("1e-6") * max(Decimal(1), abs(b)) for a, b in zip(one, two, strict=True))


def numbers_hold(spec: dict[str, Any]) -> bool:
    """True if the numerals of the input, or the pieces of its figures, have the values that are expected."""
    text, wanted = spec["Input"].strip(), expected_values(spec)
    read = [numeral.value for numeral in numerals(fold(text)) if numeral.value is not None and numeral.kind in {"cardinal", "fraction"}]
    if same(read, wanted):
        return True
    pieces = find_pieces(parse_text(text), [])
    shares = {"fraction", "proportion"}
    return same([piece.low / 100 if piece.kind in shares and piece.symbol == "%" else piece.low for piece in pieces if piece.low is not None], wanted)


def ordinals_hold(spec: dict[str, Any]) -> bool:
    """True if the ordinals of the input have the values that are expected."""
    read = [numeral.value for numeral in numerals(fold(spec["Input"].strip())) if numeral.kind == "ordinal" and numeral.value is not None]
    return same(read, expected_values(spec))


def percents_hold(spec: dict[str, Any]) -> bool:
    """True if the shares among the figures of the input have the values that are expected."""
    read = [figure.low for figure in figures_of(spec["Input"]) if figure.unit == "%" and figure.low is not None]
    return same(read, expected_values(spec))


def ranges_hold(spec: dict[str, Any]) -> bool:
    """True if every interval is read, with its ends; whether an end belongs to it is asked only where there is one end."""
    wanted = [str((result["Resolution"] or {}).get("value")) for result in spec["Results"]]
    read = [interval(figure) for figure in figures_of(spec["Input"])]
    return all(any(same_interval(value, mine) for mine in read) for value in wanted) and (bool(wanted) or not read)


def interval(figure: Figure) -> str:
    """A figure as the specifications write it: "(20,)" for more than twenty."""
    share = figure.unit == "%" and figure.low is not None and figure.number is not None
    low, high = (value / 100 if share and value is not None else value for value in (figure.low, figure.high))
    if figure.change and figure.change.from_ is not None:
        low = min(figure.change.from_, figure.low or Decimal(0))
        high = max(figure.change.from_, figure.high or Decimal(0))
    ends = {">": f"({low},)", ">=": f"[{low},)", "<": f"(,{high})", "<=": f"(,{high}]"}
    return ends.get(figure.bound, f"[{low},{high})")


def same_interval(wanted: str, mine: str) -> bool:
    """True if two intervals have the same ends, and the same brackets where one end is open."""
    a, b = (re.fullmatch(r"([\[(])([^,]*),([^,]*)([\])])", written) for written in (wanted, mine))
    if not a or not b:
        return False
    for group in (2, 3):
        if bool(a[group]) != bool(b[group]) or (a[group] and b[group] not in ("None",) and Decimal(a[group]) != Decimal(b[group])):
            return False
    return bool(a[2] and a[3]) or (a[1] if a[2] else a[4]) == (b[1] if b[2] else b[4])


def figures_of(text: str) -> tuple[Figure, ...]:
    """The figures of a text; a text without a letter or digit has none."""
    return find_figures(variorum.Article(text), parse_text(text), (), (), DEFAULT) if any(map(str.isalnum, text)) else ()


MODELS = {"NumberModel": numbers_hold, "NumberRangeModel": ranges_hold, "OrdinalModel": ordinals_hold, "PercentModel": percents_hold}


# --- all of them --------------------------------------------------------------------------------------------------------------------


def main() -> None:
    """Read the arguments, try every specification and print how many hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--failures", action="store_true", help="list what does not hold")
    parser.add_argument("--left-out", action="store_true", help="list what is left out, by class")
    arguments = parser.parse_args()
    if not all((arguments.folder / f"{name}.json").is_file() for name in MODELS):
        sys.exit(f"There are no specifications in {arguments.folder}. Name the folder that holds NumberModel.json and its like.")
    held = counted = 0
    skipped: collections.Counter[str] = collections.Counter()
    for name, holds in MODELS.items():
        specs = json.loads((arguments.folder / f"{name}.json").read_text("utf-8-sig"))
        for spec in specs:
            if label := left_out(spec):
                skipped[label] += 1
                if arguments.left_out:
                    print(f"  left out ({label}): {spec['Input']!r}")
        asked = [spec for spec in specs if not left_out(spec)]
        failed = [spec for spec in asked if not holds(spec)]
        held, counted = held + len(asked) - len(failed), counted + len(asked)
        print(f"{name:18} {len(asked) - len(failed):4} of {len(asked):4} hold ({len(specs) - len(asked)} of {len(specs)} left out)")
        if arguments.failures:
            for spec in failed:
                print(f"  fails: {spec['Input']!r}, expected {[(result['Resolution'] or {}).get('value') for result in spec['Results']]}")
    verdict = "reaching" if held >= GOAL * counted else "below"
    print(f"\n{held} of {counted} news-like specifications hold: {held / counted:.1%}, {verdict} the goal of {GOAL:.0%}")
    print("Left out: " + "; ".join(f"{label} {count}" for label, count in skipped.most_common()))


if __name__ == "__main__":
    main()
