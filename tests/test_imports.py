"""Imports point one way: records <- text, lang <- extract, compare <- build <- edges."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "variorum"
RECORDS = {"article", "marks", "dossier", "judgement", "aliases", "families", "story", "config", "errors"}
TOOLS = {"text", "lang"}

# What each part may import besides itself. "records" are the modules named above; "package" is variorum/__init__.py.
MAY_IMPORT = {
    "records": {"records"},
    "lang": set[str](),
    "text": {"records", "lang"},
    "extract": {"records", "text", "lang"},
    "compare": {"records", "text", "lang"},
    "stories": {"records", "text", "lang"},
    "build": {"records", "text", "lang", "extract", "compare"},
    "read": {"records", "text", "lang"},
    "report": {"records", "text", "lang"},
    "schema": {"records"},
    "quantify": {"records", "text", "lang", "extract"},
    "spacy_component": {"records", "text", "quantify"},
    "package": {"records", "build", "compare", "quantify", "read", "report", "schema", "stories"},
    "group_command": {"records", "stories"},
    "cli": {"group_command", "package", "records", "build", "quantify", "read", "report", "schema", "stories"},
    "__main__": {"cli"},
}


def part_of(module: tuple[str, ...]) -> str:
    """The part that a module under `variorum` belongs to: ("extract", "figures") is in `extract`, () is the package itself."""
    if not module:
        return "package"
    return "records" if module[0] in RECORDS else module[0]


def imported(path: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Line and module of every import of Variorum's own modules in a file, those inside functions included."""
    own = {file.stem for file in SOURCE.glob("*.py")} | {folder.name for folder in SOURCE.iterdir() if folder.is_dir()}
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}, line {node.lineno}: write the import from `variorum` on, not with dots."
            module = node.module or ""
            names = [f"variorum.{alias.name}" if alias.name in own else module for alias in node.names] if module == "variorum" else [module]
        else:
            continue
        for name in names:
            if name.split(".")[0] == "variorum":
                yield node.lineno, tuple(name.split(".")[1:])


def wrong_arrows() -> Iterator[str]:
    for path in sorted(SOURCE.rglob("*.py")):
        module = path.relative_to(SOURCE).with_suffix("").parts
        source = part_of(tuple(part for part in module if part != "__init__"))
        for line, target_module in imported(path):
            target = part_of(target_module)
            if target != source and target not in MAY_IMPORT.get(source, set()):
                yield f"{path.relative_to(SOURCE)}, line {line}: {source} -> {target}"


def test_every_import_points_towards_the_records() -> None:
    arrows = list(wrong_arrows())
    assert not arrows, "these arrows point the wrong way:\n" + "\n".join(arrows)


def test_every_part_of_the_package_has_its_rule() -> None:
    parts = {part_of((path.stem,)) for path in SOURCE.glob("*.py") if path.stem != "__init__"}
    parts |= {folder.name for folder in SOURCE.iterdir() if list(folder.glob("*.py"))}
    assert parts - set(MAY_IMPORT) == set(), "say in MAY_IMPORT what the new part may import"


def test_extraction_and_comparison_do_not_know_each_other() -> None:
    assert "compare" not in MAY_IMPORT["extract"]
    assert "extract" not in MAY_IMPORT["compare"]
