"""`variorum group`: articles sorted into stories, those of earlier runs among them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from variorum.cli.console import console, plain_errors, progress
from variorum.cli.files import STDOUT, Output, check_targets, write
from variorum.cli.inputs import load_articles, outlet_option, published_option, quiet_option
from variorum.errors import VariorumError

if TYPE_CHECKING:
    from variorum.records.article import Article
    from variorum.stories import StoryStream


@click.command("group")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--store", metavar="FILE", help="Keep articles and stories in FILE, and add to those that are in it.")
@click.option("--json", "json_file", metavar="FILE", help="Write the stories and the reason for each article as JSON; - is standard output.")
@click.option("--out", "folder", metavar="FOLDER", help="Write each story's articles to a file in FOLDER that `variorum read` can read.")
@click.option("--least", metavar="N", type=click.IntRange(1), default=1, help="Leave out stories of fewer than N articles.")
@click.option("--why", is_flag=True, help="Show why each article is in its story.")
@published_option
@outlet_option
@quiet_option
def command(
    *,
    paths: Sequence[str],
    store: str | None,
    json_file: str | None,
    folder: str | None,
    least: int,
    why: bool,
    published: str | None,
    outlet: str | None,
    quiet: bool,
) -> None:
    """Sort articles into stories, one for each event.

    PATH is a file, a folder, or - for standard input. With --store the articles are added to those of earlier runs; without a PATH the stories
    in the store are shown.
    """
    with plain_errors():
        from variorum.cli.story_files import check_folder, stories_json, write_folder
        from variorum.report.terminal.stories import make_stories_table
        from variorum.stories import StoryStream

        check_targets([json_file] if json_file else [])
        if folder:
            check_folder(Path(folder))
        if not paths and not (store and Path(store).exists()):
            raise VariorumError("There is no article to sort; name a file or folder with articles, or a --store that has some.")
        with StoryStream(store) as stream:
            _sort(stream, load_articles(paths, published, outlet, quiet, "sort into stories") if paths else (), quiet)
            stories = [story for story in stream.stories() if len(story.members) >= least]
            if folder:
                write_folder(stream, stories, Path(folder))
        if json_file:
            write([Output(json_file, stories_json(stories))])
        if not quiet:
            console(error=json_file == STDOUT).print(make_stories_table(stories, why))


def _sort(stream: StoryStream, articles: Sequence[Article], quiet: bool) -> None:
    with progress(quiet) as bar:
        task = bar.add_task("Reading", total=len(articles))
        stream.add(articles, lambda step, done, everything: bar.update(task, description=step, completed=done, total=everything))
