"""Descriptions: what a sentence says of a name, and the nouns with "the" that are left to the reader; no text breaks the finder."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.config import DEFAULT
from variorum.extract.grammar.syntax import read_syntax
from variorum.extract.names.descriptions import find_descriptions
from variorum.extract.names.name_marks import find_names
from variorum.records.article import Article
from variorum.records.marks import Description, Name
from variorum.text.parsing.parse import parse_text


def read(text: str) -> tuple[tuple[Name, ...], tuple[Description, ...]]:
    parse = parse_text(text)
    syntax = read_syntax(parse)
    names = find_names(Article(text), parse, syntax, DEFAULT)
    return names, find_descriptions(syntax, names)


@pytest.mark.parametrize(
    ("text", "words", "head", "narrowed", "within"),
    [
        ("They waited for the bank.", "the bank", "bank", (), ()),
        ("They waited for the vice president.", "the vice president", "president", ("vice",), ()),
        ("They waited for the South Korean foreign minister.", "the South Korean foreign minister", "minister", ("foreign",), ("south korea",)),
        ("The crowd waited for Norway's navy.", "Norway's navy", "navy", (), ("Norway",)),
        ("They met the leader of Black Banner in May.", "the leader of Black Banner", "leader", (), ("Black Banner",)),
        ("Swiss authorities said nothing.", "Swiss authorities", "authorities", (), ("switzerland",)),
    ],
)
def test_a_description_is_read_with_what_narrows_it(text: str, words: str, head: str, narrowed: tuple[str, ...], within: tuple[str, ...]) -> None:
    (found,) = read(text)[1]
    assert (found.text, found.head, found.narrowed, found.within, found.about) == (words, head, narrowed, within, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jan Novak, the mayor of the town, left.", "Jan Novak"),
        ("The mayor, Jan Novak, left.", "Jan Novak"),
        ("Jan Novak is the mayor.", "Jan Novak"),
        ("Officials blamed the Black Banner group.", "Black Banner"),
    ],
)
def test_a_description_in_apposition_is_of_its_name(text: str, name: str) -> None:
    found = [description.about.text for description in read(text)[1] if description.about]
    assert found == [name]


@pytest.mark.parametrize(
    "text",
    [
        "They waited for another bank.",
        "They waited for a bank.",
        "They waited for the other president.",
        "They waited for the bank that had failed.",
        "They waited for the two presidents.",
        "They waited for her president.",
        "They waited for the bank manual.",
    ],
)
def test_what_means_something_new_is_no_description(text: str) -> None:
    """A new, another, or more closely described one is not the one that was named before."""
    assert [found for found in read(text)[1] if found.head in {"bank", "president"}] == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("They fear the militant group Black Banner.", "militant group Black Banner"),
        ("They live in the northern Kenyan town of Kumbe.", "northern Kenyan town of Kumbe"),
        ("They wrote to Sweden's Northwind Energy.", "Sweden's Northwind Energy"),
        ("They sang with the Norwegian cello student Anna Holm.", "Norwegian cello student Anna Holm"),
        ("They met the harbour union's secretary Anna Holm.", "harbour union's secretary Anna Holm"),
    ],
)
def test_the_words_before_a_name_that_describe_it_are_its_role(text: str, role: str) -> None:
    assert role in [name.role.text for name in read(text)[0] if name.role]


@pytest.mark.parametrize(
    "text", ["The day Anna Holm sang was cold.", "They met in the capital of Kenya.", "The banks Oldstar and Northwind cut jobs."]
)
def test_words_that_do_not_describe_a_name_are_no_role(text: str) -> None:
    assert [name.role for name in read(text)[0] if name.role] == []


PARTS = [
    "the ",
    "The ",
    "president ",
    "President ",
    "bank ",
    "of ",
    "Kenya",
    "'s ",
    "Anna Holm",
    ", ",
    "a ",
    "militants ",
    "South Korean ",
    "is ",
    ". ",
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from([*PARTS, "-", "\u201c", "\n", "\n\n", "@AbC ", "#X", "\U0001f600", "\x00"]), min_size=1, max_size=60))
def test_spans_quote_the_text_whatever_it_is(parts: list[str]) -> None:
    """Every description and role quotes its article, and what it is about is one of the names."""
    text = "x " + "".join(parts)
    names, found = read(text)
    places = {(name.start, name.end, name.text) for name in names}
    for description in found:
        assert text[description.start : description.end] == description.text
        assert description.about is None or (description.about.start, description.about.end, description.about.text) in places
    for name in names:
        assert name.role is None or (text[name.role.start : name.role.end] == name.role.text and name.role.end == name.end)
