"""A text cut at the boundaries of its marks, so that a page can wrap each mark and lose no character."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from variorum.records.article import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Something marked in a text: its id on the page, its kind, its ranges (more than one where a quotation is broken), a short hint."""

    id: str
    kind: str
    spans: tuple[Span, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """One step in writing a marked text: `open` a mark, write `text`, or `close` the mark opened last.

    `first` is True for the opening that carries the mark's anchor; a mark crossed by another is opened again for each further piece.
    """

    kind: str
    text: str = ""
    mark: Mark | None = None
    first: bool = False


_Piece = tuple[int, int, int, Mark]  # start, minus end, rank among equals, mark: sorts outer before inner


def cut_segments(text: str, marks: Iterable[Mark]) -> list[Segment]:
    """The steps that write `text` once, whole and in order, with every mark properly nested.

    The texts of the segments joined are `text`; the texts inside the pieces of one mark joined are the words of its spans.
    """
    return list(_steps(text, [(span.start, -span.end, rank, mark) for rank, mark in enumerate(marks) for span in mark.spans]))


def _steps(text: str, pieces: list[_Piece]) -> Iterator[Segment]:
    heapq.heapify(pieces)
    here, stack, seen = 0, list[tuple[int, Mark]](), set[str]()
    while pieces or stack:
        start = pieces[0][0] if pieces else len(text)
        if stack and stack[-1][0] <= start:
            end, mark = stack.pop()
            yield from _write(text, here, end)
            here = end
            yield Segment("close", mark=mark)
            continue
        start, minus_end, rank, mark = heapq.heappop(pieces)
        yield from _write(text, here, start)
        here, end = start, min(-minus_end, len(text))
        if stack and stack[-1][0] < end:  # crosses the mark around it: end there and go on behind it
            heapq.heappush(pieces, (stack[-1][0], -end, rank, mark))
            end = stack[-1][0]
        yield Segment("open", mark=mark, first=mark.id not in seen)
        seen.add(mark.id)
        stack.append((end, mark))
    yield from _write(text, here, len(text))


def _write(text: str, start: int, end: int) -> Iterator[Segment]:
    if start < end:
        yield Segment("text", text[start:end])


def broken_marks(segments: Iterable[Segment]) -> tuple[str, ...]:
    """Ids of the marks that are opened more than once, in order: their anchor alone does not show all their words."""
    again = (segment.mark.id for segment in segments if segment.kind == "open" and segment.mark and not segment.first)
    return tuple(dict.fromkeys(again))
