"""How one printing of a quotation differs from another: words changed inside the quotation marks, words left out, and in a sentence what."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.compare.quotations.quoted_words import QuotedWord
from variorum.records.dossier import WordDifference

MAX_WORDS = 200  # words of a quotation that are aligned one by one: the cost is the square of it, and few speeches are quoted at such length
_LISTED = 3  # differences that a reason quotes

Words = tuple[QuotedWord, ...]
Forms = tuple[str, ...]
Steps = tuple[tuple[str, int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Wordings:
    """What a printing changes, and whether it leaves out words of the other, or has words that the other leaves out, without changing any."""

    differences: tuple[WordDifference, ...]
    shorter: bool
    longer: bool


def forms(words: Sequence[QuotedWord]) -> Forms:
    """The normal forms of some words, by which they are compared."""
    return tuple(word.form for word in words)


@functools.lru_cache(maxsize=4096)
def steps(one: Forms, other: Forms) -> Steps:
    """The edit steps from one row of words to another, as `difflib` gives them."""
    return tuple(difflib.SequenceMatcher(None, one[:MAX_WORDS], other[:MAX_WORDS], autojunk=False).get_opcodes())


def compare_wordings(reference: Words, reference_text: str, words: Words, text: str) -> Wordings:
    """What `words` of `text` change of `reference`. Words in square brackets and what a shown cut leaves out are no changes."""
    found: list[WordDifference] = []
    shorter = longer = False
    for tag, a1, a2, b1, b2 in steps(forms(reference), forms(words)):
        was, now = reference[a1:a2], words[b1:b2]
        if tag == "equal" or _same_in_print(was, now):
            continue
        if any(word.bracketed for word in (*was, *now)):
            continue
        if tag == "delete" and (_at_edge(b1, words) or words[b1].after_cut or _whole_sentences(reference, a1, a2)):
            shorter = True
        elif tag == "insert" and (_at_edge(a1, reference) or reference[a1].after_cut or _whole_sentences(words, b1, b2)):
            longer = True
        elif tag == "replace" and any(word.after_cut for word in (*was[1:], *now[1:])):
            shorter = True
        else:
            found.append(_difference(was, reference_text, words, range(b1, b2), text))
    return Wordings(tuple(found), shorter, longer)


def _same_in_print(was: Words, now: Words) -> bool:
    """True if only spaces and signs set two rows of words apart: `percent` and `per cent`, `health care` and `healthcare`."""
    one, other = ("".join(forms(words)).replace("percent", "%") for words in (was, now))
    return one == other


def _at_edge(place: int, words: Words) -> bool:
    return place in (0, min(len(words), MAX_WORDS))


def _whole_sentences(words: Words, start: int, end: int) -> bool:
    """True if the words from `start` to `end` are sentences of their own: leaving one out is a cut and changes no sentence."""
    return words[start].first and (end == len(words) or words[end].first)


def _difference(was: Words, was_text: str, words: Words, now: range, text: str) -> WordDifference:
    """One place where words differ; where words were left out, the place is empty and lies before the word that follows."""
    before = was_text[was[0].start : was[-1].end] if was else ""
    if now:
        start, end = words[now[0]].start, words[now[-1]].end
        return WordDifference(start, end, before, text[start:end])
    return WordDifference(words[now.start].start, words[now.start].start, before, "")


def difference_words(differences: Sequence[WordDifference], here: str, there: str) -> str:
    """Differences as a clause that quotes both printings; `here` and `there` are who prints them: "a prints", "most accounts print"."""
    said = [_clause(one, here, there) for one in differences[:_LISTED]]
    if len(differences) > _LISTED:
        said.append(f"{len(differences) - _LISTED} more")
    return ", ".join(said)


def _clause(one: WordDifference, here: str, there: str) -> str:
    was, now = (" ".join(words.split()) for words in (one.was, one.now))
    if was and now:
        return f"{here} “{now}” where {there} “{was}”"
    return f"{here} “{now}” besides" if now else f"{here} the sentence without “{was}”"
