"""What one article says: figures, statements, positions, dates and names, each tied to the exact words.

Values are exact decimals inside and JSON numbers in `to_dict`. Field meanings follow the dossier format `variorum.dossier/1`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from variorum.records.article import Article, Span, content_hash
from variorum.records.excerpt import Excerpt
from variorum.records.frame import NOTHING, Frame
from variorum.records.occasion import Occasion


def json_number(value: Decimal | None) -> int | float | None:
    """A decimal as a JSON number: an integer where it is one."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


@dataclass(frozen=True, slots=True, order=True)
class Name(Excerpt):
    """A proper name in the text. `kind` is person, organisation, place, group or unknown; `title` are the words of rank before it.

    `start`, `end` and `text` cover the name itself; `role` covers title and name ("President Lee").
    """

    kind: str = "unknown"
    role: Excerpt | None = None

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text, "kind": self.kind, "role": self.role.to_dict() if self.role else None}


@dataclass(frozen=True, slots=True, order=True)
class Description(Excerpt):
    """Words other than a name by which the text means somebody: "the militant group", "Kestria's vice president".

    `head` is the noun in small letters; `narrowed` the words of rank before it ("vice"), `within` the names and countries that narrow it.
    `about` is the name that the words describe in apposition or by "is", None where the text leaves it to the reader who is meant.
    """

    head: str = ""
    narrowed: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    about: Excerpt | None = None

    def to_dict(self) -> dict[str, Any]:
        about = self.about.to_dict() if self.about else None
        words = {"start": self.start, "end": self.end, "text": self.text}
        return words | {"head": self.head, "narrowed": list(self.narrowed), "within": list(self.within), "about": about}


@dataclass(frozen=True, slots=True, order=True)
class Speaker(Excerpt):
    """The words that name a speaker or holder of a position, and the full name they stand for in this article.

    `stands_for` is the antecedent of a pronoun or short form ("he", "the spokesman", "City"), None where the words name the speaker
    themselves or nothing in the article tells. `actor` is the id of the story's actor, known only after assembly.
    """

    stands_for: Excerpt | None = None
    actor: str | None = None

    @property
    def name(self) -> str:
        """The best name that the article itself gives for this speaker."""
        return self.stands_for.text if self.stands_for else self.text

    def to_dict(self) -> dict[str, Any]:
        antecedent = self.stands_for.to_dict() if self.stands_for else None
        return {"start": self.start, "end": self.end, "text": self.text, "actor": self.actor, "stands_for": antecedent}


@dataclass(frozen=True, slots=True)
class Change:
    """How a figure moves: `from_to` (25 to 15), `by` (rose by 3 %), `factor` (ninefold). Values are in the figure's unit."""

    kind: str
    from_: Decimal | None = None
    to: Decimal | None = None
    direction: str | None = None
    factor: Decimal | None = None

    def to_dict(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "from": json_number(self.from_),
            "to": json_number(self.to),
            "direction": self.direction,
            "factor": json_number(self.factor),
        }


