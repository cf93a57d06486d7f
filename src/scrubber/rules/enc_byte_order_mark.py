r"""A byte order mark at the start of a text.

What it does:
    Removes U+FEFF at the very start, whether it was the file's signature or got into its text.

Why:
    UTF-8 has no byte order. The mark shows nowhere, but the first word of the text no longer
    equals itself: searches, sorts and parsers of front matter miss it.

Example:
    before: '\ufeffThe ferry leaves at noon.\n'
    after: 'The ferry leaves at noon.\n'

Untouched:
    'The ferry leaves at noon.\n'

Safety:
    Safe: the mark is no part of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.model import Problem, Replace, Stage
from scrubber.traits import BEYOND_ASCII, FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document
    from scrubber.settings import Settings

CODE = "ENC002"
NAME = "byte-order-mark"
STAGE = Stage.SOURCE
NEEDS = {BEYOND_ASCII, FILE}
MARK = "\ufeff"


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for the file's signature, one for marks left in the text."""
    if document.origin.bom:
        yield Problem((0, 0), "the byte order mark is left out", done=True)
    marks = len(document.text) - len(document.text.lstrip(MARK))
    protected = document.protected[:1]
    if marks and not (protected and protected[0][0] < marks):
        yield Problem((0, marks), "the byte order mark is removed", (Replace(0, marks, ""),))
