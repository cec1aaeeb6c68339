"""Runs: stretches of linked capitalised words that may hold a name, and how the article uses its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from variorum.extract.names.capitals import Word, opens_sentence
from variorum.text.name_words import LINKERS, is_acronym, place_names, word_list, word_lists
from variorum.text.parsing.parse import Parse

RUN_LIMIT = 24  # words; the longest official names have about fifteen, and a page in capitals must not cost its length squared
_ELISIONS = frozenset({"s", "re", "ve", "ll", "d", "m", "t"})
_NOT_PROPER = frozenset({"VERB", "AUX", "ADV", "ADP", "DET", "PRON", "SCONJ", "CCONJ", "INTJ", "NUM", "PART"})


class Use:
    """How the article uses its words: in capitals within sentences, in small letters, and the tagger's class of each."""

    def __init__(self, words: list[Word], parse: Parse, shown: str, headline: frozenset[int]) -> None:
        self.headline = headline
        self.small: Counter[str] = Counter(word.text for word in words if word.text.islower())
        self.opening = {i for i, word in enumerate(words) if word.capital and i not in headline and opens_sentence(shown, word.start)}
        self.inside = Counter(word.text for i, word in enumerate(words) if word.capital and i not in headline and i not in self.opening)
        hyphened = {i for i, word in enumerate(words) if word.glue == "-"}
        self.alone = {word.text for i, word in enumerate(words) if i not in hyphened and i + 1 not in hyphened and i not in headline}
        self.tags = {token.idx: token.pos_ for token in parse.doc}
        pairs = ((word, words[i + 1]) for i, word in enumerate(words[:-1]) if i in self.opening)
        self.leading = {word.text for word, after in pairs if after.glue == " " and after.capital and self.tags.get(word.start) == "PROPN"}

    def only_opens(self, index: int, word: Word, alone: bool) -> bool:
        """True if the capital of a word at the head of a sentence is due to that place."""
        if index not in self.opening or is_acronym(word.text) or word.low in place_names():
            return False
        if word.low in word_lists("openers", "page_words"):
            return True
        if alone and word.low.endswith("ing") and not self.inside[word.text]:
            return True
        inside = self.inside[word.text]
        if inside:
            return self.small[word.low] > inside
        tag = self.tags.get(word.start, "X")
        if word.text in self.leading and not self.small[word.low]:
            return False
        return self.small[word.low] > 0 or tag in _NOT_PROPER or (alone and tag != "PROPN")


def runs(words: list[Word], use: Use) -> Iterator[tuple[int, int]]:
    """First and last index of every stretch of linked capitalised words outside headlines."""
    at = 0
    while at < len(words):
        if at in use.headline or not _begins(words, at):
            at += 1
            continue
        last = at
        while not words[at].tag and (step := _extends(words, at, last, use)):
            last += step
        yield at, last
        at = last + 1


def _begins(words: list[Word], at: int) -> bool:
    word = words[at]
    if word.low in word_list("prefix_particles") and at + 1 < len(words) and words[at + 1].glue == "-" and words[at + 1].capital:
        return word.glue != "-"
    if word.glue == "'" and word.low in _ELISIONS:
        return False
    return word.capital and (word.low not in word_list("not_names") or _given(words, at))


def _given(words: list[Word], at: int) -> bool:
    """True for "Jan" and "April" before a family name, and for "May" and "March" after a given name."""
    if at and words[at].glue == " " and words[at - 1].low in word_list("given_names") - word_list("months_too") and words[at].low in {"may", "march"}:
        return words[at - 1].capital
    after = words[at + 1] if at + 1 < len(words) else None
    if words[at].low not in word_list("months_too") or after is None or after.glue != " ":
        return False
    return after.capital and len(after.text) > 1 and not is_acronym(after.text) and after.low not in word_list("not_names") | place_names()


def _extends(words: list[Word], first: int, last: int, use: Use) -> int:
    """How many more words the run takes in: 0, 1, or more where a linking word leads to the next capital."""
    if last + 1 >= len(words) or words[last + 1].glue is None or last - first >= RUN_LIMIT:
        return 0
    here, after = words[last], words[last + 1]
    not_name = after.low in word_list("not_names") and not (after.glue == "-" and after.text.islower()) and not _given(words, last + 1)
    if after.tag or not_name or last + 1 in use.headline:
        return 0
    if after.glue == ", ":
        return _comma(words, first, last)
    if after.glue == "-":
        return _hyphen(words, first, last, use)
    if after.glue == "'":
        return 1 if here.capital and _apostrophe(here, after) else 0
    if after.capital:
        return 0 if _parts(words, first, last) else 1
    return _link(words, first, last)


def _apostrophe(here: Word, after: Word) -> bool:
    """True for "O'Neil" and "Ja'afar", not for "Lee's" and "it'll"."""
    if after.capital:
        return len(here.text) <= 2
    return after.text.islower() and len(after.text) > 2 and after.low not in _ELISIONS


