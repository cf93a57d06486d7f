"""Where an author section may open, by the cheapest of signs: a document in, block indexes out.

Most texts have no such place, so this is what the rules of order cost them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.blocks.shape import bare_text
from scrubber.model import Layout
from scrubber.order.bio import bio_of
from scrubber.order.headings import is_author_heading, is_person_heading, split_heading
from scrubber.order.names import is_name, may_start, name_at_start

if TYPE_CHECKING:
    from scrubber.model import Document
    from scrubber.order.bio import Bio

BODY_ABOVE = 3
"""Body paragraphs that must stand above an author section."""

WRAPPED = (Layout.HARD_WRAPPED, Layout.INDENTED)
"""Layouts in which a line break may stand for a blank."""

_SHORT = 60
_LABEL = 40
_TOP = 5
_MARKS = "*_#>~<([—–-"
_UNCASED = "\u058f"
"""Scripts without capitals stand behind this."""
_ARTICLES = frozenset(
    ("The", "Der", "Die", "L’a", "L'a", "El ", "La ", "Il ", "O a", "A a", "De ", "Aut", "Авт")
)


def find_openings(document: Document) -> dict[int, Bio | None]:
    """Blocks, from the fourth on, that may open an author section, with whom they introduce."""
    text, blocks = document.text, document.blocks
    broken = text.count("\n") >= 2 * len(blocks)
    wrapped = document.layout in WRAPPED
    found: dict[int, Bio | None] = {}
    for index in range(BODY_ABOVE, len(blocks)):
        start, end = blocks[index][:2]
        first = text[start]
        if (
            (may_start(text, start) and name_at_start(text[start:end]))
            or end - start <= _SHORT
            or first in _MARKS
            or (first > _UNCASED and first.isalpha())
            or text.find(":", start, start + _LABEL) > 0
            or (broken and text.find("\n", start, min(end, start + _SHORT)) > 0)
            or (text[start : start + 3] in _ARTICLES and _author_start().match(text, start, end))
            or wrapped
        ):
            body = _bare(text[start:end], wrapped=wrapped)
            bio = bio_of(body)
            if _may_open(document, body, bio):
                found[index] = bio
    return found


@cache
def _author_start() -> re.Pattern[str]:
    """How a sentence about "the author" may begin, as far as three letters tell."""
    return re.compile(
        r"(?:The|Der|Die|El|La|Il|De|O|A) "
        r"(?i:aut|wri|rep|jou|col|cor|con|esc|per|réd|sch|gio|scr|jor)|L[’']aut|Aut|Авт"
    )


def _bare(text: str, *, wrapped: bool) -> str:
    bare = bare_text(text)
    return " ".join(bare.split()) if wrapped else bare


def _may_open(document: Document, text: str, bio: Bio | None) -> bool:
    """Whether the bare text of a block, or whom it introduces, may be those of a section."""
    if len(text) <= _SHORT and (
        is_name(text) or is_author_heading(text) or is_person_heading(text)
    ):
        return True
    if bio is not None:
        return bio.points >= 1 or not bio.name or bio.name[-1] in _top(document)
    top = text[:_SHORT]
    return (":" in top or "\n" in top or "：" in top) and bool(split_heading(text)[0])


def _top(document: Document) -> str:
    """The text above the article, where a byline may stand."""
    return document.text[: document.blocks[:_TOP][-1].end]
