"""Figures in a spaCy pipeline: `nlp.add_pipe("variorum_figures")` after a tagger, a lemmatizer and a parser of English.

Sets `doc.spans["figures"]`, one span for each figure over its tokens, and `span._.figure`, its record. The pipeline's own parse is used.
"""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from variorum.errors import VariorumError
from variorum.figures_only import figures_in, has_word
from variorum.records.article import Article, Span
from variorum.records.excerpt import Excerpt
from variorum.records.frame import Frame, Setting
from variorum.records.marks import Change, Check, Figure, Name, Speaker
from variorum.text.parsing.parse import parse_of

KEY = "figures"
"""Name of the span group."""
_RECORDS = "variorum_figures"  # key in Doc.user_data: id of a figure -> its record in plain types
_CLASSES: dict[str, Any] = {kind.__name__: kind for kind in (Change, Check, Excerpt, Figure, Frame, Name, Setting, Span, Speaker)}


@Language.component("variorum_figures", requires=["token.pos", "token.lemma", "token.dep"], assigns=["doc.spans", "span._.figure"])
def mark_figures(doc: Doc) -> Doc:
    """Mark the figures of a tagged and parsed document; VariorumError if it is not. What a figure holds are characters of `doc.text`."""
    found: tuple[Figure, ...] = ()
    if has_word(doc.text):
        if not all(map(doc.has_annotation, ("POS", "LEMMA", "DEP"))):
            raise VariorumError("variorum_figures needs parts of speech, lemmas and a parse; add it after the components that set them.")
        found = figures_in(Article(doc.text), parse_of(doc))
    spans = [doc.char_span(figure.start, figure.end, label="FIGURE", alignment_mode="expand", span_id=figure.id) for figure in found]
    doc.spans[KEY] = [span for span in spans if span is not None]
    doc.user_data[_RECORDS] = {figure.id: _plain(figure) for figure in found}
    return doc


def figure_of(span: TokenSpan) -> Figure | None:
    """The figure that a span of `doc.spans["figures"]` marks, None for any other span."""
    plain = span.doc.user_data.get(_RECORDS, {}).get(span.id_)
    return _record(plain) if plain else None


TokenSpan.set_extension("figure", getter=figure_of, force=True)  # force: the module may be loaded a second time


def _plain(value: Any) -> Any:
    """A record in types that a document can be saved with and sent to another process: lists that begin with a type's name."""
    if dataclasses.is_dataclass(value):
        return [type(value).__name__, {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}]
    if isinstance(value, Decimal):
        return ["Decimal", str(value)]
    if isinstance(value, tuple):
        return ["tuple", [_plain(item) for item in value]]
    return value


def _record(plain: Any) -> Any:
    """What `_plain` was made from."""
    if not isinstance(plain, list | tuple):
        return plain
    name, value = plain
    if name == "Decimal":
        return Decimal(value)
    if name == "tuple":
        return tuple(_record(item) for item in value)
    return _CLASSES[name](**{key: _record(item) for key, item in value.items()})
