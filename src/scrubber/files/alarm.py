"""A time limit within one process: seconds in, an exception in what takes longer out."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_AGAIN = 1.0
"""Seconds after which it is raised again, where something swallowed it."""


class Overdue(BaseException):
    """It took too long. No ``Exception``, so that no handler of faults takes it for one."""


@contextmanager
def within(seconds: float | None) -> Iterator[Callable[[], object]]:
    """Give what is done within so much time of the processor; waiting for input takes none.

    What it yields begins the time anew. To be used in the main thread. Windows has no such timer:
    there nothing is overdue.

    Raises:
        Overdue: the time is over.
    """
    if seconds is None or not hasattr(signal, "setitimer"):
        yield lambda: None
        return
    before = signal.signal(signal.SIGPROF, _raise)
    begin = partial(signal.setitimer, signal.ITIMER_PROF, seconds, _AGAIN)
    begin()
    try:
        yield begin
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _raise(number: int, frame: object) -> NoReturn:
    del number, frame
    raise Overdue
