"""Same articles, same bytes: whatever their order, the process or Python's hash seed."""

from __future__ import annotations

import itertools
import os
import random
import subprocess
import sys

import variorum
from tests.golden.example import EXAMPLE, articles, dossier

BUILD = "import sys, variorum; sys.stdout.buffer.write(variorum.build(variorum.load(sys.argv[1])).to_json().encode('utf-8'))"


def first_difference(got: str, want: str) -> tuple[str, str] | None:
    """The first line that differs. Pytest's own comparison of two long texts takes minutes."""
    lines = itertools.zip_longest(got.splitlines(), want.splitlines(), fillvalue="(no line)")
    return next(((a, b) for a, b in lines if a != b), None)


def test_the_order_of_the_articles_changes_nothing() -> None:
    shuffled = list(articles().values())
    for seed in (1, 2):
        random.Random(seed).shuffle(shuffled)
        assert first_difference(variorum.build(shuffled).to_json(), dossier().to_json()) is None


def test_an_article_given_twice_counts_once() -> None:
    twice = variorum.build([*articles().values(), *articles().values()])
    assert first_difference(twice.to_json(), dossier().to_json()) is None


def test_another_process_with_another_hash_seed_writes_the_same_bytes() -> None:
    for seed in ("1", "4711"):
        run = subprocess.run(
            [sys.executable, "-c", BUILD, str(EXAMPLE)], capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed}, timeout=300, check=False
        )
        assert run.returncode == 0, run.stderr.decode()[-2000:]
        assert first_difference(run.stdout.decode("utf-8"), dossier().to_json()) is None
