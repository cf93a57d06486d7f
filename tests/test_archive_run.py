"""Archives with -o: each row accounted for, whatever happens to the run or to a process of it."""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import shutil
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from archives import as_jsonl, cleaned, disturbed, ended, lines, rows

if TYPE_CHECKING:
    import subprocess

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_bytes(as_jsonl(rows(200)))
    return path


def run(folder: Path, *args: str, **config: Any) -> subprocess.CompletedProcess[bytes]:
    return ended(disturbed(folder, config, "clean", *args))


def dead(folder: Path) -> list[dict[str, Any]]:
    return lines(folder / "out.jsonl.scrubber/dead.jsonl")


class TestRows:
    def test_each_is_accounted_for(self, tmp_path: Path, archive: Path) -> None:
        done = run(tmp_path, "in.jsonl", "-o", "out.jsonl")
        assert lines(tmp_path / "out.jsonl") == [cleaned(row) for row in lines(archive)]
        changed = sum("  " in row["text"] for row in lines(archive))
        account = f"200 records in = {changed} cleaned + {200 - changed} unchanged + 0 dead letters"
        assert account in done.stderr.decode().splitlines()
        assert done.returncode == 0
        assert not (tmp_path / "out.jsonl.scrubber/dead.jsonl").exists()

    def test_any_number_of_processes_writes_the_same(self, tmp_path: Path, archive: Path) -> None:
        for jobs in "124":
            run(tmp_path, "in.jsonl", "-o", f"out{jobs}.jsonl", "--jobs", jobs)
        assert len({(tmp_path / f"out{jobs}.jsonl").read_bytes() for jobs in "124"}) == 1

    def test_the_order_of_inputs_does_not_matter(self, tmp_path: Path) -> None:
        for seed in range(4):
            (tmp_path / f"{seed}.jsonl").write_bytes(as_jsonl(rows(40, seed)))
        names = [f"{seed}.jsonl" for seed in range(4)]
        run(tmp_path, *names, "-o", "one")
        run(tmp_path, *reversed(names), "-o", "two", "--jobs", "3")
        for name in names:
            assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()

    def test_what_is_written_can_be_cleaned_again(self, tmp_path: Path, archive: Path) -> None:
        run(tmp_path, "in.jsonl", "-o", "out.jsonl")
        run(tmp_path, "out.jsonl", "-o", "again.jsonl")
        assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "out.jsonl").read_bytes()

    @pytest.mark.parametrize("suffix", [".gz", ".bz2", ".zst"])
    def test_a_clean_compressed_archive_is_copied(self, tmp_path: Path, suffix: str) -> None:
        if suffix == ".zst":
            pytest.importorskip("zstandard")
        from scrubber.archive.compressions import compress

        data = as_jsonl(rows(100, dirt=0))
        path = tmp_path / f"in.jsonl{suffix}"
        path.write_bytes(compress(data[:5000], suffix) + compress(data[5000:], suffix))
        run(tmp_path, path.name, "-o", f"out.jsonl{suffix}")
        assert (tmp_path / f"out.jsonl{suffix}").read_bytes() == path.read_bytes()

    @pytest.mark.parametrize("suffix", ["", ".gz", ".bz2", ".zst"])
    def test_the_output_is_compressed_as_it_is_called(self, tmp_path: Path, suffix: str) -> None:
        if suffix == ".zst":
            pytest.importorskip("zstandard")
        from scrubber.archive.streams import open_stream

        (tmp_path / "in.jsonl.gz").write_bytes(gzip.compress(as_jsonl(rows(100))))
        run(tmp_path, "in.jsonl.gz", "-o", f"out.jsonl{suffix}")
        with open_stream(str(tmp_path / f"out.jsonl{suffix}"), "jsonl", suffix) as stream:
            assert stream.read(-1) == as_jsonl([cleaned(row) for row in rows(100)])

    def test_findings_have_places(self, tmp_path: Path, archive: Path) -> None:
        run(tmp_path, "in.jsonl", "-o", "out.jsonl", "--findings", "found.jsonl", "--jobs", "3")
        found = lines(tmp_path / "found.jsonl")
        dirty = [(n, row["id"]) for n, row in enumerate(rows(200), 1) if "  " in row["text"]]
        assert [(one["row"], one["id"]) for one in found if one["code"] == "WSP005"] == dirty
        assert found[0]["path"] == "in.jsonl"

    def test_a_folder_is_mirrored(self, tmp_path: Path) -> None:
        for name in ("a.jsonl", "deep/b.jsonl", "deep/c.txt"):
            path = tmp_path / "in" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(as_jsonl(rows(30)) if name.endswith("l") else b"Two  blanks.\n")
        done = run(tmp_path, "in", "-o", "out")
        assert done.returncode == 0
        assert (tmp_path / "out/deep/c.txt").read_bytes() == b"Two blanks.\n"
        assert len(lines(tmp_path / "out/a.jsonl")) == len(lines(tmp_path / "out/deep/b.jsonl"))
        again = run(tmp_path, "out", "-o", "again")
        assert b"60 records in = 0 cleaned + 60 unchanged" in again.stderr, "no state is input"


