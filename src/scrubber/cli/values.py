"""What options may be given: a word of the command line in, the value that it stands for out."""

from __future__ import annotations

from typing import Any, NamedTuple

import click

from scrubber.config.globs import check_glob, split

A_PATH = click.Path(readable=False)
"""A file or a folder to read. Whether it can be read shows when it is."""
EMPTY = "it is empty; name something, or leave it out"


class NewFile(click.Path):
    """A file or a folder to write."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Fail for ``-``, which would be a file of that name and is meant to be none."""
        if value == "-":
            self.fail("- is no file to write; for one of that name write ./-", param, ctx)
        if value == "":
            self.fail(EMPTY, param, ctx)
        return super().convert(value, param, ctx)


class Codes(click.ParamType):  # type: ignore[type-arg] # generic since 8.5 only
    """Rule codes or prefixes, parted by commas."""

    name = "codes"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Split ``value`` at its commas; fail where nothing is named."""
        codes = tuple(part.strip() for part in str(value).split(",") if part.strip())
        return codes or self.fail(EMPTY, param, ctx)


class Patterns(click.ParamType):  # type: ignore[type-arg] # generic since 8.5 only
    """Globs, parted by commas."""

    name = "globs"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Split ``value`` at its commas; fail for what is no pattern, or where there is none."""
        try:
            globs = tuple(map(check_glob, split(str(value))))
        except ValueError as error:
            self.fail(str(error), param, ctx)
        return globs or self.fail(EMPTY, param, ctx)


class Encoding(click.ParamType):  # type: ignore[type-arg] # generic since 8.5 only
    """The name of a text encoding that Python knows."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Fail for a name that no codec has."""
        from scrubber.config.kinds import ENCODING

        if not value:
            self.fail(EMPTY, param, ctx)
        try:
            return str(ENCODING.read(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


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
