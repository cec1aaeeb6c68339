"""Years: which numbers are written like one, and which of those are amounts all the same."""

from __future__ import annotations

import re

from variorum.text.numbers.numeral import Numeral

_AMOUNT_BEFORE = re.compile(r"(?i)\b(?:average|total|maximum|minimum|sum|peak|low|high|mean|median) of $")
# The other end of a range is no year: "2000 - 2500 calories", "from 1000 to 2000 hires". Two digits would be a season, "2014-15".
_OTHER_END = r"(?!(?:1[5-9]\d\d|20\d\d|2100)\b)\d{3,5}"
_RANGE_AFTER = re.compile(rf" ?(?:-|–|to) ?{_OTHER_END}\b(?![,./]\d)")
_RANGE_BEFORE = re.compile(rf"(?<![\d,./-]){_OTHER_END} ?(?:-|–|to) ?$")


def is_year(folded: str, numeral: Numeral) -> bool:
    """True if a numeral is written like a year: four digits without a comma, 1500 to 2100."""
    written = folded[numeral.start : numeral.end]
    return len(written) == 4 and written.isdigit() and 1500 <= int(written) <= 2100


def amounts(folded: str, start: int, end: int) -> bool:
    """True for what looks like a year but is "an average of 2000", or one end of a range whose other end cannot be a year."""
    before = folded[max(0, start - 16) : start]
    return bool(_AMOUNT_BEFORE.search(before) or _RANGE_BEFORE.search(before) or _RANGE_AFTER.match(folded, end))
