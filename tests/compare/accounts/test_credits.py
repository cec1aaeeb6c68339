"""Credits: what a text itself says of where it comes from, and whose publication it is."""

from __future__ import annotations

import pytest

import variorum
from variorum.compare.accounts.credits import UNNAMED, credits_of, origin_of, publisher_of
from variorum.records.families import parse_families

BODY = "A ferry with 140 passengers on board ran aground outside the harbour of Lindvik early on Thursday.\n\nEverybody was brought ashore by noon."


def article(text: str, **facts: str) -> variorum.Article:
    return variorum.Article(text, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        (f"LINDVIK, Norland (Reuters) - {BODY}", ("agency", "Reuters")),
        (f"LINDVIK (AP) — {BODY}", ("agency", "Associated Press")),
        (f"Lindvik, May 2 (AFP) -- {BODY}", ("agency", "Agence France-Presse")),
        (f"{BODY}\n\n(Reporting by Ida Holm and Jo Berg; Editing by Kim Lund)", ("agency", "Reuters")),
        (f"{BODY}\n\nCopyright 2024 The Associated Press. All rights reserved.", ("agency", "Associated Press")),
        (f"{BODY}\n\n© 2024 AFP", ("agency", "Agence France-Presse")),
        (f"{BODY}\n\n— dpa", ("agency", "dpa")),
        (f"By The Associated Press\n\n{BODY}", ("agency", "Associated Press")),
        (f"{BODY}\n\nSource: Reuters", ("agency", "Reuters")),
        (f"{BODY}\n\nREUTERS", ("agency", "Reuters")),
        (f"{BODY} (Reuters)", ("agency", "Reuters")),
        (f"{BODY} (dpa)", ("agency", "dpa")),
        (f"{BODY} -AFP", ("agency", "Agence France-Presse")),
        (f"{BODY} EFE", ("agency", "EFE")),
        (f"{BODY} “We are safe,” the captain said. (PTI)", ("agency", "Press Trust of India")),
        (f"{BODY}\n(With inputs from PTI)", ("agency", "Press Trust of India")),
        (f"{BODY}\nih/kl (AFP, dpa)", ("agency", "Agence France-Presse")),
        (f"Source: Xinhua 2024-05-01 10:11:12\n{BODY}", ("agency", "Xinhua")),
        (f"Xinhua | Updated: 2024-05-01 10:11\n{BODY}", ("agency", "Xinhua")),
        (f"{BODY}\n\nWith inputs from agencies", ("agency", UNNAMED)),
        (f"By Agencies\n{BODY}", ("agency", UNNAMED)),
        (f"{BODY}\n\nThis article was originally published in The Lindvik Post.", ("origin", "Lindvik Post")),
        (f"{BODY}\n\nThis story first appeared on Coast Online and is used with permission.", ("origin", "Coast Online")),
        (f"{BODY}\n\nReprinted with permission from the Stenness Gazette.", ("origin", "Stenness Gazette")),
        (f"{BODY}\n\nRead the original article on The Northern Review.", ("origin", "Northern Review")),
        (f"{BODY}\n\nCopyright 2024 Harbour Media Group. All rights reserved.", ("owner", "Harbour Media Group")),
    ],
)
def test_a_text_credits(text: str, credit: tuple[str, str]) -> None:
    """The credit is named, and its words are cut from the text."""
    found = credits_of(article(text))
    assert [(one.kind, one.name) for one in found] == [credit]
    assert all(text[one.words.start : one.words.end] == one.words.text for one in found)


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY} The ministry had no comment, Reuters reported.",
        f"{BODY}\n\nThe ferry on the rock. (AP Photo/Nils Holm)",
        f"{BODY} The film was first published on a phone, AFP said.",
        f"The AP class (AP) of the school in Lindvik was on board. {BODY}",
        f"{BODY}\n\nReporting by Ida Holm",
        f"{BODY} The captain joined the AP.",
        f"{BODY}\nThe ferry on the rock ©Nils Holm (AFP)",
        f"{BODY} He called the party (PA).",
        f"{BODY}\nPhoto: AFP",
        f"{BODY}\nThe agency",
        f"{BODY}\npa",
        f"{BODY} (He did not say why.)",
        f"LINDVIK (Norland) - {BODY}",
    ],
)
def test_an_agency_that_is_only_named_is_no_credit(text: str) -> None:
    """It is a source of the report, or of the picture."""
    assert not [one for one in credits_of(article(text)) if one.kind != "owner"]


def test_the_publisher_is_the_agency_before_the_outlet() -> None:
    assert publisher_of(article(f"LINDVIK (Reuters) - {BODY}", outlet="Lindvik Post"), {}) == "Reuters"
    assert publisher_of(article(BODY, outlet="uk.reuters.com"), {}) == "Reuters"
    assert publisher_of(article(BODY, outlet="Lindvik Post"), {}) == "Lindvik Post"
    assert publisher_of(article(BODY), {}) is None


def test_the_publisher_is_the_owner_that_the_text_names() -> None:
    owned = f"{BODY}\n\nThe Lindvik Post is published by Harbour Media Group."
    assert publisher_of(article(owned, outlet="The Lindvik Post"), {}) == "Harbour Media Group"


def test_a_family_that_the_user_knows_outweighs_the_owner() -> None:
    families = parse_families('[outlets]\n"Lindvik Post" = "Coast Trust"\n"coast.example" = "Coast Trust"\n"Reuters" = "Big Wire"')
    assert publisher_of(article(BODY, outlet="The Lindvik Post"), families) == "Coast Trust"
    assert publisher_of(article(BODY, outlet="www.coast.example"), families) == "Coast Trust"
    assert publisher_of(article(f"LINDVIK (Reuters) - {BODY}", outlet="Stenness Gazette"), families) == "Big Wire"


def test_the_credited_outlet_is_the_origin() -> None:
    copy = article(f"{BODY}\n\nThis article was originally published in The Lindvik Post.", outlet="Stenness Gazette", published="2024-05-01")
    origin = article(BODY, outlet="Lindvik Post", published="2024-05-02")
    found = origin_of(copy, origin)
    assert found is not None
    assert found.article == origin.id
    assert "Stenness Gazette credits Lindvik Post" in found.reason


def test_times_of_two_kinds_are_not_compared() -> None:
    """A time with an offset and one without cannot be set in order within a day."""
    a, b = article(BODY, id="a", published="2024-05-02T10:00:00+02:00"), article(BODY, id="b", published="2024-05-02T09:30:00")
    assert origin_of(a, b) is None


@pytest.mark.parametrize(
    "text", ["(" * 9_000 + "a", "Copyright 2018 " * 3_000, "originally published in " * 3_000, "Reporting by " * 5_000, "Aa " * 9_000]
)
def test_any_string_is_searched_for_credits(text: str) -> None:
    assert isinstance(credits_of(article(text, outlet="(A" * 50)), tuple)
