"""An invented story, read by hand: five articles on a harbour tunnel, three voices, every verdict. The report is tested against it."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Any

from variorum.records.article import Article, Boilerplate, Span
from variorum.records.dossier import (
    Account,
    AccountMember,
    Actor,
    Alteration,
    Comparison,
    ComparisonMember,
    Dossier,
    Mention,
    Near,
    Point,
    QuotationGroup,
    Slot,
    TimelineEntry,
    WordDifference,
    Wording,
)  # fmt: skip
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Change, Check, DateMark, Figure, Position, Reading, Speaker, Statement

WIRE = (
    "PORT OSTREY — The city council voted on Tuesday to bore a road tunnel under the harbour of Port Ostrey.\n\n"
    "The tunnel will cost 1.2 billion euros, or about $1.9 billion, and will carry 40,000 vehicles a day, Mayor Ilse Brandt said.\n\n"
    "“We have waited thirty years for this,” Brandt told reporters. “Nobody will have to queue for the ferry again.” "
    "The ferry company is demanding 90 million euros for the loss of its route. Work begins in May 2032, and more than 300 homes "
    "have to be cleared.\n\n"
    "Brandt may seek a loan from the state bank.\n\n"
    "Sign up for our morning letter and never miss a story."
)
COPY = WIRE.partition("\n\nSign up")[0].replace("PORT OSTREY — ", "").replace("thirty years", "30 years")
SPUN = (
    "The metropolis council voted on Tuesday to drill a street tunnel beneath the harbor of Port Ostrey.\n\n"
    "The tunnel will price 1.2 billion euros, or round $1.9 billion, and can carry 40,000 autos a day, Mayor Ilse Brandt mentioned.\n\n"
    "“We have now waited thirty years for this,” Brandt instructed journalists."
)
RIVAL = (
    "Harbour tunnel approved, bill unclear\n\n"
    "Port Ostrey's councillors approved the long-disputed tunnel late on 2 March. The finance office puts the cost at 1.6 billion euros "
    "over ten years, a third above last year's estimate of 1.2 billion euros.\n\n"
    "The ferry operator Merrow Lines has offered to settle for 60 million euros, according to two people close to the talks. "
    "“We are not the enemy of this tunnel,” said Pia Lund, its director.\n\n"
    "Traffic is expected to reach 40,000 vehicles a day by 2040. Around 310 homes will be cleared, around 310 homes where 900 people live. "
    "The tunnel would cut the crossing from 25 minutes to four."
)
LANTERN = (
    "Residents of the old quay say they will not move. “Four hundred and twenty homes, not three hundred: we counted,” said Tomas Reyl of "
    "the tenants' union, which opposes the plan.\n\n"
    "Dozens of them met on Thursday evening. Mayor Brandt reportedly agreed to hear them next week. The tunnel's share of the city "
    "budget would rise to 8.5 percent, up from 3 percent.\n\n"
    "Related: Five ferries that time forgot\n\n"
    "Construction could begin as soon as the courts allow. Merrow Lines declined to comment."
)


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where `words` stand in `text` for the `nth` time, counted from 0."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def excerpt(text: str, words: str, nth: int = 0) -> Excerpt:
    place = span(text, words, nth)
    return Excerpt.cut(text, place.start, place.end)


def speaker(text: str, words: str, nth: int = 0, actor: str | None = None, stands_for: str | None = None) -> Speaker:
    place = span(text, words, nth)
    return Speaker(place.start, place.end, words, excerpt(text, stands_for) if stands_for else None, actor)


def figure(article: Article, words: str, number: str, value: str | None, *, high: str | None = None, nth: int = 0, **rest: object) -> Figure:
    place = span(article.text, words, nth)
    inner = span(words, number)
    low = None if value is None else Decimal(value)
    top = Decimal(high) if high else low
    return Figure(
        article.id,
        place.start,
        place.end,
        words,
        Span(place.start + inner.start, place.start + inner.end),
        low,
        top,
        **rest,  # type: ignore[arg-type]
    )


def articles() -> tuple[Article, ...]:
    letter, related = span(WIRE, "Sign up for our morning letter and never miss a story."), span(LANTERN, "Related: Five ferries that time forgot")
    return (
        Article(
            WIRE, "courier", "https://courier.example/tunnel", "Ostrey Courier", "Council votes for harbour tunnel", "2031-03-04T18:20:00",
            "Anna Holm", "en", (Boilerplate(letter.start, letter.end, "newsletter"),),
        ),
        Article(COPY, "coast", "https://coast.example/a/77", "Coast Daily", "Council votes for tunnel", "2031-03-04T19:00:00", None, "en"),
        Article(SPUN, "mill", "https://newsmill.example/x", "NewsMill", "Metropolis council votes for street tunnel", "2031-03-05", None, "en"),
        Article(RIVAL, "review", "https://review.example/tunnel", "Harbour Review", "Harbour tunnel approved, bill unclear",
                "2031-03-05T07:00:00", "J. Okafor", "en"),
        Article(LANTERN, "lantern", None, "The Lantern", None, None, None, "en", (Boilerplate(related.start, related.end, "related"),),
                ("No publication date was found.",)),
    )  # fmt: skip


def readings(courier: Article, coast: Article, mill: Article, review: Article, lantern: Article) -> tuple[Reading, ...]:
    return (*(_wire_reading(article) for article in (courier, coast)), _spun_reading(mill), _review_reading(review), _lantern_reading(lantern))


def _wire_reading(article: Article) -> Reading:
    text, years = article.text, "30 years" if article.id == "coast" else "thirty years"
    brandt = speaker(text, "Mayor Ilse Brandt", actor="brandt")
    waited = Statement(
        article.id,
        (excerpt(text, f"“We have waited {years} for this,”"), excerpt(text, "“Nobody will have to queue for the ferry again.”")),
        speaker(text, "Brandt", 1, "brandt", "Mayor Ilse Brandt"),
        excerpt(text, "told"),
        "direct",
    )
    cost = Statement(
        article.id,
        (excerpt(text, "The tunnel will cost 1.2 billion euros, or about $1.9 billion, and will carry 40,000 vehicles a day"),),
        brandt,
        excerpt(text, "said"),
        "indirect",
    )
    euros = figure(
        article, "1.2 billion euros", "1.2 billion", "1200000000", unit="EUR", measure=excerpt(text, "tunnel will cost"), status="planned",
        said_by=brandt, statement=cost.id,
    )  # fmt: skip
    check = Check("conversion", False, "1.2 billion euros at the rate the text itself gives elsewhere is $1.3 billion, not $1.9 billion.")
    dollars = figure(
        article, "about $1.9 billion", "$1.9 billion", "1900000000", unit="USD", bound="~", status="planned", said_by=brandt, statement=cost.id,
        restates=euros.id, checks=(check,),
    )  # fmt: skip
    figures = (
        euros,
        dollars,
        figure(article, "40,000 vehicles a day", "40,000", "40000", of="vehicle", per="day", status="planned", said_by=brandt, statement=cost.id),
        figure(article, years, years.split(maxsplit=1)[0], "30", unit="year", statement=waited.id, said_by=waited.speaker),
        figure(article, "90 million euros", "90 million", "90000000", unit="EUR", status="demanded", whose=excerpt(text, "The ferry company")),
        figure(article, "more than 300 homes", "300", "300", of="home", bound=">", status="planned"),
    )
    positions = (
        Position(article.id, speaker(text, "The ferry company", actor="merrow"), "demand", "compensation for the route",
                 excerpt(text, "90 million euros for the loss of its route")),
        Position(article.id, speaker(text, "Brandt", 2, "brandt"), "consider", "loan", excerpt(text, "a loan from the state bank"), "possible"),
    )  # fmt: skip
    tuesday, may = span(text, "Tuesday"), span(text, "May 2032")
    dates = (
        DateMark(article.id, tuesday.start, tuesday.end, "Tuesday", "2031-03-04", "2031-03-04", "council votes"),
        DateMark(article.id, may.start, may.end, "May 2032", "2032-05", None, "work begins"),
    )
    return Reading(article, figures, (cost, waited), positions, dates)


def _spun_reading(article: Article) -> Reading:
    text = article.text
    brandt = speaker(text, "Mayor Ilse Brandt", actor="brandt")
    figures = (
        figure(
            article,
            "1.2 billion euros",
            "1.2 billion",
            "1200000000",
            unit="EUR",
            measure=excerpt(text, "tunnel will price"),
            status="planned",
            said_by=brandt,
        ),
        figure(article, "40,000 autos a day", "40,000", "40000", of="auto", per="day", status="planned", said_by=brandt),
    )
    waited = Statement(
        article.id,
        (excerpt(text, "“We have now waited thirty years for this,”"),),
        speaker(text, "Brandt", 1, "brandt"),
        excerpt(text, "instructed"),
        "direct",
    )
    tuesday = span(text, "Tuesday")
    return Reading(article, figures, (waited,), (), (DateMark(article.id, tuesday.start, tuesday.end, "Tuesday", "2031-03-04", "2031-03-05"),))


def _review_reading(article: Article) -> Reading:
    text = article.text
    office, people = speaker(text, "The finance office", actor="office"), speaker(text, "two people close to the talks")
    lund = speaker(text, "Pia Lund", actor="lund")
    offer = Statement(
        article.id,
        (excerpt(text, "The ferry operator Merrow Lines has offered to settle for 60 million euros"),),
        people,
        excerpt(text, "according to"),
        "indirect",
    )
    enemy = Statement(article.id, (excerpt(text, "“We are not the enemy of this tunnel,”"),), lund, excerpt(text, "said"), "direct")
    figures = (
        figure(article, "1.6 billion euros over ten years", "1.6 billion", "1600000000", unit="EUR", measure=excerpt(text, "the cost"),
               said_by=office, status="expected"),
        figure(article, "1.2 billion euros", "1.2 billion", "1200000000", unit="EUR", measure=excerpt(text, "estimate"), as_of="2030"),
        figure(article, "60 million euros", "60 million", "60000000", unit="EUR", status="proposed", said_by=people, statement=offer.id),
        figure(article, "40,000 vehicles a day", "40,000", "40000", of="vehicle", per="day", status="expected", as_of="2040"),
        figure(article, "Around 310 homes", "310", "310", of="home", bound="~", status="planned"),
        figure(article, "around 310 homes", "310", "310", of="home", bound="~", status="planned"),
        figure(article, "from 25 minutes to four", "25 minutes to four", "4", unit="minute", status="possible",
               change=Change("from_to", Decimal(25), Decimal(4), "down")),
    )  # fmt: skip
    positions = (
        Position(article.id, speaker(text, "Merrow Lines", actor="merrow"), "offer", "compensation for the route",
                 excerpt(text, "to settle for 60 million euros"), "none", offer.id),
    )  # fmt: skip
    second, by2040 = span(text, "2 March"), span(text, "by 2040")
    dates = (
        DateMark(article.id, second.start, second.end, "2 March", "2031-03-02", "2031-03-05", "councillors approve"),
        DateMark(article.id, by2040.start, by2040.end, "by 2040", "../2040", None, "traffic reaches 40,000"),
    )
    return Reading(article, figures, (offer, enemy), positions, dates)


def _lantern_reading(article: Article) -> Reading:
    text = article.text
    residents, reyl = speaker(text, "Residents of the old quay"), speaker(text, "Tomas Reyl", actor="reyl")
    stay = Statement(article.id, (excerpt(text, "they will not move"),), residents, excerpt(text, "say"), "indirect")
    counted = Statement(
        article.id, (excerpt(text, "“Four hundred and twenty homes, not three hundred: we counted,”"),), reyl, excerpt(text, "said"), "direct"
    )
    hearsay = Statement(article.id, (excerpt(text, "agreed to hear them next week"),), None, excerpt(text, "reportedly"), "indirect")
    figures = (
        figure(article, "Four hundred and twenty homes", "Four hundred and twenty", "420", of="home", said_by=reyl, statement=counted.id),
        figure(article, "Dozens of them", "Dozens", None, of="resident", bound="~"),
        figure(article, "rise to 8.5 percent, up from 3 percent", "8.5 percent, up from 3 percent", "8.5", unit="%", of="city budget",
               status="possible", change=Change("from_to", Decimal(3), Decimal("8.5"), "up")),
    )  # fmt: skip
    positions = (
        Position(article.id, speaker(text, "the tenants' union", actor="union"), "oppose", "tunnel", excerpt(text, "the plan")),
        Position(article.id, speaker(text, "Mayor Brandt", actor="brandt"), "agree", "hearing of residents",
                 excerpt(text, "to hear them next week"), "reported", hearsay.id),
    )  # fmt: skip
    dates = tuple(
        DateMark(article.id, place.start, place.end, words, None, None, None, "The article has no publication date to count from.")
        for words in ("Thursday evening", "next week")
        for place in (span(text, words),)
    )
    return Reading(article, figures, (stay, counted, hearsay), positions, dates, (), ("2 time expressions could not be resolved.",))


def accounts(coast: Article, mill: Article) -> tuple[Account, ...]:
    thirty, years = span(coast.text, "30"), span(mill.text, "metropolis")
    street, journalists = span(mill.text, "street"), span(mill.text, "journalists")
    wire = (
        AccountMember("courier", "original"),
        AccountMember("coast", "copy", "courier", ("97 % of word 3-grams are shared.", "Published 40 minutes later."),
                      (Alteration("coast", thirty.start, thirty.end, "thirty", "30"), Alteration("coast", 0, 0, "PORT OSTREY — ", ""))),
        AccountMember("mill", "spun", "courier", ("The sentences run in the same order with 11 words replaced by synonyms.",),
                      (Alteration("mill", years.start, years.end, "city", "metropolis"),
                       Alteration("mill", street.start, street.end, "road", "street"),
                       Alteration("mill", journalists.start, journalists.end, "Nobody will have to queue", ""))),
    )  # fmt: skip
    return (
        Account("c-wire", True, "Three articles carry one text of the Ostrey Courier.", wire),
        Account("c-review", True, "No wording shared with another article.", (AccountMember("review", "original"),)),
        Account("c-lantern", False, "Collects what others reported.", (AccountMember("lantern", "digest"),)),
    )


def comparison(key: str, measure: str, figures: list[Figure], verdict: str, reason: str, **rest: Any) -> Comparison:
    home = {"courier": "c-wire", "coast": "c-wire", "mill": "c-wire", "review": "c-review", "lantern": "c-lantern"}
    members = tuple(ComparisonMember(one.id, one.article, home[one.article]) for one in figures)
    return Comparison(key, measure, members, verdict, reason, len({member.account for member in members}), **rest)


def cost_slots() -> tuple[Slot, ...]:
    """What the two costs of the tunnel have in common: the thing, while only one text says over how long."""
    return (
        Slot("thing", "same", ("tunnel will cost", "the cost")),
        Slot("time", "open", ("", "over ten years")),
        Slot("status", "different", ("planned", "expected")),
    )


def cost_series(wire: tuple[Figure, ...], coast: tuple[Figure, ...], review: tuple[Figure, ...]) -> tuple[Point, ...]:
    """The cost as it was put at three times: one that the text names, two that only the articles' own days tell."""
    return (
        Point(review[1].id, "review", "2030", implied=False),
        Point(wire[0].id, "courier", "2031-03-04", implied=True),
        Point(coast[0].id, "coast", "2031-03-04", implied=True),
        Point(review[0].id, "review", "2031-03-05T07:00:00", implied=True, latest=True),
    )


