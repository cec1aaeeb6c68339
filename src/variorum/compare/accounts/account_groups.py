"""Accounts: articles that are one voice. A copy, an edited or a reworded copy joins the account of its origin and adds no voice."""

from __future__ import annotations

import dataclasses
import functools
from collections import Counter, defaultdict

from variorum.compare.accounts.candidates import COMMON, Candidates, find_candidates
from variorum.compare.accounts.credits import UNNAMED, credited_among, name_of, origin_of, publisher_of
from variorum.compare.accounts.digests import digest_evidence
from variorum.compare.accounts.near_copies.copy_groups import CopyPair, group_pairs
from variorum.compare.accounts.outlet_names import OutletNames
from variorum.compare.accounts.relations import INDEPENDENT, VOICE, described, quotations_shared, relate, sentences_shared, shorter_of
from variorum.compare.accounts.reworded.alignment import support, vocabulary
from variorum.compare.accounts.reworded.rewording import original_among
from variorum.compare.accounts.reworded.spun_signs import StoryNames, signs_of_rewording
from variorum.compare.accounts.shared_sentences import source_of
from variorum.config import Config
from variorum.records.article import content_hash
from variorum.records.dossier import Account, AccountMember, Relation
from variorum.records.families import Families
from variorum.records.marks import Reading

_NEARLY_WHOLE = 0.8  # share of a text in another, from which it is that text's voice whatever else the other holds
_VERBS = {"copy": "copies", "truncated": "shortens", "rewrite": "edits", "spun": "rewords"}


class Texts:
    """The articles of a story prepared for comparison, by id in their order, and the pairs of those that are one text, by both ids sorted."""

    def __init__(self, readings: list[Reading], config: Config) -> None:
        self.sources = {reading.article.id: source_of(reading.article) for reading in readings}
        self.names = StoryNames(reading.article for reading in readings)
        self.outlets = OutletNames(reading.article for reading in readings)
        self._config = config
        candidates = find_candidates(self.sources.values(), config)
        self._relations = {(a, b): self._relation(a, b, candidates) for a, b in candidates}
        self.voices = {pair: found for pair, found in self._relations.items() if found.kind in VOICE}
        self._near: defaultdict[str, set[str]] = defaultdict(set)
        for a, b in (pair for pair, found in self._relations.items() if found is not INDEPENDENT):
            self._near[a].add(b)
            self._near[b].add(a)
        self._order = {name: number for number, name in enumerate(self.sources)}

    def _relation(self, a: str, b: str, candidates: Candidates) -> Relation:
        compare = relate if (a, b) in candidates.texts else sentences_shared if (a, b) in candidates.sentences else quotations_shared
        return compare(self.sources[a], self.sources[b], self._config)

    def near(self, name: str) -> list[str]:
        """The articles that share something with one, in their order; of more than `COMMON` that share the same, some are left out."""
        return sorted(self._near[name], key=self._order.__getitem__)

    def relation(self, a: str, b: str) -> Relation:
        """The relation of two different articles, compared now if they were no candidates."""
        pair = min(a, b), max(a, b)
        if pair not in self._relations:
            self._relations[pair] = relate(self.sources[pair[0]], self.sources[pair[1]], self._config)
        return self._relations[pair]

    @functools.cached_property
    def words(self) -> Counter[str]:
        """How many of the articles use each word."""
        return vocabulary([source.article for source in self.sources.values()])

    def one_voice(self, a: str, b: str) -> bool:
        """True if one of two articles derives from the other, or both from one text."""
        return a == b or self.relation(a, b).kind in VOICE

    def share(self, a: str, b: str) -> float:
        """Share (0 to 1) of article `a` that stands in `b`, one voice with it."""
        smaller = min((a, b), key=lambda name: (self.sources[name].size, name))
        return self.relation(a, b).shares[0 if a == smaller else 1]

    def name(self, article: str) -> str:
        """What a reader calls an article."""
        return name_of(self.sources[article].article)


