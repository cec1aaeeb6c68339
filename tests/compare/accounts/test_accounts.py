"""Accounts: copies, shortened and edited copies join their origin; independent reports stay apart; a copy adds no voice."""

from __future__ import annotations

import itertools

import pytest

import variorum
from variorum.records.dossier import AccountMember, Dossier

WIRE = "\n\n".join(
    [
        (
            "The old dam above Oldport broke early on Monday and sent a wall of water through the harbour, killing at least "
            "30 people and leaving 4,500 homes without power, officials said."
        ),
        (
            "Rescue workers in small boats searched the flooded streets near the market for survivors through the night. "
            "The mayor, Maria Lund, said the city would need $60 million to rebuild the quay and the two bridges that were "
            "swept away."
        ),
        ('"We heard a roar and then the water was in the kitchen," said Nils Berg, 52, a fisherman who climbed to his roof with his three children.'),
        (
            "Engineers had warned the ministry in the spring that the dam, built in 1954, was cracked along 40 metres of "
            "its wall. The ministry said it had planned repairs for next year."
        ),
        "The army has sent 200 soldiers and four helicopters. Schools in the valley stay shut until Thursday.",
    ]
)

OTHER = "\n\n".join(
    [
        (
            "Oldport counted its dead on Tuesday after the flood. The fire chief gave the number of victims as 34, most of "
            "them from the houses by the harbour wall, and said that the search was not over."
        ),
        (
            "Power was back in half of the town by the afternoon. The quay has gone, and so have both bridges; nobody here "
            "believes the repairs will be done for what the mayor has asked."
        ),
        ("Last winter the ministry put off work on the dam, whose wall was known to be damaged, a report seen by this newspaper shows."),
    ]
)

EDITED = (
    WIRE.replace("early on Monday", "on Monday morning")
    .replace("Rescue workers in small boats", "Rescuers in boats")
    .replace("The army has sent 200 soldiers and four helicopters. ", "")
    .replace(" a fisherman who climbed to his roof with his three children", " who climbed to his roof")
    .replace("Engineers had warned the ministry in the spring", "Engineers warned the government in April")
)


def story(*texts: str, days: tuple[str, ...] | None = None) -> Dossier:
    """The dossier of texts of different outlets, of one day or of the days given."""
    articles = [
        variorum.Article(text, id=f"{number}", outlet=f"Outlet {number}", published=days[number - 1] if days else "2025-08-20")
        for number, text in enumerate(texts, 1)
    ]
    return variorum.build(articles)


def members(dossier: Dossier) -> dict[str, AccountMember]:
    return {member.article: member for account in dossier.accounts for member in account.articles}


def test_two_reports_of_their_own_are_two_accounts() -> None:
    """They share the event and the facts, not the sentences."""
    dossier = story(WIRE, OTHER)
    assert [[member.relation for member in account.articles] for account in dossier.accounts] == [["original"], ["original"]]
    assert all(account.independent for account in dossier.accounts)


def test_the_same_text_from_two_outlets_is_one_account_of_two_articles() -> None:
    """Both articles are listed, and the later is the copy."""
    dossier = story(WIRE, WIRE, days=("2025-08-20", "2025-08-21"))
    (account,) = dossier.accounts
    assert [(member.article, member.relation, member.of) for member in account.articles] == [("1", "original", None), ("2", "copy", "1")]
    assert account.articles[1].evidence == ("word for word the same text",)
    assert account.articles[1].changes == ()
    assert len(dossier.articles) == 2


def test_typography_makes_no_other_text() -> None:
    """A copy with curly quotes, other spaces and capitals is word for word the same."""
    curly = WIRE.replace('"We', "“We").replace('kitchen,"', "kitchen,”").replace("\n\n", "\n \n").replace("The old dam", "THE OLD DAM")
    assert members(story(WIRE, curly, days=("2025-08-20", "2025-08-21")))["2"].evidence == ("word for word the same text",)


