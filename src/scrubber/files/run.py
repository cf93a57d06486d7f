"""Many files through one plan: sources in, their outcomes in the same order out."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from scrubber.files.job import Outcome, clean_source
from scrubber.files.source import STDIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scrubber.files.cache import Cache
    from scrubber.files.plan import Plan
    from scrubber.files.source import Source

CACHED = 16
"""For fewer files, opening the cache takes longer than cleaning them."""
MANY = 48
"""From so many files on, starting processes takes less time than it saves."""


def clean_sources(
    sources: Sequence[Source],
    plan: Plan,
    keep: Callable[[Outcome], Outcome],
    *,
    content: bool = True,
    limit: float | None = None,
) -> Iterator[Outcome]:
    """The outcomes of all ``sources``, whatever the number of processes that work on them.

    ``keep`` runs where the source is cleaned; it leaves out of an outcome what would be carried
    between processes for nothing. Without ``content``, the cache may answer for changed files, too.
    ``limit``: seconds that a file may take.
    """
    alone = len(sources) < 2 or any(source.path == STDIN for source in sources)
    if alone or not plan.cache or len(sources) < CACHED:
        yield from _outcomes(sources, plan, keep, None, 1 if alone else plan.jobs, limit)
        return
    from scrubber.files.cache import Cache, Known

    cache = Cache(content=content)
    learnt: list[tuple[bytes, Known]] = []
    try:
        for outcome in _outcomes(sources, plan, keep, cache, plan.jobs, limit):
            if outcome.to_cache:
                learnt.append((outcome.to_cache, Known(outcome.changed, outcome.findings)))
            yield outcome
    finally:
        if learnt:
            cache.put(learnt)


def _outcomes(
    sources: Sequence[Source],
    plan: Plan,
    keep: Callable[[Outcome], Outcome],
    cache: Cache | None,
    jobs: int | None,
    limit: float | None,
) -> Iterator[Outcome]:
    work = partial(_clean, plan=plan, keep=keep, cache=cache)
    jobs = jobs or (processors() if len(sources) >= MANY else 1)
    if jobs == 1:
        return map(partial(_clean_within, work, limit), sources)
    from scrubber.files.ordered import map_ordered

    return map_ordered(work, sources, jobs, _lost, limit)


def _clean(
    source: Source, plan: Plan, keep: Callable[[Outcome], Outcome], cache: Cache | None
) -> Outcome:
    return keep(clean_source(source, plan, cache))


def _clean_within(
    work: Callable[[Source], Outcome], limit: float | None, source: Source
) -> Outcome:
    if limit is None:
        return work(source)
    from scrubber.files.alarm import Overdue, within

    try:
        with within(limit):
            return work(source)
    except Overdue:
        from scrubber.files.watch import overdue

        return _lost(source, overdue(limit))


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _lost(source: Source, why: str) -> Outcome:
    return Outcome(source, error=f"{source.shown}: {why}; the file is untouched")