def find_accounts(readings: list[Reading], config: Config, families: Families | None = None) -> tuple[Account, ...]:
    """Group the articles of a story into accounts, in the order of the articles.

    Every pair that shares enough words is compared; the texts group round those that most others match, so that each is tied to its group's
    centre by a verified pair and never through a chain of others. A group's origin is the text that the others credit, else the earliest,
    of one day the fullest, unless the other accounts use the words of a supposed copy. `families` are outlets that the user
    knows to be one publisher.
    """
    texts = Texts(readings, config)
    groups = [_members(group, texts) for group in _groups(texts)]
    position = {reading.article.id: at for at, reading in enumerate(readings)}
    accounts = [_account(texts, group) for group in groups]
    ordered = sorted(accounts, key=lambda account: min(position[member.article] for member in account.articles))
    return _with_publishers(ordered, texts, families or {})


def _groups(texts: Texts) -> list[list[str]]:
    """The articles of one voice, the centre of each group first."""
    pairs = []
    for pair, found in texts.voices.items():
        shorter, longer = sorted(pair, key=lambda name: (texts.sources[name].size, name))
        pairs.append(CopyPair(shorter, longer, found.kind, found.shares[0], found.shares[1]))
    groups: list[list[str]] = []
    placed: set[str] = set()
    while rest := [pair for pair in pairs if placed.isdisjoint((pair.shorter, pair.longer))]:
        for group in group_pairs(rest):
            groups.append(_of_one_voice(group.centre, [pair.other(group.centre) for pair in group.pairs], texts))
            placed.update(groups[-1])
    return groups + [[name] for name in texts.sources if name not in placed]


def _of_one_voice(centre: str, others: list[str], texts: Texts) -> list[str]:
    """The centre and the others that are one voice: each stands in the centre nearly whole, or is one voice with most of the members before it.

    A text that was put together from two reports is near to both of them, and they are two voices all the same. Of many members the nearest
    are asked.
    """
    members = [centre]
    for name in sorted(others, key=lambda name: (-texts.share(name, centre), name)):
        if texts.share(name, centre) >= _NEARLY_WHOLE or _with_most(name, members[:COMMON], texts):
            members.append(name)
    return members


def _with_most(name: str, members: list[str], texts: Texts) -> bool:
    return 2 * sum(texts.one_voice(name, member) for member in members) > len(members)


def _members(group: list[str], texts: Texts) -> list[AccountMember]:
    """The members of an account, the origin first; each names the origin, or the centre where it shares nothing with the origin itself."""
    origin = _origin(group, texts)
    members = [AccountMember(origin, "original")]
    for name in sorted(set(group) - {origin}, key=lambda name: _seniority(name, texts)):
        model = origin if texts.one_voice(name, origin) else group[0]
        found = described(texts.relation(name, model), texts.sources[name], texts.sources[model])
        kind = "rewrite" if found.kind == "truncated" and texts.sources[name].size > texts.sources[model].size else found.kind
        members.append(AccountMember(name, kind, model, found.evidence, found.changes))
    return members


def _seniority(name: str, texts: Texts) -> tuple[str, int, str]:
    """The earlier text first, of one day the fuller."""
    source = texts.sources[name]
    return str(source.article.day or "9999"), -source.size, name


def _origin(group: list[str], texts: Texts) -> str:
    """The article of a group from which the others come."""
    articles = [texts.sources[name].article for name in group]
    first = min(credited_among(articles) or group, key=lambda name: _seniority(name, texts))
    return _turned(first, group, texts)


def _turned(first: str, group: list[str], texts: Texts) -> str:
    """Another one of a reworded text's group where its words or those of the other accounts tell that it is the original.

    Of different days the earlier stays the origin, unless it shows signs of rewording and the other does not: dates are often wrong.
    """
    articles = {name: texts.sources[name].article for name in group}
    reworded = [name for name in group if name != first and texts.relation(name, first).kind == "spun"]
    later = [name for name in reworded if articles[name].day != articles[first].day]
    if later and signs_of_rewording(articles[first]) and (clean := [name for name in later if not signs_of_rewording(articles[name])]):
        return min(clean, key=lambda name: _seniority(name, texts))
    reworded = [name for name in reworded if name not in later]
    if not reworded:
        return first
    told = original_among([articles[name] for name in (first, *reworded)])
    if told is not None or len(group) > 2:
        return told.id if told else first
    (copy,) = reworded
    elsewhere = texts.words - vocabulary([articles[name] for name in group])
    found = described(texts.relation(copy, first), texts.sources[copy], texts.sources[first])
    return copy if support(found.changes, elsewhere) < 0 else first


