"""`variorum judge`: a person decides, and a file keeps every decision."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from variorum.cli.console import console, plain_errors
from variorum.cli.inputs import check_date, text_of
from variorum.errors import VariorumError
from variorum.records.judgement import KINDS, Judgement, parse_judgements, undoing_line


@click.command("judge")
@click.argument("file", metavar="FILE")
@click.argument("what", type=click.Choice([*KINDS, "undo", "list"]), metavar="WHAT")
@click.argument("on", nargs=-1, metavar="[ON]...")
@click.option("--by", metavar="NAME", help="Who decides.")
@click.option("--note", metavar="TEXT", help="Why, in your words.")
@click.option("--when", metavar="TIME", callback=check_date, help="When it was decided (ISO 8601). [default: now]")
def command(*, file: str, what: str, on: tuple[str, ...], by: str | None, note: str | None, when: str | None) -> None:
    """Decide that two names or figures are the same or different, or that one is wrong; FILE keeps every decision.

    WHAT is same or different (ON two names, or two figures as figure:SHA256:START-END), wrong or note (ON one), undo (ON the id of a
    decision), or list. Nothing is ever deleted from FILE: to undo adds a line too.
    """
    with plain_errors():
        from variorum.report.terminal.judgements import make_judgements_table

        before = parse_judgements(text_of(file) if Path(file).exists() else "", file)
        when = when or dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        if what == "list":
            console().print(make_judgements_table(before))
        elif what == "undo":
            if len(on) != 1 or on[0] not in {judgement.id for judgement in before if judgement.undone is None}:
                raise VariorumError(f"{file}: it holds no decision in force with the id {' '.join(on)!r}; `variorum judge {file} list` shows them.")
            _append(file, undoing_line(on[0], by, when))
        else:
            judgement = Judgement(what, on, by, when, note)
            _append(file, judgement.line())
            console().print(judgement.id)


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
