"""Tasks in, their results in the same order out, done here or by several processes."""

from __future__ import annotations

import os
import pickle
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from scrubber.archive.model import ArchiveError
from scrubber.files.pool import Pool
from scrubber.files.worker import Lost

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scrubber.archive.dedupe.shared import Shared

_BACKLOG = 2
"""Tasks that a process has at a time: one to work on, one to go on with."""
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
        self._pool = Pool(_do, jobs, limit=None, ahead=_AHEAD * jobs, backlog=_BACKLOG)
        self._known, self._versions = b"", 0

    def each(self, shared: Shared, method: str, tasks: Iterable[Any]) -> Iterator[Any]:
        """What ``method`` of ``shared`` gives for each task.

        Args:
            shared: what all tasks need; a process has a copy of its own.
            method: the name of one that takes a task.
            tasks: these depend on the articles alone, never on the number of processes.

        Raises:
            ArchiveError: a task cannot be done, as its processes are killed.
        """
        if self._jobs == 1:
            yield from map(getattr(shared, method), tasks)
            return
        known = self._tell(shared)
        for _, result in self._pool.in_order((known, method, task) for task in tasks):
            if isinstance(result, Lost):
                raise ArchiveError(f"cannot compare articles: {result.why}; try fewer --jobs")
            yield result

    def _tell(self, shared: Shared) -> str:
        """The file that has what all tasks need; another one where that has changed."""
        known = pickle.dumps(shared)
        if known != self._known:
            self._known = known
            self._versions += 1
            with open(f"{self._path}.{self._versions}", "wb") as file:
                file.write(known)
        return f"{self._path}.{self._versions}"

    def close(self) -> None:
        """End the processes, whatever they are at."""
        self._pool.close()


def _do(work: tuple[str, str, Any], condemned: dict[int, str], begin: Callable[[int], None]) -> Any:
    if condemned:
        return Lost(condemned[0])
    begin(0)
    known, method, task = work
    return getattr(_shared(known), method)(task)


@lru_cache(maxsize=1)
def _shared(known: str) -> Any:
    with open(known, "rb") as file:
        return pickle.load(file)
