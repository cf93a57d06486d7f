"""Where an author section may open, by the cheapest of signs: a document in, block indexes out.

Most texts have no such place, so this is what the rules of order cost them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.model import Layout
from scrubber.order.names import may_start, name_at_start

if TYPE_CHECKING:
    from scrubber.model import Document

BODY_ABOVE = 3
"""Body paragraphs that must stand above an author section."""

WRAPPED = (Layout.HARD_WRAPPED, Layout.INDENTED)
"""Layouts in which a line break may stand for a blank."""

SHORT = 60
"""Characters up to which a block may be no more than a name or a heading."""
_LABEL = 40
_MARKS = "*_#>~<([—–-"
_UNCASED = "\u058f"
"""Scripts without capitals stand behind this."""
_ARTICLES = frozenset(
    ("The", "Der", "Die", "L’a", "L'a", "El ", "La ", "Il ", "O a", "A a", "De ", "Aut", "Авт")
)


def find_suspects(document: Document) -> list[int]:
    """Blocks, from the fourth on, that must be read to tell whether they open an author section."""
    text, blocks = document.text, document.blocks
    broken = text.count("\n") >= 2 * len(blocks)
    wrapped = document.layout in WRAPPED
    found = []
    for index in range(BODY_ABOVE, len(blocks)):
        start, end = blocks[index][:2]
        first = text[start]
        if (
            (may_start(text, start) and name_at_start(text[start:end]))
            or end - start <= SHORT
            or first in _MARKS
            or (first > _UNCASED and first.isalpha())
            or text.find(":", start, start + _LABEL) > 0
            or (broken and text.find("\n", start, min(end, start + SHORT)) > 0)
            or (text[start : start + 3] in _ARTICLES and _author_start().match(text, start, end))
            or wrapped
        ):
            found.append(index)
    return found


@cache
def _author_start() -> re.Pattern[str]:
    """How a sentence about "the author" may begin, as far as three letters tell."""
    return re.compile(
        r"(?:The|Der|Die|El|La|Il|De|O|A) "
        r"(?i:aut|wri|rep|jou|col|cor|con|esc|per|réd|sch|gio|scr|jor)|L[’']aut|Aut|Авт"
    )
