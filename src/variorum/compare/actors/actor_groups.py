"""Actors: the names of all articles grouped into persons, bodies and places, with every form used for each.

Spellings and titles are joined; namesakes are kept apart: a short form goes to the one longer name it can stand for, or to none.
"""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict

from variorum.compare.actors.described_actors import resolve_descriptions
from variorum.compare.actors.governments import speaks_for
from variorum.compare.actors.judged_names import NO_RULINGS, Rulings
from variorum.compare.actors.name_groups import Group, group_names, majority
from variorum.compare.actors.name_variants import alias_of
from variorum.compare.actors.speakers import Linker, Use, described_as, described_kind
from variorum.config import Config
from variorum.records.article import content_hash
from variorum.records.dossier import Account, Actor, Mention
from variorum.records.marks import Name, Reading
from variorum.text.name_words import LINKERS, is_acronym, word_list
from variorum.text.thesaurus import thesaurus

_SELDOM = 2  # mentions up to which a dictionary word in capitals is taken for a word
Named = dict[str, tuple[str, Group]]  # id: the name that is shown, and the group


def find_actors(
    readings: list[Reading],
    config: Config,  # noqa: ARG001  one signature for all
    rulings: Rulings = NO_RULINGS,
    accounts: tuple[Account, ...] = (),
) -> tuple[tuple[Actor, ...], list[Reading]]:
    """The actors of a story, most named first, and the readings with the actor of every speaker and holder filled in.

    An actor without a proper name ("Some officials") is known by its words. A pronoun that stands for nobody has no actor. What people
    decided (`rulings`) outweighs what the texts suggest.
    """
    telling = [group for group in group_names(readings, rulings, accounts) if not _is_word(group, rulings)]
    named = _with_ids(telling, rulings)
    groups = {id_: group for id_, (_, group) in named.items()}
    actor_at = {(entry.article, name.start): id_ for id_, (_, group) in named.items() for entry in group.entries for name in entry.names}
    means, barred = _judged_words(named, rulings)
    found = resolve_descriptions(readings, groups, actor_at, means, barred)
    linker = Linker(actor_at, _keys_of_one(named), means, barred, found.at)
    linked = [linker.link(reading) for reading in readings]
    uses = {id_: linker.used.get(id_, set()) | found.used.get(id_, set()) for id_ in {*linker.used, *found.used}}
    actors = [_actor(id_, name, group, uses.get(id_, set()), rulings) for id_, (name, group) in named.items()]
    actors += [_described(id_, key, uses[id_]) for id_, key in sorted((found.bodies | linker.described).items())]
    governments = speaks_for(groups, linked)
    told = _speaking_for([_ruled(_governing(actor, governments), rulings) for actor in actors], rulings)
    return tuple(sorted(told, key=lambda actor: (-len(actor.mentions), actor.name, actor.id))), linked


def _is_word(group: Group, rulings: Rulings) -> bool:
    """True for a dictionary word that stands in capitals once or twice and is known as nobody: "Replay", "Takeaways"."""
    names = [name for entry in group.entries for name in entry.names]
    if len(names) > _SELDOM or _kind(group) != "unknown" or any(_line(name.text) in rulings.names for name in names):
        return False
    known = thesaurus()
    return all(name.text.isalpha() and name.role is None and known.base(name.text.lower()) in known.sets for name in names)


def _governing(actor: Actor, governments: dict[str, tuple[str, str]]) -> Actor:
    """The actor with the one it speaks for, if it stands for a government."""
    owner, reason = governments.get(actor.id, (None, ""))
    return dataclasses.replace(actor, speaks_for=owner, reasons=(*actor.reasons, reason)) if owner else actor


def _speaking_for(actors: list[Actor], rulings: Rulings) -> list[Actor]:
    """The actors with what the user's alias file says about whom they speak for."""
    told = {name: alias.speaks_for for name, alias in rulings.aliases.items() if alias.speaks_for}
    if not told:
        return actors
    by_form = {form: actor.id for actor in reversed(actors) for form in (*actor.variants, actor.name)}
    return [dataclasses.replace(actor, speaks_for=by_form.get(told[actor.name])) if actor.name in told else actor for actor in actors]


