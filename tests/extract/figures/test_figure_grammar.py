"""Figures drawn from the grammar read as they were written: value, unit, bound, period, and the noun of a count.

What the reader does not know yet is listed in KNOWN_GAPS, by the labels of the class. A listed class that reads well now fails the test too:
take it out. `python -m tests.extract.figures.figure_gaps` writes the list anew.
"""

from __future__ import annotations

import functools

from tests.extract.figures.figure_gaps import EXAMPLES, Gap, Outcome, draws, told

STRAY = 0.007  # share of sentences outside the listed classes that may fail: cases too rare to be a class
MENDED = 0.25  # a class of which a smaller share fails is no gap any more: what is left of it has a narrower name

KNOWN_GAPS: list[str] = [
    "two units",
    "hyphen list",
    "words code before",
    "joint  or",
    "share pc",
    "numeral Swiss",
    "carrier: Sales rose {} to {} last year.",
    "name Swedish crowns",
    "carrier: Revenue decreased {} to {}.",
    "joint /",
    "name Danish crowns",
    "name Norwegian crowns",
    "scale MM",
    "carrier: Profit fell by {}, to {}.",
    "name Czech crowns",
    "scale or unit + space before scale",
    "share adjective {}-per-cent",
    "ranged adjective {}-to-{}-{}",
    "numeral European with decimals",
    "sign N$",
    "coin öre",
    "sign USh",
    "scale M",
    "sign GH₵",
    "coin euro cents",
    "coin ¢",
    "per: each year",
    "sign R",
    "sign KSh",
    "numeral European",
    "coin c",
    "bound after: and counting",
    "sign Rp",
    "noun buses",
    "coin Canadian cents",
    "ranged adjective {}- or {}-{}",
    "coin cents",
    "bound after + count",
    "coin sen",
    "coin kopecks",
    "coin cts",
    "sign TSh",
    "sign J$",
    "national name + scale B",
    "coin paise",
    "coin US cents",
    "symbol adjective m",
    "noun lives",
    "name Icelandic kronur",
    "name Brazilian reais",
    "bound after: at the very least",
    "symbol kmh",
    "per: each month",
    "noun crises",
    "bound after: at the most",
    "noun wolves",
    "measure degrees C",
    "numeral digits + scale b",
    "name Taiwan dollars",
    "time hrs",
    "rarer code + scale B",
    "name Turkish lira",
    "count + ranged adjective {}–{} {}",
    "bare name + scale b",
    "symbol sqm",
    "noun viruses",
    "count + ranged adjective {}-{} {}",
    "symbol sq miles",
    "scale B + space before code",
    "carrier: The harbour had {} in the bank. + scale b",
    "joint from  to + numeral in words + words scale",
    "described noun + scale B",
    "bound before: up to + neighbour",
    "joint - + numeral digits + unit full",
]


@functools.cache
def outcomes() -> list[Outcome]:
    return draws(EXAMPLES)


def gaps() -> list[Gap]:
    return [frozenset(gap.split(" + ")) for gap in KNOWN_GAPS]


def test_figures_read_as_they_were_written() -> None:
    """Of some thousands of sentences, those in no listed class are read right, but for strays."""
    outside = [outcome for outcome in outcomes() if not any(gap <= outcome.labels for gap in gaps())]
    wrong = [outcome for outcome in outside if outcome.wrong]
    print(f"{len(outcomes())} sentences, {len(outside)} in no listed class, {len(wrong)} of these wrong")
    assert len(wrong) <= STRAY * len(outside), "\n".join(map(told, wrong))
    assert len(outside) > len(outcomes()) / 3, "most of the grammar is listed as a gap"


def test_listed_gaps_are_gaps() -> None:
    """Every listed class fails still, where no other listed class explains it; one that does not is mended or misspelt."""
    mended = {" + ".join(sorted(gap)): shares for gap in gaps() if (shares := failing(gap))[0] <= MENDED * shares[1]}
    assert not mended, f"No gaps any more (wrong, drawn): {mended}"


def failing(gap: Gap) -> tuple[int, int]:
    """How many of the sentences of a class are read wrong, and how many there are: those of no other class where there are any."""
    bearing = [outcome for outcome in outcomes() if gap <= outcome.labels]
    alone = [outcome for outcome in bearing if sum(other <= outcome.labels for other in gaps()) == 1]
    return sum(bool(outcome.wrong) for outcome in alone or bearing), len(alone or bearing)
