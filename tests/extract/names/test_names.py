"""Names: every line of `cases/names.txt` reads as it is marked, and no text breaks the finder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.config import DEFAULT
from variorum.extract.grammar.syntax import read_syntax
from variorum.extract.names.name_marks import find_names
from variorum.records.article import Article
from variorum.records.marks import Name
from variorum.text.parsing.parse import parse_text

CASES = Path(__file__).parents[2] / "cases" / "names.txt"
MARK = re.compile(r"\[\[([^|\]]*)\|([^\]]*)\]\]")


def names_of(text: str) -> tuple[Name, ...]:
    parse = parse_text(text)
    return find_names(Article(text), parse, read_syntax(parse), DEFAULT)


def read_cases() -> list[str]:
    return [line for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("marked", read_cases())
def test_names_read_as_marked(marked: str) -> None:
    """The words in double brackets are the names of the sentence, with their kind after the bar."""
    wanted = MARK.findall(marked)
    found = [(name.text, name.kind) for name in names_of(MARK.sub(r"\1", marked))]
    assert [text for text, _ in found] == [text for text, _ in wanted]
    assert [kind if want != "?" else "?" for (_, kind), (_, want) in zip(found, wanted, strict=True)] == [want for _, want in wanted]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Then President Jan Novak spoke.", "President Jan Novak"),
        ("Then South Korean President Han Dong-wook spoke.", "South Korean President Han Dong-wook"),
        ("Then North Korean leader Ri Chol-su spoke.", "North Korean leader Ri Chol-su"),
        ("The question was put to presidential spokesman Peter Okoro.", "presidential spokesman Peter Okoro"),
        ("A letter came from Undersecretary of Defense Mark Hill.", "Undersecretary of Defense Mark Hill"),
        ("A letter came from National Security Adviser Wu Lin.", "National Security Adviser Wu Lin"),
    ],
)
def test_role_covers_title_and_name(sentence: str, role: str) -> None:
    """The words of rank before a name stand in its role, the country they belong to as well."""
    assert role in [name.role.text for name in names_of(sentence) if name.role]


def test_common_word_at_the_head_of_a_sentence_is_no_name() -> None:
    """A word that the article also writes small is a common word, whatever its capital."""
    found = names_of("The harbour froze. Harbour workers went home. The harbour opened again.")
    assert found == ()


def test_short_form_takes_the_kind_of_the_full_name() -> None:
    """ "Novak" alone is a person because "Jan Novak" is one."""
    found = names_of("Mayor Jan Novak came late. The crowd had waited for Novak. It cheered Novak.")
    assert {name.text: name.kind for name in found} == {"Jan Novak": "person", "Novak": "person"}


def test_headline_in_capitals_finds_only_what_the_prose_names() -> None:
    """In a line of capitals a capital tells nothing; names are those of the text below."""
    text = "MAYOR NOVAK OPENS LONG AWAITED BRIDGE\nMayor Jan Novak opened the bridge. Reporters asked Novak about the price."
    assert [name.text for name in names_of(text)] == ["NOVAK", "Jan Novak", "Novak"]


def test_name_over_the_end_of_a_wrapped_line_is_one_name() -> None:
    """Hand-wrapped text may break inside a name."""
    lines = [
        "the mayor of the old town on the river, Maria",
        "Costa, said that the bridge would be opened soon",
        "and that nobody in the town should have to pay",
        "for it, though some of the older people had been",
        "against it from the very beginning.",
    ]
    assert "Maria\nCosta" in [name.text for name in names_of("\n".join(["It was a cold day in the old town by the sea when", *lines]))]


def test_hashtags_are_names() -> None:
    """A hashtag with a capital is taken as it stands."""
    assert [name.text for name in names_of("They marched for #CleanRivers and home again.")] == ["#CleanRivers"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"aZ.-&'\"\n,#@ ", "Kim ", "of ", "President ", "U.S. ", "al-", "South Korean ", "Bank ", "NATO ", "van "]),
        min_size=1,
        max_size=80,
    )
)
def test_spans_quote_the_text_whatever_it_is(parts: list[str]) -> None:
    """Every name and role quotes its article exactly, and the role ends where the name ends."""
    text = "x " + "".join(parts)
    for name in names_of(text):
        assert text[name.start : name.end] == name.text
        assert name.role is None or (text[name.role.start : name.role.end] == name.role.text and name.role.contains(name))


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_no_text_crashes(text: str) -> None:
    """Any characters are read without an error."""
    names_of(f"a{text}")
