"""How processes are started, and what is said of one that is gone."""

from __future__ import annotations

import multiprocessing
import sys
from typing import Any


def start_context() -> Any:
    """What processes are made with, whatever the default of this version of Python is.

    Forking is quickest, and sound here: no child touches a thread of its parent. macOS is another
    matter, and Windows cannot fork.
    """
    can_fork = sys.platform.startswith("linux")
    return multiprocessing.get_context("fork" if can_fork else "spawn")


def how_it_ended(status: int) -> str:
    """What to say of a process that ended with ``status``, below 0 by a signal."""
    if status < 0:
        return f"the process that cleaned it was killed by signal {-status}"
    return f"the process that cleaned it ended with status {status}"
