"""Turns: "NAME: what she says", in the headline of an article and in transcripts."""

from __future__ import annotations

from variorum.extract.grammar.attribution import Draft, cut
from variorum.extract.grammar.cues import cues
from variorum.extract.grammar.syntax import Syntax

_LONGEST_LABEL = 5  # tokens before the colon; a longer one is the first half of a sentence
_SHORTEST = 4  # tokens after the colon; fewer are a title ("Profile: Anna Berg")
_MARKS = frozenset({'"', "\u201c", "\u2018", "``", "\u00ab"})
_TRANSCRIPT = 3  # labelled paragraphs from which a text is a transcript


def turns(syntax: Syntax) -> list[Draft]:
    """What follows a name and a colon: always in the first line, elsewhere only where a text goes on like this as transcripts do."""
    found = [draft for first, last in _blocks(syntax) if (draft := _turn(syntax, first, last)) is not None]
    later = [draft for draft in found if draft.speaker and syntax.block[draft.speaker[0]] > 0]
    labels = {_label(syntax, draft) for draft in later}
    if len(later) >= _TRANSCRIPT and len(labels) < len(later):
        return found
    return [draft for draft in found if draft not in later]


def quoted_turns(syntax: Syntax, found: list[Draft]) -> frozenset[int]:
    """Where the quotations begin that hold a turn and its label: the mark belongs to the transcript, not to what is said."""
    labels = [syntax.start[draft.speaker[0]] for draft in found if draft.speaker]
    return frozenset(label - 1 for label in labels if label)


def _blocks(syntax: Syntax) -> list[tuple[int, int]]:
    """First and last token of each paragraph."""
    out: list[tuple[int, int]] = []
    for token, block in enumerate(syntax.block):
        if block < 0:
            continue
        if out and syntax.block[out[-1][0]] == block:
            out[-1] = (out[-1][0], token)
        else:
            out.append((token, token))
    return out


def _turn(syntax: Syntax, first: int, last: int) -> Draft | None:
    if first < last and syntax.lower[first] in _MARKS:
        first += 1  # a transcript that is quoted opens each turn with a mark
    colon = next((token for token in range(first + 1, min(last, first + _LONGEST_LABEL + 1)) if syntax.lower[token] == ":"), None)
    if colon is None or last - colon < _SHORTEST or any(syntax.pos[token] != "PROPN" for token in range(first, colon)):
        return None
    if {syntax.lower[token] for token in range(first, colon)} & cues().not_labels:
        return None
    piece = cut(syntax, colon + 1, last)
    if piece is None:
        return None
    start = syntax.start[colon + 1] if syntax.lower[colon + 1] == "that" else piece[0]  # "That is why ..." is no clause of a cue
    return Draft([(start, piece[1])], (first, colon - 1), (colon, colon), None, "turn")


def _label(syntax: Syntax, draft: Draft) -> str:
    first, last = draft.speaker or (0, 0)
    return syntax.text[syntax.start[first] : syntax.end[last]]
