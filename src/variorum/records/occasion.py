"""Occasions: what a date dates, in the words that the text has for it. Dates of several accounts are compared by them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from variorum.records.excerpt import Excerpt


@dataclass(frozen=True, slots=True, order=True)
class Taker(Excerpt):
    """Who or what has part in an event: the words of the noun with what restricts it.

    `head` is the noun, singular and small, `at` the character at which it begins; `narrowed` are the small words that restrict it, sorted, each
    once. `definite` is False for what the text brings up as new ("a man"). `link` is the preposition of one that is neither subject nor object.
    """

    head: str = ""
    at: int = 0
    narrowed: tuple[str, ...] = ()
    definite: bool = True
    link: str = ""

    def to_dict(self) -> dict[str, Any]:
        words = {"start": self.start, "end": self.end, "text": self.text}
        return words | {"head": self.head, "narrowed": list(self.narrowed), "link": self.link or None}


@dataclass(frozen=True, slots=True)
class Occasion:
    """What happens on a date.

    `event` are the words of the verb or noun that tells it, `word` its base form, `happens` the key of its class (the base form where it has no
    class). `phase` is begin or end where only that is dated ("the trial began"). `does` acts in it, `undergoes` is acted on; of a noun of event
    `undergoes` is what the noun names it after ("the death of", "Monday's election"). `beside` are others of the clause, each with its preposition.
    `told` is done, coming, or empty where the sentence does not say; `moved` are the words that say that it was put off or brought forward.
    """

    event: Excerpt
    word: str
    happens: str
    is_noun: bool = False
    phase: str = ""
    does: Taker | None = None
    undergoes: Taker | None = None
    beside: tuple[Taker, ...] = ()
    told: str = ""
    moved: Excerpt | None = None

    @property
    def parts(self) -> tuple[Excerpt, ...]:
        """All words of the occasion."""
        return tuple(part for part in (self.event, self.does, self.undergoes, self.moved, *self.beside) if part)

    def to_dict(self) -> dict[str, Any]:
        return {
            "event": self.event.to_dict() | {"word": self.word, "class": self.happens, "phase": self.phase or None},
            "does": self.does.to_dict() if self.does else None,
            "undergoes": self.undergoes.to_dict() if self.undergoes else None,
            "beside": [taker.to_dict() for taker in self.beside],
            "told": self.told or None,
            "moved": self.moved.to_dict() if self.moved else None,
        }
