"""The command line. Thin: it reads arguments, calls the library, writes files and says what happened."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.text import Text

import variorum
from variorum.aliases import Alias, parse_aliases
from variorum.article import Article, iso_date
from variorum.build import build
from variorum.config import DEFAULT
from variorum.dossier import Dossier
from variorum.errors import ArticleError, VariorumError
from variorum.families import Families, parse_families
from variorum.group_command import check_folder, stories_json, write_folder
from variorum.judgement import KINDS, Judgement, parse_judgements, undoing_line
from variorum.quantify import article_figures
from variorum.read import load_all
from variorum.report import render_markdown, render_page
from variorum.report.figures_table import make_figures_table
from variorum.report.judgements_table import make_judgements_table
from variorum.report.output import write_whole
from variorum.report.safety import one_line
from variorum.report.stories_table import make_stories_table
from variorum.report.terminal import make_summary
from variorum.schema import dossier_schema
from variorum.stories import StoryStream

FAILED = 2
"""Exit status where nothing could be built or written."""
BROKEN = 70
"""Exit status of a fault in Variorum itself (EX_SOFTWARE)."""
INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells give it (128 + SIGINT)."""
STDOUT = "-"


@dataclass(frozen=True, slots=True)
class Output:
    """Something to write: where to (`-` is standard output) and the bytes."""

    target: str
    content: bytes


class Decided(TypedDict, total=False):
    """What people know and decided, as `build` takes it."""

    aliases: tuple[Alias, ...]
    judgements: tuple[Judgement, ...]
    families: Families


def _console(error: bool = False) -> Console:
    return Console(stderr=error, highlight=False, markup=False, emoji=False, soft_wrap=error)


def _say(kind: str, sentence: str, style: str) -> None:
    """One line on standard error."""
    _console(error=True).print(Text(f"{kind}: ", style=style).append(Text(one_line(sentence), style="not bold default")))


