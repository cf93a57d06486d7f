"""``.gitignore`` without git: a working tree in, whether a path in it is ignored out."""

from __future__ import annotations

import os
from functools import cache

from pathspec import GitIgnoreSpec


class Ignored:
    """What the ``.gitignore`` files of one working tree ignore; deeper files win."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._spec_of = cache(_spec_of)

    def __call__(self, path: str, *, folder: bool) -> bool:
        """Whether the absolute ``path`` is ignored; its parents were asked before."""
        at = os.path.dirname(path)
        while True:
            spec = self._spec_of(at, top=at == self._root)
            if spec is not None:
                relative = os.path.relpath(path, at).replace(os.sep, "/") + "/" * folder
                verdict = spec.check_file(relative).include
                if verdict is not None:
                    return verdict
            if at == self._root or at == os.path.dirname(at):
                return False
            at = os.path.dirname(at)


def _spec_of(folder: str, *, top: bool) -> GitIgnoreSpec | None:
    lines: list[str] = []
    names = (".git/info/exclude", ".gitignore") if top else (".gitignore",)
    for name in names:
        try:
            with open(os.path.join(folder, name), encoding="utf-8", errors="surrogateescape") as f:
                lines += f.read().splitlines()
        except OSError:
            continue
    return GitIgnoreSpec.from_lines(lines) if lines else None
