"""Many files over several processes: the same output, and nothing lost when one dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from scrubber.files.ordered import WINDOW, map_ordered
from scrubber.files.watch import Watch

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

DIRTY, CLEAN = b"Number %d.  \nMore of it.\n", b"Number %d.\nMore of it.\n"
FILES = 150


@pytest.fixture
def many(tmp_path: Path) -> Path:
    for number in range(FILES):
        path = tmp_path / "posts" / f"{number % 7}" / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((CLEAN if number % 3 else DIRTY) % number)
    (tmp_path / "posts/3/binary.txt").write_bytes(bytes(range(256)) * 9)
    return tmp_path


@pytest.mark.parametrize(
    "args",
    ["check", "check --output-format json", "clean --diff", "clean --check", "clean -v -o out"],
)
def test_any_number_of_jobs_says_the_same(scrub: Command, many: Path, args: str) -> None:
    runs = [scrub(*args.split(), "--jobs", jobs, "posts") for jobs in "12"]
    assert len({(run.returncode, run.stdout, run.stderr) for run in runs}) == 1
    assert runs[0].returncode == 2
    assert runs[0].stderr.count(b"binary.txt") == 1


def test_any_number_of_jobs_writes_the_same(scrub: Command, many: Path) -> None:
    scrub("clean", "-o", "one", "--jobs", "1", "posts")
    scrub("clean", "-i", "--jobs", "3", "posts")
    for number in range(FILES):
        name = f"{number % 7}/{number}.txt"
        assert (many / "posts" / name).read_bytes() == CLEAN % number
        assert (many / "one" / name).read_bytes() == CLEAN % number


def double(number: int) -> int:
    return 2 * number


def lost(number: object, why: str) -> str:
    return f"{number}: {why}"


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 2, 31, 1500])
def test_results_come_in_order(count: int, jobs: int) -> None:
    assert list(map_ordered(double, range(count), jobs, lost)) == [2 * n for n in range(count)]


def die_at_some(number: int) -> int:
    if number == 40:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 41:
        os._exit(3)
    return number


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_kills_its_process_is_given_up_alone(jobs: int) -> None:
    results: list[object] = list(map_ordered(die_at_some, range(100), jobs, lost))
    assert results[40] == "40: its process was killed by signal 9"
    assert results[41] == "41: its process ended with status 3"
    assert results[:40] + results[42:] == [*range(40), *range(42, 100)]


def die_once(path: Path) -> str:
    seen = path.with_suffix(".seen")
    if path.stem == "7" and not seen.exists():
        seen.touch()
        os._exit(1)
    return path.stem


def test_what_dies_once_is_done_again(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(20)]
    results = list(map_ordered(die_once, paths, 2, lost))
    assert results == [path.stem for path in paths]


def sleep_at_some(number: int) -> int:
    if number in (40, 41):
        time.sleep(100)
    return number


def test_what_takes_too_long_is_given_up_alone() -> None:
    results: list[object] = list(map_ordered(sleep_at_some, range(100), 2, lost, limit=0.5))
    assert results[40:42] == [
        "40: took longer than 0.5 s (--time-limit)",
        "41: took longer than 0.5 s (--time-limit)",
    ]
    assert results[:40] + results[42:] == [*range(40), *range(42, 100)]


def test_time_in_which_all_stood_still_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    watch = Watch(10)
    assert not watch.is_overdue(1, [5.0, 0.0])
    now = 3600
    watch.look()
    assert not watch.is_overdue(1, [5.0, 0.0]), "the run was suspended for an hour"
    for _ in range(20):
        now += 0.5
        watch.look()
    assert not watch.is_overdue(1, [6.0, 3605.0]), "it went on"
    assert not watch.is_overdue(1, [-1.0, 3605.0])
    assert not watch.is_overdue(2, [6.0, 3605.0]), "another one begins"
    for _ in range(21):
        now += 0.5
        watch.look()
    assert watch.is_overdue(1, [6.0, 3605.0])
    assert watch.reason == "took longer than 10 s (--time-limit)"


def note(path: Path) -> int:
    if path.stem == "0":
        time.sleep(0.5)
    path.touch()
    return 0


def test_no_process_runs_far_ahead(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(4 * WINDOW)]
    results = map_ordered(note, paths, 2, lost)
    next(results)
    time.sleep(0.3)
    assert len(list(tmp_path.iterdir())) < 2 * WINDOW
    assert len(list(results)) == len(paths) - 1


KILLING = """
import os, sys
from scrubber.files import job
clean_bytes = job.clean_bytes

