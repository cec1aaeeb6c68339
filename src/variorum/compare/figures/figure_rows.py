"""Comparisons: figures of several accounts that speak of one quantity, brought into one row, with a verdict and its reason."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.compare.figures.figure_places import places_of
from variorum.compare.figures.judged_figures import judged_rows
from variorum.compare.figures.pairs import happens_differently, same_kind, same_noun, same_quantity
from variorum.compare.figures.quantity_words import Topic, event_key, likeness, topics
from variorum.compare.figures.values import Stated, compatible, distinctive, is_currency, same_value, stated
from variorum.compare.figures.verdicts import firm, judge
from variorum.config import Config
from variorum.records.article import Span, content_hash
from variorum.records.dossier import Account, Actor, Comparison, ComparisonMember
from variorum.records.judgement import Judgement
from variorum.records.marks import Figure, Reading

_NOT_COMPARED = {"related", "newsletter", "link", "biography", "credit", "navigation"}
_ALTERNATIVE = re.compile(r" or (?:even |perhaps |possibly )?")  # "$5 billion or even $10 billion": two values of one quantity
COUNT_LIKENESS = 0.3  # of the sentences in which counts of one noun stand, for their values to be set against each other
SAMPLE = 8  # values of a group that are looked at when groups are set against each other; more tell nothing new
ONE_WORD_LIKENESS = 0.2  # of the sentences, for figures whose measures share but one word
MAX_FIGURES = 4_000  # figures compared pair by pair; a story with more is compared by unit and value only within this many


@dataclass(frozen=True, slots=True)
class Group:
    """Stated values that are one value of one quantity, and what they measure together."""

    values: tuple[Stated, ...]
    topic: dict[str, float]


@dataclass(frozen=True, slots=True)
class Scale:
    """What values are weighed with: the topic of each figure, the articles of independent accounts, the settings."""

    told: dict[str, Topic]
    voices: frozenset[str]
    config: Config


def compare_figures(
    readings: list[Reading], accounts: tuple[Account, ...], actors: tuple[Actor, ...], config: Config, judgements: Sequence[Judgement] = ()
) -> tuple[Comparison, ...]:
    """Rows of figures from two or more articles, in the order of the articles; a row's accounts are counted, not its articles.

    A figure stands in at most one row, a from-to change in at most two: one for its old value and one for its new.
    """
    account_of = {member.article: account.id for account in accounts for member in account.articles}
    published = {reading.article.id: str(reading.article.published or "") or None for reading in readings}
    figures = [figure for reading in readings for figure in reading.figures if _is_compared(reading, figure)][:MAX_FIGURES]
    told = topics(figures, places_of(actors))
    heard = {member.article: account.id for account in accounts if account.independent for member in account.articles}
    sources = {account.id: account.source for account in accounts}
    found: dict[str, Comparison] = {}
    rows = _rows(_groups(stated(figures), told, config), Scale(told, frozenset(heard), config))
    for judged in judged_rows([[group.values for group in row] for row in rows], readings, judgements):
        row = [Group(values, {}) for values in judged]
        if len({value.article for group in row for value in group.values}) > 1:
            comparison = _comparison(row, account_of, published, heard, sources)
            found.setdefault(comparison.id, comparison)
    return tuple(row for row in found.values() if not _repeats(row, found.values()))


def _repeats(row: Comparison, rows: Iterable[Comparison]) -> bool:
    """True if a row only says of the old values of changes what another row says of the changes themselves."""
    mine = {member.figure for member in row.members}
    return row.verdict == "agree" and any(mine < {member.figure for member in other.members} for other in rows)


def _is_compared(reading: Reading, figure: Figure) -> bool:
    return figure.unit != "ordinal" and reading.article.is_boilerplate(Span(figure.start, figure.end)) not in _NOT_COMPARED


# --- groups of one value ------------------------------------------------------------------------------------------------------------


def _groups(values: list[Stated], told: dict[str, Topic], config: Config) -> list[Group]:
    """Values that are equal or allow each other and speak of one quantity. A group takes another only if enough pairs between them agree."""
    links = _links(values, told, config)
    owner = {value.key: [value] for value in values}
    for a_key, b_key in sorted(links, key=lambda pair: (-links[pair], pair)):
        one, two = owner[a_key], owner[b_key]
        if one is two:
            continue
        linked = sum((a.key, b.key) in links for a in one for b in two)
        if linked >= _needed(one, two) * len(one) * len(two):
            one.extend(two)
            for value in two:
                owner[value.key] = one
    position = {value.key: at for at, value in enumerate(values)}
    unique = {id(group): group for group in owner.values()}
    ordered = [sorted(group, key=lambda value: position[value.key]) for group in unique.values()]
    return [Group(tuple(group), _middle(group, told)) for group in sorted(ordered, key=lambda group: position[group[0].key])]


def _accompanied(weak: list[tuple[Stated, Stated]], telling: list[Stated], links: dict[tuple[str, str], float]) -> list[tuple[Stated, Stated]]:
    """Pairs of equal values that coincide easily, in whose two sentences other, telling values are one: "15.5 percent for cash, 8 for the rest"."""
    of_article: dict[str, list[Stated]] = {}
    for value in telling:
        of_article.setdefault(value.article, []).append(value)
    beside: dict[str, list[Stated]] = {}
    for value in {value.key: value for pair in weak for value in pair}.values():
        clause = value.figure.clause
        beside[value.key] = [
            other
            for other in of_article.get(value.article, ())
            if clause and other.figure.id != value.figure.id and clause.contains(other.figure.number)
        ]
    return [(a, b) for a, b in weak if any((x.key, y.key) in links for x in beside[a.key] for y in beside[b.key])]


def _needed(one: list[Stated], two: list[Stated]) -> float:
    """Share of the pairs between two groups that must agree for them to be one: less where all state one telling value."""
    values = {(value.low, value.high) for value in (*one, *two)}
    return 0.15 if len(values) == 1 and distinctive(one[0]) >= 2 else 0.33


def _links(values: list[Stated], told: dict[str, Topic], config: Config) -> dict[tuple[str, str], float]:
    """How surely each pair of values is one value of one quantity; both ways round, only where it is not 0."""
    links = {}
    weak = []
    for a, b in itertools.combinations(values, 2):
        if not same_kind(a, b):
            continue
        if score := same_quantity(a, b, told, config):
            links[a.key, b.key] = links[b.key, a.key] = score
        elif a.article != b.article and same_value(a, b) and same_noun(a, b) is not False:
            weak.append((a, b))
    for a, b in _accompanied(weak, [value for value in values if distinctive(value) >= 2], links):
        links[a.key, b.key] = links[b.key, a.key] = 0.5
    for a, b in itertools.pairwise(values):
        clause = a.figure.clause
        if a.article == b.article and a.figure.unit == b.figure.unit and clause:
            between = clause.text[max(0, a.figure.end - clause.start) : max(0, b.figure.start - clause.start)]
            if _ALTERNATIVE.fullmatch(between):
                links[a.key, b.key] = links[b.key, a.key] = 0.5
    return links


def _middle(group: list[Stated], told: dict[str, Topic]) -> dict[str, float]:
    """The mean of what the figures of a group measure, unit length."""
    total: dict[str, float] = {}
    for value in group:
        for word, weight in told[value.figure.id].measure.items():
            total[word] = total.get(word, 0.0) + weight
    norm = sum(weight * weight for weight in total.values()) ** 0.5
    return {word: weight / norm for word, weight in sorted(total.items())} if norm else {}


# --- rows of several values ---------------------------------------------------------------------------------------------------------


def _rows(groups: list[Group], scale: Scale) -> list[list[Group]]:
    """Groups that measure one thing but give different values are set against each other, most alike first, at most three in a row."""
    scores = {}
    for one, two in itertools.combinations(range(len(groups)), 2):
        if score := _opposed(groups[one], groups[two], scale):
            scores[one, two] = scores[two, one] = score
    row_of: dict[int, list[int]] = {at: [at] for at in range(len(groups))}
    for one, two in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        a, b = row_of[one], row_of[two]
        if a is not b and len(a) + len(b) <= 3 and all((x, y) in scores for x in a for y in b):
            a.extend(b)
            for at in b:
                row_of[at] = a
    unique = {id(row): row for row in row_of.values()}
    return [[groups[at] for at in sorted(row)] for row in sorted(unique.values(), key=min)]


def _opposed(one: Group, two: Group, scale: Scale) -> float:
    """How surely two groups give one quantity different values, 0 for no.

    Judged by what they measure; for counts of one noun also by the sentences they stand in. A voice that gives both values tells of two
    quantities; a digest may well quote two accounts of one.
    """
    a, b = one.values[0], two.values[0]
    if (
        not (same_kind(a, b) or _two_currencies(one, two))
        or not _may_differ(a, b)
        or {v.article for v in one.values} & {v.article for v in two.values} & scale.voices
    ):
        return 0.0
    crossed = [(x, y) for x in one.values[:SAMPLE] for y in two.values[:SAMPLE]]
    if same_kind(a, b) and 2 * sum(compatible(x, y) for x, y in crossed) > len(crossed):
        return 0.0
    pairs = [(scale.told[x.figure.id], scale.told[y.figure.id]) for x, y in crossed]
    like = (likeness(one.topic, two.topic) + max(likeness(x.measure, y.measure) for x, y in pairs)) / 2
    if not a.figure.unit:
        known = [same_noun(x, y) for x, y in crossed]
        if set(known) == {False}:
            return 0.0
        if all(happens_differently(x, y) or bool(event_key(x.figure)) != bool(event_key(y.figure)) for x, y in crossed):
            return 0.0
        whole = max(likeness(x.whole, y.whole) for x, y in pairs)
        like = max(like, whole * scale.config.other_value_likeness / COUNT_LIKENESS) if True in known else like
    shared = max(len(x.measure.keys() & y.measure.keys()) for x, y in pairs)
    if shared < 2 and max(likeness(x.whole, y.whole) for x, y in pairs) < ONE_WORD_LIKENESS:
        return 0.0  # two things called a "rate" need not be one rate
    return like if like >= scale.config.other_value_likeness else 0.0


def _two_currencies(one: Group, two: Group) -> bool:
    """True if two groups are sums of money in different currencies of which no text gives the one in the other."""
    figures = [value.figure for value in (*one.values, *two.values)]
    return all(is_currency(figure.unit) for figure in figures) and not any(figure.restates or figure.restated for figure in figures)


def _may_differ(a: Stated, b: Stated) -> bool:
    """False for values that cannot be set against each other: done against to come, shares of different bases, different periods, ranks."""
    one, two = a.figure, b.figure
    if {firm(a), firm(b)} in ({"done", "coming"}, {"done", "wanted"}) or one.unit in {"rank", "x"} or a.low is None or b.low is None:
        return False
    return (one.unit != "%" or one.of == two.of) and (one.per or two.per) == (two.per or one.per)


def _comparison(
    row: list[Group], account_of: dict[str, str], published: dict[str, str | None], heard: dict[str, str], sources: dict[str, str]
) -> Comparison:
    values = [value for group in row for value in group.values]
    figures = list({value.figure.id: value.figure for value in values}.values())
    verdict, reason = judge([group.values for group in row], heard, published)
    members = tuple(ComparisonMember(figure.id, figure.article, account_of[figure.article]) for figure in figures)
    voices = {member.account for member in members if member.article in heard}
    count = len({sources[account] for account in voices})
    if count < len(voices):
        reason = f"{reason} Of its {len(voices)} accounts some have one publisher: they count as {count}."
    name = content_hash(*sorted(member.figure for member in members))
    return Comparison("r" + name, _label(figures), members, verdict, reason, count)


def _label(figures: list[Figure]) -> str:
    """What a row measures, in the words of a member: without a number if one has such, and near forty characters, to tell and yet be read."""
    told = [" ".join(figure.measure.text.split()) for figure in figures if figure.measure]
    return min(
        told,
        key=lambda words: (any(char.isdigit() for char in words) or " " not in words, abs(len(words) - 40), words),
        default=figures[0].of or figures[0].quote,
    )
