"""Remembered rules give each token what spaCy's own matcher gives it."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import AttributeRuler

from tests.extract.figure_cases import read_cases
from variorum.text.attribute_rules import remember
from variorum.text.parse import pipeline

PAIRS = ["There are 12 boats.", "They ain't gonna pay, y'all.", "Let's go, you gotta see it.", "C'mon, somethin's up."]
ODD = "there are is ai n't gon na got ta let 's c'm on y' all I do had been the 5 boats that if \n \t ."
WORDS = st.lists(st.sampled_from(ODD.split(" ")), max_size=12)


@cache
def plain() -> Language:
    """The pipeline with spaCy's own matching of rules."""
    nlp: Language = pipeline.__wrapped__()
    del vars(nlp.get_pipe("attribute_ruler"))["match"]
    return nlp


def read(nlp: Language, text: str) -> list[tuple[object, ...]]:
    return [(token.text, token.tag_, token.pos_, str(token.morph), token.lemma_, token.dep_, token.head.i) for token in nlp(text)]


def test_every_test_sentence_reads_the_same() -> None:
    for text in [*PAIRS, *(case.text for case in read_cases()[::3])]:
        assert read(pipeline(), text) == read(plain(), text)


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_odd_word_orders_read_the_same(words: list[str]) -> None:
    text = " ".join(words)
    assert read(pipeline(), text) == read(plain(), text)


def test_rules_that_look_at_more_are_left_alone() -> None:
    """A model whose rules ask for another attribute keeps spaCy's matching."""
    ruler = AttributeRuler(pipeline().vocab)
    ruler.add([[{"SHAPE": "dddd"}]], {"POS": "NUM"})
    remember(ruler)
    assert "match" not in vars(ruler)
