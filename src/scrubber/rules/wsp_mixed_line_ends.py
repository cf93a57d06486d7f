r"""Line ends of several kinds in one text.

What it does:
    Gives every line the kind of end that most lines have; on a tie the kind that comes first.
    A text with one kind of line end keeps it.

Why:
    Text glued together from several sources shows stray signs in one program and lines run
    together in another.

Example:
    before: 'One line.\r\nAnother.\nA third.\n'
    after: 'One line.\nAnother.\nA third.\n'

Untouched:
    'One line.\r\nAnother.\r\n'
    'One line.\nAnother.\n'

Safety:
    Safe: lines stay lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrubber.model import Problem, Replace, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document
    from scrubber.settings import Settings

CODE = "WSP001"
NAME = "mixed-line-ends"
STAGE = Stage.SOURCE
NEEDS = {"\r"}

_NAMES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for the whole text: where it still holds a carriage return, kinds are mixed."""
    text = document.text
    ends = [match.span() for match in re.finditer(r"\r\n?", text)]
    edits = tuple(Replace(start, end, "\n") for start, end in ends)
    if not ends:
        return
    message = f"line ends are mixed: all become {_NAMES[document.origin.newline]}"
    yield Problem((ends[0][0], ends[-1][1]), message, edits)
