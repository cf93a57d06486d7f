"""``scrubber clean -o`` for files of records: many processes, an account of every row, resumed."""

from __future__ import annotations

import os
import shlex
import signal
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scrubber.archive.entries import Entry, Options
from scrubber.archive.jobs import job_of
from scrubber.archive.model import ArchiveError
from scrubber.archive.progress import Progress
from scrubber.archive.run import ArchiveRun
from scrubber.archive.state import State
from scrubber.cli.configure import Fault
from scrubber.edits import counted
from scrubber.files.errors import sentence
from scrubber.files.run import processors
from scrubber.files.selection import STATE_SUFFIX
from scrubber.formats import compression_of, records_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrubber.cli.findings import FindingsFile
    from scrubber.files.plan import Plan
    from scrubber.files.results import Target
    from scrubber.files.source import Source


def clean_archives(
    pairs: Sequence[tuple[Source, Target | None]],
    plan: Plan,
    options: dict[str, Any],
    findings: FindingsFile | None,
) -> bool:
    """Clean archives to their outputs; whether that failed.

    Raises:
        Fault: the run cannot begin.
        click.Abort: it was interrupted.
    """
    output = Path(options["output"])
    entries = [_entry(source, target, output, plan) for source, target in pairs if target]
    folder = (
        f"{output}{STATE_SUFFIX}"
        if entries[0].target == str(output)
        else str(output / STATE_SUFFIX)
    )
    progress = Progress(sum(map(_size, entries)), quiet=options["quiet"])
    jobs = plan.jobs or processors()
    try:
        with closing(State(folder)) as state:
            if options["new_run"] or any(entry.job.path == "-" for entry in entries):
                state.clear()
            wanted = Options(jobs, options["time_limit"], findings is not None)
            run = ArchiveRun(entries, state, wanted, progress)
            _finish(run, progress)
            names = [entry.name for entry in entries]
            state.join_letters(names)
            if findings is not None:
                findings.add(state.findings(names))
            if run.left_nothing:
                state.remove()
    except ArchiveError as error:
        raise Fault(str(error)) from error
    except OSError as error:
        again = "; what is done is not done again" if Path(folder).exists() else ""
        raise Fault(f"{sentence(error.filename or folder, error)}{again}") from error
    return _report(run, state, options)


def _entry(source: Source, target: Target, output: Path, plan: Plan) -> Entry:
    job = job_of(source, plan)
    path = target.path
    wanted = records_of(path)
    kind = "jsonl" if job.format == "warc" else job.format
    if wanted is not None and wanted != kind:
        raise click.UsageError(f"{path}: what comes out of {source.path} is {kind}; name it so")
    name = output.name if path == str(output) else os.path.relpath(path, output)
    return Entry(job, name, path, compression_of(path))


def _size(entry: Entry) -> int:
    try:
        return Path(entry.job.path).stat().st_size
    except OSError:
        return 0


def _finish(run: ArchiveRun, progress: Progress) -> None:
    """Do the run; the first interrupt lets it finish what it is at, the second stops it.

    Raises:
        click.Abort: it was interrupted.
    """

    def stop(number: int, frame: object) -> None:
        del number, frame
        if run.is_draining:
            raise KeyboardInterrupt
        run.drain()
        progress.say("finishing what is begun; interrupt again to stop at once")

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        with progress:
            run.run()
    except KeyboardInterrupt:
        pass
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if run.is_unfinished:
        progress.say(f"stopped after {run.live.rows:,} records; {how_to_go_on()}")
        raise click.Abort


def how_to_go_on() -> str:
    """What to say of a run that was interrupted."""
    return f"go on with: {shlex.join(['scrubber', *sys.argv[1:]])}"


def _report(run: ArchiveRun, state: State, options: dict[str, Any]) -> bool:
    """Say what became of all rows; whether that counts as a failure."""
    tally = run.tally
    allowed = options["max_errors"].covers(tally.dead, tally.rows)
    if not options["quiet"]:
        failed = f"; {counted(run.errors, 'file')} failed" if run.errors else ""
        click.echo(f"{tally.as_sum()}{failed}", err=True)
    if tally.dead and not (allowed and options["quiet"]):
        click.echo(f"scrubber: dead letters are in {state.dead_letters}", err=True)
    return bool(run.errors) or not allowed
