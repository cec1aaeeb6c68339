"""Capitalised stretches of a text: words scanned once, joined into runs that may hold a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from variorum.text.name_words import word_list
from variorum.text.parsing.parse import Parse

# One scan: web addresses (skipped), hashtags and handles, dotted abbreviations, words.
_SCAN = re.compile(r"(?P<skip>https?://\S+|www\.\S+)|(?P<tag>(?<!\w)[#@]\w+)|(?P<dotted>\b(?:[A-Z]\.){2,})|(?P<word>\w+)")
_OPENING = frozenset("\"'([{:;.!?\u2013\u2014*\u2022\u2026|/\u00b7")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the folded text. `glue` is what stands between it and the word before: " ", "-", ", "; None for a break."""

    start: int
    end: int
    text: str
    glue: str | None
    tag: bool = False

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or (self.tag and any(char.isupper() for char in self.text))


def shown_text(parse: Parse) -> str:
    """The folded text in which a line break inside a block is a space: a name may run over the end of a wrapped line."""
    parts, at = [], 0
    for block in parse.blocks:
        parts += [parse.folded[at : block.start], parse.folded[block.start : block.end].replace("\n", " ")]
        at = block.end
    return "".join([*parts, parse.folded[at:]])


def scan_words(folded: str) -> list[Word]:
    """Every word of a text in order, with the link to the one before."""
    out: list[Word] = []
    last_end = 0
    for match in _SCAN.finditer(folded):
        if match.lastgroup == "skip":
            last_end = -1
            continue
        start, end = match.span()
        glue = _glue(folded, last_end, start, out[-1].text if out else "") if out and last_end >= 0 else None
        out.append(Word(start, end, match.group(), glue, match.lastgroup == "tag"))
        last_end = end
    return out


def _glue(folded: str, end: int, start: int, before: str) -> str | None:
    """What links two words: a space, a hyphen, an ampersand, an apostrophe inside a name; None where they are parted."""
    if start - end > 4:
        return None
    gap = folded[end:start]
    if gap in {"-", " & ", "&", "'"}:
        return gap
    if gap == " " or (gap.isspace() and "\n" not in gap):
        return " "
    if gap == ", ":
        return gap
    if gap == ". " and (len(before) == 1 or before.lower() in word_list("abbreviations")):
        return ". "
    return None


_DOTTED = re.compile(r"[A-Za-z]\.")  # "U.S", not "3.8%"


def opens_sentence(folded: str, start: int) -> bool:
    """True if a capital at `start` may be due to the place alone: the beginning of a line, sentence or quotation."""
    at = start - 1
    while at >= 0 and folded[at] == " ":
        at -= 1
    if at < 0 or folded[at] == "\n" or (folded[at] == "-" and at + 1 < start):
        return True
    if folded[at] == "." and at >= 1 and start - at == 2:  # after an abbreviation the sentence goes on
        head = folded[max(0, at - 5) : at].split()
        return not (head and (head[-1].lower() in word_list("abbreviations") or len(head[-1]) == 1 or _DOTTED.search(head[-1])))
    return folded[at] in _OPENING
