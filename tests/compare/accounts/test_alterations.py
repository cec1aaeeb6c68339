"""What a copy changed: every difference with its words, the most consequential first."""

from __future__ import annotations

import pytest

import variorum
from variorum.compare.accounts.alterations import KINDS, alterations
from variorum.compare.accounts.shared_sentences import source_of
from variorum.records.dossier import Alteration

ORIGIN = [
    "The dam above Oldport may hold until spring, the ministry said, but about 4,500 homes will be cleared for the winter.",
    "Engineer Nils Berg found cracks along 40 metres of the wall in May, according to a report seen by the Oldport Ledger.",
    "Repairs would cost $60 million and were not planned before next year.",
    "The mayor asked the army for 200 soldiers and four helicopters.",
    "Schools in the valley stay shut until Thursday.",
]


def changes(copy: list[str], origin: list[str] = ORIGIN) -> tuple[Alteration, ...]:
    texts = ["\n\n".join(lines) for lines in (copy, origin)]
    found = alterations(*(source_of(variorum.Article(text, id=name)) for text, name in zip(texts, ("copy", "origin"), strict=True)))
    for change in found:
        assert change.now in {"", texts[0][change.start : change.end]}
        assert change.was in texts[1]
    return found


def told(copy: list[str]) -> list[tuple[str, str, str]]:
    return [(change.kind, change.was, change.now) for change in changes(copy)]


def replaced(was: str, now: str) -> list[str]:
    assert any(was in line for line in ORIGIN)
    return [line.replace(was, now) for line in ORIGIN]


@pytest.mark.parametrize(
    ("was", "now", "change"),
    [
        ("4,500", "45,000", ("number", "4,500", "45,000")),
        ("$60", "€60", ("number", "$", "€")),
        ("$60 million", "$60 billion", ("number", "million", "billion")),
        ("four helicopters", "five helicopters", ("number", "four", "five")),
        ("may hold", "will hold", ("hedge", "may", "will")),
        ("about 4,500", "4,500", ("hedge", "about", "")),
        ("were not planned", "were planned", ("negation", "not", "")),
        ("the ministry said", "the ministry claimed", ("attribution", "said", "claimed")),
        ("Nils Berg", "Nils Borg", ("name", "Berg", "Borg")),
        ("stay shut", "stay closed", ("wording", "shut", "closed")),
    ],
)
def test_a_change_is_told_by_what_it_touches(was: str, now: str, change: tuple[str, str, str]) -> None:
    assert told(replaced(was, now)) == [change]


def test_spelling_and_typography_are_no_changes() -> None:
    assert changes(replaced("metres", "metres")) == ()
    british = ["The programme of the harbour centre was criticised.", *ORIGIN]
    american = ["The program of the harbor center was criticized.", *ORIGIN]
    assert changes(american, british) == ()


def test_the_weightiest_change_comes_first() -> None:
    """Wherever it stands in the text."""
    copy = replaced("stay shut", "stay closed")
    copy[3] = copy[3].replace("200", "300")
    copy[0] = copy[0].replace("may hold", "will hold")
    kinds = [kind for kind, _, _ in told(copy)]
    assert kinds == ["number", "hedge", "wording"]
    assert kinds == sorted(kinds, key=KINDS.index)


def test_a_passage_put_in_is_added() -> None:
    own = ["Residents packed their cars through the night.", "The bakery gave away its bread."]
    assert told([*ORIGIN[:2], *own, *ORIGIN[2:]]) == [("added", "", f"{own[0]}\n\n{own[1]}".rstrip("."))]


def test_a_passage_left_out_is_listed_at_the_gap() -> None:
    """It has no words in the copy, so the place is the word that follows."""
    copy = [*ORIGIN[:1], *ORIGIN[3:]]
    (change,) = changes(copy)
    assert (change.kind, change.now) == ("left_out", "")
    assert change.was.startswith("Engineer Nils Berg")
    assert "\n\n".join(copy)[change.start : change.end] == "The"


def test_the_end_left_out_is_listed_at_the_last_word() -> None:
    (change,) = changes(ORIGIN[:3])
    assert "\n\n".join(ORIGIN[:3])[change.start : change.end] == "year"


def test_sentences_in_another_order_are_no_changes() -> None:
    assert changes([*ORIGIN[2:], *ORIGIN[:2]]) == ()


@pytest.mark.parametrize("text", ["word " * 3_000, "a. " * 3_000, "Aa " * 3_000])
def test_any_two_texts_are_compared(text: str) -> None:
    assert isinstance(changes([text, "and more"], [text]), tuple)
    assert isinstance(changes([text], ORIGIN), tuple)
