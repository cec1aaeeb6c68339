"""The words of verdicts: fixed phrases around the texts' own. Each names what decided and claims nothing that was not compared."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.compare.figures.frames.figure_keys import Keys
from variorum.compare.figures.frames.order_in_time import Order
from variorum.compare.figures.frames.slots import NAMES, SAME, words_told
from variorum.compare.figures.pairing.pairs import Pair, Scope
from variorum.compare.figures.values.values import Stated

MOST_QUOTED = 4  # wordings of a value that a reason quotes


def quote(value: Stated) -> str:
    """The words of a value in quotation marks."""
    words = " ".join(value.figure.quote.split())
    return f"“{words}” (its old value)" if value.old else f"“{words}”"


def quotes(values: Iterable[Stated]) -> str:
    """The different wordings of a value, at most MOST_QUOTED."""
    told = list(dict.fromkeys(quote(value) for value in values))
    more = len(told) - MOST_QUOTED
    return ", ".join(told[:MOST_QUOTED]) + (f" and {more} more" if more > 0 else "")


def both(a: Stated, b: Stated) -> str:
    """The words of two values."""
    return f"{quote(a)} and {quote(b)}"


def status(value: Stated) -> str:
    """How firm a value is: "“$5 billion” is demanded"."""
    return f"{quote(value)} is {'stated as fact' if value.status == 'actual' else value.status}"


def scope(a: Stated, b: Stated, one: Keys, two: Keys, differs: Scope) -> str:
    """The slot that differs, with the words of each."""
    told = [f"“{words}”" if (words := words_told(keys, differs.slot)) else "none is named" for keys in (one, two)]
    return f"{both(a, b)} differ in {_SLOTS[differs.slot]}: {told[0]} against {told[1]}."


def update(order: Order, *, growing: bool) -> str:
    """Which of two is the later, and why."""
    what = "The count grew" if growing else "It moved"
    return f"{what} from {quote(order.early)} to {quote(order.late)} ({order.why})."


def undated(one: Keys, two: Keys) -> str:
    """Which of two articles has no day."""
    missing = sorted({keys.figure.article for keys in (one, two) if not keys.day})
    return f"no day is known of {' and '.join(missing)}" if missing else "neither says which is the later"


def conflict(pair: Pair, one: Keys, two: Keys) -> str:
    """That two exclude each other, the slots in which they are the same with the texts' words, and what was not told."""
    same = [
        f"{_SLOTS[name]} ({_alike(words_told(one, name), words_told(two, name))})"
        for name in NAMES
        if pair.slots[name] == SAME and _told(one, two, name)
    ]
    alike = f" Both texts name the same {', '.join(same)}." if same else ""
    missing = (
        f" The day of {' and '.join(sorted({k.figure.article for k in (one, two) if not k.day}))} is not known." if not (one.day and two.day) else ""
    )
    return f"{both(pair.a, pair.b)} cannot both be true.{alike}{missing}"


def _told(one: Keys, two: Keys, name: str) -> bool:
    return bool(words_told(one, name) or words_told(two, name))


def _alike(one: str, two: str) -> str:
    told = list(dict.fromkeys(words for words in (one, two) if words))
    return " / ".join(f"“{words}”" for words in told)


_SLOTS = {name: name for name in NAMES} | {
    "thing": "what is counted or measured",
    "part of": "the whole of which they are a part",
    "base": "the base",
    "per": "the period or unit",
    "move": "the direction",
}
