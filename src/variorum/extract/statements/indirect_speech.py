"""Indirect speech: attribution that shows in the grammar of one sentence, whatever stands in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.extract.grammar.attribution import Draft, agent, cue_range, cut, is_passive, lemma_of, phrase, subject, without
from variorum.extract.grammar.complements import (
    DASHES,
    after_addressee,
    clause_end,
    complement,
    for_clause,
    reported_by,
    takes_to,
    through_quotation,
    told_clause,
    trimmed,
    with_infinitive,
)
from variorum.extract.grammar.cues import Cues, cues
from variorum.extract.grammar.syntax import Syntax
from variorum.extract.statements.framing import according, for_whom, in_words_of, is_that
from variorum.extract.statements.noun_cues import adjective_attributions, noun_attributions

_LONGEST = 400  # tokens; a longer "sentence" is a list or a table, and grammar says nothing about it
_NOBODY = frozenset({"this", "that", "there"})
_FIRST_PERSON = frozenset({"i", "we"})
_SECOND_PERSON = frozenset({"you"})
_SAYING = frozenset(
    {"clause", "noun clause", "is that", "according", "framing", "for", "adverb", "interrupting", "parenthetical", "rest", "closing", "inverted"}
)
_DESCRIBES = frozenset({"WP", "WDT", "WP$", "DT", "CD"})  # tags of a word that begins the description of a speaker just named
_ROLE = frozenset({"as", "about", "over"})
_AFTER_OBJECT = frozenset({"as", "for", "of", "with", "to", "from", "on", "in", "against", "over"})


def indirect_attributions(syntax: Syntax, lexicon: Cues | None = None) -> list[Draft]:
    """Every attribution found by grammar, in the order of its cue; `lexicon` are the cues to look for, by default those of statements."""
    lexicon = lexicon or cues()
    out: list[Draft] = []
    for first, last in zip(syntax.first, syntax.last, strict=True):
        if last - first < _LONGEST:
            for token in range(first, last + 1):
                out.extend(draft for draft in _at(syntax, lexicon, token) if not _only_reported(syntax, lexicon, token, draft))
    return out


def _only_reported(syntax: Syntax, lexicon: Cues, token: int, draft: Draft) -> bool:
    """True for a wish or judgement inside what somebody says ("she said she wants to ..."): it is part of that, unless it is that of a name.

    What is said inside what is said is kept: "officials say the envoy promised ...".
    """
    if not lexicon.plain or draft.frame in _SAYING or reported_by(syntax, token) is None:
        return False
    return draft.speaker is None or syntax.pos[draft.speaker[1]] != "PROPN"


def _at(syntax: Syntax, lexicon: Cues, token: int) -> Iterator[Draft]:
    pos = syntax.pos[token]
    if pos in ("VERB", "AUX"):
        lemma = lemma_of(syntax, token)
        if lemma == "accord" and lexicon.hearsay:
            yield from according(syntax, token)
        elif lemma == "be" and lexicon.hearsay:
            yield from is_that(syntax, lexicon, token)
        elif lexicon.governs(lemma):
            yield from _verb(syntax, lexicon, token, lemma)
    elif pos in ("NOUN", "PROPN"):
        yield from noun_attributions(syntax, lexicon, token, lemma_of(syntax, token))
    elif pos == "ADJ":
        yield from adjective_attributions(syntax, lexicon, token, lemma_of(syntax, token))
    elif pos in ("ADP", "SCONJ") and lexicon.hearsay:
        yield from in_words_of(syntax, lexicon, token)
        yield from for_whom(syntax, token)
    elif pos == "ADV" and syntax.lower[token] in lexicon.hearsay:
        yield from _adverb(syntax, token)


def _verb(syntax: Syntax, lexicon: Cues, verb: int, lemma: str) -> Iterator[Draft]:
    """The first construction that fits, from the surest to the least sure."""
    if (is_passive(syntax, verb) and lemma not in cues().stative) or _bare_participle(syntax, verb):
        yield from _passive(syntax, lexicon, verb, lemma)
        return
    if lemma in cues().naming and syntax.dep[verb] == "acl" and syntax.tag[verb] == "VBN":
        return  # a shop called "The Anchor"
    holder = subject(syntax, verb)
    if holder is not None and (syntax.lower[holder] in _NOBODY or _softens(syntax, lexicon, verb, holder)):
        return
    for rule in _RULES:
        found = list(rule(syntax, lexicon, verb, lemma))
        if found:
            yield from found
            return


def _clause(syntax: Syntax, lexicon: Cues, verb: int, lemma: str) -> Iterator[Draft]:
    """ "said (that) the talks had failed"."""
    content = complement(syntax, verb, "ccomp")
    if content is None and lemma in cues().telling:
        content = told_clause(syntax, verb)
    if content is not None and (lemma in lexicon.clause or lemma in lexicon.naming):
        yield from _draft(syntax, verb, content, "clause")


def _infinitive(syntax: Syntax, lexicon: Cues, verb: int, lemma: str) -> Iterator[Draft]:
    """ "wants to leave", "asked them to leave"; a complement without "to" is a clause that the parser took for one."""
    if lemma == "call" and _calls_for(syntax, verb):
        return
    for content in (complement(syntax, verb, "xcomp"), complement(syntax, verb, "ccomp")):
        if content is None:
            continue
        if lemma in lexicon.infinitive and takes_to(syntax, content):
            yield from _draft(syntax, verb, content, "infinitive")
            return
        if lemma in lexicon.clause and syntax.dep[content] == "xcomp" and not takes_to(syntax, content):
            yield from _draft(syntax, verb, content, "clause")
            return


def _calls_for(syntax: Syntax, verb: int) -> bool:
    return any(syntax.lower[kid] in ("for", "on", "upon") for kid in syntax.kids[verb] if kid > verb) or for_clause(syntax, verb) is not None


def _bare_participle(syntax: Syntax, verb: int) -> bool:
    """ "Asked whether ...": a participle without auxiliary before its clause."""
    return syntax.tag[verb] == "VBN" and syntax.dep[verb] == "advcl" and syntax.child(verb, "aux", "nsubj") is None


def _draft(syntax: Syntax, verb: int, content: int, frame: str) -> Iterator[Draft]:
    holder = subject(syntax, verb)
    speaker = phrase(syntax, holder) if holder is not None else None
    first, last = syntax.left[content], syntax.right[content]
    if content > verb and frame == "clause":
        first = min(first, after_addressee(syntax, verb, first))
        last = clause_end(syntax, verb, first, last)
    if frame == "infinitive":
        last = trimmed(syntax, content, last)
    pieces = without(syntax, first, last, _cue_clause(syntax, verb, speaker))
    if pieces:
        yield Draft(pieces, speaker, cue_range(syntax, verb), verb, frame)


def _softens(syntax: Syntax, lexicon: Cues, verb: int, holder: int) -> bool:
    """True for "I think", "you know": the speaker's own mild words inside a quotation."""
    word = syntax.lower[holder]
    if word in _SECOND_PERSON:
        return True
    over = syntax.head[verb]
    if syntax.dep[verb] == "ccomp" and over < verb and lemma_of(syntax, over) in lexicon.plain and syntax.pos[holder] == "PRON":
        return lemma_of(syntax, verb) in lexicon.doubling
    return word in _FIRST_PERSON and syntax.quote[verb] >= 0 and lemma_of(syntax, verb) in lexicon.soft


