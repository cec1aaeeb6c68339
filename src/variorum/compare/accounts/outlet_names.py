"""Outlets as texts call them: by their whole name, or by its last word with an article ("the Ledger" for the Oldport Ledger)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from variorum.records.article import Article
from variorum.text.fold import fold

_TOKEN = re.compile(r"\w+")
_LEAST_LETTERS = 4  # of a last word by which alone an outlet may be called


def outlet_name(article: Article) -> str:
    """An outlet's name without its article, empty where it is not known; hosts are no names that a text would cite."""
    name = re.sub(r"(?i)^the\s+", "", article.outlet or "").strip()
    return "" if "." in name else name


class OutletNames:
    """The outlets of a story, looked up in a text by the last word of their names, so that not every text is searched for every outlet."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._by_last: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted({outlet_name(article) for article in articles} - {""}):
            if words := _TOKEN.findall(fold(name)):
                self._by_last[words[-1]].append(name)

    def named_in(self, article: Article) -> list[str]:
        """The outlets, sorted, that an article's text names, its own left out."""
        text = fold(article.text)
        own = outlet_name(article)
        return sorted(name for name in self._possible(text) if name != own and _is_named(text, name))

    def _possible(self, text: str) -> Iterator[str]:
        for word in dict.fromkeys(_TOKEN.findall(text)):
            yield from self._by_last.get(word, ())


def _is_named(text: str, outlet: str) -> bool:
    """True if a text names an outlet, in full or by its last word."""
    names = [re.escape(outlet)]
    if short := short_name(outlet):
        names.append(rf"[Tt]he {re.escape(short)}")
    return re.search(rf"\b(?:{'|'.join(names)})\b", text) is not None


def short_name(outlet: str) -> str | None:
    """The last word of an outlet's name, None where that is the whole name or too short to tell it."""
    words = outlet.split()
    return words[-1] if len(words) > 1 and len(words[-1]) >= _LEAST_LETTERS else None
