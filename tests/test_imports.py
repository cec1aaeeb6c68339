"""Imports point one way: records <- text, lang <- extract, compare <- build <- edges; inside `extract` and `compare` from room to room too."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import variorum

SOURCE = Path(__file__).parents[1] / "src" / "variorum"
BASE = {"records", "errors"}
TOOLS = {*BASE, "config", "text", "lang"}
GRAMMAR = {*TOOLS, "extract.grammar"}

# What each room may import besides itself. A room's own rooms stand with their whole name; "package" is variorum/__init__.py.
FIGURE_ROOMS = {f"compare.figures.{room}" for room in ("values", "frames", "pairing", "verdicts")}
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "records": {"errors"},
    "config": {"errors"},
    "lang": set(),
    "text": {*BASE, "config", "lang", "text.parsing", "text.numbers"},
    "text.parsing": {*BASE, "config", "lang", "text"},
    "text.numbers": {*BASE, "lang", "text"},
    "extract": set(),
    "extract.grammar": TOOLS,
    "extract.names": GRAMMAR,
    "extract.dates": {*GRAMMAR, "extract.names"},
    "extract.statements": {*GRAMMAR, "extract.names"},
    "extract.figures": {
        *TOOLS,
        "extract.figures.written",
        "extract.figures.meaning",
        "extract.figures.meaning.firmness",
        "extract.figures.checks",
        "extract.figures.frame",
    },
    "extract.figures.written": TOOLS,
    "extract.figures.meaning": {*TOOLS, "extract.figures.written", "extract.figures.meaning.firmness"},
    "extract.figures.meaning.firmness": {*TOOLS, "extract.figures.written", "extract.figures.meaning"},
    "extract.figures.frame": {*GRAMMAR, "extract.figures.written", "extract.figures.meaning", "extract.figures.meaning.firmness"},
    "extract.figures.checks": {*TOOLS, "extract.figures.written"},
    "extract.positions": {*GRAMMAR, "extract.names", "extract.statements"},
    "compare": TOOLS,
    "compare.accounts": {*TOOLS, "compare.accounts.near_copies", "compare.accounts.reworded"},
    "compare.accounts.near_copies": TOOLS,
    "compare.accounts.reworded": TOOLS,
    "compare.actors": TOOLS,
    "compare.dates": {*TOOLS, "compare.figures.frames", "compare.figures.pairing"},
    "compare.figures": {*TOOLS, "compare.actors", *FIGURE_ROOMS},
    "compare.figures.values": TOOLS,
    "compare.figures.frames": {*TOOLS, "compare.figures.values"},
    "compare.figures.pairing": {*TOOLS, "compare.figures.values", "compare.figures.frames"},
    "compare.figures.verdicts": {*TOOLS, "compare.figures.values", "compare.figures.frames", "compare.figures.pairing"},
    "compare.quotations": {*TOOLS, "compare.accounts"},
    "stories": TOOLS,
    "build": {*TOOLS, "extract", "compare"},
    "read": TOOLS,
    "report": {*TOOLS, "report.view"},
    "report.view": {*TOOLS, "report"},
    "report.terminal": {*TOOLS, "report", "report.view"},
    "schema": BASE,
    "figures_only": {*TOOLS, "extract.dates", "extract.figures"},
    "spacy_component": {*TOOLS, "figures_only"},
    "package": {*BASE, "config", "build", "compare.accounts", "figures_only", "read", "stories"},
    "cli": {*BASE, "package", "build", "figures_only", "read", "report", "schema", "stories"},
}
MOST = 14
"""Modules and rooms on one level that a reader can still take in."""


def room_of(module: tuple[str, ...]) -> str:
    """The room that a module under `variorum` belongs to: the longest name in MAY_IMPORT that it begins with, () is the package itself."""
    names = [".".join(module[:length]) for length in range(len(module), 0, -1)]
    return next((name for name in names if name in MAY_IMPORT), names[-1]) if names else "package"


def allowed(source: str, target: str) -> bool:
    """True if a room is named in the other's list, or lies in a room that is."""
    parts = target.split(".")
    return any(".".join(parts[:length]) in MAY_IMPORT.get(source, set()) for length in range(1, len(parts) + 1))


def is_module(module: tuple[str, ...]) -> bool:
    place = SOURCE.joinpath(*module)
    return place.is_dir() or place.with_suffix(".py").exists()


