"""Shelf: articles, their profiles and their stories in SQLite, in memory or in a file that is added to from day to day."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from variorum.errors import VariorumError
from variorum.records.article import Article, Boilerplate
from variorum.records.story import Membership
from variorum.stories.profile import Profile
from variorum.stories.sketch import Sketch

FORMAT = 1
"""Version of the tables, kept in SQLite's `user_version`."""

_APPLICATION = 0x5641524F  # "VARO", kept in SQLite's `application_id`: tells this file from other SQLite files
_PATIENCE = 1.0  # seconds to wait for another program that has the file open
_OPENING = 90  # characters of a text that can stand for a missing headline
_TABLES = """
CREATE TABLE article (id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, title TEXT, opening TEXT, outlet TEXT, published TEXT, day INTEGER,
    placed INTEGER NOT NULL, record TEXT, profile TEXT NOT NULL, story TEXT, membership TEXT) WITHOUT ROWID;
CREATE INDEX article_placed ON article (placed, id);
CREATE INDEX article_story ON article (story);
CREATE TABLE sketch (story TEXT PRIMARY KEY, size INTEGER NOT NULL, cohesion REAL, first INTEGER, last INTEGER, terms TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sketch_term (term TEXT NOT NULL, story TEXT NOT NULL, PRIMARY KEY (term, story)) WITHOUT ROWID;
"""


class ShelfError(VariorumError):
    """The file given for the stories cannot be used."""


