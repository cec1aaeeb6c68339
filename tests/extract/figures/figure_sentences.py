"""Sentences round the figures of the grammar: plain carriers, two figures joined by "and", figures with a hyphen before a noun."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from tests.extract.figures.figure_grammar import ONE, WORDS, Form, Reading, Written, chance, figures, pick, single
from tests.extract.figures.figure_numbers import UNITS, Number, digits_below, scaled_numbers, words_below


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its figures in order: half-open range of characters and reading of each."""

    text: str
    figures: tuple[tuple[int, int, Reading], ...]
    labels: frozenset[str]


CARRIERS: dict[str, list[str]] = WORDS["carriers"]


def capital(written: Written) -> str:
    """A figure at the head of a sentence."""
    return written.text if written.fixed else written.text[:1].upper() + written.text[1:]


def sentence(rng: Random, written: Written, family: str) -> Sentence:
    """A figure in one of the sentences of a family."""
    carrier = pick(rng, CARRIERS[family])
    head, tail = carrier.split("{}")
    text = written.text if head else capital(written)
    place = (len(head), len(head) + len(text), written.reading)
    return Sentence(head + text + tail, (place,), written.labels | {f"carrier: {carrier}"})


NEIGHBOURS = (
    Form("count", "", "", " nurses", ("other nurses",), of="nurse"),
    Form("count", "", "", " ships", ("other ships",), of="ship"),
    Form("money", "GBP", "£", "", ("other £",)),
    Form("money", "EUR", "", " million euros", ("other euros",), times=Decimal(10**6)),
    Form("length", "km", "", " km of road", ("other km",)),
    Form("mass", "t", "", " tonnes of grain", ("other tonnes",)),
    Form("share", "%", "", " percent of the land", ("other percent",)),
)


def pair(rng: Random, written: Written) -> Sentence:
    """A figure and another of another unit or noun, on either side of "and": each keeps its own."""
    other = single(rng, replace(pick(rng, NEIGHBOURS), small=True, numerals=("digits",)))
    clash = written.family == other.family or written.reading.unit == other.reading.unit
    unclear = written.family in ("metres", "ranging") or "pounds" in written.text  # of money or weight
    if clash or unclear or "range" in written.labels:
        return sentence(rng, written, written.family)
    first, second = (written, other) if chance(rng, 2) else (other, written)
    carrier = pick(rng, CARRIERS["pair"])
    head, joint, tail = re.split(r"\{\w*\}", carrier)
    start = len(head) + len(first.text) + len(joint)
    places = ((len(head), len(head) + len(first.text), first.reading), (start, start + len(second.text), second.reading))
    labels = written.labels | other.labels | {"neighbour", "neighbour after" if first is written else "neighbour before", f"carrier: {carrier}"}
    return Sentence(head + first.text + joint + second.text + tail, places, labels)


# --- hyphens ----------------------------------------------------------------------------------------------------------------------


def _count(rng: Random) -> Number:
    found: Number = (words_below(20) if chance(rng, 2) else digits_below(100))(rng)
    return found


def _hyphened(rng: Random) -> tuple[str, str, str, Decimal, str | None, str]:
    """What is counted before a thing: its word, the thing, its unit with its factor, the counted noun, and the family."""
    kind = pick(rng, ("hyphened", "hyphened_time", "hyphened_measure"))
    if kind == "hyphened":
        part, thing = pick(rng, WORDS["nouns"]["hyphened"])
        return part, thing, "", ONE, part, "count"
    if kind == "hyphened_time":
        part, thing = pick(rng, WORDS["nouns"]["hyphened_time"])
        return part, thing, part, ONE, None, "time"
    part, (unit, thing) = pick(rng, WORDS["nouns"]["hyphened_measure"])
    return part, thing, unit, ONE, None, "measure"


def article(text: str) -> str:
    return "an" if re.match(r"(?i)eigh|eleven|8|11\b|18\b", text) else "a"


def adjective(rng: Random) -> Written:
    """ "a 31-page report", "a 10- to 12-year deal", "a 20-percent cut", "a $5-million bridge"."""
    return pick(rng, (_simple_adjective, _simple_adjective, _glued_adjective, _ranged_adjective, _money_adjective, _share_adjective))(rng)  # type: ignore[no-any-return]


def _of_thing(text: str, thing: str, reading: Reading, family: str, *labels: str) -> Written:
    whole = f"{article(text)} {text} {thing}"
    return Written(whole, reading, family, frozenset({"adjective", family, *labels}))


def _simple_adjective(rng: Random) -> Written:
    part, thing, unit, times, of, family = _hyphened(rng)
    found = _count(rng)
    reading = Reading(found.value * times, found.value * times, unit, of=of)
    return _of_thing(f"{found.text}-{part}", thing, reading, family, "simple adjective", f"adjective -{part}", *found.labels)