def imported(path: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Line and module of every import of Variorum's own modules in a file, those inside functions included."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [tuple(alias.name.split(".")) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}, line {node.lineno}: write the import from `variorum` on, not with dots."
            module = tuple((node.module or "").split("."))
            names = [(*module, alias.name) if is_module((*module[1:], alias.name)) else module for alias in node.names]
        else:
            continue
        yield from ((node.lineno, name[1:]) for name in names if name[0] == "variorum")


def modules() -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Every file with the module that it is."""
    for path in sorted(SOURCE.rglob("*.py")):
        yield path, tuple(part for part in path.relative_to(SOURCE).with_suffix("").parts if part != "__init__")


def wrong_arrows() -> Iterator[str]:
    for path, module in modules():
        source = room_of(module)
        for line, target_module in imported(path):
            target = room_of(target_module)
            if target != source and not allowed(source, target):
                yield f"{path.relative_to(SOURCE)}, line {line}: {source} -> {target}"


def test_every_import_points_towards_the_records() -> None:
    arrows = list(wrong_arrows())
    assert not arrows, "these arrows point the wrong way:\n" + "\n".join(arrows)


def test_every_room_has_its_rule_and_says_what_it_is_for() -> None:
    folders = {".".join(path.parent.relative_to(SOURCE).parts): path for path in SOURCE.rglob("__init__.py") if path.parent != SOURCE}
    unruled = {name for name in folders if name.split(".")[0] not in MAY_IMPORT}
    assert unruled == set(), "say in MAY_IMPORT what the new room may import"
    assert [name for name, path in folders.items() if not ast.get_docstring(ast.parse(path.read_text("utf-8")))] == []
    assert {name for name in MAY_IMPORT if name not in {"package"} and not is_module(tuple(name.split(".")))} == set()


def test_extraction_and_comparison_do_not_know_each_other() -> None:
    for source, targets in MAY_IMPORT.items():
        assert not (source.startswith("extract") and any(target.startswith("compare") for target in targets))
        assert not (source.startswith("compare") and any(target.startswith("extract") for target in targets))


def test_no_two_modules_import_each_other_in_a_circle() -> None:
    """Depth-first search over modules; what only a type checker reads counts too."""
    known = {module: path for path, module in modules() if module}
    arrows = {module: {target for _, target in imported(path) if target in known and target != module} for module, path in known.items()}
    done: set[tuple[str, ...]] = set()

    def visit(module: tuple[str, ...], trail: tuple[tuple[str, ...], ...]) -> None:
        assert module not in trail, "a circle: " + " -> ".join(".".join(step) for step in (*trail, module))
        if module not in done:
            for target in sorted(arrows[module]):
                visit(target, (*trail, module))
            done.add(module)

    for module in known:
        visit(module, ())


def test_no_level_has_more_doors_than_a_reader_can_take_in() -> None:
    levels = {folder: len(list(folder.glob("*/__init__.py"))) + len(list(folder.glob("*.py"))) - 1 for folder in SOURCE.rglob("*") if folder.is_dir()}
    assert {str(folder.relative_to(SOURCE)): count for folder, count in levels.items() if count > MOST} == {}


HEAVY = ["spacy", "numpy", "rich", "jinja2", "lxml", "trafilatura", "variorum.extract", "variorum.compare", "variorum.text"]


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["read", "--help"], ["group", "--help"]])
def test_help_waits_for_no_library(arguments: list[str]) -> None:
    program = (
        "import contextlib, sys\nfrom variorum.cli import main\n"
        f"with contextlib.suppress(SystemExit): main({arguments!r})\nprint(sorted({HEAVY!r} & sys.modules.keys()))"
    ).replace(f"{HEAVY!r} &", f"set({HEAVY!r}) &")
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert out.splitlines()[-1] == "[]"


def test_every_public_name_can_be_imported_and_none_is_hidden_by_a_module() -> None:
    program = "import variorum.build, variorum.extract.dates, variorum\nassert callable(variorum.build) and callable(variorum.extract)"
    subprocess.run([sys.executable, "-c", program], check=True)
    assert set(variorum.__all__) <= set(dir(variorum))
    assert all(getattr(variorum, name) is not None for name in variorum.__all__)
    with pytest.raises(AttributeError):
        variorum.no_such_name  # noqa: B018  # looking it up is the test
