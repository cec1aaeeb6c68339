"""The same quotation in several accounts is found once, and a word that differs inside the quotation marks is told."""

from __future__ import annotations

import itertools
import re
import time
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.compare.quotations.quotation_rows import compare_quotations
from variorum.records.article import Article
from variorum.records.dossier import Account, AccountMember, Actor, QuotationGroup
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Reading, Speaker, Statement

ACTORS = (
    Actor("lund", "Pia Lund", "person", ("Pia Lund",), ()),
    Actor("reyl", "Tomas Reyl", "person", ("Tomas Reyl",), ()),
    Actor("pia", "Pia", "person", ("Pia",), ()),
    Actor("merrow", "Merrow Lines", "organisation", ("Merrow Lines",), ()),
    Actor("ostrey", "Port Ostrey", "place", ("Port Ostrey",), (), speaks_for="council"),
    Actor("council", "City council", "organisation", ("City council",), ()),
)
_NAMES = {"Lund": "lund", "Pia": "pia", "Reyl": "reyl", "Merrow Lines": "merrow", "Port Ostrey": "ostrey", "The council": "council"}


def read(key: str, text: str) -> Reading:
    """A reading with one statement for each paragraph: whatever stands in quotation marks, said by the name before `says`."""
    statements = []
    for found in re.finditer(r"[^\n]+", text):
        name = re.search(r"(\w[\w ]*?) says", found.group())
        contents = tuple(
            Excerpt.cut(text, found.start() + part.start(), found.start() + part.end()) for part in re.finditer('[“"][^”"]*[”"]', found.group())
        )
        speaker = None
        if name:
            start = found.start() + name.start(1)
            speaker = Speaker(start, start + len(name.group(1)), name.group(1), None, _NAMES.get(name.group(1)))
        if contents:
            statements.append(Statement(key, contents, speaker, None, "direct"))
    return Reading(Article(text, key), statements=tuple(statements))


def compare(texts: Iterable[str], accounts: tuple[Account, ...] | None = None) -> tuple[QuotationGroup, ...]:
    readings = [read(f"paper-{number}", text) for number, text in enumerate(texts, 1)]
    alone = tuple(Account(f"c{one.article.id}", True, "", (AccountMember(one.article.id, "original"),)) for one in readings)
    groups = compare_quotations(readings, accounts or alone, ACTORS)
    for group in groups:
        for wording in group.wordings:
            text = next(one.article.text for one in readings if one.article.id == wording.article)
            assert all(part.of(text) == part.text for part in wording.contents)
            assert all(text[one.start : one.end] == one.now for one in wording.differences)
    return groups


FERRY = "Lund says “The ferry will leave the harbour tonight with every passenger on board.”"

SAME = {
    "word for word": FERRY,
    "straight marks": FERRY.replace("“", '"').replace("”", '"'),
    "a comma for the full stop": FERRY.replace("board.", "board,"),
    "a small letter at the start": FERRY.replace("The ferry", "the ferry"),
    "American spelling": FERRY.replace("harbour", "harbor"),
    "a dash put in": FERRY.replace(" tonight ", " — tonight — "),
    "words in brackets put in": FERRY.replace("harbour", "[old] harbour"),
    "a pronoun explained in brackets": FERRY.replace("The ferry", "[It]"),
    "no speaker named": FERRY.replace("Lund says ", ""),
    "broken by the cue": "“The ferry,” Lund says, “will leave the harbour tonight with every passenger on board.”",
}


@pytest.mark.parametrize("name", SAME)
def test_house_style_is_no_difference(name: str) -> None:
    (group,) = compare([FERRY, SAME[name]])
    assert (group.verdict, group.accounts, group.actor) == ("same", 2, "lund")
    assert group.reason == "The same words in 2 accounts."


SHORTENED = {
    "the start is left out": "Lund says the ferry “will leave the harbour tonight with every passenger on board.”",
    "the end is left out": "Lund says “The ferry will leave the harbour tonight.”",
    "a cut is shown by dots": "Lund says “The ferry will leave … with every passenger on board.”",
    "a cut is shown in brackets": "Lund says “The ferry will leave [...] with every passenger on board.”",
    "the middle stands outside the marks": "Lund says “The ferry will leave the harbour” tonight “with every passenger on board.”",
}


@pytest.mark.parametrize("name", SHORTENED)
def test_a_cut_is_told_as_shorter_and_not_as_a_change(name: str) -> None:
    (group,) = compare([FERRY, SHORTENED[name]])
    assert group.verdict == "shortened"
    assert [wording.shorter for wording in group.wordings] == [False, True]
    assert group.reason == "What is printed is the same in 2 accounts; paper-2 prints less of it."


