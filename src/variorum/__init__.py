"""Variorum reads every account of a story and sets side by side what they say, each cell tied to the exact words.

Public names are imported when they are first used, so that `import variorum` and the help of its commands cost next to nothing.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from variorum.build import build as build
    from variorum.build import extract as extract
    from variorum.compare.accounts.near_copies.copy_groups import CopyGroup as CopyGroup
    from variorum.compare.accounts.near_copies.copy_groups import CopyPair as CopyPair
    from variorum.compare.accounts.near_copies.copy_index import CopyIndex as CopyIndex
    from variorum.compare.accounts.near_copies.copy_index import find_copies as find_copies
    from variorum.compare.accounts.relations import relation as relation
    from variorum.config import DEFAULT as DEFAULT
    from variorum.config import Config as Config
    from variorum.errors import AliasError as AliasError
    from variorum.errors import ArticleError as ArticleError
    from variorum.errors import ConfigError as ConfigError
    from variorum.errors import FamilyError as FamilyError
    from variorum.errors import InputError as InputError
    from variorum.errors import JudgementError as JudgementError
    from variorum.errors import SpanError as SpanError
    from variorum.errors import VariorumError as VariorumError
    from variorum.figures_only import figures as figures
    from variorum.figures_only import figures_of as figures_of
    from variorum.read import article_from_html as article_from_html
    from variorum.read import load as load
    from variorum.records.aliases import Alias as Alias
    from variorum.records.aliases import parse_aliases as parse_aliases
    from variorum.records.article import Article as Article
    from variorum.records.article import Boilerplate as Boilerplate
    from variorum.records.article import Span as Span
    from variorum.records.dossier import Dossier as Dossier
    from variorum.records.families import parse_families as parse_families
    from variorum.records.judgement import Judgement as Judgement
    from variorum.records.judgement import figure_key as figure_key
    from variorum.records.judgement import parse_judgements as parse_judgements
    from variorum.records.marks import DateMark as DateMark
    from variorum.records.marks import Figure as Figure
    from variorum.records.marks import Position as Position
    from variorum.records.marks import Reading as Reading
    from variorum.records.marks import Statement as Statement
    from variorum.records.story import Membership as Membership
    from variorum.records.story import Story as Story
    from variorum.stories import StoryStream as StoryStream
    from variorum.stories import group_stories as group_stories

_HOMES = {
    "records.aliases": "Alias parse_aliases",
    "records.article": "Article Boilerplate Span",
    "build": "build extract",
    "compare.accounts.near_copies.copy_groups": "CopyGroup CopyPair",
    "compare.accounts.near_copies.copy_index": "CopyIndex find_copies",
    "compare.accounts.relations": "relation",
    "config": "DEFAULT Config",
    "records.dossier": "Dossier",
    "errors": "AliasError ArticleError ConfigError FamilyError InputError JudgementError SpanError VariorumError",
    "records.families": "parse_families",
    "records.judgement": "Judgement figure_key parse_judgements",
    "records.marks": "DateMark Figure Position Reading Statement",
    "figures_only": "figures figures_of",
    "read": "article_from_html load",
    "stories": "StoryStream group_stories",
    "records.story": "Membership Story",
}
"""The public names by the module that defines them."""

_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = sorted(_HOME_OF)  # noqa: PLE0605  # a list of strings, made from the table


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME_OF})


class _Package(ModuleType):
    """The package, whose functions `build` and `extract` are not hidden by the modules of the same names once these are imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME_OF and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
