"""A dedupe that is killed or interrupted leaves nothing that a later run trips over."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, cast

import pytest
from archive_of_stories import edited, story

from scrubber.archive.dedupe.crew import Crew
from scrubber.archive.model import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scrubber.archive.dedupe.shared import Shared

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
_ARTICLES = 600
_COMMAND = [sys.executable, "-m", "scrubber", "dedupe", "a.jsonl", "--plan", "p.jsonl"]
_COMMAND += ["--index", "kept", "--isolated", "--jobs", "2"]


class Place:
    """A folder with an archive, and one for temporary files."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.temporary = folder, folder / "temporary"
        self.temporary.mkdir()
        with (folder / "a.jsonl").open("w") as file:
            for number in range(_ARTICLES):
                text = edited(story(number // 2, 2), 0.05 * (number % 2), number)
                file.write(json.dumps({"id": f"a{number:05}", "text": text}) + "\n")

    def start(self, *more: str) -> subprocess.Popen[bytes]:
        """A run in a group of processes of its own."""
        command = [*_COMMAND, *more]
        return subprocess.Popen(
            command,
            cwd=self.folder,
            env=os.environ | {"TMPDIR": str(self.temporary)},
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    def finish(self) -> bytes:
        """The plan of a run that nobody disturbs."""
        process = self.start()
        _, said = process.communicate(timeout=60)
        assert process.returncode == 0, said
        return (self.folder / "p.jsonl").read_bytes()

    def await_lock(self) -> None:
        """Wait for a run to begin."""
        while not list(self.temporary.glob("*/lock")):
            time.sleep(0.01)

    def left(self) -> list[str]:
        """What a run left beside its results."""
        known = {"a.jsonl", "p.jsonl", "kept", "temporary"}
        files = [path.name for path in (self.folder / "kept").glob("*") if path.name != "index.db"]
        others = [path.name for path in self.folder.iterdir() if path.name not in known]
        return sorted([*names(self.temporary), *files, *others])


def names(folder: Path) -> set[str]:
    """What is in a folder."""
    return {path.name for path in folder.iterdir()}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def moments(count: int, length: float) -> Iterator[float]:
    chance = random.Random(count)
    for _ in range(count):
        yield chance.uniform(0.1, length)


@pytest.mark.parametrize("kills", [3, pytest.param(40, marks=pytest.mark.exhaustive)])
def test_killed(place: Place, kills: int) -> None:
    began = time.monotonic()
    plan = place.finish()
    length = time.monotonic() - began
    assert place.left() == []
    for moment in moments(kills, length):
        process = place.start()
        time.sleep(moment)
        process.kill()
        process.communicate(timeout=20)  # workers hold the pipe: they have ended, too
        written = place.folder / "p.jsonl"
        assert written.read_bytes() == plan, "the plan is whole"
    assert place.finish() == plan
    assert place.left() == []


def test_interrupted(place: Place) -> None:
    plan = place.finish()
    process = place.start()
    place.await_lock()
    began = time.monotonic()
    process.communicate(timeout=60)
    for moment in moments(3, (time.monotonic() - began) * 0.7):
        process = place.start("-q")
        place.await_lock()
        time.sleep(moment)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=20)
        if process.returncode not in (0, -signal.SIGINT):  # it was quicker, or just at its end
            assert (process.returncode, said.decode().strip()) == (130, "scrubber: interrupted")
        assert place.left() == []
        assert (place.folder / "p.jsonl").read_bytes() == plan


_INTERRUPTED_AT_A_START = """
import os, signal, sys
from multiprocessing.process import BaseProcess

start = BaseProcess.start

def interrupted(process):
    start(process)
    os.kill(os.getpid(), signal.SIGINT)

BaseProcess.start = interrupted
sys.argv = ["scrubber", *sys.argv[1:]]
from scrubber.cli import main
main()
"""


def test_interrupted_while_processes_start(place: Place) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _INTERRUPTED_AT_A_START, *_COMMAND[3:]],
        cwd=place.folder,
        env=os.environ | {"TMPDIR": str(place.temporary)},
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        _, said = process.communicate(timeout=20)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
    assert (process.returncode, said.decode().strip()) == (130, "scrubber: interrupted")
    assert names(place.temporary) == set()


class Sleeper:
    """In place of what the processes of a run share."""

    def die(self, _: int) -> None:
        """A task that no process survives."""
        os.kill(os.getpid(), signal.SIGKILL)

    def sleep(self, seconds: float) -> float:
        """A task."""
        time.sleep(seconds)
        return seconds


def test_a_task_that_kills_its_processes_is_a_fault_of_the_run(tmp_path: Path) -> None:
    crew = Crew(str(tmp_path), 2)
    with pytest.raises(ArchiveError, match=r"compare articles: .* by signal 9; try fewer --jobs"):
        list(crew.each(cast("Shared", Sleeper()), "die", [0]))
    crew.close()


def test_the_end_waits_for_no_task(tmp_path: Path) -> None:
    crew = Crew(str(tmp_path), 2)
    results = crew.each(cast("Shared", Sleeper()), "sleep", [0, 60, 60])
    assert next(results) == 0
    began = time.monotonic()
    crew.close()
    assert time.monotonic() - began < 30


def test_folder_of_a_run_that_lives_stays(place: Place) -> None:
    process = place.start()
    place.await_lock()
    os.kill(process.pid, signal.SIGSTOP)
    folders = names(place.temporary)
    place.finish()
    assert names(place.temporary) == folders
    os.kill(process.pid, signal.SIGCONT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 0, said
    assert place.left() == []
