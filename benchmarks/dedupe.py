"""Near-duplicates: `python benchmarks/dedupe.py ARCHIVE` or `... --grow N ... [--jobs=2 ...]`.

ARCHIVE is JSON lines with `id` and `text`, and `cluster` where it is known what is one story. Each
tool reads it from disk in a process of its own; rensa and datasketch take part where they are
installed, with word 3-grams and 128 permutations as their users write it. With `--grow` archives
of N invented stories are made, half of them copies, and scrubber's time and the memory of all its
processes are printed; options go to it.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[1] / "tests"
PEERS = ("rensa 0.5", "rensa 0.7", "datasketch 0.5")


def rows_of(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
        return [json.loads(line) for line in file]


def compare(path: Path) -> None:
    print(f"{'':24}{'wall s':>8}{'cpu s':>8}{'precision':>11}{'recall':>8}{'F1':>8}")
    for jobs in (1, 2):
        with tempfile.TemporaryDirectory() as folder:
            plan = Path(folder) / "plan.jsonl"
            command = [sys.executable, "-m", "scrubber", "dedupe", str(path), "--plan", str(plan)]
            took = timed([*command, "-q", "--isolated", "--jobs", str(jobs)])
            keep = {row["id"]: row["keep"] for row in rows_of(plan) if row.get("keep")}
        labels = {row["id"]: keep.get(row["id"], row["id"]) for row in rows_of(path)}
        show(f"scrubber --jobs {jobs}", took, path, labels)
    for peer in PEERS:
        if find_spec(peer.split()[0]) is None:
            print(f"{peer:24} is not installed")
            continue
        with tempfile.NamedTemporaryFile(suffix=".json") as out:
            took = timed([sys.executable, __file__, "--peer", *peer.split(), str(path), out.name])
            show(peer, took, path, json.loads(Path(out.name).read_bytes()))


def timed(command: list[str]) -> tuple[float, float]:
    """Wall clock and CPU seconds of a command and its children."""
    before, wall = os.times(), time.perf_counter()
    subprocess.run(command, check=True)
    after = os.times()
    cpu = after.children_user + after.children_system
    return time.perf_counter() - wall, cpu - before.children_user - before.children_system


def show(name: str, took: tuple[float, float], path: Path, labels: dict[str, Any]) -> None:
    rows = rows_of(path)
    figures = ""
    if all("cluster" in row for row in rows):
        right = pairs((row["cluster"], labels[row["id"]]) for row in rows)
        precision = right / max(1, pairs(labels[row["id"]] for row in rows))
        recall = right / max(1, pairs(row["cluster"] for row in rows))
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        figures = f"{precision:11.4f}{recall:8.4f}{f1:8.4f}"
    print(f"{name:24}{took[0]:8.2f}{took[1]:8.2f}{figures}", flush=True)


def pairs(labels: Any) -> float:
    return sum(n * (n - 1) / 2 for n in Counter(labels).values())


def peer(name: str, threshold: float, path: Path, out: Path) -> None:
    """The stories that another tool finds: a label for each id."""
    parents: dict[int, int] = {}

    def find(at: int) -> int:
        while parents.get(at, at) != at:
            at = parents[at]
        return at

    rows = rows_of(path)
    near = by_rensa if name == "rensa" else by_datasketch
    for one, other in near([row["text"] for row in rows], threshold):
        parents[find(one)] = find(other)
    out.write_text(json.dumps({row["id"]: find(n) for n, row in enumerate(rows)}))


def trigrams(text: str) -> list[str]:
    words = text.lower().split()
    return list({" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))})


def by_rensa(texts: list[str], threshold: float) -> Any:
    from rensa import RMinHash, RMinHashLSH

    lsh = RMinHashLSH(threshold=threshold, num_perm=128, num_bands=16 if threshold > 0.6 else 32)
    hashes = []
    for number, text in enumerate(texts):
        hashed = RMinHash(num_perm=128, seed=42)
        hashed.update(trigrams(text))
        hashes.append(hashed)
        for other in lsh.query(hashed):
            if other != number and hashes[other].jaccard(hashed) >= threshold:
                yield number, other
        lsh.insert(number, hashed)


def by_datasketch(texts: list[str], threshold: float) -> Any:
    from datasketch import MinHash, MinHashLSH

    lsh = MinHashLSH(threshold=threshold, num_perm=128)
    for number, text in enumerate(texts):
        hashed = MinHash(128)
        hashed.update_batch([gram.encode() for gram in trigrams(text)])
        for other in lsh.query(hashed):
            yield number, other
        lsh.insert(number, hashed)


def build(size: int, path: Path) -> None:
    """An archive of invented stories, every other one a copy of the one before."""
    sys.path.insert(0, str(TESTS))
    from archive_of_stories import edited, plug, story

    chance = random.Random(size)
    with path.open("w") as file:
        for number in range(size):
            text = story(number // 2, 3)
            if number % 2:
                text = edited(text, chance.choice((0, 0.02, 0.1)), number)
            if number % 3:
                text = f"{text}\n\n{plug(str(number % 50))}"
            file.write(json.dumps({"id": f"{number:08}", "text": text}) + "\n")


def grow(arguments: list[str]) -> None:
    sizes = [int(argument) for argument in arguments if argument.isdecimal()]
    options = [argument for argument in arguments if not argument.isdecimal()] or ["--jobs=1"]
    print(f"{'articles':>10}{'wall s':>9}{'cpu s':>9}{'MB':>7}{'copies':>10}{'found':>10}")
    for size in sizes or [10_000, 100_000]:
        with tempfile.TemporaryDirectory() as folder:
            path, plan = Path(folder) / "a.jsonl", Path(folder) / "plan.jsonl"
            build(size, path)
            command = [sys.executable, "-m", "scrubber", "dedupe", str(path), "--plan", str(plan)]
            with Memory() as memory:
                took = timed([*command, "-q", "--isolated", *options])
            with plan.open("rb") as rows:
                found = sum(b'"keep"' in row for row in rows)
        print(f"{size:10,}{took[0]:9.1f}{took[1]:9.1f}{memory.peak >> 10:7,}", end="")
        print(f"{size // 2:10,}{found:10,}", flush=True)


class Memory:
    """The most that all children use at once, in kilobytes; shared pages count once. Linux only."""

    def __init__(self) -> None:
        self.peak = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> Memory:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(0.25):
            self.peak = max(self.peak, sum(map(share_of, children_of(os.getpid()))))


def children_of(process: int) -> Any:
    with contextlib.suppress(OSError):  # it may have ended
        for path in Path(f"/proc/{process}/task").glob("*/children"):
            for child in map(int, path.read_text().split()):
                yield child
                yield from children_of(child)


def share_of(process: int) -> int:
    with contextlib.suppress(OSError):
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peer"]:
        peer(sys.argv[2], float(sys.argv[3]), Path(sys.argv[4]), Path(sys.argv[5]))
    elif sys.argv[1:2] == ["--grow"]:
        grow(sys.argv[2:])
    elif len(sys.argv) == 2 and Path(sys.argv[1]).exists():
        compare(Path(sys.argv[1]))
    else:
        sys.exit(__doc__)
