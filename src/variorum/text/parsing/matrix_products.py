"""The parser's matrix products, done by numpy's BLAS library on one thread.

thinc brings a library of its own, BLIS. On the small matrices of the English models numpy's takes two thirds of its time, unless it spreads
them over threads, which costs more than it gains. On all of 700 texts tried, both gave the same parse.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from spacy.language import Language
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController


@functools.cache
def _libraries() -> ThreadpoolController:
    """The BLAS libraries that numpy has loaded."""
    return ThreadpoolController().select(user_api="blas")


def use_numpy(nlp: Language) -> None:
    """Let the models of a pipeline multiply through numpy, where numpy has a library whose threads can be held to one."""
    if not len(_libraries()):
        return
    through_numpy = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model else ():
            if type(node.ops) is NumpyOps:  # a GPU or a Mac's own library stays
                node.ops = through_numpy


class _Hold:
    """A limit of threads that several callers hold at once: the first sets it, the last to leave restores what was there."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._callers = 0
        self._limit = ExitStack()

    def enter(self) -> None:
        with self._lock:
            if not self._callers:
                self._limit.enter_context(_libraries().limit(limits=1))
            self._callers += 1

    def leave(self) -> None:
        with self._lock:
            self._callers -= 1
            if not self._callers:
                self._limit.close()


_hold = _Hold()


@contextmanager
def one_thread() -> Iterator[None]:
    """Hold numpy's BLAS to one thread while the block runs. The number of threads is a setting of the whole process."""
    _hold.enter()
    try:
        yield
    finally:
        _hold.leave()
