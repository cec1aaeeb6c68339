"""What people read: the one-file page, Markdown and the terminal summary. All are pure functions of a dossier."""

from variorum.report.markdown import render_markdown
from variorum.report.page import render_page

__all__ = ["render_markdown", "render_page"]
