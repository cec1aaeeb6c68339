"""Proper names: capitalised stretches of the text, without their titles, each with the kind that the whole article votes for.

spaCy's entity recogniser is not used: on news it takes people for bodies and the other way round. What is read is the capitals
themselves, ranks, apposition, word lists (`lang/en/names.toml`) and, at the head of a sentence, the tagger's word class.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from variorum.config import Config
from variorum.extract.grammar.syntax import Syntax
from variorum.extract.names.capital_runs import Use, runs
from variorum.extract.names.capitals import Word, scan_words, shown_text
from variorum.extract.names.headlines import headline_words
from variorum.extract.names.introductions import with_phrases
from variorum.extract.names.name_kinds import Sighting, vote
from variorum.records.article import Article
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Name
from variorum.text.name_words import LINKERS, countries_by_adjective, name_key, place_names, word_list, word_lists
from variorum.text.parsing.parse import Parse

LONGEST_RUN = 9  # words; a longer run without a linking word is a list of names whose borders nothing tells


@dataclass(frozen=True, slots=True)
class Found:
    """A name as indices of words: `first` to `last` the name, `role` the first word of the title before it."""

    first: int
    last: int
    role: int | None = None


def find_names(article: Article, parse: Parse, syntax: Syntax, config: Config) -> tuple[Name, ...]:  # noqa: ARG001  config: one signature for all finders
    """Every proper name of the article, in order. Spans cover the name alone; `role` covers title and name."""
    shown = shown_text(parse)
    words = scan_words(shown)
    headline = headline_words(parse, words)
    use = Use(words, parse, shown, headline)
    prose = _part_neighbours(words, [found for run in runs(words, use) for found in _read_run(words, run, use)])
    found = sorted({*prose, *_in_headlines(words, headline, prose)}, key=lambda item: (item.first, item.last))
    adjectives = countries_by_adjective(frozenset(words[item.first].low for item in found if item.first == item.last))
    found = [item for item in found if item.first < item.last or words[item.first].low not in adjectives]
    keys = [name_key(parse.folded[words[item.first].start : words[item.last].end]) for item in found]
    sightings = [(key, Sighting(item.first, item.last, item.role is not None)) for key, item in zip(keys, found, strict=True)]
    kinds = vote(words, sightings, adjectives.values())
    names = tuple(_mark(article.text, words, _with_direction(words, item, kinds[key]), kinds[key]) for key, item in zip(keys, found, strict=True))
    return with_phrases(names, syntax)


def _with_direction(words: list[Word], item: Found, kind: str) -> Found:
    """A part of a country is a place of its own: "northern Kestria"."""
    before = words[item.first - 1] if item.first and words[item.first].glue == " " else None
    if kind != "place" or item.role is not None or before is None or before.low not in word_list("directions"):
        return item
    if " ".join(word.low for word in words[item.first : item.last + 1]) not in place_names():
        return item  # "the northeastern Kumbe town" is Kumbe
    points = before.low.endswith("ern") or before.low.startswith(("northe", "northw", "southe", "southw"))
    return Found(item.first - 1, item.last) if points and before.text.islower() else item


def _mark(text: str, words: list[Word], item: Found, kind: str) -> Name:
    start, end = words[item.first].start, words[item.last].end
    if text[end : end + 1] == "." and words[item.last].low in {"inc", "corp", "ltd", "co", "jr", "sr", "bros"}:
        end += 1
    role = Excerpt.cut(text, words[item.role].start, end) if item.role is not None else None
    return Name(start, end, text[start:end], kind, role)


def _read_run(words: list[Word], run: tuple[int, int], use: Use) -> Iterator[Found]:
    """The names in one run: openers off its front, title split from name, people and country adjectives left out."""
    first, last = run
    while first <= last and use.only_opens(first, words[first], alone=first == last) and not _leads(words, first, last):
        first += 1
        while first <= last and words[first].text.islower() and words[first].low not in word_list("prefix_particles"):
            first += 1
    if first > last or (last - first >= LONGEST_RUN and not any(word.text in LINKERS for word in words[first:last])):
        return
    title = _title_end(words, first, last)
    if title is not None:
        yield from _titled(words, first, title, last)
        return
    last = _without_final_title(words, first, last)
    if last < first:
        return
    role = _small_title(words, first)
    if role is not None:
        yield Found(first, last, role)
        return
    yield from _plain(words, first, last)


def _leads(words: list[Word], first: int, last: int) -> bool:
    """True for a first word that belongs to what follows, though the text writes it small elsewhere: "Bank of", "President", "Van"."""
    if first == last:
        return False
    rank = words[first].low in word_list("titles") - word_list("surnames_too") and words[first + 1].low not in word_list("organisations")
    particle = words[first].low in word_lists("particles", "prefix_particles") and words[first + 1].glue in {" ", "-"} and words[first].low != "as"
    body = last == first + 1 and words[last].low in word_list("organisations") and words[first].low not in word_lists("openers", "page_words")
    return _heads(words, first, last) or body or (words[first + 1].capital and words[first + 1].glue == " " and rank) or particle


def _heads(words: list[Word], first: int, last: int) -> bool:
    """True for the first word of "Bank of America": a common noun, yet part of the name."""
    return last > first + 1 and words[first + 1].low in {"of", "for"} and words[first].low in word_list("organisations")


def _title_end(words: list[Word], first: int, last: int) -> int | None:
    """Index of the last word of a title that has a name after it, None if the run holds none."""
    if words[last].low in word_list("organisations") and words[last].low not in {"united", "force"}:
        return None
    for at in range(last - 1, first - 1, -1):
        if words[at].low in word_list("titles"):
            if words[at].low in word_list("surnames_too") and at > first and words[at - 1].low not in word_list("title_modifiers"):
                continue
            if words[at + 1].low == "of":
                return at + 2 if at + 2 < last and words[at + 2].low in word_list("title_fields") else None
            return at
    return None


def _part_neighbours(words: list[Word], found: list[Found]) -> list[Found]:
    """Cut a run in two where the article uses both parts alone: a credit or a title that runs into the next name."""
    texts = [tuple(word.low for word in words[item.first : item.last + 1]) for item in found]
    known = set(texts) | {tuple(name.split()) for name in word_list("credits")}
    out: list[Found] = []
    for item, text in zip(found, texts, strict=True):
        cut = next((i for i in range(1, len(text)) if len(text) > 2 and text[:i] in known and text[i:] in known), None)
        if cut is None:
            out.append(item)
        else:
            out += [Found(item.first, item.first + cut - 1, item.role), Found(item.first + cut, item.last)]
    return out


def _titled(words: list[Word], first: int, title: int, last: int) -> Iterator[Found]:
    if all(word.low in word_list("demonyms") for word in words[title + 1 : last + 1]):
        return
    start = title
    while start > first and (words[start - 1].low in word_lists("titles", "title_modifiers") | {"of"}):
        start -= 1
    before = range(first, start)
    if all(_of_country(words, i, first) for i in before):
        if before and " ".join(words[i].low for i in before) in place_names():
            yield Found(first, start - 1)
        yield Found(title + 1, last, first)
        return
    yield from _plain(words, first, start - 1)
    yield Found(title + 1, last, start)


def _of_country(words: list[Word], at: int, first: int) -> bool:
    if words[at].low in word_lists("demonyms", "directions") | place_names():
        return True
    return " ".join(word.low for word in words[first : at + 1]) in place_names()


def _without_final_title(words: list[Word], first: int, last: int) -> int:
    """The run's last word once a title without a name ("Goldman Sachs Chief Executive") is cut off; below `first` if nothing is left."""
    end = last
    if last == first + 1 and words[first].low in word_list("given_names"):
        return last  # a family name that is a rank elsewhere
    ranks = word_list("titles") - word_list("surnames_too")
    while end >= first and words[end].low in (ranks if end == last else ranks | word_list("title_modifiers")):
        end -= 1
    return end


