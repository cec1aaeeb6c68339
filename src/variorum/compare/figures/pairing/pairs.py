"""Two stated values side by side: whether they are one value of one quantity, or two values of one, by their slots and by how telling they are."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.compare.figures.frames.figure_keys import Interval, Keys
from variorum.compare.figures.frames.limits import unmatched
from variorum.compare.figures.frames.order_in_time import reads, told_by
from variorum.compare.figures.frames.quantity_words import likeness, word_key, words_of
from variorum.compare.figures.frames.slots import DIFFERENT, OPEN, SAME, Slots
from variorum.compare.figures.frames.things import ANYBODY, is_part_event, same_thing
from variorum.compare.figures.values.value_sets import meets
from variorum.compare.figures.values.values import Stated, distinctive, same_value

# What speaks for two figures being of one quantity, in points, by the slot that is the same in both.
WEIGHTS = {"event": 2, "holder": 2, "place": 1, "time": 1, "part of": 2, "base": 2, "per": 1, "move": 1}
THING, NOUN, NAMED = 2, 1, 1  # points for one thing, for one noun that is not restricted alike, for an actor that both sentences name
WORDED = 2  # points for what is measured being told in the same words
ALIKE = (0.18, 0.36, 0.55)  # cosines of the words of two sentences with what they lean on; a point for each that is reached
AKIN = 0.06  # cosine from which two sentences have something to do with each other
ONE_DIGIT_NEEDED = 3  # points that equal values of one digit need whose sentences do not
NEARLY_NEEDED = 4  # points that values need which are not equal but allow each other: "more than 270" and "276"
VAGUE_NEEDED = 6  # points that "dozens" needs beside a number where its article gives other counts of the same thing
RANGE_NEEDED = 3  # points that one end of a range needs beside the range
PART_NEEDED = 2  # points that a count and one of a part of it need
OPPOSED_NEEDED = 5  # points that different values need
UNDOUBTED = 4  # marks from which equal values are one though a slot seems to differ: such values do not coincide in one story
DOUBTFUL = ("thing", "event", "holder", "place", "time")  # the slots of which one may seem to differ in that case


@dataclass(frozen=True, slots=True)
class Scope:
    """The slot that alone parts two figures: the same words, but another period, base or population."""

    slot: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values with the slots of their figures and the points that speak for one quantity.

    `one_noun` is True if the nouns of their things mean one thing, however restricted; `named` if an actor stands in both sentences,
    `verbatim` if both stand in one sentence, word for word but for the number: a text and its copy;
    `like` is how like their sentences are (cosine, 0 to 1), `two_events` is True if each tells of an event and they are not of one class,
    `two_parties` if each sentence names somebody of whom the other's article knows nothing: two storms, two donors.
    """

    a: Stated
    b: Stated
    slots: Slots
    points: int
    one_noun: bool
    named: bool
    verbatim: bool = False
    like: float = 0.0
    two_events: bool = False
    two_parties: bool = False


def pair_of(a: Stated, b: Stated, one: Keys, two: Keys, slots: Slots) -> Pair:
    """The pair with its points: the slots that are the same, and shared words of the sentences."""
    points = sum(WEIGHTS[name] for name in WEIGHTS if slots[name] == SAME)
    worded = one.measured_alike(two)
    one_noun = slots["thing"] == SAME or same_thing(one.head, two.head) is True or worded
    points += WORDED * worded
    points += THING if slots["thing"] == SAME else NOUN if one_noun and slots["thing"] == OPEN else 0
    named = bool(one.names & two.names)
    two_events = bool(one.event and two.event) and slots["event"] != SAME
    like = likeness(one.topic.whole, two.topic.whole)
    verbatim = bool(one.sentence) and one.sentence == two.sentence and a.old == b.old
    return Pair(
        a,
        b,
        slots,
        points + NAMED * named + sum(like >= least for least in ALIKE),
        one_noun,
        named,
        verbatim,
        like,
        two_events,
        _of_two_parties(one, two),
    )


def is_one_value(pair: Pair, *, lone: bool = False) -> bool:
    """True if two values that are equal or allow each other are one value of one quantity.

    `lone` is True if each article gives no other value of such a thing to which such happens: then less is needed.
    """
    if pair.verbatim:
        return same_value(pair.a, pair.b) or meets(pair.a, pair.b)
    if pair.slots.different:
        return _undoubted(pair)
    if same_value(pair.a, pair.b):
        return _is_one_equal(pair, lone=lone)
    return _is_one_near(pair, lone=lone)


def _undoubted(pair: Pair) -> bool:
    """True for equal values so telling that they are one though a slot seems to differ."""
    marks = min(distinctive(pair.a), distinctive(pair.b))
    one_doubt = len(pair.slots.different) == 1 and pair.slots.different[0] in DOUBTFUL
    return same_value(pair.a, pair.b) and marks >= UNDOUBTED and one_doubt and pair.points >= 2


