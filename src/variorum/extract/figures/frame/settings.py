"""Where, when, of what whole and of what base each figure holds, put into its frame.

A phrase of place or time counts by what it hangs on: the verb of the figure's clause, a noun between the two, the subject, or a noun of event
below them. Of a place in which something is the words stand without the preposition ("Oldport", "the capital"), of one beside it with it
("near the border"). What a change is counted from has the kind since. What hangs anywhere else is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from variorum.extract.figures.frame import places as where
from variorum.extract.figures.frame import times as when
from variorum.extract.figures.frame.adjuncts import adjuncts_of
from variorum.extract.figures.frame.bases import base_of
from variorum.extract.figures.frame.clauses import Clause, clause_of, narrowed
from variorum.extract.figures.frame.leaning import leans, points_back, sentence_before, told_event
from variorum.extract.figures.frame.places import Candidate, find_places
from variorum.extract.figures.frame.times import find_times
from variorum.extract.figures.frame.wholes import Whole, wholes_of
from variorum.lang import language_data
from variorum.records.article import Span
from variorum.records.frame import Setting
from variorum.records.marks import DateMark, Figure, Name
from variorum.text.parsing.parse import Parse

Holds = Callable[[Candidate, Clause], bool]
_PREVIOUS = re.compile(rf"(?i)(?: \w+)? (?:on|over|from) (?:{language_data('settings')['compared']['previous']})")
_ONLY_SMALL = re.compile(r"(?i)\s*(?:(?:the|a|an|that|those|in|on|at|of|with|to|same|level|levels) ){0,4}")
_ENDS = re.compile(r"(?i)\b(from|to)\b")
_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"})
NEAR = 5  # figures on either side that may have a place or time of their own
_COMPARED = re.compile(rf"(?i)(?<!\w)(?:{language_data('settings')['compared']['markers']})(?!\w)")


def with_settings(figures: Sequence[Figure], parse: Parse, names: tuple[Name, ...], dates: tuple[DateMark, ...]) -> list[Figure]:
    """The figures of one text, in its order, with places, times, whole and base in their frames."""
    ordered = sorted(figures, key=lambda figure: (figure.number.start, figure.start))
    wholes = wholes_of(parse, ordered)
    counted = {whole.figure for whole in wholes if whole is not None and whole.counted}
    clauses = [_clause(parse, figure, alone=figure.id in counted) for figure in ordered]
    places = _settings(parse, ordered, clauses, Settings.of(find_places(parse, names, dates), where.holds))
    times = _settings(parse, ordered, clauses, Settings.of(find_times(parse, dates), when.holds))
    places, times = _of_parts(ordered, wholes, places), _of_parts(ordered, wholes, times)
    out = {}
    following = [*ordered[1:], None][: len(ordered)]
    limits = [adjuncts_of(parse, figure, clause) for figure, clause in zip(ordered, clauses, strict=True)]
    for figure, after, its_places, its_times, whole, adjuncts in zip(ordered, following, places, times, wholes, limits, strict=True):
        about = replace(
            figure.about,
            places=its_places,
            times=its_times,
            whole=whole.words if whole else None,
            whole_figure=whole.figure if whole else None,
            base=base_of(parse, figure, after),
            adjuncts=adjuncts,
        )
        out[figure.id] = replace(figure, about=about)
    return [out[figure.id] for figure in figures]


def _of_parts(figures: list[Figure], wholes: list[Whole | None], settings: list[tuple[Setting, ...]]) -> list[tuple[Setting, ...]]:
    """Give a part told inside its whole, "12 people, including 10 nurses", where and when the whole holds."""
    at = {figure.id: index for index, figure in enumerate(figures)}
    out = list(settings)
    for index, whole in enumerate(wholes):
        if whole is not None and whole.inside and not out[index] and whole.figure in at:
            out[index] = out[at[whole.figure]]
    return out


def _clause(parse: Parse, figure: Figure, *, alone: bool) -> Clause | None:
    """The clause of a figure. The whole in "9 of the 31 were freed" stands `alone`: nobody says that all 31 were."""
    clause = clause_of(parse, figure) if figure.of != "age" else None
    if clause is not None and _is_distance_in_time(parse, figure, clause):
        return None
    none = frozenset[int]()
    return replace(clause, verbs=none, told=none, after=none, later=none) if clause is not None and alone else clause


_BEFORE_OFFSET = re.compile(
    r"(?i)\b(?:after|in|within|past|last|next|recent|previous|every|than|since|for the first|for the last|for the past) (?:the )?$"
)
_AFTER_OFFSET = re.compile(r"(?i) (?:after|before|since|later|earlier|ago|from|into|prior|ahead|on|away)\b")


def _is_distance_in_time(parse: Parse, figure: Figure, clause: Clause) -> bool:
    """True for a stretch of time from one event to another, "came eight months after the strike": it has no place or day of its own."""
    if figure.unit not in _TIME_UNITS:
        return False
    if _BEFORE_OFFSET.search(parse.folded, max(0, figure.start - 20), figure.start) or _AFTER_OFFSET.match(parse.folded, figure.end):
        return True
    return clause.top.dep_ in {"npadvmod", "advmod"}


@dataclass(frozen=True, slots=True)
class Settings:
    """The places, or the times, of a text by the sentence in which they stand, and the rule by which one holds for a clause."""

    by_sentence: dict[int, list[Candidate]]
    holds: Holds

    @classmethod
    def of(cls, candidates: list[Candidate], holds: Holds) -> Settings:
        by_sentence: dict[int, list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            by_sentence[candidate.sentence].append(candidate)
        return cls(dict(by_sentence), holds)

    def held(self, clause: Clause, apart: Span) -> list[Candidate]:
        """Those that hold for a clause, outside the stretch `apart`."""
        mine = [one for one in self.by_sentence.get(clause.top.sent.start, ()) if not one.setting.overlaps(apart)]
        if not mine:
            return []
        inner = narrowed(clause)
        if inner is not None and (held := [one for one in mine if self.holds(one, inner)]):
            return held
        if held := [one for one in mine if self.holds(one, clause)]:
            return held
        return [one for one in mine if one.site.token.i in clause.later and one.setting.start > apart.end and one.site.how == "prep"]


def _core(figure: Figure) -> Span:
    """The stretch that can hold no place or time of a figure. "To $3 in May from $2 in April" is one figure with times in it."""
    return Span(figure.number.start, figure.number.start + 1) if _is_from_to(figure) else figure.span


def _is_from_to(figure: Figure) -> bool:
    return figure.change is not None and figure.change.kind == "from_to"


def _settings(parse: Parse, figures: list[Figure], clauses: list[Clause | None], settings: Settings) -> list[tuple[Setting, ...]]:
    """For each figure the settings of its sentence that hold for it, else what the sentence before lends."""
    starts = [figure.number.start for figure in figures]
    out = []
    for at, (figure, clause) in enumerate(zip(figures, clauses, strict=True)):
        near = starts[max(0, at - NEAR) : at + NEAR + 1]
        held = settings.held(clause, _core(figure)) if clause is not None else []
        own = [setting for one in _nearest(figure, held, near) if (setting := _compared(parse, figure, one, near)) is not None]
        lent = _lent(parse, clause, settings) if clause is not None and not own and not held else []
        out.append(_apart(own or lent))
    return out


def _apart(settings: list[Setting]) -> tuple[Setting, ...]:
    """In order, of those that overlap the longest."""
    out: list[Setting] = []
    for setting in sorted(settings, key=lambda setting: (setting.start, -setting.end)):
        if not out or setting.start >= out[-1].end:
            out.append(setting)
    return tuple(out)


def _lent(parse: Parse, clause: Clause, settings: Settings) -> list[Setting]:
    """What the sentence before says of the event on which a clause leans."""
    before = sentence_before(parse, clause.top)
    if before is None or before.start not in settings.by_sentence or not leans(clause):
        return []
    source = told_event(before, any_place=points_back(clause))
    if source is None:
        return []
    held = settings.held(source, Span(source.verb.idx, source.verb.idx + len(source.verb)))
    return [replace(one.setting, lent=True) for one in held if one.setting.kind == "at"]


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
    if setting.start < _core(figure).end:
        return _told_before(parse, figure, setting, starts)
    if _is_from_to(figure):
        ends = _ENDS.findall(parse.folded, figure.start, setting.start - 1)
        return replace(setting, kind="since") if ends and ends[-1].lower() == "from" else setting
    if _PREVIOUS.match(parse.folded, figure.end) and setting.start - figure.end < len(" improvement over the "):
        return _base_of_change(figure, setting)
    if any(figure.end < start < setting.start for start in starts) and _of_change_before(parse, setting):
        return None
    return _told_after(parse, figure, setting, starts)


def _told_before(parse: Parse, figure: Figure, setting: Setting, starts: list[int]) -> Setting | None:
    """A time before a figure is not that of a number compared with one before: "$3 in 2016, compared with $2"."""
    marker = next(iter(_COMPARED.finditer(parse.folded, setting.end, figure.start)), None)
    compared = marker is not None and any(start < marker.start() for start in starts if start != figure.number.start)
    return None if compared else setting


def _told_after(parse: Parse, figure: Figure, setting: Setting, starts: list[int]) -> Setting | None:
    """A time after a figure and words of comparison is that of the number between, or what a change is counted from."""
    marker = next(reversed(list(_COMPARED.finditer(parse.folded, figure.end, setting.start))), None)
    if marker is None:
        return setting
    if any(marker.end() <= start < setting.start for start in starts):
        return None
    if not _ONLY_SMALL.fullmatch(parse.folded, marker.end(), setting.start):
        return setting  # "released from the hospital on Wednesday"
    if marker.group().lower() == "from" and setting.kind == "since" and _goes_on(parse, setting):
        return setting
    return _base_of_change(figure, setting)


def _base_of_change(figure: Figure, setting: Setting) -> Setting | None:
    return replace(setting, kind="since") if figure.change is not None else None


def _of_change_before(parse: Parse, setting: Setting) -> bool:
    """True for the day in "to $7, up 6% on the previous day": it is what the change is counted from."""
    lead = parse.folded.rfind(" ", 0, max(0, setting.start - 1))
    return lead >= 0 and _PREVIOUS.match(parse.folded, lead) is not None


def _goes_on(parse: Parse, setting: Setting) -> bool:
    """True for "from 2011 to 2014"."""
    return parse.folded[setting.end : setting.end + 12].lower().startswith((" to ", " until ", " through ", " onward", " on"))
