"""What `examples/harbour/README.md` says is planted in the story is found there, one test for each trap of `planted.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import variorum
from tests.golden.example import Row, articles, overlapping, place, rows
from tests.golden.example import dossier as example_dossier

PLANTED: Row = tomllib.loads((Path(__file__).parent / "planted.toml").read_text("utf-8"))


def cases(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in PLANTED[kind]])


def figures_at(article: str, words: str, within: str | None = None) -> list[Row]:
    start, end = place(article, words, within)
    return overlapping("figures", article, start, end)


def holding(kind: str, article: str, words: str) -> list[Row]:
    """Statements or positions whose content shares characters with these words of an article."""
    start, end = place(article, words)
    return [row for row in rows()[kind] if row["article"] == article and row["content"]["start"] < end and row["content"]["end"] > start]


@cases("figure")
def test_figure_is_read_as_planted(case: Row) -> None:
    start, end = place(case["article"], case["number"], case.get("in"))
    found = [row for row in overlapping("figures", case["article"], start, end) if row["number"]["start"] < end and row["number"]["end"] > start]
    wanted = {key: value for key, value in case.items() if key not in {"id", "article", "number", "in", "said_by", "change", "restates"}}
    assert found, f"no figure at {case['number']!r}"
    figure = found[0]
    assert {key: figure[key] for key in wanted} == wanted
    if "change" in case:
        assert figure["change"] is not None
        assert {key: figure["change"][key] for key in case["change"]} == case["change"]
    if "said_by" in case:
        assert case["said_by"] in (figure["said_by"] or "")
    if "restates" in case:
        first = {row["id"]: row for row in rows()["figures"]}.get(figure["restates"])
        assert first is not None
        assert case["restates"] in first["quote"]


@cases("check")
def test_arithmetic_of_the_text_is_checked(case: Row) -> None:
    checks = [check for row in figures_at(case["article"], case["number"]) for check in row["checks"]]
    assert [check for check in checks if check["ok"] is case["ok"] and check["reason"]], f"checks found: {checks}"


def test_only_the_planted_conversion_fails() -> None:
    failed = {row["article"] for row in rows()["figures"] for check in row["checks"] if not check["ok"]}
    assert failed == {"anselm-post"}


@cases("comparison")
def test_figures_stand_in_one_row_with_its_verdict(case: Row) -> None:
    members = [{row["id"] for row in figures_at(*member)} for member in case["members"]]
    shared = [row for row in rows()["comparisons"] if all(ids & {member["figure"] for member in row["members"]} for ids in members)]
    assert shared, "no row holds them all"
    assert {row["verdict"] for row in shared} & set(case["verdict"]), [(row["verdict"], row["reason"]) for row in shared]
    assert all(row["reason"].strip() for row in shared)


@cases("apart")
def test_figures_of_different_things_share_no_row(case: Row) -> None:
    members = [{row["id"] for row in figures_at(*member)} for member in case["members"]]
    assert not [row for row in rows()["comparisons"] if all(ids & {member["figure"] for member in row["members"]} for ids in members)]


@cases("date")
def test_date_means_the_planted_days(case: Row) -> None:
    found = overlapping("dates", case["article"], *place(case["article"], case["quote"], case.get("in")))
    assert found, f"no date at {case['quote']!r}"
    assert found[0]["value"] == case.get("value")
    assert found[0]["value"] is not None or found[0]["note"], "a date that cannot be known says why"


@cases("statement")
def test_statement_has_its_speaker(case: Row) -> None:
    found = holding("statements", case["article"], case["content"])
    names = [_speaker_name(row) for row in found]
    assert any(case["speaker"] in name for name in names), f"speakers found: {names}"
    if "kind" in case:
        assert case["kind"] in {row["kind"] for row in found}


def _speaker_name(statement: Row) -> str:
    """The actor's name where the story knows one, else the words for which the speaker's words stand."""
    speaker = statement["speaker"] or {}
    names = {actor["id"]: " / ".join([actor["name"], *actor["variants"]]) for actor in rows()["actors"]}
    return str(names.get(speaker.get("actor")) or (speaker.get("stands_for") or speaker or {"text": ""})["text"])


@cases("position")
def test_position_has_its_act_and_hedge(case: Row) -> None:
    found = holding("positions", case["article"], case["content"])
    assert (case["act"], case["hedge"]) in {(row["act"], row["hedge"]) for row in found}, [(row["act"], row["hedge"]) for row in found]


@cases("one_actor")
def test_spellings_are_one_actor(case: Row) -> None:
    holders = [{actor["id"] for actor in rows()["actors"] if name in {actor["name"], *actor["variants"]}} for name in case["names"]]
    assert set.intersection(*holders), [sorted({actor["name"], *actor["variants"]}) for actor in rows()["actors"]]


@cases("two_actors")
def test_namesakes_are_two_actors(case: Row) -> None:
    holders = [{actor["id"] for actor in rows()["actors"] if name in {actor["name"], *actor["variants"]}} for name in case["names"]]
    assert all(holders)
    assert not set.intersection(*holders)


@cases("relation")
def test_account_says_what_each_article_is(case: Row) -> None:
    members = {member["article"]: (member, account) for account in rows()["accounts"] for member in account["articles"]}
    member, account = members[case["article"]]
    assert member["relation"] in case["relation"]
    assert member["of"] == case.get("of")
    assert account["independent"] is case["independent"]
    if "with" in case:
        assert {other["article"] for other in account["articles"]} == set(case["with"])


@cases("alteration")
def test_account_lists_what_a_copy_changed(case: Row) -> None:
    member = next(member for account in rows()["accounts"] for member in account["articles"] if member["article"] == case["article"])
    assert any(case["was"] in change["was"] and case["now"] in change["now"] for change in member["changes"]), member["changes"]


def test_a_copy_adds_no_voice() -> None:
    """Six articles, three voices; without the copy, the spun copy and the digest there are three still."""
    alone = [article for stem, article in articles().items() if stem in {"anselm-post", "meridian-wire", "northern-ledger"}]
    for dossier in (example_dossier(), variorum.build(alone)):
        assert sum(account.independent for account in dossier.accounts) == 3
        assert max(row.accounts for row in dossier.comparisons) <= 3


@cases("clutter")
def test_clutter_is_left_out_or_marked(case: Row) -> None:
    article = articles()[case["article"]]
    start = article.text.find(case["words"])
    marked = [part for part in article.boilerplate if part.start <= start < part.end]
    assert start < 0 or marked, "it stands in the article's own prose"


def test_the_file_tells_when_four_of_six_were_published() -> None:
    assert sum(article.published is not None for article in articles().values()) >= 4