def test_a_copy_with_a_number_changed_shows_the_change() -> None:
    """The changed words are listed with what stood there before, and cut from the texts themselves."""
    changed = WIRE.replace("at least 30 people", "at least 36 people")
    member = members(story(WIRE, changed, days=("2025-08-20", "2025-08-21")))["2"]
    assert (member.relation, member.of) == ("copy", "1")
    assert [(change.was, change.now) for change in member.changes] == [("30", "36")]
    assert [changed[change.start : change.end] for change in member.changes] == ["36"]


def test_a_text_cut_short_is_truncated() -> None:
    short = "\n\n".join(WIRE.split("\n\n")[:2])
    member = members(story(WIRE, short, days=("2025-08-20", "2025-08-21")))["2"]
    assert (member.relation, member.of) == ("truncated", "1")


def test_an_edited_text_is_a_rewrite() -> None:
    """Sentences kept, others dropped, words put in another way: one voice still."""
    member = members(story(WIRE, EDITED, days=("2025-08-20", "2025-08-21")))["2"]
    assert (member.relation, member.of) == ("rewrite", "1")
    assert member.changes
    assert all(change.now in EDITED and change.was in WIRE for change in member.changes)


def test_shared_quotations_make_no_copy() -> None:
    """Two reporters heard one speech: they are two voices."""
    speech = '"We heard a roar and then the water was in the kitchen," said Nils Berg.'
    third = f"The flood left Oldport in the dark.\n\n{speech}\n\nThe search for the missing goes on at the river mouth, the navy said."
    dossier = story(f"{OTHER}\n\n{speech}", third)
    assert len(dossier.accounts) == 2


def test_three_copies_are_one_voice_of_one_origin() -> None:
    """Every copy names the origin itself, not another copy."""
    dossier = story(WIRE, WIRE, EDITED, OTHER, days=("2025-08-20", "2025-08-21", "2025-08-22", "2025-08-22"))
    found = members(dossier)
    assert len(dossier.accounts) == 2
    assert [found[key].of for key in ("1", "2", "3", "4")] == [None, "1", "1", None]


def test_the_earlier_text_is_the_origin() -> None:
    """Whichever is the longer, the one that was published first is the source."""
    short = "\n\n".join(WIRE.split("\n\n")[:3])
    found = members(story(WIRE, short, days=("2025-08-22", "2025-08-20")))
    assert (found["2"].relation, found["1"].of) == ("original", "2")


def test_a_copy_adds_no_voice_to_a_comparison() -> None:
    """Of three articles, two of which are one text, two accounts are counted."""
    alone = story(WIRE, OTHER)
    copied = story(WIRE, OTHER, WIRE)
    for row in copied.comparisons:
        assert row.accounts == len({member.account for member in row.members}) <= 2
    assert len(copied.accounts) == len(alone.accounts)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_order_of_the_articles_changes_nothing(order: tuple[int, ...]) -> None:
    texts = [WIRE, EDITED, OTHER]
    articles = [variorum.Article(text, id=f"{number}", published=f"2025-08-{20 + number}") for number, text in enumerate(texts)]
    assert variorum.build([articles[at] for at in order]).accounts == variorum.build(articles).accounts


def test_every_article_is_in_exactly_one_account() -> None:
    dossier = story(WIRE, WIRE, EDITED, OTHER, "The choir of Oldport sang in the square.")
    listed = [member.article for account in dossier.accounts for member in account.articles]
    assert sorted(listed) == sorted(article.id for article in dossier.articles)


def test_the_reason_names_the_outlets() -> None:
    """A reader can check the grouping by its words."""
    (account,) = story(WIRE, WIRE, days=("2025-08-20", "2025-08-21")).accounts
    assert "Outlet 1" in account.reason
    assert "Outlet 2" in account.reason


@pytest.mark.parametrize("text", ["One.", "It rained.", "5", "word " * 3, "The mayor, the mayor, the mayor."])
def test_very_short_texts_are_grouped_too(text: str) -> None:
    """A single word is a text: no crash, and twice the same is one account."""
    dossier = story(text, text, OTHER)
    assert len(dossier.accounts) == 2


