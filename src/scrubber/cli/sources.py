"""The files of a run: what was named, and a list of names, in; what to read and write out."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from scrubber.cli.configure import Fault
from scrubber.files.source import STDIN, find_sources
from scrubber.formats import records_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrubber.files.plan import Plan
    from scrubber.files.results import Target
    from scrubber.files.source import Source


def names_of(sources: tuple[str, ...], options: dict[str, Any]) -> tuple[str, ...]:
    """The paths named as SOURCE, and those in the file of ``--files-from``.

    Raises:
        click.UsageError: nothing was named, or standard input is to be two things.
        Fault: the list cannot be read.
    """
    path = options["files_from"]
    if sources.count(STDIN) > 1:
        raise click.UsageError("standard input can be read only once")
    if path is None:
        if not sources:
            raise click.UsageError("Missing argument 'SOURCE...'.")
        if options["nul"]:
            raise click.UsageError("-0 goes with --files-from")
        return sources
    if path == STDIN and STDIN in sources:
        raise click.UsageError("standard input cannot be a source and the list of sources")
    try:
        data = _read(path)
    except OSError as error:
        from scrubber.files.errors import sentence

        raise Fault(sentence(path, error)) from error
    names = data.split(b"\0" if options["nul"] else b"\n")
    if not options["nul"]:  # a list may come from Windows
        names = [name.removesuffix(b"\r") for name in names]
    return (*sources, *(os.fsdecode(name) for name in names if name))


def _nothing_in(names: tuple[str, ...]) -> str:
    """Why there is no work: nothing was named, or no file of a known suffix is there."""
    if not names:
        return "no file is named; nothing to do"
    where = names[0] if len(names) == 1 else f"{len(names)} sources"
    return f"{where}: no file of text, Markdown or HTML, or all are excluded; nothing to do"


def sources_of(names: tuple[str, ...], options: dict[str, Any], plan: Plan) -> list[Source]:
    """The files behind ``names``; but for ``-o``, which has a place for each, none twice."""
    found = find_sources(names, options["stdin_filename"], plan.selection)
    if not found and not options.get("quiet"):
        click.echo(f"scrubber: {_nothing_in(names)}", err=True)
    if options.get("output") is None:
        return list(_distinct(found)) if len(names) > 1 else found
    if options["files_from"] is None:
        return found
    return [_with_place(source) for source in found]


def targets_of(
    sources: list[Source], names: tuple[str, ...], options: dict[str, Any], plan: Plan
) -> list[Target | None]:
    """The target of each source; None stands for standard output, or for writing nothing.

    Raises:
        click.UsageError: two sources share a target, or one would be written over.
    """
    if options["output"] is None and not options["in_place"]:
        return [None] * len(sources)
    if options["in_place"]:
        from scrubber.files.results import Target

        return [Target(source.path, in_place=True) for source in sources]
    from pathlib import Path

    from scrubber.files.targets import plan_targets

    several = options["files_from"] is not None
    output = Path(options["output"])
    with refusing_targets():
        targets = plan_targets(names, sources, output, plan.gives_text, several=several)
    for source, target in zip(sources, targets, strict=True):
        if records_of(target.path) and not records_of(source.name) and not plan.is_archive(source):
            why = f"what comes out of {source.shown} are no records; name it otherwise"
            raise click.UsageError(f"{target.path}: {why}")
    return [*targets]


@contextmanager
def refusing_targets() -> Iterator[None]:
    """A place that must not be written to is a mistake in the command."""
    from scrubber.files.targets import TargetError

    try:
        yield
    except TargetError as error:
        raise click.UsageError(str(error)) from error


def _read(path: str) -> bytes:
    if path == STDIN:
        return sys.stdin.buffer.read()
    with open(path, "rb") as file:  # noqa: PTH123 - the path may be a descriptor's
        return file.read()


def _distinct(sources: Iterable[Source]) -> Iterable[Source]:
    known: dict[str, Source] = {}
    for source in sources:
        known.setdefault(os.path.realpath(source.path), source)
    return known.values()


def _with_place(source: Source) -> Source:
    """A listed file keeps its folders, where they lie below the working folder."""
    place = os.path.normpath(source.path)
    if source.root or source.path == STDIN or place.startswith((os.pardir, os.sep)):
        return source
    return source._replace(place=place)
