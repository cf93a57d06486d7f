"""The page of before and after."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from scrubber.report.compare import rows, words

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

BEFORE = "Title\n\nOne  line here.\n\nBio of the author.\n\nBio of the author.\n\nStray end.\n"
AFTER = "Title\n\nOne line here.\n\nStray end.\n\nBio of the author.\n"


def test_rows_align_the_paragraphs() -> None:
    found = [(row.kind, row.line, row.before[:5], row.after[:5]) for row in rows(BEFORE, AFTER)]
    assert found[:2] == [("same", 1, "Title", "Title"), ("changed", 3, "One  ", "One l")]
    assert sorted(kind for kind, *_ in found[2:]) == ["moved-from", "moved-to", "removed", "same"]


def test_paragraphs_changed_from_end_to_end_are_pairs() -> None:
    before, after = (
        "\n\n".join(f"{number} {word * 9}" for number in range(300))
        for word in ("Ð³Ð¾Ñ€Ð¾Ð´ ", "город ")
    )
    assert {row.kind for row in rows(before, after)} == {"changed"}


def test_a_copy_that_left_is_no_move() -> None:
    found = rows("Copy.\n\nMoves.\n\nCopy.\n\nEnd.\n", "Copy.\n\nEnd.\n\nMoves.\n")
    assert sorted(row.kind for row in found) == [
        "moved-from",
        "moved-to",
        "removed",
        "same",
        "same",
    ]


def test_every_paragraph_of_both_sides_is_in_a_row() -> None:
    found = rows(BEFORE, AFTER)
    assert [row.before for row in found if row.before] == BEFORE.strip().split("\n\n")
    assert [row.after for row in found if row.after] == AFTER.strip().split("\n\n")


def test_words_mark_what_differs() -> None:
    pieces = [(piece.kind, piece.text) for piece in words("a  b", "a b")]
    assert pieces == [("same", "a"), ("deleted", "  "), ("inserted", " "), ("same", "b")]


class _Balanced(HTMLParser):
    """Fails where tags do not nest."""

    VOID = ("meta", "!doctype")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_page(scrub: Command, tmp_path: Path) -> None:
    (tmp_path / "a&b.txt").write_bytes("“Blanks” & <x>  \nend.\n".encode())
    (tmp_path / "clean.txt").write_bytes(b"Nothing here.\n")
    run = scrub("report", "a&b.txt", "clean.txt", "-o", "page.html")
    assert run.returncode == 0, run.stderr
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    parser = _Balanced()
    parser.feed(page)
    assert parser.open == []
    assert "2 files, 1 changed" in page
    assert "a&amp;b.txt" in page
    assert "&lt;x&gt;" in page
    assert "<script" not in page
    assert "http" not in page, "the page needs nothing else"


def test_a_source_that_fails_is_on_the_page(scrub: Command, tmp_path: Path) -> None:
    run = scrub("report", "gone.txt", "-o", "page.html")
    assert run.returncode == 2
    assert "no such file" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_page_that_cannot_be_written(scrub: Command, tmp_path: Path) -> None:
    (tmp_path / "clean.txt").write_bytes(b"Nothing here.\n")
    run = scrub("report", "clean.txt", "-o", "no/such/page.html")
    assert run.returncode == 2
    assert b"no/such/page.html lies in no folder that exists: make it first" in run.stderr


@pytest.mark.parametrize(
    ("sources", "page", "why"),
    [
        ("a.html", "a.html", "is a source itself"),
        (".", "page.html", "lies inside the source"),
        ("a.html", "none/page.html", "lies in no folder that exists"),
    ],
)
def test_no_source_is_written_over(
    scrub: Command, tmp_path: Path, sources: str, page: str, why: str
) -> None:
    (tmp_path / "a.html").write_bytes(b"<p>Two  blanks.</p>\n")
    run = scrub("report", sources, "-o", page)
    assert run.returncode == 2
    assert why in run.stderr.decode().splitlines()[-1]
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
    assert (tmp_path / "a.html").read_bytes() == b"<p>Two  blanks.</p>\n"
