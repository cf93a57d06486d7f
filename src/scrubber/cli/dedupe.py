"""``scrubber dedupe``: which articles of an archive are copies of which."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scrubber.cli.configure import Fault, plan_of
from scrubber.cli.sources import sources_of
from scrubber.formats import FORMATS

if TYPE_CHECKING:
    from scrubber.files.plan import Plan
    from scrubber.files.source import Source


@click.command("dedupe")
@click.argument("archives", nargs=-1, required=True, metavar="ARCHIVE...")
@click.option("--plan", "plan_path", type=click.Path(path_type=Path), required=True, metavar="PLAN",
              help="Where the plan is written.")  # fmt: skip
@click.option("--teasers", type=click.Choice(("keep", "drop")), default="keep", show_default=True,
              help="Whether the short beginning of an article that is there goes.")  # fmt: skip
@click.option("--sort", is_flag=True, help="Write the least certain rows first.")
@click.option("--digest", is_flag=True, help="Print the hash of the plan.")
@click.option("--text-field", metavar="NAME", help="Where records keep their text: a.b.c")
@click.option("--id-field", metavar="NAME", help="Where records keep their name; default id.")
@click.option("--input-format", type=click.Choice(FORMATS), show_default="auto",
              help="What the sources are; auto: by suffix.")  # fmt: skip
@click.option("--encoding", metavar="NAME", help="Encoding of the sources.")
@click.option("--memory", metavar="SIZE", help="What the tables may use: 256MB, 2GB ...")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Number of processes.")
@click.option("--config", type=click.Path(), metavar="FILE", help="Use this configuration file.")
@click.option("--isolated", is_flag=True, help="Use no configuration file.")
@click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
def command(archives: tuple[str, ...], **options: Any) -> int:
    """Find the articles of each ARCHIVE that are copies of others, and write a plan.

    PLAN has a row of JSON for each redundant article: its id, the id of the one to keep, how alike
    they are and what differs. Nothing else is written; edit it, then apply it.

    \b
    Examples:
      scrubber dedupe archive.jsonl.gz --plan plan.jsonl
      scrubber dedupe 2024.parquet 2025.parquet --plan plan.jsonl --sort
    """
    options |= {
        "stdin_filename": None,
        "files_from": None,
        "to": "source",
        "isolated": options["isolated"],
    }
    plan = plan_of(options)
    plan = plan._replace(selection=plan.selection._replace(records=True))
    sources = sources_of(archives, options, plan)
    return _find(sources, plan, options)


def _find(sources: list[Source], plan: Plan, options: dict[str, Any]) -> int:
    from scrubber.archive.dedupe.work import WorkError, find

    complaints = _Complaints()
    try:
        result = find(sources, plan, options, complaints)
    except (WorkError, OSError) as error:
        raise Fault(str(error)) from error
    if options["digest"]:
        click.echo(result.digest)
    if not options["quiet"]:
        click.echo(result.summary, err=True)
    return 2 if complaints.count else 0


class _Complaints:
    """Says what could not be read, and counts it."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, sentence: str) -> None:
        self.count += 1
        print(f"scrubber: {sentence}", file=sys.stderr)  # noqa: T201
