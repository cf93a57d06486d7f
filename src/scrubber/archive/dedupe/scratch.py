"""A folder for what a run keeps on disk out, gone with the run; those of dead runs go, too."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX = "scrubber-dedupe-"
_LOCK = "lock"
_HOUR = 3_600
_held: set[int] = set()
"""Locks of this process, as open files."""


@contextlib.contextmanager
def scratch_folder() -> Iterator[str]:
    """An empty folder in the place for temporary files.

    Its owner holds a lock on a file in it for as long as it lives: where a folder has the file and
    nobody holds the lock, the owner was killed, and the folder is removed before another is made.

    Raises:
        OSError: it cannot be made.
    """
    _sweep(tempfile.gettempdir())
    folder = tempfile.mkdtemp(prefix=_PREFIX)
    lock = _lock(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if lock is not None:
            _held.discard(lock)
            os.close(lock)


def _lock(folder: str) -> int | None:
    """Hold the lock of a folder; None where there are no such locks."""
    try:
        import fcntl
    except ImportError:
        return None
    path = os.path.join(folder, _LOCK)
    handle = os.open(f"{path}.new", os.O_RDWR | os.O_CREAT, 0o600)
    _held.add(handle)
    with contextlib.suppress(OSError):  # no locks on this kind of disk
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.rename(f"{path}.new", path)  # nobody sees it before it is locked
    return handle


def _let_go() -> None:
    """Do not hold in a child what the parent holds: else it is held for as long as both live."""
    while _held:
        os.close(_held.pop())


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)


def _sweep(place: str) -> None:
    """Remove the folders of dead runs."""
    with os.scandir(place) as entries:
        found = [entry.path for entry in entries if entry.name.startswith(_PREFIX)]
    for folder in found:
        with contextlib.suppress(OSError):
            if _is_dead(folder):
                shutil.rmtree(folder)


def _is_dead(folder: str) -> bool:
    try:
        import fcntl

        handle = os.open(os.path.join(folder, _LOCK), os.O_RDWR)
    except ImportError:
        return False
    except FileNotFoundError:  # killed before it got there; or another is just getting there
        return not os.listdir(folder) and time.time() - os.stat(folder).st_mtime > _HOUR
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True
