"""Every dossier is valid under the JSON Schema that ships with the package, and a broken one is not."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.report.story import harbour
from variorum.schema import dossier_schema


def validator() -> Draft202012Validator:
    return Draft202012Validator(dossier_schema())


def test_the_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(dossier_schema())


def test_a_full_dossier_is_valid() -> None:
    assert [error.message for error in validator().iter_errors(harbour().to_dict())] == []


def test_the_json_text_is_valid_too() -> None:
    assert validator().is_valid(json.loads(harbour().to_json()))


def test_changing_what_comes_back_changes_nothing_for_the_next_caller() -> None:
    dossier_schema().clear()
    assert dossier_schema()["properties"]["format"] == {"const": "variorum.dossier/1"}


def objects(schema: Any) -> list[dict[str, Any]]:
    if isinstance(schema, dict):
        own = [schema] if "properties" in schema and "type" in schema else []
        return own + [found for part in schema.values() for found in objects(part)]
    return [found for part in schema for found in objects(part)] if isinstance(schema, list) else []


def test_every_object_is_closed_and_lists_all_its_fields_as_required() -> None:
    for schema in objects(dossier_schema()):
        assert schema["additionalProperties"] is False
        assert schema["required"] == list(schema["properties"])


Break = Callable[[dict[str, Any]], Any]
BREAKS: dict[str, Break] = {
    "an unknown verdict": lambda dossier: dossier["comparisons"][0].update(verdict="true"),
    "an unknown status": lambda dossier: dossier["figures"][0].update(status="probable"),
    "an unknown bound": lambda dossier: dossier["figures"][0].update(bound="≈"),
    "an unknown kind of statement": lambda dossier: dossier["statements"][0].update(kind="quoted"),
    "an unknown act": lambda dossier: dossier["positions"][0].update(act="wish"),
    "an unknown hedge": lambda dossier: dossier["positions"][0].update(hedge="maybe"),
    "an unknown relation": lambda dossier: dossier["accounts"][0]["articles"][0].update(relation="twin"),
    "a further field": lambda dossier: dossier["figures"][0].update(confidence=0.9),
    "a missing field": lambda dossier: dossier["figures"][0].pop("quote"),
    "a number written as text": lambda dossier: dossier["figures"][0].update(low="1.2 billion"),
    "a negative place": lambda dossier: dossier["dates"][0].update(start=-1),
    "another format": lambda dossier: dossier.update(format="variorum.dossier/2"),
    "no article": lambda dossier: dossier.update(articles=[]),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_dossier_is_not_valid(name: str) -> None:
    broken = copy.deepcopy(harbour().to_dict())
    BREAKS[name](broken)
    assert not validator().is_valid(broken)