ALTERED = {
    "a verb": ("will leave", "may leave", ("will", "may")),
    "a number": ("every passenger", "forty passengers", ("every passenger", "forty passengers")),
    "a negation": ("will leave", "will not leave", ("", "not")),
    "a word left out and no cut shown": ("leave the harbour tonight", "leave the tonight", ("harbour", "")),
    "a time": ("tonight", "tomorrow", ("tonight", "tomorrow")),
}


@pytest.mark.parametrize("name", ALTERED)
def test_a_changed_word_inside_quotation_marks_is_told(name: str) -> None:
    old, new, difference = ALTERED[name]
    (group,) = compare([FERRY, FERRY.replace(old, new), FERRY])
    assert group.verdict == "altered"
    assert [[(one.was, one.now) for one in wording.differences] for wording in group.wordings] == [[], [difference], []]
    assert "paper-2 prints" in group.reason
    assert all(words in group.reason for words in difference if words)


def test_the_wording_that_most_accounts_print_is_what_the_others_are_compared_with() -> None:
    odd = FERRY.replace("will leave", "may leave")
    for order in itertools.permutations([odd, FERRY, FERRY.replace("board.", "board,")]):
        (group,) = compare(order)
        number = order.index(odd) + 1
        assert group.reason == f"paper-{number} prints “may” where most accounts print “will”."
        assert [bool(one.differences) for one in group.wordings] == [text == odd for text in order]


def test_most_is_said_only_of_more_than_half() -> None:
    texts = [FERRY, FERRY, *(FERRY.replace("tonight", day) for day in ("today", "tomorrow", "on Monday"))]
    (group,) = compare(texts)
    assert group.reason == (
        "paper-3 prints “today” where 2 accounts print “tonight”; paper-4 prints “tomorrow” where 2 accounts print “tonight”; "
        "paper-5 prints “on Monday” where 2 accounts print “tonight”."
    )
    (group,) = compare([*texts, *(FERRY.replace("ferry", ship) for ship in ("tug", "barge", "launch", "liner"))])
    assert group.reason.endswith("; 2 more articles differ.")


def test_copies_do_not_make_a_wording_the_most_common() -> None:
    odd = FERRY.replace("will leave", "may leave")
    one = Account("c1", True, "", (AccountMember("paper-1", "original"), AccountMember("paper-2", "copy"), AccountMember("paper-3", "copy")))
    others = tuple(Account(f"c{number}", True, "", (AccountMember(f"paper-{number}", "original"),)) for number in (4, 5))
    (group,) = compare([odd, odd, odd, FERRY, FERRY], (one, *others))
    assert (group.accounts, [bool(wording.differences) for wording in group.wordings]) == (3, [True, True, True, False, False])


def test_what_a_copy_repeats_is_not_listed_but_what_it_changes_is() -> None:
    account = (Account("c1", True, "", (AccountMember("paper-1", "copy"), AccountMember("paper-2", "original"))),)
    assert compare([FERRY, FERRY], account) == ()
    (group,) = compare([FERRY.replace("tonight", "today"), FERRY], account)
    assert [(one.was, one.now) for wording in group.wordings for one in wording.differences] == [("tonight", "today")]


def test_another_speaker_for_the_same_words_is_flagged() -> None:
    (group,) = compare([FERRY, FERRY.replace("Lund", "Reyl")])
    assert (group.verdict, group.reason) == ("speaker differs", "paper-1 gives it to Pia Lund; paper-2 gives it to Tomas Reyl.")


@pytest.mark.parametrize(("one", "other"), [("Lund", "Merrow Lines"), ("Port Ostrey", "The council"), ("Lund", "the director"), ("Lund", "Pia")])
def test_whoever_may_speak_for_the_other_is_no_other_speaker(one: str, other: str) -> None:
    (group,) = compare([FERRY.replace("Lund", one), FERRY.replace("Lund", other)])
    assert group.verdict == "same"


def test_a_sign_for_a_word_is_no_difference() -> None:
    (group,) = compare(
        ["Lund says “Sand & gravel cost 5 per cent more than before.”", "Lund says “Sand and gravel cost five percent more than before.”"]
    )
    assert group.verdict == "same"


DIFFERENT = {
    "other words": "Lund says “Nobody told the crew that the engines had stopped during the night.”",
    "a set phrase": "Lund says “We will leave tonight.”",
    "short words of somebody else": "Reyl says “the ferry”",
    "the same words outside quotation marks": FERRY.replace("“", "").replace("”", ""),
    "words strewn over a long sentence": "Lund says “The council will hear tonight whether a ferry of this size needs more than one "
    "harbour master and then, as ever, it may well leave open how many a passenger would be heard on what the old board had wanted.”",
}


