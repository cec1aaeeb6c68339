"""Rows of dates: the verdict on every pair of `cases/date_rows.txt`, what the rows say, and what changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum.build import build
from variorum.records.article import Article
from variorum.records.dossier import Comparison, Dossier

CASES = Path(__file__).parents[2] / "cases" / "date_rows.txt"
SENTENCES = (
    "Police arrested Tomas Veld on Monday.",
    "Tomas Veld was arrested on 3 March.",
    "Police arrested Tomas Veld on Sunday.",
    "Mara Quist resigned on Tuesday.",
    "The Kestrian election will be held on 12 May.",
    "The Kestrian election was postponed to 19 May.",
)


def article(name: str, told: str) -> Article:
    day, _, text = told.partition(": ")
    return Article(text, id=name, outlet=f"The {name} paper", published=None if day == "unknown" else day)


def read_cases() -> list[tuple[str, str, str]]:
    lines = [line for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [tuple(part.strip() for part in line.split("|")) for line in lines]  # type: ignore[misc]  # three parts each


def date_rows(dossier: Dossier) -> list[Comparison]:
    dates = {date.id for date in dossier.dates}
    return [row for row in dossier.comparisons if row.members[0].figure in dates]


def rows_of(*told: str) -> list[Comparison]:
    return date_rows(build([article(name, one) for name, one in zip("abcdef", told, strict=False)]))


@pytest.mark.parametrize(("verdict", "one", "two"), read_cases())
def test_two_articles_have_the_verdict_that_a_reader_gives(verdict: str, one: str, two: str) -> None:
    assert [row.verdict for row in rows_of(one, two)] == ([] if verdict == "none" else [verdict])
