"""Language knowledge as data, a folder for each language: one TOML file for each part of extraction, read once."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Iterator
from typing import Any

LANGUAGE = "en"
"""The language whose texts are read. Another one needs a folder beside `en` with files of the same names."""


@functools.cache
def language_data(name: str) -> dict[str, Any]:
    """The tables of `lang/en/NAME.toml`. Shared between callers: do not change what comes back."""
    return tomllib.loads(_file(f"{name}.toml"))


def language_lines(name: str) -> Iterator[str]:
    """The lines of the list `lang/en/NAME.txt` that are no comment."""
    return (line for line in _file(f"{name}.txt").splitlines() if not line.startswith("#"))


def word_set(words: str) -> frozenset[str]:
    """The words of a list that stands in a table as one string, with spaces between them."""
    return frozenset(words.split())


def _file(name: str) -> str:
    return importlib.resources.files(__package__).joinpath(LANGUAGE, name).read_text("utf-8")
