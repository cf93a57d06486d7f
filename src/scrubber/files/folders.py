"""Where a user's system keeps what programs remember: its own folders for state and cache out."""

from __future__ import annotations

import os
import sys


def state_folder() -> str:
    """The folder for what may not be lost, such as journals."""
    return _folder("XDG_STATE_HOME", "~/.local/state", "~/Library/Application Support")


def cache_folder() -> str:
    """The folder for what may be lost."""
    return _folder("XDG_CACHE_HOME", "~/.cache", "~/Library/Caches")


def _folder(variable: str, usual: str, of_macos: str) -> str:
    """By the XDG Base Directory Specification, which has relative paths ignored."""
    base = os.environ.get(variable, "")
    if not os.path.isabs(base):
        if sys.platform == "win32":
            base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~/AppData/Local")
        else:
            base = os.path.expanduser(of_macos if sys.platform == "darwin" else usual)
    return os.path.join(base, "scrubber")
