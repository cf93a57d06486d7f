"""One paragraph and the same with a word changed: another fact keeps both, an edit is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

import scrubber

CASES = Path(__file__).parent / "cases" / "blocks" / "one-word.txt"
FILLER = ("A clerk bought a chair.", "The chair is at the window now.", "Nobody else was there.")


def cases() -> list[tuple[str, str, str, str]]:
    """``(name, kind, paragraph, changed)`` for each line of the file."""
    found = []
    for section in CASES.read_text(encoding="utf-8").split("\n\n[")[1:]:
        language, rest = section.split("] ", 1)
        paragraph, *changes = rest.strip().split("\n")
        for change in changes:
            kind, swap = change.split(": ", 1)
            old, _, new = swap.partition(" |")
            assert old in paragraph, (language, old)
            name = f"{language}: {old} -{new}"
            found.append((name, kind, paragraph, paragraph.replace(old, new.strip(), 1)))
    return found


def text_of(one: str, other: str) -> str:
    first, second, third = FILLER
    return "\n\n".join((first, one, second, other, third)) + "\n"


@pytest.mark.parametrize(
    ("kind", "one", "other"), [case[1:] for case in cases()], ids=[case[0] for case in cases()]
)
def test_a_changed_word(kind: str, one: str, other: str) -> None:
    for text in (text_of(one, other), text_of(other, one)):
        result = scrubber.clean(text)
        codes = {finding.code for finding in result.findings}
        if kind == "edit":
            assert codes & {"DUP001", "DUP003"}
            continue
        assert result.text == text
        if kind == "fact":
            assert "DUP003" not in codes
