"""`variorum schema`: the format of the dossier, for programs that read it."""

from __future__ import annotations

import json

import click

from variorum.cli.console import plain_errors
from variorum.cli.files import STDOUT, Output, write


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of the dossier."""
    with plain_errors():
        from variorum.schema import dossier_schema

        write([Output(STDOUT, (json.dumps(dossier_schema(), indent=2) + "\n").encode())])
