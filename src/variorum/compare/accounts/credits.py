"""Credits: what a text itself says of where it comes from, and whose publication it is."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.lang import language_data
from variorum.records.article import Article, Span
from variorum.records.excerpt import Excerpt
from variorum.records.families import Families, outlet_key
from variorum.text.fold import fold

_HEAD = 400  # characters in which a dateline or an agency's byline stands
_TAIL = 1_200  # characters at the end in which credits stand
_NAME = r"((?:The |the )?[A-Z][\w&.'-]{0,30}(?: (?:of |and |& )?[A-Z][\w&.'-]{0,30}){0,5})"
_DATELINE = re.compile(r"\(([A-Z][A-Za-z -]{1,30})\) ?(?:--|[-\u2013\u2014:])")
_FIRST = re.compile(rf"\b(?:originally|first) (?:published|appeared|ran|posted|printed) (?:in|on|by|at|with) {_NAME}")
_REPRINT = re.compile(rf"\b(?:[Rr]epublished|[Rr]eprinted|[Ss]yndicated) (?:[a-z ]{{0,30}})?(?:from|by|with permission from|courtesy of) {_NAME}")
_ORIGINAL = re.compile(rf"\b[Rr]ead the original (?:article|story) (?:in|on|at) {_NAME}")
_OWNER = re.compile(rf"(?:\bCopyright|\u00a9|\([Cc]\))(?: ?(?:\u00a9|\([Cc]\)))? ?,? ?(?:19|20)\d\d(?: ?[-\u2013] ?(?:19|20)\d\d)?,? (?:by )?{_NAME}")
_REUTERS_DESK = re.compile(r"\b[Rr]eporting by [^()\n]{2,300}?\b[Ee]dit\w{0,4} by ")
# Of a credit line: when it was put online, the initials of editors ("jm/dm (AFP, dpa)"), what stands between two agencies.
_STAMP = re.compile(r"\s*[|,]?\s*(?:(?:Updated|Published|Posted):?\s*)?(?:19|20)\d\d-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?\s*$")
_EDITORS = re.compile(r"^[a-z]{2,4}(?:/[a-z]{2,4}){0,3} \(")
_LIST = re.compile(r" ?[,/|&] ?| - | and ")
# A signature after the last sentence: "... on Friday. (Reuters)", "... on Friday. -AFP", "... on Friday. EFE".
_SIGNATURE = re.compile(r"[.!?][\"')\]]* ?(\([^()\n]{2,50}\)|[-\u2013\u2014]{1,2} ?[A-Za-z][A-Za-z /-]{1,30}|[A-Z]{2,8})[ .]*$")
_HEAD_LINES = 3  # lines at the start on which a byline stands
_SHORT_LINE = 60  # characters of the longest credit line
_INITIALS = 3  # letters up to which a name in small letters is an abbreviation of something else
UNNAMED = "news agencies that are not named"
_OWNED = r"\b{outlet} is (?:owned|published|operated) by {name}"


@dataclass(frozen=True, slots=True)
class Credit:
    """A text's word on whose it is: `agency` (an agency wrote it), `origin` (another outlet had it first) or `owner` (whose copyright it is)."""

    kind: str
    name: str
    words: Excerpt


@dataclass(frozen=True, slots=True)
class Origin:
    """The article that another derives from, by its id, and why one thinks so."""

    article: str
    reason: str


@functools.cache
def _agencies() -> dict[str, str]:
    """Agencies by the short forms of their names."""
    return {short: name for name, agency in language_data("agencies").items() for short in agency["short"]}


@functools.cache
def _agency_hosts() -> dict[str, str]:
    return {host: name for name, agency in language_data("agencies").items() for host in agency["hosts"]}


def agency_of(name: str) -> str | None:
    """The agency that a name or short form means as it is written, None if it is none."""
    return _agencies().get(name)


@functools.lru_cache(maxsize=512)
def credits_of(article: Article) -> tuple[Credit, ...]:
    """The credits of an article, agencies first, then origins and owners, each kind in the order of the text."""
    folded = fold(article.text)
    return (*_agency_credits(article, folded), *_named(article, folded, "origin", (_FIRST, _REPRINT, _ORIGINAL)), *_owners(article, folded))


