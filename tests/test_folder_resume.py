"""A run over a folder of files goes on where it was killed; its output is that of any run."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

FILES = 60
DIRTY = b"Number %d.  \nMore  of it.\n"
CLEAN = b"Number %d.\nMore of it.\n"
COMMAND = ("clean", "in", "-o", "out", "--jobs", "2", "--findings", "found.jsonl", "--no-cache")

SLOW = """
import sys, time
from scrubber.archive import state
from scrubber.files import job
state._PATIENCE = 0.3
clean_bytes = job.clean_bytes

def slow(data, *args):
    with open("log", "ab") as log:
        log.write(data.partition(b".")[0] + b"\\n")
    time.sleep(0.02)
    return clean_bytes(data, *args)

job.clean_bytes = slow
from scrubber.cli import main
main()
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    for number in range(FILES):
        path = tmp_path / "in" / f"{number % 5}" / f"{number:02}.{('txt', 'md')[number % 2]}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(DIRTY % number if number % 3 else CLEAN % number)
    return tmp_path / "in"


def begun(tmp_path: Path, *args: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", SLOW, *COMMAND, *args],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def killed(tmp_path: Path, how: int = signal.SIGKILL) -> bytes:
    """A run that was ended when some of its files were done; what it said."""
    with begun(tmp_path) as process:
        while len(list((tmp_path / "out").rglob("??.*"))) < 10:
            time.sleep(0.01)
        os.killpg(process.pid, how)
        _, said = process.communicate()
    assert 10 <= len(list((tmp_path / "out").rglob("??.*"))) < FILES
    return said


def log_of(tmp_path: Path) -> list[str]:
    """What has been cleaned since this was asked last."""
    path = tmp_path / "log"
    lines = path.read_text().splitlines() if path.exists() else []
    path.write_bytes(b"")
    return lines


def tree(path: Path) -> dict[str, bytes]:
    return {str(p.relative_to(path)): p.read_bytes() for p in path.rglob("*") if p.is_file()}


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
class TestKilled:
    def test_goes_on(self, scrub: Command, tmp_path: Path) -> None:
        assert scrub(*COMMAND).returncode == 0
        expected, found = tree(tmp_path / "out"), (tmp_path / "found.jsonl").read_bytes()
        (tmp_path / "out").rename(tmp_path / "first")
        (tmp_path / "found.jsonl").unlink()
        assert set(expected) == set(tree(tmp_path / "in")), "nothing of ours is left in it"

        killed(tmp_path)
        first = log_of(tmp_path)
        with begun(tmp_path) as process:
            _, said = process.communicate()
        assert process.returncode == 0
        again = log_of(tmp_path)
        assert set(first) | set(again) == {f"Number {number}" for number in range(FILES)}
        assert len(again) <= FILES - 9, "what was written is not cleaned again"
        assert b" of 60 files are done already\n" in said
        assert said.endswith(b"40 files cleaned, 20 unchanged\n")
        assert tree(tmp_path / "out") == expected
        assert (tmp_path / "found.jsonl").read_bytes() == found

    def test_twice(self, scrub: Command, tmp_path: Path) -> None:
        scrub(*COMMAND)
        (tmp_path / "out").rename(tmp_path / "first")
        killed(tmp_path)
        with begun(tmp_path) as process:
            time.sleep(0.4)
            os.killpg(process.pid, signal.SIGKILL)
        with begun(tmp_path) as process:
            process.communicate()
        assert process.returncode == 0
        assert tree(tmp_path / "out") == tree(tmp_path / "first")

    def test_what_changed_is_done_again(self, scrub: Command, tmp_path: Path) -> None:
        killed(tmp_path)
        log_of(tmp_path)
        changed, spoilt, gone = sorted((tmp_path / "out").rglob("??.*"))[:3]
        source = tmp_path / "in" / changed.relative_to(tmp_path / "out")
        source.write_bytes(b"Another  text.\n")
        before = spoilt.read_bytes()
        spoilt.write_bytes(b"half")
        gone.unlink()
        scrub(*COMMAND)
        assert changed.read_bytes() == b"Another text.\n"
        assert spoilt.read_bytes() == before
        assert gone.exists()

    def test_with_other_settings_all_is_done_again(self, tmp_path: Path) -> None:
        killed(tmp_path)
        log_of(tmp_path)
        for args in (["--ignore", "WSP005"], ["--new-run"]):
            with begun(tmp_path, *args) as process:
                _, said = process.communicate()
            assert len(log_of(tmp_path)) == FILES
            assert b"done already" not in said

    def test_an_interrupt_says_how_to_go_on(self, tmp_path: Path) -> None:
        said = killed(tmp_path, signal.SIGINT).decode().splitlines()
        assert said[0] == f"stopped; go on with: scrubber {' '.join(COMMAND)}"
        assert said[-1] == "scrubber: interrupted"

    def test_two_runs_at_once(self, scrub: Command, tmp_path: Path) -> None:
        with begun(tmp_path) as process:
            while not list((tmp_path / "out").rglob("??.*")):
                time.sleep(0.01)
            os.kill(process.pid, signal.SIGSTOP)
            with begun(tmp_path) as second:
                _, said = second.communicate()
            shutil.copytree(tmp_path / "in", tmp_path / "other")
            other = scrub("clean", "other", "-o", "out", "-q")
            os.kill(process.pid, signal.SIGCONT)
            process.communicate()
        assert second.returncode == 2
        assert b"another run is at work here; wait for its end" in said
        assert other.returncode == 0, "a run over another folder is another run"
        assert process.returncode == 0


def test_a_finished_run_leaves_no_account(scrub: Command, tmp_path: Path) -> None:
    for _ in range(2):
        run = scrub(*COMMAND)
        assert run.stderr == b"40 files cleaned, 20 unchanged\n"
        assert not (tmp_path / "out/.scrubber").exists()


def test_beside_an_archive(scrub: Command, tmp_path: Path) -> None:
    (tmp_path / "in/a.jsonl").write_text(json.dumps({"text": "Two  blanks."}) + "\n")
    for _ in range(2):
        assert scrub(*COMMAND).returncode == 0
        assert (tmp_path / "out/.scrubber/manifest.jsonl").exists()
        assert not list((tmp_path / "out/.scrubber").glob("files-*"))


@pytest.mark.skipif(sys.platform == "win32", reason="needs resource limits")
def test_after_a_full_disk(scrub: Command, tmp_path: Path) -> None:
    (tmp_path / "in/large.txt").write_bytes(b"A line.\n" * 10_000)
    program = (  # bytecode would be cut off at the limit, and stay
        "import resource, sys; sys.dont_write_bytecode = True;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000));"
        "from scrubber.cli import main; main()"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, *COMMAND], cwd=tmp_path, capture_output=True, check=False
    )
    assert run.returncode == 2
    assert b"the file would exceed the size limit" in run.stderr
    run = scrub(*COMMAND)
    assert run.returncode == 0
    assert b"60 of 61 files are done already" in run.stderr
    assert not (tmp_path / "out/.scrubber").exists()
