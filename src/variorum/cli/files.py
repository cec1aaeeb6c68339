"""Files that a command writes: whole, or a document on standard output."""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from variorum.errors import VariorumError

STDOUT = "-"


@dataclass(frozen=True, slots=True)
class Output:
    """Something to write: where to (`-` is standard output) and the bytes."""

    target: str
    content: bytes


def escaped(text: str) -> bytes:
    """A JSON text as UTF-8; a lone surrogate becomes its JSON escape, `\\ud800`."""
    return text.encode("utf-8", "backslashreplace")


def check_targets(targets: list[str]) -> None:
    """Find out before the work, not after it, that a file cannot be written."""
    if len(targets) != len(set(targets)):
        raise VariorumError("Two outputs cannot go to the same place; give each its own file.")
    for target in targets:
        path = Path(target)
        if target != STDOUT and path.is_dir():
            raise VariorumError(f"{target}: this is a folder; name a file in it.")
        if target != STDOUT and not path.absolute().parent.is_dir():
            raise VariorumError(f"{target}: the folder {path.parent} does not exist; create it first.")


def write(outputs: list[Output]) -> None:
    """Write each output whole or not at all. Raises VariorumError for the first that cannot be written."""
    for output in outputs:
        if output.target == STDOUT:
            sys.stdout.buffer.write(output.content)
            sys.stdout.buffer.flush()
            continue
        try:
            write_whole(Path(output.target), output.content)
        except OSError as error:
            raise VariorumError(f"{output.target}: cannot be written ({error.strerror or error}); choose another file.") from error


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` in the file at `path`: it holds the old bytes until it holds all the new ones. Raises OSError.

    A link keeps pointing to its file; a device or pipe, which cannot be replaced, is written to.
    """
    path = path.resolve()
    if path.is_dir():
        raise IsADirectoryError(21, "it is a folder", str(path))
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
