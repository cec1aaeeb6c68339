"""When the dates of two articles are of one event: only where verb or noun of event and who takes part are positively the same."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.compare.dates.events import Dated, Party
from variorum.lang import language_data, word_set

SAME, LIKE, OPEN, DIFFERENT = "same", "like", "open", "different"
_LONE = word_set(language_data("occasions")["lone"]["nouns"])
MEMBERS = word_set(language_data("occasions")["members"]["nouns"])
SHORTEST_END = 4  # letters; "ship" ends "warship"


@dataclass(frozen=True, slots=True)
class Match:
    """Two dates of one event. `full` is True if each says of every slot the same as the other, so that different days exclude each other."""

    full: bool


def one_event(a: Dated, b: Dated) -> Match | None:
    """How two dates are of one event, None if they are not positively so."""
    phases = {a.about.phase, b.about.phase}
    if a.about.happens != b.about.happens or not (len(phases) == 1 or phases == {"", "begin"}):
        return None
    match = _match(a, b)
    return match if match is None or len(phases) == 1 else Match(full=False)


def _match(a: Dated, b: Dated) -> Match | None:
    if a.about.is_noun != b.about.is_noun:
        return _noun_and_verb(a, b) if a.about.is_noun else _noun_and_verb(b, a)
    return _two_nouns(a, b) if a.about.is_noun else _two_verbs(a, b)


def alike(a: Party, b: Party) -> str:
    """Whether two takers are one: same (positively), like (one says more), open, or different."""
    if a.actors and b.actors:
        return SAME if a.actors & b.actors else DIFFERENT
    if a.actors or b.actors:
        return LIKE if _speaks_for(a, b) or _speaks_for(b, a) else OPEN
    if not _one_noun(a.head, b.head):
        return LIKE if {a.head, b.head} <= MEMBERS and a.actors_within & b.actors_within else OPEN
    if a.within == b.within:
        one = a.head == b.head or bool(a.actors_within)
        return SAME if one and a.is_sure and b.is_sure else LIKE
    return LIKE if a.within <= b.within or b.within <= a.within else DIFFERENT


def _speaks_for(a: Party, b: Party) -> bool:
    """True for "Kestrian troops" beside "Kestria"."""
    return a.head in MEMBERS and bool(a.actors_within) and a.actors_within <= b.actors


def _one_noun(a: str, b: str) -> bool:
    """True for one noun, or the end of the other: "girl" and "schoolgirl"."""
    return a == b or (min(len(a), len(b)) >= SHORTEST_END and (a.endswith(b) or b.endswith(a)))


def _of(a: Party | None, b: Party | None) -> str:
    """As `alike`, open where either is not told."""
    return alike(a, b) if a and b else OPEN


def _two_verbs(a: Dated, b: Dated) -> Match | None:
    does, undergoes = _of(a.does, b.does), _of(a.undergoes, b.undergoes)
    if does == DIFFERENT or (a.undergoes is None) != (b.undergoes is None):
        return None
    if a.undergoes is None:
        if does != SAME:
            return None
    elif undergoes not in {SAME, LIKE} or SAME not in {does, undergoes}:
        return None
    beside = _beside(a, b)
    if beside == DIFFERENT:
        return None
    return Match(beside == SAME and _says_the_same(a, b, does, undergoes))


def _says_the_same(a: Dated, b: Dated, does: str, undergoes: str) -> bool:
    """True for one verb with one taker that its words tell from others, and no doer that may be another."""
    if a.about.word != b.about.word or not (_is_told_apart(a.main) and _is_told_apart(b.main)):
        return False
    if a.does and b.does and does not in {SAME, LIKE}:
        return False
    return not (a.undergoes and b.undergoes) or (undergoes == SAME and a.undergoes.head == b.undergoes.head)


def _is_told_apart(main: Party | None) -> bool:
    """True for a taker that a name or another word tells from others of its kind; "the plant" may be any of two."""
    return main is not None and bool(main.actors or main.within)


def _beside(a: Dated, b: Dated) -> str:
    """What the phrases with one preposition make of two clauses: different, the same, or open where only one has such a phrase."""
    others = {other.words.link: other for other in b.beside}
    states = [alike(one, others[one.words.link]) for one in a.beside if one.words.link in others]
    if DIFFERENT in states:
        return DIFFERENT
    links = ({one.words.link for one in a.beside}, set(others))
    return SAME if links[0] == links[1] and all(state in {SAME, LIKE} for state in states) else OPEN


def _two_nouns(a: Dated, b: Dated) -> Match | None:
    """Nouns of event: "the Kestrian election", "the killing of Vale"; a bare "the crash" only where it is the same day."""
    one, two = a.undergoes, b.undergoes
    if one is None or two is None:
        return None
    beside = _beside(a, b)
    if beside == DIFFERENT:
        return None
    if one.actors and two.actors:
        return Match(beside == SAME) if one.actors & two.actors else None
    if one.within and one.within == two.within:
        return Match(a.about.word == b.about.word and beside == SAME)
    if not (one.within <= two.within or two.within <= one.within):
        return None
    one_day = {a.about.word, b.about.word} <= _LONE and a.value == b.value and is_day(a.value)
    return Match(full=False) if one_day or one.actors_within & two.actors_within else None


def _noun_and_verb(noun: Dated, verb: Dated) -> Match | None:
    """ "The arrest of Vale" and "Vale was arrested": the noun is restricted by whom it befalls, on one day by its kind ("plane crash")."""
    named, main = noun.undergoes, verb.main
    if named is None or main is None or not named.within or _beside(noun, verb) == DIFFERENT:
        return None
    by_kind = named.within == {main.head} and noun.value == verb.value and is_day(noun.value)
    return Match(full=False) if named.within <= main.actors or by_kind else None


def may_be_one(a: Dated, b: Dated) -> bool:
    """True if nothing parts the dates of two events of one kind on one day: neither where nor to whom."""
    one, two = _told(a), _told(b)
    parted = one and two and not one & two
    return a.value == b.value and not parted and bool({a.about.word, b.about.word} & _LONE) and _beside(a, b) != DIFFERENT


def _told(one: Dated) -> frozenset[str]:
    """The noun and words that tell which event of its kind is dated."""
    main = one.main
    if main is None or one.about.is_noun:
        return main.within if main else frozenset()
    return main.within | main.actors | {main.head}


def is_day(value: str) -> bool:
    """True for a single day."""
    return len(value) == len("2024-06-13") and "/" not in value
