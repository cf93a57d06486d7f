"""Time and memory of archives: `python benchmarks/archive.py ARCHIVE [COPIES]`.

ARCHIVE is a JSONL file (.gz or not) with "text" in each row. Prints the processor time of the
kernel alone and of whole runs, the wall time with one and with two processes, that of ftfy mapped
by concurrent.futures, and the peak memory of the supervisor and of a process that works. With
COPIES the file is repeated so often with new ids, and its memory printed beside.

What is compared is run in turns, ``TURNS`` times, each in a process of its own, and the median of
the ratios counts: one run alone tells a processor that others use more than the program.
"""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import NamedTuple

import ftfy

from scrubber.archive.jobs import Job, Reader, format_for
from scrubber.archive.kernel import Wish, clean_unit
from scrubber.archive.model import Fields
from scrubber.settings import Settings

OPTIONS = ("--new-run", "--isolated", "--max-errors", "100%", "--jobs")
TURNS = 5


class Run(NamedTuple):
    """What one run of the command took."""

    wall: float
    processor: float
    """Seconds of all processes."""
    supervisor: int
    """Peak megabytes."""
    worker: int


class Turn(NamedTuple):
    """What is compared, one behind the other."""

    kernel: float
    one: Run
    """With one process."""
    two: Run


def main(path: Path, copies: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "articles.jsonl")
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rb") as file:
            source.write_bytes(file.read())
        size = source.stat().st_size / 1e6
        rows = source.read_bytes().count(b"\n")
        print(f"{rows:,} articles, {size:.1f} MB")
        turns = [
            Turn(kernel_alone(source), command(source, 1), command(source, 2)) for _ in range(TURNS)
        ]
        kernel = median(turn.kernel for turn in turns)
        print(f"{'kernel alone':28} {kernel:7.2f} s processor time")
        one, two = (middle(runs) for runs in ([t.one for t in turns], [t.two for t in turns]))
        for jobs, run in ((1, one), (2, two)):
            print(
                f"{f'scrubber clean --jobs {jobs}':28} {run.processor:7.2f} s processor time, "
                f"{run.wall:7.2f} s, {rows / run.wall:,.0f}/s; supervisor {run.supervisor} MB, "
                f"worker {run.worker} MB"
            )
        faster = [turn.one.wall / turn.two.wall for turn in turns]
        print(f"{'two processes beside one':28} {spread(faster)} times as fast (1.8 wanted)")
        overhead = [100 * (turn.one.processor / turn.kernel - 1) for turn in turns]
        print(f"{'overhead over the kernel':28} {spread(overhead)} % (15 allowed)")
        ftfy_wall = mapped_ftfy(source)
        print(f"{'ftfy, mapped, 2 processes':28} {ftfy_wall:7.2f} s")
        print(f"{'scrubber beside it':28} {ftfy_wall / two.wall:7.2f} times as fast (5 wanted)")
        if copies:
            large = repeated(source, Path(folder, "large.jsonl"), copies)
            run = command(large, 2)
            print(
                f"{f'{rows * copies:,} articles':28} {run.wall:7.2f} s; "
                f"supervisor {run.supervisor} MB, worker {run.worker} MB"
            )


def spread(ratios: list[float]) -> str:
    """The median of some ratios, and between what they lie."""
    return f"{median(ratios):7.2f} ({min(ratios):.2f} to {max(ratios):.2f})"


def middle(runs: list[Run]) -> Run:
    """The run that took the median of the processor time."""
    return sorted(runs, key=lambda run: run.processor)[len(runs) // 2]


def kernel_alone(source: Path) -> float:
    """``kernel_time`` in a new process, which has nothing ready, either."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(kernel_time, source).result()


def kernel_time(source: Path) -> float:
    """Processor time for reading, cleaning and writing all records in one process."""
    job = Job(str(source), "jsonl", "", None, Settings(), Fields())
    start = time.process_time()
    for piece in Reader(job):
        clean_unit(format_for(job), piece.unit, piece.fields, job.settings, Wish())
    return time.process_time() - start


def command(source: Path, jobs: int) -> Run:
    """Run the command, watching its memory."""
    out = source.with_suffix(f".{jobs}.out.jsonl")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "scrubber",
            "clean",
            "-q",
            str(source),
            "-o",
            out,
            *OPTIONS,
            str(jobs),
        ]
    )
    supervisor = worker = 0
    while process.poll() is None:
        supervisor = max(supervisor, peak(process.pid))
        worker = max([worker, *map(peak, children(process.pid))])
        time.sleep(0.05)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert process.returncode == 0, process.returncode
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall, processor, supervisor, worker)


def peak(process: int) -> int:
    """Peak resident memory in megabytes; 0 for a process that is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    found = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    return int(found[0]) // 1000 if found else 0


def children(process: int) -> list[int]:
    try:
        return [
            int(n) for n in Path(f"/proc/{process}/task/{process}/children").read_text().split()
        ]
    except OSError:
        return []


def fixed(line: str) -> str:
    row = json.loads(line)
    row["text"] = ftfy.fix_text(row["text"])
    return json.dumps(row)


def mapped_ftfy(source: Path) -> float:
    """Wall time of ftfy over the same rows, as it is usually mapped: from file to file."""
    start = time.perf_counter()
    with (
        source.open(encoding="utf-8") as lines,
        source.with_suffix(".ftfy").open("w", encoding="utf-8") as out,
        ProcessPoolExecutor(2) as pool,
    ):
        out.writelines(f"{line}\n" for line in pool.map(fixed, lines))
    return time.perf_counter() - start


def repeated(source: Path, large: Path, copies: int) -> Path:
    """The rows of ``source`` so often, with new ids."""
    rows = [json.loads(line) for line in source.open(encoding="utf-8")]
    with large.open("w", encoding="utf-8") as file:
        for copy in range(copies):
            for number, row in enumerate(rows):
                file.write(json.dumps({**row, "id": f"{copy}-{number}"}) + "\n")
    return large


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3) or not Path(sys.argv[1]).exists():
        sys.exit(__doc__)
    os.environ.setdefault("XDG_STATE_HOME", tempfile.gettempdir())
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 0)
