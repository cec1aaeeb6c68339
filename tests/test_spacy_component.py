"""Figures in a spaCy pipeline: spans over tokens, each with its record, without a second parse."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import variorum
from variorum.errors import VariorumError
from variorum.spacy_component import figure_of
from variorum.text.parsing import parse

TEXT = "The council will pay “at least €650m a year” for the pier. The toll on lorries falls from 18 percent to 15 percent."


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The English model with figures at its end."""
    model = parse.pipeline.__wrapped__()  # a pipeline of its own: components added here must not stay
    model.add_pipe("variorum_figures")
    return model


def test_each_figure_is_a_span_with_its_record(nlp: Language) -> None:
    doc = nlp(TEXT)
    lease, toll = doc.spans["figures"]
    assert (lease.text, lease.label_, toll.text) == ("at least €650m a year", "FIGURE", "from 18 percent to 15 percent")
    assert (lease._.figure.low, lease._.figure.unit, lease._.figure.per) == (Decimal("650000000"), "EUR", "year")
    assert toll._.figure.change.from_ == 18
    assert toll._.figure.clause.of(TEXT) == toll._.figure.clause.text


def test_the_records_are_those_of_figures(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert tuple(span._.figure for span in doc.spans["figures"]) == variorum.figures(TEXT)


def test_a_figure_that_ends_inside_a_token_takes_the_whole_token(nlp: Language) -> None:
    """The record keeps the exact characters."""
    doc = nlp("A crowd of 4,000/5,000people came.")
    for span in doc.spans["figures"]:
        figure = span._.figure
        assert span.start_char <= figure.start < figure.end <= span.end_char
        assert doc.text[figure.start : figure.end] == figure.quote


def test_any_other_span_has_no_figure(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert figure_of(doc[0:2]) is None
    assert spacy.blank("en")("5 km")[0:1]._.figure is None


def test_the_document_is_not_parsed_again(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Language:
        raise AssertionError("the component parsed the text itself")

    monkeypatch.setattr(parse, "pipeline", refuse)
    assert len(nlp(TEXT).spans["figures"]) == 2


def test_figures_stay_with_a_saved_document(nlp: Language) -> None:
    """A document that went to another process or to a file keeps its figures."""
    doc = nlp(TEXT)
    found = [span._.figure for span in doc.spans["figures"]]
    copy = Doc(spacy.blank("en").vocab).from_bytes(doc.to_bytes())
    assert [span._.figure for span in copy.spans["figures"]] == found
    stored = next(DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab))
    assert [span._.figure for span in stored.spans["figures"]] == found


def test_a_document_without_a_parse_is_refused() -> None:
    blank = spacy.blank("en")
    blank.add_pipe("variorum_figures")
    with pytest.raises(VariorumError, match="needs parts of speech, lemmas and a parse"):
        blank("The pier is 5 km long.")


@pytest.mark.parametrize("text", ["", "…", "\n\n"])
def test_a_document_without_a_word_has_no_figures(nlp: Language, text: str) -> None:
    assert len(nlp(text).spans["figures"]) == 0


def test_spacy_finds_the_component_by_itself() -> None:
    """Through the package's entry point: nothing of Variorum is imported by hand."""
    code = "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('variorum_figures'); print(nlp.pipe_names)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout.strip()) == (0, "['variorum_figures']"), run.stderr
