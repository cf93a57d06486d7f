"""``scrubber clean -o`` for many files: what is done is noted, so that a run can be resumed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from scrubber.archive.account import Account
from scrubber.archive.model import ArchiveError
from scrubber.cli.archive_output import how_to_go_on
from scrubber.cli.configure import Fault
from scrubber.files.errors import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scrubber.files.job import Outcome
    from scrubber.files.plan import Plan
    from scrubber.files.results import Target
    from scrubber.files.source import Source


def clean_folder(
    pairs: list[tuple[Source, Target]],
    plan: Plan,
    options: dict[str, Any],
    work: Callable[[list[Source]], Iterator[Outcome]],
    take: Callable[[Outcome, Target], str | None],
) -> None:
    """Clean files to their targets, but for those that an earlier run has done.

    Args:
        pairs: the sources and their targets.
        plan: what holds for each.
        options: of the command.
        work: cleans sources.
        take: writes an outcome and counts it, done or not; what went wrong.

    Raises:
        Fault: the account of the run cannot be kept, or another one is at work.
    """
    output = options["output"]
    try:
        account = Account(output, pairs, plan, anew=options["new_run"])
    except ArchiveError as error:
        raise Fault(str(error)) from error
    except OSError as error:
        raise Fault(sentence(error.filename or output, error)) from error
    if account.count and not options["quiet"]:
        click.echo(f"{account.count:,} of {len(pairs):,} files are done already", err=True)
    is_over = False
    try:
        outcomes = work([source for source, _ in account.left(pairs)])
        for outcome, target in account.all(pairs, outcomes):
            wrong = take(outcome, target)
            if outcome.error is None:
                account.note(outcome, target, failed=wrong is not None)
        is_over = True
    except KeyboardInterrupt:
        click.echo(f"stopped; {how_to_go_on()}", err=True)
        raise
    finally:
        account.close(is_over=is_over)
