"""Holders: whose a figure is, by the name that the story knows the actor by."""

from __future__ import annotations

import variorum
from variorum.records.marks import Figure


def figure(texts: list[str], quote: str) -> Figure:
    """The figure of a story that is quoted so."""
    dossier = variorum.build([variorum.Article(text, id=f"a{number}") for number, text in enumerate(texts)])
    return next(figure for figure in dossier.figures if figure.quote == quote)


def test_a_short_name_is_given_in_full() -> None:
    found = figure(
        [
            "Mikal Orlen founded the shipyard. Two years later Orlen's shipyard had 400 workers, and Orlen paid $3 million in tax.",
            "Mikal Orlen paid tax.",
        ],
        "$3 million",
    )
    assert found.whose is not None
    assert (found.whose.text, found.holder) == ("Orlen", "Mikal Orlen")
    assert (found.to_dict()["whose"], found.to_dict()["whose_text"]) == ("Mikal Orlen", "Orlen")


def test_a_holder_whom_the_story_does_not_know_keeps_the_words_of_the_text() -> None:
    found = figure(["The pier is closed. Its length is 300 metres, and the tower weighs 40 tonnes."], "40 tonnes")
    assert found.whose is None or found.to_dict()["whose"] == found.whose.text


def test_reading_alone_knows_the_words_only() -> None:
    reading = variorum.extract(variorum.Article("Mikal Orlen came. Orlen paid $3 million in tax."))
    assert [(one.whose.text if one.whose else None, one.holder) for one in reading.figures] == [("Orlen", None)]
