"""Parsing: tokens stand at their place in the text, sentences keep to their block, and no text is too odd."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.config import Config
from variorum.text.parsing.parse import Parse, parse_text


def sentences(parse: Parse) -> list[str]:
    return [sentence.text.strip() for sentence in parse.sentences]


def test_offsets_of_tokens_hold_in_the_text() -> None:
    """Typographic marks are folded for the parser, one for one."""
    text = "“The city’s bridge”, she said — 5–10 km away — “is safe”."
    parse = parse_text(text)
    assert [token.idx for token in parse.doc] == parse.starts
    assert len(parse.folded) == len(text)
    for token in parse.doc:
        assert parse.folded[token.idx : token.idx + len(token)] == token.text


def test_a_sentence_never_crosses_a_block() -> None:
    """A headline without a stop is its own sentence."""
    assert sentences(parse_text("Dam breaks in Oldport\n\nNine people died on Monday.")) == ["Dam breaks in Oldport", "Nine people died on Monday."]


def test_a_wrapped_line_is_read_through() -> None:
    """A line break inside a block is a space for the parser, and stays a line break in the text."""
    text = "The council of the town said that the new bridge\nover the river will be opened.\n\nIt rained."
    parse = parse_text(text)
    assert parse.text == text
    assert len(parse.sentences) == 2


def test_long_texts_are_parsed_in_chunks_that_change_no_offset() -> None:
    text = "\n\n".join(f"The mayor of town {number} opened the bridge." for number in range(60))
    whole, chunked = parse_text(text), parse_text(text, Config(chunk_characters=300))
    assert [token.idx for token in whole.doc] == [token.idx for token in chunked.doc]
    assert sentences(whole) == sentences(chunked)


@pytest.mark.parametrize("offset", [-1, 0, 3, 4, 13, 14, 1000])
def test_the_token_at_an_offset(offset: int) -> None:
    """The token that covers a character; none on the space between two, nor outside of the text."""
    text = "Dam breaks now"
    token = parse_text(text).token_at(offset)
    inside = 0 <= offset < len(text) and not text[offset].isspace()
    assert (token is not None) == inside
    assert token is None or token.idx <= offset < token.idx + len(token)


def test_the_same_text_parses_the_same() -> None:
    """Whatever was read before: each text is parsed alone."""
    text = "At least 60 people were hurt in the harbour, the mayor said."
    first = [(token.text, token.dep_, token.head.i) for token in parse_text(text).doc]
    parse_text("Something else entirely, of 12 towns.")
    assert [(token.text, token.dep_, token.head.i) for token in parse_text(text).doc] == first


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_no_text_breaks_the_parser(text: str) -> None:
    """Nulls, half emoji, lone marks: tokens stay in order and in the text."""
    parse = parse_text(text)
    assert all(a.idx + len(a) <= b.idx for a, b in itertools.pairwise(parse.doc))
    assert not len(parse.doc) or parse.doc[-1].idx + len(parse.doc[-1]) <= len(text)
