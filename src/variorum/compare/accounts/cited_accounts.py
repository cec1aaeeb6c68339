"""Citations: figures that an article has from another account of the story ("the Ledger reported", "told the Ledger"): it adds no voice."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.compare.accounts.credits import agency_of, outlet_of
from variorum.compare.accounts.outlet_names import short_name
from variorum.lang import language_data
from variorum.records.article import Article, Span
from variorum.records.dossier import Account
from variorum.records.families import outlet_key
from variorum.records.marks import Figure, Reading, Statement
from variorum.text.fold import fold
from variorum.text.prose import sentence_spans

_WORD = r"[A-Z][\w&.'-]{0,30}"
_NAME = rf"(?P<the>[Tt]he )?(?P<name>{_WORD}(?: (?:of |and |& )?{_WORD}){{0,4}})"
_POSSESSIVE = re.compile(r"(?:'s|')$")
_KIND = "(?:newspaper|daily|weekly|magazine|broadcaster|news agency|news service|agency|website|news site)"
_AND = re.compile(r"\band\b")
_LEAST_HOST = 3  # letters of a host's name by which an outlet may be called


@dataclass(frozen=True, slots=True)
class Citation(Span):
    """The words of an article that name another account as their source, and how far they reach.

    `start` and `end` are the words of citing with the name, `reach` is the clause that they govern. `passing` is True for words that pass on what
    another speaker says ("citing").
    """

    account: str
    reach: Span
    passing: bool


def cited_sources(readings: Sequence[Reading], accounts: Sequence[Account]) -> Mapping[str, str]:
    """The account from which an article has a figure or a statement, by the id of the figure or statement; those that it has of its own are left out.

    For these figures the article adds no voice to that of the account it names. A citation reaches over its own clause and over the statement that
    it is part of. What somebody else says in that clause is not taken from the outlet; an outlet that is only spoken of, or speaks of itself, is not
    cited; where a short name fits two accounts nobody is. No article cites the account or the publisher that it belongs to. Pure; one pass over
    each text.
    """
    names = _Names(readings, accounts)
    out: dict[str, str] = {}
    for reading in readings:
        found = tuple(citations(reading, names))
        for statement in reading.statements if found else ():
            if one := next((one for one in found if _carries(one, statement)), None):
                out[statement.id] = one.account
        statements = {statement.id: statement for statement in reading.statements} if found else {}
        for figure in reading.figures if found else ():
            said = statements.get(figure.statement or "")
            account = out.get(said.id) if said else None
            account = account or next((one.account for one in found if _reaches(one, figure, said, reading.article.text)), None)
            if account:
                out[figure.id] = account
    return out


def citations(reading: Reading, names: _Names) -> Iterator[Citation]:
    """The citations of other accounts in an article, in order of its sentences."""
    folded = fold(reading.article.text)
    for sentence in sentence_spans(folded):
        for pattern in (_before(), _interview(), _inverted(), _after(), _works()):
            for match in pattern.finditer(folded, sentence.start, sentence.end):
                part = pattern in (_after(), _works()) and _within().search(folded, max(sentence.start, match.start() - 20), match.start())
                account = None if part else names.cited(reading, match, at_start=match.start() == sentence.start)
                if account:
                    passing = match.group().lower().startswith(tuple(language_data("citing")["citing"]["passing"]))
                    yield Citation(match.start(), match.end(), account, _clause(folded, sentence, match), passing)


def _carries(one: Citation, said: Statement) -> bool:
    """True if the citation is the statement's cue or speaker, or stands between the two: "papers seen by the Ledger show"."""
    parts = [part for part in (said.cue, said.speaker) if part is not None]
    return bool(parts) and one.overlaps(Span(min(part.start for part in parts), max(part.end for part in parts)))


def _reaches(one: Citation, figure: Figure, said: Statement | None, text: str) -> bool:
    """True if a figure stands in the clause of a citation, and what somebody else says there is what the outlet tells of him.

    "According to the Ledger, the mayor said 40" is the Ledger's, and so is "the mayor said 40, the Ledger reported"; "the Ledger reported 40 and the
    mayor said 60" is so for 40.
    """
    if not one.reach.contains(figure.number):
        return False
    if one.passing or said is None or said.cue is None or not one.reach.contains(said.cue) or _carries(one, said):
        return True
    speaks = min(said.cue.start, said.speaker.start if said.speaker else said.cue.start)
    if _is_blank(text[one.reach.start : one.start]):
        return one.end <= speaks and not _AND.search(text, one.end, speaks)
    return _is_blank(text[one.end : one.reach.end])


def _is_blank(words: str) -> bool:
    return not any(char.isalnum() for char in words)