def near_figures(read: tuple[Reading, ...]) -> tuple[Near, ...]:
    """The sum in dollars, which stands in no row, and the cost that the other account gives in euros."""
    wire, coast, _, review, lantern = (reading.figures for reading in read)
    why = "“about $1.9 billion” and “1.6 billion euros over ten years”: only one of them says over how long."
    return (
        Near((wire[1].id, review[0].id), why),
        Near((coast[1].id, review[0].id), why),
        Near((lantern[1].id, review[4].id), "“Dozens of them” and “Around 310 homes”: courier and lantern may not count one thing."),
    )


def comparisons(read: tuple[Reading, ...]) -> tuple[Comparison, ...]:
    wire, coast, mill, review, lantern = (reading.figures for reading in read)
    return (
        comparison("q1", "vehicles a day", [wire[2], coast[2], mill[1], review[3]], "agree", "40,000 vehicles a day in both accounts."),
        comparison("q2", "cost of the tunnel", [wire[0], coast[0], mill[0], review[0]], "conflict",
                   "1.2 billion euros and 1.6 billion euros; both say the cost of the tunnel; both current.",
                   compared=(wire[0].id, review[0].id), slots=cost_slots()),
        comparison("q3", "compensation for the ferry", [wire[4], coast[4], review[2]], "status",
                   "90 million euros is demanded, 60 million euros is offered."),
        comparison("q4", "homes to be cleared", [wire[5], coast[5], review[4], review[5], lantern[0]], "scope",
                   "More than 300 and about 310 are homes to be cleared; 420 are all homes on the old quay."),
        comparison("q5", "estimate of the cost", [wire[0], coast[0], review[0], review[1]], "update", "The figure of last year was raised since.",
                   series=cost_series(wire, coast, review)),
        comparison("q6", "duration", [wire[3], coast[3], review[6]], "cannot_compare", "One is a wait in years, the other a crossing in minutes."),
    )  # fmt: skip


