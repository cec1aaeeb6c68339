"""What one governing word makes of the figure in its complement: a fact, a plan, a demand. The words are in `status.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from spacy.tokens import Token

from variorum.extract.figures.meaning.subjects import NOUNS, VERBS, lemma
from variorum.lang import language_data

_DATA: dict[str, Any] = language_data("status")


def _by_slot(entries: list[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """Status by word and the slot through which it is given."""
    return {(word, slot): entry["status"] for entry in entries for word in entry["words"] for slot in entry["takes"]}


def _by_word(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: status for status, words in table.items() for word in words}


_VERBS, _NOUNS = _by_slot(_DATA["verbs"]), _by_slot(_DATA["nouns"])
_CUE_VERBS, _CUE_NOUNS = frozenset(word for word, _ in _VERBS), frozenset(word for word, _ in _NOUNS)
_TERMS = {word: status for (word, slot), status in _NOUNS.items() if slot == "premodifier"}
_ADJECTIVES, _STATES, _ADVERBS, _MODALS = (_by_word(_DATA[key]) for key in ("adjectives", "states", "adverbs", "modals"))
_BARGAINS = frozenset(_DATA["bargains"]["verbs"])
_POLLS = frozenset(_DATA["polls"]["verbs"])
_DELIBERATE = frozenset(_DATA["deliberate"]["verbs"])
_FORESEEN = frozenset(
    {*language_data("figures")["measure"]["copular"], *_DATA["foreseen"]["verbs"]}
)  # what "should" foresees of them it asks of others
_CHANGES = frozenset(
    {*language_data("figures")["change"]["up"], *language_data("figures")["change"]["down"], "revise", "sweeten", "up", "scale", "trim", "lift"}
)
_WARES: dict[str, frozenset[str]] = {key: frozenset(words) for key, words in _DATA["wares"].items()}
_LIMITS: dict[str, frozenset[str]] = {key: frozenset(words) for key, words in _DATA["limits"].items()}
CONDITIONS: dict[str, list[str]] = _DATA["conditions"]
_KINDS = frozenset({"likely", "possible", "potential", "threatened", "feared", "expected"})
_OBJECTS = frozenset({"dobj", "obj", "oprd", "attr"})
_IN_NOUN = frozenset({"compound", "amod", "nmod", "nummod", "poss", "appos", "quantmod", "npadvmod", "advmod", "dep"})
_PARTICIPLES = frozenset({"VBN", "VBD"})
_NO_FACT = frozenset({*_MODALS, "to"})


class Step(NamedTuple):
    """One step up the tree, from `node` to its governor, `over`.

    `direct` is True while `node` is the figure itself and not a noun or verb that it describes; `counted` for a number of things;
    `family` is that of the figure's unit; `via` the slot of the step before; `changes` for a change from one value to another.
    """

    node: Token
    over: Token
    direct: bool
    counted: bool
    family: str
    changes: bool = False
    via: str = ""


def governed(step: Step) -> Iterator[str]:
    """Every status that the governor of a step gives the figure, its own word before its modals."""
    over = step.over
    if over.pos_ in VERBS:
        said = [*_of_verb(step)]
        yield from said
        if not _polled(step):
            told = modals(over)
            yield from (status for status in told if status not in _OUTLOOKS) if said[-1:] in _DECLARED and lemma(over) != "offer" else told
    elif over.pos_ in NOUNS:
        yield from _of_noun(step)
    elif over.pos_ in {"ADJ", "ADP", "ADV"} and step.node.dep_ in {"xcomp", "ccomp", "advcl"} and (status := _STATES.get(over.lower_)):
        yield status
    elif over.lower_ in CONDITIONS["words"] and step.node.lower_ in CONDITIONS["takes"]:
        yield "demanded"


_OUTLOOKS = frozenset({"expected", "planned"})
_DECLARED = (["demanded"], ["proposed"])  # who says that he "will demand" it demands it


def _polled(step: Step) -> bool:
    """True for the share of a poll: "56 percent would vote for Lund"."""
    return step.direct and step.family == "share" and step.node.dep_ == "nsubj" and lemma(step.over) in _POLLS


def is_cue(word: Token) -> bool:
    """True for a verb that may give a status to one of its complements."""
    return word.pos_ == "VERB" and lemma(word) in _CUE_VERBS and _form_fits(lemma(word), word)


def is_noun_cue(noun: Token) -> bool:
    """True for an offer, a plan, a threat and their like."""
    return lemma(noun) in _CUE_NOUNS


def verb_status(verb: Token, slots: tuple[str, ...]) -> str | None:
    """What a verb gives to what stands in the first of some slots that it knows."""
    word = lemma(verb)
    return next((status for slot in slots if (status := _VERBS.get((word, slot))) and _form_fits(word, verb)), None)


def noun_slot_status(noun: Token, slot: str) -> str | None:
    """What a noun gives to what stands in one of its slots."""
    return _NOUNS.get((lemma(noun), slot))


# --- verbs --------------------------------------------------------------------------------------------------------------------------


def _of_verb(step: Step) -> Iterator[str]:
    over, word = step.over, lemma(step.over)
    if word == "be" and has_infinitive(step.node) and step.node.dep_ == "xcomp" and (state := _state(over)):
        yield state  # "is about to order 40 jets", where the parser hangs the verb beside the adjective
    elif word == "be" and has_infinitive(step.node) and step.node.dep_ in {"xcomp", "ccomp"} and not _expletive(over):
        yield _subject_term(over) or "planned"  # "is to cut 50 posts", "the plan is to"
    elif word == "be" and step.node.dep_ == "nsubj" and any(child.dep_ == "xcomp" and has_infinitive(child) for child in over.rights):
        yield "planned"  # "tariffs of 5% are to take effect"
    elif word == "go" and over.tag_ == "VBG" and has_infinitive(step.node):
        yield "expected"
    beside = step.node.dep_ in {"nsubj", "nsubjpass"} or (step.node.dep_ == "advcl" and not has_infinitive(step.node))
    if _tells_of_subject(step) and not beside and (term := _subject_term(over)):
        yield term
    if (status := _misplaced(step) or _moved_terms(step) or _bargain(step)) is not None:
        yield status
        return
    if word == "offer" and _has_for_sale(over):
        return
    for slot in _verb_slots(step):
        if (status := _VERBS.get((word, slot))) and _form_fits(word, over):
            yield status
            return


def _has_for_sale(verb: Token) -> bool:
    """True for "a version offering more for $99": a ware or a shop proposes nothing."""
    doer = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if verb.dep_ in {"acl", "relcl"} and (doer is None or doer.tag_ in {"WDT", "WP"}):
        doer = verb.head
    return doer is not None and lemma(doer) in _WARES["offering"] and not any(child.dep_ == "auxpass" for child in verb.lefts)


def _tells_of_subject(step: Step) -> bool:
    """True for a verb that puts an amount on its subject, or on a part of it: "the offer stands at $40", "the plan includes a 5% cut"."""
    word = lemma(step.over)
    return word in _LIMITS["amounts"] or (word in _LIMITS["parts"] and not (step.counted and step.direct))


def _misplaced(step: Step) -> str | None:
    """What the noun right before a preposition gives where the parser hung both on the verb: "repeated their demand for $5"."""
    node = step.node
    if node.dep_ != "prep" or node.i == 0 or node.nbor(-1).pos_ != "NOUN":
        return None
    return noun_slot_status(node.nbor(-1), node.lower_)


def _moved_terms(step: Step) -> str | None:
    """What an offer or forecast gives that is moved to an amount: "raised its bid to $5", "forecasts were cut to 5%"."""
    if step.node.dep_ != "prep" or not (step.node.lower_ == "to" or step.changes) or not step.direct or lemma(step.over) not in _CHANGES:
        return None
    moved = next((child for child in step.over.rights if child.dep_ in _OBJECTS and child.i < step.node.i), None)
    moved = moved or next((child for child in step.over.lefts if child.dep_ in {"nsubjpass", "nsubj"}), None)
    return _TERMS.get(lemma(moved)) if moved is not None and not _of_buyers(moved) else None


def _bargain(step: Step) -> str | None:
    """The other side's figure in a bargain: "the firm offered $5 and the town opened at $9"; not shares that "opened at $9"."""
    over = step.over
    if not (step.node.dep_ == "prep" and step.direct and over.dep_ in {"conj", "advcl"} and lemma(over) in _BARGAINS):
        return None
    return next(
        (status for slot in ("amount", "for", "object") if (status := _VERBS.get((lemma(over.head), slot))) in {"proposed", "demanded"}), None
    )


