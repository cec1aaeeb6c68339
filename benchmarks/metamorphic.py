"""Do equal texts read equally? Figures of real sentences are rewritten, and nothing may change but what should.

Usage: python benchmarks/metamorphic.py [FILE ...] [--fails N] [--json]

Each FILE holds texts as JSON lines or as a JSON list, each an object with "text"; the default is the development paragraphs and sentences of
../shared/bench. A rewriting is judged against the reading of the text as it stands, right or wrong: a figure written in another way must keep
value, unit, bound, status and measure, and every other figure of the text must stay as it was. Printed for each rewriting: how many places
there were, and in how many per cent of them all held, and each field held. `--fails N` shows up to N failures of each; `--json` prints the
table as the last line.
"""

from __future__ import annotations

import argparse
import collections
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import variorum
from variorum.records.marks import Figure

BENCH = Path(__file__).parents[2] / "shared" / "bench"
FILES = (BENCH / "figures" / "dev.jsonl", BENCH / "newsquant" / "dev.json")
FIELDS = ("value", "unit", "bound", "status", "measure", "others")
Values = tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a text, and what is written in their place."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A text rewritten: edits in order and apart, the figures they touch, and the values these must have then if not the old ones."""

    name: str
    text: str
    edits: tuple[Edit, ...]
    touched: tuple[Figure, ...] = ()
    values: dict[str, Values] = field(default_factory=dict)

    def written(self) -> str:
        out, at = [], 0
        for edit in self.edits:
            out += [self.text[at : edit.start], edit.new]
            at = edit.end
        return "".join(out) + self.text[at:]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where characters of the old text stand in the new one; all of an edit that they touch."""
        return self._moved_start(start), self._moved_end(end)

    def _moved_start(self, at: int) -> int:
        shift = 0
        for edit in self.edits:
            if edit.start <= at < edit.end:
                return edit.start + shift
            shift += len(edit.new) - (edit.end - edit.start) if edit.end <= at else 0
        return at + shift

    def _moved_end(self, at: int) -> int:
        shift = 0
        for edit in self.edits:
            if edit.start < at < edit.end:
                return edit.start + shift + len(edit.new)
            shift += len(edit.new) - (edit.end - edit.start) if edit.start < at else 0
        return at + shift


# --- rewritings -------------------------------------------------------------------------------------------------------------------

SCALES = {"thousand": 3, "million": 6, "mln": 6, "m": 6, "mn": 6, "billion": 9, "bln": 9, "bn": 9, "trillion": 12}
FULL = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
SHORT = {6: "m", 9: "bn", 12: "tn"}
SIGNS = {"$": "USD", "US$": "USD", "£": "GBP", "€": "EUR"}
NAMES = {"USD": ("$", "dollars"), "GBP": ("£", "pounds"), "EUR": ("€", "euros")}
_AMOUNT = re.compile(rf"(\d+(?:\.\d+)?) ?({'|'.join(sorted(SCALES, key=len, reverse=True))})")
_NAME = re.compile(r"\s(?:U\.S\. |US )?(?:dollars|dlrs|pounds|euros)\b")
_PHRASE_ENDS = re.compile(r"[.,;)]|$|\s(?:of|in|for|on|to|from|by|and|at|a|an|last|this|that|which|was|is|were|as|over|after|before|with|but|per)\b")
WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = dict(enumerate(WORDS, 2))


def amounts(text: str, figures: Sequence[Figure]) -> Iterator[Rewriting]:
    """Sums of money in every other way to write them."""
    for figure in figures:
        amount = _AMOUNT.fullmatch(text[figure.number.start : figure.number.end].replace("\n", " "))
        if amount is None or figure.unit not in NAMES or figure.low != figure.high:
            continue
        span = money_span(text, figure)
        if span is None or text[span[1] : span[1] + 1] == "-":
            continue
        for name, new in money_forms(amount[1], SCALES[amount[2]], figure.unit, _PHRASE_ENDS.match(text, span[1]) is not None):
            if new != text[span[0] : span[1]]:
                yield Rewriting(f"money as {name}", text, (Edit(*span, new),), (figure,))


def money_span(text: str, figure: Figure) -> tuple[int, int] | None:
    """From the sign before a number to its end, or from the number to the end of its currency's name."""
    start, end = figure.number.start, figure.number.end
    for sign, code in sorted(SIGNS.items(), key=lambda item: -len(item[0])):
        if code == figure.unit and text.endswith(sign, 0, start):
            return (start - len(sign), end) if free(text, start - len(sign)) else None
    name = _NAME.match(text, end)
    return (start, name.end()) if name and free(text, start) else None


def free(text: str, start: int) -> bool:
    """True if nothing stands against what begins at `start`."""
    return not re.search(r"[\w$£€-]$", text[max(0, start - 1) : start])


