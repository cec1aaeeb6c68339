"""The figures of a text and nothing else: no names, no statements, so nobody who says them."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator

from variorum.config import DEFAULT
from variorum.errors import ConfigError
from variorum.extract.dates.date_marks import find_dates
from variorum.extract.figures.figure_marks import find_figures
from variorum.extract.figures.written.all_quantities import may_hold_quantity
from variorum.records.article import Article
from variorum.records.marks import Figure
from variorum.text.fold import fold
from variorum.text.parsing.parse import Parse, parse_text, parse_texts


def figures(text: str, *, published: str | dt.date | dt.datetime | None = None) -> tuple[Figure, ...]:
    """Every figure of an English text, in order; none for a text without a word. All of the text is read, clutter too.

    `said_by` and `statement` are None and `about` is empty: who says a figure and what it is about, slot by slot, is found by `extract`. By
    `published`, as Article takes it, relative dates
    ("last year") are resolved for `as_of`; ArticleError if it is no date.
    """
    article = Article(text, published=published) if has_word(text) else None
    return article_figures(article) if article and may_hold_quantity(fold(text)) else ()


def figures_of(texts: Iterable[str], *, batch_size: int = 64) -> Iterator[tuple[Figure, ...]]:
    """The figures of each of many texts, in order: as `figures`, but up to `batch_size` short texts go through the parser at a time.

    Texts are taken from `texts` as they are needed; those without a number are not parsed at all. ConfigError if `batch_size` is not above
    0. A parse that hangs on the last bit of a floating-point number can differ from that of the text alone.
    """
    if batch_size <= 0:
        raise ConfigError(f"batch_size is {batch_size}; it must be above 0.")
    return _of_batches(iter(texts), batch_size)


def _of_batches(texts: Iterator[str], size: int) -> Iterator[tuple[Figure, ...]]:
    while batch := list(itertools.islice(texts, size)):
        numbered = [has_word(text) and may_hold_quantity(fold(text)) for text in batch]
        parses = parse_texts(itertools.compress(batch, numbered), DEFAULT, size)
        for text, has_number in zip(batch, numbered, strict=True):
            yield figures_in(Article(text), next(parses)) if has_number else ()


def article_figures(article: Article) -> tuple[Figure, ...]:
    """The figures of one article, told nothing of who says them."""
    return figures_in(article, parse_text(article.text))


def figures_in(article: Article, parse: Parse) -> tuple[Figure, ...]:
    """The figures of an article whose text is parsed already, without frames: only articles of a story are compared by these."""
    return find_figures(article, parse, find_dates(article, parse, DEFAULT), (), DEFAULT, framed=False)


def has_word(text: str) -> bool:
    """True if a text holds a letter or digit: without one it is no article."""
    return any(map(str.isalnum, text))
