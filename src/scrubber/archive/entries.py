"""What a run over archives is asked to do, and what its outputs depend on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from scrubber.archive.jobs import Job


class Entry(NamedTuple):
    """One archive of a run."""

    job: Job
    name: str
    """Of its output within the run."""
    target: str
    compression: str
    """Of the output."""


class Options(NamedTuple):
    """How a run is done."""

    jobs: int
    limit: float
    """Seconds that one record may take."""
    findings: bool
    """Whether findings are kept."""


def identity(entry: Entry, options: Options) -> dict[str, Any]:
    """What the output depends on."""
    job = entry.job
    stat = os.stat(job.path)
    return {
        "path": os.path.realpath(job.path),
        "size": stat.st_size,
        "modified": stat.st_mtime_ns,
        "format": job.format,
        "encoding": job.encoding,
        **{name: _plain(value) for name, value in job.settings._asdict().items()},
        "to": "text" if job.as_text else None,
        "text-field": job.asked.text,
        "id-field": job.asked.id,
        "site-field": job.asked.site,
        "compression": entry.compression,
        "findings": options.findings,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, str | int | None) else repr(value)
