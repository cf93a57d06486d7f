r"""Runs of blanks and stray tabs within a line.

What it does:
    Writes one space for a run of blanks between words and for a tab in a line of prose.
    Neighbouring lines with the same columns are a table and stay, and so does program code.

Why:
    They are traces of typewriters, of justified columns and of markup that was cut out.

Example:
    before: 'The ferry  leaves at\tnoon.\n'
    after: 'The ferry leaves at noon.\n'

Untouched:
    'Pier\tFerries\nNorth\t12\nSouth\t9\n'
    'Pier     Ferries\nNorth         12\nSouth          9\n'

Safety:
    Safe: only blanks within a line of prose change; first-line indentation is not its matter.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.edits import by_line, counted
from scrubber.model import Replace, Stage
from scrubber.traits import LOOSE_BLANKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document, Problem
    from scrubber.settings import Settings

CODE = "WSP005"
NAME = "blank-run"
STAGE = Stage.WHITESPACE
NEEDS = {LOOSE_BLANKS}


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for each line of prose with runs of blanks."""
    text = document.text
    if document.source_format == "html" or ("  " not in text and "\t" not in text):
        return
    yield from by_line(document, _edits(text), _message)


@cache
def _run() -> re.Pattern[str]:
    return re.compile(r"(?<=[^ \t])(?:\t[ \t]*| [ \t]+)(?=[^ \t])")


def _edits(text: str) -> Iterator[Replace]:
    from scrubber.whitespace.lines import is_code, is_letterspaced, lines_of
    from scrubber.whitespace.spaces import is_evidence
    from scrubber.whitespace.tables import rows_of_tables

    rows = rows_of_tables(text)
    for line in lines_of(text):
        if line.start in rows or is_code(line.text):
            continue
        for match in _run().finditer(line.text):
            start, end = match.span()
            if is_letterspaced(line.text, start, end):
                continue
            clean = "  " if is_evidence(line.text, start) else " "
            if clean != match[0]:
                yield Replace(line.start + start, line.start + end, clean)


def _message(edits: list[Replace]) -> str:
    count = len(edits)
    return f"{counted(count, 'run')} of blanks {'becomes' if count == 1 else 'become'} one space"
