"""Reading stays linear on hostile text, counted in calls of functions and not in time: four times the text, hardly more than four times the calls.

What libraries do in one call is not counted: the scan of a pattern, the parser's tokenizer.
"""

from __future__ import annotations

import cProfile

import pytest

import variorum
from variorum.figures_only import figures_in
from variorum.text.parsing import parse
from variorum.text.parsing.parse import parse_text

MOST = 4.6  # times the calls for four times the text: what linear reading comes to, and a little for sentences cut off
SHORT = 200  # characters of the longest sentence here: what grows with a sentence stops growing there, so small texts show what does not
SIZE = 600  # characters of the smaller text

HOSTILE = {
    "dollars": "$1",
    "euros": "5€",
    "apostrophes": "1'",
    "underscores": "_5",
    "rule": "x_",
    "dollars apart": "$5 ",
    "percents": "5% ",
    "ands": "1 and ",
    "ors": "5 or ",
    "quotes": "'5 ",
    "digits with spaces": "12 ",
    "thousands with spaces": "1 000 ",
    "signs": "-5 ",
    "years": "5 years ",
    "brackets": "(5) ",
    "lines": "5\n",
    "shares of": "1 in ",
    "ranges": "5 to ",
    "commas": "5, ",
    "parts": "5 of the ",
    "bounds": "about 5 ",
    "sums": "5 million dollars ",
    "hyphens": "two-",
    "fractions": "1/2 ",
}


def calls(text: str) -> int:
    """How many calls reading the figures of a parsed text takes."""
    article, parsed = variorum.Article(text), parse_text(text)
    profile = cProfile.Profile()
    profile.enable()
    figures_in(article, parsed)
    profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("name", HOSTILE)
def test_reading_grows_with_the_text(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "MAX_SENTENCE", SHORT)
    calls("It cost 5 dollars.")  # loads what is loaded once
    small = HOSTILE[name] * (SIZE // len(HOSTILE[name]))
    assert calls(small * 4) <= MOST * calls(small)
