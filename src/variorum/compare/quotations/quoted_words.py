"""The words that statements put in quotation marks, in a normal form in which house styles agree and changed words do not."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from variorum.compare.accounts.shared_sentences import common_words
from variorum.records.article import Span
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Reading, Statement
from variorum.text.fold import fold
from variorum.text.layout import blocks
from variorum.text.name_words import word_list
from variorum.text.prose import plain
from variorum.text.quotes import Quotation, quotations

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W_]+(?:'[^\W_]+)*|[$\u00a3\u20ac\u00a5%&]")
_BRACKETS = re.compile(r"\[[^\[\]]{0,200}\]")
_ELLIPSIS = re.compile(r"\u2026|\.\s?\.")
_STOP = re.compile(r"[.!?]['\")\]]*\s|\n\s*\n")
_MARKS = "'\""
_OPENING = " \t\r\n[(\"'\u201c\u2018\u00ab"


@dataclass(frozen=True, slots=True)
class QuotedWord(Span):
    """A word in quotation marks. `form` is its normal form: small letters, American spelling, digits for number words.

    `piece` counts the stretches in quotation marks. `bracketed` words stand in square brackets: the writer's own, put in for the speaker's.
    `after_cut` is True where the writer shows that words were left out before it, or breaks the quotation. `first` begins a sentence.
    """

    form: str
    piece: int
    bracketed: bool
    after_cut: bool
    first: bool

    @property
    def telling(self) -> bool:
        """True for a word that tells one quotation from another."""
        return self.form not in common_words() and self.form.isalnum()


@dataclass(frozen=True, slots=True)
class Quoted:
    """What one statement puts in quotation marks: the stretches between the marks, and their words in order."""

    statement: Statement
    pieces: tuple[Span, ...]
    words: tuple[QuotedWord, ...]

    def sentences(self) -> Iterator[range]:
        """The sentences, as ranges of `words`; a sentence that the cue breaks is one."""
        starts = [number for number, word in enumerate(self.words) if word.first]
        return (range(start, end) for start, end in pairwise((*starts, len(self.words))))

    def excerpts(self, text: str, part: range) -> tuple[Excerpt, ...]:
        """The characters of some words in a row, a piece for each stretch in quotation marks, with the punctuation between them."""
        out = []
        for number in dict.fromkeys(self.words[at].piece for at in part):
            own = [at for at in part if self.words[at].piece == number]
            piece, first, last = self.pieces[number], own[0], own[-1]
            start = piece.start if first == 0 or self.words[first - 1].piece != number else self.words[first].start
            after = last + 1 < len(self.words) and self.words[last + 1].piece == number
            end = self.words[last + 1].start if after else piece.end
            while end > self.words[last].end and text[end - 1] in _OPENING and (after or text[end - 1].isspace()):
                end -= 1
            out.append(Excerpt.cut(text, start, end))
        return tuple(out)


def quoted_words(reading: Reading) -> tuple[Quoted, ...]:
    """What the direct and mixed statements of an article put in quotation marks, in the order of the text.

    A quotation in a quotation is what its own statement says, and is left out of the one around it.
    """
    text = reading.article.text
    folded = fold(text)
    marks = quotations(text, blocks(text))
    spoken = sorted((one for one in reading.statements if one.kind in ("direct", "mixed")), key=lambda one: (one.span.start, one.span.end))
    starts = [one.span.start for one in spoken]
    out = []
    for number, statement in enumerate(spoken):
        inner = spoken[number + 1 : bisect.bisect_left(starts, statement.span.end, number + 1)]
        nested = sorted(Span(part.start, part.end) for one in inner if one.span.end <= statement.span.end for part in one.contents)
        pieces = tuple(_without(_pieces(folded, statement, marks), nested))
        words = tuple(_words(folded, pieces))
        if words:
            out.append(Quoted(statement, pieces, words))
    return tuple(out)


def _pieces(folded: str, statement: Statement, marks: tuple[Quotation, ...]) -> Iterator[Span]:
    """The stretches of a statement that stand between quotation marks. A statement inside a quotation stands between its marks whole."""
    for part in statement.contents:
        at = max(0, bisect.bisect(marks, part.start, key=lambda mark: mark.start) - 1)
        while at < len(marks) and marks[at].start < part.end:
            start, end = max(marks[at].inner.start, part.start), min(marks[at].inner.end, part.end)
            if start < end:
                yield _within_marks(folded, Span(start, end))
            at += 1


def _within_marks(folded: str, piece: Span) -> Span:
    """A piece without the quotation marks at its ends, if it has them at both."""
    if len(piece) > 2 and folded[piece.start] in _MARKS and folded[piece.end - 1] in _MARKS:
        return Span(piece.start + 1, piece.end - 1)
    return piece


def _without(pieces: Iterator[Span], nested: list[Span]) -> Iterator[Span]:
    """The pieces with what lies in `nested` taken out."""
    for piece in pieces:
        start = piece.start
        for hole in nested:
            if start < hole.end and hole.start < piece.end:
                if start < hole.start:
                    yield Span(start, hole.start)
                start = hole.end
        if start < piece.end:
            yield Span(start, piece.end)


def _words(folded: str, pieces: tuple[Span, ...]) -> Iterator[QuotedWord]:
    before: re.Match[str] | None = None
    for number, piece in enumerate(pieces):
        added = [found.span() for found in _BRACKETS.finditer(folded, piece.start, piece.end)]
        opens = piece.start
        for found in _WORD.finditer(folded, piece.start, piece.end):
            while added and added[0][1] <= found.start():
                added.pop(0)
            bracketed = bool(added) and added[0][0] < found.start()
            cut = opens == piece.start if before else bool(_ELLIPSIS.search(folded, opens, found.start()))
            cut = cut or bool(_ELLIPSIS.search(folded, opens, found.start()))
            first = before is None or _begins_sentence(folded, before, found)
            yield QuotedWord(found.start(), found.end(), _form(found.group()), number, bracketed, cut, first)
            before, opens = found, found.end()


def _begins_sentence(folded: str, before: re.Match[str], word: re.Match[str]) -> bool:
    """True if a full stop, or a new paragraph, parts a word from the one before it; a cue that ends the sentence counts."""
    if not _STOP.search(folded, before.end(), word.start()) or word.group()[0].islower():
        return False
    return before.group().lower() not in word_list("abbreviations")


def _form(word: str) -> str:
    if word == "&":
        return "and"
    word = word.replace(".", "") if word[0].isalpha() else word
    return word.replace("'", "").lower() if "'" in word else plain(word)
