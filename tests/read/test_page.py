"""Saved web pages."""

from __future__ import annotations

import json

import pytest

from variorum.errors import InputError
from variorum.read import article_from_html
from variorum.records.article import Article

RECORD = {
    "@type": "NewsArticle", "headline": "Ferry &amp; bridge closed", "datePublished": "2024-05-07T10:30:00+02:00",
    "author": [{"name": "Ann Lee"}, {"name": "Bo Ek"}], "publisher": {"name": "Quay News"},
    "description": "Traffic must go round the bay until repairs end.",
}  # fmt: skip
PARAGRAPHS = [
    "The ferry and the harbour bridge were closed on Monday after a storm damaged the northern pier, the port authority said in a statement.",
    "Repairs will take at least six weeks and cost about $4 million, according to the harbour master, who inspected the pier with two engineers.",
    "Some 3,000 people cross the bridge each day. Buses will take them round the bay, which adds 40 minutes to the journey in each direction.",
    "The council meets on Thursday to decide whether the pier, built in 1962, should be replaced altogether before the winter storms begin.",
]


def page(body: str = "", head: str = "", charset: str = "utf-8") -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    record = f'<script type="application/ld+json">{json.dumps(RECORD)}</script>'
    return (
        f'<!doctype html><html lang="en"><head><meta charset="{charset}"><title>Ferry &amp; bridge closed | Quay News</title>'
        f"{record}{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/s'>Sport</a></nav><article><h1>Ferry &amp; bridge closed</h1>"
        f'<p class="standfirst">Traffic must go round the bay until repairs end.</p><div>{paragraphs}{body}</div></article></body></html>'
    )


def read(source: str) -> Article:
    return article_from_html(source.encode())


def test_a_page_says_who_published_what_and_when() -> None:
    article = read(page(head='<link rel="canonical" href="https://quaynews.example/pier">'))
    assert article.title == "Ferry & bridge closed"
    assert article.byline == "Ann Lee, Bo Ek"
    assert article.published == "2024-05-07T10:30:00+02:00"
    assert article.outlet == "Quay News"
    assert article.language == "en"
    assert article.url == "https://quaynews.example/pier"


def test_text_is_standfirst_and_paragraphs_without_the_title() -> None:
    assert read(page()).text.split("\n\n") == ["Traffic must go round the bay until repairs end.", *PARAGRAPHS]


def test_links_and_captions_are_marked_and_kept() -> None:
    article = read(page("<p><a href='/x'>Ten years of storms on the northern coast</a></p><p>Sign up for our newsletter in your inbox.</p>"))
    kinds = {article.text[part.start : part.end]: part.kind for part in article.boilerplate}
    assert kinds.get("Sign up for our newsletter in your inbox.") == "newsletter"
    assert set(kinds.values()) <= {"newsletter", "related"}


def test_tags_written_as_text_stay_text() -> None:
    article = read(page("<p>The notice read &lt;script&gt;alert(1)&lt;/script&gt; &amp; nothing else, the clerk said on Monday.</p>"))
    assert "<script>alert(1)</script> & nothing else" in article.text


def test_scripts_are_no_text() -> None:
    assert "stolen" not in read(page("<script>document.title = 'stolen'</script>")).text


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1", "utf-16"])
def test_western_encodings(charset: str) -> None:
    source = page(
        "<p>At the café “Quay” the repairs are expected to cost £3,000, its owner said on Monday.</p>".replace("“", "«").replace("”", "»"),
        charset=charset,
    )
    assert "café «Quay»" in article_from_html(source.encode(charset)).text


def test_a_japanese_page_in_shift_jis() -> None:
    sentence = "市長は月曜日、港の橋が六週間閉鎖されると発表した。修理には約四百万ドルかかる見込みである。"
    head = '<head><meta charset="Shift_JIS"><title>橋の閉鎖</title></head>'
    source = f"<html>{head}<body><article><p>{sentence}</p></article></body></html>"
    article = article_from_html(source.encode("shift_jis"))
    assert sentence in article.text
    assert article.language == "ja"


@pytest.mark.parametrize("source", [b"", b"<html></html>", b"<html><body><a href='/'>Home</a></body></html>", b"\x00\x01\x02\x03" * 99])
def test_a_page_without_an_article_says_so(source: bytes) -> None:
    with pytest.raises(InputError, match=r"^page"):
        article_from_html(source)


def test_a_list_of_links_is_no_article() -> None:
    links = "".join(f"<li><a href='/{number}'>Report number {number} on the storm of last week</a></li>" for number in range(50))
    with pytest.raises(InputError, match="no article text was found"):
        read(f"<html><body><main><ul>{links}</ul></main></body></html>")


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 5_000 + "x",
        "<a>" * 3_000,
        '<script type="application/ld+json">' + "[" * 50_000 + "</script><p>x</p>",
        "<p>\ud800x</p>",
        "<?xml version='1.0' encoding='x'?>",
    ],
)
def test_hostile_markup_is_refused_or_read(source: str) -> None:
    try:
        article = article_from_html(source.encode("utf-8", "surrogatepass"))
    except InputError:
        return
    assert article.text


def test_a_page_with_a_menu_only_is_no_article() -> None:
    """Two links are not a report, however the page is built."""
    with pytest.raises(InputError, match="no article text"):
        article_from_html(b"<html><body><nav>Home About</nav></body></html>")
