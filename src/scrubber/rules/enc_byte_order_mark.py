r"""A byte order mark at the start of a text.

What it does:
    Removes U+FEFF at the very start, whether it was the file's signature or got into its text,
    and ``ï»¿``, which is the signature's bytes misread.

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

import re
from functools import cache
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


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for the file's signature, one for marks left in the text."""
    if document.origin.bom:
        yield Problem((0, 0), "the byte order mark is left out", done=True)
    marks = _marks().match(document.text)
    if marks:
        yield Problem(marks.span(), "the byte order mark is removed", (Replace(*marks.span(), ""),))


@cache
def _marks() -> re.Pattern[str]:
    """Marks in a row, also as cp1252 reads their bytes."""
    return re.compile("(?:\ufeff|\xef\xbb\xbf(?! ))+")
