"""Hostile characters made visible: text of strangers must not steer a terminal, reorder a page or end a document."""

from __future__ import annotations

_VISIBLE = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t\r"} | {0x7F: "\u2421"}
_VISIBLE |= {code: f"⟨{code:02X}⟩" for code in range(0x80, 0xA0)}
_VISIBLE |= {code: f"⟨U+{code:04X}⟩" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_VISIBLE |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def visible(text: str) -> str:
    """`text` with control characters, overrides of writing direction and lone surrogates shown as signs; all else as it is."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_VISIBLE)


def one_line(text: str) -> str:
    """`visible` text with all white space, line ends too, as single spaces."""
    return visible(" ".join(text.split()))
