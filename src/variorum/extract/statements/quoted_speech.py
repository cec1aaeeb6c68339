"""Quoted speech: attribution of what stands in quotation marks, by the words around the marks.

The parse is least sure where quotations break a sentence, so the cue is looked for on the surface: after the quotation ("...," said X),
before it (X said: "..."), or with an earlier quotation of the same speaker.
"""

from __future__ import annotations

import bisect

from variorum.extract.grammar.attribution import Draft, cue_range, is_passive, lemma_of, phrase, subject
from variorum.extract.grammar.cues import cues
from variorum.extract.grammar.syntax import Syntax
from variorum.extract.statements.quotation_places import ENDS, Place, comma_after, content, inner, is_speech, opening, places, runs_on
from variorum.extract.statements.uncued_quotations import orphan, short_heading
from variorum.text.quotes import inner_quotations

_PARTIES = frozenset({"i", "we", "you", "it", "one"})  # who speaks inside a quotation without being somebody else
_NEAR = 7  # most tokens between a cue and the quotation inside a quotation that follows it
_GAP = 40  # most tokens between a quotation and its cue: a name with a long description stays below
_BEFORE = 16  # most tokens between a cue and the quotation that follows it ("said in an interview with the paper on Monday,")
_SIGNATURES = frozenset({"-", "--", "\u2013", "\u2014", "\u2015"})
_ALONE = frozenset({"one", "another", "some", "many", "others", "both", "all"})  # determiners that can speak for themselves
_HOLDS_NAME = frozenset({"det", "prep", "poss", "case", "amod", "compound", "pobj", "dobj"})  # after such a word the marks hold a name, not speech
_RELATIVES = frozenset({"who", "which", "whose"})
_DESCRIPTION = 20  # most tokens of a description between a speaker and the cue
_GOES_ON = frozenset({"ADP", "CCONJ", "SCONJ"})
_TAKES_UP = frozenset({"but", "and", "yet", "so", "because", "then"})
_LINKS = frozenset({"but", "while", "if", "when", "because", "although", "though", "where", "whereas", "is", "was", "are", "were"})


def quoted_attributions(syntax: Syntax, skip: frozenset[int] = frozenset()) -> list[Draft]:
    """Statements in quotation marks with their speakers, in the order of the text. Quotations that begin at a place in `skip` are none."""
    out: list[Draft] = []
    by_quotation: dict[int, Draft] = {}
    found = places(syntax, skip)
    for number, place in enumerate(found):
        before = found[number - 1] if number else None
        earlier = by_quotation.get(number - 1)
        if before is not None and earlier is not None and _taken_up(syntax, before, place, earlier):
            earlier.contents.append(content(place))
            by_quotation[number] = earlier
            continue
        if not is_speech(syntax, place):
            part = _end_of_sentence(syntax, place) or short_heading(syntax, place)
            if part:
                out.append(part)
                by_quotation[number] = part
                continue
            named = _named(syntax, place)
            if named:
                out.append(named)
            continue
        if before is not None and earlier is not None and _continues(syntax, before, place, earlier):
            earlier.contents.append(content(place))
            by_quotation[number] = earlier
            continue
        rules = (_signed, _before_cue, _after_cue, _any_verb_after, _any_verb_before)
        draft = next((draft for rule in rules if (draft := rule(syntax, place))), None) or orphan(syntax, place, out)
        if draft:
            out.append(draft)
            by_quotation[number] = draft
    return out


def nested_attributions(syntax: Syntax) -> list[Draft]:
    """Quotations inside quotations: “The mayor told me ‘you will never build it’ and left,” said Berg. The inner words are the mayor's."""
    out: list[Draft] = []
    for number, outer in enumerate(syntax.quotations):
        for quotation in inner_quotations(syntax.text, outer):
            first = bisect.bisect_left(syntax.start, quotation.start)
            verb = next((at for at in range(first - 1, first - _NEAR, -1) if at >= 0 and _is_cue(syntax, at)), None)
            holder = None if verb is None or syntax.quote[verb] != number else syntax.child(verb, "nsubj")
            if verb is not None and holder is not None and syntax.quote[holder] == number and syntax.lower[holder] not in _PARTIES:
                out.append(Draft([(quotation.start, quotation.end)], phrase(syntax, holder), cue_range(syntax, verb), verb, "nested", direct=True))
    return out


