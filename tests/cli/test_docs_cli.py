"""Every command and option is documented in docs/cli.md, and nothing is documented that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from variorum.cli import main

PAGE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text("utf-8")


def commands(group: click.Group, name: str = "variorum") -> Iterator[tuple[str, click.Command]]:
    for key, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {key}")
        else:
            yield f"{name} {key}", command


def section(name: str) -> str:
    found = re.search(rf"^## `{re.escape(name)}[^`]*`\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"docs/cli.md has no section on {name}"
    return found.group(1)


def options(command: click.Command) -> set[str]:
    with click.Context(command, help_option_names=["-h", "--help"]) as context:
        return {name for parameter in command.get_params(context) if isinstance(parameter, click.Option) for name in parameter.opts}


def test_every_command_and_option_is_documented() -> None:
    for name, command in commands(main):
        missing = {option for option in options(command) - {"-h", "--help"} if f"`{option}" not in section(name)}
        assert missing == set(), f"docs/cli.md does not tell about {missing} of {name}"


def test_no_option_is_documented_that_does_not_exist() -> None:
    known = {option for _, command in commands(main) for option in options(command)} | {"--version"}
    assert set(re.findall(r"`(-{1,2}[a-z][a-z-]*)", PAGE)) - known == set()


def test_every_command_says_in_its_help_what_it_does() -> None:
    assert [name for name, command in commands(main) if not command.help] == []
