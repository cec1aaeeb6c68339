"""How well names are grouped into actors: B-cubed F1 over the names that a story's gold file lists, and namesakes merged.

Usage: python benchmarks/actors.py ../shared/stories/* [--errors]

B-cubed (Bagga and Baldwin, 1998), for names that may belong to several actors as in Amigó et al. (2009): for every pair of names that
share an actor in one grouping, does it share one in the other? A name that no actor has counts as alone. Gold lists "Seoul" both as the
city and as a name of South Korea; a dossier keeps the two apart and says that the one speaks for the other, which counts as the same.

Three readings of "names" are printed. `all` are all forms of the gold file. `proper` leaves out descriptions ("the bank", "another
19-year-old"), which are coreference rather than names, and is the figure to hold on to. `found` are the forms of `all` that the dossier lists
under any actor: how well what was found is grouped. `kind` is the share of gold actors found whose kind is right.
"""

from __future__ import annotations

import argparse
import collections
import json
from pathlib import Path
from typing import Any

import variorum

Groups = dict[str, set[str]]  # normal name: the actors that have it


def normal(text: str) -> str:
    """A name as it is compared: small letters, one space, plain apostrophes, no leading article."""
    words = " ".join(text.replace("\u2019", "'").lower().split())
    return words.removeprefix("the ").removeprefix("a ").removeprefix("an ")


def is_proper(text: str) -> bool:
    """True if the name holds a capital after its first word, or is one capitalised word: no mere description."""
    words = text.removeprefix("the ").removeprefix("The ").split()
    return bool(words) and words[-1][0].isupper() and (len(words) > 1 or text[:1].isupper())


def bcubed(gold: Groups, mine: Groups) -> tuple[float, float, float]:
    """Precision, recall and F1 over the gold names."""
    names = sorted(gold)

    def score(one: Groups, two: Groups) -> float:
        total = 0.0
        for name in names:
            common = [(len(one[name] & one[other]), len(two[name] & two[other])) for other in names]
            shared = [min(a, b) / a for a, b in common if a]
            total += sum(shared) / len(shared)
        return total / max(1, len(names))

    precision, recall = score(mine, gold), score(gold, mine)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def groups(actors: list[dict[str, Any]], label: str, speaking: bool = False) -> Groups:
    """The actors of each name; with `speaking`, a name that speaks for another actor ("Seoul") is one of that actor's names too."""
    out: Groups = collections.defaultdict(set)
    number = {actor.get("id", index): f"{label}{index}" for index, actor in enumerate(actors)}
    for index, actor in enumerate(actors):
        owner = number.get(actor.get("speaks_for")) if speaking else None
        for variant in {actor["name"], *actor["variants"]}:
            out[normal(variant)] |= {f"{label}{index}"} | ({owner} if owner else set())
    return out


def namesakes(gold: list[dict[str, Any]], mine: list[dict[str, Any]]) -> list[str]:
    """Pairs of gold persons whose full names stand in one actor."""
    people = [actor for actor in gold if actor["kind"] == "person"]
    persons = {normal(form): actor["name"] for actor in people for form in actor["variants"] if len(form.split()) > 1 and is_proper(form)}
    merged = []
    for actor in mine:
        found = sorted({persons[normal(form)] for form in actor["variants"] if normal(form) in persons})
        merged += [" = ".join(found)] if len(found) > 1 else []
    return merged


def score_story(folder: Path, show: bool) -> None:
    """Print the figures of one story."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))["actors"]
    records = [json.loads(path.read_text("utf-8")) for path in sorted((folder / "articles").glob("*.json"))]
    fields = ("id", "url", "outlet", "title", "published", "text")
    mine = variorum.build(variorum.Article(**{key: record[key] for key in fields}) for record in records).to_dict()["actors"]
    everything, found = groups(gold, "g"), groups(mine, "m", speaking=True)
    proper = _proper(gold)
    readings = {
        "all": everything,
        "proper": {name: ids for name, ids in everything.items() if name in proper},
        "found": {name: ids for name, ids in everything.items() if name in found},
    }
    for label, wanted in readings.items():
        answer = {name: found.get(name) or {f"alone {name}"} for name in wanted}
        precision, recall, f1 = (100 * part for part in bcubed(wanted, answer))
        missing = sorted(name for name in wanted if name not in found)
        print(f"{folder.name:10} {label:7} P {precision:5.1f}  R {recall:5.1f}  F1 {f1:5.1f}  names {len(wanted)}, not found {len(missing)}")
        if show and label == "proper":
            _report(gold, mine, missing)
    print(f"{folder.name:10} namesakes merged: {namesakes(gold, mine) or 'none'};  {kinds(gold, mine)}")


def kinds(gold: list[dict[str, Any]], mine: list[dict[str, Any]]) -> str:
    """How many of the actors found have the right kind, as a sentence."""
    by_name: dict[str, str] = {normal(form): actor["kind"] for actor in reversed(mine) for form in actor["variants"]}
    seen = [(actor["kind"], by_name[normal(actor["name"])]) for actor in gold if normal(actor["name"]) in by_name]
    return f"kind right for {sum(a == b for a, b in seen)} of {len(seen)} actors found by their gold name"


def _proper(gold: list[dict[str, Any]]) -> set[str]:
    return {normal(form) for actor in gold for form in actor["variants"] if is_proper(form)}


def _report(gold: list[dict[str, Any]], mine: list[dict[str, Any]], missing: list[str]) -> None:
    print("  not found:", "; ".join(missing))
    owner = {normal(form): actor["name"] for actor in mine for form in actor["variants"]}
    for actor in gold:
        spread = sorted({owner[normal(form)] for form in actor["variants"] if normal(form) in owner})
        if len(spread) > 1:
            print("  apart:", actor["name"], "->", spread)
    want = groups(gold, "g")
    for actor in mine:
        held = [want[normal(form)] for form in actor["variants"] if normal(form) in want]
        if held and not set.intersection(*held):
            print("  together:", actor["name"], actor["variants"])


def main() -> None:
    """Read the arguments and score each story."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true", help="list names not found, kept apart or put together wrongly")
    arguments = parser.parse_args()
    for folder in (folder for folder in arguments.stories if (folder / "gold.json").exists()):
        score_story(folder, arguments.errors)


if __name__ == "__main__":
    main()