class TestPoison:
    def test_a_record_that_kills_is_set_aside(self, tmp_path: Path) -> None:
        found = rows(60)
        found[31]["text"] = "KILL"
        (tmp_path / "in.jsonl").write_bytes(as_jsonl(found))
        done = run(tmp_path, "in.jsonl", "-o", "out.jsonl", "--jobs", "2")
        assert done.returncode == 2
        assert b"+ 1 dead letter\n" in done.stderr
        (letter,) = dead(tmp_path)
        assert (letter["row"], letter["id"]) == (32, "r1-31")
        assert letter["offset"] == len(as_jsonl(found[:31]))
        assert json.loads(letter["raw"]) == found[31]
        assert "killed by signal 9" in letter["error"]
        del found[31]
        assert lines(tmp_path / "out.jsonl") == [cleaned(row) for row in found]

    def test_a_record_that_takes_forever_is_set_aside(self, tmp_path: Path) -> None:
        found = rows(60)
        found[5]["text"] = found[40]["text"] = "SLEEP"
        (tmp_path / "in.jsonl").write_bytes(as_jsonl(found))
        done = run(tmp_path, "in.jsonl", "-o", "out.jsonl", "--time-limit", "1")
        assert done.returncode == 2
        assert [(one["row"], one["error"]) for one in dead(tmp_path)] == [
            (6, "took longer than 1 s (--time-limit)"),
            (41, "took longer than 1 s (--time-limit)"),
        ]
        assert len(lines(tmp_path / "out.jsonl")) == 58

    @pytest.mark.parametrize("args", [(), ("-i",), ("--jobs", "2")])
    def test_one_that_takes_forever_stays_where_there_are_no_letters(
        self, tmp_path: Path, args: tuple[str, ...]
    ) -> None:
        found = rows(60)
        found[5]["text"] = found[40]["text"] = "BUSY"
        (tmp_path / "in.jsonl").write_bytes(as_jsonl(found))
        done = run(tmp_path, "in.jsonl", "--time-limit", "0.5", "--max-errors", "2", *args)
        assert done.returncode == 0
        said = [line for line in done.stderr.decode().splitlines() if "took longer" in line]
        assert len(said) == 2
        assert "in.jsonl:6: " in said[0], said
        out = (tmp_path / "in.jsonl").read_bytes() if "-i" in args else done.stdout
        assert out == as_jsonl([cleaned(row) for row in found])

    @pytest.mark.parametrize(
        ("allowed", "code"), [("0", 2), ("1", 2), ("2", 0), ("3%", 2), ("4%", 0), ("100%", 0)]
    )
    def test_errors_can_be_allowed(self, tmp_path: Path, allowed: str, code: int) -> None:
        (tmp_path / "in.jsonl").write_bytes(as_jsonl(rows(50)) + b"{bad\n" * 2)
        args = ("in.jsonl", "--max-errors", allowed)
        assert run(tmp_path, *args, "-o", "out.jsonl").returncode == code
        assert run(tmp_path, *args).returncode == code
        assert len(dead(tmp_path)) == 2


