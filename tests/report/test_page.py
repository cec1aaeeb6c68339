"""The page: complete in itself, true to the words, safe whatever an article holds."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from tests.report.story import articles, harbour
from variorum.records.article import Article, Boilerplate
from variorum.records.dossier import Account, AccountMember, Alteration, Dossier, QuotationGroup, WordDifference, Wording
from variorum.records.excerpt import Excerpt
from variorum.records.marks import DateMark, Reading, Speaker, Statement
from variorum.report import render_page


def parse(page: str | bytes) -> Any:
    """The page as a tree; lxml's own types know no more of what XPath gives back."""
    return html.fromstring(page)


PAGE = render_page(harbour())
TREE = parse(PAGE)


def one_article(text: str, **rest: object) -> Dossier:
    article = Article(text, "only", **rest)  # type: ignore[arg-type]
    account = Account("c", True, "", (AccountMember("only", "original"),))
    return Dossier(article.title or "Untitled", (article,), (account,), (), (Reading(article),), (), ())


def words_of(tree: Any, mark: str) -> list[str]:
    return [piece.text_content() for piece in tree.xpath("//*[@data-m=$mark]", mark=mark)]


def test_the_same_dossier_gives_the_same_page() -> None:
    assert render_page(harbour()) == PAGE


def test_every_cell_leads_to_exactly_its_words_in_the_source() -> None:
    links = TREE.xpath("//a[contains(@class,'words')]")
    assert len(links) > 40
    for link in links:
        shown = link.text_content().replace(" […] ", " ")
        assert shown == " ".join(words_of(TREE, link.get("data-open")))


def test_every_source_is_shown_whole_and_unchanged() -> None:
    shown = [block.text_content() for block in TREE.xpath("//div[@class='text']")]
    assert sorted(shown) == sorted(article.text for article in harbour().articles)


def test_no_id_is_given_twice_and_every_link_inside_the_page_has_its_place() -> None:
    ids = Counter(TREE.xpath("//@id"))
    assert [key for key, count in ids.items() if count > 1] == []
    inside = {target[1:] for target in TREE.xpath("//a/@href") if target.startswith("#")}
    assert inside - set(ids) == set()


def test_conflicts_come_first_and_agreement_last() -> None:
    verdicts = TREE.xpath("//tbody/@data-verdict")
    assert verdicts == ["conflict", "scope", "status", "update", "cannot_compare", "agree"]


def test_copies_stand_in_one_cell_and_are_not_counted_twice() -> None:
    (row,) = TREE.xpath("//tbody[@data-verdict='conflict']")
    first, second, third = row.xpath(".//td")
    assert len(first.xpath(".//div[@class='entry']")) == 1
    assert "also A2 Coast Daily, A3 NewsMill" in first.text_content()
    assert "1.6 billion EUR" in second.text_content()
    assert third.get("class") == "empty"


def test_what_one_article_repeats_is_listed_under_its_first_place() -> None:
    (row,) = TREE.xpath("//tbody[@data-verdict='scope']")
    (entry,) = row.xpath(".//td[2]//div[@class='entry']")
    assert [link.text_content() for link in entry.xpath(".//a")] == ["Around 310 homes", "around 310 homes"]


def test_a_figure_without_a_match_is_not_said_to_be_given_by_nobody_else() -> None:
    (section,) = TREE.xpath("//section[@id='alone']")
    assert "No other account’s figure was matched to these" in section.text_content()
    assert "Nobody else" not in PAGE
    (near,) = section.xpath(".//div[contains(., 'about $1.9 billion')]/div[@class='may']//li[contains(., 'euros')]")
    assert near.xpath("string(.//a[@class='words'])") == "1.6 billion euros over ten years"
    assert "only one of them says over how long" in near.xpath("string(.//details/p)")


def test_what_was_compared_is_folded_under_the_reason_with_words_that_lead_to_their_source() -> None:
    (row,) = TREE.xpath("//tbody[@data-verdict='conflict']")
    (basis,) = row.xpath(".//details[@class='basis']")
    assert [link.text_content() for link in basis.xpath(".//a")] == ["1.2 billion euros", "1.6 billion euros over ten years"]
    slots = [" ".join(slot.text_content().split()) for slot in basis.xpath(".//li")]
    assert slots == [
        "different how firmA1: plannedB: expected",
        "the same what is counted or measuredA1: tunnel will costB: the cost",
        "open whennot namedB: over ten years",
    ]


