"""``scrubber log``: the in-place runs that can be undone."""

from __future__ import annotations

import click

from scrubber.edits import counted


@click.command("log")
@click.argument("run", required=False)
def command(run: str | None) -> int:
    """List the in-place runs whose old bytes are kept, the newest first.

    With RUN, list the files it changed and the rules that changed them.

    \b
    Examples:
      scrubber log
      scrubber log 20260504-101500
    """
    from scrubber.files.errors import visible
    from scrubber.files.restore import runs

    known = runs()
    if run is not None:
        chosen = next((candidate for candidate in known if candidate.name == run), None)
        if chosen is None:
            raise click.UsageError(f"there is no run {run!r}: run 'scrubber log' for all of them")
        for entry in chosen.entries:
            fixes = ", ".join(f"{code} ({count})" for code, count in entry.fixes.items())
            click.echo(f"{visible(str(entry.path))}  {fixes}")
        return 0
    for candidate in known:
        state = "  undone" if candidate.is_undone else ""
        click.echo(f"{candidate.name}  {counted(len(candidate.entries), 'file')}{state}")
    if not known:
        click.echo("no in-place run is kept", err=True)
    return 0
