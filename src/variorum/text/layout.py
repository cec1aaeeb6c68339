"""Layout of plain text: which line breaks end a block and which only wrap a line."""

from __future__ import annotations

import itertools
import re
import statistics

from variorum.records.article import Span

_LINE = re.compile(r"[^\n]+")
_CLOSED = re.compile(r"""[.!?:;…]["'”’)\]]*\s*$""")
_BULLET = re.compile(r"\s*(?:[-*•–—·▪]|\d{1,2}[.)])\s")
_LEFT_OPEN = re.compile(r"(?:,|\b(?:of|the|an?|in|to|by|with|and|or|at|from|for|on|than|its|their|his|her|about|some|over|between))\s*$")
_NUMBER = re.compile(r"[$£€]?\d[\d.,]*\s*[a-z%]")  # not "2. Another point"
_IN_SENTENCE = re.compile(r"[a-z]\s*$")
_WRAPPED = 30  # characters; a shorter line that stops in mid-sentence is a heading or an item
_LONG_LINE = 120  # characters; no text is wrapped by hand at more than this
_PAGE = range(45, 91)  # characters of the longest line of a text that was wrapped by hand, if it tells that by one break alone


def wrap_width(lines: list[str]) -> int | None:
    """Usual width in characters at which a text was wrapped by hand, None if it was not.

    A text is wrapped if at least three of its lines, and a fifth of all, stop in mid-sentence before a line that starts in lower case.
    """
    cut = [len(a) for a, b in itertools.pairwise(lines) if not _CLOSED.search(a) and b[:1].islower() and 30 <= len(a) <= _LONG_LINE]
    return round(statistics.median(cut)) if len(cut) >= max(3, len(lines) // 5) else None


def blocks(text: str) -> tuple[Span, ...]:
    """Spans of the paragraphs, headings and list items of `text`, in order; a wrapped line belongs to the block it continues."""
    lines = list(_LINE.finditer(text))
    width, page = wrap_width([line.group() for line in lines]), _page([line.group() for line in lines])
    out: list[tuple[int, int]] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if not line.group().strip():
            continue
        near = out and before is not None and text[before.end() : line.start()].count("\n") == 1
        if near and before is not None and (_continues(before.group(), line.group(), width) or _fills(before.group(), line.group(), page)):
            out[-1] = (out[-1][0], line.end())
        else:
            out.append((line.start(), line.end()))
    return tuple(Span(start, end) for start, end in out)


def _page(lines: list[str]) -> int | None:
    """The longest line of a text that one break in mid-sentence shows to be wrapped by hand; None if nothing shows it."""
    longest = max(map(len, lines), default=0)
    cut = any(len(a) >= _WRAPPED and not _CLOSED.search(a) and b[:1].islower() for a, b in itertools.pairwise(lines))
    return longest if cut and longest in _PAGE else None


def _fills(before: str, line: str, page: int | None) -> bool:
    """True if a line that is left open was full: the first word of the next would not have fitted on it, "two million / Norland crowns"."""
    if page is None or not _IN_SENTENCE.search(before) or _BULLET.match(line) or line[:1] == " ":
        return False
    return len(before.rstrip()) + 1 + len(line.split(maxsplit=1)[0]) > page


def _continues(before: str, line: str, width: int | None) -> bool:
    """True if `line` goes on with the sentence that `before` leaves open."""
    if not before.strip() or _CLOSED.search(before) or _BULLET.match(line):
        return False
    if line[:1].islower() and len(before) <= _LONG_LINE:
        return True
    if _WRAPPED <= len(before) <= _LONG_LINE and (_LEFT_OPEN.search(before) or (_NUMBER.match(line) and _IN_SENTENCE.search(before))):
        return True
    return width is not None and 0.6 * width <= len(before) <= 1.4 * width and line[:1] != " "


_DATELINE = re.compile(
    r"[A-Z][A-Z .,'\u2019-]{2,40}(?:, [A-Z][A-Za-z .]{2,25})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: ?\([^()\n]{2,40}\))? ?(?:–|—|--|-) (?=\S)"
)


def dateline_end(text: str, block: Span) -> int | None:
    """Where the dateline that opens a block ends ("PORT ANSELM, June 13, 2024 (Wire) – "), None if it opens with none."""
    match = _DATELINE.match(text, block.start, block.end)
    return match.end() if match else None