def test_a_row_without_slots_or_series_shows_neither() -> None:
    (row,) = TREE.xpath("//tbody[@data-verdict='agree']")
    assert row.xpath(".//details | .//ol") == []


def test_a_quantity_that_moves_is_listed_over_time_with_the_latest_marked() -> None:
    (row,) = TREE.xpath("//tbody[@data-verdict='update']")
    steps = [" ".join(step.text_content().split()) for step in row.xpath(".//ol/li")]
    assert [step[:12] for step in steps] == ["2030 1.2 bil", "Tuesday 4 Ma", "5 March 2031"]
    assert "day of the article" in steps[1]
    assert "according to Mayor Ilse Brandt" in steps[1]
    assert [step.get("class") for step in row.xpath(".//ol/li")] == [None, None, "latest"]
    (picture,) = row.xpath(".//svg")
    assert picture.get("aria-label") == (
        "estimate of the cost over time: 2030 B: 1.2 billion EUR; 4 Mar 2031 A1: 1.2 billion EUR; 5 Mar 2031 B: 1.6 billion EUR"
    )


def test_slots_times_and_reasons_of_strangers_are_shown_as_text() -> None:
    attack = "<script>alert(1)</script><img src=x>"
    rows = tuple(
        replace(
            row,
            measure=attack,
            slots=tuple(replace(slot, words=(attack, attack)) for slot in row.slots),
            series=tuple(replace(point, when="<img src=x>") for point in row.series),
        )
        for row in harbour().comparisons
    )
    near = tuple(replace(one, why=attack) for one in harbour().near)
    page = render_page(replace(harbour(), comparisons=rows, near=near))
    tree = parse(page)
    assert len(tree.xpath("//script")) == 1
    assert tree.xpath("//img") == []
    assert tree.xpath("string(//ul[@class='slots']/li/p[2])") == f"A1: {attack}"
    assert tree.xpath("string(//ol/li/p[@class='time'])").strip().startswith("<img src=x>")
    assert tree.xpath("string(//ul[@class='near']//details/p)") == attack


def test_the_headline_counts_voices_and_not_articles() -> None:
    (standfirst,) = TREE.xpath("//p[@class='standfirst']")
    assert "5 articles" in standfirst.text_content()
    assert "2 independent accounts" in standfirst.text_content()


def test_arithmetic_that_does_not_work_out_is_shown_loudly() -> None:
    (alarm,) = TREE.xpath("//div[@class='alarm']")
    assert "about $1.9 billion" in alarm.text_content()


def cells_of(row: Any) -> list[str]:
    return [" ".join(cell.text_content().split()) for cell in row.xpath("./td")]


def test_a_quotation_stands_in_one_row_with_every_wording_and_what_differs() -> None:
    (verdict,) = TREE.xpath("//tr[contains(@class,'verdict')]")
    assert " ".join(verdict.text_content().split()) == "≠ Wording differs mill prints “now” besides."
    (row,) = verdict.xpath("following-sibling::tr[1]")
    printings = row.xpath(".//div[@class='entry']")
    assert [one.xpath("string(.//a[@class='words'])").strip("“”,.")[:16] for one in printings] == [
        "We have waited t",
        "We have waited 3",
        "We have now wait",
    ]
    assert [ins.text_content() for ins in row.xpath(".//a[@class='words']/ins")] == ["now"]
    assert [" ".join(item.text_content().split()) for item in row.xpath(".//ul[@class='differs']/li")] == ["prints now besides"]
    assert TREE.xpath("//div[@id='altered']//a/@href") == ["#v-1", f"#{verdict.get('id')}"]


def test_a_shared_quotation_is_not_listed_among_the_other_statements_again() -> None:
    marks = TREE.xpath("//section[@id='said']//table//a[@class='words']/@data-open")
    assert [mark for mark, count in Counter(marks).items() if count > 1] == []


