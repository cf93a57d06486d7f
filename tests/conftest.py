"""What tests share: the command, run as users run it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path


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


@pytest.fixture
def scrub(tmp_path: Path) -> Command:
    return Command(tmp_path)
