"""Parts: a number that stands for part of a count before it counts the same things: "of the 30 girls, five", "two of them", "the other three"."""

from __future__ import annotations

import re
from dataclasses import replace

from variorum.extract.figures.written.quantity import Quantity
from variorum.text.parsing.parse import Parse

_OF_THEM = re.compile(r"(?i)\bof (?:them|whom|which|these|those)$")
_REST = re.compile(r"(?i)\b(?:the other|the remaining|another)$")
_WHOLE = re.compile(r"(?i)(?:^|[\s,;(\"'])of (?:the |those |its |their |his |her |all )?$")
_NEAR = 3  # counts between a part and its whole


def name_parts(parse: Parse, quantities: list[Quantity]) -> list[Quantity]:
    """Give a bare number the noun of the count that it is part of, in its sentence or the one before."""
    out = list(quantities)
    for index, part in enumerate(out):
        if part.of is None and not part.unit and part.kind in {"cardinal", "vague"}:
            whole = next((other for other in reversed(out[max(0, index - _NEAR) : index]) if _is_whole(parse, other, part)), None)
            out[index] = replace(part, of=whole.of, gap=True) if whole else part
    return out


def _is_whole(parse: Parse, whole: Quantity, part: Quantity) -> bool:
    """True if a count is that of which a number tells a part."""
    if whole.unit or not whole.of or whole.kind == "proportion" or (whole.high and part.high and part.high >= whole.high):
        return False
    one, two = parse.token_at(whole.number.start), parse.token_at(part.number.start)
    if one is None or two is None:
        return False
    if one.sent.start == two.sent.start and _WHOLE.search(parse.folded, max(0, whole.start - 12), whole.start):
        return two.dep_ in {"nsubj", "nsubjpass", "ROOT"}
    said = _OF_THEM.search(parse.folded, part.number.end, part.end) or _REST.search(
        parse.folded, max(0, part.number.start - 15), part.number.start - 1
    )
    return said is not None and two.sent.start in (one.sent.start, one.sent.end)
