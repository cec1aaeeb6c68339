"""Language knowledge as data: one TOML file for each part of extraction, read once."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from typing import Any


@functools.cache
def language_data(name: str) -> dict[str, Any]:
    """The tables of `lang/NAME.toml`. Shared between callers: do not change what comes back."""
    return tomllib.loads(importlib.resources.files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))
