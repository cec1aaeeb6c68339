"""Words of an article together with the place where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from variorum.records.article import Span


@dataclass(frozen=True, slots=True, order=True)
class Excerpt(Span):
    """A span together with the characters that stand there."""

    text: str = ""

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Excerpt:
        """The characters `start` to `end` of `text`, outer white space left out."""
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        return cls(start, start + len(words.strip()), words.strip())

    @property
    def line(self) -> str:
        """The words in one line, however the article breaks them."""
        return " ".join(self.text.split())

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text}