def _is_cue(syntax: Syntax, token: int) -> bool:
    return syntax.is_verb(token) and lemma_of(syntax, token) in cues().quote and not is_passive(syntax, token) and not _names(syntax, token)


def _names(syntax: Syntax, token: int) -> bool:
    """True for a participle that only gives the name of a thing: a shop called "The Anchor"."""
    return syntax.dep[token] == "acl" and syntax.tag[token] == "VBN"


def _continues(syntax: Syntax, before: Place, place: Place, earlier: Draft) -> bool:
    """True if a quotation goes on with the one before: nothing but its cue stands between them, or each opens a paragraph of one speech."""
    gap = range(*before.gap_after) if syntax.block[before.first] == syntax.block[place.first] else None
    if gap is None:
        return not before.quotation.closed and place.gap_before[0] >= place.first
    if not gap:
        return True
    if all(syntax.pos[token] in ("PUNCT", "SPACE") for token in gap):
        return syntax.lower[gap[-1]] != ":"
    if earlier.verb is None or earlier.verb not in gap:
        return False
    lexicon = cues()
    ends = [token for token in gap if syntax.lower[token] in ENDS]
    if ends and (len(ends) > 1 or ends[0] != gap[-1]):
        return False
    if syntax.lower[gap[-1]] == ":" or (ends and (_after_cue(syntax, place) or _cue_at_end(syntax, place))):
        return False
    later = (token for token in gap if token > earlier.verb and syntax.pos[token] == "VERB" and syntax.dep[token] not in ("relcl", "acl"))
    return not any(lemma_of(syntax, token) in lexicon.quote for token in later)


def _taken_up(syntax: Syntax, before: Place, place: Place, earlier: Draft) -> bool:
    """True for the second half of a broken quotation after "but": "I love Lars," he said, but "he is wrong"."""
    if earlier.verb is None or not before.after <= earlier.verb < place.first or syntax.block[before.first] != syntax.block[place.first]:
        return False
    tail = [syntax.lower[token] for token in range(earlier.verb + 1, place.first)]
    return len(tail) in (2, 3) and tail[0] == "," and tail[1] in _TAKES_UP and tail[2:] in ([], ["that"], [","])


def _cue_at_end(syntax: Syntax, place: Place) -> bool:
    """True if the sentence that a quotation opens has a cue of its own at its end: "We paid" to keep it open, she said."""
    last = syntax.sentence_range(place.after - 1)[1]
    for comma in range(place.after, last - 1):
        if syntax.lower[comma] == "," and syntax.pos[comma + 1] in ("PRON", "PROPN") and syntax.quote[comma] < 0:
            verb = comma + 2
            while verb < last and syntax.pos[verb] == "PROPN":
                verb += 1
            if _is_cue(syntax, verb):
                return True
    return False


def _end_of_sentence(syntax: Syntax, place: Place) -> Draft | None:
    """It was “sold in May. Nobody knew,” she said: the quotation begins inside a sentence of the speaker's, which belongs to it."""
    begin = opening(syntax, place)
    draft = _after_cue(syntax, place) if begin is not None and runs_on(syntax, place) else None
    if draft is not None and begin is not None:
        draft.contents = [(syntax.start[begin], place.quotation.end)]
    return draft


def _after_cue(syntax: Syntax, place: Place) -> Draft | None:
    """The cue in the words right after a quotation."""
    first, last = place.gap_after
    opens = place.gap_before[0] >= place.first and not inner(syntax, place).endswith(".")
    if first >= last or not (comma_after(syntax, place) or opens or _only_cue_follows(syntax, first, last)):
        return None
    if not comma_after(syntax, place) and syntax.pos[first] in _GOES_ON:
        return None  # "We are shocked" by the fire, she said
    before = place.first - 1
    if before >= place.gap_before[0] and syntax.dep[before] in _HOLDS_NAME and syntax.lower[before] not in _LINKS and before >= 0:
        return None  # the title of something: in "The Long Night," the author said
    if syntax.lower[first] == ",":
        first += 1
    verb = _first_cue(syntax, first, min(last, first + _GAP))
    if verb is None or is_passive(syntax, verb):
        return None
    speaker = _speaker_after(syntax, first, verb, last)
    return None if speaker is None else Draft([content(place)], speaker, cue_range(syntax, verb), verb, "quoted", direct=True)


