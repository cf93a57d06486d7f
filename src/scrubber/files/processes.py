"""How processes are started, and what is said of one that is gone."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


def start_context() -> Any:
    """What processes are made with, whatever the default of this version of Python is.

    Forking is quickest, and sound here: no child touches a thread of its parent. macOS is another
    matter, and Windows cannot fork.
    """
    can_fork = sys.platform.startswith("linux")
    return multiprocessing.get_context("fork" if can_fork else "spawn")


def how_it_ended(status: int) -> str:
    """What to say of a process that ended with ``status``, below 0 by a signal."""
    if status < 0:
        return f"its process was killed by signal {-status}"
    return f"its process ended with status {status}"


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait until what is done within is done.

    Within the main thread alone. A mask of signals is not enough: another thread would take it.
    But a process that is started within inherits the mask, and loads in peace.
    """
    can_mask = hasattr(signal, "pthread_sigmask")  # not on Windows
    came: list[tuple[int, FrameType | None]] = []
    before = signal.signal(signal.SIGINT, lambda *signal_and_frame: came.append(signal_and_frame))
    if can_mask:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        if can_mask:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        signal.signal(signal.SIGINT, before)
        if came and callable(before):
            before(*came[0])
