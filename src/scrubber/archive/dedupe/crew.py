"""Tasks in, their results in the same order out, done here or by several processes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrubber.archive.dedupe.shared import Shared

_AHEAD = 3
"""Tasks a process that wait, so that results do not pile up."""
_shared: Shared


def each(shared: Shared, method: str, tasks: Iterable[Any], jobs: int) -> Iterator[Any]:
    """What ``method`` of ``shared`` gives for each task.

    Args:
        shared: what all tasks need; a process has a copy of its own.
        method: the name of one that takes a task.
        tasks: these depend on the articles alone, never on the number of processes.
        jobs: the number of processes; 1: none but this.
    """
    if jobs == 1:
        yield from map(getattr(shared, method), tasks)
        return
    # forking is quickest, and sound here: children touch no threads of this process
    can_fork = sys.platform.startswith("linux")
    context = multiprocessing.get_context("fork" if can_fork else "spawn")
    pool = ProcessPoolExecutor(jobs, context, _begin, (shared,))
    waiting: deque[Future[Any]] = deque()
    try:
        for task in tasks:
            waiting.append(pool.submit(_do, method, task))
            if len(waiting) >= _AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(shared: Shared) -> None:
    global _shared
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _shared = shared
    _shared.reopen()


def _end_with_parent() -> None:
    """End where the parent was killed, and nobody gives a task or asks for a result."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _do(method: str, task: Any) -> Any:
    return getattr(_shared, method)(task)
