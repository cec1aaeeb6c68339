"""Titles of rows of dates: the event and who takes part in it, in the words of the member that names most."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.compare.dates.events import Dated, Party

_PHASES = {"begin": "start of ", "end": "end of "}


def title_of(dates: Sequence[Dated]) -> str:
    """ "when Vale was arrested", "date of the Kestrian election"."""
    best = max(dates, key=lambda one: (_has_all(one), _names(one), one.about.told == "done", -len(_words(one)), one.mark.article))
    return _words(best)


def _has_all(one: Dated) -> bool:
    """True if the words make a clause."""
    return one.about.is_noun or _is_passive(one) or one.does is not None


def _is_passive(one: Dated) -> bool:
    """True if the one to whom it happens stands before the verb."""
    return one.undergoes is not None and one.undergoes.words.start < one.about.event.start


def _names(one: Dated) -> int:
    return sum(bool(taking and (taking.actors or taking.within)) for taking in (one.does, one.undergoes, *one.beside[:1]))


def _words(one: Dated) -> str:
    if one.about.is_noun:
        return f"date of {_PHASES.get(one.about.phase, '')}{_plain(one.undergoes) or one.about.event.text}{_beside(one)}"
    event = one.about.event.line
    parts = [_plain(one.undergoes), event] if _is_passive(one) else [_plain(one.does), event, _plain(one.undergoes)]
    return "when " + " ".join(part for part in parts if part) + ("" if one.undergoes else _beside(one))


def _beside(one: Dated) -> str:
    """The first phrase beside an event: " in Oldport"."""
    return f" {one.beside[0].words.link} {_plain(one.beside[0])}" if one.beside else ""


def _plain(taking: Party | None) -> str:
    return taking.words.line if taking else ""
