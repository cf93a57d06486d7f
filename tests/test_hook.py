"""The hooks, run by pre-commit itself on a repository of their own."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")


def pattern(name: str) -> re.Pattern[str]:
    """The regular expression of a hook; that of ``exclude`` is folded over lines."""
    match = re.search(rf"{name}: &{name} (?:'([^']+)'|>-\n((?:    .*\n)+))", HOOKS)
    assert match
    return re.compile(match[1] or match[2].strip())


@pytest.mark.parametrize(
    "name",
    [
        "a.txt",
        "a.TXT",
        "posts/b.md",
        "c.markdown",
        "f.text",
        "notes.txt",
        "d.mdx",
        "pages/e.html",
        "e.HTM",
        "e.xhtml",
    ],
)
def test_files_it_takes(name: str) -> None:
    assert pattern("files").search(name)
    assert not pattern("exclude").search(name)


@pytest.mark.parametrize(
    "name",
    [
        "LICENSE.txt", "licence.txt", "requirements.txt", "requirements-dev.txt",
        "requirements/base.txt", "constraints.txt", "robots.txt", "docs/CMakeLists.txt",
        "image.png", "code.py", "data.json", "page.html.erb", "page.htmlx",
    ],
)  # fmt: skip
def test_files_it_leaves(name: str) -> None:
    assert not pattern("files").search(name) or pattern("exclude").search(name)


def run(folder: Path, *args: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        list(map(str, args)), cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a file to fix, a clean one, and one that is none of the hook's business."""
    folder = tmp_path_factory.mktemp("posts")
    (folder / "ferry.txt").write_bytes(b"The ferry is late.  \nIt is foggy.\n")
    (folder / "clean.txt").write_bytes(b"The ferry is on time.\n")
    (folder / "requirements.txt").write_bytes(b"click  \nftfy  \n")
    run(folder, "git", "init", "-q")
    run(folder, "git", "add", "-A")
    return folder


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The checkout as a repository that hooks are taken from, work in progress included."""
    if (
        shutil.which("git") is None
        or run(ROOT, sys.executable, "-m", "pre_commit", "-V").returncode
    ):
        pytest.skip("needs git and pre-commit")
    folder = tmp_path_factory.mktemp("hooks")
    for name in ("src", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    run(folder, "git", "init", "-q")
    run(folder, "git", "add", "-A")
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    run(folder, "git", *identity, "commit", "-qm", "hooks")
    return folder


def entry(hook: str) -> list[str]:
    """The command of a hook, as pre-commit would start it."""
    match = re.search(rf"id: {hook}\n.*?entry: (.*?)\n", HOOKS, re.DOTALL)
    assert match
    return [sys.executable, "-m", *match[1].split()]


def test_the_check(repository: Path) -> None:
    checked = run(repository, *entry("scrubber-check"), "ferry.txt", "clean.txt")
    assert checked.returncode == 1
    assert "ferry.txt:1:19 WSP004" in checked.stdout
    assert (repository / "ferry.txt").read_bytes() == b"The ferry is late.  \nIt is foggy.\n"


@pytest.mark.install
def test_the_fix(repository: Path, hooks: Path) -> None:
    """It fails when it changed a file, and says what; a second run finds nothing."""
    fixed = run(
        repository, sys.executable, "-m", "pre_commit", "try-repo", hooks, "scrubber", "--all-files"
    )
    if "CalledProcessError" in fixed.stdout + fixed.stderr:
        pytest.skip("the hook's environment cannot be installed here")
    assert fixed.returncode == 1
    assert "ferry.txt:1:19 WSP004" in fixed.stdout
    assert (repository / "ferry.txt").read_bytes() == b"The ferry is late.\nIt is foggy.\n"
    assert (repository / "requirements.txt").read_bytes() == b"click  \nftfy  \n"
    again = run(repository, *entry("scrubber"), "ferry.txt", "clean.txt")
    assert (again.returncode, again.stdout) == (0, "")
