"""Speed and memory of sorting a stream of articles into stories.

Usage: python benchmarks/grouping.py [SIZE...]        1,000 and 5,000 articles unless sizes are given

The articles are made up: each event has its own names and words, drawn with a fixed seed, among words that all events use. Peak memory is that
of the whole process and grows from size to size, so give the sizes in ascending order.
"""

from __future__ import annotations

import datetime as dt
import random
import resource
import sys
import time
from collections.abc import Sequence

from variorum import Article, group_stories

_REPORTS = 5  # articles on an event, on average
_WORDS = 400  # words of an article
_SYLLABLES = ("ba", "do", "fi", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wel", "zan", "bor", "dric", "fen", "hal", "mor")


def make_word(chance: random.Random) -> str:
    """An invented word of two to four syllables."""
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4)))


def make_stream(size: int, seed: int = 1) -> list[Article]:
    """So many articles, five on an event, fifty events a day. Phrases of the language are used again, as real ones are, the first most often."""
    chance = random.Random(seed)
    language = [make_word(chance) for _ in range(8000)]
    phrases = [" ".join(chance.choices(language, k=chance.randint(2, 5))) for _ in range(20_000)]
    weights = [1 / (rank + 50) for rank in range(len(phrases))]
    out = []
    for number in range(size):
        if number % _REPORTS == 0:
            own = [make_word(chance).capitalize() for _ in range(8)] + chance.sample(phrases, 30)
            day = dt.date(2031, 1, 1) + dt.timedelta(days=number // (50 * _REPORTS))
        said = chance.choices(phrases, weights, k=_WORDS // 5) + chance.choices(own, k=_WORDS // 10)
        chance.shuffle(said)
        title = " ".join(chance.sample(own, 3))
        out.append(Article(text=" ".join(said), id=f"{number // _REPORTS}.{number % _REPORTS}", title=title, published=day))
    return out


def measure(size: int) -> str:
    """One line: articles per CPU second, peak memory, and how many of the events came out as one story."""
    articles = make_stream(size)
    start = time.process_time()
    stories = group_stories(articles)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    whole = sum(len(story.members) == _REPORTS and len({key.split(".")[0] for key in story.article_ids}) == 1 for story in stories)
    return f"{size:>7,} articles  {size / seconds:>6.0f} per CPU second  peak {peak:>5.0f} MB  {whole:,} of {size // _REPORTS:,} events are one story"


def main(arguments: Sequence[str]) -> None:
    """Measure each size."""
    for size in map(int, arguments or ("1000", "5000")):
        print(measure(size), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
