"""Capitals and houses that stand for governments: "Seoul rejected the offer" speaks for South Korea. They are linked, never merged."""

from __future__ import annotations

import functools
import re
from collections import Counter

from variorum.compare.actors.name_groups import Group, majority
from variorum.compare.actors.name_variants import normal_key
from variorum.lang import language_data
from variorum.records.marks import Name, Reading
from variorum.text.name_words import word_list

_BEFORE = re.compile(r"(\w+)\s+(?:the\s+)?$")
_AFTER = re.compile(r"(?P<owns>['\u2019]s)?\s+(?P<word>[a-z]+)")
_PARTNERS = frozenset({"between", "with", "by", "against", "urge", "urged", "pressed", "told", "asked"})
_PLACES_ONLY = frozenset({"to", "of", "outside", "for", "via", "toward", "towards", "leave", "left", "reached", "visit", "visited"})


@functools.cache
def _governments() -> dict[str, str]:
    """Normal key of a capital or house: that of its country."""
    table: dict[str, str] = language_data("names")["governments"]
    return {normal_key(name.replace("_", " ")): normal_key(country) for country, names in table.items() for name in names.split()}


def speaks_for(groups: dict[str, Group], readings: list[Reading]) -> dict[str, tuple[str, str]]:
    """For each actor that stands for a government: the actor of its country and the reason. A city must act somewhere, not only be a place."""
    countries = {entry.key: id_ for id_, group in sorted(groups.items(), reverse=True) for entry in group.entries}
    by_id = {reading.article.id: reading for reading in readings}
    out: dict[str, tuple[str, str]] = {}
    for id_, group in groups.items():
        country = next((found for entry in group.entries if (found := _governments().get(entry.key))), None)
        owner = countries.get(country) if country else None
        if owner is None or owner == id_:
            continue
        if majority(Counter(name.kind for entry in group.entries for name in entry.names)) == "organisation":
            out[id_] = (owner, f"“{group.entries[0].names[0].text}” is the house of a government.")
            continue
        acting = next((words for entry in group.entries for name in entry.names if (words := _acting(by_id[entry.article], name))), None)
        if acting:
            out[id_] = (owner, f"“{acting}”: the name stands for a government here.")
    return out


def _acting(reading: Reading, name: Name) -> str | None:
    """The words in which a name acts as only people can, None where it may be a mere place."""
    text = reading.article.text
    before = _BEFORE.search(text, max(0, name.start - 30), name.start)
    word = before.group(1).lower() if before else ""
    if word in word_list("locatives") or word in _PLACES_ONLY:
        return None
    if word in _PARTNERS and before:
        return " ".join(text[before.start() : name.end].split())
    spoken = {part.speaker.start for part in reading.statements if part.speaker} | {part.holder.start for part in reading.positions}
    after = _AFTER.match(text, name.end)
    if after is None:
        return name.text if name.start in spoken else None
    verb = after["word"] in word_list("auxiliaries") or after["word"] in word_list("speaking") or after["word"].endswith("ed")
    owns = after["owns"] and after["word"] in word_list("policies")
    return " ".join(text[name.start : after.end()].split()) if name.start in spoken or (verb and not after["owns"]) or owns else None
