"""Clutter in plain text: blocks that surround a report without being part of it, told by how they open, close and are placed."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from variorum.lang import language_data
from variorum.records.article import Boilerplate
from variorum.text.fold import fold
from variorum.text.layout import blocks

LONGEST = 600  # characters; no clutter block but a list of headlines is longer, and long blocks are prose

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
_SIGNED_POST = re.compile(r"[-–—]\s?[^()\n]{1,60}\(@\w{1,30}\)\s*(?:[A-Z][a-z]+ \d{1,2}, ?\d{4})?\s*$")
_CLOSED = re.compile(r"[.!?][\"')\]]{0,2}$")
_SAYING = re.compile(r"\"|\b(?:said|says|told|asked|added|according to)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d|©|\(c\)", re.IGNORECASE)
_NAME = re.compile(r"(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs|Sir)\.? )?((?:[A-Z][\w'.-]{0,20} ){1,4})")
_ARTICLE_WORD = re.compile(r"(?:is|was) (?:an?|the|currently|also|a former) ")


@dataclass(frozen=True, slots=True)
class _Block:
    """One block of a text: its place, its words as printed (folded) and in lower case, and its rank among the blocks."""

    start: int
    end: int
    shown: str
    lower: str
    rank: int
    count: int

    @property
    def in_tail(self) -> bool:
        """True for the last blocks of a text, where biographies stand."""
        return self.count >= 3 and self.rank >= max(self.count - 6, self.count // 2)


def mark_clutter(text: str) -> tuple[Boilerplate, ...]:
    """The blocks of `text` that are clutter, each with its kind (see Boilerplate), in order and apart from each other.

    Precision first: a block is marked only if its own words or its place give it away, so some clutter stays unmarked.
    """
    parts = _blocks(text)
    kinds = [_kind(part) for part in parts]
    _spread_social(parts, kinds)
    _spread_headlines(parts, kinds)
    _mark_biographies(fold(text), parts, kinds)
    return tuple(Boilerplate(part.start, part.end, kind) for part, kind in zip(parts, kinds, strict=True) if kind)


def _blocks(text: str) -> list[_Block]:
    folded = fold(text)
    spans = blocks(folded)
    out = []
    for rank, span in enumerate(spans):
        raw = folded[span.start : span.end]
        start = span.start + len(raw) - len(raw.lstrip())
        shown = raw.strip().replace("\n", " ")
        if shown:
            out.append(_Block(start, start + len(shown), shown, shown.lower(), rank, len(spans)))
    return out


def _kind(block: _Block) -> str | None:
    """The kind of clutter that a block's own words show, None for prose."""
    if len(block.shown) > LONGEST:
        return None
    if _is_link(block):
        return "link"
    return next((kind for kind, test in _TESTS if test(block, language_data("clutter")[kind])), None)


def _is_navigation(block: _Block, words: dict[str, Any]) -> bool:
    return _made_of(block.lower, _longest_first("navigation")) or (not _SAYING.search(block.lower) and _holds(block.lower, words["phrases"]))


def _made_of(lower: str, fragments: tuple[str, ...]) -> bool:
    """True if a block is a row of these fragments and nothing else."""
    at = 0
    while at < len(lower):
        found = next((part for part in fragments if lower.startswith(part, at) and not lower[at + len(part) : at + len(part) + 1].isalnum()), None)
        if found is None:
            return False
        at += len(found)
        while at < len(lower) and not lower[at].isalnum():
            at += 1
    return bool(lower)


@functools.cache
def _longest_first(kind: str) -> tuple[str, ...]:
    return tuple(sorted(language_data("clutter")[kind]["fragments"], key=len, reverse=True))


def _is_link(block: _Block) -> bool:
    """URLs alone, or a short label with a colon before them."""
    rest, links = _URL.subn("", block.shown)
    rest = rest.strip(" .,;|()[]<>-–—•*")
    return links > 0 and (not any(char.isalnum() for char in rest) or (len(rest) <= 60 and rest.endswith(":")))


