"""Who can speak, by the noun that heads the words for them: people and bodies, and texts that say something."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

from variorum.lang import language_data
from variorum.text.fold import fold
from variorum.text.name_words import word_list, word_lists
from variorum.text.thesaurus import base_form

# Where the head of a speaker's words ends: "officials | in Seoul", "Choi, | a research fellow".
HEAD_END = re.compile(
    r",|\s(?:of|in|at|from|for|with|on|who|whose|that|which|close|familiar|briefed|polled|representing|by|to|near|speaking|told)\b|\s[-\u2013\u2014(]"
)
_EDGE = " \t\n,.;:\"'()[]-\u2013\u2014"
# Owners that are pronouns, and pronouns that only point to the noun after them.
_OWNERS = frozenset({"his", "her", "their", "its", "our", "my", "your"})
_POINTERS = frozenset({"this", "that", "these", "those", "who", "whom", "which", "one"})
_DETERMINERS = frozenset({"the", "a", "an", "about", "this", "that", "these", "those"})
_NAMES = ("titles", "organisations", "body_heads", "body_nouns", "state_bodies", "collectives", "members", "plural_people", "commercial")


@functools.cache
def speaker_nouns(name: str) -> frozenset[str]:
    """One list of `lang/en/speakers.toml`."""
    return frozenset(word.replace("_", " ") for word in language_data("speakers")[name].split())


def is_party(noun: str) -> bool:
    """True for a noun, singular or plural and in small letters, by which people or a body are called: "officials", "the ministry"."""
    return any(_is_party(form) for form in _forms(noun))


def is_source(noun: str) -> bool:
    """True for a noun, singular or plural and in small letters, for a text, a poll or a law: "the documents", "the survey"."""
    return not speaker_nouns("sources").isdisjoint(_forms(noun))


def _forms(noun: str) -> frozenset[str]:
    """A noun, and its singular as the dictionary has it and by the plain rule: few dictionaries have "birchers"."""
    return frozenset({noun, base_form(noun), noun.removesuffix("s")})


def _is_party(form: str) -> bool:
    if form in speaker_nouns("people") or form in speaker_nouns("bodies") or form in word_lists(*_NAMES):
        return True
    ends = form.endswith(tuple(sorted(word_list("person_endings"))))
    return ends and form not in speaker_nouns("no_people") and form not in speaker_nouns("amounts") and not is_source(form)


def can_be_actor(words: str) -> bool:
    """True for words that name or describe people or a body: not "she", "her lawyer", "some of them", "the documents", "the plan"."""
    parts = [part for word in fold(words).split() if (part := word.strip(_EDGE))]
    small = [part.lower() for part in parts]
    if not small or small[0] in _OWNERS or not (word_list("pronouns") - _POINTERS).isdisjoint(small):
        return False
    if set(small) <= _POINTERS | _DETERMINERS:
        return False
    return _heads_party(parts, small)


def _heads_party(parts: list[str], small: list[str]) -> bool:
    """True if the head noun of some words is a name or one for people or a body; that of an amount stands after "of"."""
    first = sum(1 for _ in _leading(small))
    amounts = speaker_nouns("amounts") | word_lists("quantifiers", "plural_people") | {"one"}
    if small[first + 1 : first + 2] == ["of"] and not amounts.isdisjoint(_forms(small[first])):
        rest = parts[first + 2 :]
        return not rest or can_be_actor(" ".join(rest))
    head = (HEAD_END.split(" ".join(parts), maxsplit=1)[0].split() or parts)[-1]
    low = head.lower()
    return (head[0].isupper() and low not in _DETERMINERS) or is_party(low) or low in amounts or low[0].isdigit()


def _leading(small: list[str]) -> Iterator[str]:
    """The determiners at the head of some words."""
    return itertools.takewhile(_DETERMINERS.__contains__, small)