class _Names:
    """By what names the articles may call each account of the story."""

    def __init__(self, readings: Sequence[Reading], accounts: Sequence[Account]) -> None:
        articles = {reading.article.id: reading.article for reading in readings}
        self._own = {member.article: account for account in accounts for member in account.articles}
        self._full: dict[str, str] = {}
        self._short: dict[str, set[str]] = {}
        self._sources = {account.id: account.source for account in accounts}
        for account in accounts:
            for member in account.articles:
                for name in _names_of(articles[member.article]):
                    self._full.setdefault(_key(name), account.id)
                    if short := short_name(name):
                        self._short.setdefault(short, set()).add(outlet_key(name))
        for account in accounts:
            if account.publisher:
                self._full.setdefault(_key(account.publisher), account.id)

    def cited(self, reading: Reading, match: re.Match[str], *, at_start: bool) -> str | None:
        """The account that the name in a match means, None if it is no other account of the story."""
        name = _POSSESSIVE.sub("", match["name"].rstrip(".,"))
        account = self._meant(name, short=bool(match["the"]))
        if account is None and at_start and not match["the"]:  # "Meanwhile Reuters reported"
            name = name.partition(" ")[2]
            account = self._meant(name, short=False)
        own = self._own.get(reading.article.id)
        if account is None or own is None or self._sources[account] == own.source:
            return None
        return None if not match["the"] and _is_person(reading, match.span("name"), name) else account

    def _meant(self, name: str, *, short: bool) -> str | None:
        account = self._full.get(_key(agency_of(name) or name)) if name else None
        if account is None and short and len(self._short.get(name, ())) == 1:
            account = self._full.get(_key(min(self._short[name])))
        return account


def _names_of(article: Article) -> Iterator[str]:
    """The names of an article's outlet: as it is given, the agency's that its page is, and the host without its ending."""
    if article.outlet and article.outlet.strip():
        name = outlet_of(article) or article.outlet
        yield name
        host = outlet_key(article.outlet).split("/")[0]
        if "." in host and " " not in host and name == article.outlet.strip():
            label = max(host.split(".")[:-1], key=len)
            if len(label) >= _LEAST_HOST:
                yield label


def _key(name: str) -> str:
    """What spellings of an outlet's name and of its host share: "The Oldport Ledger" and "oldportledger"."""
    return re.sub(r"[\W_]", "", outlet_key(name))


def _is_person(reading: Reading, place: tuple[int, int], name: str) -> bool:
    """True if a name without its article is a person's, here or elsewhere in the text."""
    persons = [one for one in reading.names if one.kind == "person"]
    here = Span(*place)
    return any(one.overlaps(here) or (one.text != name and one.text.split()[-1] == name) for one in persons)


def _clause(folded: str, sentence: Span, match: re.Match[str]) -> Span:
    """The clause of a sentence that a citation governs."""
    start = max((cut.end() for cut in _contrast().finditer(folded, sentence.start, match.start())), default=sentence.start)
    after = _contrast().search(folded, match.end(), sentence.end)
    return Span(start, after.start() if after else sentence.end)


def _any(words: Sequence[str]) -> str:
    """A pattern for one of several words or phrases, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _listed(name: str) -> str:
    return _any(language_data("citing")["citing"][name])


def _other_firm() -> str:
    return rf"(?! (?:{_any(language_data('citing')['own']['others'])})\b)"


@functools.cache
def _within() -> re.Pattern[str]:
    """What stands before a name that is part of another: "a reader of the" Ledger."""
    return re.compile(rf"\b(?:{_any(language_data('citing')['own']['within'])}) (?:the )?\Z")


@functools.cache
def _before() -> re.Pattern[str]:
    """ "according to the Ledger", "as reported by the Ledger"."""
    return re.compile(rf"(?i:\b(?:{_listed('before')})) (?:(?:the )?{_KIND} )?{_NAME}{_other_firm()}")


@functools.cache
def _interview() -> re.Pattern[str]:
    """ "told the Ledger"; "told the Ledger to go" is an order."""
    return re.compile(rf"(?i:\b(?:{_listed('interview')})) (?:(?:the )?{_KIND} )?{_NAME}{_other_firm()}(?! to\b)")


@functools.cache
def _after() -> re.Pattern[str]:
    """ "the Ledger first reported", but not "the Ledger said it would" or "the Ledger reported a loss"."""
    own = language_data("citing")["own"]
    about_itself = rf"(?! (?:{_any(own['itself'])})\b)(?! (?:[a-z-]+ ){{0,3}}(?:{_any(own['results'])})\b)"
    between = rf"(?: {_KIND})?(?: (?:{_listed('adverbs')}))?(?: on [A-Z][a-z]+day)?"
    return re.compile(rf"\b(?:(?:On )?[A-Z][a-z]+day )?{_NAME}{between} (?:{_listed('verbs')})\b{about_itself}")


@functools.cache
def _inverted() -> re.Pattern[str]:
    """ ", reported the Ledger."."""
    return re.compile(rf"[,'\"] (?:{_listed('verbs')}) {_NAME}(?=[,.;]|$)")


@functools.cache
def _works() -> re.Pattern[str]:
    """ "a Ledger tally", "the Ledger's count"."""
    return re.compile(rf"\b{_NAME.replace('[Tt]he ', '(?:[Tt]he|[Aa]n?) ')} (?:{_listed('works')})\b")


@functools.cache
def _contrast() -> re.Pattern[str]:
    return re.compile(rf";|,? \b(?:{_any(language_data('citing')['contrast']['clauses'])})\b")
