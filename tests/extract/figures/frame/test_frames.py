"""Frames: every sentence of `cases/frames.txt` reads as it is marked, and frames stay true to their text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import variorum
from tests.extract.marked import read_blocks
from variorum.records.frame import Frame
from variorum.records.marks import Figure

MARKED = list(read_blocks("frames.txt"))


@pytest.mark.parametrize(("sentence", "lines"), MARKED, ids=[sentence for sentence, _ in MARKED])
def test_what_a_figure_is_about(sentence: str, lines: list[str]) -> None:
    """Each slot that a line names has what it says, empty ones included."""
    found = variorum.extract(variorum.Article(sentence)).figures
    for line in lines:
        start, _, parts = line.partition(": ")
        figure = next((one for one in reversed(found) if one.quote.startswith(start)), None)
        assert figure is not None, f"{start!r} is not among {[one.quote for one in found]}"
        slots = slots_of(figure.about)
        for part in parts.split("; "):
            slot, _, wanted = part.partition(" ")
            assert slots[slot] == wanted, f"{start!r}: {slots}"


def slots_of(frame: Frame) -> dict[str, str]:
    """The slots of a frame as the case file writes them."""
    return {
        "thing": frame.thing.text if frame.thing else "-",
        "head": frame.head or "-",
        "narrowed": " ".join(frame.narrowed) or "-",
        "event": frame.event.text if frame.event else "-",
        "happens": frame.happens or "-",
        "role": frame.role or "-",
    }


PEOPLE = st.sampled_from(["soldiers", "nurses", "pilots", "women and children", "young Kestrians", "members of the Ostrey guild"])
NUMBERS = st.sampled_from(["12", "about 300", "at least 4,000", "two", "dozens of", "1.5 million"])
BEFORE, AFTER = st.sampled_from(["", "Police said ", "On Sunday, "]), st.sampled_from(["", " in Kestria", " on Monday", ", the mayor said"])


@given(people=PEOPLE, number=NUMBERS, before=BEFORE, after=AFTER)
def test_active_passive_and_noun_tell_the_same_event(people: str, number: str, before: str, after: str) -> None:
    """Whoever tells it, people who were killed, whom somebody killed and who died are the same people, and they underwent the same."""
    told = [
        f"{before}{number} {people} were killed{after}.",
        f"{before}rebels killed {number} {people}{after}.",
        f"{before}{number} {people} died{after}.",
    ]
    frames = [first(variorum.extract(variorum.Article(sentence)).figures).about for sentence in told]
    assert {(frame.head, frame.narrowed, frame.happens, frame.role) for frame in frames} == {
        (frames[0].head, frames[0].narrowed, "kill", "undergoes")
    }


@given(people=PEOPLE, number=NUMBERS, after=AFTER)
def test_what_did_not_happen_is_another_event(people: str, number: str, after: str) -> None:
    """ "Were not hurt" is never of the class of "were hurt"."""
    hurt = first(variorum.extract(variorum.Article(f"{number} {people} were hurt{after}.")).figures).about
    unhurt = first(variorum.extract(variorum.Article(f"{number} {people} were not hurt{after}.")).figures).about
    assert (hurt.happens, unhurt.happens) == ("wound", "not-wound")


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in MARKED])
def test_frames_show_the_words_of_the_text(sentence: str) -> None:
    """Things and events are cut from the text, a thing has a head, an event a class, and neither holds the figure's own number."""
    for figure in variorum.extract(variorum.Article(sentence)).figures:
        frame = figure.about
        for words in (frame.thing, frame.event):
            assert words is None or sentence[words.start : words.end] == words.text
        assert frame.thing is None or not frame.thing.overlaps(figure.number)
        assert (frame.thing is None) == (frame.head == "")
        assert (frame.event is None) == (frame.happens == "")


def first(figures: tuple[Figure, ...]) -> Figure:
    return figures[0]
