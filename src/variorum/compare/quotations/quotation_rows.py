"""One quotation in several accounts: every wording of it, and which words differ inside the quotation marks.

What stands in quotation marks is claimed to be somebody's very words, so a word that differs there is an error of somebody's, and news.
Sentences are candidates for one quotation where two telling words in a row are the same (an index, so that the work grows with the number of
quotations and not with its square); then their words are aligned.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.compare.quotations.quoted_words import Quoted, QuotedWord, quoted_words
from variorum.compare.quotations.wordings import MAX_WORDS, Forms, Wordings, Words, compare_wordings, difference_words, forms, steps
from variorum.lang import language_data
from variorum.records.article import content_hash
from variorum.records.dossier import Account, Actor, QuotationGroup, Wording
from variorum.records.marks import Reading, Speaker

MAX_SENTENCES = 64  # sentences that may share a pair of words; a pair in more tells nothing (and would cost the square of them)
CANDIDATES = 8  # sentences that one is aligned with: those that share most pairs of words
WHOLE = 5  # telling words by which a sentence is known whoever says it

# Telling words that a fragment must have in which nothing differs, by what is known of the two speakers.
_FRAGMENT = {"same": 2, "unknown": 3, "different": WHOLE}
# The same where words differ, and the shares of the shorter sentence's telling words and of all its words that must be found in the longer.
_NEAR = {"same": (3, 0.7, 0.6), "unknown": (WHOLE, 0.7, 0.6), "different": (WHOLE, 0.8, 0.7)}
_TOLD = 5  # articles whose changes a reason quotes; the wordings hold them all
_SPREAD = 0.5  # share of the words between the first and the last found that must be found: words strewn over a long sentence are chance


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A quoted sentence: of which quotation (`quoted`, by number) and article (by number), and which of its words."""

    quoted: int
    article: int
    part: range


@dataclass(slots=True)
class _Form:
    """Sentences of the same words; short ones only if they have the same speaker. `telling` are the words that tell it from others."""

    words: Words
    telling: Forms
    sentences: list[_Sentence]
    actors: set[str]


def compare_quotations(readings: Sequence[Reading], accounts: Sequence[Account], actors: Sequence[Actor]) -> tuple[QuotationGroup, ...]:
    """Quotations that several accounts carry, or that a copy changed, in the order of the story; readings know their actors already."""
    quoted: list[tuple[int, Quoted]] = [(number, one) for number, reading in enumerate(readings) for one in quoted_words(reading)]
    found = _forms(quoted)
    groups: dict[frozenset[int], list[_Sentence]] = {}
    for joined in _joined(found):
        sentences = [sentence for number in joined for sentence in found[number].sentences]
        groups.setdefault(frozenset(one.quoted for one in sentences), []).extend(sentences)
    home = {member.article: account.id for account in accounts for member in account.articles}
    originals = frozenset(member.article for account in accounts for member in account.articles if member.relation == "original")
    order = sorted(groups.values(), key=lambda sentences: min((one.quoted, one.part.start) for one in sentences))
    ranges = (_ranges(sentences) for sentences in order if _is_shared(sentences))
    made = (_Group([quoted[key] for key in parts], tuple(parts.values()), readings, home, originals, actors) for parts in ranges)
    return tuple(group for one in made if (group := one.record()))


def _is_shared(sentences: Iterable[_Sentence]) -> bool:
    return len({one.article for one in sentences}) > 1


def _ranges(sentences: Iterable[_Sentence]) -> dict[int, range]:
    """For each quotation its words from the first sentence of a group to the last, in the order of the story."""
    out: dict[int, range] = {}
    for one in sorted(sentences, key=lambda one: (one.quoted, one.part.start)):
        start = out.get(one.quoted, one.part).start
        out[one.quoted] = range(start, max(one.part.stop, out.get(one.quoted, one.part).stop))
    return out


def _forms(quoted: Sequence[tuple[int, Quoted]]) -> list[_Form]:
    """Quoted sentences by their words; those that hold no telling word are left out."""
    out: dict[tuple[Forms, str | None], _Form] = {}
    for number, (article, one) in enumerate(quoted):
        actor = _actor(one.statement.speaker)
        for part in one.sentences():
            words = tuple(one.words[at] for at in part)
            telling = tuple(word.form for word in words if word.telling)
            if not _is_known_again(words, telling, actor):
                continue
            key = forms(words), actor if len(telling) < WHOLE else None
            form = out.setdefault(key, _Form(words, telling, [], set()))
            form.sentences.append(_Sentence(number, article, part))
            form.actors |= {actor} if actor else set()
    return list(out.values())


