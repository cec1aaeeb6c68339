"""Precision and recall of a dossier against a story's gold: figures and dates by place and value, statements by their words."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from typing import Any

Row = dict[str, Any]
_WORD = re.compile(r"\w+")


def f1(hits: int, predicted: int, gold: int) -> float:
    """Harmonic mean of precision and recall in per cent; 100 where there was nothing to find and nothing was."""
    return 200 * hits / (predicted + gold) if predicted + gold else 100.0


def score(gold: Row, dossier: Row, texts: dict[str, str]) -> dict[str, float]:
    """F1 in per cent, by name. Gold and dossier must name the articles alike."""
    found = {
        "figures found": _hits(gold, dossier, "figures", _number_overlap, lambda g, p: True),
        "figures value": _hits(gold, dossier, "figures", _number_overlap, _same_value),
        "dates found": _hits(gold, dossier, "dates", _overlap, lambda g, p: True),
        "dates value": _hits(gold, dossier, "dates", _overlap, lambda g, p: g["value"] == p["value"]),
        "statements content": _hits(gold, dossier, "statements", lambda g, p: _likeness(g, p, texts), lambda g, p: _likeness(g, p, texts) >= 0.5),
    }
    return {name: f1(hits, len(dossier[name.split()[0]]), len(gold[name.split()[0]])) for name, hits in found.items()}


def _hits(gold: Row, dossier: Row, kind: str, likeness: Callable[[Row, Row], float], right: Callable[[Row, Row], bool]) -> int:
    """How many gold rows are paired, best pairs first and each row once, with a row that is `right`."""
    pairs = [(likeness(g, p), i, j) for i, g in enumerate(gold[kind]) for j, p in enumerate(dossier[kind]) if g["article"] == p["article"]]
    taken_gold: set[int] = set()
    taken: set[int] = set()
    hits = 0
    for value, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if value > 0 and i not in taken_gold and j not in taken:
            taken_gold.add(i)
            taken.add(j)
            hits += right(gold[kind][i], dossier[kind][j])
    return hits


def _shared(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _overlap(g: Row, p: Row) -> float:
    return _shared((g["start"], g["end"]), (p["start"], p["end"]))


def _number_overlap(g: Row, p: Row) -> float:
    """Shared characters of the numerals; among equals, the one with the right value."""
    shared = _shared(tuple(g["number"]), (p["number"]["start"], p["number"]["end"]))
    return shared + 1000 * _same_value(g, p) if shared else 0


def _same_value(g: Row, p: Row) -> bool:
    change, wanted = p["change"] or {}, g["change"] or {}
    same = all(_close(g[key], p[key]) for key in ("low", "high"))
    return same and all(_close(wanted[key], change.get(key)) for key in ("from", "to") if key in wanted)


def _close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return math.isclose(a, b, rel_tol=1e-3)  # 33.33 and a third


def _likeness(g: Row, p: Row, texts: dict[str, str]) -> float:
    """Words that both contents cover, as a share of the words that either covers."""
    text = texts[g["article"]]
    a = _words(text, [tuple(g["content"])])
    b = _words(text, [(part["start"], part["end"]) for part in p["contents"]])
    return len(a & b) / len(a | b) if a | b else 0.0


def _words(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    return {start + match.start() for start, end in spans for match in _WORD.finditer(text[start:end])}
