"""Positions: who wants, offers, refuses what, in the words of the article."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from variorum.config import Config
from variorum.extract.grammar.attribution import Draft, lemma_of, phrase
from variorum.extract.grammar.cues import Cues
from variorum.extract.grammar.syntax import Syntax
from variorum.extract.names.antecedents import Antecedents
from variorum.extract.positions.authors import advice, author_of
from variorum.extract.positions.issue_phrases import issue_of
from variorum.extract.statements.indirect_speech import indirect_attributions
from variorum.lang import language_data, word_set
from variorum.records.article import Article
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Name, Position, Speaker, Statement

_FRAMES = {
    "clause": "clause", "infinitive": "infinitive", "object": "object", "preposition": "prepositions", "noun clause": "noun_clause",
    "noun infinitive": "noun_infinitive", "noun preposition": "noun_prepositions", "adjective clause": "adjective_clause",
    "adjective infinitive": "adjective_infinitive", "adjective preposition": "adjective_prepositions",
}  # fmt: skip
_PERIODS = frozenset({"", "year", "month", "week", "day", "quarter"})  # of "€900 million a year" the issue is not the year
MAX_SUM = 60  # characters of a content that is only a sum; a longer one has a noun that should have been found
_NOBODY = frozenset({"it", "that", "this", "there", "which", "you", "what", "one", "these", "those"})


@dataclass(frozen=True, slots=True)
class _Acts:
    """`lang/en/positions.toml`, turned round: for each construction the act of each lemma ("call:for" where a preposition belongs to it)."""

    by_frame: dict[str, dict[str, str]]
    cues: Cues
    negated: dict[str, str]
    possible: frozenset[str]
    reported: frozenset[str]
    possible_verbs: frozenset[str]
    reported_verbs: frozenset[str]
    modals: frozenset[str]
    needs: frozenset[str]
    outlook: frozenset[str]
    chances: frozenset[str]
    events: frozenset[str]
    officials: frozenset[str]
    open_questions: frozenset[str]
    holders: frozenset[str]


@functools.cache
def _acts() -> _Acts:
    data = language_data("positions")
    tables = {name: {word: act for act, words in data[name].items() for word in words.split()} for name in _FRAMES.values()}
    hedges, advice = data["hedges"], data["advice"]
    return _Acts(
        tables, _lexicon(tables), data["negated"], word_set(hedges["possible"]), word_set(hedges["reported"]), word_set(hedges["possible_verbs"]),
        word_set(hedges["reported_verbs"]), word_set(advice["modals"]), word_set(advice["verbs"]), word_set(advice["outlook"]),
        word_set(advice["chances"]), word_set(advice["events"]), word_set(advice["officials"]), word_set(advice["open_questions"]),
        word_set(data["holders"]["words"]) | _described(),
    )  # fmt: skip


def _described() -> frozenset[str]:
    """The nouns that can describe a person or an organisation."""
    return frozenset(word for words in language_data("antecedents")["descriptions"].values() for word in words.split())


def _lexicon(tables: dict[str, dict[str, str]]) -> Cues:
    """The words of positions as cues for the same grammar that finds statements."""

    def pairs(name: str) -> dict[str, frozenset[str]]:
        out: dict[str, set[str]] = {}
        for key in tables[name]:
            lemma, preposition = key.split(":")
            out.setdefault(lemma, set()).add(preposition)
        return {lemma: frozenset(words) for lemma, words in out.items()}

    def lemmas(name: str) -> frozenset[str]:
        return frozenset(tables[name])

    return Cues(
        clause=lemmas("clause"), infinitive=lemmas("infinitive"), object=lemmas("object"), prepositions=pairs("prepositions"),
        noun_clause=lemmas("noun_clause"), noun_infinitive=lemmas("noun_infinitive"), noun_prepositions=pairs("noun_prepositions"),
        adjective_clause=lemmas("adjective_clause"), adjective_infinitive=lemmas("adjective_infinitive"),
        adjective_prepositions=pairs("adjective_prepositions"),
    )  # fmt: skip


def find_positions(
    article: Article, syntax: Syntax, names: tuple[Name, ...], statements: tuple[Statement, ...], config: Config
) -> tuple[Position, ...]:
    """Every position of an article, in the order of the text: those told by a verb, noun or adjective, then advice and outlook in statements."""
    finder = _Finder(article, syntax, Antecedents(syntax, names, config), statements)
    found = [position for draft in indirect_attributions(syntax, _acts().cues) for position in finder.told(draft)]
    found += finder.advised(found)
    author = author_of(article, syntax, names)
    if author is not None:
        found += finder.advice_of_author(author)
    unique = {position.id: position for position in found}
    return tuple(sorted(unique.values(), key=lambda p: (p.content.start, p.content.end, p.holder.start, p.act)))


def _sum_wanted(content: Excerpt) -> str:
    """A bare sum is an issue too ("may seek as much as €900 million"); other contents without a noun are not."""
    words = " ".join(content.text.split())
    return words if len(words) <= MAX_SUM and any(char.isdigit() for char in words) else ""


class _Finder:
    """One article's positions: turns what the grammar found into records."""

    def __init__(self, article: Article, syntax: Syntax, antecedents: Antecedents, statements: tuple[Statement, ...]) -> None:
        self._article = article
        self._syntax = syntax
        self._antecedents = antecedents
        self._statements = statements
        self._acts = _acts()
        self._by_sentence: dict[int, list[Statement]] = {}
        for statement in statements:
            for number in range(syntax.sentence_at(statement.span.start), syntax.sentence_at(statement.span.end - 1) + 1):
                self._by_sentence.setdefault(number, []).append(statement)

    def told(self, draft: Draft) -> list[Position]:
        """One position for each holder that the draft names; none where the holder is nobody or the negated act says nothing."""
        if draft.verb is None or draft.speaker is None:
            return []
        act = self._act(draft)
        content = Excerpt.cut(self._article.text, draft.contents[0][0], draft.contents[-1][1])
        statement = self._statement(content)
        issue = issue_of(self._syntax, content)
        issue = _sum_wanted(content) if issue in _PERIODS else issue
        if act is None or not issue:
            return []
        hedge = self._hedge(draft.verb)
        holders = [self._holder(place, statement) for place in self._each(draft.speaker)]
        return [
            Position(self._article.id, holder, act, issue, content, hedge, statement.id if statement else None)
            for holder in holders
            if holder is not None and not (holder.start < content.end and content.start < holder.end)
        ]

    def _act(self, draft: Draft) -> str | None:
        verb = draft.verb
        if verb is None:
            return None
        frame = "object" if draft.frame == "passive" and draft.speaker is not None else _FRAMES.get(draft.frame)
        if frame is None:
            return None
        lemma = lemma_of(self._syntax, verb)
        table = self._acts.by_frame[frame]
        act = table.get(lemma) or self._with_preposition(table, lemma, draft)
        if act == "demand" and lemma in ("want", "wish") and draft.frame == "infinitive" and not self._other_subject(draft):
            act = "plan"
        if act is not None and self._is_negated(verb):
            return self._acts.negated.get(act)
        return act

    def _with_preposition(self, table: dict[str, str], lemma: str, draft: Draft) -> str | None:
        syntax = self._syntax
        verb = draft.verb or 0
        for token in range(verb + 1, min(verb + 4, len(syntax))):
            act = table.get(f"{lemma}:{syntax.lower[token]}")
            if act:
                return act
        return None

    def _other_subject(self, draft: Draft) -> bool:
        """True for "wants the allies to pay": the infinitive has a subject of its own."""
        syntax, verb = self._syntax, draft.verb or 0
        below = [kid for kid in syntax.kids[verb] if kid > verb and syntax.dep[kid] in ("ccomp", "xcomp")]
        return any(syntax.child(kid, "nsubj") is not None for kid in below) or syntax.child(verb, "dobj") is not None

    def _is_negated(self, verb: int) -> bool:
        return any(self._syntax.dep[kid] == "neg" for kid in self._syntax.kids[verb])

    def _hedge(self, verb: int) -> str:
        """possible for "may seek", "is expected to seek"; reported for "reportedly", "is said to"; else none. Looks up to three verbs up."""
        syntax, acts = self._syntax, self._acts
        token = verb
        for _ in range(3):
            for kid in syntax.kids[token]:
                if kid < max(token, verb) and syntax.dep[kid] in ("aux", "advmod", "amod") and syntax.lower[kid] in acts.possible | acts.reported:
                    return "possible" if syntax.lower[kid] in acts.possible else "reported"
            over = syntax.head[token]
            if over == token or syntax.dep[token] not in ("xcomp", "conj"):
                break
            if syntax.child(over, "auxpass") is not None and syntax.dep[token] == "xcomp":
                lemma = lemma_of(syntax, over)
                if lemma in acts.possible_verbs | acts.reported_verbs:
                    return "possible" if lemma in acts.possible_verbs else "reported"
            token = over
        return "none"

    def _each(self, place: tuple[int, int]) -> list[tuple[int, int]]:
        """The token ranges of the holders in "A and B": one for each proper name or pronoun that is coordinated, else the whole."""
        syntax = self._syntax
        first, last = place
        head = next((token for token in range(first, last + 1) if not first <= syntax.head[token] <= last), last)
        parts = [head]
        for _ in range(6):
            following = [kid for kid in syntax.children(parts[-1], "conj") if kid <= last]
            if not following:
                break
            parts.append(following[0])
        if len(parts) < 2 or not all(syntax.pos[part] in ("PROPN", "PRON") for part in parts):
            return [place]
        return [phrase_alone(syntax, part, first, last) for part in parts]

    def _holder(self, place: tuple[int, int], statement: Statement | None) -> Speaker | None:
        """The holder at a token range: somebody who can hold a position, in the first person the speaker of the quotation around it."""
        syntax = self._syntax
        first, last = place
        speaker = self._antecedents.speaker(place)
        if speaker is None:
            return None
        if first == last and syntax.lower[first] in ("i", "we", "our", "my"):
            if statement is None or statement.speaker is None or not statement.span.start <= speaker.start < statement.span.end:
                return None
            known = statement.speaker.stands_for or Excerpt(statement.speaker.start, statement.speaker.end, statement.speaker.text)
            return Speaker(speaker.start, speaker.end, speaker.text, known)
        if speaker.stands_for is not None:
            return speaker
        if first == last and syntax.lower[first] in _NOBODY:
            return None
        nouns = {syntax.lower[token] for token in range(first, last + 1)}
        named = any(syntax.pos[token] == "PROPN" for token in range(first, last + 1))
        return speaker if named or syntax.pos[last] == "PRON" or nouns & self._acts.holders else None

    def _statement(self, content: Excerpt) -> Statement | None:
        """The shortest statement whose content holds these words."""
        number = self._syntax.sentence_at(content.start)
        holding = [s for s in self._by_sentence.get(number, ()) if s.span.start <= content.start and content.end <= s.span.end]
        return min(holding, key=lambda s: (len(s.span), s.id), default=None)

    def advised(self, before: list[Position]) -> list[Position]:
        """Advice ("they should ...") and outlook ("it will ...") in what somebody says, where no word of position was found in it."""
        out: list[Position] = []
        taken = [position.content for position in before]
        for statement in self._statements:
            if statement.speaker is None or statement.cue is None:
                continue
            for content in statement.contents:
                if any(content.start <= other.start and other.end <= content.end for other in taken):
                    continue
                act, hedge = self._modal(content, statement.speaker)
                issue = issue_of(self._syntax, content) if act else ""
                if act and issue:
                    out += [
                        Position(self._article.id, holder, act, issue, content, hedge, statement.id) for holder in self._holders(statement.speaker)
                    ]
        return out

    def _holders(self, speaker: Speaker) -> list[Speaker]:
        """Each of several names that speak together, else the speaker."""
        first, after = self._antecedents.tokens(speaker)
        places = self._each((first, after - 1)) if first < after else []
        found = [self._antecedents.speaker(place) for place in places] if len(places) > 1 else []
        return [holder for holder in found if holder is not None] or [speaker]

    def advice_of_author(self, author: Excerpt) -> list[Position]:
        """What the author of an opinion piece says others should do, outside everything that is attributed to somebody else."""
        holder = Speaker(author.start, author.end, author.text)
        out: list[Position] = []
        for content in advice(self._syntax, self._acts.modals, self._acts.needs):
            issue = issue_of(self._syntax, content)
            if issue and self._statement(content) is None:
                out.append(Position(self._article.id, holder, "urge", issue, content))
        return out

    def _modal(self, content: Excerpt, speaker: Speaker) -> tuple[str | None, str]:
        """Act and hedge of the first modal verb in what somebody says: advice, a plan, outlook, or an outlook that is only possible.

        "How it will end" and "whether it should" leave the matter open and say nothing.
        """
        syntax, acts = self._syntax, self._acts
        first, last = self._antecedents.tokens(content)
        if first < last and syntax.lower[first] in acts.open_questions:
            return None, "none"
        for token in range(first, last):
            word = syntax.lower[token]
            if word in acts.modals and syntax.dep[token] == "aux":
                return "urge", "none"
            following = syntax.lower[token + 1] if token + 1 < last else ""
            if syntax.lemma[token] in acts.needs and following == "to":
                return "urge", "none"
            if syntax.dep[token] == "aux" and word in acts.outlook:
                return ("plan" if word == "will" and self._arranges(syntax.head[token], speaker) else "expect"), "none"
            if word in acts.chances and following == "to":
                return "expect", "none"
            if syntax.dep[token] == "aux" and word in acts.possible:
                return "expect", "possible"
        return None, "none"

    def _arranges(self, verb: int, speaker: Speaker) -> bool:
        """True for "the talks will go on", "the names will be released" from an official: what those in charge say will be done is their plan."""
        syntax = self._syntax
        own = syntax.child(verb, "nsubj", "nsubjpass")
        first, last = self._antecedents.tokens(speaker)
        if own is None or not {syntax.lower[token] for token in range(first, last)} & self._acts.officials:
            known = speaker.stands_for
            if own is None or known is None or not set(known.text.lower().split()) & self._acts.officials:
                return False
        return syntax.lemma[own] in self._acts.events or syntax.dep[own] == "nsubjpass"


def phrase_alone(syntax: Syntax, token: int, first: int, last: int) -> tuple[int, int]:
    """The phrase of one coordinated name, without those coordinated with it."""
    begin = max(first, syntax.left[token])
    conj = [kid for kid in syntax.kids[token] if syntax.dep[kid] in ("cc", "conj", "punct") and kid > token]
    end = min([last, phrase(syntax, token)[1]] + [syntax.left[kid] - 1 for kid in conj])
    return begin, max(end, token)