def money_forms(number: str, power: int, code: str, phrase: bool) -> Iterator[tuple[str, str]]:
    """Names of the ways to write a sum (dollars stand for any currency), and the sum so written.

    With its currency's name only where a `phrase` ends there: no noun follows.
    """
    sign, name = NAMES[code]
    yield "$3.7 billion", f"{sign}{number} {FULL[power]}"
    yield "USD 3.7 billion", f"{code} {number} {FULL[power]}"
    if code == "USD":
        yield "US$3.7 billion", f"US${number} {FULL[power]}"
    if power in SHORT:
        yield "$3.7bn", f"{sign}{number}{SHORT[power]}"
    if phrase:
        yield "3.7 billion dollars", f"{number} {FULL[power]} {name}"
    if power == 9:
        yield "$3,700 million", f"{sign}{Decimal(number) * 1000:,f} million".replace(".0 ", " ")
    if power == 6:
        yield "$3,700,000", f"{sign}{(Decimal(number) * 10**6).to_integral_value():,f}"


_SHARE = re.compile(r"(\s?)(percent|per cent|pct|%)(?![\w-])")


def shares(text: str, figures: Sequence[Figure]) -> Iterator[Rewriting]:
    """ "5 percent" as "5%", "5 pct", "five per cent"."""
    for figure in figures:
        written, sign = text[figure.number.start : figure.number.end], _SHARE.match(text, figure.number.end)
        if figure.unit != "%" or figure.low != figure.high or sign is None or not re.fullmatch(r"\d+(?:\.\d+)?", written):
            continue
        for name, new in (("5%", "%"), ("5 percent", " percent"), ("5 per cent", " per cent"), ("5 pct", " pct")):
            if new != sign[0].replace("\n", " "):
                yield Rewriting(f"share as {name}", text, (Edit(figure.number.end, sign.end(), new),), (figure,))
        if written.isdigit() and int(written) in NUMBERS:
            yield Rewriting("share as five percent", text, (Edit(figure.number.start, sign.end(), f"{NUMBERS[int(written)]} percent"),), (figure,))


def numerals(text: str, figures: Sequence[Figure]) -> Iterator[Rewriting]:
    """ "12" as "twelve", "twelve" as "12", "1,200" as "1200" and the other way."""
    for figure in figures:
        start, end = figure.number.start, figure.number.end
        written = text[start:end]
        alone = not re.search(r"[\w$£€.,-]$", text[:start][-1:]) and re.match(r"\s[a-z]", text[end : end + 2])
        if not alone or figure.low != figure.high or (figure.unit and not figure.unit.isalpha()) or figure.unit.isupper():
            continue
        if written.isdigit() and int(written) in NUMBERS:
            yield Rewriting("12 as twelve", text, (Edit(start, end, NUMBERS[int(written)]),), (figure,))
        if written in WORDS:
            yield Rewriting("twelve as 12", text, (Edit(start, end, str(WORDS.index(written) + 2)),), (figure,))
        if re.fullmatch(r"\d{1,3}(?:,\d{3})+", written) and not 1500 <= int(written.replace(",", "")) <= 2100:
            yield Rewriting("1,200 as 1200", text, (Edit(start, end, written.replace(",", "")),), (figure,))


def swaps(text: str, figures: Sequence[Figure]) -> Iterator[Rewriting]:
    """Two numbers of one form and unit change places: their values do, and nothing else."""
    plain = [
        figure for figure in figures if re.fullmatch(r"\d{1,3}(?:\.\d)?", text[figure.number.start : figure.number.end]) and figure.change is None
    ]
    for index, first in enumerate(plain):
        second = next((other for other in plain[index + 1 :] if alike(text, first, other)), None)
        if second is not None:
            a, b = (text[figure.number.start : figure.number.end] for figure in (first, second))
            edits = (Edit(first.number.start, first.number.end, b), Edit(second.number.start, second.number.end, a))
            values = {first.id: (second.low, second.high), second.id: (first.low, first.high)}
            yield Rewriting("two numbers swapped", text, edits, (first, second), values)


def alike(text: str, first: Figure, second: Figure) -> bool:
    """True if two figures could be read for each other: one unit, as many digits, single and plural alike."""
    a, b = (text[figure.number.start : figure.number.end] for figure in (first, second))
    one = {a, b} & {"0", "1"}
    return (
        first.unit == second.unit and len(a) == len(b) and a != b and ("." in a) == ("." in b) and not one and first.low == first.high != second.low
    )


BEFORE, AFTER = "The morning was calm on the coast. ", " The evening was quiet on the coast."


def framed(text: str, figures: Sequence[Figure]) -> Iterator[Rewriting]:
    """A sentence that says nothing of any figure, before and after the text."""
    if figures:
        yield Rewriting("a sentence before", text, (Edit(0, 0, BEFORE),))
        yield Rewriting("a sentence after", text, (Edit(len(text), len(text), AFTER),))


_PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|President|Senator|Minister|Chairman|Secretary)\.? (?:[A-Z][a-z]+ )?([A-Z][a-z]{3,})\b")
OTHER_NAME = "Brenner"


def renamed(text: str, figures: Sequence[Figure]) -> Iterator[Rewriting]:
    """A person's surname, wherever it stands, becomes another."""
    for name in sorted({match[1] for match in _PERSON.finditer(text)} if figures else ()):
        edits = tuple(Edit(match.start(), match.end(), OTHER_NAME) for match in re.finditer(rf"\b{name}\b", text))
        yield Rewriting("another surname", text, edits)


