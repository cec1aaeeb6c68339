"""Antecedents: which full name of the article a pronoun, short form or description stands for. One candidate or nothing."""

from __future__ import annotations

import bisect
import functools
from dataclasses import dataclass

from variorum.config import Config
from variorum.extract.grammar.attribution import Draft, antecedent_of_relative, phrase
from variorum.extract.grammar.complements import reported_by
from variorum.extract.grammar.cues import cues
from variorum.extract.grammar.syntax import Syntax
from variorum.lang import language_data
from variorum.records.excerpt import Excerpt
from variorum.records.marks import Name, Speaker
from variorum.text.name_words import word_list
from variorum.text.speaker_words import speaker_nouns

_MEMORY = 300  # names looked back over for a description; keeps the work linear, and no reader remembers more
_TURNS = 2  # sentences after a statement in which "she" is still the one who made it
_TELLING = frozenset({"clause", "quoted", "interrupting", "closing"})
_SEX = {"he": "male", "she": "female"}
_DASHES = frozenset("-\u2013\u2014\u2015")
_INVERTED = 3  # tokens from "said" to the head of its subject after it: "said the chief engineer"
_DOMINANT = 2  # a description stands for an organisation that is named at least this many times as often as any other


@dataclass(frozen=True, slots=True)
class _Words:
    """The word lists of `lang/en/antecedents.toml`."""

    male: frozenset[str]
    female: frozenset[str]
    thing: frozenset[str]
    many: frozenset[str]
    male_hints: frozenset[str]
    female_hints: frozenset[str]
    person: frozenset[str]
    organisation: frozenset[str]
    offices: frozenset[str]


@functools.cache
def _words() -> _Words:
    data = language_data("antecedents")

    def of(table: str, key: str) -> frozenset[str]:
        return frozenset(data[table][key].split())

    return _Words(
        of("pronouns", "male"), of("pronouns", "female"), of("pronouns", "thing"), of("pronouns", "many"),
        of("titles", "male") | of("given", "male"), of("titles", "female") | of("given", "female"),
        of("descriptions", "person"), of("descriptions", "organisation"), of("descriptions", "offices"),
    )  # fmt: skip


@dataclass(slots=True)
class _Mention:
    """A name in the text with its tokens and the fullest form of it in the article."""

    name: Name
    first: int
    last: int
    subject: bool
    full: Excerpt
    sex: str


