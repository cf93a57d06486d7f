"""The texts in a folder: a folder in, the paths of its text files in a fixed order out."""

from __future__ import annotations

import os
import stat
from functools import cache
from typing import TYPE_CHECKING

from scrubber.files import git
from scrubber.files.selection import may_enter
from scrubber.files.write import TEMPORARY_SUFFIX
from scrubber.formats import SUFFIXES, records_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scrubber.files.selection import Selection

    Ignored = Callable[..., bool]


def texts_in(top: str, selection: Selection) -> tuple[list[str], list[OSError]]:
    """Paths below ``top``, relative to it, and what could not be read.

    In a working tree of git, these are the files that git does not ignore: an ignored folder that
    was named itself is taken as it is. No link is followed, and no other repository, environment
    or package folder entered. Files of records are left out of a working tree, unless asked for.
    """
    failures: list[OSError] = []
    found = [name for name in _candidates(top, selection, failures) if _is_text(top, name)]
    return sorted(found, key=lambda name: name.split(os.sep)), failures


def _candidates(top: str, selection: Selection, failures: list[OSError]) -> Iterable[str]:
    root = git.repository_of(top)
    outside = selection._replace(records=True)
    if root is None:
        return _walk(top, outside, failures, None)
    names = git.not_ignored(top)
    if names is None:
        from scrubber.files.gitignore import Ignored

        return _walk(top, selection, failures, Ignored(root))
    if not names and git.is_ignored(top):
        return _walk(top, outside, failures, None)
    return _admitted(top, names, selection)


def _admitted(top: str, names: list[str], selection: Selection) -> Iterator[str]:
    """The ``names``, but for those that are excluded or lie where nobody enters."""
    above = os.path.abspath(top)

    @cache
    def open_to_us(folder: str) -> bool:
        if not folder:
            return True
        if not open_to_us(os.path.dirname(folder)):
            return False
        return may_enter(os.path.join(above, folder), selection)

    for name in names:
        local = name.replace("/", os.sep)
        if not has_suffix(local, selection) or selection.leaves_out(os.path.join(above, local)):
            continue
        if open_to_us(os.path.dirname(local)):
            yield local


def _walk(
    top: str, selection: Selection, failures: list[OSError], ignored: Ignored | None
) -> Iterator[str]:
    # git knows the working tree by its real path, globs know files by the user's
    above, real = os.path.abspath(top), os.path.realpath(top)
    for folder, folders, names in os.walk(top, onerror=failures.append):
        below = os.path.relpath(folder, top)
        below = "" if below == os.curdir else below

        def passes(name: str, *, is_folder: bool, below: str = below) -> bool:
            path = os.path.join(above, below, name)
            if is_folder and not may_enter(path, selection):
                return False
            if ignored is None:
                return True
            if is_folder and os.path.lexists(os.path.join(path, ".git")):
                return False
            return not ignored(os.path.join(real, below, name), folder=is_folder)

        folders[:] = [name for name in folders if passes(name, is_folder=True)]
        for name in names:
            if not has_suffix(name, selection) or selection.leaves_out(
                os.path.join(above, below, name)
            ):
                continue
            if passes(name, is_folder=False):
                yield os.path.join(below, name)


def has_suffix(name: str, selection: Selection) -> bool:
    """Whether a file called ``name`` is taken from a folder."""
    if name.endswith(TEMPORARY_SUFFIX):
        return False
    known = os.path.splitext(name)[1].lower() in SUFFIXES
    return known or (selection.records and records_of(name) is not None)


def _is_text(top: str, name: str) -> bool:
    """Whether it is a file, no link to one, and still there."""
    try:
        return stat.S_ISREG(os.lstat(os.path.join(top, name)).st_mode)
    except OSError:
        return False
