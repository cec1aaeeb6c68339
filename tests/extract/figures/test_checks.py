"""Checks: the arithmetic that a sentence invites is worked out, and nothing is added up that does not belong together."""

from __future__ import annotations

import pytest

import variorum
from variorum.records.marks import Check


def checks_of(text: str) -> list[Check]:
    return [check for figure in variorum.figures(text) for check in figure.checks]


RIGHT = [
    ("The ferry carried 300 people, 120 women and 180 men.", "sum", "120 + 180 = 300, as “300 people” says."),
    ("The storm killed 12 people (7 men and 5 women).", "sum", "7 + 5 = 12"),
    ("They hired 30 nurses, 20 doctors and 5 cooks, for a total of 55 people.", "sum", "30 + 20 + 5 = 55"),
    ("The town will spend $5 billion: $3 billion on roads and $2 billion on schools.", "sum", "= 5,000,000,000"),
    ("The council has 45 members: 20 from Norland, 15 from Sudland and 10 from the islands.", "sum", "20 + 15 + 10 = 45"),
    ("Of the 276 sailors, 57 escaped and 219 are missing.", "sum", "57 + 219 = 276"),
    ("Some 57 of the 276 sailors escaped, leaving 219 at sea.", "sum", "57 + 219 = 276"),
    ("The bank gave $3.3 billion in loans and $2.4 billion in grants, for a total of $5.8 billion.", "sum", "“$5.8 billion” allows that"),
    ("The party won 60 of the 240 seats, or 25 percent.", "share", "60 of 240 is 25 %, as “25 percent” says."),
    ("The plant will dismiss 40 percent of its 1,200 workers, or about 500 people.", "share", "41.7 %"),
    ("About 60 percent, or 120 of the 200 houses, were destroyed.", "share", "120 of 200 is 60 %"),
    ("The number of flights rose from 200 to 300, a 50 percent increase.", "growth", "From 200 to 300 is 50 %"),
    ("Sales fell 20 percent to $80 million from $100 million.", "growth", "is 20 %"),
    ("Output more than doubled, from 300 tonnes to 700 tonnes.", "growth", "2.33 times"),
    ("The rate rose from 3.2 percent to 3.7 percent, an increase of 0.5 percentage points.", "growth", "0.5 points"),
    (
        "The ministry now pays over $1 billion a year. It is asked for a ninefold increase in the fee, totalling $10 billion a year.",
        "implied",
        "implies 1,111,111,111 USD before, which agrees with “over $1 billion a year”.",
    ),
]


@pytest.mark.parametrize(("text", "kind", "reason"), RIGHT, ids=[row[0] for row in RIGHT])
def test_arithmetic_that_works_out(text: str, kind: str, reason: str) -> None:
    (check,) = checks_of(text)
    assert (check.kind, check.ok) == (kind, True)
    assert reason in check.reason


WRONG = [
    ("The ferry carried 300 people, 120 women and 170 men.", "120 + 170 = 290; the text says “300 people”."),
    ("They hired 30 nurses, 20 doctors and 5 cooks, for a total of 65 people.", "the text says “65 people”"),
    ("The bank gave $3 billion in loans and $2 billion in grants, for a total of $6 billion.", "the text says “$6 billion”"),
    ("Of the 276 sailors, 57 escaped and the remaining 229 are missing.", "57 + 229 = 286; the text says “276 sailors”."),
    ("Only 15 of the 60 schools (20 percent) are open.", "15 of 60 is 25 %; the text says “20 percent”."),
    ("Sales rose 50 percent last year, to $350 million from $200 million.", "is 75 %; the text says “50 percent”"),
    ("The number of visitors doubled from 200 to 300.", "From 200 to 300 is 1.5 times; the text says “doubled”."),
]


@pytest.mark.parametrize(("text", "reason"), WRONG, ids=[row[0] for row in WRONG])
def test_arithmetic_that_does_not(text: str, reason: str) -> None:
    (check,) = checks_of(text)
    assert not check.ok
    assert reason in check.reason


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 12 people, including 7 men and 4 women.",
        "She saw 12 soldiers, 7 boats and 5 dogs.",
        "The party won 60 of the 240 seats, or 35 percent of the vote.",
        "Of the 276 sailors, 57 escaped and 20 were hurt.",
        "Three towns hired 30 nurses and 20 doctors, 60 of them women.",
        "The club has 400 members, 30 boats and 20 berths.",
        "Exports rose 50 percent, and imports rose from $200 million to $300 million.",
        "The firm employs 300 people in two towns, 120 kilometres and 180 kilometres away.",
        "The harbour is 12 metres deep, and 60 percent of the 40 berths are taken.",
    ],
)
def test_what_does_not_belong_together_is_not_added_up(text: str) -> None:
    assert checks_of(text) == []
