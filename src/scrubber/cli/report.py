"""``scrubber report``: before and after, as a page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from scrubber.cli.configure import choose, plan_of
from scrubber.cli.options import cleaning_options, list_options
from scrubber.cli.sections import InSections
from scrubber.cli.sources import names_of, refusing_targets, sources_of
from scrubber.cli.values import A_PATH, NewFile
from scrubber.files.errors import sentence
from scrubber.files.job import Outcome
from scrubber.files.run import clean_sources
from scrubber.files.write import write_file


@click.command("report", cls=InSections)
@click.argument("sources", nargs=-1, type=A_PATH, metavar="SOURCE...")
@click.option(
    "-o", "--output", type=NewFile(path_type=Path), required=True, help="The page to write."
)
@list_options
@cleaning_options
@click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
def command(sources: tuple[str, ...], output: Path, *, quiet: bool, **options: Any) -> int:
    """Write one HTML page that shows each SOURCE before and after, and every finding.

    No source is changed. The page needs nothing else: it can be mailed, or kept with a build.

    \b
    Examples:
      scrubber report article.txt -o article.html
      scrubber report scraped/ -o review.html
    """
    from scrubber.files.targets import check_beside
    from scrubber.report.html import render

    names = names_of(sources, options)
    plan = plan_of(choose(options))
    outcomes = []
    found = sources_of(names, options, plan)
    with refusing_targets():
        check_beside(str(output), found)
    for source in found:
        if plan.is_archive(source) and not source.root:
            raise click.UsageError(f"{source.path}: holds records; see them with clean --diff")
    found = [source for source in found if not plan.is_archive(source)]
    for outcome in clean_sources(found, plan, Outcome.whole):
        if outcome.error:
            click.echo(f"scrubber: {outcome.error}", err=True)
        outcomes.append(outcome)
    try:
        write_file(output, render(outcomes).encode("utf-8", "xmlcharrefreplace"))
    except OSError as error:
        click.echo(f"scrubber: {sentence(str(output), error)}", err=True)
        return 2
    if not quiet:
        click.echo(f"wrote {output}", err=True)
    return 2 if any(outcome.error for outcome in outcomes) else 0
