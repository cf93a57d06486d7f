r"""Characters that show nothing and have no task.

What it does:
    Removes soft hyphens, zero-width spaces, byte order marks within the text, stray joiners,
    variation selectors and tag characters, and direction signs from a text that runs from left
    to right.

Why:
    They are hints for the line breaks of one page. A search for the word misses it.

Example:
    before: 'The Bürger\u00admeister took the\u200b ferry.\n'
    after: 'The Bürgermeister took the ferry.\n'

Untouched:
    'A family \U0001f468\u200d\U0001f469\u200d\U0001f467 and a heart \u2764\ufe0f came aboard.\n'
    'او می\u200cخواهد برود.\n'

Safety:
    Safe: joiners and selectors stay in emoji and between letters of scripts that spell with them,
    balanced direction signs in a text with letters that run from right to left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.edits import by_line, counted
from scrubber.model import Stage
from scrubber.traits import BEYOND_ASCII, UNPRINTABLE, signs_of, traits_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document, Problem, Replace
    from scrubber.settings import Settings

CODE = "WSP003"
NAME = "invisible-character"
STAGE = Stage.INVISIBLE
NEEDS = {BEYOND_ASCII}


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for each line with invisible characters that have no task."""
    text = document.text
    from scrubber.invisible import may_hold_selectors

    if UNPRINTABLE not in traits_of(document) and not may_hold_selectors(signs_of(document)):
        return
    from unicodedata import name

    from scrubber.invisible.removal import invisible_edits
    from scrubber.markup.guard import without_new_markup
    from scrubber.markup.markdown import without_new_syntax

    def message(edits: list[Replace]) -> str:
        signs = "".join(text[edit.start : edit.end] for edit in edits)
        kinds = sorted({name(sign, "a control").lower() for sign in set(signs)})
        kept = sum(len(edit.text) for edit in edits)
        return f"{counted(len(signs) - kept, 'invisible character')} removed: {', '.join(kinds)}"

    edits = without_new_markup(text, list(invisible_edits(text)))
    yield from by_line(document, without_new_syntax(document, edits), message)
