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

from tests.report.story import harbour
from variorum.article import Article, Boilerplate
from variorum.dossier import Account, AccountMember, Dossier
from variorum.marks import DateMark, Excerpt, Reading, Speaker, Statement
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


def test_the_headline_counts_voices_and_not_articles() -> None:
    (standfirst,) = TREE.xpath("//p[@class='standfirst']")
    assert "5 articles" in standfirst.text_content()
    assert "2 independent accounts" in standfirst.text_content()


def test_arithmetic_that_does_not_work_out_is_shown_loudly() -> None:
    (alarm,) = TREE.xpath("//div[@class='alarm']")
    assert "about $1.9 billion" in alarm.text_content()


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