def test_statements_of_several_accounts_stand_side_by_side() -> None:
    second = articles()[4]
    readings = harbour().readings
    brandt = Speaker(0, 9, second.text[0:9], None, "brandt")
    told = Statement(second.id, (Excerpt.cut(second.text, 10, 40),), brandt, None, "indirect")
    changed = (*readings[:4], replace(readings[4], statements=(told, *readings[4].statements)))
    tree = parse(render_page(replace(harbour(), readings=changed)))
    (voice,) = tree.xpath("//tbody[contains(@class,'voice')][.//h3[starts-with(., 'Ilse Brandt')]]")
    one, none, other = cells_of(voice.xpath("./tr[contains(@class,'cells')]")[-1])
    assert one.startswith("A1The tunnel will cost")
    assert none == "—nothing"
    assert other.startswith(told.contents[0].text)


def test_everything_that_can_be_filtered_names_its_parties_and_every_party_can_be_chosen() -> None:
    keys = {key for keys in TREE.xpath("//@data-who") for key in keys.split()}
    options = TREE.xpath("//select[@id='voice-choice']/option")
    assert [option.text for option in options[:4]] == ["everyone", "Ilse Brandt (11)", "two people close to the talks (3)", "Finance office (2)"]
    assert {option.get("value") for option in options} - {""} <= keys
    assert set(TREE.xpath("//a/@data-party")) <= keys
    assert TREE.xpath("//tbody[@data-verdict='conflict']/@data-who") == ["brandt office"]


def test_actors_bring_their_names_whom_they_speak_for_and_why() -> None:
    (office,) = TREE.xpath("//li[@id='w-office']")
    assert "speaks for Port Ostrey" in " ".join(office.text_content().split())
    (brandt,) = TREE.xpath("//li[@id='w-brandt']")
    assert "also named Brandt" in " ".join(brandt.text_content().split())
    assert "Somebody decided" in brandt.text_content()


def test_a_script_in_a_quotation_is_shown_as_text() -> None:
    text = "“Vote for <script>alert('yes')</script> & <ins>me</ins>,” said <img src=x onerror=alert(1)>."
    base = one_article(text)
    place = text.index("<img")
    speaker = Speaker(place, len(text) - 1, text[place:-1])
    said = Statement("only", (Excerpt.cut(text, 0, text.index(" said")),), speaker, None, "direct")
    start = text.index("alert(")
    found = WordDifference(start, start + 5, "</del><script>alert(2)</script>", "alert")
    wording = Wording(said.id, "only", "c", None, (Excerpt.cut(text, 1, 40),), (found,))
    group = QuotationGroup("q", None, said.id, (wording, wording), "altered", "only prints “</p><script>alert(3)</script>”.", 2)
    reading = replace(base.readings[0], statements=(said,))
    tree = parse(render_page(replace(base, readings=(reading,), quotations=(group,))))
    assert len(tree.xpath("//script")) == 1
    assert tree.xpath("//img") == []
    assert [one.text_content() for one in tree.xpath("//a[@class='words']/ins")][:1] == ["alert"]
    assert "</del><script>alert(2)</script>" in tree.xpath("string(//ul[@class='differs'])")


def test_clutter_is_kept_and_named() -> None:
    hints = TREE.xpath("//*[@class='k-clutter']/@data-hint")
    assert hints == ["newsletter appeal", "links to other stories"]


def test_what_a_copy_changed_is_listed() -> None:
    rows = [[cell.text_content() for cell in row.xpath("td")] for row in TREE.xpath("//table[@class='changes']//tr[td]")]
    assert ["thirty", "30"] in rows
    assert ["PORT OSTREY — ", "left out"] in rows
    assert ["city", "metropolis"] in rows
    assert ["Nobody will have to queue", "left out here"] in rows


def test_the_policy_allows_only_the_style_and_script_of_the_page() -> None:
    policy = TREE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", PAGE, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_the_page_asks_the_network_for_nothing() -> None:
    assert TREE.xpath("//@src | //link | //img | //iframe | //object | //@style | //@onclick") == []
    assert "url(" not in PAGE
    assert "@import" not in PAGE


