"""Figures that may be one quantity, but are not sure to be: shown beside each other for the reader's eye, never as a row."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator

from variorum.compare.figures.frames.figure_keys import Keys
from variorum.compare.figures.frames.limits import unmatched
from variorum.compare.figures.frames.quantity_words import words_of
from variorum.compare.figures.frames.slots import SAME, words_told
from variorum.compare.figures.pairing.pairs import AKIN, Pair
from variorum.compare.figures.pairing.value_groups import TELLING, Group, Pairs, dimension_of, thing_of
from variorum.compare.figures.pairing.voices import Voices
from variorum.compare.figures.values.values import distinctive, same_value
from variorum.compare.figures.verdicts import wording
from variorum.records.dossier import Comparison, Near

LEAST = 4  # points from which different values of one thing are shown as near
EQUAL_LIKE = 0.12  # cosine that the sentences of equal values need which are not telling, beside one noun; of telling ones AKIN is enough
MOST_EACH = 2  # nearest candidates that are kept for a figure
MOST_GROUPS = 30  # values of one thing, or equal values, that are looked at; a story with more of them is a table of many


def near_figures(groups: list[Group], rows: Iterable[Comparison], pairs: Pairs, voices: Voices) -> tuple[Near, ...]:
    """Pairs of figures of two accounts that no row holds together and that may be of one quantity, the likeliest of each, equal values first."""
    row_of = {member.figure: row.id for row in rows for member in row.members}
    kept: list[Pair] = []
    times: dict[str, int] = defaultdict(int)
    met: set[tuple[str, ...]] = set()
    for pair in sorted(_candidates(groups, pairs, voices), key=_likeliest):
        ids = (pair.a.figure.id, pair.b.figure.id)
        sides = tuple(sorted(row_of.get(figure, figure) for figure in ids))
        if sides[0] != sides[1] and sides not in met and all(times[figure] < MOST_EACH for figure in sides):
            kept.append(pair)
            met.add(sides)
            for figure in sides:
                times[figure] += 1
    return tuple(Near((pair.a.figure.id, pair.b.figure.id), why(pair, pairs)) for pair in kept)


def _likeliest(pair: Pair) -> tuple[bool, int, float, str, str]:
    return not same_value(pair.a, pair.b), -pair.points, -pair.like, pair.a.key, pair.b.key


def _candidates(groups: list[Group], pairs: Pairs, voices: Voices) -> Iterator[Pair]:
    by_thing: dict[str, list[Group]] = defaultdict(list)
    by_value: dict[tuple[str, object], list[Group]] = defaultdict(list)
    for group in groups:
        first = group.values[0]
        by_thing[thing_of(first, pairs.keys)].append(group)
        if first.low is not None:
            by_value[dimension_of(first), first.low].append(group)
    for bucket in (*by_value.values(), *by_thing.values()):
        for one, two in itertools.combinations(bucket[:MOST_GROUPS], 2):
            pair = pairs.of(one.values[0], two.values[0])
            if voices.account_of[pair.a.article] != voices.account_of[pair.b.article] and _may_be_one(pair):
                yield pair


def _may_be_one(pair: Pair) -> bool:
    """True for values that a reader should look at together: equal and told in sentences that are akin, or of one thing with much in common."""
    if pair.a.old or pair.b.old or set(pair.slots.different) - {"thing"}:
        return False
    if same_value(pair.a, pair.b):
        telling = min(distinctive(pair.a), distinctive(pair.b)) >= TELLING
        return pair.like >= (AKIN if telling else EQUAL_LIKE) and (telling or pair.one_noun)
    return not pair.slots.different and pair.one_noun and pair.points >= LEAST


def _own_limits(keys: Keys, other: Keys) -> str:
    """The phrases that limit one figure and not the other, in the text's words."""
    loose = unmatched(keys.limits, other.limits, other.article_names) - keys.limits.names
    phrases = dict.fromkeys(
        part.line for part in (*keys.figure.about.adjuncts, *keys.figure.about.times, *keys.figure.about.places) if loose & set(words_of(part))
    )
    return ", ".join(f"“{phrase}”" for phrase in phrases)


def why(pair: Pair, pairs: Pairs) -> str:
    """What keeps two figures from one row: the slots that only one of them names, or that both leave open."""
    one, two = pairs.keys_of(pair)
    told = []
    for value, keys, other in ((pair.a, one, two), (pair.b, two, one)):
        if words := _own_limits(keys, other):
            told.append(f"only {wording.quote(value)} is told of {words}")
    things = [words_told(one, "thing"), words_told(two, "thing")]
    if pair.slots["thing"] != SAME and all(things) and things[0].casefold() != things[1].casefold():
        told.append(f"“{things[0]}” and “{things[1]}” may not be one thing")
    elif not pair.one_noun:
        told.append(f"what {wording.quote(pair.a if not things[0] else pair.b)} counts or measures is not told plainly")
    if not pair.a.figure.unit and pair.slots["event"] != SAME and not told:
        told.append("it is open whether they tell of one event")
    ends = "; ".join(told) or "too little is told of them to be sure"
    return f"{wording.both(pair.a, pair.b)}: {ends}."
