"""What the articles of one story say together: accounts, actors, comparisons, timeline, and the dossier that holds it all."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from variorum.records.article import Article, Span
from variorum.records.excerpt import Excerpt
from variorum.records.families import outlet_key
from variorum.records.marks import DateMark, Figure, Position, Reading, Statement

FORMAT = "variorum.dossier/1"


@dataclass(frozen=True, slots=True)
class Alteration:
    """A place where a copy differs from its origin: what stands in `article` at the span, and what the origin has.

    `kind` says what the change touches: number, negation, hedge, attribution, name, wording, or a passage added or left_out.
    """

    article: str
    start: int
    end: int
    was: str
    now: str
    kind: str = "wording"

    def to_dict(self) -> dict[str, Any]:
        return {"article": self.article, "start": self.start, "end": self.end, "was": self.was, "now": self.now, "kind": self.kind}


@dataclass(frozen=True, slots=True)
class Relation:
    """How one article relates to another: copy, truncated, rewrite, spun, partial, quotes or independent, and why one thinks so.

    `origin` is the id of the article that the other comes from, None where they are not one text or nothing tells; `changes` is what the
    other changed. `shares` (0 to 1) tell how much of the smaller text stands in the larger, and of the larger in the smaller.
    """

    kind: str
    evidence: tuple[str, ...] = ()
    changes: tuple[Alteration, ...] = ()
    origin: str | None = None
    shares: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class AccountMember:
    """One article's part in an account: original, copy, truncated, rewrite, spun, digest or unknown, of which other article."""

    article: str
    relation: str
    of: str | None = None
    evidence: tuple[str, ...] = ()
    changes: tuple[Alteration, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {
            "article": self.article,
            "relation": self.relation,
            "of": self.of,
            "evidence": list(self.evidence),
            "changes": [change.to_dict() for change in self.changes],
        }


@dataclass(frozen=True, slots=True)
class Account:
    """Articles that are one voice. `independent` is False for a digest of others.

    `publisher` is whose publication it is: the agency that its text credits, else the family, owner or name of its outlet; None if unknown.
    """

    id: str
    independent: bool
    reason: str
    articles: tuple[AccountMember, ...]
    publisher: str | None = None

    @property
    def source(self) -> str:
        """What counts as one where sources are counted: the publisher, however it is spelt, or the account itself where that is not known."""
        return outlet_key(self.publisher) if self.publisher else self.id

    def to_dict(self) -> dict[str, Any]:
        members = [member.to_dict() for member in self.articles]
        return {"id": self.id, "independent": self.independent, "reason": self.reason, "publisher": self.publisher, "articles": members}


@dataclass(frozen=True, slots=True, order=True)
class Mention(Span):
    """One place where an actor is named."""

    article: str = ""

    def to_dict(self) -> dict[str, Any]:
        return {"article": self.article, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, place or group, with every name used for it in the story.

    `speaks_for` is the id of the actor in whose name it acts, as a capital for its country's government. `reasons` tell in a sentence each
    why it has a name that its spelling does not explain: somebody's decision, a machine's rewording.
    """

    id: str
    name: str
    kind: str
    variants: tuple[str, ...]
    mentions: tuple[Mention, ...]
    speaks_for: str | None = None
    reasons: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind,
            "variants": list(self.variants),
            "mentions": [mention.to_dict() for mention in self.mentions],
            "speaks_for": self.speaks_for,
            "reasons": list(self.reasons),
        }


@dataclass(frozen=True, slots=True)
class ComparisonMember:
    """A figure or date in a comparison, by its id, with its article and account."""

    figure: str
    article: str
    account: str

    def to_dict(self) -> dict[str, Any]:
        return {"figure": self.figure, "article": self.article, "account": self.account}


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot of the frames of two figures: same, different or open, with the words of each (empty where one names none)."""

    name: str
    state: str
    words: tuple[str, str]

    def to_dict(self) -> dict[str, Any]:
        return {"slot": self.name, "state": self.state, "words": list(self.words)}


@dataclass(frozen=True, slots=True)
class Point:
    """One step of a series: a figure of the row, when it holds (ISO 8601, the article's day where the text names none: `implied`)."""

    figure: str
    article: str
    when: str
    implied: bool
    latest: bool = False

    def to_dict(self) -> dict[str, Any]:
        return {"figure": self.figure, "article": self.article, "when": self.when, "implied": self.implied, "latest": self.latest}


@dataclass(frozen=True, slots=True)
class Near:
    """Figures that may be one quantity, but are not sure to be; `why` says what keeps them apart."""

    figures: tuple[str, ...]
    why: str

    def to_dict(self) -> dict[str, Any]:
        return {"figures": list(self.figures), "why": self.why}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures that speak of one quantity, or dates of one event, a verdict and the reason for it.

    `verdict` is agree, conflict, scope, status, update or cannot_compare; `accounts` counts independent accounts, not articles;
    those of one publisher count as one. `slots` are those of the two members that decide the verdict (`compared`), as far as either names
    them. `series` are the members of a count or level that moves with time, oldest first; empty for other rows.
    """

    id: str
    measure: str
    members: tuple[ComparisonMember, ...]
    verdict: str
    reason: str
    accounts: int
    compared: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()
    series: tuple[Point, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        members = [member.to_dict() for member in self.members]
        return {
            "id": self.id,
            "measure": self.measure,
            "members": members,
            "verdict": self.verdict,
            "reason": self.reason,
            "accounts": self.accounts,
            "compared": list(self.compared),
            "slots": [slot.to_dict() for slot in self.slots],
            "series": [point.to_dict() for point in self.series],
        }


@dataclass(frozen=True, slots=True)
class WordDifference:
    """Words inside quotation marks that differ: `now` stands in the article at the span, `was` in the wording it is compared with.

    Where words were left out, `now` is empty and the span is the empty place before the word that follows.
    """

    start: int
    end: int
    was: str
    now: str

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "was": self.was, "now": self.now}


@dataclass(frozen=True, slots=True)
class Wording:
    """How one article prints a quotation. `contents` are its words, a piece for each stretch in quotation marks, the marks left out.

    `differences` are the words that it changes, compared with the group's reference; `shorter` is True if it prints less of it than another.
    `actor` is to whom it gives the words.
    """

    statement: str
    article: str
    account: str
    actor: str | None
    contents: tuple[Excerpt, ...]
    differences: tuple[WordDifference, ...] = ()
    shorter: bool = False

    def to_dict(self) -> dict[str, Any]:
        return {
            "statement": self.statement,
            "article": self.article,
            "account": self.account,
            "actor": self.actor,
            "contents": [part.to_dict() for part in self.contents],
            "differences": [difference.to_dict() for difference in self.differences],
            "shorter": self.shorter,
        }


@dataclass(frozen=True, slots=True)
class QuotationGroup:
    """One quotation in several articles, with every wording. `verdict` is same, shortened, altered or speaker differs.

    `reference` is the statement with the wording that most accounts print (of several such the longest): the others are compared with it,
    which does not make it true. `accounts` counts accounts, not articles. `actor` is to whom most accounts give the words.
    """

    id: str
    actor: str | None
    reference: str
    wordings: tuple[Wording, ...]
    verdict: str
    reason: str
    accounts: int

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "actor": self.actor,
            "reference": self.reference,
            "wordings": [wording.to_dict() for wording in self.wordings],
            "verdict": self.verdict,
            "reason": self.reason,
            "accounts": self.accounts,
        }


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Dates of the story that mean one day or interval."""

    value: str
    label: str
    members: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        return {"value": self.value, "label": self.label, "members": list(self.members)}


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that the articles of one story say, arranged. Articles are in reading order (see `variorum.build`)."""

    title: str
    articles: tuple[Article, ...]
    accounts: tuple[Account, ...]
    actors: tuple[Actor, ...]
    readings: tuple[Reading, ...]
    comparisons: tuple[Comparison, ...]
    timeline: tuple[TimelineEntry, ...]
    notes: tuple[str, ...] = ()
    quotations: tuple[QuotationGroup, ...] = ()
    near: tuple[Near, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(figure for reading in self.readings for figure in reading.figures)

    @property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(statement for reading in self.readings for statement in reading.statements)

    @property
    def positions(self) -> tuple[Position, ...]:
        return tuple(position for reading in self.readings for position in reading.positions)

    @property
    def dates(self) -> tuple[DateMark, ...]:
        return tuple(date for reading in self.readings for date in reading.dates)

    def to_dict(self) -> dict[str, Any]:
        """The dossier in JSON types, format `variorum.dossier/1`."""
        readings = [reading.to_dict() for reading in self.readings]
        days = sorted(str(article.published) for article in self.articles if article.published)
        return {
            "format": FORMAT,
            "story": {"title": self.title, "first": days[0] if days else None, "last": days[-1] if days else None},
            "notes": list(self.notes),
            "articles": [article.describe() for article in self.articles],
            "accounts": [account.to_dict() for account in self.accounts],
            "actors": [actor.to_dict() for actor in self.actors],
            "figures": [figure for reading in readings for figure in reading["figures"]],
            "statements": [statement for reading in readings for statement in reading["statements"]],
            "positions": [position for reading in readings for position in reading["positions"]],
            "dates": [date for reading in readings for date in reading["dates"]],
            "comparisons": [comparison.to_dict() for comparison in self.comparisons],
            "near": [near.to_dict() for near in self.near],
            "quotations": [group.to_dict() for group in self.quotations],
            "timeline": [entry.to_dict() for entry in self.timeline],
        }

    def to_json(self) -> str:
        """The dossier as JSON text; the same articles give the same bytes, in whatever order they came."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=1) + "\n"
