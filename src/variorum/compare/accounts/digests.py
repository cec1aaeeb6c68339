"""Digests: articles that gather what others report and add no voice of their own."""

from __future__ import annotations

from variorum.compare.accounts.credits import name_of
from variorum.compare.accounts.outlet_names import OutletNames
from variorum.compare.accounts.shared_sentences import source_of, traces
from variorum.records.article import Article

MIN_OUTLETS = 2  # other outlets of the story that a text names; reporters of their own name one rival at most
MIN_GATHERED = 0.7  # share of a text's words that stand in other texts, from which it is put together from them
MIN_PART = 0.2  # share of a text's words that only one other text has, from which that one is a part of it
MIN_POSTS = 2  # posts that close a text; one may be a reader's comment


def digest_evidence(article: Article, near: list[Article], outlets: OutletNames) -> tuple[str, ...]:
    """Why an article is a digest of others, empty if it is none: it cites them, is put together from them, or has their posts appended.

    `near` are the articles that have sentences or quotations in common with it, `outlets` those of the story.
    """
    named = outlets.named_in(article)
    if len(named) >= MIN_OUTLETS:
        return (f"it cites {', '.join(named[:-1])} and {named[-1]}",)
    parts = _gathered(article, near)
    if parts:
        return (f"its sentences are those of {', '.join(parts[:-1])} and {parts[-1]}",)
    posts = _closing_posts(article)
    return (f"{posts} posts of others are appended to it",) if posts >= MIN_POSTS else ()


def _gathered(article: Article, others: list[Article]) -> list[str]:
    """The articles that a text is put together from: together they have most of its sentences, and each has some that no other has."""
    traced = {other.id: [trace.taken if not trace.sentence.loose else 0.0 for trace in traces(article, other)] for other in others}
    words = [len(sentence.words) for sentence in source_of(article).sentences]
    most = [max(found) for found in zip(*traced.values(), strict=True)] if others else []
    total = sum(words) or 1
    if sum(count * taken for count, taken in zip(words, most, strict=False)) < MIN_GATHERED * total:
        return []
    parts = []
    for other in others:
        rest = [max((found[at] for key, found in traced.items() if key != other.id), default=0.0) for at in range(len(words))]
        alone = sum(count * max(0.0, mine - theirs) for count, mine, theirs in zip(words, traced[other.id], rest, strict=True))
        if alone >= MIN_PART * total:
            parts.append(name_of(other))
    return parts if len(parts) >= MIN_OUTLETS else []


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
