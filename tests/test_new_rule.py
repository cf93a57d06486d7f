"""Adding a rule is adding one file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import scrubber

RULE = '''r"""Shouting is toned down.

What it does:
    Writes one exclamation mark where several stand in a row.

Why:
    One is enough.

Example:
    before: 'Stop!!!\\n'
    after: 'Stop!\\n'

Untouched:
    'Stop!\\n'

Safety:
    Safe: no word changes.
"""

import re

from scrubber.model import Problem, Replace, Stage

CODE = "{code}"
NAME = "shouting"
STAGE = Stage.WHITESPACE


def check(document, settings):
    for match in re.finditer("!!+", document.text):
        yield Problem(match.span(), "shouting", (Replace(*match.span(), "!"),))
'''


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package in a temporary folder."""
    copy = tmp_path / "scrubber"
    shutil.copytree(
        Path(scrubber.__file__).parent, copy, ignore=shutil.ignore_patterns("__pycache__")
    )
    (tmp_path / "loud.txt").write_bytes(b"Stop!!!\n")
    return copy


def run(package: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scrubber", *args],
        cwd=package.parent,
        env={**os.environ, "PYTHONPATH": str(package.parent)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_one_file_is_all_it_takes(package: Path) -> None:
    (package / "rules" / "wsp_shouting.py").write_text(RULE.format(code="WSP901"))
    assert "WSP901  shouting" in run(package, "rule").stdout
    assert "One is enough." in run(package, "rule", "WSP901").stdout
    assert "loud.txt:1:5 WSP901 shouting" in run(package, "check", "loud.txt").stdout
    assert run(package, "clean", "loud.txt").stdout == "Stop!\n"
    assert run(package, "clean", "--select", "WSP901", "loud.txt").stdout == "Stop!\n"
    assert run(package, "clean", "--ignore", "WSP901", "loud.txt").stdout == "Stop!!!\n"


def test_two_rules_with_one_code_are_refused(package: Path) -> None:
    for name in ("wsp_shouting.py", "wsp_yelling.py"):
        (package / "rules" / name).write_text(RULE.format(code="WSP901"))
    failed = run(package, "check", "loud.txt")
    assert failed.returncode == 2
    assert "two rules have the code WSP901" in failed.stderr
