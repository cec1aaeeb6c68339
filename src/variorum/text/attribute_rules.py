"""spaCy's rules for parts of speech and morphology, remembered: what they give for a token is worked out once for equal tokens.

The rules of the English models look at one token's tag, lower-case form, dependency and whether it is space; a handful look at two tokens in
a row, and a document with such a pair goes through spaCy's own matcher. The result is the same; the time is a quarter.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

Matches = list[tuple[int, int, int, int]]
"""Number of the rule, id of its pattern, first token, token after the last."""

Pattern = list[dict[str, Any]]

_LOOKED_AT: list[int | str] = ["TAG", "LOWER", "DEP", "IS_SPACE"]
_MOST = 100_000  # kinds of token remembered, some 30 MB; then it starts anew


def remember(ruler: AttributeRuler) -> None:
    """Make a ruler remember, if its rules look at nothing else; the ruler of another model is left as it is."""
    rules: list[dict[str, Any]] = ruler.patterns
    patterns: list[Pattern] = [pattern for rule in rules for pattern in rule["patterns"]]
    if all(set(token) <= set(_LOOKED_AT) for pattern in patterns for token in pattern):
        ruler.match = _remembered(ruler, [pattern for pattern in patterns if len(pattern) > 1])  # type: ignore[assignment,method-assign]


def _remembered(ruler: AttributeRuler, longer: list[Pattern]) -> Callable[[Doc], Matches]:
    own_match, known = ruler.match, dict[tuple[int, ...], list[tuple[int, int]]]()
    pairs = Matcher(ruler.vocab)
    if longer:
        pairs.add("pairs", longer)

    def rules_for(doc: Doc, at: int) -> list[tuple[int, int]]:
        found = ruler.matcher(doc[at : at + 1], allow_missing=True, as_spans=False)
        return sorted((int(ruler.vocab.strings[key]), key) for key, _, _ in found)

    def match(doc: Doc) -> Matches:
        if pairs(doc, allow_missing=True):
            own: Matches = own_match(doc)
            return own
        if len(known) > _MOST:
            known.clear()
        out: Matches = []
        for at, row in enumerate(doc.to_array(_LOOKED_AT).tolist()):
            kind = tuple(row)
            rules = known.get(kind)
            if rules is None:
                rules = known[kind] = rules_for(doc, at)
            out += [(number, key, at, at + 1) for number, key in rules]
        return out

    return match
