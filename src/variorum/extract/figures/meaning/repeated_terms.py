"""Terms told again: a sum that was offered, planned or forecast is no fact where the article comes back to it as "the $40 million"."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from variorum.extract.figures.meaning.firmness.status_words import happened
from variorum.extract.figures.meaning.subjects import VERBS
from variorum.lang import language_data
from variorum.records.marks import Figure
from variorum.text.parsing.parse import Parse

_WORDS = "|".join(re.escape(word) for word in language_data("status")["limits"]["definite"])
_KNOWN = re.compile(rf"(?i)(?:(?<![A-Za-z])(?:{_WORDS})|'s|s') $")
_WINDOW = 8  # characters; the longest determiner with its space fits
_PART = re.compile(r"(?i) ?(?:of )?(?:the |its |their )?")
_CONVERTED = re.compile(r" ?[(;,] ?[^\w\s]?[Â]?")  # "$5 million (£4 million; €4.5 million)", with what is left of a broken "£"
_FIRM = frozenset({"agreed", "planned", "proposed", "demanded", "expected"})
_SAME_TIME = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})  # spans of time are alike too often to be one


def repeat_terms(parse: Parse, figures: list[Figure], heads: list[Token | None]) -> list[Figure]:
    """The figures, with the status of the first mention for those that name the same amount again, and for shares of such an amount.

    Nothing is carried over where the article also states the amount as a fact, or says that it has happened.
    """
    told = _told(parse, figures)
    out = [
        replace(figure, status=told[_key(figure)])
        if figure.status == "actual" and _key(figure) in told and _known(parse, figure) and not _happened(head)
        else figure
        for figure, head in zip(figures, heads, strict=True)
    ]
    whole = [_as_its_whole(parse, figure, after) for figure, after in zip(out, [*out, None][1:], strict=True)]
    return _conversions(parse, whole)


def _key(figure: Figure) -> tuple[object, ...]:
    return figure.low, figure.high, figure.unit, figure.of


def _told(parse: Parse, figures: list[Figure]) -> dict[tuple[object, ...], str]:
    """The status of each amount that the article never states as a fact."""
    told: dict[tuple[object, ...], str] = {}
    for figure in figures:
        if figure.status in _FIRM and figure.low is not None and figure.unit not in _SAME_TIME:
            told.setdefault(_key(figure), figure.status)
    facts = {_key(figure) for figure in figures if figure.status == "actual" and not _known(parse, figure)}
    return {key: status for key, status in told.items() if key not in facts}


def _known(parse: Parse, figure: Figure) -> bool:
    return _KNOWN.search(parse.folded, max(0, figure.start - _WINDOW), figure.start) is not None


def _happened(head: Token | None) -> bool:
    """True if the nearest verb over a figure tells what is done: "the $40 million was paid"."""
    while head is not None and head.head.i != head.i:
        head = head.head
        if head.pos_ in VERBS:
            return happened(head)
    return False


def _as_its_whole(parse: Parse, figure: Figure, after: Figure | None) -> Figure:
    """ "Two thirds of the $5 billion" is as firm as the $5 billion."""
    if after is None or figure.unit != "%" or figure.status != "actual" or after.status not in _FIRM:
        return figure
    if after.start < figure.end or _PART.fullmatch(parse.folded, figure.end, after.start):
        return replace(figure, status=after.status)
    return figure


def _conversions(parse: Parse, figures: list[Figure]) -> list[Figure]:
    out: list[Figure] = []
    for figure in figures:
        out.append(_as_converted(parse, out[-1], figure) if out else figure)
    return out


def _as_converted(parse: Parse, before: Figure, figure: Figure) -> Figure:
    """ "$5 million (£4 million)": the same amount in another unit, as firm as it is."""
    money = all(len(one.unit) == 3 and one.unit.isupper() for one in (before, figure))
    if not money or before.unit == figure.unit or figure.status != "actual" or not _CONVERTED.fullmatch(parse.folded, before.end, figure.start):
        return figure
    return replace(figure, status=before.status)


# --- shares that compare the figure before them ---------------------------------------------------------------------------------------

_COMPARES = re.compile(
    r"(?i) (?:more|less|higher|lower|fewer|greater|smaller|above|below|over|up|down)"
    r" (?:than|on|from|over|last|the|a year|its|their|this|that|[a-z]+'s)\b"
)

_OPENS = re.compile(
    r"(?i)\)?(?: |,)[^;:.()]*?(?:,| --?| -| –| —| or| and) ?(?:(?:some|about|or|an?|nearly|almost|just|only|and|still|around) )*(?:up|down)? ?"
)
_MOVES = re.compile(r"(?i)\b(?:up|down) (?:by )?$")
_LONGEST = 110  # characters from a figure to the share that compares it
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def share_status(parse: Parse, figures: list[Figure]) -> list[Figure]:
    """Give a share that is set beside a figure which is no fact the status of that one."""
    out = list(figures)
    for at in range(1, len(out)):
        before, share = out[at - 1], out[at]
        if share.unit == "%" and share.status == "actual" and before.status != "actual" and _sets_beside(parse, before, share):
            out[at] = replace(share, status=before.status)
    return out


def _sets_beside(parse: Parse, before: Figure, share: Figure) -> bool:
    """True if only a comma, times and places stand between, and the share tells how much more or less it is."""
    folded = parse.folded
    if not 0 < share.start - before.end < _LONGEST or not _OPENS.fullmatch(folded, before.end, share.start):
        return False
    if not (_COMPARES.match(folded, share.end) or _MOVES.search(folded, before.end, share.start)):
        return False
    between = parse.tokens(before.end, share.start)
    return not any(token.tag_ in _FINITE or token.is_sent_start for token in between)
