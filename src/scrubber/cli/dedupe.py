"""``scrubber dedupe``: which articles of an archive are copies of which."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scrubber.cli.configure import Fault, choose, plan_of
from scrubber.cli.options import reading_options, run_options
from scrubber.cli.sections import InSections
from scrubber.cli.sources import refusing_targets, sources_of
from scrubber.cli.stdout import is_of_output, write_lines
from scrubber.cli.values import A_PATH, NewFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.archive.dedupe.work import Work

_PATH = NewFile(path_type=Path)
_UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}
_LEAST_MEMORY = 64 << 20


class _Size(click.ParamType):  # type: ignore[type-arg] # generic since 8.5 only
    """A number of bytes."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Fail for what is no size, or none to work with."""
        number, unit = str(value).upper().removesuffix("B").removesuffix("I"), ""
        if number[-1:] in _UNITS:
            number, unit = number[:-1], number[-1:]
        if not number.strip().isdecimal():
            self.fail(f"{value!r} is no size such as 256MB or 2GB", param, ctx)
        size = int(number) * _UNITS[unit]
        if size < _LEAST_MEMORY:
            self.fail(f"less than {_LEAST_MEMORY >> 20}MB is not enough", param, ctx)
        return size


@click.command("dedupe", cls=InSections)
@click.argument("archives", nargs=-1, type=A_PATH, required=True, metavar="ARCHIVE...")
@click.option("--plan", "plan_path", type=_PATH, metavar="PLAN", help="Where the plan is written.")
@click.option("--sort", is_flag=True, help="Write the least certain rows first.")
@click.option("--teasers", type=click.Choice(("keep", "drop")), default="keep", show_default=True,
              help="Whether the short beginning of an article that is there goes.")  # fmt: skip
@click.option("--digest", is_flag=True, help="Print the hash of the plan.")
@click.option("--explain", "explained", metavar="ID",
              help="Show an article of the plan beside the one it is a copy of.")  # fmt: skip
@click.option("--apply", "applied", is_flag=True, help="Write what stays; nothing is searched.")
@click.option("-o", "--output", type=_PATH, metavar="OUT", help="With --apply: where it goes.")
@click.option("--removed", type=_PATH, metavar="FILE", help="With --apply: write what goes here.")
@click.option("--index", metavar="DIR", help="Keep the articles that stay here, for --against.")
@click.option("--against", metavar="DIR", help="Compare with the articles that are kept here.")
@reading_options
@click.option(
    "--memory", type=_Size(), metavar="SIZE", help="What tables may use: 2GB ...  [default: 384MB]"
)
@run_options
@click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
def command(archives: tuple[str, ...], **options: Any) -> int:
    """Find the articles of each ARCHIVE that are copies of others, and write a plan.

    PLAN has a row of JSON for each redundant article: its id, the id of the one to keep, how alike
    they are and what differs. Nothing else is written. Edit it, then apply it.

    \b
    Examples:
      scrubber dedupe archive.jsonl.gz --plan plan.jsonl --sort
      scrubber dedupe archive.jsonl.gz --plan plan.jsonl --explain a17
      scrubber dedupe archive.jsonl.gz --plan plan.jsonl --apply -o unique.jsonl.gz
      scrubber dedupe today.jsonl --plan plan.jsonl --against kept/ --index kept/
    """
    from scrubber.archive.compressions import missing
    from scrubber.archive.model import ArchiveError

    try:
        from scrubber.archive.dedupe.plan import PlanError
        from scrubber.archive.dedupe.run import Means
        from scrubber.archive.dedupe.work import Work
    except ModuleNotFoundError as error:
        raise Fault(f"dedupe {missing(str(error.name))}") from error

    _check(options)
    output = options.pop("output")
    options |= {"stdin_filename": None, "files_from": None, "to": "source"}
    plan = plan_of(choose(options))
    plan = plan._replace(selection=plan.selection._replace(records=True))
    complaints = _Complaints()
    means = Means(options["memory"], options["jobs"])
    work = Work(sources_of(archives, options, plan), plan, complaints, means)
    if not options["quiet"]:
        work = work._replace(note=lambda sentence: click.echo(sentence, err=True))
    try:
        with _interruptible():
            _do(work, archives, output, options)
    except OSError as error:
        if is_of_output(error):
            raise
        from scrubber.files.errors import sentence

        place = str(error.filename or options["plan_path"] or archives[0])
        raise Fault(sentence(place, error)) from error
    except (PlanError, ArchiveError) as error:
        raise Fault(str(error)) from error
    return 2 if complaints.count else 0


