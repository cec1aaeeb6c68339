"""Statements: who said what, in marked sentences and in any text at all."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.marked import Case, read_cases, statements_of
from variorum.records.marks import Statement
from variorum.text.layout import blocks
from variorum.text.quotes import inner_quotations, quotations

CASES = read_cases("statements.txt")
PIECES = st.sampled_from(
    ["“", "”", '"', "'", "‘", "’", ",", ".", ":", "?", "—", "\n\n", "\n", " said ", " Anna Berg ", " he ", " told ", "according to ", "that ",
     "''", "``", "«", "»", "„", " — Anna Berg (@aberg) May 3", "@aberg: ", "[", "]",
     "the talks had failed", "We will win", "reportedly ", "\x00", "🙂", " ", "“We will win,” said Anna Berg. "]
)  # fmt: skip


def plain(words: str) -> str:
    return words.strip(" .,;:")


def matches(case: Case, statement: Statement) -> bool:
    """True if the contents are the marked ones, outer punctuation left out."""
    return [plain(part.text) for part in statement.contents] == [plain(words) for words in case.words("content")]


@pytest.mark.parametrize("case", [case for case in CASES if case.words("content")], ids=lambda case: case.text[:60])
def test_marked_statement(case: Case) -> None:
    """The marked content is found with the marked speaker, cue and kind."""
    found = statements_of(case.text)
    same = [statement for statement in found if matches(case, statement)]
    assert same, [[part.text for part in statement.contents] for statement in found]
    statement = same[0]
    assert statement.kind == case.label
    if case.words("cue"):
        assert statement.cue is not None
        assert statement.cue.text in case.words("cue")[0] or case.words("cue")[0] in statement.cue.text
    if case.words("speaker"):
        assert statement.speaker is not None
        assert plain(statement.speaker.text) in plain(case.words("speaker")[0])
    if case.stands_for:
        assert statement.speaker is not None
        assert statement.speaker.name == (statement.speaker.text if case.stands_for == "?" else case.stands_for)


@pytest.mark.parametrize("case", [case for case in CASES if case.label == "none"], ids=lambda case: case.text[:60])
def test_no_statement(case: Case) -> None:
    """Plain facts, titles and words set off by marks are nobody's statement."""
    assert statements_of(case.text) == ()


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150


def test_hearsay_has_no_speaker() -> None:
    """ "reportedly" attributes without a source."""
    (statement,) = statements_of("The rebels reportedly left the town on Sunday.")
    assert statement.speaker is None
    assert statement.cue is not None
    assert statement.cue.text == "reportedly"


def test_odd_mark_does_not_swallow_the_rest() -> None:
    """A mark that is never closed leaves the speech after it to its own speaker."""
    found = statements_of(
        'He shouted "stop and ran off into the dark street.\n\nAnna Berg said the bridge was safe. "We checked it twice," she said.'
    )
    assert any(statement.contents[0].text == "the bridge was safe" for statement in found)
    assert any(statement.kind == "direct" and statement.contents[0].text == '"We checked it twice,"' for statement in found)


def test_quotation_over_paragraphs_is_one_statement() -> None:
    """Each paragraph opens the marks anew, only the last closes them: one speaker, one statement."""
    found = statements_of("Anna Berg said: “We will rebuild the bridge.\n\n“It will take three years.\n\n“And it will be free.”")
    direct = [statement for statement in found if statement.kind == "direct"]
    assert len(direct) == 1
    assert len(direct[0].contents) == 3
    assert direct[0].speaker is not None
    assert direct[0].speaker.text == "Anna Berg"


