"""Figures: every quantity that one article states, with what it measures, whose it is, how firm, and who says it."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from variorum.config import Config
from variorum.extract.figures.checks.arithmetic import check_arithmetic, link_restatements
from variorum.extract.figures.frame.frames import frame_of, like_restated
from variorum.extract.figures.frame.settings import with_settings
from variorum.extract.figures.meaning.changes import change_of, share_changes
from variorum.extract.figures.meaning.firmness.figure_status import status_of
from variorum.extract.figures.meaning.measures import Measured, measured, number_tokens
from variorum.extract.figures.meaning.repeated_terms import repeat_terms, share_status
from variorum.extract.figures.written.all_quantities import find_quantities
from variorum.extract.figures.written.ambiguous_forms import mark_currencies, mark_separators
from variorum.extract.figures.written.quantity import Quantity
from variorum.records.article import Article
from variorum.records.excerpt import Excerpt
from variorum.records.marks import DateMark, Figure, Name, Statement
from variorum.text.parsing.parse import Parse


def find_figures(
    article: Article,
    parse: Parse,
    dates: tuple[DateMark, ...],
    statements: tuple[Statement, ...],
    config: Config,
    *,
    names: tuple[Name, ...] = (),
    framed: bool = True,
) -> tuple[Figure, ...]:
    """Every quantity that the article states, in order.

    `dates` keep their numbers; `statements` tell who says a figure; `names` are those that may tell where it holds. Without a frame (`framed`
    False) a figure cannot be compared with those of other articles, but is read in two thirds of the time.
    """
    del config  # nothing in reading figures is a matter of setting yet
    quantities = find_quantities(parse, [date.span for date in dates])
    numbers = number_tokens(parse, quantities)
    figures: list[Figure] = []
    heads: list[Token | None] = []
    for quantity in quantities:
        found = measured(parse, quantity, numbers)
        heads.append(found.head if found else None)
        points_back = found and (found.pointer or (quantity.gap and not _names_something(parse, found)))
        meant = _named_again(parse, figures, quantity, found) or (_meant(parse, figures, quantity) if points_back else None)
        before = _meant(parse, figures, quantity) if quantity.gap and found and found.measure and not meant else None
        if found and before and (joined := _with_verb_before(article, parse, found, before)):
            found = replace(found, measure=joined)
        figure = _figure(article, parse, quantity, found, meant)
        same = _told_with(parse, figures, figure)
        figure = replace(figure, about=frame_of(parse, quantity, found, numbers, figures)) if framed else figure
        figures.append(replace(figure, measure=same.measure, whose=same.whose) if same else figure)
    figures = share_status(parse, repeat_terms(parse, figures, heads))
    linked = link_restatements(parse, mark_separators(parse, mark_currencies(parse, figures, quantities)), quantities)
    linked = check_arithmetic(parse, share_changes(parse, like_restated(list(linked))))
    dated = _dated(linked, dates, parse)
    told = with_settings(dated, parse, names, dates) if framed else dated
    return tuple(_attributed(figure, statements) for figure in told)


def _names_something(parse: Parse, found: Measured) -> bool:
    """True if a measure is more than verbs and times: "63" in "460 cars were stolen, compared with 63 last year" has neither."""
    tokens = parse.tokens(found.measure.start, found.measure.end) if found.measure else []
    if tokens and tokens[0].lower_ in {"last", "this", "next"}:
        return False
    if len(tokens) == 1 and tokens[0].tag_ == "VBG" and found.predicate:
        return True  # "killing 14 people and wounding 86"
    return any(token.pos_ not in {"VERB", "AUX", "ADV"} for token in tokens)


def _figure(article: Article, parse: Parse, quantity: Quantity, found: Measured | None, meant: Figure | None) -> Figure:
    """The record of a quantity. `meant` is the earlier figure that its words point back to: it lends measure, base, holder and period."""
    measure, whose = (found.measure, found.whose) if found else (None, None)
    if meant:
        measure, whose = meant.measure, whose or meant.whose
        quantity = replace(
            quantity, per=quantity.per or (meant.per if quantity.unit != meant.unit or _alike(quantity, meant) else None), of=quantity.of or meant.of
        )
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
        change=quantity.change or (change_of(parse, found.head, quantity) if found else None),
        measure=measure,
        whose=whose,
        status=status_of(parse, found.head, quantity) if found else "actual",
        predicate=found.predicate if found else None,
        clause=found.clause if found else None,
        lead=found.lead if found else None,
    )


_ALIKE = 50  # times; what is told per share is not that much smaller than what it is called beside it, "56 cts a share or 23.1 mln dlrs"


def _alike(quantity: Quantity, meant: Figure) -> bool:
    return not quantity.high or not meant.high or 1 <= _ALIKE * abs(quantity.high / meant.high) <= _ALIKE**2


LONGEST_JOINED = 90  # characters from the measure before to the verb of the next: "killing at least 14 people and wounding"


def _with_verb_before(article: Article, parse: Parse, found: Measured, before: Figure) -> Excerpt | None:
    """Of a number that stands alone after its verb, the measure with what it goes on from: "killing 14 people and wounding" of the 86."""
    tokens = parse.tokens(found.measure.start, found.measure.end) if found.measure else []
    if len(tokens) != 1 or tokens[0].tag_ != "VBG" or not found.measure or not before.measure or before.end > found.measure.start:
        return None
    start, end = before.measure.start, found.measure.end
    return Excerpt.cut(article.text, start, end) if 0 < end - start <= LONGEST_JOINED else None


MAX_BACK = 100  # figures; "the $5 billion" means one that a reader still has in mind
_BESIDE = re.compile(
    r"\)?(?: (?:in|for|during|at) [^,.;:()]{1,60})?(?:,| [–—-]) ?"
    r"(?:or|up|down|(?:an? |representing an? )?(?:\w+ )?(?:increase|decrease|rise|fall|drop|gain|decline) of) "
)


def _told_with(parse: Parse, figures: list[Figure], figure: Figure) -> Figure | None:
    """The figure right before one that says the same or its move: "$3 million, or 2 percent", "sales of $3 million, up 2 percent"."""
    last = figures[-1] if figures else None
    if last is None or not last.measure or not figure.unit or figure.of or figure.unit in {"x", "rank", "ordinal"}:
        return None
    return last if _BESIDE.fullmatch(parse.folded, last.end, figure.start) else None


def _named_again(parse: Parse, figures: list[Figure], quantity: Quantity, found: Measured | None) -> Figure | None:
    """The last figure of the same value, for an amount with "the" and nothing else to say what it is: "two-thirds of the $5 billion"."""
    before = parse.token_at(quantity.start - 2) if quantity.start > 1 else None
    if not quantity.unit or (found and found.measure and not found.pointer) or before is None or before.lower_ not in {"the", "that", "this"}:
        return None
    same = (
        figure for figure in reversed(figures[-MAX_BACK:]) if (figure.low, figure.high, figure.unit) == (quantity.low, quantity.high, quantity.unit)
    )
    return next((figure for figure in same if figure.measure), None)


def _meant(parse: Parse, figures: list[Figure], quantity: Quantity) -> Figure | None:
    """The last figure of the same unit in the same or the previous sentence: what "that sum" or "an increase" points back to."""
    here = parse.token_at(quantity.number.start)
    for figure in reversed(figures[-6:]):
        there = parse.token_at(figure.number.start)
        if here is None or there is None or parse.sentence(here.i)[0] not in parse.sentence(there.i):
            return None
        alike = figure.of == quantity.of if quantity.gap else bool(figure.unit)
        if figure.unit == quantity.unit and alike and figure.measure:
            return figure
    return None


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