def killing(data, *args):
    if b"Number 77." in data:
        os.kill(os.getpid(), 9)
    return clean_bytes(data, *args)

job.clean_bytes = killing
sys.argv = ["scrubber", "clean", "-i", "--jobs", "2", "posts"]
from scrubber.cli import main
main()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="needs forks and signals")
def test_a_file_that_kills_its_process_is_named(many: Path) -> None:
    run = subprocess.run([sys.executable, "-c", KILLING], cwd=many, capture_output=True, text=True)
    assert run.returncode == 2
    assert "posts/0/77.txt: its process was killed by signal 9" in run.stderr
    assert (many / "posts/0/77.txt").read_bytes() == CLEAN % 77 if 77 % 3 else DIRTY % 77
    others = [number for number in range(FILES) if number != 77]
    assert all(
        (many / f"posts/{number % 7}/{number}.txt").read_bytes() == CLEAN % number
        for number in others
    )


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_an_interrupt_ends_all_processes(many: Path) -> None:
    folder = many / "posts"
    text = b"\n\n".join(DIRTY % number for number in range(2000))
    for number in range(FILES):
        (folder / f"{number}.txt").write_bytes(text)
    command = [sys.executable, "-m", "scrubber", "clean", "-i", "--jobs", "2", "posts"]
    with subprocess.Popen(
        command, cwd=many, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        time.sleep(1.5)
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate()
    assert process.returncode == 130
    assert errors.strip() == b"scrubber: interrupted"
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    assert not list(folder.rglob("*.scrubber-tmp"))


BUSY = """
import sys
from scrubber.files import job
clean_bytes = job.clean_bytes

def busy(data, *args):
    while b"forever" in data:
        try:
            pass
        except Exception:
            pass
    return clean_bytes(data, *args)

job.clean_bytes = busy
from scrubber.cli import main
main()
"""


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer")
def test_a_file_that_takes_forever_is_named_without_processes(tmp_path: Path) -> None:
    for name, text in (("a", b"One.  \n"), ("b", b"forever\n"), ("c", b"Three.  \n")):
        (tmp_path / f"{name}.txt").write_bytes(text)
    args = ["clean", "-i", "--time-limit", "0.3", "a.txt", "b.txt", "c.txt"]
    run = subprocess.run([sys.executable, "-c", BUSY, *args], cwd=tmp_path, capture_output=True)
    assert run.returncode == 2
    assert run.stderr.decode().splitlines() == [
        "scrubber: b.txt: took longer than 0.3 s (--time-limit); the file is untouched",
        "2 files cleaned, 1 failed",
    ]
    assert (tmp_path / "b.txt").read_bytes() == b"forever\n"
    assert (tmp_path / "c.txt").read_bytes() == b"Three.\n"


def test_waiting_for_input_takes_no_time(scrub: Command) -> None:
    command = [sys.executable, "-m", "scrubber", "clean", "--time-limit", "0.5", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        time.sleep(1)
        assert process.communicate(b"One.  \n")[0] == b"One.\n"


SPAWNED = """
import multiprocessing, os, signal
from scrubber.files import pool
from scrubber.files.ordered import map_ordered

pool.start_context = lambda: multiprocessing.get_context("spawn")
if multiprocessing.parent_process():  # as Ctrl-C does, while the process loads
    os.kill(os.getpid(), signal.SIGINT)

def double(number):
    return 2 * number

if __name__ == "__main__":
    print(*map_ordered(double, range(4), 2, None))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no masks of signals")
def test_an_interrupt_while_a_process_loads_is_its_parents(tmp_path: Path) -> None:
    (tmp_path / "spawned.py").write_text(SPAWNED)
    run = subprocess.run(
        [sys.executable, "spawned.py"], cwd=tmp_path, capture_output=True, check=False
    )
    assert (run.stdout, run.stderr) == (b"0 2 4 6\n", b"")
