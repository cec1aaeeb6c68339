"""Actors: the stories of `cases/actors.txt` have the people they say, namesakes stay apart, and order changes nothing."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.build import in_order
from variorum.compare.actors.actor_groups import find_actors
from variorum.config import DEFAULT
from variorum.extract.grammar.syntax import read_syntax
from variorum.extract.names.descriptions import find_descriptions
from variorum.extract.names.name_marks import find_names
from variorum.records.article import Article
from variorum.records.dossier import Actor
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Reading, Speaker, Statement
from variorum.text.parsing.parse import parse_text

CASES = Path(__file__).parents[2] / "cases" / "actors.txt"


@dataclass
class Case:
    title: str
    articles: list[str] = field(default_factory=list)
    actors: list[tuple[str, str, list[str]]] = field(default_factory=list)
    apart: list[tuple[str, str]] = field(default_factory=list)
    speaking: list[tuple[str, str]] = field(default_factory=list)
    reasons: list[tuple[str, str]] = field(default_factory=list)


def read_cases() -> list[Case]:
    cases: list[Case] = []
    for line in CASES.read_text("utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "story":
            cases.append(Case(rest))
        elif mark == "-":
            cases[-1].articles.append(rest)
        elif mark == "=":
            head, _, forms = rest.partition(": ")
            kind, _, name = head.partition(" ")
            cases[-1].actors.append((kind, name, forms.split(" | ")))
        elif mark in {"!", ">", "~"}:
            first, _, second = rest.partition(" / ")
            {"!": cases[-1].apart, ">": cases[-1].speaking, "~": cases[-1].reasons}[mark].append((first, second))
    return cases


def reading_of(text: str, id_: str) -> Reading:
    article, parse = Article(text, id=id_), parse_text(text)
    syntax = read_syntax(parse)
    names = find_names(article, parse, syntax, DEFAULT)
    return Reading(article, names=names, descriptions=find_descriptions(syntax, names))


def actors_of(*texts: str) -> tuple[Actor, ...]:
    return find_actors([reading_of(text, f"n{number}") for number, text in enumerate(texts)], DEFAULT)[0]


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.title)
def test_story_has_the_actors_it_says(case: Case) -> None:
    """Actors have the kind, name and forms of the case; names marked as apart share no actor; capitals speak for whom they should."""
    actors = actors_of(*case.articles)
    for kind, name, forms in case.actors:
        found = next((actor for actor in actors if actor.name == name), None)
        assert found is not None, [actor.name for actor in actors]
        assert (found.kind, list(found.variants)) == (kind, forms)
    for first, second in case.apart:
        assert any(first in actor.variants for actor in actors)
        assert any(second in actor.variants for actor in actors)
        assert not any(first in actor.variants and second in actor.variants for actor in actors)
    by_name = {actor.name: actor for actor in actors}
    assert {name: by_name[name].speaks_for for name, _ in case.speaking} == {name: by_name[owner].id for name, owner in case.speaking}
    assert [(name, by_name[name].reasons) for name, _ in case.reasons] == [(name, (reason,)) for name, reason in case.reasons]


def test_mentions_quote_the_names() -> None:
    """Each mention of an actor covers one of its forms in the article."""
    text = "President Jan Novak spoke. Novak left for Oslo."
    for actor in actors_of(text):
        assert [text[mention.start : mention.end] in actor.variants for mention in actor.mentions] == [True] * len(actor.mentions)


def said_by(text: str, words: str, stands_for: str | None = None) -> tuple[tuple[Actor, ...], Actor | None]:
    """The story's actors and the actor of a speaker with these words."""
    reading = reading_of(text, "n1")
    antecedent = Excerpt.cut(text, text.index(stands_for), text.index(stands_for) + len(stands_for)) if stands_for else None
    start = text.rindex(words)
    speaker = Speaker(start, start + len(words), words, antecedent)
    statement = Statement("n1", (Excerpt.cut(text, 0, 3),), speaker, None, "indirect")
    actors, readings = find_actors([dataclasses.replace(reading, statements=(statement,))], DEFAULT)
    linked = readings[0].statements[0].speaker
    assert linked is not None
    return actors, next((actor for actor in actors if actor.id == linked.actor), None)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Rain fell, said Novak's spokesperson Kang Yu-na. Jan Novak agreed.", "Novak's spokesperson Kang Yu-na", "Kang Yu-na"),
        ("Rain fell, said Choi Yoon-ah, a fellow at Harbour Institute.", "Choi Yoon-ah, a fellow at Harbour Institute", "Choi Yoon-ah"),
        ("Rain fell, said the spokesman, Peter Okoro.", "the spokesman, Peter Okoro", "Peter Okoro"),
        ("Rain fell, said the heads of the navies of Nigeria, Chad and Niger.", "the heads of the navies of Nigeria, Chad and Niger", None),
        ("Rain fell, said officials in Lisbon.", "officials in Lisbon", "officials in Lisbon"),
        ("Rain fell, said the Novak administration. Jan Novak agreed.", "the Novak administration", "the Novak administration"),
        ("Rain fell, according to the Bank of Oldport.", "the Bank of Oldport", "Bank of Oldport"),
        ("Rain fell, said Jan Novak.", "Jan Novak", "Jan Novak"),
        ("Rain fell, analysts said.", "analysts", "analysts"),
    ],
)
def test_speaker_is_the_actor_that_heads_the_words(text: str, words: str, name: str | None) -> None:
    """A speaker is who is named at the head of the words, not who is named in passing."""
    _, actor = said_by(text, words)
    assert actor is not None
    assert actor.name == (name or words)


