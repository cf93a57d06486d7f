r"""Blanks at the end of a line.

What it does:
    Removes spaces, tabs and their kind before a line end.

Why:
    They show nowhere, differ from copy to copy and make every later diff noisy.

Example:
    before: 'The ferry leaves at noon.  \nIt is late.\n'
    after: 'The ferry leaves at noon.\nIt is late.\n'

Untouched:
    'The ferry leaves at noon.\n'

Safety:
    Safe: no visible character changes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrubber.model import Problem, Replace, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document
    from scrubber.settings import Settings

CODE = "WSP004"
NAME = "trailing-blanks"
STAGE = Stage.WHITESPACE


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for each line that ends in blanks."""
    if " \n" not in document.text:
        return
    for match in re.finditer(r"[ \t]+(?=\n)", document.text):
        if match.start() and document.text[match.start() - 1] in " \t":
            continue
        yield Problem(match.span(), "blanks at the end of the line", (Replace(*match.span(), ""),))
