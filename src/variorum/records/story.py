"""Story and Membership: the articles on one event, and why each is among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypedDict


class Shared(TypedDict):
    """What an article has in common with others, by kind."""

    names: tuple[str, ...]
    places: tuple[str, ...]
    figures: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Membership:
    """Why an article is in its story.

    What it shares with the story's other articles, rarest first, as printed: `names`, `places`, `figures`, `words`. `closest` is the id of the
    article of the story that is most like it, `likeness` (0 to 1) how much, `days` the days between the two where both are dated; `fit` is its mean
    likeness to all of them. An article that stands alone has no `closest`. One that alone takes up a story whose other articles are older than
    the window has none either; it shares the words that are kept of them, and `days` is the time since.
    """

    article: str
    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    closest: str | None = None
    likeness: float = 0.0
    days: int | None = None
    fit: float = 0.0

    @property
    def reason(self) -> str:
        """The reason as a sentence."""
        kinds = (("names", self.names), ("places", self.places), ("figures", self.figures), ("words", self.words))
        shared = "; ".join(f"{kind} {', '.join(found)}" for kind, found in kinds if found)
        if self.closest is not None:
            return f"Shares with its story {shared}. {self._closeness()}"
        return f"Takes up an earlier story; shares with it {shared}." if shared else "No other article is like it enough."

    def _closeness(self) -> str:
        near = f"Closest is {self.closest} (likeness {self.likeness:.2f})"
        if self.days is None:
            return f"{near}; at least one of the two is undated."
        apart = "on the same day" if self.days == 0 else f"{self.days} {'day' if self.days == 1 else 'days'} apart"
        return f"{near}, {apart}."

    def to_dict(self) -> dict[str, Any]:
        """The membership in JSON types, the sentence included."""
        return {
            "article": self.article,
            "reason": self.reason,
            "names": list(self.names),
            "places": list(self.places),
            "figures": list(self.figures),
            "words": list(self.words),
            "closest": self.closest,
            "likeness": self.likeness,
            "days": self.days,
            "fit": self.fit,
        }

    @classmethod
    def from_dict(cls, record: dict[str, Any]) -> Membership:
        """The membership that `to_dict` wrote."""
        names, places, figures, words = (tuple(record[kind]) for kind in ("names", "places", "figures", "words"))
        closest, likeness, days, fit = (record[name] for name in ("closest", "likeness", "days", "fit"))
        return cls(record["article"], names, places, figures, words, closest, likeness, days, fit)


@dataclass(frozen=True, slots=True)
class Story:
    """The articles on one event, in order of publication, undated ones last.

    `id` stays the same while the story grows; `title` is the headline of the article that is most like the others; `first` and `last` are the
    earliest and latest days of publication (ISO 8601), None where no article is dated.
    """

    id: str
    title: str
    first: str | None
    last: str | None
    outlets: tuple[str, ...]
    members: tuple[Membership, ...]

    @property
    def article_ids(self) -> tuple[str, ...]:
        """The ids of its articles."""
        return tuple(member.article for member in self.members)

    @property
    def reasons(self) -> dict[str, str]:
        """For each article the sentence that says why it is here."""
        return {member.article: member.reason for member in self.members}

    def to_dict(self) -> dict[str, Any]:
        """The story in JSON types."""
        return {
            "id": self.id,
            "title": self.title,
            "first": self.first,
            "last": self.last,
            "outlets": list(self.outlets),
            "articles": [member.to_dict() for member in self.members],
        }