def _is_social(block: _Block, words: dict[str, Any]) -> bool:
    if block.lower.startswith(tuple(words["openings"])) or _SIGNED_POST.search(block.shown[-140:]):
        return True
    tail = block.lower[-80:]
    return any(re.search(rf"{re.escape(site)}/\w+…?\s*$", tail) for site in words["links"])


def _is_newsletter(block: _Block, words: dict[str, Any]) -> bool:
    if _SAYING.search(block.lower):
        return False
    opens = block.lower.startswith(tuple(words["openings"])) and len(block.shown) <= 300
    return (opens and _holds_word(block.lower, words["objects"])) or _holds(block.lower, words["phrases"])


def _is_related(block: _Block, words: dict[str, Any]) -> bool:
    if len(block.shown) > 250:
        return False
    label, colon, rest = block.lower.partition(":")
    if colon and label.strip(" *>-•") in words["labels"]:
        return not _SAYING.search(rest) or not _CLOSED.search(block.shown)
    if block.lower.strip(" :>»*") in words["headings"]:
        return True
    if _CLOSED.search(block.shown):
        return False
    if block.lower.endswith(tuple(" " + ending for ending in words["endings"])):
        return True
    bare = next((start for start in words["bare"] if block.lower.startswith(start + " ")), None)
    return bare is not None and block.shown[len(bare) + 1 : len(bare) + 2].isupper()


def _is_caption(block: _Block, words: dict[str, Any]) -> bool:
    if len(block.shown) > 450:
        return False
    if block.lower.startswith(tuple(words["openings"])) or block.lower.rstrip(" .").endswith(tuple(words["endings"])):
        return True
    return _credit_at_end(block, words["markers"]) or _agency_first(block)


def _credit_at_end(block: _Block, markers: list[str]) -> bool:
    """A photographer's or agency's credit closes the block: in brackets, after a bar, or after the last full stop."""
    lower = block.lower.rstrip(" .")
    if lower.endswith((")", "]")):
        opened = max(lower.rfind("("), lower.rfind("["))
        return opened >= 0 and len(lower) - opened <= 120 and any(marker in lower[opened:] for marker in markers)
    cut = max(lower.rfind(". "), lower.rfind(" | "), lower.rfind("? "))
    tail = lower[cut + 1 :].strip(" |") if cut >= 0 else lower
    if len(tail) > 80 or _SAYING.search(tail):
        return False
    before = tuple(marker for marker in markers if marker.endswith((":", " by")))
    after = tuple(marker for marker in markers if marker.startswith("/") or marker == "getty images")
    return tail.startswith(before) or tail.endswith(after)


def _agency_first(block: _Block) -> bool:
    """An agency's name stands bare before a caption that no full stop ends."""
    for agency in language_data("clutter")["credit"]["agencies"]:
        rest = block.shown[len(agency) :]
        if block.shown.startswith(agency) and rest[:1] == " " and rest[1:2].isupper() and not _CLOSED.search(block.shown) and len(rest) > 30:
            return not _SAYING.search(rest)
    return False


def _is_credit(block: _Block, words: dict[str, Any]) -> bool:
    lower = block.lower.lstrip(" (-–—[*_")
    if _holds(lower, words["phrases"]):
        return not lower.startswith('"') and len(lower) <= 400
    opening = next((start for start in words["openings"] if lower.startswith(start)), None)
    if opening in {"copyright", "©", "(c) 20"}:
        return _YEAR.search(lower[:40]) is not None
    if opening is not None:
        return len(lower) <= 200 and not _SAYING.search(lower)
    return block.shown in language_data("clutter")["credit"]["agencies"] or _bare_credit(block)


def _bare_credit(block: _Block) -> bool:
    """A line that is nothing but a credit: 'Jane Roe/Getty Images', '(Photo: Jane Roe)'."""
    alone = block.shown[:1] in {"(", "["} or not any(mark in block.shown for mark in (". ", "(", "[", " | "))
    return alone and len(block.shown) <= 60 and _credit_at_end(block, language_data("clutter")["caption"]["markers"])


