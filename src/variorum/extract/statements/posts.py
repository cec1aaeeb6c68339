"""Posts: what somebody wrote on a social network, shown without quotation marks but with the name of the account."""

from __future__ import annotations

import bisect
import re

from variorum.extract.grammar.attribution import Draft, cut
from variorum.extract.grammar.syntax import Syntax

# An account as embedded posts give it: "Anna Berg (@aberg)". The bounds keep the search linear.
_ACCOUNT = r"(?P<name>[^\n()@\u2014]{2,60}?)\s?\(@\w{1,30}\)"
_SIGNED = re.compile(r"(?:\u2014|\u2013|--|-)\s?" + _ACCOUNT)  # her words, then: — Anna Berg (@aberg) May 3, 2024
_LED = re.compile(r"\s{0,3}(?:" + _ACCOUNT + r"|(?P<handle>@\w{1,30}))\s?:\s")  # Anna Berg (@aberg): her words
_LINKS = re.compile(r"(?:\s|https?://\S{1,200}|pic\.twitter\.com/\S{1,100})+$")
_COUNTER = re.compile(r"\s*\d{1,2}/\d{0,2}\s")  # "1/2" before the first part of a thread
_SHORTEST = 12  # characters of a post; less is the rest of a caption


def posts(syntax: Syntax) -> list[Draft]:
    """Every post of a text: what stands before a signature with an account, or after an account and a colon, in one paragraph."""
    out: list[Draft] = []
    for first, last in _blocks(syntax):
        draft = _post(syntax, syntax.start[first], syntax.end[last])
        if draft:
            out.append(draft)
    return out


def _blocks(syntax: Syntax) -> list[tuple[int, int]]:
    """First and last token of each paragraph that holds an account."""
    out: list[tuple[int, int]] = []
    for token, block in enumerate(syntax.block):
        if block >= 0 and out and syntax.block[out[-1][0]] == block:
            out[-1] = (out[-1][0], token)
        elif block >= 0:
            out.append((token, token))
    return [(first, last) for first, last in out if "@" in syntax.text[syntax.start[first] : syntax.end[last]]]


def _post(syntax: Syntax, start: int, end: int) -> Draft | None:
    led = _LED.match(syntax.text, start, end)
    if led is not None:
        group = "name" if led["name"] else "handle"
        return _draft(syntax, led.end(), end, led.span(group))
    signed = _SIGNED.search(syntax.text, start, end)
    return None if signed is None else _draft(syntax, start, signed.start(), signed.span("name"))


def _draft(syntax: Syntax, start: int, end: int, name: tuple[int, int]) -> Draft | None:
    counter = _COUNTER.match(syntax.text, start, end)
    start = counter.end() if counter else start
    links = _LINKS.search(syntax.text, max(start, end - 400), end)
    end = links.start() if links else end
    speaker, words = _tokens(syntax, *name), _tokens(syntax, start, end)
    if end - start < _SHORTEST or speaker is None or words is None:
        return None
    piece = cut(syntax, *words)
    return Draft([piece], speaker, None, None, "post") if piece else None


def _tokens(syntax: Syntax, start: int, end: int) -> tuple[int, int] | None:
    """First and last token between two characters, None if there is none."""
    first, after = bisect.bisect_left(syntax.start, start), bisect.bisect_left(syntax.start, end)
    while first < after and syntax.pos[first] == "SPACE":
        first += 1
    return (first, after - 1) if first < after else None
