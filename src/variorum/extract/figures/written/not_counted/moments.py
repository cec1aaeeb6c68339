"""Times that only tell when: "eight years ago", "a few months from now". A duration that is measured is a figure; these are dates."""

from __future__ import annotations

import re
from typing import Any

from variorum.lang import language_data

_DATA: dict[str, Any] = language_data("no_figures")["moments"]
_AFTER = re.compile(rf"(?i)(?: or (?:so|more|less))?,? (?:{'|'.join(_DATA['after'])})\b(?! (?:in|to|at|from|on|up|into|home)\b)")
_LASTING = re.compile(r"(?i)\bfor (?:an? |the |another |next |further |about )*$")
_AGO = re.compile(r"(?i)(?: or (?:so|more|less))?,? ago\b")


def only_places(folded: str, start: int, end: int) -> bool:
    """True if the words after a time make it a date: "ago", "from now"; not "for 60 years from now"."""
    window = folded[end : end + 24].replace("\n", " ")
    if _AGO.match(window):
        return True
    return _AFTER.match(window) is not None and not _LASTING.search(folded, max(0, start - 24), start)