_TESTS: tuple[tuple[str, Callable[[_Block, dict[str, Any]], bool]], ...] = (
    ("navigation", _is_navigation),
    ("social", _is_social),
    ("related", _is_related),
    ("newsletter", _is_newsletter),
    ("credit", _is_credit),
    ("caption", _is_caption),
)


def _holds(lower: str, phrases: list[str]) -> bool:
    return any(phrase in lower for phrase in phrases)


def _holds_word(lower: str, words: list[str]) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", lower) for word in words)


def _spread_social(parts: list[_Block], kinds: list[str | None]) -> None:
    """A post's signature on its own line belongs to the lines above it that hold a handle, a tag or a link."""
    for index in range(len(parts) - 1, 0, -1):
        signature = kinds[index] == "social" and len(parts[index].shown) <= 80 and parts[index].shown[:1] in "-–—"
        before = parts[index - 1]
        if signature and kinds[index - 1] is None and len(before.shown) <= 400 and re.search(r"(?:^|\s)[@#]\w|t\.co/|pic\.twitter", before.shown):
            kinds[index - 1] = "social"


def _spread_headlines(parts: list[_Block], kinds: list[str | None]) -> None:
    """After a heading like 'Read more:' come headlines: all short blocks to the text's end, else those that no full stop ends."""
    headings = language_data("clutter")["related"]["headings"]
    for index, part in enumerate(parts):
        if kinds[index] not in {"related", "navigation"} or part.lower.strip(" :>»*") not in headings:
            continue
        rest = parts[index + 1 :]
        to_end = len(rest) <= 10 and all(len(block.shown) <= 160 for block in rest) and index >= len(parts) // 2
        for offset, block in enumerate(rest[:10], index + 1):
            if kinds[offset] is None and not to_end and (_CLOSED.search(block.shown) or len(block.shown) > 120):
                break
            kinds[offset] = kinds[offset] or "related"


def _mark_biographies(folded: str, parts: list[_Block], kinds: list[str | None]) -> None:
    """Mark who wrote it: blocks at the end on someone the report does not name, and those on the same person that follow."""
    for index, block in enumerate(parts):
        if kinds[index] is None and block.in_tail and _is_biography(folded, block):
            rest = range(index + 1, len(parts))
            if not all(kinds[later] or _goes_on(parts[later]) or _is_biography(folded, parts[later]) for later in rest):
                continue
            for at in (index, *rest):
                kinds[at] = kinds[at] or "biography"
            return


def _goes_on(block: _Block) -> bool:
    return block.shown.startswith(("He ", "She ", "They ", "His ", "Her ", "Their ", "Follow ", "Email ")) and not _SAYING.search(block.shown)


def _is_biography(folded: str, block: _Block) -> bool:
    words = language_data("clutter")["biography"]
    if block.lower.startswith(tuple(words["openings"])):
        return True
    if re.match(r"follow [^.]{2,60} on (?:twitter|x|facebook|instagram)\b", block.lower):
        return True
    named = _NAME.match(block.shown)
    if named is None or len(block.shown) > 1200 or _SAYING.search(block.shown):
        return False
    surname = named.group(1).split()[-1]
    if len(named.group(1).split()) < 2 or re.search(rf"\b{re.escape(surname)}\b", folded[_head_end(folded) : block.start]):
        return False
    after = block.lower[named.end() :]
    if _ARTICLE_WORD.match(after):
        return _holds_word(after[:160], words["trades"])
    return after.startswith(tuple(words["verbs"]))


def _head_end(folded: str) -> int:
    """Where a text's head ends: a byline in its first lines, which no full stop ends, names the author and is no mention in the report."""
    at = 0
    for _ in range(4):
        cut = folded.find("\n", at)
        if cut < 0 or cut - at > 80 or _CLOSED.search(folded[at:cut].strip()):
            return at
        at = cut + 1
    return at
