"""Locks that end with their process, however it ends: the path of a lock file in, it locked out.

What is locked may be taken away by who held it before: then it is no lock of that path any more.
"""

from __future__ import annotations

import contextlib
import errno
import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_INTERVAL = 0.05
"""Seconds between two tries."""


def lock_file(path: str, patience: float = 0, *, must: bool = False) -> int:
    """Lock the file ``path``, made where there is none, until its descriptor is closed.

    Args:
        path: its folder must exist.
        patience: how many seconds to wait for another process that holds it.
        must: fail where there are no locks, as on Windows and some network disks.

    Raises:
        BlockingIOError: another process holds it.
        FileNotFoundError: who held it took it away.
        OSError: it cannot be opened.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _lock(descriptor, patience)
        except OSError as error:
            if must or isinstance(error, BlockingIOError):
                raise
        if not os.path.samestat(os.fstat(descriptor), os.stat(path)):
            raise FileNotFoundError(errno.ENOENT, "was replaced", path)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def remove_abandoned(path: str, remove: Callable[[], object]) -> None:
    """Call ``remove`` for what the lock file ``path`` stands for, unless a process holds that."""
    with contextlib.suppress(OSError):
        descriptor = lock_file(path, must=True)
        try:
            remove()
        finally:
            os.close(descriptor)


def _lock(descriptor: int, patience: float) -> None:
    try:
        import fcntl
    except ImportError:
        raise OSError(errno.ENOLCK, "there are no locks") from None
    until = time.monotonic() + patience
    while True:
        try:
            return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise
            time.sleep(_INTERVAL)
