"""``scrubber undo``: gives back what an in-place run changed."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

import click

from scrubber.cli.values import A_PATH
from scrubber.edits import counted
from scrubber.files.errors import sentence

if TYPE_CHECKING:
    from scrubber.files.restore import Entry, Run


@click.command("undo")
@click.argument("run", required=False, type=A_PATH)
@click.argument("paths", nargs=-1, type=A_PATH, metavar="[PATH...]")
@click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
def command(run: str | None, paths: tuple[str, ...], *, quiet: bool) -> int:
    """Give files back the bytes they had before an in-place run.

    RUN is a name that 'scrubber log' lists; without it the newest run is meant that changed a
    file in the working folder, or below it, and is not undone. With PATH only these files are
    restored, or the files in these folders, by the newest run that changed one. A file that
    changed since the run is named and left as it is.

    \b
    Examples:
      scrubber undo                          the last run here, all of it
      scrubber undo posts/ferry.md           one file
      scrubber undo 20260504-101500 posts/   a folder, of an earlier run
    """
    from scrubber.files.restore import mark_undone, runs
    from scrubber.files.write import sweep

    known = runs()
    chosen = next((candidate for candidate in known if candidate.name == run), None)
    if chosen is None:
        paths = (run, *paths) if run is not None else paths
        chosen = _newest(known, paths)
    entries = [entry for entry in chosen.entries if _is_meant(entry, paths)]
    if not entries:
        raise click.UsageError(f"run {chosen.name} changed none of {', '.join(paths)}")
    ends = Counter(_give_back(entry) for entry in reversed(entries))
    for entry in entries:
        sweep(entry.path.parent)
    if not ends[None] and len(entries) == len(chosen.entries):
        mark_undone(chosen)
    if not quiet:
        restored = f"{counted(ends[True], 'file')} restored, as before run {chosen.name}"
        untouched = f"; {ends[False]} had not changed" if ends[False] else ""
        click.echo(f"{restored}{untouched}", err=True)
    return 2 if ends[None] else 0


def _newest(known: list[Run], paths: tuple[str, ...]) -> Run:
    here = paths or (os.curdir,)
    left = [run for run in known if not run.is_undone and run.entries]
    for run in left:
        if any(_is_meant(entry, here) for entry in run.entries):
            return run
    if left and not paths:
        raise click.UsageError(
            f"no run changed a file in this folder; 'scrubber undo {left[0].name}' undoes the "
            "newest one, of another folder: see 'scrubber log'"
        )
    missing = [path for path in paths if not os.path.lexists(path)]
    if missing:
        raise click.UsageError(f"there is no run {missing[0]!r}: see 'scrubber log'")
    what = f"that changed {', '.join(paths)}" if paths else "to undo"
    raise click.UsageError(f"there is no run {what}: see 'scrubber log'")


def _is_meant(entry: Entry, paths: tuple[str, ...]) -> bool:
    if not paths:
        return True
    wanted = [os.path.realpath(path) for path in paths]
    return any(str(entry.path) == path or entry.path.is_relative_to(path) for path in wanted)


def _give_back(entry: Entry) -> bool | None:
    """Restore a file; whether it had other bytes, None where that failed."""
    from scrubber.files.restore import RestoreError, restore

    try:
        return restore(entry)
    except (RestoreError, OSError) as error:
        click.echo(f"scrubber: {sentence(str(entry.path), error)}", err=True)
        return None
