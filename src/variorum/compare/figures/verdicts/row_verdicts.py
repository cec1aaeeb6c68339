"""The verdict of a row: that of all its pairs, and the sentence that says why."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from variorum.compare.figures.pairing.pairs import Pair, Scope
from variorum.compare.figures.pairing.value_groups import Group, Pairs
from variorum.compare.figures.pairing.voices import Voices
from variorum.compare.figures.values.values import Stated
from variorum.compare.figures.verdicts import wording
from variorum.compare.figures.verdicts.narrower import narrower_base, narrower_thing
from variorum.compare.figures.verdicts.verdicts import GRAVITY, Verdict, judge_two, other_status
from variorum.text.numbers.conversions import converted

MOST_REASONS = 2  # sentences of a row whose members differ in more than one way


@dataclass(frozen=True, slots=True)
class Ruling:
    """A row's verdict, its reason, and the pair that decides, None where no two do; `alone` where one account gives it."""

    verdict: str
    reason: str
    pair: Pair | None = None
    alone: bool = False


def rule(row: list[Group], pairs: Pairs, voices: Voices, scopes: Mapping[frozenset[str], Scope]) -> Ruling:
    """Verdict and reason for a row of values grouped where they are equal. Digests add no voice, so where others speak they do not decide."""
    if len(row) == 1:
        return _one_value(row[0].values, pairs, voices)
    heard = [tuple(value for value in group.values if value.article in voices.heard) or group.values for group in row]
    found = [_of_two(one, two, pairs, scopes) for one, two in itertools.combinations(heard, 2)]
    gravest = min(found, key=lambda verdict: GRAVITY.index(verdict.verdict))
    others = {verdict.verdict: verdict for verdict in found if verdict.verdict not in (gravest.verdict, "agree")}
    said = [gravest.reason, *(verdict.reason for verdict in others.values())]
    return Ruling(gravest.verdict, " ".join(said[:MOST_REASONS]), gravest.pair)


def _of_two(one: tuple[Stated, ...], two: tuple[Stated, ...], pairs: Pairs, scopes: Mapping[frozenset[str], Scope]) -> Verdict:
    """The verdict on two groups: of the pair that has most in common."""
    crossed = [pairs.of(a, b) for a in one[:4] for b in two[:4]]
    best = max(crossed, key=lambda pair: (not pair.slots.different, pair.points, pair.a.key, pair.b.key))
    scope = scopes.get(frozenset((best.a.figure.id, best.b.figure.id)))
    return judge_two(best, *pairs.keys_of(best), scope)


def _one_value(values: tuple[Stated, ...], pairs: Pairs, voices: Voices) -> Ruling:
    count = len(voices.accounts([value.figure for value in values]))
    if count == 0:
        return Ruling("agree", f"No account of its own gives this, only digests, which add no voice: {wording.quotes(values)}.")
    if count == 1:
        articles = len({value.article for value in values})
        return Ruling(
            "agree", f"One account alone gives this, in {articles} articles that share its text or cite it: {wording.quotes(values)}.", alone=True
        )
    for verdict, found in (("scope", _narrower(values)), ("status", other_status(values, pairs.keys)), ("scope", _range_and_end(values))):
        if found:
            return Ruling(verdict, found)
    return Ruling("agree", _agreement(values, count))


def _narrower(values: tuple[Stated, ...]) -> str | None:
    """Equal values of a thing and of a part of it, or of a base and a narrower base."""
    return narrower_thing(values) or narrower_base(values)


def _agreement(values: tuple[Stated, ...], count: int) -> str:
    allowed = "" if len({(value.low, value.high, value.bound) for value in values}) == 1 else ", bounds and rounding allowed for"
    if other := next((value for value in values if value.figure.unit != values[0].figure.unit and value.high is not None), None):
        told = converted(other.high, other.figure.unit, values[0].figure.unit)
        allowed += f"; {wording.quote(other)} is {told.quantize(Decimal('0.1')).normalize():f} {values[0].figure.unit}"
    return f"{wording.quotes(values)}: one value in {count} accounts{allowed}."


def _range_and_end(values: tuple[Stated, ...]) -> str | None:
    spans = [value for value in values if value.is_range]
    singles = [value for value in values if not value.is_range and spans and value.article != spans[0].article]
    if not spans or not singles:
        return None
    return f"{wording.quote(spans[0])} is a range; {wording.quote(singles[0])} is one value of it."
