"""Signs that a machine reworded a text, found without its original: fixed phrases with a synonym in them, initials and sums that do not fit.

"Martial regulation" stands where English says "martial law"; "gross home product (GDP)" has other initials than its words; "126 trillion
received" is a sum in won. One such phrase means nothing; a text full of them was put through a synonym machine.
"""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from variorum.compare.accounts.reworded.fixed_phrases import MAX_PHRASE, MAX_REPLACEMENT, Match, Usage, fixed_phrases, function_words
from variorum.lang import language_data
from variorum.records.article import Article
from variorum.records.dossier import Alteration
from variorum.text.fold import fold
from variorum.text.prose import plain
from variorum.text.thesaurus import base_form, thesaurus

_WORD = re.compile(r"[A-Za-z]+(?:['.][A-Za-z]+)*|\d[\d,.]*\d|\d")
_INITIALS = re.compile(r"\(([A-Z]{3,6})\)")
_BRACES = re.compile(r"\{([a-z]+(?: [a-z]+){0,3})\}")  # what is left of a synonym machine's list of choices
_SAID = re.compile(r'["\'][,.]?["\']?\s+((?:[A-Z][\w.-]*\s+){1,4})([a-z]+)(?=\s+[A-Z]|[.,])')
_JOINTS = frozenset({" ", "-"})  # what stands between the words of one phrase
_SIZES = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
_AFTER_SUM = re.compile(r"\s*(?:[(,.;)]|(?:in|to|for|from|of|on|by|at|as|and|or)\b|$)")
# Weight of the signs from which a text was reworded by machine, and its square for each hundred words: a longer text has more chances to have
# some. Of 7,000 honest articles six have a weight of 4 or 5, all longer than 700 words, and none reaches the square.
MIN_WEIGHT = 4
MIN_SQUARE = 3.5
WORTH_NAMES = 2  # weight from which it is worth reading all names of the other articles
SHOWN = 8  # phrases quoted as evidence
MAX_NAME = 4  # words of a name that is looked for in other accounts
SAME_PAIR = 2  # signs that one exchange of words ("commerce" for "trade") may give; a writer has a habit or two of his own


@dataclass(frozen=True, slots=True)
class Sign:
    """A place whose words are not the fixed phrase, name, sum or initials that should stand there.

    `expected` is what usage would have at that place; `was` and `now` are the words exchanged. `weight` is 2 for what no writer leaves by chance (a
    name, initials, a sum), else 1.
    """

    start: int
    end: int
    expected: str
    was: str
    now: str
    weight: int


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    base: str
    capital: bool
    joined: bool  # nothing but a space or a hyphen stands before it


def signs(article: Article, names: StoryNames | None = None) -> list[Sign]:
    """The signs in an article's own prose, in order, none inside another; its names are compared with those of the story's other articles too."""
    folded = fold(article.text)
    tokens = _tokens(article, folded)
    found = [*_initials(tokens, folded), *_sums(tokens, folded), *_attributions(folded), *_choices(folded)]
    matches = [*_phrases(tokens, fixed_phrases()), *(_changed_names(article, tokens, names) if names else ())]
    found += filter(None, (_sign(match, tokens, folded) for match in matches))
    return _apart([sign for sign in found if not any(part.start <= sign.start < part.end for part in article.boilerplate)])


def _apart(found: list[Sign]) -> list[Sign]:
    """The signs in order, of those that overlap the weightiest, then the longest."""
    taken = bytearray(max((sign.end for sign in found), default=0))
    out = []
    for sign in sorted(found, key=lambda sign: (-sign.weight, sign.start - sign.end, sign.start)):
        if not any(taken[sign.start : sign.end]):
            taken[sign.start : sign.end] = b"\1" * (sign.end - sign.start)
            out.append(sign)
    return sorted(out, key=lambda sign: sign.start)


def signs_of_rewording(article: Article, names: StoryNames | None = None) -> tuple[tuple[str, ...], tuple[Alteration, ...]] | None:
    """Evidence that a machine reworded an article whose original is not at hand, and each phrase with what usage has instead; None if it is too
    little to tell."""
    found = signs(article)
    if weight(found) >= WORTH_NAMES:
        found = signs(article, names)
    total = weight(found)
    if total < MIN_WEIGHT or 100 * total * total < MIN_SQUARE * len(_WORD.findall(article.text)):
        return None
    changes = tuple(Alteration(article.id, sign.start, sign.end, sign.expected, article.text[sign.start : sign.end]) for sign in found)
    phrases = list(dict.fromkeys(f"\u201c{change.now}\u201d for \u201c{change.was}\u201d" for change in sorted(changes, key=_telling(found))))
    more = f", and {len(phrases) - SHOWN} more" if len(phrases) > SHOWN else ""
    return (f"it shows signs of machine rewording: {', '.join(phrases[:SHOWN])}{more}",), changes


