"""One process of a pool: tasks in over a line, their results out, and a clock its owner reads."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import time
from collections import deque
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    Do = Callable[[Any, dict[int, str], Callable[[int], None]], Any]


class Task(NamedTuple):
    """Something to do in a process."""

    number: int
    """In the order of the results wanted, from 0."""
    work: Any
    condemned: tuple[tuple[int, str], ...] = ()
    """Records of it, from 0, that must not be touched, and why."""


class Lost(NamedTuple):
    """The result of a task that no process came back from."""

    why: str


class Worker:
    """A process, the line to it, its tasks, and the record it is at with the time it began that."""

    def __init__(self, process: Any, line: Connection, clock: Any) -> None:
        self.process = process
        self.line = line
        self.clock = clock
        self.tasks: deque[Task] = deque()
        """What it was given and has not answered: it is at the first."""
        self.overdue = ""

    def give(self, task: Task) -> None:
        """Send it a task. That nobody is there to take it shows when the line is read."""
        self.tasks.append(task)
        with contextlib.suppress(OSError):
            self.line.send((task.work, dict(task.condemned)))


def serve(do: Do, line: Connection, clock: Any, others: list[Connection], parent: int) -> None:
    """Do tasks until the other end of ``line`` closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    for other in others:  # or they would stay open when the parent is gone
        other.close()

    def begin(record: int) -> None:
        clock[1] = time.monotonic()
        clock[0] = record
        if os.getppid() != parent:
            os._exit(0)

    try:
        while True:
            work, condemned = line.recv()
            try:
                result = do(work, condemned, begin)
            except Exception as error:
                result = error
            clock[0] = -1.0
            line.send_bytes(pickle.dumps(result, pickle.HIGHEST_PROTOCOL))
    except (EOFError, OSError):
        os._exit(0)
