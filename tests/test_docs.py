"""The documentation is true: settings are all listed, links lead somewhere, and its Python runs."""

from __future__ import annotations

import ast
import dataclasses
import doctest
import inspect
import itertools
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import variorum.config
from variorum import DEFAULT, Config

ROOT = Path(__file__).parents[1]
CONFIG_PAGE = ROOT / "docs" / "config.md"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md"), *(ROOT / "benchmarks").rglob("*.md")])
RUNNABLE = (
    "README.md",
    "docs/tutorial.md",
    "docs/article.md",
    "docs/span.md",
    "docs/reading-record.md",
    "docs/account.md",
    "docs/comparison.md",
    "docs/dossier.md",
    "docs/story.md",
    "docs/group.md",
    "docs/figure.md",
    "docs/statement.md",
    "docs/position.md",
    "docs/date.md",
    "docs/actor.md",
    "docs/judgement.md",
    "docs/copies.md",
)

_FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} +(.+)$", re.MULTILINE)


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def setting_docs() -> dict[str, str]:
    """The sentence under each setting, from the source: dataclass fields keep none at run time."""
    tree = ast.parse(inspect.getsource(variorum.config))
    body = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "Config").body
    found = {}
    for field, text in itertools.pairwise(body):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
        ):
            found[field.target.id] = " ".join(str(text.value.value).split())
    return found


def section(field: str) -> str:
    """What docs/config.md says of a setting."""
    return f"## `{field}`\n\nDefault: `{getattr(DEFAULT, field)!r}`. {setting_docs()[field]}\n"


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(Config)])
def test_every_setting_stands_in_the_documentation_as_in_the_code(field: str) -> None:
    assert section(field) in CONFIG_PAGE.read_text("utf-8"), "`python -m tests.test_docs` writes the page anew"


def test_the_documentation_lists_no_setting_that_is_gone() -> None:
    listed = set(re.findall(r"^## `(\w+)`$", CONFIG_PAGE.read_text("utf-8"), re.MULTILINE))
    assert listed == {field.name for field in dataclasses.fields(Config)}


def test_every_library_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [re.split(r"[<>=\[; ]", line)[0] for line in [*project["dependencies"], *project["optional-dependencies"]["dev"]]]
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    assert [name for name in wanted if f"| {name} |" not in page] == []


def anchors(page: Path) -> set[str]:
    """The names by which headings of a page can be linked to, as GitHub makes them."""
    headings = _HEADING.findall(_FENCE.sub("", page.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    dead = []
    for link in _LINK.findall(_FENCE.sub("", page.read_text("utf-8"))):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            dead.append(link)
    assert dead == []


def test_every_page_can_be_reached_from_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    linked = {link.partition("#")[0] for link in _LINK.findall(index)}
    assert {page.name for page in (ROOT / "docs").glob("*.md")} - linked == {"index.md"}


@pytest.mark.parametrize("page", RUNNABLE)
def test_the_python_of_a_page_runs(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks of one page share their names, in order; a block with `>>>` must print what it shows."""
    monkeypatch.chdir(ROOT)
    text = (ROOT / page).read_text("utf-8")
    names: dict[str, Any] = {"__name__": page}
    for match in _FENCE.finditer(text):
        if match.group(1) != "python":
            continue
        line = text[: match.start()].count("\n") + 1
        if ">>>" in match.group(2):
            run_examples(match.group(2), names, f"{page}, line {line}")
        else:
            exec(compile("\n" * line + match.group(2), page, "exec"), names)  # the project's own pages


def run_examples(source: str, names: dict[str, Any], where: str) -> None:
    test = doctest.DocTestParser().get_doctest(source, names, where, where, 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE | doctest.REPORT_ONLY_FIRST_FAILURE, verbose=False)
    shown: list[str] = []
    runner.run(test, out=shown.append, clear_globs=False)
    names.update(test.globs)
    assert runner.failures == 0, "".join(shown)


if __name__ == "__main__":
    opening = CONFIG_PAGE.read_text("utf-8").partition("\n## ")[0]
    CONFIG_PAGE.write_text("\n".join([opening, *(section(field.name) for field in dataclasses.fields(Config))]), "utf-8")
