"""A baseline: what was there when checking began does not count, what is new does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

DIRTY = "Line {} ends in blanks.  \nThe other does not.\n"


@pytest.fixture
def posts(tmp_path: Path, scrub: Command) -> Path:
    folder = tmp_path / "posts"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text(DIRTY.format(name))
    run = scrub("check", "--write-baseline", "known.json", "posts")
    assert (run.returncode, run.stdout) == (0, b"")
    assert run.stderr.decode() == "wrote 3 findings to known.json\n"
    return folder


def check(scrub: Command, *args: str) -> tuple[int, list[str], str]:
    run = scrub("check", "--baseline", "known.json", *args)
    places = [line.partition(" ")[0] for line in run.stdout.decode().splitlines()]
    return run.returncode, places, run.stderr.decode()


def test_what_is_known_does_not_count(scrub: Command, posts: Path) -> None:
    assert check(scrub, "posts") == (0, [], "")
    assert check(scrub, "--strict", "posts") == (0, [], "")
    assert check(scrub, "posts/b.txt") == (0, [], "")


def test_what_is_new_does(scrub: Command, posts: Path) -> None:
    (posts / "b.txt").write_text("A new line.  \n" + DIRTY.format("b"))
    status, places, said = check(scrub, "posts")
    assert (status, places) == (1, ["posts/b.txt:1:12"])
    assert "1 finding in 1 of 3 files" in said


def test_the_same_again_is_new(scrub: Command, posts: Path) -> None:
    (posts / "b.txt").write_text(DIRTY.format("b") + "\n" + DIRTY.format("b"))
    assert check(scrub, "--select", "WSP004", "posts")[1] == ["posts/b.txt:4:23"]
    (posts / "copy.txt").write_text(DIRTY.format("a"))
    assert "posts/copy.txt:1:23" in check(scrub, "--select", "WSP004", "posts")[1]


def test_a_moved_line_is_known(scrub: Command, posts: Path) -> None:
    (posts / "b.txt").write_text("Lines above.\n\nMore of them.\n\n" + DIRTY.format("b"))
    assert check(scrub, "posts") == (0, [], "")


def test_a_moved_file_is_known(scrub: Command, posts: Path) -> None:
    (posts / "deep").mkdir()
    (posts / "b.txt").rename(posts / "deep/renamed.txt")
    assert check(scrub, "posts") == (0, [], "")
    assert check(scrub, "posts/deep/renamed.txt") == (0, [], "")


@pytest.mark.parametrize("gone", [False, True])
def test_a_stale_entry_is_reported(scrub: Command, posts: Path, *, gone: bool) -> None:
    path = posts / "b.txt"
    if gone:
        path.unlink()
    else:
        path.write_text("All is well.\n")
    stale = (
        "known.json: stale: posts/b.txt:1 WSP004 is not found any more; write the baseline anew\n"
    )
    assert check(scrub, "posts") == (0, [], stale)
    assert check(scrub, "--strict", "posts") == (1, [], stale)
    assert check(scrub, "-q", "posts") == (0, [], "")
    assert check(scrub, "posts/a.txt") == (0, [], ""), "nothing was said of b"


def test_all_formats_leave_out_what_is_known(scrub: Command, posts: Path) -> None:
    run = scrub("check", "--baseline", "known.json", "--output-format", "json", "posts")
    assert all(file["findings"] == [] for file in json.loads(run.stdout)["files"])
    run = scrub("check", "--baseline", "known.json", "--output-format", "sarif", "posts")
    assert json.loads(run.stdout)["runs"][0]["results"] == []
    run = scrub("check", "--baseline", "known.json", "--output-format", "github", "posts")
    assert run.stdout == b""


def test_from_another_folder(scrub: Command, posts: Path) -> None:
    here = type(scrub)(posts)
    assert here("check", "--baseline", "../known.json", ".").returncode == 0


def test_in_the_configuration(scrub: Command, posts: Path) -> None:
    (posts.parent / "scrubber.toml").write_text('baseline = "known.json"\n')
    assert scrub("check", "posts").returncode == 0
    assert type(scrub)(posts)("check", ".").returncode == 0
    assert scrub("check", "--isolated", "posts").returncode == 1
    assert scrub("check", "--write-baseline", "other.json", "posts").returncode == 0
    assert (posts.parent / "other.json").read_bytes() == (posts.parent / "known.json").read_bytes()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "no such file"),
        ("nonsense", "is no baseline"),
        ("[]", "is no baseline"),
        ('{"schema": 99, "findings": []}', "another version"),
        ('{"schema": 1, "findings": [{"colour": "red"}]}', "is no baseline"),
    ],
)
def test_a_bad_baseline(scrub: Command, posts: Path, content: str | None, words: str) -> None:
    path = posts.parent / "known.json"
    path.unlink()
    if content is not None:
        path.write_text(content)
    status, places, said = check(scrub, "posts")
    assert (status, places) == (2, [])
    assert said.startswith("scrubber: known.json: ")
    assert words in said
    assert said.count("\n") == 1


def test_a_baseline_that_cannot_be_written(scrub: Command, posts: Path) -> None:
    run = scrub("check", "--write-baseline", "gone/known.json", "posts")
    assert run.returncode == 2
    assert run.stderr.startswith(b"scrubber: gone/known.json: no such file or folder")


def test_a_source_is_not_written_over(scrub: Command, posts: Path) -> None:
    before = (posts / "a.txt").read_bytes()
    run = scrub("check", "--write-baseline", "posts/a.txt", "posts")
    assert run.returncode == 2
    assert run.stderr.endswith(b"Error: posts/a.txt is a source itself: write elsewhere\n")
    assert (posts / "a.txt").read_bytes() == before