def test_pronoun_is_the_one_it_stands_for() -> None:
    """ "He" is Novak where the article says so, and adds no form to his names."""
    _, actor = said_by("Jan Novak waited. Rain fell, he said.", "he", "Jan Novak")
    assert actor is not None
    assert (actor.name, actor.variants) == ("Jan Novak", ("Jan Novak",))


def test_pronoun_without_antecedent_has_no_actor() -> None:
    """A pronoun alone is nobody."""
    actors, actor = said_by("Rain fell, he said.", "he")
    assert actor is None
    assert actors == ()


@pytest.mark.parametrize(
    ("words", "kind"),
    [("Some ministry officials", "group"), ("a spokesman", "person"), ("the Nigerian government", "organisation"), ("Police", "group")],
)
def test_description_has_a_kind(words: str, kind: str) -> None:
    """Actors known by description only are told apart by their head word."""
    _, actor = said_by(f"Rain fell, said {words}.", words)
    assert actor is not None
    assert actor.kind == kind


@settings(max_examples=25, deadline=None)
@given(st.permutations(["Jan Novak met Kim Min-ji. Kim left.", "Kim Sang-woo met Novak.", "Mayor Novak left Oslo.", "The U.S. and Kim Minji agree."]))
def test_order_of_articles_changes_nothing(texts: list[str]) -> None:
    """The same articles give the same actors, in whatever order they come."""

    def build(order: list[str]) -> tuple[Actor, ...]:
        articles = in_order(Article(text) for text in order)
        parses = [(article, parse_text(article.text)) for article in articles]
        readings = [Reading(article, names=find_names(article, parse, read_syntax(parse), DEFAULT)) for article, parse in parses]
        return find_actors(readings, DEFAULT)[0]

    assert build(texts) == build(sorted(texts))


def test_ids_are_unique_and_every_mention_has_one_actor() -> None:
    """No two actors share an id, and no place in a text belongs to two."""
    actors = actors_of("Jan Novak met Kim Min-ji and Kim Sang-woo. Kim left.", "Kim stayed with Novak in Oslo.")
    assert len({actor.id for actor in actors}) == len(actors)
    places = [mention for actor in actors for mention in actor.mentions]
    assert len(set(places)) == len(places)
