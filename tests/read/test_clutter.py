"""Clutter: what is marked and, more important, what is not. The kind stands before the line; no kind means the line is the report's own."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.text.clutter import mark_clutter
from variorum.text.language_detection import detect_language, settle_language

LINES = [
    ("related", "Also Read: Ten Years of Storms on the Northern Coast"),
    ("related", "READ MORE: Harbour master resigns after inquiry"),
    ("related", "Storms of the century: a visual guide Read more"),
    ("newsletter", "Stay informed about our latest news and events:"),
    ("newsletter", "Sign up for our daily newsletter and get it straight to your inbox."),
    ("navigation", "Advertisement Continue reading the main story"),
    ("navigation", "This website uses cookies to improve your visit."),
    ("link", "https://quaynews.example/pier?x=1"),
    ("link", "Share this story: https://quaynews.example/pier"),
    ("social", "Bridge closed until Friday, use the ferry https://t.co/Ab12Cd34"),
    ("social", "We are on our way to the harbour. — Port Authority (@portauthority) May 7, 2024"),
    ("social", "RT @portauthority the bridge is closed"),
    ("caption", "A crane lifts the broken pier on Monday. (Photo by Ann Lee/Getty Images)"),
    ("caption", "The pier before the storm (file photo)"),
    ("caption", "Engineers inspect the pier. [AP Photo/Ann Lee]"),
    ("credit", "Copyright 2024 The Quay News. All rights reserved."),
    ("credit", "Reporting by Ann Lee; Editing by Bo Ek"),
    ("credit", "Ann Lee contributed to this report."),
    (None, "The ferry and the harbour bridge were closed on Monday after a storm damaged the northern pier."),
    (None, "Related industries employ 4,000 people in the town, the council said."),
    (None, "More than 40 people signed up for the newsletter of the protest group, police said."),
    (None, "Photographs of the pier were shared by residents who had watched it fall."),
    (None, "Copyright law protects the drawings of the bridge, a judge ruled on Monday."),
    (None, '"Follow us on the road to recovery," the mayor told the crowd.'),
    (None, "Reuters reported on Monday that the bridge would be sold."),
    (None, "Video of the collapse was shown to the jury."),
    (None, "The minister, who holds a degree in engineering, visited the pier."),
]


@pytest.mark.parametrize(("kind", "line"), LINES)
def test_a_line_is_marked_for_what_it_is(kind: str | None, line: str) -> None:
    marks = mark_clutter(f"The storm reached the coast at dawn.\n\n{line}\n\nIt passed by noon.")
    assert [part.kind for part in marks] == ([kind] if kind else [])


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee is a professor of coastal engineering at the University of the North.",
        "Bo Ek holds an M.A. in History and has taught since 2003.",
        "Cy Young covers ports and shipping for The Quay News.",
    ],
)
def test_who_wrote_it_is_marked_at_the_end(line: str) -> None:
    story = "The storm reached the coast at dawn.\n\nIt passed by noon.\n\nNobody was hurt.\n\n"
    assert [part.kind for part in mark_clutter(story + line)] == ["biography"]
    assert not mark_clutter(line + "\n\n" + story)


def test_a_person_of_the_report_is_no_author() -> None:
    text = "The storm came at dawn.\n\nProfessor Lee had warned of it.\n\nNobody was hurt.\n\nAnn Lee is a professor of engineering."
    assert not mark_clutter(text)


def test_headlines_after_read_more_are_marked_to_the_end() -> None:
    text = "The storm came at dawn.\n\nIt passed by noon.\n\nRead more:\n\nHarbour master resigns\n\nTen years of storms"
    assert len(mark_clutter(text)) == 3


def test_wrapped_lines_are_marked_as_one_block() -> None:
    text = "Stay informed about our latest news,\npublications and events:\n\nThe storm came at dawn."
    (part,) = mark_clutter(text)
    assert text[part.start : part.end] == "Stay informed about our latest news,\npublications and events:"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400) | st.lists(st.sampled_from([line for _, line in LINES]) | st.text(max_size=20)).map("\n".join))
def test_marks_lie_inside_the_text_in_order_and_apart(text: str) -> None:
    marks = mark_clutter(text)
    assert all(0 <= part.start < part.end <= len(text) for part in marks)
    assert all(a.end <= b.start for a, b in itertools.pairwise(marks))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The bridge was closed on Monday after a storm that had damaged the pier, and it will not be opened for six weeks.", "en"),
        ("Die Brücke wurde am Montag nach einem Sturm geschlossen, und sie wird für die nächsten sechs Wochen nicht geöffnet.", "de"),
        ("다리가 월요일에 폐쇄되었다고 시장이 말했다.", "ko"),
        ("Bridge closed.", None),
        ("12 34 56", None),
        ("", None),
    ],
)
def test_the_language_is_told_or_left_open(text: str, code: str | None) -> None:
    assert detect_language(text) == code


def test_a_wrong_declaration_is_not_believed() -> None:
    zulu_like = "umlilo wavutha ebusuku edolobheni labantu abaningi " * 5
    assert settle_language(zulu_like, "en") is None
    assert settle_language(zulu_like, "zu") == "zu"
    assert settle_language("Bridge closed.", "en") == "en"