def _telling(found: list[Sign]) -> Callable[[Alteration], tuple[int, int]]:
    """An order of changes: the weightiest signs first, then in order of the text."""
    weights = {sign.start: sign.weight for sign in found}
    return lambda change: (-weights[change.start], change.start)


def weight(found: Iterable[Sign]) -> int:
    """What signs weigh together: each phrase counts once, and one exchange of words counts in two phrases at most."""
    phrases = {(sign.expected.lower(), sign.now.lower()): sign for sign in found}
    pairs: Counter[tuple[str, str]] = Counter()
    total = 0
    for sign in phrases.values():
        pair = (base_form(sign.was.lower()), base_form(sign.now.lower()))
        pairs[pair] += 1
        total += sign.weight if pairs[pair] <= SAME_PAIR else 0
    return total


def firmness(article: Article) -> float:
    """How many of an article's own words stand in fixed phrases, less what signs of rewording weigh, for each hundred words."""
    folded = fold(article.text)
    tokens = _tokens(article, folded)
    usual = fixed_phrases().usual(tuple(token.base for token in tokens), _stops(tokens))
    return 100 * (sum(usual) - weight(signs(article))) / (len(tokens) or 1)


def _stops(tokens: list[_Token]) -> list[int]:
    """For each word the end of the longest phrase that may begin with it: nothing but spaces and hyphens stand in a phrase."""
    stops = [len(tokens)] * len(tokens)
    for at in range(len(tokens) - 2, -1, -1):
        stops[at] = stops[at + 1] if tokens[at + 1].joined else at + 1
    return [min(stop, at + MAX_PHRASE + MAX_REPLACEMENT - 1) for at, stop in enumerate(stops)]


def _tokens(article: Article, folded: str) -> list[_Token]:
    """The words of an article's own prose."""
    out, last = [], 0
    clutter = list(article.boilerplate)
    for match in _WORD.finditer(folded):
        start, word = match.start(), match.group().removesuffix("'s")
        while clutter and clutter[0].end <= start:
            clutter.pop(0)
        if clutter and clutter[0].start <= start:
            continue
        end = start + len(word)
        out.append(_Token(start, end, base_form(word.lower()), word[0].isupper(), folded[last:start] in _JOINTS))
        last = end
    return out


def _phrases(tokens: list[_Token], usage: Usage) -> Iterator[Match]:
    """Fixed phrases with words exchanged that are no part of another phrase."""
    bases = tuple(token.base for token in tokens)
    stops = _stops(tokens)
    yield from usage.reworded(bases, stops, fixed_phrases().usual(bases, stops))


def _changed_names(article: Article, tokens: list[_Token], names: StoryNames) -> Iterator[Match]:
    """Names of other articles with words exchanged. Only what machines are known to put counts: two papers may name one thing with two synonyms."""
    for match in _phrases(tokens, names.usage):
        if all(each.machine for each in match.exchanges) and names.elsewhere(" ".join(match.phrase.words), article):
            yield match


def _sign(match: Match, tokens: list[_Token], folded: str) -> Sign | None:
    """The sign that a match is, None if its words are written as a name's should not be, or are forms of the words they stand for."""
    span = tokens[match.start : match.end]
    bases = [base_form(word.lower()) for word in match.phrase.words]
    pairs = [(match.phrase.words[bases.index(each.was)], folded[tokens[each.start].start : tokens[each.end - 1].end]) for each in match.exchanges]
    if not all(_alike(was, now) for was, now in pairs):
        return None
    if match.phrase.name:
        changed = [token for each in match.exchanges for token in tokens[each.start : each.end]]
        if not all(token.capital or token.base in function_words() for token in span) or not any(token.capital for token in changed):
            return None
    elif _inside_name(tokens, match.start, match.end):
        return None
    was, now = (" ".join(words) for words in zip(*pairs, strict=True))
    return Sign(
        span[0].start,
        span[-1].end,
        _expected(match, pairs, tokens, folded),
        was,
        now,
        2 if match.phrase.name and all(each.machine for each in match.exchanges) else 1,
    )


def _expected(match: Match, pairs: list[tuple[str, str]], tokens: list[_Token], folded: str) -> str:
    """The words of a match as they should stand: its own, but for those exchanged, in the same number."""
    at, out = tokens[match.start].start, []
    for each, (was, now) in zip(match.exchanges, pairs, strict=True):
        out += [folded[at : tokens[each.start].start], _numbered(was, now.lower())]
        at = tokens[each.end - 1].end
    return "".join([*out, folded[at : tokens[match.end - 1].end]])


def _numbered(was: str, now: str) -> str:
    """A word in the plural where the one that stands for it is."""
    last = now.rsplit(maxsplit=1)[-1]
    plural = last.endswith("s") and base_form(last) != last and base_form(was.lower()) == was.lower() and now not in thesaurus().written
    return was + ("es" if was.endswith(("s", "x", "ch", "sh")) else "s") * plural


