"""Sources named on the command line: paths in, the files to work on out."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING, NamedTuple

from scrubber.files.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

STDIN = "-"
_EVERYTHING = Selection()


class Source(NamedTuple):
    """One file to work on."""

    path: str
    """Where to read it, as it is shown to the user; ``-`` is standard input."""
    name: str
    """The name its format is judged by."""
    place: str
    """Its path within the folder that was named; its own name where a file was named."""
    root: str = ""
    """The folder that was named; empty where the file was."""
    error: OSError | None = None
    """Why it cannot be read, where that is known already."""

    @property
    def address(self) -> str:
        """What the user calls it: standard input may have a name of its own."""
        return self.place if self.path == STDIN else self.path

    @property
    def shown(self) -> str:
        """That, as it stands in a line."""
        from scrubber.files.errors import visible

        return visible(self.address)


def find_sources(
    paths: Iterable[str], stdin_name: str | None = None, selection: Selection = _EVERYTHING
) -> list[Source]:
    """The files behind ``paths``: a file is itself, a folder is what text it holds.

    A folder gives its files of a known suffix in the order of their paths, whatever the file
    system's is. Only a ``selection`` that is forced leaves out what was named.
    """
    found: list[Source] = []
    for path in paths:
        if path == STDIN:
            found.append(Source(STDIN, stdin_name or "stdin.txt", stdin_name or STDIN))
        elif selection.force and selection.leaves_out_named(os.path.abspath(path)):
            continue
        elif os.path.isdir(path):
            found += _in_folder(path, selection)
        else:
            name = os.path.basename(path)
            found.append(Source(path, name, name))
    return found


def read_source(source: Source) -> tuple[bytes, os.stat_result | None]:
    """The bytes of ``source``, and what ``os.fstat`` said of the file when it was read.

    Raises:
        OSError: it cannot be read, or is a device.
    """
    if source.error is not None:
        raise source.error
    if source.path == STDIN:
        return sys.stdin.buffer.read(), None
    with open(source.path, "rb") as file:
        found = stat_of(file)
        return file.read(), found


def stat_of(file: BinaryIO) -> os.stat_result:
    """What ``os.fstat`` says of an open source.

    Raises:
        OSError: it is a device, which may have no end. A terminal has one, and the null device.
    """
    found = os.fstat(file.fileno())
    if (stat.S_ISCHR(found.st_mode) or stat.S_ISBLK(found.st_mode)) and not (
        file.isatty() or os.path.samestat(found, os.stat(os.devnull))
    ):
        raise OSError(None, "is a device, no file; name a file", file.name)
    return found


def _in_folder(top: str, selection: Selection) -> Iterator[Source]:
    from pathlib import PurePath

    from scrubber.files.folder import texts_in

    names, failures = texts_in(top, selection)
    shown = "" if top == os.curdir else str(PurePath(top))
    for name in names:
        yield Source(os.path.join(shown, name), os.path.basename(name), name, top)
    for failure in failures:
        yield Source(str(failure.filename), "", "", top, failure)
