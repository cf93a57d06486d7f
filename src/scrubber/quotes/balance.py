"""A document in; its quotation marks without a partner out.

A quotation over several paragraphs is opened again in each, or only in the first; it is closed
once. Both are balanced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.quotes.nouns import GUILLEMETS, Level, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Block, Document
    from scrubber.quotes.nouns import Mark

_DOUBLE_SIGNS = '"“”„‟«»「」『』'
_OPENERS = tuple('"“”„‟«»「『')


def is_surely_balanced(text: str, edge: str = "") -> bool:
    """Whether double marks open and close in turn, with no ``edge`` between: a cheap look.

    False means that a closer look is needed.
    """
    if '"' in text and not _take_turns(text, '"', '"', edge):
        return False
    if text.isascii():
        return True
    low, high, right = "„" in text, "“" in text, "”" in text
    if low or high or right:
        if low and high and right:
            return False
        opening = "„" if low else "“" if high else "”"
        closing = "”" if right else "“"
        if not _take_turns(text, opening, closing, edge):
            return False
    if "«" in text or "»" in text:
        first, second = ("«", "»") if text.find("«") < text.find("»") else ("»", "«")
        if not _take_turns(text, first, second, edge):
            return False
    corners = "「" in text or "」" in text or "『" in text or "』" in text or "‟" in text
    return not corners or (
        "‟" not in text
        and _take_turns(text, "「", "」", edge)
        and _take_turns(text, "『", "』", edge)
    )


def _take_turns(text: str, opening: str, closing: str, edge: str) -> bool:
    if opening != closing:
        pieces = text.split(opening)
        if [piece.count(closing) for piece in pieces] != [0, *[1] * (len(pieces) - 1)]:
            return False
        if not edge:
            return True
        text = text.replace(closing, opening)
    pieces = text.split(opening)
    return len(pieces) % 2 == 1 and not (edge and edge in "".join(pieces[1::2]))


def lonely_marks(document: Document) -> Iterator[Mark]:
    """The double marks without a partner, at most one of each paragraph, in order."""
    waiting: Mark | None = None
    for block, lonely in _suspects(document):
        if (
            waiting is not None
            and not lonely
            and not document.text.startswith(_OPENERS, block.start)
        ):
            yield waiting
        if not lonely:
            waiting = None
        reported = False
        for mark in lonely:
            if mark.role is Role.CLOSE and waiting is not None:
                waiting = None
            elif mark.role is Role.CLOSE:
                if not reported:
                    yield mark
                reported = True
            else:
                if waiting is not None and mark.start != block.start:
                    yield waiting
                waiting = mark
    if waiting is not None:
        yield waiting


def _suspects(document: Document) -> Iterator[tuple[Block, list[Mark]]]:
    """Each block with double marks, and those of them that have no partner."""
    from scrubber.quotes.marks import Reading

    text = document.text
    reading: Reading | None = None
    for place, block in enumerate(document.blocks):
        body = text[block.start : block.end]
        if not any(sign in body for sign in _DOUBLE_SIGNS):
            continue
        if is_surely_balanced(body):
            yield block, []
            continue
        reading = reading or Reading(document)
        yield block, [mark for mark in reading.paragraph(place) if _is_lonely(text, mark)]


def _is_lonely(text: str, mark: Mark) -> bool:
    if mark.role not in (Role.OPEN, Role.CLOSE) or mark.partner >= 0 or mark.level == Level.SINGLE:
        return False
    if text[mark.start] not in GUILLEMETS:
        return True
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    is_arrow = (before in ("", " ", "\n")) and after in ("", " ", "\n")
    return not is_arrow or (text[mark.start] == "«" and mark.role is Role.OPEN)
