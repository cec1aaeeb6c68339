"""How many reworded texts are found, beside their original and without it, and how many honest articles are taken for one.

    python -m benchmarks.spun [--stream EVENTS.jsonl] [--phrases PHRASES.json] [--load CORPUS.jsonl.gz]

The reworded texts are those of the tests' spinner (`tests/compare/accounts/spun`). `--stream` takes honest articles, one a line with `id`, `event`
and `text`; `--phrases` machine-reworded phrases with the phrase each stands for; `--load` texts whose id `spin|BASE` names the text that was
changed by putting random words in place of others.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tests.compare.accounts.spun.spinner import events, spin

from variorum.compare.accounts.relations import relation
from variorum.compare.accounts.reworded.rewording import rewording
from variorum.compare.accounts.reworded.spun_signs import signs, signs_of_rewording
from variorum.config import DEFAULT
from variorum.records.article import Article

SHARES = (0.3, 0.5, 0.8)
SEEDS = 3  # rewordings of each report at each share


def main() -> None:
    """Run the measurements that have material."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("stream", "phrases", "load"):
        parser.add_argument(f"--{name}", type=Path)
    given = parser.parse_args()
    spinner()
    if given.stream:
        honest([json.loads(line) for line in given.stream.read_text("utf-8").splitlines()])
    if given.phrases:
        phrases(json.loads(given.phrases.read_text("utf-8"))["phrases"])
    if given.load:
        with gzip.open(given.load, "rt", encoding="utf-8") as lines:
            swaps({record["id"]: record["text"] for record in map(json.loads, lines)})


def spinner() -> None:
    """The tests' spinner: each report with its rewording and with another reporter's text."""
    for share in SHARES:
        copies = [
            (event, Article(spin(event.report, share, number + 1000 * seed), id="spun"))
            for number, event in enumerate(events())
            for seed in range(SEEDS)
        ]
        beside = _share(copies, lambda pair: relation(Article(pair[0].report, id="report"), pair[1]).kind == "spun")
        wrong = _share(copies, lambda pair: relation(Article(pair[0].other, id="other"), pair[1]).kind == "spun")
        alone = _share(copies, lambda pair: signs_of_rewording(pair[1]) is not None)
        print(f"reworded at {share:.0%}: beside its original {beside:.1%}, beside another report {wrong:.1%}, by its phrases alone {alone:.1%}")


def honest(records: list[dict[str, Any]]) -> None:
    """False alarms on honest articles: alone, among the other reports of the event, and in pairs."""
    articles = [(record["event"], Article(record["text"], id=record["id"])) for record in records]
    begun = time.perf_counter()
    alone = [article.id for _, article in articles if signs_of_rewording(article)]
    words = sum(len(article.text.split()) for _, article in articles)
    taken = 800_000 * (time.perf_counter() - begun) / words
    print(f"{len(articles)} honest articles: {len(alone)} alarms {alone}; {taken:.1f} ms for each 800 words")
    pairs = [(a, b) for (event, a), (other, b) in itertools.combinations(articles, 2) if event == other]
    found = [(a.id, b.id) for a, b in pairs if rewording(a, b, DEFAULT.reworded_coverage)]
    print(f"{len(pairs)} pairs of reports of one event: {len(found)} taken for reworded {found[:5]}")


def phrases(listed: list[dict[str, str]]) -> None:
    """Reworded phrases of science, one by one: how many are a sign, and how many of the right phrases are taken for one."""
    broken = _share(listed, lambda pair: _any_sign(pair["tortured"]))
    right = _share(listed, lambda pair: _any_sign(pair["correct"]))
    print(f"{len(listed)} reworded phrases: {broken:.1%} are a sign; of the right phrases {right:.1%}")


def swaps(texts: dict[str, str]) -> None:
    """Texts with random words in place of others, which are no synonyms."""
    pairs = [(Article(texts[name.split("|", 1)[1]], id="base"), Article(text, id=name)) for name, text in texts.items() if name.startswith("spin|")]
    beside = _share(pairs, lambda pair: relation(*pair).kind == "spun")
    voice = _share(pairs, lambda pair: relation(*pair).kind in {"spun", "copy", "truncated", "rewrite"})
    alone = _share(pairs, lambda pair: signs_of_rewording(pair[1]) is not None)
    print(f"{len(pairs)} texts with random words: beside the original spun {beside:.1%}, one voice {voice:.1%}; by phrases alone {alone:.1%}")


def _any_sign(phrase: str) -> bool:
    return any(char.isalnum() for char in phrase) and bool(signs(Article(f"{phrase} .")))


def _share(items: Iterable[Any], holds: Callable[[Any], bool]) -> float:
    told = [holds(item) for item in items]
    return sum(told) / (len(told) or 1)


if __name__ == "__main__":
    main()
