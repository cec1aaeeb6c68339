"""Digests: articles that gather what others report and add no voice of their own."""

from __future__ import annotations

import re

from variorum.article import Article
from variorum.text.fold import fold

MIN_OUTLETS = 2  # other outlets of the story that a text names; reporters of their own name one rival at most
MIN_POSTS = 2  # posts that close a text; one may be a reader's comment


def digest_evidence(article: Article, others: list[Article]) -> tuple[str, ...]:
    """Why an article is a digest of others, empty if it is none."""
    named = [name for name in sorted({_outlet(other) for other in others} - {"", _outlet(article)}) if _names(article, name)]
    if len(named) >= MIN_OUTLETS:
        return (f"it cites {', '.join(named[:-1])} and {named[-1]}",)
    posts = _closing_posts(article)
    return (f"{posts} posts of others are appended to it",) if posts >= MIN_POSTS else ()


def _outlet(article: Article) -> str:
    """An outlet's name without its article; hosts are no names that a text would cite."""
    name = re.sub(r"(?i)^the\s+", "", article.outlet or "").strip()
    return "" if "." in name else name


def _names(article: Article, outlet: str) -> bool:
    """True if the article's text names an outlet, in full or by its last word ("the Ledger")."""
    text = fold(article.text)
    words = [re.escape(outlet)]
    last = outlet.rsplit(maxsplit=1)[-1]
    if len(outlet.split()) > 1 and len(last) > 3:
        words.append(rf"[Tt]he {re.escape(last)}")
    return re.search(rf"\b(?:{'|'.join(words)})\b", text) is not None


def _closing_posts(article: Article) -> int:
    """How many posts stand at the end of the text with nothing of its own after them."""
    posts = [part for part in article.boilerplate if part.kind == "social"]
    count, end = 0, len(article.text.rstrip())
    for part in reversed(posts):
        if article.text[part.end : end].strip():
            break
        count, end = count + 1, part.start
    lines = [line for line in article.text[end:].split("\n") if "://" in line]
    return max(count, len(lines)) if count else 0
