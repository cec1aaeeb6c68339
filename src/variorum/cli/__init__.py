"""The command line: a module for each command, thin calls on the library.

In come arguments and files, out go files, tables and one sentence for each thing that failed. `inputs` reads what a command is given, `outputs`
writes what it made, `console` is all that it says. Libraries are imported when a command runs, so that help comes at once.
"""

from __future__ import annotations

import click

import variorum
from variorum.cli import figures, group, judge, read, schema

COMMANDS = (read, figures, judge, group, schema)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(variorum.__version__, prog_name="variorum")
def main() -> None:
    """Reads every account of a story and sets side by side what they say, each cell tied to the exact words."""


for module in COMMANDS:
    main.add_command(module.command)
