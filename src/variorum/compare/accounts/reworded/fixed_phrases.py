"""Fixed phrases of English ("martial law", "White House"), and the places of a text where one of them stands with words exchanged."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field

from variorum.lang import language_data, language_lines
from variorum.text.thesaurus import Words, base_form, thesaurus

MAX_PHRASE = 6  # words of the longest phrase that is looked for
_ARTICLES = frozenset({"a", "an", "the"})
MAX_REPLACEMENT = 3  # words that a machine puts in place of one ("international locations", "social gathering")


@functools.cache
def function_words() -> frozenset[str]:
    """Words that no machine exchanges, that initials leave out and that names write small."""
    return frozenset(language_data("spinning")["small"]["function"].split())


@functools.cache
def _small() -> frozenset[str]:
    """Words that tie a phrase to nothing."""
    return function_words() | frozenset(language_data("spinning")["small"]["words"].split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fixed phrase as it is written, and whether it is a name, which counts only in capitals."""

    words: Words
    name: bool


@dataclass(slots=True)
class _Node:
    """A place in the tree of phrases: what may follow, the phrases that end here (a term and a name), and whether an expression ends here at all."""

    after: dict[str, _Node] = field(default_factory=dict)
    phrases: tuple[Phrase, ...] = ()
    known: bool = False


@dataclass(frozen=True, slots=True)
class Exchange:
    """Words from token `start` to `end` that stand where `was`, a word of a phrase, should; `machine` if not by the dictionary alone."""

    start: int
    end: int
    was: str
    machine: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found from token `start` to `end` with at least one word exchanged."""

    start: int
    end: int
    phrase: Phrase
    exchanges: tuple[Exchange, ...]


class Usage:
    """A set of phrases that can be looked up in a text's base forms."""

    __slots__ = ("_root",)

    def __init__(self) -> None:
        self._root = _Node()

    def add(self, phrase: str, name: bool = False, sign: bool = True) -> None:
        """Add a phrase; one that is no `sign` is known as usual, but nothing is taken for a rewording of it."""
        words = tuple(phrase.replace("-", " ").split())
        node = self._root
        for word in words:
            node = node.after.setdefault(base_form(word.lower()), _Node())
        node.known = True
        if sign and len(words) <= MAX_PHRASE:
            node.phrases = (*(phrase for phrase in node.phrases if phrase.name != name), Phrase(words, name))

    def usual(self, bases: Words, stops: list[int]) -> list[bool]:
        """For each word whether it is part of an expression that stands in the text as it should; `stops` are where phrases must end."""
        usual = [False] * len(bases)
        for start, stop in enumerate(stops):
            node: _Node | None = self._root
            for at in range(start, stop):
                node = node.after.get(bases[at]) if node else None
                if node is None:
                    break
                if node.known and at > start:
                    usual[start : at + 1] = [True] * (at + 1 - start)
        return usual

    def reworded(self, bases: Words, stops: list[int], usual: list[bool]) -> Iterator[Match]:
        """Phrases with words exchanged for synonyms; a word that is part of a usual expression counts as it stands."""
        starts: dict[Words, list[tuple[_Node, int, str, bool]]] = {}
        for start, stop in enumerate(stops):
            waiting: list[tuple[_Node, int, tuple[Exchange, ...]]] = []
            if bases[start] in self._root.after:
                waiting.append((self._root.after[bases[start]], start + 1, ()))
            key = bases[start : min(start + MAX_REPLACEMENT, stop)]
            if key not in starts:
                starts[key] = list(self._exchanged(self._root, key))
            for node, width, was, machine in starts[key]:
                if width > 1 or not usual[start]:
                    waiting.append((node, start + width, (Exchange(start, start + width, was, machine),)))
            yield from self._walk(bases, usual, start, stop, waiting)

    def _exchanged(self, node: _Node, words: Words) -> Iterator[tuple[_Node, int, str, bool]]:
        """Where a phrase may go on from a node if the first of these words were exchanged for one of its own."""
        for width in range(1, len(words) + 1):
            for was, machine in _originals(words[:width]):
                if was in node.after:
                    yield node.after[was], width, was, machine
            if words[0] not in thesaurus().heads:
                return

    def _walk(
        self, bases: Words, usual: list[bool], start: int, stop: int, waiting: list[tuple[_Node, int, tuple[Exchange, ...]]]
    ) -> Iterator[Match]:
        while waiting:
            node, at, exchanges = waiting.pop()
            if exchanges:
                yield from (Match(start, at, phrase, exchanges) for phrase in node.phrases if _holds(phrase, exchanges))
            if at >= stop or not node.after:
                continue
            if bases[at] in node.after:
                waiting.append((node.after[bases[at]], at + 1, exchanges))
            if len(exchanges) < MAX_REPLACEMENT:
                for after, width, was, machine in self._exchanged(node, bases[at : min(at + MAX_REPLACEMENT, stop)]):
                    if width > 1 or not usual[at]:
                        waiting.append((after, at + width, (*exchanges, Exchange(at, at + width, was, machine))))


def _holds(phrase: Phrase, exchanges: tuple[Exchange, ...]) -> bool:
    """True if the rest of a phrase is firm enough to tell that words were exchanged in it.

    Where nothing but function words is left, there must be two of them besides articles; where nothing but small words is, one word may have been
    exchanged, for what machines put there: "in line" is not "in contrast" reworded. Otherwise two of three words may, for what machines put there.
    """
    left = [base_form(word.lower()) for word in phrase.words]
    for exchange in exchanges:
        left.remove(exchange.was)
    if not left:
        return False
    if all(word in _small() for word in left):
        (first, *more) = exchanges
        firm = first.end - first.start > 1 or sum(word not in _ARTICLES for word in left) > 1 or not function_words().issuperset(left)
        return firm and first.machine and not more
    return len(exchanges) == 1 or all(exchange.machine for exchange in exchanges)


@functools.lru_cache(maxsize=50_000)
def _originals(now: Words) -> tuple[tuple[str, bool], ...]:
    """The words of fixed phrases in whose place `now` may stand, and whether machines are known to put it there."""
    known, wanted = thesaurus(), _vocabulary()
    machine = known.exchanged_for(now)
    found = {word: True for word in machine if word in wanted and word not in function_words()}
    if len(now) == 1 and now[0] not in _small():
        found |= {word: False for word in known.synonyms_of(now[0]) if word in wanted and word not in _small() and word not in found}
    return tuple(sorted((word, by_machine) for word, by_machine in found.items() if word != now[0]))


@functools.cache
def _vocabulary() -> frozenset[str]:
    """The base forms of all words of the language's fixed phrases."""
    return frozenset(base_form(word.lower()) for phrase, _, _ in _listed() for word in phrase.replace("-", " ").split())


@functools.cache
def _listed() -> tuple[tuple[str, bool, bool], ...]:
    """The fixed phrases of the data files: the phrase, whether it is a name, whether a rewording of it is a sign."""
    out = []
    for subject, listed in language_data("collocations").items():
        phrases = filter(None, (" ".join(phrase.split()) for phrase in listed.split(",")))
        out += [(phrase, subject == "names", subject != "usual") for phrase in phrases]
    return tuple(out)


@functools.cache
def fixed_phrases() -> Usage:
    """The fixed phrases of the language, read when first asked for."""
    usage = Usage()
    for line in language_lines("wordnet-phrases"):
        usage.add(line, sign=False)
    for phrase, name, sign in _listed():
        usage.add(phrase, name, sign)
    return usage
