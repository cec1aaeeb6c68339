"""Where, when, of what whole and of what base each figure holds, put into its frame."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from variorum.extract.figures.frame import places as where
from variorum.extract.figures.frame import times as when
from variorum.extract.figures.frame.bases import base_of
from variorum.extract.figures.frame.clauses import Clause, clause_of
from variorum.extract.figures.frame.places import Candidate, find_places
from variorum.extract.figures.frame.times import find_times
from variorum.extract.figures.frame.wholes import wholes_of
from variorum.lang import language_data
from variorum.records.frame import Setting
from variorum.records.marks import DateMark, Figure, Name
from variorum.text.parsing.parse import Parse

Holds = Callable[[Candidate, Clause], bool]
_COMPARED = re.compile(rf"(?i)(?<!\w)(?:{language_data('settings')['compared']['markers']})(?!\w)")


def with_settings(figures: Sequence[Figure], parse: Parse, names: tuple[Name, ...], dates: tuple[DateMark, ...]) -> list[Figure]:
    """The figures of one text, in its order, with places, times, whole and base in their frames."""
    ordered = sorted(figures, key=lambda figure: (figure.number.start, figure.start))
    clauses = [clause_of(parse, figure) for figure in ordered]
    places = _settings(parse, ordered, clauses, find_places(parse, names), where.holds)
    times = _settings(parse, ordered, clauses, find_times(parse, dates), when.holds)
    wholes = wholes_of(parse, ordered)
    out = {}
    for figure, its_places, its_times, whole in zip(ordered, places, times, wholes, strict=True):
        about = replace(
            figure.about,
            places=its_places,
            times=its_times,
            whole=whole.words if whole else None,
            whole_figure=whole.figure if whole else None,
            base=base_of(parse, figure),
        )
        out[figure.id] = replace(figure, about=about)
    return [out[figure.id] for figure in figures]


def _settings(
    parse: Parse, figures: list[Figure], clauses: list[Clause | None], candidates: list[Candidate], holds: Holds
) -> list[tuple[Setting, ...]]:
    """For each figure the settings of its sentence that hold for it."""
    by_sentence = defaultdict(list)
    for candidate in candidates:
        by_sentence[candidate.sentence].append(candidate)
    starts = [figure.number.start for figure in figures]
    out = []
    for at, (figure, clause) in enumerate(zip(figures, clauses, strict=True)):
        mine = [] if clause is None else [one for one in by_sentence[clause.top.sent.start] if not one.setting.overlaps(figure.span)]
        held = [one for one in mine if clause is not None and holds(one, clause)]
        if clause is not None and not held and clause.later:
            held = [one for one in mine if one.site.token.i in clause.later and one.setting.start > figure.end and one.site.how == "prep"]
        near = starts[max(0, at - 5) : at + 6]
        held = _nearest(figure, held, near)
        out.append(tuple(sorted(setting for one in held if (setting := _compared(parse, figure, one, near)) is not None)))
    return out


def _nearest(figure: Figure, held: list[Candidate], starts: list[int]) -> list[Candidate]:
    """Without those that belong to another number: "12 in Oldport and 30 in Newport"."""
    following = min((start for start in starts if start > figure.number.start), default=None)
    previous = max((start for start in starts if start < figure.number.start), default=None)
    own = [one for one in held if one.setting.start >= figure.end and (following is None or one.setting.end <= following)]
    if not own:
        return held
    after = {id(one) for one in held if following is not None and one.setting.start > following}
    before = {id(one) for one in held if previous is not None and previous < one.setting.start < figure.start}
    return [one for one in held if id(one) not in after | before]


def _compared(parse: Parse, figure: Figure, one: Candidate, starts: list[int]) -> Setting | None:
    """The setting as it holds for a figure, None where it is that of a number compared with it.

    What a change is counted from is since then: "up 3 % from a year earlier".
    """
    setting = one.setting
    if setting.start >= figure.end:
        markers = list(_COMPARED.finditer(parse.folded, figure.end, setting.start))
        if not markers:
            return setting
        marker = markers[-1]
        if any(marker.end() <= start < setting.start for start in starts):
            return None
        if marker.group().lower() == "from" and setting.kind == "since" and _goes_on(parse, setting):
            return setting
        return replace(setting, kind="since") if figure.change is not None else None
    marker_before = next(iter(_COMPARED.finditer(parse.folded, setting.end, figure.start)), None)
    if marker_before is None:
        return setting
    between = any(setting.end <= start < marker_before.start() or start < marker_before.start() for start in starts if start != figure.number.start)
    return None if between else setting


def _goes_on(parse: Parse, setting: Setting) -> bool:
    """True for "from 2011 to 2014"."""
    return parse.folded[setting.end : setting.end + 12].lower().startswith((" to ", " until ", " through ", " onward", " on"))