def _is_known_again(words: Words, telling: Forms, actor: str | None) -> bool:
    """False for words that two people, or one person on two days, may well say by chance: "yes", "I don't know", "historic"."""
    if actor is None:
        return len(telling) >= _FRAGMENT["unknown"]
    return len(telling) >= _FRAGMENT["same"] or (len(telling) == 1 and len(words) >= 4)


def _actor(speaker: Speaker | None) -> str | None:
    return speaker.actor if speaker else None


def _joined(found: list[_Form]) -> list[list[int]]:
    """The forms, as numbers, that are one quotation."""
    parent = list(range(len(found)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for one, other in _alike(found):
        first, last = sorted((root(one), root(other)))
        parent[last] = first
    out: dict[int, list[int]] = {}
    for number in range(len(found)):
        out.setdefault(root(number), []).append(number)
    return list(out.values())


def _alike(found: list[_Form]) -> Iterator[tuple[int, int]]:
    where: dict[tuple[str, str], list[int]] = {}
    for number, form in enumerate(found):
        for pair in dict.fromkeys(pairwise(form.telling[:MAX_WORDS])):
            where.setdefault(pair, []).append(number)
    telling = {pair: numbers for pair, numbers in where.items() if 1 < len(numbers) <= MAX_SENTENCES}
    for number, form in enumerate(found):
        shared: Counter[int] = Counter()
        for pair in dict.fromkeys(pairwise(form.telling[:MAX_WORDS])):
            shared.update(other for other in telling.get(pair, ()) if other != number)
        for other, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:CANDIDATES]:
            if _one_quotation(form, found[other]):
                yield number, other


def _one_quotation(one: _Form, other: _Form) -> bool:
    """True if two sentences are one quotation, cut or changed in a word or two."""
    shorter, longer = sorted((one, other), key=lambda form: (len(form.words), forms(form.words)))
    speakers = "unknown" if not (one.actors and other.actors) else "same" if one.actors & other.actors else "different"
    same = [step for step in steps(forms(shorter.words), forms(longer.words)) if step[0] == "equal"]
    kept = [at for _, a1, a2, _, _ in same for at in range(a1, a2)]
    if not kept:
        return False
    telling = sum(shorter.words[at].telling for at in kept)
    cuts = sum(word.after_cut for word in shorter.words)
    if len(kept) == len(shorter.words) and len(same) <= 1 + cuts:
        return telling >= _FRAGMENT[speakers] and (len(kept) > 2 or len(shorter.words) == len(longer.words))
    least, of_telling, of_all = _NEAR[speakers]
    spread = same[-1][4] - same[0][3]
    enough = telling >= of_telling * max(least, len(shorter.telling)) and len(kept) >= of_all * len(shorter.words)
    return enough and (cuts > 0 or len(kept) >= _SPREAD * spread)


@dataclass(frozen=True, slots=True)
class _Group:
    """One quotation: who prints it (article number and quotation), which of its words, and where these belong."""

    members: Sequence[tuple[int, Quoted]]
    parts: Sequence[range]
    readings: Sequence[Reading]
    home: dict[str, str]
    originals: frozenset[str]
    actors: Sequence[Actor]

    def record(self) -> QuotationGroup | None:
        """The group with every wording; None where it is one account's own and no copy changed anything."""
        reference = self._reference()
        seen = [self._compared(number, reference) for number in range(len(self.members))]
        fuller = any(one.longer for one in seen)
        wordings = [self._wording(number, one, shorter=one.shorter or (fuller and not one.longer)) for number, one in enumerate(seen)]
        apart = self._speakers(wordings)
        verdict = self._verdict(wordings, apart=bool(apart))
        if len({one.account for one in wordings}) == 1 and verdict in ("same", "shortened"):
            return None
        main = wordings[reference]
        reason = " ".join(self._reason(wordings, main, verdict, apart))
        counts = Counter(one.actor for one in _once_each(wordings) if one.actor)
        actor = min(counts, key=lambda key: (-counts[key], key)) if counts else None
        number = len({one.account for one in wordings})
        places = sorted((one.statement, one.contents[0].start) for one in wordings)
        return QuotationGroup("q" + content_hash(*places), actor, main.statement, tuple(wordings), verdict, reason, number)

    def _compared(self, number: int, reference: int) -> Wordings:
        texts = [self.readings[self.members[one][0]].article.text for one in (reference, number)]
        return compare_wordings(self._words(reference), texts[0], self._words(number), texts[1])

    def _wording(self, number: int, seen: Wordings, *, shorter: bool) -> Wording:
        article, quoted = self.members[number]
        contents = quoted.excerpts(self.readings[article].article.text, self.parts[number])
        actor = _actor(quoted.statement.speaker)
        return Wording(quoted.statement.id, self._article(number), self._account(number), actor, contents, seen.differences, shorter)

    def _words(self, number: int) -> tuple[QuotedWord, ...]:
        return tuple(self.members[number][1].words[at] for at in self.parts[number])

    def _reference(self) -> int:
        """The member with the wording that most accounts print; of several such an original's, then the longest, then the first."""
        printed: dict[Forms, set[str]] = {}
        for number in range(len(self.members)):
            printed.setdefault(forms(self._words(number)), set()).add(self._account(number))

        def rank(number: int) -> tuple[int, bool, int, int]:
            words = self._words(number)
            return -len(printed[forms(words)]), self._article(number) not in self.originals, -len(words), number

        return min(range(len(self.members)), key=rank)

    def _article(self, number: int) -> str:
        return self.readings[self.members[number][0]].article.id

    def _account(self, number: int) -> str:
        return self.home.get(self._article(number), self._article(number))

    @staticmethod
    def _verdict(wordings: Sequence[Wording], *, apart: bool) -> str:
        if any(one.differences for one in wordings):
            return "altered"
        if apart:
            return "speaker differs"
        return "shortened" if any(one.shorter for one in wordings) else "same"

    def _speakers(self, wordings: Sequence[Wording]) -> dict[str, str]:
        """The articles by speaker, where the quotation is given to several people.

        A body may speak through a person and under several descriptions, a pronoun may be resolved wrongly, and of two names one may be the
        other's short form or no more than a trade ("the comedian"): none of these makes another speaker.
        """
        known = {actor.id: actor for actor in self.actors}
        out: dict[str, str] = {}
        for one, (_, quoted) in zip(wordings, self.members, strict=True):
            speaker = quoted.statement.speaker
            if one.actor in known and speaker and speaker.text.lower() not in _pronouns() and _is_full_name(known[one.actor]):
                out.setdefault(one.actor, one.article)
        names = [frozenset(known[key].name.casefold().split()) for key in out]
        return out if len(out) > 1 and not any(one < other for one in names for other in names) else {}

    def _reason(self, wordings: Sequence[Wording], main: Wording, verdict: str, apart: dict[str, str]) -> Iterator[str]:
        others = [one for one in wordings if one is not main]
        accounts = len({one.account for one in wordings})
        agreed = len({one.account for one in wordings if not one.differences})
        there = "most accounts print" if 2 * agreed > max(accounts, 2) else f"{agreed} accounts print" if agreed > 1 else f"{main.article} prints"
        told = [difference_words(one.differences, f"{one.article} prints", there) for one in others if one.differences]
        if told:
            yield "; ".join((*told[:_TOLD], *((f"{len(told) - _TOLD} more articles differ",) if told[_TOLD:] else ()))) + "."
        if apart:
            names = {actor.id: actor.name for actor in self.actors}
            yield "; ".join(f"{article} gives it to {names[key]}" for key, article in apart.items()) + "."
        if verdict == "shortened":
            less = list(dict.fromkeys(one.article for one in wordings if one.shorter))
            who = f"{', '.join(less[:-1])} and {less[-1]} print" if less[1:] else f"{less[0]} prints"
            yield f"What is printed is the same in {accounts} accounts; {who} less of it."
        elif verdict == "same":
            yield f"The same words in {accounts} accounts."


def _is_full_name(actor: Actor) -> bool:
    return actor.kind == "person" and len(actor.name.split()) > 1


def _once_each(wordings: Sequence[Wording]) -> Iterator[Wording]:
    """One wording of each account: a copy adds no voice."""
    seen: set[tuple[str, str | None]] = set()
    for one in wordings:
        if (one.account, one.actor) not in seen:
            seen.add((one.account, one.actor))
            yield one


@functools.cache
def _pronouns() -> frozenset[str]:
    return frozenset(word for words in language_data("antecedents")["pronouns"].values() for word in str(words).split())
