"""Voices: how many accounts of their own stand behind a row. Copies, digests and texts that cite another account add none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from variorum.records.dossier import Account, ComparisonMember


class Told(Protocol):
    """What an account tells: a figure, a date."""

    @property
    def id(self) -> str: ...

    @property
    def article(self) -> str: ...


class Voices:
    """The accounts of a story as voices.

    `account_of` is the account of each article; `heard` are the articles of independent accounts; `cited` gives, for a figure that its
    article has from another account ("as the Ledger reported"), that account.
    """

    def __init__(self, accounts: Iterable[Account], cited: Mapping[str, str] | None = None) -> None:
        accounts = tuple(accounts)
        self.account_of = {member.article: account.id for account in accounts for member in account.articles}
        self.heard = frozenset(member.article for account in accounts if account.independent for member in account.articles)
        self._sources = {account.id: account.source for account in accounts}
        self._cited = cited or {}

    def accounts(self, figures: Iterable[Told]) -> frozenset[str]:
        """The independent accounts that give some figures of their own; a cited account stands for the text that cites it."""
        return frozenset(self._cited.get(figure.id, self.account_of[figure.article]) for figure in figures if figure.article in self.heard)

    def count(self, members: Iterable[ComparisonMember], figures: Mapping[str, Told]) -> tuple[int, str]:
        """How many sources stand behind a row, and a sentence where that is fewer than its accounts."""
        told = [figures[member.figure] for member in members]
        own = {self.account_of[figure.article] for figure in told if figure.article in self.heard}
        voices = self.accounts(told)
        count = len({self._sources[account] for account in voices})
        if len(voices) < len(own):
            return count, f"Of its {len(own)} accounts some cite another for it: they count as {count}."
        if count < len(voices) and len(voices) > 1:
            return count, f"Of its {len(voices)} accounts some have one publisher: they count as {count}."
        return count, ""
