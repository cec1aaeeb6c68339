"""What people decide about figures holds: the same stand in one row of a comparison, the different never do, the wrong in none."""

from __future__ import annotations

import variorum
from variorum.records.dossier import Dossier
from variorum.records.judgement import Judgement, figure_key, parse_judgements, undoing_line

ARTICLES = (
    variorum.Article("The flood in Oldport killed 34 people on Monday, officials said. The harbour was closed.", id="a"),
    variorum.Article("The flood in Oldport killed 36 people on Monday, police said. The harbour lost 12 boats.", id="b"),
    variorum.Article("Officials in Oldport said 34 people were killed when the flood came. The mayor bought 900 tents.", id="c"),
)


def key(article: str, words: str) -> str:
    found = next(article_ for article_ in ARTICLES if article_.id == article)
    figure = next(figure for figure in variorum.extract(found).figures if words in figure.quote)
    return figure_key(found.sha256, figure.start, figure.end)


def rows(*judgements: Judgement) -> list[set[str]]:
    dossier = build(*judgements)
    key_of = {figure.id: f"{figure.article} {figure.quote.split()[0]}" for figure in dossier.figures}
    return [{key_of[member.figure] for member in row.members} for row in dossier.comparisons]


def build(*judgements: Judgement) -> Dossier:
    return variorum.build(ARTICLES, judgements=judgements)


def test_the_rows_without_a_decision() -> None:
    assert rows() == [{"a 34", "b 36", "c 34"}]


def test_different_figures_never_stand_in_one_row() -> None:
    assert rows(Judgement("different", (key("a", "34"), key("b", "36")))) == [{"a 34", "c 34"}]
    assert rows(Judgement("different", (key("a", "34"), key("c", "34")))) in ([{"a 34", "b 36"}], [{"b 36", "c 34"}])


def test_the_same_figures_always_stand_in_one_row() -> None:
    found = rows(Judgement("same", (key("b", "12"), key("c", "900"))))
    assert {"b 12", "c 900"} in found


def test_a_wrong_figure_stands_in_no_row() -> None:
    assert rows(Judgement("wrong", (key("c", "34"),))) == [{"a 34", "b 36"}]


def test_what_is_undone_leaves_no_trace() -> None:
    made = Judgement("different", (key("a", "34"), key("b", "36")))
    undone = parse_judgements(made.line() + undoing_line(made.id))
    assert build(*undone).to_json() == build().to_json()
    assert build(made).to_json() != build().to_json()
