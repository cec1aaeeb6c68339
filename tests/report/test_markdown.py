"""The dossier as Markdown: all that the page says, and no markup that an article slipped in."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.report.story import harbour
from variorum.report import render_markdown
from variorum.report.markdown import escape


def test_every_part_of_the_dossier_is_there() -> None:
    lines = render_markdown(harbour()).splitlines()
    assert lines[0] == "# Council votes for harbour tunnel"
    assert lines[2] == "4–5 March 2031. 5 articles, 2 independent accounts."
    headings = [line for line in lines if line.startswith("## ")]
    assert headings == [
        "## Arithmetic that does not work out",
        "## Figures side by side",
        "## Figures without a match",
        "## Who said what",
        "## Quotations in several accounts",
        "## Positions",
        "## Timeline",
        "## Accounts and sources",
    ]


def test_a_comparison_brings_verdict_reason_words_and_source() -> None:
    text = render_markdown(harbour())
    assert "### Conflict: cost of the tunnel\n\n1.2 billion euros and 1.6 billion euros; both say the cost" in text
    assert "- **1.2 billion EUR**, planned, according to Mayor Ilse Brandt: “1.2 billion euros” A1 (also A2, A3)" in text


def test_a_comparison_brings_what_was_compared_and_how_the_quantity_moved() -> None:
    text = render_markdown(harbour())
    assert "Compared: “1.2 billion euros” A1 and “1.6 billion euros over ten years” B.\n\n- different: how firm (planned / expected)\n" in text
    assert "- open: when (not named / over ten years)\n" in text
    assert "Over time:\n\n- 2030: **1.2 billion EUR**: “1.2 billion euros” B\n- Tuesday 4 March 2031, day of the article: **1.2" in text
    assert "- 5 March 2031, 07:00, time of the article, latest: **1.6 billion EUR**, expected" in text


def test_a_figure_without_a_match_brings_what_comes_near() -> None:
    text = render_markdown(harbour())
    assert "No other account's figure was matched to these" in text
    assert "  - may be the same: **1.6 billion EUR**: “1.6 billion euros over ten years” B. “about" in text


def test_a_quotation_with_changed_words_brings_every_wording() -> None:
    text = render_markdown(harbour())
    assert "### Wording differs: Ilse Brandt\n\nmill prints “now” besides.\n" in text
    assert "- “We have now waited thirty years for this,” A3, shorter" in unescaped(text).replace("““", "“").replace("””", "”")


def unescaped(markdown: str) -> str:
    """What is left when the escaped signs are taken out: only this could be markup."""
    return re.sub(r"\\[!-/:-@\[-`{-~]", "", markdown)


def test_markup_in_an_article_is_escaped() -> None:
    dossier = replace(harbour(), title="# A *bold* [link](https://evil.example) <img src=x> `code` | cell\n\n---")
    title = render_markdown(dossier).splitlines()[0]
    assert not re.search(r"[*\[\]<>`|]|https:", unescaped(title[2:]))
    assert r"\*bold\*" in title


@given(st.text())
def test_escaped_text_is_one_line_without_markup(text: str) -> None:
    assert not re.search(r"[\n\r*`<>\[\]|~@\\]", unescaped(escape(text)))


@given(st.sampled_from(["- item", "1. item", "1) item", "+ item", "=====", "# head", "> quote"]))
def test_escaped_text_starts_no_block(text: str) -> None:
    assert re.match(r"\\|&gt;|1\\", escape(text))