def _signed(syntax: Syntax, place: Place) -> Draft | None:
    """ "We lost everything." — Anna Berg, farmer; "..." [Coast Daily]: a quoted sentence with its speaker's name after a dash or in brackets."""
    first = place.after
    while first < min(len(syntax), place.after + 3) and syntax.pos[first] == "SPACE":
        first += 1
    if first + 1 >= len(syntax) or inner(syntax, place)[-1:] not in ".!?\u2026":
        return None
    sign = syntax.lower[first]
    glued = sign[:1] in _SIGNATURES and len(sign) > 1 and sign[1:].isalpha()
    if sign not in _SIGNATURES and not glued and (sign != "[" or syntax.block[first] != syntax.block[place.first]):
        return None
    begin, last = (first if glued else first + 1), first + 1
    while last < min(len(syntax), first + 9) and syntax.block[last] == syntax.block[first] and syntax.lower[last] != "]":
        last += 1
    run = _noun_run(syntax, begin, last)
    if run is None or (syntax.pos[begin] != "PROPN" and not glued) or syntax.tag[min(run[1] + 1, len(syntax) - 1)] in ("VBD", "VBZ", "VBP", "MD"):
        return None
    return Draft([content(place)], run, None if glued else (first, first), None, "signed", direct=True)


def _only_cue_follows(syntax: Syntax, first: int, last: int) -> bool:
    """True if the next sentence is no more than "Lee said.", after a quotation that ends in a full stop."""
    end = next((token for token in range(first, min(last, first + 6)) if syntax.lower[token] == "."), None)
    if end is not None and 1 < end - first < 5 and lemma_of(syntax, end - 1) in cues().reporting:
        return True
    verb = first
    while verb < min(last, first + 5) and syntax.pos[verb] in ("PROPN", "PRON"):
        verb += 1
    if not first < verb < last or syntax.tag[verb] not in ("VBD", "VBZ") or lemma_of(syntax, verb) not in cues().quote:
        return False
    return all(kid < verb for kid in syntax.children(verb, "ccomp", "dobj", "xcomp", "prep"))


def _any_verb_after(syntax: Syntax, place: Place) -> Draft | None:
    """ "...," beamed the winner: after a comma inside the marks any verb next to a name or pronoun is a cue."""
    first, last = place.gap_after
    if not comma_after(syntax, place) or last - first < 2 or place.after - place.first < 5:
        return None
    if syntax.tag[first] in ("VBD", "VBZ") and syntax.pos[first] == "VERB" and syntax.pos[first + 1] in ("PROPN", "PRON", "DET"):
        speaker = _speaker_after(syntax, first, first, last)
        return None if speaker is None else Draft([content(place)], speaker, (first, first), first, "quoted", direct=True)
    verb = first
    while verb < min(last, first + 5) and syntax.pos[verb] in ("PROPN", "PRON"):
        verb += 1
    if first < verb < last and syntax.tag[verb] in ("VBD", "VBZ") and syntax.pos[verb] == "VERB":
        return Draft([content(place)], (first, verb - 1), (verb, verb), verb, "quoted", direct=True)
    return None