def _cue_clause(syntax: Syntax, verb: int, speaker: tuple[int, int] | None) -> tuple[int, int]:
    """The tokens of cue and speaker together, as one stretch if they are near each other."""
    first, last = cue_range(syntax, verb)
    if speaker and speaker[0] - last < 3 and first - speaker[1] < 4:
        first, last = min(first, speaker[0]), max(last, speaker[1])
    return first, last


def _object(syntax: Syntax, lexicon: Cues, verb: int, lemma: str) -> Iterator[Draft]:
    """ "criticized the plan as too costly"."""
    holder, thing = subject(syntax, verb), syntax.child(verb, "dobj")
    found = holder is not None and lemma in lexicon.finding and syntax.lemma[holder] in lexicon.findings
    if holder is None or thing is None or thing < verb or not (found or lemma in lexicon.object or lemma in lexicon.naming):
        return
    if lemma == "call" and _calls_for(syntax, verb):
        return
    if lemma in lexicon.only_as and not any(syntax.lower[kid] == "as" for kid in syntax.kids[verb]):
        return
    last = _object_end(syntax, thing)
    for kid in syntax.kids[verb]:
        extends = syntax.dep[kid] in ("oprd", "xcomp", "dative") or (syntax.dep[kid] == "prep" and syntax.lower[kid] in _AFTER_OBJECT)
        if kid > thing and extends and syntax.left[kid] <= last + 2:
            last = max(last, _object_end(syntax, kid))
    if lemma in lexicon.naming:
        last = through_quotation(syntax, last, 4)
    piece = cut(syntax, syntax.left[thing], trimmed(syntax, thing, with_infinitive(syntax, verb, last)))
    if piece:
        yield Draft([piece], phrase(syntax, holder), cue_range(syntax, verb), verb, "object")


