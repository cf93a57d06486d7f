"""The options that commands share, and what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from scrubber.config.globs import check_glob, split
from scrubber.formats import FORMATS
from scrubber.settings import FURNITURE_CHOICES, QUOTE_STYLES

if TYPE_CHECKING:
    from collections.abc import Callable

Decorated = TypeVar("Decorated", bound="Callable[..., Any]")


class Codes(click.ParamType):  # type: ignore[type-arg] # generic since 8.5 only
    """Rule codes or prefixes, parted by commas."""

    name = "codes"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Split ``value`` at its commas."""
        del param, ctx
        return tuple(part.strip() for part in str(value).split(",") if part.strip())


class Patterns(click.ParamType):  # type: ignore[type-arg] # generic since 8.5 only
    """Globs, parted by commas."""

    name = "globs"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Split ``value`` at its commas; fail for what is no pattern."""
        try:
            return tuple(map(check_glob, split(str(value))))
        except ValueError as error:
            self.fail(str(error), param, ctx)


def _joined(
    ctx: click.Context, param: click.Parameter, value: tuple[tuple[str, ...], ...]
) -> tuple[str, ...]:
    """All values of an option that may be given several times."""
    del ctx, param
    return tuple(part for parts in value for part in parts)


class Encoding(click.ParamType):  # type: ignore[type-arg] # generic since 8.5 only
    """The name of a text encoding that Python knows."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Fail for a name that no codec has."""
        from scrubber.config.kinds import ENCODING

        try:
            return str(ENCODING.read(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


def cleaning_options(command: Decorated) -> Decorated:
    """Options that decide what is found and fixed, and how sources are read.

    None of them has a default: ``configure`` looks for a configuration first.
    """
    several: dict[str, Any] = {"multiple": True, "callback": _joined}
    codes: dict[str, Any] = {**several, "type": Codes(), "metavar": "CODES"}
    globs: dict[str, Any] = {**several, "type": Patterns(), "metavar": "GLOBS"}
    quotes: dict[str, Any] = {"type": click.Choice(QUOTE_STYLES), "show_default": "consistent"}
    formats: dict[str, Any] = {"type": click.Choice(FORMATS), "show_default": "auto"}
    furniture: dict[str, Any] = {"type": click.Choice(FURNITURE_CHOICES), "show_default": "keep"}
    file: dict[str, Any] = {"type": click.Path(), "metavar": "FILE"}
    return _with(
        command,
        click.option("--select", **codes, help="Run only these rules."),
        click.option("--ignore", **codes, help="Leave these rules out."),
        _switch("unsafe-fixes", "Apply fixes marked unsafe as well."),
        click.option("--quotes", **quotes, help="Which quotation marks to write."),
        click.option("--lang", metavar="TAG", help="Language of the text: de, pt-BR ..."),
        click.option("--encoding", type=Encoding(), help="Encoding of the sources."),
        click.option("--input-format", **formats, help="What the sources are; auto: by suffix."),
        click.option(
            "--to",
            type=click.Choice(("source", "text")),
            default="source",
            show_default=True,
            help="What HTML gives, as a file or in a record: itself, or its visible text.",
        ),
        click.option("--text-field", metavar="NAME", help="Where records keep their text: a.b.c"),
        click.option(
            "--id-field", metavar="NAME", show_default="id", help="Where records keep their name."
        ),
        click.option("--site-field", metavar="NAME", help="Where records keep their site."),
        click.option("--site", metavar="NAME", help="The site that all sources are from."),
        click.option("--profile", **file, help="What sites repeat, as 'scrubber learn' found it."),
        click.option("--furniture", **furniture, help="What to do with what the profile names."),
        click.option("--stdin-filename", metavar="NAME", help="Name that stands for -."),
        click.option("--exclude", **globs, help="Leave these out of folders."),
        click.option("--extend-exclude", **globs, help="Leave these out as well."),
        _switch("force-exclude", "Leave excluded paths out even where they are named."),
        click.option("--jobs", type=click.IntRange(1), metavar="N", help="Number of processes."),
        _switch("cache", "Pass over files that are known to need nothing; the default."),
        click.option("--config", **file, help="Use this configuration file."),
        click.option("--isolated", is_flag=True, help="Use no configuration file."),
    )


def _switch(name: str, says: str) -> Callable[[Decorated], Decorated]:
    """An option that is on, off, or left to the configuration."""
    return click.option(f"--{name}/--no-{name}", default=None, help=says)


class Allowed(NamedTuple):
    """How many of all records may fail."""

    number: float
    is_share: bool
    """Whether it is a percentage."""

    def covers(self, failed: int, of: int) -> bool:
        """Whether so many may fail."""
        return failed <= (of * self.number / 100 if self.is_share else self.number)


class AllowedType(click.ParamType):  # type: ignore[type-arg] # generic since 8.5 only
    """A number, or a percentage."""

    name = "n|n%"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Allowed:
        """Fail for what is neither."""
        if isinstance(value, Allowed):
            return value
        text = str(value)
        try:
            number = float(text.removesuffix("%"))
        except ValueError:
            number = -1
        if not number >= 0:
            message = f"{text!r} is neither a number such as 10 nor a share such as 0.1%"
            self.fail(message, param, ctx)
        return Allowed(number, text.endswith("%"))


def archive_options(command: Decorated) -> Decorated:
    """Options for files of records."""
    return _with(
        command,
        click.option(
            "--max-errors",
            type=AllowedType(),
            default="0",
            metavar="N|N%",
            help="So many records may fail.",
        ),
        click.option(
            "--time-limit",
            type=click.FloatRange(0, min_open=True),
            default=60,
            show_default=True,
            metavar="SECONDS",
            help="What one record, or one file of several, may take.",
        ),
        click.option(
            "--findings", type=click.Path(), metavar="FILE", help="With -o: write findings here."
        ),
        click.option("--new-run", is_flag=True, help="With -o: forget what an earlier run did."),
    )


def list_options(command: Decorated) -> Decorated:
    """Options that name sources in a file."""
    says = "Read names of sources from FILE, a line each; - is standard input."
    return _with(
        command,
        click.option("--files-from", type=click.Path(), metavar="FILE", help=says),
        click.option("-0", "nul", is_flag=True, help="Names in that FILE end in NUL, not lines."),
    )


def output_options(command: Decorated) -> Decorated:
    """Options for what is said on standard error and how."""
    colours: dict[str, Any] = {"type": click.Choice(("auto", "always", "never")), "default": "auto"}
    return _with(
        command,
        click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong."),
        click.option(
            "-v", "--verbose", is_flag=True, help="Say every finding; of check, clean files, too."
        ),
        click.option("--color", **colours, help="When to colour what is shown."),
    )


def _with(command: Decorated, *options: Callable[[Decorated], Decorated]) -> Decorated:
    for option in reversed(options):
        command = option(command)
    return command


def is_coloured(choice: str) -> bool:
    """Whether standard output is to have colours; https://no-color.org, https://force-color.org."""
    import os
    import sys

    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
