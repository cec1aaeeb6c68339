"""Part and whole: "9 of the 31", "including some 40 nurses", "12 of whom", "three of them", "the other 12"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.extract.figures.frame.clauses import MAX_CLIMB
from variorum.extract.figures.meaning.subjects import SUBJECTS
from variorum.lang import language_data
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Figure
from variorum.text.parsing.parse import Parse

_WORDS = language_data("settings")["whole"]
_INCLUDING = re.compile(rf"(?i)\b({_WORDS['before']}),?(?: were| was| are| is)?(?: also| mostly| just| only)? $")
_REST = re.compile(rf"(?i)\b({_WORDS['rest']})$")
_OF = re.compile(r"(?i) (of (?:them|whom|which|these|those|us))\b")
_OF_NUMBER = re.compile(
    r"(?i) (?:out )?(of (?:the |those |these |its |their |all |his |her )?(?:more than |about |some |at least |nearly |around |over |almost )?)$"
)
_FRONTED = re.compile(r"(?:^|[.!?;]['\"]? |\n)(Of (?:the |those |these |its |their )?)$")
_AND = re.compile(r"(?i)(?:,|,? and)(?: an?| at least| about| some)? ?$")
WINDOW = 40  # characters before a number in which "including" or "of whom" stand
NEAR = 4  # figures between a part and its whole


@dataclass(frozen=True, slots=True)
class Whole:
    """The words of a whole and the id of its figure.

    `counted` where the two stand in one phrase, "9 of the 31"; `inside` where the part is told within the whole, "31, including 9".
    """

    words: Excerpt
    figure: str | None
    counted: bool = False
    inside: bool = False


def wholes_of(parse: Parse, figures: Sequence[Figure]) -> list[Whole | None]:
    """For each figure that of which it is a part, None where the words do not say so. Figures are in the order of the text."""
    out: list[Whole | None] = []
    for at, figure in enumerate(figures):
        out.append(None if figure.unit in {"rank", "ordinal", "x"} else _whole(parse, figures, at, out))
    return out


def _whole(parse: Parse, figures: Sequence[Figure], at: int, before: list[Whole | None]) -> Whole | None:
    counted = _of_number(parse, figures, at) or _of_fronted(parse, figures, at)
    return counted or _of_them(parse, figures, at) or _including(parse, figures, at, before) or _the_rest(parse, figures, at, before)


def _of_them(parse: Parse, figures: Sequence[Figure], at: int) -> Whole | None:
    """ "three of them", "12 of whom", also fronted: "of whom 12 died"."""
    figure = figures[at]
    match = _OF.match(parse.folded, figure.number.end) or _OF.match(parse.folded, figure.end)
    if match is None:
        return None
    return Whole(Excerpt.cut(parse.text, match.start(1), match.end(1)), _larger(parse, figures, at))


def _of_number(parse: Parse, figures: Sequence[Figure], at: int) -> Whole | None:
    """ "9 of the 31 girls"."""
    figure = figures[at]
    after = figures[at + 1] if at + 1 < len(figures) else None
    if after is not None and not after.unit and figure.unit in {"", "%"}:
        between = _OF_NUMBER.fullmatch(parse.folded, figure.number.end, after.number.start)
        if between and _can_hold(after, figure):
            return Whole(Excerpt.cut(parse.text, between.start(1), max(after.end, after.number.end)), after.id, counted=True)
    return None


def _of_fronted(parse: Parse, figures: Sequence[Figure], at: int) -> Whole | None:
    """ "Of the 31 girls, nine were freed"."""
    before, figure = figures[at - 1] if at else None, figures[at]
    if before is None or before.unit or figure.unit not in {"", "%"} or not _can_hold(before, figure):
        return None
    fronted = _FRONTED.search(parse.folded, max(0, before.start - WINDOW), before.start)
    if fronted and "," in parse.folded[before.end : figure.start] and _is_subject_after(parse, before, figure):
        return Whole(Excerpt.cut(parse.text, fronted.start(1), before.end), before.id, counted=True)
    return None


def _is_subject_after(parse: Parse, before: Figure, figure: Figure) -> bool:
    """True if a figure is the subject of the sentence that another one opens."""
    token, first = parse.token_at(figure.number.start), parse.token_at(before.number.start)
    if token is None or first is None or first.sent.start != token.sent.start:
        return False
    for _ in range(MAX_CLIMB):
        if token.dep_ in SUBJECTS:
            return True
        token = token.head
    return False


def _including(parse: Parse, figures: Sequence[Figure], at: int, before: list[Whole | None]) -> Whole | None:
    figure = figures[at]
    lead = _INCLUDING.search(parse.folded, max(0, figure.start - WINDOW), figure.start)
    if lead:
        return Whole(Excerpt.cut(parse.text, lead.start(1), lead.end(1)), _larger(parse, figures, at), inside=lead[1].lower().startswith("incl"))
    last, part = (figures[at - 1], before[at - 1]) if at else (None, None)
    if last is not None and part is not None and part.words.start < last.start and _AND.fullmatch(parse.folded, last.end, figure.start):
        same = last.unit == figure.unit and _INCLUDING.search(parse.folded, max(0, part.words.start), last.start)
        return part if same else None
    return None


def _the_rest(parse: Parse, figures: Sequence[Figure], at: int, before: list[Whole | None]) -> Whole | None:
    figure = figures[at]
    lead = _REST.search(parse.folded, max(0, figure.start - WINDOW), max(0, figure.start - 1))
    if lead is None or figure.unit:
        return None
    known = next((part.figure for part in reversed(before[-NEAR:]) if part is not None), None)
    return Whole(Excerpt.cut(parse.text, lead.start(1), lead.end(1)), known)


def _larger(parse: Parse, figures: Sequence[Figure], at: int) -> str | None:
    """The last count or sum before a part, in its sentence, that can hold it; of the sentence before where it is the only one."""
    figure = figures[at]
    here = parse.token_at(figure.number.start)
    for other in reversed(figures[max(0, at - NEAR) : at]):
        there = parse.token_at(other.number.start)
        if here is None or there is None or there.sent.start != here.sent.start:
            return None
        if _can_hold(other, figure):
            return other.id
    return None


def _can_hold(whole: Figure, part: Figure) -> bool:
    """True if one figure can be the whole of another: of one unit and no smaller, or a share of a count."""
    if part.unit == "%":
        return not whole.unit and whole.of is not None
    if whole.unit != part.unit or whole.of == "age" or whole.change is not None:
        return False
    return whole.high is None or part.low is None or whole.high > part.low
