"""Which language a text is written in, told by its script and its commonest words."""

from __future__ import annotations

import functools
import re
from collections import Counter

from variorum.lang import language_data

SAMPLE = 20_000  # characters; more of a text changes nothing
LEAST_WORDS = 12  # fewer words are no evidence
LEAST_SHARE = 0.15  # of the words that must be function words; in running prose it is 0.25 to 0.5, in lists and code below 0.1
LEAD = 1.15  # how many times the share of the second-best language the best must reach; Danish and Norwegian are closest, at about 1.2

_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"([A-Za-z]{2})(?:[-_].{0,20})?")
_SCRIPTS = (
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    (None, re.compile("[\u0400-\u04ff\u0600-\u06ff]")),  # Cyrillic and Arabic letters serve many languages
)  # fmt: skip


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of the language a text is written in, None where that is not sure.

    Scripts that one language uses tell it at once; in the Latin alphabet the share of function words does
    (Grefenstette 1995, "Comparing two language identification schemes": small words suffice from a few sentences on).
    """
    sample = text[:SAMPLE]
    letters = sum(char.isalpha() for char in sample)
    for code, script in _SCRIPTS:
        found = len(script.findall(sample))
        if found > (0.1 if code in {"ko", "ja"} else 0.4) * letters:  # Japanese mixes its syllables with Chinese characters
            return code
    return _by_words(sample)


def settle_language(text: str, declared: str | None) -> str | None:
    """What the text shows; else what is declared of it, unless a long text does not bear that out. Templates declare `en` for all they hold."""
    found = detect_language(text)
    if found or declared is None:
        return found
    likely = _likely(text[:SAMPLE])
    if likely is None or declared in likely or declared not in (*_profiles(), *dict(_SCRIPTS)):
        return declared
    return None


def language_code(value: object) -> str | None:
    """ISO 639-1 code in a language tag such as `en` or `en-GB`, None if it is not one."""
    found = _TAG.fullmatch(value.strip()) if isinstance(value, str) else None
    return found.group(1).lower() if found else None


def _by_words(sample: str) -> str | None:
    likely = _likely(sample)
    return likely[0] if likely and len(likely) == 1 else None


def _likely(sample: str) -> list[str] | None:
    """Languages whose function words fill most of the sample, those the best does not clearly lead included; None if it is too short to tell."""
    counts = Counter(_WORD.findall(sample.lower()))
    total = counts.total()
    if total < LEAST_WORDS:
        return None
    shares = sorted(((sum(counts[word] for word in words) / total, code) for code, words in _profiles().items()), reverse=True)
    best = shares[0][0]
    return [code for share, code in shares if share >= LEAST_SHARE and share * LEAD > best]


@functools.cache
def _profiles() -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, words in language_data("stopwords").items()}
