"""Which files of a folder are taken: the same whatever the file system's order and git's mood."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from scrubber.config.globs import Globs
from scrubber.files import git
from scrubber.files.folder import texts_in
from scrubber.files.selection import Selection
from scrubber.files.source import find_sources

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
EVERYTHING = Selection()

TREE = [
    "b.txt", "a.md", "Z.html", "notes.TXT", "image.png", "data.json", "posts/one.md",
    "posts/two.htm", "posts-old/three.markdown", "posts/deep/four.text", ".github/five.md",
    "node_modules/pkg/README.md", "posts/node_modules/x.md", "env/pyvenv.cfg", "env/six.txt",
    ".venv/seven.txt", "built/eight.html", "posts/nine.tmp.txt", "posts/kept.tmp.txt",
]  # fmt: skip
IGNORES = {".gitignore": "/built/\n*.tmp.txt\n", "posts/.gitignore": "!kept.tmp.txt\n"}
TAKEN = [
    ".github/five.md", "Z.html", "a.md", "b.txt", "notes.TXT", "posts/deep/four.text",
    "posts/kept.tmp.txt", "posts/one.md", "posts/two.htm", "posts-old/three.markdown",
]  # fmt: skip
IGNORED = ["built/eight.html", "posts/nine.tmp.txt"]


def plant(folder: Path, names: list[str]) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Some text.\n")


def run_git(folder: Path, *args: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *identity, *args], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    plant(folder, TREE)
    for name, content in IGNORES.items():
        (folder / name).write_text(content)
    return folder


@pytest.fixture
def repository(tree: Path) -> Path:
    run_git(tree, "init", "-q")
    return tree


def taken(folder: Path, selection: Selection = EVERYTHING) -> list[str]:
    names, failures = texts_in(str(folder), selection)
    assert failures == []
    return names


def without_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git, "_git", lambda *_: None)


def test_a_plain_folder(tree: Path) -> None:
    assert taken(tree) == sorted(TAKEN + IGNORED, key=lambda name: name.split("/"))


@needs_git
def test_a_repository(repository: Path) -> None:
    assert taken(repository) == TAKEN
    run_git(repository, "add", ".")
    run_git(repository, "commit", "-qm", "All")
    assert taken(repository) == TAKEN


@needs_git
def test_a_part_of_a_repository(repository: Path) -> None:
    expected = ["deep/four.text", "kept.tmp.txt", "one.md", "two.htm"]
    assert taken(repository / "posts") == expected


@needs_git
def test_a_tracked_file_is_taken_though_ignored(repository: Path) -> None:
    run_git(repository, "add", "-f", "built")
    assert "built/eight.html" in taken(repository)


@needs_git
def test_an_ignored_folder_that_is_named(repository: Path) -> None:
    assert taken(repository / "built") == ["eight.html"]


@needs_git
def test_a_file_that_is_gone(repository: Path) -> None:
    run_git(repository, "add", ".")
    (repository / "b.txt").unlink()
    assert "b.txt" not in taken(repository)


@needs_git
def test_another_repository_within(repository: Path) -> None:
    plant(repository, ["theme/README.md"])
    run_git(repository / "theme", "init", "-q")
    assert taken(repository) == TAKEN


@pytest.mark.parametrize("part", ["", "posts"])
def test_without_git_the_same(tree: Path, monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    (tree / ".git").mkdir()
    without_git(monkeypatch)
    expected = TAKEN if not part else ["deep/four.text", "kept.tmp.txt", "one.md", "two.htm"]
    assert taken(tree / part) == expected


@needs_git
def test_git_that_fails(repository: Path) -> None:
    (repository / ".git/HEAD").write_text("nonsense\n")
    assert taken(repository) == TAKEN


@needs_git
def test_variables_of_a_hook(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert taken(repository / "posts/deep") == ["four.text"]


@pytest.mark.parametrize("tracked", [False, True])
def test_links_are_not_followed(tree: Path, tmp_path: Path, *, tracked: bool) -> None:
    plant(tmp_path, ["outside/secret.txt", "secret.txt"])
    (tree / "out").symlink_to(tmp_path / "outside")
    (tree / "out.txt").symlink_to(tmp_path / "secret.txt")
    (tree / "in.txt").symlink_to(tree / "b.txt")
    (tree / "again").symlink_to(tree)
    expected = taken(tree)
    if tracked:
        if shutil.which("git") is None:
            pytest.skip("needs git")
        run_git(tree, "init", "-q")
        run_git(tree, "add", ".")
        expected = TAKEN
    assert taken(tree) == expected
    assert not [name for name in expected if "out" in name or "in.txt" in name]


@needs_git
def test_a_tracked_folder_that_became_a_link(repository: Path, tmp_path: Path) -> None:
    run_git(repository, "add", ".")
    shutil.rmtree(repository / "posts")
    plant(tmp_path, ["outside/one.md"])
    (repository / "posts").symlink_to(tmp_path / "outside")
    assert not [name for name in taken(repository) if name.startswith("posts/")]


@pytest.mark.skipif(sys.platform != "linux", reason="needs file names that are bytes")
@pytest.mark.parametrize("in_git", [False, True])
def test_names_that_are_no_utf8(tmp_path: Path, scrub: Command, *, in_git: bool) -> None:
    tree = tmp_path / "site"
    tree.mkdir()
    if in_git:
        run_git(tree, "init", "-q")
    name = b"caf\xe9.txt"
    (tree / os.fsdecode(name)).write_bytes(b"One line.  \nAnother.\n")
    assert taken(tree) == [os.fsdecode(name)]
    run = scrub("check", "site")
    assert run.returncode == 1
    assert run.stdout.startswith(b"site/" + name + b":1:10 WSP004 ")
    run = scrub("check", "--output-format", "json", "site")
    assert b"caf\\udce9.txt" in run.stdout
    assert scrub("clean", "--diff", "site").stdout.count(name) >= 2
    assert scrub("clean", "-i", "site").returncode == 0
    assert scrub("check", "site").returncode == 0


def test_excluded_paths(tree: Path) -> None:
    selection = Selection((Globs(("posts", "*.html"), str(tree)),))
    expected = [name for name in TAKEN + IGNORED if not name.startswith("posts/")]
    expected = [name for name in expected if not name.endswith(".html")]
    assert taken(tree, selection) == sorted(expected)
    assert taken(tree / "posts", selection), "what is named is looked into"


def test_what_is_named_is_excluded_only_by_force(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tree)
    globs = (Globs(("posts",), str(tree)),)
    names = ["posts/one.md", "posts", "b.txt", "node_modules/pkg/README.md"]
    found = [source.path for source in find_sources(names, None, Selection(globs))]
    assert set(names) - {"posts"} <= set(found)
    found = [source.path for source in find_sources(names, None, Selection(globs, force=True))]
    assert found == ["b.txt"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    plant(folder, ["a.txt", "b.text", ".github/c.txt", "posts/d.txt", "posts/deep/e.txt"])
    for path in folder.rglob("*.*t"):
        path.write_text("One line.  \nAnother.\n")
    return folder


def test_options_that_exclude(site: Path, scrub: Command) -> None:
    (site.parent / "scrubber.toml").write_text(
        'extend-exclude = ["site/posts"]\nforce-exclude = true\n'
    )

    def found(*args: str) -> list[str]:
        lines = scrub("check", *args).stdout.decode().splitlines()
        return [line.partition(":")[0].removeprefix("site/") for line in lines]

    assert found("site") == [".github/c.txt", "a.txt", "b.text"]
    assert found("site", "--extend-exclude", "*.text,.github") == ["a.txt"]
    assert found("site", "--exclude", "{a,b}.*,c.txt") == []
    assert found("site", "--exclude", "site/a.txt") == [".github/c.txt", "b.text"]
    assert "posts/d.txt" in found("site", "--isolated")
    assert found("site/posts/d.txt") == []
    assert found("site/posts/d.txt", "--no-force-exclude") == ["posts/d.txt"]


@pytest.mark.parametrize("glob", ["[", "[]", "[!]", "[z-a]", "{a", "a}"])
def test_a_bad_pattern(site: Path, scrub: Command, glob: str) -> None:
    run = scrub("check", str(site), "--exclude", glob)
    assert run.returncode == 2
    assert f"Invalid value for '--exclude': {glob!r} is no pattern: " in run.stderr.decode()


def test_the_folder_one_is_in(site: Path, scrub: Command) -> None:
    here = type(scrub)(site)
    assert here("check", ".").stdout.startswith(b".github/c.txt:1:10 ")
    assert here("check", "..").stdout.startswith(b"../site/.github/c.txt:1:10 ")


def test_names_from_a_file(site: Path, scrub: Command) -> None:
    (site.parent / "list").write_text("site/a.txt\n\nsite/posts\r\n")
    run = scrub("check", "--files-from", "list")
    places = [line.partition(b":")[0] for line in run.stdout.splitlines()]
    assert places == [b"site/a.txt", b"site/posts/d.txt", b"site/posts/deep/e.txt"]
    more = scrub("check", "--files-from", "list", "site/b.text", "./site/a.txt")
    assert more.stdout.count(b"a.txt") == 1, "named twice is looked at once"
    assert b"site/b.text" in more.stdout


def test_names_from_standard_input(site: Path, scrub: Command) -> None:
    names = b"site/a.txt\0site/odd\nname.txt\0"
    (site / "odd\nname.txt").write_text("One line.  \nAnother.\n")
    run = scrub("clean", "-i", "--files-from", "-", "-0", input=names)
    assert (run.returncode, run.stderr) == (0, b"2 files cleaned\n")
    run = scrub("clean", "-i", "--files-from", "-", "-0", "--jobs", "2", input=names * 9)
    assert (run.returncode, run.stderr) == (0, b"0 files cleaned, 2 unchanged\n")


def test_listed_files_keep_their_folders(site: Path, scrub: Command) -> None:
    (site.parent / "list").write_text("site/posts/d.txt\n")
    assert scrub("clean", "--files-from", "list", "-o", "out").returncode == 0
    assert (site.parent / "out/site/posts/d.txt").read_text() == "One line.\nAnother.\n"


def test_nothing_is_listed(site: Path, scrub: Command) -> None:
    (site.parent / "list").write_text("")
    for command in (["check"], ["clean", "-i"], ["clean", "--check"], ["clean", "-o", "out"]):
        run = scrub(*command, "--files-from", "list")
        assert (run.returncode, run.stdout) == (0, b"")
        assert run.stderr == b"scrubber: no file is named; nothing to do\n"


def test_nothing_is_found(site: Path, scrub: Command) -> None:
    (site.parent / "empty").mkdir()
    for command in (["check"], ["clean", "-i"], ["clean", "-o", "out"], ["report", "-o", "p.html"]):
        run = scrub(*command, "empty")
        assert run.returncode == 0
        assert run.stderr.startswith(b"scrubber: empty: no file of text, Markdown or HTML")
    assert scrub("check", "-q", "empty").stderr == b""
