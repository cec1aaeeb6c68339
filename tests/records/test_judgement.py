"""Judgements: append-only records that can be undone, refused with one sentence where they cannot be meant so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from variorum import cli
from variorum.cli import console
from variorum.errors import JudgementError
from variorum.records.judgement import Judgement, Undoing, figure_key, in_force, is_figure, parse_judgements, undoing_line

SHA = "ab" * 32


def test_a_record_reads_back_as_it_was_made() -> None:
    made = Judgement("same", ("Ana Ruiz", "the mayor"), "Ben", "2031-03-04", "they met once")
    assert parse_judgements(made.line()) == (made,)


def test_the_order_of_the_two_names_is_no_other_judgement() -> None:
    assert Judgement("same", ("A", "B")).id == Judgement("same", ("B", "A")).id
    assert Judgement("same", ("A", "B")).id != Judgement("different", ("A", "B")).id


def test_an_undone_judgement_stays_on_record_and_is_not_in_force() -> None:
    made = Judgement("wrong", ("Monday",), "Ben")
    (read,) = parse_judgements(made.line() + undoing_line(made.id, "Ana", "2031-03-05"))
    assert (read.what, read.on, read.undone) == ("wrong", ("Monday",), Undoing("Ana", "2031-03-05"))
    assert in_force([read]) == ()


def test_a_judgement_made_again_is_in_force_again_and_is_the_last() -> None:
    first, second = Judgement("same", ("A", "B")), Judgement("note", ("C",))
    text = first.line() + undoing_line(first.id) + second.line() + first.line()
    assert in_force(parse_judgements(text)) == (second, first)


def test_figures_are_known_by_text_and_place() -> None:
    key = figure_key(SHA, 10, 25)
    assert is_figure(key)
    assert not is_figure("figure 3")
    assert Judgement("different", (key, figure_key(SHA, 40, 52))).on_figures


@pytest.mark.parametrize(
    ("what", "on", "sentence"),
    [
        ("equal", ("A", "B"), "'equal' is no kind of judgement; use one of same, different, wrong, note."),
        ("same", ("A",), "A judgement 'same' is on 2, not 1; give as many names or figures."),
        ("note", ("A", "B"), "A judgement 'note' is on 1, not 2; give as many names or figures."),
        ("same", ("A B", "A  B"), "'A B' stands on both sides of a judgement; give two names or two figures."),
        ("same", ("A", figure_key(SHA, 0, 4)), "A figure cannot be judged together with a name; give two names or two figures."),
    ],
)
def test_what_cannot_be_meant_is_refused(what: str, on: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(JudgementError) as caught:
        Judgement(what, on)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{", "This is not a JSON record; mend the line or delete it."),
        ("[" * 100_000, "This is not a JSON record; mend the line or delete it."),
        ("[1]", "This is not a JSON object; mend the line or delete it."),
        ('{"judgement": "same", "on": "A"}', "'on' must be a list of names or figure keys."),
        ('{"judgement": "note", "on": ["A"], "by": 3}', "'by' must be text."),
        ('{"undo": "j0"}', "It takes back 'j0', which no line before it holds; give the id of an earlier judgement."),
    ],
)
def test_a_line_that_cannot_be_read_is_named(line: str, sentence: str) -> None:
    with pytest.raises(JudgementError) as caught:
        parse_judgements("\n" + line, "decisions.jsonl")
    assert str(caught.value) == f"decisions.jsonl, line 2: {sentence}"


# --- at the command line ------------------------------------------------------------------------------------------------------------


def judge(*arguments: str) -> str:
    result = CliRunner().invoke(cli.main, ["judge", *arguments])
    assert result.exit_code == 0, result.output
    return result.output.strip()


def test_a_decision_is_kept_listed_and_undone(tmp_path: Path) -> None:
    """Every command adds a line; none is ever deleted."""
    file = str(tmp_path / "decisions.jsonl")
    made = judge(file, "same", "Ana Ruiz", "the mayor", "--by", "Ben", "--when", "2031-03-04")
    assert json.loads(Path(file).read_text("utf-8")) == {
        "id": made,
        "judgement": "same",
        "on": ["Ana Ruiz", "the mayor"],
        "by": "Ben",
        "when": "2031-03-04",
        "note": None,
    }
    assert "Ana Ruiz / the" in judge(file, "list")
    judge(file, "undo", made, "--by", "Ana")
    assert len(Path(file).read_text("utf-8").splitlines()) == 2
    assert in_force(parse_judgements(Path(file).read_text("utf-8"))) == ()


def test_a_file_without_a_last_line_end_is_not_spoilt(tmp_path: Path) -> None:
    file = tmp_path / "decisions.jsonl"
    file.write_text(Judgement("note", ("A",)).line().rstrip("\n"), "utf-8")
    judge(str(file), "note", "B")
    assert [judgement.on for judgement in parse_judgements(file.read_text("utf-8"))] == [("A",), ("B",)]


@pytest.mark.parametrize("arguments", [("undo", "j0"), ("same", "A"), ("same", "A", "A")])
def test_a_decision_that_cannot_be_meant_leaves_the_file_as_it_was(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    file = tmp_path / "decisions.jsonl"
    file.write_text(Judgement("note", ("A",)).line(), "utf-8")
    result = CliRunner().invoke(cli.main, ["judge", str(file), *arguments])
    assert result.exit_code == console.FAILED
    assert result.stderr.startswith("error: ")
    assert result.stderr.count("\n") == 1
    assert file.read_text("utf-8") == Judgement("note", ("A",)).line()
