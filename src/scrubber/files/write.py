"""The one place that writes: new bytes for a path in, the whole file replaced or untouched."""

from __future__ import annotations

import contextlib
import os
import stat
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from scrubber.files.locks import lock_file, remove_abandoned

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPORARY_SUFFIX = ".scrubber-tmp"
"""Ends the name of every temporary file, so that no run takes one for input."""

CHUNK = 1 << 20
"""Bytes that are read at a time."""
_CHANGED = "changed while it was being cleaned; nothing was changed, run again"


def chunks_of(path: Path) -> Iterator[bytes]:
    """The bytes of a file, chunk by chunk."""
    with open(path, "rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk


def write_file(path: Path, data: bytes, *, expected: os.stat_result | None = None) -> None:
    """Write ``data`` to ``path``: whole, or not at all; see ``replacing``.

    Raises:
        OSError: nothing was written, ``path`` has its old content.
    """
    with replacing(path, expected=expected) as file:
        file.write(data)


@contextlib.contextmanager
def replacing(path: Path, *, expected: os.stat_result | None = None) -> Iterator[BinaryIO]:
    """A file to write the new content of ``path`` to; it takes effect at the end, as a whole.

    The bytes go to a temporary file in the same folder, are flushed to disk, and take the place
    of the old file in one step. Mode and owner of a file that was there are kept; a symbolic
    link is followed, and stays a link. Whatever is raised within leaves the old content; so does
    closing the file.

    Args:
        path: where to write. Its folder must exist.
        expected: what ``os.stat`` said when the old content was read. If the file is no longer
            that one, nothing is written.

    Raises:
        OSError: nothing was written, ``path`` has its old content.
    """
    target = Path(os.path.realpath(path))
    old = _stat(target)
    if expected is not None and _changed(old, expected):
        raise OSError(None, _CHANGED, str(path))
    if old is not None and is_special(old):
        raise OSError(None, "is a device or a pipe, no file; name a file", str(path))
    if old is not None and not old.st_mode & 0o222:
        raise PermissionError(None, "is read-only; allow writing it or use -o", str(path))
    sweep(target.parent)
    handle, name = _temporary(target)
    try:
        with open(name, "wb", opener=lambda *_: handle) as file:
            yield file
            if file.closed:
                Path(name).unlink()
                return
            file.flush()
            _take_over(file.fileno(), old)
            os.fsync(file.fileno())
        if expected is not None and _changed(_stat(target), expected):
            raise OSError(None, _CHANGED, str(path))
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    sync_folder(target.parent)


def _temporary(target: Path) -> tuple[int, str]:
    """A new file beside ``target``, locked as long as it is open: its descriptor and its path."""
    import tempfile

    start = f".{target.name[:80]}."
    while True:
        handle, name = tempfile.mkstemp(TEMPORARY_SUFFIX, start, target.parent)
        os.close(handle)
        # another process may sweep it away before it is locked
        with contextlib.suppress(BlockingIOError, FileNotFoundError):
            return lock_file(name), name


@cache
def sweep(folder: Path) -> None:
    """Remove what processes that were killed left aside in ``folder``; looked for once."""
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            if name.endswith(TEMPORARY_SUFFIX) and name.startswith("."):
                path = folder / name
                remove_abandoned(str(path), path.unlink)


def is_special(found: os.stat_result) -> bool:
    """Whether it is a device, a pipe or the like: nothing that another file may replace."""
    return not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode)


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _changed(now: os.stat_result | None, then: os.stat_result) -> bool:
    if now is None:
        return True
    return (now.st_ino, now.st_size, now.st_mtime_ns) != (
        then.st_ino,
        then.st_size,
        then.st_mtime_ns,
    )


def _take_over(descriptor: int, old: os.stat_result | None) -> None:
    """Give the new file the mode and owner of the old one, or the usual mode where none was."""
    if old is None:
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(descriptor, 0o666 & ~mask)
        return
    with contextlib.suppress(OSError, AttributeError):  # only root may give a file away
        os.chown(descriptor, old.st_uid, old.st_gid)
    os.chmod(descriptor, stat.S_IMODE(old.st_mode))


def sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system allows it."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
