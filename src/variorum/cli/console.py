"""What a command says: lines on standard error, progress, and one sentence for whatever fails."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from variorum.errors import VariorumError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, ProgressColumn

FAILED = 2
"""Exit status where nothing could be built or written."""
BROKEN = 70
"""Exit status of a fault in Variorum itself (EX_SOFTWARE)."""
INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells give it (128 + SIGINT)."""


def console(error: bool = False) -> Console:
    """Standard output, or standard error, as Rich writes to it. Texts are taken as they are, markup in them is not obeyed."""
    from rich.console import Console

    return Console(stderr=error, highlight=False, markup=False, emoji=False, soft_wrap=error)


def say(kind: str, sentence: str, style: str) -> None:
    """One line on standard error."""
    from rich.text import Text

    from variorum.report.hostile_text import one_line

    console(error=True).print(Text(f"{kind}: ", style=style).append(Text(one_line(sentence), style="not bold default")))


def progress(quiet: bool, *more: ProgressColumn) -> Progress:
    """A bar on standard error that is gone when the work is done; nothing where nobody watches. `more` are columns behind the count."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    out = console(error=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), *more)
    return Progress(*columns, console=out, transient=True, disable=quiet or not out.is_terminal)


@contextlib.contextmanager
def plain_errors() -> Iterator[None]:
    """Turn every failure into one sentence on standard error and an exit status; no traceback reaches the user."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that lacks a character shows its code, and does not stop the run
            stream.reconfigure(errors="backslashreplace")
    try:
        yield
    except (click.ClickException, click.exceptions.Exit, BrokenPipeError):
        raise
    except KeyboardInterrupt:
        say("stopped", "Interrupted.", "yellow")
        sys.exit(INTERRUPTED)
    except VariorumError as error:
        say("error", str(error), "bold red")
        sys.exit(FAILED)
    except Exception as error:  # the last line of defence: a fault of ours is told as one
        say("error", f"A fault in Variorum, please report it with the articles that caused it ({type(error).__name__}: {error}).", "bold red")
        sys.exit(BROKEN)
