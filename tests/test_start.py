"""The command starts fast: nothing heavy is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {
    *("bs4", "lxml", "ftfy", "rapidfuzz", "rich", "chardet", "markdown_it"),
    *("dataclasses", "difflib", "hashlib", "json", "pathlib", "tempfile", "tomllib", "urllib"),
    *("multiprocessing", "sqlite3", "unicodedata"),
}
"""Some of them belong to Click, in one version or another of it and of Python."""

NEEDLESS = {
    *("scrubber.apply", "scrubber.archive", "scrubber.blocks.html", "scrubber.blocks.markdown"),
    *("scrubber.copies.decide", "scrubber.decode.detect", "scrubber.decode.patch"),
    *("scrubber.files.cache", "scrubber.files.errors", "scrubber.files.journal"),
    *("scrubber.files.targets", "scrubber.files.write"),
    *("scrubber.invisible", "scrubber.judge", "scrubber.markup", "scrubber.mojibake"),
    *("scrubber.normalization", "scrubber.offsets", "scrubber.order.survey", "scrubber.says"),
    *("scrubber.quotes.marks", "scrubber.similarity.facts", "scrubber.suppress"),
    *("scrubber.verify", "scrubber.view", "scrubber.whitespace.lines"),
}
"""What a text in ASCII without a defect does not ask for."""

HELLO = """
import click

@click.command()
def hello():
    click.echo("hello")

hello.main([], standalone_mode=False)
"""

SCRUBBER = """
import sys
from scrubber.cli import main

sys.argv = ["scrubber", *{args!r}]
try:
    main()
except SystemExit as end:
    assert not end.code
"""

ARTICLE = b"""\
The harbour of Thornby is to be dredged again before the winter comes.

Silt has narrowed the channel so much that the larger boats wait for the tide to lift them.

Nobody knows who will pay. The county has set nothing aside, and the pilots have no money.

A short heading

"We asked for this in spring," said Oda Renfield, who runs the chandlery on the quay.

Two firms have made an offer; the cheaper one would bring its own barge from the north.

Work takes six weeks: the fish market moves to the old ropewalk until then.

It's the third time in ten years, and each time the mud was back sooner than expected.
"""
"""It has what articles have: marks, a heading, names, a colon."""


def loaded(script: str, folder: Path) -> set[str]:
    """The modules that are loaded when ``script`` has run."""
    script += "\nimport sys\nsys.stderr.write(' '.join(sys.modules))\n"
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, input=ARTICLE, capture_output=True, check=True
    )
    return set(run.stderr.decode().split())


@pytest.fixture(scope="module")
def always(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What any program of Click loads."""
    return loaded(HELLO, tmp_path_factory.mktemp("hello"))


@pytest.mark.parametrize(
    "args",
    [
        ("--version",),
        ("--help",),
        ("clean", "article.txt"),
        ("clean", "-"),
        ("clean", "--quiet", "--in-place", "article.txt"),
        ("clean", "--quiet", "--check", "article.txt"),
        ("clean", "--help"),
        ("check", "article.txt"),
    ],
    ids=" ".join,
)
def test_nothing_heavy_is_loaded(tmp_path: Path, always: set[str], args: tuple[str, ...]) -> None:
    (tmp_path / "article.txt").write_bytes(ARTICLE)
    needless = (HEAVY - always) | NEEDLESS
    assert needless & loaded(SCRUBBER.format(args=args), tmp_path) == set()


def test_the_help_page_loads_no_command(tmp_path: Path) -> None:
    found = loaded(SCRUBBER.format(args=("--help",)), tmp_path)
    assert {name for name in found if name.startswith("scrubber")} == {"scrubber", "scrubber.cli"}
