"""What git knows of a folder: the folder in, the paths in it that git does not ignore out."""

from __future__ import annotations

import os

_TIMEOUT = 60
_LOCAL = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
"""Variables that git sets for its hooks: they name a repository, whatever the folder is."""


def repository_of(folder: str) -> str | None:
    """The root of the working tree that holds ``folder``; None where there is none."""
    at = os.path.realpath(folder)
    while not os.path.lexists(os.path.join(at, ".git")):
        above = os.path.dirname(at)
        if above == at:
            return None
        at = above
    return at


def not_ignored(folder: str) -> list[str] | None:
    """Paths of files below ``folder``, relative to it, tracked or not; None if git cannot tell."""
    output = _git(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    if output is None:
        return None
    return [os.fsdecode(name) for name in sorted({*output.split(b"\0")}) if name]


def is_ignored(folder: str) -> bool:
    """Whether git ignores ``folder`` as a whole."""
    return _git(folder, "check-ignore", "--quiet", ".") is not None


def _git(folder: str, *args: str) -> bytes | None:
    """What the command prints; None where it fails, is missing or has doubts."""
    import subprocess

    environment = {name: value for name, value in os.environ.items() if name not in _LOCAL}
    # a repository's own configuration may name a program to run: not here
    command = ["git", "-c", "core.fsmonitor=false", *args]
    try:
        run = subprocess.run(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
            capture_output=True, timeout=_TIMEOUT, check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    return None if run.stderr else run.stdout
