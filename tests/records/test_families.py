"""Families: outlets that a user knows to be one publisher, from a TOML file."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import variorum
from variorum import cli
from variorum.cli import console
from variorum.errors import FamilyError

FAMILIES = '[outlets]\n"The Lindvik Post" = "Coast Trust"\n"www.stenness.example" = "Coast  Trust"\n'

POST = (
    "A ferry with 140 passengers on board ran aground outside the harbour of Lindvik early on Thursday. The coast guard said that the vessel had "
    "left the marked channel in thick fog. Fishing boats from the village took off the children first, and everybody was ashore by noon."
)
GAZETTE = (
    "Passengers slept through the moment when their night boat hit the rock. For six hours the 140 passengers waited in life jackets while tea was "
    "handed round. Nobody panicked, several of them told this newspaper on the quay, because the crew kept talking to them."
)


def test_outlets_are_known_however_they_are_written() -> None:
    assert variorum.parse_families(FAMILIES) == {"lindvik post": "Coast Trust", "stenness.example": "Coast Trust"}


def test_an_empty_file_knows_no_family() -> None:
    assert variorum.parse_families("") == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[outlets", "not TOML"),
        ("[families]\na = 'b'", "'families' is not the table [outlets]"),
        ("outlets = 3", "'outlets' is not the table [outlets]"),
        ("[outlets]\nlindvik.example = 'Coast Trust'", "quote outlets with a dot"),
        ("[outlets]\npost = ' '", "must be text that is not empty"),
        ("[outlets]\n'The Post' = 'Coast Trust'\npost = 'Hill Trust'", "is given to both"),
    ],
)
def test_a_bad_file_is_told_in_one_sentence(text: str, told: str) -> None:
    with pytest.raises(FamilyError, match=r"^my\.toml: ") as raised:
        variorum.parse_families(text, "my.toml")
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


def articles() -> list[variorum.Article]:
    return [variorum.Article(POST, id="1", outlet="Lindvik Post"), variorum.Article(GAZETTE, id="2", outlet="stenness.example")]


def test_accounts_of_one_family_count_as_one_source() -> None:
    """They stay two accounts, each with its words; the reason and the number say that they are one publisher."""
    apart = variorum.build(articles())
    joined = variorum.build(articles(), families=variorum.parse_families(FAMILIES))
    assert len(apart.accounts) == len(joined.accounts) == 2
    assert {account.publisher for account in joined.accounts} == {"Coast Trust"}
    assert all("Coast Trust is the publisher of" in account.reason for account in joined.accounts)
    assert [row.accounts for row in apart.comparisons] == [2]
    assert [row.accounts for row in joined.comparisons] == [1]
    assert "one publisher" in joined.comparisons[0].reason


def test_the_command_line_takes_the_file(tmp_path: Path) -> None:
    (tmp_path / "story.jsonl").write_text(
        f'{{"text": "{POST}", "outlet": "Lindvik Post"}}\n{{"text": "{GAZETTE}", "outlet": "stenness.example"}}\n', "utf-8"
    )
    (tmp_path / "families.toml").write_text(FAMILIES, "utf-8")
    arguments = ["read", str(tmp_path / "story.jsonl"), "--families", str(tmp_path / "families.toml"), "--json", "-", "-q"]
    result = CliRunner().invoke(cli.main, arguments)
    assert result.exit_code == 0
    assert '"publisher": "Coast Trust"' in result.stdout


def test_a_bad_file_stops_the_command(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text(POST, "utf-8")
    (tmp_path / "families.toml").write_text("[outlets", "utf-8")
    result = CliRunner().invoke(cli.main, ["read", str(tmp_path / "post.txt"), "--families", str(tmp_path / "families.toml"), "--json", "-"])
    assert result.exit_code == console.FAILED
    assert "families.toml: not TOML" in result.stderr
