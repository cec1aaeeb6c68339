"""What `variorum group` writes: the stories as JSON, and a folder with a file for each story that `variorum read` can read."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from variorum.errors import VariorumError
from variorum.records.story import Story
from variorum.stories import StoryStream

FORMAT = "variorum.stories/1"

_SLUG = 50  # characters of the headline in a file's name


def stories_json(stories: Sequence[Story]) -> bytes:
    """The stories with the reason for each article, as a JSON document."""
    document = {
        "format": FORMAT,
        "articles": sum(len(story.members) for story in stories),
        "stories": [story.to_dict() for story in stories],
    }
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "backslashreplace")  # a lone surrogate: \ud800 is its JSON escape


def check_folder(folder: Path) -> None:
    """Find out before the work that the stories can be written to this folder. Raises VariorumError."""
    if folder.exists() and not folder.is_dir():
        raise VariorumError(f"{folder}: this is a file; name a folder.")
    if folder.is_dir() and any(folder.iterdir()):
        raise VariorumError(f"{folder}: this folder is not empty; name a new one, so that no story of an earlier run is left among the others.")
    if not folder.absolute().parent.is_dir():
        raise VariorumError(f"{folder}: the folder {folder.parent} does not exist; create it first.")


def write_folder(stream: StoryStream, stories: Sequence[Story], folder: Path) -> None:
    """Write each story's articles to a file of its own in JSON lines. Raises VariorumError if the folder cannot be written."""
    try:
        folder.mkdir(exist_ok=True)
        for story in stories:
            lines = [json.dumps(article.to_dict(), ensure_ascii=False) + "\n" for article in stream.articles(story.id)]
            (folder / file_name(story)).write_bytes("".join(lines).encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise VariorumError(f"{folder}: cannot be written ({error.strerror or error}); choose another folder.") from error


def file_name(story: Story) -> str:
    """`2031-03-04_council-votes-for-harbour-tunnel_1f2e3d4c5b6a.jsonl`: first day, headline and id, in plain letters."""
    plain = unicodedata.normalize("NFKD", story.title.lower()).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain[: 4 * _SLUG]))[:_SLUG].strip("-")
    return "_".join(part for part in (story.first or "undated", slug, story.id) if part) + ".jsonl"