def _parts(words: list[Word], first: int, last: int) -> bool:
    """True if the capitalised word after `last` begins something else: a sentence, a compound, a second country."""
    after = words[last + 1]
    initial = len(after.text) == 1 and last + 2 < len(words) and words[last + 2].glue == ". " and words[last + 2].capital
    if after.low in word_list("openers") and not initial and not _given(words, last + 1):
        return True
    if after.low in word_list("compound_heads") and last + 2 < len(words) and words[last + 2].glue == "-":
        return True
    so_far = " ".join(word.low for word in words[first : last + 1])
    return so_far in place_names() and after.low in place_names() and f"{so_far} {after.low}" not in place_names()


def _comma(words: list[Word], first: int, last: int) -> int:
    """A comma inside a name: "Washington, D.C.", "Keefe, Bruyette & Woods"."""
    if words[last + 1].text in {"D.C.", "DC"} and words[last].low == "washington":
        return 1
    firm = first == last and words[last + 1].capital and last + 2 < len(words) and words[last + 2].glue in {"&", " & "}
    return 2 if firm and words[last + 2].capital else 0


def _hyphen(words: list[Word], first: int, last: int, use: Use) -> int:
    here, after = words[last], words[last + 1]
    if here.low in word_list("prefix_particles"):
        return 1
    if len(here.text) == 1 and after.capital:  # "R-Calif."
        return 0
    if after.text.islower():
        tail = after.low in word_list("compound_tails") or (after.low.endswith("ed") and len(after.text) > 4)
        return 0 if tail or not after.text.isalpha() or is_acronym(here.text) or here.low in place_names() or after.low in LINKERS else 1
    if not after.capital or here.low in word_list("compound_heads"):
        return 0
    if f"{here.low}-{after.low}" in place_names():
        return 1
    so_far = " ".join(word.low for word in words[first : last + 1])
    if here.text in use.alone or after.text in use.alone:
        return 0
    apart = place_names() | word_list("demonyms")
    return 0 if {so_far, here.low, after.low} & apart or is_acronym(here.text) or is_acronym(after.text) else 1


def _link(words: list[Word], first: int, last: int) -> int:
    """Words that a small linking word adds: "Bank of America", "Ludwig van Beethoven", "Securities and Exchange Commission"."""
    after = words[last + 1]
    if after.low == "d" and last + 2 < len(words) and words[last + 2].glue == "'" and words[last + 2].capital:
        return 2
    if after.low in word_list("particles") and _particles_lead(words, last + 1):
        return next(i for i in range(last + 2, len(words)) if words[i].capital) - last
    ahead = last + 2 + (words[last + 2].low == "the" if last + 2 < len(words) else 0)
    if ahead >= len(words) or not words[ahead].capital or words[ahead].tag or words[ahead].low in word_list("not_names"):
        return 0
    if any(word.glue != " " for word in words[last + 1 : ahead + 1]):
        return 0
    if after.low in {"of", "for", "on"} and _is_head(words, first, last, words[ahead].low, after.low):
        return ahead - last
    if after.low == "and" and ahead == last + 2 and _joins(words, first, last, ahead):
        return 2
    return 0


def _particles_lead(words: list[Word], at: int) -> bool:
    for i in range(at, min(at + 3, len(words))):
        if words[i].capital:
            return i > at and words[i].glue in {" ", "-"}
        if words[i].low not in word_list("particles"):
            return False
    return False


def _is_head(words: list[Word], first: int, last: int, following: str, linker: str) -> bool:
    """True if "of" or "for" goes on with the name: after the head of a body or place, or after a rank before its field."""
    head = words[last].low
    if head in word_list("titles"):
        return linker == "of" and following in word_list("title_fields")
    singular = {head, head.removesuffix("s")}
    if linker == "of":
        bodies = word_lists("organisations", "places") | {"republic", "kingdom", "states", "isle", "strait"}
        return bool(singular & bodies) and not (first == last and head in {"state", "city", "town"} and words[last].text.islower())
    return head in word_list("organisations") and head not in {"corp", "inc", "bank"}


def _joins(words: list[Word], first: int, last: int, ahead: int) -> bool:
    """True if "and" stands inside the name of a body: its last word says so and the first part is no name of its own."""
    pair = f"{words[last].low} and {words[ahead].low}"
    if any(pair in name for name in ("trinidad and tobago", "bosnia and herzegovina", "antigua and barbuda")):
        return True
    end = ahead
    while end + 1 < len(words) and end - ahead < RUN_LIMIT and words[end + 1].capital and words[end + 1].glue == " ":
        end += 1
    if words[end].low not in word_list("organisations") or words[last].low in place_names() | word_list("demonyms") or is_acronym(words[last].text):
        return False
    if any(word.low in {"of", "for"} for word in words[first:last]):
        return True
    return end > ahead and all(word.low in word_list("openers") | place_names() for word in words[first:last])
