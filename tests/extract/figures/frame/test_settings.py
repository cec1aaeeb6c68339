"""Where, when, of what whole and of what base: every sentence of `cases/settings.txt` reads as it is marked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import variorum
from variorum.records.article import Article
from variorum.records.frame import Setting
from variorum.records.marks import Figure

CASES = Path(__file__).parents[3] / "cases" / "settings.txt"
WRITTEN = "2025-08-20"


def cases() -> Iterator[tuple[str, list[str]]]:
    """The sentences of the file, each with the lines below it; an empty line inside stands for a new paragraph."""
    block, lines = list[str](), list[str]()
    for line in [*CASES.read_text("utf-8").splitlines(), "## end"]:
        if line.startswith("  "):
            lines.append(line.strip())
            continue
        if lines:
            yield "\n".join(block).strip(), lines
            block, lines = [], []
        if not line.startswith("#"):
            block.append(line)


MARKED = list(cases())


@pytest.mark.parametrize(("sentence", "lines"), MARKED, ids=[sentence for sentence, _ in MARKED])
def test_where_and_when_and_of_what(sentence: str, lines: list[str]) -> None:
    """Each figure has exactly the slots that the case names."""
    found = variorum.extract(Article(sentence, published=WRITTEN)).figures
    for line in lines:
        start, _, parts = line.partition(": ")
        figure = next((one for one in reversed(found) if one.quote.startswith(start)), None)
        assert figure is not None, f"{start!r} is not among {[one.quote for one in found]}"
        wanted = [] if parts == "nothing" else sorted(parts.split("; "))
        assert sorted(slots(figure, found)) == wanted


def slots(figure: Figure, figures: tuple[Figure, ...]) -> Iterator[str]:
    """The filled slots of a figure, as the cases write them."""
    about = figure.about
    yield from (f"{'lent ' * place.lent}in {place.text}" for place in about.places)
    yield from (when(time) for time in about.times)
    if about.whole:
        whole = next((one.quote for one in figures if one.id == about.whole_figure), "-")
        yield f"part {about.whole.text} = {whole}"
    if about.base:
        yield f"base {about.base.text}"


def when(time: Setting) -> str:
    """A time with its kind: "on Monday", "since May", "lent on Monday"."""
    return f"{'lent ' * time.lent}{'on' if time.kind == 'at' else time.kind} {time.text}"


def test_there_are_enough_sentences() -> None:
    assert len(MARKED) >= 50


def test_a_time_brings_the_interval_of_its_date() -> None:
    figure = variorum.extract(Article("Twelve people died in Oldport on Monday at noon.", published=WRITTEN)).figures[0]
    assert [(time.text, time.value) for time in figure.about.times] == [("Monday", "2025-08-18"), ("noon", None)]


def test_without_names_a_figure_has_its_times_and_the_places_that_need_none() -> None:
    figure = variorum.extract(variorum.Article("Twelve people died at the port on Monday.", published=WRITTEN)).figures[0]
    assert [place.text for place in figure.about.places] == ["the port"]
    assert [time.text for time in figure.about.times] == ["Monday"]
