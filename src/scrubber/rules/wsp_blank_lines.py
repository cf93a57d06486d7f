r"""Blank lines in a row, and at the start of a text.

What it does:
    Makes one blank line of several in a row and removes those before the first line. In Markdown
    only between blocks of prose.

Why:
    They are gaps where a page had pictures, adverts and empty boxes.

Example:
    before: '\nThe ferry leaves at noon.\n\n\n\nIt is late.\n'
    after: 'The ferry leaves at noon.\n\nIt is late.\n'

Untouched:
    'The ferry leaves at noon.\n\nIt is late.\n'
    'A text without a file keeps its ending.\n\n\n'

Safety:
    Safe: paragraphs stay apart, and no two that were together are parted.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from scrubber.edits import outside
from scrubber.model import Problem, Replace, Stage
from scrubber.traits import LOOSE_BLANKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document, Span
    from scrubber.settings import Settings

CODE = "WSP007"
NAME = "blank-lines"
STAGE = Stage.WHITESPACE
NEEDS = {LOOSE_BLANKS}


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for each gap of more than one blank line."""
    text = document.text
    if document.source_format == "html":
        return
    gaps = _gaps_of_prose(document) if document.source_format == "markdown" else _gaps(text)
    edits = (Replace(start, end, "\n\n" if start else "") for start, end in gaps)
    for edit in outside(edits, document.protected):
        lines = text.count("\n", edit.start, edit.end) - 1
        message = f"{lines} blank lines become one" if edit.start else "blank lines at the start go"
        yield Problem((edit.start, edit.end), message, (edit,))


@cache
def _several() -> re.Pattern[str]:
    return re.compile(r"\A(?:[^\S\n]*+\n)++|\n(?:[^\S\n]*+\n){2,}+")


def _gaps(text: str) -> Iterator[Span]:
    """Blank lines in a row, at the start too, but not at the end: that is the ending's matter."""
    spans = (match.span() for match in _several().finditer(text))
    return (span for span in spans if span[1] < len(text))


def _gaps_of_prose(document: Document) -> Iterator[Span]:
    text = document.text
    for above, below in pairwise(document.blocks):
        if not (above.opaque or below.opaque):
            match = _several().match(text, above.end)
            if match and match.end() < len(text):
                yield match.span()
