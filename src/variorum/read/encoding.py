"""From bytes to text: which encoding a file or page is in, and what is done where it is damaged."""

from __future__ import annotations

import codecs
import re

from variorum.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,3}=\s{0,3}["']?\s{0,3}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_SAMPLE = 65_536  # bytes in which a page declares its encoding and by which one is guessed
_DAMAGE = 0.01  # share of replaced characters up to which a text counts as damaged UTF-8, above it as another encoding
_MOSTLY_ASCII = 0.05  # share of other bytes up to which a text is taken as Western: a guess from so few bytes errs more often
_BINARY = frozenset(range(9)) | frozenset({11}) | frozenset(range(14, 27)) | frozenset(range(28, 32))  # controls no text holds


def decode(data: bytes, where: str, *, declares: bool = False) -> tuple[str, tuple[str, ...]]:
    """The text in `data` and notes on what was damaged; line ends become `\\n` and a byte order mark is dropped.

    Order: byte order mark, UTF-16 without a mark, valid UTF-8, the encoding a page declares (only if `declares`), UTF-8 cut short or slightly
    damaged, a guess by charset-normalizer. Raises InputError if `data` is empty or no text at all.
    """
    if not data.strip():
        raise InputError(where, "it is empty", "give a file that holds the article's text")
    text, notes = _decode(data, where, declares=declares)
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes


def _decode(data: bytes, where: str, *, declares: bool) -> tuple[str, tuple[str, ...]]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _cut_short(data[len(mark) :], name)
    wide = _wide(data)
    if wide:
        return _cut_short(data, wide)
    if _is_binary(data):
        raise InputError(where, "it is not text but a binary file", "give plain text, HTML or JSON")
    declared = _declared(data) if declares else None
    if b"\x1b" not in data or declared is None:  # ISO-2022 is ASCII with escapes, so it would pass as UTF-8
        try:
            return data.decode("utf-8"), ()
        except UnicodeDecodeError:
            pass
    if declared and declared != "utf-8":
        text = data.decode(declared, "replace")
        if text.count("\ufffd") <= _DAMAGE * len(text):
            return text, _damage_note(text)
    return _guess(data)


def _cut_short(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(encoding, "replace")
    return text, _damage_note(text)


def _damage_note(text: str) -> tuple[str, ...]:
    lost = text.count("\ufffd")
    if not lost:
        return ()
    if lost == 1 and text.rstrip().endswith("\ufffd"):
        return ("The file breaks off inside its last character; what was there is read, the broken character is replaced.",)
    return (f"The file is damaged: {lost} characters could not be read and are replaced.",)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    head = data[:_SAMPLE]
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half >= 2 and odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if half >= 2 and even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _is_binary(data: bytes) -> bool:
    """True for a NUL byte among the first, or more than 1 % control characters."""
    head = data[:_SAMPLE]
    return b"\x00" in head[:8192] or sum(head.count(code) for code in _BINARY) > 0.01 * len(head)


def _declared(data: bytes) -> str | None:
    """The encoding a page names in its head, as Python calls it; Latin-1 is read as Windows-1252, as browsers do."""
    found = _DECLARED.search(data[:_SAMPLE])
    if found is None:
        return None
    try:
        info = codecs.lookup(found.group(1).decode("ascii"))
        info.decode(b"a")
    except (LookupError, ValueError, AttributeError):
        return None
    if not getattr(info, "_is_text_encoding", True):  # base64, zip and their like
        return None
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "shift_jis": "cp932", "gb2312": "gb18030", "euc_kr": "cp949"}.get(info.name, info.name)


def _guess(data: bytes) -> tuple[str, tuple[str, ...]]:
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    sound = sum(char > "\x7f" for char in text) - lost
    cut = data[-4:].decode("utf-8", "ignore").encode() != data[-4:] and lost == 1 and text.endswith("\ufffd")
    if cut or (sound > lost and lost <= max(1, _DAMAGE * len(text))):
        return text, _damage_note(text)
    if sum(byte > 127 for byte in data[:_SAMPLE]) > _MOSTLY_ASCII * min(len(data), _SAMPLE):
        from charset_normalizer import from_bytes  # noqa: PLC0415  slow to load, seldom needed

        best = from_bytes(data[:_SAMPLE]).best()
        if best is not None:
            return _cut_short(data, best.encoding)
    return _cut_short(data, "cp1252")
