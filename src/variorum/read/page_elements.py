"""Elements of a page that could be blocks of text, and what their markup says of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from variorum.records.article import Boilerplate
from variorum.text.clutter import mark_clutter

PARAGRAPHS = frozenset({"p", "h2", "h3", "h4", "h5", "h6", "blockquote", "li"})
_PLACES = frozenset({*PARAGRAPHS, "h1", "figcaption", "div", "span", "td", "section", "header"})
_LONGEST = 20_000  # characters; a longer element is a container and not a paragraph
_LEAST_ANCHOR = 15  # letters; a shorter link text may be a word of the report
_SMALL = 0.25  # share of the text up to which a named container counts as something beside the report
_MOST_BOXED = 0.5  # share of the text up to which names of boxes are believed; above it a name means something else on this site

# Words in the class or id of a container that say what it holds.
_NAMED = {
    "biography": "author-bio|authorbio|author_bio|author__bio|biography|about-author|author-description",
    "newsletter": "newsletter|sign-up|signup|subscribe",
    "related": "related|recommend|read-more|readmore|most-read|more-on",
    "caption": "caption|wp-caption",
    "navigation": "comments|comment-|breadcrumb|cookie",
}
_NAMES = {kind: re.compile(rf"(?<![a-z])(?:{words})") for kind, words in _NAMED.items()}
_NAMING = ("class", "id", "data-component", "data-qa", "data-testid")
_LONGEST_NAME = 1_000  # characters of a name that are looked at


@dataclass(frozen=True, slots=True)
class Element:
    """An element that could be a block: its words, their letters alone, and the share of them that are links (0 to 1)."""

    node: HtmlElement
    text: str
    key: str
    linked: float


def elements_of(tree: HtmlElement) -> list[Element]:
    """Elements that could be blocks, in page order; one that holds others is none."""
    body: Any = tree.find("body")
    return [element for node in (tree if body is None else body).iter(*_PLACES) if (element := _element(node))]


def _element(node: HtmlElement) -> Element | None:
    if any(child.tag in _PLACES and child.tag != "span" for child in node):
        return None
    text = words_of(node)
    key = key_of(text)
    if not key or len(text) > _LONGEST:
        return None
    if any(above.tag == "a" for above in node.iterancestors()):
        return Element(node, text, key, 1.0)
    return Element(node, text, key, sum(len(key_of(words_of(link))) for link in node.iter("a")) / len(key))


def key_of(text: str) -> str:
    """Letters and digits alone, lower case: what two renderings of one paragraph have in common."""
    return "".join(char for char in text.lower() if char.isalnum())


def words_of(node: HtmlElement) -> str:
    """The words an element shows, white space joined."""
    return " ".join("".join(node.itertext()).split())


def is_named(node: HtmlElement, words: re.Pattern[str], depth: int) -> bool:
    """True if the class, id or data names of a node, or of one up to `depth` levels above it, hold one of these words."""
    return any(words.search(_names(above)) for above in _upwards(node, depth))


def _upwards(node: HtmlElement, depth: int) -> Iterator[HtmlElement]:
    at: HtmlElement | None = node
    for _ in range(depth + 1):
        if at is None or at.tag in {"body", "html", "article", "main"}:
            return
        yield at
        at = at.getparent()


def _names(node: HtmlElement) -> str:
    return " ".join((node.get(name) or "")[:_LONGEST_NAME] for name in _NAMING).lower()


def mark_page(text: str, tree: HtmlElement, elements: list[Element], byline: str | None) -> tuple[Boilerplate, ...]:
    """Clutter in a page's text: what its markup shows (captions, byline, links alone, named boxes) beside what the words show."""
    captions = {key_of(words_of(caption)) for caption in tree.iter("figcaption")}
    authors = {key_of(name) for name in (byline or "", *(byline or "").split(", "))} - {""}
    boxes: list[Boilerplate] = []
    markup = _Markup(elements, len(text))
    out = {(part.start, part.end): part for part in mark_clutter(text)}
    for match in re.finditer(r"[^\n]+", text):
        key = key_of(match.group())
        if key in captions:
            out.setdefault(match.span(), Boilerplate(*match.span(), "caption"))
        elif key and (key in authors or key.removeprefix("by") in authors):
            out.setdefault(match.span(), Boilerplate(*match.span(), "credit"))
        elif markup.is_link(key):
            out.setdefault(match.span(), Boilerplate(*match.span(), "related"))
        elif kind := markup.kind(key):
            boxes.append(Boilerplate(*match.span(), kind))
    if sum(map(len, boxes)) <= _MOST_BOXED * len(text):
        out = {(part.start, part.end): part for part in boxes} | out
    return tuple(sorted(out.values()))


class _Markup:
    """What the markup around a block says it is. Each block and each box is looked at once, however often it is asked for."""

    def __init__(self, elements: list[Element], length: int) -> None:
        self.length = length
        self.places: dict[str, list[Element]] = defaultdict(list)
        for element in elements:
            self.places[element.key].append(element)
        self.kinds: dict[str, str | None] = {}
        self.boxes: dict[HtmlElement, str | None] = {}

    def kind(self, key: str) -> str | None:
        """The kind of clutter that every place of a block on the page shows, None if one of them may be the report."""
        if key not in self.kinds:
            kinds = {self._kind_of(place) for place in self.places.get(key, [])[:20]}
            self.kinds[key] = kinds.pop() if len(kinds) == 1 else None
        return self.kinds[key]

    def is_link(self, key: str) -> bool:
        """True if a block is nothing but a link to another page wherever it stands; a list of contents links to the page itself."""
        places = self.places.get(key, [])[:20] if len(key) >= _LEAST_ANCHOR else []
        return bool(places) and all(place.linked > 0.9 and not _links_inside(place.node) for place in places)

    def _kind_of(self, place: Element) -> str | None:
        return next((kind for kind in map(self._box, _upwards(place.node, 4)) if kind), None)

    def _box(self, node: HtmlElement) -> str | None:
        """What a container's names say it holds, None if it is no small part of the page."""
        if node not in self.boxes:
            names = _names(node)
            kind = next((kind for kind, words in _NAMES.items() if words.search(names)), None)
            self.boxes[node] = kind if kind and len(words_of(node)) <= _SMALL * self.length else None
        return self.boxes[node]


def _links_inside(node: HtmlElement) -> bool:
    return any((link.get("href") or "").startswith("#") for link in node.iter("a"))
