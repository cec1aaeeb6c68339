"""The clause of a figure, and where in it a phrase of place or time must hang to say where or when the figure holds."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.extract.figures.meaning.subjects import NOUNS, SUBJECTS, VERBS
from variorum.lang import language_data, word_set
from variorum.records.marks import Figure
from variorum.text.parsing.parse import Parse

MAX_CLIMB = 12  # steps up the tree from a number to its verb
MAX_LINKS = 3  # verbs joined to the verb of a figure that tell the same event
_PREPOSITIONS = frozenset({"ADP", "SCONJ", "ADV", "PART"})


@functools.cache
def words(table: str, key: str) -> frozenset[str]:
    """A list of `lang/en/settings.toml`."""
    return word_set(language_data("settings")[table][key])


@dataclass(frozen=True, slots=True)
class Clause:
    """A figure's clause, by the places of its tokens.

    `top` is the token of the figure that the sentence governs, `verb` the verb over it (the root where there is none). `own` are the nouns on
    the way from one to the other; `verbs` the verb and those that tell the same event; `told` subjects and nouns of event under these;
    `after` the verbs of what it followed. `later` and `before` are verbs joined by "and": what stands behind both, or before both, is of both.
    """

    top: Token
    verb: Token
    own: frozenset[int]
    verbs: frozenset[int]
    told: frozenset[int]
    after: frozenset[int]
    later: frozenset[int]
    before: frozenset[int]


def is_speech(verb: Token) -> bool:
    """True for a verb by which somebody tells something: its place and time are those of the telling."""
    return verb.lemma_.lower() in words("speech", "verbs")


def is_event(noun: Token) -> bool:
    """True for a noun that tells something that happens: it has a place and a time."""
    return noun.lower_ in words("events", "nouns") or noun.lemma_.lower() in words("events", "nouns")


def top_token(parse: Parse, start: int, end: int, number: int) -> Token | None:
    """The token in a stretch to which the one at `number` leads and that hangs on something outside."""
    inside = {token.i for token in parse.tokens(start, end)}
    node = parse.token_at(number)
    while node is not None and node.head.i != node.i and node.head.i in inside:
        node = node.head
    return node


def clause_of(parse: Parse, figure: Figure) -> Clause | None:
    """The clause of a figure; None where no token stands at its number."""
    top = top_token(parse, figure.start, figure.end, figure.number.start)
    if top is None:
        return None
    own = {token.i for token in parse.tokens(figure.start, figure.end) if token.pos_ in NOUNS | {"NUM", "SYM"}}
    return clause_at(top, own)


def clause_at(top: Token, own: set[int]) -> Clause:
    """The clause in which a word stands; `own` are the places of the nouns that belong to it."""
    node, apart = top, False
    for _ in range(MAX_CLIMB):
        if (node.pos_ in VERBS and node.dep_ not in {"amod", "compound"}) or node.head.i == node.i:
            break
        if not apart:
            own = own | {node.i}
        apart = apart or node.dep_ == "conj" or (node.dep_ == "prep" and node.lower_ not in {"of", "with"} and not is_event(node.head))
        node = node.head
    return _around(top, node, own)


def _around(top: Token, verb: Token, own: set[int]) -> Clause:
    verbs = list(_linked(verb))
    later = {child.i for child in verb.rights if child.dep_ == "conj" and _shares(verb, child)}
    when = [child for node in verbs for child in node.children if child.dep_ == "advcl" and _opens(child, {"when", "as", "while"})]
    after = [child for child in verb.children if child.dep_ == "advcl" and _opens(child, {"after"})] if hurts(verb) else []
    told = {noun.i for node in [*verbs, *when, *after] for noun in _told(node)}
    told |= {noun.i for place in own for child in top.doc[place].rights if child.dep_ == "prep" for noun in _events_below(child)}
    return Clause(
        top=top,
        verb=verb,
        own=frozenset(own),
        verbs=frozenset(node.i for node in [*verbs, *when]),
        told=frozenset((told | {noun.i for noun in _that_did(verb)}) - own),
        after=frozenset(node.i for node in after),
        later=frozenset(later),
        before=frozenset(_shared_with(verb)),
    )


def _that_did(verb: Token) -> Iterator[Token]:
    """The noun of event that a clause with "which" tells of: "the blast in the port, which killed 12"."""
    noun = verb.head
    for _ in range(MAX_LINKS if verb.dep_ == "relcl" else 0):
        if is_event(noun):
            yield noun
        if noun.dep_ != "pobj":
            return
        noun = noun.head.head


def _shared_with(verb: Token) -> Iterator[int]:
    """The verb to which one without a subject is joined: what stands before both is of both, "In 2016 he sold 12 and bought 30"."""
    if verb.dep_ == "conj" and verb.head.pos_ in VERBS and not is_speech(verb.head) and not any(child.dep_ in SUBJECTS for child in verb.lefts):
        yield verb.head.i


def narrowed(clause: Clause) -> Clause | None:
    """The clause that says which things are counted: "12 people killed in Oldport were buried". None where there is none."""
    for child in clause.top.rights:
        if child.dep_ in {"acl", "relcl"} and child.pos_ in VERBS and child.left_edge.i == clause.top.i + 1:
            return _around(clause.top, child, {clause.top.i})
    return None


def hurts(verb: Token) -> bool:
    """True for a verb of what becomes of people in a disaster."""
    return verb.lemma_.lower() in words("events", "casualty") or any(child.lower_ in {"dead", "missing"} for child in verb.children)


def happens(verb: Token) -> bool:
    """True for a verb that tells an event: it happens somewhere, at some time."""
    lemma = verb.lemma_.lower()
    return hurts(verb) or lemma in words("events", "happen") or lemma in words("events", "nouns")


def _opens(verb: Token, marks: set[str]) -> bool:
    return any(child.lower_ in marks and child.dep_ in {"mark", "advmod", "prep"} for child in verb.lefts)


def _linked(verb: Token) -> Iterator[Token]:
    """The verb of a figure, and those above it that tell the same event: "a bomb exploded, killing 12"."""
    yield verb
    for _ in range(MAX_LINKS):
        above = verb.head
        if above.i == verb.i or above.pos_ not in VERBS or is_speech(above):
            return
        subjectless = not any(child.dep_ in SUBJECTS for child in verb.lefts)
        joined = verb.dep_ == "conj" and hurts(verb)  # "a ship struck a bridge and 25 people were hurt"
        if not (verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and verb.tag_ in {"VBG", "VBN"} and subjectless) or joined):
            return
        yield above
        verb = above


def _shares(verb: Token, joined: Token) -> bool:
    """True if two verbs tell what one disaster did: "killed 12 and injured 30", "12 died and 30 were injured"."""
    own = [child for child in joined.lefts if child.dep_ in SUBJECTS]
    return hurts(verb) and hurts(joined) and (not own or own[0].pos_ == "NUM")


def _told(verb: Token) -> Iterator[Token]:
    """The subject of a verb with what it is of, and the nouns of event that hang on the verb."""
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass"} and not is_speech(verb):
            for noun in _with_of(child):
                yield noun
                yield from (inner for part in noun.rights if part.dep_ == "prep" for inner in _events_below(part))
        elif child.dep_ in {"dobj", "attr"} and is_event(child):
            yield child
        elif child.dep_ in {"prep", "agent"}:
            yield from _events_below(child)


def _with_of(noun: Token) -> Iterator[Token]:
    """A noun, and what it is the number, the price or the toll of."""
    for _ in range(MAX_LINKS):
        yield noun
        of = next((child for child in noun.rights if child.lower_ == "of"), None)
        inner = next((child for child in of.rights if child.dep_ == "pobj"), None) if of is not None else None
        if inner is None:
            return
        noun = inner


def _events_below(preposition: Token) -> Iterator[Token]:
    """The nouns of event after a preposition that says in what or by what: "in the fire"; not "such as", "months after"."""
    if preposition.lower_ not in words("events", "prepositions") and not (preposition.lower_ == "after" and hurts(preposition.head)):
        return
    for child in preposition.rights:
        if child.dep_ == "pobj":
            yield from (noun for noun in _with_of(child) if is_event(noun))


@dataclass(frozen=True, slots=True)
class Site:
    """What a phrase hangs on: the word, the preposition between (its first, as a chain has several), and how the phrase itself hangs there."""

    token: Token
    preposition: Token | None
    how: str


def site_of(top: Token, chained: frozenset[int]) -> Site:
    """Where the phrase with `top` hangs. Phrases whose top is in `chained` are passed: "Oldport, Kestria", "a village in Kestria"."""
    node, preposition, how = top, None, top.dep_
    for _ in range(MAX_CLIMB):
        above = node.head
        if above.i == node.i:
            break
        if node.dep_ in {"pobj", "pcomp", "prep"} and above.pos_ in _PREPOSITIONS and above.pos_ not in VERBS:
            preposition, how = above, "prep"
            node = above
            continue
        if above.i in chained and node.dep_ in {"appos", "conj", "prep", "npadvmod", "nmod", "advmod", "compound"}:
            node, how = above, above.dep_
            continue
        return Site(above, preposition, how)
    return Site(node, preposition, how)
