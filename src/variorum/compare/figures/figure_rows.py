"""Comparisons: figures of several accounts that speak of one quantity, brought into one row, with a verdict and its reason."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.compare.figures.frames.figure_keys import day_of, keys_of
from variorum.compare.figures.frames.mentions import Mentions
from variorum.compare.figures.frames.quantity_words import topics
from variorum.compare.figures.frames.slots import shown
from variorum.compare.figures.judged_figures import judged_rows
from variorum.compare.figures.near import near_figures
from variorum.compare.figures.pairing.pairs import Pair, Scope, is_one_quantity, scope_of_events
from variorum.compare.figures.pairing.value_groups import Group, Pairs, groups_of, thing_of
from variorum.compare.figures.pairing.voices import Voices
from variorum.compare.figures.values.value_sets import excludes, meets
from variorum.compare.figures.values.values import Stated, stated
from variorum.compare.figures.verdicts.row_verdicts import Ruling, rule
from variorum.compare.figures.verdicts.series import series_of
from variorum.compare.figures.verdicts.titles import title_of
from variorum.records.article import Span, content_hash
from variorum.records.dossier import Account, Actor, Comparison, ComparisonMember, Near, Slot
from variorum.records.judgement import Judgement
from variorum.records.marks import Figure, Reading

_NOT_COMPARED = {"related", "newsletter", "link", "biography", "credit", "navigation"}
MAX_FIGURES = 4_000  # figures compared; a story with more is compared by unit and value only within this many
MOST_GROUPS = 40  # values of one thing that are set against each other; a story with more of one thing is a table of many


@dataclass(frozen=True, slots=True)
class Compared:
    """The rows of a story, and the figures that may be one quantity but are not sure to be."""

    rows: tuple[Comparison, ...]
    near: tuple[Near, ...]


def compare_figures(
    readings: list[Reading],
    accounts: tuple[Account, ...],
    actors: tuple[Actor, ...],
    judgements: Sequence[Judgement] = (),
    *,
    cited: Mapping[str, str] | None = None,
) -> Compared:
    """Rows of figures from two or more articles, in the order of the articles; a row's accounts are counted, not its articles.

    A figure stands in at most one row, a from-to change in at most two: one for its old value and one for its new. `cited` gives the account
    that a figure is cited from, by its id: its own account is then no voice of its own for it.
    """
    days = {reading.article.id: day_of(str(reading.article.published or "") or None, (date.quote for date in reading.dates)) for reading in readings}
    figures = [figure for reading in readings for figure in reading.figures if _is_compared(reading, figure)][:MAX_FIGURES]
    keys = keys_of(figures, topics(figures), Mentions(actors), days)
    values = stated(figures)
    pairs, voices = Pairs(keys, values), Voices(accounts, cited)
    groups = groups_of(values, pairs)
    rows, scopes = _rows(groups, pairs, voices)
    found: dict[str, Comparison] = {}
    for judged in judged_rows([[group.values for group in row] for row in rows], readings, judgements):
        row = [Group(values) for values in judged]
        if len({article for group in row for article in group.articles}) > 1:
            comparison = _comparison(row, pairs, voices, scopes)
            found.setdefault(comparison.id, comparison)
    kept = tuple(row for row in found.values() if not _repeats(row, found.values()))
    return Compared(kept, near_figures(groups, kept, pairs, voices))


def _repeats(row: Comparison, rows: Iterable[Comparison]) -> bool:
    """True if a row only says of the old values of changes what another row says of the changes themselves."""
    mine = {member.figure for member in row.members}
    return row.verdict == "agree" and any(other is not row and mine <= {member.figure for member in other.members} for other in rows)


def _is_compared(reading: Reading, figure: Figure) -> bool:
    return figure.unit != "ordinal" and reading.article.is_boilerplate(Span(figure.start, figure.end)) not in _NOT_COMPARED


# --- rows of several values ---------------------------------------------------------------------------------------------------------

Scopes = dict[frozenset[str], Scope]
"""The slot that alone parts two figures, by their ids."""


def _rows(groups: list[Group], pairs: Pairs, voices: Voices) -> tuple[list[list[Group]], Scopes]:
    """Groups of one quantity that differ in value, together; a group joins a row only if it is of one quantity with every group of it."""
    scopes: Scopes = {}
    linked: dict[tuple[int, int], int] = {}
    for bucket in _by_thing(groups, pairs).values():
        for one, two in itertools.combinations(bucket[:MOST_GROUPS], 2):
            if best := _opposed(groups[one], groups[two], pairs, voices, scopes):
                linked[one, two] = best.points
    row_of = {at: [at] for at in range(len(groups))}
    for one, two in sorted(linked, key=lambda link: (-linked[link], link)):
        a, b = row_of[one], row_of[two]
        if a is not b and all((min(x, y), max(x, y)) in linked for x in a for y in b):
            a.extend(b)
            for at in b:
                row_of[at] = a
    unique = {id(row): row for row in row_of.values()}
    return [[groups[at] for at in sorted(row)] for row in sorted(unique.values(), key=min)], scopes


def _by_thing(groups: list[Group], pairs: Pairs) -> dict[str, list[int]]:
    """The places of groups that have a figure of one thing: only these can be values of one quantity."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        for thing in sorted({thing_of(value, pairs.keys) for value in group.sample}):
            found[thing].append(at)
    return found


