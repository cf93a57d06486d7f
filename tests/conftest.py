"""What tests share: the command, run as users run it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from pathlib import Path


if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # in the background of a shell
    signal.signal(signal.SIGINT, signal.default_int_handler)

# The same examples in each run, so that a failure is one's own; others with
# `pytest --hypothesis-profile=explore`.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=1_000)
settings.load_profile("repeatable")


@dataclass(frozen=True)
class Command:
    """The ``scrubber`` command, run in its own process within ``folder``."""

    folder: Path

    def __call__(self, *args: str | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "scrubber", *map(str, args)],
            cwd=self.folder,
            capture_output=True,
            check=False,
            **options,
        )


def as_any_user() -> dict[str, Any]:
    """Options of a process for which modes of files count, though root may run the tests."""
    if sys.platform == "win32":
        pytest.skip("needs modes")
    if os.geteuid() != 0:
        return {}
    if sys.platform != "linux":
        pytest.skip("root may read and write all")
    import ctypes

    libc = ctypes.CDLL(None)

    def drop_rights() -> None:  # to override modes, when reading and at all
        for right in (1, 2):
            libc.prctl(24, right, 0, 0, 0)

    return {"preexec_fn": drop_rights}


@pytest.fixture(autouse=True)
def no_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests out of the user's own state and cache."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))


@pytest.fixture
def scrub(tmp_path: Path) -> Command:
    return Command(tmp_path)
