"""One quotation as several articles print it, side by side: which words differ, what was cut, who is said to have spoken."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from variorum.records.dossier import Dossier, QuotationGroup, WordDifference, Wording
from variorum.report.hostile_text import visible
from variorum.report.sigla import Column, Witness, with_sigla
from variorum.report.view.citations import Quotation, fold_copies
from variorum.report.view.parties import NAMELESS, NO_PARTY, Party
from variorum.report.view.statements import Saying

VERDICTS = {
    "altered": ("≠", "Wording differs", "words inside the quotation marks are not the same"),
    "speaker differs": ("≠", "Speaker differs", "the same words are given to several speakers"),
    "shortened": ("⊂", "Shortened", "the same words as far as they go"),
    "same": ("=", "Same words", "the same once punctuation and spelling are allowed for"),
}
"""Verdicts on quotations, those that are news first, each with its sign, its name and what it means."""
TONES = {"altered": "conflict", "speaker differs": "conflict", "shortened": "scope", "same": "agree"}


@dataclass(frozen=True, slots=True)
class Printing:
    """One article's printing: the statement, its words in pieces of which some differ (`True`), and what the others print there."""

    saying: Saying
    quotation: Quotation
    pieces: tuple[tuple[str, bool], ...]
    differences: tuple[tuple[str, str], ...]
    shorter: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """A quotation that several articles print; a tuple of printings for each account. `keys` are all who are said to have spoken it."""

    anchor: str
    verdict: str
    reason: str
    party: Party
    keys: tuple[str, ...]
    cells: tuple[tuple[Printing, ...], ...]
    statements: frozenset[str]

    @property
    def tone(self) -> str:
        return TONES[self.verdict]

    @property
    def is_news(self) -> bool:
        """True if words or speakers differ, which an editor must see."""
        return self.tone == "conflict"


def shared_quotations(dossier: Dossier, columns: tuple[Column, ...], sayings: dict[str, Saying]) -> tuple[Shared, ...]:
    """The dossier's quotation groups, those with changed words first; copies that print the same are shown once."""
    witnesses = {witness.article.id: witness for column in columns for witness in column.witnesses}
    ranks = list(VERDICTS)
    ordered = sorted(dossier.quotations, key=lambda group: ranks.index(group.verdict))
    return tuple(_shared(number, group, columns, witnesses, sayings) for number, group in enumerate(ordered, 1))


def _shared(number: int, group: QuotationGroup, columns: tuple[Column, ...], witnesses: dict[str, Witness], sayings: dict[str, Saying]) -> Shared:
    printings = [_printing(sayings[one.statement], one) for one in group.wordings if one.statement in sayings]
    named = [one.saying.party for one in printings if one.saying.party not in NAMELESS]
    every = [*named, *(one.saying.party for one in printings), NO_PARTY]
    main = next((party for party in named if party.key == group.actor), every[0])
    cells = tuple(fold_copies(printings, column, _same_printing) for column in columns)
    keys = tuple(dict.fromkeys(party.key for party in named))
    reason = with_sigla(group.reason, witnesses)
    return Shared(f"q-{number}", group.verdict, reason, main, keys, cells, frozenset(one.statement for one in group.wordings))


def _printing(saying: Saying, wording: Wording) -> Printing:
    changes = tuple((visible(one.was), visible(one.now)) for one in wording.differences)
    return Printing(saying, saying.quotation, tuple(_pieces(saying, wording.differences)), changes, wording.shorter)


def _pieces(saying: Saying, differences: Sequence[WordDifference]) -> Iterator[tuple[str, bool]]:
    """The words of a statement as the page shows them, cut where the words that differ begin and end."""
    text = saying.quotation.witness.article.text
    for number, part in enumerate(saying.statement.contents):
        if number:
            yield saying.gaps[number - 1], False
        here = part.start
        for one in differences:
            if part.start <= one.start < one.end <= part.end:
                yield visible(text[here : one.start]), False
                yield visible(text[one.start : one.end]), True
                here = one.end
        yield visible(text[here : part.end]), False


def _same_printing(printing: Printing) -> Hashable:
    return (printing.saying.party.key, " ".join(printing.quotation.words.casefold().split()))
