"""A saved web page as an article. Pages are parsed and never run."""

from __future__ import annotations

from variorum.config import DEFAULT, Config
from variorum.errors import InputError
from variorum.read.encoding import decode
from variorum.read.json_records import too_long
from variorum.records.article import Article

MIN_LETTERS = 30  # letters of its own that an article on a page has at least, in any script; fewer are a menu or a button
PAGE_BYTES = 16  # bytes of a page that are read for each character its article may have: most of a page is markup


def article_from_html(page: bytes, url: str | None = None, config: Config = DEFAULT) -> Article:
    """The article on a page, given as bytes in any encoding; `url` is where the page was found, if the page does not say.

    `text` holds the standfirst and the paragraphs, separated by blank lines, with captions, link lists and prompts marked in `boilerplate`.
    Raises InputError if the page is too long or holds no article.
    """
    return read_page(page, f"page {url}" if url else "page", url, config)


def read_page(page: bytes, where: str, url: str | None = None, config: Config = DEFAULT) -> Article:
    """As article_from_html; `where` names the page in errors."""
    most = PAGE_BYTES * config.max_characters
    if len(page) > most:
        raise InputError(where, f"the page has {len(page):,} bytes, more than the {most:,} that are read", "save the article alone")
    source, notes = decode(page, where, declares=True)
    from variorum.read.markup import read_markup  # noqa: PLC0415  loads the HTML libraries, which plain text does without

    try:
        article = read_markup(source, url, notes)
    except (RecursionError, MemoryError, ValueError, AttributeError, TypeError, LookupError) as error:
        # Third-party parsers meet hostile markup here; a page they fail on is a page that cannot be read.
        raise InputError(where, f"the page's markup cannot be read ({type(error).__name__})", "save the article as plain text") from error
    if article is None or _own_letters(article) < MIN_LETTERS:
        raise InputError(where, "no article text was found on it", "save the page of a single article, or give the text as a plain file")
    if len(article.text) > config.max_characters:
        raise too_long(where, config)
    return article


def _own_letters(article: Article) -> int:
    """How many letters of the article's text stand outside marked clutter."""
    own = article.text
    for part in reversed(article.boilerplate):
        own = own[: part.start] + own[part.end :]
    return sum(char.isalpha() for char in own)
