"""Accounts: articles that are one voice. A copy, an edited or a reworded copy joins the account of its origin and adds no voice."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from variorum.article import Article, content_hash
from variorum.compare.alignment import Sentence, align, sentences, substitutions, support, vocabulary
from variorum.compare.alterations import alterations
from variorum.compare.digests import digest_evidence
from variorum.compare.resemblance import Shingles, containment, resemblance, shingles
from variorum.config import Config
from variorum.dossier import Account, AccountMember, Alteration, Relation
from variorum.marks import Reading

_TRUNCATED = 0.8  # a copy with less than this share of its origin's words is a truncated one
_SHOWN = 5  # substitutions quoted as evidence
_VERBS = {"copy": "copies", "truncated": "shortens", "rewrite": "edits", "spun": "rewords"}


@dataclass(frozen=True, slots=True)
class Text:
    """An article prepared for comparison with others."""

    article: Article
    shingles: Shingles
    sentences: tuple[Sentence, ...]

    @classmethod
    def of(cls, article: Article) -> Text:
        return cls(article, shingles(article), tuple(sentences(article)))


def find_accounts(readings: list[Reading], config: Config) -> tuple[Account, ...]:
    """Group the articles of a story into accounts, in the order of the articles.

    Each article is compared with the origins found so far and joins the nearest that it copies; it is never joined through a chain of
    others. The origin is the earlier article, of two of one day the one whose words the other accounts use, else the fuller one.
    """
    texts = [Text.of(reading.article) for reading in readings]
    order = sorted(texts, key=lambda text: (str(text.article.day or "9999"), -len(text.shingles.words), text.article.id))
    members: dict[str, list[AccountMember]] = {}
    origins: dict[str, Text] = {}
    for text in order:
        found = _nearest(text, list(origins.values()), config)
        if found is None:
            members[text.article.id], origins[text.article.id] = [AccountMember(text.article.id, "original")], text
        else:
            origin, relation = found
            members[origin.article.id].append(AccountMember(text.article.id, relation.kind, origin.article.id, relation.evidence, relation.changes))
    by_id = {text.article.id: text for text in texts}
    groups = [_turned(group, by_id, config) for group in members.values()]
    position = {reading.article.id: at for at, reading in enumerate(readings)}
    accounts = [_account(by_id, group) for group in groups]
    return tuple(sorted(accounts, key=lambda account: min(position[member.article] for member in account.articles)))


def _nearest(text: Text, origins: list[Text], config: Config) -> tuple[Text, Relation] | None:
    """The origin that a text copies or rewords, the one it shares most with; None if it is its own."""
    found = [(relation, origin) for origin in origins if (relation := relate(text, origin, config)).kind != "independent"]
    if not found:
        return None
    relation, origin = max(found, key=lambda pair: (containment(text.shingles, pair[1].shingles), pair[1].article.id))
    return origin, relation


def relate(text: Text, origin: Text, config: Config) -> Relation:
    """How a text relates to one that may be its origin: copy, truncated, rewrite, spun or independent."""
    a, b = text.shingles, origin.shingles
    share, like = containment(a, b), resemblance(a, b)
    if a.words == b.words:
        return Relation("copy", ("word for word the same text",))
    if share < config.rewrite_containment:
        return _reworded(text, origin, config)
    evidence = (f"{share:.0%} of the shorter text's five-word runs stand in both", f"{like:.0%} of all three-word runs are shared")
    short = len(a.words) < _TRUNCATED * len(b.words)
    kind = "rewrite" if max(like, share) < config.copy_resemblance else "truncated" if short else "copy"
    return Relation(kind, evidence, alterations(text.article, origin.article, a, b))


def _reworded(text: Text, origin: Text, config: Config) -> Relation:
    """Spun, if most sentences align one to one in order though their words were exchanged; else independent."""
    found = align(list(text.sentences), list(origin.sentences))
    if found.coverage < config.reworded_coverage or len(found.pairs) < 3:
        return Relation("independent", ("their sentences do not align",))
    changes = substitutions(found, text.article, origin.article)
    return Relation("spun", _evidence(found.coverage, changes), changes)


def _evidence(coverage: float, changes: tuple[Alteration, ...]) -> tuple[str, ...]:
    quoted = list(dict.fromkeys(f"“{change.now}” for “{change.was}”" for change in changes if change.was.isascii() or change.now))[:_SHOWN]
    first = f"{coverage:.0%} of the shorter text stands in sentences that align with the other's, in order"
    return (first, f"{len(changes)} words or phrases are exchanged: {', '.join(quoted)}")


def _turned(group: list[AccountMember], texts: dict[str, Text], config: Config) -> list[AccountMember]:
    """Turn a pair of one day round where the other accounts of the story use the words of the supposed copy."""
    if len(group) != 2 or group[1].relation != "spun":
        return group
    origin, copy = texts[group[0].article], texts[group[1].article]
    if origin.article.day != copy.article.day:
        return group
    elsewhere = vocabulary([text.article for key, text in texts.items() if key not in {origin.article.id, copy.article.id}])
    if support(group[1].changes, elsewhere) >= 0:
        return group
    relation = _reworded(origin, copy, config)
    return [
        AccountMember(copy.article.id, "original"),
        AccountMember(origin.article.id, "spun", copy.article.id, relation.evidence, relation.changes),
    ]


def _account(texts: dict[str, Text], group: list[AccountMember]) -> Account:
    ids = sorted(member.article for member in group)
    if len(group) == 1:
        others = [text.article for key, text in sorted(texts.items()) if key != ids[0]]
        evidence = digest_evidence(texts[ids[0]].article, others)
        if evidence:
            return Account("c" + content_hash(*ids), False, f"A digest: {evidence[0]}.", (AccountMember(ids[0], "digest", None, evidence),))
        return Account("c" + content_hash(*ids), True, "No other article of the story shares its sentences.", tuple(group))
    return Account("c" + content_hash(*ids), True, _reason(texts, group), tuple(group))


def _reason(texts: dict[str, Text], group: list[AccountMember]) -> str:
    @functools.cache
    def name(article: str) -> str:
        return texts[article].article.outlet or texts[article].article.title or article

    told = [f"{name(member.article)} {_VERBS.get(member.relation, 'follows')} it ({member.evidence[0]})" for member in group[1:]]
    return f"One text, first in {name(group[0].article)}: {'; '.join(told)}."
