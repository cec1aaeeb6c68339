"""`variorum figures`: a table to look at, JSON lines to work with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import variorum
from variorum import cli

LEASE = "The port pays at least 650 million euros a year. Tolls fell from 18 percent to 15 percent.\n"
REPAIRS = "Dozens of boats left. Repairs may cost $5-10 billion.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two articles, and a wide terminal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")
    (tmp_path / "lease.txt").write_text(LEASE, "utf-8")
    (tmp_path / "repairs.txt").write_text(REPAIRS, "utf-8")
    return tmp_path


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(cli.main, ["figures", *arguments], input=text)


def rows(result: Result) -> list[list[str]]:
    """The cells of the table's rows, headings first."""
    lines = [line for line in result.stdout.splitlines() if "─" not in line]
    return [[cell for cell in line.split("  ") if cell.strip()] for line in lines]


def test_one_article_is_a_table_of_its_figures(folder: Path) -> None:
    result = run("lease.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    headings, lease, toll = [[cell.strip() for cell in row] for row in rows(result)]
    assert headings == ["Figure", "Value", "Unit", "Bound", "Per", "Status", "Measure"]
    assert lease[:6] == ["at least 650 million euros a year", "650 million", "EUR", ">=", "year", "actual"]
    assert toll[:5] == ["from 18 percent to 15 percent", "from 18 to 15", "%", "=", "actual"]


def test_several_articles_are_told_apart(folder: Path) -> None:
    result = run("lease.txt", "repairs.txt")
    assert rows(result)[0][0].strip() == "Article"
    assert [line.split("  ")[0] for line in result.stdout.splitlines()[2:]] == ["Article 1", "Article 1", "Article 2", "Article 2"]
    assert "5–10 billion" in result.stdout
    assert "no exact number" in result.stdout


def test_lines_of_json_are_the_figures_of_the_library(folder: Path) -> None:
    result = run("lease.txt", "repairs.txt", "--jsonl")
    articles = [article for name in ("lease.txt", "repairs.txt") for article in variorum.load(name)]
    wanted = [figure.to_dict() for article in articles for figure in variorum.figures(article.text)]
    assert [json.loads(line) for line in result.stdout.splitlines()] == wanted
    assert len(wanted) == 4


def test_an_article_may_come_on_standard_input(folder: Path) -> None:
    result = run("-", "--jsonl", "--published", "2031-03-04", text="Rents rose 4 percent last year.\n")
    assert json.loads(result.stdout)["as_of"] == "2030"


def test_no_figure_is_said_so(folder: Path) -> None:
    assert run("-", text="Nothing is known.\n").stdout == "No figure is stated.\n"
    assert run("-", "--jsonl", text="Nothing is known.\n").stdout == ""


def test_a_file_that_cannot_be_read_is_a_warning_while_others_can(folder: Path) -> None:
    result = run("lease.txt", "absent.txt")
    assert result.exit_code == 0
    assert result.stderr.startswith("warning: absent.txt: ")
    assert run("lease.txt", "absent.txt", "--quiet").stderr == ""


def test_nothing_to_read_is_an_error(folder: Path) -> None:
    result = run("absent.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1] == "error: There is no article to take figures from."


def test_what_an_article_says_cannot_steer_the_terminal(folder: Path) -> None:
    result = run("-", text="The [bold]red[/bold]\x1b[31m fleet lost 9\u202e boats.\n")
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout


def test_an_odd_half_of_a_character_is_printed_as_its_escape(folder: Path) -> None:
    (folder / "odd.json").write_text('{"text": "The \\ud800 fleet of Oldport lost 9 boats \\ud800 in all."}', "utf-8")
    result = run("odd.json", "--jsonl")
    assert result.exit_code == 0
    assert [json.loads(line)["low"] for line in result.stdout.splitlines()] == [9]
