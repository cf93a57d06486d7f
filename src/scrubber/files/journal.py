"""What in-place runs changed: old bytes are kept before a file is replaced, and given back.

A run is a folder below the user's state folder. Its ``journal.jsonl`` has a line for each file,
written and flushed to disk before the file is replaced; beside it lie the old bytes, compressed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from scrubber.files.write import write_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NAME = "journal.jsonl"
_MOST_RUNS = 200
_OLDEST = 90 * 24 * 3600
_LARGEST = 2 << 30


class Entry(NamedTuple):
    """One file that a run changed, or was about to."""

    path: Path
    before: str
    """BLAKE2b of the old bytes."""
    after: str
    blob: Path
    """The old bytes, compressed."""
    codes: tuple[str, ...]
    """The rules whose fixes were applied."""


class Run(NamedTuple):
    """One in-place run, as its journal tells it."""

    name: str
    folder: Path
    entries: tuple[Entry, ...]

    @property
    def is_undone(self) -> bool:
        """Whether all of it was given back already."""
        return (self.folder / "undone").exists()


def state_folder() -> Path:
    """Where journals are kept: ``$XDG_STATE_HOME/scrubber``, else ``~/.local/state/scrubber``."""
    base = os.environ.get("XDG_STATE_HOME")
    return (Path(base) if base else Path.home() / ".local" / "state") / "scrubber"


class Journal:
    """Keeps the old bytes of one run. Its folder is made at the first file that changes."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._count = 0

    def keep(self, path: Path, before: bytes, after: bytes, codes: Iterable[str]) -> None:
        """Note that ``path`` is about to be replaced; on return the old bytes are on disk.

        Raises:
            OSError: they could not be kept, so the file must not be replaced.
        """
        folder = self._folder or self._open()
        self._count += 1
        blob = folder / f"{self._count:06}.z"
        _write_synced(blob, zlib.compress(before, 6), "xb")
        line = {
            "path": os.path.realpath(path),
            "before": _digest(before),
            "after": _digest(after),
            "blob": blob.name,
            "codes": sorted(set(codes)),
        }
        _write_synced(folder / _NAME, json.dumps(line).encode() + b"\n", "ab")

    def _open(self) -> Path:
        runs = state_folder() / "runs"
        runs.mkdir(parents=True, exist_ok=True, mode=0o700)
        _prune(runs)
        stamp = time.strftime("%Y%m%d-%H%M%S", time.gmtime())
        for number in range(1000):
            folder = runs / (f"{stamp}-{number}" if number else stamp)
            try:
                folder.mkdir(mode=0o700)
            except FileExistsError:
                continue
            self._folder = folder
            return folder
        raise OSError(None, "too many runs within a second", str(runs))


def runs() -> list[Run]:
    """All runs there are, the newest first. A line cut off by a crash is left out."""
    folder = state_folder() / "runs"
    if not folder.is_dir():
        return []
    found = (Run(path.name, path, tuple(_entries(path))) for path in folder.iterdir())
    return sorted(found, key=lambda run: _order(run.name), reverse=True)


def restore(entry: Entry) -> str | None:
    """Give a file its old bytes back; why it was left as it is, or None.

    Raises:
        OSError: it could not be read or written.
    """
    try:
        now = _digest(entry.path.read_bytes())
    except FileNotFoundError:
        return "is gone"
    if now == entry.before:
        return None
    if now != entry.after:
        return "changed since the run"
    before = zlib.decompress(entry.blob.read_bytes())
    if _digest(before) != entry.before:
        return "has a damaged journal"
    write_file(entry.path, before)
    return None


def mark_undone(run: Run) -> None:
    """Remember that all of ``run`` was given back."""
    _write_synced(run.folder / "undone", b"", "wb")


def _entries(folder: Path) -> Iterator[Entry]:
    try:
        lines = (folder / _NAME).read_bytes().splitlines()
    except OSError:
        return
    for line in lines:
        try:
            row: dict[str, Any] = json.loads(line)
            yield Entry(
                Path(row["path"]),
                row["before"],
                row["after"],
                folder / row["blob"],
                tuple(row["codes"]),
            )
        except (ValueError, KeyError, TypeError):
            continue


def _order(name: str) -> tuple[str, int]:
    """Runs of one second are numbered behind their time: ``20260504-101500-2``."""
    stamp, number = name[:15], name[16:]
    return stamp, int(number) if number.isdigit() else 0


def _prune(folder: Path) -> None:
    """Drop the oldest runs: past two hundred, past ninety days, past two gigabytes."""
    size = 0
    newest = sorted(folder.iterdir(), key=lambda run: run.stat().st_mtime, reverse=True)
    for place, run in enumerate(newest, 1):
        size += sum(file.stat().st_size for file in run.iterdir())
        age = time.time() - run.stat().st_mtime
        if place >= _MOST_RUNS or age > _OLDEST or size > _LARGEST:
            shutil.rmtree(run, ignore_errors=True)


def _write_synced(path: Path, data: bytes, mode: str) -> None:
    with path.open(mode) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=20).hexdigest()
