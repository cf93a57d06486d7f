"""Which paths a run leaves out: globs of the user in, yes or no for a path out."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from scrubber.config.globs import Globs

NEVER_ENTERED = frozenset({".git", ".hg", ".svn", "node_modules", ".venv", "venv", "__pycache__"})
STATE_SUFFIX = ".scrubber"
"""Ends the name of a folder in which a run keeps its state: no run takes that for input."""


class Selection(NamedTuple):
    """What is excluded. Paths are absolute."""

    exclude: tuple[Globs, ...] = ()
    force: bool = False
    """Whether it holds for paths that were named outright, too."""
    records: bool = False
    """Whether files of records are taken even from a working tree of git: there they are mostly
    data of its programs."""

    def leaves_out(self, path: str) -> bool:
        """Whether ``path``, found in a folder, is left out; its parents were asked before."""
        return any(globs.match(path) for globs in self.exclude)

    def leaves_out_named(self, path: str) -> bool:
        """Whether ``path``, named outright, is left out."""
        if not self.force:
            return False
        if any(globs.match_with_parents(path) for globs in self.exclude):
            return True
        from pathlib import PurePath

        base = self.exclude[0].base if self.exclude else os.getcwd()
        try:
            parents = PurePath(path).relative_to(base).parent.parts
        except ValueError:  # it lies elsewhere
            return False
        return not NEVER_ENTERED.isdisjoint(parents)


@cache
def is_environment(folder: str) -> bool:
    """Whether ``folder`` is a virtual environment of Python."""
    return os.path.exists(os.path.join(folder, "pyvenv.cfg"))


def may_enter(folder: str, selection: Selection) -> bool:
    """Whether a folder found within another is looked into; ``folder`` is absolute."""
    name = os.path.basename(folder)
    if name in NEVER_ENTERED or name.endswith(STATE_SUFFIX) or os.path.islink(folder):
        return False
    return not selection.leaves_out(folder) and not is_environment(folder)
