"""Spun texts: a synonym machine's work is found beside its original, and by itself where its phrases give it away; reporters are left alone."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

import variorum
from tests.compare.accounts.spun.spinner import Event, events, spin
from variorum.compare.accounts.account_groups import find_accounts
from variorum.compare.accounts.relations import relation
from variorum.compare.accounts.reworded.rewording import original_among, rewording
from variorum.compare.accounts.reworded.spun_signs import Sign, StoryNames, signs, signs_of_rewording, weight
from variorum.config import DEFAULT
from variorum.records.article import Article, Boilerplate
from variorum.records.dossier import AccountMember
from variorum.records.marks import Reading
from variorum.text.thesaurus import base_form, thesaurus

STREAM = Path(__file__).parents[4] / "shared" / "bench" / "stream" / "events.jsonl"
COVERAGE = DEFAULT.reworded_coverage

SPUN = (
    "The White Home said on Monday that the primary girl would fulfill the overseas minister of Norland for the primary time. Officers of the "
    "Division of Justice denied that martial regulation was deliberate. A commerce deal price 126 trillion received is to be signed on the top "
    "of the month.\n\n“The curiosity charge won't change,” Lund mentioned. The gross home product (GDP) grew by two %, the Worldwide Financial "
    "Fund stated, and the inventory market rose. “We help human rights and regulation enforcement,” Berg instructed Northern Every day."
)

HONEST = (
    "The White House said on Monday that the first lady would meet the foreign minister of Norland for the first time. Officials of the "
    "Department of Justice denied that martial law was planned. A trade deal worth 126 trillion won is to be signed at the end of the month.\n\n"
    "“The interest rate will not change,” Lund said. The gross domestic product (GDP) grew by two percent, the International Monetary Fund "
    "said, and the stock market rose. “We support human rights and law enforcement,” Berg told Northern Daily."
)


def article(text: str, name: str = "a", day: str | None = None) -> Article:
    return Article(text, id=name, published=day)


def found(text: str) -> list[Sign]:
    return signs(article(text))


def exchanged(text: str) -> list[tuple[str, str]]:
    """What stands in the text, and what usage has there."""
    return [(text[sign.start : sign.end], sign.expected) for sign in found(text)]


def members(*articles: Article) -> dict[str, AccountMember]:
    accounts = find_accounts([Reading(each) for each in articles], DEFAULT)
    return {member.article: member for account in accounts for member in account.articles}


# With the original among the articles


def test_a_reworded_sentence_is_aligned_with_its_original_and_the_words_exchanged_are_listed() -> None:
    event = events()[0]
    copy, origin = article(spin(event.report, 0.5, 1), "copy"), article(event.report, "origin")
    told = relation(copy, origin)
    assert told.kind == "spun"
    assert len(told.changes) >= 15
    assert all(change.now in copy.text and change.was in origin.text for change in told.changes)
    assert all(copy.text[change.start : change.end] == change.now for change in told.changes)


@pytest.mark.parametrize(("share", "floor"), [(0.3, 0.95), (0.5, 0.95), (0.8, 0.85)])
def test_a_text_put_through_the_spinner_is_found_in_its_story(share: float, floor: float) -> None:
    """F1 over 22 stories of a report, its reworded copy and another reporter's text: the copy is spun of the report, the others are not spun."""
    right = wrong = 0
    for number, event in enumerate(events()):
        told = members(*_story(event, share, number))
        right += (told["spun"].relation, told["spun"].of) == ("spun", "report")
        wrong += sum(told[name].relation == "spun" for name in ("report", "other"))
    missed = len(events()) - right
    assert 2 * right / (2 * right + wrong + missed) >= floor


def _story(event: Event, share: float, seed: int) -> tuple[Article, ...]:
    copy = article(spin(event.report, share, seed), "spun", "2025-03-02")
    return article(event.report, "report", "2025-03-01"), article(event.other, "other", "2025-03-01"), copy


def test_two_reporters_of_one_event_reword_nothing() -> None:
    assert not [event for event in events() if rewording(article(event.report), article(event.other, "b"), COVERAGE)]