def _judged_words(named: Named, rulings: Rulings) -> tuple[dict[str, str], frozenset[tuple[str, str]]]:
    """What people decided about descriptions: the actor that each means ("the mayor"), and the actors that it may not mean."""
    owner: dict[str, set[str]] = defaultdict(set)
    for id_, (_, group) in named.items():
        for entry in group.entries:
            for node in entry.nodes:
                owner[node].add(id_)
    means: dict[str, str] = {}
    ids: dict[str, str | None] = {}
    for first, team in rulings.teams().items():
        held = set[str]().union(*(owner[node] for name in team for node in ("=" + name, rulings.key(name))))
        words = [key for name in team if (key := described_as(name)) and not owner[rulings.key(name)] and not owner["=" + name]]
        ids[first] = min(held) if len(held) == 1 else "a" + content_hash(min(words)) if words and not held else None
        if (actor := ids[first]) is not None:
            means |= dict.fromkeys(words, actor)
    barred = set()
    for one, two in rulings.apart:
        for name, other in ((one, two), (two, one)):
            actor = ids.get(rulings.team(other))
            if actor is not None and (key := described_as(name)):
                barred.add((key, actor))
    return means, frozenset(barred)


def _ruled(actor: Actor, rulings: Rulings) -> Actor:
    """The actor with the name and kind that the user's alias file gives it, and the reasons why names were put together or apart."""
    judged = [form for form in actor.variants if form in rulings.names]
    if not judged:
        return actor
    alias = rulings.alias(judged)
    reasons = (*actor.reasons, *rulings.reasons(judged))
    if alias is None:
        return dataclasses.replace(actor, reasons=reasons)
    return dataclasses.replace(actor, name=alias.name, kind=alias.kind or actor.kind, reasons=reasons)


def _with_ids(groups: list[Group], rulings: Rulings) -> Named:
    """Each group under its id, a hash of its normal name; of two groups of one name the second adds where it is first used."""
    out: Named = {}
    for group in groups:
        name = canonical_name(group)
        id_ = "a" + content_hash(rulings.key(name))
        if id_ in out:
            first = min(group.entries, key=lambda entry: entry.place)
            id_ = "a" + content_hash(rulings.key(name), first.article, first.key)
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


def _keys_of_one(named: Named) -> dict[str, str]:
    """Normal keys that mean one actor wherever they are used, with that actor."""
    found: dict[str, set[str]] = defaultdict(set)
    for id_, (_, group) in named.items():
        for entry in group.entries:
            found[entry.key].add(id_)
    return {key: min(ids) for key, ids in found.items() if len(ids) == 1}


def _actor(id_: str, name: str, group: Group, uses: set[Use], rulings: Rulings) -> Actor:
    names = [(entry.article, item) for entry in group.entries for item in entry.names]
    forms = {_line(text) for text, _ in uses}
    places = set()
    covered: dict[str, list[Name]] = defaultdict(list)
    for article, item in names:
        role = item.role if item.role and rulings.parts(item.role.text, item.text) else None
        forms |= {_line(item.text)} if role is None else set()
        forms |= {_line(item.role.text), _in_capitals(item.role.text, item.text)} if item.role else set()
        places.add(Mention(role.start if role else item.start, item.end, article))
        covered[article].append(item)
    extra = {mention for _, mention in uses if not any(mention.overlaps(item) for item in covered[mention.article])}
    return Actor(id_, name, _kind(group), tuple(sorted(forms)), _in_order(places | extra), reasons=tuple(group.reasons))


def _in_capitals(role: str, name: str) -> str:
    """The end of a title that is in capitals: "Dr. Jan Novak" of "the harbour doctor Dr. Jan Novak"; the whole if all of it is."""
    words = role.split()
    at = next((at for at in range(len(words), 0, -1) if words[at - 1].islower() and words[at - 1] not in LINKERS), 0)
    while at < len(words) and words[at] in LINKERS:
        at += 1
    tail = " ".join(words[at:])
    return tail if len(tail) > len(_line(name)) and tail.endswith(_line(name)) else _line(role)


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
