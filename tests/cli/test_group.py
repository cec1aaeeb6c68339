"""`variorum group`: a table to look at, JSON with reasons, a file for each story that `variorum read` takes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import variorum
from tests.stories.press import PRESS, reports
from variorum import cli
from variorum.cli.story_files import file_name


@pytest.fixture
def stream(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the invented press in one file, and a wide terminal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")
    write(Path("press.jsonl"), reports())
    return tmp_path


def write(path: Path, articles: list[variorum.Article]) -> None:
    path.write_text("".join(json.dumps(article.to_dict()) + "\n" for article in articles), "utf-8")


def run(*arguments: str, command: str = "group") -> Result:
    return CliRunner().invoke(cli.main, [command, *arguments])


def test_the_table_shows_size_days_headline_and_outlets(stream: Path) -> None:
    result = run("press.jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == "28 articles, 7 stories"
    assert lines[1].split() == ["Articles", "Published", "Story", "Outlets"]
    ferry = next(line for line in lines if "4 March 2031" in line and "erry" in line)
    assert ferry.split()[0] == "4"
    assert "Ostrey Courier" in ferry


def test_json_holds_every_story_with_its_reasons(stream: Path) -> None:
    result = run("press.jsonl", "--json", "-", "-q")
    document = json.loads(result.stdout)
    assert (document["format"], document["articles"], len(document["stories"])) == ("variorum.stories/1", 28, 7)
    assert document["stories"] == [story.to_dict() for story in variorum.group_stories(variorum.load("press.jsonl"))]
    assert all(article["reason"] for story in document["stories"] for article in story["articles"])


def test_why_shows_the_reason_of_each_article(stream: Path) -> None:
    result = run("press.jsonl", "--why")
    assert "Shares with its story names" in result.stdout
    assert "ferry 2" in result.stdout


def test_small_stories_can_be_left_out(stream: Path) -> None:
    write(stream / "odd.jsonl", [variorum.Article(text="Tulips are cheap this spring in Varn.", title="Tulips")])
    assert "29 articles, 8 stories" in run("press.jsonl", "odd.jsonl").stdout
    assert "28 articles, 7 stories" in run("press.jsonl", "odd.jsonl", "--least", "2").stdout


def test_a_store_is_added_to_from_day_to_day(stream: Path) -> None:
    write(stream / "first.jsonl", reports()[:14])
    write(stream / "second.jsonl", reports()[14:])
    assert run("first.jsonl", "--store", "stories.db").exit_code == 0
    assert run("second.jsonl", "first.jsonl", "--store", "stories.db").exit_code == 0
    kept = json.loads(run("--store", "stories.db", "--json", "-").stdout)
    at_once = json.loads(run("press.jsonl", "--json", "-").stdout)
    assert [story["articles"] for story in kept["stories"]] == [story["articles"] for story in at_once["stories"]]


def test_a_file_of_the_folder_makes_a_dossier(stream: Path) -> None:
    assert run("press.jsonl", "--out", "stories", "-q").exit_code == 0
    files = sorted(Path("stories").iterdir())
    assert len(files) == len(PRESS)
    tunnel = next(file for file in files if "tunnel" in file.name)
    assert [article.text for article in variorum.load(tunnel)] == [report["text"] for report in PRESS["tunnel"]["report"]]
    result = run(str(tunnel), "--json", "tunnel.json", "-o", "tunnel.html", "-q", command="read")
    assert result.exit_code == 0
    assert len(json.loads(Path("tunnel.json").read_text("utf-8"))["articles"]) == 4


def test_a_folder_with_something_in_it_is_left_alone(stream: Path) -> None:
    (stream / "stories").mkdir()
    (stream / "stories" / "mine.txt").write_text("keep", "utf-8")
    result = run("press.jsonl", "--out", "stories")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "this folder is not empty; name a new one" in result.stderr
    assert [file.name for file in (stream / "stories").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "There is no article to sort; name a file or folder"),
        (("--store", "none.db"), "There is no article to sort; name a file or folder"),
        (("none.jsonl",), "There is no article to sort into stories from."),
        (("press.jsonl", "--store", "press.jsonl"), "stories cannot be kept in it"),
        (("press.jsonl", "--store", "none/stories.db"), "stories cannot be kept in it"),
        (("press.jsonl", "--out", "press.jsonl"), "this is a file; name a folder"),
        (("press.jsonl", "--out", "none/stories"), "does not exist; create it first"),
        (("press.jsonl", "--json", "none/stories.json"), "does not exist; create it first"),
        (("press.jsonl", "--least", "0"), "Invalid value for '--least'"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(stream: Path, arguments: tuple[str, ...], told: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_file_names_are_plain(stream: Path) -> None:
    title = "  « Élan »: ../../etc\x00/\ud800 🙂" + "x" * 300
    name = file_name(variorum.Story("1f2e", title, None, None, (), ()))
    assert name.startswith("undated_elan-etc-x")
    assert name.endswith("_1f2e.jsonl")
    assert len(name) < 80
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_.")


def test_titles_cannot_steer_the_terminal(stream: Path) -> None:
    write(stream / "odd.jsonl", [variorum.Article(text="Tulips.", title="\x1b[2J[red]Tulips[/red]")])
    shown = run("odd.jsonl").stdout
    assert "\x1b" not in shown
    assert "[red]Tulips[/red]" in shown
