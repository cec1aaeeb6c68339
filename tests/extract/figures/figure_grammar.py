"""A grammar of figures: sentences with figures in every printed form, each with the reading that is right for it.

A figure is form (money, share, measure, time, count) × currency or unit × scale × glue × hyphen × bound × range × period × neighbour. The words
come from `figure_words.toml` and from the bounds that the library lists. Each sentence carries labels that say what was drawn into it, so
that a failure can be told as a class ("prefixed sign" with "space after sign") and not as a case.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from tests.extract.figures.figure_numbers import (
    Number,
    digits_below,
    european,
    indian,
    mixed,
    plain_digits,
    scaled_numbers,
    spaced,
    swiss,
    words_below,
)
from variorum.lang import language_data

WORDS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "figure_words.toml").read_text("utf-8"))
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a careful reader makes of a figure. `of` is the counted noun, None where any will do; `same` are equal values in other units."""

    low: Decimal
    high: Decimal
    unit: str
    bound: str = "="
    per: str | None = None
    of: str | None = None
    same: tuple[tuple[Decimal, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A figure in words with its reading; `family` tells the sentences that it fits, `labels` what was drawn."""

    text: str
    reading: Reading
    family: str
    labels: frozenset[str]
    fixed: bool = False
    """True where the first letter may not become a capital: a currency sign stands there."""

    def also(self, *labels: str) -> Written:
        return replace(self, labels=self.labels | set(labels))


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of figure without its number: what stands before and after it, glue included, and the unit that this makes."""

    family: str
    unit: str
    before: str = ""
    after: str = ""
    labels: tuple[str, ...] = ()
    times: Decimal = ONE
    of: str | None = None
    scales: tuple[str, ...] = ()
    small: bool = False
    """True where the number is below a hundred and has no scale: coins, degrees."""
    numerals: tuple[str, ...] = ("digits", "grouped", "decimal", "words")


def pick(rng: Random, options: Any) -> Any:
    return rng.choice(list(options.items()) if isinstance(options, dict) else list(options))


def chance(rng: Random, one_in: int) -> bool:
    return rng.randrange(one_in) == 0


# --- forms ------------------------------------------------------------------------------------------------------------------------

ANY_SCALE = ("words", "words", "indian", "short", "letters", "none", "none")
WORD_SCALE = ("words", "words", "none", "none")
MONEY_NUMERALS = ("digits", "grouped", "decimal", "decimal", "cents", "spaced", "indian", "european", "swiss", "mixed digits")


def glued(rng: Random, what: str, glues: tuple[str, ...] = ("", " ")) -> tuple[str, str]:
    """A glue and the label that tells it."""
    glue = str(pick(rng, glues))
    return glue, f"space {what}" if glue else f"no space {what}"


def signed(rng: Random) -> Form:
    kind = pick(rng, ("glyph", "prefixed", "prefixed", "suffixed", "letters", "letters"))
    sign, code = pick(rng, WORDS["signs"][kind])
    glue, label = glued(rng, "after sign", ("", "", " "))
    return Form("money", code, sign + glue, "", (f"{kind} sign", f"sign {sign}", label), scales=ANY_SCALE, numerals=MONEY_NUMERALS)


def coded_before(rng: Random) -> Form:
    kind = pick(rng, ("plain", "plain", "plain", "words"))
    code = pick(rng, WORDS["codes"][kind])
    glue, label = glued(rng, "after code")
    labels = (f"{kind} code before", f"code {code}", label, "frequent code" if code in MANY else "rarer code")
    return Form("money", code, code + glue, "", labels, scales=ANY_SCALE, numerals=MONEY_NUMERALS)


def coded_after(rng: Random) -> Form:
    code = pick(rng, WORDS["codes"]["plain"])
    glue, label = glued(rng, "before code", (" ", " ", ""))
    return Form("money", code, "", glue + code, ("code after", f"code {code}", label), scales=ANY_SCALE, numerals=MONEY_NUMERALS[:-1])


def sign_after(rng: Random) -> Form:
    sign, code = pick(rng, {"€": "EUR", "£": "GBP", "₽": "RUB", "$": "USD"})
    glue, label = glued(rng, "before sign")
    return Form("money", code, "", glue + sign, ("sign after", f"sign {sign}", label), scales=("words", "none", "short"))


def named(rng: Random) -> Form:
    kind = pick(rng, ("bare", "national", "national", "crowns"))
    name, code = pick(rng, WORDS["names"][kind])
    numerals = ("digits", "grouped", "decimal", "words", "mixed", "spaced", "indian")
    return Form("money", code, "", " " + name, (f"{kind} name", f"name {name}"), scales=ANY_SCALE, numerals=numerals)


def coins(rng: Random) -> Form:
    if chance(rng, 3):
        sign, code = pick(rng, WORDS["coins"]["signs"])
        return Form("money", code, "", sign, ("coin sign", f"coin {sign}"), Decimal("0.01"), small=True, numerals=("digits",))
    name, code = pick(rng, WORDS["coins"]["words"])
    return Form("money", code, "", " " + name, ("coin word", f"coin {name}"), Decimal("0.01"), small=True)


def shares(rng: Random) -> Form:
    if chance(rng, 2):
        sign, unit = pick(rng, WORDS["shares"]["signs"])
        glue, label = glued(rng, "before symbol", ("", "", " "))
        return Form("share", unit, "", glue + sign, (f"share {sign}", label), small=True, numerals=("digits", "decimal", "mixed digits"))
    name, unit = pick(rng, WORDS["shares"]["words"])
    return Form("share", unit, "", " " + name, (f"share {name}",), small=True, numerals=("digits", "decimal", "words", "mixed"))


def measures(rng: Random) -> Form:
    family, rows = pick(rng, WORDS["measures"])
    small, scales = family == "temperature", ("none",) if family in ("temperature", "speed", "length", "data") else WORD_SCALE
    if chance(rng, 2):
        sign, unit = pick(rng, rows["symbols"])
        glue, label = glued(rng, "before symbol", ("",) if sign in "CFg" else ("", " "))
        labels = (f"symbol {sign}", label)
        family = "metres" if sign == "m" else family
        return Form(family, unit, "", glue + sign, labels, small=small, scales=("none",), numerals=("digits", "grouped", "decimal"))
    name, unit = pick(rng, rows["words"])
    numerals = ("digits", "words", "mixed", "decimal") if small else ("digits", "grouped", "decimal", "words", "mixed")
    return Form(family, unit, "", " " + name, (f"measure {name}",), small=small, scales=scales, numerals=numerals)


def times(rng: Random) -> Form:
    if chance(rng, 6):
        name, (unit, factor) = pick(rng, WORDS["times"]["multiplied"])
        return Form("time", unit, "", " " + name, (f"time {name}",), Decimal(factor), small=True, numerals=("digits", "words"))
    if chance(rng, 4):
        sign, unit = pick(rng, WORDS["times"]["short"])
        glue, label = glued(rng, "before symbol")
        return Form("time", unit, "", glue + sign, (f"time {sign}", label), small=True, numerals=("digits",))
    name, unit = pick(rng, WORDS["times"]["words"])
    return Form("time", unit, "", " " + name, (f"time {name}",), small=True, numerals=("digits", "words", "mixed", "decimal"))


def counts(rng: Random) -> Form:
    kind = pick(rng, ("plain", "plain", "irregular", "described"))
    name, one = pick(rng, WORDS["nouns"][kind])
    numerals = ("digits", "grouped", "words", "spaced", "indian", "swiss")
    return Form("count", "", "", " " + name, (f"{kind} noun", f"noun {name}"), of=one, scales=ANY_SCALE, numerals=numerals)


FORMS = (signed, signed, signed, coded_before, coded_before, coded_after, sign_after, named, named, named, coins)
OTHERS = (shares, shares, measures, measures, measures, times, counts, counts)


def form(rng: Random) -> Form:
    """A form with its family among its labels."""
    made: Form = pick(rng, FORMS + OTHERS)(rng)
    return replace(made, labels=(*made.labels, made.family))


# --- numbers in a form ------------------------------------------------------------------------------------------------------------

WRITERS: dict[str, Callable[[Random], Number]] = {
    "digits": digits_below(1000),
    "grouped": plain_digits,
    "words": words_below(10**6),
    "spaced": spaced,
    "indian": indian,
    "european": european,
    "swiss": swiss,
    "mixed": mixed,
    "mixed digits": lambda rng: mixed(rng, False),
}


UNSURE = ("m", "b", "mil", "M", "B", "MM")  # scales that are units too, or read so
MANY = ("USD", "EUR", "GBP", "JPY", "CNY", "KRW", "INR", "CHF", "AUD", "CAD")  # codes that are written most


def number(rng: Random, made: Form) -> tuple[Number, str]:
    """A number with its scale for a form, and the text of the scale with its glue."""
    kind = pick(rng, made.scales) if made.scales and not made.small else "none"
    if made.after[:1].isalpha() or (kind == "none" and made.after == " won"):
        kind = "none" if made.after != " won" else "words"  # nobody writes 5mCOP, and few won buy nothing
    if kind == "none":
        style = pick(rng, made.numerals)
        if made.small and style in ("digits", "words"):
            return (digits_below(100) if style == "digits" else words_below(100))(rng), ""
        if style in ("decimal", "cents"):
            return scaled_numbers(rng, style), ""
        return WRITERS[style](rng), ""
    scale, power = pick(rng, WORDS["scales"][kind])
    tight = scale in "kK" or (kind == "letters" and made.family != "money")
    if made.family != "money" and scale in ("MM", "mil", "trn"):
        scale, power = "mn", 6
    glue = " " if kind in ("words", "indian") else "" if tight else pick(rng, ("", "", " "))
    allowed = [
        style for style in ("digits", "decimal", "words", "mixed", "mixed digits") if kind in ("words", "indian") or style in ("digits", "decimal")
    ]
    style = pick(rng, [style for style in allowed if not (made.before and style in ("words", "mixed"))])
    found = scaled_numbers(rng, style)
    if kind == "words" and not made.before and chance(rng, 12) and found.value % 1 == 0 and found.value < 10:
        glue, power = " hundred ", power + 2
        return found.scaled(power, "scale hundred " + scale), glue + scale
    gap = {"": "no space before scale", " ": "space before scale"}[glue]
    unsure = ("scale or unit",) if scale in UNSURE else ()
    return found.scaled(power, f"{kind} scale", f"scale {scale}", gap, *unsure), glue + scale


def single(rng: Random, made: Form) -> Written:
    """One figure: a number in its form, with bound and period now and then."""
    found, scale = number(rng, made)
    value = found.value * made.times
    text = f"{made.before}{found.text}{scale}{made.after}"
    reading = Reading(value, value, made.unit, of=made.of)
    return Written(text, reading, made.family, frozenset({*made.labels, *found.labels}), fixed=bool(made.before))


def negative(rng: Random, made: Form) -> Written:
    """A figure below nothing: "minus 12 degrees", "-5%"."""
    written = single(rng, made)
    sign = pick(rng, ("minus ", "-", "−"))
    reading = replace(written.reading, low=-written.reading.low, high=-written.reading.high)
    return replace(written, text=sign + written.text, reading=reading, fixed=sign != "minus ").also(f"sign {sign.strip()}", "below nothing")


# --- ranges -----------------------------------------------------------------------------------------------------------------------

JOINTS = (("", "–"), ("", "-"), ("", " to "), ("between ", " and "), ("from ", " to "), ("", " or "), ("", "/"))  # the word before, and the joint


def ranged(rng: Random, made: Form) -> Written:
    """Two numbers of one form: each with its sign and unit, both with the sign, or with the unit at the end only."""
    opening, joint = pick(rng, JOINTS)
    dashed = joint in ("–", "-", "/")
    if joint == "/" and not made.before:
        joint = "–"  # "£4/£6"; a slash without signs is a fraction or a rate
    low, scale = number(rng, made)
    high = low.larger(rng, joint == " or ")
    if high is None or low.value * made.times >= high.value * made.times or (dashed and not low.text[0].isdigit()):
        return single(rng, made)
    loose = made.family == "count" or (dashed and " " in scale + made.after)
    styles = [style for style in STYLES if not (style == "full" and loose) and not (style == "once" and joint == "/")]
    style = pick(rng, [style for style in styles if made.before or style != "sign twice"])
    tail = scale + made.after
    parts = {"full": (tail, made.before), "sign twice": ("", made.before), "once": ("", "")}[style]
    text = f"{opening}{made.before}{low.text}{parts[0]}{joint}{parts[1]}{high.text}{tail}"
    labels = {*made.labels, *low.labels, "range", f"joint {opening}{joint}".rstrip(), f"unit {style}"}
    reading = Reading(low.value * made.times, high.value * made.times, made.unit, of=made.of)
    family = "ranging" if opening == "from " else made.family
    return Written(text, reading, family, frozenset(labels), fixed=bool(made.before) and not opening)


STYLES = ("full", "sign twice", "once")

# --- bounds and periods -----------------------------------------------------------------------------------------------------------

_LISTED = language_data("figures")
_ONLY = WORDS["bounds"]["only"]


def _bounds(listed: dict[str, list[str]], own: dict[str, str]) -> dict[str, str]:
    return {phrase: bound for bound, phrases in listed.items() for phrase in phrases} | own


BEFORE = _bounds(_LISTED["bounds"], WORDS["bounds"]["before"])
AFTER = _bounds(_LISTED["bounds_after"], WORDS["bounds"]["after"])
COMMON = ("about", "more than", "at least", "nearly", "up to", "less than", "under", "over")
SIGNS = {"<", ">", "~", "≈", "≤", "≥"}


def fits(phrase: str, written: Written) -> bool:
    """True if a bound is said of such a figure: "fewer than" of counts, "longer than" of lengths and times."""
    families = {written.family, "years"} if written.reading.unit == "year" and written.family == "time" else {written.family}
    return phrase not in _ONLY or bool(families & set(_ONLY[phrase].split()))


def bounded(rng: Random, written: Written) -> Written:
    """A figure with a bound before, after or, of counts, between number and noun."""
    place = pick(rng, ("before", "before", "common", "after", "inside"))
    if place == "inside" and written.family == "count":
        return _bounded_inside(rng, written)
    table = AFTER if place == "after" else BEFORE
    phrases = [phrase for phrase in table if fits(phrase, written) and (phrase not in {*SIGNS, "+"} or written.text[0].isdigit())]
    phrase = pick(rng, COMMON if place == "common" else phrases)
    if place == "after":
        text = f"{written.text} {phrase}" if phrase != "+" else written.text + phrase
    else:
        text = f"{phrase}{'' if phrase in SIGNS else ' '}{written.text}"
    bound = table[phrase]
    fixed = written.fixed if place == "after" else phrase in SIGNS
    side = "after" if place == "after" else "before"
    return replace(written, text=text, reading=replace(written.reading, bound=bound), fixed=fixed).also(f"bound {side}", f"bound {side}: {phrase}")


INSIDE = {"-odd": "~", "-plus": ">", "+": ">", " or so": "~", " or more": ">=", " or fewer": "<=", " plus": ">="}


def _bounded_inside(rng: Random, written: Written) -> Written:
    phrase, bound = pick(rng, INSIDE)
    number_text, _, noun = written.text.rpartition(" ")
    if not number_text.replace(",", "").isdigit():
        return written
    return replace(written, text=f"{number_text}{phrase} {noun}", reading=replace(written.reading, bound=bound)).also(
        "bound", f"bound inside:{phrase}"
    )


def repeated(rng: Random, written: Written) -> Written:
    """A figure with its period or base: "a year", "per share"."""
    kind = written.family if written.family in WORDS["per"] else "measure"
    if written.family in ("temperature", "speed", "time") or written.reading.unit in ("pp", "bp"):
        return written
    phrase, per = pick(rng, WORDS["per"][kind])
    return replace(written, text=f"{written.text} {phrase}", reading=replace(written.reading, per=per)).also("per", f"per: {phrase}")


def figures(rng: Random) -> Written:
    """Any figure that stands as a noun phrase of its own."""
    made = form(rng)
    shape = pick(rng, ("single",) * 6 + ("range",) * 3 + ("special", "negative"))
    if shape == "special":
        return special(rng)
    if shape == "negative" and (made.family == "temperature" or (made.family == "share" and chance(rng, 2))):
        return negative(rng, made)
    if shape == "range":
        return ranged(rng, made)
    written = single(rng, made)
    if chance(rng, 3):
        return bounded(rng, written)
    return repeated(rng, written) if chance(rng, 4) else written


# --- figures of two units, fractions, shares of so many -----------------------------------------------------------------------------


def special(rng: Random) -> Written:
    made: Written = pick(rng, (two_units, part))(rng)
    return made.also(made.family)


def two_units(rng: Random) -> Written:
    """ "3 dollars 50 cents", "6 ft 2", "2h 14m": one figure, in the larger or the smaller unit."""
    row = pick(rng, WORDS["two_units"])
    whole, part, way = rng.randint(2, 12), rng.randint(1, row["factor"] - 1), pick(rng, row["ways"])
    value = whole + Decimal(part) / row["factor"]
    same = ((value * row["factor"], row["small"]),) if "small" in row else ()
    reading = Reading(value, value, row["large"], same=same)
    return Written(way.format(whole, part), reading, row["family"], frozenset({"two units", f"two units: {way}"}))


def part(rng: Random) -> Written:
    """ "two-thirds", "one in five": a share, in per cent."""
    kind = pick(rng, ("fraction", "proportion"))
    words, share = pick(rng, WORDS["parts"][kind])
    percent = Decimal(100 * Fraction(share).numerator) / Fraction(share).denominator
    return Written(words, Reading(percent, percent, "%"), "part", frozenset({kind, f"{kind}: {words}"}))
