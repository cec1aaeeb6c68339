"""How fast figures are read: sentences a CPU second, beside the quantity extractor quantulum3 on the same sentences.

Usage: python benchmarks/figures_speed.py [SENTENCES.json] [--runs N] [--peer PYTHON]

The sentences are those of ../shared/bench/newsquant/dev.json (any JSON list of {"text": ...} will do), each read as an article of its own, in
four ways: the figures alone from text already parsed, `variorum.figures_of` (parser and dates included, sentences in batches),
`variorum.figures` (one at a time), and all of `variorum.extract`. quantulum3 brings other
versions of shared libraries, so it runs in an environment of its own:

    python -m venv /tmp/quantulum && /tmp/quantulum/bin/pip install quantulum3
    python benchmarks/figures_speed.py --peer /tmp/quantulum/bin/python

Without --peer it is measured in this process if it is installed here, and left out if not.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import variorum
from variorum.config import DEFAULT
from variorum.extract.figures import find_figures
from variorum.text.parse import parse_text

SENTENCES = Path(__file__).parents[2] / "shared" / "bench" / "newsquant" / "dev.json"

# Runs in the other interpreter: reads JSON texts, prints the CPU seconds of each run and how many quantities it found.
PEER = """
import json, sys, time, warnings, logging
warnings.simplefilter("ignore"); logging.disable(logging.CRITICAL)
from quantulum3 import parser
texts, runs = json.load(sys.stdin)
parser.parse("5 km")
times = []
for _ in range(runs):
    start, found = time.process_time(), 0
    for text in texts:
        try:
            found += len(parser.parse(text))
        except Exception:
            pass
    times.append(time.process_time() - start)
print(json.dumps([times, found]))
"""


def timed(work: Callable[[Sequence[str]], int], texts: Sequence[str], runs: int) -> tuple[float, int]:
    """Median CPU seconds for all texts, and how many figures were found; the first text is read once before, to load what is needed."""
    work(texts[:1])
    times, found = [], 0
    for _ in range(runs):
        start = time.process_time()
        found = work(texts)
        times.append(time.process_time() - start)
    return statistics.median(times), found


def batched(texts: Sequence[str]) -> int:
    """How many figures the texts state, parsed in batches."""
    return sum(map(len, variorum.figures_of(texts)))


def single(texts: Sequence[str]) -> int:
    """The same, each text parsed alone."""
    return sum(len(variorum.figures(text)) for text in texts)


def everything(texts: Sequence[str]) -> int:
    """The same from the whole of extract: names, dates, statements and positions read too."""
    return sum(len(variorum.extract(variorum.Article(text)).figures) for text in texts)


def peer(python: str, texts: Sequence[str], runs: int) -> tuple[float, int]:
    """quantulum3 in the interpreter `python`: median CPU seconds and quantities found."""
    run = subprocess.run([python, "-c", PEER], input=json.dumps([texts, runs]), capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"{python} could not run quantulum3:\n{run.stderr[-1000:]}")
    times, found = json.loads(run.stdout.splitlines()[-1])
    return statistics.median(times), found


def report(label: str, measured: tuple[float, int], count: int) -> None:
    """Print CPU seconds, sentences a second and figures found."""
    print(f"{label:34} {measured[0]:7.3f} s   {count / measured[0]:7.0f} sentences a CPU second   {measured[1]} found")


def main() -> None:
    """Read the arguments, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", nargs="?", type=Path, default=SENTENCES)
    parser.add_argument("--runs", type=int, default=5, help="how often each is measured; the median counts")
    parser.add_argument("--peer", metavar="PYTHON", help="interpreter of an environment that has quantulum3")
    arguments = parser.parse_args()
    if not arguments.sentences.is_file():
        sys.exit(f"There are no sentences to measure: {arguments.sentences} is missing. Name a JSON list of objects with a `text`.")
    texts = [row["text"] for row in json.loads(arguments.sentences.read_text("utf-8"))]
    parsed = {text: (variorum.Article(text), parse_text(text)) for text in texts}
    ways: dict[str, Callable[[Sequence[str]], int]] = {
        "figures, text already parsed": lambda some: sum(len(find_figures(*parsed[text], (), (), DEFAULT)) for text in some),
        "variorum.figures_of": batched,
        "variorum.figures": single,
        "variorum.extract": everything,
    }
    print(f"{len(texts)} sentences; CPU time, median of {arguments.runs} runs")
    for label, work in ways.items():
        report(label, timed(work, texts, arguments.runs), len(texts))
    here = sys.executable if importlib.util.find_spec("quantulum3") else None
    if python := arguments.peer or here:
        report("quantulum3", peer(python, texts, arguments.runs), len(texts))
    else:
        print("quantulum3 is not installed; see --help for how to measure it in an environment of its own.")


if __name__ == "__main__":
    main()
