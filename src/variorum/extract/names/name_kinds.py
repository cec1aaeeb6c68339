"""What kind of thing a name names: a vote of its shape and of every place where the article uses it."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.extract.names.capitals import Word
from variorum.text.name_words import KINDS, is_acronym, place_names, word_list

LONGEST_ACRONYM = 6  # letters; a longer word in capitals is a name written large ("RAMALLAH")
LEAST_VOTE = 0.5  # votes; a name used once with no sign of its kind stays unknown

_CAMEL = re.compile(r"[a-z][A-Z]|^[A-Z]{2,}[a-z]")  # "FactSet", "JPMorgan": no person is written so
_SURNAME = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|Al|El)[A-Z][a-z]+$")  # "McNamee", "LaPierre"

Votes = dict[str, float]  # kind: weight; a title or a firm's ending weighs several times a preposition


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a name is used: index of its first and last word, whether a title stands before it."""

    first: int
    last: int
    titled: bool


def vote(words: list[Word], sightings: Iterable[tuple[str, Sighting]], countries: Iterable[str] = ()) -> dict[str, str]:
    """The kind of each name key, from the evidence of the whole article. `countries` are names from which the text makes adjectives."""
    votes: dict[str, Votes] = {}
    for key, seen in sightings:
        if key not in votes:
            votes[key] = defaultdict(float, _shape(words[seen.first : seen.last + 1]))
        for kind, weight in _context(words, seen).items():
            votes[key][kind] += weight
    for key in countries:
        if key in votes:
            votes[key]["place"] += 6
    _short_forms(votes)
    _share_parts(votes)
    return {key: _winner(count) for key, count in votes.items()}


def _winner(count: Votes) -> str:
    best = max(count.values(), default=0)
    if best < LEAST_VOTE:
        return "unknown"
    return next(kind for kind in (*KINDS, "unknown") if count.get(kind) == best)


@functools.cache
def _known(name: str) -> str | None:
    plain = name.replace(".", "")
    if name in place_names() or plain in place_names():
        return "place"
    if plain in word_list("known_organisations"):
        return "organisation"
    return None


def _shape(parts: list[Word]) -> dict[str, float]:
    """Votes of the name's own words."""
    low = [part.low.rstrip(".") for part in parts]
    text = parts[0].low + "".join((part.glue or " ") + part.low for part in parts[1:])
    if parts[0].tag:
        return {"unknown": 3}
    known = _known(text) or _known(text.partition(",")[0]) or _known("-".join(low))
    if known:
        return {known: 50}
    if low[-1] in word_list("things"):
        return {"unknown": 6}
    headed = low[0] in word_list("organisations") and len(low) > 2 and low[1] in {"of", "for", "on"}
    if headed or low[-1] in word_list("organisations") or (len(low) > 1 and low[0] in word_list("firm_openers")):
        return {"organisation": 5}
    if len(low) > 1 and low[-1] in word_list("subjects"):
        return {"unknown": 4}
    if len(low) > 1 and low[0] in word_list("given_names"):
        return {"person": 5}
    if len(low) == 2 and low[-1] in word_list("family_first") and not _known(low[0]):  # "Minho Park"
        return {"person": 2}
    if low[-1] in word_list("places") or low[0] in word_list("place_heads") or (low[0] in word_list("directions") and _known(low[-1])):
        return {"place": 5}
    if low[-1].rstrip("s") in word_list("demonyms") and low[-1].endswith("s") and len(low) < 3:
        return {"group": 3}
    if any(_CAMEL.search(part.text) and not _SURNAME.match(part.text) for part in parts):
        return {"organisation": 2}
    if len(parts) == 1:
        return {"organisation": 1.5} if is_acronym(parts[0].text) and len(parts[0].text) <= LONGEST_ACRONYM else {}
    return _shape_of_several(parts)


def _shape_of_several(parts: list[Word]) -> dict[str, float]:
    if any(part.low == "&" or part.glue in {"&", " & "} for part in parts[1:]):
        return {"organisation": 3}
    if 2 <= len(parts) <= 4 and parts[0].low in word_list("family_first"):
        return {"person": 3}
    if len(parts) > 2 and parts[-1].glue == "-" and parts[-1].capital:  # "Anna Marrow-Quist"
        return {"person": 2}
    if any(part.glue == "-" and part.text.islower() for part in parts[1:]) or any(len(part.text) == 1 for part in parts[1:-1]):
        return {"person": 2}
    if len(parts) <= 4 and not any(is_acronym(part.text) for part in parts):
        return {"person": 1}
    return {"organisation": 0.6}


