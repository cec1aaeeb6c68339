"""Marked sentences: read a case file into texts and the words that are marked in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from variorum.config import DEFAULT
from variorum.extract.grammar.syntax import read_syntax
from variorum.extract.names.name_marks import find_names
from variorum.extract.positions.position_marks import find_positions
from variorum.extract.statements.statement_marks import find_statements
from variorum.records.article import Article
from variorum.records.marks import Position, Statement
from variorum.text.parsing.parse import parse_text

CASES = Path(__file__).parent.parent / "cases"
_MARK = re.compile(r"\[\[|\]\]|\{\{|\}\}|\(\(|\)\)")
_KINDS = {"[[": "speaker", "{{": "cue", "((": "content"}


@dataclass(frozen=True, slots=True)
class Case:
    """One marked sentence: its label, its text without marks, the places marked, who the speaker stands for, and what follows `->`."""

    label: str
    text: str
    marks: tuple[tuple[str, int, int], ...]
    stands_for: str | None
    result: str | None

    def words(self, kind: str) -> list[str]:
        """The words marked as `kind`, in order."""
        return [self.text[start:end] for name, start, end in self.marks if name == kind]


def read_blocks(name: str) -> Iterator[tuple[str, list[str]]]:
    """The sentences of one file of `tests/cases`, each with the lines set in below it; those that have none are left out."""
    sentence, lines = "", list[str]()
    for line in [*(CASES / name).read_text("utf-8").splitlines(), "# end"]:
        if line.startswith("  "):
            lines.append(line.strip())
        elif line:
            if lines:
                yield sentence, lines
            sentence, lines = line, []


def read_cases(name: str) -> list[Case]:
    """The cases of one file of `tests/cases`; empty lines and those that begin with # are left out."""
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [_case(line) for line in lines if line.strip() and not line.startswith("#")]


def _case(line: str) -> Case:
    label, marked = line.split(": ", 1)
    marked, _, result = marked.partition(" -> ")
    marked = marked.replace(" / ", "\n\n")
    equals = re.search(r"\[\[[^\]]*?( = ([^\]]*))\]\]", marked)
    if equals:
        marked = marked[: equals.start(1)] + marked[equals.end(1) :]
    text, marks, opened, at = "", [], [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark.group() in _KINDS:
            opened.append((_KINDS[mark.group()], len(text)))
        else:
            kind, start = opened.pop()
            marks.append((kind, start, len(text)))
    return Case(label, text + marked[at:], tuple(marks), equals.group(2) if equals else None, result or None)


def statements_of(text: str) -> tuple[Statement, ...]:
    """The statements of a text, read as an article is read."""
    article = Article(text=text)
    parse = parse_text(text)
    syntax = read_syntax(parse)
    return find_statements(article, syntax, find_names(article, parse, syntax, DEFAULT), DEFAULT)


def positions_of(text: str) -> tuple[Position, ...]:
    """The positions of a text, read as an article is read."""
    article = Article(text=text)
    parse = parse_text(text)
    syntax = read_syntax(parse)
    names = find_names(article, parse, syntax, DEFAULT)
    return find_positions(article, syntax, names, find_statements(article, syntax, names, DEFAULT), DEFAULT)
