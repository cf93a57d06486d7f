"""Tasks in, their results in the same order out, done here or by several processes."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from scrubber.files.processes import start_context, uninterrupted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from scrubber.archive.dedupe.shared import Shared

_AHEAD = 3
"""Tasks a process that wait, so that results do not pile up."""


class Crew:
    """Processes that live as long as a run, so that what they keep at hand serves all its tasks.

    Args:
        folder: where they are told what all tasks need.
        jobs: the number of processes; 1: none but this.
    """

    def __init__(self, folder: str, jobs: int) -> None:
        self._path, self._jobs = os.path.join(folder, "known"), jobs
        self._pool: ProcessPoolExecutor | None = None
        self._known, self._versions = b"", 0

    def each(self, shared: Shared, method: str, tasks: Iterable[Any]) -> Iterator[Any]:
        """What ``method`` of ``shared`` gives for each task.

        Args:
            shared: what all tasks need; a process has a copy of its own.
            method: the name of one that takes a task.
            tasks: these depend on the articles alone, never on the number of processes.
        """
        if self._jobs == 1:
            yield from map(getattr(shared, method), tasks)
            return
        known, pool = self._tell(shared), self._pool or self._start()
        waiting: deque[Future[Any]] = deque()
        try:
            for task in tasks:
                with uninterrupted():  # a pool that starts its processes must get to know them
                    waiting.append(pool.submit(_do, known, method, task))
                if len(waiting) >= _AHEAD * self._jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()

    def _tell(self, shared: Shared) -> str:
        """The file that has what all tasks need; another one where that has changed."""
        known = pickle.dumps(shared)
        if known != self._known:
            self._known = known
            self._versions += 1
            with open(f"{self._path}.{self._versions}", "wb") as file:
                file.write(known)
        return f"{self._path}.{self._versions}"

    def _start(self) -> ProcessPoolExecutor:
        self._pool = ProcessPoolExecutor(self._jobs, start_context(), _begin)
        return self._pool

    def close(self) -> None:
        """End the processes."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End where the parent was killed, and nobody gives a task or asks for a result."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _do(known: str, method: str, task: Any) -> Any:
    return getattr(_shared(known), method)(task)


@lru_cache(maxsize=1)
def _shared(known: str) -> Any:
    with open(known, "rb") as file:
        return pickle.load(file)
