"""The invented press of `press.toml`: four reports each of seven events."""

from __future__ import annotations

import tomllib
from pathlib import Path

from variorum import Article

PRESS = {event["name"]: event for event in tomllib.loads(Path(__file__).with_name("press.toml").read_text("utf-8"))["event"]}
EVENTS = tuple(PRESS)
OUTLETS = ("Ostrey Courier", "Harbour Review", "The Lantern", "Dorn Post")


def reports(*events: str) -> list[Article]:
    """The four reports of each of these events, of all where none is named; ids are `ferry 1` and so on."""
    return [report(event, number) for event in events or EVENTS for number in range(1, 5)]


def report(event: str, number: int, published: str | None = "") -> Article:
    """One report. It was published on the day of its event unless another date, or None, is given."""
    written = PRESS[event]["report"][number - 1]
    when = f"{PRESS[event]['day']}T{5 + number:02}:00:00" if published == "" else published
    return Article(text=written["text"], id=f"{event} {number}", title=written["title"], outlet=OUTLETS[number - 1], published=when)
