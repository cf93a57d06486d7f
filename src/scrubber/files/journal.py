"""What in-place runs changed: old bytes are kept before a file is replaced, and given back.

A run is a folder below the user's state folder. Its ``journal.jsonl`` has a line for each file,
written and flushed to disk before the file is replaced; the old bytes, compressed, follow each
other in the file beside it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import time
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from scrubber.files.errors import JournalError, sentence
from scrubber.files.folders import state_folder
from scrubber.files.write import chunks_of, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NAME = "journal.jsonl"
OLD = "old.z"
_MOST_RUNS = 200
_OLDEST = 90 * 24 * 3600
_LARGEST = 2 << 30


class Change(NamedTuple):
    """A file that is about to be replaced."""

    path: Path
    """It still has its old bytes."""
    after: Iterable[bytes]
    """The new ones, chunk by chunk."""
    fixes: Mapping[str, int]
    """How many fixes of each rule were applied."""


class Journal:
    """Keeps the old bytes of one run. Its folder is made at the first file that changes."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def keep(self, changes: Sequence[Change]) -> None:
        """Note that files are about to be replaced; on return their old bytes are on disk.

        Flushing to disk takes most of the time, and no more for many files than for one.

        Raises:
            JournalError: they could not be kept, so the files must not be replaced.
        """
        try:
            self._keep(changes)
        except OSError as error:
            reason = sentence(error.filename or state_folder(), error)
            raise JournalError(
                f"not cleaned, since the journal cannot be written: {reason}, or use --no-journal"
            ) from error

    def _keep(self, changes: Sequence[Change]) -> None:
        folder = self._folder or self._open()
        with open(folder / OLD, "ab") as old:
            # one that is gone by now will not be replaced either
            lines = [_line(change, old) for change in changes if os.path.exists(change.path)]
            sync(old)
        with open(folder / NAME, "ab") as file:
            file.writelines(lines)
            sync(file)
        sync_folder(folder)

    def _open(self) -> Path:
        runs = Path(state_folder(), "runs")
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
        raise OSError(None, "too many runs within a second; run again", str(runs))


def digest(chunks: Iterable[bytes]) -> str:
    """BLAKE2b of all ``chunks``."""
    state = hashlib.blake2b(digest_size=20)
    for chunk in chunks:
        state.update(chunk)
    return state.hexdigest()


def _prune(folder: Path) -> None:
    """Drop the oldest runs: past two hundred, past ninety days, past two gigabytes."""
    size = 0
    with contextlib.suppress(OSError):  # another run may be at it, too
        newest = sorted(folder.iterdir(), key=lambda run: run.stat().st_mtime, reverse=True)
        for place, run in enumerate(newest, 1):
            size += sum(file.stat().st_size for file in run.iterdir())
            age = time.time() - run.stat().st_mtime
            if place >= _MOST_RUNS or age > _OLDEST or size > _LARGEST:
                shutil.rmtree(run, ignore_errors=True)


def _line(change: Change, old: BinaryIO) -> bytes:
    """Append the old bytes of a file to ``old``; the line of the journal."""
    start = old.tell()
    row = {
        "path": os.path.realpath(change.path),
        "before": _compress(change.path, old),
        "after": digest(change.after),
        "place": (start, old.tell() - start),
        "fixes": dict(sorted(change.fixes.items())),
    }
    return json.dumps(row).encode() + b"\n"


def _compress(path: Path, out: BinaryIO) -> str:
    """Write the compressed bytes of ``path`` to ``out``; the digest of what was read."""
    state, deflate = hashlib.blake2b(digest_size=20), zlib.compressobj(6)
    for chunk in chunks_of(path):
        state.update(chunk)
        out.write(deflate.compress(chunk))
    out.write(deflate.flush())
    return state.hexdigest()


def sync(file: BinaryIO) -> None:
    """Have all that was written to ``file`` on disk."""
    file.flush()
    os.fsync(file.fileno())
