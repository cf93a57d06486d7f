"""``scrubber learn``: the blocks that recur across the articles of a site, as a profile."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scrubber.cli.configure import Fault, choose, plan_of
from scrubber.cli.options import cleaning_options, list_options
from scrubber.cli.sections import InSections
from scrubber.cli.sources import names_of, sources_of
from scrubber.cli.values import A_PATH, NewFile
from scrubber.edits import counted
from scrubber.files.errors import sentence
from scrubber.files.write import write_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.archive.learn import Read
    from scrubber.archive.page_spool import PageSpool
    from scrubber.files.plan import Plan
    from scrubber.files.source import Source

_STRUCTURE = ("DUP", "ORD", "FUR", "SUP")


@click.command("learn", cls=InSections)
@click.argument("archives", nargs=-1, type=A_PATH, metavar="ARCHIVE...")
@click.option(
    "-o", "--output", type=NewFile(path_type=Path), required=True, help="The profile to write."
)
@list_options
@cleaning_options
@click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
def command(archives: tuple[str, ...], output: Path, *, quiet: bool, **options: Any) -> int:
    """Find the blocks that recur across the articles of a site, and write them to a profile.

    An ARCHIVE is a folder, one folder a site, or a file of records. No article is changed. The
    profile has one line of JSON for each block: read it, set its action to keep, end or drop where
    you want, delete what is wrong. Then clean with --profile and --furniture.

    \b
    Examples:
      scrubber learn scraped/ -o profile.jsonl
      scrubber learn articles.jsonl.gz --site-field source.name -o profile.jsonl
      scrubber clean scraped/ --profile profile.jsonl --furniture drop -o cleaned/
    """
    from scrubber.archive.page_spool import PageSpool
    from scrubber.learn import rows_in
    from scrubber.learn.profile import as_text

    names = names_of(archives, options)
    plan = _without_structure(plan_of(choose({**options, "profile": "", "output": output})))
    found = _without_output(sources_of(names, options, plan), output)
    with closing(PageSpool()) as spool:
        failed = _fill(spool, found, plan)
        rows = rows_in(map(spool.pages_of, spool.sites))
    if not spool.size:
        click.echo(f"scrubber: no article was read; {output} is not written", err=True)
        return 2
    try:
        write_file(output, as_text(rows).encode("utf-8", "backslashreplace"))
    except OSError as error:
        click.echo(f"scrubber: {sentence(str(output), error)}", err=True)
        return 2
    if not quiet:
        sites = counted(len(spool.sites), "site")
        read = f"{counted(spool.size, 'article')} of {sites} read"
        click.echo(f"{read}, {counted(len(rows), 'row')} written to {output}", err=True)
    return 2 if failed else 0


def _fill(spool: PageSpool, sources: list[Source], plan: Plan) -> int:
    """Put the articles of the sources in; how many could not be read: each is named.

    Raises:
        Fault: there is no room for them.
    """
    from tempfile import gettempdir

    failed = 0
    for part in _read(sources, plan):
        try:
            for page in part.pages:
                spool.add(page)
        except OSError as error:
            raise Fault(sentence(gettempdir(), error)) from error
        failed += len(part.errors)
        for line in part.errors:
            click.echo(f"scrubber: {line}", err=True)
    return failed


def _without_output(sources: list[Source], output: Path) -> list[Source]:
    """The sources but for the profile that an earlier run wrote into a folder of them.

    Raises:
        Fault: the output is a source itself.
    """
    real = os.path.realpath(output)
    same = [source for source in sources if os.path.realpath(source.path) == real]
    for source in same:
        if not source.root or not _is_profile(real):
            raise Fault(f"{output} is a source itself: write elsewhere")
    return [source for source in sources if source not in same]


def _is_profile(path: str) -> bool:
    from scrubber.learn.profile import read_profile

    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123 - as a source is opened
            read_profile(file.read())
    except (OSError, ValueError):
        return False
    return True


def _without_structure(plan: Plan) -> Plan:
    """The plan with the rules alone that blocks are read after: those of characters."""
    settings = plan.settings
    return plan._replace(settings=settings._replace(ignore=(*settings.ignore, *_STRUCTURE)))


def _read(sources: list[Source], plan: Plan) -> Iterator[Read]:
    from scrubber.archive.learn import Read, read_files, read_records
    from scrubber.archive.model import ArchiveError

    yield from read_files([source for source in sources if not plan.is_archive(source)], plan)
    for source in sources:
        if plan.is_archive(source):
            try:
                yield from read_records(source, plan)
            except (ArchiveError, OSError) as error:
                yield Read(errors=(sentence(source.path, error),))