def _named(syntax: Syntax, lexicon: Cues, verb: int, lemma: str) -> Iterator[Draft]:
    """ "labelled the claim “mostly true”" where the parse shows no object: what stands between the verb and the end of the marks."""
    holder = subject(syntax, verb)
    last = through_quotation(syntax, verb, 7)
    if lemma not in lexicon.naming or holder is None or last == verb or syntax.quote[verb] >= 0:
        return
    piece = cut(syntax, verb + 1, last)
    if piece:
        yield Draft([piece], phrase(syntax, holder), cue_range(syntax, verb), verb, "naming")


def _object_end(syntax: Syntax, thing: int) -> int:
    """The last token of an object, without a second verb of the subject that the parser joined to it ("... and wishes to ...")."""
    for kid in syntax.children(thing, "conj"):
        if syntax.tag[kid] in ("VBZ", "VBD", "VBP"):
            joined = next((at for at in range(kid - 1, thing, -1) if syntax.dep[at] == "cc"), kid)
            return joined - 1
    return syntax.right[thing]


def _preposition(syntax: Syntax, lexicon: Cues, verb: int, lemma: str) -> Iterator[Draft]:
    """ "called for a ceasefire", "called on the allies to pay more"."""
    wanted = lexicon.prepositions.get(lemma, frozenset())
    clause = for_clause(syntax, verb) if "for" in wanted else None
    if clause:
        holder = subject(syntax, verb)
        piece = cut(syntax, *clause)
        if piece and holder is not None:
            yield Draft([piece], phrase(syntax, holder), cue_range(syntax, verb), verb, "preposition")
        return
    for kid in syntax.kids[verb]:
        if kid < verb or syntax.lower[kid] not in wanted or syntax.dep[kid] not in ("prep", "prt", "aux", "dative"):
            continue
        holder = subject(syntax, verb)
        below = syntax.child(kid, "pobj", "pcomp")
        if holder is None or below is None or syntax.lower[holder] in _SECOND_PERSON:
            return
        last = with_infinitive(syntax, verb, _with_role(syntax, verb, max(syntax.right[below], syntax.right[kid])))
        piece = cut(syntax, syntax.left[below], trimmed(syntax, below, last))
        if piece:
            first, _ = cue_range(syntax, verb)
            yield Draft([piece], phrase(syntax, holder), (first, kid if kid - verb < 3 else verb), verb, "preposition")
        return


def _with_role(syntax: Syntax, verb: int, last: int) -> int:
    """The end of "as a friend" or "on the issue" after "referred to the mayor", "agreed with the mayor"."""
    for kid in syntax.kids[verb]:
        if syntax.dep[kid] == "prep" and syntax.lower[kid] in _ROLE and syntax.left[kid] == last + 1:
            return syntax.right[kid]
    return last


