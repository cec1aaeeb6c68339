"""The command line: what it writes, what it says, and how it fails."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

import variorum
from tests.report.story import WIRE, harbour
from variorum import cli
from variorum.errors import ConfigError
from variorum.records.article import Article
from variorum.records.dossier import Dossier
from variorum.schema import dossier_schema

FLOW = importlib.import_module("variorum.build")  # the module: `variorum.build` is its function
RIVAL = "The council of Port Ostrey approved the tunnel on Tuesday. It will cost 1.6 billion euros, the finance office said.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working folder with two articles in `story`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "courier.txt").write_text(WIRE, "utf-8")
    (tmp_path / "story" / "review.txt").write_text(RIVAL, "utf-8")
    yield tmp_path
    assert list(tmp_path.glob(".*")) == [], "something half-written is left"


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(cli.main, arguments, input=text)


def ready_made(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `build` give this dossier, so that a test need not read anything."""
    monkeypatch.setattr(FLOW, "build", lambda articles, progress: dossier)


def test_a_story_becomes_a_page(folder: Path) -> None:
    result = run("read", "story")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "1.2 billion euros" in (folder / "dossier.html").read_text("utf-8")
    assert "2 articles" in result.stdout
    assert "Written: dossier.html" in result.stdout


def test_every_form_can_be_written_at_once(folder: Path) -> None:
    result = run("read", "story", "-o", "page.html", "--json", "story.json", "--md", "story.md", "--quiet")
    assert (result.exit_code, result.output) == (0, "")
    assert Draft202012Validator(dossier_schema()).is_valid(json.loads((folder / "story.json").read_text("utf-8")))
    assert (folder / "page.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert (folder / "story.md").read_text("utf-8").startswith("# ")


def test_json_on_standard_output_is_nothing_but_json(folder: Path) -> None:
    result = run("read", "story", "--json", "-")
    assert json.loads(result.stdout)["format"] == "variorum.dossier/1"
    assert "2 articles" in result.stderr
    assert not (folder / "dossier.html").exists()


def test_markdown_on_standard_output_beside_a_page(folder: Path) -> None:
    result = run("read", "story", "--md", "-", "-o", "page.html")
    assert result.stdout.startswith("# ")
    assert (folder / "page.html").exists()


def test_an_article_may_come_on_standard_input(folder: Path) -> None:
    result = run("read", "-", "story/review.txt", "--outlet", "Ostrey Courier", "--published", "2031-03-04", "--json", "-", text=WIRE)
    articles = json.loads(result.stdout)["articles"]
    assert {article["outlet"] for article in articles} == {"Ostrey Courier"}
    assert {article["published"] for article in articles} == {"2031-03-04"}


def test_two_runs_write_the_same_bytes(folder: Path) -> None:
    run("read", "story", "-o", "a.html", "--json", "a.json")
    run("read", "story/review.txt", "story/courier.txt", "-o", "b.html", "--json", "b.json")
    assert (folder / "a.html").read_bytes() == (folder / "b.html").read_bytes()
    assert (folder / "a.json").read_bytes() == (folder / "b.json").read_bytes()


def test_a_file_that_cannot_be_read_is_a_warning_while_others_can(folder: Path) -> None:
    result = run("read", "story", "absent.txt")
    assert result.exit_code == 0
    assert result.stderr.startswith("warning: absent.txt: ")
    assert result.stderr.count("\n") == 1


def test_nothing_to_read_is_an_error(folder: Path) -> None:
    result = run("read", "absent.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1] == "error: There is no article to build a dossier from."
    assert not (folder / "dossier.html").exists()


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("absent/page.html", "error: absent/page.html: the folder absent does not exist; create it first.\n"),
        ("story", "error: story: this is a folder; name a file in it.\n"),
    ],
)
def test_a_place_that_cannot_be_written_is_found_before_the_work(folder: Path, target: str, sentence: str) -> None:
    result = run("read", "story", "-o", target)
    assert (result.exit_code, result.stderr) == (2, sentence)


