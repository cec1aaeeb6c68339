"""A real stream that stands beside the clone is sorted as well as it was: its scorer's F1 holds a floor.

Its texts belong to their publishers and are no part of the project; without them this test is skipped.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "eval" / "grouping.py"
STREAM = SHARED / "bench" / "stream" / "events.jsonl"
FLOOR = 96.0
"""BCubed F1 in per cent."""


@pytest.mark.skipif(not (SCORER.exists() and STREAM.exists()), reason="the shared stream is not beside this clone (../shared/bench/stream)")
@pytest.mark.parametrize("shuffle", ["1", "2"])
def test_a_real_stream_is_sorted_as_well_as_it_was(shuffle: str) -> None:
    command = [sys.executable, str(SCORER), str(STREAM), "--shuffle", shuffle]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)
    assert run.returncode == 0, run.stderr[-2000:]
    print(run.stdout)
    found = re.search(r"F1 ([\d.]+)", run.stdout)
    assert found
    assert float(found.group(1)) >= FLOOR
    assert "(0 articles in none)" in run.stdout
