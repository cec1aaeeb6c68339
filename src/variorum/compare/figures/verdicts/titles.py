"""Titles of rows: what is compared, in words that a reader understands without the row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from variorum.compare.figures.values.values import Stated
from variorum.lang import language_data
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Figure

LONGEST = 60  # characters of a title made of slots; a longer phrase is a clause, which reads as a fragment
GOOD = 32  # characters about which a title tells enough and is read at a glance
_SHORT = range(2, 7)  # words of what is measured that read as a title
BEFORE, AFTER = 6, 6  # words of the sentence on either side of a number that show what it is of
_PARTICIPLE = re.compile(r"[a-z]+(?:ed|en|t|n|d)", re.IGNORECASE)
_NO_WORDS = re.compile(r"://|@|#|www\.")
_LEADING = re.compile(r"^(?:that|which|who|and|of|to|for|in|at|on|by|with|from|was|were|is|are|been|be|has|had) ", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their|our|my|your) ", re.IGNORECASE)
_BREAK = re.compile(r"[;:()—–“”\"]|, (?:and|but|which|who|while|as|when|after|before)\b|\s[-–—]\s")
_MEASURES = frozenset(language_data("holders")["nouns"]["measures"]) | frozenset(language_data("quantities")["moving"]["things"].split())


def title_of(values: Sequence[Stated]) -> str:
    """Thing with event, holder or place in the words of the member that names them best; of several equally good the first by its words.

    Where no member names more than a bare noun, the noun and the sentence around the number, which is left open.
    """
    figures = list({value.figure.id: value.figure for value in values}.values())
    told = [title for figure in figures for title in _titles(figure)]
    told = [(slots, title) for slots, title in told if not _NO_WORDS.search(title)]
    if told:
        return min(told, key=lambda title: (-_worth(*title), title[1]))[1]
    return min((_around(figure) for figure in figures), key=lambda words: (abs(len(words) - LONGEST), words))


def _titles(figure: Figure) -> Iterator[tuple[int, str]]:
    """Ways to name what a figure gives, each with how many of its slots it names; none that would not be understood."""
    about = figure.about
    holder = figure.whose.line if figure.whose and "(" not in figure.whose.text else ""
    if figure.of == "age":
        if person := holder or (about.thing.line if about.thing else ""):
            yield 3, f"age of {_ARTICLE.sub('', person)}"
        return
    thing = _ARTICLE.sub("", about.thing.line) if about.thing else ""
    if figure.measure and not figure.measure.contains(figure.number) and len(figure.measure.text.split()) in _SHORT:
        yield 1, _ARTICLE.sub("", figure.measure.line) + (f" ({holder})" if holder and holder not in figure.measure.text else "")
    if not thing or (figure.unit and not _is_measure(thing, about.head)):
        return
    if about.event and about.thing and not figure.unit:
        yield 3, _thing_and_event(thing, about.thing, about.event, undergoes=about.role != "does")
    if holder and holder.casefold() not in thing.casefold():
        yield 3, f"{thing} ({holder})"
    place = next((place.line for place in about.places if not place.lent), "")
    if place and place.casefold() not in thing.casefold():
        yield 2, f"{thing} ({place})"
    if " " in thing:
        yield 2, thing


def _is_measure(thing: str, head: str) -> bool:
    """True for a thing that says what an amount is: several words, or a noun of measure ("price", "budget", "deficit")."""
    return " " in thing or head in _MEASURES


def _thing_and_event(thing: str, noun: Excerpt, event: Excerpt, *, undergoes: bool) -> str:
    if noun.contains(event) or event.contains(noun):
        return max(noun, event, key=len).line
    last = event.text.split()[-1]
    if event.start >= noun.end:
        return f"{thing} {event.line}"
    return f"{thing} {last}" if undergoes and _PARTICIPLE.fullmatch(last) else f"{thing}: {event.line}"


def _worth(slots: int, title: str) -> float:
    """How well a title tells: many slots, several words, no number of its own, near GOOD characters, no dangling word at its head."""
    words = title.split()
    dangling = bool(_LEADING.match(title)) or words[-1].lower() in {"of", "to", "the", "a", "and", "which", "that", "in", "for"}
    digits = any(char.isdigit() for char in title)
    return slots + (len(words) > 1) * 1.0 - digits * 3.0 - dangling * 2.0 - abs(len(title) - GOOD) / GOOD - (len(title) > LONGEST) * 4.0


def _around(figure: Figure) -> str:
    """The words around a number, which is left open: "“will be president for … years”"."""
    clause = figure.clause
    if clause is None:
        return figure.of or " ".join(figure.quote.split())
    before = _BREAK.split(clause.text[: max(0, figure.number.start - clause.start)])[-1].split()[-BEFORE:]
    after = _BREAK.split(clause.text[max(0, figure.number.end - clause.start) :])[0].split()[:AFTER]
    before = before[:-1] if before and not any(char.isalnum() for char in before[-1]) else before  # "$"
    return f"“{' '.join([*before, '…', *after]).strip(' ,.')}”"