@contextlib.contextmanager
def _plain_errors() -> Iterator[None]:
    """Turn every failure into one sentence on standard error and an exit status; no traceback reaches the user."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that lacks a character shows its code, and does not stop the run
            stream.reconfigure(errors="backslashreplace")
    try:
        yield
    except (click.ClickException, click.exceptions.Exit, BrokenPipeError):
        raise
    except KeyboardInterrupt:
        _say("stopped", "Interrupted.", "yellow")
        sys.exit(INTERRUPTED)
    except VariorumError as error:
        _say("error", str(error), "bold red")
        sys.exit(FAILED)
    except Exception as error:  # the last line of defence: a fault of ours is told as one
        _say("error", f"A fault in Variorum, please report it with the articles that caused it ({type(error).__name__}: {error}).", "bold red")
        sys.exit(BROKEN)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(variorum.__version__, prog_name="variorum")
def main() -> None:
    """Reads every account of a story and sets side by side what they say, each cell tied to the exact words."""


def _check_date(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    try:
        return iso_date(value)
    except ArticleError as error:
        raise click.BadParameter(str(error)) from error


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", metavar="FILE", help="Where to write the page. [default: dossier.html]")
@click.option("--json", "json_file", metavar="FILE", help="Write the dossier as JSON too; - is standard output.")
@click.option("--md", "md_file", metavar="FILE", help="Write the dossier as Markdown too; - is standard output.")
@click.option("--published", metavar="DATE", callback=_check_date, help="Publication date (ISO 8601) of articles that do not give one.")
@click.option("--outlet", metavar="NAME", help="Outlet of articles that do not give one.")
@click.option("--actors", metavar="FILE", help="Names that you know to mean one actor (TOML).")
@click.option("--families", metavar="FILE", help="Outlets that you know to be one publisher (TOML).")
@click.option("--judgements", metavar="FILE", help="Decisions made with `variorum judge` (JSON Lines).")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def read(
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
    with _plain_errors():
        piped = STDOUT in (json_file, md_file)
        page_file = output or (None if piped else "dossier.html")
        targets = [target for target in (page_file, json_file, md_file) if target]
        _check_targets(targets)
        decided = _decided(actors, judgements, families)
        dossier = _build(_load(paths, published, outlet, quiet, "build a dossier"), decided, quiet)
        _write(_outputs(dossier, page_file, json_file, md_file))
        if not quiet:
            _summarise(dossier, targets)


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option("--jsonl", is_flag=True, help="Print one JSON object for each figure instead of a table.")
@click.option("--published", metavar="DATE", callback=_check_date, help="Publication date (ISO 8601) of articles that do not give one.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but figures and errors.")
def figures(*, paths: Sequence[str], jsonl: bool, published: str | None, quiet: bool) -> None:
    """List the figures that articles state: value, unit, bound, period, status and what is measured.

    FILE is a file, a folder, or - for standard input. Who says a figure is not looked for; `read` does that.
    """
    with _plain_errors():
        found = [(article, article_figures(article)) for article in _load(paths, published, None, quiet, "take figures")]
        if jsonl:
            lines = [json.dumps(figure.to_dict(), ensure_ascii=False) + "\n" for _, listed in found for figure in listed]
            _write([Output(STDOUT, "".join(lines).encode("utf-8", "backslashreplace"))])  # lone surrogates, as in _outputs
        else:
            _console().print(make_figures_table(found))


@main.command()
@click.argument("file", metavar="FILE")
@click.argument("what", type=click.Choice([*KINDS, "undo", "list"]), metavar="WHAT")
@click.argument("on", nargs=-1, metavar="[ON]...")
@click.option("--by", metavar="NAME", help="Who decides.")
@click.option("--note", metavar="TEXT", help="Why, in your words.")
@click.option("--when", metavar="TIME", callback=_check_date, help="When it was decided (ISO 8601). [default: now]")
def judge(*, file: str, what: str, on: tuple[str, ...], by: str | None, note: str | None, when: str | None) -> None:
    """Decide that two names or figures are the same or different, or that one is wrong; FILE keeps every decision.

    WHAT is same or different (ON two names, or two figures as figure:SHA256:START-END), wrong or note (ON one), undo (ON the id of a
    decision), or list. Nothing is ever deleted from FILE: to undo adds a line too.
    """
    with _plain_errors():
        before = parse_judgements(_text_of(file) if Path(file).exists() else "", file)
        when = when or dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        if what == "list":
            _console().print(make_judgements_table(before))
        elif what == "undo":
            if len(on) != 1 or on[0] not in {judgement.id for judgement in before if judgement.undone is None}:
                raise VariorumError(f"{file}: it holds no decision in force with the id {' '.join(on)!r}; `variorum judge {file} list` shows them.")
            _append(file, undoing_line(on[0], by, when))
        else:
            judgement = Judgement(what, on, by, when, note)
            _append(file, judgement.line())
            _console().print(Text(judgement.id))


def _append(file: str, line: str) -> None:
    """Add one record to a file of judgements, on a line of its own whatever stands at the end of the file."""
    path = Path(file)
    try:
        with path.open("a+b") as stream:
            if stream.tell() and path.read_bytes()[-1:] != b"\n":
                line = "\n" + line
            stream.write(line.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise VariorumError(f"{file}: cannot be written ({error.strerror or error}); choose another file.") from error


@main.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--store", metavar="FILE", help="Keep articles and stories in FILE, and add to those that are in it.")
@click.option("--json", "json_file", metavar="FILE", help="Write the stories and the reason for each article as JSON; - is standard output.")
@click.option("--out", "folder", metavar="FOLDER", help="Write each story's articles to a file in FOLDER that `variorum read` can read.")
@click.option("--least", metavar="N", type=click.IntRange(1), default=1, help="Leave out stories of fewer than N articles.")
@click.option("--why", is_flag=True, help="Show why each article is in its story.")
@click.option("--published", metavar="DATE", callback=_check_date, help="Publication date (ISO 8601) of articles that do not give one.")
@click.option("--outlet", metavar="NAME", help="Outlet of articles that do not give one.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def group(
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
    with _plain_errors():
        _check_targets([json_file] if json_file else [])
        if folder:
            check_folder(Path(folder))
        if not paths and not (store and Path(store).exists()):
            raise VariorumError("There is no article to sort; name a file or folder with articles, or a --store that has some.")
        with StoryStream(store) as stream:
            _sort(stream, _load(paths, published, outlet, quiet, "sort into stories") if paths else (), quiet)
            stories = [story for story in stream.stories() if len(story.members) >= least]
            if folder:
                write_folder(stream, stories, Path(folder))
        if json_file:
            _write([Output(json_file, stories_json(stories))])
        if not quiet:
            _console(error=json_file == STDOUT).print(make_stories_table(stories, why))


@main.command()
def schema() -> None:
    """Print the JSON Schema of the dossier."""
    with _plain_errors():
        _write([Output(STDOUT, (json.dumps(dossier_schema(), indent=2) + "\n").encode())])


def _check_targets(targets: list[str]) -> None:
    """Find out before the work, not after it, that a file cannot be written."""
    if len(targets) != len(set(targets)):
        raise VariorumError("Two outputs cannot go to the same place; give each its own file.")
    for target in targets:
        path = Path(target)
        if target != STDOUT and path.is_dir():
            raise VariorumError(f"{target}: this is a folder; name a file in it.")
        if target != STDOUT and not path.absolute().parent.is_dir():
            raise VariorumError(f"{target}: the folder {path.parent} does not exist; create it first.")


def _load(paths: Sequence[str], published: str | None, outlet: str | None, quiet: bool, purpose: str) -> tuple[Article, ...]:
    """The articles at all the paths. What cannot be read is a warning as long as something can."""
    loaded = load_all(list(paths), published=published, outlet=outlet)
    if not loaded.articles:
        for problem in loaded.problems:
            _say("error", str(problem), "bold red")
        raise VariorumError(f"There is no article to {purpose} from.")
    if not quiet:
        for warning in (*(str(problem) for problem in loaded.problems), *loaded.warnings):
            _say("warning", warning, "yellow")
    return loaded.articles


def _text_of(path: str) -> str:
    """The text of a file of aliases or judgements."""
    try:
        return Path(path).read_text("utf-8-sig")
    except OSError as error:
        raise VariorumError(f"{path}: cannot be read ({error.strerror or error}); check the name of the file.") from error
    except ValueError as error:
        raise VariorumError(f"{path}: this is not a text in UTF-8; save it as such.") from error


def _decided(actors: str | None, judgements: str | None, families: str | None) -> Decided:
    """What people know and decided, read before any article is: a fault in these files stops the run."""
    decided = Decided()
    if actors:
        decided["aliases"] = parse_aliases(_text_of(actors), actors)
    if judgements:
        decided["judgements"] = parse_judgements(_text_of(judgements), judgements)
    if families:
        decided["families"] = parse_families(_text_of(families), families)
    return decided


def _sort(stream: StoryStream, articles: Sequence[Article], quiet: bool) -> None:
    console = _console(error=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal) as progress:
        task = progress.add_task("Reading", total=len(articles))
        stream.add(articles, lambda step, done, everything: progress.update(task, description=step, completed=done, total=everything))


def _build(articles: tuple[Article, ...], decided: Decided, quiet: bool) -> Dossier:
    console = _console(error=True)
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[label]}", markup=False))
    with Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal) as progress:
        task = progress.add_task("read", total=len(articles), label="")

        def step(article: Article) -> None:
            progress.update(task, advance=1, label=one_line(article.outlet or article.title or "")[:50])

        return build(articles, DEFAULT, progress=step, **decided)


def _outputs(dossier: Dossier, page_file: str | None, json_file: str | None, md_file: str | None) -> list[Output]:
    """Everything that is asked for, made before anything is written."""
    out = []
    if page_file:
        out.append(Output(page_file, render_page(dossier).encode()))
    if json_file:
        out.append(Output(json_file, dossier.to_json().encode("utf-8", "backslashreplace")))  # a lone surrogate: \ud800 is its JSON escape
    if md_file:
        out.append(Output(md_file, render_markdown(dossier).encode()))
    return out


def _write(outputs: list[Output]) -> None:
    for output in outputs:
        if output.target == STDOUT:
            sys.stdout.buffer.write(output.content)
            sys.stdout.buffer.flush()
            continue
        try:
            write_whole(Path(output.target), output.content)
        except OSError as error:
            raise VariorumError(f"{output.target}: cannot be written ({error.strerror or error}); choose another file.") from error


def _summarise(dossier: Dossier, targets: list[str]) -> None:
    """The summary on standard output, or on standard error where standard output carries a document."""
    console = _console(error=STDOUT in targets)
    console.print(make_summary(dossier))
    for target in targets:
        if target != STDOUT:
            console.print(Text("Written: ").append(one_line(str(target)), style="bold"))


if __name__ == "__main__":
    main()