def test_headings_and_table_headers_say_what_they_head() -> None:
    assert len(TREE.xpath("//h1")) == 1
    assert TREE.xpath("//th[not(@scope)]") == []
    labels = TREE.xpath("//section/@aria-labelledby | //article/@aria-labelledby | //table/@aria-labelledby")
    assert set(labels) <= set(TREE.xpath("//@id"))


HOSTILE = {
    "a script": "One <script>alert(1)</script> and </script></style><img src=x onerror=alert(1)> more.",
    "template braces": "The {{ 7 * 7 }} and {% raw %} and {# note #} stay.",
    "an override of direction": "Read \u202eesrever\u202c and \u2066isolate\u2069 here.",
    "a word without end": "x" * 10_000,
    "control characters": "A bell\x07, a null\x00 and an escape\x1b[31m here\x7f.",
    "a lone surrogate": "half a pair \ud83d here",
    "quote marks": "a" + "\"“”'" * 5_000,
    "line ends of every kind": "one\r\ntwo\rthree\u2028four\x0bfive",
    "entities": "Marks &amp; Sparks &lt;b&gt; &#106;",
    "a comment": "a <!-- b --> c ]]> d",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_shown_as_text(name: str) -> None:
    text = HOSTILE[name]
    page = render_page(one_article(text, title=text, outlet=text[:200], byline=text[:200]))
    tree = parse(page.encode())
    assert len(tree.xpath("//script")) == 1
    assert tree.xpath("//img | //b[text()='x']") == []
    assert "49" not in tree.xpath("//div[@class='text']")[0].text_content()
    assert not re.search(r"[\x00-\x08\x0b\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page)


def test_only_web_addresses_become_links() -> None:
    assert "javascript:" not in render_page(one_article("A text.", url="javascript:alert(1)"))
    assert 'href="https://paper.example/a?b=1&amp;c=2"' in render_page(one_article("A text.", url="https://paper.example/a?b=1&c=2"))


def test_marks_that_cross_each_other_lose_no_word() -> None:
    text = "Alpha beta gamma delta epsilon."
    dossier = one_article(text, boilerplate=(Boilerplate(6, 22, "caption"),))
    statement = Statement("only", (Excerpt.cut(text, 0, 16), Excerpt.cut(text, 17, 30)), Speaker(0, 5, "Alpha"), None, "mixed")
    date = DateMark("only", 11, 22, "gamma delta", None, note="Not a date.")
    reading = replace(dossier.readings[0], statements=(statement,), dates=(date,))
    tree = parse(render_page(replace(dossier, readings=(reading,))))
    assert tree.xpath("//div[@class='text']")[0].text_content() == text
    assert "".join(words_of(tree, date.id)) == "gamma delta"
    assert f"#m-{statement.id}:target" in tree.xpath("//style")[0].text_content()


def test_a_story_of_which_nothing_is_known_still_has_a_page() -> None:
    page = render_page(one_article("Nothing here."))
    assert "No quantity is given by two accounts." in page
    assert "no date" in page


def test_an_article_that_no_account_holds_is_not_lost() -> None:
    page = render_page(replace(harbour(), accounts=harbour().accounts[:2], comparisons=()))
    assert "Residents of the old quay" in page
    assert "Not placed in any account." in page


def test_signs_of_machine_rewording_are_shown_with_their_phrases_where_the_original_is_not_there() -> None:
    text = "The White Home said on Monday that the social gathering was over."
    base = one_article(text)
    sign = Alteration("only", 4, 14, "White House", "White Home", "name")
    line = "it shows signs of machine rewording: “White Home” for “White House”"
    account = Account(
        "c", True, f"A text whose original is not among the articles: {line}.", (AccountMember("only", "spun", None, (line,), (sign,)),)
    )
    tree = parse(render_page(replace(base, accounts=(account,))))
    (section,) = tree.xpath("//section[@id='accounts']")
    assert section.text_content().count("it shows signs of machine rewording") == 1
    assert section.xpath("string(.//span[@class='chip'])") == "signs of machine rewording"
    assert section.xpath("string(.//details[@open]/summary)") == "1 phrase that a machine seems to have put in"
    assert section.xpath(".//thead//th/text()") == ["touches", "usual words", "words here"]
    assert words_of(tree, section.xpath(".//td/a/@data-open")[0]) == ["White Home"]
