"""What happens on a date: who does what to whom, planned or done, and where nothing is said of it."""

from __future__ import annotations

import pytest

from tests.extract.dates.test_dates import dates_of
from variorum.records.occasion import Occasion


def about(text: str) -> Occasion | None:
    return dates_of(text)[-1].about


def words(occasion: Occasion | None) -> tuple[str | None, str, str | None, str]:
    assert occasion is not None
    does, undergoes = occasion.does, occasion.undergoes
    return does.text if does else None, occasion.event.text, undergoes.text if undergoes else None, occasion.told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police arrested Tomas Veld on Monday.", ("Police", "arrested", "Tomas Veld", "done")),
        ("Tomas Veld was arrested by Kestrian police on Monday.", ("Kestrian police", "was arrested", "Tomas Veld", "done")),
        ("On Monday, Mara Quist resigned.", ("Mara Quist", "resigned", None, "done")),
        ("Lindgren Ferries will close the Oldport terminal on Friday.", ("Lindgren Ferries", "will close", "Oldport terminal", "coming")),
        ("The Kestrian election will be held on Friday.", (None, "election", "Kestrian election", "coming")),
        ("The Kestrian election takes place on Friday.", (None, "election", "Kestrian election", "coming")),
        ("The death of Tomas Veld on Friday shocked the town.", (None, "death", "death of Tomas Veld", "")),
        ("The man arrested on Monday is a sailor.", (None, "arrested", "man", "done")),
        ("The Halden Bridge opened in 1936.", (None, "opened", "Halden Bridge", "done")),
    ],
)
def test_the_clause_of_a_date_tells_what_happens(text: str, told: tuple[str | None, str, str | None, str]) -> None:
    assert words(about(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quist said on Monday that the plan had failed.",
        "Police did not arrest Tomas Veld on Monday.",
        "Police could arrest Tomas Veld on Friday.",
        "If Mara Quist resigns on Friday, a vote follows.",
        "Lindgren Ferries has closed ports since Monday.",
        "Lindgren Ferries will close the port by Friday.",
        "Police were due to arrest Tomas Veld on Monday.",
        "Both parties prepare for the Kestrian election on 12 May.",
        "The council voted on Monday and Tuesday.",
    ],
)
def test_what_is_not_plain_has_no_event(text: str) -> None:
    assert dates_of(text)[0].about is None


def test_a_moved_event_lies_ahead() -> None:
    """ "Was put off until Monday" is told in the past, and means the Monday to come."""
    (date,) = dates_of("The Orvane hearing was put off until Monday.", "2031-03-05")
    assert date.value == "2031-03-10"
    assert date.about is not None
    assert date.about.moved is not None
    assert date.about.moved.text == "put off"


def test_only_the_begin_or_end_of_an_event_may_be_dated() -> None:
    began, ended = about("The trial of Tomas Veld began on Monday."), about("The trial of Tomas Veld ended on Monday.")
    assert [occasion.phase for occasion in (began, ended) if occasion] == ["begin", "end"]
