r"""Control characters in a text.

What it does:
    Removes the controls of ASCII but tab and line ends, and terminal sequences, without leaving
    a blank. Between words a form feed, a vertical tab or a line separator leaves a line break,
    a paragraph separator a paragraph break.

Why:
    They are remains of wires, printers and terminals. Many programs stop at them.

Example:
    before: 'The fer\x00ry leaves\x0cat noon.\x03\n'
    after: 'The ferry leaves\nat noon.\n'

Untouched:
    'Pier\tFerries\nNorth\t12\n'

Safety:
    Safe: controls show nothing. Those that parted words still do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.edits import by_line, counted
from scrubber.model import Stage
from scrubber.traits import UNPRINTABLE, signs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document, Problem, Replace
    from scrubber.settings import Settings

CODE = "WSP002"
NAME = "control-character"
STAGE = Stage.INVISIBLE
NEEDS = {UNPRINTABLE}


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for each line with control characters."""
    text = document.text
    from scrubber.invisible import REMOVED

    if REMOVED.isdisjoint(signs_of(document)):
        return
    from scrubber.invisible.controls import control_edits
    from scrubber.markup.guard import without_new_markup
    from scrubber.markup.markdown import without_new_syntax

    edits = without_new_markup(text, list(control_edits(document)))
    yield from by_line(document, without_new_syntax(document, edits), _message)


def _message(edits: list[Replace]) -> str:
    count = sum(edit.end - edit.start - len(edit.text) for edit in edits)
    return f"{counted(max(count, len(edits)), 'control character')} removed"
