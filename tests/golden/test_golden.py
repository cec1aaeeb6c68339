"""The example story gives the dossier that stands beside this file, one line for each cell.

A line that differs is either a mistake or an improvement: read it, then run `make golden` to take the new lines over.
"""

from __future__ import annotations

import difflib
import json
import sys
from pathlib import Path

from tests.golden.example import Row, dossier, rows

GOLDEN = Path(__file__).parent / "harbour.golden.json"


def reduced(full: Row) -> Row:
    """A dossier as lines to read: cells by article, without ids and offsets."""
    lines: Row = {}
    for article in sorted(row["id"] for row in full["articles"]):
        own = {kind: [row for row in full[kind] if row["article"] == article] for kind in ("figures", "statements", "positions", "dates")}
        lines[article] = {
            "figures": [figure_line(row, full) for row in own["figures"]],
            "statements": [statement_line(row) for row in own["statements"]],
            "positions": [position_line(row) for row in own["positions"]],
            "dates": [f"{row['quote']} = {row['value'] or row['note']}" for row in own["dates"]],
        }
    return {
        "story": full["story"],
        "accounts": sorted(account_line(row) for row in full["accounts"]),
        "actors": sorted(f"{row['name']} ({row['kind']}): {' / '.join(sorted(row['variants']))}" for row in full["actors"]),
        "articles": lines,
        "comparisons": [comparison_lines(row, full) for row in full["comparisons"]],
        "timeline": [f"{row['value']}: {row['label']} ({len(row['members'])})" for row in full["timeline"]],
        "notes": full["notes"],
    }


def figure_line(row: Row, full: Row) -> str:
    told = [row["quote"], value_words(row)]
    if row["change"]:
        told.append("change " + " ".join(f"{key} {value}" for key, value in row["change"].items() if value is not None))
    told.append(row["status"])
    cells = {"measure": (row["measure"] or {}).get("text"), "whose": row["whose"], "said by": row["said_by"]}
    told += [f"{name} {text}" for name, text in cells.items() if text]
    if row["restates"]:
        told.append("restates " + next(other["quote"] for other in full["figures"] if other["id"] == row["restates"]))
    told += [f"{check['kind']} {'holds' if check['ok'] else 'FAILS'}: {check['reason']}" for check in row["checks"]]
    return " | ".join(told)


def value_words(row: Row) -> str:
    value = "?" if row["low"] is None else f"{row['low']:,}" if row["low"] == row["high"] else f"{row['low']:,} to {row['high']:,}"
    parts = (row["bound"], value, row["unit"], row["of"] and f"of {row['of']}", row["per"] and f"per {row['per']}")
    return " ".join(part for part in parts if part)


def statement_line(row: Row) -> str:
    speaker = row["speaker"] or {}
    name = (speaker.get("stands_for") or speaker or {"text": "?"})["text"]
    return f"{name} [{row['kind']}, {(row['cue'] or {}).get('text', 'no cue')}]: {' … '.join(part['text'] for part in row['contents'])}"


def position_line(row: Row) -> str:
    hedge = "" if row["hedge"] == "none" else f" ({row['hedge']})"
    holder = row["holder"].get("stands_for") or row["holder"]
    return f"{holder['text']}: {row['act']}{hedge} | {row['issue']} | {row['content']['text']}"


def account_line(row: Row) -> str:
    members = [member["article"] + f" ({member['relation']}{' of ' + member['of'] if member['of'] else ''})" for member in row["articles"]]
    changes = [f"{change['was']!r} became {change['now']!r}" for member in row["articles"] for change in member["changes"]]
    told = f"{', '.join(members)}: {'' if row['independent'] else 'not '}independent, {row['reason']}"
    return told + (f" | changed: {'; '.join(changes)}" if changes else "")


def comparison_lines(row: Row, full: Row) -> list[str]:
    quotes = {figure["id"]: figure["quote"] for figure in full["figures"]}
    quotes |= {date["id"]: date["quote"] for date in full["dates"]}
    members = sorted(f"{member['article']}: {quotes[member['figure']]}" for member in row["members"])
    return [f"{row['verdict'].upper()} ({row['accounts']} accounts) {row['measure']}: {row['reason']}", *members]


def written() -> str:
    return json.dumps(reduced(rows()), ensure_ascii=False, indent=1) + "\n"


def test_the_example_gives_its_golden_dossier() -> None:
    difference = list(difflib.unified_diff(GOLDEN.read_text("utf-8").splitlines(), written().splitlines(), "golden", "now", n=0, lineterm=""))
    assert not difference, "if every difference is an improvement, run `make golden`:\n" + "\n".join(difference[:80])


def test_every_cell_of_the_example_quotes_its_article() -> None:
    """No cell without words: what a cell shows is what stands at its span."""
    texts = {article.id: article.text for article in dossier().articles}
    full = dossier().to_dict()
    for kind in ("figures", "statements", "positions", "dates"):
        for row in full[kind]:
            for cell in (row, *(row.get(name) for name in ("measure", "speaker", "holder", "cue", "content"))):
                words = cell and cell.get("quote", cell.get("text"))
                if words is not None:
                    assert texts[row["article"]][cell["start"] : cell["end"]] == words


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        GOLDEN.write_text(written(), "utf-8")
        print(f"Written: {GOLDEN.relative_to(Path.cwd()) if GOLDEN.is_relative_to(Path.cwd()) else GOLDEN}")
    else:
        sys.exit("Say --write to take the present dossier as the golden one.")
