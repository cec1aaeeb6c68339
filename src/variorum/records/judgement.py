"""Judgements: what a person decided about actors and figures. Append-only records, so that nothing is lost and everything can be undone.

A judgement names what it is on by a key that re-runs do not change: an actor by any name used for it, a figure by `figure_key`.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.errors import JudgementError
from variorum.records.article import content_hash

KINDS = ("same", "different", "wrong", "note")
_ON = {"same": 2, "different": 2, "wrong": 1, "note": 1}
_FIGURE = re.compile(r"figure:(?P<sha256>[0-9a-f]{64}):(?P<start>\d+)-(?P<end>\d+)")


@dataclass(frozen=True, slots=True)
class Undoing:
    """Who took a judgement back, and when."""

    by: str | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision. `what` is same, different, wrong or note; `on` are two keys for same and different, one for wrong and note.

    `when` is the caller's text, ISO 8601 by custom: nothing here looks at a clock. `undone` tells who took it back, None while it is in
    force. The id is a hash of what was decided. Raises JudgementError if it cannot be meant so.
    """

    what: str
    on: tuple[str, ...]
    by: str | None = None
    when: str | None = None
    note: str | None = None
    undone: Undoing | None = None

    def __post_init__(self) -> None:
        if self.what not in KINDS:
            raise JudgementError(f"{self.what!r} is no kind of judgement; use one of {', '.join(KINDS)}.")
        if len(self.on) != _ON[self.what] or not all(key.strip() for key in self.on):
            raise JudgementError(f"A judgement {self.what!r} is on {_ON[self.what]}, not {len(self.on)}; give as many names or figures.")
        if len(self.on) == 2 and plain(self.on[0]) == plain(self.on[1]):
            raise JudgementError(f"{self.on[0]!r} stands on both sides of a judgement; give two names or two figures.")
        if len({is_figure(key) for key in self.on}) > 1:
            raise JudgementError("A figure cannot be judged together with a name; give two names or two figures.")

    @property
    def id(self) -> str:
        return "j" + content_hash(self.what, sorted(self.on), self.by, self.when, self.note)

    @property
    def on_figures(self) -> bool:
        return is_figure(self.on[0])

    def line(self) -> str:
        """The record as it is appended to a file: one line of JSON."""
        record = {"id": self.id, "judgement": self.what, "on": list(self.on), "by": self.by, "when": self.when, "note": self.note}
        return json.dumps(record, ensure_ascii=False) + "\n"


def plain(name: str) -> str:
    """A name as judgements compare it: one space between words."""
    return " ".join(name.split())


def figure_key(sha256: str, start: int, end: int) -> str:
    """The key of the figure at `start` to `end` of the text with this SHA-256 (`Article.sha256`)."""
    return f"figure:{sha256}:{start}-{end}"


def is_figure(key: str) -> bool:
    """True if a key names a figure, not an actor."""
    return _FIGURE.fullmatch(key) is not None


def undoing_line(judgement: str, by: str | None = None, when: str | None = None) -> str:
    """The record that takes back the judgement with this id: one line of JSON."""
    return json.dumps({"undo": judgement, "by": by, "when": when}, ensure_ascii=False) + "\n"


def parse_judgements(text: str, where: str = "judgements") -> tuple[Judgement, ...]:
    """The judgements of a JSON Lines text in the order in which they were made, those taken back marked so.

    A judgement made again after it was undone is in force again. Raises JudgementError naming `where` and the line that cannot be read.
    """
    found: dict[str, Judgement] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            _apply(found, _record(line))
        except JudgementError as error:
            raise JudgementError(f"{where}, line {number}: {error}") from error
    return tuple(found.values())


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that nobody took back."""
    return tuple(judgement for judgement in judgements if judgement.undone is None)


def _record(line: str) -> dict[str, object]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise JudgementError("This is not a JSON record; mend the line or delete it.") from error
    if not isinstance(record, dict):
        raise JudgementError("This is not a JSON object; mend the line or delete it.")
    return record


def _apply(found: dict[str, Judgement], record: dict[str, object]) -> None:
    by, when, note = (_text(record, key) for key in ("by", "when", "note"))
    undone = _text(record, "undo")
    if undone is not None:
        if undone not in found:
            raise JudgementError(f"It takes back {undone!r}, which no line before it holds; give the id of an earlier judgement.")
        found[undone] = dataclasses.replace(found[undone], undone=Undoing(by, when))
        return
    on = record.get("on")
    if not isinstance(on, list) or not all(isinstance(key, str) for key in on):
        raise JudgementError("'on' must be a list of names or figure keys.")
    judgement = Judgement(_text(record, "judgement") or "", tuple(on), by, when, note)
    found.pop(judgement.id, None)  # made again: it counts from here
    found[judgement.id] = judgement


def _text(record: dict[str, object], key: str) -> str | None:
    value = record.get(key)
    if value is None or isinstance(value, str):
        return value
    raise JudgementError(f"{key!r} must be text.")
