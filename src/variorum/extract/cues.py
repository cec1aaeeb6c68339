"""Cues of attribution: the words that say that somebody else is speaking, read from `lang/statements.toml`."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from variorum.lang import language_data


@dataclass(frozen=True, slots=True)
class Cues:
    """Lemmas by the construction in which they attribute; `lang/statements.toml` explains each list.

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

    def governs(self, lemma: str) -> bool:
        """True if a verb can attribute by grammar."""
        return lemma in self.clause or lemma in self.infinitive or lemma in self.object or lemma in self.prepositions or lemma in self.naming


@functools.cache
def cues() -> Cues:
    """The cues of English, read once."""
    data = language_data("statements")
    verbs, nouns, adjectives = data["verbs"], data["nouns"], data["adjectives"]
    clause = _words(verbs["clause"])
    return Cues(
        clause=clause,
        plain=_words(verbs["plain"]),
        quote=clause | _words(verbs["quote"]),
        infinitive=_words(verbs["infinitive"]),
        object=_words(verbs["object"]),
        naming=_words(verbs["naming"]),
        prepositions=_prepositions(data["prepositions"]),
        noun_clause=_words(nouns["clause"]),
        noun_infinitive=_words(nouns["infinitive"]),
        noun_prepositions=_prepositions(nouns),
        adjective_clause=_words(adjectives["clause"]),
        adjective_infinitive=_words(adjectives["infinitive"]),
        adjective_prepositions=_prepositions(adjectives),
        hearsay=_words(data["hearsay"]["adverbs"]),
        passive=_words(data["hearsay"]["passive"]),
        soft=_words(data["beliefs"]["soft"]),
        telling=_words(verbs["telling"]),
        reporting=_words(verbs["reporting"]),
        light=_words(verbs["light"]),
        documents=_words(nouns["documents"]),
        stative=_words(verbs["stative"]),
        not_labels=_words(data["turns"]["not_labels"]),
        framing=_words(nouns["framing"]),
        doubling=_words(data["beliefs"]["doubling"]),
        finding=_words(verbs["finding"]),
        findings=_words(nouns["findings"]),
        stirred=_words(nouns["stirred"]),
        stirring=_words(nouns["stirring"]),
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _prepositions(table: dict[str, object]) -> dict[str, frozenset[str]]:
    return {lemma: frozenset(words) for lemma, words in table.items() if isinstance(words, list)}
