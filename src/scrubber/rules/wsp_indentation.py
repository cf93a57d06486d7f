r"""First-line indentation where blank lines part the paragraphs already.

What it does:
    Removes the blanks before the first line of a prose paragraph, where blank lines part the
    paragraphs or there is only one. Where indentation alone marks paragraphs it stays; verse,
    code, lists, tables, set-off and centred lines keep theirs.

Why:
    It is left from a page's layout, and to Markdown and many tools it means program code.

Example:
    before: '    The ferry leaves at noon.\n\n    It is late today.\n'
    after: 'The ferry leaves at noon.\n\nIt is late today.\n'

Untouched:
    '  The ferry leaves at noon.\n  It is late today.\n'
    'Timetable\n\n    - The ferry leaves at noon.\n    - The bus leaves at one.\n'
    'The song goes:\n\n    The ferry, the ferry\n      goes over the sea\n'

Safety:
    Safe: paragraphs stay apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.edits import outside
from scrubber.model import Problem, Replace, Stage
from scrubber.traits import LOOSE_BLANKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document
    from scrubber.settings import Settings

CODE = "WSP008"
NAME = "indentation"
STAGE = Stage.WHITESPACE
NEEDS = {LOOSE_BLANKS}


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for each indented paragraph."""
    text = document.text
    if document.source_format != "text":
        return
    from scrubber.whitespace.indentation import first_line_indents

    edits = (Replace(start, end, "") for start, end in first_line_indents(text))
    for edit in outside(edits, document.protected):
        yield Problem((edit.start, edit.end), "first-line indentation is removed", (edit,))
