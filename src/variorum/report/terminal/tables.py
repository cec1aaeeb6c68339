"""The look that all tables of the terminal share."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.table import Table


def plain_table(*headings: str, expand: bool = False) -> Table:
    """A table without a frame; a column for each heading, whose long words are folded and not cut. Further columns can be added."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=expand)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table
