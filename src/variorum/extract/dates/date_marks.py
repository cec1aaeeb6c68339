"""Dates: every expression of calendar time in an article, resolved against its publication day.

The grammar is rules in `lang/en/dates.toml`, after the manner of HeidelTime (Strötgen and Gertz, 2013); tense decides between last and next.
Durations ("for 11 days"), ages and numbers in names are no dates.
"""

from __future__ import annotations

import datetime as dt

from variorum.config import Config
from variorum.extract.dates.context import FUTURE, event, governor, tense
from variorum.extract.dates.expressions import Expression, scan_expressions
from variorum.extract.dates.lookalikes import is_date
from variorum.extract.dates.meaning import Setting
from variorum.extract.dates.occasions import occasion
from variorum.extract.dates.relative import resolve
from variorum.extract.names.capitals import shown_text
from variorum.records.article import Article
from variorum.records.marks import DateMark
from variorum.text.layout import dateline_end
from variorum.text.parsing.parse import Parse

DATELINE_BLOCKS = 3  # a headline and a byline may stand before the dateline


def find_dates(article: Article, parse: Parse, config: Config) -> tuple[DateMark, ...]:  # noqa: ARG001  config: one signature for all finders
    """Every date of the article, in order. A value is None where the words or a missing publication day leave it open; `note` says why."""
    shown = shown_text(parse)
    day = article.day or _dateline_day(parse, shown)
    out: list[DateMark] = []
    before: str | None = None
    for expression in scan_expressions(shown):
        if is_date(shown, expression, parse):
            mark = _mark(article, parse, expression, before, day)
            out.append(mark)
            before = mark.value or before
    return tuple(out)


def _dateline_day(parse: Parse, shown: str) -> dt.date | None:
    """The full date in the dateline of the first lines, for a text that came without a publication date."""
    for block in parse.blocks[:DATELINE_BLOCKS]:
        end = dateline_end(parse.folded, block)
        for expression in scan_expressions(shown[:end]) if end else ():
            value = resolve(expression, Setting(None, None, None)).value if expression.start >= block.start else None
            if value and len(value) == len("2024-06-13"):
                return dt.date.fromisoformat(value)
    return None


def _mark(article: Article, parse: Parse, expression: Expression, before: str | None, day: dt.date | None) -> DateMark:
    start, end = expression.start, expression.end
    root, verb = governor(parse, start, end) or (None, None)
    about = occasion(parse, start, end)
    meaning = resolve(expression, Setting(day, FUTURE if about and about.moved else tense(verb), before))
    happens = event(parse, start, end, root, verb) if root is not None else None
    return DateMark(article.id, start, end, article.text[start:end], meaning.value, meaning.anchor, happens, meaning.note, about)
