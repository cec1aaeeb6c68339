"""Where articles come from: files, folders, standard input, saved pages, JSON."""

from variorum.read.files import Loaded, SkippedInput, load, load_all
from variorum.read.page import article_from_html

__all__ = ["Loaded", "SkippedInput", "article_from_html", "load", "load_all"]
