"""How firm a figure is: actual, agreed, planned, proposed, demanded, expected, possible or denied, from the words that govern it.

Most figures of news are facts. Another status needs the construction that gives it: the figure stands in the complement of a word of offering,
demanding, planning, forecasting, agreeing or denying, or in the clause of a modal. What reaches it only through an adjunct, a relative clause
or a phrase that names something known says nothing of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from variorum.extract.figures.meaning.firmness.status_limits import asked_for, conditional, is_over, names_its_makers, never_planned, stops
from variorum.extract.figures.meaning.firmness.status_phrases import already_there, carried_out, phrased, wanted
from variorum.extract.figures.meaning.firmness.status_words import (
    Step,
    described,
    governed,
    happened,
    has_infinitive,
    is_cue,
    modals,
    term_of,
    under_terms,
)
from variorum.extract.figures.meaning.subjects import NOUNS, VERBS, lemma
from variorum.extract.figures.written.quantity import Quantity
from variorum.lang import language_data
from variorum.text.parsing.parse import Parse

_SPEECH = frozenset(language_data("figures")["speech"]["verbs"])
_WEAK_DENIALS = frozenset({"reject", "dismiss", "rebuff"})  # "rejected an offer of $5": the offer stands
MAX_CLIMB = 12  # steps up the tree to the words that may govern a figure
_AFTER = 24  # characters; two words and the noun of an offer fit
_ACTS = frozenset({"agreed", "proposed", "demanded"})
_BARGAINED = frozenset({"agreed", "proposed"})


@dataclass(frozen=True, slots=True)
class _Heard:
    """A status with the word that gave it."""

    status: str
    word: Token


def status_of(parse: Parse, head: Token, quantity: Quantity) -> str:
    """The status of the figure whose head token this is; actual where nothing says otherwise."""
    if _is_fact(parse, head, quantity):
        return "actual"
    if quantity.family == "money" and (term := _term_after(parse, quantity)):
        return term
    heard, verbs = _climb(_top(head, quantity), quantity)
    if not any(word.status not in {"expected", "planned"} for word in heard):
        for verb in verbs:
            if not happened(verb) and (status := under_terms(verb)):
                return status
    return _strongest(heard)


def _is_fact(parse: Parse, head: Token, quantity: Quantity) -> bool:
    """True for ages, ranks, times gone by, what was bought or found already, and what is added in brackets."""
    if never_planned(quantity.of) or quantity.unit in {"ordinal", "rank"} or parse.folded.endswith("(", 0, quantity.start):
        return True
    return is_over(head) if quantity.family == "time" else (not quantity.unit and already_there(head))


def _term_after(parse: Parse, quantity: Quantity) -> str | None:
    """The status of the offer or plan right after an amount and its period: "a $40 per share cash offer". The parser loses itself there."""
    after = parse.tokens(quantity.end, quantity.end + _AFTER) if quantity.per else []
    for token in after:
        if token.pos_ not in NOUNS | {"ADJ"}:
            return None
        if token.dep_ != "compound" or token.i == after[-1].i:
            return term_of(token)
    return None


def _strongest(heard: list[_Heard]) -> str:
    """The status of all that was heard, from the figure outwards: a hedge outranks what it hedges, an act the modal in its clause."""
    found = [one.status for at, one in enumerate(heard) if not (at and one.status == "denied" and lemma(one.word) in _WEAK_DENIALS)]
    for hedge in ("denied", "possible"):
        if hedge in found:
            return hedge
    if not found or "expected" not in found:
        return found[0] if found else "actual"
    acts = [status for status in found if status in _ACTS]
    return acts[-1] if found[0] == "expected" and acts else "expected"  # "promised that it would take"; "is expected to promise"


def _top(head: Token, quantity: Quantity) -> Token:
    """Where to begin: of "six of its ships" the six, not the ships."""
    if head.dep_ == "pobj" and head.head.lower_ == "of" and quantity.number.start <= head.head.head.idx < quantity.number.end:
        return head.head.head
    return _before_its_time(head) or head


def _before_its_time(head: Token) -> Token | None:
    """The noun whose size a figure is where the parser hung it on a year: "growth in 1987 of 5 percent"."""
    of = head.head
    year = of.head
    if head.dep_ != "pobj" or of.lower_ != "of" or year.dep_ != "pobj" or year.head.dep_ != "prep" or year.shape_ != "dddd":
        return None
    noun = year.head.nbor(-1) if year.head.i else None
    return noun if noun is not None and noun.pos_ in NOUNS else None


def _climb(top: Token, quantity: Quantity) -> tuple[list[_Heard], list[Token]]:
    """What the governing words say, from the figure outwards, and the verbs that were met."""
    counted = not quantity.unit
    heard = [_Heard(status, top) for status in (modals(top) if top.pos_ == "VERB" else [*described(top, counted), *wanted(top, counted)])]
    verbs: list[Token] = []
    changes = quantity.change is not None and quantity.change.kind == "from_to"
    step, closed = Step(top, top.head, True, counted, quantity.unit if quantity.unit == "x" else quantity.family, changes), False
    for _ in range(MAX_CLIMB):
        node, over = step.node, step.over
        if heard and heard[-1].status in _BARGAINED and carried_out(step, heard[-1].word):
            return [], []
        if conditional(node):
            heard.append(_Heard("possible", node))
            break
        if node.i == over.i or stops(step) or _is_reported(step) or _is_description(step, quantity):
            break
        said = [_Heard(status, over) for status in (*governed(step), *phrased(step))]
        heard += [one for one in said if not closed or one.status == "denied" or (node.dep_ == "relcl" and not counted)]
        if over.pos_ in VERBS:
            verbs.append(over)
            if is_cue(over) and not said and node.dep_ != "conj" and not (node.dep_ == "dobj" and has_infinitive(over)):
                break
            closed = closed or (happened(over) and not asked_for(over))
        step = _next(step)
    return heard, verbs


def _next(step: Step) -> Step:
    node, over = step.node, step.over
    direct = step.direct and (over.pos_ not in NOUNS | VERBS or node.dep_ == "conj")
    return Step(over, over.head, direct, step.counted, step.family, step.changes, _via(step))


def _via(step: Step) -> str:
    """The name of the slot just passed, where the next step asks for it."""
    node = step.node
    if node.dep_ in {"prep", "appos"}:
        return node.lower_ if node.dep_ == "prep" else "appos"
    if node.pos_ in VERBS:
        return "relative" if node.dep_ == "relcl" else "infinitive"
    return "x" if step.direct and step.family == "x" else step.via


def _is_reported(step: Step) -> bool:
    """True for the step from what is said to the verb of saying."""
    return step.node.dep_ == "ccomp" and step.over.lemma_.lower() in _SPEECH


def _is_description(step: Step, quantity: Quantity) -> bool:
    """True for "a 31-page agreement": it counts the paper, not what was agreed."""
    return step.direct and step.counted and step.over.pos_ in NOUNS and step.node.dep_ != "prep" and names_its_makers(quantity.of or "")
