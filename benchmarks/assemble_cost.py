"""What setting readings side by side costs, stage by stage, as a story grows: CPU seconds of each stage of `assemble` and the exponent of its growth.

    python -m benchmarks.assemble_cost [--stream EVENTS.jsonl] [--sizes 25 50 100 200] [--shape mixed|wire|spun]

`mixed` takes the first articles of the stream as one story. `wire` makes a story of one long report that each outlet cuts otherwise, `spun` one in
which every second text is another put through the tests' synonym machine: stories in which nearly every text is tied to another. The goal is an
exponent of at most 1.3, and 15 seconds for 200 articles of the first kind.
"""

from __future__ import annotations

import argparse
import importlib
import json
import math
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.compare.accounts.spun.spinner import spin

import variorum

flow = importlib.import_module("variorum.build")  # the package has a function of this name

STREAM = Path(__file__).parents[2] / "shared" / "bench" / "stream" / "events.jsonl"
FIELDS = ("id", "url", "outlet", "title", "published", "text")
STAGES = ("find_accounts", "find_actors", "name_holders", "compare_figures", "compare_quotations", "make_timeline")
LEFT_OUT = 0.15  # share of its paragraphs that an outlet leaves out of a wire report
EXCHANGED = 0.5  # share of the words with synonyms that the synonym machine exchanges


def mixed(articles: list[variorum.Article], size: int) -> list[variorum.Article]:
    """The first articles of the stream."""
    return articles[:size]


def wire(articles: list[variorum.Article], size: int) -> list[variorum.Article]:
    """One long article as many outlets print it, each with other paragraphs left out."""
    chance = random.Random(size)
    parts = sorted(articles, key=lambda article: len(article.text))[9 * len(articles) // 10].text.split("\n")
    kept = ([part for part in parts if chance.random() >= LEFT_OUT] for _ in range(size))
    return [variorum.Article("\n".join(text), id=f"w{number}", outlet=f"Paper {number}") for number, text in enumerate(kept)]


def spun(articles: list[variorum.Article], size: int) -> list[variorum.Article]:
    """Every article of the stream's first half, each with a reworded copy."""
    half = articles[: size // 2]
    return half + [variorum.Article(spin(article.text, EXCHANGED, number), id=f"s{number}") for number, article in enumerate(half)]


SHAPES = {"mixed": mixed, "wire": wire, "spun": spun}


class Clock:
    """CPU seconds by stage; it puts itself between `assemble` and the functions that it calls."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        for stage in STAGES:
            setattr(flow, stage, self.timed(stage, getattr(flow, stage)))

    def timed(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The function `work`, its time counted for `stage`."""

        def run(*given: Any, **named: Any) -> Any:
            start = time.process_time()
            out = work(*given, **named)
            self.seconds[stage] += time.process_time() - start
            return out

        return run


def exponents(sizes: list[int], times: list[dict[str, float]]) -> Iterator[tuple[str, float]]:
    """For each stage, and for all, the exponent b of the power law seconds = a * size**b that fits best (least squares of the logarithms)."""
    xs = [math.log(size) for size in sizes]
    mean = sum(xs) / len(xs)
    for stage in times[0]:
        ys = [math.log(max(found[stage], 1e-4)) for found in times]
        slope = sum((x - mean) * y for x, y in zip(xs, ys, strict=True)) / (sum((x - mean) ** 2 for x in xs) or 1)
        yield stage, slope


def measure(clock: Clock, readings: list[Any]) -> dict[str, float]:
    """CPU seconds of each stage and of `assemble` as a whole."""
    clock.seconds.clear()
    start = time.process_time()
    flow.assemble(readings)
    return {**{stage: clock.seconds[stage] for stage in STAGES}, "assemble": time.process_time() - start}


def main() -> None:
    """Read the arguments, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stream", type=Path, default=STREAM)
    parser.add_argument("--sizes", type=int, nargs="+", default=[25, 50, 100, 200])
    parser.add_argument("--shape", choices=SHAPES, default="mixed")
    given = parser.parse_args()
    records = [json.loads(line) for line in given.stream.read_text("utf-8").split("\n") if line]
    articles = [variorum.Article(**{field: record.get(field) for field in FIELDS}) for record in records[: max(given.sizes)]]
    stories = [flow.in_order(SHAPES[given.shape](articles, size)) for size in given.sizes]
    known = {article: flow.extract(article) for article in {article for story in stories for article in story}}
    readings = [[known[article] for article in story] for story in stories]
    flow.assemble(readings[0])  # loads tables
    clock = Clock()
    times = [measure(clock, one) for one in readings]
    print(f"{'CPU seconds':20}" + "".join(f"{size:>9}" for size in given.sizes) + "   exponent")
    for stage, exponent in exponents(given.sizes, times):
        print(f"{stage:20}" + "".join(f"{found[stage]:9.2f}" for found in times) + f"   {exponent:8.2f}")


if __name__ == "__main__":
    main()
