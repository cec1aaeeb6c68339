"""Rows of dates: the verdict on every pair of `cases/date_rows.txt`, what the rows say, and what changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.build import assemble, build, extract
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


def test_a_reason_names_the_words_and_the_day() -> None:
    (row,) = rows_of("2031-03-05: Police arrested Tomas Veld on Monday.", "2031-03-06: Tomas Veld was arrested on 3 March in Oldport.")
    assert row.reason == "“Monday”, “3 March” mean the same: 2031-03-03."
    assert row.measure == "when Tomas Veld was arrested"
    assert row.accounts == 2


def test_days_that_exclude_each_other_are_given_with_the_event_that_both_texts_name() -> None:
    (row,) = rows_of("2031-03-05: Police arrested Tomas Veld on Monday.", "2031-03-05: Police arrested Tomas Veld on Sunday.")
    assert row.reason.startswith("“Monday” (2031-03-03) and “Sunday” (2031-03-02) cannot both be true.")
    assert "“arrested”" in row.reason
    assert len(row.compared) == 2


def test_a_moved_event_names_the_words_that_move_it() -> None:
    (row,) = rows_of("2031-03-05: The Orvane hearing is set for 10 March.", "2031-03-06: The Orvane hearing was put off until 14 March.")
    assert (row.verdict, row.measure) == ("update", "date of Orvane hearing")
    assert "“put off”" in row.reason


def test_a_period_never_contradicts_a_day() -> None:
    (row,) = rows_of("2031-03-05: Tomas Veld was killed in 2029.", "2031-03-05: Tomas Veld was killed on 2 May 2029.")
    assert row.verdict == "agree"
    assert rows_of("2031-03-05: Tomas Veld was killed in 2028.", "2031-03-05: Tomas Veld was killed on 2 May 2029.") == []


def test_three_accounts_stand_in_one_row() -> None:
    (row,) = rows_of(
        "2031-03-05: Police arrested Tomas Veld on Monday.",
        "2031-03-06: Tomas Veld was arrested on 3 March in Oldport.",
        "2031-03-07: Officers say little of the arrest of Tomas Veld on Monday.",
    )
    assert (len(row.members), row.accounts) == (3, 3)


def test_an_article_that_gives_two_days_is_left_out() -> None:
    two_days = "2031-03-05: Police arrested Tomas Veld on Monday. Police had arrested Tomas Veld on 2 February."
    assert rows_of(two_days, "2031-03-05: Tomas Veld was arrested on Monday in Oldport.") == []


def test_a_copy_adds_no_voice_and_no_row() -> None:
    told = "2031-03-05: Police arrested Tomas Veld on Monday. He had hidden for weeks in a boat shed behind the old fish market of Oldport."
    assert rows_of(told, told) == []


@settings(max_examples=15)
@given(st.permutations(range(len(SENTENCES))), st.data())
def test_the_order_of_articles_changes_nothing(order: list[int], data: st.DataObject) -> None:
    count = data.draw(st.integers(2, len(SENTENCES)))
    readings = [extract(article("abcdef"[at], f"2031-03-05: {SENTENCES[at]}")) for at in range(count)]
    shuffled = [readings[at] for at in order if at < count]
    assert {row.id: row.verdict for row in date_rows(assemble(readings))} == {row.id: row.verdict for row in date_rows(assemble(shuffled))}


@settings(max_examples=25)
@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=5))
def test_every_row_holds_each_date_once_and_two_accounts(told: list[str]) -> None:
    rows = rows_of(*(f"2031-03-05: {one}" for one in told))
    members = [member.figure for row in rows for member in row.members]
    assert len(members) == len(set(members))
    assert all(len({member.account for member in row.members}) > 1 for row in rows)


def test_an_article_that_cites_another_for_a_date_adds_no_voice() -> None:
    one = Article("Police arrested Tomas Veld on Monday.", id="a", outlet="The Oldport Ledger", published="2031-03-05")
    two = Article("The Oldport Ledger reported that Tomas Veld was arrested on 3 March.", id="b", outlet="The Bay Post", published="2031-03-05")
    (row,) = date_rows(build([one, two]))
    assert row.accounts == 1
    assert "cite" in row.reason
