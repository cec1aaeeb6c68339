"""What only looks like a date: "Black Friday", the verb "march", 2000 people, a spring in the desert."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from variorum.extract.dates.expressions import Expression, words
from variorum.text.numbers.years import amounts
from variorum.text.parsing.parse import Parse

_WORD_AFTER = re.compile(r"\s*([^\s.,;:!?)]+)")
_ROUND = 120  # characters on either side in which a match gives itself away
_NEIGHBOUR = 40  # characters looked at on either side for the next word


@dataclass(frozen=True, slots=True)
class Surroundings:
    """An expression, the words before and after it, the character that follows it at once, and small words further round."""

    expression: Expression
    before: str
    after: str
    next_char: str
    near: frozenset[str]
    parse: Parse

    @property
    def low(self) -> str:
        """The word before in small letters, opening marks left out."""
        return self.before.lower().lstrip("(\"'[")

    def part(self, name: str) -> str:
        """A part that the rule names, in small letters, empty where the expression has none."""
        return self.expression.parts.get(name, "").lower().rstrip(".")


def is_date(text: str, expression: Expression, parse: Parse) -> bool:
    """True unless the words around show that the expression means something else."""
    start, end = expression.start, expression.end
    if text[end : end + 4].lower() in {"-old", "-yea"}:
        return False
    test = _TESTS.get(expression.kind)
    if test is None:
        return True
    before = text[max(0, start - _NEIGHBOUR) : start].split()
    near = frozenset(text[max(0, start - _ROUND) : end + _ROUND].lower().replace("-", " ").replace(",", " ").replace(".", " ").split())
    after = _WORD_AFTER.match(text, end, end + _NEIGHBOUR)
    return test(Surroundings(expression, before[-1] if before else "", after.group(1) if after else "", text[end : end + 1], near, parse))


def _weekday(around: Surroundings) -> bool:
    if len(around.part("weekday")) == 3 and around.next_char != ".":  # "Sun" is a star and a newspaper
        return False
    return around.low not in words("black") and not (around.after[:1].isupper() and around.after.lower() in words("newspaper"))


def _month(around: Surroundings) -> bool:
    name = around.part("month")
    if any(around.part(part) for part in ("year", "year_shift", "shift", "part")):
        return True
    led = around.low in words("before_month") or around.before.endswith(("'s", "s'"))
    token = around.parse.token_at(around.expression.start)
    if name in words("ambiguous_months") and around.after[:1].isupper() and around.next_char == " ":  # "April Jones", "March Madness"
        joined = token is not None and token.dep_ == "compound" and token.head.i > token.i
        return led and not joined and around.after.lower() != "day"
    if name in {"may", "march"} or len(name) == 3:
        return led and (token is None or token.pos_ not in {"VERB", "AUX"})
    capital = around.before[:1].isupper() and around.before[-1:].isalpha() and len(around.before) > 1
    return led or not (capital and name in words("ambiguous_months"))


def _season(around: Surroundings) -> bool:
    """A bare season is too vague, and "spring" and "fall" are verbs: a word that points at one is needed."""
    shift = around.part("shift")
    if around.part("year") or around.part("year_shift") or shift not in {"", "the", "in"}:
        return True
    if shift == "" or around.after.lower() in {"of", "in"}:
        return False
    return shift == "in" or not around.after[:1].islower() or around.after in words("season_closers")


def _year(around: Surroundings) -> bool:
    year = int(around.part("year"))
    if around.low in words("numbered") or amounts(around.parse.folded, around.expression.start, around.expression.end):
        return False
    if around.next_char == "-":
        return around.low in words("before_year") | words("determiners") or around.before[:1].isupper()
    if around.after.lower() in words("counted") and (year % 100 == 0 or around.low in words("approximate")):
        return False
    if year < 1900:
        return around.low in words("before_year") or around.before.startswith("(")
    bound = around.low in words("before_year") | words("determiners") or around.low.endswith("'s")
    return bound or around.after not in words("counted")


def _period(around: Surroundings) -> bool:
    if around.part("unit") == "weekend":
        return around.low in {"over", "during", "at", "on", "for", "of", "through", "throughout"}
    return around.low in {"for", "in", "during", "of", "over"} and around.after.lower() not in {"of", "million", "century"}


def _shifted(around: Surroundings) -> bool:
    """ "the final week of the campaign" and "the last day" lie in a time of their own."""
    shift, unit = around.part("shift"), around.part("unit")
    inner = shift == "final" or (shift in {"last", "next"} and around.after.lower() in {"of", "in", "before"})
    if inner and around.low in words("determiners"):
        return False
    return not (unit == "day" and shift in {"last", "this", "final"})


def _long_span(around: Surroundings) -> bool:
    """ "the past seven years" and "in the next two", but not "first two years"."""
    start = around.expression.start
    opening = around.parse.folded[start : start + 8].lower().split()[0]
    led = opening in words("determiners") | {"these"} or around.low in {"in", "over", "for", "within", "during"}
    return led and around.part("shift") != "first"


def _ago(around: Surroundings) -> bool:
    """ "two days later" counts from an event that the words do not name."""
    tail = around.parse.folded[around.expression.end - 8 : around.expression.end]
    return not tail.endswith(("earlier", "later", "that", "back", "now")) or tail.endswith("from now")


def _deictic(around: Surroundings) -> bool:
    """Not the newspaper USA TODAY."""
    return around.low != "usa"


def _quarter(around: Surroundings) -> bool:
    """Not the quarters of a match."""
    return any(around.part(name) for name in ("year", "year2", "shift")) or not around.near & words("sports")


def _full_year(around: Surroundings) -> bool:
    return around.low in {"for", "in", "the", "a", "by", "at"}


_TESTS: dict[str, Callable[[Surroundings], bool]] = {
    "weekday": _weekday,
    "month": _month,
    "season": _season,
    "year": _year,
    "period": _period,
    "deictic": _deictic,
    "quarter": _quarter,
    "shifted": _shifted,
    "long_span": _long_span,
    "ago": _ago,
    "of_year": _full_year,
}
