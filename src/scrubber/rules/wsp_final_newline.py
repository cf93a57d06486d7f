r"""A file that does not end in exactly one line end.

What it does:
    Ends a file with one line end. A file of white space alone comes out empty.

Why:
    Tools that work by line lose the last line of a file without an end, or glue it to the next.

Example:
    before: b'It is late.\n\nWe wait.'
    after: 'It is late.\n\nWe wait.\n'

Untouched:
    'A text without a file keeps its ending.'
    'A text without a file keeps its ending.\n\n\n'

Safety:
    Safe: only white space at the end of a file changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.model import Problem, Replace, Stage
from scrubber.traits import FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document
    from scrubber.settings import Settings

CODE = "WSP009"
NAME = "final-newline"
STAGE = Stage.WHITESPACE
NEEDS = {FILE}


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem where a file ends otherwise than in one line end."""
    text = document.text
    if not document.origin.whole_file or not text:
        return
    if text.endswith("\n") and not text[-2:-1].isspace() and text != "\n":
        return
    start = _end_of_text(text)
    if document.protected:
        start = max(start, min(document.protected[-1][1], len(text)))
    ending = "\n" if start and text[start - 1] != "\n" else ""
    if text[start:] != ending:
        yield Problem(
            (start, len(text)), _message(text[start:]), (Replace(start, len(text), ending),)
        )


def _end_of_text(text: str) -> int:
    """Where white space alone follows, but for what may be half of a letter."""
    from scrubber.whitespace.spaces import is_evidence

    end = len(text.rstrip())
    return end + 1 if text[end : end + 1] == "\u00a0" and is_evidence(text, end) else end


def _message(tail: str) -> str:
    if "\n" not in tail:
        return "the last line gets its line end"
    return "white space behind the last line is removed"
