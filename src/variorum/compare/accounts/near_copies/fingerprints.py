"""Fingerprints: the word runs of many texts as sorted arrays of hashes, so that thousands of texts can be compared a second.

A text's *runs* are its overlapping sequences of so many words (w-shingles: Broder 1997). Words are found and hashed for a whole batch of texts at
once by array operations; no string is made for a word. The hashes are the same on every machine and in every run of Python.
"""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

RUN = 3  # words of a run by which texts are compared: edits every few words leave runs of three whole, runs of five hardly
_RARE_RUN = 5  # words of a run by which a text is looked up: set phrases of three stand in thousands of texts, of five in few
HASH_BITS = np.uint64(32)  # upper half of an entry of `Fingerprint.runs`; the lower half is a place
LOW = np.uint64(0xFFFF_FFFF)
_SAMPLED = np.uint64(1 << 61)  # runs whose hash lies in the lowest eighth, whatever text they stand in
_LEAST_SAMPLED = 16  # of a text so short that an eighth of its runs would be a matter of luck

_BASE = 0x9E37_79B9_7F4A_7C15  # odd, so that it has an inverse modulo 2**64; the golden ratio, as in Fibonacci hashing
_MULTIPLIER = np.uint64(0xBF58_476D_1CE4_E5B9)  # from the finalizer of SplitMix64
_POWERS_KEPT = 1 << 20

_OTHER, _LETTER, _DIGIT, _ALONE = range(4)  # what a code point is to a word; `_ALONE` is a word by itself
_TABLE_END = 0x20000  # from here on there are ideographs, then nothing that is written
_IDEOGRAPHS_END = 0x40000
# Scripts written without spaces, where each letter counts as a word: Thai to Myanmar, Khmer, kana, ideographs.
_UNSPACED = ((0x0E00, 0x0F00), (0x1000, 0x10A0), (0x1780, 0x1800), (0x3040, 0x3100), (0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00))
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphen, zero-width characters: layout, or a disguise


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprint:
    """What is kept of a text to compare it with others.

    `runs` holds one entry for each distinct run of three words, in rising order: its 32-bit hash above the place (number of the word, from 0)
    where it first stands. `numbers` holds the hashes of the distinct words that begin with a digit, and `sample` those of the runs of five by
    which the text is looked up, likewise above 32 bits of zeros and in rising order. `words` counts all words.
    """

    runs: Hashes
    numbers: Hashes
    sample: Hashes
    words: int


@dataclass(frozen=True, slots=True, eq=False)
class _Words:
    """The words of a batch: hash, the number of the text they stand in, whether they begin with a digit; and words per text."""

    hashes: Hashes
    text: NDArray[np.int64]
    numeric: NDArray[np.bool_]
    counts: NDArray[np.int64]


def fingerprints(texts: Sequence[str]) -> list[Fingerprint]:
    """The fingerprint of each text, in order. Time and memory are linear in the characters; about 100 bytes of memory each while it runs."""
    if not texts:
        return []
    words = _words([_plain(text) for text in texts])
    return [
        Fingerprint(*parts)
        for parts in zip(
            _placed_runs(words),
            _distinct(words.hashes[words.numeric], words.text[words.numeric], len(texts)),
            _samples(words),
            words.counts.tolist(),
            strict=True,
        )
    ]


def _plain(text: str) -> str:
    """Lower case, accents composed, invisible characters left out."""
    if not text.isascii():
        for char in _INVISIBLE:
            text = text.replace(char, "")
        text = unicodedata.normalize("NFC", text)
    return text.lower()


@functools.cache
def _character_classes() -> NDArray[np.uint8]:
    """What each code point is to a word, as an array of all of them."""
    of = {"L": _LETTER, "M": _LETTER, "N": _DIGIT}
    table = np.zeros(0x11_0000, np.uint8)
    table[:_TABLE_END] = [of.get(unicodedata.category(chr(code))[0], _OTHER) for code in range(_TABLE_END)]
    for start, end in _UNSPACED:
        table[start:end][table[start:end] == _LETTER] = _ALONE
    table[_TABLE_END:_IDEOGRAPHS_END] = _ALONE
    return table


@functools.cache
def _powers(length: int) -> tuple[Hashes, Hashes]:
    """The powers 1 to `length` of the base modulo 2**64, and of its inverse."""
    inverse = pow(_BASE, -1, 1 << 64)
    return np.cumprod(np.full(length, _BASE, np.uint64), dtype=np.uint64), np.cumprod(np.full(length, inverse, np.uint64), dtype=np.uint64)


