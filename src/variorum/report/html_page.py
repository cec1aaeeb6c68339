"""The dossier as one HTML file: complete in itself, readable without JavaScript, deaf to the network."""

from __future__ import annotations

import base64
import functools
import hashlib
import importlib.resources

import jinja2

from variorum.records.dossier import Dossier
from variorum.report.hostile_text import visible
from variorum.report.in_words import VERDICTS
from variorum.report.view import shared_quotations
from variorum.report.view.sections import make_view


def render_page(dossier: Dossier) -> str:
    """One self-contained HTML page; the same dossier gives the same text. It loads nothing and runs only its own script."""
    view = make_view(dossier)
    style = _style() + _rules(tuple(mark for source in view.sources for mark in source.broken))
    script = _file("page.js")
    page = _template().render(
        view=view,
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'",
        verdicts=VERDICTS,
        quoted=shared_quotations.VERDICTS,
        visible=visible,
    )
    return page + "\n"


_CARDS = ((2, 36), (3, 50), (4, 62), (5, 72), (6, 80))
"""Up to which width of the page, in rem, a table of so many columns is shown as cards: below 16 rem a column is too narrow to read."""


@functools.cache
def _style() -> str:
    """The style sheet with the rules for cards; a table of more than six columns is always cards."""
    cards = _file("cards.css")
    narrow = "".join(f"@container main (max-width:{width}rem){{\n{cards.replace('TABLE', f'.grid.n{number}')}}}\n" for number, width in _CARDS)
    before, _, after = _file("page.css").partition("/* CARDS: the rules of cards.css, one copy for each number of columns */\n")
    return before + narrow + cards.replace("TABLE", ".grid.many") + after


def _rules(broken: tuple[str, ...]) -> str:
    """Rules that light every piece of a broken mark when its anchor is the target, for browsers without JavaScript."""
    return "".join(f'\nbody:has(#m-{mark}:target) [data-m="{mark}"]{{background:var(--lit);box-shadow:var(--lit-edge)}}' for mark in broken)


def _digest(content: str) -> str:
    """The hash by which a content security policy allows this very script or style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


@functools.cache
def _file(name: str) -> str:
    return importlib.resources.files(__package__).joinpath("templates", name).read_text("utf-8")


@functools.cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("variorum.report"), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    return environment.get_template("page.html")
