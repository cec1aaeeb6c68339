"""Variorum reads every account of a story and sets side by side what they say, each cell tied to the exact words."""

from variorum.aliases import Alias, parse_aliases
from variorum.article import Article, Boilerplate, Span
from variorum.build import build, extract
from variorum.compare.copy_groups import CopyGroup, CopyPair
from variorum.compare.near_copies import CopyIndex, find_copies
from variorum.compare.relations import relation
from variorum.config import DEFAULT, Config
from variorum.dossier import Dossier
from variorum.errors import AliasError, ArticleError, ConfigError, FamilyError, InputError, JudgementError, SpanError, VariorumError
from variorum.families import parse_families
from variorum.judgement import Judgement, figure_key, parse_judgements
from variorum.marks import DateMark, Figure, Position, Reading, Statement
from variorum.quantify import figures, figures_of
from variorum.read import article_from_html, load
from variorum.stories import StoryStream, group_stories
from variorum.story import Membership, Story

__version__ = "0.1.0"

__all__ = [
    "DEFAULT",
    "Alias",
    "AliasError",
    "Article",
    "ArticleError",
    "Boilerplate",
    "Config",
    "ConfigError",
    "CopyGroup",
    "CopyIndex",
    "CopyPair",
    "DateMark",
    "Dossier",
    "FamilyError",
    "Figure",
    "InputError",
    "Judgement",
    "JudgementError",
    "Membership",
    "Position",
    "Reading",
    "Span",
    "SpanError",
    "Statement",
    "Story",
    "StoryStream",
    "VariorumError",
    "article_from_html",
    "build",
    "extract",
    "figure_key",
    "figures",
    "figures_of",
    "find_copies",
    "group_stories",
    "load",
    "parse_aliases",
    "parse_families",
    "parse_judgements",
    "relation",
]
