"""How long processes take for what they are at: their clocks in, whether one is overdue out."""

from __future__ import annotations

import time
from typing import Any

INTERVAL = 0.5
"""Seconds between two looks."""
_LONGEST = 4 * INTERVAL
"""More than that between two looks means that this process stood still, and those it watches, too:
the run was suspended, or the machine was."""


class Watch:
    """Measures the time of processes by a clock that stands still while its own process does.

    The clock of a process is a pair of numbers: the item it is at, -1 for none, and when it began.
    """

    def __init__(self, limit: float | None) -> None:
        self.limit = limit
        """Seconds that one item may take; None: any."""
        self._now = 0.0
        self._last = time.monotonic()
        self._seen: dict[int, tuple[tuple[float, ...], float]] = {}
        """By process, its clock and when that was first seen so."""

    def look(self) -> None:
        """Have the clock go on; to be called every ``INTERVAL`` or so."""
        now = time.monotonic()
        self._now += min(now - self._last, _LONGEST)
        self._last = now

    def is_overdue(self, process: int, clock: Any) -> bool:
        """Whether ``process`` is at one item for too long."""
        shown = tuple(clock)
        if self.limit is None or shown[0] < 0:
            return False
        before, since = self._seen.get(process, (None, 0.0))
        if before != shown:
            self._seen[process] = shown, self._now
            return False
        return self._now - since > self.limit

    @property
    def reason(self) -> str:
        """What to say of an item that took too long."""
        return overdue(self.limit)


def overdue(limit: float | None) -> str:
    """What to say of what took longer than ``limit`` seconds."""
    return f"took longer than {limit:g} s (--time-limit)"
