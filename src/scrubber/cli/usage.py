"""Which options of ``clean`` go together: sources and options in, an error for what does not."""

from __future__ import annotations

import os
from typing import Any

import click

from scrubber.files.source import STDIN


def check_usage(sources: tuple[str, ...], options: dict[str, Any]) -> None:
    """Refuse options of ``clean`` that do not go together.

    Raises:
        click.UsageError: the message says which.
    """
    dry = options["check"] or options["diff"]
    modes = [options["output"] is not None, options["in_place"], dry]
    if sum(modes) > 1:
        raise click.UsageError("use one of -o, -i, or --check with --diff")
    if options["exit_non_zero_on_change"] and not options["in_place"]:
        raise click.UsageError("--exit-non-zero-on-change goes with -i")
    if options["to"] == "text" and options["in_place"]:
        raise click.UsageError("--to text does not go with -i: a page stays a page")
    if options["no_journal"] and not options["in_place"]:
        raise click.UsageError("--no-journal goes with -i")
    for name in ("findings", "new_run"):
        if options[name] and options["output"] is None:
            raise click.UsageError(f"--{name.replace('_', '-')} goes with -o")
    if options["strict"] and not dry:
        raise click.UsageError("--strict goes with --check or --diff")
    if STDIN in sources and options["in_place"]:
        raise click.UsageError("standard input cannot be cleaned in place")
    several = len(sources) > 1 or options["files_from"] is not None
    is_folder = several or os.path.isdir(sources[0])
    if not is_folder and str(options["output"]).endswith(os.sep):
        place = options["output"]
        raise click.UsageError(f"{place} is a folder where a file is meant; name a file in it")
    if not any(modes) and is_folder:
        what = "several sources" if several else f"the folder {sources[0]}"
        raise click.UsageError(
            f"{what} cannot go to standard output: use -o PATH, -i, --check or --diff"
        )
