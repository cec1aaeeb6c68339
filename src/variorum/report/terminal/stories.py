"""Stories as a table for a terminal, the largest first, and why each article is in its story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from variorum.records.story import Story
from variorum.report.hostile_text import one_line
from variorum.report.in_words import counted, date_words
from variorum.report.terminal.tables import plain_table

ROWS = 40
"""Stories shown: what can be looked over. The JSON holds all."""

_OUTLETS = 4  # outlets named in a row


def make_stories_table(stories: Sequence[Story], why: bool = False) -> RenderableType:
    """A row for each of the largest stories; with `why`, below it each article's reason. Text of articles goes in as plain text."""
    shown = sorted(stories, key=lambda story: -len(story.members))[:ROWS]
    articles = sum(len(story.members) for story in stories)
    head = Text(f"{counted(articles, 'article')}, {counted(len(stories), 'story', 'stories')}", style="bold")
    if not shown:
        return head
    parts = [*_explained(shown)] if why else [_table(shown)]
    return Group(head, *parts, *_rest(stories, shown))


def _table(stories: Sequence[Story]) -> Table:
    table = plain_table()
    table.add_column("Articles", justify="right", no_wrap=True)
    table.add_column("Published", no_wrap=True)
    table.add_column("Story", ratio=3, overflow="fold")
    table.add_column("Outlets", ratio=2, overflow="fold")
    for story in stories:
        table.add_row(str(len(story.members)), Text(_published(story)), Text(one_line(story.title)), Text(_outlets(story)))
    return table


def _explained(stories: Sequence[Story]) -> Iterator[Text]:
    for story in stories:
        told = " · ".join(part for part in (counted(len(story.members), "article"), _published(story), f"story {story.id}") if part)
        yield Text(f"\n{one_line(story.title)}", style="bold").append(f"\n{told}", style="not bold dim")
        for member in story.members:
            yield Text(f"  {one_line(member.article)}  ").append(one_line(member.reason), style="dim")


def _rest(stories: Sequence[Story], shown: Sequence[Story]) -> Iterator[Text]:
    rest = len(stories) - len(shown)
    if rest:
        alone = sum(len(story.members) == 1 for story in stories) - sum(len(story.members) == 1 for story in shown)
        yield Text(f"… and {counted(rest, 'more story', 'more stories')}, {alone} of a single article. --json FILE lists them all.")


def _published(story: Story) -> str:
    """`4–5 March 2031`, or nothing where no article is dated."""
    if story.first is None:
        return ""
    return one_line(date_words(story.first if story.first == story.last else f"{story.first}/{story.last}"))


def _outlets(story: Story) -> str:
    more = len(story.outlets) - _OUTLETS
    names = [one_line(outlet) for outlet in story.outlets[:_OUTLETS]]
    return ", ".join([*names, f"{more} more"] if more > 0 else names)