def test_a_report_that_keeps_a_background_sentence_is_a_voice_of_its_own() -> None:
    """The reason and the evidence tell what it shares."""
    engineers = WIRE.split("\n\n")[3]
    dossier = story(WIRE, f"{OTHER}\n\n{engineers}", days=("2025-08-20", "2025-08-21"))
    assert len(dossier.accounts) == 2
    assert dossier.accounts[1].reason == "A report of its own, though it shares whole sentences with Outlet 1."
    assert "Engineers had warned the ministry" in dossier.accounts[1].articles[0].evidence[0]


def test_shared_quotations_are_told() -> None:
    speech = '"We heard a roar and then the water was in the kitchen," said Nils Berg.'
    third = f"The flood left Oldport in the dark.\n\n{speech}\n\nThe search for the missing goes on at the river mouth, the navy said."
    reasons = [account.reason for account in story(f"{OTHER}\n\n{speech}", third).accounts]
    assert reasons[0] == "A report of its own; with Outlet 2 it shares quotations, but no sentence of its prose."


def test_no_text_joins_through_a_chain() -> None:
    """Half of the second text is the first, half is the third; the first and the third share nothing and are two voices."""
    first, third = WIRE, OTHER
    middle = "\n\n".join([*WIRE.split("\n\n")[1:4], *OTHER.split("\n\n")[:2]])
    accounts = story(first, middle, third).accounts
    assert len(accounts) == 2
    assert not any({"1", "3"} <= {member.article for member in account.articles} for account in accounts)


def test_the_agency_that_is_credited_is_the_origin() -> None:
    """Whatever the stored dates say: its own page is where the text comes from."""
    articles = [
        variorum.Article(f"OLDPORT (Reuters) - {WIRE}", id="1", outlet="Coast Daily", published="2025-08-20"),
        variorum.Article(WIRE, id="2", outlet="reuters.com", published="2025-08-21"),
    ]
    (account,) = variorum.build(articles).accounts
    assert [(member.article, member.of) for member in account.articles] == [("2", None), ("1", "2")]
    assert account.publisher == "Reuters"
    assert "Coast Daily credits Reuters" in account.reason


def test_two_texts_of_one_agency_are_two_accounts_of_one_publisher() -> None:
    """An agency that wrote twice is one source."""
    articles = [
        variorum.Article(f"OLDPORT (AP) - {WIRE}", id="1", outlet="Coast Daily", published="2025-08-20"),
        variorum.Article(f"{OTHER}\n\nCopyright 2025 The Associated Press. All rights reserved.", id="2", outlet="Hill Post", published="2025-08-20"),
    ]
    accounts = variorum.build(articles).accounts
    assert [account.publisher for account in accounts] == ["Associated Press", "Associated Press"]
    assert accounts[0].reason.endswith("Associated Press is the publisher of Hill Post too: they count as one source.")


def test_a_longer_text_of_a_later_day_edits_the_short_one() -> None:
    """What came first is the origin: the later text is no shortened one."""
    short = "\n\n".join(WIRE.split("\n\n")[:3])
    assert members(story(WIRE, short, days=("2025-08-22", "2025-08-20")))["1"].relation == "rewrite"


def test_a_text_put_together_from_several_reports_is_a_digest() -> None:
    """A third of it is from each: it adds no voice."""
    third = [
        "Trains will not run before the weekend, and the road over the pass is closed to lorries until the slope has been made safe.",
        "Ferries to the islands leave from the north quay until pilots have sounded the channel, the port authority announced in the evening.",
        "The bakers of the old town gave bread away for nothing, and pupils carried it to the upper floors of the houses by the river.",
    ]
    gathered = [WIRE.split("\n\n")[3], OTHER.split("\n\n")[1], third[1]]
    dossier = story(WIRE, OTHER, "\n\n".join(third), "\n\n".join(gathered))
    account = next(account for account in dossier.accounts if account.articles[0].article == "4")
    assert not account.independent
    assert account.articles[0].evidence == ("its sentences are those of Outlet 1, Outlet 2 and Outlet 3",)
