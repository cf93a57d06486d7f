"""``scrubber clean`` for files of records: to standard output, in place, or what would change."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from scrubber.archive.flow import clean_in_place, clean_to, flow
from scrubber.archive.jobs import Reader, job_of, lack_of_text
from scrubber.archive.kernel import Wish
from scrubber.archive.model import ArchiveError, Tally
from scrubber.archive.outcomes import dead_line, diff_of, placed
from scrubber.cli.options import is_coloured
from scrubber.cli.stdout import is_of_output, write_lines
from scrubber.files.errors import JournalError, sentence
from scrubber.report.text import finding_line

if TYPE_CHECKING:
    from scrubber.archive.kernel import Produced
    from scrubber.files.journal import Journal
    from scrubber.files.plan import Plan
    from scrubber.files.source import Source


class ArchiveCleaner:
    """Cleans archives one after the other, in any mode but -o, and says what became of each."""

    def __init__(
        self,
        plan: Plan,
        options: dict[str, Any],
        out: BinaryIO,
        journal: Journal | None,
    ) -> None:
        self._plan, self._options = plan, options
        self._out, self._journal = out, journal
        self._tally = Tally()
        self._codes: Counter[str] = Counter()

    def clean(self, source: Source) -> tuple[bool, bool, bool]:
        """Clean ``source``: whether it failed, whether it changed, whether anything was found."""
        self._tally = Tally()
        self._codes = Counter()
        reader = Reader(job_of(source, self._plan))
        error = self._try(source, reader)
        if error:
            click.echo(f"scrubber: {error}", err=True)
        elif not self._options["quiet"]:
            self._summarise(source, reader)
        allowed = self._options["max_errors"].covers(self._tally.dead, self._tally.rows)
        changed = not error and self._tally.cleaned > 0
        return bool(error) or not allowed, changed, bool(self._codes)

    def _try(self, source: Source, reader: Reader) -> str | None:
        options, jobs = self._options, self._plan.jobs
        limit = options["time_limit"]
        try:
            if options["in_place"]:
                clean_in_place(reader, Path(source.path), jobs, self._journal, self._take, limit)
                return None
            if not options["check"] and not options["diff"]:
                clean_to(reader, self._out, jobs, self._take, limit)
                return None
            wish = Wish(out=False, found=True, changes=options["diff"])
            for produced in flow(reader, wish, jobs, limit):
                self._take(reader, produced)
                if options["diff"]:
                    self._show(source, produced)
        except (ArchiveError, OSError, JournalError) as error:
            if is_of_output(error):
                raise
            return sentence(source.path, error)
        return None

    def _take(self, reader: Reader, produced: Produced) -> None:
        """Count what became of a unit and say what went wrong in it."""
        path = reader.job.path
        self._tally = self._tally.plus(produced.tally)
        for dead in produced.dead:
            click.echo(f"scrubber: {dead_line(path, dead)}", err=True)
        for finding in placed(produced):
            self._codes[finding.code] += 1
            if self._options["verbose"]:
                click.echo(finding_line(path, finding), err=True)

    def _show(self, source: Source, produced: Produced) -> None:
        colours = is_coloured(self._options["color"])
        for change in produced.changes:
            write_lines(diff_of(source, change, colours=colours))

    def _summarise(self, source: Source, reader: Reader) -> None:
        for said in filter(None, (reader.choice, lack_of_text(reader.job, self._tally))):
            click.echo(f"{source.path}: {said}", err=True)
        dry = self._options["check"] or self._options["diff"]
        if dry or self._options["in_place"]:
            click.echo(f"{source.path}: {in_words(self._tally, dry=dry)}", err=True)


def in_words(tally: Tally, *, dry: bool = False) -> str:
    """A tally as a user reads it."""
    verb = "would be cleaned" if dry else "cleaned"
    parts = [f"{tally.cleaned:,} {verb}", f"{tally.unchanged:,} unchanged"]
    if tally.textless:
        parts[-1] += f" ({tally.textless:,} without text)"
    if tally.dead:
        parts.append(f"{tally.dead:,} failed")
    return f"{tally.rows:,} {'record' if tally.rows == 1 else 'records'}: {', '.join(parts)}"
