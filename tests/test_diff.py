"""The diff: one that applies, in nearly linear time, with moves named as moves."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrubber.files.job import Outcome
from scrubber.files.source import Source
from scrubber.report.align import differing
from scrubber.report.diff import diff_lines

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

SOURCE = Source("a.txt", "a.txt", "a.txt")
lines = st.lists(st.sampled_from(["", "a", "b", "c", "Some words.", "Other words."]), max_size=30)


def diff_of(old: list[str], new: list[str]) -> list[str]:
    texts = ["".join(f"{line}\n" for line in side) for side in (old, new)]
    outcome = Outcome(SOURCE, changed=True, before_text=texts[0], after_text=texts[1])
    return list(diff_lines(outcome))


def rebuilt(old: list[str], new: list[str]) -> list[str]:
    result: list[str] = []
    at = 0
    for hunk in differing(old, new):
        assert old[hunk.i : hunk.j] != new[hunk.k : hunk.m]
        result += old[at : hunk.i] + new[hunk.k : hunk.m]
        at = hunk.j
    return result + old[at:]


@given(lines, lines)
def test_what_is_between_the_hunks_is_equal(old: list[str], new: list[str]) -> None:
    assert rebuilt(old, new) == new


@pytest.mark.skipif(shutil.which("patch") is None, reason="needs patch")
def test_patch_can_apply_it(tmp_path: Path) -> None:
    chance = random.Random(5)
    path = tmp_path / "a.txt"
    for _ in range(40):
        old = [f"Line {chance.randrange(8)}, and more." for _ in range(chance.randrange(1, 40))]
        new = [line for line in old if chance.random() < 0.8]
        chance.shuffle(new[: len(new) // 2])
        new.insert(chance.randrange(len(new) + 1), "A line that is new.")
        path.write_text("".join(f"{line}\n" for line in old))
        patch = "".join(f"{line}\n" for line in diff_of(old, new))
        subprocess.run(["patch", "-p0"], cwd=tmp_path, input=patch, text=True, check=True)
        assert path.read_text().splitlines() == new


@pytest.mark.skipif(shutil.which("patch") is None, reason="needs patch")
@pytest.mark.parametrize("name", ["a.txt", "a b.txt"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_patch_can_apply_it_to_files(scrub: Command, tmp_path: Path, name: str, end: str) -> None:
    old = f"One.{end}Two  blanks.{end}Three.{end}"
    (tmp_path / name).write_bytes(old.encode())
    patch = scrub("clean", "--diff", name).stdout
    subprocess.run(["patch", "-p0"], cwd=tmp_path, input=patch, check=True)
    assert (tmp_path / name).read_bytes() == old.replace("  ", " ").encode()


def test_a_change_in_one_line() -> None:
    old = [f"Line {n}." for n in range(1, 10)]
    new = [*old[:4], "Line five.", *old[5:]]
    assert diff_of(old, new) == [
        "--- a.txt", "+++ a.txt", "@@ -2,7 +2,7 @@", " Line 2.", " Line 3.", " Line 4.",
        "-Line 5.", "+Line five.", " Line 6.", " Line 7.", " Line 8.",
    ]  # fmt: skip


def test_a_move_is_named_as_one() -> None:
    old = [f"Paragraph {n} of this article." for n in range(1, 21)]
    new = [*old[:2], *old[16:18], *old[2:16], *old[18:]]
    heads = [line for line in diff_of(old, new) if line.startswith("@@")]
    assert heads == [
        "@@ -1,5 +1,7 @@ moved from lines 17-18",
        "@@ -14,7 +16,5 @@ moved to lines 3-4",
    ]


def test_short_lines_are_equal_by_chance() -> None:
    old = ["Yes.", *(f"Line {n} of it." for n in range(20)), "No."]
    assert not [line for line in diff_of(old, [*old[1:], "Yes."]) if "moved" in line]


def test_a_moved_line_has_its_own_colour() -> None:
    old = [f"Paragraph {n} of this article." for n in range(1, 21)]
    texts = ["\n".join(side) + "\n" for side in (old, [*old[1:], old[0]])]
    outcome = Outcome(SOURCE, changed=True, before_text=texts[0], after_text=texts[1])
    shown = list(diff_lines(outcome, colours=True))
    assert "\x1b[1;35m-Paragraph 1 of this article.\x1b[0m" in shown
    assert "\x1b[1;34m+Paragraph 1 of this article.\x1b[0m" in shown


def test_a_terminal_gets_no_control_characters() -> None:
    outcome = Outcome(SOURCE, changed=True, before_text="a\x1b[2J\x9b\n", after_text="b\n")
    assert "a\x1b[2J\x9b" in "".join(diff_lines(outcome))
    assert "-a\\x1b[2J\\x9b" in "".join(diff_lines(outcome, colours=True))


LONG = 100_000


def long_texts() -> dict[str, tuple[list[str], list[str]]]:
    chance = random.Random(3)
    plain = [f"Line {n} of {chance.randrange(999)}." if n % 2 else "" for n in range(LONG)]
    few = [f"One of {n % 50}." for n in range(LONG)]
    shuffled = [*plain]
    chance.shuffle(shuffled)
    return {
        "every line ends in blanks": ([f"{line}  " for line in plain], plain),
        "some lines are gone": (plain, [line for line in plain if chance.random() < 0.9]),
        "blank lines are gone": (plain, [line for line in plain if line]),
        "nothing is common": (plain, [f"{line}!" for line in plain[1:]]),
        "a few lines over and over": (few, [line for line in few if chance.random() < 0.7]),
        "one line alone": (["x"] * LONG, ["x"] * (LONG // 2) + ["y"] + ["x"] * (LONG // 3)),
        "shuffled": (plain, shuffled),
    }


@pytest.mark.parametrize("name", long_texts())
def test_long_texts_take_no_time(name: str) -> None:
    old, new = long_texts()[name]
    start = time.process_time()
    assert diff_of(old, new)
    assert time.process_time() - start < 4
    assert rebuilt(old, new) == new


@pytest.mark.parametrize(
    ("environment", "args", "coloured"),
    [
        ({}, (), False),
        ({"FORCE_COLOR": "1"}, (), True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, (), False),
        ({"NO_COLOR": "1"}, ("--color", "always"), True),
        ({"FORCE_COLOR": "1"}, ("--color", "never"), False),
    ],
)
def test_colours(
    scrub: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    args: tuple[str, ...],
    *,
    coloured: bool,
) -> None:
    (tmp_path / "a.txt").write_bytes(b"One line.  \nAnother.\n")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    run = scrub("clean", "--diff", *args, "a.txt")
    assert bool(re.search(rb"\x1b\[3[12]m[-+]One", run.stdout)) is coloured


def test_what_no_line_shows_is_named(scrub: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfOne line.\nAnother.\n")
    (tmp_path / "b.txt").write_bytes(b"No end")
    shown = scrub("clean", "--diff", "a.txt", "b.txt").stdout.decode().splitlines()
    assert [line for line in shown if not line.startswith("# ")] == []
    assert any(line.startswith("# a.txt: ENC002") for line in shown)
    assert any(line.startswith("# b.txt: ") for line in shown)
