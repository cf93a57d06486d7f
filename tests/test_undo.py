"""What an in-place run changed can be given back, byte for byte."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scrubber.files import journal, restore

if TYPE_CHECKING:
    from conftest import Command

DIRTY = b"Blanks at the end.  \nAnd more.\n"
CLEAN = b"Blanks at the end.\nAnd more.\n"


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "deep/c.txt"):
        path = tmp_path / "posts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(DIRTY)


def content(tmp_path: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(tmp_path.rglob("posts/**/*.txt"))}


def test_the_last_run_here(scrub: Command, tmp_path: Path) -> None:
    """A run in another folder is named, and left to those who mean it."""
    scrub("clean", "-i", "posts/a.txt")
    scrub("clean", "-i", "posts/deep")
    (tmp_path / "other").mkdir()
    elsewhere = type(scrub)(tmp_path / "other")("undo")
    assert elsewhere.returncode == 2
    assert b"no run changed a file in this folder" in elsewhere.stderr
    assert type(scrub)(tmp_path / "posts" / "deep")("undo").returncode == 0
    assert list(content(tmp_path).values()) == [CLEAN, DIRTY, DIRTY]


def test_a_run_is_undone(scrub: Command, tmp_path: Path) -> None:
    before = content(tmp_path)
    scrub("clean", "-i", "posts")
    assert set(content(tmp_path).values()) == {CLEAN}
    run = scrub("undo")
    assert run.returncode == 0
    assert run.stderr.startswith(b"3 files restored, as before run 20")
    assert content(tmp_path) == before
    assert scrub("undo").returncode == 2, "nothing is left to undo"


def test_one_file_of_a_run(scrub: Command, tmp_path: Path) -> None:
    scrub("clean", "-i", "posts")
    assert scrub("undo", "posts/a.txt").returncode == 0
    assert (tmp_path / "posts/a.txt").read_bytes() == DIRTY
    assert (tmp_path / "posts/b.txt").read_bytes() == CLEAN
    assert scrub("undo", "posts/deep").returncode == 0
    assert (tmp_path / "posts/deep/c.txt").read_bytes() == DIRTY


def test_the_newest_run_that_changed_the_file_is_meant(scrub: Command, tmp_path: Path) -> None:
    scrub("clean", "-i", "posts/a.txt")
    scrub("clean", "-i", "posts/b.txt")
    assert scrub("undo", "posts/a.txt").returncode == 0
    assert (tmp_path / "posts/a.txt").read_bytes() == DIRTY
    assert (tmp_path / "posts/b.txt").read_bytes() == CLEAN
    assert b"no run that changed posts/deep" in scrub("undo", "posts/deep").stderr


def test_a_file_that_changed_since_is_left(scrub: Command, tmp_path: Path) -> None:
    scrub("clean", "-i", "posts")
    (tmp_path / "posts/b.txt").write_bytes(b"An editor's.\n")
    run = scrub("undo")
    assert run.returncode == 2
    assert b"b.txt: changed since the run; left as it is" in run.stderr
    assert (tmp_path / "posts/a.txt").read_bytes() == DIRTY
    assert (tmp_path / "posts/b.txt").read_bytes() == b"An editor's.\n"


def test_a_file_that_the_run_never_changed_is_not_called_restored(
    scrub: Command, tmp_path: Path
) -> None:
    """Its bytes are kept before it is replaced, and then that may fail."""
    scrub("clean", "-i", "posts")
    (tmp_path / "posts" / "b.txt").write_bytes(DIRTY)
    run = scrub("undo")
    assert (run.returncode, set(content(tmp_path).values())) == (0, {DIRTY})
    assert run.stderr.startswith(b"2 files restored, as before run 20")
    assert run.stderr.endswith(b"; 1 had not changed\n")


def test_the_log(scrub: Command) -> None:
    scrub("clean", "-i", "posts/a.txt")
    (line,) = scrub("log").stdout.decode().splitlines()
    name, rest = line.split("  ", 1)
    assert rest == "1 file"
    assert scrub("log", name).stdout.decode().rstrip().endswith("posts/a.txt  WSP004 (1)")
    assert scrub("undo", name).returncode == 0
    assert b"undone" in scrub("log").stdout
    assert scrub("log", "never").returncode == 2


def test_a_run_that_changes_nothing_keeps_nothing(scrub: Command, tmp_path: Path) -> None:
    (tmp_path / "clean.txt").write_bytes(CLEAN)
    scrub("clean", "-i", "clean.txt")
    assert scrub("log").stdout == b""


@pytest.mark.skipif(sys.platform != "linux", reason="of the XDG specification")
def test_a_relative_state_folder_is_ignored(
    scrub: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "state")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    scrub("clean", "-i", "posts/a.txt")
    assert type(scrub)(tmp_path / "posts")("undo").returncode == 0
    assert (tmp_path / "posts/a.txt").read_bytes() == DIRTY
    assert not (tmp_path / "state").exists()


def test_without_a_journal_nothing_is_written(scrub: Command, tmp_path: Path) -> None:
    state = Path(os.environ["XDG_STATE_HOME"])
    state.write_bytes(b"a file where the folder should be")
    run = scrub("clean", "-i", "posts/a.txt")
    assert run.returncode == 2
    assert b"a.txt: not cleaned, since the journal cannot be written" in run.stderr
    assert (tmp_path / "posts/a.txt").read_bytes() == DIRTY
    assert scrub("clean", "-i", "--no-journal", "posts/a.txt").returncode == 0
    assert (tmp_path / "posts/a.txt").read_bytes() == CLEAN


def test_a_damaged_journal_restores_nothing(scrub: Command, tmp_path: Path) -> None:
    scrub("clean", "-i", "posts/a.txt")
    (blob,) = Path(os.environ["XDG_STATE_HOME"]).rglob("*.z")
    blob.write_bytes(blob.read_bytes()[:-12])
    run = scrub("undo")
    assert run.returncode == 2
    assert b"a.txt: has a damaged journal; left as it is" in run.stderr
    assert (tmp_path / "posts/a.txt").read_bytes() == CLEAN


def test_old_runs_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "_LARGEST", 40)
    for number in range(3):
        change = journal.Change(tmp_path / "posts/a.txt", [CLEAN], {"WSP004": 1})
        journal.Journal().keep([change])
        assert len(restore.runs()) == 1, f"run {number} and the ones before it"


def tree(folder: Path) -> str:
    """A hash over all names and contents."""
    state = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        state.update(f"{path.relative_to(folder)}\0".encode())
        state.update(path.read_bytes() if path.is_file() else b"")
    return state.hexdigest()


def many_files(scrub: Command, tmp_path: Path, count: int) -> None:
    for number in range(count):
        path = tmp_path / f"posts/{number % 97}/{number}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"Number %d.  \nMore.\n" % number if number % 3 else b"Clean.\n")
    before = tree(tmp_path / "posts")
    assert scrub("clean", "-q", "-i", "posts").returncode == 0
    assert tree(tmp_path / "posts") != before
    assert scrub("clean", "--check", "posts").returncode == 0
    assert scrub("undo").returncode == 0
    assert tree(tmp_path / "posts") == before


def test_many_files(scrub: Command, tmp_path: Path) -> None:
    many_files(scrub, tmp_path, 200)


@pytest.mark.exhaustive
def test_ten_thousand_files(scrub: Command, tmp_path: Path) -> None:
    many_files(scrub, tmp_path, 10_000)


CRASHING = """
import os, random, signal, sys
from scrubber.files import journal, write
countdown = random.Random(int(sys.argv[1])).randint(1, 12)

def wrap(function):
    def wrapped(*args, **options):
        global countdown
        countdown -= 1
        if not countdown:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*args, **options)
    return wrapped

os.fsync = wrap(os.fsync)
sys.argv = ["scrubber", "clean", "-i", "posts"]
from scrubber.cli import main
main()
"""


def crash_and_undo(scrub: Command, tmp_path: Path, seed: int) -> None:
    before = content(tmp_path)
    run = subprocess.run(
        [sys.executable, "-c", CRASHING, str(seed)], cwd=tmp_path, capture_output=True, check=False
    )
    assert run.returncode in (0, -signal.SIGKILL)
    assert set(content(tmp_path).values()) <= {DIRTY, CLEAN}
    scrub("undo")
    assert content(tmp_path) == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize("seed", range(6))
def test_a_crash_at_any_time_can_be_undone(scrub: Command, tmp_path: Path, seed: int) -> None:
    crash_and_undo(scrub, tmp_path, seed)


@pytest.mark.exhaustive
def test_a_thousand_crashes(scrub: Command, tmp_path: Path) -> None:
    for seed in random.Random(1).sample(range(10**6), 1000):
        crash_and_undo(scrub, tmp_path, seed)
