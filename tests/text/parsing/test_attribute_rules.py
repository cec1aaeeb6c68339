"""Remembered rules give each token what spaCy's own matcher gives it."""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.util import is_package

from tests.extract.figures.figure_cases import read_cases
from variorum.text.parsing.attribute_rules import NAME, remember
from variorum.text.parsing.parse import MODELS, pipeline

PAIRS = ["There are 12 boats.", "They ain't gonna pay, y'all.", "Let's go, you gotta see it.", "C'mon, somethin's up."]
ODD = "there are is ai n't gon na got ta let 's c'm on y' all I do had been the 5 boats that if \n \t ."
WORDS = st.lists(st.sampled_from(ODD.split(" ")), max_size=12)


@cache
def plain() -> Language:
    """The pipeline with spaCy's own matching of rules."""
    nlp: Language = pipeline.__wrapped__()
    nlp.remove_pipe(NAME)
    for name in ("attribute_ruler", "lemmatizer"):
        nlp.enable_pipe(name)
    return nlp


def fresh() -> Language:
    """The model as spaCy loads it."""
    name = next(filter(is_package, MODELS))
    nlp: Language = importlib.import_module(name).load(exclude=["ner"])
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
    """A model whose rules ask for another attribute, or set one, keeps spaCy's own components."""
    assert remember(fresh())
    odd: list[tuple[dict[int | str, Any], dict[str, str]]] = [({"SHAPE": "dddd"}, {"POS": "NUM"}), ({"LOWER": "ferry"}, {"NORM": "boat"})]
    for pattern, attributes in odd:
        nlp = fresh()
        ruler = nlp.get_pipe("attribute_ruler")
        assert isinstance(ruler, AttributeRuler)
        ruler.add([[pattern]], attributes)
        assert not remember(nlp)
        assert nlp.pipe_names[-2:] == ["attribute_ruler", "lemmatizer"]


def test_what_a_token_is_given_twice_is_the_same() -> None:
    """A document seen before, and one of the same words in which a pair stands."""
    for text in ("It is all they got.", "They got ta go.", "It is all they got.", "There is all they got."):
        assert read(pipeline(), text) == read(pipeline(), text) == read(plain(), text)
