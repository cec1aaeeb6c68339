"""Statements: what an article attributes to a source, who the source is, and the word that says so."""

from __future__ import annotations

import bisect

from variorum.config import Config
from variorum.extract.grammar.attribution import Draft, lemma_of
from variorum.extract.grammar.cues import cues
from variorum.extract.grammar.syntax import Syntax
from variorum.extract.names.antecedents import speakers
from variorum.extract.statements.indirect_speech import indirect_attributions
from variorum.extract.statements.plausible_speech import is_speech, proper_words
from variorum.extract.statements.posts import posts
from variorum.extract.statements.quoted_speech import nested_attributions, quoted_attributions
from variorum.extract.statements.transcripts import quoted_turns, turns
from variorum.records.article import Article
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Name, Speaker, Statement

_FIRST_PERSON = frozenset({"i", "we", "my", "our"})
_WHOLE = 0.8  # share of a quotation that a content must fill to be the quotation itself, marks and a word left out allowed for


def find_statements(article: Article, syntax: Syntax, names: tuple[Name, ...], config: Config) -> tuple[Statement, ...]:
    """Every statement of an article, in the order of the text. Quoted speech is read first; grammar adds what stands outside it."""
    taken = turns(syntax)
    spoken = posts(syntax) + taken
    parts = sorted(part for draft in spoken for part in draft.contents)
    proper = proper_words(syntax)
    told = [draft for draft in indirect_attributions(syntax) if is_speech(syntax, draft, proper) and not _own_words(syntax, draft, parts)]
    drafts = _merge(syntax, quoted_attributions(syntax, quoted_turns(syntax, taken)) + nested_attributions(syntax), spoken + told)
    found = [_statement(article, syntax, draft, speaker) for draft, speaker in zip(drafts, speakers(syntax, drafts, names, config), strict=True)]
    unique = {statement.id: statement for statement in found if statement.contents}
    return tuple(sorted(unique.values(), key=lambda s: (s.contents[0].start, -s.contents[-1].end, s.cue.start if s.cue else -1)))


def _merge(syntax: Syntax, quoted: list[Draft], indirect: list[Draft]) -> list[Draft]:
    """Quoted speech, and of the attributions found by grammar those that do not say the same thing again."""
    used = {draft.verb for draft in quoted if draft.verb is not None}
    by_start = sorted((start, number) for number, draft in enumerate(quoted) for start, _ in draft.contents)
    out = list(quoted)
    for draft in indirect:
        if draft.verb in used or _inside_quotation(syntax, draft):
            continue
        near = bisect.bisect_right(by_start, (draft.contents[0][0], len(quoted)))
        around = {number for _, number in by_start[max(0, near - 1) : near + 2]}
        if not any(_same(draft, quoted[number]) for number in around):
            out.append(draft)
    return out


def _own_words(syntax: Syntax, draft: Draft, spoken: list[tuple[int, int]]) -> bool:
    """True for "I hope" and "we want" inside a post or turn, given by `spoken` in the order of the text: part of what its author says."""
    if draft.speaker is None or syntax.lower[draft.speaker[0]] not in _FIRST_PERSON:
        return False
    at = bisect.bisect_right(spoken, draft.contents[0][0], key=lambda part: part[0]) - 1
    return at >= 0 and draft.contents[-1][1] <= spoken[at][1]


def _inside_quotation(syntax: Syntax, draft: Draft) -> bool:
    """True for a cue inside a quotation unless it reports the speech of somebody else who is named: the quotation is one statement."""
    if draft.verb is None or syntax.quote[draft.verb] < 0:
        return False
    named = draft.speaker is not None and syntax.pos[draft.speaker[1]] == "PROPN" and syntax.quote[draft.speaker[0]] == syntax.quote[draft.verb]
    return not (named and draft.frame == "clause" and lemma_of(syntax, draft.verb) in cues().reporting)


def _same(draft: Draft, other: Draft) -> bool:
    """True if two drafts claim nearly the same characters."""
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in draft.contents for c, d in other.contents)
    whole = sum(b - a for a, b in draft.contents) + sum(d - c for c, d in other.contents) - shared
    return shared > 0.7 * whole


def _statement(article: Article, syntax: Syntax, draft: Draft, speaker: Speaker | None) -> Statement:
    contents = tuple(Excerpt.cut(article.text, a, b) for a, b in sorted(draft.contents) if article.text[a:b].strip())
    cue = Excerpt.cut(article.text, syntax.start[draft.cue[0]], syntax.end[draft.cue[1]]) if draft.cue else None
    kind = "direct" if draft.frame == "nested" else _kind(syntax, contents)
    return Statement(article.id, contents, speaker, cue, kind)


def _kind(syntax: Syntax, contents: tuple[Excerpt, ...]) -> str:
    """direct if all of the content stands in quotation marks of its own, mixed if part of it does, else indirect."""
    kinds = {_kind_of_part(syntax, part) for part in contents}
    return kinds.pop() if len(kinds) == 1 else "mixed"


def _kind_of_part(syntax: Syntax, part: Excerpt) -> str:
    at = bisect.bisect_right(syntax.quotations, part.start, key=lambda quotation: quotation.start) - 1
    over = syntax.quotations[at] if at >= 0 else None
    if over is not None and part.end <= over.end:
        return "direct" if len(part) > _WHOLE * len(over) else "indirect"
    if over is not None and part.start < over.end:
        return "mixed"
    following = syntax.quotations[at + 1] if at + 1 < len(syntax.quotations) else None
    return "mixed" if following is not None and following.start < part.end else "indirect"