def _opposed(one: Group, two: Group, pairs: Pairs, voices: Voices, scopes: Scopes) -> Pair | None:
    """The pair that shows two groups to be different values of one quantity, None if they are not.

    A voice that gives both values tells of two quantities.
    """
    crossed = [pairs.of(x, y) for x in one.sample for y in two.sample]
    if found := _parts_of_events(crossed, pairs, scopes):
        return found
    if any(pair.slots.different and not _parted_alike(pair) for pair in crossed):
        return None
    if 2 * sum(meets(pair.a, pair.b) for pair in crossed) > len(crossed) or not all(_may_differ(pair.a, pair.b) for pair in crossed):
        return None
    told = [(pair, _known(pair, pairs)) for pair in crossed]
    sure = [(pair, known) for pair, known in told if known]
    if not sure or _one_voice_gives_both(one, two, voices):
        return None
    best, known = max(sure, key=lambda found: (not isinstance(found[1], Scope), found[0].points, found[0].a.key, found[0].b.key))
    if isinstance(known, Scope):
        scopes |= {frozenset((pair.a.figure.id, pair.b.figure.id)): known for pair in crossed}
    return best


def _parts_of_events(crossed: list[Pair], pairs: Pairs, scopes: Scopes) -> Pair | None:
    """The pair that shows one group to count a part of those whom the other counts; none if not all pairs do."""
    found = [scope_of_events(pair, *pairs.keys_of(pair)) for pair in crossed]
    if not all(found) or not any(pair.a.article != pair.b.article for pair in crossed):
        return None
    scopes |= {frozenset((pair.a.figure.id, pair.b.figure.id)): scope for pair, scope in zip(crossed, found, strict=True) if scope}
    return max(crossed, key=lambda pair: (pair.a.article != pair.b.article, pair.points, pair.a.key, pair.b.key))


def _known(pair: Pair, pairs: Pairs) -> Scope | bool | None:
    if not pair.verbatim and not (pairs.is_only_toll(pair.a) and pairs.is_only_toll(pair.b)):
        return False
    return is_one_quantity(pair, *pairs.keys_of(pair), lone=pairs.are_lone(pair))


def _parted_alike(pair: Pair) -> bool:
    """True for a difference that is one of scope, or of time, at most."""
    return set(pair.slots.different) <= {"base", "time"}


def _one_voice_gives_both(one: Group, two: Group, voices: Voices) -> bool:
    return bool(one.articles & two.articles & voices.heard)


def _may_differ(a: Stated, b: Stated) -> bool:
    """False for values that cannot be set against each other: vague counts, ranks, multipliers, numbers that may be rounded to one another."""
    if a.figure.unit in {"rank", "x"} or a.low is None or b.low is None:
        return False
    exact = a.bound == b.bound == "=" and not a.is_range and not b.is_range
    return not exact or excludes(a, b) or a.status != b.status or a.figure.unit != b.figure.unit


# --- the record -----------------------------------------------------------------------------------------------------------------------


def _comparison(row: list[Group], pairs: Pairs, voices: Voices, scopes: Scopes) -> Comparison:
    values = [value for group in row for value in group.values]
    figures = list({value.figure.id: value.figure for value in values}.values())
    ruling = rule(row, pairs, voices, scopes)
    members = tuple(ComparisonMember(figure.id, figure.article, voices.account_of[figure.article]) for figure in figures)
    count, note = voices.count(members, {value.figure.id: value.figure for value in values})
    series = series_of(values, pairs.keys) if len(row) > 1 or ruling.verdict == "update" else ()
    name = content_hash(*sorted(member.figure for member in members))
    reason = ruling.reason if ruling.alone else f"{ruling.reason} {note}".strip()
    title = title_of(values)
    compared, slots = _compared(ruling, pairs)
    return Comparison("r" + name, title, members, ruling.verdict, reason, count, compared, slots, series)


def _compared(ruling: Ruling, pairs: Pairs) -> tuple[tuple[str, ...], tuple[Slot, ...]]:
    """The two figures that decide a verdict, and their slots; nothing where no two do."""
    if ruling.pair is None:
        return (), ()
    one, two = pairs.keys_of(ruling.pair)
    return (one.figure.id, two.figure.id), shown(one, two, ruling.pair.slots)


__all__ = ["Compared", "compare_figures"]
