"""The text of a page: trafilatura's paragraphs and what it passed over among them, above them the standfirst."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from lxml.html import HtmlElement

from variorum.read.page_elements import PARAGRAPHS, Element, is_named, key_of
from variorum.read.page_facts import PageFacts

_LEAST_SIBLINGS = 3  # paragraphs found in one column, from which that column is the report's own
_BODY_LEAD = 2  # how many times longer the body in a page's record must be than the text found, for it to be taken instead
_STANDFIRST = re.compile(r"(?<![a-z])(?:standfirst|sub-?head|subtitle|dek|deck|lead|lede|summary|intro|abstract|article-description)")
_STANDFIRST_LENGTH = (40, 600)  # characters of a standfirst, at least and at most


def page_text(extracted: str, elements: list[Element], facts: PageFacts) -> str:
    """Blocks separated by blank lines: standfirst, then the report. The title stands in `Article.title`, and only there."""
    blocks = [line.strip() for line in extracted.split("\n") if line.strip()]
    if facts.body and len(facts.body) > _BODY_LEAD * sum(map(len, blocks)):
        blocks = [" ".join(line.split()) for line in facts.body.split("\n") if line.strip()]
    blocks = _with_passed_over(blocks, elements)
    titles = {key_of(title) for title in facts.titles}
    blocks = [block for rank, block in enumerate(blocks) if rank > 3 or not _is_title(key_of(block), titles)]
    standfirst = _summary(blocks, elements, facts, titles) or _above(blocks, elements, titles)
    return "\n\n".join([standfirst, *blocks] if standfirst else blocks)


def _is_title(key: str, titles: Iterable[str]) -> bool:
    """True if a block is the title, or the larger part of one that is printed on two lines."""
    return bool(key) and any(key == title or (len(key) > len(title) / 2 and key in title) for title in titles)


def _column(element: Element) -> Any:
    """What holds an element: its parent, for a list item what holds the list."""
    parent = element.node.getparent()
    if element.node.tag == "li" and parent is not None and parent.getparent() is not None:
        return parent.getparent()
    return parent


def _with_passed_over(blocks: list[str], elements: list[Element]) -> list[str]:
    """Put back the paragraphs and headings that stand in the report's own column, between blocks that were found, and were left out."""
    places: dict[str, int] = {}
    for rank, block in enumerate(blocks):
        places.setdefault(key_of(block), rank)
    columns: Counter[HtmlElement] = Counter(_column(element) for element in elements if element.node.tag == "p" and element.key in places)
    own = [element for element in elements if columns[_column(element)] >= _LEAST_SIBLINGS]
    found = [at for at, element in enumerate(own) if element.key in places]
    if not found:
        return blocks
    whole = "\n".join(places)
    added: dict[int, list[str]] = {}
    last = places[own[found[0]].key]
    for element in own[found[0] : found[-1] + 1]:
        if element.key in places:
            last = max(last, places[element.key])
        elif element.node.tag in PARAGRAPHS and element.linked < 0.5 and element.key not in whole:
            added.setdefault(last, []).append(element.text)
    return [line for rank, block in enumerate(blocks) for line in (block, *added.get(rank, ()))]


def _summary(blocks: list[str], elements: list[Element], facts: PageFacts, titles: set[str]) -> str | None:
    """The summary the page gives of itself to others, as it prints it, if the blocks lack it."""
    whole = key_of("\n".join(blocks))
    for summary in facts.summaries:
        key = key_of(summary.rstrip("…. "))
        if len(key) < 30 or key in titles or key in whole:
            continue
        for element in elements:
            if element.key.startswith(key) and len(element.key) <= 2 * len(key) and element.key not in whole and element.linked < 0.5:
                return element.text
    return None


def _above(blocks: list[str], elements: list[Element], titles: set[str]) -> str | None:
    """What stands between the title and the first block, if it is a heading or named a standfirst, and the blocks lack it."""
    keys = [element.key for element in elements]
    opening = key_of(blocks[0]) if blocks else None
    first = next((at for at, key in enumerate(keys) if key == opening), 0)
    title = next((at for at in range(first - 1, -1, -1) if elements[at].node.tag == "h1" and keys[at] in titles), first)
    whole = key_of("\n".join(blocks))
    low, high = _STANDFIRST_LENGTH
    for element in elements[title + 1 : first]:
        named = element.node.tag == "h2" or is_named(element.node, _STANDFIRST, depth=2)
        if named and low <= len(element.text) <= high and element.linked < 0.5 and element.key not in whole and element.key not in titles:
            return element.text
    return None
