"""Citations: figures that an article has from another account of the story, and the many ways of naming an outlet that cite nothing."""

from __future__ import annotations

import pytest

import variorum
from variorum.build import extract
from variorum.compare.accounts.account_groups import find_accounts
from variorum.compare.accounts.cited_accounts import cited_sources
from variorum.config import DEFAULT

LEDGER = "A warehouse burned down in Stenness on Monday. At least 40 houses were damaged, firefighters said."
WIRE = "STENNESS (Reuters) - The harbour of Stenness lost 12 cranes in a fire on Monday, the port authority said."
HERALD = "Officials count 300 workers at the depot. The fire began at noon and nobody could reach it by road."
TIMES = "Schools stay closed in the valley. Some 90 children are at home and the mayor expects a long week."
OTHERS = {"The Oldport Ledger": LEDGER, "reuters.com": WIRE, "coastherald.example": HERALD, "The Norland Times": TIMES}


def cited(text: str, outlet: str = "Lindvik Post", others: dict[str, str] = OTHERS) -> dict[str, str]:
    """The number of each figure of `text` that is another account's, with that account's outlet."""
    articles = [variorum.Article(words, id=name, outlet=name, published="2024-05-01") for name, words in others.items()]
    readings = [extract(one) for one in (*articles, variorum.Article(text, id="citing", outlet=outlet, published="2024-05-02"))]
    accounts = find_accounts(readings, DEFAULT)
    outlet_of = {account.id: account.articles[0].article for account in accounts}
    found = cited_sources(readings, accounts)
    numbers = {figure.id: text[figure.number.start : figure.number.end] for figure in readings[-1].figures}
    return {numbers[name]: outlet_of[account] for name, account in found.items() if name in numbers}


@pytest.mark.parametrize(
    "text",
    [
        "At least 40 houses were damaged, the Ledger reported.",
        "The Ledger reported on Friday that 40 houses were damaged.",
        "The Oldport Ledger first reported that 40 houses were damaged.",
        "According to the Ledger, 40 houses were damaged.",
        "As reported by the Oldport Ledger, 40 houses were damaged.",
        "According to the Ledger, the mayor said 40 houses were damaged.",
        "Police expected 40 demonstrators, according to the Ledger.",
        "The mayor told the Ledger that 40 houses were damaged.",
        "“We lost 40 houses,” the mayor told the Ledger.",
        "In an interview with the Ledger, the mayor put the loss at 40 houses.",
        "The Ledger said, citing the ministry, that 40 houses were damaged.",
        "The agency said 40 houses were damaged, citing the Oldport Ledger.",
        "A Ledger tally puts the number of houses at 40.",
        "The Ledger's count stands at 40 houses.",
        "Papers obtained by the Ledger through a request show that 40 houses were sold.",
        "At least 40 houses were damaged, reported the Ledger.",
        "The Ledger newspaper reported 40 damaged houses.",
    ],
)
def test_a_figure_from_another_account_is_its_figure(text: str) -> None:
    assert cited(text) == {"40": "The Oldport Ledger"}


def test_an_agency_and_the_name_in_a_host_are_known() -> None:
    assert cited("The fire destroyed 12 cranes, Reuters reported.") == {"12": "reuters.com"}
    assert cited("On Friday Reuters said 12 cranes were lost.") == {"12": "reuters.com"}
    assert cited("Some 300 workers were at the depot, the Coast Herald wrote.") == {"300": "coastherald.example"}


def test_a_quotation_that_goes_on_is_the_same_interview() -> None:
    told = "“We lost 40 houses,” mayor Ida Holm told the Oldport Ledger. “We have 7 left.”"
    assert cited(told) == {"40": "The Oldport Ledger", "7": "The Oldport Ledger"}


@pytest.mark.parametrize(
    "text",
    [
        "Police said 60 people were hurt, while the Ledger reported 40 damaged houses.",
        "The mayor told the Ledger that 40 houses were damaged, but the ministry said 60 were.",
        "The Ledger reported 40 damaged houses and the ministry said 60 people were hurt.",
        "The ministry said 60 people were hurt and, according to the Ledger, 40 houses were damaged.",
        "The mayor said 60 people were hurt. The Ledger reported 40 damaged houses.",
    ],
)
def test_what_others_say_beside_it_stays_the_articles_own(text: str) -> None:
    assert cited(text) == {"40": "The Oldport Ledger"}


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Ledger reported 40 damaged houses.",
        "Mayor Ruth Ledger said 40 houses were damaged.",
        "According to the Times of the meeting, 40 people came.",
        "The mayor criticised the Ledger for its figure of 40 houses.",
        "The Ledger said it would cut 40 jobs.",
        "The Ledger reported a loss of 40 million dollars.",
        "The mayor told the Ledger to remove 40 photographs.",
        "The Ledger building burned for 40 minutes.",
        "A reader of the Oldport Ledger counted 40 houses.",
        "The editor of the Ledger said 40 people worked there.",
        "A driver told Reuters affiliate Coast TV that 12 cranes were lost.",
        "Ledger Holdings said 40 people were hurt.",
        "The Ledger, founded in 1901, has 40 reporters.",
        "The Gazette reported 40 damaged houses.",
        "The ledger reported 40 entries.",
        "At least 40 houses were damaged, the ministry said.",
        "Police sued the Ledger over 40 articles.",
    ],
)
def test_an_outlet_that_is_only_named_is_not_cited(text: str) -> None:
    assert cited(text) == {}


def test_nobody_cites_himself() -> None:
    assert cited("At least 41 houses were damaged, the Ledger reported.", outlet="Oldport Ledger") == {}
    assert cited("LINDVIK (Reuters) - A fire broke out. A captain told Reuters that 12 boats sank.") == {}


def test_a_short_name_that_fits_two_outlets_is_nobodys() -> None:
    assert cited("According to the Ledger, 40 houses were damaged.", others=OTHERS | {"The Northern Ledger": "Roads were icy."}) == {}
