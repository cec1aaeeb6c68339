"""Numbers in every way that they are printed: digits with or without separators, fractions, words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


@dataclass(frozen=True, slots=True)
class Number:
    """A number in its printed form. `write` writes another value in the same form; `value` is what it means, its scale taken in."""

    text: str
    value: Decimal
    labels: tuple[str, ...]
    write: Callable[[Decimal], str]
    times: Decimal = Decimal(1)

    def scaled(self, power: int, *labels: str) -> Number:
        times = Decimal(10) ** power
        return replace(self, value=self.value * times, times=times, labels=(*self.labels, *labels))

    def larger(self, rng: Random, near: bool) -> Number | None:
        """A larger number in the same form; of whole numbers the next where they are `near` ("five or six")."""
        bare = self.value / self.times
        more = Decimal(rng.randint(1, 1 if near else 60))
        if bare % 1 and near:
            return None
        value = bare + more
        return replace(self, text=self.write(value), value=value * self.times)


def in_words(value: int, joined: bool = True) -> str:
    """A whole number below 10^15 in words, British ("two hundred and five") or, not `joined`, American ("two hundred five")."""
    for scale, name in SCALES:
        if value >= scale:
            rest = value % scale
            joint = "" if not rest else " and " if rest < 100 and joined else " "
            return f"{in_words(value // scale, joined)} {name}{joint}{in_words(rest, joined) if rest else ''}"
    if value >= 100:
        rest = value % 100
        return f"{UNITS[value // 100]} hundred" + (f"{' and ' if joined else ' '}{in_words(rest)}" if rest else "")
    if value < 20:
        return UNITS[value]
    return TENS[value // 10] + (f"-{UNITS[value % 10]}" if value % 10 else "")


def in_indian_groups(value: int) -> str:
    """Digits grouped as in India: 12,34,567."""
    digits = str(value)
    head, tail = digits[:-3], digits[-3:]
    groups = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)][::-1]
    return ",".join([*groups, tail])


def _number(value: int | Decimal, label: str, write: Callable[[Decimal], str]) -> Number:
    exact = Decimal(value)
    return Number(write(exact), exact, (f"numeral {label}",), write)


def digits_below(limit: int) -> Callable[[Random], Number]:
    return lambda rng: _number(rng.randint(2, limit - 1), "digits", "{:f}".format)


def plain_digits(rng: Random) -> Number:
    """Thousands with commas, or four digits without that are no year."""
    if rng.randint(0, 3):
        return _number(rng.randint(1_000, 9_999_999), "with commas", "{:,f}".format)
    return _number(rng.randint(3_000, 9_900), "of four digits", "{:f}".format)


def words_below(limit: int) -> Callable[[Random], Number]:
    def draw_words(rng: Random) -> Number:
        below = rng.choice([20, 100, limit])
        joined = rng.random() < 0.5
        value = rng.randint(2, below - 1)
        label = "in words" if value < 100 else "in British words" if joined else "in American words"
        return _number(value, label, lambda number: in_words(int(number), joined))

    return draw_words


def spaced(rng: Random) -> Number:
    return _number(rng.randint(10_000, 9_999_999), "spaced", lambda value: f"{int(value):,}".replace(",", " "))


def indian(rng: Random) -> Number:
    return _number(rng.randint(100_000, 99_999_999), "in Indian groups", lambda value: in_indian_groups(int(value)))


def swiss(rng: Random) -> Number:
    return _number(rng.randint(10_000, 9_999_999), "Swiss", lambda value: f"{int(value):,}".replace(",", "'"))


def european(rng: Random) -> Number:
    """Points between thousands and a comma before decimals, where that can be read one way only."""
    if rng.random() < 0.5:
        return _number(rng.randint(1_000_000, 99_999_999), "European", lambda value: f"{int(value):,}".replace(",", "."))
    cents = rng.randint(100_000, 99_999_999)
    return _number(Decimal(cents) / 100, "European with decimals", lambda value: f"{value:,.2f}".translate(str.maketrans(",.", ".,")))


PARTS = (("½", "0.5"), ("¼", "0.25"), ("¾", "0.75"), (" 1/2", "0.5"), (" 1/4", "0.25"), (" 3/4", "0.75"), ("-1/2", "0.5"), (" and a half", "0.5"))


def mixed(rng: Random, spelled_out: bool = True) -> Number:
    """ "2½", "2 1/2", "two and a half"; not the last where it may not be `spelled_out`: beside a sign."""
    part, value = rng.choice(PARTS if spelled_out else PARTS[:-1])
    spelled = part == " and a half"

    def write(number: Decimal) -> str:
        return (in_words(int(number)) if spelled and number < 20 else str(int(number))) + part

    return _number(rng.randint(2, 15) + Decimal(value), f"mixed{' and a half' if spelled else part.rstrip()}", write)


def decimal(rng: Random) -> Number:
    places = rng.choice([1, 1, 2])
    value = Decimal(rng.randint(11, 9_999)) / 10**places
    return _number(value, "with decimals", lambda number: f"{number:.{places}f}")


def cents(rng: Random) -> Number:
    """An amount to the cent: 12.50, 1,234.05."""
    return _number(Decimal(rng.randint(100, 999_999)) / 100, "to the cent", "{:,.2f}".format)


def scaled_numbers(rng: Random, style: str) -> Number:
    """A number that a scale may follow: 5, 3.7, twelve, 2½."""
    makers: dict[str, Callable[[Random], Number]] = {
        "decimal": decimal,
        "cents": cents,
        "mixed": mixed,
        "mixed digits": lambda rng: mixed(rng, False),
    }
    if style == "words":
        return words_below(100)(rng)
    return makers[style](rng) if style in makers else digits_below(1000)(rng)
