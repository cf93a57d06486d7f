"""In-place runs undone: the journals of all runs in, old bytes back in their files out."""

from __future__ import annotations

import json
import os
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from scrubber.files.folders import state_folder
from scrubber.files.journal import NAME, OLD, digest, sync
from scrubber.files.write import CHUNK, chunks_of, replacing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Entry(NamedTuple):
    """One file that a run changed, or was about to."""

    path: Path
    before: str
    """BLAKE2b of the old bytes."""
    after: str
    old: Path
    """The file that holds the old bytes, compressed."""
    place: tuple[int, int]
    """Where in it: offset and length."""
    fixes: Mapping[str, int]
    """How many fixes of each rule were applied."""


class RestoreError(Exception):
    """A file is left as it is; the message says why."""


class Run(NamedTuple):
    """One in-place run, as its journal tells it."""

    name: str
    folder: Path
    entries: tuple[Entry, ...]

    @property
    def is_undone(self) -> bool:
        """Whether all of it was given back already."""
        return (self.folder / "undone").exists()


def runs() -> list[Run]:
    """All runs there are, the newest first. A line cut off by a crash is left out."""
    folder = Path(state_folder(), "runs")
    if not folder.is_dir():
        return []
    found = (Run(path.name, path, tuple(_entries(path))) for path in folder.iterdir())
    return sorted(found, key=lambda run: _order(run.name), reverse=True)


def restore(entry: Entry) -> bool:
    """Give a file its old bytes back; whether it had others.

    Raises:
        RestoreError: it is not as the run left it, or the old bytes are lost.
        OSError: it could not be read or written.
    """
    try:
        seen = os.stat(entry.path)
        now = digest(chunks_of(entry.path))
    except FileNotFoundError:
        raise RestoreError("is gone") from None
    if now == entry.before:
        return False
    if now != entry.after:
        raise RestoreError("changed since the run; left as it is")
    try:
        is_whole = digest(_expanded(entry)) == entry.before
    except (FileNotFoundError, zlib.error):
        is_whole = False
    if not is_whole:
        raise RestoreError("has a damaged journal; left as it is")
    with replacing(entry.path, expected=seen) as file:
        file.writelines(_expanded(entry))
    return True


def mark_undone(run: Run) -> None:
    """Remember that all of ``run`` was given back."""
    with open(run.folder / "undone", "wb") as file:
        sync(file)


def _entries(folder: Path) -> Iterator[Entry]:
    try:
        lines = (folder / NAME).read_bytes().splitlines()
    except OSError:
        return
    for line in lines:
        try:
            row: dict[str, Any] = json.loads(line)
            yield Entry(
                Path(row["path"]),
                row["before"],
                row["after"],
                folder / OLD,
                tuple(row["place"]),
                row["fixes"],
            )
        except (ValueError, KeyError, TypeError):
            continue


def _order(name: str) -> tuple[str, int]:
    """Runs of one second are numbered behind their time: ``20260504-101500-2``."""
    stamp, number = name[:15], name[16:]
    return stamp, int(number) if number.isdigit() else 0


def _expanded(entry: Entry) -> Iterator[bytes]:
    """The old bytes of a file."""
    inflate = zlib.decompressobj()
    start, left = entry.place
    with open(entry.old, "rb") as file:
        file.seek(start)
        while chunk := file.read(min(left, CHUNK)):
            left -= len(chunk)
            yield inflate.decompress(chunk)
    yield inflate.flush()
