"""Sources named on the command line: paths in, the files to work on out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from scrubber.files.write import TEMPORARY_SUFFIX
from scrubber.formats import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STDIN = "-"
SKIPPED_FOLDERS = frozenset(
    {".git", ".hg", ".svn", ".tox", ".nox", ".venv", "venv", "node_modules", "__pycache__"}
)


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


def find_sources(paths: Iterable[str], stdin_name: str | None = None) -> list[Source]:
    """The files behind ``paths``: a file is itself, a folder is what text it holds.

    A folder gives its files of a known suffix, in the order of their names, its own folders
    included, but no links, hidden folders, repositories or environments.
    """
    found: list[Source] = []
    for path in paths:
        if path == STDIN:
            found.append(Source(STDIN, stdin_name or "stdin.txt", stdin_name or STDIN))
        elif os.path.isdir(path):
            found += _walk(path)
        else:
            found.append(Source(path, Path(path).name, Path(path).name))
    return found


def _walk(top: str) -> Iterator[Source]:
    failures: list[OSError] = []
    for folder, folders, names in os.walk(top, onerror=failures.append):
        folders[:] = sorted(
            name for name in folders if name not in SKIPPED_FOLDERS and not name.startswith(".")
        )
        for name in sorted(names):
            path = Path(folder, name)
            if _is_text(name) and not path.is_symlink():
                yield Source(str(path), name, str(path.relative_to(top)), top)
    for failure in failures:
        yield Source(str(failure.filename), "", "", top, failure)


def _is_text(name: str) -> bool:
    return Path(name).suffix.lower() in SUFFIXES and not name.endswith(TEMPORARY_SUFFIX)
