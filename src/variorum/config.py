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
    """Share (0 to 1) of word 3-grams that two texts must have in common to be called a copy. Retyped headlines and bylines cost 5 to 8 %."""

    rewrite_containment: float = 0.35
    """Share (0 to 1) of the shorter text's word 5-grams found in the longer one, from which it is one text edited: independent reports of one
    event share quotations only, below 0.2."""

    reworded_coverage: float = 0.55
    """Share (0 to 1) of the shorter text that must stand in sentences aligned one to one with another text's, in order, for it to be called
    that text reworded. Independent reports of one event align for less than a fifth; a text put through a synonym machine for four fifths."""

    same_value_likeness: float = 0.03
    """Least likeness (0 to 1) of what two figures are about for equal values of three or more significant marks to stand in one row. Such values
    hardly ever coincide within a story: on the development stories 130 of 135 such pairs speak of one quantity whatever their words."""

    small_value_likeness: float = 0.18
    """The same for values of one digit ("two", "four"), which coincide often: below it four rows in ten mix different things."""

    near_value_likeness: float = 0.24
    """Least likeness for values that bounds or rounding allow to be equal ("more than 270", "276")."""

    other_value_likeness: float = 0.5
    """Least likeness of what two groups of figures measure for different values to be set against each other. Lower, and quantities that only
    look alike are called conflicts."""

    antecedent_sentences: int = 3
    """Sentences back in which a pronoun finds its antecedent. Further back somebody else may have come between unnamed."""

    def __post_init__(self) -> None:
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            if isinstance(value, float) and not 0 <= value <= 1:
                raise ConfigError(f"{field.name} is {value}; it must lie between 0 and 1.")
            if isinstance(value, int) and value <= 0:
                raise ConfigError(f"{field.name} is {value}; it must be above 0.")


DEFAULT = Config()
