"""Two frames side by side, slot by slot: the same, different, or open. Rows and verdicts are read off these, never off likeness of words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from variorum.compare.figures.frames.figure_keys import Interval, Keys
from variorum.compare.figures.frames.things import opposed, same_thing
from variorum.records.dossier import Slot
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Figure

SAME, DIFFERENT, OPEN = "same", "different", "open"
NAMES = ("thing", "event", "holder", "place", "time", "part of", "base", "per", "move")


@dataclass(frozen=True, slots=True)
class Slots:
    """The state of every slot of two figures, in the order of NAMES."""

    states: tuple[str, ...]

    def __getitem__(self, name: str) -> str:
        return self.states[NAMES.index(name)]

    @property
    def different(self) -> tuple[str, ...]:
        """The slots that keep the two apart."""
        return tuple(name for name, state in zip(NAMES, self.states, strict=True) if state == DIFFERENT)

    def count(self, state: str, names: tuple[str, ...] = NAMES) -> int:
        """How many of the named slots have a state."""
        return sum(self[name] == state for name in names)


def slots_of(a: Keys, b: Keys) -> Slots:
    """All slots of two figures. Symmetric."""
    return Slots(tuple(compare(a, b) for compare in _COMPARED))


def _state(known: bool | None) -> str:
    return OPEN if known is None else SAME if known else DIFFERENT


def thing_state(a: Keys, b: Keys) -> str:
    """Nouns of one meaning, each restricted alike; a noun that only one of them restricts leaves it open."""
    if "age" in (a.figure.of, b.figure.of):
        return _aged(a, b)
    heads = same_thing(a.head, b.head)
    if heads is False:
        return DIFFERENT if _counts(a, b) or opposed("things", a.head, b.head) else OPEN
    if any(opposed("narrowing", x, y) for x in a.narrowed for y in b.narrowed):
        return DIFFERENT
    if heads is None:
        return OPEN
    owners = a.owner_words | b.owner_words
    return SAME if a.narrowed - owners == b.narrowed - owners else OPEN


def _aged(a: Keys, b: Keys) -> str:
    """Ages are of one thing only if they are of one named person."""
    if a.figure.of != b.figure.of:
        return DIFFERENT
    if a.holder_named and b.holder_named:
        return _state(bool(a.holder & b.holder))
    return SAME if a.head and a.head == b.head else OPEN


def _counts(a: Keys, b: Keys) -> bool:
    """True for two counts, whose nouns say what they are; an amount ("bid", "deal", "price") is called by many."""
    return not a.figure.unit and not b.figure.unit


def event_state(a: Keys, b: Keys) -> str:
    """Whether one kind of thing happens to both."""
    if not a.event or not b.event:
        return OPEN
    if a.event == b.event:
        return SAME if not (a.role and b.role) or a.role == b.role else OPEN
    return DIFFERENT if opposed("events", a.event, b.event) or opposed("events", a.event.removeprefix("not-"), b.event.removeprefix("not-")) else OPEN


def holder_state(a: Keys, b: Keys) -> str:
    """Whether both are one holder's. Words that name no actor tell nothing unless they are equal."""
    if not a.holder or not b.holder:
        return OPEN
    if a.holder & b.holder:
        return SAME
    return DIFFERENT if a.holder_named and b.holder_named else OPEN


def place_state(a: Keys, b: Keys) -> str:
    """Whether both are told of one place: named places that have nothing in common are two."""
    if a.places and b.places:
        if a.places & b.places:
            return SAME
        return DIFFERENT if a.places_named and b.places_named else OPEN
    return SAME if (a.places | a.lent_places) & (b.places | b.lent_places) else OPEN


def time_state(a: Keys, b: Keys) -> str:
    """Whether both are told of one time: one interval, or one that lies in the other's; two that do not touch are different."""
    if not a.times or not b.times:
        return OPEN
    if set(a.times) & set(b.times):
        return SAME
    return OPEN if any(_touch(x, y) for x in a.times for y in b.times) else DIFFERENT


def _touch(one: Interval, two: Interval) -> bool:
    return one[0] <= two[1] and two[0] <= one[1]


def whole_state(a: Keys, b: Keys) -> str:
    """Whether both are parts of one whole."""
    if not a.whole or not b.whole:
        return OPEN
    return SAME if a.whole & b.whole else DIFFERENT


def base_state(a: Keys, b: Keys) -> str:
    """Whether two shares are of one base."""
    if a.figure.unit != "%" or not a.base or not b.base:
        return OPEN
    return SAME if a.base & b.base else DIFFERENT


def per_state(a: Keys, b: Keys) -> str:
    """Whether both are for one period or unit; one that says none may mean any."""
    one, two = a.figure.per, b.figure.per
    if not one and not two:
        return OPEN
    return _state(one == two if one and two else None)


def move_state(a: Keys, b: Keys) -> str:
    """Whether both move the same way: a rise is no fall."""
    ways = [keys.figure.change.direction if keys.figure.change and keys.figure.change.kind == "by" else None for keys in (a, b)]
    if not ways[0] or not ways[1]:
        return OPEN
    return _state(ways[0] == ways[1])


_COMPARED: tuple[Callable[[Keys, Keys], str], ...] = (
    thing_state,
    event_state,
    holder_state,
    place_state,
    time_state,
    whole_state,
    base_state,
    per_state,
    move_state,
)


def words_told(keys: Keys, name: str) -> str:
    """The text's words for a slot of a figure, in one line; empty where it names none."""
    figure = keys.figure
    if name == "per":
        return figure.per or ""
    told = ", ".join(part.line for part in _phrases(figure, name))
    return told or (figure.of or "" if name == "thing" or (name == "base" and figure.unit == "%") else "")


def _phrases(figure: Figure, name: str) -> list[Excerpt]:
    about = figure.about
    if name in {"place", "time"}:
        return [part for part in (about.places if name == "place" else about.times) if not part.lent]
    slots = {"thing": about.thing or figure.measure, "event": about.event, "holder": figure.whose, "part of": about.whole, "base": about.base}
    found = slots.get(name)
    return [found] if found is not None else []


def shown(a: Keys, b: Keys, slots: Slots) -> tuple[Slot, ...]:
    """The slots as the dossier shows them: those that either figure names, each with both figures' words."""
    rows = [(name, state, words_told(a, name), words_told(b, name)) for name, state in zip(NAMES, slots.states, strict=True)]
    return tuple(Slot(name, state, (one, two)) for name, state, one, two in rows if one or two)


__all__ = ["DIFFERENT", "NAMES", "OPEN", "SAME", "Slots", "shown", "slots_of", "words_told"]
