"""Configuration files: a working folder in, the checked table of the nearest file out."""

from __future__ import annotations

import os
from typing import Any, NamedTuple

OWN_NAME = "scrubber.toml"
SHARED_NAME = "pyproject.toml"


class ConfigError(Exception):
    """A configuration that cannot be used; the message is a sentence that names the file."""


class Configuration(NamedTuple):
    """The values of a configuration file."""

    path: str = ""
    """Empty where there is no file."""
    values: dict[str, Any] = {}  # noqa: RUF012 - never written to

    @property
    def shown(self) -> str:
        """The path as a user knows it."""
        return shown(self.path)

    @property
    def base(self) -> str:
        """The folder that its globs are relative to; empty where there is no file."""
        return os.path.dirname(self.path)


def shown(path: str) -> str:
    """An absolute path as a user knows it: from the working folder, where that is shorter."""
    try:
        return min(os.path.relpath(path), path, key=len)
    except ValueError:  # another drive
        return path


def find(folder: str) -> Configuration:
    """The configuration that holds in ``folder``: the first found there or above.

    Raises:
        ConfigError: the file cannot be read, or says what it may not.
    """
    while True:
        for name in (OWN_NAME, SHARED_NAME):
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                table = _table(path)
                if table is not None:
                    return _checked(path, table)
        above = os.path.dirname(folder)
        if above == folder:
            return Configuration()
        folder = above


def load(path: str) -> Configuration:
    """The configuration in the file ``path``.

    Raises:
        ConfigError: as ``find`` does, or there is no such file or table.
    """
    table = _table(path)
    if table is None:
        raise ConfigError(
            f"{shown(path)}: has no table [tool.scrubber]; add it or name another file"
        )
    return _checked(os.path.abspath(path), table)


def _table(path: str) -> dict[str, Any] | None:
    """The table for this tool; None where a file shared with others has none."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        from scrubber.files.errors import sentence

        raise ConfigError(sentence(shown(path), error)) from error
    shared = os.path.basename(path) == SHARED_NAME
    if shared and not _may_be_ours(data):  # most are not: do not load the parser
        return None
    import tomllib

    try:
        tables = tomllib.loads(data.decode())
    except ValueError as error:
        raise ConfigError(f"{shown(path)}: is no valid TOML: {error}") from error
    if not shared and tables.keys() != {"tool"}:  # or written as in the shared file
        return tables
    tool = tables.get("tool", {})
    table = tool.get("scrubber") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{shown(path)}: tool.scrubber is no table")
    return table


def _may_be_ours(data: bytes) -> bool:
    """Whether there can be a key ``scrubber`` below ``tool``, in any of the ways TOML has."""
    plain = b"\n" + data.translate(None, b" \t\"'")
    return any(sign in plain for sign in (b"tool.scrubber", b"\n[tool]", b"\ntool="))


def _checked(path: str, table: dict[str, Any]) -> Configuration:
    from scrubber import __version__
    from scrubber.config.keys import KEYS
    from scrubber.config.kinds import read_table
    from scrubber.config.version import meets

    try:
        # a later version may know keys that this one does not: say that first
        requirement = table.get("required-version")
        if isinstance(requirement, str) and not meets(__version__, requirement):
            wanted = f"requires scrubber {requirement}, this is {__version__}; install that"
            raise ConfigError(f"{shown(path)}: {wanted}")
        return Configuration(path, read_table(table, {name: KEYS[name].kind for name in KEYS}))
    except ValueError as error:
        raise ConfigError(f"{shown(path)}: {error}") from error