@pytest.mark.parametrize("name", DIFFERENT)
def test_other_quotations_are_kept_apart(name: str) -> None:
    assert compare([FERRY, DIFFERENT[name]]) == ()


def test_two_sentences_that_share_a_turn_of_phrase_are_two() -> None:
    first = "Lund says “I will never forget this day.”"
    assert compare([first, "Lund says “And the crew who came on deck to wave to me is a feeling that I will never forget.”"]) == ()


def test_short_words_are_one_quotation_only_from_the_same_mouth() -> None:
    assert compare(["Lund says “a black day”", "Reyl says “a black day”"]) == ()
    assert len(compare(["Lund says “a black day”", "Lund says it was “a black day”"])) == 1
    assert compare(["Lund says “yes”", "Lund says “yes”"]) == ()


def test_a_quotation_of_several_sentences_is_listed_once() -> None:
    speech = "Lund says “The old ferry is worn out. A new ship has been ordered. Nobody will lose a job over it.”"
    (group,) = compare([speech, speech])
    assert group.wordings[0].contents[0].text == "The old ferry is worn out. A new ship has been ordered. Nobody will lose a job over it."
    (group,) = compare([speech, speech.replace("A new ship has been ordered. ", "")])
    assert (group.verdict, group.wordings[1].shorter) == ("shortened", True)


def test_a_sentence_of_a_longer_quotation_is_found() -> None:
    speech = "Lund says “The old ferry is worn out. A new ship has been ordered from Merrow. Nobody will lose a job over it.”"
    (group,) = compare([speech, "Lund says “A new ship has been bought from Merrow.”"])
    assert [part.text for wording in group.wordings for part in wording.contents] == [
        "A new ship has been ordered from Merrow.", "A new ship has been bought from Merrow.",
    ]  # fmt: skip
    assert group.verdict == "altered"


def test_a_quotation_in_a_quotation_belongs_to_whoever_said_it() -> None:
    text = "Reyl says “She looked at me and told me, ‘The ferry will leave the harbour tonight with every passenger on board.’”"
    outer = read("paper-1", text).statements[0]
    start = text.index("‘")
    she = Speaker(text.index("She"), text.index("She") + 3, "She", None, "lund")
    inner = Statement("paper-1", (Excerpt.cut(text, start, len(text) - 1),), she, None, "direct")
    first = Reading(Article(text, "paper-1"), statements=(outer, inner))
    (group,) = compare_quotations([first, read("paper-2", FERRY)], (), ACTORS)
    assert (group.verdict, group.actor) == ("same", "lund")
    assert group.wordings[0].contents[0].text.startswith("The ferry")


def test_the_order_of_articles_changes_nothing_but_the_order() -> None:
    texts = [FERRY, FERRY.replace("will", "may"), FERRY.replace("tonight", "today"), FERRY.replace("Lund", "Reyl")]
    found = []
    for order in itertools.permutations(range(4)):
        readings = [read(f"paper-{number}", texts[number]) for number in order]
        (group,) = compare_quotations(readings, (), ACTORS)
        found.append({(one.article, one.differences, one.shorter) for one in group.wordings} | {("", group.id, group.verdict)})
    assert all(one == found[0] for one in found)


@given(st.lists(st.text(alphabet="“”\"‘’'ab .[]…\n", max_size=60), min_size=2, max_size=3))
def test_any_marks_are_survived(texts: list[str]) -> None:
    compare([f"Lund says {text}" for text in texts])


def words(number: int) -> str:
    """Six words that no two numbers share."""
    syllables = [f"{'bdfgklmnprstvz'[number // 14**place % 14]}o" for place in range(4)]
    return " ".join("".join(syllables) + end for end in ("ra", "la", "ma", "na", "ta", "ka"))


def seconds(count: int) -> float:
    texts = ["\n".join(f"Lund says “We heard {words(number)} {last} in the harbour.”" for number in range(count)) for last in ("sing", "fall")]
    readings = [read(f"paper-{number}", text) for number, text in enumerate(texts)]
    start = time.process_time()
    groups = compare_quotations(readings, (), ACTORS)
    assert [group.verdict for group in groups] == ["altered"] * count
    return time.process_time() - start


def test_many_quotations_take_time_in_proportion() -> None:
    seconds(100)
    assert seconds(4000) < 8 * seconds(1000) + 1


def test_quotations_that_all_share_their_words_take_no_longer() -> None:
    text = "\n".join(f"Lund says “The ferry leaves the harbour {'very ' * (number % 100)}late tonight, no. {number}.”" for number in range(1000))
    start = time.process_time()
    compare([text, text])
    assert time.process_time() - start < 20
