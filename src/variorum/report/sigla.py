"""The witnesses of a story: every account with its siglum, every article with its label, as editions of old texts list them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from variorum.records.article import Article
from variorum.records.dossier import Account, AccountMember, Dossier
from variorum.report.hostile_text import one_line
from variorum.report.in_words import RELATIONS, date_words

_SHORTEST_ID = 4  # characters; a shorter id could be a number or word of the sentence
_LABEL = 60  # characters of a title used as a name for an article without an outlet


@dataclass(frozen=True, slots=True)
class Witness:
    """One article on the page: its siglum (`A2`), what it is called, where its text stands (`anchor`), and what it was taken from."""

    article: Article
    siglum: str
    label: str
    anchor: str
    relation: str
    relation_words: str
    of: str | None
    member: AccountMember

    @property
    def link(self) -> str | None:
        """The address the article came from, if it is one that a browser may follow."""
        url = self.article.url or ""
        return url if url.lower().startswith(("http://", "https://")) and url.isprintable() else None

    @property
    def is_sign_only(self) -> bool:
        """True for a text that a machine reworded whose original is not among the articles: what was there before is a guess."""
        return self.relation == "spun" and self.of is None

    @property
    def published(self) -> str:
        return date_words(str(self.article.published)) if self.article.published else "no date"


@dataclass(frozen=True, slots=True)
class Column:
    """One account on the page: its letter and its witnesses, the original first."""

    account: Account
    siglum: str
    witnesses: tuple[Witness, ...]

    @property
    def label(self) -> str:
        return self.witnesses[0].label

    @property
    def others(self) -> int:
        return len(self.witnesses) - 1


def letters(number: int) -> str:
    """A, B, … Z, AA, AB, … for 0, 1, …"""
    number, last = divmod(number, 26)
    return (letters(number - 1) if number else "") + chr(ord("A") + last)


def article_label(article: Article, number: int) -> str:
    """The outlet, else the site, else the start of the title, else `Article 3`."""
    host = _host(article.url)
    words = article.outlet or host or article.title or (article.id if not _is_hash(article.id) else f"Article {number}")
    words = one_line(words)
    return words if len(words) <= _LABEL else words[: _LABEL - 1].rstrip() + "…"


def with_sigla(sentence: str, witnesses: dict[str, Witness]) -> str:
    """A sentence of the dossier on one line, with the siglum in place of each article's id, which tells a reader nothing.

    An id without a digit is left: it may be a plain word.
    """
    keys = [re.escape(key) for key in sorted(witnesses, key=len, reverse=True) if len(key) >= _SHORTEST_ID and any(char.isdigit() for char in key)]
    if keys:
        sentence = re.sub(rf"(?<![\w-])(?:{'|'.join(keys)})(?![\w-])", lambda found: witnesses[found.group()].siglum, sentence)
    return one_line(sentence)


def _host(url: str | None) -> str | None:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None
    except ValueError:
        return None


def _is_hash(key: str) -> bool:
    return len(key) == 12 and all(char in "0123456789abcdef" for char in key)


def columns(dossier: Dossier) -> tuple[Column, ...]:
    """The accounts of a dossier in its order, independent ones first, each with its witnesses."""
    articles = {article.id: (number, article) for number, article in enumerate(dossier.articles, 1)}
    ordered = sorted((*dossier.accounts, *_unplaced(dossier)), key=lambda account: not account.independent)
    names = _sigla(ordered)
    return tuple(Column(account, letters(place), tuple(_witnesses(account, articles, names))) for place, account in enumerate(ordered))


def _unplaced(dossier: Dossier) -> Iterator[Account]:
    """An account of its own for each article that the dossier's accounts leave out, so that none is lost."""
    placed = {member.article for account in dossier.accounts for member in account.articles}
    for article in dossier.articles:
        if article.id not in placed:
            yield Account(article.id, True, "Not placed in any account.", (AccountMember(article.id, "unknown"),))


def _sigla(accounts: Iterable[Account]) -> dict[str, str]:
    names = {}
    for place, account in enumerate(accounts):
        for number, member in enumerate(_original_first(account), 1):
            names[member.article] = letters(place) + (str(number) if len(account.articles) > 1 else "")
    return names


def _original_first(account: Account) -> list[AccountMember]:
    return sorted(account.articles, key=lambda member: member.relation != "original")


def _witnesses(account: Account, articles: dict[str, tuple[int, Article]], names: dict[str, str]) -> Iterator[Witness]:
    for member in _original_first(account):
        number, article = articles[member.article]
        yield Witness(
            article,
            names[article.id],
            article_label(article, number),
            f"src-{number}",
            member.relation,
            RELATIONS.get("signs" if member.relation == "spun" and member.of is None else member.relation, member.relation),
            names.get(member.of) if member.of else None,
            member,
        )
