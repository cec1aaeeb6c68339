"""A text's own prose as sentences of plain words: what two articles are compared by when one may derive from the other."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from variorum.lang import language_data
from variorum.records.article import Article, Boilerplate, Span
from variorum.text.clutter import mark_clutter
from variorum.text.fold import fold
from variorum.text.layout import blocks, dateline_end
from variorum.text.name_words import word_list
from variorum.text.quotes import quotations

# A sign of money, a number or a word; a possessive s that stands apart ("the mayor 's") is the group, and is left out.
_WORD = re.compile(r"(?<=')(s\b)|[$\u00a3\u20ac\u00a5\u20b9%]|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['.][^\W\d_]+)*")
# A full stop before a capital or digit; the space between may be missing where lines were joined ("this week.The").
_STOP = re.compile(r"(?<![.!?\u2026])[.!?\u2026]++[\"')\]]*+\s++(?=[\"'(\[]*[A-Z0-9])|(?<=[a-z0-9])[.!?][\"')]*(?=[\"'(]?[A-Z][a-z])")
_LAST_WORD = re.compile(r"([A-Za-z.]+)\.[\"')\]]*\s*\Z")
_CLOSED = re.compile(r"[.!?\u2026:;,][\"')\]]*\s*\Z")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]\Z")
_OPENING = re.compile(r"(?:[A-Z][A-Z ,.'/-]{2,40}: |[^\n.]{0,60}\([A-Z][A-Za-z ]{1,30}\) ?[-\u2013\u2014]{1,2} )(?=\S)")
_MONTHS = frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"})
_ANNOUNCEMENT = 200  # characters at a block's end in which a statement is announced
_PROMPT_WORDS = 40  # words of the longest prompt to the reader
LABEL_WORDS = 14  # a line of up to as many words that no full stop ends is a headline, a label or a link, not a sentence


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """A sentence: its words in normal form (see `plain`) with their places, and which of them stand in quotation marks.

    `loose` is True for headlines, labels, photo captions, prompts and notes: lines that an editor or a site puts round a report, and whose
    coming or going makes no other text.
    """

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    quoted: tuple[bool, ...]
    loose: bool

    @property
    def in_quotation(self) -> bool:
        """True if most of the sentence is somebody else's words."""
        return 2 * sum(self.quoted) > len(self.words)


def sentences_of(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article without its site furniture, captions included. A text of furniture only is read whole."""
    furniture = article.boilerplate or mark_clutter(article.text)
    return tuple(_sentences(article.text, furniture)) or tuple(_sentences(article.text, ()))


def _sentences(text: str, furniture: tuple[Boilerplate, ...]) -> Iterator[Sentence]:
    folded = fold(text)
    parts = blocks(folded)
    captions = _covered(len(text), [part for part in furniture if part.kind == "caption"])
    left_out = _covered(len(text), [part for part in furniture if part.kind != "caption"])
    quoted = _covered(len(text), [*quotations(text, parts), *_pasted(folded, parts)])
    for block in parts:
        if 2 * sum(left_out[block.start : block.end]) > len(block):
            continue
        caption = 2 * sum(captions[block.start : block.end]) > len(block)
        for cut in _cut(folded, _report_start(folded, block), block.end):
            places = tuple(match.span() for match in _WORD.finditer(folded, cut.start, cut.end) if match[1] is None)
            if places:
                marks = tuple(bool(quoted[start]) for start, _ in places)
                loose = caption or _is_loose(folded[cut.start : cut.end], len(places), any(marks))
                yield Sentence(cut.start, cut.end, tuple(plain(folded[start:end]) for start, end in places), places, marks, loose)


def _report_start(folded: str, block: Span) -> int:
    """Where a block's report starts, a dateline left out: "LINDVIK/OLDPORT, May 2 (Wire) - ", "LINDVIK: "."""
    opening = _OPENING.match(folded, block.start, block.end)
    return opening.end() if opening else dateline_end(folded, block) or block.start


def _covered(length: int, parts: Iterable[Span]) -> bytearray:
    """For every character of a text, 1 if it stands in one of the parts."""
    out = bytearray(length)
    for part in parts:
        out[part.start : part.end] = b"\1" * len(part)
    return out


def _pasted(folded: str, parts: tuple[Span, ...]) -> Iterator[Span]:
    """Blocks that are somebody's own words without quotation marks: what follows "The statement reads:", or all after "Read the full letter:"."""
    words = language_data("shared_sentences")["pasted"]
    for before, block in itertools.pairwise(parts):
        line = folded[max(before.start, before.end - _ANNOUNCEMENT) : before.end].lower().rstrip()
        if not line.endswith(":"):
            continue
        if any(phrase in line for phrase in words["rest"]):
            yield Span(block.start, parts[-1].end)
            return
        if not set(words["next"]).isdisjoint(line[:-1].split()):
            yield block


def _is_loose(line: str, words: int, quoted: bool) -> bool:
    """True for a headline or label, a prompt to the reader, or a note of the desk."""
    data = language_data("shared_sentences")
    if words <= LABEL_WORDS and not _CLOSED.search(line):
        return True
    if line.lower().lstrip("([ ").startswith(tuple(data["notes"])):
        return True
    if quoted or words > _PROMPT_WORDS:
        return False
    held = {word.strip(".,:;!?()") for word in line.split()}
    return not held.isdisjoint(data["reader"]) and not {word.lower() for word in held}.isdisjoint(data["site"])


def sentence_spans(folded: str) -> Iterator[Span]:
    """Where the sentences of a text stand, block by block, as capitals and full stops tell without a parse."""
    for block in blocks(folded):
        yield from _cut(folded, block.start, block.end)


def _cut(folded: str, start: int, end: int) -> list[Span]:
    """The sentences of one block: cut after a full stop before a capital, not after an abbreviation or initials."""
    out = []
    for stop in _STOP.finditer(folded, start, end):
        last = _LAST_WORD.search(folded, max(start, stop.end() - 20), stop.end())
        if last and _is_short_form(last.group(1)):
            continue
        if stop.end() > start:
            out.append(Span(start, stop.end()))
            start = stop.end()
    if start < end:
        out.append(Span(start, end))
    return out


def _is_short_form(word: str) -> bool:
    """True for a word whose full stop ends no sentence: Mr, Jan, U.S."""
    return word.lower() in word_list("abbreviations") or word.lower() in _MONTHS or (_INITIALS.match(word) is not None and word != "I")


@functools.lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """A word in normal form: small letters, no possessive, American spelling, number words as digits."""
    word = word.lower().removesuffix("'s").replace("'", "").replace(".", "" if word[:1].isalpha() else ".").replace(",", "")
    data = language_data("shared_sentences")
    number = language_data("numbers")["cardinals"].get(word)
    if number is not None:
        return str(number)
    if word in data["words"]:
        return str(data["words"][word])
    for ending, instead in data["endings"].items():
        if len(word) > len(ending) + 2 and word.endswith(ending):
            return word[: -len(ending)] + str(instead)
    return word