class TestResume:
    def test_a_second_run_has_nothing_to_do(self, tmp_path: Path, archive: Path) -> None:
        first = run(tmp_path, "in.jsonl", "-o", "out.jsonl")
        before = (tmp_path / "out.jsonl").stat()
        second = run(tmp_path, "in.jsonl", "-o", "out.jsonl", log=str(tmp_path / "log"))
        assert second.stderr.splitlines()[-1] == first.stderr.splitlines()[-1]
        assert not (tmp_path / "log").exists(), "no unit is done again"
        assert (tmp_path / "out.jsonl").stat().st_ino == before.st_ino

    def test_an_output_that_is_gone_is_made_again(self, tmp_path: Path, archive: Path) -> None:
        run(tmp_path, "in.jsonl", "-o", "out.jsonl")
        before = (tmp_path / "out.jsonl").read_bytes()
        (tmp_path / "out.jsonl").unlink()
        assert run(tmp_path, "in.jsonl", "-o", "out.jsonl").returncode == 0
        assert (tmp_path / "out.jsonl").read_bytes() == before

    def test_other_settings_are_refused(self, tmp_path: Path, archive: Path) -> None:
        run(tmp_path, "in.jsonl", "-o", "out.jsonl")
        done = run(tmp_path, "in.jsonl", "-o", "out.jsonl", "--quotes", "curly")
        assert done.returncode == 2
        assert done.stderr.decode() == (
            'scrubber: in.jsonl: the run began with quotes "consistent", not "curly"; '
            "put that back, or start anew with --new-run\n"
        )
        assert run(tmp_path, "in.jsonl", "-o", "out.jsonl", "--jobs", "1").returncode == 0

    def test_another_input_is_refused(self, tmp_path: Path, archive: Path) -> None:
        run(tmp_path, "in.jsonl", "-o", "out.jsonl")
        archive.write_bytes(as_jsonl(rows(30)))
        done = run(tmp_path, "in.jsonl", "-o", "out.jsonl")
        assert done.returncode == 2
        assert b"in.jsonl: it changed since the run began" in done.stderr
        assert len(lines(tmp_path / "out.jsonl")) == 200
        assert run(tmp_path, "in.jsonl", "-o", "out.jsonl", "--new-run").returncode == 0
        assert len(lines(tmp_path / "out.jsonl")) == 30

    def test_an_input_that_is_gone_is_refused(self, tmp_path: Path) -> None:
        for name in "ab":
            (tmp_path / f"{name}.jsonl").write_bytes(as_jsonl(rows(3)))
        run(tmp_path, "a.jsonl", "b.jsonl", "-o", "out")
        done = run(tmp_path, "b.jsonl", "-o", "out/b.jsonl")
        assert done.returncode == 0, "that is another run"
        (tmp_path / "a.jsonl").rename(tmp_path / "c.jsonl")
        done = run(tmp_path, "b.jsonl", "c.jsonl", "-o", "out")
        assert b"a.jsonl: is no input any more" in done.stderr

    def test_two_runs_do_not_meet(self, tmp_path: Path) -> None:
        slow = rows(60)
        for row in slow:
            row["text"] = "SLOW"
        (tmp_path / "in.jsonl").write_bytes(as_jsonl(slow))
        first = disturbed(tmp_path, {}, "clean", "in.jsonl", "-o", "out.jsonl", "--jobs", "1")
        while not (tmp_path / "out.jsonl.scrubber/manifest.jsonl").exists():
            time.sleep(0.02)
        second = run(tmp_path, "in.jsonl", "-o", "out.jsonl", patience=0.1)
        assert (second.returncode, second.stderr) == (
            2,
            b"scrubber: out.jsonl.scrubber: another run is at work here; wait for its end\n",
        )
        assert ended(first).returncode == 0


def interrupted(folder: Path, signals: int, number: int) -> subprocess.CompletedProcess[bytes]:
    process = disturbed(folder, {}, "clean", "in.jsonl", "-o", "out.jsonl", "--jobs", "2")
    manifest = folder / "out.jsonl.scrubber/manifest.jsonl"
    while not manifest.exists() or b'"unit"' not in manifest.read_bytes():
        time.sleep(0.02)
    for _ in range(signals):
        process.send_signal(number)
        time.sleep(0.2)
    return ended(process)


