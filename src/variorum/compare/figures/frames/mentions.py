"""Where articles name the story's actors: what words of a text mean, when figures are compared, is the actor whom they mention."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable

from variorum.records.article import Span
from variorum.records.dossier import Actor


class Mentions:
    """The actors that stand in a stretch of an article. One who speaks for another (a capital, a spokesman's body) counts as that other."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._named: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        self._every: dict[str, frozenset[str]] = {}
        self._kinds: dict[str, str] = {}
        for actor in actors:
            meant = actor.speaks_for or actor.id
            self._kinds.setdefault(meant, actor.kind)
            for mention in actor.mentions:
                self._named[mention.article].append((mention.start, mention.end, meant))
        for named in self._named.values():
            named.sort()

    def within(self, article: str, span: Span, kind: str | None = None) -> frozenset[str]:
        """Ids of the actors that are named inside `span`, of one kind if `kind` is given."""
        return frozenset(actor for _, actor in self.words(article, span) if kind in (None, self._kinds[actor]))

    def words(self, article: str, span: Span) -> list[tuple[Span, str]]:
        """The stretches inside `span` that name an actor, and the actor."""
        named = self._named.get(article, [])
        first, last = bisect.bisect_left(named, (span.start, -1, "")), bisect.bisect_left(named, (span.end, -1, ""))
        return [(Span(start, end), actor) for start, end, actor in named[first:last] if end <= span.end]

    def of_article(self, article: str) -> frozenset[str]:
        """Ids of all actors that an article names."""
        if article not in self._every:
            self._every[article] = frozenset(actor for _, _, actor in self._named.get(article, []))
        return self._every[article]