def test_an_edited_copy_is_no_reworded_one() -> None:
    """An editor who changes a word here and there also cuts and adds: most of a synonym machine's edits are exchanges."""
    report = events()[0].report
    edited = report.replace("on Thursday, the largest increase in eleven years,", "on Thursday").replace("a news conference", "reporters")
    edited = edited.replace("Economists at Nordhaven University said the move would slow economic growth to 0.9 percent this year.", "")
    edited = edited.replace("on Saturday", "for the weekend, when many shops will stay closed")
    assert relation(article(report), article(edited, "b")).kind == "rewrite"


def test_british_spelling_is_no_rewording() -> None:
    report = events()[3].report
    british = report.replace("meters", "metres").replace("organizations", "organisations").replace("center", "centre")
    assert rewording(article(report), article(british, "b"), COVERAGE) is None


def test_without_dates_the_text_with_its_phrases_whole_is_the_original() -> None:
    told = [original_among([article(event.report, "report"), article(spin(event.report, 0.5, n), "spun")]) for n, event in enumerate(events())]
    names = [one.id for one in told if one is not None]
    assert names.count("report") >= 0.9 * len(names)
    assert len(names) >= 0.75 * len(told)


def test_two_rewordings_of_a_report_join_it() -> None:
    """Dates do not tell which came first; the phrases do."""
    report = events()[4].report
    copies = [article(spin(report, share, 9), f"copy {share}") for share in (0.5, 0.8)]
    told = members(article(report, "report"), *copies)
    assert [(told[copy.id].relation, told[copy.id].of) for copy in copies] == [("spun", "report")] * 2


def test_the_earlier_text_is_the_original_whatever_the_order() -> None:
    for order in itertools.permutations(_story(events()[1], 0.5, 3)):
        told = members(*order)
        assert told["spun"].of == "report"
        assert told["report"].relation == told["other"].relation == "original"


# Without the original


def test_a_text_full_of_broken_phrases_shows_signs_of_rewording() -> None:
    told = signs_of_rewording(article(SPUN))
    assert told is not None
    (evidence,), changes = told
    assert "signs of machine rewording" in evidence
    assert "“White Home” for “White House”" in evidence
    assert len(changes) >= 10
    assert all(SPUN[change.start : change.end] == change.now for change in changes)


def test_the_text_it_was_made_of_shows_none() -> None:
    assert found(HONEST) == []


def test_a_spun_text_alone_is_one_voice_that_says_so() -> None:
    dossier = variorum.build([article(SPUN, "spun"), article(events()[1].report, "other")])
    (account,) = [account for account in dossier.accounts if account.articles[0].article == "spun"]
    assert (account.articles[0].relation, account.articles[0].of, account.independent) == ("spun", None, True)
    assert "signs of machine rewording" in account.reason
    assert ("martial regulation", "martial law") in [(change.now, change.was) for change in account.articles[0].changes]


def test_copies_of_a_spun_text_are_copies_of_a_spun_text() -> None:
    told = members(article(SPUN, "first", "2025-03-01"), article(SPUN + " It rained.", "second", "2025-03-02"))
    assert (told["first"].relation, told["first"].of) == ("spun", None)
    assert told["second"].of == "first"


def test_a_text_full_of_broken_phrases_is_no_original_though_its_date_is_earlier() -> None:
    told = members(article(SPUN, "spun", "2025-03-01"), article(HONEST, "report", "2025-03-02"))
    assert (told["spun"].relation, told["spun"].of, told["report"].relation) == ("spun", "report", "original")


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        ("He spoke of martial regulation in the north.", "martial regulation", "martial law"),
        ("They met at the White Home on Monday.", "White Home", "White House"),
        ("The commerce deal was signed.", "commerce deal", "trade deal"),
        ("It will invest 126 trillion received ($91bn) there.", "126 trillion received", "126 trillion won"),
        ("She works at the Heart for Strategic and Worldwide Research.", None, "Center for Strategic and International Studies"),
        ("The Worldwide Financial Fund gave a loan.", "Worldwide Financial Fund", "International Monetary Fund"),
        ("The gross home product (GDP) fell.", "home", "domestic"),
        ("Investors fear a higher curiosity rate.", "curiosity rate", "interest rate"),
        ("“We will win,” Lund mentioned.", "mentioned", "said"),
        ("“We will win,” Maria Lund instructed Reuters.", "instructed", "told"),
        ("Officials stated {that a} plan exists.", "{that a}", "that a"),
        ("He saw it for the primary time.", "for the primary time", "for the first time"),
    ],
)
def test_broken_phrases(text: str, now: str | None, expected: str) -> None:
    listed = exchanged(text)
    assert expected.replace("Center", "Centre") in [was.replace("Center", "Centre") for _, was in listed]
    assert now is None or now in [words for words, _ in listed]


