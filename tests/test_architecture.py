"""The house keeps its order: imports run one way, the core is pure, modules are small."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import scrubber

ROOT = Path(scrubber.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))

OUTER = ("scrubber.cli", "scrubber.files", "scrubber.report", "scrubber.archive")
"""Packages that may touch files or the terminal, or know the ones that do."""
IMPURE = {"click", "os", "io", "sys", "pathlib", "shutil", "tempfile", "subprocess", "socket"}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def is_core(path: Path) -> bool:
    name = name_of(path)
    return not name.startswith((*OUTER, "scrubber.__main__", "scrubber.formats", "scrubber.config"))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_is_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


@pytest.mark.parametrize("path", [path for path in MODULES if is_core(path)], ids=name_of)
def test_the_core_is_pure(path: Path) -> None:
    found = imports_of(path)
    assert not {name.partition(".")[0] for name in found} & IMPURE
    assert not {name for name in found if name.startswith(OUTER)}
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not calls & {"open", "print", "input"}


def test_the_model_imports_nothing_of_ours() -> None:
    assert not {name for name in imports_of(ROOT / "model.py") if name.startswith("scrubber")}


@pytest.mark.parametrize(
    "path", [path for path in MODULES if name_of(path).startswith("scrubber.report")], ids=name_of
)
def test_reports_do_not_know_the_command(path: Path) -> None:
    assert not {name for name in imports_of(path) if name.startswith("scrubber.cli")}


def test_imports_run_without_circles() -> None:
    """No module is reached again from what it imports at its top level."""
    graph = {name_of(path): _at_top(path) for path in MODULES}
    known = set(graph)
    state: dict[str, int] = {}

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert state.get(name) != 1, f"circle: {' -> '.join((*trail, name))}"
        if name in state:
            return
        state[name] = 1
        for other in sorted(graph[name] & known - {name}):
            visit(other, (*trail, name))
        state[name] = 2

    for name in sorted(known):
        visit(name, ())


def _at_top(path: Path) -> set[str]:
    """Modules imported when this one is: not those of functions or of type checking alone."""
    modules = {name_of(module) for module in MODULES}
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            named = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (named & modules) or {node.module}
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return found - {"scrubber"}
