"""Frames as keys: the slots of each figure in a form in which those of two articles can be set against each other."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.compare.figures.frames.limits import Limits, limits_of
from variorum.compare.figures.frames.mentions import Mentions
from variorum.compare.figures.frames.quantity_words import Topic, event_key, word_key, words_of
from variorum.compare.figures.frames.things import HAPPENS_TO_PEOPLE, is_narrowing, noun
from variorum.lang import language_data
from variorum.records.article import Span
from variorum.records.excerpt import Excerpt
from variorum.records.frame import Setting
from variorum.records.marks import Figure
from variorum.text.calendar import bounds

NO_WORDS: frozenset[str] = frozenset()
Interval = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Keys:
    """The slots of one figure as keys; what the text leaves open is empty.

    `owner_words` are the words for holder and places, which restrict no thing. `holder` and `places` are ids of actors, or keys of words where
    no actor is named (then `holder_named` and `places_named` are False). `times` are calendar intervals, first and last ISO day, `recent` if they
    are the days of the news; `lent_places` come from an earlier sentence. `day` is the article's own, `weekdays` and `article_weekdays` those that
    the figure and the article name. `limits` is what limits the figure beyond its slots, `sentence` its sentence without the number, `rest` is
    True for what is told beside others ("128 other politicians"). `names` are the actors of the sentence but for who says it, `sites` its places,
    `article_names` those that the article names anywhere.
    """

    figure: Figure
    head: str
    narrowed: frozenset[str]
    owner_words: frozenset[str]
    event: str
    role: str
    holder: frozenset[str]
    holder_named: bool
    places: frozenset[str]
    places_named: bool
    lent_places: frozenset[str]
    times: tuple[Interval, ...]
    since: bool
    whole: frozenset[str]
    base: frozenset[str]
    recent: bool
    day: str | None
    limits: Limits
    sentence: str
    rest: bool
    weekdays: frozenset[str]
    article_weekdays: frozenset[str]
    names: frozenset[str]
    sites: frozenset[str]
    article_names: frozenset[str]
    topic: Topic

    def measured_alike(self, other: Keys) -> bool:
        """True if both say what they measure in the same words, several of them."""
        one, two = self.topic.measure.keys(), other.topic.measure.keys()
        shared = len(one & two)
        return shared >= SAME_WORDS and shared >= SAME_SHARE * max(len(one), len(two))


@dataclass(frozen=True, slots=True)
class Day:
    """When an article was published (ISO 8601, None if not known), and the weekdays that it names."""

    published: str | None
    weekdays: frozenset[str] = NO_WORDS


def day_of(published: str | None, dates: Iterable[str]) -> Day:
    """The day of an article with the weekdays in the words of its dates."""
    return Day(published, weekdays_in(" ".join(dates)))


def weekdays_in(words: str) -> frozenset[str]:
    """The weekdays that stand in some words, small."""
    return frozenset(match.group(1).lower() for match in _WEEKDAY.finditer(words))


def keys_of(figures: Iterable[Figure], topics: dict[str, Topic], mentions: Mentions, days: Mapping[str, Day]) -> dict[str, Keys]:
    """The keys of each figure by its id. `days` tells the day of each article."""
    return {figure.id: _keys(figure, topics[figure.id], mentions, days[figure.article]) for figure in figures}


def _keys(figure: Figure, topic: Topic, mentions: Mentions, article: Day) -> Keys:
    day = article.published
    about = figure.about
    holder, holder_named = _who(figure.article, [figure.whose] if figure.whose else [], mentions)
    recent = _recent(about.times, day)
    own = [place for place in about.places if not place.lent]
    places, places_named = _who(figure.article, own, mentions)
    lent, _ = _who(figure.article, [place for place in about.places if place.lent], mentions)
    return Keys(
        figure=figure,
        head=_head(figure),
        narrowed=_narrowed(figure),
        owner_words=frozenset(word for part in (figure.whose, *own) for word in words_of(part)),
        event=_event(figure),
        role=about.role,
        holder=holder,
        holder_named=holder_named,
        places=places,
        places_named=places_named,
        lent_places=lent,
        times=_times(about.times),
        since=any(time.kind != "at" for time in about.times),
        whole=frozenset(words_of(about.whole)),
        base=_base_keys(figure),
        recent=recent,
        day=day,
        limits=limits_of(figure, mentions, recent=recent),
        sentence=_sentence(figure),
        rest=_REST.search(_near_number(figure)) is not None,
        weekdays=weekdays_in(" ".join(time.text for time in about.times)),
        article_weekdays=article.weekdays,
        names=_parties(figure, mentions),
        sites=mentions.within(figure.article, figure.clause, "place") if figure.clause else NO_WORDS,
        article_names=mentions.of_article(figure.article),
        topic=topic,
    )


_PREPOSITION = re.compile(r"\s(?:of|in|to|from|for|at|by|on|with|that|which|who|was|were|is|are|had|has|will)\s|[,;:(]")


def _head(figure: Figure) -> str:
    """The noun of the thing; where the frame has none the counted noun, people if that is what happens to people, of an amount the noun measured."""
    if figure.about.head or figure.of == "age":
        return noun(figure.about.head)
    if figure.of and figure.unit not in {"%", "rank"}:
        return noun(figure.of)
    if not figure.unit:
        return "person" if figure.about.happens in HAPPENS_TO_PEOPLE else ""
    if figure.measure is None or figure.measure.contains(figure.number):
        return ""
    return noun(_PREPOSITION.split(figure.measure.line, maxsplit=1)[0])


def _narrowed(figure: Figure) -> frozenset[str]:
    """The keys of the words that restrict the thing, the words for unit and base left out; none where the frame has no thing."""
    unit = words_of(Excerpt(figure.start, figure.end, figure.quote)) if figure.unit else []
    own = {*unit, *words_of(figure.about.base)}
    return (frozenset(key for word in figure.about.narrowed if (key := word_key(word))) | _kinds_told(figure)) - own


def _kinds_told(figure: Figure) -> frozenset[str]:
    """The words for what is measured that tell which of several things of one name it is: gross, net, domestic."""
    if figure.measure is None or figure.measure.contains(figure.number):
        return NO_WORDS
    return frozenset(word for word in words_of(figure.measure) if is_narrowing(word))


def _event(figure: Figure) -> str:
    """The key of what happens to the thing; that a count rose or fell tells only that it moved."""
    found = figure.about.happens or event_key(figure) or ""
    return "" if not figure.unit and found in MOVES else found


def _base_keys(figure: Figure) -> frozenset[str]:
    """The keys of what a share is of; the output of a country is one base under all its names."""
    found = frozenset(words_of(figure.about.base)) | (frozenset(_base(figure)) if figure.unit == "%" else NO_WORDS)
    return found | {_OUTPUT} if found >= _OUTPUT_WORDS else found


def _base(figure: Figure) -> list[str]:
    return [key for word in (figure.of or "").split() if (key := word_key(word))]


def _near_number(figure: Figure) -> str:
    """The figure's own words with those right before them."""
    before = figure.clause.text[max(0, figure.start - figure.clause.start - 12) : max(0, figure.start - figure.clause.start)] if figure.clause else ""
    return f"{before}{figure.quote}"


