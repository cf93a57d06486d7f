"""Paragraphs behind an author section: which go back, which stay, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import scrubber

CASES = Path(__file__).parent / "cases" / "blocks"


def marked_cases() -> list[tuple[str, list[str]]]:
    """Name and marked paragraphs of each case (the marks: see order-sections.txt)."""
    found = []
    for path in sorted(CASES.glob("order-*.txt")):
        for case in path.read_text(encoding="utf-8").split("\n== ")[1:]:
            name, _, text = case.partition("\n")
            found.append((f"{path.stem[6:]}: {name}", text.strip().split("\n\n")))
    return found


def before_and_after(marked: list[str]) -> tuple[str, str]:
    before = [block.removeprefix("> ") for block in marked if block != "^"]
    strays = [block[2:] for block in marked if block.startswith("> ")]
    after = []
    for block in marked:
        if block == "^":
            after += strays
        elif not block.startswith("> "):
            after.append(block)
    return "\n\n".join(before) + "\n", "\n\n".join(after) + "\n"


@pytest.mark.parametrize(
    ("name", "marked"), marked_cases(), ids=[name for name, _ in marked_cases()]
)
def test_case(name: str, marked: list[str]) -> None:
    before, after = before_and_after(marked)
    result = scrubber.clean(before)
    assert result.text == after
    assert scrubber.clean(after).text == after
