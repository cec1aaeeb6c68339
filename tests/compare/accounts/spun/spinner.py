"""A synonym machine: puts synonyms in place of a share of a text's words. Names, numbers and function words stay, as in the real thing.

Its synonyms come from another thesaurus than the one by which rewording is found, so that one does not just undo the other.
"""

from __future__ import annotations

import functools
import random
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Event:
    """One report of an event, and another reporter's text on the same event."""

    report: str
    other: str


@functools.cache
def events() -> tuple[Event, ...]:
    return tuple(
        Event(event["report"].strip(), event["other"].strip()) for event in tomllib.loads((HERE / "reports.toml").read_text("utf-8"))["event"]
    )


@functools.cache
def synonyms() -> dict[str, list[str]]:
    """Synonyms by word."""
    lines = (HERE / "synonyms.txt").read_text("utf-8").splitlines()
    return {word: found.split(", ") for word, found in (line.split(": ", 1) for line in lines if not line.startswith("#"))}


def spin(text: str, share: float, seed: int) -> str:
    """`text` with this share (0 to 1) of the words that have synonyms exchanged, the same for the same seed."""
    chance = random.Random(seed)

    def exchanged(match: re.Match[str]) -> str:
        word = match.group()
        choices = synonyms().get(word.lower())
        if not choices or chance.random() >= share:
            return word
        now = chance.choice(choices)
        return now.title() if word[0].isupper() else now

    return _WORD.sub(exchanged, text)