class TestInterrupts:
    @pytest.fixture(autouse=True)
    def slow(self, tmp_path: Path) -> None:
        found = rows(150)
        for row in found[::3]:
            row["text"] = "SLOW " + row["text"]
        (tmp_path / "in.jsonl").write_bytes(as_jsonl(found))

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    def test_the_first_lets_it_finish_what_it_began(self, tmp_path: Path, number: int) -> None:
        done = interrupted(tmp_path, 1, number)
        assert done.returncode == 130
        said = done.stderr.decode()
        assert re.search(r"stopped after \d+ records; go on with: scrubber clean in.jsonl -o", said)
        assert not (tmp_path / "out.jsonl").exists()
        done = run(tmp_path, "in.jsonl", "-o", "out.jsonl", log=str(tmp_path / "log"))
        assert done.returncode == 0
        assert lines(tmp_path / "out.jsonl") == [
            cleaned(row) for row in lines(tmp_path / "in.jsonl")
        ]

    def test_the_second_stops_it(self, tmp_path: Path) -> None:
        done = interrupted(tmp_path, 2, signal.SIGINT)
        assert done.returncode == 130
        assert b"Traceback" not in done.stderr
        assert run(tmp_path, "in.jsonl", "-o", "out.jsonl").returncode == 0
        assert len(lines(tmp_path / "out.jsonl")) == 150


def test_a_full_disk_is_said_and_the_run_goes_on_later(tmp_path: Path, archive: Path) -> None:
    done = run(tmp_path, "in.jsonl", "-o", "out.jsonl", full=20_000)
    assert done.returncode == 2
    assert b"size limit" in done.stderr
    assert b"what is done is not done again" in done.stderr
    assert b"Traceback" not in done.stderr
    assert not (tmp_path / "out.jsonl").exists()
    log = tmp_path / "log"
    assert run(tmp_path, "in.jsonl", "-o", "out.jsonl", log=str(log)).returncode == 0
    assert not log.exists(), "all units were done"
    assert lines(tmp_path / "out.jsonl") == [cleaned(row) for row in lines(archive)]


def children(process: subprocess.Popen[bytes]) -> list[int]:
    path = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    try:
        return [int(child) for child in path.read_text().split()]
    except OSError:
        return []


def storm(folder: Path, seed: int, kills: int) -> Counter[str]:
    """Kill workers and the supervisor at random, then let a run end; how often units were done."""
    chance, log = random.Random(seed), folder / "log"
    log.unlink(missing_ok=True)
    args = ("clean", "in.jsonl", "-o", "out.jsonl", "--jobs", "2")
    supervisors = 0
    while kills:
        process = disturbed(folder, {"log": str(log)}, *args)
        while kills and process.poll() is None:
            time.sleep(chance.uniform(0.02, 0.25))
            victims = children(process) if chance.random() < 0.6 else [process.pid]
            if process.poll() is None and victims:
                kills -= 1
                supervisors += victims == [process.pid]
                os.kill(chance.choice(victims), signal.SIGKILL)
        process.communicate()
        if process.returncode == 0:  # it was through before it could be killed: begin anew
            shutil.rmtree(folder / "out.jsonl.scrubber")
            log.unlink()
    assert ended(disturbed(folder, {"log": str(log)}, *args)).returncode == 0
    return Counter(line.split(maxsplit=1)[1] for line in log.read_text().splitlines())


def weather(folder: Path, seed: int, kills: int) -> None:
    found = rows(300, seed)
    for row in found[::7]:
        row["text"] = "SLOW " + row["text"]
    (folder / "in.jsonl").write_bytes(as_jsonl(found))
    done = storm(folder, seed, kills)
    assert lines(folder / "out.jsonl") == [cleaned(row) for row in found]
    assert sorted(path.name for path in folder.iterdir()) == [
        "in.jsonl",
        "log",
        "out.jsonl",
        "out.jsonl.scrubber",
    ], "nothing half written is left"
    again = sum(done.values()) - len(done)
    assert again <= 2 * kills, "more than a unit for each process was done again"


@pytest.mark.skipif(not Path("/proc").exists(), reason="needs /proc")
def test_kills_at_random_lose_nothing(tmp_path: Path) -> None:
    weather(tmp_path, 1, 6)


@pytest.mark.exhaustive
def test_two_hundred_kills(tmp_path: Path) -> None:
    for seed in range(20):
        folder = tmp_path / str(seed)
        folder.mkdir()
        weather(folder, seed, 10)