def _state(be: Token) -> str | None:
    """What the adjective of "is about to" and its like gives."""
    return next((status for child in be.rights if child.dep_ == "acomp" and (status := _STATES.get(child.lower_))), None)


def _expletive(verb: Token) -> bool:
    """True for "it is your right to": the infinitive is what is said to be so, and no plan."""
    return any(child.dep_ in {"attr", "acomp", "expl"} for child in verb.children)


def _form_fits(word: str, verb: Token) -> bool:
    """True where a verb of many meanings stands in the form of this one: "is set to", "ruled out", "tipped to"."""
    if word in {"set", "tip", "poise", "slate", "mean"}:
        return verb.tag_ in _PARTICIPLES and not any(child.dep_ in _OBJECTS for child in verb.rights)
    if word in {"consider", "contemplate"}:
        return verb.tag_ in {"VBG", "VB"}
    if word == "look":
        return verb.tag_ == "VBG"  # "is looking to raise", not "looks to be"
    return word != "rule" or any(child.lower_ == "out" for child in verb.rights)


def _verb_slots(step: Step) -> list[str]:
    """The names of the slot that a step's node fills, as `takes` has them."""
    node, over = step.node, step.over
    if node.dep_ in _OBJECTS or (node.dep_ == "nsubjpass" and not any(child.dep_ in _OBJECTS | {"xcomp"} for child in over.rights)):
        return ["object", *_object_slots(step)]
    if node.dep_ == "nsubjpass":
        return ["subject"] if any(child.dep_ == "xcomp" for child in over.rights) else []
    if node.dep_ == "xcomp" or (node.dep_ in {"ccomp", "advcl"} and (has_infinitive(node) or node.tag_ == "VBG")):
        if node.dep_ == "advcl" and lemma(node) in _LIMITS["worth"] and node.i > over.i:
            return ["object", "amount", "nested"]  # "demands a rise, totalling $5"
        if node.dep_ == "advcl" and not (has_infinitive(node) and node.i > over.i):
            return []
        return [*(["other"] if _own_subject(node, over) or _passive(over) else []), *([] if _own_subject(node, over) else ["infinitive"])]
    if node.dep_ == "ccomp":
        return ["clause" if _finite(node) else "other"]  # "wants it cut to 5%"
    if node.dep_ == "advmod" and step.changes:
        return ["object", "amount"]  # "demanded a rise, up from 5% to 6%"
    if node.dep_ in {"prep", "agent", "dative"} and node.pos_ in {"ADP", "SCONJ"}:
        if step.changes and node.lower_ in {"to", "from"}:
            return [node.lower_, "object", "amount"]  # "demanded a rise, up from the current 5% to 6%"
        return [node.lower_, *(_object_slots(step) if _is_term(step) else [])]
    return []


