"""Quotation marks: which pair with which, in the text's own characters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from variorum.records.article import Span

_OPEN_CLOSE = {
    "\u201c": ("\u201d",), "\u201e": ("\u201c", "\u201d"), "\u00ab": ("\u00bb",), "\u2018": ("\u2019",),
    "``": ("''",), "\u2018\u2018": ("\u2019\u2019",),
}  # fmt: skip
_MARK = re.compile("''|``|\u2018\u2018|\u2019\u2019|[\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019]")
_SINGLE = frozenset("'\u2018\u2019")
_OPENERS = "\"'\u201c\u201e\u00ab\u2018`"


@dataclass(frozen=True, slots=True, order=True)
class Quotation(Span):
    """A stretch in quotation marks, the marks included. `inner` is what stands between them; `single` if the marks are single."""

    inner: Span
    single: bool = False
    closed: bool = True


def quotations(text: str, blocks: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """Outermost quotations of a text, in order. An odd mark cannot swallow the rest: a mark left open counts for nothing.

    Only a quotation that runs over several paragraphs, which opens each anew and closes the last, may stay open at the end of its block:
    each paragraph gives one quotation, `closed` False. Linear in the length of the text.
    """
    out: list[Quotation] = []
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        out += _in_block(text, block, goes_on=following is not None and text[following.start] in _OPENERS)
    return tuple(out)


def inner_quotations(text: str, outer: Quotation) -> tuple[Quotation, ...]:
    """The quotations inside a quotation, in order."""
    return tuple(_in_block(text, outer.inner, goes_on=False))


def _in_block(text: str, block: Span, *, goes_on: bool) -> list[Quotation]:
    out: list[Quotation] = []
    opened: Span | None = None
    later = _closing_apostrophes(text, block)
    for match in _MARK.finditer(text, block.start, block.end):
        mark = Span(match.start(), match.end())
        sign, first = match.group(), opened.of(text) if opened is not None else ""
        if opened is None or (_reopens(text, mark, block) and sign == first):
            if _can_open(text, mark):
                opened = mark
        elif (sign in _OPEN_CLOSE.get(first, (first,)) and _can_close(text, mark, later)) or _slip(text, mark, opened):
            _add(out, text, opened, mark, mark.end)
            opened = None
    if opened is not None and goes_on and opened.of(text) not in _SINGLE:
        _add(out, text, opened, None, block.end)
    return out


def _closing_apostrophes(text: str, block: Span) -> int:
    """Where the last single mark of a block stands that can only close: after a letter or stop, and not before a letter."""
    if not any(text.find(sign, block.start, block.end) >= 0 for sign in "'\u2019"):
        return -1
    for at in range(block.end - 1, block.start, -1):
        if text[at] in "'\u2019" and not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum():
            return at
    return -1


def _reopens(text: str, mark: Span, block: Span) -> bool:
    """True for a double mark that can only open: after a space or at the start of the block, before a letter. The one before it was odd."""
    if mark.of(text) in _SINGLE:
        return False
    return (mark.start == block.start or text[mark.start - 1].isspace()) and text[mark.end : mark.end + 1].isalnum()


def _slip(text: str, mark: Span, opened: Span) -> bool:
    """True for a double mark of another style, or turned the wrong way, that stands as only a closing mark can: “We won,\" he said."""
    sign, first = mark.of(text), opened.of(text)
    if first in _SINGLE or sign in _SINGLE:
        return False
    before = text[mark.start - 1]
    return not before.isspace() and not text[mark.end : mark.end + 1].isalnum() and (sign != first or before in ".,!?")


def _can_open(text: str, mark: Span) -> bool:
    """True if a mark can begin a quotation: not after a letter or digit, and before something that is not a space."""
    sign, before, after = mark.of(text), text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    if sign in "\u201c\u201e\u00ab\u2018":
        if before in {".", ",", "!", "?"} and (not after or after.isspace()):
            return False  # turned the wrong way
        return bool(after) and (sign != "\u2018" or not before.isalnum())
    if sign in "\u2019\u00bb":
        return False
    return bool(after) and not after.isspace() and not before.isalnum() and before not in {".", ",", "!", "?"}


def _can_close(text: str, mark: Span, later: int) -> bool:
    """True if a mark can end a quotation. A single one may be an apostrophe: not before a letter, nor after a plural s with another to come."""
    if mark.of(text) not in _SINGLE:
        return True
    after, before = text[mark.end : mark.end + 1], text[mark.start - 1 : mark.start]
    if after.isalnum() or before.isspace():
        return False
    return not (before == "s" and after == " " and later > mark.start)


def _add(out: list[Quotation], text: str, opened: Span, mark: Span | None, end: int) -> None:
    """A quotation from its opening mark to `end`; without a closing mark it goes on in the next paragraph. Empty marks hold nothing."""
    inner_end = end if mark is None else mark.start
    if text[opened.end : inner_end].strip():
        out.append(Quotation(opened.start, end, Span(opened.end, inner_end), opened.of(text) in _SINGLE, mark is not None))