def _account(texts: Texts, group: list[AccountMember]) -> Account:
    ids = sorted(member.article for member in group)
    if len(group) > 1:
        spun = signs_of_rewording(texts.sources[group[0].article].article)
        first = AccountMember(group[0].article, "spun", None, *spun) if spun else group[0]
        return Account("c" + content_hash(*ids), True, _reason(texts, group), (first, *group[1:]))
    near = [texts.sources[name].article for name in sorted(texts.near(ids[0]))]
    evidence = digest_evidence(texts.sources[ids[0]].article, near, texts.outlets)
    if evidence:
        return Account("c" + content_hash(*ids), False, f"A digest: {evidence[0]}.", (AccountMember(ids[0], "digest", None, evidence),))
    spun = signs_of_rewording(texts.sources[ids[0]].article, texts.names)
    if spun:
        reason = f"A text whose original is not among the articles: {spun[0][0]}."
        return Account("c" + content_hash(*ids), True, reason, (AccountMember(ids[0], "spun", None, *spun),))
    reason, shared = _alone(texts, ids[0])
    return Account("c" + content_hash(*ids), True, reason, (AccountMember(ids[0], "original", evidence=shared),))


def _reason(texts: Texts, group: list[AccountMember]) -> str:
    told = [f"{texts.name(member.article)} {_VERBS.get(member.relation, 'follows')} it ({member.evidence[0]})" for member in group[1:]]
    origin, copy = (texts.sources[member.article] for member in group[:2])
    known = origin_of(copy.article, origin.article, shorter=shorter_of(group[1].relation, copy, origin))
    why = f" ({known.reason})" if known and known.article == origin.article.id else ""
    return f"One text, first in {texts.name(group[0].article)}{why}: {'; '.join(told)}."


def _alone(texts: Texts, name: str) -> tuple[str, tuple[str, ...]]:
    """Why an article is a voice of its own, and what it shares with others all the same."""
    near: defaultdict[str, list[str]] = defaultdict(list)
    for other in texts.near(name):
        near[texts.relation(name, other).kind].append(other)
    if near["partial"]:
        evidence = tuple(f"with {texts.name(other)}: {texts.relation(name, other).evidence[0]}" for other in near["partial"])
        return f"A report of its own, though it shares whole sentences with {_listed(near['partial'], texts)}.", evidence
    if near["quotes"]:
        evidence = tuple(f"with {texts.name(other)}: {texts.relation(name, other).evidence[0]}" for other in near["quotes"])
        return f"A report of its own; with {_listed(near['quotes'], texts)} it shares quotations, but no sentence of its prose.", evidence
    return "No other article of the story shares its sentences.", ()


def _listed(names: list[str], texts: Texts) -> str:
    shown = list(dict.fromkeys(texts.name(name) for name in names))
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _with_publishers(accounts: list[Account], texts: Texts, families: Families) -> tuple[Account, ...]:
    """The accounts with their publishers; where two independent accounts have one publisher, the reason says so."""
    known = [dataclasses.replace(one, publisher=publisher_of(texts.sources[one.articles[0].article].article, families)) for one in accounts]
    of_one: defaultdict[str, list[Account]] = defaultdict(list)
    for account in known:
        of_one[account.source].append(account)
    return tuple(dataclasses.replace(one, reason=one.reason + _shared_publisher(one, of_one[one.source], texts)) for one in known)


def _shared_publisher(account: Account, accounts: list[Account], texts: Texts) -> str:
    """What the reason of one of several accounts of a publisher says of the others."""
    others = [other.articles[0].article for other in accounts if other is not account]
    if not others:
        return ""
    if account.publisher == UNNAMED:
        return f" It is made of agencies' reports, as {_listed(others, texts)}: they count as one source."
    told = _listed(others, texts)
    if told == account.publisher:
        return f" {told} has another text here: they count as one source."
    return f" {account.publisher} is the publisher of {told} too: they count as one source."
