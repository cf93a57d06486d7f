"""The options of a run: the command line and a configuration file in, one plan out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from scrubber.config.defaults import DEFAULTS
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


def plan_of(options: dict[str, Any]) -> Plan:
    """What to do with each file; ``options`` are completed by the configuration.

    Raises:
        Fault: the configuration cannot be used.
        click.UsageError: a value that does not exist; the message names the closest one.
    """
    configure(options)
    try:
        settings = from_options(
            select=options["select"],
            ignore=options["ignore"],
            unsafe_fixes=options["unsafe_fixes"],
            quotes=options["quotes"],
            lang=options["lang"],
            profile=_profile(options),
            furniture=options["furniture"],
            site=options["site"],
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    reading = Reading(**{name: options[name] for name in Reading._fields})
    plan = Plan(settings, reading, _selection(options), options["jobs"], options["cache"])
    if not options["per_file_ignores"] and not options["per_file_settings"]:
        return plan
    return _with_exceptions(plan, options)


def _profile(options: dict[str, Any]) -> Profile | None:
    """The profile that was named; the configuration names it from its own folder.

    Raises:
        Fault: it cannot be read, or a row of it is wrong.
        click.UsageError: furniture is to be moved or dropped, and no profile says what it is.
    """
    path = options["profile"]
    if not path:
        if options["furniture"] != "keep" and options["origins"]["furniture"] == COMMAND_LINE:
            raise click.UsageError("--furniture needs a --profile; scrubber learn makes one")
        return None
    if options["origins"]["profile"] != COMMAND_LINE:
        path = os.path.join(options["base"], path)  # noqa: PTH118
    from scrubber.files.errors import sentence
    from scrubber.learn.profile import ProfileError, read_profile

    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123 - pathlib is slow to load
            return read_profile(file.read())
    except ProfileError as error:
        raise Fault(f"{path}:{error}") from error
    except (OSError, ValueError) as error:
        raise Fault(sentence(path, error)) from error


def configure(options: dict[str, Any]) -> None:
    """Fill in what the command line left open.

    The command line wins over the file: ``--select`` over its ``ignore`` as well. Set besides:
    ``origins``, where the value of each key is from; ``configured``, the values of the file;
    ``base``, the folder that its globs are relative to; ``shown``, its name as users know it.

    Raises:
        Fault: the configuration cannot be used.
        click.UsageError: options that exclude each other.
    """
    values, options["base"], options["shown"] = _configuration(options)
    options["configured"] = values
    options["origins"] = origins = {}
    for key, default in DEFAULTS.items():
        name = key.replace("-", "_")
        if options.get(name) not in (None, ()):
            origins[key] = COMMAND_LINE
        elif key in values and not (key == "ignore" and origins["select"] == COMMAND_LINE):
            options[name], origins[key] = values[key], options["shown"]
        else:
            options[name], origins[key] = default, DEFAULT


def _configuration(options: dict[str, Any]) -> tuple[dict[str, Any], str, str]:
    """The values of the configuration file, its folder, and its path as users know it."""
    path, folder = options["config"], _working_folder()
    if options["isolated"]:
        if path is not None:
            raise click.UsageError("--config and --isolated exclude each other")
        return {}, folder, ""
    from scrubber.config.files import ConfigError, find, load

    try:
        found = find(folder) if path is None else load(path)
    except ConfigError as error:
        raise Fault(str(error)) from error
    return found.values, found.base or folder, found.shown


def _selection(options: dict[str, Any]) -> Selection:
    """What is excluded; globs of the command line are relative to the working folder."""
    folder, base, origins = _working_folder(), options["base"], options["origins"]
    exclude = Globs(options["exclude"], folder if origins["exclude"] == COMMAND_LINE else base)
    globs = [exclude, Globs(options["configured"].get("extend-exclude", ()), base)]
    if origins["extend-exclude"] == COMMAND_LINE:  # it adds to what the file leaves out
        globs.append(Globs(options["extend_exclude"], folder))
    return Selection(tuple(globs), options["force_exclude"], options.get("output") is not None)


def _working_folder() -> str:
    return os.getcwd()  # noqa: PTH109 - pathlib is slow to load


def _with_exceptions(plan: Plan, options: dict[str, Any]) -> Plan:
    """The plan with what the configuration says of some files alone."""
    from scrubber.rules import all_rules

    known, base = [rule.code for rule in all_rules()], options["base"]
    ignores = tuple(
        (Globs((glob,), base), tuple(code for code in known if code.startswith(codes)))
        for glob, codes in options["per_file_ignores"].items()
    )
    changes = tuple(
        (Globs((glob,), base), _left_open(table, options["origins"]))
        for glob, table in options["per_file_settings"].items()
    )
    return plan._replace(ignores=ignores, changes=changes)


def _left_open(table: dict[str, Any], origins: dict[str, str]) -> dict[str, Any]:
    """What ``table`` says that the command line does not."""
    return {
        key.replace("-", "_"): value for key, value in table.items() if origins[key] != COMMAND_LINE
    }
