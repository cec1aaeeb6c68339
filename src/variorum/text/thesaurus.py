"""Synonyms of English words: WordNet's, and those that synonym machines put in place of a word whatever it means where it stands."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.lang import language_data, language_lines

# Endings taken off a word to find its base form, and what comes in their place (WordNet's own rules for regular forms).
_ENDINGS = (("ies", "y"), ("ves", "f"), ("men", "man"), ("s", ""), ("es", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""))
_DOUBLED = frozenset("bdgklmnprtv")  # "planned" is of "plan"

Words = tuple[str, ...]
_NONE: set[int] = set()


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """`sets` gives the numbers of a word's synonym sets, `broader` for each set the wider one that it belongs to, -1 for none,
    and `members` its words.

    `machine` gives what a synonym machine puts in a word's place, one word or several, in base forms, and `replaces` the same by
    what is put there; `heads` are the first words of replacements of several words, `written` all
    replacements as they are listed.
    """

    sets: dict[str, set[int]]
    broader: list[int]
    members: list[tuple[str, ...]]
    machine: dict[str, set[Words]]
    replaces: dict[Words, set[str]]
    heads: set[str]
    written: set[str]
    irregular: dict[str, str]

    def base(self, word: str) -> str:
        """The base form of a word in lower case ("studies": "study"); a word that is not known comes back as it is."""
        if word in self.irregular:
            return self.irregular[word]
        if word in self.sets and not (word.endswith("s") and self._singular(word)):
            return word
        return next((form for form in _forms(word) if form in self.sets), word)

    def _singular(self, word: str) -> bool:
        return word[:-1] in self.sets and not word.endswith("ss")

    def exchanges(self, was: Words, now: Words) -> bool:
        """True if a synonym machine puts `now` in place of `was` (base forms)."""
        return len(was) == 1 and now in self.machine.get(was[0], ())

    def exchanged_for(self, now: Words) -> list[str]:
        """The words for which a synonym machine puts `now` (base forms), in the order of the alphabet."""
        return sorted(self.replaces.get(now, ()))

    def synonyms_of(self, word: str) -> list[str]:
        """The other words of a base form's synonym sets, in the order of the alphabet."""
        return sorted({other for number in self.sets.get(word, _NONE) for other in self.members[number]} - {word})

    def synonyms(self, one: str, two: str) -> bool:
        """True if two base forms stand in one synonym set."""
        return not self.sets.get(one, _NONE).isdisjoint(self.sets.get(two, _NONE))

    def related(self, one: str, two: str) -> bool:
        """True if two base forms stand in one synonym set, or in a set and the one just wider."""
        mine, others = self.sets.get(one, _NONE), self.sets.get(two, _NONE)
        if not mine.isdisjoint(others):
            return True
        return any(self.broader[number] in others for number in mine) or any(self.broader[number] in mine for number in others)

    def akin(self, one: str, two: str) -> bool:
        """True if either of two base forms may stand for the other, by the dictionary or by a synonym machine."""
        return one == two or self.related(one, two) or self.exchanges((one,), (two,)) or self.exchanges((two,), (one,))


def _forms(word: str) -> Iterator[str]:
    """What may be the base form of an inflected word, likeliest first."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            if ending not in {"s", "es", "ies"} and not instead and len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in _DOUBLED:
                yield stem[:-1]
            yield stem + instead


@functools.cache
def thesaurus() -> Thesaurus:
    """The thesaurus, read when first asked for."""
    irregular = {form: word for word, forms in language_data("inflections")["irregular"].items() for form in forms.split()}
    found = Thesaurus({}, [], [], {}, {}, set(), set(), irregular)
    for line in language_lines("wordnet"):
        _add_line(line, found)
    for word, replacements in language_data("spinning")["replaced"].items():
        was = base(word, found)
        for phrase in replacements.split(","):
            now = tuple(base(part, found) for part in phrase.split())
            found.written.add(phrase.strip())
            found.machine.setdefault(was, set()).add(now)
            found.replaces.setdefault(now, set()).add(was)
            if len(now) > 1:
                found.heads.add(now[0])
    return found


def _add_line(line: str, found: Thesaurus) -> None:
    """Add one line of `wordnet.txt`: a synonym set and the sets narrower than it."""
    head, _, narrower = line.partition(":")
    top = len(found.broader)
    for number, group in enumerate([head, *filter(None, narrower.split(";"))]):
        found.broader.append(top if number else -1)
        found.members.append(tuple(group.split()))
        for word in found.members[-1]:
            found.sets.setdefault(word, set()).add(top + number)


def base(word: str, found: Thesaurus) -> str:
    """The base form of a word by a thesaurus that is being read."""
    return found.base(word.lower())


@functools.lru_cache(maxsize=50_000)
def base_form(word: str) -> str:
    """The base form of a word in lower case; kept, since the same words come again and again."""
    return thesaurus().base(word)
