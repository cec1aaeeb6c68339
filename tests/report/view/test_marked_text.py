"""Texts cut at their marks lose nothing, however the marks lie."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.records.article import Span
from variorum.report.hostile_text import one_line, visible
from variorum.report.view.context import around
from variorum.report.view.marked_text import Mark, broken_marks, cut_segments

SPANS = st.tuples(st.integers(0, 28), st.integers(1, 12)).map(lambda pair: Span(pair[0], min(pair[0] + pair[1], 29)))
TEXT = "Neither a word is lost nor one"


@given(st.lists(st.lists(SPANS, min_size=1, max_size=3), max_size=8))
def test_text_and_marks_survive_in_any_arrangement(groups: list[list[Span]]) -> None:
    marks = [Mark(f"m{number}", "figure", tuple(spans)) for number, spans in enumerate(groups)]
    segments = cut_segments(TEXT, marks)
    assert "".join(segment.text for segment in segments) == TEXT
    stack: list[str] = []
    inside: dict[str, set[int]] = {mark.id: set() for mark in marks}
    here = 0
    for segment in segments:
        if segment.kind == "open" and segment.mark:
            stack.append(segment.mark.id)
        elif segment.kind == "close" and segment.mark:
            assert stack.pop() == segment.mark.id, "marks close in the order in which they opened"
        for key in stack:
            inside[key] |= set(range(here, here + len(segment.text)))
        here += len(segment.text)
    assert stack == []
    for mark in marks:
        assert inside[mark.id] == {place for span in mark.spans for place in range(span.start, span.end)}


def test_a_mark_is_broken_only_where_another_crosses_it() -> None:
    nested = [Mark("outer", "statement", (Span(0, 20),)), Mark("inner", "figure", (Span(5, 20),))]
    assert broken_marks(cut_segments(TEXT, nested)) == ()
    crossing = [Mark("left", "statement", (Span(0, 10),)), Mark("right", "figure", (Span(5, 15),))]
    assert broken_marks(cut_segments(TEXT, crossing)) == ("right",)


@given(st.text(min_size=1), st.data())
def test_a_quotation_and_its_sentence_are_the_articles_own_characters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    before, after = around(text, span)
    assert text[: span.start].endswith(before.removeprefix("… "))
    assert text[span.end :].startswith(after.removesuffix(" …"))


def test_the_sentence_around_a_figure_does_not_end_at_an_abbreviation() -> None:
    text = "It rained. The U.S. Senate paid Gen. Holm $5 million on Tuesday. Then it stopped."
    start = text.index("$5 million")
    assert around(text, Span(start, start + 10)) == ("The U.S. Senate paid Gen. Holm ", " on Tuesday.")


def test_a_long_sentence_is_cut_at_words() -> None:
    text = "word " * 100 + "HERE" + " word" * 100
    before, after = around(text, Span(500, 504))
    assert before.startswith("… word ")
    assert after.endswith(" word …")
    assert len(before) < 180 > len(after)


@given(st.text())
def test_what_is_visible_steers_nothing(text: str) -> None:
    assert not set(visible(text)) & set("\x00\x07\x1b\x7f\x9b\u202e\u2066\ud800")
    assert "\n" not in one_line(text)
