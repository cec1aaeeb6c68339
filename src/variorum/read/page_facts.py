"""What a page says of its article: title, byline, publication, outlet, language, address."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from variorum.read.address import host_of
from variorum.read.page_metadata import Record, article_record, clean, metas, name_of, names_of
from variorum.read.publication_days import read_date
from variorum.text.language_detection import language_code

_SUFFIX = re.compile(r"\s(?:\||-|–|—|»|›|·|::)\s|：")
_WORD = re.compile(r"\w+")
_AUTHOR_METAS = ("author", "article:author", "byl", "parsely-author", "dc.creator", "sailthru.author")
_DATE_METAS = (
    "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "pubdate", "publishdate",
    "date", "dc.date", "dc.date.issued", "sailthru.date",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the page says of its article: `titles` are all it gives, `summaries` what it says of itself to others, `body` its record's text."""

    title: str | None
    titles: tuple[str, ...]
    byline: str | None
    published: str | None
    outlet: str | None
    language: str | None
    url: str | None
    summaries: tuple[str, ...]
    body: str | None


def page_facts(tree: HtmlElement, url: str | None) -> PageFacts:
    """Read the facts from the page's records, meta elements and headings, in this order of trust where they differ."""
    record, meta = article_record(tree), metas(tree)
    headings = tuple(dict.fromkeys(text for text in (clean(element.text_content()) for element in tree.iter("h1")) if text))
    address = _address(tree, meta, record, url)
    outlet = _outlet(record, meta, address)
    title, titles = _title(tree, record, meta, headings, outlet)
    return PageFacts(
        title=title,
        titles=titles,
        byline=_byline(record, meta),
        published=_published(record, meta),
        outlet=outlet,
        language=_language(tree, record, meta),
        url=address,
        summaries=tuple(dict.fromkeys(_summaries(record, meta))),
        body=_body(record),
    )


def _title(
    tree: HtmlElement, record: Record, meta: dict[str, str], headings: tuple[str, ...], outlet: str | None
) -> tuple[str | None, tuple[str, ...]]:
    """The title most sources on the page agree on, and all titles given.

    Sources are the page's record, its heading, its preview for other sites, and half a voice for its window title. With no agreement the record
    comes first, then the heading. The window title agrees with all it begins with: sites put their name behind it.
    """
    window = clean(tree.findtext(".//title"))
    printed = headings if len(headings) <= 3 else headings[:1]
    preview = [text for text in (meta.get("og:title"), meta.get("twitter:title")) if text]
    voices: list[list[str | None]] = [[clean(record.get("headline"))], [*printed], [*preview], [window]]
    shown = [source for voice in voices for source in voice if source]
    if not shown:
        return None, ()
    titles = [[_without_suffix(source, outlet, shown) for source in voice if source] for voice in voices]
    ends = _key(window or "")

    def support(title: str) -> float:
        return sum(_key(title) in map(_key, voice) for voice in titles[:3]) + (0.5 if ends.startswith(_key(title)) else 0)

    candidates = tuple(title for voice in titles for title in voice)
    return max(candidates, key=support), candidates  # max keeps the first of equals


def _key(text: str) -> str:
    return "".join(_WORD.findall(text.lower()))


def _without_suffix(title: str, outlet: str | None, sources: Iterable[str | None]) -> str:
    """The title without what follows its last bar or dash, if that is the outlet's name or another source ends before it."""
    cuts = list(_SUFFIX.finditer(title))
    others = {_key(source) for source in sources if source}
    for cut in cuts:
        head, tail = title[: cut.start()].strip(), title[cut.end() :].strip()
        if len(head) >= 8 and (_key(head) in others or (cut is cuts[-1] and outlet and _same_name(tail, outlet))):
            return head
    return title


def _same_name(tail: str, outlet: str) -> bool:
    a, b = _key(tail), _key(outlet)
    return bool(a and b) and (a in b or b in a)


def _byline(record: Record, meta: dict[str, str]) -> str | None:
    """Names of those who wrote it; an address or the site's own handle is no name."""
    names = names_of(record.get("author")) or names_of(record.get("creator"))
    names = names or [meta[key] for key in _AUTHOR_METAS if key in meta][:1]
    people = [name for name in names if len(name) <= 200 and not name.startswith(("http", "@", "/", "www."))]
    return ", ".join(re.sub(r"^by\s+", "", name, flags=re.IGNORECASE) for name in people) or None


def _published(record: Record, meta: dict[str, str]) -> str | None:
    for value in (record.get("datePublished"), *(meta.get(key) for key in _DATE_METAS), record.get("dateCreated")):
        text = clean(value)
        found = read_date(text) if text else None
        if found and _plausible(found):
            return found
    return None


def _plausible(published: str) -> bool:
    return dt.datetime.fromisoformat(published).year >= 1990  # no page is older; an earlier date is a placeholder


def _outlet(record: Record, meta: dict[str, str], url: str | None) -> str | None:
    named = meta.get("og:site_name") or name_of(record.get("publisher")) or meta.get("application-name")
    return named if named and len(named) <= 80 else host_of(url)


def _language(tree: HtmlElement, record: Record, meta: dict[str, str]) -> str | None:
    for value in (record.get("inLanguage"), tree.get("lang"), meta.get("og:locale"), meta.get("language"), meta.get("content-language")):
        found = language_code(value)
        if found:
            return found
    return None


def _address(tree: HtmlElement, meta: dict[str, str], record: Record, url: str | None) -> str | None:
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    own = record.get("url") if isinstance(record.get("url"), str) else None
    for address in (*links, meta.get("og:url"), own):
        text = clean(address)
        try:
            whole = urljoin(url or "", text) if text else ""
            if urlsplit(whole).scheme in {"http", "https"} and urlsplit(whole).hostname:
                return whole
        except ValueError:  # a malformed address says nothing
            continue
    return url


def _summaries(record: Record, meta: dict[str, str]) -> list[str]:
    told = (record.get("description"), record.get("alternativeHeadline"), record.get("abstract"))
    values = (*told, meta.get("og:description"), meta.get("description"), meta.get("twitter:description"))
    return [text for text in map(clean, values) if text and len(text) >= 40]


def _body(record: Record) -> str | None:
    """The article's text as its record gives it: tags taken for text where there are none, paragraphs kept."""
    body = record.get("articleBody")
    return body if isinstance(body, str) and len(body) >= 200 else None
