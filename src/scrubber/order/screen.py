"""Where an author section may open, by the cheapest of signs: a document in, block indexes out.

Most texts have no such place, so this is what the rules of order cost them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.model import Layout
from scrubber.order.names import NAME_START, name_at_start

if TYPE_CHECKING:
    from scrubber.model import Document

BODY_ABOVE = 3
"""Body paragraphs that must stand above an author section."""

WRAPPED = (Layout.HARD_WRAPPED, Layout.INDENTED)
"""Layouts in which a line break may stand for a blank."""

SHORT = 60
"""Characters up to which a block may be no more than a name or a heading."""

OWN_START = (
    r"I(?: am| write| cover| report|['’]m) |Ich (?:bin|schreibe|arbeite|berichte) |Je suis "
    r"|J['’]écris |(?:Yo s|S)oy |Escribo |Sono una? |Scrivo |(?:Eu s|S)ou |Escrevo "
    r"|Ik (?:ben|schrijf|werk) |Jestem |Piszę |Jsem |Píšu "
    r"|J(?:ag|eg) (?:är|er|skriver|arbetar|arbejder|jobber) "
    r"|Olen |Kirjoitan |Я |Είμαι |Γράφω "
)
"""How bios in the first person open, in scripts with capitals."""

_LABEL = 40
_MARKS = r"[*_#>~<(\[-]|—|–"
_UNCASED = "\u058f"
"""Scripts without capitals stand behind this."""


def find_suspects(document: Document) -> list[int]:
    """Blocks, from the fourth on, that must be read to tell whether they open an author section."""
    text, blocks = document.text, document.blocks
    broken = text.count("\n") >= 2 * len(blocks)
    if document.layout in WRAPPED:
        return list(range(BODY_ABOVE, len(blocks)))
    sign_at = _sign().match
    found = []
    for index in range(BODY_ABOVE, len(blocks)):
        start, end = blocks[index][:2]
        first = text[start]
        if (
            end - start <= SHORT
            or text.find(":", start, min(end, start + _LABEL)) >= 0
            or (
                (sign := sign_at(text, start, end))
                and (sign["name"] is None or name_at_start(text[start:end]))
            )
            or (first > _UNCASED and first.isalpha())
            or (broken and text.find("\n", start, min(end, start + SHORT)) > 0)
        ):
            found.append(index)
    return found


@cache
def _sign() -> re.Pattern[str]:
    """How blocks begin that are set off, on "the author", "I am", or a person.

    No set holds signs beyond Latin-1: such sets take long to compile, in every run.
    """
    author = (
        r"(?:The|Der|Die|El|La|Il|De) "
        r"(?i:aut|wri|rep|jou|col|cor|con|esc|per|réd|sch|gio|scr|jor)"
        r"|[OA] a(?i:ut)|L’aut|L'aut|Aut|Авт"
    )
    return re.compile(rf"{_MARKS}|{author}|{OWN_START}|(?P<name>{NAME_START})")