def test_statements_come_in_the_order_of_the_text() -> None:
    found = statements_of("Anna Berg said the bridge was safe. Paul Stern denied that the port was sold. “I am tired of this,” said Anna Berg.")
    assert [statement.span.start for statement in found] == sorted(statement.span.start for statement in found)
    assert len(found) == 3


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=30).map("".join).filter(lambda text: any(char.isalnum() for char in text)))
def test_every_cell_quotes_exactly(text: str) -> None:
    """Contents, speaker, antecedent and cue are the text's own characters, whatever the text."""
    for statement in statements_of(text):
        speaker = statement.speaker
        cells = [*statement.contents, statement.cue, speaker, speaker.stands_for if speaker else None]
        for cell in cells:
            if cell is not None:
                assert cell.of(text) == cell.text
                assert cell.text.strip()


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=25).map("".join).filter(lambda text: any(char.isalnum() for char in text)))
def test_without_marks_nothing_is_direct(text: str) -> None:
    bare = text.translate({ord(mark): " " for mark in "“”„«»\"'‘’`"})
    if any(char.isalnum() for char in bare):
        assert not any(statement.kind == "direct" for statement in statements_of(bare))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=30).map("".join).filter(lambda text: any(char.isalnum() for char in text)))
def test_marks_stand_only_around_what_is_quoted(text: str) -> None:
    """Direct speech lies in quotation marks of the source, and its own marks are those."""
    outer = quotations(text, blocks(text))
    spans = [*outer, *(inner for quotation in outer for inner in inner_quotations(text, quotation))]
    for statement in statements_of(text):
        if statement.kind == "direct":
            assert all(any(span.contains(part) for span in spans) for part in statement.contents)


@pytest.mark.parametrize("mark", ['"', "“", "'", "‘", "’", '“"', "''", "``"])
def test_nothing_but_quotation_marks(mark: str) -> None:
    """100,000 quotation marks are read in one pass and say nothing."""
    assert all(len(statement.contents) == 1 for statement in statements_of(mark * (100_000 // len(mark)) + " a"))


@pytest.mark.parametrize("piece", ['"', "'", "“", "''", "he said “a ", "x' ", '"We won," said Anna Berg. '])
def test_work_on_quotation_marks_grows_with_the_text_not_its_square(piece: str) -> None:
    """Four times the marks take about four times as long; with quadratic work it were sixteen times."""

    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        parts = blocks(text)
        began = time.process_time()
        for quotation in quotations(text, parts):
            inner_quotations(text, quotation)
        return time.process_time() - began

    short, long = (min(seconds(size) for _ in range(4)) for size in (20_000, 80_000))
    assert long < 10 * short + 0.1


def test_a_long_report_with_many_voices() -> None:
    """Quotations, reports, a post and a signed word in one article, each with its own speaker."""
    found = statements_of(REPORT)
    told = [(statement.kind, statement.speaker.name if statement.speaker else None, statement.contents[0].text[:24]) for statement in found]
    for expected in (
        ("indirect", "Anna Berg", "the old bridge would be "),
        ("direct", "Anna Berg", "“We know what this means"),
        ("direct", "Anna Berg", "“It was not an easy vote"),
        ("indirect", "Paul Stern", "the council had hidden t"),
        ("direct", "Paul Stern", "“They knew in March,”"),
        ("indirect", "The Coast Daily", "an engineer warned the c"),
        ("indirect", "Coast Guard North", "The channel stays open f"),
        ("direct", "Maria Lund", "“My shop lives from that"),
        ("indirect", None, "The company reportedly a"),
    ):
        assert expected in told, told


REPORT = """Anna Berg, the mayor of Norwick, said on Friday that the old bridge would be closed for a year.

“We know what this means for the people on the other bank,” Berg told reporters. “We have asked the ferry company for twelve more trips a day. \
We have asked the state for money.

“And we will tell you every month how far we are,” she added.

“It was not an easy vote for anybody in this town hall.”

Paul Stern, a dock worker who leads the union, claimed that the council had hidden the cracks. “They knew in March,” he said. \
The Coast Daily reported last week that an engineer warned the council twice.

The channel stays open for small boats, and we will keep two crews at the pier. — Coast Guard North (@cgnorth) May 3, 2024

The company reportedly asked for a higher price. The word “bridge” is on every wall.

“My shop lives from that road and nothing else.” — Maria Lund, baker
"""