def _sentence(figure: Figure) -> str:
    """The sentence of a figure with its own number left open; empty for one too short to be known again."""
    if figure.clause is None or len(figure.clause.text) < KNOWN_AGAIN:
        return ""
    start, end = figure.number.start - figure.clause.start, figure.number.end - figure.clause.start
    return " ".join(f"{figure.clause.text[:start]} # {figure.clause.text[end:]}".split()).casefold()


def _parties(figure: Figure, mentions: Mentions) -> frozenset[str]:
    """The actors whom the sentence of a figure calls by name, but for the one who says it."""
    clause = figure.clause
    if clause is None:
        return NO_WORDS
    said = mentions.within(figure.article, figure.said_by) if figure.said_by else NO_WORDS
    named = mentions.words(figure.article, clause)
    return frozenset(actor for span, actor in named if _is_name(clause.text[span.start - clause.start : span.end - clause.start])) - said


def _is_name(words: str) -> bool:
    """True for words that hold a capital after their article: "the Ledger", not "The carrier"."""
    return any(word[:1].isupper() for word in words.split() if word.lower() not in {"the", "a", "an"})


def _who(article: str, parts: Sequence[Excerpt], mentions: Mentions) -> tuple[frozenset[str], bool]:
    """The actors that stand in some words, and True; where none does the keys of the words, and False."""
    actors = frozenset(actor for part in parts for actor in mentions.within(article, Span(part.start, part.end)))
    if actors:
        return actors, True
    return frozenset(key for part in parts for key in words_of(part)), False


MOVES = frozenset({"rise", "fall", "rise count", "fall count", "stand at"})
SAME_WORDS, SAME_SHARE = 2, 0.75  # content words that two measures must share, and of the longer one the share
_REST = re.compile(r"(?i)\b(?:other|others|another|additional|further|extra|more(?! than))\b")
_WEEKDAY = re.compile(r"(?i)\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b")
_OUTPUT, _OUTPUT_WORDS = "gdp", frozenset({"gross", "product"})
KNOWN_AGAIN = 40  # characters of a sentence from which its like in another text is the same sentence
_PERIODS = frozenset(language_data("quantities")["words"]["periods"].split())
RECENT = 4  # days before publication within which a day that one text names is the day of the news, which the other need not name


def _recent(times: tuple[Setting, ...], day: str | None) -> bool:
    """True if the times that a figure names are days of the news, or weekdays of which no date is known."""
    known = [time for time in times if not time.lent]
    if any(time.kind != "at" for time in known):
        return False
    return all(_is_of_the_news(time, day) for time in known)


def _is_of_the_news(time: Setting, day: str | None) -> bool:
    if not time.value:
        return _PERIODS.isdisjoint(time.text.lower().replace("-", " ").split())
    return bool(day) and 0 <= _days_between(bounds(time.value)[0], str(day)) <= RECENT


def _days_between(first: str, last: str) -> int:
    """Days from one ISO day to another; many where either is none."""
    try:
        return (dt.date.fromisoformat(last[:10]) - dt.date.fromisoformat(first[:10])).days
    except ValueError:
        return 10_000


def _times(times: tuple[Setting, ...]) -> tuple[Interval, ...]:
    return tuple(bounds(time.value) for time in times if time.value and not time.lent)
