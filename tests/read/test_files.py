"""Files, folders and standard input: what is read, and what is said of what cannot be read."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
import warnings
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.config import Config
from variorum.errors import InputError
from variorum.read import Loaded, SkippedInput, load, load_all

TEXT = "The harbour bridge will stay closed until Friday, the mayor said. Two lorries collided on it at noon.\n"
RECORD = json.dumps({"text": TEXT})


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def problem(source: Path | str, config: Config | None = None) -> str:
    """The one sentence said of an input that cannot be read."""
    loaded = load_all([source], config=config or Config())
    assert not loaded.articles
    assert len(loaded.problems) == 1
    message = str(loaded.problems[0])
    assert message.endswith(".") and "\n" not in message
    return message


def test_a_text_is_read_as_it_stands(tmp_path: Path) -> None:
    (article,) = load(write(tmp_path, "a.txt", TEXT))
    assert article.text == TEXT
    assert article.language == "en"


def test_file_names_leave_no_trace_in_the_id(tmp_path: Path) -> None:
    (a,) = load(write(tmp_path, "a.txt", TEXT))
    (b,) = load(write(tmp_path, "b.md", TEXT))
    assert a.id == b.id


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8-sig", "The café on the quay reopened on Monday after the flood."),
        ("utf-16", "The café on the quay reopened on Monday after the flood."),
        ("utf-16-le", "The café on the quay reopened on Monday after the flood."),
        ("windows-1252", "The café “Quay” reopened on Monday after the flood – for £5."),
    ],
)
def test_encodings_are_told_apart(tmp_path: Path, encoding: str, text: str) -> None:
    (article,) = load(write(tmp_path, "a.txt", text.encode(encoding)))
    assert article.text == text


def test_packed_files_are_unpacked(tmp_path: Path) -> None:
    (article,) = load(write(tmp_path, "a.txt.gz", gzip.compress(TEXT.encode())))
    assert article.text == TEXT


def test_windows_line_ends_become_plain_ones(tmp_path: Path) -> None:
    (article,) = load(write(tmp_path, "a.txt", "One man was hurt.\r\nTwo fled.\r\n"))
    assert article.text == "One man was hurt.\nTwo fled.\n"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"", "it is empty"),
        ("a.txt", b" \n ", "it is empty"),
        ("a.txt", b"---", "no word"),
        ("a.txt", bytes(range(256)) * 20, "binary file"),
        ("a.txt.gz", b"\x1f\x8b broken", "not a whole gzip file"),
        ("a.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article text was found"),
        ("a.json", b'{"title": "Bridge closed"}', "the record has no text"),
        ("a.json", b'{"text": "The bridge', "not valid JSON, line 1"),
        ("a.json", b"[]", "holds no record"),
        ("a.json", b'["The bridge is closed."]', "record 1: a string is no article"),
        ("a.json", b"[" * 100_000, "nested too deeply"),
        ("a.jsonl", b"{]\n", "line 1: it is not valid JSON"),
    ],
)
def test_a_bad_file_gives_one_sentence_that_names_it(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    message = problem(write(tmp_path, name, content))
    assert said in message
    assert str(tmp_path / name) in message


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    assert "there is no such file or folder" in problem(tmp_path / "none.txt")


def test_a_folder_with_nothing_to_read_is_named(tmp_path: Path) -> None:
    write(tmp_path, "photo.jpg", b"\xff\xd8")
    write(tmp_path, ".hidden.txt", TEXT)
    assert "the folder holds no file that can be read" in problem(tmp_path)


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "a.txt", TEXT)

    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "it may not be read by this user" in problem(path)


def test_a_web_address_is_not_fetched() -> None:
    assert "save the page" in problem("https://example.org/news")


def test_a_book_is_not_read(tmp_path: Path) -> None:
    message = problem(write(tmp_path, "a.txt", TEXT * 20_000), Config(max_characters=100_000))
    assert "100,000 characters" in message
    assert "one article at a time" in message


def test_a_text_cut_inside_a_character_is_read_with_a_note(tmp_path: Path) -> None:
    loaded = load_all([write(tmp_path, "a.txt", "The café closed. It was a long evening in the café".encode()[:-1])])
    assert loaded.articles[0].text.startswith("The café closed.")
    assert "breaks off" in loaded.articles[0].notes[0]
    assert "breaks off" in loaded.warnings[0]


def test_one_bad_record_does_not_stop_the_others(tmp_path: Path) -> None:
    lines = [json.dumps({"text": TEXT}), "{broken", json.dumps({"title": "no text"}), json.dumps({"text": TEXT, "outlet": "Quay News"})]
    path = write(tmp_path, "a.jsonl", "\n".join(lines))
    loaded = load_all([path])
    assert [article.outlet for article in loaded.articles] == [None, "Quay News"]
    assert [str(found).split(": ")[0] for found in loaded.problems] == [f"{path}, line 2", f"{path}, line 3"]
    with pytest.warns(SkippedInput, match="line [23]"):
        assert len(list(load(path))) == 2


def test_nothing_readable_raises(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "")
    write(tmp_path, "b.txt", "")
    with pytest.raises(InputError, match="none of its 2 articles could be read"):
        list(load(tmp_path))


def test_folders_are_read_in_order_with_their_subfolders(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    write(tmp_path / "b", "x.txt", "Second report on the bridge.")
    write(tmp_path, "a.txt", "First report on the bridge.")
    write(tmp_path, "c.txt", "Third report on the bridge.")
    assert [article.text.split()[0] for article in load(tmp_path)] == ["First", "Second", "Third"]


def test_the_same_text_counts_once_and_both_files_are_named(tmp_path: Path) -> None:
    a, b = write(tmp_path, "a.txt", TEXT), write(tmp_path, "b.txt", TEXT)
    loaded = load_all([a, b])
    assert len(loaded.articles) == 1
    assert str(a) in loaded.warnings[0] and str(b) in loaded.warnings[0]


def test_the_same_text_from_two_outlets_is_two_articles(tmp_path: Path) -> None:
    records = [{"text": TEXT, "outlet": "Quay News"}, {"text": TEXT, "outlet": "Harbour Post"}]
    assert len(load_all([write(tmp_path, "a.json", json.dumps(records))]).articles) == 2


def test_two_texts_under_one_id_are_both_kept(tmp_path: Path) -> None:
    records = [{"id": "1", "text": TEXT}, {"id": "1", "text": "Another report."}]
    loaded = load_all([write(tmp_path, "a.json", json.dumps(records))])
    assert len({article.id for article in loaded.articles}) == 2
    assert "is taken by another article" in loaded.warnings[0]


def test_what_the_caller_says_fills_only_gaps(tmp_path: Path) -> None:
    records = [{"text": TEXT}, {"text": TEXT, "outlet": "Quay News", "published": "2024-05-01"}]
    first, second = load(write(tmp_path, "a.json", json.dumps(records)), published="2024-05-02", outlet="Given")
    assert (first.outlet, first.published) == ("Given", "2024-05-02")
    assert (second.outlet, second.published) == ("Quay News", "2024-05-01")


def test_a_wrong_date_from_the_caller_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    loaded = load_all([write(tmp_path, "a.txt", TEXT)], published="May")
    assert "not ISO 8601" in str(loaded.problems[0])


@pytest.mark.parametrize(
    "given_text",
    [
        TEXT,
        json.dumps({"text": TEXT}),
        json.dumps({"text": TEXT}) + "\n" + json.dumps({"text": TEXT, "outlet": "B"}),
        f"<!doctype html><p>{TEXT}</p>",
    ],
)
def test_standard_input_is_told_apart(given_text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given_text.encode())))
    loaded = load_all(["-"])
    assert not loaded.problems
    assert loaded.articles[0].text.strip() == TEXT.strip()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=300), suffix=st.sampled_from([".txt", ".html", ".json", ".jsonl", ".gz", ".txt.gz"]))
def test_no_bytes_make_it_crash(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = write(tmp_path, "any" + suffix, content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SkippedInput)
        try:
            articles = list(load(os.fspath(path)))
        except InputError:
            return
    for article in articles:
        assert all(part.end <= len(article.text) for part in article.boilerplate)
    assert isinstance(load_all([path]), Loaded)