def _do(work: Work, archives: tuple[str, ...], output: Path, options: dict[str, Any]) -> None:
    if options["against"]:
        from scrubber.archive.dedupe.index import Index

        work = work._replace(against=Index(options["against"]))
    if options["applied"]:
        _apply(work, archives, output, options)
    elif options["explained"] is not None:
        _explain(work, options)
    else:
        _make(work, options)


@contextmanager
def _interruptible() -> Iterator[None]:
    """Whatever a library makes of an interrupt ends the run as one."""
    import signal

    came = False

    def interrupt(number: int, frame: object) -> None:
        nonlocal came
        del number, frame
        came = True
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    except Exception as error:
        if came:
            raise KeyboardInterrupt from error
        raise
    finally:
        signal.signal(signal.SIGINT, before)


def _check(options: dict[str, Any]) -> None:
    if not options["plan_path"] and (options["applied"] or not options["digest"]):
        raise click.UsageError("Missing option '--plan'.")
    if options["applied"] != bool(options["output"]):
        raise click.UsageError("--apply goes with -o OUT")
    if options["removed"] and not options["applied"]:
        raise click.UsageError("--removed goes with --apply")


def _make(work: Work, options: dict[str, Any], name: str | None = None) -> dict[str, Any] | None:
    """Make a plan and write it; the row of the article ``name`` of it."""
    from scrubber.archive.dedupe.work import making, write
    from scrubber.files.targets import check_beside

    go = options["teasers"] == "drop"
    path = options["plan_path"]
    if path:
        with refusing_targets():
            check_beside(str(path), work.sources)
    with making(work, teasers_go=go, index=options["index"]) as made:
        if path:
            write(path, made.rows, by_certainty=options["sort"])
        if options["digest"]:
            write_lines([made.rows.digest()])
        if not options["quiet"]:
            where = f"; the plan is in {path}" if path else ""
            click.echo(f"{made.in_words()}{where}", err=True)
        return None if name is None else made.rows.find(name)


def _explain(work: Work, options: dict[str, Any]) -> None:
    from scrubber.archive.dedupe import plan as plans
    from scrubber.archive.dedupe.work import explain

    path, name = options["plan_path"], options["explained"]
    if path is not None and path.exists():
        row = next((row for _, row in plans.read(path) if row["id"] == name), None)
    else:
        row = _make(work, options, name)
    if row is None:
        raise plans.PlanError(f"the plan has no row with the id {name!r}")
    write_lines(explain(work, row))


def _apply(work: Work, archives: tuple[str, ...], output: Path, options: dict[str, Any]) -> None:
    from scrubber.archive.dedupe.work import apply

    targets = _places(work, archives, output)
    removed = _places(work, archives, options["removed"]) if options["removed"] else None
    _check_apart([options["plan_path"], *targets, *(removed or ())])
    split = apply(work, options["plan_path"], targets, removed)
    if not options["quiet"]:
        click.echo(f"{split.stay:,} stay in {output}, {split.go:,} go", err=True)


def _places(work: Work, archives: tuple[str, ...], output: Path) -> list[Path]:
    from scrubber.files.targets import plan_targets

    with refusing_targets():
        targets = plan_targets(archives, work.sources, output, lambda _: False, several=False)
    return [Path(target.path) for target in targets]


def _check_apart(paths: list[Path]) -> None:
    """Refuse to write one file as two, or over the plan."""
    known: set[str] = set()
    for path in paths:
        real = os.path.realpath(path)
        if real in known:
            raise click.UsageError(f"{path} is named twice: write elsewhere")
        known.add(real)


class _Complaints:
    """Says what could not be read, and counts it."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, sentence: str) -> None:
        self.count += 1
        click.echo(f"scrubber: {sentence}", err=True)
