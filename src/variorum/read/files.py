"""Articles from files, folders and standard input. One bad input never stops the others."""

from __future__ import annotations

import gzip
import json
import re
import sys
import warnings
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from variorum.config import DEFAULT, Config
from variorum.errors import ArticleError, InputError
from variorum.read.address import host_of
from variorum.read.encoding import decode
from variorum.read.json_records import article_from_record, records_in, too_long
from variorum.read.saved_page import PAGE_BYTES, read_page
from variorum.records.article import Article
from variorum.text.clutter import mark_clutter
from variorum.text.language_detection import detect_language

FORMATS = {
    ".txt": "text", ".text": "text", ".md": "text", ".html": "page", ".htm": "page", ".xhtml": "page",
    ".json": "json", ".jsonl": "lines", ".ndjson": "lines",
}  # fmt: skip
STDIN = "-"

_TEXT_BYTES = 4  # bytes that one character takes at most in any encoding
_JSON_BYTES = 1 << 30  # a JSON file is held in memory whole; a larger one should be JSON lines
_PAGE = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|article|main|div|section|p|h1|meta|\?xml)\b", re.IGNORECASE | re.DOTALL
)

Outcome = Article | InputError


class SkippedInput(UserWarning):
    """An input that `load` passed over while it read others."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read: articles, each once; one problem for each file or record that could not be; and what else to tell the user."""

    articles: tuple[Article, ...]
    problems: tuple[InputError, ...]
    warnings: tuple[str, ...]


def load(source: str | Path, *, published: str | None = None, outlet: str | None = None, config: Config = DEFAULT) -> Iterator[Article]:
    """Articles in a file, a folder (with its subfolders, in order of name) or standard input (`-`), each once.

    `published` (ISO 8601) and `outlet` fill in what an article does not say itself. A single file that cannot be read raises InputError. In
    a folder or a file of many records the bad ones are passed over with a SkippedInput warning; InputError is raised only if none could be read.
    """
    loaded = load_all([source], published=published, outlet=outlet, config=config)
    if not loaded.articles:
        raise _nothing_read(str(source), loaded.problems)
    for message in (*map(str, loaded.problems), *loaded.warnings):
        warnings.warn(message, SkippedInput, stacklevel=2)
    yield from loaded.articles


def load_all(sources: Sequence[str | Path], *, published: str | None = None, outlet: str | None = None, config: Config = DEFAULT) -> Loaded:
    """Articles in all these files and folders. Never raises for a bad input: see Loaded.

    The same text from the same outlet and address counts once, and a warning names both places. `published` and `outlet` as in `load`.
    """
    shelf = _Shelf()
    for source in sources:
        for where, outcome in _read_source(source, config):
            shelf.put(where, _filled(outcome, where, published, outlet))
    return Loaded(tuple(shelf.articles.values()), tuple(shelf.problems), tuple(shelf.warnings))


