"""What a copy changed: the words that differ between a text and its origin, sentence by sentence, the weightiest first."""

from __future__ import annotations

import bisect
import dataclasses
import difflib
import functools
import re
from collections.abc import Iterable, Iterator

from variorum.compare.accounts.shared_sentences import Source, Trace, traces
from variorum.lang import language_data
from variorum.records.article import Article
from variorum.records.dossier import Alteration
from variorum.text.prose import Sentence

KINDS = ("number", "negation", "hedge", "attribution", "name", "wording", "added", "left_out")
"""Kinds of change, the most consequential first: errors enter where a number, a name or a hedge changes."""

MAX_CHANGE = 40  # words quoted of one change; a longer one is a passage put in or left out, and is cut short
MAX_WORDS = 300  # words of a sentence that are aligned word by word; a longer one is a list, and costs the square of it
SAME = 0.5  # likeness from which two sentences are one sentence changed; below it, one was dropped and another put in

Words = tuple[tuple[int, int], ...]


def alterations(copy: Source, origin: Source) -> tuple[Alteration, ...]:
    """The places in `copy` whose words differ from `origin`, by kind and then in order of the text.

    A passage that the copy leaves out has no words of its own: it is listed at the word that follows the gap.
    """
    traced = traces(copy.article, origin.article)
    paired = _paired(traced)
    found: list[Alteration] = []
    for number, trace in enumerate(traced):
        if number in paired and trace.other is not None:
            found += _within(copy.article, trace.sentence, origin.article, trace.other)
    found += _added(copy, [trace.sentence for number, trace in enumerate(traced) if number not in paired])
    found += _left_out(copy, origin, {traced[number].other: traced[number].sentence for number in paired})
    return by_weight(found)


def by_weight(changes: Iterable[Alteration]) -> tuple[Alteration, ...]:
    """Changes by their kind, the most consequential first, then in order of the text."""
    return tuple(sorted(changes, key=lambda change: (KINDS.index(change.kind), change.start, change.end, change.was)))


def _paired(traced: tuple[Trace, ...]) -> frozenset[int]:
    """The sentences of the copy that are sentences of the origin: for each of those, the one that is nearest to it."""
    best: dict[int, tuple[float, int]] = {}
    for number, found in enumerate(traced):
        if found.other is not None and found.likeness >= SAME:
            key = found.other.start
            if key not in best or (found.likeness, -number) > (best[key][0], -best[key][1]):
                best[key] = (found.likeness, number)
    return frozenset(number for _, number in best.values())


def _within(copy: Article, now: Sentence, origin: Article, was: Sentence) -> Iterator[Alteration]:
    """The words that differ inside one sentence."""
    matcher = difflib.SequenceMatcher(None, now.words[:MAX_WORDS], was.words[:MAX_WORDS], autojunk=False)
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag != "equal":
            yield _change(copy, now.places, (a1, a2), origin, was.places[b1:b2])


def _change(copy: Article, places: Words, at: tuple[int, int], origin: Article, was: Words) -> Alteration:
    """One change of words; `at` is the range of words of the copy, empty where it left something out."""
    first = min(at[0], len(places) - 1)
    last = min(max(at[1], first + 1), first + MAX_CHANGE) - 1
    start, end = places[first][0], places[last][1]
    now = copy.text[start:end] if at[1] > at[0] else ""
    before = origin.text[was[0][0] : was[min(len(was), MAX_CHANGE) - 1][1]] if was else ""
    return Alteration(copy.id, start, end, before, now, kind_of(now, before))


def _added(copy: Source, own: list[Sentence]) -> Iterator[Alteration]:
    """Passages that the copy has of its own, sentences in a row as one."""
    for passage in _in_a_row(copy.sentences, own):
        places = tuple(place for sentence in passage for place in sentence.places)
        yield dataclasses.replace(_change(copy.article, places, (0, len(places)), copy.article, ()), kind="added")


def _left_out(copy: Source, origin: Source, kept: dict[Sentence | None, Sentence]) -> Iterator[Alteration]:
    """Passages of the origin that the copy does not have, each at the sentence that follows the gap in the copy."""
    gone = [sentence for sentence in origin.sentences if sentence not in kept]
    order = {sentence: number for number, sentence in enumerate(origin.sentences)}
    after = sorted((order[was], now) for was, now in kept.items() if was is not None)
    for passage in _in_a_row(origin.sentences, gone):
        was = tuple(place for sentence in passage for place in sentence.places)
        next_kept = bisect.bisect(after, order[passage[-1]], key=lambda item: item[0])
        place = after[next_kept][1].places[:1] if next_kept < len(after) else copy.sentences[-1].places[-1:]
        yield dataclasses.replace(_change(copy.article, place, (0, 0), origin.article, was), kind="left_out")


def _in_a_row(every: tuple[Sentence, ...], some: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    chosen = {sentence.start for sentence in some}
    row: list[Sentence] = []
    for sentence in every:
        if sentence.start in chosen:
            row.append(sentence)
        elif row:
            yield row
            row = []
    if row:
        yield row


def kind_of(now: str, was: str) -> str:
    """What a change of words touches, the weightiest thing first."""
    words = now.lower().replace("'", "").replace("\u2019", "").split(), was.lower().replace("'", "").replace("\u2019", "").split()
    if _numbers(words[0]) != _numbers(words[1]):
        return "number"
    for kind in ("negation", "hedge", "attribution"):
        if _held(words[0], kind) != _held(words[1], kind):
            return kind
    return "name" if _names(now) != _names(was) else "wording"


@functools.cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(language_data("alterations")[f"{kind}s"])


@functools.cache
def _number_words() -> frozenset[str]:
    numbers = language_data("numbers")
    return frozenset(numbers["cardinals"]) | frozenset(numbers["scales"])


def _numbers(words: list[str]) -> set[str]:
    return {
        word.strip(".,;:()") for word in words if any(char.isdigit() or char in "$\u00a3\u20ac\u00a5%" for char in word) or word in _number_words()
    }


def _held(words: list[str], kind: str) -> set[str]:
    line = f" {' '.join(word.strip('.,;:()') for word in words)} "
    return {listed for listed in _listed(kind) if f" {listed} " in line}


def _names(words: str) -> set[str]:
    """Words with a capital; the copy of a sentence that begins elsewhere has them too, which is why a name counts last."""
    return {word for word in re.findall(r"\b[^\W\d_]\w+", words) if word[0].isupper()}
