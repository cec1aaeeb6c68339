"""A small dot and range plot of the values of one comparison, laid out in per cent so that it fits any width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from variorum.records.marks import Figure
from variorum.report.in_words import BOUNDS, normal_form, number_words, quantity_words

_LEFT, _RIGHT = 7.0, 56.0  # per cent of the width: sigla stand left of the plot, values right of their dots
_MOST = 12  # lines; more than this is a table, not a picture
_ROW = 24  # pixels a line


@dataclass(frozen=True, slots=True)
class Line:
    """One value: its account, its place and the words beside it. `left` and `right` are per cent of the width, `y` pixels."""

    siglum: str
    words: str
    left: float
    right: float
    y: int
    arrow: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Values on one axis. `first` and `last` name the ends of the axis; `summary` says the same as the picture in words."""

    lines: tuple[Line, ...]
    first: str
    last: str
    summary: str

    @property
    def bottom(self) -> int:
        return len(self.lines) * _ROW + 6

    @property
    def height(self) -> int:
        return self.bottom + 20


def make_chart(cells: Sequence[tuple[str, Sequence[Figure]]]) -> Chart | None:
    """A chart of the values of a comparison, account by account; None where a picture adds nothing.

    That is where fewer than two different values stand in one unit of money or share and for one period, or more than a dozen.
    """
    values = [(siglum, figure) for siglum, figures in cells for figure in figures if _is_plain(figure)]
    if not 2 <= len(values) <= _MOST or len({(figure.unit, figure.per) for _, figure in values}) != 1:
        return None
    if len({(figure.low, figure.high) for _, figure in values}) < 2:
        return None
    low, high = axis([figure for _, figure in values])
    lines = tuple(_line(number, siglum, figure, low, high) for number, (siglum, figure) in enumerate(values))
    unit = values[0][1].unit
    summary = "; ".join(f"{siglum}: {normal_form(figure)}" for siglum, figure in values)
    return Chart(lines, number_words(low), quantity_words(high, high, unit), summary)


def _is_plain(figure: Figure) -> bool:
    """True for a share or an amount of money whose value a line can show."""
    money = len(figure.unit) == 3 and figure.unit.isupper() and figure.unit.isalpha()
    finite = figure.low is not None and figure.high is not None and figure.low.is_finite() and figure.high.is_finite()
    return finite and (money or figure.unit in ("%", "pp")) and figure.low is not None and abs(figure.low.adjusted()) < 100


def axis(figures: Sequence[Figure]) -> tuple[Decimal, Decimal]:
    """The ends of the axis: from nought, unless all values lie within a narrow band far from it."""
    lows, highs = [figure.low or Decimal(0) for figure in figures], [figure.high or Decimal(0) for figure in figures]
    low, high = min(lows), max(highs)
    return (Decimal(0), high) if 0 <= low <= high * Decimal("0.7") else (low, high)


def _line(number: int, siglum: str, figure: Figure, low: Decimal, high: Decimal) -> Line:
    def place(value: Decimal | None) -> float:
        share = float(((value or Decimal(0)) - low) / (high - low))
        return round(_LEFT + share * (_RIGHT - _LEFT), 2)

    arrow = {">": "right", ">=": "right", "<": "left", "<=": "left"}.get(figure.bound, "")
    left, right = sorted((place(figure.low), place(figure.high)))
    words = f"{BOUNDS[figure.bound]} {quantity_words(figure.low, figure.high, figure.unit)}".lstrip()  # period and base are those of all lines
    return Line(siglum, words, left, right, number * _ROW + 14, arrow)
