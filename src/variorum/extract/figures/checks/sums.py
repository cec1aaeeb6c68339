"""Sums: parts and their total in one sentence: "12 people, seven men and five women", "3 boats and 2 rafts, for a total of 5 vessels"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from variorum.extract.figures.checks.margins import Margin, margin_of, meets, written_out
from variorum.extract.figures.checks.neighbours import HEDGE, MONEY_SIGN, any_of, between
from variorum.lang import language_data
from variorum.records.marks import Check, Figure
from variorum.text.parsing.parse import Parse

_DATA: dict[str, Any] = language_data("checks")
_SUMS: dict[str, list[str]] = _DATA["sums"]
_PEOPLE, _PARTS = frozenset(_SUMS["people"]), frozenset(_SUMS["parts"])
_TOTAL_AFTER = re.compile(rf"(?i) ?{any_of(_SUMS['total_after'])}")
_TOTAL_BEFORE = re.compile(rf"(?i).*?[,(–—-] ?(?P<cue>{any_of(_SUMS['total_before'])}) {HEDGE}{MONEY_SIGN}")
_SET_OFF = re.compile(rf"(?i)(?P<words>(?: [\w'-]+){{0,5}}?)(?P<mark>:|,| ?\(| ?[–—]| -) ?(?:{any_of(_SUMS['made_of'])} )?{HEDGE}{MONEY_SIGN}")
_MADE_OF = re.compile(rf"(?i)\W{any_of(_SUMS['made_of'])} {HEDGE}{MONEY_SIGN}$")
_NOT_ALL = re.compile(rf"(?i)\b{any_of(_SUMS['not_all'])}")
_REST = re.compile(rf"(?i)\bthe (?:{any_of(_SUMS['rest'])} ){HEDGE}$")
_OF_ALL = re.compile(r"(?i)(?:^|[\s(])of (?:all )?(?:the|those|these|its|their|his|her)(?: total(?: of)?)? $")
_LEAVING = re.compile(rf"(?i)[^.;]*\b{any_of(_SUMS['leaving'])} {HEDGE}")
MAX_BETWEEN = 70  # characters between two members of a list; further apart they need not be one
MAX_PARTS = 12
ROUNDED = Decimal("0.05")  # relative; by more a sum of rounded parts is not off


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and its parts, all of one unit. `told` is True where the words say that these are all the parts."""

    total: int
    parts: tuple[int, ...]
    told: bool


def check_sums(parse: Parse, figures: list[Figure], sentences: list[list[int]]) -> Iterator[tuple[int, Check]]:
    """For each total whose parts the sentence gives: its place, and whether they come to it.

    Where the words do not say that these are all the parts, only a sum that is right is noted: of other lists nothing follows.
    """
    for places in sentences:
        done: set[int] = set()
        for found in _sums(parse, figures, places):
            check = _added(parse, figures, found) if found.total not in done else None
            if check:
                done.add(found.total)
                yield found.total, check


def _sums(parse: Parse, figures: list[Figure], places: list[int]) -> Iterator[Sum]:
    """Every total with parts that may be its own, in the order of belief."""
    for at, place in enumerate(places):
        total = figures[place]
        if not _can_add(total):
            continue
        yield from _parts_before(parse, figures, places[:at], place)
        yield from _parts_after(parse, figures, place, places[at + 1 :])


def _can_add(figure: Figure) -> bool:
    plain = figure.low is not None and figure.low == figure.high and figure.change is None and figure.per is None
    return plain and figure.unit not in {"%", "pp", "bp", "x", "rank", "ordinal", "year", "°C", "°F"} and figure.of != "age"


def _parts_before(parse: Parse, figures: list[Figure], before: list[int], total: int) -> Iterator[Sum]:
    """ "30 nurses and 20 doctors, for a total of 50"; "30 nurses and 20 doctors, 50 people in all"."""
    if not before:
        return
    words = between(parse, figures[before[-1]], figures[total])
    cue = _TOTAL_BEFORE.fullmatch(words) if len(words) <= MAX_BETWEEN + 40 else None
    later = _TOTAL_AFTER.match(parse.folded, figures[total].end)
    if not cue and not (later and re.search(r"[,(–—-]", words)):
        return
    parts = _list_before(parse, figures, before, figures[total])
    strong = bool(later) or (cue is not None and cue["cue"].lower() not in _SUMS["weak"])
    for count in range(len(parts), 1, -1):
        yield Sum(total, parts[-count:], told=False)
    if len(parts) > 1 and strong and _of_one_kind(figures, total, parts):
        yield Sum(total, parts, told=True)


