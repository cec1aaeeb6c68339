"""Articles in JSON: one record as news-please, newspaper, trafilatura, schema.org and Variorum itself write it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from variorum.config import DEFAULT, Config
from variorum.errors import ArticleError, InputError, SpanError
from variorum.read.address import host_of
from variorum.read.publication_days import read_date
from variorum.records.article import Article, Boilerplate
from variorum.text.clutter import mark_clutter
from variorum.text.language_detection import language_code, settle_language

Record = dict[str, Any]

TEXTS = ("text", "maintext", "article", "body", "raw_text", "cleaned_text", "articleBody", "content", "full_text")
TITLES = ("title", "headline")
DATES = ("date_publish", "publish_date", "published", "date", "datePublished", "published_at", "publishedAt", "pubDate")
AUTHORS = ("byline", "authors", "author")
OUTLETS = ("outlet", "sitename", "publisher", "source_domain", "hostname", "source-hostname", "source_url")
ADDRESSES = ("url", "canonical_link", "source", "link")
LANGUAGES = ("language", "lang", "meta_lang", "inLanguage")
LISTS = ("articles", "items", "results", "data")


def records_in(value: object) -> Iterator[tuple[str, object]]:
    """The records a JSON value holds, each with its name for errors: one record, a list of them, or an object with such a list."""
    if isinstance(value, dict):
        held = next((value[name] for name in LISTS if isinstance(value.get(name), list) and not _has_text(value)), None)
        if held is None:
            yield "", value
            return
        value = held
    if isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield f"record {number}", item
    else:
        yield "", value


def article_from_record(record: object, where: str, config: Config = DEFAULT) -> Article:
    """The article in one JSON record. `where` names file and record in errors.

    Raises InputError if the record is no object, holds no text, or holds more than `config.max_characters` of it.
    """
    if not isinstance(record, dict):
        raise InputError(where, f"a {_json_name(record)} is no article", "give an object with the fields text, title, published, outlet and url")
    text = _first_text(record, TEXTS)
    if text is None:
        raise InputError(where, "the record has no text", f"put the article's text into a field named {TEXTS[0]} (or {', '.join(TEXTS[1:6])})")
    check_length(text, where, config)
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")  # half a surrogate pair is no character
    try:
        return _article(record, text)
    except (ArticleError, SpanError) as error:
        raise InputError(where, str(error).rstrip("."), "correct the record") from error


def check_length(text: str, where: str, config: Config) -> None:
    """Raise InputError if a text has more characters than are read."""
    if len(text) > config.max_characters:
        raise too_long(where, config)


def too_long(where: str, config: Config) -> InputError:
    """The error for a text with more characters than are read."""
    what = f"the text is longer than the {config.max_characters:,} characters that are read"
    return InputError(where, what, "give one article at a time, or raise max_characters")


def _article(record: Record, text: str) -> Article:
    url = _first_text(record, ADDRESSES)
    written = next((record[name] for name in DATES if record.get(name)), None)
    published = read_date(written)
    language = next((code for code in (language_code(record.get(name)) for name in LANGUAGES) if code), None)
    own = record.get("id")
    return Article(
        text=text,
        id=str(own) if isinstance(own, str | int) and not isinstance(own, bool) and str(own).strip() else None,  # type: ignore[arg-type]
        url=url if url and host_of(url) else None,
        outlet=_outlet(record),
        title=_first_text(record, TITLES),
        published=published,
        byline=_byline(record),
        language=settle_language(text, language),
        boilerplate=_marked(record, text),
        notes=_notes(record, written, published),
    )


def _notes(record: Record, written: object, published: str | None) -> tuple[str, ...]:
    given = record.get("notes")
    notes = tuple(note for note in given if isinstance(note, str)) if isinstance(given, list) else ()
    if written and not published:
        return (*notes, f"The publication date {str(written)[:60]!r} could not be read and is left out.")
    return notes


def _marked(record: Record, text: str) -> tuple[Boilerplate, ...]:
    """The marks a record of Variorum's own carries, else those found in the text."""
    given = record.get("boilerplate")
    if not isinstance(given, list):
        return mark_clutter(text)
    try:
        return tuple(Boilerplate(int(part["start"]), int(part["end"]), str(part["kind"])) for part in given)
    except (KeyError, TypeError, ValueError) as error:
        raise ArticleError("The field boilerplate does not hold marks with start, end and kind.") from error


def _has_text(record: Record) -> bool:
    return _first_text(record, TEXTS) is not None


def _first_text(record: Record, names: tuple[str, ...]) -> str | None:
    """The first of these fields that holds a string with a letter or digit in it."""
    return next((value for name in names if isinstance(value := record.get(name), str) and any(map(str.isalnum, value))), None)


def _outlet(record: Record) -> str | None:
    for name in OUTLETS:
        value = record.get(name)
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            return (host_of(value) if "//" in value else None) or value.strip()
    return None


def _byline(record: Record) -> str | None:
    value = next((record[name] for name in AUTHORS if record.get(name)), None)
    values = value if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, dict) else item for item in values]
    return ", ".join(name.strip() for name in names if isinstance(name, str) and name.strip()) or None


def _json_name(value: object) -> str:
    names = {type(None): "null", bool: "true or false", int: "number", float: "number", str: "string", list: "list"}
    return names.get(type(value), "value")
