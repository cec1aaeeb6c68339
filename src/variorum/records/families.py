"""Families: outlets that a user knows to be one publisher, from a file `families.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

from variorum.errors import FamilyError

Families = Mapping[str, str]
"""The family of each outlet, by its key (see `outlet_key`)."""


def outlet_key(outlet: str) -> str:
    """What spellings of an outlet share: small letters, no article, no `www.`: "The Oldport Ledger" is "oldport ledger"."""
    words = " ".join(outlet.split()).lower().removeprefix("https://").removeprefix("http://").rstrip("/")
    return words.removeprefix("www.").removeprefix("the ") or words


def parse_families(text: str, where: str = "families.toml") -> dict[str, str]:
    """The families of a TOML text with one table `[outlets]` of lines `"outlet" = "family"`. Raises FamilyError, one sentence naming `where`."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise FamilyError(f'{where}: not TOML ({error}); write a table [outlets] with lines like "Oldport Ledger" = "Harbour Media".') from error
    unknown = sorted(data.keys() - {"outlets"})
    outlets = data.get("outlets", {})
    if unknown or not isinstance(outlets, dict):
        raise FamilyError(f"{where}: {unknown[0] if unknown else 'outlets'!r} is not the table [outlets]; put the outlets under it.")
    found: dict[str, str] = {}
    for outlet, family in outlets.items():
        if not isinstance(family, str) or not family.strip():
            raise FamilyError(f'{where}: the family of {outlet!r} must be text that is not empty; quote outlets with a dot, like "oldport.example".')
        name = " ".join(family.split())
        if found.setdefault(outlet_key(outlet), name) != name:
            raise FamilyError(f"{where}: {outlet!r} is given to both {found[outlet_key(outlet)]!r} and {name!r}; leave it in one family.")
    return found