class _Shelf:
    """Collects what was read, in order, each article once."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.places: dict[str, str] = {}
        self.problems: list[InputError] = []
        self.warnings: list[str] = []

    def put(self, where: str, outcome: Outcome) -> None:
        if isinstance(outcome, InputError):
            self.problems.append(outcome)
            return
        known = self.articles.get(outcome.id)
        if known is not None and not _same(known, outcome):
            taken = f"the id {outcome.id!r} is taken by another article in {self.places[outcome.id]}"
            self.warnings.append(f"{where}: {taken}; it is given an id of its own.")
            outcome = outcome.replace()
            known = self.articles.get(outcome.id)
        if known is not None:
            self.warnings.append(f"{where}: the same article as in {self.places[outcome.id]}; it is counted once.")
            return
        self.articles[outcome.id] = outcome
        self.places[outcome.id] = where
        self.warnings += [f"{where}: {note}" for note in outcome.notes]


def _same(a: Article, b: Article) -> bool:
    return (a.text, a.url, a.outlet) == (b.text, b.url, b.outlet)


def _filled(outcome: Outcome, where: str, published: str | None, outlet: str | None) -> Outcome:
    """The article with what it lacks: first what the caller says, then the outlet its address shows."""
    if isinstance(outcome, InputError):
        return outcome
    changes: dict[str, object] = {}
    if outcome.published is None and published:
        changes["published"] = published
    if outcome.outlet is None and (outlet or outcome.url):
        changes["outlet"] = outlet or host_of(outcome.url)
    if not changes:
        return outcome
    made_id = outcome.replace().id == outcome.id
    try:
        return outcome.replace(**changes) if made_id else outcome.replace(id=outcome.id, **changes)
    except ArticleError as error:
        return InputError(where, str(error).rstrip("."), "correct the date given for it")


def _nothing_read(source: str, problems: tuple[InputError, ...]) -> InputError:
    if len(problems) == 1:
        return problems[0]
    first = problems[0]
    return InputError(source, f"none of its {len(problems)} articles could be read; the first: {first.where}: {first.what}", first.advice)


def _read_source(source: str | Path, config: Config) -> Iterator[tuple[str, Outcome]]:
    name = str(source)
    if name == STDIN:
        yield from _guarded(name, "standard input", config)
        return
    if re.match(r"https?://", name, re.IGNORECASE):
        yield name, InputError(name, "web addresses are not fetched", "save the page and give the file")
        return
    try:
        path = Path(source)
        files = _files_in(path) if path.is_dir() else [path]
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield name, InputError(repr(name) if "\x00" in name else name, _reason(error), "give the path of a file or folder")
        return
    if not files:
        yield name, InputError(name, "the folder holds no file that can be read", f"put articles into it as {', '.join(FORMATS)}")
    for file in files:
        yield from _guarded(str(file), str(file), config)


def _files_in(folder: Path) -> list[Path]:
    """Files of known formats in a folder and its subfolders, in order of name; hidden ones are left out."""
    found: list[Path] = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():  # a link could lead back up
            found += _files_in(path)
        elif _format(path):
            found.append(path)
    return found


def _format(path: Path) -> str | None:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    last = suffixes[-2:-1] if suffixes[-1:] == [".gz"] else suffixes[-1:]
    return FORMATS.get(last[0]) if last else None


def _guarded(name: str, where: str, config: Config) -> Iterator[tuple[str, Outcome]]:
    """What one file or standard input holds; what cannot be opened or unpacked becomes an InputError."""
    try:
        yield from _read_file(name, where, config)
    except InputError as error:
        yield where, error
    except (OSError, EOFError, ValueError, zlib.error) as error:
        advice = "check the path and its permissions" if isinstance(error, OSError) and error.errno else "save it anew"
        yield where, InputError(where, _reason(error), advice)


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "it may not be read by this user"
    if isinstance(error, EOFError | gzip.BadGzipFile | zlib.error):
        return "it is not a whole gzip file"
    return f"it cannot be read ({error})".replace("\x00", "?")


def _read_file(name: str, where: str, config: Config) -> Iterator[tuple[str, Outcome]]:
    path = None if name == STDIN else Path(name)
    form = _format(path) if path else None
    limit = {"text": _TEXT_BYTES, "page": PAGE_BYTES}.get(form or "", 0) * config.max_characters or _JSON_BYTES
    data = _bytes(path, limit)
    if len(data) > limit:
        raise too_long(where, config)
    if form == "page":
        yield where, read_page(data, where, config=config)
        return
    text, notes = decode(data, where)
    form = form or _sniff(text)
    if form == "page":
        yield where, read_page(data, where, config=config)
    elif form == "json":
        yield from _from_json(text, where, config)
    elif form == "lines":
        yield from _from_lines(text, where, config)
    else:
        yield where, _from_text(text, where, notes, config)


def _bytes(path: Path | None, limit: int) -> bytes:
    """Up to `limit` + 1 bytes, unpacked if they are gzip: enough to see that a file is too long."""
    if path is None:
        return sys.stdin.buffer.read(limit + 1)
    with path.open("rb") as file:
        if file.read(2) == b"\x1f\x8b":
            file.seek(0)
            with gzip.open(file) as unpacked:
                return unpacked.read(limit + 1)
        file.seek(0)
        return file.read(limit + 1)


def _sniff(text: str) -> str:
    """The format of an unnamed text: a page, JSON, JSON lines or plain text."""
    if _PAGE.match(text[:4000]):
        return "page"
    head = text.lstrip()
    if head[:1] not in {"{", "["}:
        return "text"
    first = head.split("\n", 1)[0]
    try:
        parsed = json.loads(first)
    except (ValueError, RecursionError):
        return "json" if re.match(r"[{\[]\s*(?:[\"{}\]]|$)", head) else "text"
    return "lines" if isinstance(parsed, dict) and head[len(first) :].strip() else "json"


def _from_text(text: str, where: str, notes: tuple[str, ...], config: Config) -> Article:
    if len(text) > config.max_characters:
        raise too_long(where, config)
    if not any(map(str.isalnum, text)):
        raise InputError(where, "there is no word in it", "give a file that holds the article's text")
    return Article(text=text, language=detect_language(text), boilerplate=mark_clutter(text), notes=notes)


def _from_json(text: str, where: str, config: Config) -> Iterator[tuple[str, Outcome]]:
    try:
        value = json.loads(text)
    except RecursionError:
        raise InputError(where, "the JSON is nested too deeply", "give a list of records") from None
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and text.lstrip()[:1] == "{":  # JSON lines under the wrong name
            yield from _from_lines(text, where, config)
            return
        raise InputError(where, f"it is not valid JSON, line {error.lineno}: {error.msg}", "correct the file or save it anew") from None
    empty = True
    for name, record in records_in(value):
        empty = False
        place = f"{where}, {name}" if name else where
        yield place, _outcome(record, place, config)
    if empty:
        raise InputError(where, "the JSON holds no record", "give a list of records with a text each")


def _from_lines(text: str, where: str, config: Config) -> Iterator[tuple[str, Outcome]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        place = f"{where}, line {number}"
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            what = getattr(error, "msg", "nested too deeply")
            yield place, InputError(place, f"it is not valid JSON: {what}", "correct the line or leave it out")
            continue
        yield place, _outcome(record, place, config)


def _outcome(record: object, where: str, config: Config) -> Outcome:
    try:
        return article_from_record(record, where, config)
    except InputError as error:
        return error