def _object_slots(step: Step) -> list[str]:
    penalty = ["penalty"] if step.family in {"money", "time"} else []
    return (["amount"] if not step.counted else []) + penalty if step.direct else ["amount", "nested", *penalty]


def _is_term(step: Step) -> bool:
    """True for an amount that the parser hung on the verb beside its object: "offered to the town a loan of $5"."""
    return step.direct and step.family in {"money", "share"} and step.node.lower_ in {"of", "at", "by", "to"}


def has_infinitive(verb: Token) -> bool:
    """True for a verb with "to"."""
    return any(child.tag_ == "TO" for child in verb.lefts)


def _finite(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBZ", "VBP"} or any(child.dep_ in {"aux", "auxpass", "mark"} for child in verb.lefts)


def _own_subject(node: Token, over: Token) -> bool:
    """True if an infinitive has another subject than its governor: "asked the firm to pay"."""
    if any(child.dep_ in {"nsubj", "nsubjpass"} for child in node.lefts):
        return True
    return any(child.dep_ in {"dobj", "obj", "dative"} and over.i < child.i < node.i for child in over.rights)


def _passive(verb: Token) -> bool:
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.lefts) or verb.dep_ == "acl"


def _subject_term(verb: Token) -> str | None:
    """The status of a subject that is an offer, a plan, a forecast: "the offer stands at $40"."""
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    return _TERMS.get(lemma(subject)) if subject is not None and subject.pos_ == "NOUN" and not _of_buyers(subject) else None