def _any_verb_before(syntax: Syntax, place: Place) -> Draft | None:
    """She shot back, "...": before a comma and a full quoted sentence any finite verb close by is a cue."""
    first, last = place.gap_before
    words = inner(syntax, place)
    if last - first < 3 or syntax.lower[last - 1] not in (",", ":") or words[-1:] not in ".!?" or words[:1].islower():
        return None
    for verb in range(last - 2, max(first, last - 6) - 1, -1):
        if syntax.tag[verb] in ("VBD", "VBZ") and syntax.pos[verb] == "VERB" and syntax.dep[verb] in ("ROOT", "conj", "advcl", "ccomp"):
            holder = syntax.child(verb, "nsubj")
            late = any(syntax.pos[kid] == "SCONJ" and syntax.lower[kid] != "as" for kid in syntax.kids[verb])
            if holder is None or late or syntax.pos[holder] not in ("PROPN", "PRON", "NOUN"):
                return None
            return Draft([content(place)], phrase(syntax, holder), cue_range(syntax, verb), verb, "quoted", direct=True)
    return None


def _named(syntax: Syntax, place: Place) -> Draft | None:
    """What the minister calls "a reset": the name that somebody gives a thing, in marks of its own."""
    verb = place.first - 1
    if verb < 1 or place.gap_before[0] > verb or lemma_of(syntax, verb) not in cues().naming or not syntax.is_verb(verb):
        return None
    holder = syntax.child(verb, "nsubj")
    if holder is None or holder > verb or holder - 1 < 0 or syntax.lower[syntax.left[holder] - 1] != "what":
        return None
    return Draft([content(place)], phrase(syntax, holder), cue_range(syntax, verb), verb, "named", direct=True)


def _first_cue(syntax: Syntax, first: int, last: int) -> int | None:
    lexicon = cues()
    beyond = first
    for token in range(first, last):
        word = syntax.lower[token]
        if word in _RELATIVES and token > first and syntax.lower[token - 1] == ",":
            beyond = max(beyond, _after_relative(syntax, token, last))
        if token < beyond:
            continue
        if word in ENDS or word in _LINKS or word in (";", ":"):
            return None
        if syntax.pos[token] in ("VERB", "AUX", "NOUN") and syntax.tag[token] in ("VBD", "VBZ", "VBP", "VBN", "VBG", "VB", "NNS", "NN"):
            if syntax.pos[token] == "NOUN" and not (word.endswith("s") and word not in ("claims", "reports")):
                continue
            if lemma_of(syntax, token) in lexicon.quote and syntax.dep[token] not in ("relcl", "acl", "amod", "compound"):
                return token
    return None


def _after_relative(syntax: Syntax, token: int, last: int) -> int:
    """The token after a description of the speaker (", who was there, "): after its second comma; the description's start if there is none."""
    return next((at + 1 for at in range(token, min(last, token + _DESCRIPTION)) if syntax.lower[at] == ","), token)


def _speaker_after(syntax: Syntax, first: int, verb: int, last: int) -> tuple[int, int] | None:
    """The subject of a cue after a quotation: its subject in the parse, else the words before or after the verb."""
    if syntax.dep[verb] == "advcl" and syntax.tag[verb] == "VBG":
        holder = subject(syntax, verb)
        return None if holder is None else phrase(syntax, holder)
    own = next((kid for kid in syntax.kids[verb] if syntax.dep[kid] in ("nsubj", "nsubjpass") and first <= kid < last), None)
    if own is not None and syntax.quote[own] < 0:
        return phrase(syntax, own)
    begin = cue_range(syntax, verb)[0]
    while begin > first and syntax.pos[begin - 1] in ("AUX", "ADV", "PART"):
        begin -= 1
    if begin > first:
        return _noun_run(syntax, first, begin)
    return _noun_run(syntax, verb + 1, min(last, verb + 12))


def _noun_run(syntax: Syntax, first: int, last: int) -> tuple[int, int] | None:
    """The noun phrase that begins at `first`: up to a comma, verb or preposition other than "of" and "for"."""
    while first < last and syntax.pos[first] in ("CCONJ", "PUNCT", "SPACE", "ADV"):
        first += 1
    end = first
    seen = False
    while end < last:
        pos, word = syntax.pos[end], syntax.lower[end]
        if syntax.quote[end] >= 0 and end > first:
            end, seen = end + 1, True  # a name in marks: the “Save the Harbour” group
            continue
        if pos in ("PUNCT", "VERB", "AUX", "SCONJ", "SPACE") and word not in ("-", "."):
            break
        if pos == "ADP" and (word not in ("of", "for", "at", "from") or not seen):
            break
        if pos in ("NOUN", "PROPN", "PRON", "NUM", "DET"):
            seen = seen or pos != "DET" or word in _ALONE
        end += 1
    while end > first and syntax.pos[end - 1] in ("PUNCT", "ADP", "CCONJ", "ADV"):
        end -= 1
    return (first, end - 1) if seen and end > first else None


