"""What a command is given: articles, dates, and files of what people know and decided."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from variorum.cli.console import say
from variorum.errors import ArticleError, VariorumError

if TYPE_CHECKING:
    from variorum.records.article import Article


def check_date(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """The date of an option as ISO 8601; a usage error if it is none."""
    from variorum.records.article import iso_date

    try:
        return iso_date(value)
    except ArticleError as error:
        raise click.BadParameter(str(error)) from error


published_option = click.option(
    "--published", metavar="DATE", callback=check_date, help="Publication date (ISO 8601) of articles that do not give one."
)
outlet_option = click.option("--outlet", metavar="NAME", help="Outlet of articles that do not give one.")
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")


def load_articles(paths: Sequence[str], published: str | None, outlet: str | None, quiet: bool, purpose: str) -> tuple[Article, ...]:
    """The articles at all the paths. What cannot be read is a warning as long as something can; VariorumError if nothing can."""
    from variorum.read import load_all

    loaded = load_all(list(paths), published=published, outlet=outlet)
    if not loaded.articles:
        for problem in loaded.problems:
            say("error", str(problem), "bold red")
        raise VariorumError(f"There is no article to {purpose} from.")
    if not quiet:
        for warning in (*(str(problem) for problem in loaded.problems), *loaded.warnings):
            say("warning", warning, "yellow")
    return loaded.articles


def text_of(path: str) -> str:
    """The text of a file of aliases, families or judgements. Raises VariorumError."""
    try:
        return Path(path).read_text("utf-8-sig")
    except OSError as error:
        raise VariorumError(f"{path}: cannot be read ({error.strerror or error}); check the name of the file.") from error
    except ValueError as error:
        raise VariorumError(f"{path}: this is not a text in UTF-8; save it as such.") from error