def _of_buyers(noun: Token) -> bool:
    """True for what buyers want of a ware: "demand fell to 5 million tonnes"; not for "their demand stands at $5 million"."""
    return lemma(noun) == "demand" and noun.tag_ == "NN" and not any(child.dep_ == "poss" for child in noun.lefts)


def modals(verb: Token) -> Iterator[str]:
    """What modals and adverbs of a verb say, and those of the verb that it is joined to if it shares them."""
    for child in verb.children:
        if child.dep_ == "aux" and (status := _MODALS.get(child.lower_)):
            if not (child.lower_ == "could" and _negated(verb)) and not _told_as_past(child, verb):
                yield "planned" if status == "expected" and _deliberate(verb) else status
        elif child.dep_ == "aux" and child.lower_ == "should":
            yield "expected" if lemma(verb) in _FORESEEN else "proposed"
        elif child.dep_ == "aux" and child.lower_ == "must" and lemma(verb) != "be" and not _perfect(verb):
            yield "demanded"
        elif child.dep_ == "advmod" and (status := _ADVERBS.get(child.lower_)):
            yield status
    if shares_modal(verb) and verb.head.pos_ in VERBS:
        yield from modals(verb.head)


def shares_modal(verb: Token) -> bool:
    """True for "sell" in "will close the shop and sell the yard"."""
    bare = verb.lower_ == verb.lemma_.lower()  # whatever the tag: "cost", "cut" and "put" are taken for the past
    return verb.dep_ == "conj" and (bare or verb.tag_ == "VBN") and not any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in verb.lefts)


def _told_as_past(modal: Token, verb: Token) -> bool:
    """True for "would" of habits and of what came later in a story: "he would often walk 9 miles", "she would later win two medals"."""
    return modal.lower_ in {"would", "'d"} and any(child.dep_ == "advmod" and child.lower_ in _LIMITS["habits"] for child in verb.lefts)


def _perfect(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in {"have", "'ve"} for child in verb.lefts)


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _deliberate(verb: Token) -> bool:
    doer = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if doer is not None and lemma(doer) in _WARES["crowds"]:
        return False
    return lemma(verb) in _DELIBERATE and not any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.lefts)


def happened(verb: Token) -> bool:
    """True for a finite verb in the past tense or the perfect with no modal: what it governs is no plan any more."""
    if verb.pos_ not in VERBS or shares_modal(verb):
        return False
    auxiliaries = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    if auxiliaries & _NO_FACT:
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(auxiliaries & {"has", "have", "had", "was", "were", "'ve"}))


# --- nouns --------------------------------------------------------------------------------------------------------------------------


def _of_noun(step: Step) -> Iterator[str]:
    over, slot = step.over, noun_slot(step)
    if (status := _NOUNS.get((lemma(over), slot))) and not _another_sense(step, slot):
        yield "denied" if any(child.lower_ == "no" for child in over.lefts) else status
    elif term := _moved_term(over) if slot in {"to", "from"} else _TERMS.get(lemma(over)) if slot == "relative" and step.family != "time" else None:
        yield term
    if slot in {"premodifier", "of"}:
        yield from described(over, step.counted)


