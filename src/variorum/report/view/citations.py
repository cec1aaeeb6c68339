"""Quotations as the page shows them: the exact words, their sentence, where they stand, and the copies that carry the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from variorum.records.article import Span
from variorum.report.hostile_text import visible
from variorum.report.sigla import Column, Witness
from variorum.report.view.context import around


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of one article: `mark` is the id of the mark that holds them in the source, `also` the copies that say the same."""

    mark: str
    witness: Witness
    before: str
    words: str
    after: str
    also: tuple[Quotation, ...] = ()


def quotation(mark: str, witness: Witness, span: Span) -> Quotation:
    """The words at `span` of the witness's text, with the sentence around them."""
    text = witness.article.text
    before, after = around(text, span)
    return Quotation(mark, witness, visible(before), visible(span.of(text)), visible(after))


class Quoted(Protocol):
    """Anything that is shown as a quotation."""

    @property
    def quotation(self) -> Quotation: ...


Item = TypeVar("Item", bound=Quoted)


def fold_copies(items: Iterable[Item], column: Column, key: Callable[[Item], Hashable]) -> tuple[Item, ...]:
    """The items of one account, each once: what a copy says again is listed under `also` of the first.

    Items of two articles are one if their keys agree and both are the first (second, third …) with that key in their article, so that
    a text that says a thing twice keeps both. Items come back in the order of the account's witnesses, then of the text.
    """
    order = [witness.article.id for witness in column.witnesses]
    found: dict[Hashable, list[Item]] = {}
    for article in order:
        counts: Counter[Hashable] = Counter()
        for item in items:
            if item.quotation.witness.article.id == article:
                name = key(item)
                counts[name] += 1
                found.setdefault((name, counts[name]), []).append(item)
    return tuple(_with_also(same) for same in found.values())


def _with_also(same: Sequence[Item]) -> Item:
    first, *rest = same
    if not rest:
        return first
    also = replace(first.quotation, also=tuple(item.quotation for item in rest))
    return replace(first, quotation=also)  # type: ignore[type-var]  # every item is a dataclass with this field