def test_two_outputs_need_two_files(folder: Path) -> None:
    result = run("read", "story", "--json", "-", "--md", "-")
    assert result.exit_code == 2
    assert result.stderr == "error: Two outputs cannot go to the same place; give each its own file.\n"


def test_an_unreadable_date_is_refused_with_an_example(folder: Path) -> None:
    result = run("read", "story", "--published", "4 March")
    assert result.exit_code == 2
    assert "write it like 2025-08-25" in result.stderr


def test_a_write_that_fails_leaves_the_old_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ready_made(harbour(), monkeypatch)
    (folder / "dossier.html").write_text("old", "utf-8")

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = run("read", "story")
    assert (result.exit_code, result.stderr) == (2, "error: dossier.html: cannot be written (No space left on device); choose another file.\n")
    assert (folder / "dossier.html").read_text("utf-8") == "old"


def test_a_link_is_written_through(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ready_made(harbour(), monkeypatch)
    (folder / "real.html").write_text("old", "utf-8")
    (folder / "dossier.html").symlink_to("real.html")
    assert run("read", "story").exit_code == 0
    assert (folder / "dossier.html").is_symlink()
    assert (folder / "real.html").read_text("utf-8") != "old"


@pytest.mark.parametrize(
    ("trouble", "status", "sentence"),
    [
        (ConfigError("A setting is wrong."), 2, "error: A setting is wrong.\n"),
        (KeyboardInterrupt(), 130, "stopped: Interrupted.\n"),
        (ZeroDivisionError("no"), 70, "error: A fault in Variorum, please report it with the articles that caused it (ZeroDivisionError: no).\n"),
    ],
)
def test_every_failure_is_one_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch, trouble: BaseException, status: int, sentence: str) -> None:
    def fail(*_arguments: object, **_options: object) -> Dossier:
        raise trouble

    monkeypatch.setattr(FLOW, "build", fail)
    result = run("read", "story")
    assert (result.exit_code, result.stderr, result.stdout) == (status, sentence, "")
    assert not (folder / "dossier.html").exists()


def test_the_summary_gives_conflicts_first_with_their_reason(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ready_made(harbour(), monkeypatch)
    out = run("read", "story").stdout
    assert "5 articles, 2 independent accounts" in out
    places = [out.index(name) for name in ("≠ Conflict", "⊂ Other scope", "◐ Other status", "↻ Update", "? Cannot compare", "= Agree")]
    assert places == sorted(places)
    assert "both current." in " ".join(out.split())
    assert "does not work out" in out
    assert "\x1b" not in out


def test_what_an_article_says_cannot_steer_the_terminal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = harbour()
    evil = "\x1b]0;gone\x07[red]Red[/red]\x9b2J \u202eback"
    (first, *rest) = dossier.comparisons
    comparison = replace(first, measure=evil, reason=evil)
    article = Article(dossier.articles[0].text, "courier", outlet=evil, title=evil, published="2031-03-04")
    evil_dossier = replace(dossier, title=evil, articles=(article, *dossier.articles[1:]), comparisons=(comparison, *rest))
    ready_made(evil_dossier, monkeypatch)
    out = run("read", "story").stdout
    assert not set(out) & set("\x1b\x07\x9b\u202e")
    assert "[red]Red[/red]" in out


def test_the_schema_is_printed() -> None:
    result = run("schema")
    assert (result.exit_code, json.loads(result.stdout)) == (0, dossier_schema())


def test_the_version_is_printed() -> None:
    assert run("--version").stdout == f"variorum, version {variorum.__version__}\n"


def test_a_terminal_without_the_signs_does_not_stop_the_run(folder: Path) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "variorum.cli", "read", "story"]
    done = subprocess.run(command, capture_output=True, env=environment, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"2 articles" in done.stdout
