"""Whether what grammar found is speech: a speaker who can speak, and a verb that tells of saying where it stands."""

from __future__ import annotations

from variorum.extract.grammar.attribution import RELATIVES, Draft, antecedent_of_relative, lemma_of
from variorum.extract.grammar.cues import cues
from variorum.extract.grammar.syntax import Syntax
from variorum.text.speaker_words import is_party, is_source, speaker_nouns

# Constructions in which a text gives a source of its own, whatever the source is called.
_GIVEN = frozenset({"according", "framing", "post", "turn", "heading", "signed"})
_THING = frozenset({"it", "its"})
_WISHES = frozenset({"infinitive", "noun infinitive", "adjective infinitive"})
_DEPTH = 3  # "a number of dozens of people": amounts of amounts that are followed


def proper_words(syntax: Syntax) -> frozenset[str]:
    """The words, in small letters, that a text uses as names."""
    return frozenset(word for word, pos in zip(syntax.lower, syntax.pos, strict=True) if pos == "PROPN")


def is_speech(syntax: Syntax, draft: Draft, proper: frozenset[str]) -> bool:
    """False where the subject of a cue cannot speak ("experience shows") or nobody in particular is meant ("who knows").

    `proper` are the words of the text's names.
    """
    if draft.speaker is None or draft.verb is None or draft.direct or draft.frame in _GIVEN:
        return True
    head = head_of(syntax, draft.speaker)
    lemma = lemma_of(syntax, draft.verb)
    if syntax.lower[head] in RELATIVES and syntax.tag[head] in ("WP", "WDT"):
        over = antecedent_of_relative(syntax, head)
        return lemma not in cues().soft if over is None else _tells(syntax, over, lemma, draft.frame)
    return syntax.lower[head] in proper or _tells(syntax, head, lemma, draft.frame)


def head_of(syntax: Syntax, place: tuple[int, int]) -> int:
    """The token of a phrase that the others hang on."""
    first, last = place
    return next((token for token in range(first, last + 1) if not first <= syntax.head[token] <= last), last)


def _tells(syntax: Syntax, noun: int, lemma: str, frame: str) -> bool:
    """True if somebody who can speak does, or something speaks of which the text says so in so many words ("the sign said that ...")."""
    plain = lemma in cues().outright and frame in ("clause", "interrupting", "closing", "parenthetical", "rest")
    if syntax.lower[noun] in _THING:
        return plain or (frame not in _WISHES and lemma not in cues().acting)
    if syntax.pos[noun] != "NOUN" or _is_name(syntax, noun):
        return True
    if is_source(syntax.lower[noun]) and not is_party(syntax.lower[noun]) and syntax.lemma[noun] not in cues().findings:
        return plain or (frame not in _WISHES and lemma not in cues().acting)
    return plain or _can_speak(syntax, noun, 0)


def _is_name(syntax: Syntax, noun: int) -> bool:
    """True for a capitalised word that the tagger took for a noun, where no sentence begins with it."""
    return syntax.text[syntax.start[noun]].isupper() and noun != syntax.sentence_range(noun)[0]


def _can_speak(syntax: Syntax, noun: int, depth: int) -> bool:
    word = syntax.lower[noun]
    if word in speaker_nouns("amounts") or syntax.lemma[noun] in speaker_nouns("amounts"):
        of = next((kid for kid in syntax.kids[noun] if kid > noun and syntax.lower[kid] == "of"), None)
        below = None if of is None else syntax.child(of, "pobj")
        return below is None or depth == _DEPTH or syntax.pos[below] != "NOUN" or _can_speak(syntax, below, depth + 1)
    return is_party(word) or is_source(word)
