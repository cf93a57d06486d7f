"""The options that commands share, and what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from scrubber.cli.values import A_PATH, AllowedType, Codes, Encoding, NewFile, Patterns
from scrubber.formats import FORMATS
from scrubber.settings import FURNITURE_CHOICES, QUOTE_STYLES

if TYPE_CHECKING:
    from collections.abc import Callable

Decorated = TypeVar("Decorated", bound="Callable[..., Any]")


def _joined(
    ctx: click.Context, param: click.Parameter, value: tuple[tuple[str, ...], ...]
) -> tuple[str, ...]:
    """All values of an option that may be given several times."""
    del ctx, param
    return tuple(part for parts in value for part in parts)


def cleaning_options(command: Decorated) -> Decorated:
    """Options that decide what is found and fixed, and how sources are read.

    None of them has a default: ``configure`` looks for a configuration first.
    """
    several: dict[str, Any] = {"multiple": True, "callback": _joined}
    codes: dict[str, Any] = {**several, "type": Codes(), "metavar": "CODES"}
    globs: dict[str, Any] = {**several, "type": Patterns(), "metavar": "GLOBS"}
    quotes: dict[str, Any] = {"type": click.Choice(QUOTE_STYLES)}
    furniture: dict[str, Any] = {"type": click.Choice(FURNITURE_CHOICES)}
    file: dict[str, Any] = {"type": A_PATH, "metavar": "FILE"}
    return _with(
        command,
        click.option(
            "--select", **codes, help="Run only these rules: DUP001 or, all of a kind, DUP."
        ),
        click.option("--ignore", **codes, help="Leave these rules out."),
        _switch("unsafe-fixes", "Apply fixes marked unsafe as well."),
        click.option("--quotes", **quotes, help=_says("Quotation marks to write.", "consistent")),
        click.option("--lang", metavar="TAG", help="Language of the text: de, pt-BR ..."),
        reading_options,
        click.option(
            "--to",
            type=click.Choice(("source", "text")),
            default="source",
            show_default=True,
            help="What HTML gives, as a file or in a record: itself, or its visible text.",
        ),
        click.option("--profile", **file, help="What sites repeat, as 'scrubber learn' writes it."),
        click.option(
            "--furniture", **furniture, help=_says("What to do with what it names.", "keep")
        ),
        click.option("--site", metavar="NAME", help="The site that all sources are from."),
        click.option(
            "--site-field",
            metavar="NAME",
            help=_says("Where records keep their site.", "by their address"),
        ),
        click.option("--stdin-filename", metavar="NAME", help="Name that stands for -."),
        click.option(
            "--exclude",
            **globs,
            help="Leave these out of folders, in place of .hg, .tox and the like.",
        ),
        click.option("--extend-exclude", **globs, help="Leave these out as well."),
        _switch("force-exclude", "Leave excluded paths out even where they are named."),
        _switch("cache", _says("Pass over files that are known to need nothing.", "cache")),
        run_options,
    )


def reading_options(command: Decorated) -> Decorated:
    """Options that say what sources are, and where records keep what."""
    formats: dict[str, Any] = {"type": click.Choice(FORMATS)}
    name: dict[str, Any] = {"metavar": "NAME"}
    return _with(
        command,
        click.option("--input-format", **formats, help=_says("What sources are.", "by suffix")),
        click.option(
            "--encoding", type=Encoding(), help=_says("Encoding of the sources.", "detected")
        ),
        click.option("--text-field", **name, help="Where records keep their text: body, a.b.c ..."),
        click.option("--id-field", **name, help=_says("Where records keep their name.", "id")),
    )


def run_options(command: Decorated) -> Decorated:
    """Options for what a run needs."""
    processes = _says("Number of processes.", "one for each processor")
    file: dict[str, Any] = {"type": A_PATH, "metavar": "FILE"}
    return _with(
        command,
        click.option("--jobs", type=click.IntRange(1), metavar="N", help=processes),
        click.option("--config", **file, help=_says("The configuration file.", "the nearest")),
        click.option("--isolated", is_flag=True, help="Use no configuration file."),
    )


def _says(what: str, default: str) -> str:
    """The help of an option that a configuration may set."""
    return f"{what}  [default: {default}]"


def _switch(name: str, says: str) -> Callable[[Decorated], Decorated]:
    """An option that is on, off, or left to the configuration."""
    return click.option(f"--{name}/--no-{name}", default=None, help=says)


def archive_options(command: Decorated) -> Decorated:
    """Options for files of records."""
    return _with(
        command,
        click.option(
            "--max-errors",
            type=AllowedType(),
            default="0",
            show_default=True,
            metavar="N|N%",
            help="How many records may fail, for exit code 0.",
        ),
        click.option(
            "--time-limit",
            type=click.FloatRange(0, min_open=True),
            default=60,
            show_default=True,
            metavar="SECONDS",
            help="What one record, or one of several files, may take.",
        ),
        click.option(
            "--findings",
            type=NewFile(),
            metavar="FILE",
            help="With -o: write all findings here, a line of JSON each.",
        ),
        click.option("--new-run", is_flag=True, help="With -o: forget what an earlier run did."),
    )


def list_options(command: Decorated) -> Decorated:
    """Options that name sources in a file."""
    says = "Read names of sources from FILE, a line each; - is standard input."
    return _with(
        command,
        click.option("--files-from", type=A_PATH, metavar="FILE", help=says),
        click.option("-0", "nul", is_flag=True, help="Names in that FILE end in NUL, not lines."),
    )


def output_options(command: Decorated) -> Decorated:
    """Options for what is said on standard error and how."""
    colours: dict[str, Any] = {"type": click.Choice(("auto", "always", "never"))}
    return _with(
        command,
        click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong."),
        click.option(
            "-v",
            "--verbose",
            is_flag=True,
            help="Say every finding; with check, name clean files as well.",
        ),
        click.option(
            "--color", **colours, default="auto", show_default=True, help="When to use colours."
        ),
    )


def _with(command: Decorated, *options: Callable[[Decorated], Decorated]) -> Decorated:
    for option in reversed(options):
        command = option(command)
    return command


def is_coloured(choice: str) -> bool:
    """Whether standard output has colours; https://no-color.org, https://force-color.org."""
    import os
    import sys

    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
