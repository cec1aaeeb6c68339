"""StoryStream: articles come in, day after day, and are always in stories."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections.abc import Callable, Iterable, Sequence, Set
from pathlib import Path
from types import TracebackType
from typing import Self

from variorum.config import DEFAULT, Config
from variorum.errors import ArticleError
from variorum.records.article import Article
from variorum.records.story import Story
from variorum.stories.naming import carry_on, new_id
from variorum.stories.partition import Partition, in_order, partition
from variorum.stories.profile import Profile, read_profile
from variorum.stories.reasons import explain, explain_return
from variorum.stories.shelf import MemberRow, Shelf
from variorum.stories.sketch import Sketch
from variorum.stories.vectors import Rarity

Progress = Callable[[str, int, int], None]
"""Hears what is done, how much of it, of how much."""

_CANDIDATES = 10  # resting stories that are looked at for a new group


class StoryStream:
    """Articles in stories. `add` takes more of them in any order; `stories` tells how they stand.

    With a path everything is kept in that file (SQLite), and the next stream on it goes on where this one ended; without one, in memory. The
    newest `config.story_window` articles are sorted anew with every addition, so that their stories grow, split and merge, and which article
    came first changes nothing. Stories with older articles only rest: they change no more, but new articles can join them. `keep_texts` False
    saves the room that the articles themselves take; `articles` is empty then. Not for several threads at once. Raises VariorumError if the
    file cannot be used.
    """

    def __init__(self, path: str | Path | None = None, config: Config = DEFAULT, *, keep_texts: bool = True) -> None:
        self._config = config
        self._shelf = Shelf(path, keep_texts=keep_texts)
        self._load()

    def _load(self) -> None:
        """Take the window from the shelf."""
        entries = list(self._shelf.newest(self._config.story_window))
        self._window = {entry.profile.article: entry.profile for entry in entries}
        self._placed = {entry.profile.article: entry.placed for entry in entries}
        self._story_of = {entry.profile.article: entry.story for entry in entries}

    def close(self) -> None:
        """Close the file. Everything added is in it already."""
        self._shelf.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        self.close()

    def add(self, articles: Iterable[Article], progress: Progress = lambda _step, _done, _all: None) -> int:
        """Take in articles; returns how many were new. One that is here already changes nothing.

        They are taken in order of publication, undated ones last, as many at a time as the window has room for, at least
        half of it; each such part is written to the file whole
        or not at all. Raises ArticleError if an id is taken by another text; then nothing is taken in.
        """
        fresh = self._fresh(articles)
        done = 0
        while done < len(fresh):
            room = max(1, self._config.story_window // 2, self._config.story_window - len(self._window))
            batch = fresh[done : done + room]
            profiles = {}
            for number, article in enumerate(batch, done + 1):
                progress("Reading", number, len(fresh))
                profiles[article.id] = read_profile(article)
            done += len(batch)
            self._take_whole(batch, profiles, functools.partial(_tell, progress, done, len(fresh)))
        return len(fresh)

    def _take_whole(self, batch: Sequence[Article], profiles: dict[str, Profile], tell: Callable[[str], None]) -> None:
        """Take in a batch, or leave file and window as they were."""
        try:
            with self._shelf:
                self._take(batch, profiles, tell)
        except BaseException:
            self._load()
            raise

    def stories(self) -> list[Story]:
        """All stories, earliest first, undated ones last."""
        rows = itertools.groupby(self._shelf.memberships(), key=lambda row: row.story)
        found = [_story(story, tuple(members)) for story, members in rows]
        return sorted(found, key=lambda story: (story.first is None, story.first or "", story.id))

    def articles(self, story: str) -> list[Article]:
        """The articles of a story as they were given, in order of publication, undated ones last; empty for an id that is no story's."""
        return list(self._shelf.articles(story))

    def _fresh(self, articles: Iterable[Article]) -> list[Article]:
        """The articles that are not here yet, each once, in order of publication."""
        given: dict[str, Article] = {}
        for article in articles:
            if given.setdefault(article.id, article).text != article.text:
                raise _taken(article.id)
        known = self._shelf.digests(given)
        for key, digest in known.items():
            if given[key].sha256 != digest:
                raise _taken(key)
        fresh = [article for key, article in given.items() if key not in known]
        return sorted(fresh, key=lambda article: (article.day is None, article.day or dt.date.min, article.id))

    def _take(self, batch: Sequence[Article], profiles: dict[str, Profile], tell: Callable[[str], None]) -> None:
        """Add a batch to the window, let what no longer fits go to rest, and sort the window."""
        latest = max([self._shelf.latest_day(), *(profile.day or 0 for profile in profiles.values())])
        placed = self._placed | {key: latest if profile.day is None else profile.day for key, profile in profiles.items()}
        self._shelf.put((article, profiles[article.id], placed[article.id]) for article in batch)
        everything = self._window | profiles
        newest = sorted(everything, key=lambda key: (placed[key], key), reverse=True)[: self._config.story_window]
        window = {key: everything[key] for key in newest}
        leaving = [profile for key, profile in everything.items() if key not in window]
        if leaving:
            self._rest(leaving, Rarity(in_order(list(everything.values()))))
        self._window = window
        self._placed = {key: placed[key] for key in window}
        self._story_of = {key: story for key, story in self._story_of.items() if key in window}
        self._settle(partition(list(window.values()), self._config, tell))

    def _rest(self, leaving: Sequence[Profile], rarity: Rarity) -> None:
        """Articles leave the window. Those that are too old to have been in it are put into stories first."""
        late = [profile for profile in leaving if profile.article not in self._story_of]
        if late:
            self._settle(partition(late, self._config))
        by_story: dict[str, list[Profile]] = {}
        for profile in in_order(leaving):
            by_story.setdefault(self._story_of[profile.article], []).append(profile)
        for story, profiles in sorted(by_story.items()):
            self._shelf.put_sketch(Sketch.of(story, [rarity.whole_vector(profile) for profile in profiles], [profile.day for profile in profiles]))

    def _settle(self, parts: Partition) -> None:
        """Give each group its story and write down why each article is in it."""
        groups = [[parts.profiles[place].article for place in group] for group in parts.groups]
        naming = carry_on(groups, self._story_of)
        for old, new in naming.merged:
            self._shelf.rename(old, new)
        taken = {story for story in naming.stories if story}
        resting = self._shelf.has_sketches()
        for group, keys, known in zip(parts.groups, groups, naming.stories, strict=True):
            story = known or (self._return(parts, group, taken) if resting else None) or self._new(keys, taken)
            taken.add(story)
            self._story_of |= dict.fromkeys(keys, story)
            earlier = self._shelf.sketch(story) if resting and len(group) == 1 else None
            reasons = explain(parts, group) if earlier is None else explain_return(parts, group[0], earlier)
            self._shelf.assign((story, membership) for membership in reasons)

    def _new(self, keys: Sequence[str], taken: Set[str]) -> str:
        return new_id(keys, lambda story: story in taken or self._shelf.is_story(story))

    def _return(self, parts: Partition, group: Sequence[int], taken: Set[str]) -> str | None:
        """The resting story that a new group takes up again, if there is one."""
        profiles = [parts.profiles[place] for place in group]
        days = [profile.day for profile in profiles]
        key_terms = Sketch.of("", [parts.rarity.whole_vector(profile) for profile in profiles], days).key_terms()
        best, story = 0.0, None
        for sketch in self._shelf.resting_on(key_terms, _CANDIDATES):
            now = Sketch.of("", [parts.rarity.vector(profile, also=sketch.terms) for profile in profiles], days)
            if sketch.story not in taken and (likeness := sketch.takes(now, self._config)) > best:
                best, story = likeness, sketch.story
        return story


def _tell(progress: Progress, done: int, everything: int, step: str) -> None:
    progress(step, done, everything)


def _taken(key: str) -> ArticleError:
    return ArticleError(f"Two different texts have the id {key!r}; give one of them another id, or leave the id out.")


def _story(story: str, rows: Sequence[MemberRow]) -> Story:
    dates = sorted(row.published[:10] for row in rows if row.published)
    central = max([row for row in rows if row.title] or rows, key=lambda row: row.membership.fit)
    return Story(
        id=story,
        title=" ".join((central.title or central.opening).split()),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        outlets=tuple(dict.fromkeys(row.outlet for row in rows if row.outlet)),
        members=tuple(row.membership for row in rows),
    )


def group_stories(articles: Iterable[Article], config: Config = DEFAULT, progress: Progress = lambda _step, _done, _all: None) -> list[Story]:
    """Sort articles into stories, one for each event; every article is in exactly one. The order of the articles changes nothing.

    Up to `config.story_window` articles are sorted at once; more are taken in order of publication, as a stream is. Raises ArticleError if two
    different texts have one id.
    """
    with StoryStream(config=config, keep_texts=False) as stream:
        stream.add(articles, progress)
        return stream.stories()
