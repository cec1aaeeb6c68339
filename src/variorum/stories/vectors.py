"""Vectors: the terms of articles weighed by how rare they are in the stream (tf-idf), each article's of length 1."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Mapping, Sequence

from variorum.stories.profile import Profile, common_terms

Vector = Mapping[str, float]

LONGEST = 160
"""Terms of an article that are compared: the heaviest. The rest add a few per cent of likeness and most of the time."""

_PAIR_WEIGHT = 0.8  # a pair of words adds to its two words, which are compared too
_OWN_SHARE = 0.15  # share of the square of the length that terms count for which no other article has
# What is known of the language before any article is seen, as if so many articles had been: keeps small streams from taking
# the words of their one event for common words.
_PRIOR_ARTICLES = 30.0
_PRIOR_COMMON = 0.15
_PRIOR_RARE = 0.005


class Rarity:
    """How rare each term is among the given articles: inverse document frequency, smoothed by what is known of English."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.articles = len(profiles)
        self.counts: Counter[str] = Counter()
        self._common = common_terms()
        self._logarithms: dict[tuple[int, bool], float] = {}
        for profile in profiles:
            self.counts.update(profile.terms)

    def of(self, term: str) -> float:
        """Natural logarithm of how many articles there are to one that has the term; above 0."""
        key = self.counts.get(term, 0), term in self._common
        found = self._logarithms.get(key)
        if found is None:
            prior = _PRIOR_ARTICLES * (_PRIOR_COMMON if key[1] else _PRIOR_RARE)
            found = max(0.01, math.log((self.articles + _PRIOR_ARTICLES + 1) / (key[0] + prior + 0.5)))
            self._logarithms[key] = found
        return found

    def vector(self, profile: Profile, also: Container[str] = ()) -> dict[str, float]:
        """The article's heaviest terms that some other article has too, or that are in `also`.

        Of Euclidean length 1 but for what the article has to itself, which counts a little: an article that shares one word is not all that word.
        """
        worth = self._worth(profile)
        shared = {term: value for term, value in worth.items() if self.counts[term] > 1 or term in also}
        whole = math.fsum(value * value for value in worth.values())
        length = math.sqrt(_OWN_SHARE * whole + (1 - _OWN_SHARE) * math.fsum(value * value for value in shared.values()))
        return {term: value / length for term, value in heaviest(shared, LONGEST).items()}

    def whole_vector(self, profile: Profile) -> dict[str, float]:
        """The article's heaviest terms, whoever else has them, of Euclidean length 1: for comparing with articles that are not given."""
        worth = heaviest(self._worth(profile), LONGEST)
        length = math.sqrt(math.fsum(value * value for value in worth.values()))
        return {term: value / length for term, value in worth.items()}

    def _worth(self, profile: Profile) -> dict[str, float]:
        of = self.of
        terms = zip(profile.terms, profile.weights, strict=True)
        return {term: weight * of(term) * (_PAIR_WEIGHT if " " in term else 1.0) for term, weight in terms}


def heaviest(worth: Vector, count: int) -> dict[str, float]:
    """The terms that weigh most, so many of them."""
    return dict(sorted(worth.items(), key=lambda item: (-item[1], item[0]))[:count])


def dot(a: Vector, b: Vector) -> float:
    """The likeness of two vectors: cosine, 0 to 1."""
    if len(b) < len(a):
        a, b = b, a
    return math.fsum(weight * b[term] for term, weight in a.items() if term in b)


def mean(vectors: Sequence[Vector]) -> dict[str, float]:
    """The mean vector. The dot product of two means is the mean likeness of their members' pairs."""
    total: dict[str, list[float]] = {}
    for vector in vectors:
        for term, weight in vector.items():
            total.setdefault(term, []).append(weight)
    return {term: math.fsum(weights) / len(vectors) for term, weights in total.items()}