def _before_cue(syntax: Syntax, place: Place) -> Draft | None:
    """The cue in the words right before a quotation, or in the last sentence of the paragraph before if that ends in a colon."""
    first, last = place.gap_before
    if first >= last:
        first, last = _colon_before(syntax, place.first)
    if first >= last:
        return None
    verb = None
    colon = syntax.lower[last - 1] == ":"
    for token in range(last - 1, max(first, last - (_GAP if colon else _BEFORE)) - 1, -1):
        if syntax.lower[token] in ENDS or syntax.lower[token] == ";":
            break
        if syntax.pos[token] in ("VERB", "AUX") and syntax.dep[token] not in ("amod", "aux", "auxpass"):
            if _is_cue(syntax, token):
                verb = token
                break
            if syntax.tag[token] in ("VBD", "VBZ", "VBP") and syntax.dep[token] != "relcl" and not colon:
                break
    if verb is None:
        return _colon_only(syntax, place, (first, last)) if colon else None
    return _led_in(syntax, place, verb, (first, last))


def _colon_only(syntax: Syntax, place: Place, gap: tuple[int, int]) -> Draft | None:
    """ "The minister then turned to the reporters: ..." or "The minister: ...": the subject of the sentence, or the name before the colon."""
    first, last = gap
    begin = max(first, syntax.sentence_range(last - 1)[0])
    verb = next((token for token in range(begin, last) if syntax.is_verb(token) and syntax.child(token, "nsubj") is not None), None)
    if verb is None:
        start = last - 1
        while start > max(begin, last - 8) and syntax.pos[start - 1] in ("PROPN", "ADJ", "NOUN", "DET"):
            start -= 1
        run = _noun_run(syntax, start, last - 1)
        ok = run is not None and any(syntax.pos[token] == "PROPN" for token in range(run[0], run[1] + 1))
        return Draft([content(place)], run, (last - 1, last - 1), None, "colon", direct=True) if ok else None
    holder = subject(syntax, verb)
    if holder is None or syntax.pos[holder] not in ("PROPN", "PRON") or syntax.lower[holder] in ("it", "this", "that", "there"):
        return None
    return Draft([content(place)], phrase(syntax, holder), cue_range(syntax, verb), verb, "colon", direct=True)


def _colon_before(syntax: Syntax, token: int) -> tuple[int, int]:
    """The last sentence of the paragraph before `token` if it ends in a colon, else an empty range."""
    last = token
    while last > 0 and syntax.pos[last - 1] == "SPACE":
        last -= 1
    if last == 0 or syntax.lower[last - 1] != ":":
        return token, token
    return max(syntax.sentence_range(last - 1)[0], last - _GAP), last


def _led_in(syntax: Syntax, place: Place, verb: int, gap: tuple[int, int]) -> Draft | None:
    first, last = gap
    before = syntax.lower[last - 1]
    opening = next((char for char in inner(syntax, place) if char.isalnum()), "a")
    if before not in (",", ":") and last - 1 != verb and (opening.islower() or syntax.dep[last - 1] in _HOLDS_NAME):
        return None
    if before == "that" and opening.islower():
        return None
    holder = subject(syntax, verb)
    if holder is not None and syntax.quote[holder] < 0 and holder < place.first:
        return Draft([content(place)], phrase(syntax, holder), cue_range(syntax, verb), verb, "quoted", direct=True)
    begin = cue_range(syntax, verb)[0]
    speaker = _noun_run(syntax, max(first, syntax.sentence_range(verb)[0]), begin)
    return Draft([content(place)], speaker, cue_range(syntax, verb), verb, "quoted", direct=True)
