"""Sources named on the command line: paths in, the files to work on out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from scrubber.files.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


def _in_folder(top: str, selection: Selection) -> Iterator[Source]:
    from pathlib import PurePath

    from scrubber.files.folder import texts_in

    names, failures = texts_in(top, selection)
    shown = "" if top == os.curdir else str(PurePath(top))
    for name in names:
        yield Source(os.path.join(shown, name), os.path.basename(name), name, top)
    for failure in failures:
        yield Source(str(failure.filename), "", "", top, failure)
