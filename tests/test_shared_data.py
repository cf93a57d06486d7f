"""Real articles, where they lie beside the checkout; without them these tests are skipped."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import scrubber

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Command

SHARED = Path(__file__).parents[2] / "shared"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="no data beside the checkout")


def rows(name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(SHARED / "data" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


class TestTheFirstArticle:
    def test_it_comes_out_as_expected(self, scrub: Command) -> None:
        expected = (SHARED / "seed/expected.txt").read_bytes()
        source = SHARED / "seed/article.txt"
        assert scrub("clean", source).stdout == expected
        assert scrub("clean", "-", input=source.read_bytes()).stdout == expected

    def test_a_second_run_changes_nothing(self, scrub: Command) -> None:
        expected = (SHARED / "seed/expected.txt").read_bytes()
        assert scrub("clean", "-", input=expected).stdout == expected

    def test_what_is_not_fixed_is_noted(self, scrub: Command) -> None:
        lines = scrub("check", SHARED / "seed/article.txt").stdout.decode().splitlines()
        notes = [line.split()[1] for line in lines if line.endswith("[note]")]
        assert sorted(notes) == ["ORD003", "QUO003"]


def test_clean_lines_stay_as_they_are() -> None:
    changed = [
        row["text"]
        for row in rows("clean")
        if scrubber.clean(row["text"] + "\n").text != row["text"] + "\n"
    ]
    assert changed == []
