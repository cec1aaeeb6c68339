"""`variorum figures`: the figures of articles and nothing else."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from variorum.cli.console import console, plain_errors
from variorum.cli.files import STDOUT, Output, escaped, write
from variorum.cli.inputs import load_articles, published_option


@click.command("figures")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option("--jsonl", is_flag=True, help="Print one JSON object for each figure instead of a table.")
@published_option
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but figures and errors.")
def command(*, paths: Sequence[str], jsonl: bool, published: str | None, quiet: bool) -> None:
    """List the figures that articles state: value, unit, bound, period, status and what is measured.

    FILE is a file, a folder, or - for standard input. Who says a figure is not looked for; `read` does that.
    """
    with plain_errors():
        from variorum.figures_only import article_figures
        from variorum.report.terminal.figures import make_figures_table

        found = [(article, article_figures(article)) for article in load_articles(paths, published, None, quiet, "take figures")]
        if jsonl:
            lines = [json.dumps(figure.to_dict(), ensure_ascii=False) + "\n" for _, listed in found for figure in listed]
            write([Output(STDOUT, escaped("".join(lines)))])
        else:
            console().print(make_figures_table(found))
