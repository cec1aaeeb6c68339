"""Relations: how one article derives from another, or does not, told sentence by sentence.

What counts is how much of the smaller text was taken over, in words of its sentences, and whether its own prose was: reporters who quote one
speech, one letter or one ruling share most of their words and have copied nothing from each other.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from variorum.compare.accounts.alterations import alterations, by_weight, kind_of
from variorum.compare.accounts.credits import Origin, name_of, origin_of
from variorum.compare.accounts.reworded.rewording import exchanges, original_among, rewording
from variorum.compare.accounts.shared_quotations import shared_quotation
from variorum.compare.accounts.shared_sentences import WHOLE_WORDS, Source, Trace, share_taken, source_of, traces
from variorum.config import DEFAULT, Config
from variorum.records.article import Article
from variorum.records.dossier import Relation

VOICE = frozenset({"copy", "truncated", "rewrite", "spun"})
"""Relations that make two articles one voice."""

SHOWN = 5  # substitutions quoted as evidence
QUOTED = 90  # characters of a sentence quoted as evidence
NOTHING_OWN = 0.97  # likeness of the shorter text's sentences from which it has nothing of its own: a spelling or a date apart
INDEPENDENT = Relation("independent", ("no sentence of one stands in the other",))
_LEAST_MEANING = 20  # different words of meaning, below which any two reporters may write what they share: a copy only if near word for word
_LOOSE_WORDS = 30  # words of headlines and captions alone that make a text to compare


@dataclass(frozen=True, slots=True)
class Overlap:
    """The smaller of two texts traced in the larger: `inside` are the traces of its sentences."""

    smaller: Source
    larger: Source
    inside: tuple[Trace, ...]

    @classmethod
    def of(cls, a: Source, b: Source) -> Overlap:
        smaller, larger = sorted((a, b), key=lambda source: (source.size, source.article.id))
        return cls(smaller, larger, _prose(traces(smaller.article, larger.article)))

    def back(self) -> tuple[Trace, ...]:
        """The traces of the larger text in the smaller."""
        return _prose(traces(self.larger.article, self.smaller.article))

    @property
    def share(self) -> float:
        """Share (0 to 1) of the smaller text that was taken over."""
        return share_taken(self.inside)

    @property
    def own_share(self) -> float:
        """The same of its words outside quotations."""
        return share_taken(trace for trace in self.inside if not trace.quoted)


def _prose(found: tuple[Trace, ...]) -> tuple[Trace, ...]:
    """Traces without headlines and captions, which an editor puts round a text; a text of captions alone keeps them."""
    prose = tuple(trace for trace in found if not trace.sentence.loose)
    return prose if sum(len(trace.sentence.words) for trace in prose) >= _LOOSE_WORDS else found


def relation(a: Article, b: Article, config: Config = DEFAULT) -> Relation:
    """How two articles relate, whichever came first.

    `kind` is `copy` (nothing added, dropped or replaced), `truncated` (the shorter has nothing of its own), `rewrite` (more than half of the
    smaller text was taken over, its own prose included), `spun` (its sentences align one to one though words were exchanged), `partial` (at
    least one whole sentence was taken over), `quotes` (what they share are quotations) or `independent`. `evidence` are sentences that a reader
    can check, `origin` the id of the article that the other comes from (None where neither text nor time tells), `changes` what the other one
    changed. Both articles are read as they stand: no parse is needed. Order changes nothing.
    """
    first, second = sorted((a, b), key=lambda article: article.id)
    found = relate(source_of(first), source_of(second), config)
    if found.kind not in VOICE:
        return found
    a_source, b_source = source_of(first), source_of(second)
    known = origin_of(first, second, shorter=shorter_of(found.kind, a_source, b_source)) or _by_words(found.kind, first, second)
    copy, model = (a_source, b_source) if known and known.article == second.id else (b_source, a_source)
    told = described(found, copy, model)
    return dataclasses.replace(told, evidence=(*told.evidence, *((f"{known.reason}",) if known else ())), origin=known.article if known else None)


def _by_words(kind: str, a: Article, b: Article) -> Origin | None:
    """Which of two reworded texts is the original by its words, None if they do not tell."""
    told = original_among([a, b]) if kind == "spun" else None
    return Origin(told.id, f"{name_of(told)} has usual phrases where the other has broken ones") if told else None


def shorter_of(kind: str, a: Source, b: Source) -> str | None:
    """The id of the text that is the other cut short, if one is."""
    return min((a, b), key=lambda source: source.size).article.id if kind == "truncated" else None


def relate(a: Source, b: Source, config: Config) -> Relation:
    """Kind and evidence of the relation of two texts; what was changed and which came first is told by others."""
    if [sentence.words for sentence in a.sentences] == [sentence.words for sentence in b.sentences]:
        return Relation("copy", ("word for word the same text",), shares=(1.0, 1.0))
    overlap = Overlap.of(a, b)
    if len(overlap.smaller.where) < _LEAST_MEANING:
        short = _derived(overlap, config)
        return short if short.kind == "copy" else _sentences_shared(overlap, config)
    found = _derived(overlap, config) if overlap.share > config.derived_share else None
    if found is not None and overlap.own_share <= config.derived_share and (found.kind != "copy" or _has_own(overlap)):
        found = None  # what they share is quotations, and a text that is nothing else is a copy only if it is the same
    if found is None or found.kind == "rewrite":
        found = _reworded(a, b, config) or found
    return found or _sentences_shared(overlap, config)


def sentences_shared(a: Source, b: Source, config: Config) -> Relation:
    """The relation of two texts that are two voices: whole sentences, quotations, or nothing."""
    return _sentences_shared(Overlap.of(a, b), config)


def _sentences_shared(overlap: Overlap, config: Config) -> Relation:
    whole = [
        trace for trace in overlap.inside if not trace.quoted and len(trace.sentence.words) >= WHOLE_WORDS and trace.likeness >= config.whole_sentence
    ]
    if whole:
        return Relation("partial", _partial_evidence(overlap, whole))
    return quotations_shared(overlap.smaller, overlap.larger, config)


def quotations_shared(a: Source, b: Source, config: Config) -> Relation:  # noqa: ARG001  one signature for all
    """The relation of two texts that have no sentence of their prose in common: quotations, or nothing."""
    quotation = shared_quotation(a, b)
    return Relation("quotes", (f"they share quotations only, such as “{_short(quotation)}”",)) if quotation else INDEPENDENT


def _has_own(overlap: Overlap) -> bool:
    """True if the smaller text has words outside of quotations."""
    return any(not trace.quoted for trace in overlap.inside)


def _derived(overlap: Overlap, config: Config) -> Relation:
    """Copy, truncated or rewrite, by how nearly each text stands in the other."""
    reverse = overlap.back()
    ahead, back = _likeness(overlap.inside), _likeness(reverse)
    if min(ahead, back) >= config.copy_likeness:
        kind, told = "copy", f"sentence by sentence the same text; {min(ahead, back):.0%} of its words stand in both"
    elif ahead >= NOTHING_OWN:
        more = sum(trace.taken < 1 for trace in reverse)
        kind, told = "truncated", f"every sentence of the shorter text stands in the longer one, which has {more} more"
    else:
        taken = sum(2 * trace.taken > 1 for trace in overlap.inside)
        number = _counted(len(overlap.inside), "sentence")
        kind, told = "rewrite", f"{taken} of the {number} of the smaller text, {overlap.share:.0%} of its words, stand in the other, whole or edited"
    return Relation(kind, (told,), shares=(overlap.share, share_taken(reverse)))


def _likeness(found: tuple[Trace, ...]) -> float:
    """Mean likeness of the sentences, by their words."""
    total = sum(len(trace.sentence.words) for trace in found)
    return sum(len(trace.sentence.words) * trace.likeness for trace in found) / total if total else 0.0


def _partial_evidence(overlap: Overlap, whole: list[Trace]) -> tuple[str, ...]:
    longest = max(whole, key=lambda trace: (len(trace.sentence.words), -trace.sentence.start)).sentence
    quoted = _short(overlap.smaller.article.text[longest.start : longest.end])
    stand = "stands" if len(whole) == 1 else "stand"
    return (f"{len(whole)} of the {_counted(len(overlap.inside), 'sentence')} of the smaller text {stand} in the other: “{quoted}”",)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun if number == 1 else noun + 's'}"


def _short(words: str) -> str:
    """Words quoted as evidence: one line, cut after a word where it is long."""
    line = " ".join(words.split())
    return line if len(line) <= QUOTED else line[: line.rfind(" ", 0, QUOTED) if " " in line[:QUOTED] else QUOTED] + " …"


def _reworded(a: Source, b: Source, config: Config) -> Relation | None:
    """Spun, if most sentences align one to one in order though their words were exchanged."""
    found = rewording(a.article, b.article, config.reworded_coverage)
    if found is None:
        return None
    coverage = found.alignment.coverage
    told = f"{coverage:.0%} of the shorter text stands in sentences that align with the other's, in order"
    return Relation("spun", (told,), shares=(coverage, coverage))


def described(found: Relation, copy: Source, origin: Source) -> Relation:
    """The relation of two texts that are one voice, with what `copy` changed in what it has from `origin`."""
    if found.kind != "spun":
        return dataclasses.replace(found, changes=alterations(copy, origin), origin=origin.article.id)
    exchanged = exchanges(copy.article, origin.article)
    changes = by_weight(dataclasses.replace(change, kind=kind_of(change.now, change.was)) for change in exchanged)
    quoted = list(dict.fromkeys(f"“{change.now}” for “{change.was}”" for change in changes if change.was.isascii() or change.now))[:SHOWN]
    evidence = (*found.evidence, f"{len(changes)} words or phrases are exchanged: {', '.join(quoted)}")
    return dataclasses.replace(found, evidence=evidence, changes=changes, origin=origin.article.id)