def _glued_adjective(rng: Random) -> Written:
    """ "a 35m wall", "a 5km race": the symbol against the digits, before the thing."""
    unit, thing = pick(rng, {"m": "wall", "km": "race", "kg": "parcel", "ft": "wall", "MW": "plant", "cm": "gap", "ha": "farm"})
    found = digits_below(100)(rng)
    glue = pick(rng, ("", "-", " ")) if unit != "m" else pick(rng, ("", "-"))
    reading = Reading(found.value, found.value, unit)
    return _of_thing(f"{found.text}{glue}{unit}", thing, reading, "measure", "symbol adjective", f"symbol adjective {glue}{unit}")


RANGES = ("{}- to {}-{}", "{}-to-{}-{}", "{}-{} {}", "{}- or {}-{}", "{} to {}-{}", "{}–{} {}", "{}-{}-{}")


def _ranged_adjective(rng: Random) -> Written:
    part, thing, unit, times, of, family = _hyphened(rng)
    low = digits_below(60)(rng)
    high = low.larger(rng, near=True)
    way = pick(rng, RANGES)
    assert high is not None
    reading = Reading(low.value * times, high.value * times, unit, of=of)
    return _of_thing(
        way.format(low.text, high.text, part), thing, reading, family, "ranged adjective", f"ranged adjective {way}", f"adjective -{part}"
    )


def _money_adjective(rng: Random) -> Written:
    found = digits_below(400)(rng)
    way, code = pick(rng, WORDS["money_adjectives"])
    value = found.value * 10**6
    return _of_thing(way.format(found.text), pick(rng, ("bridge", "fund")), Reading(value, value, code), "money", f"money adjective {way}")


def _share_adjective(rng: Random) -> Written:
    found = _count(rng)
    way = pick(rng, ("{}-percent", "{} percent", "{}-per-cent", "{}%", "{} per cent"))
    if way == "{}%" and not found.text.isdigit():
        way = "{}-percent"
    return _of_thing(way.format(found.text), "stake", Reading(found.value, found.value, "%"), "share", f"share adjective {way}", *found.labels)


def hyphen_list(rng: Random) -> Sentence:
    """ "two-, three- and four-bedroom flats": three figures that share a noun."""
    part = pick(rng, WORDS["nouns"]["hyphened"])[0]
    first = rng.randint(2, 12)
    write = UNITS.__getitem__ if chance(rng, 2) else str
    values = (first, first + 1, first + 2) if chance(rng, 2) else (first, first + 2)
    numbers = [write(value) for value in values]
    joint = pick(rng, ("and", "or"))
    text, places = "They built ", []
    for index, (value, written) in enumerate(zip(values, numbers, strict=True)):
        last = index == len(values) - 1
        text += f" {joint} " if last else ", " if index else ""
        places.append((len(text), len(text) + len(written), Reading(Decimal(value), Decimal(value), "", of=part)))
        text += written + ("-" if not last else f"-{part} houses")
    if len(values) == 2 and joint == "or":
        places = [(places[0][0], places[1][1], Reading(Decimal(values[0]), Decimal(values[1]), "", of=part))]
    return Sentence(text + ".", tuple(places), frozenset({"hyphen list", f"hyphen list of {len(values)} with {joint}", f"adjective -{part}"}))


# --- two numbers that are no range --------------------------------------------------------------------------------------------------

MOVES = ("Revenue decreased {} to {}.", "Sales rose {} to {} last year.", "Profit fell by {}, to {}.", "Costs were up {} at {}.")


def moved(rng: Random) -> Sentence:
    """ "Revenue decreased $1.2 million to $23.5 million": by how much, and the new value."""
    change = scaled_numbers(rng, "decimal")
    level = change.larger(rng, near=False)
    assert level is not None
    sign, code = pick(rng, WORDS["signs"]["glyph"])
    scale, power = pick(rng, WORDS["scales"]["words"])
    carrier = pick(rng, MOVES)
    head, joint, tail = carrier.split("{}")
    text, places = head, []
    for number, after in ((change, joint), (level, tail)):
        written = f"{sign}{number.text} {scale}"
        value = number.value * 10**power
        places.append((len(text), len(text) + len(written), Reading(value, value, code)))
        text += written + after
    return Sentence(text, tuple(places), frozenset({"moved", f"carrier: {carrier}", f"sign {sign}", f"scale {scale}"}))


# --- any sentence -----------------------------------------------------------------------------------------------------------------


def any_sentence(rng: Random) -> Sentence:
    """A sentence with one to three figures, and how they are to be read."""
    shape = pick(rng, ("plain",) * 20 + ("pair",) * 6 + ("adjective",) * 4 + ("hyphen list", "moved"))
    if shape in ("hyphen list", "moved"):
        return hyphen_list(rng) if shape == "hyphen list" else moved(rng)
    if shape == "adjective":
        return sentence(rng, adjective(rng), "adjective")
    written: Written = figures(rng)
    return pair(rng, written) if shape == "pair" and written.family != "part" else sentence(rng, written, written.family)


def text_of(rng: Random, size: int) -> list[Sentence]:
    """A list of `size` sentences. A generator of our own draws them: what Hypothesis draws depends on the modules that were imported before."""
    return [any_sentence(rng) for _ in range(size)]
