"""In comes a dossier, out goes what people read: the one-file page, Markdown, and tables for a terminal.

`view` says what is shown and in which order; `html_page`, `markdown` and `terminal` write it. `in_words` has the words for values and verdicts,
`sigla` the names of accounts, `hostile_text` makes safe what strangers wrote.
"""

from variorum.report.html_page import render_page
from variorum.report.markdown import render_markdown

__all__ = ["render_markdown", "render_page"]
