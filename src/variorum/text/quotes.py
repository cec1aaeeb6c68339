"""Quotation marks: which pair with which, in the text's own characters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from variorum.article import Span

_OPEN_CLOSE = {"\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u00ab": "\u00bb"}
_MARK = re.compile("[\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019]")
_SINGLE = "'\u2018\u2019"
_OPENERS = "\"'\u201c\u201e\u00ab\u2018"


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


def _in_block(text: str, block: Span, *, goes_on: bool) -> list[Quotation]:
    out: list[Quotation] = []
    opened: int | None = None
    closers = ""
    later = _closing_apostrophes(text, block)
    for mark in _MARK.finditer(text, block.start, block.end):
        char, at = mark.group(), mark.start()
        if opened is None or (_reopens(text, at, block) and char == text[opened]):
            if _can_open(text, at):
                opened, closers = at, _closers(char)
        elif (char in closers and _can_close(text, at, single=text[opened] in _SINGLE, later=later)) or _slip(text, at, opened):
            _add(out, text, opened, at + 1, closed=True)
            opened = None
    if opened is not None and goes_on and text[opened] not in _SINGLE:
        _add(out, text, opened, block.end, closed=False)
    return out


def _closing_apostrophes(text: str, block: Span) -> int:
    """Where the last single mark of a block stands that can only close: after a letter or stop, and not before a letter."""
    for at in range(block.end - 1, block.start, -1):
        if text[at] in "'\u2019" and not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum():
            return at
    return -1


def _closers(char: str) -> str:
    if char in _OPEN_CLOSE:
        return _OPEN_CLOSE[char]
    return {"\u2018": "\u2019", "\u201d": "\u201d"}.get(char, char)


def _reopens(text: str, at: int, block: Span) -> bool:
    """True for a double mark that can only open: after a space or at the start of the block, before a letter. The one before it was odd."""
    if text[at] in _SINGLE:
        return False
    return (at == block.start or text[at - 1].isspace()) and text[at + 1 : at + 2].isalnum()


def _slip(text: str, at: int, opened: int) -> bool:
    """True for a double mark of another style, or turned the wrong way, that stands as only a closing mark can: “We won,\" he said."""
    if text[opened] in _SINGLE or text[at] in _SINGLE:
        return False
    return not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum() and (text[at] != text[opened] or text[at - 1] in ".,!?")


def _can_open(text: str, at: int) -> bool:
    """True if a mark can begin a quotation: not after a letter or digit, and before something that is not a space."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] in "\u201c\u201e\u00ab\u2018":
        if before in {".", ",", "!", "?"} and (not after or after.isspace()):
            return False  # turned the wrong way
        return bool(after) and (text[at] != "\u2018" or not before.isalnum())
    if text[at] in "\u2019\u00bb":
        return False
    return bool(after) and not after.isspace() and not before.isalnum() and before not in {".", ",", "!", "?"}


def _can_close(text: str, at: int, *, single: bool, later: int) -> bool:
    """True if a mark can end a quotation. A single one may be an apostrophe: not before a letter, nor after a plural s with another to come."""
    if not single:
        return True
    after, before = text[at + 1 : at + 2], text[at - 1 : at]
    if after.isalnum() or before.isspace():
        return False
    return not (before == "s" and after == " " and later > at)


def _add(out: list[Quotation], text: str, start: int, end: int, *, closed: bool) -> None:
    inner_end = end - 1 if closed else end
    if text[start + 1 : inner_end].strip():
        single = text[start] in "'\u2018"
        out.append(Quotation(start, end, Span(start + 1, inner_end), single, closed))
