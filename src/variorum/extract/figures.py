"""Figures: every quantity that one article states, with what it measures, whose it is, how firm, and who says it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from spacy.tokens import Token

from variorum.article import Article
from variorum.config import Config
from variorum.extract.checks import imply_bases, link_restatements
from variorum.extract.measures import Measured, measured, number_tokens
from variorum.extract.quantities import find_quantities
from variorum.extract.quantity import Quantity
from variorum.extract.status import status_of
from variorum.lang import language_data
from variorum.marks import Change, DateMark, Excerpt, Figure, Statement
from variorum.text.parse import Parse

_DATA: dict[str, Any] = language_data("figures")
_NO_MOVE = frozenset(_DATA["change"]["no_move"])
_SIZE_OF = {"npadvmod", "dobj", "obj", "advmod", "attr", "nummod", "compound", "amod", "nmod", "quantmod"}
_UP, _DOWN = (frozenset(_DATA["change"][key]) for key in ("up", "down"))


def find_figures(
    article: Article, parse: Parse, dates: tuple[DateMark, ...], statements: tuple[Statement, ...], config: Config
) -> tuple[Figure, ...]:
    """Every quantity that the article states, in order. `dates` keep their numbers; `statements` tell who says a figure."""
    del config  # nothing in reading figures is a matter of setting yet
    quantities = find_quantities(parse, [date.span for date in dates])
    numbers = number_tokens(parse, quantities)
    figures: list[Figure] = []
    for quantity in quantities:
        found = measured(parse, quantity, numbers)
        figures.append(_figure(article, quantity, found, _meant(parse, figures, quantity) if found and found.pointer else None))
    linked = imply_bases(parse, _same_change(parse, link_restatements(parse, figures, quantities)))
    return tuple(_attributed(figure, statements) for figure in _dated(linked, dates, parse))


def _figure(article: Article, quantity: Quantity, found: Measured | None, meant: Figure | None) -> Figure:
    """The record of a quantity. `meant` is the earlier figure that its words point back to: it lends measure, base, holder and period."""
    measure, whose = (found.measure, found.whose) if found else (None, None)
    if meant:
        measure, whose = meant.measure, meant.whose
        quantity = replace(quantity, per=quantity.per or meant.per, of=quantity.of or meant.of)
    quote = Excerpt.cut(article.text, quantity.start, quantity.end)
    return Figure(
        article=article.id,
        start=quote.start,
        end=quote.end,
        quote=quote.text,
        number=quantity.number,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        of=quantity.of,
        bound=quantity.bound,
        per=quantity.per,
        change=quantity.change or (_moved(found.head, quantity) if found else None),
        measure=measure,
        whose=whose,
        status=status_of(found.head) if found else "actual",
        predicate=found.predicate if found else None,
        clause=found.clause if found else None,
        lead=found.lead if found else None,
    )


def _meant(parse: Parse, figures: list[Figure], quantity: Quantity) -> Figure | None:
    """The last figure of the same unit in the same or the previous sentence: what "that sum" or "an increase" points back to."""
    here = parse.token_at(quantity.number.start)
    for figure in reversed(figures[-6:]):
        there = parse.token_at(figure.number.start)
        if here is None or there is None or here.sent.start not in (there.sent.start, there.sent.end):
            return None
        if figure.unit == quantity.unit and figure.unit and figure.measure:
            return figure
    return None


_OR = re.compile(r",? or (?:by )?(?:about |nearly |around )?")


def _same_change(parse: Parse, figures: list[Figure]) -> list[Figure]:
    """A change told twice has one direction: "lost 190 points, or 0.6%"."""
    out = list(figures)
    for index in range(1, len(out)):
        a, b = out[index - 1], out[index]
        if a.change and a.change.kind == "by" and b.change is None and _OR.fullmatch(parse.folded[a.end : b.number.start]):
            out[index] = replace(b, change=a.change)
    return out


def _moved(head: Token, quantity: Quantity) -> Change | None:
    """The change that a figure names: a factor, or the amount by which something rose or fell."""
    if quantity.kind == "multiplier":
        return Change("factor", factor=quantity.low)
    if quantity.unit in {"ordinal", "rank"} or quantity.change:
        return None
    for word in _movers(head, quantity):
        lemma = word.lemma_.lower()
        if lemma in _UP or word.lower_ == "up":
            return Change("by", direction="up")
        if lemma in _DOWN or word.lower_ == "down":
            return Change("by", direction="down")
    return None


def _movers(head: Token, quantity: Quantity) -> list[Token]:
    """The words that may say that the figure is the size of a change: "rose 3%", "by 3%", "a 3% rise", "up 3%"."""
    doc = head.doc
    out = [child for child in head.lefts if child.lower_ in {"up", "down"} and child.nbor(1).lower_ != "to"]
    first = next((token for token in doc[max(0, head.i - 4) : head.i + 1] if token.idx >= quantity.start), head)
    if (
        first.i
        and doc[first.i - 1].lower_ in {"up", "down"}
        and not (doc[first.i - 1].dep_ == "prt" and doc[first.i - 1].head.lemma_.lower() in _NO_MOVE)
    ):
        out.append(doc[first.i - 1])
    governor = head.head
    sized = quantity.unit in {"%", "pp", "bp", "x"} or quantity.family == "money" or quantity.of == "point" or governor.pos_ == "NOUN"
    if sized and head.dep_ in _SIZE_OF and governor.i != head.i:
        out.append(governor)
    if head.dep_ == "pobj" and governor.lower_ in {"by", "of"} and governor.head.i != governor.i:
        out.append(governor.head)
    return out


def _dated(figures: list[Figure], dates: tuple[DateMark, ...], parse: Parse) -> list[Figure]:
    """Give each figure the date that its own clause states for it: one date under the same verb, and only one."""
    by_verb: dict[int, list[DateMark]] = {}
    for date in dates:
        verb = _dates_verb(parse, date)
        if date.value and verb is not None:
            by_verb.setdefault(verb, []).append(date)
    out = []
    for figure in figures:
        token = parse.token_at(figure.number.start)
        near = [date for date in by_verb.get(_verb_of(token), []) if not date.span.overlaps(figure.span)] if token is not None else []
        out.append(replace(figure, as_of=near[0].value) if len(near) == 1 else figure)
    return out


def _dates_verb(parse: Parse, date: DateMark) -> int | None:
    """The place of the verb that a date tells the time of; None for a date inside a noun phrase ("the 1950-1953 war")."""
    tokens = parse.tokens(date.start, date.end)
    top = next((token for token in tokens if token.head.i not in {part.i for part in tokens} or token.head.i == token.i), None)
    if top is None:
        return None
    while top.dep_ in {"pobj", "prep"} and top.head.pos_ in {"ADP", "SCONJ"}:
        top = top.head
    return top.head.i if top.head.pos_ in {"VERB", "AUX"} else None


def _verb_of(token: Token) -> int:
    """The place of the verb whose clause a token stands in, of the sentence's root where there is none."""
    node = token
    while node.pos_ not in {"VERB", "AUX"} and node.head.i != node.i:
        node = node.head
    return node.i


def _attributed(figure: Figure, statements: tuple[Statement, ...]) -> Figure:
    """Tie a figure to the narrowest statement whose content holds it."""
    holding = [
        statement
        for statement in statements
        if any(part.start <= figure.number.start and figure.number.end <= part.end for part in statement.contents)
    ]
    if not holding:
        return figure
    narrowest = min(holding, key=lambda statement: (len(statement.span), statement.id))
    return replace(figure, statement=narrowest.id, said_by=narrowest.speaker)
