"""The command starts fast: nothing heavy is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = ("bs4", "lxml", "ftfy", "rapidfuzz", "rich", "chardet", "markdown_it", "difflib")

ARTICLE = b"\n\n".join(
    b"Paragraph %d of an article says one thing or another." % n for n in range(9)
)


def loaded(tmp_path: Path, *args: str) -> set[str]:
    script = (
        "import sys, atexit\n"
        f"heavy = {HEAVY!r}\n"
        "loaded = lambda: ' '.join(m for m in heavy if m in sys.modules)\n"
        "atexit.register(lambda: sys.stderr.write(loaded()))\n"
        f"sys.argv = ['scrubber', *{args!r}]\n"
        "from scrubber.cli import main\n"
        "main()\n"
    )
    (tmp_path / "article.txt").write_bytes(ARTICLE + b"\n")
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    return set(run.stderr.split())


@pytest.mark.parametrize(
    "args",
    [("--version",), ("--help",), ("clean", "article.txt"), ("clean", "--help")],
    ids=" ".join,
)
def test_nothing_heavy_is_loaded(tmp_path: Path, args: tuple[str, ...]) -> None:
    assert loaded(tmp_path, *args) == set()
