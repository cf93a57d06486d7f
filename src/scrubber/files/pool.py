"""A supervised pool: tasks in, their results out as they are done, whatever happens to a process.

A process that dies is replaced and its task done again. A record during which a task dies three
times in a row, or that takes longer than it may, is condemned: the task is done without it.
"""

from __future__ import annotations

import os
import pickle
from collections import deque
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, TypeVar

from scrubber.files.processes import how_it_ended, start_context, uninterrupted
from scrubber.files.watch import INTERVAL, Watch
from scrubber.files.worker import Lost, Task, Worker, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scrubber.files.worker import Do

W = TypeVar("W")

DEATHS = 3
"""So often in a row may a task die during one record."""
TRIES = 25
"""So often may a task die at all, whatever the records."""


class Pool:
    """Processes that do tasks; they live until it is closed.

    Args:
        do: called in a process with a task's work, its condemned records, and a function that it
            calls with the number of each record before it touches it.
        jobs: the number of processes.
        limit: seconds that one record may take; None: any.
        ahead: how far beyond the first task that is not done a process may go; None: any.
        backlog: how many tasks a process has at a time, so that it need not wait for the next.
        tick: called at least every half second.
    """

    def __init__(
        self,
        do: Do,
        jobs: int,
        limit: float | None,
        ahead: int | None = None,
        backlog: int = 1,
        tick: Callable[[], None] = lambda: None,
    ) -> None:
        self._context = start_context()
        self._do, self._jobs = do, jobs
        self._ahead, self._backlog = ahead, backlog
        self._watch = Watch(limit)
        self._tick = tick
        self._workers: list[Worker] = []
        self._again: deque[Task] = deque()
        self._deaths: dict[int, list[int]] = {}
        """By task, the records during which it died."""
        self._next: Task | None = None
        self._open: set[int] = set()
        """Numbers of tasks that were begun and are not done."""
        self.draining = False
        """Whether no further task is to be begun."""
        self.is_full = False
        """Whether none is to be begun until those before it are done."""

    def results(self, tasks: Iterator[Task]) -> Iterator[tuple[Task, Any]]:
        """Each task and its result, as they are done.

        What the caller adds with ``also`` between two results is done first.
        """
        self._deaths.clear()
        self._feed(tasks)
        while any(worker.tasks for worker in self._workers):
            yield from self._listen()
            self._watch_time()
            self._tick()
            self._feed(tasks)

    def in_order(self, works: Iterable[W]) -> Iterator[tuple[W, Any]]:
        """Each work and its result, in the order of ``works``."""
        waiting: dict[int, tuple[W, Any]] = {}
        number = 0
        for task, result in self.results(Task(n, work) for n, work in enumerate(works)):
            waiting[task.number] = task.work, result
            while number in waiting:
                yield waiting.pop(number)
                number += 1

    def also(self, task: Task) -> None:
        """Do this one before those that wait."""
        self._again.append(task)
        self._open.add(task.number)

    def close(self) -> None:
        """End all processes, whatever they are at."""
        for worker in self._workers:
            worker.process.kill()
            worker.line.close()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()

    def _feed(self, tasks: Iterator[Task]) -> None:
        """Give each process enough to do, and have the next task ready."""
        while len(self._workers) < self._jobs or min(map(_backlog, self._workers)) < self._backlog:
            task = self._take(tasks)
            if task is None:
                return
            if len(self._workers) < self._jobs and all(map(_backlog, self._workers)):
                self._start()
            min(self._workers, key=_backlog).give(task)
        if self._next is None and not self.draining:
            self._next = next(tasks, None)

    def _take(self, tasks: Iterator[Task]) -> Task | None:
        if self.draining:
            return None
        if self._again:
            return self._again.popleft()
        task = self._next or next(tasks, None)
        self._next = task
        if task is None or self._is_too_far(task):
            return None
        self._next = None
        self._open.add(task.number)
        return task

    def _is_too_far(self, task: Task) -> bool:
        if not self._open:
            return False
        is_far = self._ahead is not None and task.number - min(self._open) > self._ahead
        return is_far or self.is_full

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        clock = self._context.RawArray("d", [-1.0, 0.0])
        others = [ours, *(worker.line for worker in self._workers)]
        if self._context.get_start_method() != "fork":  # nothing is inherited
            others = []
        process = self._context.Process(
            target=serve, args=(self._do, theirs, clock, others, os.getpid()), daemon=True
        )
        with uninterrupted():  # a process that was started must be known, to be ended
            process.start()
            self._workers.append(Worker(process, ours, clock))
        theirs.close()

    def _listen(self) -> Iterator[tuple[Task, Any]]:
        """Results that are there; a process that is gone is noticed here."""
        busy = {worker.line: worker for worker in self._workers if worker.tasks}
        for line in wait(list(busy), INTERVAL):
            worker = busy[line]  # type: ignore[index]
            task = worker.tasks[0]
            try:
                result = pickle.loads(worker.line.recv_bytes())
            except (EOFError, OSError):
                result = self._bury(worker)
                if result is None:
                    continue
            else:
                worker.tasks.popleft()
            self._open.discard(task.number)
            if isinstance(result, BaseException):
                raise result
            yield task, result

    def _bury(self, worker: Worker) -> Lost | None:
        """Give a dead process's tasks to others; what to say of the first if that is given up."""
        worker.process.join()
        worker.line.close()
        self._workers.remove(worker)
        task, *others = worker.tasks
        self._again.extend(others)
        record, why = int(worker.clock[0]), worker.overdue or how_it_ended(worker.process.exitcode)
        if record in dict(task.condemned):  # reading it is enough to die
            return Lost(f"{why} at record {record + 1} of a unit, which cannot be read")
        deaths = self._deaths.setdefault(task.number, [])
        deaths.append(record)
        if record >= 0 and (worker.overdue or deaths[-DEATHS:] == [record] * DEATHS):
            task = task._replace(condemned=(*task.condemned, (record, why)))
            deaths.clear()
        elif len(deaths) >= TRIES:
            return Lost(f"{why}, again and again")
        self._again.append(task)
        return None

    def _watch_time(self) -> None:
        """Kill the processes that are at one record for too long."""
        self._watch.look()
        for worker in self._workers:
            if worker.tasks and self._watch.is_overdue(worker.process.pid, worker.clock):
                worker.overdue = self._watch.reason
                worker.process.kill()


def _backlog(worker: Worker) -> int:
    return len(worker.tasks)