def _moved_term(move: Token) -> str | None:
    """What a forecast or offer gives whose move a noun tells: "a cut in its forecast, to 3 %"."""
    if lemma(move) not in _WARES["moves"]:
        return None
    places = [child for child in move.rights if child.dep_ == "prep" and child.lower_ in {"in", "of", "to"}]
    terms = [inner for place in places for inner in place.rights if inner.dep_ == "pobj"]
    return next((term for noun in terms if (term := _TERMS.get(lemma(noun)))), None)


def _another_sense(step: Step, slot: str) -> bool:
    """True for a demand for things on a market, and for a goal that is shot."""
    word = lemma(step.over)
    if word == "right" and slot == "infinitive" and lemma(step.node) in _WARES["due"]:
        return True
    return (word == "demand" and slot == "for" and step.counted and step.direct) or (word == "goal" and step.family == "measure")


def noun_slot(step: Step) -> str:
    """The name of the slot of its noun that a step's node fills, as `takes` has it; empty for none."""
    node = step.node
    if node.dep_ in _IN_NOUN and (node.i < step.over.i or node.dep_ == "appos"):
        return "premodifier"
    if node.dep_ == "prep" or node.lower_ == "worth":
        return "of" if node.lower_ == "worth" else node.lower_
    if node.dep_ in {"acl", "xcomp"} and (has_infinitive(node) or node.tag_ == "VBG"):
        return "infinitive"
    if node.dep_ == "relcl" and any(child.dep_ == "nsubj" and child.tag_ in {"WDT", "WP"} for child in node.lefts):
        return "relative"  # "a deal that cut the tax to 5%"
    return "clause" if node.dep_ in {"acl", "ccomp", "relcl"} and any(child.lower_ == "that" and child.dep_ == "mark" for child in node.lefts) else ""


def described(noun: Token, counted: bool) -> Iterator[str]:
    """What adjectives before a noun, and a participle after it, say: "a proposed 5% cut", "the $5 million pledged by Oldport"."""
    for child in noun.children:
        if child.i < noun.i and child.dep_ in {"amod", "compound", "advmod"}:
            word = child.lower_
            if (status := _ADJECTIVES.get(word) or _ADVERBS.get(word)) and not (counted and word in _KINDS and _after_number(child, noun)):
                yield status
        elif child.dep_ == "acl" and child.tag_ in _PARTICIPLES:
            slots = ["object", *([] if counted else ["amount"]), *(["subject"] if any(part.dep_ == "xcomp" for part in child.rights) else [])]
            yield from [status for slot in slots if (status := _VERBS.get((lemma(child), slot))) and _form_fits(lemma(child), child)][:1]


def _after_number(adjective: Token, noun: Token) -> bool:
    """True for "800 likely voters": it tells the kind of voter."""
    return any((child.like_num or child.dep_ == "nummod" or "dozen" in child.lower_) and child.i < adjective.i for child in noun.lefts)


def term_of(noun: Token) -> str | None:
    """The status of the terms of an offer, plan, deal or forecast; None for other nouns."""
    return _TERMS.get(lemma(noun))


def _known_paper(noun: Token) -> bool:
    """True for "the plan", "its new deal": an offer that the text speaks of, not "an industry plan"."""
    return any(child.dep_ == "poss" or child.lower_ in _LIMITS["definite"] for child in noun.lefts)


def under_terms(verb: Token) -> str | None:
    """The status of the plan or deal under which a verb is said to hold: "under the deal, the firm gets $5"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in {"under", "in"}:
            for inner in child.rights:
                if (
                    inner.dep_ == "pobj"
                    and _known_paper(inner)
                    and (status := _TERMS.get(lemma(inner)))
                    and (child.lower_ == "under" or status == "agreed")
                ):
                    return status
    return None
