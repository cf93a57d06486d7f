"""What a run would change, as a unified diff: two texts in, lines out."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.files.job import Outcome

INVISIBLE = frozenset({"ENC001", "ENC002", "WSP001", "WSP009"})
"""Rules whose fixes no line of a diff shows: encoding, BOM, line ends, final newline."""


def diff_lines(outcome: Outcome) -> Iterator[str]:
    """The diff of one outcome; comment lines name what no line of it shows."""
    path = outcome.source.path
    for finding in outcome.findings:
        if finding.code in INVISIBLE and finding.fixed:
            yield f"# {path}: {finding.code} {finding.message}"
    old, new = _lines(outcome.before_text), _lines(outcome.after_text)
    yield from unified_diff(old, new, path, path, lineterm="")


def with_diff(outcome: Outcome) -> Outcome:
    """The outcome with its diff in place of its content."""
    lines = tuple(diff_lines(outcome)) if outcome.changed else ()
    return outcome.without_content()._replace(shown=lines)


def coloured(line: str) -> str:
    """A line of a diff in the colours that terminals show diffs in."""
    import click

    if line.startswith(("---", "+++")):
        return click.style(line, bold=True)
    colour = {"+": "green", "-": "red", "@": "cyan", "#": "yellow"}.get(line[:1])
    return click.style(line, fg=colour) if colour else line


def _lines(text: str) -> list[str]:
    """Lines parted at line feeds alone; other separators are part of a line here."""
    return text.split("\n")[:-1] if text.endswith("\n") else text.split("\n")
