"""A stream is added to from day to day: stories keep their ids, and the file holds all that matters."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stories.press import EVENTS, report, reports
from variorum import Article, ArticleError, Config, StoryStream, VariorumError, group_stories

NARROW = Config(story_window=10)


def partition(stream: StoryStream) -> list[tuple[str, ...]]:
    return sorted(story.article_ids for story in stream.stories())


def story_of(stream: StoryStream, article: str) -> str:
    return next(story.id for story in stream.stories() if article in story.article_ids)


def test_a_story_keeps_its_id_while_it_grows() -> None:
    ferry = reports("ferry")
    with StoryStream() as stream:
        stream.add([*ferry[:2], *reports("comet")])
        before = story_of(stream, "ferry 1")
        assert stream.add(ferry[2:]) == 2
        assert {story_of(stream, article.id) for article in ferry} == {before}


@given(st.data())
@settings(max_examples=30)
def test_batches_in_any_order_make_the_same_stories(data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(reports()))
    cut = data.draw(st.integers(0, len(shuffled)))
    with StoryStream() as stream:
        stream.add(shuffled[:cut])
        stream.add(shuffled[cut:])
        assert partition(stream) == sorted(story.article_ids for story in group_stories(reports()))


@given(st.data(), st.sampled_from([NARROW, Config()]))
@settings(max_examples=30)
def test_closing_the_file_and_adding_known_articles_change_nothing(data: st.DataObject, config: Config) -> None:
    shuffled = data.draw(st.permutations(reports()))
    cut = data.draw(st.integers(0, len(shuffled)))
    with tempfile.TemporaryDirectory() as folder, StoryStream(config=config) as open_all_day:
        path = Path(folder) / "stories.db"
        for batch in (shuffled[:cut], shuffled[cut:]):
            open_all_day.add(batch)
            with StoryStream(path, config) as stream:
                stream.add(batch)
        with StoryStream(path, config) as stream:
            assert stream.stories() == open_all_day.stories()
            assert stream.add(shuffled) == 0
            assert stream.stories() == open_all_day.stories()


@given(st.permutations(reports()), st.lists(st.integers(0, 27), max_size=5))
@settings(max_examples=30)
def test_no_article_is_lost_in_a_narrow_window(shuffled: list[Article], cuts: list[int]) -> None:
    with StoryStream(config=NARROW) as stream:
        for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), len(shuffled)], strict=True):
            stream.add(shuffled[start:end])
        assert sorted(key for story in stream.stories() for key in story.article_ids) == sorted(article.id for article in reports())


def test_a_new_report_joins_a_story_that_rests() -> None:
    ferry = reports("ferry")
    with StoryStream(config=NARROW) as stream:
        stream.add([*ferry[:3], *reports("comet")])
        stream.add([*reports("tunnel"), *reports("strike"), *reports("bank")])
        stream.add([report("ferry", 4, "2031-03-20")])
        assert story_of(stream, "ferry 4") == story_of(stream, "ferry 1")
        reason = next(story.reasons["ferry 4"] for story in stream.stories() if "ferry 4" in story.article_ids)
        assert reason.startswith("Takes up an earlier story; shares with it ")


def test_an_article_older_than_the_window_joins_its_story() -> None:
    earlier = reports("earlier ferry")
    with StoryStream(config=NARROW) as stream:
        stream.add([*earlier[:3], *reports("comet"), *reports("tunnel"), *reports("strike"), *reports("bank")])
        stream.add(earlier[3:])
        assert len({story_of(stream, article.id) for article in earlier}) == 1


def test_the_articles_of_a_story_come_back_as_they_were_given(tmp_path: Path) -> None:
    odd = Article(text="A null \x00, half a pair \ud800 and 🙂.", id="odd", title="T\ud800", byline="B", language="en", notes=("n",))
    with StoryStream(tmp_path / "stories.db") as stream:
        stream.add([*reports("ferry"), odd])
        assert stream.articles(story_of(stream, "ferry 1")) == reports("ferry")
        assert stream.articles(story_of(stream, "odd")) == [odd]
        assert stream.articles("no such story") == []


def test_nothing_is_taken_in_when_an_id_is_taken() -> None:
    with StoryStream() as stream:
        stream.add(reports("ferry"))
        before = stream.stories()
        with pytest.raises(ArticleError, match="'ferry 2'"):
            stream.add([*reports("comet"), Article(text="Another text.", id="ferry 2")])
        assert stream.stories() == before


def test_a_run_that_is_broken_off_leaves_the_stories_as_they_were(tmp_path: Path) -> None:
    def break_off(step: str, _done: int, _all: int) -> None:
        if step == "Sorting":
            raise KeyboardInterrupt

    with StoryStream(tmp_path / "stories.db") as stream:
        stream.add(reports("ferry"))
        before = stream.stories()
        with pytest.raises(KeyboardInterrupt):
            stream.add(reports("comet"), break_off)
        assert stream.stories() == before
        stream.add(reports("comet"))
        assert len(stream.stories()) == 2


@pytest.mark.parametrize("content", [b"The ferry Maren sank.\n" * 50, b"\x00" * 5000], ids=["text", "nulls"])
def test_a_file_that_is_no_store_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(VariorumError, match="stories cannot be kept in it"):
        StoryStream(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE article (id TEXT)")
    base.close()
    with pytest.raises(VariorumError, match="database of another program"):
        StoryStream(path)


def test_a_store_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "stories.db"
    StoryStream(path).close()
    with sqlite3.connect(path) as base:
        base.execute("PRAGMA user_version = 99")
    base.close()
    with pytest.raises(VariorumError, match="another version"):
        StoryStream(path)


def test_two_streams_cannot_use_one_file_at_once(tmp_path: Path) -> None:
    with StoryStream(tmp_path / "stories.db"), pytest.raises(VariorumError, match="locked"):
        StoryStream(tmp_path / "stories.db")


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(VariorumError, match="unable to open"):
        StoryStream(tmp_path / "none" / "stories.db")


def test_progress_tells_steps_and_counts() -> None:
    heard: list[tuple[str, int, int]] = []
    with StoryStream() as stream:
        stream.add(reports(), lambda *told: heard.append(told))
    assert list(dict.fromkeys(step for step, _, _ in heard)) == ["Reading", "Weighing words", "Comparing", "Sorting"]
    assert all(1 <= done <= everything == 4 * len(EVENTS) for _, done, everything in heard)