def _passive(syntax: Syntax, lexicon: Cues, verb: int, lemma: str) -> Iterator[Draft]:
    """ "is expected to grow", "it is said that", "was criticized by": the content is the subject, with what follows the verb."""
    by = agent(syntax, verb)
    speaker = phrase(syntax, by) if by is not None else None
    below = syntax.child(verb, "xcomp", "ccomp")
    own = syntax.child(verb, "nsubjpass", "nsubj")
    pieces: list[tuple[int, int] | None] = []
    if lemma in lexicon.passive and below is not None and below > verb:
        if own is not None and syntax.pos[own] != "PRON" and syntax.dep[below] == "xcomp" and own < verb:
            pieces.append(cut(syntax, syntax.left[own], syntax.right[own]))
        pieces.append(cut(syntax, syntax.left[below], syntax.right[below]))
    elif by is not None and below is not None and below > verb and lemma in lexicon.clause:
        pieces.append(cut(syntax, syntax.left[below], syntax.right[below]))
    elif by is not None and (lemma in lexicon.object or lemma in lexicon.clause) and own is not None and own < verb:
        pieces.append(cut(syntax, syntax.left[own], syntax.right[own]))
    elif below is not None and below > verb and lemma in lexicon.clause and lemma not in ("make", "tell"):
        pieces.append(cut(syntax, syntax.left[below], syntax.right[below]))
    found = [piece for piece in pieces if piece]
    if found:
        yield Draft(found, speaker, cue_range(syntax, verb), verb, "passive")


def _interrupting(syntax: Syntax, lexicon: Cues, verb: int, lemma: str) -> Iterator[Draft]:
    """ "The talks, officials said, had failed": cue and subject between two commas; the rest of the sentence is the content."""
    holder = syntax.child(verb, "nsubj")
    first, last = syntax.sentence_range(verb)
    if lemma not in lexicon.plain or holder is None or syntax.quote[verb] >= 0 or verb + 1 >= last or abs(holder - verb) > 12:
        return
    speaker = phrase(syntax, holder)
    begin, end = min(cue_range(syntax, verb)[0], speaker[0]), _circumstance(syntax, verb, max(verb, speaker[1]))
    if begin <= first or end >= last or syntax.lower[begin - 1] not in DASHES or syntax.lower[end + 1] not in DASHES or end - begin > 12:
        return
    pieces = [piece for piece in (cut(syntax, first, begin - 1), cut(syntax, end + 1, last)) if piece]
    if len(pieces) == 2 and all(syntax.quote[token] < 0 for token in (begin - 2, end + 2) if first <= token <= last):
        after = syntax.tag[end + 2] if end + 2 <= last else ""
        if _is_whole(syntax, first, begin - 1) and (after == "VBG" or (holder > verb and after in _DESCRIBES)):
            pieces = pieces[:1]  # "..., she said, wiping her face"; "..., said Lund, who was there"
        yield Draft(pieces, speaker, cue_range(syntax, verb), verb, "interrupting")


def _circumstance(syntax: Syntax, verb: int, end: int) -> int:
    """The last token of "on Tuesday" after "the company said", up to a comma."""
    for kid in syntax.kids[verb]:
        right = syntax.right[kid]
        if kid == end + 1 and syntax.dep[kid] in ("prep", "npadvmod") and right - end < 6 and syntax.lower[min(right + 1, len(syntax) - 1)] in DASHES:
            return right
    return end


def _is_whole(syntax: Syntax, first: int, last: int) -> bool:
    """True if a stretch of tokens holds a verb with its subject."""
    return any(syntax.dep[token] in ("nsubj", "nsubjpass", "expl") and token < syntax.head[token] < last for token in range(first, last))


def _parenthetical(syntax: Syntax, lexicon: Cues, verb: int, lemma: str) -> Iterator[Draft]:
    """ "The talks, officials said, had failed" and "As the paper reported, the talks had failed": the clause around is the content."""
    over = syntax.head[verb]
    holder = syntax.child(verb, "nsubj")
    if (
        lemma not in lexicon.clause
        or over == verb
        or holder is None
        or syntax.dep[verb] not in ("parataxis", "advcl", "ccomp", "dep")
        or not syntax.is_verb(over)
    ):
        return
    marked = any(syntax.lower[kid] == "as" and kid < verb for kid in syntax.kids[verb])
    if syntax.dep[verb] == "advcl" and not marked:
        return
    first, last = syntax.left[over], syntax.right[over]
    hole = (syntax.left[verb], syntax.right[verb])
    at_comma = syntax.lower[max(0, hole[0] - 1)] in (",", "--", "-", "\u2014", "\u2013") or hole[0] == syntax.sentence_range(verb)[0]
    if not at_comma or (hole[1] - hole[0] > 14):
        return
    pieces = without(syntax, first, last, hole)
    if pieces:
        yield Draft(pieces, phrase(syntax, holder), cue_range(syntax, verb), verb, "parenthetical")


