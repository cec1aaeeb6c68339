"""Article and Span: one text as it came in, and places in it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Any

from variorum.errors import ArticleError, SpanError


def content_hash(*parts: object, length: int = 12) -> str:
    """Hexadecimal digest of the parts, `length` digits long: the same claim has the same id on every machine."""
    digest = hashlib.blake2b("\x1f".join("" if part is None else str(part) for part in parts).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:length]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of Python characters in one article's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"A span must hold at least one character, not {self.start} to {self.end}.")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """True if the two ranges share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True if `other` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters of `text` in this range; SpanError if the range leaves the text."""
        if self.end > len(text):
            raise SpanError(f"Span {self.start} to {self.end} leaves a text of {len(text)} characters.")
        return text[self.start : self.end]

    def to_dict(self) -> dict[str, int]:
        return {"start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True, order=True)
class Boilerplate(Span):
    """A stretch of the text that is not the article's own prose, and what it is.

    `kind` is one of `related`, `newsletter`, `link`, `biography`, `social`, `caption`, `credit`, `navigation`.
    """

    kind: str = "navigation"

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "kind": self.kind}


def iso_date(value: str | dt.date | dt.datetime | None) -> str | None:
    """Normalise a publication date to ISO 8601 text; ArticleError if it is not a calendar date or date-time."""
    if value is None or value == "":
        return None
    if isinstance(value, dt.date):  # a datetime is a date too
        return value.isoformat()
    try:
        dt.datetime.fromisoformat(value)
    except ValueError as error:
        raise ArticleError(f"Publication date {value!r} is not ISO 8601; write it like 2025-08-25 or 2025-08-25T14:30:00.") from error
    return value


@dataclass(frozen=True, slots=True)
class Article:
    """One text as it came in. `text` is never changed; clutter in it is marked in `boilerplate`.

    `id` is a hash of the content and its source unless one is given; `published` takes ISO 8601 text, a date or a datetime.
    Raises ArticleError if the text holds no word or the date cannot be read.
    """

    text: str
    id: str = None  # type: ignore[assignment]  # filled below: callers see a str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | dt.date | dt.datetime | None = None
    byline: str | None = None
    language: str | None = None
    boilerplate: tuple[Boilerplate, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not any(char.isalnum() for char in self.text):
            raise ArticleError("An article needs a text with at least one word in it.")
        object.__setattr__(self, "published", iso_date(self.published))
        object.__setattr__(self, "boilerplate", tuple(sorted(self.boilerplate)))
        for part in self.boilerplate:
            part.of(self.text)
        if not self.id:
            object.__setattr__(self, "id", content_hash(self.text, self.url, self.outlet, self.title, self.published))

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def day(self) -> dt.date | None:
        """The publication day, or None where it is not known."""
        return dt.datetime.fromisoformat(str(self.published)).date() if self.published else None

    def is_boilerplate(self, span: Span) -> str | None:
        """The kind of the marked clutter that holds `span`, or None if it stands in the article's own prose."""
        return next((part.kind for part in self.boilerplate if part.contains(span)), None)

    def replace(self, **changes: Any) -> Article:
        """A copy with these fields changed. The id is made anew unless it is among the changes."""
        return dataclasses.replace(self, **({"id": None} | changes))

    def describe(self) -> dict[str, Any]:
        """The article as the dossier lists it: everything but the text itself."""
        return {
            "id": self.id,
            "sha256": self.sha256,
            "url": self.url,
            "outlet": self.outlet,
            "title": self.title,
            "byline": self.byline,
            "published": self.published,
            "language": self.language,
            "characters": len(self.text),
            "boilerplate": [part.to_dict() for part in self.boilerplate],
            "notes": list(self.notes),
        }

    def to_dict(self) -> dict[str, Any]:
        """The whole article, text included, in JSON types."""
        return self.describe() | {"text": self.text}
