r"""No-break spaces and their kind where an ordinary space belongs.

What it does:
    Writes an ordinary space for a no-break, narrow, thin, en or em space. It stays within a
    number, between a number and its unit, percent or degree, after a title, with initials, and
    on the inner side of French marks.

Why:
    Editors and web pages sprinkle no-break spaces everywhere. A search for two words misses them,
    and lines break in the wrong places.

Example:
    before: 'The\u00a0ferry leaves\u00a0 at noon.\n'
    after: 'The ferry leaves at noon.\n'

Untouched:
    'It is 12\u00a0km, or 1\u00a0000\u00a0m, to the pier; 8\u00a0% walk.\n'
    'Dr.\u00a0Vale met J.\u00a0R.\u00a0Hollis.\n'
    '«\u00a0Encore\u00a0?\u00a0» dit-elle\u202f; puis rien.\n'

Safety:
    Safe: a blank stays a blank. Where the context leaves a doubt the special space goes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.edits import by_line, counted
from scrubber.model import Replace, Stage
from scrubber.traits import UNPRINTABLE
from scrubber.whitespace import BLANKS, SPECIAL_SPACES, TO_SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document, Problem
    from scrubber.settings import Settings

CODE = "WSP006"
NAME = "special-space"
STAGE = Stage.WHITESPACE
NEEDS = {UNPRINTABLE}


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for each line with special spaces that are not needed."""
    text = document.text
    if document.source_format == "html":
        return
    from scrubber.markup.markdown import without_new_syntax

    def message(edits: list[Replace]) -> str:
        spaces = "".join(text[edit.start : edit.end] for edit in edits).strip(" \t")
        kind = "no-break space" if set(spaces) <= set("\u00a0 \t") else "special space"
        count = len(edits)
        return f"{counted(count, kind)} {'becomes' if count == 1 else 'become'} ordinary"

    yield from by_line(document, without_new_syntax(document, _edits(text)), message)


@cache
def _special_run() -> re.Pattern[str]:
    return re.compile(rf"[{SPECIAL_SPACES}][{BLANKS}]*")


def _edits(text: str) -> Iterator[Replace]:
    from scrubber.whitespace.lines import lines_of
    from scrubber.whitespace.spaces import is_evidence, is_needed
    from scrubber.whitespace.tables import rows_of_tables

    rows = rows_of_tables(text)
    for line in lines_of(text):
        for match in _special_run().finditer(line.text):
            start, end = match.span()
            while start and line.text[start - 1] in " \t":
                start -= 1
            run = line.text[start:end]
            if not start or (len(run) > 1 and line.start in rows):
                clean = run.translate(TO_SPACES)
            elif run[0] == "\u00a0" and is_evidence(line.text, start):
                clean = run[0] + " " * (len(run) > 1)
            elif is_needed(line.text, start, end):
                clean = line.text[match.start()]
            else:
                clean = " "
            if clean != run:
                yield Replace(line.start + start, line.start + end, clean)
