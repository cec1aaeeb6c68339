"""spaCy's rules for parts of speech, morphology and lemmas, remembered: what they give for a token is worked out once for equal tokens.

The rules of the English models look at one token's tag, lower-case form, dependency and whether it is space, and its lemma follows from its
form and what those rules gave it. A handful of rules look at two tokens in a row; a document with such a pair goes through spaCy's own
components. The result is the same; the time is a sixth.
"""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

NAME = "variorum_attributes"
"""Of the component that takes the place of spaCy's two."""

_LOOKED_AT: list[int | str] = ["ORTH", "TAG", "LOWER", "DEP", "IS_SPACE"]
_GIVEN: list[int | str] = ["TAG", "DEP", "POS", "MORPH", "LEMMA"]
_MOST = 200_000  # kinds of token remembered, some 80 MB; then it starts anew

Pattern = list[dict[str, Any]]
Kind = tuple[int, ...]
Given = tuple[tuple[int, ...], bool, bool]
"""What a kind of token is given, whether it may open a pair that a rule looks at, and whether it may follow in one."""


def remember(nlp: Language) -> bool:
    """Let a pipeline remember what its rules give. False, and nothing done, where they look at more, or its lemmas come from elsewhere."""
    if not all(map(nlp.has_pipe, ("attribute_ruler", "lemmatizer"))) or nlp.pipe_names[-2:] != ["attribute_ruler", "lemmatizer"]:
        return False
    ruler, lemmatizer = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
    if not isinstance(ruler, AttributeRuler) or not isinstance(lemmatizer, Lemmatizer) or lemmatizer.mode != "rule" or lemmatizer.overwrite:
        return False
    rules: list[dict[str, Any]] = ruler.patterns
    looks_at = {name for rule in rules for pattern in rule["patterns"] for token in pattern for name in token}
    gives = {name for rule in rules for name in rule["attrs"]}
    if not looks_at <= set(_LOOKED_AT) or not gives <= set(_GIVEN):
        return False
    nlp.add_pipe(NAME, last=True)
    for name in ("attribute_ruler", "lemmatizer"):
        nlp.disable_pipe(name)
    return True


@Language.factory(NAME)
def _remembered(nlp: Language, name: str) -> RememberedAttributes:  # noqa: ARG001  spaCy passes both by name
    ruler, lemmatizer = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
    assert isinstance(ruler, AttributeRuler)
    assert isinstance(lemmatizer, Lemmatizer)
    return RememberedAttributes(ruler, lemmatizer)


class RememberedAttributes:
    """A pipeline component: does what an attribute ruler and a lemmatizer do one after the other."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        rules: list[dict[str, Any]] = ruler.patterns
        pairs: list[Pattern] = [pattern for rule in rules for pattern in rule["patterns"] if len(pattern) > 1]
        self._ruler, self._lemmatizer = ruler, lemmatizer
        self._pairs = _matcher(ruler, pairs)
        self._opening, self._following = (_matcher(ruler, [[pattern[at]] for pattern in pairs]) for at in (0, 1))
        self._known: dict[Kind, Given] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set part of speech, morphology and lemma of every token of a tagged and parsed document."""
        if len(self._known) > _MOST:
            self._known.clear()
        kinds: list[Kind] = list(map(tuple, doc.to_array(_LOOKED_AT).tolist()))
        given = [self._known.get(kind) or self._learn(doc, at, kind) for at, kind in enumerate(kinds)]
        if any(one[1] and two[2] for one, two in itertools.pairwise(given)) and self._pairs(doc, allow_missing=True):
            _set(doc, [(tag, dep, 0, 0, 0) for _, tag, _, dep, _ in kinds])
            return self._lemmatizer(self._ruler(doc))
        _set(doc, [row for row, _, _ in given])
        return doc

    def _learn(self, doc: Doc, at: int, kind: Kind) -> Given:
        """What the single-token rules and the lemmatizer give for a token, which is noted for its kind."""
        alone = doc[at : at + 1]
        found = self._ruler.matcher(alone, allow_missing=True, as_spans=False)
        rules = sorted((int(doc.vocab.strings[key]), key) for key, _, _ in found)
        self._ruler.set_annotations(doc, [(number, key, at, at + 1) for number, key in rules])  # type: ignore[no-untyped-call]
        token = doc[at]
        if token.lemma == 0:
            token.lemma_ = self._lemmatizer.lemmatize(token)[0]
        row = (token.tag, token.dep, token.pos, token.morph.key, token.lemma)  # type: ignore[attr-defined]  # key: spaCy's stubs lack it
        given = self._known[kind] = row, bool(self._opening(alone, allow_missing=True)), bool(self._following(alone, allow_missing=True))
        return given


def _set(doc: Doc, rows: list[tuple[int, ...]]) -> None:
    if rows:
        doc.from_array(_GIVEN, np.array(rows, dtype=np.uint64))  # type: ignore[arg-type]  # spaCy's stubs know thinc's arrays only


def _matcher(ruler: AttributeRuler, patterns: list[Pattern]) -> Matcher:
    matcher = Matcher(ruler.vocab)
    if patterns:
        matcher.add("pattern", patterns)
    return matcher