def _agency_credits(article: Article, folded: str) -> tuple[Credit, ...]:
    known, datelines = _agencies(), _DATELINE.finditer(folded, 0, _HEAD)
    found = [Credit("agency", known[match[1]], Excerpt.cut(article.text, *match.span())) for match in datelines if match[1] in known]
    start = max(0, len(folded) - _TAIL)
    desk = _REUTERS_DESK.search(folded, start)
    if desk:
        found.append(Credit("agency", "Reuters", Excerpt.cut(article.text, *desk.span())))
    for match in _OWNER.finditer(folded, start):
        agency = known.get(_clean(match.group(1)))
        if agency:
            found.append(Credit("agency", agency, Excerpt.cut(article.text, *match.span())))
    return (*found, *_bare_lines(article, folded))


def _bare_lines(article: Article, folded: str) -> list[Credit]:
    """An agency's name alone on one of the first lines, as a byline, or at the end, as a signature: on a line or after the last sentence."""
    lines = [Span(*match.span()) for match in re.finditer(r"[^\n]+", folded) if match.group().strip()]
    last = [line for line in lines if not article.is_boilerplate(line)][-1:] + lines[-1:]
    found = [(line, _credited_line(line.of(folded))) for line in dict.fromkeys([*lines[:_HEAD_LINES], *last])]
    for line in dict.fromkeys(last):
        signature = _SIGNATURE.search(folded, max(line.start, line.end - _SHORT_LINE), line.end)
        found += [(Span(*signature.span(1)), _credited_words(signature.group(1).strip(" ().[]-\u2013\u2014")))] if signature else []
    return [Credit("agency", name, Excerpt.cut(article.text, line.start, line.end)) for line, name in found if name]


def _credited_line(line: str) -> str | None:
    """The agency of a line that holds nothing but a credit, and at most when it was put online: "Source: Xinhua", "Reuters | Updated: 2017-09-15"."""
    if len(line) > _SHORT_LINE:
        return None
    return _credited_words(_STAMP.sub("", line).strip(" ().[]-\u2013\u2014"))


def _credited_words(words: str) -> str | None:
    """The agency that a credit names, the first of several; `UNNAMED` for "With inputs from agencies". None if it is no credit of agencies."""
    data = language_data("citing")["credit_lines"]
    if words.lower() in data["unnamed"]:
        return UNNAMED
    words = _EDITORS.sub("", words)
    bare = next((words[len(word) :].strip(" :(") for word in sorted(data["before"], key=len, reverse=True) if _begins_with(words, word)), words)
    if bare.lower() in data["unnamed"]:
        return UNNAMED
    named = [_agency_in_line(part.strip()) for part in _LIST.split(bare)]
    return named[0] if all(named) else None


def _agency_in_line(name: str) -> str | None:
    """The agency of a credit line's name, in whatever letters; a few small letters are an abbreviation of something else."""
    return _agencies().get(name) if len(name) <= _INITIALS and name.islower() else _any_case().get(name.lower())


def _begins_with(words: str, opening: str) -> bool:
    return words.lower().startswith(opening) and not words[len(opening) : len(opening) + 1].isalnum()


@functools.cache
def _any_case() -> dict[str, str]:
    """Agencies by the short forms of their names in small letters: credit lines write them as they like."""
    return {short.lower(): name for short, name in _agencies().items()}


def _named(article: Article, folded: str, kind: str, patterns: tuple[re.Pattern[str], ...]) -> tuple[Credit, ...]:
    matches = [match for pattern in patterns for match in pattern.finditer(folded, max(0, len(folded) - _TAIL))]
    matches += [match for pattern in patterns for match in pattern.finditer(folded, 0, min(_HEAD, max(0, len(folded) - _TAIL)))]
    ordered = sorted(matches, key=lambda match: match.span())
    return tuple(Credit(kind, _publisher_name(match.group(1)), Excerpt.cut(article.text, *match.span())) for match in ordered)


def _owners(article: Article, folded: str) -> tuple[Credit, ...]:
    """Copyright lines at the end, and a sentence there that says who owns the outlet."""
    patterns = [_OWNER]
    if article.outlet and article.outlet.strip():
        outlet = re.escape(re.sub(r"(?i)^the ", "", fold(article.outlet.strip())))
        patterns.append(re.compile(_OWNED.format(outlet=outlet, name=_NAME)))
    found = [credit for credit in _named(article, folded, "owner", tuple(patterns)) if credit.name not in _agencies().values()]
    return tuple(credit for credit in found if credit.words.start >= len(folded) - _TAIL)


