"""What in-place runs changed: old bytes are kept before a file is replaced, and given back.

A run is a folder below the user's state folder. Its ``journal.jsonl`` has a line for each file,
written and flushed to disk before the file is replaced; beside it lie the old bytes, compressed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import sys
import time
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from scrubber.files.errors import JournalError, sentence
from scrubber.files.write import replacing, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_NAME = "journal.jsonl"
_MOST_RUNS = 200
_OLDEST = 90 * 24 * 3600
_LARGEST = 2 << 30
_BLOCK = 1 << 20


class Entry(NamedTuple):
    """One file that a run changed, or was about to."""

    path: Path
    before: str
    """BLAKE2b of the old bytes."""
    after: str
    blob: Path
    """The old bytes, compressed."""
    fixes: Mapping[str, int]
    """How many fixes of each rule were applied."""


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
    """Where journals are kept: ``$XDG_STATE_HOME/scrubber``, else where the system keeps such."""
    base = os.environ.get("XDG_STATE_HOME")
    if base:
        return Path(base) / "scrubber"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "scrubber"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/scrubber"
    return Path.home() / ".local/state/scrubber"


class Journal:
    """Keeps the old bytes of one run. Its folder is made at the first file that changes."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._count = 0

    def keep(self, path: Path, after: Iterable[bytes], fixes: Mapping[str, int]) -> None:
        """Note that ``path`` is about to be replaced; on return the old bytes are on disk.

        Args:
            path: the file, which still has its old bytes.
            after: the new ones, in blocks.
            fixes: how many fixes of each rule were applied.

        Raises:
            JournalError: they could not be kept, so the file must not be replaced.
        """
        try:
            self._keep(path, after, fixes)
        except OSError as error:
            reason = sentence(error.filename or str(state_folder()), error)
            raise JournalError(
                f"not cleaned, since the journal cannot be written: {reason}, or use --no-journal"
            ) from error

    def _keep(self, path: Path, after: Iterable[bytes], fixes: Mapping[str, int]) -> None:
        folder = self._folder or self._open()
        self._count += 1
        blob = folder / f"{self._count:06}.z"
        line = {
            "path": os.path.realpath(path),
            "before": _compress(path, blob),
            "after": _digest(after),
            "blob": blob.name,
            "fixes": dict(sorted(fixes.items())),
        }
        with open(folder / _NAME, "ab") as file:
            file.write(json.dumps(line).encode() + b"\n")
            _sync(file)
        sync_folder(folder)

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
        seen = os.stat(entry.path)
        now = _digest(blocks(entry.path))
    except FileNotFoundError:
        return "is gone"
    if now == entry.before:
        return None
    if now != entry.after:
        return "changed since the run"
    try:
        if _digest(_expanded(entry.blob)) != entry.before:
            return "has a damaged journal"
    except (FileNotFoundError, zlib.error):
        return "has a damaged journal"
    with replacing(entry.path, expected=seen) as file:
        file.writelines(_expanded(entry.blob))
    return None


def mark_undone(run: Run) -> None:
    """Remember that all of ``run`` was given back."""
    with open(run.folder / "undone", "wb") as file:
        _sync(file)


def _digest(blocks: Iterable[bytes]) -> str:
    """BLAKE2b of all ``blocks``."""
    state = hashlib.blake2b(digest_size=20)
    for block in blocks:
        state.update(block)
    return state.hexdigest()


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
                row["fixes"],
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
    with contextlib.suppress(OSError):  # another run may be at it, too
        newest = sorted(folder.iterdir(), key=lambda run: run.stat().st_mtime, reverse=True)
        for place, run in enumerate(newest, 1):
            size += sum(file.stat().st_size for file in run.iterdir())
            age = time.time() - run.stat().st_mtime
            if place >= _MOST_RUNS or age > _OLDEST or size > _LARGEST:
                shutil.rmtree(run, ignore_errors=True)


def _compress(path: Path, blob: Path) -> str:
    """Write the compressed bytes of ``path`` to ``blob``; the digest of what was read."""
    state, deflate = hashlib.blake2b(digest_size=20), zlib.compressobj(6)
    with open(blob, "xb") as file:
        for block in blocks(path):
            state.update(block)
            file.write(deflate.compress(block))
        file.write(deflate.flush())
        _sync(file)
    return state.hexdigest()


def _expanded(blob: Path) -> Iterator[bytes]:
    """The bytes that ``_compress`` read."""
    inflate = zlib.decompressobj()
    for block in blocks(blob):
        yield inflate.decompress(block)
    yield inflate.flush()


def blocks(path: Path) -> Iterator[bytes]:
    """The bytes of a file, piece by piece."""
    with open(path, "rb") as file:
        while block := file.read(_BLOCK):
            yield block


def _sync(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())
