"""Aliases: names that a user knows to mean one actor, from a file `actors.toml`."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from typing import Any

from variorum.errors import AliasError

_KINDS = ("person", "organisation", "place", "group")
_FIELDS = frozenset({"name", "kind", "aliases", "speaks_for"})


@dataclass(frozen=True, slots=True)
class Alias:
    """One actor as the user knows it: the name to show, its kind if told, its other names, and the name of the actor it speaks for."""

    name: str
    kind: str | None = None
    aliases: tuple[str, ...] = ()
    speaks_for: str | None = None


def parse_aliases(text: str, where: str = "actors.toml") -> tuple[Alias, ...]:
    """The actors of a TOML text with one table `[[actor]]` each. Raises AliasError, one sentence naming `where` and the table at fault."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise AliasError(f"{where}: not TOML ({error}); write each actor as a table [[actor]] with a name.") from error
    tables = data.get("actor", [])
    unknown = sorted(data.keys() - {"actor"})
    if unknown or not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise AliasError(f"{where}: {unknown[0] if unknown else 'actor'!r} is not a table [[actor]]; write each actor as [[actor]] with a name.")
    found = tuple(_alias(table, f"{where}, actor {number}") for number, table in enumerate(tables, 1))
    _check_unique(found, where)
    return found


def _alias(table: dict[str, Any], where: str) -> Alias:
    unknown = sorted(table.keys() - _FIELDS)
    if unknown:
        raise AliasError(f"{where}: {unknown[0]!r} is not known; use name, kind, aliases and speaks_for.")
    for key in ("name", "kind", "speaks_for"):
        if key in table and (not isinstance(table[key], str) or not table[key].strip()):
            raise AliasError(f"{where}: {key!r} must be text that is not empty.")
    if "name" not in table:
        raise AliasError(f'{where}: it has no name; add a line like name = "Jan Novak".')
    if table.get("kind") not in (None, *_KINDS):
        raise AliasError(f"{where}: {table['kind']!r} is no kind of actor; use one of {', '.join(_KINDS)}.")
    others = table.get("aliases", [])
    if not isinstance(others, list) or not all(isinstance(name, str) and name.strip() for name in others):
        raise AliasError(f'{where}: aliases must be a list of names, like ["Novak", "the mayor"].')
    return Alias(_line(table["name"]), table.get("kind"), tuple(_line(name) for name in others), _line(table.get("speaks_for", "")) or None)


def _check_unique(found: tuple[Alias, ...], where: str) -> None:
    owner: dict[str, str] = {}
    for alias in found:
        for name in (alias.name, *alias.aliases):
            if owner.setdefault(name, alias.name) != alias.name:
                raise AliasError(f"{where}: {name!r} is given to both {owner[name]!r} and {alias.name!r}; leave it in one place.")
    counts = Counter(alias.name for alias in found)
    twice = next((name for name, count in counts.items() if count > 1), None)
    if twice:
        raise AliasError(f"{where}: {twice!r} has two tables; put its aliases into one.")


def _line(text: str) -> str:
    return " ".join(text.split())
