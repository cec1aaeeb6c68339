"""Layout: paragraphs, headings and list items are blocks; a line that was only wrapped goes on."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from variorum.text.layout import blocks, wrap_width

WRAPPED = """The council of the town said that the new bridge
over the river will at last be opened on Friday by
the mayor of the town and by all of the
citizens who helped to build it over the years that
it took to find the money.

A second bridge is planned for the north of the
town."""


def parts(text: str) -> list[str]:
    return [span.of(text) for span in blocks(text)]


def test_paragraphs_are_blocks() -> None:
    assert parts("The dam broke.\n\nNine people died.\n") == ["The dam broke.", "Nine people died."]


def test_lines_that_close_are_blocks() -> None:
    assert parts("The dam broke.\nNine people died.") == ["The dam broke.", "Nine people died."]


def test_a_headline_is_a_block_of_its_own() -> None:
    assert parts("Dam breaks in Oldport\n\nThe dam broke on Monday.") == ["Dam breaks in Oldport", "The dam broke on Monday."]


def test_a_wrapped_sentence_is_one_block() -> None:
    """Lines cut by hand in mid-sentence belong together; the paragraph still ends where it ends."""
    found = parts(WRAPPED)
    assert len(found) == 2
    assert found[0].startswith("The council")
    assert found[0].endswith("the money.")
    assert wrap_width(WRAPPED.splitlines()) in range(30, 60)


def test_list_items_are_blocks() -> None:
    assert parts("- a road that ends\n- a bridge that fell\n1. a dam") == ["- a road that ends", "- a bridge that fell", "1. a dam"]


def test_empty_lines_are_no_blocks() -> None:
    assert parts("\n \n\t\nText here.\n \n") == ["Text here."]
    assert blocks("") == ()


def test_text_that_nobody_wrapped_has_no_width() -> None:
    assert wrap_width(["The dam broke.", "Nine people died.", "The rain went on."]) is None


@given(st.text(st.sampled_from("aZ .\n-1)“”\r\x0b\u2028"), max_size=300))
def test_blocks_are_in_order_and_hold_every_word(text: str) -> None:
    """Blocks never overlap, and no letter stands outside of them."""
    found = blocks(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    outside = text
    for span in reversed(found):
        outside = outside[: span.start] + outside[span.end :]
    assert not outside.strip()
