"""Every setting in one place, with its unit and the reason for its default."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from variorum.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of a run. Each has a unit and a reason; `docs/config.md` lists them all."""

    max_characters: int = 1_000_000
    """Longest article that is read, in characters. The longest news report is a tenth of it; a longer file is a book or a mistake."""

    chunk_characters: int = 50_000
    """Most characters that are parsed at once. Keeps the parser's memory under about 1 GB; chunks end where a block ends."""

    copy_resemblance: float = 0.9
    """Share (0 to 1) of word 3-grams that two texts must have in common for a search through many texts to call them a copy. Retyped
    headlines and bylines cost 5 to 8 %."""

    derived_share: float = 0.45
    """Share (0 to 1) of the smaller text's words that must stand in sentences taken over from another text, of all and of those outside
    quotations, for the two to be one voice. Half of a text, less what a hard edit hides; two reports of one event share less than 0.25, and
    those that have paragraphs in common up to 0.4."""

    copy_likeness: float = 0.92
    """Mean likeness (0 to 1) of sentences, each text's to the other's, from which nothing of weight was added, dropped or replaced: one text is a
    copy of the other, or the other cut short. A changed date, a headline or a caption costs up to 0.05."""

    whole_sentence: float = 0.83
    """Likeness (0 to 1) from which a sentence stands whole in another text. Sentences of legal or sporting formula reach 0.75 by themselves."""

    reworded_coverage: float = 0.55
    """Share (0 to 1) of the shorter text that must stand in sentences aligned one to one with another text's, in order, for it to be called
    that text reworded. Independent reports of one event align for less than a fifth; a text put through a synonym machine for four fifths."""

    near_copy_containment: float = 0.5
    """Share (0 to 1) of the shorter text's word 3-grams found in the longer one, from which a search through many texts calls it a copy of that
    text. A copy with three sentences in ten exchanged keeps 0.6; two reports of one event by one desk reach 0.45."""

    near_copy_extent: float = 0.5
    """Share (0 to 1) of the longer text over which the words of the shorter one must be spread for the two to be one text edited, unless both
    begin alike. Below it, the shorter one stands as a block inside other matter, as in a digest."""

    antecedent_sentences: int = 3
    """Sentences back in which a pronoun finds its antecedent. Further back somebody else may have come between unnamed."""

    story_likeness: float = 0.1
    """Least mean likeness (0 to 1, cosine of weighed words, less for articles far apart in time) of two groups of articles that become one story.
    Reports of one event have 0.15 to 0.4, reports of unrelated events below 0.05; between lie events of one topic and odd reports."""

    story_cohesion: float = 0.55
    """Share (0 to 1) of the mean likeness within two groups of articles that the likeness between them must reach for them to become one story.
    Two events with the same actors mostly reach 0.3 to 0.5, two halves of one event 0.8 to 1."""

    story_days: int = 100
    """Days after which the part of the likeness that time takes away is two thirds gone. Most stories last days, a scandal goes on for months."""

    story_window: int = 10_000
    """Articles, the newest, that are sorted anew when more arrive. Each takes about 50 KB of memory and 4 milliseconds; so many are some days of a
    national press. Stories with older articles only rest on disk; new reports can still join them."""

    def __post_init__(self) -> None:
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            if isinstance(value, float) and not 0 <= value <= 1:
                raise ConfigError(f"{field.name} is {value}; it must lie between 0 and 1.")
            if isinstance(value, int) and value <= 0:
                raise ConfigError(f"{field.name} is {value}; it must be above 0.")


DEFAULT = Config()
