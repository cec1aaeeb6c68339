"""`variorum read`: the articles of one story become a dossier, as a page, as JSON and as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypedDict

import click

from variorum.cli.console import console, plain_errors, progress
from variorum.cli.files import STDOUT, Output, check_targets, escaped, write
from variorum.cli.inputs import load_articles, outlet_option, published_option, quiet_option, text_of

if TYPE_CHECKING:
    from variorum.records.aliases import Alias
    from variorum.records.article import Article
    from variorum.records.dossier import Dossier
    from variorum.records.families import Families
    from variorum.records.judgement import Judgement


class Decided(TypedDict, total=False):
    """What people know and decided, as `build` takes it."""

    aliases: tuple[Alias, ...]
    judgements: tuple[Judgement, ...]
    families: Families


@click.command("read")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", metavar="FILE", help="Where to write the page. [default: dossier.html]")
@click.option("--json", "json_file", metavar="FILE", help="Write the dossier as JSON too; - is standard output.")
@click.option("--md", "md_file", metavar="FILE", help="Write the dossier as Markdown too; - is standard output.")
@published_option
@outlet_option
@click.option("--actors", metavar="FILE", help="Names that you know to mean one actor (TOML).")
@click.option("--families", metavar="FILE", help="Outlets that you know to be one publisher (TOML).")
@click.option("--judgements", metavar="FILE", help="Decisions made with `variorum judge` (JSON Lines).")
@quiet_option
def command(
    *,
    paths: Sequence[str],
    output: str | None,
    json_file: str | None,
    md_file: str | None,
    published: str | None,
    outlet: str | None,
    actors: str | None,
    families: str | None,
    judgements: str | None,
    quiet: bool,
) -> None:
    """Read the articles of one story and write their dossier as a page.

    PATH is a file, a folder, or - for standard input. The page is one file that needs no network. It is dossier.html unless -o names
    another; when --json or --md goes to standard output, it is written only if -o asks for it.
    """
    with plain_errors():
        piped = STDOUT in (json_file, md_file)
        page_file = output or (None if piped else "dossier.html")
        targets = [target for target in (page_file, json_file, md_file) if target]
        check_targets(targets)
        decided = _decided(actors, judgements, families)
        dossier = _build(load_articles(paths, published, outlet, quiet, "build a dossier"), decided, quiet)
        write(_outputs(dossier, page_file, json_file, md_file))
        if not quiet:
            _summarise(dossier, targets)


def _decided(actors: str | None, judgements: str | None, families: str | None) -> Decided:
    """What people know and decided, read before any article is: a fault in these files stops the run."""
    from variorum.records.aliases import parse_aliases
    from variorum.records.families import parse_families
    from variorum.records.judgement import parse_judgements

    decided = Decided()
    if actors:
        decided["aliases"] = parse_aliases(text_of(actors), actors)
    if judgements:
        decided["judgements"] = parse_judgements(text_of(judgements), judgements)
    if families:
        decided["families"] = parse_families(text_of(families), families)
    return decided


def _build(articles: tuple[Article, ...], decided: Decided, quiet: bool) -> Dossier:
    from rich.progress import TextColumn

    from variorum.build import build
    from variorum.report.hostile_text import one_line

    with progress(quiet, TextColumn("{task.fields[label]}", markup=False)) as bar:
        task = bar.add_task("Reading", total=len(articles), label="")

        def step(article: Article) -> None:
            bar.update(task, advance=1, label=one_line(article.outlet or article.title or "")[:50])

        return build(articles, progress=step, **decided)


def _outputs(dossier: Dossier, page_file: str | None, json_file: str | None, md_file: str | None) -> list[Output]:
    """Everything that is asked for, made before anything is written."""
    from variorum.report import render_markdown, render_page

    out = []
    if page_file:
        out.append(Output(page_file, render_page(dossier).encode()))
    if json_file:
        out.append(Output(json_file, escaped(dossier.to_json())))
    if md_file:
        out.append(Output(md_file, render_markdown(dossier).encode()))
    return out


def _summarise(dossier: Dossier, targets: list[str]) -> None:
    """The summary on standard output, or on standard error where standard output carries a document."""
    from rich.text import Text

    from variorum.report.hostile_text import one_line
    from variorum.report.terminal.summary import make_summary

    out = console(error=STDOUT in targets)
    out.print(make_summary(dossier))
    for target in targets:
        if target != STDOUT:
            out.print(Text("Written: ").append(one_line(str(target)), style="bold"))