def _context(words: list[Word], seen: Sighting) -> Votes:
    """Votes of the words around one use of the name."""
    out: Votes = defaultdict(float)
    if seen.first == 0 and words[0].text.isupper() and len(words[0].text) > 3:  # a dateline
        out["place"] += 2
    if seen.titled:
        out["person"] += 3
    before = words[seen.first - 1].low if seen.first and words[seen.first].glue == " " else ""
    if before in word_list("locatives"):
        out["place"] += 0.7
    elif before == "of" and seen.first >= 2 and words[seen.first - 2].low in word_list("place_words"):
        out["place"] += 3
    elif before in word_list("body_words"):
        out["organisation"] += 2
    elif before in word_list("place_words"):
        out["place"] += 2
    elif before == "the" and _stands_alone(words, seen.last):
        out["organisation"] += 0.7
        out["person"] -= 1
    _after(words, seen.last, out)
    _pronoun(words, seen.last, out)
    return out


def _stands_alone(words: list[Word], last: int) -> bool:
    """True if the name is no modifier of the word after it ("the Oldport girls")."""
    after = words[last + 1] if last + 1 < len(words) else None
    return after is None or after.glue != " " or after.low in word_list("predicates")


def _pronoun(words: list[Word], last: int, out: Votes) -> None:
    """The first pronoun after the name, if no other name and no full stop comes between."""
    for word in words[last + 1 : last + 12]:
        if word.glue is None or word.capital:
            return
        if word.low in {"he", "his", "him", "himself", "she", "her", "herself"}:
            out["person"] += 1
            return
        if word.low in {"it", "its", "itself"}:
            out["organisation"] += 1
            out["place"] += 0.5
            return


def _after(words: list[Word], last: int, out: Votes) -> None:
    after = words[last + 1] if last + 1 < len(words) else None
    if after is None:
        return
    if after.glue == " ":
        if after.low in word_list("place_words"):
            out["place"] += 2
        elif after.low in word_list("members"):
            out["organisation"] += 2
        elif after.low in word_list("body_words"):
            out["organisation"] += 1.5
        elif after.low in word_list("personal_words"):
            out["person"] += 1
        elif after.low == "who":
            out["person"] += 2
        elif after.low in word_list("speaking"):
            out["person"] += 0.7
            out["organisation"] += 0.5
    elif after.glue == ", ":
        _apposition(words, last + 1, out)


def _apposition(words: list[Word], at: int, out: Votes) -> None:
    """What follows a comma: "who …", "a principal research fellow at …", "a town in …", "58, …"."""
    if words[at].low in {"who", "whose"} or (words[at].text.isdigit() and len(words[at].text) == 2):
        out["person"] += 2
        return
    if words[at].low not in {"a", "an", "the"} and words[at].low not in word_list("titles"):
        return
    for word in words[at : at + 7]:
        if word.glue in {None, ", "} and word is not words[at]:
            return
        if word.low in {"of", "in", "that", "which", "who", "at", "with", "near"}:
            return
        for kind, listed in (("place", word_list("place_words")), ("organisation", word_list("body_words")), ("person", word_list("titles"))):
            if word.low in listed:
                out[kind] += 2
                return


def _short_forms(votes: dict[str, Votes]) -> None:
    """A person's short form is the last name ("Holm"), a firm's the first word of its name ("Northwind")."""
    for key in sorted(votes):
        parts = key.split()
        if len(parts) < 2 or parts[0] in word_list("family_first") or parts[0] in word_list("given_names"):
            continue
        if parts[-1] in votes and parts[0] not in votes:
            votes[key]["person"] += 1.5
        elif parts[0] in votes and parts[-1] not in votes and _known(parts[0]) is None:
            votes[key]["organisation"] += 1.5


def _share_parts(votes: dict[str, Votes]) -> None:
    """A surname is a person where its full name is one; "Goldman" is what "Goldman Sachs" is."""
    full = {key: _winner(count) for key, count in votes.items() if " " in key}
    heads: dict[str, list[str]] = defaultdict(list)
    for key in sorted(full):
        parts = key.split()
        if full[key] == "person":
            heads[parts[-1]].append(key)
            heads[parts[0]].append(key)
        elif full[key] in {"organisation", "place"}:
            heads[parts[0]].append(key)
    for key in sorted(votes):
        if " " not in key and key in heads and votes[key]["place"] < 4 and votes[key]["organisation"] < 4:
            for longer in heads[key]:
                votes[key][full[longer]] += 2