class Antecedents:
    """Resolver for one article: asked about token ranges, it answers with the words they stand for."""

    def __init__(self, syntax: Syntax, names: tuple[Name, ...], config: Config) -> None:
        self._syntax = syntax
        self._reach = config.antecedent_sentences
        self._lists = _words()
        self._mentions = self._read(tuple(sorted(names)))
        self._firsts = [mention.first for mention in self._mentions]

    def speaker(self, place: tuple[int, int]) -> Speaker | None:
        """The words at a token range as a speaker, with what they stand for; None if nothing but space stands there."""
        syntax = self._syntax
        if not syntax.text[syntax.start[place[0]] : syntax.end[place[1]]].strip():
            return None
        start, end = syntax.start[place[0]], syntax.end[place[1]]
        while syntax.text[start] in _DASHES and start + 1 < end:
            start += 1  # "-Anna Berg" under her words
        words = Excerpt.cut(syntax.text, start, end)
        found = self._antecedent(place)
        if found is not None and found.start < words.end and words.start < found.end:
            found = None  # the words hold the full name themselves
        return Speaker(words.start, words.end, words.text, found)

    def same_as_before(self, speaker: Speaker, token: int, before: tuple[int, int]) -> Speaker:
        """ "She" at `token` resolved to the named person at `before`, who made the statement in the sentences just before, if he or she fits."""
        syntax, word = self._syntax, self._syntax.lower[token]
        if word not in ("he", "she") or not 0 < syntax.sentence[token] - syntax.sentence[before[0]] <= _TURNS or syntax.quote[token] >= 0:
            return speaker
        inside = self._inside(*before)
        if not inside or not all(self._can_be(mention, _SEX[word]) for mention in inside):
            return speaker
        fits = ("", _SEX[word])
        since = [m for m in self._before(token, _TURNS) if m.first > before[1] and m.name.kind == "person" and m.sex in fits]
        if any(self._comes_up(mention, token) for mention in since if syntax.quote[mention.first] < 0):
            return speaker
        return Speaker(speaker.start, speaker.end, speaker.text, inside[-1].full)

    def _can_be(self, mention: _Mention, sex: str) -> bool:
        """True if a name can be that of a man or woman; one that may be no person's needs a first name that says so."""
        return mention.sex == sex or (mention.name.kind == "person" and not mention.sex)

    def _comes_up(self, mention: _Mention, token: int) -> bool:
        """True for somebody named in the sentence of a pronoun, or as the subject of a sentence of their own: the pronoun may be theirs."""
        syntax = self._syntax
        alone = mention.subject and syntax.dep[syntax.clause(mention.last)] == "ROOT"
        return alone or syntax.sentence[mention.first] == syntax.sentence[token]

    def tokens(self, words: Excerpt) -> tuple[int, int]:
        """First token of some words and the token after their last."""
        return bisect.bisect_left(self._syntax.start, words.start), bisect.bisect_left(self._syntax.start, words.end)

    def _read(self, names: tuple[Name, ...]) -> list[_Mention]:
        syntax = self._syntax
        fulls = _full_forms(names)
        out: list[_Mention] = []
        for name, full in zip(names, fulls, strict=True):
            first = max(0, bisect.bisect_right(syntax.start, name.start) - 1)
            last = max(first, bisect.bisect_left(syntax.start, name.end) - 1)
            if first >= len(syntax):
                continue
            head = next((token for token in range(first, last + 1) if not first <= syntax.head[token] <= last), last)
            subject = syntax.dep[head] in ("nsubj", "nsubjpass") or (syntax.dep[head] == "appos" and syntax.dep[syntax.head[head]] == "nsubj")
            out.append(_Mention(name, first, last, subject, full, self._sex(name, full)))
        return out

    def _sex(self, name: Name, full: Excerpt) -> str:
        words = [word.lower() for word in (name.role.text if name.role else name.text).split()[:-1]] + [full.text.split()[0].lower()]
        if any(word in self._lists.female_hints for word in words):
            return "female"
        return "male" if any(word in self._lists.male_hints for word in words) else ""

    def _antecedent(self, place: tuple[int, int]) -> Excerpt | None:
        syntax, first, last = self._syntax, *place
        inside = self._inside(first, last)
        if inside:
            head = next((token for token in range(first, last + 1) if not first <= syntax.head[token] <= last), last)
            chosen = next((mention for mention in inside if mention.first <= head <= mention.last), None)
            if chosen is None:
                chosen = inside[-1] if inside[-1].name.kind == "person" and inside[-1].last == last else None
            return chosen.full if chosen is not None and chosen.full.text != chosen.name.text else None
        if first == last:
            relative = antecedent_of_relative(syntax, first)
            if relative is not None:
                return self._noun(relative)
            return self._pronoun(first) if syntax.pos[first] == "PRON" else self._short_form(first)
        return self._description(first, last)

    def _inside(self, first: int, last: int) -> list[_Mention]:
        at = bisect.bisect_left(self._firsts, first)
        out = []
        while at < len(self._mentions) and self._mentions[at].first <= last:
            out.append(self._mentions[at])
            at += 1
        return out

    def _short_form(self, token: int) -> Excerpt | None:
        """A capitalised word that was not read as a name but begins or ends one that stands before it."""
        word = self._syntax.text[self._syntax.start[token] : self._syntax.end[token]]
        if not word[:1].isupper() or self._syntax.pos[token] not in ("PROPN", "NOUN"):
            return None
        return next(
            (
                m.full
                for m in reversed(self._remembered(token))
                if word in (m.full.text.split()[0], m.full.text.split()[-1]) and m.name.kind == "person"
            ),
            None,
        )

    def _noun(self, token: int) -> Excerpt:
        first, last = phrase(self._syntax, token)
        inside = [mention for mention in self._inside(first, last) if mention.first <= token <= mention.last]
        return inside[0].full if inside else Excerpt.cut(self._syntax.text, self._syntax.start[first], self._syntax.end[last])

    def _remembered(self, token: int) -> list[_Mention]:
        """The last names before a token, in the order of the text."""
        at = bisect.bisect_left(self._firsts, token)
        return self._mentions[max(0, at - _MEMORY) : at]

    def _before(self, token: int, reach: int) -> list[_Mention]:
        """Names before a token, nearest first, at most `reach` sentences back."""
        at = bisect.bisect_left(self._firsts, token) - 1
        oldest = self._syntax.sentence[token] - reach
        out: list[_Mention] = []
        while at >= 0 and self._syntax.sentence[self._mentions[at].first] >= oldest:
            out.append(self._mentions[at])
            at -= 1
        return out

    def _pronoun(self, token: int) -> Excerpt | None:
        word = self._syntax.lower[token]
        own = self._reporter(token)
        if own is not None:
            return own
        if word in self._lists.male or word in self._lists.female:
            return self._person(token, "male" if word in self._lists.male else "female")
        if word in self._lists.thing:
            return self._subject_of_kind(token, ("organisation",))
        return self._plural(token) if word in self._lists.many else None

    def _reporter(self, token: int) -> Excerpt | None:
        """The one who speaks, for "it" and "they" in what an organisation or group says of itself: "the bank said it would close"."""
        syntax, word = self._syntax, self._syntax.lower[token]
        if word not in self._lists.thing | self._lists.many or syntax.dep[token] not in ("nsubj", "nsubjpass") or syntax.quote[token] >= 0:
            return None
        verb = reported_by(syntax, token)
        holder = None if verb is None else syntax.child(verb, "nsubj")
        if holder is None or holder > token or syntax.pos[holder] not in ("NOUN", "PROPN"):
            return None
        plural = syntax.tag[holder] in ("NNS", "NNPS") or syntax.child(holder, "conj") is not None
        first, last = phrase(syntax, holder)
        inside = [mention for mention in self._inside(first, last) if mention.first <= holder <= mention.last]
        if plural != (word in self._lists.many) or any(mention.name.kind == "person" for mention in inside):
            return None
        if not inside and syntax.lower[holder] in self._lists.person:
            return None
        return self._noun(holder)

    def _person(self, token: int, sex: str) -> Excerpt | None:
        """The person for "he" or "she": the nearest subject that fits, else the only person who fits; nobody where another may be meant."""
        other = {"male": "female", "female": "male"}[sex]
        quote = self._syntax.quote[token]
        near = [m for m in self._before(token, self._reach) if m.name.kind == "person" and m.sex != other]
        if quote < 0:
            near = [m for m in near if self._syntax.quote[m.first] < 0] or near
        forms = {m.full.text: m.full for m in near}
        for reach in range(self._reach + 1):
            sentence = self._syntax.sentence[token] - reach
            subjects = [m for m in near if m.subject and self._syntax.sentence[m.first] == sentence]
            if subjects:
                sure = [m for m in subjects if m.sex == sex] or subjects
                chosen = sure[-1 if reach else 0]
                doubtful = reach > 0 and len(forms) > 1 and self._rivalled(chosen, near, token, sex)
                return None if doubtful or self._unnamed_since(chosen, token) else chosen.full
            owners = [m for m in near if not reach and self._syntax.sentence[m.first] == sentence and self._syntax.dep[m.last] == "poss"]
            if len({m.full.text for m in owners}) == 1 and sex in ("", owners[0].sex or sex):
                return owners[0].full
        return near[0].full if len(forms) == 1 and not self._unnamed_since(near[0], token) else None

    def _rivalled(self, chosen: _Mention, near: list[_Mention], token: int, sex: str) -> bool:
        """True if a pronoun may mean another person than the subject chosen: one named later, or another subject of the same sentence."""
        syntax, sentence = self._syntax, self._syntax.sentence
        rivals = [m for m in near if m.full.text != chosen.full.text and sentence[m.first] >= sentence[chosen.first] and m.sex in ("", sex)]
        if chosen.sex == sex:
            speaks = syntax.lemma[syntax.clause(chosen.last)] in cues().reporting  # "Ms Berg said", and nobody else known to be a woman
            rivals = [m for m in rivals if m.sex == sex or (m.subject and not speaks)]
        return any(m.first < token for m in rivals)

    def _unnamed_since(self, chosen: _Mention, token: int) -> bool:
        """True if somebody without a name ("a source said") speaks between a name and a pronoun: the pronoun may be theirs."""
        syntax = self._syntax
        for at in range(chosen.last + 1, token):
            if syntax.dep[at] != "nsubj" or syntax.tag[at] != "NN" or syntax.quote[at] >= 0 or at > syntax.head[at] + _INVERTED:
                continue
            verb = syntax.head[at]
            if verb < token and syntax.lemma[verb] in cues().reporting and self._is_person_noun(syntax.lower[at]):
                return True
        return False

    def _is_person_noun(self, word: str) -> bool:
        return word in self._lists.person or word in speaker_nouns("people") or word.endswith(tuple(sorted(word_list("person_endings"))))

    def _subject_of_kind(self, token: int, kinds: tuple[str, ...]) -> Excerpt | None:
        """The one subject of a kind in the two sentences before; None where there are two."""
        found = {mention.full.text: mention.full for mention in self._before(token, 2) if mention.subject and mention.name.kind in kinds}
        return next(iter(found.values())) if len(found) == 1 else None

    def _plural(self, token: int) -> Excerpt | None:
        """The one plural subject of the same sentence, else of the last, for "they"."""
        syntax = self._syntax
        number = syntax.sentence[token]
        for sentence in (number, number - 1):
            if sentence < 0:
                break
            found = [at for at in range(syntax.first[sentence], min(token, syntax.last[sentence] + 1)) if self._is_plural_subject(at)]
            if found:
                return self._noun(found[0]) if len(found) == 1 else None
        return None

    def _is_plural_subject(self, at: int) -> bool:
        syntax = self._syntax
        plural = syntax.tag[at] in ("NNS", "NNPS") or syntax.child(at, "conj") is not None
        return syntax.dep[at] in ("nsubj", "nsubjpass") and plural and syntax.pos[at] != "PRON"

    def _description(self, first: int, last: int) -> Excerpt | None:
        """ "the spokesman", "the bank": a name that was introduced with this noun, or the one organisation that the text is about."""
        syntax = self._syntax
        if syntax.lower[first] not in ("the", "this", "that") or last - first > 4:
            return None
        noun = syntax.lower[last]
        if noun in self._lists.person:
            forms = {m.full.text: m.full for m in self._remembered(first) if self._introduced(m, noun)}
            return next(iter(forms.values())) if len(forms) == 1 else None
        if noun not in self._lists.organisation:
            return None
        found = self._main_organisation(first)
        if found is not None and noun in self._lists.offices and noun not in found.text.lower().split():
            return None  # "the defence ministry" is no company, however often one is named
        return found

    def _introduced(self, mention: _Mention, noun: str) -> bool:
        """True if a name carries a noun in its title or in a description beside it."""
        if mention.name.kind != "person":
            return False
        role = mention.name.role
        if role is not None and noun in role.text.lower().split():
            return True
        syntax = self._syntax
        around = [*range(max(0, mention.first - 3), mention.first), *range(mention.last + 1, min(len(syntax), mention.last + 8))]
        return any(syntax.lower[token] == noun and syntax.dep[token] in ("appos", "compound", "nsubj") for token in around)

    def _main_organisation(self, token: int) -> Excerpt | None:
        counts: dict[str, int] = {}
        fulls: dict[str, Excerpt] = {}
        for mention in self._remembered(token):
            if mention.name.kind == "organisation":
                key = mention.full.text.split()[0]  # "Goldman" and "Goldman Sachs Group" are counted as one
                counts[key] = counts.get(key, 0) + (2 if mention.subject else 1)
                fulls.setdefault(key, mention.full)
        ranked = sorted(counts, key=lambda text: -counts[text])
        if not ranked or (len(ranked) > 1 and counts[ranked[0]] < _DOMINANT * counts[ranked[1]]):
            return None
        return fulls[ranked[0]]


