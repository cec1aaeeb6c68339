"""Quantities: every quantity of a text as it is written, ranges and changes joined, words left out filled in."""

from __future__ import annotations

from variorum.extract.figures.written.ellipsis import fill_gaps, share_modifiers
from variorum.extract.figures.written.numbers_with_units import Piece, find_pieces
from variorum.extract.figures.written.parts import name_parts
from variorum.extract.figures.written.quantity import Quantity, single
from variorum.extract.figures.written.ranges_and_changes import is_result, join
from variorum.extract.figures.written.shared_currencies import settle_currencies
from variorum.records.article import Span
from variorum.text.parsing.parse import Parse


def find_quantities(parse: Parse, taken: list[Span]) -> list[Quantity]:
    """Every quantity of a text, in order. `taken` are spans whose numbers are none (dates)."""
    pieces = find_pieces(parse, taken)
    sentence_of = _sentence_numbers(parse, pieces)
    out: list[Quantity] = []
    at = 0
    while at < len(pieces):
        after = pieces[at + 1] if at + 1 < len(pieces) and sentence_of[at + 1] == sentence_of[at] else None
        if after and is_result(parse, pieces[at], after):
            at += 2
            continue
        joined = join(parse, pieces[at], after) if after else None
        out.append(joined or single(parse, pieces[at]))
        at += 2 if joined else 1
    return settle_currencies(parse, name_parts(parse, fill_gaps(parse, share_modifiers(parse.folded, out))))


def _sentence_numbers(parse: Parse, pieces: list[Piece]) -> list[int]:
    tokens = [parse.token_at(piece.number.start) for piece in pieces]
    return [token.sent.start if token is not None else -1 for token in tokens]