def _clean(name: str) -> str:
    return re.sub(r"\.(?: All| Rights)?$| All$", "", name.strip()).rstrip(".,;")


def _publisher_name(name: str) -> str:
    clean = _clean(name)
    return _agencies().get(clean, re.sub(r"^[Tt]he ", "", clean))


def publisher_of(article: Article, families: Families) -> str | None:
    """Whose publication a text is: the agency or outlet that it credits, else the family or owner of its outlet, else the outlet; None if unknown."""
    told = credits_of(article)
    for kind in ("agency", "origin"):
        named = next((credit.name for credit in told if credit.kind == kind), None)
        if named:
            return families.get(outlet_key(named), named)
    own = outlet_of(article)
    if own is None:
        return None
    if outlet_key(own) in families:
        return families[outlet_key(own)]
    return next((credit.name for credit in told if credit.kind == "owner"), own)


def outlet_of(article: Article) -> str | None:
    """The outlet of an article; an agency's own page is the agency's."""
    if not article.outlet or not article.outlet.strip():
        return None
    key = outlet_key(article.outlet)
    host = next((name for host, name in _agency_hosts().items() if key == host or key.endswith("." + host)), None)
    return host or _agencies().get(article.outlet.strip(), article.outlet.strip())


def origin_of(a: Article, b: Article, *, shorter: str | None = None) -> Origin | None:
    """Which of two articles of one text the other comes from, by credit, then time, then fullness; None if nothing tells.

    `shorter` is the id of the one that is the other cut short, if one is: of one day, it comes from the fuller text.
    """
    credited = [origin for copy, other in ((a, b), (b, a)) if (origin := _credited(copy, other))]
    if len(credited) == 1:
        return credited[0]
    same_day = a.day == b.day or None in (a.day, b.day)
    if shorter is not None and same_day:
        fuller = b if a.id == shorter else a
        return Origin(fuller.id, f"{name_of(fuller)} has the fuller text")
    return _first(a, b)


def _first(a: Article, b: Article) -> Origin | None:
    """The article with the earlier date; of one day, with the earlier time where both have one that can be compared."""
    if a.day is None or b.day is None:
        return None
    times = _time(a), _time(b)
    if a.day == b.day and times[0] and times[1] and (times[0].tzinfo is None) == (times[1].tzinfo is None):
        early = a if times[0] < times[1] else b if times[1] < times[0] else None
    else:
        early = a if a.day < b.day else b if b.day < a.day else None
    return Origin(early.id, f"{name_of(early)} has the earlier date") if early else None


def _credited(copy: Article, other: Article) -> Origin | None:
    """`other` as the origin, if it is the page of the publisher that `copy` credits."""
    credit = credited_to(copy, other)
    return Origin(other.id, f"{name_of(copy)} credits {credit.name}: “{' '.join(credit.words.text.split())}”") if credit else None


def credited_to(copy: Article, other: Article) -> Credit | None:
    """The credit by which `copy` names the publisher of `other` as the one whose text it is, None if it has none."""
    own = outlet_of(other)
    if own is None or (copy.outlet and outlet_key(copy.outlet) == outlet_key(other.outlet or "")):
        return None
    return next((credit for credit in credits_of(copy) if credit.kind != "owner" and outlet_key(credit.name) == outlet_key(own)), None)


def credited_among(articles: Sequence[Article]) -> list[str]:
    """The ids of those of some articles that another of them credits, as `credited_to` tells, without asking each about each."""
    crediting: defaultdict[str, set[str]] = defaultdict(set)
    for copy in articles:
        for credit in credits_of(copy):
            if credit.kind != "owner":
                crediting[outlet_key(credit.name)].add(outlet_key(copy.outlet) if copy.outlet else "")
    return [article.id for article in articles if (own := outlet_of(article)) and crediting[outlet_key(own)] - {outlet_key(article.outlet or "")}]


def _time(article: Article) -> dt.datetime | None:
    """The publication time, None where only the day is known; midnight is how stores write a day."""
    time = dt.datetime.fromisoformat(str(article.published)) if article.published else None
    return None if time is None or time.time() == dt.time() else time


def name_of(article: Article) -> str:
    """What a reader calls an article: its outlet, else its title, else its id."""
    return article.outlet or article.title or article.id