@dataclass(frozen=True, slots=True)
class Check:
    """Arithmetic that the text itself invites: a conversion, an implied rate, a sum. `ok` is False where it does not work out."""

    kind: str
    ok: bool
    reason: str

    def to_dict(self) -> dict[str, Any]:
        return {"kind": self.kind, "ok": self.ok, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that the text states.

    `low` and `high` are the value multiplied out in `unit` (equal unless a range; None for vague counts such as "dozens"). `unit` is an
    ISO 4217 code, `%`, `pp`, `x`, `rank`, `ordinal`, a symbol of measure, a time unit, or empty for a count of `of`. `bound` is one of
    `=` `~` `>` `>=` `<` `<=`. `status` is actual, agreed, planned, proposed, demanded, expected, possible or denied. `whose` are the
    text's words for the holder, `holder` the name of the story's actor whom they mean, known only after assembly. `restates` is the id of
    the figure in the same article that this one gives again in another unit; `restated` is True for the figure so given again.
    `statement` is the id of the statement it stands in.

    `predicate` is the verb or noun of event that tells what happens to what is counted, `clause` and `lead` are the sentence and the one
    before, for readers' eyes; the dossier leaves them out. `about` is the frame by which figures of several accounts are compared.
    """

    article: str
    start: int
    end: int
    quote: str
    number: Span
    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    of: str | None = None
    bound: str = "="
    per: str | None = None
    change: Change | None = None
    measure: Excerpt | None = None
    whose: Excerpt | None = None
    status: str = "actual"
    said_by: Speaker | None = None
    statement: str | None = None
    as_of: str | None = None
    restates: str | None = None
    restated: bool = False
    checks: tuple[Check, ...] = ()
    predicate: str | None = None
    clause: Excerpt | None = None
    lead: Excerpt | None = None
    holder: str | None = None
    about: Frame = NOTHING

    @property
    def id(self) -> str:
        return "f" + content_hash(self.article, self.start, self.end, self.number.start, self.number.end)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def _about(self) -> dict[str, Any]:
        """The frame with the slots that the figure itself holds, under the names of the slots."""
        said_by = self.said_by.name if self.said_by else None
        own = {"holder": self.whose.to_dict() if self.whose else None, "per": self.per, "status": self.status, "said_by": said_by}
        return self.about.to_dict() | own

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "article": self.article,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "number": self.number.to_dict(),
            "low": json_number(self.low),
            "high": json_number(self.high),
            "unit": self.unit,
            "of": self.of,
            "bound": self.bound,
            "per": self.per,
            "change": self.change.to_dict() if self.change else None,
            "measure": self.measure.to_dict() if self.measure else None,
            "whose": self.holder or (self.whose.text if self.whose else None),
            "whose_text": self.whose.text if self.whose else None,
            "status": self.status,
            "said_by": self.said_by.name if self.said_by else None,
            "statement": self.statement,
            "as_of": self.as_of,
            "about": self._about(),
            "restates": self.restates,
            "checks": [check.to_dict() for check in self.checks],
        }


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that the text attributes to a source.

    `contents` are the pieces of what is said (two where the cue breaks a quotation); `kind` is direct (all in quotation marks), mixed or
    indirect; `speaker` is None for hearsay and for posts whose author the text does not give.
    """

    article: str
    contents: tuple[Excerpt, ...]
    speaker: Speaker | None
    cue: Excerpt | None
    kind: str

    @property
    def id(self) -> str:
        places = [(part.start, part.end) for part in self.contents]
        return "s" + content_hash(self.article, places, self.speaker.start if self.speaker else None)

    @property
    def span(self) -> Span:
        """From the first character of the content to the last, a cue between them included."""
        return Span(self.contents[0].start, self.contents[-1].end)

    def to_dict(self, text: str) -> dict[str, Any]:
        """JSON types; `text` is the article's text, from which the whole content is cut."""
        span = self.span
        return {
            "id": self.id,
            "article": self.article,
            "contents": [part.to_dict() for part in self.contents],
            "content": {"start": span.start, "end": span.end, "text": span.of(text)},
            "speaker": self.speaker.to_dict() if self.speaker else None,
            "cue": self.cue.to_dict() if self.cue else None,
            "kind": self.kind,
        }


@dataclass(frozen=True, slots=True)
class Position:
    """Who wants, offers, refuses what.

    `act` is one of demand, offer, commit, agree, refuse, threaten, support, oppose, plan, consider, expect, concern, urge, deny, accuse;
    `hedge` is none, reported ("reportedly", "is said to") or possible ("may", "could"); `issue` is a short noun phrase of the text.
    """

    article: str
    holder: Speaker
    act: str
    issue: str
    content: Excerpt
    hedge: str = "none"
    statement: str | None = None

    @property
    def id(self) -> str:
        return "p" + content_hash(self.article, self.holder.start, self.act, self.content.start, self.content.end)

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "article": self.article,
            "actor": self.holder.actor,
            "holder": self.holder.to_dict(),
            "act": self.act,
            "issue": self.issue,
            "content": self.content.to_dict(),
            "hedge": self.hedge,
            "statement": self.statement,
        }


@dataclass(frozen=True, slots=True)
class DateMark:
    """A time expression and the calendar interval it means.

    `value` is ISO 8601 / EDTF (`2025-08-25`, `2025-08`, `2025-08-18/2025-08-24`, `../2014-10-13`), None where it cannot be known, with
    the reason in `note`. `anchor` is the ISO date it was counted from, None for expressions that need none. `event` is what happens then
    in words for readers' eyes, `about` the same slot by slot, None where the sentence does not say it plainly.
    """

    article: str
    start: int
    end: int
    quote: str
    value: str | None
    anchor: str | None = None
    event: str | None = None
    note: str | None = None
    about: Occasion | None = None

    @property
    def id(self) -> str:
        return "d" + content_hash(self.article, self.start, self.end)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "article": self.article,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "value": self.value,
            "anchor": self.anchor,
            "event": self.event,
            "about": self.about.to_dict() if self.about else None,
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says."""

    article: Article
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    dates: tuple[DateMark, ...] = ()
    names: tuple[Name, ...] = ()
    notes: tuple[str, ...] = ()
    descriptions: tuple[Description, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {
            "article": self.article.id,
            "figures": [figure.to_dict() for figure in self.figures],
            "statements": [statement.to_dict(self.article.text) for statement in self.statements],
            "positions": [position.to_dict() for position in self.positions],
            "dates": [date.to_dict() for date in self.dates],
            "names": [name.to_dict() for name in self.names],
            "descriptions": [description.to_dict() for description in self.descriptions],
            "notes": list(self.notes),
        }
