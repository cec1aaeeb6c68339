"""What people decide about names holds: the same are joined, the different are parted, and what is undone was never done."""

from __future__ import annotations

import itertools
import random

import pytest

import variorum
from tests.compare.actors.test_actors import reading_of
from variorum.compare.actors.actor_groups import find_actors
from variorum.compare.actors.judged_names import Rulings
from variorum.config import DEFAULT
from variorum.records.aliases import Alias, parse_aliases
from variorum.records.dossier import Actor
from variorum.records.judgement import Judgement, parse_judgements, undoing_line

STORY = (
    "President Han Dong-wook met Lloyd T. Harper in Oslo. Han smiled. Harper, who runs Northwind Energy Inc., did not. President Han left.",
    "Han Dong Wook met Kim Min-ji and Kim Sang-woo. Kim left. Shares of Northwind Energy fell. Northwind said nothing. Lloyd Harper was ill.",
    "Dong-wook Han signed the U.S. treaty. The United States was glad. The Harbour Commission (THC) met. THC met again. Mayor Kim slept.",
)


def actors_of(*judgements: Judgement, aliases: tuple[Alias, ...] = (), story: tuple[str, ...] = STORY) -> tuple[Actor, ...]:
    readings = [reading_of(text, f"n{number}") for number, text in enumerate(story)]
    return find_actors(readings, DEFAULT, Rulings(aliases, judgements))[0]


def holders(actors: tuple[Actor, ...], name: str) -> list[Actor]:
    return [actor for actor in actors if name in actor.variants]


def all_names(actors: tuple[Actor, ...]) -> list[str]:
    return sorted({form for actor in actors for form in actor.variants})


def test_a_decision_that_two_names_are_different_always_parts_them() -> None:
    """Whatever made two forms one actor (spelling, title, acronym, short form), no actor has both once they are told apart."""
    for actor in actors_of():
        for one, two in itertools.combinations(actor.variants, 2):
            found = actors_of(Judgement("different", (one, two)))
            assert not any({one, two} <= set(other.variants) for other in found), (one, two)
            assert holders(found, one) or holders(found, two), (one, two)


def test_a_decision_that_two_names_are_the_same_always_joins_them() -> None:
    """Any two names, namesakes and things of different kinds too, are one actor once somebody says so."""
    pairs = list(itertools.combinations(all_names(actors_of()), 2))
    for one, two in random.Random(7).sample(pairs, 60):
        found = actors_of(Judgement("same", (one, two)))
        assert any({one, two} <= set(actor.variants) for actor in found), (one, two)


def test_what_is_undone_leaves_no_trace() -> None:
    """The dossier after a judgement and its undoing is the dossier without either, byte for byte."""
    articles = [variorum.Article(text) for text in STORY]
    before = variorum.build(articles).to_json()
    made = Judgement("same", ("Kim Min-ji", "Lloyd Harper"), "Ana")
    assert variorum.build(articles, judgements=parse_judgements(made.line())).to_json() != before
    assert variorum.build(articles, judgements=parse_judgements(made.line() + undoing_line(made.id))).to_json() == before


def test_the_order_of_articles_changes_nothing_about_a_decision() -> None:
    made = (Judgement("different", ("Han", "Han Dong-wook")), Judgement("same", ("Mayor Kim", "Kim Min-ji")))
    texts = [variorum.Article(text, id=f"n{number}") for number, text in enumerate(STORY)]
    assert variorum.build(texts, judgements=made).to_json() == variorum.build(texts[::-1], judgements=made).to_json()


def test_a_name_with_its_title_can_be_given_to_one_of_two_namesakes() -> None:
    """ "Mayor Kim" is one of two Kims; only a person can tell which, and the other "Kim" stays in doubt."""
    found = actors_of(Judgement("same", ("Mayor Kim", "Kim Min-ji"), "Ana"))
    (actor,) = holders(found, "Mayor Kim")
    assert "Kim Min-ji" in actor.variants
    assert "Kim Sang-woo" not in actor.variants
    assert "Ana judged “Mayor Kim” and “Kim Min-ji” to be same." in actor.reasons


def test_the_later_of_two_contradicting_decisions_counts() -> None:
    """What was decided first is left out, and the dossier says so."""
    same, different = Judgement("same", ("Harper", "Han"), "Ana"), Judgement("different", ("Harper", "Han"), "Ben")
    rulings = Rulings((), (same, different))
    assert rulings.notes == ["Ana judged “Harper” and “Han” to be same was left out, for later decisions contradict it."]
    assert not any({"Harper", "Han"} <= set(actor.variants) for actor in actors_of(same, different))
    assert any({"Harper", "Han"} <= set(actor.variants) for actor in actors_of(different, same))


def test_decisions_hold_through_a_chain() -> None:
    """If Harper is Northwind and Northwind is Han, Harper is Han."""
    found = actors_of(Judgement("same", ("Lloyd Harper", "Northwind Energy")), Judgement("same", ("Northwind Energy", "Han Dong-wook")))
    assert len({actor.id for name in ("Lloyd Harper", "Northwind Energy", "Han Dong-wook") for actor in holders(found, name)}) == 1


def test_a_name_that_was_judged_wrong_is_no_actor() -> None:
    assert holders(actors_of(), "Oslo")
    assert not holders(actors_of(Judgement("wrong", ("Oslo",))), "Oslo")


def test_the_alias_file_names_and_joins() -> None:
    """The name and kind of the file are shown, and all its names are one actor; a judgement outweighs it."""
    aliases = parse_aliases('[[actor]]\nname = "Energy of the North"\nkind = "group"\naliases = ["Northwind Energy", "THC"]')
    (actor,) = holders(actors_of(aliases=aliases), "THC")
    assert (actor.name, actor.kind) == ("Energy of the North", "group")
    assert {"Northwind Energy", "Northwind", "THC"} <= set(actor.variants)
    assert actor.reasons == (
        "The alias file gives “Northwind Energy” as a name of “Energy of the North”.",
        "The alias file gives “THC” as a name of “Energy of the North”.",
    )
    parted = actors_of(Judgement("different", ("THC", "Northwind Energy")), aliases=aliases)
    assert not any({"THC", "Northwind Energy"} <= set(actor.variants) for actor in parted)


@pytest.mark.parametrize(
    ("what", "told"), [("note", "“Oslo” was noted by Ana: ask again."), ("wrong", "“Oslo” was judged to be wrong by Ana: ask again.")]
)
def test_a_remark_stands_in_the_notes(what: str, told: str) -> None:
    assert Rulings((), (Judgement(what, ("Oslo",), "Ana", None, "ask again"),)).notes == [told]
