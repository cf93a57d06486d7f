r"""Blanks at the end of a line.

What it does:
    Removes spaces, tabs and special spaces before a line end and at the end of the text.

Why:
    They show nowhere, differ from copy to copy and make every later diff noisy.

Example:
    before: 'The ferry leaves at noon.  \nIt is late.\t\n'
    after: 'The ferry leaves at noon.\nIt is late.\n'

Untouched:
    'The ferry leaves at noon.\n'
    'An ideographic space is a sign of its script.\u3000\n'

Safety:
    Safe: no visible character changes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.edits import outside
from scrubber.model import Problem, Replace, Stage
from scrubber.traits import LOOSE_BLANKS
from scrubber.whitespace import BLANKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document
    from scrubber.settings import Settings

CODE = "WSP004"
NAME = "trailing-blanks"
STAGE = Stage.WHITESPACE
NEEDS = {LOOSE_BLANKS}


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for each line that ends in blanks."""
    text = document.text
    if document.source_format == "html":
        return
    edits = (Replace(*span, "") for span in _trailing_blanks(text))
    for edit in outside(edits, document.protected):
        yield Problem((edit.start, edit.end), "blanks at the end of the line are removed", (edit,))


@cache
def _end_behind_blank() -> re.Pattern[str]:
    return re.compile(rf"\n(?<=[{BLANKS}]\n)")


def _trailing_blanks(text: str) -> Iterator[tuple[int, int]]:
    from scrubber.whitespace.spaces import is_evidence

    ends = [match.start() for match in _end_behind_blank().finditer(text)]
    if text.endswith(tuple(BLANKS)):
        ends.append(len(text))
    for end in ends:
        start = end
        while start and text[start - 1] in BLANKS:
            start -= 1
        if text[start] == "\u00a0" and is_evidence(text, start):
            start += 1
        if start < end:
            yield start, end
