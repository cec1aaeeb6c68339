"""What a copy changed: the words that differ between a text and its origin, aligned."""

from __future__ import annotations

import difflib

from variorum.article import Article
from variorum.compare.resemblance import Shingles
from variorum.dossier import Alteration

MAX_WORDS = 6_000  # words of a text that are aligned; alignment costs the product of both lengths in the worst case
MAX_CHANGE = 40  # words in one change; a longer one is a passage put in or left out, and is cut short


def alterations(copy: Article, origin: Article, a: Shingles, b: Shingles) -> tuple[Alteration, ...]:
    """The places in `copy` (shingles `a`) whose words differ from `origin` (shingles `b`), in order.

    A passage that the copy leaves out has no words of its own: it is listed at the word that follows the gap.
    """
    matcher = difflib.SequenceMatcher(None, a.words[:MAX_WORDS], b.words[:MAX_WORDS], autojunk=False)
    out = []
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag == "equal" or not a.places:
            continue
        at = min(a1, len(a.places) - 1)
        start, end = a.places[at][0], a.places[min(max(a2, a1 + 1), len(a.places), a1 + MAX_CHANGE) - 1][1]
        now = copy.text[start:end] if a2 > a1 else ""
        was = origin.text[b.places[b1][0] : b.places[min(b2, b1 + MAX_CHANGE) - 1][1]] if b2 > b1 else ""
        out.append(Alteration(copy.id, start, end, was, now))
    return tuple(out)
