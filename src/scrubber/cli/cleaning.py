"""What a run of ``clean`` does with its outcomes: each written, shown or named, all counted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import click

from scrubber.cli.stdout import Output, write_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrubber.cli.findings import FindingsFile
    from scrubber.files.job import Outcome
    from scrubber.files.journal import Journal
    from scrubber.files.plan import Plan
    from scrubber.files.results import Target
    from scrubber.files.source import Source


class Run:
    """Writes each outcome where it belongs and keeps count."""

    def __init__(self, options: dict[str, Any], findings: FindingsFile | None) -> None:
        self._options, self._findings = options, findings
        self._dry = options["check"] or options["diff"]
        self._count = self._changed = self._failed = self._noted = 0
        self._is_incomplete = False
        self._partial = 0
        """Archives that were changed though some record failed."""

    @cached_property
    def _journal(self) -> Journal:
        from scrubber.files.journal import Journal

        return Journal()

    @property
    def _keeps_journal(self) -> bool:
        return self._options["in_place"] and not self._options["no_journal"]

    @property
    def status(self) -> int:
        """The exit code of the run so far."""
        if self._failed or self._is_incomplete:
            return 2
        if self._dry:
            return int(bool(self._changed or (self._options["strict"] and self._noted)))
        return int(bool(self._options["exit_non_zero_on_change"] and self._changed))

    def kept_first(self, pairs: Iterable[tuple[Outcome, Any]]) -> Iterable[tuple[Outcome, Any]]:
        """The same pairs; in place, once the old bytes are kept."""
        if not self._keeps_journal:
            return pairs
        from scrubber.files.results import kept_first

        return kept_first(pairs, lambda: self._journal)

    def take(self, outcome: Outcome, target: Target | None) -> str | None:
        """Show or write one outcome; a failure is said and returned, and the run goes on."""
        self._count += 1
        error = outcome.error or self._put(outcome, target)
        if error is not None:
            self._failed += 1
            click.echo(f"scrubber: {error}", err=True)
            return error
        if self._findings is not None:
            self._findings.take(outcome)
        self._changed += outcome.changed
        self._noted += bool(outcome.findings)
        if self._options["verbose"]:
            from scrubber.report.text import finding_line

            for finding in outcome.findings:
                click.echo(finding_line(outcome.source.shown, finding), err=True)
        return None

    def take_archives(self, pairs: list[tuple[Source, Target | None]], plan: Plan) -> None:
        """Clean files of records."""
        if self._options["output"] is not None:
            from scrubber.cli.archive_output import clean_archives

            # their account says how many: what is said here is of single files
            self._is_incomplete = clean_archives(pairs, plan, self._options, self._findings)
            return
        from scrubber.cli.archives import ArchiveCleaner

        journal = self._journal if self._keeps_journal else None
        cleaner = ArchiveCleaner(plan, self._options, cast("BinaryIO", Output()), journal)
        for source, _ in pairs:
            failed, changed, found = cleaner.clean(source)
            self._count += 1
            self._failed += failed
            self._changed += changed
            self._partial += failed and changed
            self._noted += found

    def _put(self, outcome: Outcome, target: Target | None) -> str | None:
        if self._dry:
            self._show(outcome)
        elif target is None:
            Output().write(outcome.after)
        else:
            return target.write(outcome)
        return None

    def _show(self, outcome: Outcome) -> None:
        if self._options["diff"] and outcome.changed:
            write_lines(outcome.shown)
        elif outcome.changed and not self._options["quiet"]:
            click.echo(f"would clean {outcome.source.shown}", err=True)

    def close(self) -> None:
        """Let go of the findings that were gathered, written or not."""
        if self._findings is not None:
            self._findings.close()

    def end(self) -> int:
        """Write and say what is left; the exit code of the run."""
        if self._findings is not None:
            self._findings.write()
        self._summarise()
        return self.status

    def _summarise(self) -> None:
        """Say what was done, unless the result went to standard output or quiet was asked for."""
        written = self._options["in_place"] or self._options["output"] is not None
        if self._options["quiet"] or not (written or self._dry) or not self._count:
            return
        from scrubber.edits import counted

        verb = "would change" if self._dry else "cleaned"
        parts = [f"{counted(self._changed, 'file')} {verb}"]
        failed = self._failed - self._partial
        left = self._count - self._changed - failed
        if self._partial:
            parts[0] += f" ({self._partial} in part)"
        if left:
            parts.append(f"{left} unchanged")
        if failed:
            parts.append(f"{failed} failed")
        click.echo(", ".join(parts), err=True)
