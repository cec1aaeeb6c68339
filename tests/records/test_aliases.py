"""The user's alias file: what it may hold, and one clear sentence for what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from variorum import cli
from variorum.cli import console
from variorum.errors import AliasError
from variorum.records.aliases import Alias, parse_aliases

FILE = """
[[actor]]
name = "Ana Ruiz"
kind = "person"
aliases = ["the mayor", "A.  Ruiz"]

[[actor]]
name = "Oldport"
speaks_for = "Kestria"
"""


def test_a_file_reads_as_it_is_written() -> None:
    assert parse_aliases(FILE) == (Alias("Ana Ruiz", "person", ("the mayor", "A. Ruiz")), Alias("Oldport", speaks_for="Kestria"))
    assert parse_aliases("") == ()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('[actor]\nname = "A"', "my.toml: 'actor' is not a table [[actor]]; write each actor as [[actor]] with a name."),
        ('[[person]]\nname = "A"', "my.toml: 'person' is not a table [[actor]]; write each actor as [[actor]] with a name."),
        ('[[actor]]\nkind = "person"', 'my.toml, actor 1: it has no name; add a line like name = "Jan Novak".'),
        ('[[actor]]\nname = " "', "my.toml, actor 1: 'name' must be text that is not empty."),
        ('[[actor]]\nname = "A"\nalias = ["B"]', "my.toml, actor 1: 'alias' is not known; use name, kind, aliases and speaks_for."),
        ('[[actor]]\nname = "A"\nkind = "city"', "my.toml, actor 1: 'city' is no kind of actor; use one of person, organisation, place, group."),
        ('[[actor]]\nname = "A"\naliases = "B"', 'my.toml, actor 1: aliases must be a list of names, like ["Novak", "the mayor"].'),
        ('[[actor]]\nname = "A"\n[[actor]]\nname = "A"', "my.toml: 'A' has two tables; put its aliases into one."),
        (
            '[[actor]]\nname = "A"\naliases = ["C"]\n[[actor]]\nname = "B"\naliases = ["C"]',
            "my.toml: 'C' is given to both 'A' and 'B'; leave it in one place.",
        ),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(AliasError) as caught:
        parse_aliases(text, "my.toml")
    assert str(caught.value) == sentence


def test_text_that_is_no_toml_is_refused_with_its_place() -> None:
    with pytest.raises(AliasError, match=r"my.toml: not TOML \(.*line 1.*\); write each actor"):
        parse_aliases("actor = = 1", "my.toml")


@pytest.mark.parametrize(("content", "words"), [(None, "cannot be read"), (b"\xff\xfe", "not a text in UTF-8"), (b"[[actor]]", "has no name")])
def test_the_command_line_refuses_a_bad_file_before_it_reads_articles(tmp_path: Path, content: bytes | None, words: str) -> None:
    file, story = tmp_path / "my.toml", tmp_path / "a.txt"
    story.write_text("Ana Ruiz spoke in Oldport.", "utf-8")
    if content is not None:
        file.write_bytes(content)
    result = CliRunner().invoke(cli.main, ["read", str(story), "--actors", str(file), "-o", str(tmp_path / "page.html")])
    assert result.exit_code == console.FAILED
    assert words in result.stderr
    assert not (tmp_path / "page.html").exists()
