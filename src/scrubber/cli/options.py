"""The options that commands share, and what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from scrubber.files.job import Reading
from scrubber.settings import QUOTE_STYLES, Settings, from_options

if TYPE_CHECKING:
    from collections.abc import Callable

Decorated = TypeVar("Decorated", bound="Callable[..., Any]")

FORMATS = ("auto", "text", "markdown", "html")


class Codes(click.ParamType):  # type: ignore[type-arg] # generic since 8.5 only
    """Rule codes or prefixes, parted by commas."""

    name = "codes"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Split ``value`` at its commas."""
        del param, ctx
        return tuple(code.strip() for code in str(value).split(",") if code.strip())


def cleaning_options(command: Decorated) -> Decorated:
    """Options that decide what is found and fixed, and how sources are read."""
    codes: dict[str, Any] = {"type": Codes(), "multiple": True, "metavar": "CODES"}
    quotes: dict[str, Any] = {
        "type": click.Choice(QUOTE_STYLES),
        "default": "consistent",
        "show_default": True,
    }
    formats: dict[str, Any] = {
        "type": click.Choice(FORMATS),
        "default": "auto",
        "show_default": True,
    }
    return _with(
        command,
        click.option("--select", **codes, help="Run only these rules."),
        click.option("--ignore", **codes, help="Leave these rules out."),
        click.option("--unsafe-fixes", is_flag=True, help="Apply fixes marked unsafe as well."),
        click.option("--quotes", **quotes, help="Which quotation marks to write."),
        click.option("--lang", metavar="TAG", help="Language of the text: de, pt-BR ..."),
        click.option("--encoding", metavar="NAME", help="Encoding of the sources."),
        click.option("--input-format", **formats, help="What the sources are; auto: by suffix."),
        click.option("--stdin-filename", metavar="NAME", help="Name that stands for -."),
    )


def output_options(command: Decorated) -> Decorated:
    """Options for what is said on standard error and how."""
    colours: dict[str, Any] = {"type": click.Choice(("auto", "always", "never")), "default": "auto"}
    return _with(
        command,
        click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong."),
        click.option("-v", "--verbose", is_flag=True, help="Say every finding."),
        click.option("--color", **colours, help="When to colour what is shown."),
    )


def _with(command: Decorated, *options: Callable[[Decorated], Decorated]) -> Decorated:
    for option in reversed(options):
        command = option(command)
    return command


def settings_of(options: dict[str, Any]) -> tuple[Settings, Reading]:
    """The settings and the way of reading that the shared ``options`` ask for.

    Raises:
        click.UsageError: a value that does not exist; the message names the closest one.
    """
    encoding = options["encoding"]
    if encoding is not None:
        _check_encoding(encoding)
    try:
        settings = from_options(
            select=[code for codes in options["select"] for code in codes],
            ignore=[code for codes in options["ignore"] for code in codes],
            unsafe_fixes=options["unsafe_fixes"],
            quotes=options["quotes"],
            lang=options["lang"],
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    return settings, Reading(encoding, options["input_format"])


def _check_encoding(name: str) -> None:
    import codecs

    try:
        if codecs.lookup(name)._is_text_encoding:
            return
    except LookupError:
        pass
    raise click.UsageError(f"unknown encoding {name!r}: use a name such as cp1252 or utf-16")


def colour(choice: str) -> bool | None:
    """What ``click.echo`` takes: True, False, or None to decide by the terminal."""
    import os

    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None