def _parts_after(parse: Parse, figures: list[Figure], total: int, following: list[int]) -> Iterator[Sum]:
    """ "12 people, seven men and five women"; "of the 276 girls, 57 escaped and the remaining 219 did not"."""
    if not following:
        return
    words = between(parse, figures[total], figures[following[0]])
    mark = _SET_OFF.fullmatch(words)
    if mark and not _NOT_ALL.search(words) and not _has_verb(parse, figures[total].end, figures[following[0]].number.start):
        parts = _list_after(parse, figures, following, figures[total])
        by_sex = _noun(figures[total]) in _PEOPLE and all(_noun(figures[part]) in _PARTS for part in parts)
        for count in range(len(parts), 1, -1) if mark["mark"] != "," or _of_one_kind(figures, total, parts) else ():
            yield Sum(total, parts[:count], told=False)
        if len(parts) > 1 and (_MADE_OF.search(words) or by_sex) and _of_one_kind(figures, total, parts):
            yield Sum(total, parts, told=True)
    if _OF_ALL.search(parse.folded, max(0, figures[total].number.start - 30), figures[total].number.start):
        yield from _parts_of_all(parse, figures, total, following)


def _parts_of_all(parse: Parse, figures: list[Figure], total: int, following: list[int]) -> Iterator[Sum]:
    """ "Of the 276 girls, 57 escaped and 219 are missing"; "57 of the 276 girls escaped, leaving 219"."""
    same = [place for place in following if _can_add(figures[place]) and figures[place].unit == figures[total].unit]
    same = [place for place in same if _noun(figures[place]) in {"", _noun(figures[total])}][:MAX_PARTS]
    before = total - 1
    if before >= 0 and figures[before].span.contains(figures[total].number):
        if same and _LEAVING.fullmatch(between(parse, figures[total], figures[same[0]])) and _can_add(figures[before]):
            yield Sum(total, (before, same[0]), told=False)
        return
    for count in range(2, len(same) + 1):
        yield Sum(total, tuple(same[:count]), told=False)
    if len(same) > 1 and _REST.search(parse.folded[max(0, figures[same[1]].number.start - 40) : figures[same[1]].number.start]):
        yield Sum(total, tuple(same[:2]), told=True)


def _list_before(parse: Parse, figures: list[Figure], before: list[int], total: Figure) -> tuple[int, ...]:
    """The members of a list that ends before a total."""
    out: list[int] = []
    for place in reversed(before[-MAX_PARTS:]):
        figure = figures[place]
        if not _can_add(figure) or figure.unit != total.unit or (out and not _joined(parse, figure, figures[out[0]])):
            break
        out.insert(0, place)
    return tuple(out)


def _list_after(parse: Parse, figures: list[Figure], following: list[int], total: Figure) -> tuple[int, ...]:
    """The members of a list that begins after a total."""
    out: list[int] = []
    for place in following[:MAX_PARTS]:
        figure = figures[place]
        if not _can_add(figure) or figure.unit != total.unit or (out and not _joined(parse, figures[out[-1]], figure)):
            break
        out.append(place)
    return tuple(out)


_NEXT = re.compile(r"(?i).*(?:[,;]|,? ?\b(?:and|plus)) (?:(?:the|another|some|a|a further|about|at least|for|in) )*" + MONEY_SIGN)


def _joined(parse: Parse, one: Figure, two: Figure) -> bool:
    """True if two figures are neighbours in a list: a comma or "and" between them, no verb, no word that takes the second out."""
    words = between(parse, one, two)
    return (
        len(words) <= MAX_BETWEEN
        and _NEXT.fullmatch(words) is not None
        and not re.search(r"[.:!?()]", words)
        and not _NOT_ALL.search(words.replace(" plus ", " and ").replace(" from ", " "))
        and not _has_verb(parse, one.number.end, two.number.start)
    )


def _has_verb(parse: Parse, start: int, end: int) -> bool:
    return any(token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"VBN", "VBG"} for token in parse.tokens(start, end)) if start < end else False


def _noun(figure: Figure) -> str:
    return figure.of.split()[-1].lower() if figure.of else ""


def _of_one_kind(figures: list[Figure], total: int, parts: tuple[int, ...]) -> bool:
    """True if a total can be wrong: money, measures, or counts of one noun or of people."""
    nouns = {_noun(figures[part]) for part in parts}
    return bool(figures[total].unit) or _noun(figures[total]) in {"", *_PEOPLE} or nouns <= {"", _noun(figures[total])}


def _added(parse: Parse, figures: list[Figure], found: Sum) -> Check | None:
    """What the parts come to, beside their total; None where a sum that is not right says nothing."""
    total, parts = figures[found.total], [figures[part] for part in found.parts]
    values = [part.low for part in parts if part.low is not None]
    margins = [margin for part in parts if (margin := margin_of(parse, part))]
    told = margin_of(parse, total)
    if total.low is None or told is None or len(margins) != len(parts):
        return None
    come_to = sum(values[1:], start=values[0])
    allowed: Margin = (sum(low for low, _ in margins[1:]) + margins[0][0], sum(high for _, high in margins[1:]) + margins[0][1])
    sentence = f"{' + '.join(written_out(value) for value in values)} = {written_out(come_to)}"
    if come_to == total.low:
        return Check("sum", True, f"{sentence}, as “{total.quote}” says.")
    if not found.told:
        return None
    if meets(allowed, told) and (total.bound != "=" or abs(come_to - total.low) <= ROUNDED * total.low):
        return Check("sum", True, f"{sentence}; “{total.quote}” allows that.")
    return Check("sum", False, f"{sentence}; the text says “{total.quote}”.")
