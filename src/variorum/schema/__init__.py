"""The JSON Schema of the dossier (draft 2020-12), shipped as data."""

from __future__ import annotations

import importlib.resources
import json
from typing import Any


def dossier_schema() -> dict[str, Any]:
    """The schema of format `variorum.dossier/1`: every `Dossier.to_dict()` is valid under it. The caller may change what comes back."""
    content: dict[str, Any] = json.loads(importlib.resources.files(__package__).joinpath("dossier-1.json").read_text("utf-8"))
    return content
