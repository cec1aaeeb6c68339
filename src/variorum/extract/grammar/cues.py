"""Cues of attribution: the words that say that somebody else is speaking, read from `lang/en/statements.toml`."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from variorum.lang import language_data, word_set


@dataclass(frozen=True, slots=True)
class Cues:
    """Lemmas by the construction in which they attribute; `lang/en/statements.toml` explains each list.

    The prepositions are given by lemma: `{"call": {"for", "on"}}`. Lists that only statements need are empty by default.
    """

    clause: frozenset[str]
    infinitive: frozenset[str]
    object: frozenset[str]
    prepositions: dict[str, frozenset[str]]
    noun_clause: frozenset[str]
    noun_infinitive: frozenset[str]
    noun_prepositions: dict[str, frozenset[str]]
    adjective_clause: frozenset[str]
    adjective_infinitive: frozenset[str]
    adjective_prepositions: dict[str, frozenset[str]]
    plain: frozenset[str] = frozenset()
    quote: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    soft: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    stative: frozenset[str] = frozenset()
    not_labels: frozenset[str] = frozenset()
    framing: frozenset[str] = frozenset()
    doubling: frozenset[str] = frozenset()
    finding: frozenset[str] = frozenset()
    findings: frozenset[str] = frozenset()
    stirred: frozenset[str] = frozenset()
    stirring: frozenset[str] = frozenset()
    acting: frozenset[str] = frozenset()
    outright: frozenset[str] = frozenset()
    only_as: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()

    def governs(self, lemma: str) -> bool:
        """True if a verb can attribute by grammar."""
        return lemma in self.clause or lemma in self.infinitive or lemma in self.object or lemma in self.prepositions or lemma in self.naming


@functools.cache
def cues() -> Cues:
    """The cues of English, read once."""
    data = language_data("statements")
    verbs, nouns, adjectives = data["verbs"], data["nouns"], data["adjectives"]
    clause = word_set(verbs["clause"])
    return Cues(
        clause=clause,
        plain=word_set(verbs["plain"]),
        quote=clause | word_set(verbs["quote"]),
        infinitive=word_set(verbs["infinitive"]),
        object=word_set(verbs["object"]),
        naming=word_set(verbs["naming"]),
        prepositions=_prepositions(data["prepositions"]),
        noun_clause=word_set(nouns["clause"]),
        noun_infinitive=word_set(nouns["infinitive"]),
        noun_prepositions=_prepositions(nouns),
        adjective_clause=word_set(adjectives["clause"]),
        adjective_infinitive=word_set(adjectives["infinitive"]),
        adjective_prepositions=_prepositions(adjectives),
        hearsay=word_set(data["hearsay"]["adverbs"]),
        passive=word_set(data["hearsay"]["passive"]),
        soft=word_set(data["beliefs"]["soft"]),
        telling=word_set(verbs["telling"]),
        reporting=word_set(verbs["reporting"]),
        light=word_set(verbs["light"]),
        documents=word_set(nouns["documents"]),
        stative=word_set(verbs["stative"]),
        not_labels=word_set(data["turns"]["not_labels"]),
        framing=word_set(nouns["framing"]),
        doubling=word_set(data["beliefs"]["doubling"]),
        finding=word_set(verbs["finding"]),
        findings=word_set(nouns["findings"]),
        stirred=word_set(nouns["stirred"]),
        stirring=word_set(nouns["stirring"]),
        acting=word_set(verbs["acting"]),
        outright=word_set(verbs["outright"]),
        only_as=word_set(verbs["only_as"]),
        lost=word_set(verbs["lost"]),
    )


def _prepositions(table: dict[str, object]) -> dict[str, frozenset[str]]:
    return {lemma: frozenset(words) for lemma, words in table.items() if isinstance(words, list)}
