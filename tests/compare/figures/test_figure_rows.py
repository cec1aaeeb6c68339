"""Comparisons of figures: small stories of two or three articles, the row that a desk editor would make, and its verdict."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pytest

import variorum
from variorum.records.dossier import Comparison, Dossier
from variorum.records.marks import Figure


@dataclass(frozen=True, slots=True)
class Story:
    """Articles, the figures whose row is looked at (by their words, one an article), and the verdicts that are right for it."""

    label: str
    texts: tuple[str, ...]
    figures: tuple[str, ...]
    verdicts: tuple[str, ...]
    days: tuple[str, ...] = ()


AGREE, SCOPE, STATUS, UPDATE, CONFLICT, NO_ROW = ("agree",), ("scope",), ("status",), ("update",), ("conflict",), ("none", "cannot_compare")

STORIES = [
    Story(
        "a bound agrees with a value beyond it",
        (
            "The flood in Oldport killed at least 30 people on Monday, officials said. Rescue workers are searching the harbour.",
            "Officials in Oldport said that 34 people were killed when the flood swept through the harbour.",
        ),
        ("at least 30 people", "34 people"),
        AGREE,
    ),
    Story(
        "a rounded value agrees",
        (
            "The new bridge at Oldport will cost about $4.9 million, the mayor said.",
            "The new bridge in Oldport will cost $5 million, the city council said.",
        ),
        ("about $4.9 million", "$5 million"),
        AGREE,
    ),
    Story(
        "digits and words agree",
        (
            "The kidnappers released 21 girls on Thursday after talks with the government.",
            "After talks with the government the kidnappers released twenty-one girls.",
        ),
        ("21 girls", "twenty-one girls"),
        AGREE,
    ),
    Story(
        "the scale is written in another way",
        (
            "Norland will invest $71.3bn in shipyards, the ministry said.",
            "The ministry of Norland said it would invest $71.3 billion in shipyards.",
        ),
        ("$71.3bn", "$71.3 billion"),
        AGREE,
    ),
    Story(
        "a vague count allows an exact one",
        (
            "The fire destroyed dozens of homes in the old town of Oldport on Sunday, witnesses told the radio.",
            "Fire destroyed 47 homes when it swept through the old town, the fire chief of Oldport said.",
        ),
        ("dozens of homes", "47 homes"),
        AGREE,
    ),
    Story(
        "two death tolls of one day conflict",
        (
            "The flood in Oldport killed 30 people. Rescue workers are searching the harbour.",
            "The flood in Oldport killed 52 people. The harbour was destroyed.",
        ),
        ("30 people", "52 people"),
        CONFLICT,
    ),
    Story(
        "a bound that excludes the value conflicts",
        (
            "The flood in Oldport killed at least 60 people, the mayor said.",
            "The flood in Oldport killed 41 people, the fire chief said.",
        ),
        ("at least 60 people", "41 people"),
        CONFLICT,
    ),
    Story(
        "two amounts for one tunnel conflict",
        (
            "The harbour tunnel cost $6 billion, the builders said.",
            "Auditors found that the harbour tunnel had cost $9 billion.",
        ),
        ("$6 billion", "$9 billion"),
        CONFLICT,
    ),
    Story(
        "spending of two states differs in scope",
        (
            "Defence spending of Norland stands at 3.5 percent of GDP, the ministry said.",
            "Defence spending of Sudland stands at 2.6 percent of GDP, the ministry said.",
        ),
        ("3.5 percent of GDP", "2.6 percent of GDP"),
        ("scope", "none"),
    ),
    Story(
        "a narrower object differs in scope",
        (
            "Norland agreed to buy $100 billion in energy from Sudland, the ministers said.",
            "Norland agreed to buy $100 billion of natural gas from Sudland, the minister told reporters.",
        ),
        ("$100 billion", "$100 billion"),
        SCOPE,
    ),
    Story(
        "one end of a range differs in scope",
        (
            "The harbour strike cost the port $3 million to $5 million, the owners said.",
            "Owners of the port put the cost of the harbour strike at $5 million.",
        ),
        ("$3 million to $5 million", "$5 million"),
        SCOPE,
    ),
    Story(
        "a value inside a range is no conflict",
        (
            "The harbour strike cost the port $3 million to $5 million, the owners said.",
            "A union said that the harbour strike had cost $4 million.",
        ),
        ("$3 million to $5 million", "$4 million"),
        ("agree", "scope"),
    ),
    Story(
        "demanded here and offered there",
        (
            "The union demanded a wage of $25 an hour for the dock workers.",
            "The port authority offered a wage of $25 an hour to the dock workers.",
        ),
        ("$25 an hour", "$25 an hour"),
        STATUS,
    ),
    Story(
        "possible here and demanded there",
        (
            "The president may seek $5 billion from Norland for the upkeep of the bases.",
            "For the upkeep of its bases the president is demanding that Norland pay $5 billion.",
        ),
        ("$5 billion", "$5 billion"),
        STATUS,
    ),
    Story(
        "denied here and stated there",
        (
            "The mayor denied that the new bridge had cost $9 million.",
            "The new bridge cost $9 million, the auditor said.",
        ),
        ("$9 million", "$9 million"),
        ("status", "conflict"),
    ),
    Story(
        "a count that grew with time",
        (
            "Police arrested 14 people at the march in Oldport, a spokesman said.",
            "Police said they had now arrested 23 people after the march that began in Oldport a day earlier.",
        ),
        ("14 people", "23 people"),
        UPDATE,
        ("2025-08-20T09:00", "2025-08-21T20:00"),
    ),
    Story(
        "money of two currencies is never set equal",
        (
            "The shipyard in Oldport will cost $350 million, the minister said.",
            "The shipyard in Oldport will cost €350 million, the minister said.",
        ),
        ("$350 million", "€350 million"),
        NO_ROW,
    ),
    Story(
        "the old value of a change agrees",
        (
            "Norland will raise its defence spending from 2.6 percent of GDP to 3.8 percent, the minister said.",
            "The defence spending of Norland is now 2.6 percent of GDP, a think tank wrote.",
        ),
        ("from 2.6 percent of GDP to 3.8 percent", "2.6 percent of GDP"),
        AGREE,
    ),
    Story(
        "most exports and exports to one country differ in scope",
        (
            "Fish makes up 31 percent of exports from Norland, the central bank said.",
            "Fish makes up 31 percent of Norland's exports to Sundmark, the fishers' union said.",
        ),
        ("31 percent of exports", "31 percent of Norland's exports"),
        ("scope", "agree"),
    ),
    Story(
        "a ship's crew by two counts",
        (
            "The frigate with 180 sailors on board left Oldport on Monday, the navy said.",
            "About 200 sailors are on board the frigate, which left Oldport on Monday, the mayor said.",
        ),
        ("180 sailors", "About 200 sailors"),
        ("agree", "conflict"),
    ),
    Story(
        "a yearly and a monthly sum are never set equal",
        (
            "Sudland pays Norland $40 million a year for the base, the treasury said.",
            "Norland gets $40 million a month for the base from Sudland, a senator said.",
        ),
        ("$40 million a year", "$40 million a month"),
        ("scope", "conflict", "cannot_compare", "none"),
    ),
    Story(
        "shares of two things are never set equal",
        (
            "Norland spends 3 percent of GDP on defence, the ministry said.",
            "Norland spends 3 percent of its budget on defence, a senator said.",
        ),
        ("3 percent of GDP", "3 percent of its budget"),
        ("scope", "cannot_compare", "none"),
    ),
    Story(
        "a rise is no fall",
        (
            "Profit at Halden Steel rose 12 percent in the spring, the firm said.",
            "In the spring profit fell 12 percent at Halden Steel, its bank wrote.",
        ),
        ("12 percent", "12 percent"),
        ("conflict", "none"),
    ),
    Story(
        "points of percentage are no per cent",
        ("The bank raised its rate by 0.5 percentage points.", "The bank's rate now stands at 0.5 percent."),
        ("0.5 percentage points", "0.5 percent"),
        NO_ROW,
    ),
    Story(
        "demanded more, agreed less",
        (
            "The union is demanding a bonus of $900 for each dock worker in Oldport.",
            "Oldport's dock workers will get a bonus of $400, the union and the port agreed.",
        ),
        ("$900", "$400"),
        ("status", "none"),
    ),
    Story(
        "dead and hurt are two quantities",
        (
            "The blast in the market killed 12 people, the mayor said.",
            "In the market blast 30 people were hurt, the hospital said.",
        ),
        ("12 people", "30 people"),
        ("none",),
    ),
    Story(
        "numbers that only look alike",
        ("The dam holds 40 million litres of water.", "The choir of the old town has 40 singers."),
        ("40 million litres", "40 singers"),
        ("none",),
    ),
    Story(
        "the same number of other things",
        ("Four soldiers were hurt in the raid on the border.", "The bakery in the market sells four cakes."),
        ("Four soldiers", "four cakes"),
        ("none",),
    ),
    Story(
        "ages and counts are never compared",
        ("Maria Lund, 34, was elected mayor of Oldport.", "In Oldport 34 mayors met."),
        ("34", "34 mayors"),
        ("none",),
    ),
    Story(
        "a length in miles agrees with one in kilometres",
        (
            "The wreck lies 14 km off the coast of Oldport, the coast guard said.",
            "The coast guard said that the wreck lies 9 miles off the coast near Oldport.",
        ),
        ("14 km", "9 miles"),
        AGREE,
    ),
    Story(
        "a length in miles conflicts with another in kilometres",
        (
            "The ship canal at Oldport is 14 km long, the coast guard said.",
            "The coast guard said that the ship canal at Oldport is 30 miles long.",
        ),
        ("14 km", "30 miles"),
        CONFLICT,
    ),
    Story(
        "distances off a coast and near a town need not be one",
        (
            "The wreck lies 14 km off the coast of Oldport, the coast guard said.",
            "The coast guard said that the wreck lies 30 miles off the coast near Oldport.",
        ),
        ("14 km", "30 miles"),
        ("none", "cannot_compare", "conflict"),
    ),
    Story(
        "a temperature in both scales agrees",
        (
            "Temperatures in Oldport reached 40 degrees Celsius on Monday.",
            "Temperatures reached 104 degrees Fahrenheit in Oldport on Monday.",
        ),
        ("40 degrees Celsius", "104 degrees Fahrenheit"),
        AGREE,
    ),
    Story(
        "weeks and days agree",
        ("The strike at the Oldport docks lasted two weeks.", "The strike at the docks in Oldport lasted 14 days."),
        ("two weeks", "14 days"),
        AGREE,
    ),
    Story(
        "lives claimed are people killed",
        (
            "The flood in Oldport killed 30 people. Rescue workers are searching the harbour.",
            "The flood in Oldport has claimed 30 lives, the mayor said.",
        ),
        ("30 people", "30 lives"),
        AGREE,
    ),
    Story(
        "a death toll that rose is an update",
        (
            "The flood in Oldport killed 30 people, officials said.",
            "The death toll from the flood in Oldport rose to 41 on Wednesday, officials said.",
        ),
        ("30 people", "41"),
        UPDATE,
        days=("2031-03-03", "2031-03-05"),
    ),
    Story(
        "one event told with a bound, with a vague word and with a number agrees",
        (
            "As many as 57 sailors escaped almost at once when the fort was stormed.",
            "Dozens of sailors escaped on their own from the fort.",
        ),
        ("As many as 57 sailors", "Dozens of sailors"),
        AGREE,
    ),
    Story(
        "equal turnouts of two towns are two things",
        ("Turnout in Oldport was 34 percent, the council said.", "Turnout in Newport was 34 percent, the council said."),
        ("34 percent", "34 percent"),
        NO_ROW,
    ),
    Story(
        "equal shares of the voters of two towns are two things",
        ("In Oldport 34 percent of voters stayed at home.", "In Newport 34 percent of voters stayed at home."),
        ("34 percent of voters", "34 percent of voters"),
        NO_ROW,
    ),
    Story(
        "small shares beside equal telling ones agree",
        (
            "Cash is taxed at 15.5 percent under the law, other holdings at 8 percent.",
            "Under the new law companies pay 15.5 percent on cash abroad and 8 percent on what is harder to sell.",
        ),
        ("8 percent", "8 percent"),
        AGREE,
    ),
    Story(
        "a ceiling to come and a sum that may come agree",
        (
            "The new law will cost the bank as much as $20 billion this year, analysts said.",
            "The bank could face a cost of $20 billion from the new law, analysts said.",
        ),
        ("as much as $20 billion", "$20 billion"),
        AGREE,
    ),
]


def build(story: Story) -> Dossier:
    return variorum.build(articles_of(story))


def articles_of(story: Story) -> list[variorum.Article]:
    days = story.days or ("2025-08-20",) * len(story.texts)
    dated = enumerate(zip(story.texts, days, strict=True))
    return [variorum.Article(text, id=f"{at}", outlet=f"Outlet {at}", published=day) for at, (text, day) in dated]


def chosen(dossier: Dossier, story: Story) -> list[Figure]:
    """The figures whose row a story is about."""
    out = []
    for at, words in enumerate(story.figures):
        found = [figure for figure in dossier.figures if figure.article == f"{at}" and figure.quote == words]
        assert len(found) == 1, f"{words!r} is not among {[figure.quote for figure in dossier.figures if figure.article == f'{at}']}"
        out += found
    return out


def row_of(dossier: Dossier, figures: list[Figure]) -> Comparison | None:
    """The one row that holds all of the figures."""
    wanted = {figure.id for figure in figures}
    return next((row for row in dossier.comparisons if wanted <= {member.figure for member in row.members}), None)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.label)
def test_story_has_its_verdict(story: Story) -> None:
    """The row has the right verdict, or there is none where none should be."""
    dossier = build(story)
    row = row_of(dossier, chosen(dossier, story))
    assert (row.verdict if row else "none") in story.verdicts, row.reason if row else "no row holds both"


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.label)
def test_every_row_can_be_checked_by_its_reader(story: Story) -> None:
    """A reason quotes the words, the members stand in two articles, and voices are accounts."""
    dossier = build(story)
    quotes = {figure.id: figure.quote for figure in dossier.figures} | {date.id: date.quote for date in dossier.dates}
    account_of = {member.article: account.id for account in dossier.accounts for member in account.articles}
    for row in dossier.comparisons:
        assert len({member.article for member in row.members}) > 1
        assert len({member.figure for member in row.members}) == len(row.members)
        assert all(member.account == account_of[member.article] for member in row.members)
        assert row.accounts == len({member.account for member in row.members})
        assert row.measure
        assert any(quotes[member.figure] in row.reason for member in row.members) or row.verdict == "scope"


@pytest.mark.parametrize("story", STORIES[::4], ids=lambda story: story.label)
def test_order_of_the_articles_changes_no_row(story: Story) -> None:
    articles = articles_of(story)
    assert {variorum.build(order).comparisons for order in itertools.permutations(articles)} == {variorum.build(articles).comparisons}


def test_a_figure_stands_in_at_most_one_row() -> None:
    """Also where several figures of one value could be matched crosswise."""
    texts = (
        "The flood in Oldport killed 30 people and hurt 30 people, the mayor said. The city needs $60 million.",
        "In Oldport the flood killed 30 people and hurt 31 people. The city asked for $60 million, the mayor said.",
        "Thirty people were killed in the flood at Oldport, the army said, and $60 million is needed.",
    )
    dossier = build(Story("three", texts, (), ()))
    placed = [member.figure for row in dossier.comparisons for member in row.members]
    assert len(placed) == len(set(placed))
    assert dossier.comparisons


def test_three_accounts_agree_in_one_row() -> None:
    texts = (
        "At least 4,500 homes in Oldport were left without power by the storm, the grid operator said.",
        "The storm left 4,500 homes in Oldport without power.",
        "In Oldport, 4,500 homes had no power after the storm, the mayor told the radio.",
    )
    dossier = build(Story("three", texts, (), ()))
    (row,) = dossier.comparisons
    assert (row.verdict, row.accounts, len(row.members)) == ("agree", 3, 3)


def test_a_copy_is_a_member_but_no_voice() -> None:
    """The same text in a second outlet stands in the row and is not counted."""
    wire = "The storm left 4,500 homes in Oldport without power for two days, and the grid operator said that repairs would take all week."
    dossier = build(Story("copied", (wire, wire, "In Oldport, 4,500 homes had no power after the storm, the mayor told the radio."), (), ()))
    row = next(row for row in dossier.comparisons if len(row.members) == 3)
    assert (row.verdict, row.accounts) == ("agree", 2)


def test_one_account_alone_is_said_to_be_alone() -> None:
    """Agreement between copies is no confirmation."""
    wire = "The storm left 4,500 homes in Oldport without power for two days, and the grid operator said that repairs would take all week."
    dossier = build(Story("copied", (wire, wire), (), ()))
    assert dossier.comparisons
    assert all(row.accounts == 1 and "alone" in row.reason for row in dossier.comparisons)


def test_a_number_changed_in_a_copy_is_a_conflict() -> None:
    """The row says so although only one account takes part."""
    wire = "The storm left 4,500 homes in Oldport without power for two days, and the grid operator said that repairs would take all week."
    dossier = build(Story("changed", (wire, wire.replace("4,500", "45,000")), (), ()))
    row = next(row for row in dossier.comparisons if row.verdict == "conflict")
    assert row.accounts == 1


def test_no_row_picks_a_winner() -> None:
    """Both values stand in the row as they were written."""
    dossier = build(STORIES[5])
    row = row_of(dossier, chosen(dossier, STORIES[5]))
    assert row is not None
    assert "30 people" in row.reason
    assert "52 people" in row.reason


def test_two_alternatives_of_one_text_are_not_said_to_allow_each_other() -> None:
    """A demand for one sum or another, beside the sum that is paid: two statuses, and values that are not one."""
    texts = (
        "For the upkeep of its bases the president is demanding that Norland pay $5 billion or $10 billion.",
        "Norland pays $5 billion for the upkeep of the president's bases.",
    )
    dossier = variorum.build([variorum.Article(text=text, outlet=str(at)) for at, text in enumerate(texts)])
    (row,) = dossier.comparisons
    assert (row.verdict, len(row.members)) == ("status", 3)
    assert "allow each other" not in row.reason
    assert "demanded" in row.reason


def test_sums_in_two_currencies_are_not_compared_without_a_rate() -> None:
    """A fine told in euros and in dollars stands in one row, and the row says why it goes no further."""
    texts = (
        "The harbour board of Oldport must pay a fine for the oil spill of €4 million, the court said.",
        "The harbour board of Oldport must pay a fine for the oil spill of $9 million, the court said.",
    )
    dossier = variorum.build([variorum.Article(text=text, outlet=str(at)) for at, text in enumerate(texts)])
    rows = [row for row in dossier.comparisons if len(row.members) == 2]
    assert [row.verdict for row in rows] == ["cannot_compare"]
    assert "EUR" in rows[0].reason
    assert "USD" in rows[0].reason
