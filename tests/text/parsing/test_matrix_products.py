"""Matrix products: the parser's go through numpy on one thread, and the process gets its threads back."""

from __future__ import annotations

import pytest
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from variorum.text.parsing.matrix_products import one_thread, use_numpy
from variorum.text.parsing.parse import parse_text, pipeline


def threads() -> list[int]:
    return [library["num_threads"] for library in ThreadpoolController().select(user_api="blas").info()]


def test_the_number_of_threads_is_held_and_given_back() -> None:
    """Also where two blocks overlap, as in two threads."""
    before = threads()
    with one_thread():
        assert set(threads()) <= {1}
        with one_thread():
            assert set(threads()) <= {1}
        assert set(threads()) <= {1}
    assert threads() == before


def test_an_error_gives_the_threads_back() -> None:
    before = threads()
    with pytest.raises(ZeroDivisionError), one_thread():
        _ = 1 / 0
    assert threads() == before


def test_both_libraries_give_one_parse() -> None:
    """The same words and tree, whichever multiplies."""
    text = "At least 60 people were hurt when the ferry, which carried 300, struck the pier that the council of Oldport had closed in May."
    nlp = pipeline.__wrapped__()
    for _, component in nlp.pipeline:
        if model := getattr(component, "model", None):
            for node in model.walk():
                node.ops = NumpyOps(use_blis=True)
    plain = [(token.text, token.tag_, token.dep_, token.head.i) for token in nlp(text)]
    use_numpy(nlp)
    assert [(token.text, token.tag_, token.dep_, token.head.i) for token in nlp(text)] == plain
    assert [(token.text, token.tag_, token.dep_, token.head.i) for token in parse_text(text).doc] == plain
