"""``scrubber check``: findings only, nothing is written."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from scrubber.cli.configure import plan_of
from scrubber.cli.options import cleaning_options, output_options
from scrubber.files.job import Outcome
from scrubber.files.run import clean_sources
from scrubber.files.source import find_sources
from scrubber.report.text import counted, finding_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.files.plan import Plan
    from scrubber.files.source import Source


@click.command("check", short_help="List findings; write nothing.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@cleaning_options
@click.option(
    "--output-format",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@click.option("--strict", is_flag=True, default=None, help="Exit with 1 for notes as well.")
@output_options
def command(sources: tuple[str, ...], output_format: str, *, quiet: bool, **options: Any) -> int:
    """List what is wrong in each SOURCE, a file, a folder or - for standard input.

    The exit code is 1 when a fix exists that 'scrubber clean' with the same options would apply.

    \b
    Examples:
      scrubber check article.txt
      scrubber check --output-format json posts/ > findings.json
      scrubber check --select DUP,ORD posts/
    """
    plan = plan_of(options)
    outcomes: list[Outcome] = []
    count = fixable = failed = 0
    found = find_sources(sources, options["stdin_filename"], plan.selection)
    for outcome in _outcomes(found, plan, in_pieces=output_format == "text"):
        count += len(outcome.findings)
        fixable += sum(finding.fixed for finding in outcome.findings)
        if outcome.error:
            failed += 1
            click.echo(f"scrubber: {outcome.error}", err=True)
        if output_format == "text":
            for finding in outcome.findings:
                click.echo(finding_line(outcome.source.path, finding))
        else:
            outcomes.append(outcome)
    if output_format == "json":
        from scrubber.report.json import render

        click.echo(render(outcomes))
    if count and not quiet:
        click.echo(
            f"{counted(count, 'finding')} in {counted(len(found), 'file')}, "
            f"{fixable} fixable with 'scrubber clean'",
            err=True,
        )
    if failed:
        return 2
    return int(bool(fixable or (options["strict"] and count)))


def _outcomes(sources: list[Source], plan: Plan, *, in_pieces: bool) -> Iterator[Outcome]:
    """What was found in each source; in an archive, with ``in_pieces``, bit by bit."""
    for archives, group in groupby(sources, plan.is_archive):
        if archives:
            from scrubber.archive.outcomes import outcomes_of

            for source in group:
                yield from outcomes_of(source, plan, in_pieces=in_pieces)
        else:
            yield from clean_sources(list(group), plan, Outcome.without_content)
