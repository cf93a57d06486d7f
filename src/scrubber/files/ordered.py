"""Many items over several processes: a function and items in, results in the items' order out.

A process is given several items at once, as cleaning one often takes less time than handing it
over. Memory is bounded: no process runs ahead of the results that were taken by more than a window
of items, or of bytes.
"""

from __future__ import annotations

import pickle
import time
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from scrubber.files.pool import Pool
from scrubber.files.worker import Lost, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
R = TypeVar("R")

CHUNK = 16
"""Items that a process is given at once."""
BACKLOG = 2
"""Chunks that a process has at a time: one to work on, one to go on with."""
WINDOW = 32 * CHUNK
"""How many items may be begun ahead of the first one that is not done."""
WINDOW_BYTES = 64 * 2**20
"""How many bytes of results may wait for an earlier one."""
FLUSH_SECONDS = 0.05
"""Results are sent after that time: the rest of the chunk is given out again."""


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
        lost: gives the result for an item that kills its process or takes too long, and why.
        limit: seconds that one item may take.
    """
    jobs = max(min(jobs, len(items)), 1)
    do = partial(_do, task=work, items=items, lost=lost)
    with closing(Pool(do, jobs, limit, ahead=WINDOW, backlog=BACKLOG)) as pool:
        yield from _results(pool, items, jobs, lost)


def _results(pool: Pool, items: Sequence[T], jobs: int, lost: Callable[[T, str], R]) -> Iterator[R]:
    waiting: dict[int, bytes] = {}
    index = 0
    for task, done in pool.results(_chunks(len(items), jobs)):
        if isinstance(done, Lost):
            done = [pickle.dumps(lost(items[n], done.why)) for n in task.work]
        waiting.update(zip(task.work, done, strict=False))
        if rest := task.work[len(done) :]:
            pool.also(Task(rest.start, rest))
        while index in waiting:
            yield pickle.loads(waiting.pop(index))
            index += 1
        pool.is_full = sum(map(len, waiting.values())) > WINDOW_BYTES


def _chunks(count: int, jobs: int) -> Iterator[Task]:
    """The indexes of items, shared out: the last ones singly, so that all end at the same time."""
    start = 0
    while start < count:
        size = max(min(CHUNK, (count - start) // (2 * BACKLOG * jobs)), 1)
        yield Task(start, range(start, start + size))
        start += size


def _do(
    chunk: range,
    condemned: dict[int, str],
    begin: Callable[[int], None],
    task: Callable[[Any], Any],
    items: Sequence[Any],
    lost: Callable[[Any, str], Any],
) -> list[bytes]:
    """The results of the first items of ``chunk``, one at least, pickled."""
    done: list[bytes] = []
    until = time.monotonic() + FLUSH_SECONDS
    for place, index in enumerate(chunk):
        begin(place)
        item = items[index]
        result = lost(item, condemned[place]) if place in condemned else task(item)
        done.append(pickle.dumps(result, pickle.HIGHEST_PROTOCOL))
        if time.monotonic() > until:
            break
    return done