def _is_one_equal(pair: Pair, *, lone: bool) -> bool:
    """Equal values need the less, the less likely they are to coincide: of two telling digits hardly anything, of one a noun and a like sentence.

    On the development stories 155 of 157 pairs of equal values with two digits or more, of which nothing is told that parts them, are one.
    """
    a, b, slots = pair.a, pair.b, pair.slots
    marks = min(distinctive(a), distinctive(b))
    if a.is_range != b.is_range:
        return pair.points >= RANGE_NEEDED
    akin = pair.like >= AKIN or pair.named or pair.points > 0
    if marks >= 3 or (marks == 2 and not a.figure.unit):
        return akin or lone or marks >= UNDOUBTED
    if marks == 2:
        return pair.points > 0 or pair.like >= 2 * AKIN
    if marks == 1 and slots["thing"] == slots["event"] == SAME:
        return akin and not pair.two_parties and (pair.like >= AKIN or pair.named or lone)
    if marks == 1 and (pair.one_noun or slots["base"] == SAME or (a.figure.unit and lone)):
        if a.figure.unit:
            return pair.like >= 2 * AKIN or pair.points >= ONE_DIGIT_NEEDED
        akin = pair.like >= 3 * AKIN or SAME in (slots["event"], slots["holder"])
        return akin and pair.points >= ONE_DIGIT_NEEDED + pair.two_events
    return pair.points >= VAGUE_NEEDED


def _is_one_near(pair: Pair, *, lone: bool) -> bool:
    """Values that allow each other need one noun; counts the same event; a vague count is held by all or by nothing."""
    a, b, slots = pair.a, pair.b, pair.slots
    if not pair.one_noun or not meets(a, b):
        return False
    vague = a.low is None or b.low is None
    if vague and a.figure.unit:
        return False
    counted = not a.figure.unit
    if vague and not lone:
        return pair.points >= VAGUE_NEEDED and slots["event"] == SAME
    return pair.points >= NEARLY_NEEDED + (2 if counted and slots["event"] != SAME else 0)


def is_one_quantity(pair: Pair, one: Keys, two: Keys, *, lone: bool) -> Scope | bool | None:
    """Whether two different values are of one quantity: True beyond doubt, a Scope where one named slot alone parts them, False if not.

    Every slot that either names has to be the same in both: one that a text leaves open is no proof. A count needs its event, and where an
    article gives several counts of such a thing (`lone` is False) also the place, the time, the holder or the whole.
    """
    slots = pair.slots
    if pair.verbatim:
        return True
    if one.rest != two.rest:
        return False
    if not lone and not pair.a.figure.unit and not slots.count(SAME, ("holder", "place", "time", "part of")):
        return False
    apart = slots.different and not (slots.different == ("time",) and _readings(one, two))
    if slots["thing"] != SAME or not _sure_event(pair, one, two) or apart or loose_ends(one, two) or pair.two_parties:
        return _scope(pair, one, two) or False
    if not _anchored(pair, one, two):
        return False
    return pair.points >= OPPOSED_NEEDED and (not pair.a.figure.unit or _sure_amount(pair, one, two))


def _anchored(pair: Pair, one: Keys, two: Keys) -> bool:
    """True if both are tied to one and the same occasion by a name, a place, a time: "the missile reached" tells of any missile."""
    if pair.named or SAME in (pair.slots["place"], pair.slots["time"], pair.slots["part of"]):
        return True
    return bool(one.weekdays & two.weekdays) or bool(one.holder_named and two.holder_named and one.holder & two.holder) or pair.like >= ALIKE[-1]


def _sure_amount(pair: Pair, one: Keys, two: Keys) -> bool:
    """True if more than its noun shows that an amount is one: its holder, its event, its base, what restricts it, or the words it is told in."""
    if not one.figure.about.head or not two.figure.about.head:
        return False
    slots = pair.slots
    return SAME in (slots["holder"], slots["event"], slots["base"]) or bool(one.narrowed) or one.measured_alike(two)


def _readings(one: Keys, two: Keys) -> bool:
    """True for values read, or counted up to, at different times: a level, those still held, what was raised by Friday."""
    return (reads(one) and reads(two)) or (told_by(one) and told_by(two) and not one.figure.per)


def _sure_event(pair: Pair, one: Keys, two: Keys) -> bool:
    """True if a count's event is the same; of an amount it may be left open, and of values that differ in firmness it differs by nature."""
    a, b = pair.a.figure, pair.b.figure
    if a.unit or pair.slots["event"] == SAME:
        return True
    return pair.slots["event"] == OPEN and (a.status != b.status or (pair.like >= ALIKE[-1] and not (one.event and two.event)))


def loose_ends(one: Keys, two: Keys) -> bool:
    """True if one text limits its figure in a way that the other does not: nobody can be sure that they are of one quantity."""
    if bool(one.figure.per) != bool(two.figure.per) or one.since != two.since or _of_two_days(one, two):
        return True
    return bool(unmatched(one.limits, two.limits, two.article_names) or unmatched(two.limits, one.limits, one.article_names))


