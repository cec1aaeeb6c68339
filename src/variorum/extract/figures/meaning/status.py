"""How firm a figure is: actual, agreed, planned, proposed, demanded, expected, possible or denied, from the words that govern it."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from variorum.lang import language_data

_DATA: dict[str, Any] = language_data("figures")
_STATUS = {word: status for status, words in _DATA["status"].items() for word in words}
_WITH: dict[str, list[str]] = _DATA["status_with"]
_SPEECH = frozenset(_DATA["speech"]["verbs"])
_HEDGES = ("denied", "possible", "expected")  # the first that is found outranks what it hedges ("may demand", "is expected to demand")
_DOUBTS = ("possible", "expected")  # what a past tense rules out; "denied that 30 had died" is denied for all that
_DEFINITE = {"the", "this", "that", "these", "those", "its", "their", "his", "her", "our"}
_MARKERS = {"aux", "advmod", "amod", "mark", "acomp", "neg", "compound"}
MAX_CLIMB = 9  # steps up the tree to the words that may govern a figure


def status_of(head: Token) -> str:
    """The status of the figure whose head token this is; actual where nothing says otherwise.

    Words are read from the figure outwards. A noun or adjective of its own phrase decides at once ("a $350 billion pledge"). What a
    definite phrase, a relative clause or a past-tense verb presents as a fact is not hedged by the words outside it.
    """
    found: list[str] = []
    node, closed = head, False
    for _ in range(MAX_CLIMB):
        marks = [mark for mark in _marks(node, head) if not (closed and mark in _DOUBTS)]
        if marks and node.pos_ in {"NOUN", "PROPN", "NUM", "SYM"} and not found and not _under_verb(node, head):
            return marks[0]
        found += marks
        if node.head.i == node.i or _ends_here(node, head):
            break
        closed = closed or _is_fact(node)
        if node.dep_ == "relcl":
            found += [mark for mark in _marks(node.head, head) if mark not in _HEDGES]
            break
        node = node.head
    if "agreed" in found and "expected" in found and not {"possible", "denied"} & set(found) and _under_agreement(node, head):
        return "agreed"
    hedges = [status for status in _HEDGES if status in found]
    return hedges[0] if hedges else found[0] if found else "actual"


def _under_agreement(top: Token, head: Token) -> bool:
    """True if a verb above the figure is said to hold "under the agreement": what will be done then is agreed."""
    node = head
    while True:
        if any(_is_agreement(child) for child in node.children):
            return True
        if node.i in (top.i, node.head.i):
            return False
        node = node.head


def _is_agreement(token: Token) -> bool:
    return (
        token.dep_ == "prep"
        and token.lower_ in {"under", "in"}
        and any(child.dep_ == "pobj" and _STATUS.get(child.lemma_.lower()) == "agreed" for child in token.children)
    )


def _under_verb(node: Token, head: Token) -> bool:
    """True if a verb stands between the figure and this node, so that the node is not of the figure's own phrase."""
    while head.i not in (node.i, head.head.i):
        if head.pos_ == "VERB":
            return True
        head = head.head
    return False


def _ends_here(node: Token, head: Token) -> bool:
    """True if what stands further out says nothing of the figure: beyond a verb of saying, or a definite phrase inside another."""
    if node.pos_ == "VERB" and node.lemma_.lower() in _SPEECH and node.i != head.i:
        return True
    return (
        node.dep_ in {"pobj", "nsubj", "nsubjpass"}
        and node.pos_ == "NOUN"
        and any(child.lower_ in _DEFINITE and child.dep_ in {"det", "poss"} for child in node.lefts)
    )


def _is_fact(node: Token) -> bool:
    """True for a finite verb in the past tense or the perfect: what it governs has happened."""
    if node.pos_ != "VERB":
        return False
    auxiliaries = {child.lower_ for child in node.lefts if child.dep_ in {"aux", "auxpass"}}
    if node.dep_ == "conj" and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in node.lefts):
        return False  # it shares the modal of the verb that it is joined to
    if node.tag_ == "VBD":
        return not auxiliaries
    return (
        node.tag_ == "VBN"
        and bool(auxiliaries & {"has", "have", "had", "was", "were", "'ve"})
        and not auxiliaries & {"may", "might", "could", "would", "will"}
    )


def _marks(node: Token, head: Token) -> list[str]:
    """What one governing word and its modals, adverbs and adjectives say about firmness."""
    out = []
    lemma = node.lower_ if node.lower_ in _STATUS else node.lemma_.lower()  # spaCy takes "hopes" for a form of "hop"
    if lemma in _WITH and not any(child.lower_ in _WITH[lemma] for child in node.rights):
        lemma = ""
    if lemma not in _SPEECH and lemma in _STATUS and node.pos_ in {"VERB", "NOUN", "AUX", "ADJ", "ADV", "PROPN"}:
        out.append(_STATUS[lemma])
    if out and any(child.lower_ == "no" and child.dep_ == "det" for child in node.lefts):
        return ["denied"]  # "there is no plan to cut 500 posts"
    for child in node.children:
        if _is_agreement(child):
            out.append("agreed")
        if (
            child.dep_ in {"dobj", "obj"}
            and node.pos_ == "VERB"
            and child.i < head.i
            and any(part.i > child.i and part.dep_ == "prep" for part in node.rights)
        ):
            out += [mark for mark in (_STATUS.get(child.lemma_.lower()),) if mark and child.i != head.i and head.dep_ == "pobj"]
        if child.dep_ in _MARKERS and child.i != head.i and (status := _STATUS.get(child.lemma_.lower()) or _STATUS.get(child.lower_)):
            out.append(status)
    return out
