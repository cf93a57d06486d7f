"""Many files through one plan: sources in, their outcomes in the same order out."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from scrubber.files.job import Outcome, clean_source
from scrubber.files.source import STDIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scrubber.files.plan import Plan
    from scrubber.files.source import Source

MANY = 48
"""From so many files on, starting processes takes less time than it saves."""


def clean_sources(
    sources: Sequence[Source], plan: Plan, keep: Callable[[Outcome], Outcome]
) -> Iterator[Outcome]:
    """The outcomes of all ``sources``, whatever the number of processes that work on them.

    ``keep`` runs where the source is cleaned; it leaves out of an outcome what would be carried
    between processes for nothing.
    """
    work = partial(_clean, plan=plan, keep=keep)
    jobs = _jobs(sources, plan.jobs)
    if jobs == 1:
        return map(work, sources)
    from scrubber.files.pool import map_ordered

    return map_ordered(work, sources, jobs, _lost)


def _clean(source: Source, plan: Plan, keep: Callable[[Outcome], Outcome]) -> Outcome:
    return keep(clean_source(source, plan))


def _jobs(sources: Sequence[Source], asked: int | None) -> int:
    if len(sources) < 2 or any(source.path == STDIN for source in sources):
        return 1
    if asked is not None:
        return asked
    return _processors() if len(sources) >= MANY else 1


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _lost(source: Source, why: str) -> Outcome:
    return Outcome(source, error=f"{source.path}: {why}; the file is untouched")