def _of_two_days(one: Keys, two: Keys) -> bool:
    """True if one figure is told of a weekday that the other's article, which names others, never does: two strikes, two launches."""
    return any(a.weekdays and b.article_weekdays and not a.weekdays & b.article_weekdays for a, b in ((one, two), (two, one)))


def _of_two_parties(one: Keys, two: Keys) -> bool:
    """True if each sentence names somebody of whom the other's article knows nothing, or each other places: two storms, two donors, two crashes."""
    if one.sites and two.sites and not one.sites & two.sites:
        return True
    return bool(one.names - two.article_names) and bool(two.names - one.article_names)


def _scope(pair: Pair, one: Keys, two: Keys) -> Scope | None:
    """The one slot that parts two figures that are the same in all else: a base, a period inside another, a restriction of the thing.

    Both must be one holder's, or one kind of event must happen to both, and what limits either beyond that slot must be told of both.
    """
    slots = pair.slots
    if _of_one_holder_only(pair, one, two):
        return Scope("holder")
    if slots["event"] == DIFFERENT or SAME not in (slots["holder"], slots["event"]) or (not pair.a.figure.unit and slots["event"] != SAME):
        return None
    parted = set(slots.different)
    if slots["thing"] == SAME and parted <= {"time"} and _period_inside(one, two) and not _loose_but_for("time", one, two):
        return Scope("time")
    if slots["thing"] == SAME and parted == {"base"} and not _loose_but_for("base", one, two):
        return Scope("base")
    if not parted and _restricted(one, two) and not _loose_but_for("thing", one, two):
        return Scope("thing")
    return None


def _of_one_holder_only(pair: Pair, one: Keys, two: Keys) -> bool:
    """True for shares of one thing and one base of which one text names the holder, and the other tells of somebody else."""
    if pair.slots["base"] != SAME or not pair.one_noun or pair.slots.different or pair.a.status != pair.b.status or pair.points < OPPOSED_NEEDED:
        return False
    named, other = (one, two) if one.holder_named else (two, one)
    return named.holder_named and not other.holder and bool(other.names) and not named.holder & other.names


def scope_of_events(pair: Pair, one: Keys, two: Keys) -> Scope | None:
    """The event, where it alone parts two counts and the one happens to a part of those to whom the other does, and the values allow that."""
    if pair.slots.different != ("event",) or pair.slots["thing"] != SAME or pair.a.low is None or pair.b.low is None:
        return None
    if is_part_event(one.event, two.event):
        part, whole = pair.a, pair.b
    elif is_part_event(two.event, one.event):
        part, whole = pair.b, pair.a
    else:
        return None
    fits = meets(part, whole) or (part.low or 0) <= (whole.low or 0)
    return Scope("event") if fits and pair.points >= PART_NEEDED else None


def _loose_but_for(slot: str, one: Keys, two: Keys) -> bool:
    """True if one text limits its figure in a way that the other does not, the words of one slot left aside."""
    left = [unmatched(mine.limits, other.limits, other.article_names) - _slot_words(slot, mine) for mine, other in ((one, two), (two, one))]
    return bool(left[0] or left[1])


def _slot_words(slot: str, keys: Keys) -> frozenset[str]:
    about = keys.figure.about
    phrases = {"time": about.times, "base": [about.base], "thing": [about.thing]}[slot]
    return frozenset(word for phrase in phrases for word in words_of(phrase)) | (keys.base if slot == "base" else frozenset())


def _period_inside(one: Keys, two: Keys) -> bool:
    """True if both name a period and the one lies wholly in the other, longer one."""
    return any(x != y and (_inside(x, y) or _inside(y, x)) for x in one.times for y in two.times)


def _inside(small: Interval, large: Interval) -> bool:
    return large[0] <= small[0] and small[1] <= large[1]


def _restricted(one: Keys, two: Keys) -> bool:
    """True if both count one thing, the one with a further restriction, and its value is the smaller: soldiers, and European soldiers."""
    if one.head != two.head or one.narrowed == two.narrowed or not one.figure.about.head or not two.figure.about.head:
        return False
    narrow, wide = (one, two) if one.narrowed > two.narrowed else (two, one)
    if not narrow.narrowed > wide.narrowed or wide.figure.low is None or narrow.figure.low is None:
        return False
    return bool(narrow.figure.unit) or narrow.figure.low < wide.figure.low


def generic_thing(keys: Keys) -> str:
    """The key under which figures of one thing are looked up: that of the noun, or "person" for whoever is not said more of."""
    return "person" if keys.head in ANYBODY else word_key(keys.head) or keys.head


__all__ = ["Pair", "Scope", "generic_thing", "is_one_quantity", "is_one_value", "loose_ends", "pair_of", "scope_of_events"]