def _closing(syntax: Syntax, lexicon: Cues, verb: int, lemma: str) -> Iterator[Draft]:
    """ "The talks had failed, a source close to them said on Monday": a cue at the end of its sentence, without a complement of its own."""
    holder = syntax.child(verb, "nsubj")
    first, last = syntax.sentence_range(verb)
    if lemma not in lexicon.plain or holder is None or holder > verb or syntax.quote[verb] >= 0 or syntax.dep[verb] in ("relcl", "acl", "advcl"):
        return
    begin = syntax.left[holder]
    if begin - first < 4 or syntax.lower[begin - 1] != "," or any(_is_complement(syntax, verb, kid) for kid in syntax.kids[verb]):
        return
    piece = cut(syntax, first, begin - 1) if syntax.right[verb] >= last - 1 else None
    if piece and all(syntax.quote[token] < 0 for token in (first, begin - 2)):
        yield Draft([piece], phrase(syntax, holder), cue_range(syntax, verb), verb, "closing")


def _is_complement(syntax: Syntax, verb: int, kid: int) -> bool:
    return kid > verb and syntax.dep[kid] not in ("prep", "npadvmod", "advmod", "punct", "dative") and syntax.pos[kid] != "SPACE"


def _rest_of_sentence(syntax: Syntax, lexicon: Cues, verb: int, lemma: str) -> Iterator[Draft]:
    """Where the parse shows no complement of a plain verb of saying: what stands after the verb, its addressee and time, up to the end."""
    holder = syntax.child(verb, "nsubj")
    if lemma not in lexicon.plain or lemma in lexicon.lost or holder is None or holder > verb or syntax.quote[verb] >= 0:
        return
    last = syntax.sentence_range(verb)[1]
    first = after_addressee(syntax, verb, last + 1)
    if last - first < 3 or syntax.lower[first] in (",", ".", ";", ":", "and", "but", "--", "\u2014"):
        return
    piece = cut(syntax, first, clause_end(syntax, verb, first, last))
    if piece:
        yield Draft([piece], phrase(syntax, holder), cue_range(syntax, verb), verb, "rest")


def _inverted(syntax: Syntax, lexicon: Cues, verb: int, lemma: str) -> Iterator[Draft]:
    """ "Half of the beds are empty, reported the Coast Daily", where the parse takes the paper for what is reported."""
    thing, holder = syntax.child(verb, "dobj"), subject(syntax, verb)
    first, last = syntax.sentence_range(verb)
    if thing is None or holder is None or lemma not in lexicon.plain or syntax.lower[verb - 1] != "," or syntax.left[thing] != verb + 1:
        return
    if syntax.right[thing] < last - 1 or syntax.pos[thing] != "PROPN" or not any(syntax.is_verb(token) for token in range(holder, verb)):
        return
    piece = cut(syntax, first, verb - 1)
    if piece and syntax.quote[first] < 0 and syntax.quote[verb] < 0:
        yield Draft([piece], phrase(syntax, thing), cue_range(syntax, verb), verb, "inverted")


_RULES = (_inverted, _interrupting, _clause, _infinitive, _closing, _object, _preposition, _named, _parenthetical, _rest_of_sentence)


def _adverb(syntax: Syntax, token: int) -> Iterator[Draft]:
    """ "reportedly": the clause in which the word stands is hearsay."""
    over = syntax.head[token]
    top = syntax.clause(over)
    if not syntax.is_verb(top):
        return
    pieces = without(syntax, syntax.left[top], syntax.right[top], (token, token))
    if pieces:
        yield Draft([(pieces[0][0], pieces[-1][1])], None, (token, token), token, "adverb")