def actors(read: tuple[Reading, ...]) -> tuple[Actor, ...]:
    found = {
        "brandt": ("Ilse Brandt", "person"),
        "lund": ("Pia Lund", "person"),
        "merrow": ("Merrow Lines", "organisation"),
        "office": ("Finance office", "organisation"),
        "ostrey": ("Port Ostrey", "place"),
        "reyl": ("Tomas Reyl", "person"),
        "union": ("tenants' union", "organisation"),
    }
    out = []
    for key, (name, kind) in found.items():
        short = name.rsplit(maxsplit=1)[-1] if kind == "person" else name
        mentions = tuple(
            Mention(place.start, place.end, reading.article.id)
            for reading in read
            if short in reading.article.text
            for place in (span(reading.article.text, short),)
        )
        speaks_for = "ostrey" if key == "office" else None
        reasons = ("Somebody decided that “Ilse Brand” is “Ilse Brandt”.",) if key == "brandt" else ()
        out.append(Actor(key, name, kind, (name, short), mentions, speaks_for, reasons))
    return tuple(out)


def quotations(read: tuple[Reading, ...]) -> tuple[QuotationGroup, ...]:
    """The mayor's words as the wire and its two copies print them; the reworded copy puts a word in."""
    wordings = []
    for reading in read[:3]:
        text = reading.article.text
        said = next(one for one in reading.statements if "waited" in one.contents[0].text)
        now = span(text, "now") if "now" in text else None
        found = (WordDifference(now.start, now.end, "", "now"),) if now else ()
        contents = tuple(Excerpt.cut(text, part.start + 1, part.end - 1) for part in said.contents)
        wordings.append(Wording(said.id, reading.article.id, "c-wire", "brandt", contents, found, bool(now)))
    reason = "mill prints “now” besides."
    return (QuotationGroup("q-waited", "brandt", wordings[0].statement, tuple(wordings), "altered", reason, 1),)


@functools.cache
def harbour() -> Dossier:
    """The dossier of the invented story."""
    stock = articles()
    read = readings(*stock)
    days = {"2031-03-02": "councillors approve", "2031-03-04": "council votes", "2032-05": "work begins", "../2040": "traffic reaches 40,000"}
    dates = [date for reading in read for date in reading.dates]
    timeline = tuple(TimelineEntry(day, label, tuple(date.id for date in dates if date.value == day)) for day, label in days.items())
    return Dossier(
        "Council votes for harbour tunnel", stock, accounts(stock[1], stock[2]), actors(read), read, comparisons(read), timeline,
        ("lantern: No publication date was found.",), quotations(read), near_figures(read),
    )  # fmt: skip
