"""Postings: which texts hold a sampled run, kept as sorted arrays of 64-bit entries (hash above number of the text)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from variorum.compare.accounts.near_copies.fingerprints import HASH_BITS, LOW, Hashes

Numbers = NDArray[np.int64]

COMMON = 24  # texts that share a run, from which on not all are paired with all: runs of a form letter or of a text printed everywhere
_HUBS = 8  # the foremost texts with a common run, with which all others that have it are paired
_LEAST_SHARED = 2  # sampled runs that two texts must share to be compared: one run in common is chance
_MERGED = 2  # a list is merged with the one before unless that is more than so many times as long


class Postings:
    """An inverted index of sampled runs that grows without being rebuilt.

    It is a few sorted arrays, each more than twice as long as the next; a new one is merged with those before it that are not longer (the
    log-structured merge tree of O'Neil and others 1996). Adding n texts one by one moves each entry log n times. 8 bytes an entry.
    """

    def __init__(self) -> None:
        self._lists: list[Hashes] = []
        self._new: list[Hashes] = []  # not sorted in yet: what comes in bulk is sorted once

    def add(self, sample: Hashes, number: int) -> None:
        """Enter the sample of the text of this number; numbers rise."""
        self._new.append((sample & ~LOW) | np.uint64(number))

    def holders(self, sample: Hashes) -> tuple[Numbers, Numbers]:
        """The numbers of the texts that share at least two runs of the sample, rising, and how many they share.

        Of a common run the first that came are looked at.
        """
        sample = sample & ~LOW
        found = [np.empty(0, np.int64)]
        for entries in self._sorted():
            start, end = np.searchsorted(entries, sample), np.searchsorted(entries, sample | LOW, side="right")
            lengths = np.minimum(end - start, COMMON)
            at = np.repeat(start - np.cumsum(lengths) + lengths, lengths) + np.arange(lengths.sum())
            found.append((entries[at] & LOW).astype(np.int64))
        numbers, shared = np.unique(np.concatenate(found), return_counts=True)
        often = shared >= _LEAST_SHARED
        return numbers[often], shared[often]

    def pairs(self, rank: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """All pairs of texts that share at least two sampled runs: the lower number, the higher one, and how many runs they share.

        `rank` gives for each text its place in an order that does not depend on when it came; of a common run, those foremost in it are paired
        with all. So the number of pairs, and the time, is linear in the entries.
        """
        lists = self._sorted()
        if len(lists) > 1:
            self._lists = lists = [_merged(lists)]
        count = np.uint64(len(rank))
        keys = _paired(lists[0] if lists else np.empty(0, np.uint64), rank, count)
        keys.sort()
        first_of = np.flatnonzero(_changes(keys))
        shared = np.diff(np.append(first_of, len(keys)))
        often = shared >= _LEAST_SHARED
        lower, higher = np.divmod(keys[first_of[often]], count)
        return lower.astype(np.int64), higher.astype(np.int64), shared[often]

    def _sorted(self) -> list[Hashes]:
        """The sorted arrays, with all that was added."""
        if self._new:
            added = _merged(self._new)
            self._new = []
            while self._lists and len(self._lists[-1]) <= _MERGED * len(added):
                added = _merged([self._lists.pop(), added])
            self._lists.append(added)
        return self._lists


def _merged(lists: list[Hashes]) -> Hashes:
    """All entries of the arrays in one that is sorted."""
    entries = np.concatenate(lists)
    entries.sort()
    return entries


def _changes(values: Hashes) -> NDArray[np.bool_]:
    """True where a value differs from the one before, and at the first."""
    changed = np.ones(len(values), np.bool_)
    changed[1:] = values[1:] != values[:-1]
    return changed


def _paired(entries: Hashes, rank: Numbers, count: np.uint64) -> Hashes:
    """One key, the lower number times `count` plus the higher one, for every two texts and every run by which they are paired."""
    first = np.flatnonzero(_changes(entries >> HASH_BITS))
    length = np.diff(np.append(first, len(entries)))
    shared = (length > 1) & (length <= COMMON)
    keys = [_all_pairs(entries, first[shared], length[shared], count)]
    for start, end in zip(first[length > COMMON].tolist(), (first + length)[length > COMMON].tolist(), strict=True):
        numbers = entries[start:end] & LOW
        hubs = numbers[np.argpartition(rank[numbers.astype(np.int64)], _HUBS)[:_HUBS]]
        for hub in hubs:
            others = numbers[numbers != hub]
            keys.append(np.minimum(others, hub) * count + np.maximum(others, hub))
    return np.concatenate(keys)


def _all_pairs(entries: Hashes, first: Numbers, length: Numbers, count: np.uint64) -> Hashes:
    """The keys of all pairs among the entries of each run: run i has `length[i]` entries from `first[i]` on, sorted by number."""
    at = np.repeat(first - np.cumsum(length) + length, length) + np.arange(length.sum())
    end = np.repeat(first + length, length)
    numbers = entries & LOW
    keys = [np.empty(0, np.uint64)]
    for step in range(1, COMMON):
        left = at + step < end
        at, end = at[left], end[left]
        keys.append(numbers[at] * count + numbers[at + step])
    return np.concatenate(keys)