def _full_forms(names: tuple[Name, ...]) -> list[Excerpt]:
    """For each name the fullest form of it: the last longer name before it, else the first after it, that it begins or ends."""
    longer: dict[str, list[tuple[int, Excerpt]]] = {}
    for at, name in enumerate(names):
        words = name.text.split()
        for key in {words[0], words[-1], " ".join(words[:2])} if len(words) > 1 else ():
            if key != name.text and name.kind in ("person", "organisation"):
                longer.setdefault(key, []).append((at, Excerpt(name.start, name.end, name.text)))
    out: list[Excerpt] = []
    for at, name in enumerate(names):
        own = Excerpt(name.start, name.end, name.text)
        found = longer.get(name.text, []) if name.kind != "place" else []
        if name.kind == "person":
            found = [(n, form) for n, form in found if names[n].kind == "person"]
            found = [(n, form) for n, form in found if form.text.endswith(" " + name.text)] or found
        before = [form for n, form in found if n < at]
        out.append(before[-1] if before else (found[0][1] if found else own))
    return out


def speakers(syntax: Syntax, drafts: list[Draft], names: tuple[Name, ...], config: Config) -> list[Speaker | None]:
    """The speaker of each draft, None where the draft names none. "She" after a statement is the one who made it, if that fits."""
    resolver = Antecedents(syntax, names, config)
    out: list[Speaker | None] = [None] * len(drafts)
    last: tuple[int, int] | None = None
    for at in sorted(range(len(drafts)), key=lambda at: drafts[at].speaker or (-1, -1)):
        place = drafts[at].speaker
        if place is None:
            continue
        found = resolver.speaker(place)
        if last is not None and place[0] == place[1] and found is not None:
            found = resolver.same_as_before(found, place[0], last)
        out[at] = found
        if syntax.pos[place[1]] == "PROPN" and drafts[at].frame in _TELLING and syntax.quote[place[0]] < 0:
            last = place
    return out
