"""Many items over several processes: a function and items in, results in the items' order out.

A process that dies costs the item that kills it alone: what it had begun is done again item by
item. An item is given up whose process dies twice, or that takes too long. Memory is bounded: no
process runs ahead of the results that were taken by more than a window of items, or of bytes.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import time
from collections import deque
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from scrubber.files.processes import how_it_ended, start_context
from scrubber.files.watch import INTERVAL, Watch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")

CHUNK = 16
"""Items that a process is given at once."""
AHEAD = 2
"""Chunks that a process has at a time: one to work on, one to go on with."""
WINDOW = 32 * CHUNK
"""How many items a process may be ahead of the results taken."""
WINDOW_BYTES = 64 * 2**20
"""How many bytes of results may wait for an earlier one."""
FLUSH_SECONDS = 0.05
TRIES = 2


def map_ordered(
    work: Callable[[T], R],
    items: Sequence[T],
    jobs: int,
    lost: Callable[[T, str], R],
    limit: float | None = None,
) -> Iterator[R]:
    """``work(item)`` for each item, done by ``jobs`` processes, in the order of ``items``.

    Args:
        work: called in the other processes; it and its results are pickled.
        items: read in the other processes, too, so they must not change.
        jobs: the number of processes.
        lost: gives the result for an item that no process came back from, and why.
        limit: seconds that one item may take.
    """
    pool = _Pool(work, items, jobs, lost, limit)
    try:
        yield from pool.results()
    finally:
        pool.stop()


class _Worker:
    """A process, the line to it, its clock, and the items that it has not answered for."""

    def __init__(self, process: Any, line: Connection, clock: Any) -> None:
        self.process = process
        self.line = line
        self.clock = clock
        self.overdue: str = ""
        self.chunks: deque[list[int]] = deque()

    def give(self, indexes: list[int]) -> None:
        """Send it a chunk. That nobody is there to take it shows when the line is read."""
        self.chunks.append(indexes)
        with contextlib.suppress(OSError):
            self.line.send(indexes)

    def answered(self, index: int) -> None:
        """Strike out an item that is done."""
        self.chunks[0].remove(index)
        if not self.chunks[0]:
            self.chunks.popleft()


class _Pool(Generic[T, R]):
    def __init__(
        self,
        work: Callable[[T], R],
        items: Sequence[T],
        jobs: int,
        lost: Callable[[T, str], R],
        limit: float | None,
    ) -> None:
        self._context = start_context()
        self._work, self._items, self._lost = work, items, lost
        self._watch = Watch(limit)
        self._next = 0
        self._again: deque[list[int]] = deque()
        self._deaths: dict[int, int] = {}
        self._waiting: dict[int, bytes] = {}
        self._waiting_bytes = 0
        self._workers: list[_Worker] = []
        self._jobs = max(min(jobs, len(items)), 1)

    def results(self) -> Iterator[R]:
        """All results; the pool works on while one is looked at."""
        for index in range(len(self._items)):
            while index not in self._waiting:
                self._feed(index)
                self._listen()
            yield self._take(index)

    def stop(self) -> None:
        """End all processes, whatever they are at."""
        for worker in self._workers:
            worker.line.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()

    def _take(self, index: int) -> Any:
        result = self._waiting.pop(index)
        self._waiting_bytes -= len(result)
        return pickle.loads(result)

    def _keep(self, index: int, result: bytes) -> None:
        self._waiting[index] = result
        self._waiting_bytes += len(result)

    def _feed(self, index: int) -> None:
        """Give each process enough to do; ``index`` is the item whose result is wanted."""
        while len(self._workers) < self._jobs:
            self._workers.append(self._start())
        for worker in self._workers:
            while len(worker.chunks) < AHEAD:
                chunk = self._chunk(index)
                if chunk is None:
                    break
                worker.give(chunk)

    def _chunk(self, index: int) -> list[int] | None:
        if self._again:
            return self._again.popleft()
        if self._next >= len(self._items) or self._next > index + WINDOW:
            return None
        if self._waiting_bytes > WINDOW_BYTES and self._next > index:
            return None
        start = self._next
        # the last items go singly, so that all processes end at about the same time
        left = len(self._items) - start
        size = max(min(CHUNK, left // (2 * AHEAD * self._jobs)), 1)
        self._next = start + size
        return list(range(start, self._next))

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        clock = self._context.RawArray("d", [-1.0, 0.0])
        others = [worker.line for worker in self._workers]
        if self._context.get_start_method() != "fork":  # nothing is inherited
            others = []
        process = self._context.Process(
            target=_serve,
            args=(self._work, self._items, theirs, clock, [ours, *others]),
            daemon=True,
        )
        process.start()
        theirs.close()
        return _Worker(process, ours, clock)

    def _listen(self) -> None:
        """Wait for results; a process that is gone is noticed here."""
        lines = {worker.line: worker for worker in self._workers}
        for line in wait(list(lines), INTERVAL):
            worker = lines[line]  # type: ignore[index]
            try:
                for index, result in pickle.loads(worker.line.recv_bytes()):
                    worker.answered(index)
                    self._keep(index, result)
            except (EOFError, OSError):
                self._bury(worker)
        self._watch_time()

    def _watch_time(self) -> None:
        """Kill the processes that are at one item for too long."""
        self._watch.look()
        for worker in self._workers:
            if self._watch.is_overdue(worker.process.pid, worker.clock):
                worker.overdue = self._watch.reason
                worker.process.kill()

    def _bury(self, worker: _Worker) -> None:
        """Share out what a dead process had not done; give up what killed it twice."""
        worker.process.join()
        worker.line.close()
        self._workers.remove(worker)
        at = int(worker.clock[0])
        for number, chunk in enumerate(worker.chunks):
            for index in chunk:
                if worker.overdue and index == at:
                    self._deaths[index] = TRIES
                elif number == 0 and not worker.overdue:
                    self._deaths[index] = self._deaths.get(index, 0) + 1
                if self._deaths.get(index, 0) < TRIES:
                    self._again.append([index])
                else:
                    why = worker.overdue or how_it_ended(worker.process.exitcode)
                    self._keep(index, pickle.dumps(self._lost(self._items[index], why)))


def _serve(
    work: Callable[[Any], Any],
    items: Sequence[Any],
    line: Connection,
    clock: Any,
    others: list[Connection],
) -> None:
    """Answer for chunks of items until the other end of ``line`` closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in others:  # or they would stay open when the parent is gone
        other.close()
    try:
        while True:
            done: list[tuple[int, bytes]] = []
            since = time.monotonic()
            for index in line.recv():
                clock[0], clock[1] = -1.0, time.monotonic()
                clock[0] = index
                done.append((index, pickle.dumps(work(items[index]), pickle.HIGHEST_PROTOCOL)))
                if time.monotonic() - since > FLUSH_SECONDS:
                    line.send_bytes(pickle.dumps(done))
                    done, since = [], time.monotonic()
            clock[0] = -1.0
            if done:
                line.send_bytes(pickle.dumps(done))
    except (EOFError, OSError):
        os._exit(0)
