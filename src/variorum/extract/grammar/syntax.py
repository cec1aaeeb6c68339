"""A parse as plain lists, one entry per token, so that rules can walk the tree quickly and cut exact words from it."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field

from variorum.text.parsing.parse import Parse
from variorum.text.quotes import Quotation

CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "conj", "pcomp", "csubj", "xcomp", "csubjpass"})


@dataclass(frozen=True, slots=True)
class Syntax:
    """The tokens of one article. Every list has one entry per token; `head` of a root is the token itself.

    `start` and `end` are character offsets, `left` and `right` the first and last token of the subtree, `quote` the number of the
    quotation that holds the token (-1 outside all), `sentence` and `block` the number of its sentence and of its paragraph.
    """

    text: str
    quotations: tuple[Quotation, ...]
    start: list[int]
    end: list[int]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    kids: list[list[int]]
    left: list[int]
    right: list[int]
    quote: list[int]
    sentence: list[int]
    block: list[int]
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.start)

    def children(self, token: int, *labels: str) -> list[int]:
        """Children of a token with one of these dependency labels, in the order of the text."""
        return [kid for kid in self.kids[token] if self.dep[kid] in labels]

    def child(self, token: int, *labels: str) -> int | None:
        """The first child of a token with one of these labels, None if it has none."""
        return next((kid for kid in self.kids[token] if self.dep[kid] in labels), None)

    def is_verb(self, token: int) -> bool:
        return self.pos[token] in ("VERB", "AUX")

    def sentence_range(self, token: int) -> tuple[int, int]:
        """First and last token of the sentence that holds `token`."""
        number = self.sentence[token]
        return self.first[number], self.last[number]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds a character, or of the one before it."""
        return self.sentence[max(0, bisect.bisect_right(self.start, offset) - 1)]

    def clause(self, token: int) -> int:
        """The verb at the top of the clause that holds `token`: the nearest ancestor, or the token itself, that heads a clause."""
        for _ in range(len(self.start)):
            if (self.dep[token] in CLAUSES and self.is_verb(token)) or self.head[token] == token:
                return token
            token = self.head[token]
        return token


def read_syntax(parse: Parse) -> Syntax:
    """The parse of one article as lists. Linear in the number of tokens."""
    doc = parse.doc
    strings = doc.vocab.strings
    names: dict[int, str] = {0: ""}
    rows = doc.to_array(["LEMMA", "POS", "TAG", "DEP", "HEAD", "SENT_START", "ORTH"])

    def column(at: int) -> list[str]:
        out = []
        for value in rows[:, at].tolist():
            if value not in names:
                names[value] = strings[value]
            out.append(names[value])
        return out

    count = len(doc)
    start = parse.starts
    words = column(6)
    head = [at + _signed(step) for at, step in enumerate(rows[:, 4].tolist())]
    kids: list[list[int]] = [[] for _ in range(count)]
    for at, over in enumerate(head):
        if over != at:
            kids[over].append(at)
    left, right = _edges(head)
    sentence, first, last = _sentences([_signed(value) == 1 or at == 0 for at, value in enumerate(rows[:, 5].tolist())])
    ends = [at + len(word) for at, word in zip(start, words, strict=True)]
    return Syntax(
        parse.text, parse.quotations, start, ends, [word.lower() for word in words], [lemma.lower() for lemma in column(0)],
        column(1), column(2), column(3), head, kids, left, right, _covering(start, [(q.start, q.end) for q in parse.quotations]), sentence,
        _covering(start, [(b.start, b.end) for b in parse.blocks]), first, last,
    )  # fmt: skip


def _edges(head: list[int]) -> tuple[list[int], list[int]]:
    """First and last token of the subtree of each token. Each pass carries edges up a chain of heads that goes one way; three do for most trees."""
    left, right = list(range(len(head))), list(range(len(head)))
    moved = True
    while moved:
        moved = False
        for order in (range(len(head)), range(len(head) - 1, -1, -1)):
            for token in order:
                over = head[token]
                if left[token] < left[over]:
                    left[over], moved = left[token], True
                if right[token] > right[over]:
                    right[over], moved = right[token], True
    return left, right


def _signed(value: int) -> int:
    """spaCy exports head offsets and sentence starts as unsigned 64-bit numbers."""
    return value - 2**64 if value >= 2**63 else value


def _sentences(starts: list[bool]) -> tuple[list[int], list[int], list[int]]:
    number: list[int] = []
    first: list[int] = []
    last: list[int] = []
    for at, begins in enumerate(starts):
        if begins:
            first.append(at)
            last.append(at)
        last[-1] = at
        number.append(len(first) - 1)
    return number, first, last


def _covering(starts: list[int], spans: list[tuple[int, int]]) -> list[int]:
    """For each token start, the number of the span that holds it, -1 if none does; both come in the order of the text."""
    out: list[int] = []
    at = 0
    for start in starts:
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        out.append(at if at < len(spans) and spans[at][0] <= start else -1)
    return out
