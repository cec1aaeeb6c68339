"""JSON as other tools write it."""

from __future__ import annotations

from typing import Any

import pytest

from variorum.errors import InputError
from variorum.read.json_records import article_from_record, records_in
from variorum.read.publication_days import read_date

TEXT = "The strike at the mill ended on Tuesday after nine weeks, the union said."

DIALECTS: dict[str, dict[str, Any]] = {
    "news-please": {
        "maintext": TEXT, "title": "Strike ends", "date_publish": "2024-05-07 10:30:00", "authors": ["Ann Lee"],
        "source_domain": "quaynews.example", "url": "https://quaynews.example/strike", "language": "en",
    },
    "newspaper": {
        "text": TEXT, "title": "Strike ends", "publish_date": "2024-05-07T10:30:00", "authors": ["Ann Lee"],
        "source_url": "https://www.quaynews.example", "canonical_link": "https://quaynews.example/strike", "meta_lang": "en",
    },
    "trafilatura": {
        "text": TEXT, "raw_text": "x", "title": "Strike ends", "date": "2024-05-07", "author": "Ann Lee",
        "hostname": "quaynews.example", "source": "https://quaynews.example/strike", "language": "en",
    },
    "schema.org": {
        "articleBody": TEXT, "headline": "Strike ends", "datePublished": "2024-05-07T10:30:00Z", "author": {"name": "Ann Lee"},
        "publisher": {"name": "quaynews.example"}, "url": "https://quaynews.example/strike", "inLanguage": "en-GB",
    },
}  # fmt: skip


@pytest.mark.parametrize("name", DIALECTS)
def test_each_dialect_gives_the_same_article(name: str) -> None:
    article = article_from_record(DIALECTS[name], name)
    assert (article.text, article.title, article.byline, article.outlet) == (TEXT, "Strike ends", "Ann Lee", "quaynews.example")
    assert article.url == "https://quaynews.example/strike"
    assert str(article.published).startswith("2024-05-07")
    assert article.language == "en"


def test_a_record_keeps_its_own_id() -> None:
    assert article_from_record({"id": 7, "text": TEXT}, "x").id == "7"


def test_an_article_written_out_comes_back_the_same() -> None:
    article = article_from_record({"text": TEXT + "\n\nRead more: Mill sold", "outlet": "Quay News"}, "x")
    assert article.boilerplate
    assert article_from_record(article.to_dict(), "x") == article


def test_an_unreadable_date_is_left_out_and_noted() -> None:
    article = article_from_record({"text": TEXT, "date": "last spring"}, "x")
    assert article.published is None
    assert "last spring" in article.notes[0]


@pytest.mark.parametrize("record", [None, 3, "text", [], {"text": None}, {"text": " "}, {"text": TEXT, "boilerplate": [{"start": 5}]}])
def test_what_is_no_article_says_so(record: object) -> None:
    with pytest.raises(InputError, match=r"file, line 3: "):
        article_from_record(record, "file, line 3")


def test_a_list_of_articles_may_stand_inside_an_object() -> None:
    assert [name for name, _ in records_in({"articles": [{}, {}]})] == ["record 1", "record 2"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-05-07", "2024-05-07"),
        ("2024-05-07T10:30:00+0200", "2024-05-07"),
        ("2024-05-07 10:30:00 UTC", "2024-05-07"),
        ("Tue, 07 May 2024 10:30:00 GMT", "2024-05-07"),
        ("May 7, 2024", "2024-05-07"),
        ("7th May 2024", "2024-05-07"),
        ("2024/5/7", "2024-05-07"),
        ("05/07/2024", None),
        ("31 February 2024", None),
        ("soon", None),
    ],
)
def test_dates_are_read_as_they_are_written(written: str, day: str | None) -> None:
    found = read_date(written)
    assert (found[:10] if found else None) == day