@dataclass(frozen=True, slots=True)
class MemberRow:
    """An article as its story tells of it: membership, headline, outlet, date of publication and the first characters of the text."""

    story: str
    membership: Membership
    title: str | None
    outlet: str | None
    published: str | None
    opening: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A profile, the day by which it is placed in the stream, and its story."""

    profile: Profile
    placed: int
    story: str


class Shelf:
    """The tables, in a file, or in memory where no path is given. What is written in one `with shelf:` block is written whole or not at all."""

    def __init__(self, path: str | Path | None = None, *, keep_texts: bool = True) -> None:
        self._keep_texts = keep_texts
        self.where = str(path) if path is not None else "memory"
        try:
            self._base = sqlite3.connect(":memory:" if path is None else str(path), isolation_level=None, timeout=_PATIENCE)
            self._prepare()
        except (sqlite3.Error, ValueError) as error:  # ValueError: a NUL in the path
            self._close_quietly()
            raise ShelfError(
                f"{self.where}: stories cannot be kept in it ({error}); give a new file, or one that Variorum made and no other program has open."
            ) from error
        except ShelfError:
            self._close_quietly()
            raise

    def _close_quietly(self) -> None:
        if hasattr(self, "_base"):
            self._base.close()

    def _prepare(self) -> None:
        self._base.executescript("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT;")  # one stream at a time: it keeps the window in memory
        ours = self._number("PRAGMA application_id") == _APPLICATION
        if not ours and self._number("SELECT count(*) FROM sqlite_master"):
            raise ShelfError(f"{self.where}: this is a database of another program; give a new file.")
        if ours and self._number("PRAGMA user_version") != FORMAT:
            raise ShelfError(f"{self.where}: it was made by another version of Variorum; start a new file.")
        if not ours:
            self._base.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {FORMAT}; COMMIT;")

    def _number(self, question: str) -> int:
        return int(self._base.execute(question).fetchone()[0])

    def close(self) -> None:
        self._base.close()

    def __enter__(self) -> Self:
        """Begin to write."""
        try:
            self._base.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise ShelfError(f"{self.where}: it cannot be written ({error}); check its permissions.") from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None) -> None:
        """Keep what was written, or undo it if it could not be finished."""
        if kind is None:
            self._base.execute("COMMIT")
            return
        self._base.execute("ROLLBACK")
        if isinstance(error, sqlite3.Error):
            raise ShelfError(f"{self.where}: it cannot be written ({error}); check the disk's free space.") from error

    def digests(self, ids: Iterable[str]) -> dict[str, str]:
        """SHA-256 of the text of those of these articles that are kept."""
        found = ((key, self._base.execute("SELECT sha256 FROM article WHERE id = ?", (_text(key),)).fetchone()) for key in ids)
        return {key: row[0] for key, row in found if row}

    def latest_day(self) -> int:
        """The latest day of publication of any article, 0 where none is dated."""
        return self._number("SELECT coalesce(max(day), 0) FROM article")

    def put(self, entries: Iterable[tuple[Article, Profile, int]]) -> None:
        """Keep articles, each with its profile and the day by which it is placed in the stream."""
        order = "INSERT INTO article (id, sha256, title, opening, outlet, published, day, placed, record, profile) VALUES (?,?,?,?,?,?,?,?,?,?)"
        self._base.executemany(order, (_article_row(*entry, self._keep_texts) for entry in entries))

    def newest(self, count: int) -> Iterator[Placed]:
        """The newest articles."""
        for record, day, placed, story in self._base.execute(
            "SELECT profile, day, placed, story FROM article ORDER BY placed DESC, id DESC LIMIT ?", (count,)
        ):
            yield Placed(_profile(json.loads(record), day), placed, story)

    def assign(self, memberships: Iterable[tuple[str, Membership]]) -> None:
        """Put articles into stories: pairs of a story's id and the membership."""
        rows = ((story, json.dumps(member.to_dict()), _text(member.article)) for story, member in memberships)
        self._base.executemany("UPDATE article SET story = ?, membership = ? WHERE id = ?", rows)

    def rename(self, old: str, new: str) -> None:
        """One story has become part of another: what is left under the old id moves to the new one."""
        self._base.execute("UPDATE article SET story = ? WHERE story = ?", (new, old))
        resting = self.sketch(old)
        if resting is not None:
            self.put_sketch(dataclasses.replace(resting, story=new))
            self._base.execute("DELETE FROM sketch WHERE story = ?", (old,))
            self._base.execute("DELETE FROM sketch_term WHERE story = ?", (old,))

    def is_story(self, story: str) -> bool:
        """True if any article is in this story."""
        return self._base.execute("SELECT 1 FROM article WHERE story = ? LIMIT 1", (story,)).fetchone() is not None

    def memberships(self) -> Iterator[MemberRow]:
        """All articles with what a story tells of them, story by story, in order of publication, undated ones last."""
        columns = "story, membership, title, outlet, published, opening"
        for story, membership, *told in self._base.execute(f"SELECT {columns} FROM article ORDER BY story, day IS NULL, published, id"):
            yield MemberRow(story, Membership.from_dict(json.loads(membership)), *told)

    def articles(self, story: str) -> Iterator[Article]:
        """The articles of a story, as they were given, in order of publication, undated ones last."""
        for (record,) in self._base.execute(
            "SELECT record FROM article WHERE story = ? AND record IS NOT NULL ORDER BY day IS NULL, published, id", (story,)
        ):
            yield _article(json.loads(record))

    def put_sketch(self, sketch: Sketch) -> None:
        """Keep what a resting story is about; added up with what is kept of it already."""
        known = self.sketch(sketch.story)
        whole = sketch if known is None else known.plus(sketch)
        values = (whole.story, whole.size, whole.cohesion, whole.first, whole.last, json.dumps(whole.terms))
        self._base.execute("INSERT OR REPLACE INTO sketch VALUES (?,?,?,?,?,?)", values)
        self._base.execute("DELETE FROM sketch_term WHERE story = ?", (whole.story,))
        self._base.executemany("INSERT INTO sketch_term VALUES (?,?)", ((_text(term), whole.story) for term in whole.key_terms()))

    def sketch(self, story: str) -> Sketch | None:
        """What is kept of a resting story, None if it does not rest."""
        row = self._base.execute("SELECT * FROM sketch WHERE story = ?", (story,)).fetchone()
        if row is None:
            return None
        key, size, cohesion, first, last, terms = row
        return Sketch(key, size, cohesion, first, last, json.loads(terms))

    def has_sketches(self) -> bool:
        """True if any story rests."""
        return self._base.execute("SELECT 1 FROM sketch LIMIT 1").fetchone() is not None

    def resting_on(self, terms: Sequence[str], most: int) -> list[Sketch]:
        """The resting stories that have most of these terms, at most so many."""
        if not terms:
            return []
        marks = ",".join("?" * len(terms))
        question = f"SELECT story FROM sketch_term WHERE term IN ({marks}) GROUP BY story ORDER BY count(*) DESC, story LIMIT ?"
        stories = [row[0] for row in self._base.execute(question, (*map(_text, terms), most))]
        return [sketch for sketch in map(self.sketch, stories) if sketch is not None]


def _article_row(article: Article, profile: Profile, placed: int, keep_text: bool) -> tuple[object, ...]:
    told = map(_text, (article.id, article.sha256, article.title, article.text[:_OPENING], article.outlet))
    record = json.dumps(article.to_dict()) if keep_text else None  # in ASCII, so that half a surrogate pair survives
    kept = json.dumps([profile.article, profile.terms, profile.weights, profile.names])
    return (*told, article.published, profile.day, placed, record, kept)


def _text(value: str | None) -> str | None:
    """The value as SQLite can hold it: half a surrogate pair, which is no character, becomes its escape."""
    return value if value is None else value.encode("utf-8", "backslashreplace").decode("utf-8")


def _profile(record: list[Any], day: int | None) -> Profile:
    key, terms, weights, names = record
    return Profile(key, day, tuple(map(sys.intern, terms)), tuple(weights), tuple(map(sys.intern, names)))


def _article(record: dict[str, Any]) -> Article:
    fields = {name: record[name] for name in ("text", "id", "url", "outlet", "title", "published", "byline", "language")}
    boilerplate = tuple(Boilerplate(part["start"], part["end"], part["kind"]) for part in record["boilerplate"])
    return Article(**fields, boilerplate=boilerplate, notes=tuple(record["notes"]))