def _words(texts: list[str]) -> _Words:
    """Find and hash the words of all texts.

    A word's hash is that of Rabin and Karp, from sums that run over the whole batch: the difference of two sums, divided by the power of the
    place where the word begins.
    """
    joined = "\0" + "\0".join(texts) + "\0"
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    classes = _character_classes()[points]
    alone = classes == _ALONE
    inside = (classes == _LETTER) | (classes == _DIGIT)
    starts = np.flatnonzero((inside[1:] & ~inside[:-1]) | alone[1:]) + 1
    last = np.flatnonzero((inside[:-1] & ~inside[1:]) | alone[:-1])
    rising, falling = _powers(_POWERS_KEPT) if len(points) <= _POWERS_KEPT else _powers.__wrapped__(len(points))
    sums = np.cumsum(points * rising[: len(points)], dtype=np.uint64)
    hashes = _mixed((sums[last] - sums[starts - 1]) * falling[starts])
    ends = np.cumsum([1 + len(text) for text in texts])
    text = np.searchsorted(ends, starts, side="left")
    return _Words(hashes, text, classes[starts] == _DIGIT, np.bincount(text, minlength=len(texts)))


def _mixed(hashes: Hashes) -> Hashes:
    """Spread what differs in a hash over all its bits (two rounds of SplitMix64)."""
    hashes = (hashes ^ (hashes >> HASH_BITS)) * _MULTIPLIER
    return hashes ^ (hashes >> np.uint64(29))


def _runs(words: _Words, length: int) -> tuple[Hashes, NDArray[np.int64], NDArray[np.int64]]:
    """The hashes of all runs of this many words, the texts they stand in and their places. A text shorter than a run is one run."""
    place = np.arange(len(words.hashes)) - (np.cumsum(words.counts) - words.counts)[words.text]
    padded = np.zeros(len(words.hashes) + (length - 1) * (len(words.counts) + 1), np.uint64)
    at = np.arange(len(words.hashes)) + (length - 1) * words.text
    padded[at] = words.hashes
    whole = place < np.maximum(1, words.counts - length + 1)[words.text]
    at = at[whole]
    hashes = padded[at]
    for step in range(1, length):
        hashes = hashes * np.uint64(_BASE) + padded[at + step]
    return _mixed(hashes), words.text[whole], place[whole]


def _placed_runs(words: _Words) -> list[Hashes]:
    """Each text's distinct runs with the places where they first stand."""
    hashes, text, place = _runs(words, RUN)
    entries = (hashes & ~LOW) | place.astype(np.uint64)
    for start, end in itertools.pairwise(_ends(text, len(words.counts))):
        entries[start:end].sort()
    distinct = np.ones(len(entries), np.bool_)
    distinct[1:] = ((entries[1:] ^ entries[:-1]) > LOW) | (text[1:] != text[:-1])
    return _split(entries[distinct], text[distinct], len(words.counts))


def _samples(words: _Words) -> list[Hashes]:
    """Each text's runs of five of low hash, which every text that has them samples too: an eighth of all, or of a short text the lowest 16.

    The single run of a text of five words or fewer is given in two forms, since texts are compared if they share two.
    """
    hashes, text, _ = _runs(words, _RARE_RUN)
    low = hashes < _SAMPLED
    few = np.bincount(text[low], minlength=len(words.counts)) < _LEAST_SAMPLED
    taken = low | few[text]
    found = _distinct(hashes[taken], text[taken], len(words.counts))
    for number in np.flatnonzero(few).tolist():
        sample = found[number]
        if len(sample) == 1:
            found[number] = np.append(sample, ~sample & ~LOW)
        else:
            found[number] = sample[: max(_LEAST_SAMPLED, int(np.searchsorted(sample, _SAMPLED)))]
    return found


def _distinct(hashes: Hashes, text: NDArray[np.int64], count: int) -> list[Hashes]:
    """The distinct upper halves of the hashes of each of `count` texts, in rising order."""
    keys = (text.astype(np.uint64) << HASH_BITS) | (hashes >> HASH_BITS)
    keys.sort()
    distinct = np.ones(len(keys), np.bool_)
    distinct[1:] = keys[1:] != keys[:-1]
    keys = keys[distinct]
    return _split(keys << HASH_BITS, (keys >> HASH_BITS).astype(np.int64), count)


def _split(values: Hashes, text: NDArray[np.int64], count: int) -> list[Hashes]:
    """The values of each text."""
    return [values[start:end] for start, end in itertools.pairwise(_ends(text, count))]


def _ends(text: NDArray[np.int64], count: int) -> list[int]:
    """Where the entries of each of `count` texts begin, and the end of the last, in an array ordered by text."""
    ends: list[int] = np.searchsorted(text, np.arange(count + 1)).tolist()
    return ends
