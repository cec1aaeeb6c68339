"""Actors: the names of all articles grouped into persons, bodies and places, with every form used for each.

Spellings and titles are joined; namesakes are kept apart: a short form goes to the one longer name it can stand for, or to none.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from variorum.article import content_hash
from variorum.compare.name_groups import Group, group_names, majority
from variorum.compare.name_variants import alias_of, normal_key
from variorum.compare.speakers import Linker, Use, described_kind
from variorum.config import Config
from variorum.dossier import Actor, Mention
from variorum.marks import Reading
from variorum.text.name_words import is_acronym, word_list


def find_actors(readings: list[Reading], config: Config) -> tuple[tuple[Actor, ...], list[Reading]]:  # noqa: ARG001  config: one signature for all
    """The actors of a story, most named first, and the readings with the actor of every speaker and holder filled in.

    An actor without a proper name ("Some officials") is known by its words. A pronoun that stands for nobody has no actor.
    """
    groups = group_names(readings)
    named = _with_ids(groups)
    actor_at = {(entry.article, name.start): id_ for id_, (_, group) in named.items() for entry in group.entries for name in entry.names}
    linker = Linker(actor_at, _keys_of_one(named))
    linked = [linker.link(reading) for reading in readings]
    actors = [_actor(id_, name, group, linker.used.get(id_, set())) for id_, (name, group) in named.items()]
    actors += [_described(id_, key, linker.used[id_]) for id_, key in sorted(linker.described.items())]
    return tuple(sorted(actors, key=lambda actor: (-len(actor.mentions), actor.name, actor.id))), linked


def _with_ids(groups: list[Group]) -> dict[str, tuple[str, Group]]:
    """Each group under its id, a hash of its normal name; of two groups of one name the second adds where it is first used."""
    out: dict[str, tuple[str, Group]] = {}
    for group in groups:
        name = canonical_name(group)
        id_ = "a" + content_hash(normal_key(name))
        if id_ in out:
            first = min(group.entries, key=lambda entry: entry.place)
            id_ = "a" + content_hash(normal_key(name), first.article, first.key)
        out[id_] = (name, group)
    return out


def canonical_name(group: Group) -> str:
    """The fullest frequent form: short forms, acronyms and capitals only where there is nothing else."""
    forms: Counter[str] = Counter()
    full: Counter[str] = Counter()
    for entry in group.entries:
        texts = [_line(name.text) for name in entry.names]
        forms.update(texts)
        if entry.key in group.full:
            full.update(texts)
    for key in sorted(group.full):
        if alias := alias_of(key):
            return alias
    spelt = {text: count for text, count in (full or forms).items() if not is_acronym(text) and text[0] not in "#@" and not text.isupper()}
    choice = spelt or dict(full or forms)
    return min(choice, key=lambda text: (" " not in text, -choice[text], _has_suffix(text), "-" not in text, -len(text), text))


def _has_suffix(text: str) -> bool:
    return text.lower().rstrip(".").split()[-1:][0] in word_list("company_suffixes")


def _line(text: str) -> str:
    return " ".join(text.split())


def _keys_of_one(named: dict[str, tuple[str, Group]]) -> dict[str, str]:
    """Normal keys that mean one actor wherever they are used, with that actor."""
    found: dict[str, set[str]] = defaultdict(set)
    for id_, (_, group) in named.items():
        for entry in group.entries:
            found[entry.key].add(id_)
    return {key: min(ids) for key, ids in found.items() if len(ids) == 1}


def _actor(id_: str, name: str, group: Group, uses: set[Use]) -> Actor:
    names = [(entry.article, item) for entry in group.entries for item in entry.names]
    forms = {_line(item.text) for _, item in names} | {_line(item.role.text) for _, item in names if item.role} | {_line(text) for text, _ in uses}
    places = {Mention(item.start, item.end, article) for article, item in names}
    covered = defaultdict(list)
    for article, item in names:
        covered[article].append(item)
    extra = {mention for _, mention in uses if not any(mention.overlaps(item) for item in covered[mention.article])}
    return Actor(id_, name, _kind(group), tuple(sorted(forms)), _in_order(places | extra))


def _kind(group: Group) -> str:
    """The vote of the full names; of the short forms too where those tell nothing."""
    full: Counter[str] = Counter(name.kind for entry in group.entries if entry.key in group.full for name in entry.names)
    kind = majority(full)
    return kind if kind != "unknown" else majority(Counter(name.kind for entry in group.entries for name in entry.names))


def _described(id_: str, key: str, uses: set[Use]) -> Actor:
    forms = Counter(_line(text) for text, _ in uses)
    name = min(forms, key=lambda text: (-forms[text], text))
    return Actor(id_, name, described_kind(key), tuple(sorted(forms)), _in_order({mention for _, mention in uses}))


def _in_order(mentions: set[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: (mention.article, mention.start, mention.end)))
