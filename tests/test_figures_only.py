"""Figures alone: as extract finds them, one text or many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

import variorum
from tests.extract.figures.figure_cases import read_cases
from variorum.config import Config
from variorum.errors import ArticleError, ConfigError
from variorum.extract.figures.written.all_quantities import may_hold_quantity
from variorum.records.frame import NOTHING
from variorum.text.fold import fold
from variorum.text.parsing.parse import parse_text, parse_texts


def test_they_are_those_of_extract_without_frame_and_speaker() -> None:
    text = "Rents rose 4 percent last year, the mayor said. At least 60 families had to move."
    full = variorum.extract(variorum.Article(text, published="2031-03-04")).figures
    found = variorum.figures(text, published="2031-03-04")
    assert [figure.quote for figure in found] == ["4 percent", "At least 60 families"]
    assert found == tuple(replace(figure, said_by=None, statement=None, about=NOTHING) for figure in full)
    assert found[0].as_of == "2030"


@pytest.mark.parametrize("text", ["", " \n", "…", "\x00", "No number stands here."])
def test_a_text_without_figures_gives_none(text: str) -> None:
    """A text without a word is no article, and still no error."""
    assert variorum.figures(text) == ()
    assert list(variorum.figures_of([text, "Nine boats sank.", text]))[::2] == [(), ()]


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(ArticleError, match="ISO 8601"):
        variorum.figures("Nine boats sank.", published="last Tuesday")


@pytest.mark.parametrize("batch_size", [64, 7])
def test_a_batch_finds_what_single_texts_give(batch_size: int) -> None:
    """But for sentences of two readings that the parser holds for as good as even: under one in a hundred."""
    texts = [case.text for case in read_cases()]
    together = list(variorum.figures_of(texts, batch_size=batch_size))
    equal = sum(found == variorum.figures(text) for text, found in zip(texts, together, strict=True))
    assert equal >= 0.99 * len(texts)


def test_texts_are_taken_as_they_are_needed() -> None:
    """An endless stream can be read."""

    def endless() -> Iterator[str]:
        number = 1
        while True:
            number += 1
            yield f"The fleet has {number} boats."

    found = variorum.figures_of(endless(), batch_size=2)
    assert [next(found)[0].low for _ in range(5)] == [2, 3, 4, 5, 6]


@pytest.mark.parametrize("batch_size", [0, -1])
def test_a_batch_holds_something(batch_size: int) -> None:
    with pytest.raises(ConfigError, match="batch_size"):
        variorum.figures_of([], batch_size=batch_size)


def test_long_texts_in_a_batch_are_parsed_alone_in_their_place() -> None:
    """Parses come in the order of the texts, chunked where a single text would be."""
    long = "\n\n".join(f"The mayor of town {number} opened the bridge." for number in range(12))
    texts = ["Dam breaks in Oldport\n\nNine people died.", long, "It rained.", "", "The river fell by two metres."]
    config = Config(chunk_characters=100)
    together = list(parse_texts(texts, config))
    assert [parse.text for parse in together] == texts
    for parse, text in zip(together, texts, strict=True):
        if text:
            alone = parse_text(text, config)
            assert parse.starts == alone.starts
            assert [str(sentence) for sentence in parse.sentences] == [str(sentence) for sentence in alone.sentences]
            assert (parse.folded, parse.blocks, parse.quotations) == (alone.folded, alone.blocks, alone.quotations)


def test_texts_without_a_number_are_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """And no text of which a figure would be read is taken for one."""
    assert all(may_hold_quantity(fold(case.text)) for case in read_cases() if case.figures)
    monkeypatch.setattr("variorum.figures_only.parse_text", None)
    assert variorum.figures("The harbour is closed.") == ()
    assert list(variorum.figures_of(["The harbour is closed.", "So is the road."])) == [(), ()]