def _small_title(words: list[Word], first: int) -> int | None:
    """First word of a title in small letters before the name: "spokesman Nils Berg", "opposition leader Anna Holm"."""
    at = first
    while at and words[at].glue in {" ", "-", ". "} and (words[at - 1].low in word_list("titles") and words[at - 1].text.islower()):
        at -= 1
    if at == first:
        return None
    led_by = word_lists("title_modifiers", "titles", "demonyms")
    while at and words[at].glue in {" ", "-"}:
        before = words[at - 1]
        if before.low not in led_by and not (before.capital and before.low in word_list("directions")):
            break
        at -= 1
    return at


def _plain(words: list[Word], first: int, last: int) -> Iterator[Found]:
    """A run without a title: what belongs to a country ("South Korean") is no name unless the body it belongs to is named."""
    start = first
    while start <= last and (words[start].low in word_list("demonyms") or _direction_of_people(words, start, last)):
        start += 1
    if start > last:
        return
    tail = words[last].low
    belongs = word_lists("organisations", "places", "things")
    if start > first and (tail in belongs or (start == last and tail not in word_list("given_names"))):
        start = first
    plain = word_lists("titles", "title_modifiers", "openers", "page_words")
    if start == last and tail in plain - word_list("surnames_too"):
        return
    if " ".join(word.low for word in words[start : last + 1]) in word_list("phrases"):
        return
    if all(word.low in word_list("openers") for word in words[start : last + 1]):
        return
    if len(words[start].text) > 1 or last > start:
        yield Found(start, last)


def _direction_of_people(words: list[Word], at: int, last: int) -> bool:
    return at < last and words[at].low in word_list("directions") and words[at + 1].low in word_list("demonyms")


def _in_headlines(words: list[Word], headline: frozenset[int], prose: Iterable[Found]) -> Iterator[Found]:
    """Names that the prose uses or that are known places, found again in headlines, longest first."""
    known = {tuple(word.low for word in words[item.first : item.last + 1]) for item in prose}
    known |= {tuple(name.split()) for name in place_names()}
    longest = min(max(map(len, known), default=0), LONGEST_RUN)
    at = 0
    while at < len(words):
        if at in headline:
            for length in range(longest, 0, -1):
                part = words[at : at + length]
                if len(part) == length and part[0].capital and tuple(word.low for word in part) in known and all(word.glue for word in part[1:]):
                    yield Found(at, at + length - 1)
                    at += length - 1
                    break
        at += 1
