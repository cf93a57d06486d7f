r"""Letters and their marks written apart.

What it does:
    Writes a text in Unicode normalization form C: a letter and its mark as one character where
    there is one. Width forms, ligatures and compatibility signs stay.

Why:
    Texts that look the same are then the same. A search for the word finds both spellings.

Example:
    before: 'The cafe\u0301 opens at noon.\n'
    after: 'The café opens at noon.\n'

Untouched:
    'The ﬁrst café sells Ｔｅａ for 5 ㎏ of x².\n'

Safety:
    Safe: canonically equivalent by the Unicode Standard (UAX 15), and only stretches that are
    not normalized are written anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.edits import by_line, counted
from scrubber.model import Stage
from scrubber.traits import BEYOND_ASCII, signs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document, Problem, Replace
    from scrubber.settings import Settings

CODE = "ENC006"
NAME = "not-nfc"
STAGE = Stage.NORMALIZATION
NEEDS = {BEYOND_ASCII}


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for each line that is not in normalization form C."""
    text = document.text
    from scrubber.normalization import is_normalized, may_change, normalizing_edits

    if may_change(signs_of(document)) and not is_normalized(text):
        yield from by_line(document, normalizing_edits(text), _message)


def _message(edits: list[Replace]) -> str:
    return f"{counted(len(edits), 'stretch', 'stretches')} normalized to NFC"
