"""Headlines inside a text: blocks in title case or capitals, where a capital tells nothing about a word."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.extract.names.capitals import Word
from variorum.records.article import Span
from variorum.text.name_words import LINKERS, place_names, word_list
from variorum.text.parsing.parse import Parse

CAPITAL_SHARE = 0.7  # of the words of four letters and more; sentences with many names stay below
_SMALL = LINKERS | {"a", "an", "in", "at", "by", "to", "with", "from", "as", "or"}


def headline_words(parse: Parse, words: list[Word]) -> frozenset[int]:
    """Indices of the words that stand in a headline of the text."""
    out: set[int] = set()
    at = 0
    for block in parse.blocks:
        first = at
        while at < len(words) and words[at].start < block.end:
            at += 1
        if _is_headline(parse.folded, block, words[first:at]):
            out.update(range(first, at))
    return frozenset(out | set(_shouted(words)))


def _shouted(words: list[Word]) -> Iterator[int]:
    """Words of a headline that runs on into prose: two or more side by side in capitals that are no known names."""
    known = place_names() | word_list("known_organisations")
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and words[end].text.isupper() and words[end].text.isalpha() and (end == at or words[end].glue == " "):
            end += 1
        part = [word.low for word in words[at:end]]
        if len(part) > 1 and " ".join(part) not in known and any(len(word) > 3 for word in part) and not all(word in known for word in part):
            yield from range(at, end)
        at = max(end, at + 1)


def _is_headline(folded: str, block: Span, words: list[Word]) -> bool:
    letters = [word for word in words if word.text[0].isalpha() and not word.tag]
    if len(letters) < 2 or folded[block.start : block.end].rstrip()[-1:] in {".", ","} or len(letters) > 40:
        return False
    if all(word.text.isupper() for word in letters):
        return len(letters) > 3
    plain = [word for word in letters if word.low not in _SMALL and len(word.text) >= 4]
    share = sum(word.capital for word in plain) / max(1, len(plain))
    return share >= CAPITAL_SHARE and len(letters) >= 5
