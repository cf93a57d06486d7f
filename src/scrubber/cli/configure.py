"""The options of a run: command line and configuration file in, what holds and the plan out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from scrubber.config.defaults import DEFAULTS
from scrubber.config.files import ConfigError, Configuration, find, load
from scrubber.config.globs import Globs
from scrubber.files.plan import Plan, Reading
from scrubber.files.selection import Selection
from scrubber.options import from_options

if TYPE_CHECKING:
    from scrubber.learn.profile import Profile

COMMAND_LINE = "command line"
DEFAULT = "default"


class Fault(click.ClickException):
    """A run that cannot begin: one sentence, exit code 2."""

    def show(self, file: Any = None) -> None:
        """Say it as every other failure is said."""
        click.echo(f"scrubber: {self.format_message()}", file=file, err=file is None)


class Chosen(NamedTuple):
    """What holds for a run."""

    options: dict[str, Any]
    """All options of the command, by name; what it left open is filled in."""
    origins: dict[str, str]
    """By key of the configuration, where the value is from."""
    file: Configuration
    folder: str
    """The working folder."""

    def base_of(self, key: str) -> str:
        """The folder that paths and globs under ``key`` are relative to."""
        is_own = self.origins[key] == COMMAND_LINE
        return self.folder if is_own else self.file.base or self.folder

    def path_of(self, key: str) -> str | None:
        """The path under ``key``, None where there is none."""
        path: str | None = self.options[key]
        if not path or self.origins[key] == COMMAND_LINE:
            return path or None
        return os.path.join(self.base_of(key), path)  # noqa: PTH118 - pathlib is slow to load


def choose(options: dict[str, Any]) -> Chosen:
    """What the command line says, and what it left open: from the file, else the default.

    The command line wins over the file: ``--select`` over its ``ignore`` as well.

    Raises:
        Fault: the configuration cannot be used.
        click.UsageError: options that exclude each other.
    """
    folder = os.getcwd()  # noqa: PTH109 - pathlib is slow to load
    file = _configuration(options, folder)
    options, origins = {**options}, {}
    for key, default in DEFAULTS.items():
        name = key.replace("-", "_")
        if options.get(name) not in (None, ()):
            origins[key] = COMMAND_LINE
        elif key in file.values and not (key == "ignore" and origins["select"] == COMMAND_LINE):
            options[name], origins[key] = file.values[key], file.shown
        else:
            options[name], origins[key] = default, DEFAULT
    return Chosen(options, origins, file, folder)


def _configuration(options: dict[str, Any], folder: str) -> Configuration:
    path = options["config"]
    if options["isolated"]:
        if path is not None:
            raise click.UsageError("--config and --isolated exclude each other")
        return Configuration()
    try:
        return find(folder) if path is None else load(path)
    except ConfigError as error:
        raise Fault(str(error)) from error


def plan_of(chosen: Chosen) -> Plan:
    """What to do with each file.

    Raises:
        Fault: the profile cannot be used.
        click.UsageError: a value that does not exist; the message names the closest one.
    """
    options = chosen.options
    try:
        settings = from_options(
            select=options["select"],
            ignore=options["ignore"],
            unsafe_fixes=options["unsafe_fixes"],
            quotes=options["quotes"],
            lang=options["lang"],
            profile=_profile(chosen),
            furniture=options["furniture"],
            site=options["site"],
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    reading = Reading(**{name: options[name] for name in Reading._fields})
    plan = Plan(settings, reading, _selection(chosen), options["jobs"], options["cache"])
    if not options["per_file_ignores"] and not options["per_file_settings"]:
        return plan
    return _with_exceptions(plan, chosen)


def _profile(chosen: Chosen) -> Profile | None:
    """The profile that was named.

    Raises:
        Fault: it cannot be read, or a row of it is wrong.
        click.UsageError: furniture is to be moved or dropped, and no profile says what it is.
    """
    path = chosen.path_of("profile")
    if path is None:
        is_wanted = chosen.options["furniture"] != "keep"
        if is_wanted and chosen.origins["furniture"] == COMMAND_LINE:
            raise click.UsageError("--furniture needs a --profile; scrubber learn makes one")
        return None
    from scrubber.files.errors import sentence
    from scrubber.learn.profile import ProfileError, read_profile

    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123 - pathlib is slow to load
            return read_profile(file.read())
    except ProfileError as error:
        raise Fault(f"{path}:{error}") from error
    except (OSError, ValueError) as error:
        raise Fault(sentence(path, error)) from error


def _selection(chosen: Chosen) -> Selection:
    """What is excluded."""
    options = chosen.options
    globs = [
        Globs(options["exclude"], chosen.base_of("exclude")),
        Globs(options["extend_exclude"], chosen.base_of("extend-exclude")),
    ]
    if chosen.origins["extend-exclude"] == COMMAND_LINE:  # it adds to what the file leaves out
        globs.append(Globs(chosen.file.values.get("extend-exclude", ()), chosen.file.base))
    return Selection(tuple(globs), options["force_exclude"], options.get("output") is not None)


def _with_exceptions(plan: Plan, chosen: Chosen) -> Plan:
    """The plan with what the configuration says of some files alone."""
    from scrubber.rules import all_rules

    known, base = [rule.code for rule in all_rules()], chosen.file.base
    ignores = tuple(
        (Globs((glob,), base), tuple(code for code in known if code.startswith(codes)))
        for glob, codes in chosen.options["per_file_ignores"].items()
    )
    changes = tuple(
        (Globs((glob,), base), _left_open(table, chosen.origins))
        for glob, table in chosen.options["per_file_settings"].items()
    )
    return plan._replace(ignores=ignores, changes=changes)


def _left_open(table: dict[str, Any], origins: dict[str, str]) -> dict[str, Any]:
    """What ``table`` says that the command line does not."""
    return {
        key.replace("-", "_"): value for key, value in table.items() if origins[key] != COMMAND_LINE
    }
