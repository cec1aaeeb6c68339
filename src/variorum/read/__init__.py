"""In come files, folders, standard input, saved pages and JSON, out come articles, and one sentence for each input that is none.

`files` tells the kinds of input apart; `encoding` makes text of bytes; `json_records` reads records, `saved_page` pages: `markup` takes one apart
into `page_facts` (with `page_metadata`, `publication_days` and `address`) and `page_text` (with `page_elements`).
"""

from variorum.read.files import Loaded, SkippedInput, load, load_all
from variorum.read.saved_page import article_from_html

__all__ = ["Loaded", "SkippedInput", "article_from_html", "load", "load_all"]
