"""What is read in the example story does not fall below a floor, measured against annotations made by hand."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator

import pytest

import variorum
from tests.golden import annotate
from tests.golden.example import EXAMPLE, SOURCES, Row
from tests.golden.scoring import score

# F1 in per cent against tests/golden/harbour/gold.json. Raise a floor when the figure has risen for good.
FLOORS = {
    "figures found": 97.0,
    "figures value": 95.0,
    "dates found": 96.0,
    "dates value": 96.0,
    "statements content": 75.0,
}


def stored() -> Iterator[Row]:
    for path in sorted((annotate.FOLDER / "articles").glob("*.json")):
        yield json.loads(path.read_text("utf-8"))


@functools.cache
def scores() -> dict[str, float]:
    records = list(stored())
    dossier = variorum.build(variorum.Article(**record) for record in records).to_dict()
    gold = json.loads((annotate.FOLDER / "gold.json").read_text("utf-8"))
    return score(gold, dossier, {record["id"]: record["text"] for record in records})


@pytest.mark.parametrize("name", FLOORS)
def test_quality_holds_its_floor(name: str) -> None:
    value = scores()[name]
    print(f"{name}: F1 {value:.1f}, floor {FLOORS[name]:.1f}")
    assert value >= FLOORS[name]


def test_the_gold_is_what_the_annotations_say() -> None:
    """`python -m tests.golden.annotate` writes it."""
    assert (annotate.FOLDER / "gold.json").read_text("utf-8") == annotate.written()


def test_the_annotated_texts_are_those_of_the_example() -> None:
    """Every paragraph of the stored texts is read from the example's files; `annotate.py --articles` stores them anew."""
    for source, record in zip(SOURCES, stored(), strict=True):
        (article,) = variorum.load(EXAMPLE / source)
        missing = [paragraph for paragraph in record["text"].split("\n\n") if paragraph not in article.text]
        assert missing == [], source


if __name__ == "__main__":
    for name, value in scores().items():
        print(f"{name:20} {value:5.1f}")
