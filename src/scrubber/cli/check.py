"""``scrubber check``: findings only, nothing is written."""

from __future__ import annotations

import os
from importlib import import_module
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from scrubber.cli.configure import Fault, choose, plan_of
from scrubber.cli.options import cleaning_options, list_options, output_options
from scrubber.cli.sections import InSections
from scrubber.cli.sources import names_of, refusing_targets, sources_of
from scrubber.cli.values import A_PATH, NewFile
from scrubber.edits import counted
from scrubber.files.run import clean_sources
from scrubber.report.fingerprint import with_fingerprints

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrubber.files.baseline import Baseline
    from scrubber.files.job import Outcome
    from scrubber.files.plan import Plan
    from scrubber.files.source import Source

FORMATS = ("text", "json", "github", "sarif")


@click.command("check", cls=InSections)
@click.argument("sources", nargs=-1, type=A_PATH, metavar="SOURCE...")
@list_options
@cleaning_options
@click.option(
    "--output-format",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@click.option("--baseline", type=A_PATH, metavar="FILE", help="Leave these findings out.")
@click.option("--write-baseline", type=NewFile(), metavar="FILE",
              help="Write all findings to FILE, for --baseline.")  # fmt: skip
@click.option("--strict", is_flag=True, default=None, help="Exit with 1 for notes as well.")
@output_options
def command(sources: tuple[str, ...], output_format: str, **options: Any) -> int:
    """List what is wrong in each SOURCE, a file, a folder or - for standard input.

    The exit code is 1 when a fix exists that 'scrubber clean' with the same options would apply.

    \b
    Examples:
      scrubber check article.txt
      scrubber check --output-format json posts/ > findings.json
      scrubber check --select DUP,ORD posts/
      scrubber check --write-baseline known.json posts/
      scrubber check --baseline known.json posts/
    """
    names = names_of(sources, options)
    chosen = choose(options)
    options, plan = chosen.options, plan_of(chosen)
    baseline = None if options["write_baseline"] else _baseline(chosen.path_of("baseline"))
    found = sources_of(names, options, plan)
    if options["write_baseline"]:
        _check_baseline(options["write_baseline"], found)
    tally = _Tally(len(found), plan, verbose=options["verbose"])
    outcomes = _outcomes(found, plan, in_pieces=output_format == "text")
    if options["write_baseline"]:
        return _write_baseline(options["write_baseline"], tally.watch(outcomes), tally)
    if baseline:
        outcomes = baseline.without_known(outcomes)
    for line in _render(output_format, tally.watch(outcomes)):
        click.echo(line)
    if not options["quiet"]:
        tally.summarise()
    stale = _name_stale(baseline, found, options) if baseline else 0
    if tally.failed:
        return 2
    return int(bool(tally.fixable or (options["strict"] and (tally.findings or stale))))


def _outcomes(sources: list[Source], plan: Plan, *, in_pieces: bool) -> Iterator[Outcome]:
    """What was found in each source; in an archive, with ``in_pieces``, bit by bit."""
    for archives, group in groupby(sources, plan.is_archive):
        if archives:
            from scrubber.archive.outcomes import outcomes_of

            for source in group:
                yield from map(with_fingerprints, outcomes_of(source, plan, in_pieces=in_pieces))
        else:
            yield from clean_sources(list(group), plan, with_fingerprints, content=False)


class _Tally:
    """Counts what goes by, and says what went wrong."""

    def __init__(self, files: int, plan: Plan, *, verbose: bool) -> None:
        self._files, self._plan, self._verbose = files, plan, verbose
        self._found_in: set[str] = set()
        self.findings = self.fixable = self.failed = 0

    def watch(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The same outcomes."""
        for outcome in outcomes:
            self.findings += len(outcome.findings)
            self.fixable += sum(finding.fixed for finding in outcome.findings)
            if outcome.error:
                self.failed += 1
                click.echo(f"scrubber: {outcome.error}", err=True)
            elif outcome.findings:
                self._found_in.add(outcome.source.path)
            elif self._verbose and not self._plan.is_archive(outcome.source):
                click.echo(f"{outcome.source.shown}: nothing found", err=True)
            yield outcome

    def summarise(self) -> None:
        """Say how much was found, where anything was, or it is asked for."""
        if self.findings or self._verbose:
            files = counted(self._files, "file")
            if 0 < len(self._found_in) < self._files:
                files = f"{len(self._found_in)} of {files}"
            found = f"{counted(self.findings, 'finding')} in {files}"
            click.echo(f"{found}, {self.fixable} fixable with 'scrubber clean'", err=True)


def _render(output_format: str, outcomes: Iterable[Outcome]) -> Iterator[str]:
    """The lines of a report; Actions gets a page for its summary as well."""
    page = os.environ.get("GITHUB_STEP_SUMMARY") if output_format == "github" else None
    if page:
        from pathlib import Path

        from scrubber.report.github import summary

        outcomes = list(outcomes)
        with Path(page).open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(summary(outcomes))
    lines: Iterator[str] = import_module(f"scrubber.report.{output_format}").render(outcomes)
    return lines


def _baseline(path: str | None) -> Baseline | None:
    if path is None:
        return None
    from pathlib import Path

    from scrubber.files.baseline import Baseline, BaselineError

    try:
        return Baseline(Path(path))
    except BaselineError as error:
        raise Fault(str(error)) from error


def _check_baseline(path: str, sources: list[Source]) -> None:
    from scrubber.files.targets import check_not_read

    with refusing_targets():
        check_not_read(path, sources)


def _write_baseline(path: str, outcomes: Iterator[Outcome], tally: _Tally) -> int:
    from pathlib import Path

    from scrubber.files import baseline
    from scrubber.files.errors import sentence

    try:
        count = baseline.write(Path(path), outcomes)
    except OSError as error:
        raise Fault(sentence(path, error)) from error
    click.echo(f"wrote {counted(count, 'finding')} to {path}", err=True)
    return 2 if tally.failed else 0


def _name_stale(baseline: Baseline, sources: list[Source], options: dict[str, Any]) -> int:
    stale = baseline.stale(sources)
    if not options["quiet"]:
        for entry in stale:
            click.echo(
                f"{options['baseline']}: stale: {entry.path}:{entry.line} {entry.code}"
                " is not found any more; write the baseline anew",
                err=True,
            )
    return len(stale)
