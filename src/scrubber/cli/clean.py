"""``scrubber clean``: cleaned text to standard output, to a path, or in place."""

from __future__ import annotations

import io
import sys
from functools import cached_property, partial
from itertools import groupby
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import click

from scrubber.cli.configure import plan_of
from scrubber.cli.options import (
    archive_options,
    cleaning_options,
    is_coloured,
    list_options,
    output_options,
)
from scrubber.cli.sources import names_of, sources_of, targets_of
from scrubber.cli.usage import check_usage
from scrubber.files.job import Outcome
from scrubber.files.run import MANY, clean_sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scrubber.cli.findings import FindingsFile
    from scrubber.files.journal import Journal
    from scrubber.files.plan import Plan
    from scrubber.files.results import Target
    from scrubber.files.source import Source


@click.command("clean")
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option("-o", "--output", type=click.Path(), help="Write here.")
@click.option("-i", "--in-place", is_flag=True, help="Write each result over its source.")
@click.option("--no-journal", is_flag=True, help="With -i: keep no old bytes for 'scrubber undo'.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if there is work to do.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option(
    "--exit-non-zero-on-change", is_flag=True, help="With -i: exit with 1 if a file changed."
)
@click.option(
    "--strict",
    is_flag=True,
    default=None,
    help="With --check, --diff: exit with 1 for notes as well.",
)
@list_options
@cleaning_options
@archive_options
@output_options
def command(sources: tuple[str, ...], **options: Any) -> int:
    """Clean each SOURCE, a file, a folder or - for standard input.

    One source goes to standard output. For more, say where results go: -o PATH, -i, or write
    nothing with --check or --diff. A source is never written over unless -i says so.

    Text, Markdown, HTML and archives of records are told by their suffix, or by --input-format.
    Of Markdown and HTML only the prose is cleaned; all else stays as it is, byte for byte.

    \b
    Examples:
      scrubber clean article.txt > clean.txt
      curl -s https://example.org/a.txt | scrubber clean -
      scrubber clean -o cleaned/ scraped/
      scrubber clean -i posts/
      scrubber clean --check --diff posts/
    """
    names = names_of(sources, options)
    check_usage(names, options)
    plan = plan_of(options)
    found = sources_of(names, options, plan)
    keep = _what_to_keep(options)
    targets = targets_of(found, names, options, plan)
    run = _Run(options, _findings_file(options["findings"], found, targets))
    content = options["diff"] or not options["check"]
    pairs = list(zip(found, targets, strict=True))
    if options["output"] is not None:  # all archives are one run
        pairs.sort(key=lambda pair: plan.is_archive(pair[0]))
    for archives, group in groupby(pairs, lambda pair: plan.is_archive(pair[0])):
        if archives:
            run.take_archives(list(group), plan)
            continue
        files = list(group)
        work = partial(
            clean_sources, plan=plan, keep=keep, content=content, limit=options["time_limit"]
        )
        if options["output"] is not None and len(files) >= MANY:
            from scrubber.cli.folder_output import clean_folder

            placed = [(source, target) for source, target in files if target]
            clean_folder(placed, plan, options, work, run.take)
            continue
        outcomes = work([source for source, _ in files])
        targets = [target for _, target in files]
        for outcome, target in run.kept_first(zip(outcomes, targets, strict=True)):
            run.take(outcome, target)
    return run.end()


def _findings_file(
    path: str | None, sources: list[Source], targets: list[Target | None]
) -> FindingsFile | None:
    """What gathers findings for the file ``path``, where one is asked for."""
    if path is None:
        return None
    from scrubber.cli.findings import findings_file

    return findings_file(path, sources, targets)


def _what_to_keep(options: dict[str, Any]) -> Callable[[Outcome], Outcome]:
    """What of an outcome is needed for these options."""
    if options["diff"]:
        from scrubber.report.diff import with_diff

        return partial(with_diff, colours=is_coloured(options["color"]))
    if options["check"]:
        return Outcome.without_content
    return Outcome.to_replace if options["in_place"] else Outcome.without_text


class _Output(io.RawIOBase):
    """Standard output that writes all it is given: where Python does not buffer, it may not."""

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        rest = memoryview(data)
        while rest:
            rest = rest[sys.stdout.buffer.write(rest) :]
        return len(data)


class _Run:
    """Writes each outcome where it belongs and keeps count."""

    def __init__(self, options: dict[str, Any], findings: FindingsFile | None) -> None:
        self._options, self._findings = options, findings
        self._dry = options["check"] or options["diff"]
        self._count = self._changed = self._failed = self._noted = 0

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
        if self._failed:
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

            self._failed += clean_archives(pairs, plan, self._options, self._findings)
            return
        from scrubber.cli.archives import ArchiveCleaner

        journal = self._journal if self._keeps_journal else None
        cleaner = ArchiveCleaner(plan, self._options, cast("BinaryIO", _Output()), journal)
        for source, _ in pairs:
            failed, changed, found = cleaner.clean(source)
            self._count += 1
            self._failed += failed
            self._changed += changed and not failed
            self._noted += found

    def _put(self, outcome: Outcome, target: Target | None) -> str | None:
        if self._dry:
            self._show(outcome)
        elif target is None:
            _Output().write(outcome.after)
        else:
            return target.write(outcome)
        return None

    def _show(self, outcome: Outcome) -> None:
        if self._options["diff"] and outcome.changed:
            sys.stdout.writelines(f"{line}\n" for line in outcome.shown)
        elif outcome.changed and not self._options["quiet"]:
            click.echo(f"would clean {outcome.source.shown}", err=True)

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
        left = self._count - self._changed - self._failed
        if left:
            parts.append(f"{left} unchanged")
        if self._failed:
            parts.append(f"{self._failed} failed")
        click.echo(", ".join(parts), err=True)
