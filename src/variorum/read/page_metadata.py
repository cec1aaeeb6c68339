"""What a page says about itself for machines: schema.org records in JSON-LD and meta elements. Only read, never run."""

from __future__ import annotations

import html
import json
from collections import deque
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

_MOST_RECORDS = 2_000  # nested records looked at on one page; real pages hold some dozen
_ARTICLE_TYPES = ("Article", "Posting", "Report", "Review", "WebPage")  # how schema.org names its kinds of article end

_TRANSPARENT = frozenset({"@graph", "mainEntity", "mainEntityOfPage"})

Record = dict[str, Any]


def article_record(tree: HtmlElement) -> Record:
    """The schema.org record of the page's own article, {} if there is none.

    Of several it is the one that tells most of body, headline, date, author and publisher, less what is nested deep: the entries of a live
    report and the articles it points to stand inside it. The earliest counts if equal.
    """
    wanted = ("articleBody", "headline", "datePublished", "author", "publisher")
    best: tuple[int, Record] = (0, {})
    for depth, record in _records(tree):
        kinds = record.get("@type")
        names = [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
        if not any(name.endswith(_ARTICLE_TYPES) for name in names):
            continue
        told = 2 * sum(bool(record.get(key)) for key in wanted) - any(name.endswith("WebPage") for name in names) - 4 * depth
        if told > best[0]:
            best = (told, record)
    return best[1]


def _records(tree: HtmlElement) -> Iterator[tuple[int, Record]]:
    """Records with their depth: 0 for those that stand alone, in a list, in a graph or as what the page is about."""
    left = _MOST_RECORDS
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        queue: deque[tuple[int, Any]] = deque([(0, _parsed(script.text or ""))])
        while queue and left > 0:
            left -= 1
            depth, value = queue.popleft()
            if isinstance(value, list):
                queue.extend((depth, inner) for inner in value)
            elif isinstance(value, dict):
                yield depth, value
                queue.extend((depth + (key not in _TRANSPARENT), inner) for key, inner in value.items() if isinstance(inner, dict | list))


def _parsed(source: str) -> Any:
    try:
        return json.loads(source.strip().removeprefix("<!--").removesuffix("-->").rstrip("; \n"), strict=False)
    except (ValueError, RecursionError):
        return None


def metas(tree: HtmlElement) -> dict[str, str]:
    """Meta elements by name or property, in lower case; the first of each counts."""
    out: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = clean(meta.get("content"))
        if name and content:
            out.setdefault(name, content)
    return out


def clean(value: object) -> str | None:
    """A string with entities resolved and white space joined, None if it is no string or holds nothing."""
    if not isinstance(value, str):
        return None
    text = html.unescape(html.unescape(value)) if "&" in value else value
    return " ".join(text.split()) or None


def name_of(value: object) -> str | None:
    """The name in a schema.org value: a string, a record with a name, or the first of a list that has one."""
    if isinstance(value, list):
        return next((name for name in map(name_of, value[:50]) if name), None)
    if isinstance(value, dict):
        return clean(value.get("name"))
    return clean(value)


def names_of(value: object) -> list[str]:
    """All names in a schema.org value, in order, each once."""
    values = value if isinstance(value, list) else [value]
    return list(dict.fromkeys(name for name in map(name_of, values[:50]) if name))
