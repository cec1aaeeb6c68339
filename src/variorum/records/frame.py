"""The frame of a figure: what it is about, slot by slot, each in the words that the text has for it.

Rows and verdicts are read off these slots, never off likeness of words. A slot that the text leaves open is None or empty. Holder, base,
period, status and source stand in the figure itself: it shows them too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from variorum.records.excerpt import Excerpt


@dataclass(frozen=True, slots=True, order=True)
class Setting(Excerpt):
    """Words for where or when. `lent` is True for words of an earlier sentence on which the figure's own leans.

    `value` is the calendar interval (EDTF) of a time, None for a place and for a time that cannot be known; `kind` is at, since or until
    ("since May 3", "by noon").
    """

    value: str | None = None
    kind: str = "at"
    lent: bool = False

    def to_dict(self) -> dict[str, Any]:
        words = {"start": self.start, "end": self.end, "text": self.text}
        return words | {"value": self.value, "kind": self.kind, "lent": self.lent}


@dataclass(frozen=True, slots=True)
class Frame:
    """What a figure is about.

    `thing` are the words for what is counted or measured without the number ("Kestrian soldiers", "the price of bread"); `head` is its noun,
    singular and small ("soldier"), `narrowed` the small words that restrict it ("kestrian"; of "price of bread": "bread"), sorted, each once.
    `event` are the words for what happens to it ("were killed"), `happens` the key of its class ("kill"; the lemma where it has no class),
    `role` is `does` where the thing acts in the event ("400 marched"), `undergoes` where it is acted on ("400 were held"), empty if unknown.
    `places` and `times` are those that the figure's own clause names or leans on. `whole` are the words for that of which it is a part
    ("of the 31", "including"), `whole_figure` the id of that figure where it has one. `base` is what a share is of.
    `adjuncts` are the phrases of the clause that limit the figure further ("among people under 25", "nationwide"), times and places among them.
    """

    thing: Excerpt | None = None
    head: str = ""
    narrowed: tuple[str, ...] = ()
    event: Excerpt | None = None
    happens: str = ""
    role: str = ""
    places: tuple[Setting, ...] = ()
    times: tuple[Setting, ...] = ()
    whole: Excerpt | None = None
    whole_figure: str | None = None
    base: Excerpt | None = None
    adjuncts: tuple[Excerpt, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {
            "thing": self.thing.to_dict() | {"head": self.head, "narrowed": list(self.narrowed)} if self.thing else None,
            "event": self.event.to_dict() | {"class": self.happens, "role": self.role or None} if self.event else None,
            "places": [place.to_dict() for place in self.places],
            "times": [time.to_dict() for time in self.times],
            "part_of": self.whole.to_dict() | {"figure": self.whole_figure} if self.whole else None,
            "base": self.base.to_dict() if self.base else None,
            "adjuncts": [words.to_dict() for words in self.adjuncts],
        }


NOTHING = Frame()
