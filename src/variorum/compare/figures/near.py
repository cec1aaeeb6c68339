"""Figures that may be one quantity, but are not sure to be: shown beside each other for the reader's eye, never as a row."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator

from variorum.compare.figures.frames.figure_keys import Keys
from variorum.compare.figures.frames.limits import unmatched
from variorum.compare.figures.frames.quantity_words import words_of
from variorum.compare.figures.frames.slots import DIFFERENT, SAME, words_told
from variorum.compare.figures.pairing.pairs import Pair
from variorum.compare.figures.pairing.value_groups import Group, Pairs, thing_of
from variorum.compare.figures.pairing.voices import Voices
from variorum.compare.figures.values.values import compatible
from variorum.compare.figures.verdicts import wording
from variorum.compare.figures.verdicts.wording import plain
from variorum.records.dossier import Comparison, Near

LEAST = 3  # points from which figures of one thing are shown as near
MOST_EACH = 2  # nearest candidates that are kept for a figure
MOST_GROUPS = 30  # values of one thing that are looked at; a story with more of one thing is a table of many


def near_figures(groups: list[Group], rows: Iterable[Comparison], pairs: Pairs, voices: Voices) -> tuple[Near, ...]:
    """Pairs of figures of two accounts that no row holds together, of one thing and with nothing that parts them, the likeliest of each."""
    together = {frozenset(two) for row in rows for two in itertools.combinations([member.figure for member in row.members], 2)}
    found = [pair for pair in _candidates(groups, pairs, voices) if frozenset((pair.a.figure.id, pair.b.figure.id)) not in together]
    kept: list[Pair] = []
    times: dict[str, int] = defaultdict(int)
    for pair in sorted(found, key=lambda pair: (-pair.points, pair.a.key, pair.b.key)):
        ids = (pair.a.figure.id, pair.b.figure.id)
        if all(times[figure] < MOST_EACH for figure in ids):
            kept.append(pair)
            for figure in ids:
                times[figure] += 1
    return tuple(Near((pair.a.figure.id, pair.b.figure.id), why(pair, pairs)) for pair in kept)


def _candidates(groups: list[Group], pairs: Pairs, voices: Voices) -> Iterator[Pair]:
    by_thing: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        by_thing[thing_of(group.values[0], pairs.keys)].append(group)
    for bucket in by_thing.values():
        for one, two in itertools.combinations(bucket[:MOST_GROUPS], 2):
            pair = pairs.of(one.values[0], two.values[0])
            apart = voices.account_of[pair.a.article] != voices.account_of[pair.b.article]
            if apart and not pair.slots.different and pair.slots["thing"] != DIFFERENT and pair.points >= LEAST and not pair.a.old and not pair.b.old:
                yield pair


def _own_limits(keys: Keys, other: Keys) -> str:
    """The phrases that limit one figure and not the other, in the text's words."""
    loose = unmatched(keys.limits, other.limits, other.article_names) - keys.limits.names
    phrases = dict.fromkeys(
        plain(part) for part in (*keys.figure.about.adjuncts, *keys.figure.about.times, *keys.figure.about.places) if loose & set(words_of(part))
    )
    return ", ".join(f"“{phrase}”" for phrase in phrases)


def why(pair: Pair, pairs: Pairs) -> str:
    """What keeps two figures from one row: the slots that only one of them names, or that both leave open."""
    one, two = pairs.keys[pair.a.figure.id], pairs.keys[pair.b.figure.id]
    told = []
    for value, keys, other in ((pair.a, one, two), (pair.b, two, one)):
        if words := _own_limits(keys, other):
            told.append(f"only {wording.quote(value)} is told of {words}")
    if pair.slots["thing"] != SAME:
        told.append(f"“{words_told(one, 'thing')}” and “{words_told(two, 'thing')}” may not be one thing")
    if not pair.a.figure.unit and pair.slots["event"] != SAME:
        told.append("it is open whether one thing happened to both")
    ends = "; ".join(told) or ("little else is told of either" if compatible(pair.a, pair.b) else "no more is told that would make them one")
    return f"{wording.both(pair.a, pair.b)}: {ends}."