@pytest.mark.parametrize(
    "text",
    [
        "The white home on the hill was sold.",  # no name
        "He has a house in the white city.",
        "Of the 4.8 million received that year, a third was spent.",
        "The company received 3 million dollars.",
        "The National Union of Teachers (NUT) met.",
        "The World Anti-Doping Agency (WADA) met the Federation of National Archers (FNA).",
        "The trade pact, the peace accord and the defence force were discussed.",
        "“A win,” he said, and mentioned his mother.",
        "In line with the plan, the group met in the heart of the city.",
        "A police officer and a prison guard were hurt in the car crash.",
    ],
)
def test_usual_phrases_are_no_signs(text: str) -> None:
    assert weight(found(text)) == 0


def test_a_name_that_another_account_writes_otherwise_is_a_sign() -> None:
    """The spinner took a surname for a word."""
    other = article("Ruth Town of the institute spoke first. Later Ruth Town left.", "b")
    text = "The talks failed, Ruth City of the institute told the press."
    names = StoryNames([other, article(text)])
    assert [(sign.now, sign.was) for sign in signs(article(text), names)] == [("City", "Town")]
    assert signs(article(text)) == []


def test_clutter_gives_no_sign() -> None:
    text = "Read more: commerce deal and martial regulation\n\nThe mayor spoke."
    cluttered = Article(text, id="a", boilerplate=(Boilerplate(0, text.index("\n"), "related"),))
    assert signs(cluttered) == []
    assert len(found(text)) == 2


def test_one_exchange_counts_twice_at_most() -> None:
    """A writer may have a habit: “commerce” for “trade” all over a text is one sign, not ten."""
    text = "The commerce deal, the commerce war, the commerce deficit and the commerce surplus were discussed, and the commerce union met."
    assert len(found(text)) == 5
    assert weight(found(text)) == 2


def test_invented_reports_show_no_signs() -> None:
    texts = [text for event in events() for text in (event.report, event.other)]
    assert [text for text in texts if signs_of_rewording(article(text))] == []


@pytest.mark.skipif(not STREAM.exists(), reason="needs the articles in ../shared")
def test_no_false_alarm_on_three_hundred_honest_articles() -> None:
    lines = [json.loads(line) for line in STREAM.read_text("utf-8").splitlines()][:300]
    assert [line["id"] for line in lines if signs_of_rewording(article(line["text"], line["id"]))] == []


ENDLESS = " ".join(f"word{number % 97} the council" for number in range(10_000))  # one sentence
HOSTILE = ("5", ENDLESS, "“" * 20_000 + "a", "a " * 20_000, "White " * 5_000, "(GDP) " * 5_000, "{a} " * 5_000, "go to " * 10_000, "\0 x", "🙂 x")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_read(text: str) -> None:
    signs(article(text))
    rewording(article(text), article(text + " b", "b"), COVERAGE)


# The thesaurus


@pytest.mark.parametrize(
    ("word", "base"),
    [("studies", "study"), ("said", "say"), ("women", "woman"), ("planned", "plan"), ("news", "news"), ("biggest", "big"), ("xyzzy", "xyzzy")],
)
def test_base_forms(word: str, base: str) -> None:
    assert base_form(word) == base


def test_synonyms_of_the_dictionary_and_of_the_machines() -> None:
    assert thesaurus().synonyms("attorney", "lawyer")
    assert thesaurus().akin("win", "gain")
    assert thesaurus().exchanges(("house",), ("home",))
    assert not thesaurus().akin("house", "bank")