def _alike(was: str, now: str) -> bool:
    """True if two words have the same kind of form, and are not two spellings, forms or short forms of one."""
    one, two = was.lower(), now.lower()
    if plain(one) == plain(two) or was.isupper() or now.isupper():
        return False
    if " " not in two and any(one.endswith(ending) != two.endswith(ending) for ending in ("ed", "ing")):
        return False
    return one[:5] != two[:5]


def _inside_name(tokens: list[_Token], start: int, end: int) -> bool:
    """True if the words from `start` to `end` are part of a name or a title: several of them, or one and its neighbour, have capitals."""
    if sum(token.capital for token in tokens[start:end]) > 1:
        return True
    after = tokens[end] if end < len(tokens) and tokens[end].joined else None
    before = tokens[start - 1] if start and tokens[start].joined else None
    return bool((after and after.capital and tokens[end - 1].capital) or (before and before.capital and tokens[start].capital))


class StoryNames:
    """The names that the articles of a story write, runs of two to four words in capitals; the articles are read when first asked for them."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = tuple(articles)

    @functools.cached_property
    def writers(self) -> dict[str, frozenset[str]]:
        """The ids of the articles that write each name."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for article in self._articles:
            for name in _names(article):
                found[name].add(article.id)
        return {name: frozenset(ids) for name, ids in found.items()}

    @functools.cached_property
    def usage(self) -> Usage:
        """All names; of two spellings of one name that several articles write, the last in the alphabet is kept."""
        usage = Usage()
        for name in sorted(self.writers, key=lambda name: (len(self.writers[name]) > 1, name)):
            usage.add(name, name=True)
        return usage

    def elsewhere(self, name: str, article: Article) -> bool:
        """True if another article writes a name."""
        return self.writers.get(name, frozenset()) != {article.id}


def _names(article: Article) -> Iterator[str]:
    folded = fold(article.text)
    run: list[str] = []
    for token in [*_tokens(article, folded), None]:
        if token and token.capital and (token.joined or not run):
            run.append(folded[token.start : token.end])
            continue
        if 2 <= len(run) <= MAX_NAME:
            yield " ".join(run)
        run = [folded[token.start : token.end]] if token and token.capital else []


def _initials(tokens: list[_Token], folded: str) -> Iterator[Sign]:
    """Names and terms whose initials in brackets do not fit, where words for which theirs may have been exchanged would."""
    ends = {token.end: at for at, token in enumerate(tokens)}
    for match in _INITIALS.finditer(folded):
        at = ends.get(match.start() - 1)
        if at is None:
            continue
        words = [token for token in tokens[max(0, at - 2 * len(match[1])) : at + 1] if token.base not in function_words()][-len(match[1]) :]
        if len(words) < len(match[1]):
            continue
        pairs = list(zip(words, match[1], strict=True))
        wrong = [(token, letter, _meant(token, letter)) for token, letter in pairs if folded[token.start].lower() != letter.lower()]
        if not 0 < len(wrong) < len(words) or not all(meant for _, _, meant in wrong):
            continue
        for token, _, meant in wrong:
            if meant:
                was = meant.capitalize() if token.capital else meant
                yield Sign(token.start, token.end, was, was, folded[token.start : token.end], 2)


def _meant(token: _Token, letter: str) -> str | None:
    """The word with this initial for which a synonym machine may have put a token, the first in the alphabet."""
    return next((word for word in thesaurus().exchanged_for((token.base,)) if word.startswith(letter.lower())), None)


@functools.cache
def _replaced(table: str) -> dict[str, str]:
    """The words of a table of `spinning.toml`, each with the one for which machines put it."""
    listed = language_data("spinning")[table]
    return {word.strip(): was for was, words in listed.items() for word in words.split(",")}


def _sums(tokens: list[_Token], folded: str) -> Iterator[Sign]:
    """Sums of money in a currency whose name was taken for another word: "126 trillion received"."""
    for number, size, unit in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if size.base in _SIZES and unit.joined and size.joined and folded[number.start].isdigit():
            word = folded[unit.start : unit.end]
            was = _replaced("currency").get(word.lower())
            if was and _AFTER_SUM.match(folded, unit.end):
                yield Sign(number.start, unit.end, f"{folded[number.start : size.end]} {was}", was, word, 2)


def _attributions(folded: str) -> Iterator[Sign]:
    """Quotations that a name "mentioned", or about which it "instructed" a newspaper: machines put these for said and told."""
    for match in _SAID.finditer(folded):
        was = _replaced("attribution").get(match[2])
        if was and (was == "told") == (folded[match.end() : match.end() + 1] == " "):
            yield Sign(match.start(2), match.end(2), was, was, match[2], 1)


def _choices(folded: str) -> Iterator[Sign]:
    """Words left in braces, where a synonym machine was to choose among several."""
    for match in _BRACES.finditer(folded):
        yield Sign(match.start(), match.end(), match[1], match[1], match.group(), 2)
