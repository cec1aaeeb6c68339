"""What the reader makes of the grammar's sentences, and which classes of figures it gets wrong.

`python -m tests.extract.figures.figure_gaps [RUNS]` prints the classes that fail, most frequent first, each with an example: the shortest sets of
labels that between them cover all failures. After one run (the default) the list that it ends with is `KNOWN_GAPS` of `test_figure_grammar`.
"""

from __future__ import annotations

import collections
import itertools
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import variorum
from tests.extract.figures.figure_grammar import Reading
from tests.extract.figures.figure_sentences import Sentence, text_of
from variorum.records.marks import Figure

EXAMPLES = 150  # lists of sentences a run
A_TEXT = 40  # sentences drawn and parsed at a time
CLOSE = Decimal("0.0002")  # of the value: two-thirds is 66.67 per cent
Gap = frozenset[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A sentence, what is wrong with its figures (empty where nothing is), and what was found instead."""

    sentence: Sentence
    wrong: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def labels(self) -> frozenset[str]:
        return self.sentence.labels


def judged(sentence: Sentence, found: Sequence[Figure]) -> Outcome:
    """Compare the figures found with those written: each once, in its place, with its reading, and no others."""
    wrong: list[str] = []
    left = [figure for figure in found if not (figure.unit == "ordinal" and figure.low == 1)]
    for start, end, reading in sentence.figures:
        here = [figure for figure in left if figure.number.start < end and start < figure.number.end]
        left = [figure for figure in left if figure not in here]
        wrong += ["missing"] if not here else ["split"] if len(here) > 1 else differences(reading, here[0])
    wrong += ["extra"] * bool(left)
    return Outcome(sentence, tuple(dict.fromkeys(wrong)), tuple(shown(figure) for figure in found))


def differences(reading: Reading, figure: Figure) -> list[str]:
    """Which fields of a figure differ from its right reading."""
    ways = [(reading.low, reading.high, reading.unit), *((value, value, unit) for value, unit in reading.same)]
    values = [near(figure.low, low) and near(figure.high, high) for low, high, _ in ways]
    units = [figure.unit == unit for *_, unit in ways]
    told = [] if any(map(all, zip(values, units, strict=True))) else ["value"] * (not any(values)) + ["unit"] * (not any(units)) or ["value"]
    told += ["bound"] * (figure.bound != reading.bound) + ["per"] * (figure.per != reading.per)
    return told + ["of"] * (reading.of is not None and figure.of != reading.of)


def near(value: Decimal | None, wanted: Decimal) -> bool:
    return value is not None and abs(value - wanted) <= CLOSE * abs(wanted)


def shown(figure: Figure | Reading) -> str:
    """A figure or reading in short: "3700000 USD ~ a year"."""
    value = "vague" if figure.low is None else plain(figure.low) if figure.low == figure.high else f"{plain(figure.low)}..{plain(figure.high)}"
    of, per = f" of {figure.of}" if figure.of else "", f" per {figure.per}" if figure.per else ""
    return f"{'' if figure.bound == '=' else figure.bound}{value} {figure.unit}{of}{per}".strip()


def plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"


def cells_of(outcome: Outcome) -> tuple[str, str, str]:
    """The sentence, what was expected, what was found."""
    wanted = "; ".join(shown(reading) for *_, reading in outcome.sentence.figures)
    return outcome.sentence.text, wanted, "; ".join(outcome.found) or "nothing"


def told(outcome: Outcome) -> str:
    """A failure in two lines."""
    text, wanted, found = cells_of(outcome)
    return f"{text}\n    wrong: {', '.join(outcome.wrong)}; expected {wanted}; found {found}"


def read(drawn: Sequence[Sentence]) -> list[Outcome]:
    """Every sentence read as a text of its own, in one batch."""
    found = variorum.figures_of([sentence.text for sentence in drawn], batch_size=A_TEXT)
    return [judged(sentence, figures) for sentence, figures in zip(drawn, found, strict=True)]


def draws(examples: int, start: int = 0) -> list[Outcome]:
    """The outcomes of `examples` times A_TEXT drawn sentences, repeats left out: the same in every run, others for another `start`."""
    out: dict[str, Outcome] = {}
    for number in range(examples):
        out.update((outcome.sentence.text, outcome) for outcome in read(text_of(random.Random(f"{start} {number}"), A_TEXT)))
    return list(out.values())


# --- classes of failures ----------------------------------------------------------------------------------------------------------

SURE = (0.95, 0.6)  # shares of a class's sentences that must fail for it to be called a gap: classes that fail whole are sought first
LEAST = 3  # failures that make a class


def gaps_of(outcomes: Sequence[Outcome], known: Iterable[Gap] = ()) -> list[tuple[Gap, list[Outcome], int]]:
    """The sets of one, two or three labels that cover the failures: each with its failures and how many sentences bear it, most first.

    Greedy: of all sets of which more than SURE fail, the shortest that covers most; its sentences are set aside, and again.
    Sentences of `known` gaps are left out.
    """
    left = [outcome for outcome in outcomes if not any(gap <= outcome.labels for gap in known)]
    out: list[tuple[Gap, list[Outcome], int]] = []
    while (best := _best(left)) is not None:
        failed = [outcome for outcome in left if outcome.wrong and best <= outcome.labels]
        out.append((best, failed, sum(best <= outcome.labels for outcome in left)))
        left = [outcome for outcome in left if not best <= outcome.labels]
    return sorted(out, key=lambda row: -len(row[1]))


def _best(outcomes: Sequence[Outcome]) -> Gap | None:
    for size, sure in itertools.product((1, 2, 3), SURE):
        wrong = collections.Counter(itertools.chain.from_iterable(_sets(o, size) for o in outcomes if o.wrong))
        kept = {labels for labels, count in wrong.items() if count >= LEAST}
        right = collections.Counter(labels for o in outcomes if not o.wrong for labels in _sets(o, size) if labels in kept)
        found = [(wrong[labels], sorted(labels)) for labels in kept if wrong[labels] >= sure * (wrong[labels] + right[labels])]
        if found:
            return frozenset(max(found)[1])
    return None


def _sets(outcome: Outcome, size: int) -> Iterable[Gap]:
    return map(frozenset, itertools.combinations(sorted(outcome.labels), size))


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    outcomes = [outcome for start in range(runs) for outcome in draws(EXAMPLES, start)]
    wrong, gaps = [outcome for outcome in outcomes if outcome.wrong], gaps_of(outcomes)
    print(f"{len(outcomes)} sentences, {len(wrong)} wrong\n")
    for gap, failed, bearing in gaps:
        kinds = collections.Counter(kind for outcome in failed for kind in outcome.wrong).most_common(3)
        example = min(failed, key=lambda outcome: (len(outcome.labels), len(outcome.sentence.text)))
        cells = (f"{len(failed)}/{bearing}", " + ".join(sorted(gap)), ", ".join(kind for kind, _ in kinds), *cells_of(example))
        print("| " + " | ".join(cells) + " |")
    rest = [outcome for outcome in wrong if not any(gap <= outcome.labels for gap, *_ in gaps)]
    print(f"\n{len(rest)} more, in no class:", *map(told, rest), sep="\n")
    print("\nKNOWN_GAPS = [", *(f"    {' + '.join(sorted(gap))!r},".replace("'", '"') for gap, *_ in gaps), "]", sep="\n")


if __name__ == "__main__":
    main()
