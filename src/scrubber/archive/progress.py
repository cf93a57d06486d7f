"""How a long run is doing, on standard error: a bar on a terminal, else a line now and then."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections import Counter
    from types import TracebackType

    from scrubber.archive.model import Tally

_DELAY = 1
"""Seconds; a run that is shorter has no bar."""
_INTERVAL = 10
"""Seconds between two lines where there is no terminal."""


class Watched(Protocol):
    """A run, as far as it shows."""

    live: Tally
    """What became of the records so far."""
    live_codes: Counter[str]

    @property
    def position(self) -> int:
        """How many bytes of all inputs were read."""


class Progress:
    """Watches a run. Used as a context, so that no bar is left behind."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        self._total = total
        """Bytes of all inputs."""
        self._quiet = quiet
        self._start = self._last = time.monotonic()
        self._first: tuple[int, int] | None = None
        self._bar: Any = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def say(self, message: str) -> None:
        """Say what went wrong, or what to do."""
        self._print(f"scrubber: {message}")

    def note(self, message: str) -> None:
        """Say what is good to know."""
        if not self._quiet:
            self._print(message)

    def _print(self, line: str) -> None:
        """Write a line; the bar moves out of its way."""
        if self._bar is not None:
            self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            print(line, file=sys.stderr, flush=True)  # noqa: T201 - no command

    def tick(self, run: Watched) -> None:
        """Show how far ``run`` is, if it is time to."""
        if self._quiet:
            return
        if self._first is None:  # what an earlier run did counts for no speed
            self._first = run.live.rows, run.position
        now = time.monotonic()
        if not sys.stderr.isatty():
            if now - self._last >= _INTERVAL:
                self._last = now
                self.note(self._line(run, now))
        elif now - self._start >= _DELAY:
            self._draw(run, now)

    def _draw(self, run: Watched, now: float) -> None:
        if self._bar is None:
            try:
                self._bar = _bar(self._total)
            except ImportError:
                if now - self._last >= _INTERVAL:
                    self._last = now
                    self.note(self._line(run, now))
                return
        self._bar.update(0, completed=run.position, line=self._line(run, now))
        self._bar.refresh()

    def _line(self, run: Watched, now: float) -> str:
        """``12,345 records, 34 %, 410/s, 1.2 MB/s, 2 min left, 3 dead, WSP004 12, ...``."""
        first_rows, first_bytes = self._first or (0, 0)
        seconds = max(now - self._start, 0.001)
        speed = (run.position - first_bytes) / seconds
        parts = [f"{run.live.rows:,} records"]
        if self._total:
            parts.append(f"{100 * run.position // self._total} %")
        parts += (f"{(run.live.rows - first_rows) / seconds:,.0f}/s", f"{speed / 1e6:.1f} MB/s")
        if self._total and speed > 0:
            parts.append(f"{_duration((self._total - run.position) / speed)} left")
        if run.live.dead:
            parts.append(f"{run.live.dead:,} dead")
        parts += (f"{code} {count:,}" for code, count in run.live_codes.most_common(4))
        return ", ".join(parts)


def _bar(total: int) -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bar

    bar = Bar(
        BarColumn(20),
        TextColumn("{task.fields[line]}", markup=False),
        console=Console(stderr=True),
        auto_refresh=False,  # no thread: the processes of the pool are forked
        transient=True,
    )
    bar.add_task("", total=total or None, line="")
    bar.start()
    return bar


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"
