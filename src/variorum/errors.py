"""The one tree of errors. `InputError` means: this input failed, go on with the others; anything else means: stop."""

from __future__ import annotations


class VariorumError(Exception):
    """Base of everything that Variorum raises on purpose. Its text is one sentence fit to show to a user."""


class InputError(VariorumError):
    """One file, page or record could not be read; the rest of the story can still be built."""

    def __init__(self, where: str, what: str, advice: str) -> None:
        super().__init__(f"{where}: {what}; {advice}.")
        self.where = where
        self.what = what
        self.advice = advice


class SpanError(VariorumError):
    """A span does not lie inside its text, or the words it carries are not the text's own."""


class ArticleError(VariorumError):
    """An article cannot be made from these values (no text, an unreadable date, two texts under one id)."""


class ConfigError(VariorumError):
    """A setting has a value that cannot be used."""


class JudgementError(VariorumError):
    """A judgement, or the file it stands in, cannot be used as it is."""


class AliasError(VariorumError):
    """A file of aliases cannot be used as it is."""


class FamilyError(VariorumError):
    """A file of publisher families cannot be used as it is."""
