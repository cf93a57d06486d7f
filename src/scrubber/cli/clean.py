"""``scrubber clean``: cleaned text to standard output, to a path, or in place."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from scrubber.cli.cleaning import Run
from scrubber.cli.configure import choose, plan_of
from scrubber.cli.options import (
    archive_options,
    cleaning_options,
    is_coloured,
    list_options,
    output_options,
)
from scrubber.cli.sections import InSections
from scrubber.cli.sources import names_of, sources_of, targets_of
from scrubber.cli.usage import check_usage
from scrubber.cli.values import A_PATH, NewFile
from scrubber.files.job import Outcome
from scrubber.files.run import MANY, clean_sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scrubber.cli.findings import FindingsFile
    from scrubber.files.plan import Plan
    from scrubber.files.results import Target
    from scrubber.files.source import Source


@click.command("clean", cls=InSections)
@click.argument("sources", nargs=-1, type=A_PATH, metavar="SOURCE...")
@click.option(
    "-o",
    "--output",
    type=NewFile(),
    help="Write to this file; of a folder or several sources, below this folder.",
)
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
    chosen = choose(options)
    options, plan = chosen.options, plan_of(chosen)
    found = sources_of(names, options, plan)
    keep = _what_to_keep(options)
    targets = targets_of(found, names, options, plan)
    content = options["diff"] or not options["check"]
    limit = _limit_of(found, options)
    work = partial(clean_sources, plan=plan, keep=keep, content=content, limit=limit)
    pairs = list(zip(found, targets, strict=True))
    if options["output"] is not None:  # all archives are one run
        pairs.sort(key=lambda pair: plan.is_archive(pair[0]))
    with closing(Run(options, _findings_file(options["findings"], found, targets))) as run:
        for archives, group in groupby(pairs, lambda pair: plan.is_archive(pair[0])):
            if archives:
                run.take_archives(list(group), plan)
            else:
                _clean_files(list(group), plan, options, work, run)
        return run.end()


def _limit_of(sources: list[Source], options: dict[str, Any]) -> float | None:
    """What a file may take. One alone holds up no other: unless asked, no clock is set for it."""
    source = click.get_current_context().get_parameter_source("time_limit")
    if len(sources) == 1 and source is ParameterSource.DEFAULT:
        return None
    limit: float = options["time_limit"]
    return limit


def _clean_files(
    pairs: list[tuple[Source, Target | None]],
    plan: Plan,
    options: dict[str, Any],
    work: Callable[[list[Source]], Iterator[Outcome]],
    run: Run,
) -> None:
    """Clean single files; with -o, many of them as a run that can be resumed."""
    if options["output"] is not None and len(pairs) >= MANY:
        from scrubber.cli.folder_output import clean_folder

        placed = [(source, target) for source, target in pairs if target]
        clean_folder(placed, plan, options, work, run.take)
        return
    outcomes = work([source for source, _ in pairs])
    targets = [target for _, target in pairs]
    for outcome, target in run.kept_first(zip(outcomes, targets, strict=True)):
        run.take(outcome, target)


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