MAKERS = (amounts, shares, numerals, swaps, framed, renamed)

# --- judging ----------------------------------------------------------------------------------------------------------------------


def rewritings(text: str, figures: Sequence[Figure]) -> list[Rewriting]:
    """Every rewriting of a text whose figures are read."""
    return [made for maker in MAKERS for made in maker(text, figures)]


def held(made: Rewriting, before: Sequence[Figure], after: Sequence[Figure]) -> dict[str, bool]:
    """Which of FIELDS are as they should be after a rewriting; fields of the touched figures only where there are some."""
    touched = {figure.id for figure in made.touched}
    pairs = [(figure, counterpart(made, figure, after)) for figure in before]
    rows = [same(made, old, new) for old, new in pairs if old.id in touched]
    others = [same(made, old, new) for old, new in pairs if old.id not in touched]
    out = {name: all(row[name] for row in rows) for name in FIELDS[:-1]} if rows else {}
    return out | {"others": len(after) == len(before) and all(all(row.values()) for row in others)}


def counterpart(made: Rewriting, figure: Figure, after: Sequence[Figure]) -> Figure | None:
    """The one figure in the new text whose number stands where the old figure's does."""
    start, end = made.place(figure.number.start, figure.number.end)
    found = [other for other in after if other.number.start < end and start < other.number.end]
    return found[0] if len(found) == 1 else None


def same(made: Rewriting, old: Figure, new: Figure | None) -> dict[str, bool]:
    """Which fields of a figure are as they were, or as the rewriting makes them."""
    if new is None:
        return dict.fromkeys(FIELDS[:-1], False)
    low, high = made.values.get(old.id, (old.low, old.high))
    return {
        "value": (new.low, new.high) == (low, high),
        "unit": (new.unit, new.of, new.per) == (old.unit, old.of, old.per),
        "bound": new.bound == old.bound,
        "status": new.status == old.status,
        "measure": measured(made, old) == (new.measure.text if new.measure else None),
    }


def measured(made: Rewriting, old: Figure) -> str | None:
    """The words of a measure as they stand in the new text."""
    if old.measure is None:
        return None
    start, end = made.place(old.measure.start, old.measure.end)
    return made.written()[start:end].strip()


def texts_of(path: Path) -> list[str]:
    """The texts of a file of JSON lines or of a JSON list."""
    content = path.read_text("utf-8")
    rows = json.loads(content) if content.lstrip().startswith("[") else [json.loads(line) for line in content.splitlines() if line.strip()]
    return [row["text"] for row in rows]


Result = tuple[Rewriting, dict[str, bool], Sequence[Figure]]
"""A rewriting, which fields held, and the figures found after it."""


def results(texts: Iterable[str]) -> Iterator[Result]:
    """Every rewriting of every text, which fields held, and the figures found after it."""
    for text in texts:
        before = variorum.figures(text)
        for made in rewritings(text, before):
            after = variorum.figures(made.written())
            yield made, held(made, before, after), after


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=list(FILES))
    parser.add_argument("--fails", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    by_name: dict[str, list[Result]] = collections.defaultdict(list)
    for row in results(text for path in args.files for text in texts_of(path)):
        by_name[row[0].name].append(row)
    table = {name: row_of(rows) for name, rows in by_name.items()}
    print(f"{'rewriting':28}{'places':>8}{'all':>8}" + "".join(f"{name:>9}" for name in FIELDS))
    for name, cells in table.items():
        print(f"{name:28}{cells['places']:8.0f}{cells['all']:8.1f}" + "".join(f"{cells[f]:9.1f}" if f in cells else f"{'-':>9}" for f in FIELDS))
        show([row for row in by_name[name] if not all(row[1].values())][: args.fails])
    if args.json:
        print(json.dumps(table))


def row_of(rows: Sequence[Result]) -> dict[str, float]:
    """How many places a rewriting had, and in how many per cent of them all, and each field, held."""
    told = {field: [fields[field] for _, fields, _ in rows if field in fields] for field in FIELDS}
    shares = {field: 100 * sum(held) / len(held) for field, held in told.items() if held}
    return {"places": len(rows), "all": 100 * sum(all(fields.values()) for _, fields, _ in rows) / len(rows)} | shares


def show(rows: Sequence[Result]) -> None:
    """Print failures, each with the words round the edit."""
    for made, fields, after in rows:
        written = made.written()
        at = made.edits[0].start
        found = [
            (figure.quote, str(figure.low), figure.unit, figure.bound, figure.status, figure.measure and figure.measure.text) for figure in after
        ]
        measures = [(figure.measure and figure.measure.text, measured(made, figure)) for figure in made.touched]
        lost = ", ".join(name for name, ok in fields.items() if not ok)
        print(f"    lost: {lost} | …{written[max(0, at - 60) : at + 90]!r}…\n      found {found}; measures {measures}")


if __name__ == "__main__":
    main()
