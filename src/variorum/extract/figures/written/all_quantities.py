"""Quantities: every quantity of a text as it is written, ranges and changes joined, words left out filled in."""

from __future__ import annotations

from variorum.extract.figures.written.ambiguous_forms import settle_currencies
from variorum.extract.figures.written.not_counted.moments import only_places
from variorum.extract.figures.written.numbers_with_units import Piece, find_pieces, has_numeral
from variorum.extract.figures.written.quantity import Quantity, single
from variorum.extract.figures.written.together.compounds import merge_compounds, written_compounds
from variorum.extract.figures.written.together.elided_money import lend_currency, money_before_number, price_shares
from variorum.extract.figures.written.together.ellipsis import (
    fill_gaps,
    share_ages,
    share_hyphens,
    share_modifiers,
    share_nouns,
    share_rates,
    share_rightwards,
)
from variorum.extract.figures.written.together.implied_rates import imply_rates
from variorum.extract.figures.written.together.parts import name_parts
from variorum.extract.figures.written.together.ranges_and_changes import is_result, join, joined_first, unbound
from variorum.extract.figures.written.told_in_words import SIDE, has_words_that_count, told_in_words
from variorum.records.article import Span
from variorum.text.parsing.parse import Parse


def find_quantities(parse: Parse, taken: list[Span]) -> list[Quantity]:
    """Every quantity of a text, in order. `taken` are spans whose numbers are none (dates)."""
    pieces = share_rightwards(parse, _all_pieces(parse, taken))
    sentence_of = _sentence_numbers(parse, pieces)
    out: list[Quantity] = []
    at = 0
    while at < len(pieces):
        after = [piece for near, piece in zip(sentence_of[at + 1 : at + 3], pieces[at + 1 : at + 3], strict=True) if near == sentence_of[at]]
        if after and is_result(parse, pieces[at], after[0]):
            at += 2
            continue
        quantity, used = _first_of(parse, pieces[at], after)
        out.append(quantity)
        at += used
    kept = [quantity for quantity in out if quantity.family != "time" or not only_places(parse.folded, quantity.start, quantity.end)]
    told = settle_currencies(parse, money_before_number(parse, unbound(parse.folded, kept)))
    filled = share_ages(parse.folded, fill_gaps(parse, share_nouns(parse, share_modifiers(parse.folded, share_hyphens(parse.folded, told)))))
    priced = price_shares(parse, share_rates(parse.folded, lend_currency(parse, name_parts(parse, filled))))
    return imply_rates(parse, priced)


def may_hold_quantity(folded: str) -> bool:
    """False for a text in which `find_quantities` finds none, whatever its parse."""
    return has_numeral(folded) or has_words_that_count(folded)


def _first_of(parse: Parse, piece: Piece, after: list[Piece]) -> tuple[Quantity, int]:
    """The quantity that begins with a piece, and how many pieces it is made of: a change to a range takes three."""
    last = joined_first(parse, *after) if len(after) > 1 else None
    if last and (whole := join(parse, piece, last)):
        return whole, 3
    pair = join(parse, piece, after[0]) if after else None
    return (pair, 2) if pair else (single(parse, piece), 1)


def _all_pieces(parse: Parse, taken: list[Span]) -> list[Piece]:
    """The pieces with a numeral and those without, in order; where both stand in one place, the numeral."""
    whole = written_compounds(parse.folded)
    told = told_in_words(parse)
    closed = [*whole, *(piece for piece in told if piece.kind == SIDE)]
    single_ones = find_pieces(parse, [*taken, *(Span(piece.start, piece.end) for piece in closed)])
    found = merge_compounds(parse.folded, sorted([*single_ones, *whole], key=lambda piece: piece.start))
    covered = {at for piece in found for at in range(piece.start, piece.end)}
    words = [piece for piece in told if not covered.intersection(range(piece.start, piece.end))]
    return sorted([*found, *words], key=lambda piece: piece.start)


def _sentence_numbers(parse: Parse, pieces: list[Piece]) -> list[int]:
    tokens = [parse.token_at(piece.number.start) for piece in pieces]
    return [parse.sentence(token.i)[0] if token is not None else -1 for token in tokens]
