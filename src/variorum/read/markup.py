"""From a page's markup to an article. The only module that loads the HTML libraries, so that plain text is read without them."""

from __future__ import annotations

import logging

from htmldate import find_date
from lxml import etree, html
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from variorum.read.page_elements import elements_of, mark_page
from variorum.read.page_facts import page_facts
from variorum.read.page_text import page_text
from variorum.records.article import Article, Boilerplate
from variorum.text.language_detection import settle_language

for _name in ("trafilatura", "htmldate"):  # they log what they discard; here a page without text is an error and not a log line
    logging.getLogger(_name).setLevel(logging.CRITICAL)


def read_markup(source: str, url: str | None, notes: tuple[str, ...]) -> Article | None:
    """The article in a page's markup, None if there is none. `notes` are passed on."""
    tree = _tree(source)
    if tree is None:
        return None
    facts = page_facts(tree, url)
    _strip(tree)
    elements = elements_of(tree)
    text = page_text(_extract(source), elements, facts)
    marks = mark_page(text, tree, elements, facts.byline)
    if not _has_prose(text, marks):
        return None
    published = facts.published or find_date(_tree(source), original_date=True, extensive_search=True)
    return Article(
        text=text,
        url=facts.url,
        outlet=facts.outlet,
        title=facts.title,
        published=published,
        byline=facts.byline,
        language=settle_language(text, facts.language),
        boilerplate=marks,
        notes=notes + (() if published else ("The page does not say when it was published.",)),
    )


def _tree(source: str) -> HtmlElement | None:
    """The page parsed; None if it holds no element."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(source.replace("\x00", "").encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None


def _strip(tree: HtmlElement) -> None:
    """Leave in the tree what a reader sees; a line break inside a paragraph separates words."""
    etree.strip_elements(tree, "script", "style", "noscript", "template", with_tail=False)
    for line_break in tree.iter("br"):
        line_break.tail = " " + (line_break.tail or "")


def _extract(source: str) -> str:
    """Main text by trafilatura, one line for each block."""
    found = bare_extraction(_tree(source), include_comments=False, include_images=False, with_metadata=False)
    return (found.text or "") if isinstance(found, Document) else ""


def _has_prose(text: str, marks: tuple[Boilerplate, ...]) -> bool:
    """True if at least one word stands outside what is marked."""
    at = 0
    for part in marks:
        if any(map(str.isalnum, text[at : part.start])):
            return True
        at = part.end
    return any(map(str.isalnum, text[at:]))
