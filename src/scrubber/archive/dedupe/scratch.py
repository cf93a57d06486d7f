"""A folder for what a run keeps on disk out, gone with the run; those of dead runs go, too."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from functools import partial
from typing import TYPE_CHECKING

from scrubber.files.locks import lock_file, remove_abandoned

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX = "scrubber-dedupe-"
_LOCK = "lock"
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
    folder, lock = _locked_folder()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _held.discard(lock)
        os.close(lock)


def _locked_folder() -> tuple[str, int]:
    while True:
        folder = tempfile.mkdtemp(prefix=_PREFIX)
        # another process may sweep it away before it is locked
        with contextlib.suppress(BlockingIOError, FileNotFoundError):
            lock = lock_file(os.path.join(folder, _LOCK))
            _held.add(lock)
            return folder, lock


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
        remove_abandoned(os.path.join(folder, _LOCK), partial(shutil.rmtree, folder))
