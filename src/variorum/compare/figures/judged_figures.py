"""What people decided about figures, carried out on the rows of a comparison: the same stand in one row, the different never do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from variorum.compare.actors.judged_names import Rulings
from variorum.compare.figures.values.value_sets import allow_each_other
from variorum.compare.figures.values.values import Stated
from variorum.records.judgement import Judgement, figure_key, in_force
from variorum.records.marks import Figure, Reading

Row = list[tuple[Stated, ...]]  # groups of values; the values of one group allow each other


def judged_rows(rows: list[Row], readings: Sequence[Reading], judgements: Iterable[Judgement]) -> list[Row]:
    """The rows with every decision in force carried out; those that nobody decided on stay as they are, in their order."""
    judged = [judgement for judgement in in_force(judgements) if judgement.on_figures]
    if not judged:
        return rows
    key_of = _keys(readings)
    rulings = Rulings((), [judgement for judgement in judged if judgement.what in {"same", "different"}], on_figures=True)
    wrong = {judgement.on[0] for judgement in judged if judgement.what == "wrong"}
    rows = [[values for group in row if (values := tuple(value for value in group if key_of(value.figure) not in wrong))] for row in rows]
    rows = [row for row in rows if row]
    for team in rulings.teams().values():
        rows = _joined(rows, [key for key in team if len(team) > 1], key_of)
    for one, two in rulings.apart:
        rows = _parted(rows, rulings.teams()[rulings.team(one)], rulings.teams()[rulings.team(two)], key_of)
    return rows


def _keys(readings: Sequence[Reading]) -> Callable[[Figure], str]:
    sha = {reading.article.id: reading.article.sha256 for reading in readings}
    return lambda figure: figure_key(sha[figure.article], figure.start, figure.end)


def _holds(row: Row, keys: list[str], key_of: Callable[[Figure], str]) -> bool:
    return any(key_of(value.figure) in keys for group in row for value in group)


def _joined(rows: list[Row], team: list[str], key_of: Callable[[Figure], str]) -> list[Row]:
    """The rows with all that hold a figure of the team made one, at the place of the first."""
    held = [row for row in rows if _holds(row, team, key_of)]
    if len(held) < 2:
        return rows
    whole: Row = []
    for group in (group for row in held for group in row):
        at = next((at for at, other in enumerate(whole) if _agree(group, other)), None)
        if at is None:
            whole.append(group)
        else:
            whole[at] = (*whole[at], *group)
    return [whole if row is held[0] else row for row in rows if row is held[0] or not any(row is other for other in held)]


def _agree(one: tuple[Stated, ...], two: tuple[Stated, ...]) -> bool:
    return all(a.figure.unit == b.figure.unit and allow_each_other(a, b) for a in one for b in two)


def _parted(rows: list[Row], one: list[str], two: list[str], key_of: Callable[[Figure], str]) -> list[Row]:
    """The rows with the second team taken out of every row that holds the first, into a row of its own."""
    out: list[Row] = []
    for row in rows:
        if not (_holds(row, one, key_of) and _holds(row, two, key_of)):
            out.append(row)
            continue
        stays = [values for group in row if (values := tuple(value for value in group if key_of(value.figure) not in two))]
        leaves = [values for group in row if (values := tuple(value for value in group if key_of(value.figure) in two))]
        out += [stays, leaves]
    return out
