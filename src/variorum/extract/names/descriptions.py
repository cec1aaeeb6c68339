"""Descriptions: words other than a name by which a text means somebody, "the militant group", "Kestria's president", and whom they describe.

What is read here is only what one sentence says; which actor "the bank" is, is decided over the whole story, by one candidate or nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from variorum.extract.grammar.syntax import Syntax
from variorum.extract.names.introductions import LONGEST, PART_OF, tokens_of
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Description, Name
from variorum.text.name_words import country_of, word_list, word_lists

_LEFT = frozenset({"det", "amod", "compound", "nmod", "poss", "npadvmod", "advmod", "punct", "nummod", "quantmod"})
_NARROWING = frozenset({"relcl", "acl", "prep", "appos", "conj"})  # what follows a noun and says which one of its kind is meant


@dataclass(slots=True)
class _Phrase:
    """A noun with the words before it: its first token, what narrows it, and whether the text treats it as known."""

    first: int
    definite: bool = False
    known: bool = True
    within: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def find_descriptions(syntax: Syntax, names: tuple[Name, ...]) -> tuple[Description, ...]:
    """The descriptions of an article, in order: those that the text ties to a name, and the definite ones that it does not."""
    owner = _owners(syntax, names)
    heads = word_lists("titles", "body_nouns", "place_words", "members", "state_bodies", "collectives")
    out = []
    for token in range(len(syntax)):
        modifies = syntax.dep[token] in {"compound", "nmod"} and syntax.head[token] > token
        if syntax.lower[token] in heads and token not in owner and syntax.pos[token] in {"NOUN", "PROPN"} and not modifies:
            found = _described(syntax, token, owner)
            if found is not None:
                out.append(found)
    return tuple(out)


def _owners(syntax: Syntax, names: tuple[Name, ...]) -> dict[int, Name]:
    """The name, or name with title, that each token belongs to."""
    owner: dict[int, Name] = {}
    if len(syntax):
        for name in names:
            first, last = tokens_of(syntax, name.role.start if name.role else name.start, name.end)
            for token in range(first, last + 1):
                if syntax.start[token] >= name.start or token not in owner:
                    owner[token] = name
    return owner


def _described(syntax: Syntax, token: int, owner: dict[int, Name]) -> Description | None:
    phrase = _phrase(syntax, token, owner)
    about = _about(syntax, token, owner)
    if about is not None and about.start < syntax.start[token] and not phrase.known and syntax.dep[token] not in {"appos", "attr"}:
        return None  # "a Kumbe town" lies in Kumbe
    if about is not None and about.kind != "unknown" and (about.kind == "person") != (syntax.lower[token] in word_list("titles")):
        return None  # a person is no company: the parser hung the words on the wrong name
    last = token
    if about is not None and syntax.lower[token] in word_list("members") and (phrase.words or not phrase.known):
        return None  # "four captured Black Banner fighters" are not Black Banner
    if about is None:
        if not phrase.definite or not phrase.known:
            return None
        after = _name_after_of(syntax, token, owner)
        if after is not None:
            phrase.within.append(after.text)
            last = tokens_of(syntax, after.start, after.end)[1]
        elif any(kid > token and syntax.dep[kid] in _NARROWING and syntax.sentence[kid] == syntax.sentence[token] for kid in syntax.kids[token]):
            return None
    words = Excerpt.cut(syntax.text, syntax.start[phrase.first], syntax.end[last])
    narrowed = tuple(sorted({word for word in phrase.words if word in word_lists("office_words", "title_modifiers")}))
    told = Excerpt(about.start, about.end, about.text) if about else None
    return Description(words.start, words.end, words.text, syntax.lower[token], narrowed, tuple(phrase.within), told)


def _phrase(syntax: Syntax, token: int, owner: dict[int, Name]) -> _Phrase:
    """Walk left from the noun over all that hangs on it."""
    phrase = _Phrase(token)
    at = token - 1
    while at >= 0 and token - at <= LONGEST and syntax.sentence[at] == syntax.sentence[token]:
        word = syntax.lower[at]
        if syntax.tag[at] == "POS":
            at -= 1
            continue
        if not (at < syntax.head[at] <= token and syntax.dep[at] in _LEFT):
            break
        phrase.first = at
        if syntax.dep[at] == "punct" and word != "-":
            phrase.first = at + 1
            break
        if syntax.dep[at] == "det" or syntax.tag[at] == "PRP$":
            phrase.definite |= word == "the"
            phrase.known &= word in {"the", "this", "that"}
            break
        _take(syntax, at, owner, phrase)
        at -= 1
    bare = syntax.lower[token] in word_lists("state_bodies", "members", "collectives")
    phrase.definite |= bool(phrase.within) and (bare or syntax.tag[phrase.first] != "JJ")
    return phrase


def _take(syntax: Syntax, at: int, owner: dict[int, Name], phrase: _Phrase) -> None:
    """Note one word before the noun: a country, a name, a word of rank, a word that means another one of the kind."""
    word, name = syntax.lower[at], owner.get(at)
    if name is not None:
        if name.text not in phrase.within:
            phrase.within.append(name.text)
        return
    country = country_of(word) if word in word_list("demonyms") else None
    if word in word_list("demonyms") and (wide := country_of(f"{syntax.lower[at - 1]} {word}")):
        country = wide
    if country is not None:
        phrase.within.append(country)
    elif syntax.dep[at] in {"poss", "nummod"} or word in word_list("others"):
        phrase.known = False
    phrase.words.append(word)


def _about(syntax: Syntax, token: int, owner: dict[int, Name]) -> Name | None:
    """The name that a noun describes in apposition ("Holm, a bank"), as what it is ("Holm is a bank") or behind it ("Kumbe town")."""
    before = owner.get(token - 1)
    if before is not None and syntax.dep[token - 1] in {"compound", "nmod"} and syntax.head[token - 1] == token:
        tails = word_list("place_words") - PART_OF if before.kind == "place" else word_lists("tails", "members", "place_words") - PART_OF
        if syntax.lower[token] in tails:
            return before
    if syntax.tag[token] == "NNS":
        return None  # "banks Oldstar and Holm": one name is not what several are
    if syntax.dep[token] == "appos":
        return owner.get(syntax.head[token])
    beside = syntax.child(token, "appos")
    if beside is not None and beside in owner:
        return owner[beside]
    if syntax.dep[token] == "attr" and syntax.lemma[syntax.head[token]] == "be":
        subject = syntax.child(syntax.head[token], "nsubj")
        return owner.get(subject) if subject is not None else None
    return None


def _name_after_of(syntax: Syntax, token: int, owner: dict[int, Name]) -> Name | None:
    """The name in "the leader of Black Banner", if it is all that follows."""
    kids = [kid for kid in syntax.kids[token] if kid > token and syntax.dep[kid] in _NARROWING]
    if len(kids) != 1 or syntax.lower[kids[0]] != "of" or kids[0] != token + 1:
        return None
    target = syntax.child(kids[0], "pobj")
    return owner.get(target) if target is not None else None
