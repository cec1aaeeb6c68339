"""Who said what: statements with their speakers, and one speaker's statements in all accounts side by side."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from variorum.records.dossier import Dossier
from variorum.records.marks import Statement
from variorum.report.hostile_text import one_line, visible
from variorum.report.sigla import Witness
from variorum.report.view.citations import Quotation, quotation
from variorum.report.view.parties import Parties, Party


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement: the words, who says them, the speaker's and the cue's own words, the kind of quotation.

    `gaps` are what the page shows between the pieces of a broken quotation.
    """

    statement: Statement
    quotation: Quotation
    party: Party
    speaker: str | None
    cue: str | None
    kind: str
    gaps: tuple[str, ...] = ()


def sayings(dossier: Dossier, witnesses: dict[str, Witness], parties: Parties) -> dict[str, Saying]:
    """Every statement of the dossier by its id, ready to show."""
    return {one.id: _saying(one, parties.speaker(one.speaker), witnesses[one.article]) for one in dossier.statements}


def _saying(statement: Statement, party: Party, witness: Witness) -> Saying:
    whole = quotation(statement.id, witness, statement.span)
    gaps = _gaps(statement, witness.article.text)
    words = visible(statement.contents[0].text) + "".join(gap + visible(part.text) for gap, part in zip(gaps, statement.contents[1:], strict=True))
    shown = Quotation(whole.mark, witness, whole.before, words, whole.after)
    speaker = one_line(statement.speaker.text) if statement.speaker else None
    return Saying(statement, shown, party, speaker, one_line(statement.cue.text) if statement.cue else None, statement.kind, gaps)


def _gaps(statement: Statement, text: str) -> tuple[str, ...]:
    """What joins the pieces of a broken quotation: a space where only white space stands between them, else `[…]`."""
    pairs = zip(statement.contents, statement.contents[1:], strict=False)
    return tuple(" " if not text[before.end : part.start].strip() else " […] " for before, part in pairs)


def same_saying(saying: Saying) -> Hashable:
    """What two statements of one account must share to be shown once."""
    return (saying.party.key, " ".join(saying.quotation.words.casefold().split()))
