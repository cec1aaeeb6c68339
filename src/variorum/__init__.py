"""Variorum reads every account of a story and sets side by side what they say, each cell tied to the exact words."""

from variorum.article import Article, Boilerplate, Span
from variorum.build import build, extract
from variorum.config import DEFAULT, Config
from variorum.dossier import Dossier
from variorum.errors import ArticleError, ConfigError, InputError, SpanError, VariorumError
from variorum.marks import DateMark, Figure, Position, Reading, Statement
from variorum.quantify import figures, figures_of
from variorum.read import article_from_html, load

__version__ = "0.1.0"

__all__ = [
    "DEFAULT",
    "Article",
    "ArticleError",
    "Boilerplate",
    "Config",
    "ConfigError",
    "DateMark",
    "Dossier",
    "Figure",
    "InputError",
    "Position",
    "Reading",
    "Span",
    "SpanError",
    "Statement",
    "VariorumError",
    "article_from_html",
    "build",
    "extract",
    "figures",
    "figures_of",
    "load",
]
