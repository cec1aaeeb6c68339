"""Write a story's gold from hand annotations: every quote is looked up in its article, so that spans are exact.

Run `python -m tests.golden.annotate` after editing `harbour/annotations.toml`; `--articles` first reads the texts anew from the example.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "harbour"
EXAMPLE = Path(__file__).parents[2] / "examples" / "harbour"
SOURCES = ("anselm-post.html", "briskly-news.html", "coast-daily.txt", "meridian-wire.json", "northern-ledger.json", "strait-roundup.txt")
KINDS = ("figures", "statements", "positions", "dates")

Row = dict[str, Any]


def texts(folder: Path = FOLDER) -> dict[str, str]:
    """The stored text of every article, by id."""
    records = [json.loads(path.read_text("utf-8")) for path in sorted((folder / "articles").glob("*.json"))]
    return {record["id"]: record["text"] for record in records}


def gold(annotations: Row, articles: dict[str, str]) -> Row:
    """The whole gold file. ValueError if a quote does not stand in its article, or stands there more than once without `in`."""
    out: Row = {kind: [] for kind in KINDS}
    places: dict[tuple[str, str], int] = {}
    for name, text in articles.items():
        for row in _rows(annotations, name, "figures"):
            places[name, row["quote"]] = len(out["figures"])
            out["figures"].append(_figure(name, text, row, places))
        for row in _rows(annotations, name, "statements"):
            out["statements"].append(_statement(name, text, row))
        for row in _rows(annotations, name, "positions"):
            start, end = _find(text, {"quote": row["content"]} | row)
            out["positions"].append({"article": name, "hedge": "none"} | row | {"content": [start, end]})
        for row in _rows(annotations, name, "dates"):
            start, end = _find(text, row)
            out["dates"].append({"article": name, "start": start, "end": end, "value": row.get("value"), "event": row["event"]})
    out["actors"] = annotations["actors"]
    out["comparisons"] = [row | {"members": [[name, places[name, quote]] for name, quote in row["members"]]} for row in annotations["comparisons"]]
    out["lineage"] = {name: {"kind": annotations[name]["lineage"], "evidence": annotations[name]["evidence"]} for name in articles}
    return out


def _rows(annotations: Row, name: str, kind: str) -> list[Row]:
    own: list[Row] = annotations[name].get(kind, [])
    like: str | None = annotations[name].get("like")
    without = tuple(annotations[name].get("without", ()))
    taken = _rows(annotations, like, kind) if like else []
    return [row for row in taken if not str(row.get("quote", row.get("content"))).startswith(without)] + own


def _find(text: str, row: Row, key: str = "quote", within: tuple[int, int] | None = None) -> tuple[int, int]:
    """Where the words of `row[key]` stand, inside the context `in` if one is given."""
    words = row[key]
    low, high = within or (_find(text, row, "in") if "in" in row and key != "in" else (0, len(text)))
    start = text.find(words, low, high)
    if start < 0:
        raise ValueError(f"{words!r} does not stand where it is looked for")
    return start, start + len(words)


def _figure(name: str, text: str, row: Row, places: dict[tuple[str, str], int]) -> Row:
    start, end = _find(text, row)
    number = _find(text, row, "number", (start, end))
    low, high = row["value"] if isinstance(row["value"], list) else (row["value"], row["value"])
    restates = places[name, row["restates"]] if "restates" in row else None
    empty = {"unit": "", "of": None, "bound": "=", "per": None, "change": None, "whose": None, "status": "actual", "said_by": None}
    known = {key: row[key] for key in (*empty, "measure") if key in row}
    return {"article": name, "start": start, "end": end, "number": list(number), "low": low, "high": high} | empty | known | {"restates": restates}


def _statement(name: str, text: str, row: Row) -> Row:
    """Content first; the speaker and cue are those nearest to it: inside `in` if given, else in the same paragraph."""
    start, end = _find(text, {"quote": row["content"]} | row)
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    around = _find(text, row, "in") if "in" in row else (low, high if high >= 0 else len(text))
    places = {}
    for key in ("speaker", "cue"):
        places[key] = list(_nearest(text, row[key], around, (start, end))) if key in row else None
    return {"article": name, "content": [start, end], **places, "speaker_name": row.get("name", row["speaker"]), "kind": row["kind"]}


def _nearest(text: str, words: str, around: tuple[int, int], content: tuple[int, int]) -> tuple[int, int]:
    """The occurrence outside the content that is nearest to it, else the nearest inside."""
    found = [at for at in range(around[0], around[1] - len(words) + 1) if text.startswith(words, at)]
    if not found:
        raise ValueError(f"{words!r} does not stand beside {text[slice(*content)]!r}")

    def distance(at: int) -> tuple[bool, int]:
        inside = content[0] <= at < content[1]
        return inside, min(abs(at - content[1]), abs(content[0] - at - len(words)))

    best = min(found, key=distance)
    return best, best + len(words)


def write_articles() -> None:
    """Store the texts of the example as Variorum reads them, with what is known of each."""
    import variorum  # noqa: PLC0415  # the gold itself needs no Variorum

    for source in SOURCES:
        (article,) = variorum.load(EXAMPLE / source)
        name = Path(source).stem
        known = {key: getattr(article, key) for key in ("url", "outlet", "title", "published", "text")}
        record = {"id": name} | known
        path = FOLDER / "articles" / f"{name}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")


def written(folder: Path = FOLDER) -> str:
    """The gold as JSON text."""
    annotations = tomllib.loads((folder / "annotations.toml").read_text("utf-8"))
    return json.dumps(gold(annotations, texts(folder)), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    if "--articles" in sys.argv:
        write_articles()
    (FOLDER / "gold.json").write_text(written(), "utf-8")
