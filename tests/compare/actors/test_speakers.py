"""Speakers without a name: who is an actor, who is left open, and that unnamed groups of two articles are two."""

from __future__ import annotations

import pytest

from variorum import Article, build
from variorum.records.dossier import Actor, Dossier
from variorum.text.speaker_words import can_be_actor


def actors_of(dossier: Dossier) -> list[Actor | None]:
    """The actor of every statement, in the order of the articles."""
    known = {actor.id: actor for actor in dossier.actors}
    return [known.get(one.speaker.actor or "") if one.speaker else None for one in dossier.statements]


@pytest.mark.parametrize("words", ["Officials", "Harbour residents", "A spokesman", "The mayor", "Some officials", "A dozen fishers"])
def test_unnamed_speakers_of_two_articles_are_two(words: str) -> None:
    texts = (f"{words} said the bridge in Norwick was safe.", f"{words} said that nobody could leave the port of Oldport.")
    one, two = actors_of(build([Article(text=text) for text in texts]))
    assert one is not None
    assert two is not None
    assert one.id != two.id
    assert one.name == two.name == words


def test_unnamed_speakers_of_one_article_are_one() -> None:
    one, two = actors_of(build([Article(text="Officials said the bridge was safe. Officials said the road was closed.")]))
    assert one is not None
    assert one == two


def test_a_body_with_a_name_in_its_words_is_one_in_every_article() -> None:
    texts = ("The Novak administration said the bridge was safe.", "Jan Novak left. The Novak administration said the road was closed.")
    one, two = actors_of(build([Article(text=text) for text in texts]))
    assert one is not None
    assert one == two


@pytest.mark.parametrize(
    "text",
    [
        "She said the bridge was safe.",
        "It said the bridge was safe.",
        "Some of them said the bridge was safe.",
        "Her lawyer said the bridge was safe.",
        "The documents say the bridge was safe.",
        "The plan said the bridge was safe.",
        "A survey found that the bridge was safe.",
    ],
)
def test_whoever_no_text_tells_is_no_actor(text: str) -> None:
    """A pronoun, what a pronoun owns, and a paper keep the text's words and have no actor."""
    dossier = build([Article(text=text)])
    assert actors_of(dossier) == [None]
    assert dossier.actors == ()


@pytest.mark.parametrize(
    "words", ["officials in Lisbon", "two people close to the talks", "those officials", "a group of nurses", "Novak", "the union"]
)
def test_people_and_bodies_can_be_actors(words: str) -> None:
    assert can_be_actor(words)


@pytest.mark.parametrize("words", ["", "he", "they all", "both of them", "this", "those who left", "the documents", "the plan", "a series of emails"])
def test_pronouns_and_things_cannot(words: str) -> None:
    assert not can_be_actor(words)
