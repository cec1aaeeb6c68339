"""Real pairs of articles that stand beside the clone, labelled by hand, are related as they were read: their shares hold a floor.

The texts belong to their publishers and are no part of the project; without them these tests are skipped.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import pytest

import variorum
from variorum.compare.accounts.account_groups import find_accounts
from variorum.compare.accounts.relations import VOICE
from variorum.config import DEFAULT
from variorum.records.marks import Reading
from variorum.text.clutter import mark_clutter

FOLDER = Path(__file__).parents[4] / "shared" / "bench" / "lineage"

pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="the labelled pairs are not beside this clone (../shared/bench/lineage)")


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / name).read_text("utf-8").splitlines()]


@functools.cache
def articles() -> dict[str, variorum.Article]:
    found = {}
    for row in rows("articles.jsonl"):
        facts: dict[str, Any] = {field: row.get(field) for field in ("id", "url", "outlet", "title", "published", "text")}
        found[row["id"]] = variorum.Article(**facts)
    return found


@functools.cache
def kinds() -> list[tuple[str, set[str]]]:
    """For each labelled pair the kind that is found, and those that count as right: the label, and its second choice on a close border."""
    known = articles()
    return [
        (variorum.relation(known[row["a"]], known[row["b"]]).kind, {row["relation"], row["alt"] or row["relation"]}) for row in rows("pairs.jsonl")
    ]


def test_relations_are_right() -> None:
    right = [kind in labels or (kind == "spun" and "rewrite" in labels) for kind, labels in kinds()]
    assert sum(right) / len(right) >= 0.94


def test_texts_of_one_voice_are_found_and_no_others() -> None:
    clear = [(kind in VOICE, labels <= VOICE) for kind, labels in kinds() if labels <= VOICE or labels.isdisjoint(VOICE)]
    hits = sum(found and wanted for found, wanted in clear)
    assert 2 * hits / (sum(found for found, _ in clear) + sum(wanted for _, wanted in clear)) >= 0.95


def test_accounts_are_counted() -> None:
    """The number of voices of each event whose pairs were all read."""
    known, events = articles(), rows("events.jsonl")
    exact = 0
    for event in events:
        marked = [known[name].replace(id=name, boilerplate=mark_clutter(known[name].text)) for name in event["articles"]]
        exact += len(find_accounts([Reading(article, (), (), (), (), ()) for article in marked], DEFAULT)) == event["accounts"]
    assert exact >= len(events) - 2
